//! The verdicts with their traces as JSON, for programs. The command's report (`--format json`) is larger and has a schema; this
//! is what the page shows.

use super::Account;
use crate::journey::{Finding, Step};
use crate::reach::Compared;

/// Tells the answers as JSON, two spaces a level. Version 1: fields may be added, none is renamed or removed.
pub fn json(account: &Account<'_>) -> String {
    let mut out = Out { text: String::new(), depth: 0, is_first: true };
    let Account { lang, title, link, answers, source, names, judged } = *account;
    out.object(None, |out| {
        out.literal("version", "1");
        out.string("title", title);
        out.string("link", link);
        out.string("lang", lang.tag());
        out.object(Some("parameters"), |out| {
            for toggle in &judged.stack.parameters {
                out.string(toggle.0, toggle.1);
            }
        });
        out.list("requirements", answers, |out, answer| {
            out.string("requirement", &answer.requirement.to_string());
            out.string("verdict", answer.verdict.as_str());
            out.string("says", &lang.answer(source, answer, names));
            if let Some(finding) = answer.findings.first() {
                out.string("code", finding.code.as_str());
            }
            if let Some(witness) = &answer.witness {
                out.string("example", &lang.witness(witness));
            }
            out.list("steps", &answer.steps, |out, step| tell_step(out, account, step));
            out.list("notes", &answer.notes, |out, note: &Finding| {
                out.string("code", note.code.as_str());
                out.string("says", &lang.finding(note, names));
            });
        });
    });
    out.text.push('\n');
    out.text
}

fn tell_step(out: &mut Out, account: &Account<'_>, step: &Step) {
    let Account { lang, names, judged, .. } = *account;
    let line = lang.step(step, names);
    out.string("title", &line.title);
    out.string("says", &line.says);
    out.string("outcome", lang.outcome(&step.outcome));
    out.string("code", step.finding.code.as_str());
    compared(out, &step.finding.compared);
    out.list("hops", &step.hops, |out, hop| {
        let line = lang.hop(hop, names);
        out.string("title", &line.title);
        out.string("says", &line.says);
        out.string("code", hop.code.as_str());
        compared(out, &hop.compared);
        out.literal("line", &hop.place(&judged.network).line.to_string());
        out.literal("back", if hop.reply { "true" } else { "false" });
    });
}

fn compared(out: &mut Out, compared: &Compared) {
    out.string("rule", &compared.rule);
    out.string("packet", &compared.packet);
}

struct Out {
    text: String,
    depth: usize,
    is_first: bool,
}

impl Out {
    fn line(&mut self) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        if self.depth > 0 {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn key(&mut self, key: &str) {
        self.line();
        self.quoted(key);
        self.text.push_str(": ");
    }

    fn string(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.key(key);
            self.quoted(value);
        }
    }

    fn literal(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text.push_str(value);
    }

    fn object(&mut self, key: Option<&str>, fields: impl FnOnce(&mut Out)) {
        match key {
            Some(key) => self.key(key),
            None => self.line(),
        }
        self.within(['{', '}'], fields);
    }

    fn list<T>(&mut self, key: &str, items: &[T], mut fields: impl FnMut(&mut Out, &T)) {
        self.key(key);
        self.within(['[', ']'], |out| {
            for item in items {
                out.object(None, |out| fields(out, item));
            }
        });
    }

    fn within(&mut self, [open, close]: [char; 2], fields: impl FnOnce(&mut Out)) {
        self.text.push(open);
        self.depth += 1;
        self.is_first = true;
        fields(self);
        self.depth -= 1;
        if !self.is_first {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", self.depth));
        }
        self.is_first = false;
        self.text.push(close);
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                letter if letter.is_control() => self.text.push(' '),
                letter => self.text.push(letter),
            }
        }
        self.text.push('"');
    }
}
