//! Which address each interface gets where the template leaves it to AWS.
//!
//! Addresses are set aside for every resource of the template, also those switched off, so that a toggle elsewhere never
//! changes the address of a workload. Order: machines as written, NAT gateways, endpoints, what services run. AWS keeps the first four
//! addresses and the last one of a subnet (VPC user guide, subnet sizing).

use std::collections::BTreeSet;

use litemap::LiteMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

use super::managed;
use crate::facts::addresses::{self, RESERVED_AT_START};
use crate::template::{Node, Resource, Stack};

/// An address taken from the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Planned {
    /// IPv4, `None` where the subnet has none or is full.
    pub(super) v4: Option<Ipv4Addr>,
    /// IPv6, `None` where the subnet has none.
    pub(super) v6: Option<Ipv6Addr>,
    /// Whether the IPv4 address is the template's own.
    pub(super) written: bool,
}

/// Addresses by resource and number of the interface (in written order), and public stand-ins by resource.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan<'s> {
    private: LiteMap<(&'s str, usize), Planned>,
    public: LiteMap<&'s str, Ipv4Addr>,
}

/// An interface that needs an address.
struct Wish<'a> {
    key: (&'a str, usize),
    subnet: &'a str,
    written: Option<Ipv4Addr>,
}

#[derive(Default)]
struct Pool {
    v4: Option<Ipv4Net>,
    v6: Option<Ipv6Net>,
    taken: BTreeSet<Ipv4Addr>,
    next: u32,
}

impl<'s> Plan<'s> {
    pub(super) fn make(stack: &'s Stack) -> Self {
        let mut pools: LiteMap<&str, Pool> = stack
            .resources
            .iter()
            .filter(|r| &*r.kind == "AWS::EC2::Subnet")
            .map(|r| (&*r.id, Pool::of(r)))
            .collect();
        let wishes = wishes(stack);
        for wish in &wishes {
            if let (Some(pool), Some(address)) = (pools.get_mut(wish.subnet), wish.written) {
                pool.taken.insert(address);
            }
        }
        let mut private = Vec::with_capacity(wishes.len());
        for wish in &wishes {
            let Some(pool) = pools.get_mut(wish.subnet) else { continue };
            private.push((wish.key, pool.take(wish.written)));
        }
        // Probes come last: they exist only where nothing else does.
        for (subnet, pool) in &mut pools {
            private.push(((*subnet, 0), pool.take(None)));
        }
        let receivers = stack.resources.iter().filter(|r| {
            matches!(
                &*r.kind,
                "AWS::EC2::EIP"
                    | "AWS::EC2::Instance"
                    | "AWS::EC2::NetworkInterface"
                    | "AWS::EC2::NatGateway"
                    | "AWS::EC2::Subnet"
            )
        });
        let public =
            receivers.enumerate().map(|(index, resource)| (&*resource.id, addresses::public_v4(index)));
        Plan { private: private.into_iter().collect(), public: public.collect() }
    }

    /// Private addresses of the resource's `index`th interface.
    pub(super) fn private(&self, resource: &str, index: usize) -> Planned {
        self.private.get(&(resource, index)).copied().unwrap_or_default()
    }

    /// Stand-in for the public address the resource would get.
    pub(super) fn public(&self, resource: &str) -> Option<Ipv4Addr> {
        self.public.get(resource).copied()
    }
}

fn wishes(stack: &Stack) -> Vec<Wish<'_>> {
    let rank = |r: &Resource| match &*r.kind {
        "AWS::EC2::NetworkInterface" | "AWS::EC2::Instance" | "AWS::SageMaker::NotebookInstance" => Some(0),
        "AWS::Lambda::Function"
        | "AWS::SageMaker::Domain"
        | "AWS::SageMaker::Model"
        | "AWS::SageMaker::ProcessingJob" => Some(3),
        // They came last into the plan; those before keep what they have.
        "AWS::SageMaker::UserProfile" => Some(4),
        "AWS::EC2::NatGateway" => Some(1),
        "AWS::EC2::VPCEndpoint" => Some(2),
        _ => None,
    };
    let mut ordered: Vec<(u8, &Resource)> =
        stack.resources.iter().filter_map(|r| Some((rank(r)?, &**r))).collect();
    ordered.sort_by_key(|(rank, _)| *rank);
    let mut wishes = Vec::new();
    for (_, resource) in ordered {
        let nested = resource.get("NetworkInterfaces").map_or(&[][..], Node::items);
        let config = managed::subnets_of(stack, resource);
        let subnets = resource.get("SubnetIds").or(config).map_or(&[][..], Node::items);
        let mut wish = |index, subnet: Option<&'_ Node>, written: Option<&Node>| {
            if let Some(reference) = subnet.and_then(Node::reference)
                && let Some(at) = stack.resource(&reference.resource)
            {
                let written = written.and_then(Node::text).and_then(|t| t.parse().ok());
                wishes.push(Wish { key: (&resource.id, index), subnet: &at.id, written });
            }
        };
        if !nested.is_empty() {
            for (index, interface) in nested.iter().enumerate() {
                wish(index, interface.get("SubnetId"), interface.get("PrivateIpAddress"));
            }
        } else if !subnets.is_empty() {
            for (index, subnet) in subnets.iter().enumerate() {
                wish(index, Some(subnet), None);
            }
        } else {
            wish(0, resource.get("SubnetId"), resource.get("PrivateIpAddress"));
        }
    }
    wishes
}

impl Pool {
    fn of(subnet: &Resource) -> Self {
        let text = |key| subnet.get(key).and_then(Node::text);
        Pool {
            v4: text("CidrBlock").and_then(|t| t.trim().parse::<Ipv4Net>().ok()).map(|net| net.trunc()),
            v6: text("Ipv6CidrBlock").and_then(|t| t.trim().parse::<Ipv6Net>().ok()).map(|net| net.trunc()),
            taken: BTreeSet::new(),
            next: RESERVED_AT_START,
        }
    }

    fn take(&mut self, written: Option<Ipv4Addr>) -> Planned {
        let step = self.next;
        let v6 = self.v6.map(|net| Ipv6Addr::from_bits(net.network().to_bits() + u128::from(step)));
        if let Some(address) = written {
            self.next = self.next.saturating_add(1);
            return Planned { v4: Some(address), v6, written: true };
        }
        let v4 = self.v4.and_then(|net| {
            loop {
                let address = Ipv4Addr::from_bits(net.network().to_bits().checked_add(self.next)?);
                self.next = self.next.checked_add(1)?;
                if address >= net.broadcast() {
                    return None;
                }
                if self.taken.insert(address) {
                    return Some(address);
                }
            }
        });
        if self.v4.is_none() {
            self.next = self.next.saturating_add(1);
        }
        Planned { v4, v6, written: false }
    }
}
