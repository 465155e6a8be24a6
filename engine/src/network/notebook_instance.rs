//! `AWS::SageMaker::NotebookInstance` and its lifecycle configuration: the data scientist's machine.
//!
//! Its interface stands in the customer's subnet. With `DirectInternetAccess` enabled (the **default**) everything outside the VPC's
//! ranges leaves through an interface that SageMaker manages, past every table, ACL and group of the customer; gateway endpoints
//! are bypassed too, interface endpoints work. Disabling it needs a subnet. The user is root by default, so a host firewall
//! is no control (SageMaker guide, notebook instances and internet access; 2023).
//!
//! Refusals: `DIRECT_INTERNET_ACCESS_NEEDS_SUBNET`, `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`,
//! `GROUP_IN_OTHER_VPC`.

use std::rc::Rc;

use super::build::Builder;
use super::network_interface::Wanted;
use super::read::Named;
use super::{Host, Id, Workload, WorkloadKind};
use crate::code::Code;
use crate::template::{Node, Resource};

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let role = b.required(id, resource, "RoleArn");
    let identity = role.map_or(super::Identity::Assumed, |node| b.role_of(node));
    let direct_internet_access = direct(b, id, resource);
    let host = resource.get("LifecycleConfigName").map(|node| host(b, node)).unwrap_or_default();
    let workload = Workload {
        kind: WorkloadKind::Notebook,
        interfaces: Vec::new(),
        identity,
        direct_internet_access,
        host,
    };
    b.network.workloads.insert(id, workload);
    let Some(node) = resource.get("SubnetId") else { return };
    let Some(subnet) = b.subnet(id, node) else { return };
    let wanted = Wanted {
        owner: id,
        subnet,
        planned: b.plan.private(&resource.id, 0),
        groups: resource.get("SecurityGroupIds"),
        source_dest_check: true,
        wants_v6: false,
        place: resource.place,
    };
    let Some(interface) = b.interface(id, &wanted) else { return };
    let interface_id = b.implicit(id, "interface", "AWS::EC2::NetworkInterface");
    b.network.interfaces.insert(interface_id, interface);
    if let Some(workload) = b.network.workloads.get_mut(&id) {
        workload.interfaces.push(interface_id);
    }
}

fn direct<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> bool {
    let Some(node) = resource.get("DirectInternetAccess") else { return true };
    let text = node.text().unwrap_or_default();
    match &*text {
        "Disabled" => {
            if resource.get("SubnetId").is_none() {
                b.refuse(
                    Code::DirectInternetAccessNeedsSubnet,
                    id,
                    node.place,
                    "DirectInternetAccess: Disabled",
                );
            }
            false
        }
        "Enabled" => true,
        _ => {
            // Not known: taken at its widest.
            if node.unknown().is_none() {
                b.refuse(Code::PropertyInvalid, id, node.place, text);
            }
            true
        }
    }
}

/// `AWS::SageMaker::NotebookInstanceLifecycleConfig`: scripts at creation and at every start.
pub(super) fn read_lifecycle_config<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let hooks = ["OnCreate", "OnStart"].iter().filter_map(|key| resource.get(key)).flat_map(Node::items);
    let host = b.scripts.read(hooks.filter_map(|hook| hook.get("Content")));
    b.hosts.insert(id, host);
}

/// The scripts of the configuration that is named by its `NotebookInstanceLifecycleConfigName`.
fn host(b: &Builder<'_>, node: &Node) -> Rc<Host> {
    let text = b.text(node);
    let named = match b.named(node) {
        Named::Thing(thing) => Some(thing),
        Named::SwitchedOff => None,
        Named::Unknown(_) => b.hosts.keys().copied().find(|id| {
            let resource = b.resource(b.network.name(*id));
            let name = resource
                .and_then(|r| r.get("NotebookInstanceLifecycleConfigName"))
                .and_then(|node| b.text(node));
            name.is_some() && name == text
        }),
    };
    if let Some(host) = named.and_then(|id| b.hosts.get(&id)) {
        return host.clone();
    }
    let what = text.unwrap_or_default();
    Host { not_modelled: vec![(node.place, what.into())], ..Host::default() }.into()
}
