//! Reads `lesson.yaml` beside its template.

use super::{
    Choice, Expectation, Lesson, LessonError, LessonErrorKind, Memory, Switch,
    fields::{Fields, Problems, list, map, text},
};
use crate::code::Code;
use crate::template::{Key, Node, Parameters, Place, Source, Templates, Toggle, read_plain};
use crate::verdict::{Requirement, Verdict};

impl Lesson {
    /// Reads a lesson.
    ///
    /// # Errors
    /// Everything wrong with the template and with the lesson file.
    pub fn read(id: &str, lesson: Source<'_>, template: Source<'_>) -> Result<Lesson, Vec<LessonError>> {
        let templates = Templates::parse(&[template]).map_err(|errors| {
            let own = |e: crate::template::TemplateError| LessonError {
                file: e.file,
                place: e.place,
                kind: e.kind.into(),
            };
            errors.into_iter().map(own).collect::<Vec<_>>()
        })?;
        let root = read_plain(lesson).map_err(|error| {
            vec![LessonError { file: error.file, place: error.place, kind: error.kind.into() }]
        })?;
        let mut reader = Reader {
            declared: templates.toggles(),
            templates: &templates,
            problems: Problems { file: lesson.name, list: Vec::new() },
        };
        let known = [
            "requirements",
            "headline",
            "sources",
            "toggles",
            "switches",
            "options",
            "misconceptions",
            "chapters",
            "what_ifs",
        ];
        let fields = Fields::of(&root, &known, &mut reader.problems);
        let mut requirements = fields
            .need("requirements", &mut reader.problems)
            .map(|node| reader.requirements(node, None))
            .unwrap_or_default();
        let headline = fields
            .need("headline", &mut reader.problems)
            .map(|node| reader.requirements(node, Some(&requirements)))
            .unwrap_or_default();
        let sources = fields.get("sources").map(|node| reader.sources(node)).unwrap_or_default();
        // Headline requirements come first wherever requirements are listed.
        requirements.sort_by_key(|r| headline.iter().position(|h| h == r).unwrap_or(headline.len()));
        let toggles =
            fields.need("toggles", &mut reader.problems).map(|node| reader.toggles(node)).unwrap_or_default();
        let switches = fields
            .need("switches", &mut reader.problems)
            .map(|node| reader.switches(node))
            .unwrap_or_default();
        let options = fields
            .need("options", &mut reader.problems)
            .map(|node| reader.options(node, &requirements))
            .unwrap_or_default();
        let misconceptions = fields
            .get("misconceptions")
            .map(|node| reader.misconceptions(node, &options, &requirements))
            .unwrap_or_default();
        let chapters = fields
            .get("chapters")
            .map(|node| reader.chapters(node, &switches, &requirements))
            .unwrap_or_default();
        let what_ifs =
            fields.get("what_ifs").map(|node| reader.what_ifs(node, &requirements)).unwrap_or_default();
        let errors = reader.problems.into_sorted();
        if errors.is_empty() {
            Ok(Lesson {
                id: id.into(),
                memory: Memory::default(),
                templates,
                toggles,
                switches,
                options,
                sources,
                requirements,
                headline,
                misconceptions,
                chapters,
                what_ifs,
            })
        } else {
            Err(errors)
        }
    }
}

pub(super) struct Reader<'a> {
    templates: &'a Templates,
    /// The toggles that the template declares.
    declared: Vec<Toggle>,
    pub(super) problems: Problems<'a>,
}

impl Reader<'_> {
    /// Requirements, of which none is there twice; within `all`, where that is given.
    fn requirements(&mut self, node: &Node, all: Option<&[Requirement]>) -> Vec<Requirement> {
        let mut found = Vec::new();
        for item in list(node, &mut self.problems) {
            let written = text(item, &mut self.problems);
            let Some(requirement) = self.requirement(&written, item.place, all) else { continue };
            if found.contains(&requirement) {
                self.twice(item.place, "requirement", &written);
            } else {
                found.push(requirement);
            }
        }
        found
    }

    pub(super) fn requirement(
        &mut self,
        text: &str,
        place: Place,
        all: Option<&[Requirement]>,
    ) -> Option<Requirement> {
        let requirement = match text.parse::<Requirement>() {
            Ok(requirement) => requirement,
            Err(error) => {
                self.problems.add(place, error);
                return None;
            }
        };
        if let Some(all) = all
            && !all.contains(&requirement)
        {
            let names: Vec<String> = all.iter().map(ToString::to_string).collect();
            self.problems.no_such(place, "among `requirements`,", text, names.iter().map(String::as_str));
            return None;
        }
        Some(requirement)
    }

    /// Workloads, which have to be resources of the template.
    fn sources(&mut self, node: &Node) -> Vec<Box<str>> {
        let mut sources: Vec<Box<str>> = Vec::new();
        for item in list(node, &mut self.problems) {
            let name: Box<str> = text(item, &mut self.problems).into();
            let names: Vec<&str> = self.templates.resource_names().collect();
            if !names.contains(&&*name) {
                self.problems.no_such(item.place, "resource", &name, names);
            } else if sources.contains(&name) {
                self.twice(item.place, "source", &name);
            } else {
                sources.push(name);
            }
        }
        sources
    }

    /// All toggles of the template, in the lesson's order.
    fn toggles(&mut self, node: &Node) -> Vec<Toggle> {
        let mut toggles: Vec<Toggle> = Vec::new();
        for item in list(node, &mut self.problems) {
            let Some(toggle) = self.toggle(item) else { continue };
            if toggles.contains(&toggle) {
                self.twice(item.place, "toggle", &toggle.parameter);
            } else {
                toggles.push(toggle);
            }
        }
        let forgotten: Vec<_> =
            self.declared.iter().filter(|t| !toggles.contains(t)).map(|t| t.parameter.to_string()).collect();
        for name in forgotten {
            self.problems.add(node.place, LessonErrorKind::Missing(name));
        }
        toggles
    }

    fn toggle(&mut self, item: &Node) -> Option<Toggle> {
        let name = text(item, &mut self.problems);
        let toggle = self.declared.iter().find(|toggle| *toggle.parameter == *name).cloned();
        if toggle.is_none() {
            let names = self.declared.iter().map(|toggle| &*toggle.parameter);
            self.problems.no_such(item.place, "two-valued parameter", &name, names);
        }
        toggle
    }

    fn switches(&mut self, node: &Node) -> Vec<Switch> {
        let mut switches: Vec<Switch> = Vec::new();
        for item in list(node, &mut self.problems) {
            let fields = Fields::of(item, &["id", "parameters", "group"], &mut self.problems);
            let id = fields.text("id", &mut self.problems);
            let mut parameters = Vec::new();
            if let Some(node) = fields.need("parameters", &mut self.problems) {
                for item in list(node, &mut self.problems) {
                    parameters.extend(self.toggle(item).map(|toggle| toggle.parameter));
                }
                if node.items().is_empty() {
                    self.problems.expected(node, "one parameter or more");
                }
            }
            if switches.iter().any(|switch| *switch.id == *id) {
                self.twice(item.place, "switch", &id);
            }
            let group = fields.text_or_none("group", &mut self.problems).map(Into::into);
            switches.push(Switch { id: id.into(), parameters, group });
        }
        switches
    }

    fn options(&mut self, node: &Node, requirements: &[Requirement]) -> Vec<Choice> {
        let mut options: Vec<Choice> = Vec::new();
        for item in list(node, &mut self.problems) {
            let fields = Fields::of(item, &["letter", "parameters", "expect"], &mut self.problems);
            let Some(letter) = fields.need("letter", &mut self.problems) else { continue };
            let Some(letter) = self.letter(letter) else { continue };
            if options.iter().any(|option| option.letter == letter) {
                self.twice(item.place, "option", &letter.to_string());
            }
            let parameters = fields.get("parameters").map(|node| self.parameters(node)).unwrap_or_default();
            let expect = fields
                .need("expect", &mut self.problems)
                .map(|node| self.expectations(node, requirements))
                .unwrap_or_default();
            options.push(Choice { letter, parameters, expect });
        }
        options
    }

    pub(super) fn letter(&mut self, node: &Node) -> Option<char> {
        let text = text(node, &mut self.problems);
        let mut letters = text.chars();
        let letter = letters.next().filter(|c| c.is_ascii_uppercase() && letters.next().is_none());
        if letter.is_none() {
            self.problems.expected(node, "a letter from A to Z");
        }
        letter
    }

    /// Parameter values that the template allows.
    pub(super) fn parameters(&mut self, node: &Node) -> Parameters {
        let mut parameters = Parameters::new();
        for (key, value) in map(node, &mut self.problems) {
            let templates = self.templates;
            if !templates.parameter_names().any(|name| name == &*key.text) {
                self.problems.no_such(key.place, "parameter", &key.text, templates.parameter_names());
                continue;
            }
            let text = text(value, &mut self.problems);
            if let Err(kind) = templates.check_parameter(&key.text, &text) {
                self.problems.add(value.place, kind);
            }
            parameters.insert(key.text.to_string(), text);
        }
        parameters
    }

    /// One expectation for every requirement, in their order.
    fn expectations(&mut self, node: &Node, requirements: &[Requirement]) -> Vec<Expectation> {
        let mut found: Vec<Expectation> = Vec::new();
        for (key, value) in map(node, &mut self.problems) {
            found.extend(self.expectation(key, value, requirements));
        }
        for requirement in requirements {
            if !found.iter().any(|expectation| expectation.requirement == *requirement) {
                self.problems.add(node.place, LessonErrorKind::Missing(requirement.to_string()));
            }
        }
        found.sort_by_key(|expectation| requirements.iter().position(|r| *r == expectation.requirement));
        found
    }

    pub(super) fn expectation(&mut self, key: &Key, node: &Node, all: &[Requirement]) -> Option<Expectation> {
        let requirement = self.requirement(&key.text, key.place, Some(all));
        let fields = Fields::of(node, &["verdict", "code"], &mut self.problems);
        let verdict = fields.need("verdict", &mut self.problems).and_then(|node| self.verdict(node));
        let code = fields.get("code").and_then(|node| self.code(node));
        Some(Expectation { requirement: requirement?, verdict: verdict?, code })
    }

    pub(super) fn verdict(&mut self, node: &Node) -> Option<Verdict> {
        let text = text(node, &mut self.problems);
        let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.as_str() == text);
        if verdict.is_none() {
            let names = Verdict::ALL.into_iter().map(Verdict::as_str);
            self.problems.no_such(node.place, "verdict", &text, names);
        }
        verdict
    }

    pub(super) fn code(&mut self, node: &Node) -> Option<Code> {
        let text = text(node, &mut self.problems);
        let code = Code::ALL.iter().find(|code| code.as_str() == text);
        if code.is_none() {
            let names = Code::ALL.iter().map(|code| code.as_str());
            self.problems.no_such(node.place, "code", &text, names);
        }
        code.copied()
    }

    pub(super) fn twice(&mut self, place: Place, what: &'static str, name: &str) {
        self.problems.add(place, LessonErrorKind::Twice { what, name: name.to_owned() });
    }
}
