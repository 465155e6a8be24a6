//! One rule away: an open route that only one filter closes.

use super::traveller::Traveller;
use super::{Finding, leave};
use crate::code::Code;
use crate::network::Id;
use crate::reach::{self, Assume, Branch, End, Hop};

/// The filter without which a packet would leave, with the way to it; `None` where no single filter decides.
///
/// Every group, ACL and block that stopped something is opened in turn, and the same packets are sent again.
pub(super) fn alone(t: &Traveller<'_>, blocked: &[(Id, Branch<'_>)]) -> Option<(Finding, Vec<Hop>)> {
    let mut tried: Vec<Id> = Vec::new();
    for (from, branch) in blocked {
        if !branch.last_code().is_some_and(is_filter) {
            continue;
        }
        let Some(hop) = branch.last_hop() else { continue };
        if tried.contains(&hop.by) {
            continue;
        }
        tried.push(hop.by);
        let everything = leave::everything();
        let walk = reach::send_with_open(t.network, *from, &everything, Assume::Narrowest, hop.by);
        if walk.branches.iter().any(|branch| matches!(branch.end, End::Internet(_))) {
            let finding = Finding { code: Code::IsolatedByFilterAlone, ..t.finding_of(&hop, "") };
            return Some((finding, branch.hops()));
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
