//! Endpoints: a foot in each subnet of an interface endpoint, one component on the border for a gateway endpoint.

use super::{Inventory, Item, Stand, of_kind, target};
use crate::layout::{Icon, Part};
use crate::template::{Node, Resource, Stack};

pub(super) fn read(inventory: &mut Inventory, stack: &Stack) {
    let mut endpoints: Vec<(&Resource, Box<str>)> =
        of_kind(stack, "AWS::EC2::VPCEndpoint").map(|r| (r, service(r, &stack.region))).collect();
    group_families(&mut endpoints);
    for (resource, service) in endpoints {
        let text = |property| resource.get(property).and_then(Node::text);
        let item = |part, stand| Item {
            part,
            icon: Icon::Endpoint,
            stand,
            also: Vec::new(),
            on: resource.enabled,
            service: Some(service.clone()),
            called: None,
        };
        let whole = Part::Resource(resource.id.clone());
        if text("VpcEndpointType").is_none_or(|kind| kind == "Gateway") {
            let stand = inventory.border(target(resource, "VpcId"));
            inventory.items.push(Item { icon: Icon::GatewayEndpoint, ..item(whole, stand) });
            continue;
        }
        let subnets: Vec<Box<str>> = resource
            .get("SubnetIds")
            .map(Node::items)
            .unwrap_or_default()
            .iter()
            .filter_map(|node| Some((&*node.reference()?.resource).into()))
            .filter(|id| inventory.subnets.iter().any(|s| s.id == *id))
            .collect();
        match subnets.as_slice() {
            [] => {
                let vpc =
                    target(resource, "VpcId").map(Into::into).or_else(|| inventory.vpcs.first().cloned());
                let stand = vpc.filter(|vpc| inventory.has_vpc(vpc)).map_or(Stand::Cloud, Stand::Loose);
                inventory.items.push(item(whole, stand));
            }
            [subnet] => {
                inventory.items.push(item(whole, Stand::Onward(subnet.clone())));
            }
            several => {
                for subnet in several {
                    let part = Part::EndpointIn(resource.id.clone(), subnet.clone());
                    inventory.items.push(item(part, Stand::Onward(subnet.clone())));
                }
            }
        }
    }
}

/// The service's short name: `com.amazonaws.us-east-1.s3` → `s3`, `aws.sagemaker.us-east-1.notebook` →
/// `aws.sagemaker.notebook`.
pub(super) fn service(endpoint: &Resource, region: &str) -> Box<str> {
    let name = endpoint.get("ServiceName").and_then(Node::text).unwrap_or_default();
    let name = name.strip_prefix("com.amazonaws.").unwrap_or(&name);
    let name = name.strip_prefix("cn.com.amazonaws.").unwrap_or(name);
    let mut short: Vec<&str> = name.split('.').collect();
    short.retain(|piece| *piece != region && !piece.contains('$'));
    short.join(".").into()
}

/// Endpoints of one family (`codeartifact.api`, `codeartifact.repositories`) stand together, where the first of them is
/// written.
fn group_families(endpoints: &mut [(&Resource, Box<str>)]) {
    let family = |service: &str| service.split('.').next().unwrap_or_default().to_owned();
    let order: Vec<String> = endpoints.iter().map(|(_, service)| family(service)).collect();
    endpoints.sort_by_key(|(_, service)| {
        let own = family(service);
        order.iter().position(|f| *f == own)
    });
}
