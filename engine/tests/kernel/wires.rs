//! Which namespaces a network needs, and their devices, routes and rules.

use std::fmt::Write as _;
use std::net::Ipv4Addr;

use engine::network::{Destination, Id, Target};

use crate::filters;
use crate::world::{OUTSIDE, VPC, World};

/// A namespace.
pub(crate) struct Room {
    pub(crate) name: String,
    pub(crate) forwards: bool,
    /// Its devices.
    pub(crate) ends: Vec<String>,
    /// Input of `ip -batch`.
    pub(crate) set_up: String,
    /// Input of `nft`.
    pub(crate) filters: String,
}

type End = (String, String);

/// Everything to make, by short names.
pub(crate) struct Plan {
    pub(crate) rooms: Vec<Room>,
    /// From room and device to room and device.
    pub(crate) wires: Vec<[End; 2]>,
}

/// The namespace of an interface or a NAT gateway; the outside for none.
pub(crate) fn room_of(id: Option<Id>) -> String {
    id.map_or_else(|| "outside".to_owned(), |id| format!("i{}", id.0))
}

pub(crate) fn plan(world: &World) -> Plan {
    let mut plan = Plan { rooms: vec![outside(), gateway(world)], wires: Vec::new() };
    plan.wire(("gateway", "outside"), ("outside", "gateway"));
    plan.wire(("router", "gateway"), ("gateway", "vpc"));
    plan.rooms.push(router(world));
    for n in 0..world.subnets.len() {
        plan.rooms.push(subnet(world, n));
        plan.wire((&subnet_room(n), "uplink"), ("router", &uplink(n)));
        for id in standing_in(world, n) {
            plan.rooms.push(device(world, id));
            plan.wire((&subnet_room(n), &room_of(Some(id))), (&room_of(Some(id)), "eth"));
        }
    }
    for id in [world.nat, world.middle] {
        plan.wire((&subnet_room(world.home(id)), &door(id)), ("router", &door(id)));
    }
    plan
}

impl Plan {
    fn wire(&mut self, a: (&str, &str), b: (&str, &str)) {
        let own = |(room, end): (&str, &str)| (room.to_owned(), end.to_owned());
        self.wires.push([own(a), own(b)]);
    }
}

fn subnet_room(n: usize) -> String {
    format!("subnet{n}")
}

fn uplink(n: usize) -> String {
    format!("up{n}")
}

/// The wire over which the router hands a packet to something that is not its destination.
fn door(id: Id) -> String {
    format!("door{}", id.0)
}

/// Interfaces and the NAT gateway of a subnet.
fn standing_in(world: &World, n: usize) -> Vec<Id> {
    world.interfaces.iter().copied().chain([world.nat]).filter(|id| world.home(*id) == n).collect()
}

fn address(world: &World, id: Id) -> Ipv4Addr {
    match world.build.network.nat_gateways.get(&id) {
        Some(nat) => nat.private_address.unwrap(),
        None => world.address(id),
    }
}

/// Any address out there is here, and answers.
fn outside() -> Room {
    let mut set_up = String::from("addr add 8.0.0.1/32 dev gateway\nroute add default dev gateway\n");
    for net in OUTSIDE {
        set_up += &format!("route add local {net} dev lo\n");
    }
    Room {
        name: "outside".into(),
        forwards: false,
        ends: vec!["gateway".into()],
        set_up,
        filters: String::new(),
    }
}

fn gateway(world: &World) -> Room {
    let network = &world.build.network;
    let hosts = network.interfaces.values().filter_map(|i| Some((i.v4?, i.public_v4?)));
    let nats = network.nat_gateways.values().filter_map(|n| Some((n.private_address?, n.public_address?)));
    let associations: Vec<(Ipv4Addr, Ipv4Addr)> = hosts.chain(nats).collect();
    Room {
        name: "gateway".into(),
        forwards: true,
        ends: vec!["vpc".into(), "outside".into()],
        set_up: format!("route add {VPC} dev vpc\nroute add default dev outside\n"),
        filters: filters::internet_gateway(&associations),
    }
}

/// The VPC's router: a table for each subnet, chosen by where a packet comes from.
fn router(world: &World) -> Room {
    let network = &world.build.network;
    let count = world.subnets.len();
    let mut set_up = String::from("route add blackhole default\n");
    let local = |table: &str| -> String {
        let range = |n: usize| network.subnets[&world.subnets[n]].v4.unwrap();
        let line = |n: usize| format!("route add {} dev {} {table}\n", range(n), uplink(n));
        (0..count).map(line).collect::<String>() + &format!("route add blackhole {VPC} {table}\n")
    };
    set_up += &local("table main");
    for n in 0..count {
        let table = format!("table {}", 100 + n);
        let _ = writeln!(set_up, "rule add iif {} {table}", uplink(n));
        set_up += &local(&table);
        for (destination, target) in routes(world, n) {
            let device = match target {
                Target::InternetGateway(_) => Some("gateway".to_owned()),
                Target::NatGateway(id) | Target::Interface(id) => Some(door(*id)),
                _ => None,
            };
            set_up += &match device {
                Some(device) => format!("route add {destination} dev {device} {table}\n"),
                None => format!("route add blackhole {destination} {table}\n"),
            };
        }
        // Without a route nothing leaves; the next table is not asked.
        set_up += &format!("route add blackhole default metric 9999 {table}\n");
    }
    let mut ends: Vec<String> = (0..count).map(uplink).collect();
    ends.extend(["gateway".to_owned(), door(world.nat), door(world.middle)]);
    Room { name: "router".into(), forwards: true, ends, set_up, filters: String::new() }
}

/// Routes of a subnet's table but the local one.
fn routes(world: &World, n: usize) -> impl Iterator<Item = (String, &Target)> {
    let network = &world.build.network;
    let table = &network.route_tables[&network.subnets[&world.subnets[n]].route_table];
    table.routes.iter().filter_map(|route| match (&route.destination, &route.target) {
        (_, Target::Local) => None,
        (Destination::V4(net), target) => Some((net.to_string(), target)),
        _ => None,
    })
}

/// A subnet: what stands in it speaks to its neighbours directly and to all others over the uplink, where the ACL is.
fn subnet(world: &World, n: usize) -> Room {
    let range = world.build.network.subnets[&world.subnets[n]].v4.unwrap();
    let standing = standing_in(world, n);
    let mut set_up = String::from("route add blackhole default\n");
    for id in &standing {
        let (address, device) = (address(world, *id), room_of(Some(*id)));
        let _ =
            writeln!(set_up, "route add {address} dev {device}\nroute add {address} dev {device} table 100");
        let _ = writeln!(set_up, "rule add iif {device} table 100");
    }
    let _ = writeln!(set_up, "route add blackhole {range} table 100\nroute add {VPC} dev uplink table 100");
    for (destination, target) in routes(world, n) {
        let device = match target {
            Target::NatGateway(id) | Target::Interface(id) if standing.contains(id) => room_of(Some(*id)),
            _ => "uplink".to_owned(),
        };
        let _ = writeln!(set_up, "route add {destination} dev {device} table 100");
    }
    set_up += "route add default dev uplink metric 9999 table 100\n";
    let mut uplinks = vec!["uplink".to_owned()];
    for (id, table) in
        [(world.nat, 200), (world.middle, 201)].into_iter().filter(|(id, _)| standing.contains(id))
    {
        let _ = writeln!(set_up, "rule add iif {} table {table}", door(id));
        let _ = writeln!(set_up, "route add default dev {} table {table}", room_of(Some(id)));
        uplinks.push(door(id));
    }
    let filters = filters::acl(world, n, &uplinks);
    let ends = uplinks.into_iter().chain(standing.into_iter().map(|id| room_of(Some(id)))).collect();
    Room { name: subnet_room(n), forwards: true, ends, set_up, filters }
}

/// An interface with its groups, or the NAT gateway.
fn device(world: &World, id: Id) -> Room {
    let address = address(world, id);
    let interface = world.build.network.interfaces.get(&id);
    Room {
        name: room_of(Some(id)),
        forwards: interface.is_none_or(|i| !i.source_dest_check),
        ends: vec!["eth".into()],
        set_up: format!("addr add {address}/32 dev eth\nroute add default dev eth src {address}\n"),
        filters: interface.map_or_else(filters::nat_gateway, |_| filters::groups(world, id)),
    }
}
