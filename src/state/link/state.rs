//! The state in a link: `1.` and, in base64url without padding, version 1's bytes:
//!
//! ```text
//! requirement + 1, or 0 for none | number of toggles | toggles, eight a byte, lowest first | checksum, two bytes
//! ```
//!
//! The checksum runs over the lesson's name too, so that a link does not open the wrong lesson. Toggles are only ever
//! appended to a lesson; those a link does not know yet are as in the base state.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use crate::state::{Shape, Toggles};

const VERSION_1: &str = "1.";

pub(super) fn write(shape: &Shape, toggles: Toggles, requirement: Option<usize>) -> String {
    let mut bytes = vec![requirement.map_or(0, |index| byte(index + 1)), byte(shape.toggles)];
    bytes.extend(toggles.to_bytes(shape.toggles));
    bytes.extend(checksum(&shape.lesson, &bytes));
    let mut text = String::from(VERSION_1);
    text.push_str(&Base64UrlUnpadded::encode_string(&bytes));
    text
}

pub(super) fn read(shape: &Shape, text: &str) -> Option<(Toggles, Option<usize>)> {
    let bytes = Base64UrlUnpadded::decode_vec(text.strip_prefix(VERSION_1)?).ok()?;
    let (body, sum) = bytes.split_last_chunk::<2>()?;
    if *sum != checksum(&shape.lesson, body) {
        return None;
    }
    let (&[requirement, count], set) = body.split_first_chunk::<2>()?;
    let count = usize::from(count);
    if count > shape.toggles || set.len() != count.div_ceil(8) {
        return None;
    }
    let written = Toggles::from_bytes(set);
    let toggles = (0..count).fold(shape.base, |toggles, index| toggles.with(index, written.is_on(index)));
    let requirement = usize::from(requirement).checked_sub(1).filter(|index| *index < shape.requirements);
    Some((toggles, requirement))
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// CRC-16 (CCITT polynomial, starting at all ones) of the lesson's name and the bytes.
fn checksum(lesson: &str, bytes: &[u8]) -> [u8; 2] {
    let crc =
        lesson.bytes().chain(bytes.iter().copied()).fold(0xFFFF_u16, |crc, byte| {
            (0..8).fold(crc ^ u16::from(byte) << 8, |crc, _| {
                if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 }
            })
        });
    crc.to_be_bytes()
}
