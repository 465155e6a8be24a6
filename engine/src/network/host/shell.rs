//! As much of the shell as start-up scripts need: lines joined by `\`, comments, quotes, known variables, `&&` and `;`, a block
//! that another user runs (`sudo -u user -i <<'EOF'`), and `bash -c '…'`. What decides at run time (`if`, loops, pipes) is left aside.

use litemap::LiteMap;

/// A command with its words, or a line that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Words after quoting and variables; the text as written.
    Command(Vec<String>, String),
    /// The text as written.
    NotUnderstood(String),
}

/// Words that begin and end what only runs under a condition.
const OPENS: [&str; 6] = ["if", "for", "while", "until", "case", "function"];
const CLOSES: [&str; 3] = ["fi", "done", "esac"];

/// Reads a script.
pub(super) fn read(script: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut shell = Shell::default();
    let joined = script.replace("\\\r\n", " ").replace("\\\n", " ");
    let mut lines = joined.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        let Some((command, word, quoted)) = here_document(line) else {
            shell.line(line, &mut out);
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|body| body.trim() != word).collect();
        if shell.depth == 0 && runs_a_shell(command) {
            // A quoted word keeps `$` for the inner shell; either way variables of this script are filled in if known.
            let mut inner = if quoted { Shell::default() } else { shell.clone() };
            for line in body {
                inner.line(line.trim(), &mut out);
            }
        } else {
            out.push(Line::NotUnderstood(line.to_owned()));
        }
    }
    out
}

/// `command <<'WORD'`: the command, the word, and whether the word is quoted.
fn here_document(line: &str) -> Option<(&str, &str, bool)> {
    let (command, rest) = line.split_once("<<")?;
    if command.starts_with('#') || rest.starts_with('<') {
        return None;
    }
    let word = rest.trim_start_matches('-').trim();
    let bare = word.trim_matches(['\'', '"']);
    let plain = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    plain.then_some((command.trim(), bare, bare.len() != word.len()))
}

/// Whether a command's input is a script: a shell, or `sudo`/`su` that starts one.
fn runs_a_shell(command: &str) -> bool {
    let mut words = command.split_whitespace().peekable();
    let Some(first) = words.next() else { return false };
    match first {
        "bash" | "sh" => true,
        "su" => true,
        "sudo" => {
            let mut shell = false;
            while let Some(word) = words.next() {
                match word {
                    "-u" | "-g" => {
                        words.next();
                    }
                    "-i" | "-s" | "bash" | "sh" => shell = true,
                    flag if flag.starts_with('-') => shell |= flag.contains('i') || flag.contains('s'),
                    _ => return false,
                }
            }
            shell
        }
        _ => false,
    }
}

#[derive(Clone, Debug, Default)]
struct Shell {
    variables: LiteMap<String, String>,
    /// How many `if`s and loops are open.
    depth: usize,
}

impl Shell {
    fn line(&mut self, line: &str, out: &mut Vec<Line>) {
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        let first = line.split_whitespace().next();
        if self.depth > 0 || first.is_some_and(|first| OPENS.contains(&first)) {
            let (mut opened, mut closed) = (0, 0);
            for word in line.split(|c: char| c.is_whitespace() || c == ';') {
                opened += usize::from(OPENS.contains(&word));
                closed += usize::from(CLOSES.contains(&word));
            }
            self.depth = (self.depth + opened).saturating_sub(closed);
            out.push(Line::NotUnderstood(line.to_owned()));
            return;
        }
        match split(line, &self.variables) {
            Some(commands) => commands.into_iter().for_each(|words| self.command(words, line, out)),
            None => out.push(Line::NotUnderstood(line.to_owned())),
        }
    }

    fn command(&mut self, mut words: Vec<String>, line: &str, out: &mut Vec<Line>) {
        if words.first().is_some_and(|word| word == "export") {
            words.remove(0);
        }
        while let Some((name, value)) = words.first().and_then(|word| word.split_once('=')) {
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                break;
            }
            self.variables.insert(name.to_owned(), value.to_owned());
            words.remove(0);
        }
        let words = without_sudo(words);
        match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [] => {}
            ["bash" | "sh", flag, script, ..] if flag.ends_with('c') && flag.starts_with('-') => {
                out.extend(read(script));
            }
            ["su", rest @ ..] if rest.contains(&"-c") => {
                if let Some(script) = rest.iter().skip_while(|word| **word != "-c").nth(1) {
                    out.extend(read(script));
                }
            }
            _ => out.push(Line::Command(words, line.to_owned())),
        }
    }
}

/// The words without a leading `sudo` and its flags.
fn without_sudo(words: Vec<String>) -> Vec<String> {
    if words.first().is_none_or(|word| word != "sudo") {
        return words;
    }
    let mut rest = words.into_iter().skip(1).peekable();
    while let Some(flag) = rest.next_if(|word| word.starts_with('-')) {
        if matches!(flag.as_str(), "-u" | "-g" | "--user" | "--group") {
            rest.next();
        }
    }
    rest.collect()
}

/// Splits a line into commands and words; `None` where it holds what only a run decides. A variable that is not known stays as
/// `${NAME}`.
fn split(line: &str, variables: &LiteMap<String, String>) -> Option<Vec<Vec<String>>> {
    let line = line.strip_suffix("|| true").unwrap_or(line).trim_end();
    let line = line.strip_suffix("2>&1").unwrap_or(line).trim_end();
    let line = line.strip_suffix(">/dev/null").or_else(|| line.strip_suffix("> /dev/null")).unwrap_or(line);
    let mut commands = vec![Vec::new()];
    let mut word: Option<String> = None;
    let mut chars = line.chars().peekable();
    let mut quote = None;
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\'' | '"', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, Some(q)) if c == q => quote = None,
            ('$', None | Some('"')) => {
                let name = variable(&mut chars)?;
                let text = variables.get(&name).cloned().unwrap_or_else(|| format!("${{{name}}}"));
                word.get_or_insert_default().push_str(&text);
            }
            ('`', None | Some('"')) => return None,
            ('\\', None | Some('"')) => word.get_or_insert_default().extend(chars.next()),
            (c, Some(_)) => word.get_or_insert_default().push(c),
            ('#', None) if word.is_none() => break,
            ('|' | '>' | '<' | '(' | ')' | '{' | '}', None) => return None,
            ('&', None) => {
                chars.next_if_eq(&'&')?;
                commands.last_mut()?.extend(word.take());
                commands.push(Vec::new());
            }
            (';', None) => {
                commands.last_mut()?.extend(word.take());
                commands.push(Vec::new());
            }
            (c, None) if c.is_whitespace() => commands.last_mut()?.extend(word.take()),
            (c, None) => word.get_or_insert_default().push(c),
        }
    }
    commands.last_mut()?.extend(word);
    (quote.is_none()).then_some(commands)
}

/// The name of a variable after `$`; `None` for `$(…)` and whatever else a run decides.
fn variable(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<String> {
    let braced = chars.next_if_eq(&'{').is_some();
    let mut name = String::new();
    while let Some(c) = chars.next_if(|c| c.is_ascii_alphanumeric() || *c == '_') {
        name.push(c);
    }
    if braced {
        chars.next_if_eq(&'}')?;
    }
    (!name.is_empty()).then_some(name)
}
