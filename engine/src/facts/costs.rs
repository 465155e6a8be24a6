//! What things cost by the hour, so that fixes can be ranked. On-demand prices of us-east-1; other regions differ by tenths, the order
//! stays. What data costs on its way is left out.

use super::{Certainty, Fact};

/// Sources of this file.
pub const FACTS: &[Fact] = &[
    Fact {
        what: "NAT gateway 0.045 USD/h",
        source: "public price notes",
        date: "2026-11",
        certainty: Certainty::SecondHand,
    },
    Fact {
        what: "interface endpoint 0.01 USD/h per zone",
        source: "public price notes",
        date: "2026-11",
        certainty: Certainty::SecondHand,
    },
    Fact {
        what: "public IPv4 address 0.005 USD/h",
        source: "commonly known since February 2024",
        date: "2026-11",
        certainty: Certainty::WellKnown,
    },
    Fact {
        what: "instance 0.0104 USD/h",
        source: "a t3.micro, for others of its kind",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
];

/// Things that cost by the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priced {
    /// A NAT gateway.
    NatGateway,
    /// An interface endpoint, in one zone.
    EndpointInterface,
    /// A public IPv4 address.
    PublicAddress,
    /// An instance, whatever its size.
    Instance,
}

impl Priced {
    /// Millionths of a US dollar an hour.
    pub fn hourly(self) -> u64 {
        match self {
            Priced::NatGateway => 45_000,
            Priced::EndpointInterface => 10_000,
            Priced::PublicAddress => 5_000,
            Priced::Instance => 10_400,
        }
    }
}
