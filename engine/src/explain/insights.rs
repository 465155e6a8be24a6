//! The same question to AWS: a line to copy for Reachability Analyzer.
//!
//! What only the deployed stack knows stands between angle brackets. Source: AWS CLI, `ec2 create-network-insights-path`. The analyser
//! knows TCP and UDP over IPv4 only, and neither names nor policies.

use super::notation::{self, Told};
use crate::network::{Id, Network, WorkloadKind};
use crate::packet::Protocol;
use crate::verdict::Answer;

/// `aws ec2 create-network-insights-path --source … --destination … --protocol tcp --destination-port 443`; `None` where the answer
/// has no way that the analyser could walk.
pub fn network_insights(network: &Network, source: Id, answer: &Answer) -> Option<String> {
    let told = answer
        .path()
        .iter()
        .filter(|hop| !hop.reply)
        .rev()
        .find_map(|hop| notation::packet(&hop.compared.packet))?;
    let protocol = match told.protocol {
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        _ => return None,
    };
    if told.destination.is_ipv6() {
        return None;
    }
    let mut line = vec![
        "aws ec2 create-network-insights-path".to_owned(),
        format!("--source {}", workload(network, source)?),
        destination(network, answer, &told),
        format!("--protocol {protocol}"),
    ];
    line.extend(told.port.map(|port| format!("--destination-port {port}")));
    Some(line.join(" "))
}

fn workload(network: &Network, id: Id) -> Option<String> {
    let workload = network.workloads.get(&id)?;
    let name = network.name(id);
    Some(match workload.kind {
        WorkloadKind::Instance | WorkloadKind::Interface => format!("\"<id of {name}>\""),
        _ => format!("\"<network interface of {name}>\""),
    })
}

/// The thing that has the address, else the gateway that the packet leaves through, with the address.
fn destination(network: &Network, answer: &Answer, told: &Told) -> String {
    let owner = network
        .interfaces
        .iter()
        .find(|(_, i)| i.addresses().contains(told.destination))
        .map(|(_, i)| i.owner);
    if let Some(owner) = owner {
        return format!("--destination \"<id of {}>\"", network.name(owner));
    }
    let gateway =
        answer.path().iter().map(|hop| hop.by).find(|by| network.internet_gateways.contains_key(by));
    let gateway = gateway.or_else(|| network.internet_gateways.keys().next().copied());
    match gateway {
        Some(gateway) => {
            format!(
                "--destination \"<id of {}>\" --destination-ip {}",
                network.name(gateway),
                told.destination
            )
        }
        None => format!("--destination-ip {}", told.destination),
    }
}
