//! The explainer without a network: after a first visit, across a new version, and as a single file from a disk.

mod deploy;
mod kept;
mod single;
