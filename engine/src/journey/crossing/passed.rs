//! How much of what is aimed at gets through, and whether that is enough.

use super::Aim;
use crate::packet::{Addresses, Flows, Ranges};
use crate::reach::{Assume, Connection, EPHEMERAL, End, NAT_PORTS, Reply};

impl Reply {
    /// Whether the answer arrives whichever port a NAT gateway chooses.
    pub(super) fn any_nat_port(&self) -> bool {
        let all = Ranges::range(NAT_PORTS.0, NAT_PORTS.1);
        self.nat_ports.as_ref().is_none_or(|ports| all.is_subset(ports))
    }
}

/// What gets through.
pub(super) struct Passed {
    /// From every source port.
    pub(super) full: Flows,
    /// From some source port.
    pub(super) some: Flows,
    /// Source ports at which answers arrive.
    pub(super) ports: Ranges<u16>,
}

/// Whether what gets through is enough.
pub(super) fn meets(aim: &Aim<'_>, passed: &Flows) -> bool {
    covers(aim, &passed.addresses())
}

/// Whether these addresses are enough: one of those aimed at, or every one of a family.
pub(super) fn covers(aim: &Aim<'_>, addresses: &Addresses) -> bool {
    if !aim.every {
        return !addresses.is_empty();
    }
    let all_v4 = !aim.to.v4.is_empty() && aim.to.v4.is_subset(&addresses.v4);
    let all_v6 = !aim.to.v6.is_empty() && aim.to.v6.is_subset(&addresses.v6);
    all_v4 || all_v6
}

pub(super) fn ephemeral() -> Ranges<u16> {
    Ranges::range(EPHEMERAL.0, EPHEMERAL.1)
}

pub(super) fn arrives(end: &End, assume: Assume) -> bool {
    match end {
        End::Interface(_) | End::GatewayEndpoint(_) | End::Internet(_) | End::Resolver(_) => true,
        End::Blocked => false,
        End::Unknown(_) => assume == Assume::Widest,
    }
}

pub(super) fn passed(aim: &Aim<'_>, connections: &[Connection<'_>], assume: Assume) -> Passed {
    let mut all = Passed { full: Flows::empty(), some: Flows::empty(), ports: ephemeral() };
    for c in connections.iter().filter(|c| arrives(&c.branch.end, assume)) {
        let (ports, any_nat_port) = match &c.reply {
            Some(reply) if aim.answer => (reply.ports.clone(), reply.any_nat_port()),
            _ => (Ranges::full(), true),
        };
        if ports.is_empty() {
            continue;
        }
        all.some = all.some.union(&c.branch.flows);
        if any_nat_port && ephemeral().is_subset(&ports) {
            all.full = all.full.union(&c.branch.flows);
        } else {
            all.ports = all.ports.intersection(&ports);
        }
    }
    all
}
