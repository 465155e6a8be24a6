//! Lessons' folders as they are on the site.

use std::fs;
use std::path::{Path, PathBuf};

use engine::lesson::{Judged, Lesson, LessonText};
use engine::template::{Parameters, Source};
use engine::verdict::{Answer, Ecosystem, Requirement};
use engine::words::Lang;

/// A lesson's folder.
pub(crate) struct Folder {
    path: PathBuf,
    /// Its template's text.
    pub(crate) template: String,
}

impl Folder {
    /// Every lesson of the site.
    pub(crate) fn all() -> Vec<Folder> {
        let mut paths: Vec<_> = fs::read_dir(lessons()).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.into_iter().filter(|path| path.is_dir()).map(Folder::at).collect()
    }

    /// The lesson about the isolated notebook that needs packages.
    pub(crate) fn founding() -> Folder {
        Folder::at(lessons().join("sap-349"))
    }

    fn at(path: PathBuf) -> Folder {
        let template = fs::read_to_string(path.join("template.yaml")).unwrap();
        Folder { path, template }
    }

    /// The lesson's id.
    pub(crate) fn id(&self) -> &str {
        self.path.file_name().and_then(|name| name.to_str()).unwrap()
    }

    /// The lesson as the engine reads it.
    pub(crate) fn lesson(&self) -> Lesson {
        let text = fs::read_to_string(self.path.join("lesson.yaml")).unwrap();
        let lesson = Source { name: "lesson.yaml", text: &text };
        let template = Source { name: "template.yaml", text: &self.template };
        Lesson::read(self.id(), lesson, template).unwrap_or_else(|errors| panic!("{}", lines(errors)))
    }

    /// The text of one of its files.
    pub(crate) fn file(&self, name: &str) -> String {
        fs::read_to_string(self.path.join(name)).unwrap()
    }

    /// Its prose.
    pub(crate) fn text(&self, lang: Lang) -> LessonText {
        let name = format!("text.{}.yaml", lang.tag());
        let text = self.file(&name);
        LessonText::read(Source { name: &name, text: &text })
            .unwrap_or_else(|errors| panic!("{}", lines(errors)))
    }
}

fn lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/lessons")
}

/// The state these parameters make, judged; `install:npm` is asked as well.
pub(crate) fn judge(lesson: &Lesson, parameters: &Parameters) -> Judged {
    let mut lesson = lesson.clone();
    lesson.requirements.push(Requirement::Install(Ecosystem::Npm));
    lesson.judge(parameters).unwrap_or_else(|errors| panic!("{}", lines(errors)))
}

/// The answers for the workload that the question is about.
pub(crate) fn answers(judged: &Judged) -> &[Answer] {
    judged.report.sources.first().map(|source| source.answers.as_slice()).unwrap_or_default()
}

/// `requirement verdict CODE`, the code being the first finding's.
pub(crate) fn line(answer: &Answer) -> String {
    let code = answer.findings.first().map_or("-", |finding| finding.code.as_str());
    format!("{} {} {code}", answer.requirement, answer.verdict.as_str())
}

/// One item a line.
pub(crate) fn lines<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join("\n")
}
