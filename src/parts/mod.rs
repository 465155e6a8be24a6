//! Pieces that know nothing of lessons: they get what they show and tell when they are pressed.

mod button;
mod first_few;
mod glyph;
mod radio;
mod said;
mod switch;
mod tabs;
mod turn;
mod verdict;

pub(crate) use button::Button;
pub(crate) use first_few::first_few;
pub(crate) use glyph::{Glyph, GlyphIcon};
pub(crate) use radio::Radio;
pub(crate) use said::said;
pub(crate) use switch::Switch;
pub(crate) use tabs::beside;
pub(crate) use turn::turns;
pub(crate) use verdict::{VerdictMark, mark_name};
