//! What a reader does with the page, and what must then be seen.

mod accessible;
mod crash;
mod explanation;
mod first_view;
mod fuzz;
mod keyboard;
mod language;
mod link;
mod look;
mod options;
mod paper;
mod picture;
mod places;
mod present;
mod pseudo;
mod question;
mod share;
mod sheet;
mod stepper;
mod switches;
mod verdicts;
mod vote;
