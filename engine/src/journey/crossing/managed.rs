//! Past the VPC, and what the host's own firewall keeps back on any way.

use super::super::traveller::Traveller;
use super::super::{Gate, Outcome, Partial, Step, host_firewall, notation};
use super::passed::covers;
use super::{Aim, Crossing, nowhere};
use crate::code::Code;
use crate::packet::{Addresses, Flows, Ranges};
use crate::reach::{self, Hop};

/// Through the interface that `SageMaker` manages: only what lies inside the VPC's ranges uses the customer's interface,
/// everything else leaves through a VPC of the service, past all route tables, groups and ACLs (`SageMaker` developer guide,
/// notebook instances and internet access). It is taken to have an IPv4 address only: a notebook's `IpAddressType` is `ipv4` by default.
pub(super) fn managed(t: &Traveller<'_>, aim: &Aim<'_>) -> Crossing {
    let sent = Addresses { v4: aim.to.v4.clone(), v6: Ranges::empty() };
    let admitted = match host_admits(t, aim, &sent) {
        Ok(admitted) => admitted,
        Err(stopped) => return *stopped,
    };
    let tried = &admitted.map_or_else(|| sent.clone(), |admitted| admitted.intersection(&sent));
    let packet = notation::packet(None, tried, aim.traffic);
    let hop = managed_hop(t, &packet);
    let hops = host_firewall::hop(t, tried, aim.traffic, true, &packet).into_iter().chain([hop.clone()]);
    let (finding, outcome) = if covers(aim, tried) {
        (t.finding_of(&hop, aim.subject), Outcome::Works)
    } else {
        let kept = host_blocks(t, &Aim { to: &sent, ..*aim }, tried).unwrap_or(hop);
        let works = Flows::product(tried.clone(), aim.traffic.clone());
        let partial = Partial { works, source_ports: Ranges::full(), resources: Vec::new() };
        (t.finding_of(&kept, aim.subject), Outcome::Partial(partial))
    };
    nowhere(Step { gate: Gate::Network, finding, outcome, hops: hops.collect() })
}

/// The hop through the interface that `SageMaker` manages.
pub(in super::super) fn managed_hop(t: &Traveller<'_>, packet: &str) -> Hop {
    Hop {
        code: Code::ManagedInterfaceForwards,
        by: t.source,
        at: t.source,
        rule: None,
        compared: reach::Compared { rule: "DirectInternetAccess: Enabled".into(), packet: packet.into() },
        reply: false,
    }
}

/// The addresses that the host's own firewall lets packets out to, `None` where it keeps nothing back; where it drops all that
/// could be `sent`, the end of the way.
pub(super) fn host_admits(
    t: &Traveller<'_>,
    aim: &Aim<'_>,
    sent: &Addresses,
) -> Result<Option<Addresses>, Box<Crossing>> {
    let Some(firewall) = &t.host().firewall else { return Ok(None) };
    let admitted = firewall.admits(aim.to, aim.traffic).addresses();
    if admitted == *aim.to {
        return Ok(None);
    }
    if sent.is_empty() || !admitted.intersection(sent).is_empty() {
        return Ok(Some(admitted));
    }
    let packet = notation::packet(sent.first().and_then(|to| t.address_towards(to)), sent, aim.traffic);
    let Some(hop) = host_firewall::hop(t, sent, aim.traffic, false, &packet) else { return Ok(None) };
    let finding = t.finding_of(&hop, aim.subject);
    let step = Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: vec![hop] };
    Err(Box::new(nowhere(step)))
}

/// The host firewall's decision on what is aimed at beyond the addresses it lets packets out to.
pub(super) fn host_blocks(t: &Traveller<'_>, aim: &Aim<'_>, admitted: &Addresses) -> Option<Hop> {
    let kept = aim.to.difference(admitted);
    let source = kept.first().and_then(|to| t.address_towards(to));
    host_firewall::hop(t, &kept, aim.traffic, false, &notation::packet(source, &kept, aim.traffic))
}
