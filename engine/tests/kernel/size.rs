//! How much the kernel is asked.

/// Random networks.
pub(crate) const NETWORKS: usize = 18;
/// Connections tried in each.
pub(crate) const SHOTS: usize = 48;
