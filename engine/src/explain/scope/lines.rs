//! The lines between resources, read off a template once.

use std::collections::BTreeMap;

use super::Scope;
use super::ways::{destinations, has_private_ranges};
use crate::facts::{aws_addresses, services};
use crate::network::{CHECKED_TOGETHER, HAVE_A_SAY};
use crate::template::{Dependence, Node, Stack};

impl Scope {
    /// Of templates, with what they make in some state.
    pub(in super::super) fn new(dependence: Dependence, stack: &Stack) -> Self {
        let numbers = || 0..dependence.len();
        let mut by_kind: BTreeMap<Box<str>, Vec<usize>> = BTreeMap::new();
        for number in numbers() {
            let kind = dependence.resource(number).map_or("", |(_, kind)| kind);
            by_kind.entry(kind.into()).or_default().push(number);
        }
        let of_kind = |wanted: &str| by_kind.get(wanted).cloned().unwrap_or_default();
        let fixed = |number: usize, key: &str| {
            let (id, _) =
                dependence.resource(number).filter(|_| dependence.is_fixed(number, key) == Some(true))?;
            stack.resource(id)?.get(key)
        };
        let inside = has_private_ranges(stack);
        let routes = numbers().map(|number| match dependence.resource(number)?.1 {
            "AWS::EC2::Route" => destinations(&dependence, number, &fixed),
            "AWS::EC2::VPCEndpoint" if inside => {
                let service = fixed(number, "ServiceName").and_then(|node| stack.text_of(node))?;
                let gateway = fixed(number, "VpcEndpointType").and_then(Node::text)? == "Gateway";
                gateway.then(|| aws_addresses::of_service(&services::short_name(&service, &stack.region)))
            }
            _ => None,
        });
        let routes = routes.collect();
        let services = numbers().map(|number| {
            let text = fixed(number, "ServiceName").and_then(|node| stack.text_of(node))?;
            Some(services::short_name(&text, &stack.region).into())
        });
        let services = services.collect();
        let mut say: Vec<Vec<usize>> = numbers().map(|_| Vec::new()).collect();
        for (kind, property) in HAVE_A_SAY {
            for speaker in of_kind(kind) {
                for named in dependence.may_name(speaker, property) {
                    say.get_mut(named).into_iter().for_each(|list| list.push(speaker));
                }
            }
        }
        let together = numbers().map(|number| {
            let kind = dependence.resource(number).map_or("", |(_, kind)| kind);
            let kinds =
                CHECKED_TOGETHER.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, kinds)| kinds);
            kinds.iter().flat_map(|kind| of_kind(kind)).collect()
        });
        let together = together.collect();
        Self { dependence, by_kind, say, together, routes, services }
    }
}
