//! A lesson's folder as it is on the site.

use std::path::PathBuf;

use engine::network::{WorkloadKind, build};
use engine::template::{Parameters, Source, Templates};
use engine::verdict::{Ecosystem, Requirement, Verdict, judge};

#[derive(Clone)]
pub(crate) struct Folder {
    pub(crate) template: String,
}

impl Folder {
    pub(crate) fn open(id: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../static/lessons").join(id);
        Folder { template: std::fs::read_to_string(path.join("template.yaml")).unwrap() }
    }

    pub(crate) fn with_template(self, template: String) -> Folder {
        Folder { template, ..self }
    }

    pub(crate) fn option(&self, letter: char) -> Parameters {
        let on: &[&str] = match letter {
            'A' => &["CodeCommit", "CodeCommitEndpoint"],
            'B' => &["NatGateway", "PypiOnlyAcl"],
            'C' => &["NatInstance", "HostFirewall"],
            'D' => &["CodeArtifact", "CodeArtifactApiEndpoint", "CodeArtifactRepositoriesEndpoint", "PipUsesCodeArtifact"],
            _ => &[],
        };
        on.iter().map(|p| ((*p).to_owned(), "true".to_owned())).collect()
    }

    /// `requirement verdict CODE` for every answer of the notebook.
    pub(crate) fn answers(&self, parameters: &Parameters) -> Vec<String> {
        let templates = Templates::parse(&[Source { name: "template.yaml", text: &self.template }]).unwrap();
        let stack = templates.resolve(parameters).unwrap();
        let network = build(&stack);
        for r in &network.refusals { println!("{} {} {} {:?}", r.code, network.name(r.id), r.detail, r.place); }
        let sources: Vec<_> =
            network.workloads.iter().filter(|(_, w)| w.kind == WorkloadKind::Notebook).map(|(id, _)| *id).collect();
        let mut requirements = Requirement::defaults();
        requirements.push(Requirement::Install(Ecosystem::Npm));
        let report = judge(&network, &sources, &requirements);
        let answers = report.sources.iter().flat_map(|s| &s.answers);
        answers
            .map(|a| {
                let verdict = match a.verdict {
                    Verdict::Holds => "holds",
                    Verdict::Fails => "fails",
                    Verdict::Partial => "partial",
                    Verdict::Unknown => "unknown",
                    Verdict::Undeployable => "undeployable",
                };
                format!("{} {verdict} {}", a.requirement, a.findings.first().map_or("-", |f| f.code.as_str()))
            })
            .collect()
    }
}
