//! Which interfaces have an address.

use std::cell::OnceCell;
use std::net::IpAddr;
use std::rc::Rc;

use litemap::LiteMap;

use super::{Id, Interface};
use crate::packet::Addresses;

/// The interfaces of a model in the order of their addresses, put in order at the first question and kept. It is no part of what the
/// model is: it is equal to any other.
///
/// A copy of a model starts without; after interfaces were added or taken away the order is out of date and not used. Their addresses must stay
/// as they are.
#[derive(Debug, Default)]
pub struct ByAddress(OnceCell<Order>);

#[derive(Debug)]
struct Order {
    interfaces: usize,
    v4: Rc<[(u32, Id)]>,
    v6: Rc<[(u128, Id)]>,
}

impl Clone for ByAddress {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for ByAddress {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for ByAddress {}

impl Order {
    fn of(interfaces: &LiteMap<Id, Interface>) -> Self {
        let mut v4: Vec<_> = interfaces.iter().filter_map(|(id, it)| Some((it.v4?.to_bits(), *id))).collect();
        let mut v6: Vec<_> = interfaces.iter().filter_map(|(id, it)| Some((it.v6?.to_bits(), *id))).collect();
        v4.sort_unstable();
        v6.sort_unstable();
        Self { interfaces: interfaces.len(), v4: v4.into(), v6: v6.into() }
    }
}

impl ByAddress {
    /// The interfaces of any VPC that have one of these addresses, with it, in the order of their ids, IPv4 first.
    pub(super) fn having(
        &self,
        interfaces: &LiteMap<Id, Interface>,
        addresses: &Addresses,
    ) -> Vec<(Id, IpAddr)> {
        // A few are sooner looked through than put in order.
        const FEW: usize = 16;
        let mut found = Vec::new();
        let order = (interfaces.len() > FEW).then(|| self.0.get_or_init(|| Order::of(interfaces)));
        if let Some(order) = order.filter(|order| order.interfaces == interfaces.len()) {
            among(&order.v4, addresses.v4.ranges(), |id, bits| found.push((id, IpAddr::V4(bits.into()))));
            among(&order.v6, addresses.v6.ranges(), |id, bits| found.push((id, IpAddr::V6(bits.into()))));
            found.sort_unstable_by_key(|(id, address)| (*id, address.is_ipv6()));
            return found;
        }
        for (id, interface) in interfaces {
            let own = [interface.v4.map(IpAddr::V4), interface.v6.map(IpAddr::V6)];
            found.extend(
                own.into_iter().flatten().filter(|own| addresses.contains(*own)).map(|own| (*id, own)),
            );
        }
        found
    }
}

/// Those of a list in order that lie in these ranges.
fn among<T: Copy + Ord>(list: &[(T, Id)], ranges: &[(T, T)], mut found: impl FnMut(Id, T)) {
    for (low, high) in ranges {
        let from = list.partition_point(|(address, _)| address < low);
        let rest = list.get(from..).unwrap_or_default();
        rest.iter().take_while(|(address, _)| address <= high).for_each(|(address, id)| found(*id, *address));
    }
}
