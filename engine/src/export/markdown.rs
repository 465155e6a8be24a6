//! The verdicts with their traces as Markdown: for issues, wikis, study notes.

use super::Account;
use crate::journey::Step;
use crate::reach::Compared;
use crate::template::Place;
use crate::verdict::Verdict;

/// Tells the answers as Markdown. It is `CommonMark` without tables and HTML, so every host shows it.
pub fn markdown(account: &Account<'_>) -> String {
    let mut page = Page { account, out: String::new() };
    page.whole();
    page.out
}

/// A verdict's sign.
pub(super) fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::Fails => "✕",
        Verdict::Partial => "◐",
        Verdict::Unknown => "?",
        Verdict::Undeployable => "⊘",
    }
}

struct Page<'a> {
    account: &'a Account<'a>,
    out: String,
}

impl Page<'_> {
    fn add(&mut self, pieces: &[&str]) {
        self.out.extend(pieces.iter().copied());
    }

    fn whole(&mut self) {
        let Account { lang, title, link, answers, source, names, .. } = *self.account;
        self.add(&["# ", &escaped(title), "\n\n"]);
        if !link.is_empty() {
            self.add(&["<", link, ">\n\n"]);
        }
        let hold = answers.iter().filter(|answer| answer.verdict == Verdict::Holds).count();
        self.add(&[&escaped(&lang.tally(hold, answers.len())), "\n"]);
        for answer in answers {
            let title = escaped(&lang.requirement(&answer.requirement));
            self.add(&[
                "\n## ",
                sign(answer.verdict),
                " ",
                &title,
                " — ",
                lang.verdict(answer.verdict),
                "\n\n",
            ]);
            self.add(&[&escaped(&lang.answer(source, answer, names)), "\n"]);
            for (step, number) in answer.steps.iter().zip(1_u16..) {
                self.step(step, number);
            }
            if let Some(finding) = answer.findings.first() {
                self.add(&["\n", lang.ui().code, ": `", finding.code.as_str(), "`\n"]);
            }
            for note in &answer.notes {
                self.add(&["\n> ", &escaped(&lang.finding(note, names)), "\n"]);
            }
        }
    }

    fn step(&mut self, step: &Step, number: u16) {
        let Account { lang, names, judged, .. } = *self.account;
        let line = lang.step(step, names);
        if number == 1 {
            self.out.push('\n');
        }
        self.add(&[&number.to_string(), ". **", &escaped(&line.title), "** "]);
        self.add(&[&escaped(&line.says), " (", lang.outcome(&step.outcome), ")"]);
        if let (Some(place), true) = (step.finding.place, step.hops.is_empty()) {
            self.compared(&step.finding.compared, place);
        }
        self.out.push('\n');
        for hop in &step.hops {
            let line = lang.hop(hop, names);
            let back = if hop.reply { [lang.ui().way_back, ": "].concat() } else { String::new() };
            self.add(&["   - ", &escaped(&back), "**", &escaped(&line.title), "** ", &escaped(&line.says)]);
            self.compared(&hop.compared, hop.place(&judged.network));
            self.out.push('\n');
        }
    }

    /// Rule and packet as they are, and where the rule is written.
    fn compared(&mut self, compared: &Compared, place: Place) {
        let code = |text: &str| (!text.is_empty()).then(|| ["`", &text.replace('`', "'"), "`"].concat());
        let parts: Vec<String> =
            [code(&compared.rule), code(&compared.packet), Some(self.account.line(place))]
                .into_iter()
                .flatten()
                .collect();
        self.add(&[" — ", &parts.join(" · ")]);
    }
}

/// Text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}
