//! What is known of AWS and of package indexes that no template says: host names, address ranges, limits. Every fact has a
//! source and a date; what is uncertain says so.

pub mod addresses;
pub mod aws_addresses;
pub mod costs;
pub mod indexes;
pub mod services;
mod special;

pub use special::{internet, is_rfc1918, is_rfc6598, link_local, nat64, private, shared};

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// In a document of the one who decides it.
    Documented,
    /// Seen by others, who wrote it down.
    SecondHand,
    /// Commonly known; no document at hand.
    WellKnown,
    /// A value that stands for others of its kind, because the real one depends on region or moment.
    Representative,
}

/// Where a fact comes from, so that a page can show it beside a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Short name of what is stated, in technical notation: `pypi.org A`.
    pub what: &'static str,
    /// Document or place where it was read.
    pub source: &'static str,
    /// Year and month it was read or written, `2026-11`.
    pub date: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Every fact about addresses and hosts used by the model, in reading order.
pub fn all() -> impl Iterator<Item = Fact> {
    addresses::FACTS
        .iter()
        .chain(aws_addresses::FACTS)
        .chain(costs::FACTS)
        .chain(indexes::FACTS)
        .chain(services::FACTS)
        .copied()
}
