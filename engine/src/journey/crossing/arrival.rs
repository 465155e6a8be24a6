//! Where packets arrived, as a finding.

use super::super::Finding;
use super::super::traveller::Traveller;
use crate::code::Code;
use crate::reach::{Branch, End, Hop};

impl Traveller<'_> {
    /// What a branch arrived at, as a finding; with its last hop.
    pub(super) fn finding_of_end(&self, branch: &Branch<'_>, last: Option<&Hop>, subject: &str) -> Finding {
        let (code, resource) = match branch.end {
            End::GatewayEndpoint(id) => (Code::GatewayEndpointReached, id),
            End::Internet(id) if self.network.egress_only_gateways.contains_key(&id) => {
                (Code::EgressOnlyGatewayForwards, id)
            }
            End::Internet(id) => (Code::InternetGatewayForwards, id),
            End::Interface(id) => match self.network.interfaces.get(&id).map(|i| i.owner) {
                Some(owner) if self.network.endpoints.contains_key(&owner) => {
                    (Code::InterfaceEndpointReached, owner)
                }
                Some(owner) => (Code::InterfaceReached, owner),
                None => (Code::InterfaceReached, id),
            },
            End::Resolver(id) => (Code::ResolverReached, id),
            End::Blocked | End::Unknown(_) => (Code::NoPath, self.source),
        };
        let mut finding = self.finding(code, Some(resource), subject);
        if let Some(hop) = last {
            finding.compared = hop.compared.clone();
        }
        finding
    }
}
