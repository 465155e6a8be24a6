//! Exact sets of packets.
//!
//! A packet is (protocol, source address, destination address, source port, destination port) or, for ICMP, type and code
//! in place of ports. AWS filters read the *remote* address and the *destination* port of a packet, never both ports; so
//! what a filter lets through is a set of (remote address, traffic) pairs, where traffic is a set of destination ports per
//! protocol. Sets are canonical: equal sets are equal values.

mod addresses;
mod flows;
mod notation;
mod prefixes;
mod ranges;
mod traffic;
mod witness;

pub use addresses::Addresses;
pub use flows::{Flows, Segment};
pub use ranges::{Bound, Ranges};
pub use traffic::{Protocol, Traffic, icmp_type_code};
pub use witness::{ECHO_REPLY, ECHO_REPLY_V6, ECHO_REQUEST, ECHO_REQUEST_V6, Packet, Target};
