//! The report for people: a verdict, its sentence, the way, the rules that decided.

use std::fmt::Write as _;

use engine::explain::Explanation;
use engine::journey::Finding;
use engine::network::Network;
use engine::reach::Hop;
use engine::template::{Place, Stack};
use engine::verdict::{Answer, Report, Verdict};
use engine::words::{Lang, Names};

use crate::explained::Explained;
use crate::style::Style;

/// Renders the report.
pub(crate) fn render(
    stack: &Stack,
    network: &Network,
    report: &Report,
    explained: &[Vec<Explanation>],
    lang: Lang,
    style: Style,
) -> String {
    let mut page = Page { stack, network, lang, style, names: Names::logical(network), out: String::new() };
    page.report(report, explained);
    page.out
}

struct Page<'a> {
    stack: &'a Stack,
    network: &'a Network,
    lang: Lang,
    style: Style,
    names: Names<'a>,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a `String` cannot fail.
        let _ = self.out.write_fmt(text);
        self.out.push('\n');
    }

    fn report(&mut self, report: &Report, explained: &[Vec<Explanation>]) {
        let files = self.stack.files.join(", ");
        self.line(format_args!("{}\n", self.style.quiet(&files)));
        for (place, source) in report.sources.iter().enumerate() {
            let name = self.network.name(source.source);
            let kind = self.network.entity(source.source).map_or("", |entity| &*entity.kind);
            self.line(format_args!("{} {}\n", self.style.strong(name), self.style.quiet(kind)));
            for (at, answer) in source.answers.iter().enumerate() {
                self.answer(source.source, answer);
                if let Some(explanation) = explained.get(place).and_then(|answers| answers.get(at)) {
                    let told = Explained { lang: self.lang, names: &self.names, style: self.style };
                    self.out.push_str(&told.render(answer.verdict, explanation));
                }
                self.out.push('\n');
            }
        }
        if !report.not_modelled.is_empty() {
            self.line(format_args!("{}", self.style.strong(self.lang.ui().not_modelled)));
            for (unmodelled, could_change) in &report.not_modelled {
                let kind = self.network.entity(unmodelled.id).map_or("", |entity| &*entity.kind);
                let says = self.lang.not_modelled(unmodelled, kind, could_change, &self.names);
                let at = self.place(self.network.place(unmodelled.id));
                self.line(format_args!("  {says} {}", self.style.quiet(&at)));
            }
            self.out.push('\n');
        }
        let answers = || report.sources.iter().flat_map(|source| &source.answers);
        let hold = answers().filter(|answer| answer.verdict == Verdict::Holds).count();
        let tally = self.lang.tally(hold, answers().count());
        self.line(format_args!("{tally}"));
    }

    fn answer(&mut self, source: engine::network::Id, answer: &Answer) {
        let mark = match answer.verdict {
            Verdict::Holds => "✓",
            Verdict::Fails => "✗",
            Verdict::Partial => "◐",
            Verdict::Unknown => "?",
            Verdict::Undeployable => "!",
        };
        let verdict = format!("{mark} {}", self.lang.verdict(answer.verdict));
        let title = answer.requirement.to_string();
        let verdict = self.style.verdict(answer.verdict, &verdict);
        self.line(format_args!("{verdict}  {}", self.style.strong(&title)));
        let says = self.lang.answer(source, answer, &self.names);
        self.line(format_args!("  {says}"));
        if let Some((reason, further)) = answer.findings.split_first() {
            self.reason(reason);
            for finding in further {
                let says = self.lang.finding(finding, &self.names);
                let coded = self.coded(finding);
                self.line(format_args!("  + {says} {}", self.style.quiet(&coded)));
            }
        }
        let ui = self.lang.ui();
        match answer.verdict {
            Verdict::Holds => self.short_path(answer.path()),
            _ => self.path(answer.path()),
        }
        if let Some(witness) = &answer.witness {
            let says = self.lang.witness(witness);
            self.line(format_args!("  {}: {says}", ui.example_packet));
        }
        if let Some(partial) = &answer.partial {
            let says = self.lang.partial(partial);
            self.line(format_args!("  {}: {says}", ui.what_works));
        }
        for note in &answer.notes {
            let says = self.lang.finding(note, &self.names);
            self.line(format_args!("  {} {says}", self.style.quiet("·")));
        }
    }

    /// The code of the reason and where it stands; the rule too, where no path shows it.
    fn reason(&mut self, finding: &Finding) {
        let coded = self.coded(finding);
        self.line(format_args!("  {}", self.style.quiet(&coded)));
        if !finding.compared.rule.is_empty() {
            let rule = finding.compared.rule.to_string();
            self.line(format_args!("    {}", self.style.quiet(&rule)));
        }
    }

    /// `NO_ROUTE_TO_DESTINATION template.yaml:42`.
    fn coded(&self, finding: &Finding) -> String {
        let at = finding.place.map(|place| self.place(place)).unwrap_or_default();
        format!("{} {at}", finding.code).trim_end().to_owned()
    }

    /// The things passed on the way there, in one line.
    fn short_path(&mut self, hops: &[Hop]) {
        let mut titles: Vec<String> = Vec::new();
        for hop in hops.iter().filter(|hop| !hop.reply) {
            let title = self.lang.hop(hop, &self.names).title;
            if titles.last() != Some(&title) {
                titles.push(title);
            }
        }
        if !titles.is_empty() {
            let path = titles.join(" → ");
            self.line(format_args!("  {}", self.style.quiet(&path)));
        }
    }

    /// Every hop with its rule; the packet where it changes.
    fn path(&mut self, hops: &[Hop]) {
        let mut packet = "";
        let mut back = false;
        for (number, hop) in (1..).zip(hops) {
            if hop.reply && !back {
                self.line(format_args!("    {}", self.lang.ui().way_back));
                back = true;
            }
            if *hop.compared.packet != *packet {
                packet = &hop.compared.packet;
                self.line(format_args!("    {}", self.style.quiet(packet)));
            }
            let line = self.lang.hop(hop, &self.names);
            let at = self.place(hop.place(self.network));
            let (title, says) = (line.title, line.says);
            self.line(format_args!("    {number:>2}  {title}: {says} {}", self.style.quiet(&at)));
            if !hop.compared.rule.is_empty() {
                let rule = hop.compared.rule.to_string();
                self.line(format_args!("        {}", self.style.quiet(&rule)));
            }
        }
    }

    /// `line 42`, with the file where there are several.
    fn place(&self, place: Place) -> String {
        let several = self.stack.files.len() > 1;
        let file = self.stack.files.get(usize::from(place.file)).filter(|_| several);
        format!("({})", self.lang.at_line(file.map(String::as_str), place.line))
    }
}
