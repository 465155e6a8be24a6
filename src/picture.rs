//! The picture of a state: arranged by the engine for the room there is, with the path of one answer.

use std::rc::Rc;

use engine::layout::metrics::LABEL_SIZE;
use engine::layout::{Diagram, PathLine, Setting, arrange, part_name, route, trips};
use engine::lesson::{Judged, LessonText};
use engine::network::Id;
use engine::verdict::Answer;
use engine::words::Lang;

use crate::lessons::Course;

/// Below this width, in CSS pixels, the narrow arrangement is used.
pub(crate) const WIDE: i32 = 560;

/// The smallest letters of names that can be read, in CSS pixels.
const LEGIBLE: i32 = 11;

/// A picture with a path.
pub(crate) struct Picture {
    pub(crate) diagram: Rc<Diagram>,
    pub(crate) path: Rc<PathLine>,
}

impl Picture {
    /// Draws a state and the path of an answer in it.
    pub(crate) fn draw(
        course: &Course,
        judged: &Judged,
        answer: Option<(Id, &Answer)>,
        lang: Lang,
        width: i32,
    ) -> Picture {
        let text: &LessonText = course.text(lang);
        let setting = Setting {
            toggles: &course.lesson.toggles,
            name: &|part| part_name(lang, &judged.network, &text.components, part),
            narrow: width < WIDE,
        };
        let diagram = arrange(&judged.stack, &judged.network, &setting);
        let trips =
            answer.map_or(Vec::new(), |(source, answer)| trips(&diagram, &judged.network, source, answer));
        let path = route(&diagram, &judged.network, &trips);
        Picture { diagram: Rc::new(diagram), path: Rc::new(path) }
    }

    /// The number on the picture of a hop, by its step in the answer and its place in that step.
    pub(crate) fn number(&self, step: usize, hop: usize) -> Option<u16> {
        self.path.badge_of(step, hop).map(|badge| badge.number)
    }

    /// Whether its names can be read at this width.
    pub(crate) fn fits(&self, width: i32) -> bool {
        width == 0 || width >= self.legible()
    }

    /// The least width at which its names can be read.
    pub(crate) fn legible(&self) -> i32 {
        // Rounded up.
        (self.diagram.width * LEGIBLE + LABEL_SIZE - 1) / LABEL_SIZE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::judge;
    use crate::state::Shape;

    /// The room for the picture on a screen of 1280 × 800.
    const LAPTOP: i32 = 636;

    #[test]
    fn the_picture_fits_a_laptop_in_both_languages() {
        let course = Course::first().expect("a good lesson");
        let judged = judge(&course, Shape::of(&course.lesson).base).expect("a good state");
        for lang in Lang::ALL {
            let picture = Picture::draw(&course, &judged, None, lang, LAPTOP);
            assert!(picture.fits(LAPTOP), "{lang:?}: {} wide", picture.diagram.width);
        }
    }
}
