//! What words point at, as far as it is drawn: a thing itself, or the things that have it.

use engine::network::Identity;

use crate::scene::Scene;

/// The logical ids of what is pointed at. A route table or an ACL is shown by its subnets, a security group by what wears it, a role
/// by the workloads that have it.
pub(super) fn pointed(scene: &Scene) -> Vec<Box<str>> {
    let (Some(part), Some(judged)) = (&scene.model.pointed, scene.judged()) else { return Vec::new() };
    let network = &judged.network;
    let mut all = vec![part.clone()];
    let Some(id) = network.find(part) else { return all };
    let subnets = network.subnets.iter().filter(|(_, subnet)| subnet.route_table == id || subnet.acl == id);
    let wearers = network.interfaces.values().filter(|interface| interface.groups.contains(&id));
    let holders = network.workloads.iter().filter(|(_, workload)| workload.identity == Identity::Role(id));
    let ids = subnets
        .map(|(id, _)| *id)
        .chain(wearers.map(|interface| interface.owner))
        .chain(holders.map(|(id, _)| *id));
    all.extend(ids.map(|id| network.name(id).into()));
    all
}
