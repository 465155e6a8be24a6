//! Causes, fixes and what has to change on the way, for people.

use std::fmt::Write as _;

use engine::explain::{BlockedPath, Explanation, Fix, Setting};
use engine::verdict::Verdict;
use engine::words::{Lang, Names};

use crate::style::Style;

/// How many of each are shown; programs get all of them.
const SHOWN: usize = 5;

/// Renders explanations.
pub(crate) struct Explained<'a> {
    pub(crate) lang: Lang,
    pub(crate) names: &'a Names<'a>,
    pub(crate) style: Style,
}

impl Explained<'_> {
    /// What explains one answer.
    pub(crate) fn render(&self, verdict: Verdict, explanation: &Explanation) -> String {
        let ui = self.lang.ui();
        let mut out = String::new();
        let causes =
            explanation.causes.settings.iter().filter(|set| !set.is_empty()).map(|set| self.set(set));
        self.list(&mut out, ui.causes, causes);
        if verdict == Verdict::Holds {
            let breaks = explanation.causes.changes.iter().map(|set| self.set(set));
            self.list(&mut out, ui.what_would_break, breaks);
        } else {
            self.blocked(&mut out, &explanation.blocked_path);
            self.list(&mut out, ui.fixes, explanation.fixes.iter().map(|fix| self.fix(fix)));
            if explanation.fixes.is_empty() {
                line(&mut out, format_args!("  {}", ui.no_fix));
            }
        }
        if let Some(command) = &explanation.network_insights {
            line(&mut out, format_args!("  {}: {}", ui.ask_aws, self.style.quiet(command)));
        }
        out
    }

    fn list(&self, out: &mut String, title: &str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        if items.is_empty() {
            return;
        }
        line(out, format_args!("  {}", self.style.strong(title)));
        for item in items.iter().take(SHOWN) {
            line(out, format_args!("    - {item}"));
        }
        if items.len() > SHOWN {
            line(out, format_args!("    … {}", items.len() - SHOWN));
        }
    }

    fn set(&self, settings: &[Setting]) -> String {
        let all = settings.iter().map(|setting| self.lang.setting(&setting.parameter, setting.on));
        all.collect::<Vec<_>>().join(" + ")
    }

    fn fix(&self, fix: &Fix) -> String {
        let mut said: Vec<String> = fix.edits.iter().map(|edit| self.lang.edit(edit, self.names)).collect();
        // The first effect is the one that was asked for.
        let effects = fix.effects.iter().skip(1).map(|effect| format!("({})", self.lang.effect(effect)));
        said.extend(effects);
        said.extend(
            [self.lang.opens(fix.opens), self.lang.hourly(fix.hourly)].into_iter().filter(|s| !s.is_empty()),
        );
        said.join(" ")
    }

    fn blocked(&self, out: &mut String, path: &BlockedPath) {
        if path.blockers.is_empty() {
            return;
        }
        let names = Names::logical(&path.network);
        line(out, format_args!("  {}", self.style.strong(self.lang.ui().blocked_path)));
        for (number, blocker) in (1..).zip(&path.blockers) {
            let says = self.lang.finding(&blocker.finding, &names);
            line(
                out,
                format_args!("    {number}. {says} {}", self.style.quiet(blocker.finding.code.as_str())),
            );
            if let Some(edit) = blocker.edits.first() {
                line(out, format_args!("       {}", self.lang.edit(edit, &names)));
            }
        }
    }
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _ = out.write_fmt(text);
    out.push('\n');
}
