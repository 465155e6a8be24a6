//! How wide a text is, roughly, and where it may be broken.
//!
//! The engine has no fonts, so widths are estimates on the generous side; a label's room is never narrower than its text
//! in the usual system fonts.

/// Estimated width of a text at this font size, in whole units.
pub fn width(text: &str, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(em).sum();
    (thousandths * size + 999) / 1000
}

/// Width of a character in thousandths of an em, after the wider ones of the usual system fonts.
fn em(c: char) -> i32 {
    match c {
        c if is_wide(c) => 1000,
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | 'I' | ' ' | '.' | ',' | ':' | '-' | '/' | '(' | ')' | '·' => 350,
        'm' | 'w' | 'M' | 'W' | '@' => 850,
        'A'..='Z' => 670,
        _ => 590,
    }
}

/// Whether a character takes a full em: Han, kana, full-width forms.
fn is_wide(c: char) -> bool {
    u32::from(c) >= 0x2E80
}

/// Breaks a text into one or two lines, each no wider than `room`; what does not fit ends in an ellipsis.
pub(super) fn lines(text: &str, size: i32, room: i32) -> Vec<Box<str>> {
    if width(text, size) <= room {
        return vec![text.into()];
    }
    let best = breaks(text)
        .into_iter()
        .min_by_key(|(first, second, cost)| width(first, size).max(width(second, size)) * 2 + cost);
    match best {
        Some((first, second, _)) => {
            vec![shorten(&first, size, room).into(), shorten(&second, size, room).into()]
        }
        None => vec![shorten(text, size, room).into()],
    }
}

/// The text, cut to fit with an ellipsis where it is too wide.
pub(super) fn shorten(text: &str, size: i32, room: i32) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept, size) + width("…", size) > room {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    kept
}

/// Every way to break a text in two, with how unwelcome each is.
fn breaks(text: &str) -> Vec<(String, String, i32)> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, pair) in chars.windows(2).enumerate() {
        let &[before, after] = pair else { continue };
        let cost = match (before, after) {
            (' ', _) => 0,
            (_, ' ') => continue,
            ('.' | '-' | '/' | '_', _) => 8,
            _ if no_line_starts_with(after) => continue,
            _ if COMPOUND_HEADS.iter().any(|head| starts_with(&chars, at + 1, head)) => -30,
            _ if is_wide(before) != is_wide(after) => 4,
            _ if is_wide(before) && script(before) != script(after) => 6,
            _ if is_wide(before) => 60,
            _ => continue,
        };
        let first: String = chars.iter().take(at + 1).collect();
        let second: String = chars.iter().skip(at + 1).collect();
        found.push((first.trim_end().to_owned(), second, cost));
    }
    found
}

/// Last words of Japanese product terms: a name breaks before them as an English one breaks at its spaces.
const COMPOUND_HEADS: [&str; 11] = [
    "ゲートウェイ",
    "インスタンス",
    "エンドポイント",
    "リポジトリ",
    "バケット",
    "テーブル",
    "プロジェクト",
    "サブネット",
    "ルートテーブル",
    "データ",
    "ネットワーク",
];

/// Whether `word` stands at this place.
fn starts_with(chars: &[char], at: usize, word: &str) -> bool {
    let mut rest = chars.iter().skip(at);
    word.chars().all(|c| rest.next() == Some(&c))
}

/// Japanese line breaking: closing marks, small kana and the long-vowel mark stay with what is before them.
fn no_line_starts_with(c: char) -> bool {
    "、。，．・）」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(c)
}

/// Scripts between which a Japanese text breaks well.
fn script(c: char) -> u8 {
    match u32::from(c) {
        0x3040..=0x309F => 0,
        0x30A0..=0x30FF => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, room: i32, expect: &[&str]) {
        let lines = super::lines(text, 12, room);
        assert_eq!(lines.iter().map(|l| &**l).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn labels_break_at_spaces_then_points() {
        check("NAT gateway", 120, &["NAT gateway"]);
        check("SageMaker API endpoint", 100, &["SageMaker", "API endpoint"]);
        check("codeartifact.repositories", 100, &["codeartifact.", "repositories"]);
        check("unbreakable-but-far-too-long-a-name", 60, &["unbreak…", "far-too-l…"]);
    }

    #[test]
    fn japanese_breaks_between_scripts_and_never_before_a_long_vowel_mark() {
        check("インターネットゲートウェイ", 88, &["インターネット", "ゲートウェイ"]);
        check("学習データのバケット", 80, &["学習データの", "バケット"]);
    }
}
