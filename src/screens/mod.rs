//! What is on the page, one screen a file. A screen shows what the scene says and tells what was pressed.

mod card;
mod complaints;
mod explore;
mod figure;
mod header;
mod list_view;
mod not_modelled;
mod options;
mod question;
mod requirements;
mod rooms;
mod sources;
mod strip;
mod switches;
#[cfg(test)]
mod tests;
mod why;

pub(crate) use explore::Explore;
pub(crate) use figure::FIGURE;
