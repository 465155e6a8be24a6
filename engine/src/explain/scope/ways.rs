//! What of a journey decides, and which routes could take its packets.

use ipnet::IpNet;

use crate::facts::private;
use crate::journey::{Gate, Outcome, Step};
use crate::network::{Destination, Interface, Network, Route};
use crate::packet::Addresses;
use crate::template::{Dependence, Node, Stack};

/// The steps that decide: up to the first that fails and, where one does, from where its host's name was asked.
pub(super) fn decisive(steps: &[Step]) -> &[Step] {
    let Some(failed) = steps.iter().position(|step| step.outcome == Outcome::Fails) else { return steps };
    let upto = steps.get(..=failed).unwrap_or_default();
    let named = upto.iter().rposition(|step| step.gate == Gate::Name);
    upto.get(named.unwrap_or_default()..).unwrap_or_default()
}

/// Whether no table of a workload has a route that could take a packet to any of these addresses.
pub(super) fn has_no_route(network: &Network, source: &str, outside: &Addresses) -> bool {
    let workload = network.find(source).and_then(|id| network.workloads.get(&id));
    let Some(workload) = workload.filter(|w| !w.direct_internet_access && !outside.is_empty()) else {
        return false;
    };
    let takes = |interface: &Interface, route: &Route| match &route.destination {
        Destination::V4(net) => interface.v4.is_some() && Addresses::from(*net).meets(outside),
        Destination::V6(net) => interface.v6.is_some() && Addresses::from(*net).meets(outside),
        Destination::PrefixList { prefixes, .. } => {
            prefixes.iter().any(|net| Addresses::prefix(*net).meets(outside))
        }
        Destination::Unknown(_) => true,
    };
    !workload.interfaces.is_empty()
        && workload.interfaces.iter().all(|id| {
            let interface = network.interfaces.get(id);
            let table = interface
                .and_then(|i| network.route_tables.get(&network.subnets.get(&i.subnet)?.route_table));
            interface.zip(table).is_some_and(|(i, table)| !table.routes.iter().any(|r| takes(i, r)))
        })
}

/// Where a route leads, where it can only take packets out of the VPC: written the same in every state, and no more specific than any
/// local route.
pub(super) fn destinations<'s>(
    dependence: &Dependence,
    number: usize,
    fixed: &impl Fn(usize, &str) -> Option<&'s Node>,
) -> Option<Addresses> {
    if dependence.is_fixed(number, "DestinationPrefixListId").is_some() {
        return None;
    }
    let mut all = Addresses::empty();
    for key in ["DestinationCidrBlock", "DestinationIpv6CidrBlock"] {
        if dependence.is_fixed(number, key).is_some() {
            let net: IpNet = fixed(number, key)?.text()?.parse().ok()?;
            all = all.union(&Some(net).filter(|net| net.prefix_len() == 0).map(Addresses::prefix)?);
        }
    }
    Some(all)
}

/// Whether no VPC has public addresses for its own, so that no service's prefix list can take what is for the VPC.
pub(super) fn has_private_ranges(stack: &Stack) -> bool {
    let private = private();
    let vpcs =
        stack.resources.iter().filter(|r| matches!(&*r.kind, "AWS::EC2::VPC" | "AWS::EC2::VPCCidrBlock"));
    vpcs.filter_map(|r| r.get("CidrBlock")).all(|node| {
        let net = node.text().and_then(|text| text.parse::<IpNet>().ok());
        net.is_some_and(|net| Addresses::prefix(net).is_subset(&private))
    })
}
