//! Bytes as letters of a HTML document, seven bits each: base64 would take a sixth more. `static/single.js` reads them.

/// Values that HTML would change or end at, and the letters in their place. The order is known to `static/single.js`.
const MOVED: [(u16, char); 3] = [(0, '\u{100}'), (0x0d, '\u{101}'), (0x3c, '\u{102}')];

/// Seven bits a letter, the highest first.
pub(crate) fn letters(bytes: &[u8]) -> String {
    let (mut text, mut bits, mut held) = (String::with_capacity(bytes.len() * 6 / 5), 0_u16, 0);
    for byte in bytes {
        bits = (bits << 8) | u16::from(*byte);
        held += 8;
        while held >= 7 {
            held -= 7;
            text.push(letter(bits >> held));
            bits &= (1 << held) - 1;
        }
    }
    if held > 0 {
        text.push(letter(bits << (7 - held)));
    }
    text
}

fn letter(value: u16) -> char {
    let moved = MOVED.iter().find(|(moved, _)| *moved == value).map(|(_, letter)| *letter);
    moved.or_else(|| char::from_u32(u32::from(value))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{MOVED, letters};

    /// What `static/single.js` does.
    fn bytes(letters: &str) -> Vec<u8> {
        let (mut all, mut bits, mut held) = (Vec::new(), 0_u32, 0);
        for letter in letters.chars() {
            let moved = MOVED.iter().find(|(_, moved)| *moved == letter).map(|(value, _)| u32::from(*value));
            bits = (bits << 7) | moved.unwrap_or(u32::from(letter));
            held += 7;
            if held >= 8 {
                held -= 8;
                all.extend(u8::try_from(bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        all
    }

    #[test]
    fn every_byte_comes_back() {
        for length in [0, 1, 6, 7, 8, 255, 1000] {
            let all: Vec<u8> = (0..=u8::MAX).map(|n| n.wrapping_mul(37)).cycle().take(length).collect();
            let letters = letters(&all);
            assert!(!letters.contains(['\0', '\r', '<']), "letters that HTML leaves as they are");
            assert_eq!(bytes(&letters), all, "{length} bytes");
        }
    }
}
