//! How much the oracle sends.

/// Random networks.
pub(crate) const NETWORKS: u64 = 1500;
/// Packets from each of their interfaces.
pub(crate) const PACKETS: u32 = 120;
/// Packets sent in all, at least.
pub(crate) const AT_LEAST: u32 = 1_000_000;
