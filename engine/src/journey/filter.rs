//! One rule away: an open route that only one filter closes.

use super::traveller::Traveller;
use super::{Finding, leave};
use crate::code::Code;
use crate::network::{AclEntry, GroupRule, Id, Network, Peer};
use crate::packet::{Addresses, Traffic};
use crate::reach::{self, Assume, Branch, End, Hop};

/// The filter without which a packet would leave, with the way to it; `None` where no single filter decides.
///
/// Every group, ACL and block that stopped something is opened in turn, and the same packets are sent again.
pub(super) fn alone(t: &Traveller<'_>, blocked: &[(Id, Branch)]) -> Option<(Finding, Vec<Hop>)> {
    let mut tried: Vec<Id> = Vec::new();
    for (from, branch) in blocked {
        let Some(hop) = branch.hops.last().filter(|hop| is_filter(hop.code)) else { continue };
        if tried.contains(&hop.by) {
            continue;
        }
        tried.push(hop.by);
        let opened = opened(t.network, hop.by);
        let walk = reach::send(&opened, *from, &leave::everything(), Assume::Narrowest);
        if walk.branches.iter().any(|branch| matches!(branch.end, End::Internet(_))) {
            let finding = Finding { code: Code::IsolatedByFilterAlone, ..t.finding_of(hop, "") };
            return Some((finding, branch.hops.clone()));
        }
    }
    None
}

fn is_filter(code: Code) -> bool {
    matches!(
        code,
        Code::EniSgRulesMismatch
            | Code::SgHasNoRules
            | Code::SubnetAclRestriction
            | Code::VpcBlockPublicAccessEnabled
    )
}

/// The model with this filter letting everything through.
fn opened(network: &Network, filter: Id) -> Network {
    let mut network = network.clone();
    let place = network.place(filter);
    if let Some(group) = network.groups.get_mut(&filter) {
        let all = GroupRule {
            id: filter,
            place,
            traffic: Traffic::full(),
            peer: Peer::Addresses(Addresses::full()),
            text: Box::default(),
            unknown: None,
        };
        group.ingress = vec![all.clone()];
        group.egress = vec![all];
    }
    if let Some(acl) = network.acls.get_mut(&filter) {
        let all = AclEntry {
            id: filter,
            place,
            number: 1,
            allow: true,
            traffic: Traffic::full(),
            addresses: Addresses::full(),
            text: Box::default(),
            unknown: None,
        };
        acl.ingress = vec![all.clone()];
        acl.egress = vec![all];
    }
    if network.block_public_access.as_ref().is_some_and(|block| block.id == filter) {
        network.block_public_access = None;
    }
    network
}
