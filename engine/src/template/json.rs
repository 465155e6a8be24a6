//! JSON to the tree as written. YAML readers refuse some JSON (tabs, escaped surrogate pairs, long keys), so JSON has a
//! reader of its own, which keeps places too.

use std::{iter::Peekable, str::Chars};

use super::{
    Key, Place, TemplateErrorKind,
    problems::Problems,
    raw::{MAX_DEPTH, Raw, RawKind},
    yaml::Entries,
};

/// What is wrong, and where.
pub(super) struct JsonError {
    place: Place,
    what: String,
}

impl JsonError {
    /// Notes the error.
    pub(super) fn report(self, problems: &mut Problems) {
        problems.add(self.place, TemplateErrorKind::Syntax(self.what));
    }
}

/// Reads a JSON text.
pub(super) fn read(text: &str, file: u16, problems: &mut Problems) -> Result<Raw, JsonError> {
    let mut reader =
        Reader { chars: text.chars().peekable(), place: Place { file, line: 1, column: 1 }, problems };
    let raw = reader.value(0)?;
    reader.space();
    match reader.chars.peek().copied() {
        None => Ok(raw),
        Some(c) => Err(reader.error(format!("expected the end of the file, found `{c}`"))),
    }
}

struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
    place: Place,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        self.next_if(|_| true)
    }

    fn next_if(&mut self, wanted: impl FnOnce(&char) -> bool) -> Option<char> {
        let c = self.chars.next_if(wanted)?;
        if c == '\n' {
            self.place.line = self.place.line.saturating_add(1);
            self.place.column = 1;
        } else {
            self.place.column = self.place.column.saturating_add(1);
        }
        Some(c)
    }

    fn space(&mut self) {
        while self.next_if(char::is_ascii_whitespace).is_some() {}
    }

    fn error(&self, what: String) -> JsonError {
        JsonError { place: self.place, what }
    }

    fn expect(&mut self, wanted: char) -> Result<(), JsonError> {
        self.space();
        match self.chars.peek().copied() {
            Some(c) if c == wanted => {
                self.next();
                Ok(())
            }
            Some(c) => Err(self.error(format!("expected `{wanted}`, found `{c}`"))),
            None => Err(self.error(format!("expected `{wanted}`, found the end of the file"))),
        }
    }

    /// Whether the next character is this one; it is then passed.
    fn passes(&mut self, wanted: char) -> bool {
        self.space();
        let here = self.chars.peek() == Some(&wanted);
        if here {
            self.next();
        }
        here
    }

    fn value(&mut self, depth: usize) -> Result<Raw, JsonError> {
        self.space();
        if depth > MAX_DEPTH {
            return Err(self.error(format!("nested deeper than {MAX_DEPTH} levels")));
        }
        let place = self.place;
        let kind = match self.chars.peek().copied() {
            Some('{') => self.map(depth)?,
            Some('[') => self.list(depth)?,
            Some('"') => RawKind::Quoted(self.string()?),
            _ => RawKind::Plain(self.word()?),
        };
        Ok(Raw { place, tag: None, kind })
    }

    fn map(&mut self, depth: usize) -> Result<RawKind, JsonError> {
        self.next();
        let mut entries = Entries::default();
        if self.passes('}') {
            return Ok(RawKind::Map(entries.list));
        }
        loop {
            self.space();
            let place = self.place;
            let text = self.string()?;
            self.expect(':')?;
            let raw = self.value(depth + 1)?;
            entries.insert(Key { text: text.into(), place }, raw, self.problems);
            if !self.passes(',') {
                self.expect('}')?;
                return Ok(RawKind::Map(entries.list));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<RawKind, JsonError> {
        self.next();
        let mut items = Vec::new();
        if self.passes(']') {
            return Ok(RawKind::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if !self.passes(',') {
                self.expect(']')?;
                return Ok(RawKind::List(items));
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<Box<str>, JsonError> {
        let start = JsonError { place: self.place, what: String::new() };
        let mut word = String::new();
        while let Some(c) = self.next_if(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')) {
            word.push(c);
        }
        let number =
            word.starts_with(|c: char| c == '-' || c.is_ascii_digit()) && word.parse::<f64>().is_ok();
        if number || matches!(&*word, "true" | "false" | "null") {
            return Ok(word.into());
        }
        let found = match (word.is_empty(), self.chars.peek()) {
            (false, _) => format!("`{word}`"),
            (true, Some(c)) => format!("`{c}`"),
            (true, None) => "the end of the file".to_owned(),
        };
        Err(JsonError { what: format!("expected a JSON value, found {found}"), ..start })
    }

    fn string(&mut self) -> Result<Box<str>, JsonError> {
        self.expect('"')?;
        let mut text = String::new();
        loop {
            let place = self.place;
            match self.next() {
                Some('"') => return Ok(text.into()),
                Some('\\') => text.push(self.escape(place)?),
                Some(c) if u32::from(c) >= 0x20 || c == '\t' => text.push(c),
                Some('\n') | None => {
                    return Err(JsonError { place, what: "the text has no closing quote".to_owned() });
                }
                Some(c) => {
                    let what = format!("control character U+{:04X} inside text", u32::from(c));
                    return Err(JsonError { place, what });
                }
            }
        }
    }

    fn escape(&mut self, place: Place) -> Result<char, JsonError> {
        let unknown = |what: String| JsonError { place, what };
        Ok(match self.next() {
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let first = self.hex(place)?;
                let code = if (0xd800..0xdc00).contains(&first) {
                    let pair = self.next() == Some('\\') && self.next() == Some('u');
                    let second = if pair { self.hex(place)? } else { 0 };
                    if !(0xdc00..0xe000).contains(&second) {
                        return Err(unknown("half of a surrogate pair".to_owned()));
                    }
                    0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                } else {
                    first
                };
                char::from_u32(code).ok_or_else(|| unknown("half of a surrogate pair".to_owned()))?
            }
            other => {
                let found = other.map_or("the end of the file".to_owned(), |c| format!("`\\{c}`"));
                return Err(unknown(format!("expected a JSON escape, found {found}")));
            }
        })
    }

    fn hex(&mut self, place: Place) -> Result<u32, JsonError> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.next().and_then(|c| c.to_digit(16));
            let Some(digit) = digit else {
                return Err(JsonError { place, what: "expected four hexadecimal digits".to_owned() });
            };
            code = code * 16 + digit;
        }
        Ok(code)
    }
}
