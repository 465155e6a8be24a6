//! What the host's own firewall lets out.
//!
//! It filters what the host sends and so can break an installation or a call; for isolation it never counts, because the
//! notebook's user is root and can undo it (`SageMaker` developer guide, root access is on by default).

use super::Finding;
use super::traveller::Traveller;
use crate::code::Code;
use crate::network::{HostFirewall, HostRule};
use crate::packet::{Addresses, Flows, Traffic};
use crate::reach::{Compared, Hop};

impl HostFirewall {
    /// What of these packets leaves the host: the first rule that matches decides.
    pub(super) fn admits(&self, to: &Addresses, traffic: &Traffic) -> Flows {
        let mut left = Flows::product(to.clone(), traffic.clone());
        let mut admitted = Vec::new();
        for rule in &self.rules {
            let matched = left.take(&rule.addresses, &rule.traffic);
            if rule.allow {
                admitted.extend(matched.into_segments());
            }
        }
        if self.default_allow {
            admitted.extend(left.into_segments());
        }
        admitted.into_iter().map(|segment| (segment.addresses, segment.traffic)).collect()
    }

    /// The rule that decides a part of these packets in the way asked; `None` where the default does.
    fn rule(&self, to: &Addresses, traffic: &Traffic, allow: bool) -> Option<&HostRule> {
        let mut left = Flows::product(to.clone(), traffic.clone());
        self.rules.iter().find(|rule| {
            let matched = left.take(&rule.addresses, &rule.traffic);
            rule.allow == allow && !matched.is_empty()
        })
    }
}

/// The firewall's decision on these packets as a hop: that it lets (a part of) them out, or that it drops them.
pub(super) fn hop(
    t: &Traveller<'_>,
    to: &Addresses,
    traffic: &Traffic,
    allow: bool,
    packet: &str,
) -> Option<Hop> {
    let firewall = t.host().firewall.as_ref()?;
    let rule = firewall.rule(to, traffic, allow);
    let last = firewall.rules.last().map(|rule| rule.place);
    Some(Hop {
        code: if allow { Code::HostFirewallAllowed } else { Code::HostFirewallBlocks },
        by: t.source,
        at: t.source,
        rule: rule.map(|rule| rule.place).or(last).map(|place| (t.source, place)),
        compared: Compared {
            rule: rule.map_or_else(Box::default, |rule| rule.text.clone()),
            packet: packet.into(),
        },
        reply: false,
    })
}

/// The note that a host firewall is no control.
pub(super) fn note(t: &Traveller<'_>) -> Option<Finding> {
    let firewall = t.host().firewall.as_ref()?;
    let place = firewall.rules.first().map_or_else(|| t.network.place(t.source), |rule| rule.place);
    Some(t.finding_at(Code::NoteHostFirewallNoControl, place, ""))
}
