//! `AWS::EC2::VPCPeeringConnection`: two VPCs joined, and nothing beyond them.
//!
//! It carries what is addressed to the peer VPC's own ranges; the peer's gateways, NAT and gateway endpoints cannot be used
//! through it. Both sides need routes. VPCs whose ranges overlap cannot be peered (VPC peering guide).
//!
//! Refusals: `PEERING_OVERLAP`, `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::Id;
use super::build::Builder;
use super::read::Named;
use crate::code::Code;
use crate::template::Resource;

/// A peering connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peering {
    /// Requester VPC.
    pub requester: Id,
    /// Accepter VPC; `None` where it is not in the template.
    pub accepter: Option<Id>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let requester = b.required_vpc(id, resource, "VpcId");
    let peer = b.required(id, resource, "PeerVpcId");
    let (Some(requester), Some(peer)) = (requester, peer) else { return };
    let accepter = match b.named(peer) {
        Named::Thing(_) => match b.one_of(id, peer, |n| &n.vpcs) {
            Some(Ok(vpc)) => Some(vpc),
            _ => return,
        },
        Named::Unknown(_) => None,
        Named::SwitchedOff => return,
    };
    b.network.peerings.insert(id, Peering { requester, accepter });
}

/// Refuses peerings of VPCs that overlap, once all ranges are read.
pub(super) fn check_overlaps(b: &mut Builder<'_>) {
    let peerings: Vec<(Id, Peering)> = b.network.peerings.iter().map(|(id, p)| (*id, p.clone())).collect();
    for (id, peering) in peerings {
        let addresses = |vpc: Id| b.network.vpcs.get(&vpc).map(super::Vpc::addresses).unwrap_or_default();
        let Some(accepter) = peering.accepter else { continue };
        let both = addresses(peering.requester).intersection(&addresses(accepter));
        if peering.requester == accepter || !both.is_empty() {
            let detail = format!("{} / {}", b.network.name(peering.requester), b.network.name(accepter));
            let place = b.network.place(id);
            b.refuse(Code::PeeringOverlap, id, place, detail);
        }
    }
}
