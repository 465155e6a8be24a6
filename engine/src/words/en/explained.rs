//! Causes, fixes, what a change did, all configurations.

use crate::explain::{Edit, Effect, Element, ElementKind, Opens, Parting};
use crate::words::Naming;
use crate::words::evidence::grouped;

use super::hops::hop;
use super::names::{capital, noun, service};

pub(in crate::words) fn edit(edit: &Edit, names: &dyn Naming) -> String {
    let of = |text: &str| noun(names.called(text));
    let said = match edit {
        Edit::Turn(setting) => ["set ", &setting.parameter, " to ", &setting.value].concat(),
        Edit::Admit { group, ingress, text, .. } => {
            let way = if *ingress { "inbound" } else { "outbound" };
            ["add an ", way, " rule to ", &of(group), ": ", text].concat()
        }
        Edit::Allow { acl, ingress, text, .. } => {
            let way = if *ingress { "inbound" } else { "outbound" };
            ["add an ", way, " entry to ", &of(acl), ": ", text].concat()
        }
        Edit::Route { table, destination, to } => {
            ["add a route to ", &of(table), ": ", &destination.to_string(), " to ", &of(to)].concat()
        }
        Edit::NatGateway { table } => {
            ["add a NAT gateway with an internet gateway, and a default route to it in ", &of(table)].concat()
        }
        Edit::Endpoint { service: short, subnet, .. } => {
            ["add an interface endpoint for ", &service(short), " in ", &of(subnet)].concat()
        }
        Edit::GatewayEndpoint { service: short, table } => {
            ["add a gateway endpoint for ", &service(short), " to ", &of(table)].concat()
        }
        Edit::PrivateDns { endpoint } => ["switch private DNS of ", &of(endpoint), " on"].concat(),
        Edit::Resolver { vpc } => ["switch DNS support of ", &of(vpc), " on"].concat(),
        Edit::PublicAddress { interface } => ["give ", &of(interface), " a public IP address"].concat(),
        Edit::Attach { gateway, vpc } => ["attach ", &of(gateway), " to ", &of(vpc)].concat(),
        Edit::NoCheck { interface } => {
            ["switch the source/destination check of ", &of(interface), " off"].concat()
        }
        Edit::NoBlock => "switch VPC block public access off".to_owned(),
        Edit::NoHostFirewall { workload } => ["take the firewall on ", &of(workload), " away"].concat(),
        Edit::NoDirectAccess { workload } => {
            ["switch direct internet access of ", &of(workload), " off"].concat()
        }
        Edit::Permit { of: whose, action, resource } => {
            ["allow ", action, " on ", resource, " in the policy of ", &of(whose)].concat()
        }
        Edit::DropStatement { of: whose, text, .. } => {
            ["take this statement out of the policy of ", &of(whose), ": ", text].concat()
        }
        Edit::Connect { repository, connection } => {
            ["give ", &of(repository), " the external connection ", connection].concat()
        }
        Edit::Remove(element) => ["take away ", &self::element(element, names)].concat(),
    };
    [&capital(&said), "."].concat()
}

pub(in crate::words) fn element(element: &Element, names: &dyn Naming) -> String {
    let of = noun(names.called(&element.of));
    let text = &element.text;
    match element.kind {
        ElementKind::Route => ["the route ", text, " of ", &of],
        ElementKind::GroupIngress => ["the inbound rule ", text, " of ", &of],
        ElementKind::GroupEgress => ["the outbound rule ", text, " of ", &of],
        ElementKind::AclIngress => ["the inbound entry ", text, " of ", &of],
        ElementKind::AclEgress => ["the outbound entry ", text, " of ", &of],
        ElementKind::TableAssociation | ElementKind::AclAssociation => {
            return ["the association of ", &of, " with ", &noun(names.called(text))].concat();
        }
    }
    .concat()
}

pub(in crate::words) fn setting(label: &str, on: bool) -> String {
    [label, if on { ": on" } else { ": off" }].concat()
}

pub(in crate::words) fn effect(effect: &Effect) -> String {
    let title = super::requirement(&effect.requirement);
    [&title, ": ", super::verdict(effect.before), " → ", super::verdict(effect.after)].concat()
}

pub(in crate::words) fn opens(opens: Opens) -> String {
    let more = grouped(opens.destinations);
    match (opens.isolation_lost, opens.destinations) {
        (false, 0) => String::new(),
        (true, 0) => "Isolation is lost.".to_owned(),
        (false, _) => ["Packets can go to ", &more, " more addresses of the internet."].concat(),
        (true, _) => {
            ["Isolation is lost: packets can go to ", &more, " more addresses of the internet."].concat()
        }
    }
}

pub(in crate::words) fn hourly(micro_usd: i64) -> String {
    let amount = crate::words::evidence::dollars(micro_usd);
    match micro_usd {
        0 => String::new(),
        1.. => ["About ", &amount, " USD an hour more."].concat(),
        _ => ["About ", &amount, " USD an hour less."].concat(),
    }
}

pub(in crate::words) fn parted(parting: &Parting, before: &dyn Naming, after: &dyn Naming) -> String {
    let line = |told: Option<&crate::reach::Hop>, names| {
        told.map_or_else(
            || "the way ends".to_owned(),
            |told| {
                let line = hop(told, names);
                [&line.title, ": ", &line.says].concat()
            },
        )
    };
    let (was, is) = (line(parting.before.as_ref(), before), line(parting.after.as_ref(), after));
    let place = (parting.common + 1).to_string();
    ["From hop ", &place, " the ways are different. Before: ", &was, ". Now: ", &is, "."].concat()
}

pub(in crate::words) fn space(holding: u64, states: u64) -> String {
    let verb = if holding == 1 { " satisfies" } else { " satisfy" };
    ["Of ", &grouped(states), " configurations ", &grouped(holding), verb, " everything."].concat()
}

pub(in crate::words) fn way(switches: Option<usize>) -> String {
    match switches {
        None => "No configuration of these switches satisfies everything.".to_owned(),
        Some(0) => "This one does.".to_owned(),
        Some(1) => "From here it takes 1 switch.".to_owned(),
        Some(count) => ["From here it takes ", &count.to_string(), " switches."].concat(),
    }
}

pub(in crate::words) fn judged(known: u64, of: u64) -> String {
    [&grouped(known), " of ", &grouped(of), " configurations are judged."].concat()
}
