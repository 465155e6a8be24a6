//! The lessons there are: one line each.

use std::rc::Rc;

use engine::lesson::{Judged, Lesson, LessonError, LessonText};
use engine::template::{Source, TemplateError};
use engine::words::Lang;

use crate::explainer::Explainer;
use crate::kept::Kept;
use crate::picture::{Drawn, Picture, Widths};
use crate::state::{Toggles, parameters};

/// The files of a lesson, as they are in `static/lessons/`.
struct Files {
    id: &'static str,
    template: &'static str,
    lesson: &'static str,
    en: &'static str,
    ja: &'static str,
    /// Its theory in English and Japanese: the page fetches it when it is asked for.
    #[cfg(feature = "prerender")]
    theory: [&'static str; 2],
}

macro_rules! lessons {
    ($($id:literal)*) => {
        const LESSONS: &[Files] = &[$(Files {
            id: $id,
            template: include_str!(concat!("../static/lessons/", $id, "/template.yaml")),
            lesson: include_str!(concat!("../static/lessons/", $id, "/lesson.yaml")),
            en: include_str!(concat!("../static/lessons/", $id, "/text.en.yaml")),
            ja: include_str!(concat!("../static/lessons/", $id, "/text.ja.yaml")),
            #[cfg(feature = "prerender")]
            theory: [
                include_str!(concat!("../static/lessons/", $id, "/theory.en.yaml")),
                include_str!(concat!("../static/lessons/", $id, "/theory.ja.yaml")),
            ],
        }),*];
    };
}

lessons! {
    "sap-349"
}

/// A state of the lesson, judged, or what is wrong with its template.
pub(crate) type Judgement = Result<Judged, Vec<TemplateError>>;

/// States kept judged, and pictures kept drawn, at most.
const MOST_KEPT: usize = 32;

/// A lesson with its text in every language.
#[derive(Debug)]
pub(crate) struct Course {
    pub(crate) lesson: Lesson,
    /// The template's text.
    pub(crate) template: &'static str,
    en: LessonText,
    ja: LessonText,
    /// What explains its verdicts, as far as it was asked for.
    pub(crate) explainer: Explainer,
    #[cfg(feature = "prerender")]
    theory: [&'static str; 2],
    /// The width of each form of its picture, by language; known once it was drawn.
    pub(crate) widths: Widths,
    /// Its latest pictures.
    pub(crate) pictures: Kept<Drawn, Rc<Picture>>,
    judgements: Kept<Toggles, Rc<Judgement>>,
}

impl Course {
    /// Reads the first lesson.
    pub(crate) fn first() -> Result<Rc<Course>, Vec<LessonError>> {
        LESSONS.first().map_or(Err(Vec::new()), |files| Course::read(files).map(Rc::new))
    }

    /// Reads every lesson.
    #[cfg(feature = "prerender")]
    pub(crate) fn every() -> Result<Vec<Rc<Course>>, Vec<LessonError>> {
        LESSONS.iter().map(|files| Course::read(files).map(Rc::new)).collect()
    }

    fn read(files: &Files) -> Result<Course, Vec<LessonError>> {
        let source = |name, text| Source { name, text };
        let lesson = Lesson::read(
            files.id,
            source("lesson.yaml", files.lesson),
            source("template.yaml", files.template),
        )?;
        let en = LessonText::read(source("text.en.yaml", files.en))?;
        let ja = LessonText::read(source("text.ja.yaml", files.ja))?;
        Ok(Course {
            lesson,
            template: files.template,
            en,
            ja,
            #[cfg(feature = "prerender")]
            theory: files.theory,
            explainer: Explainer::default(),
            widths: Widths::default(),
            pictures: Kept::new(MOST_KEPT),
            judgements: Kept::new(MOST_KEPT),
        })
    }

    /// A state, judged.
    pub(crate) fn judged(&self, on: Toggles) -> Rc<Judgement> {
        self.judgements.get_or(on, || Rc::new(self.lesson.judge(&parameters(&self.lesson, on))))
    }

    /// The lesson's text.
    pub(crate) fn text(&self, lang: Lang) -> &LessonText {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }

    /// The lesson's theory, as a file.
    #[cfg(feature = "prerender")]
    pub(crate) fn theory(&self, lang: Lang) -> Source<'static> {
        let [en, ja] = self.theory;
        match lang {
            Lang::En => Source { name: "theory.en.yaml", text: en },
            Lang::Ja => Source { name: "theory.ja.yaml", text: ja },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Shape, Toggles};

    #[test]
    fn every_lesson_can_be_read_and_fits_in_a_link() {
        for files in LESSONS {
            let course = Course::read(files).expect("a good lesson");
            assert!(
                course.lesson.toggles.len() <= Toggles::MOST,
                "{}: too many toggles for a link",
                files.id
            );
            for lang in Lang::ALL {
                assert_eq!(course.lesson.missing_text(course.text(lang)), [], "{} {}", files.id, lang.tag());
            }
        }
    }

    /// Every line of `tests/links/<lesson>.txt` is a link once published and what it must open for ever.
    #[test]
    fn old_links_keep_working() {
        use crate::state::link::Link;

        let course = Course::first().expect("a good lesson");
        let shape = Shape::of(&course.lesson);
        for line in include_str!("../tests/links/sap-349.txt").lines().filter(|line| !line.starts_with('#')) {
            let (fragment, expected) = line.split_once(' ').expect("a link and what it opens");
            let link = Link::read(&shape, "", fragment);
            let on = course.lesson.toggles.iter().enumerate().filter(|(index, _)| link.toggles.is_on(*index));
            let on: Vec<&str> = on.map(|(_, toggle)| &*toggle.parameter).collect();
            let requirement = link.requirement.map_or("-".to_owned(), |index| index.to_string());
            let lang = link.lang.map_or("-", Lang::tag);
            assert_eq!([&on.join(","), requirement.as_str(), lang].join(" "), expected, "{fragment}");
            assert_eq!(link.complaints, [], "{fragment}");
        }
    }
}
