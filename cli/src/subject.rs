//! What is judged: templates as given, or a lesson's template in one of its states.

use std::path::Path;

use engine::lesson::{Lesson, LessonErrorKind};
use engine::template::{Parameters, Source, TemplateError, Templates};
use engine::verdict::Requirement;
use engine::words::Lang;

use crate::args::Check;
use crate::input::{File, read, read_all};
use crate::problem::Problem;

/// Templates with the parameters and requirements to judge them by.
pub(crate) struct Subject {
    files: Vec<File>,
    pub(crate) templates: Templates,
    pub(crate) parameters: Parameters,
    pub(crate) requirements: Vec<Requirement>,
    /// The lesson's workloads; empty means all.
    pub(crate) sources: Vec<Box<str>>,
}

impl Subject {
    /// Reads what was asked about. Parameters given by hand go before an option's.
    pub(crate) fn read(asked: &Check) -> Result<Self, Vec<Problem>> {
        let mut subject = match &asked.lesson {
            Some(path) => Self::of_lesson(path, asked.option, asked.lang)?,
            None => Self::of_templates(asked)?,
        };
        if asked.lesson.is_some() && !asked.templates.is_empty() {
            let Self { files, templates, .. } = Self::of_templates(asked)?;
            subject = Self { files, templates, ..subject };
        }
        subject.parameters.extend(asked.parameters.iter().cloned());
        Ok(subject)
    }

    fn of_templates(asked: &Check) -> Result<Self, Vec<Problem>> {
        let files = read_all(&asked.templates)?;
        let sources: Vec<Source<'_>> = files.iter().map(File::source).collect();
        let templates = Templates::parse(&sources).map_err(|errors| shown(&errors, &files, asked.lang))?;
        let (parameters, requirements) = (Parameters::new(), Requirement::defaults());
        Ok(Self { files, templates, parameters, requirements, sources: Vec::new() })
    }

    fn of_lesson(path: &Path, option: Option<char>, lang: Lang) -> Result<Self, Vec<Problem>> {
        let lesson = read(path).map_err(|problem| vec![problem])?;
        let template = read(&path.with_file_name("template.yaml")).map_err(|problem| vec![problem])?;
        let id = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let read = Lesson::read(&id.unwrap_or_default(), lesson.source(), template.source());
        let files = vec![lesson, template];
        let lesson = read.map_err(|errors| {
            let as_shown = |error: &engine::lesson::LessonError| {
                let says = match &error.kind {
                    LessonErrorKind::Template(kind) => lang.template_error(kind),
                    kind => kind.to_string(),
                };
                let file = files.iter().find(|file| file.name == error.file);
                Problem::at(&error.file, error.place, &says, file.map(|file| file.text.as_str()))
            };
            errors.iter().map(as_shown).collect::<Vec<_>>()
        })?;
        let letter = option.map(|letter| letter.to_ascii_uppercase());
        let letters: Vec<String> = lesson.options.iter().map(|choice| choice.letter.to_string()).collect();
        if let Some(letter) = letter.filter(|letter| lesson.options.iter().all(|o| o.letter != *letter)) {
            let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
            return Err(vec![Problem::no_such("option", &letter.to_string(), letters)]);
        }
        let parameters = lesson.parameters(letter);
        let Lesson { templates, requirements, sources, .. } = lesson;
        Ok(Self { files, templates, parameters, requirements, sources })
    }

    /// Mistakes that only show with these parameters.
    pub(crate) fn shown(&self, errors: &[TemplateError], lang: Lang) -> Vec<Problem> {
        shown(errors, &self.files, lang)
    }
}

fn shown(errors: &[TemplateError], files: &[File], lang: Lang) -> Vec<Problem> {
    let show = |error: &TemplateError| {
        let file = files.iter().find(|file| file.name == error.file);
        let says = lang.template_error(&error.kind);
        Problem::at(&error.file, error.place, &says, file.map(|file| file.text.as_str()))
    };
    errors.iter().map(show).collect()
}
