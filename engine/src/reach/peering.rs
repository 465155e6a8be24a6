//! Peering connections: to the other VPC's own addresses, and no further. Source: VPC peering guide, limitations.

use super::End;
use super::state::{Rule, State};
use super::walk::Walker;
use crate::code::Code;
use crate::network::Id;
use crate::packet::Addresses;

impl<'a> Walker<'a> {
    /// Over a peering connection.
    pub(super) fn peering(&mut self, mut state: State<'a>, id: Id) {
        let Some(peering) = self.network.peerings.get(&id) else {
            self.end(state, End::Unknown(None));
            return;
        };
        let peer = if peering.requester == state.vpc {
            peering.accepter
        } else if peering.accepter == Some(state.vpc) {
            Some(peering.requester)
        } else {
            self.block(state, Code::GatewayNotAttached, id, id, Rule::None);
            return;
        };
        let Some((peer, vpc)) = peer.and_then(|peer| Some((peer, self.network.vpcs.get(&peer)?))) else {
            state.note(Code::UnknownResource, id, id, Rule::None);
            self.end(state, End::Unknown(None));
            return;
        };
        let ranges = vpc.v4.iter().copied().map(Addresses::from);
        let ranges: Vec<Addresses> = ranges.chain(vpc.v6.iter().copied().map(Addresses::from)).collect();
        let outside = Addresses::full().difference(&Addresses::union_all(ranges.iter()));
        let transit = state.flows.at(&outside);
        self.block_part(&mut state, transit, Code::PcxRequiresAddressInVpcCidr, id, id);
        if state.flows.is_empty() {
            return;
        }
        state.note(Code::PeeringForwards, id, id, Rule::None);
        state.subnet = None;
        state.over = Some(id);
        let rest = self.deliver_all(state, peer);
        self.block(rest, Code::EniAddressRestriction, peer, id, Rule::None);
    }
}
