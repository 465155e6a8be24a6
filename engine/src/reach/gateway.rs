//! Internet gateways and egress-only internet gateways, and block public access before them.
//!
//! Sources: VPC user guide, internet gateways; egress-only internet gateways; block public access. Reachability Analyzer's codes for the
//! destinations an internet gateway drops.

use std::net::IpAddr;

use super::End;
use super::state::{Public, Rule, Stage, State};
use super::walk::Walker;
use crate::code::Code;
use crate::facts::{private, shared};
use crate::network::Id;
use crate::packet::{Addresses, Ranges};

/// What block public access leaves open for a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Both,
    /// Nothing comes in but answers through NAT gateways and egress-only gateways.
    Outward,
    Nothing,
}

impl<'a> Walker<'a> {
    /// Out through an internet gateway.
    pub(super) fn internet_gateway(&mut self, mut state: State<'a>, id: Id) {
        let attached = self.network.internet_gateways.get(&id).copied().flatten();
        if attached != Some(state.vpc) {
            self.block(state, Code::GatewayNotAttached, id, id, Rule::None);
            return;
        }
        if let Public::PrivateNat(nat) = state.public {
            self.block(state, Code::PrivateNatGatewayNoInternet, nat, id, Rule::None);
            return;
        }
        let nat = matches!(state.public, Public::Nat(_));
        if !self.pass_block_public_access(&mut state, id, nat) {
            return;
        }
        let mut rewrite = Rule::None;
        if !matches!(state.source, Some(IpAddr::V6(_))) {
            let public = match state.public {
                Public::Address(public) => Some(public),
                Public::Nat(public) => public,
                Public::None | Public::PrivateNat(_) => {
                    self.block(state, Code::IgwPublicIpAssociationForEgress, id, id, Rule::None);
                    return;
                }
            };
            let private = state.flows.at(&private());
            let code = Code::IgwDestinationAddressNotInRfc1918Egress;
            self.block_part(&mut state, private, code, id, id);
            let shared = state.flows.at(&shared());
            let code = Code::IgwDestinationAddressNotInRfc6598Egress;
            self.block_part(&mut state, shared, code, id, id);
            let public = public.map(IpAddr::V4);
            rewrite = Rule::Rewrite(state.source, public);
            state.source = public;
        }
        state.note(Code::InternetGatewayForwards, id, id, rewrite);
        self.end(state, End::Internet(id));
    }

    /// Out through an egress-only internet gateway.
    pub(super) fn egress_only_gateway(&mut self, mut state: State<'a>, id: Id) {
        if self.network.egress_only_gateways.get(&id) != Some(&state.vpc) {
            self.block(state, Code::GatewayNotAttached, id, id, Rule::None);
            return;
        }
        let v4 = state.flows.at(&Addresses { v4: Ranges::full(), v6: Ranges::empty() });
        self.block_part(&mut state, v4, Code::EgressOnlyGatewayIpv6Only, id, id);
        if !self.pass_block_public_access(&mut state, id, true) {
            return;
        }
        state.note(Code::EgressOnlyGatewayForwards, id, id, Rule::None);
        self.end(state, End::Internet(id));
    }

    /// False where block public access stops the packets. Where it only blocks inbound traffic, packets leave, and answers come back through
    /// gateways that open connections outward only.
    fn pass_block_public_access(&mut self, state: &mut State<'a>, gateway: Id, one_way: bool) -> bool {
        let Some(blocked) = &self.network.block_public_access else { return true };
        if self.open == Some(blocked.id) {
            return true;
        }
        let excluded =
            state.subnet.iter().chain(&[state.vpc]).find_map(|id| blocked.exclusions.get(id)).copied();
        let open = match (blocked.bidirectional, excluded) {
            (_, Some(true)) => Open::Both,
            (true, Some(false)) | (false, _) => Open::Outward,
            (true, None) => Open::Nothing,
        };
        match open {
            Open::Both => true,
            Open::Outward if one_way => true,
            Open::Outward => {
                state.stages.push(Stage::NothingIn { by: blocked.id, at: gateway });
                true
            }
            Open::Nothing => {
                let state = std::mem::replace(state, state.with(crate::packet::Flows::empty()));
                self.block(state, Code::VpcBlockPublicAccessEnabled, blocked.id, gateway, Rule::None);
                false
            }
        }
    }
}
