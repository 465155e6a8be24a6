//! What is on the page, one screen a file. A screen shows what the scene says and tells what was pressed.

mod ask_aws;
mod asked;
mod card;
mod compare;
mod complaints;
mod configurations;
mod copied;
#[cfg(test)]
mod described_tests;
#[cfg(test)]
mod explained_tests;
mod explanation;
mod explore;
mod exported;
mod figure;
mod fixes;
mod further;
mod grid;
mod header;
mod hidden;
#[cfg(test)]
mod hidden_tests;
mod lights;
mod list_view;
mod not_modelled;
mod options;
mod page;
mod parted;
mod places;
mod plan;
mod pointed;
mod practice;
mod presenter;
mod prose;
mod question;
#[cfg(feature = "prerender")]
mod reading;
mod reasons;
mod requirements;
mod rooms;
mod share;
mod sources;
mod step_row;
mod stepper;
mod steps;
mod strip;
mod switches;
#[cfg(test)]
mod tests;
mod theory;
mod what_if;
mod why;

pub(crate) use figure::FIGURE;
pub(crate) use page::Page;
#[cfg(feature = "prerender")]
pub(crate) use reading::{Reading, ReadingProps};
#[cfg(feature = "prerender")]
pub(crate) use share::escaped;
#[cfg(feature = "prerender")]
pub(crate) use share::{Shared, Target};
