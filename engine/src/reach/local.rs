//! To an interface: as a neighbour, by the local route, or from a peer VPC.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::End;
use super::filter::Direction;
use super::state::{Rule, Stage, State};
use super::walk::Walker;
use crate::code::Code;
use crate::network::{Id, Interface, Route};
use crate::packet::{Addresses, Flows, Ranges, Traffic};

impl<'a> Walker<'a> {
    /// Packets to addresses of the subnet they are in.
    pub(super) fn neighbours(&mut self, state: State<'a>, subnet: Id) {
        let vpc = state.vpc;
        let rest = self.deliver_all(state, vpc);
        self.block(rest, Code::EniAddressRestriction, subnet, subnet, Rule::None);
    }

    /// Packets that the local route carries.
    pub(super) fn local(&mut self, state: State<'a>, table: Id, route: &'a Route, at: Id) {
        let vpc = state.vpc;
        let rest = self.deliver_all(state, vpc);
        self.block(rest, Code::VpcLocalRouteCidrRestriction, table, at, Rule::Route(route));
    }

    /// Delivers to every interface of a VPC that is addressed; gives back what nothing has the address of.
    pub(super) fn deliver_all(&mut self, mut state: State<'a>, vpc: Id) -> State<'a> {
        if state.flows.is_empty() {
            return state;
        }
        let addressed = state.flows.addresses();
        let mut taken: BTreeSet<IpAddr> = BTreeSet::new();
        for (id, own) in self.network.interfaces_having(&addressed) {
            if self.network.vpc_of(id) == Some(vpc)
                && taken.insert(own)
                && let Some(interface) = self.network.interfaces.get(&id)
            {
                let part = state.take_at(&Addresses::one(own));
                self.deliver(part, id, interface);
            }
        }
        state
    }

    /// Into the subnet of an interface, past its groups, to the interface.
    fn deliver(&mut self, mut state: State<'a>, id: Id, interface: &'a Interface) {
        if !self.enter(&mut state, interface.subnet) {
            return;
        }
        if let Some(vpc) = self.network.vpc_of(id) {
            state.vpc = vpc;
        }
        if !self.pass_groups(&mut state, interface, Direction::In) {
            return;
        }
        state.stages.push(Stage::Tracked { id, interface, from: state.source });
        if self.network.endpoints.contains_key(&interface.owner) {
            self.interface_endpoint(state, id, interface.owner);
        } else {
            state.note(Code::InterfaceReached, id, interface.owner, Rule::None);
            self.end(state, End::Interface(id));
        }
    }

    /// Over the border of a subnet, unless the packets are in it already. False where nothing is left. Filters inside ask for the
    /// source; where NAT gave one that is not known (a regional gateway's, toward the VPC), what they do is not known either.
    pub(super) fn enter(&mut self, state: &mut State<'a>, subnet: Id) -> bool {
        if state.source.is_none() {
            let state = std::mem::replace(state, state.with(Flows::empty()));
            self.end(state, End::Unknown(None));
            return false;
        }
        if state.subnet == Some(subnet) {
            return !state.flows.is_empty();
        }
        let passed = self.pass_acl(state, subnet, Direction::In);
        state.subnet = Some(subnet);
        passed
    }

    /// An interface endpoint answers its service over TCP 443 and nothing else, no ping. Source: AWS `PrivateLink` guide, interface
    /// endpoints.
    fn interface_endpoint(&mut self, mut state: State<'a>, id: Id, endpoint: Id) {
        let rest = state.flows.not_of(&Traffic::tcp(Ranges::one(443)));
        let code = Code::InterfaceEndpointProtocolRestriction;
        self.block_part(&mut state, rest, code, endpoint, endpoint);
        state.note(Code::InterfaceEndpointReached, endpoint, endpoint, Rule::None);
        self.end(state, End::Interface(id));
    }
}

/// The private and IPv6 addresses of an interface.
pub(super) fn addresses(interface: &Interface) -> Addresses {
    Addresses {
        v4: interface.v4.map(|a| Ranges::one(a.to_bits())).unwrap_or_default(),
        v6: interface.v6.map(|a| Ranges::one(a.to_bits())).unwrap_or_default(),
    }
}
