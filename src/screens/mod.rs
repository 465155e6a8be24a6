//! What is on the page, one screen a file. A screen shows what the scene says and tells what was pressed.

mod asked;
mod card;
mod complaints;
mod explore;
mod figure;
mod header;
mod list_view;
mod not_modelled;
mod options;
mod page;
mod places;
mod question;
mod requirements;
mod rooms;
mod sources;
mod strip;
mod switches;
#[cfg(test)]
mod tests;
mod why;

pub(crate) use figure::FIGURE;
pub(crate) use page::Page;
