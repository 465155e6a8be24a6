//! What every sentence must be, and a few in full.

mod answers;
mod explained;
mod lines;
mod rules;
mod spans;
