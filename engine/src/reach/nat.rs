//! NAT gateways, and interfaces that forward for others (NAT instances).
//!
//! Sources: VPC user guide, NAT gateways (zonal and regional, public and private; TCP, UDP and ICMP only; ports 1024–65535; the ACL of
//! their subnet applies, no group does) and NAT instances (source/destination check).

use std::net::IpAddr;

use super::End;
use super::filter::Direction;
use super::local::addresses;
use super::state::{Public, Rule, Stage, State};
use super::walk::Walker;
use crate::code::Code;
use crate::facts::nat64;
use crate::network::Id;
use crate::packet::{Addresses, Ranges, Traffic};

impl<'a> Walker<'a> {
    /// Through a NAT gateway.
    pub(super) fn nat_gateway(&mut self, mut state: State<'a>, id: Id) {
        let Some(nat) = self.network.nat_gateways.get(&id) else {
            self.end(state, End::Unknown(None));
            return;
        };
        if nat.vpc != state.vpc {
            self.block(state, Code::NgwRequiresSourceInVpc, id, id, Rule::None);
            return;
        }
        if !self.pass_once(&mut state, id, id) {
            return;
        }
        if let Some(subnet) = nat.subnet
            && !self.enter(&mut state, subnet)
        {
            return;
        }
        let translated = state.flows.at(&nat64());
        if !translated.is_empty() {
            state.flows = state.flows.not_at(&nat64());
            let mut translated = state.with(translated);
            translated.note(Code::Nat64NotModelled, id, id, Rule::None);
            self.end(translated, End::Unknown(None));
        }
        let v6 = state.flows.at(&Addresses { v4: Ranges::empty(), v6: Ranges::full() });
        self.block_part(&mut state, v6, Code::NatGatewayProtocolRestriction, id, id);
        let carried =
            Traffic { tcp: Ranges::full(), udp: Ranges::full(), icmp: Ranges::full(), ..Traffic::empty() };
        let others = state.flows.not_of(&carried);
        self.block_part(&mut state, others, Code::NatGatewayProtocolRestriction, id, id);
        if state.flows.is_empty() {
            return;
        }
        let (from, to) = (state.source, nat.private_address.map(IpAddr::V4));
        state.note(Code::NatGatewayTranslates, id, id, Rule::Rewrite(from, to));
        state.stages.push(Stage::Nat { id, from, to });
        state.source = to;
        state.sender = None;
        state.public = if nat.public { Public::Nat(nat.public_address) } else { Public::PrivateNat(id) };
        match (nat.subnet, nat.route_table) {
            (Some(subnet), _) => self.leave(state, subnet),
            (None, Some(table)) => {
                state.subnet = None;
                self.leave_by(state, table, id);
            }
            (None, None) => self.end(state, End::Unknown(None)),
        }
    }

    /// To an interface that a route names: for the interface itself, or for it to forward and masquerade. Linux keeps the source port
    /// where it is free.
    pub(super) fn through(&mut self, mut state: State<'a>, id: Id) {
        let Some(interface) = self.network.interfaces.get(&id) else {
            self.end(state, End::Unknown(None));
            return;
        };
        if self.network.vpc_of(id) != Some(state.vpc) {
            self.block(state, Code::NoPath, id, id, Rule::None);
            return;
        }
        let own = addresses(interface);
        let to_itself = state.flows.at(&own);
        if !to_itself.is_empty() {
            state.flows = state.flows.not_at(&own);
            self.deliver_all(state.with(to_itself), state.vpc);
        }
        if !self.pass_once(&mut state, id, interface.owner) || !self.enter(&mut state, interface.subnet) {
            return;
        }
        if interface.source_dest_check {
            self.block(state, Code::EniSourceDestCheckRestriction, id, interface.owner, Rule::None);
            return;
        }
        if !self.pass_groups(&mut state, interface, Direction::In) {
            return;
        }
        let source = match state.source {
            Some(IpAddr::V6(_)) => interface.v6.map(IpAddr::V6),
            _ => interface.v4.map(IpAddr::V4),
        };
        if source.is_none() {
            self.block(state, Code::NoAddressOfFamily, id, interface.owner, Rule::None);
            return;
        }
        let from = state.source;
        state.note(Code::NatInstanceTranslates, id, interface.owner, Rule::Rewrite(from, source));
        state.stages.push(Stage::Forwarded { id, interface, from, to: source });
        state.source = source;
        state.sender = Some(interface);
        state.public = match source {
            Some(IpAddr::V4(_)) => interface.public_v4.map_or(Public::None, Public::Address),
            _ => Public::None,
        };
        self.send_from(state, id, interface);
    }

    /// False, and the way ends, where the packets were here before.
    fn pass_once(&mut self, state: &mut State<'a>, id: Id, at: Id) -> bool {
        if state.passed.contains(&id) {
            let state = std::mem::replace(state, state.with(crate::packet::Flows::empty()));
            self.block(state, Code::NoPath, id, at, Rule::None);
            return false;
        }
        state.passed.push(id);
        !state.flows.is_empty()
    }
}
