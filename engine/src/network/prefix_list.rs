//! `AWS::EC2::PrefixList`: a named list of ranges, kept by the customer; and the lists AWS keeps for its services.
//!
//! A rule or route that names a list matches what its entries match. Lists of AWS are named by ids that differ by region; the few
//! that templates write as literals are known, any other id is not.
//!
//! Refusals: `PROPERTY_INVALID` for an entry that is no range, `REFERENCE_UNUSABLE`.

use ipnet::IpNet;

use super::Id;
use super::build::Builder;
use super::read::Range;
use crate::facts::aws_addresses;
use crate::template::{Node, Resource, Unknown};

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let v6 =
        resource.get("AddressFamily").and_then(Node::text).is_some_and(|t| t.eq_ignore_ascii_case("IPv6"));
    let mut ranges = Vec::new();
    for entry in resource.get("Entries").map_or(&[][..], Node::items) {
        let Some(node) = entry.get("Cidr") else { continue };
        let range = if v6 {
            match b.v6(id, node) {
                Range::Known(net) => Some(IpNet::V6(net)),
                _ => None,
            }
        } else {
            match b.v4(id, node) {
                Range::Known(net) => Some(IpNet::V4(net)),
                _ => None,
            }
        };
        ranges.extend(range);
    }
    b.network.prefix_lists.insert(id, ranges);
}

/// A name and entries.
pub(super) type List = (Box<str>, Vec<IpNet>);

/// The name and the entries of the list a node names. `None` where it was refused.
pub(super) fn named(b: &mut Builder<'_>, id: Id, node: &Node) -> Option<Result<List, Unknown>> {
    match b.one_of(id, node, |n| &n.prefix_lists)? {
        Ok(list) => {
            let prefixes = b.network.prefix_lists.get(&list).cloned().unwrap_or_default();
            Some(Ok((b.network.name(list).into(), prefixes)))
        }
        Err(unknown) => match aws_addresses::service_of_prefix_list(&unknown.what) {
            Some(service) => Some(Ok((unknown.what, aws_addresses::prefixes_of_service(service)))),
            None => Some(Err(unknown)),
        },
    }
}
