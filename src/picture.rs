//! The picture of a state: arranged by the engine for the room there is, with the path of one answer.

use std::cell::OnceCell;
use std::rc::Rc;

use engine::layout::metrics::LABEL_SIZE;
use engine::layout::{Diagram, Form, PathLine, Setting, arrange, part_name, route, trips};
use engine::lesson::{Judged, LessonText};
use engine::network::Id;
use engine::verdict::Answer;
use engine::words::Lang;

use crate::lessons::Course;
use crate::state::Toggles;

/// The forms of the picture, the one that needs most room first.
const FORMS: [Form; 3] = [Form::Wide, Form::Narrow, Form::Tall];

/// The smallest letters of names that can be read, in CSS pixels.
const LEGIBLE: i32 = 11;

/// How wide each form of a lesson's picture is, by language. A switch moves nothing, so that this never changes.
#[derive(Debug, Default)]
pub(crate) struct Widths([OnceCell<[i32; 3]>; 2]);

/// What a picture is drawn from: the state, the language, how things stand, the requirement whose path is shown.
pub(crate) type Drawn = (Toggles, Lang, Form, Option<usize>);

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
        form: Form,
    ) -> Picture {
        let diagram = arranged(course, judged, lang, form);
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
        width == 0 || width >= legible(self.diagram.width)
    }
}

/// The least widths at which the names of each form can be read, the smallest first.
pub(crate) fn limits(course: &Course, judged: &Judged, lang: Lang) -> Vec<i32> {
    let mut limits = widths(course, judged, lang).map(legible);
    limits.reverse();
    limits.to_vec()
}

/// The form for this room: the first that can be read, where the room is known; else the last.
pub(crate) fn form(course: &Course, judged: &Judged, lang: Lang, room: i32) -> Form {
    if room == 0 {
        return Form::Wide;
    }
    let widths = widths(course, judged, lang);
    let mut fitting = FORMS.into_iter().zip(widths).filter(|(_, width)| legible(*width) <= room);
    fitting.next().map_or(Form::Tall, |(form, _)| form)
}

fn widths(course: &Course, judged: &Judged, lang: Lang) -> [i32; 3] {
    let [en, ja] = &course.widths.0;
    let known = if lang == Lang::Ja { ja } else { en };
    *known.get_or_init(|| FORMS.map(|form| arranged(course, judged, lang, form).width))
}

fn arranged(course: &Course, judged: &Judged, lang: Lang, form: Form) -> Diagram {
    let text: &LessonText = course.text(lang);
    let setting = Setting {
        toggles: &course.lesson.toggles,
        name: &|part| part_name(lang, &judged.network, &text.components, part),
        form,
    };
    arrange(&judged.stack, &judged.network, &setting)
}

/// The least width at which the names of a picture so wide can be read, rounded up.
fn legible(width: i32) -> i32 {
    (width * LEGIBLE + LABEL_SIZE - 1) / LABEL_SIZE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Shape;

    /// The room for the picture on a screen of 1280 × 800.
    const LAPTOP: i32 = 636;

    /// The room on a screen 320 wide.
    const PHONE: i32 = 304;

    #[test]
    fn the_picture_fits_a_laptop_in_both_languages() {
        let course = Course::first().expect("a good lesson");
        let judged = course.judged(Shape::of(&course.lesson).base);
        let judged = (*judged).as_ref().expect("a good state");
        for lang in Lang::ALL {
            let picture = Picture::draw(&course, judged, None, lang, form(&course, judged, lang, LAPTOP));
            assert!(picture.fits(LAPTOP), "{lang:?}: {} wide", picture.diagram.width);
        }
    }

    #[test]
    fn no_toggle_of_a_lesson_moves_anything() {
        let course = Course::first().expect("a good lesson");
        let base = Shape::of(&course.lesson).base;
        let places = |on| {
            let judged = course.judged(on);
            let judged = (*judged).as_ref().expect("a good state");
            let drawn = FORMS.map(|form| arranged(&course, judged, Lang::En, form));
            let places = drawn
                .map(|diagram| diagram.components.into_iter().map(|c| (c.part, c.rect)).collect::<Vec<_>>());
            places.concat()
        };
        let still = places(base);
        for at in 0..course.lesson.toggles.len() {
            assert_eq!(places(base.with(at, !base.is_on(at))), still, "toggle {at} moves something");
        }
    }

    #[test]
    fn every_phone_has_a_picture() {
        let course = Course::first().expect("a good lesson");
        let judged = course.judged(Shape::of(&course.lesson).base);
        let judged = (*judged).as_ref().expect("a good state");
        for lang in Lang::ALL {
            for room in PHONE..=LAPTOP {
                let picture = Picture::draw(&course, judged, None, lang, form(&course, judged, lang, room));
                assert!(picture.fits(room), "{lang:?} at {room}: {} wide", picture.diagram.width);
            }
        }
    }
}
