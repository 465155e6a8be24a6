//! Small random networks with nasty numbers.

use engine::network::{BlockPublicAccess, Destination, Endpoint, EndpointKind, Id, Peer, Peering, Target};
use engine::packet::{Addresses, Protocol, Ranges, Traffic, icmp_type_code};
use engine::template::{Unknown, UnknownWhy};

use crate::build::{Build, addresses};

/// `SplitMix64`: small, seedable, the same everywhere.
#[derive(Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

pub(crate) const PORTS: [u16; 16] =
    [0, 1, 22, 53, 79, 80, 443, 444, 1023, 1024, 1025, 32767, 32768, 60999, 61000, 65535];

pub(crate) const RANGES: [&str; 22] = [
    "0.0.0.0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "10.0.0.0/8",
    "10.0.0.0/16",
    "10.0.0.0/24",
    "10.0.1.0/24",
    "10.0.1.0/25",
    "10.0.1.128/25",
    "10.0.2.0/23",
    "10.0.1.10/32",
    "10.0.1.11/32",
    "10.1.0.0/16",
    "10.1.1.0/24",
    "151.101.0.0/16",
    "151.101.0.0/17",
    "151.101.128.0/17",
    "100.64.0.0/10",
    "::/0",
    "2001:db8::/56",
    "2001:db8:0:1::/64",
    "2a04:4e42::/32",
];

fn ports(random: &mut Random) -> Ranges<u16> {
    let (a, b) = (random.pick(&PORTS), random.pick(&PORTS));
    match random.below(4) {
        0 => Ranges::one(a),
        1 => Ranges::full(),
        _ => Ranges::range(a.min(b), a.max(b)),
    }
}

fn traffic(random: &mut Random) -> Traffic {
    match random.below(12) {
        0..4 => Traffic::full(),
        4..8 => Traffic::tcp(ports(random)),
        8 => Traffic::udp(ports(random)),
        9 => {
            let kinds = [icmp_type_code(8, 0), icmp_type_code(0, 0), icmp_type_code(3, 4)];
            Traffic { icmp: Ranges::one(random.pick(&kinds)), ..Traffic::empty() }
        }
        10 => {
            let kinds = [icmp_type_code(128, 0), icmp_type_code(129, 0)];
            Traffic { icmpv6: Ranges::one(random.pick(&kinds)), ..Traffic::empty() }
        }
        _ => Traffic::protocol(random.pick(&[
            Protocol::Icmp,
            Protocol::Icmpv6,
            Protocol::Other(47),
            Protocol::Udp,
        ])),
    }
}

pub(crate) fn acl(b: &mut Build, random: &mut Random, name: &str, vpc: Id) -> Id {
    let id = b.acl(name, vpc);
    for out in [false, true] {
        for number in 0..random.below(4) {
            let range = random.pick(&RANGES);
            let (allow, traffic) = (!random.one_in(3), traffic(random));
            b.entry(id, out, 10 + u16::try_from(number).unwrap(), allow, range, traffic);
        }
        if !random.one_in(5) {
            b.entry(id, out, 100, true, "0.0.0.0/0", Traffic::full());
            b.entry(id, out, 101, true, "::/0", Traffic::full());
        }
    }
    id
}

pub(crate) fn fill_group(b: &mut Build, random: &mut Random, id: Id, groups: &[Id]) {
    for out in [false, true] {
        let open = if random.one_in(3) { traffic(random) } else { Traffic::full() };
        if !random.one_in(4) {
            b.rule(id, out, Peer::Addresses(Addresses::full()), open);
        }
        for _ in 0..random.below(4) {
            let peer = if random.one_in(3) {
                Peer::Group(random.pick(groups))
            } else {
                Peer::Addresses(addresses(random.pick(&RANGES)))
            };
            b.rule(id, out, peer, traffic(random));
        }
    }
}

/// A network and the interfaces to ask about.
pub(crate) fn network(random: &mut Random) -> (Build, Vec<Id>) {
    let mut b = Build::default();
    let local = ["10.0.0.0/16", "2001:db8::/56"];
    let vpc = b.vpc("Vpc", &local);
    let peer = b.vpc("Peer", &["10.1.0.0/16"]);
    b.network.vpcs.get_mut(&vpc).unwrap().dns_support = !random.one_in(4);
    let groups: Vec<Id> = (0..3).map(|n| b.group(&format!("Group{n}"), vpc)).collect();
    for group in groups.clone() {
        fill_group(&mut b, random, group, &groups);
    }
    let mut acls: Vec<Id> = (0..3).map(|n| acl(&mut b, random, &format!("Acl{n}"), vpc)).collect();
    let open = b.acl("Open", vpc);
    b.open_acl(open);
    acls.push(open);
    let tables: Vec<Id> = (0..3).map(|n| b.table(&format!("Table{n}"), vpc, &local)).collect();
    let peer_table = b.table("PeerTable", peer, &["10.1.0.0/16"]);
    let subnets = [
        b.subnet("A", vpc, &["10.0.0.0/24", "2001:db8:0:0::/64"], random.pick(&tables), random.pick(&acls)),
        b.subnet("B", vpc, &["10.0.1.0/25"], random.pick(&tables), random.pick(&acls)),
        b.subnet("C", vpc, &["10.0.1.128/25", "2001:db8:0:1::/64"], random.pick(&tables), random.pick(&acls)),
    ];
    let peer_subnet = b.subnet("P", peer, &["10.1.1.0/24"], peer_table, random.pick(&acls));
    let some = |random: &mut Random| -> Vec<Id> {
        let mut some = vec![random.pick(&groups)];
        if random.one_in(2) {
            some.push(random.pick(&groups));
        }
        some
    };
    let mut interfaces = vec![
        b.interface("a", subnets[0], &["10.0.0.10", "2001:db8::10"], &some(random)),
        b.interface("b", subnets[1], &["10.0.1.10"], &some(random)),
        b.interface("b2", subnets[1], &["10.0.1.11"], &some(random)),
        b.interface("c", subnets[2], &["10.0.1.128", "2001:db8:0:1::1"], &some(random)),
        b.interface("p", peer_subnet, &["10.1.1.10"], &some(random)),
    ];
    for id in &interfaces {
        let interface = b.network.interfaces.get_mut(id).unwrap();
        interface.source_dest_check = random.one_in(3);
        interface.public_v4 = random.one_in(2).then(|| "198.51.100.9".parse().unwrap());
    }
    let endpoint = b.id("Endpoint");
    let foot = b.interface("foot", random.pick(&subnets), &["10.0.0.77"], &some(random));
    b.network.interfaces.get_mut(&foot).unwrap().owner = endpoint;
    let kind = EndpointKind::Interface { interfaces: vec![foot], private_dns: true };
    let service = "sagemaker.api".into();
    b.network.endpoints.insert(endpoint, Endpoint { vpc, service, kind, policy: None });
    interfaces.push(foot);

    let gateway_endpoint = b.id("GatewayEndpoint");
    let kind = EndpointKind::Gateway { route_tables: tables.clone() };
    b.network.endpoints.insert(gateway_endpoint, Endpoint { vpc, service: "s3".into(), kind, policy: None });
    let attached = (!random.one_in(6)).then_some(vpc);
    let gateway = b.internet_gateway("Gateway", attached);
    let egress_only = b.id("EgressOnly");
    b.network.egress_only_gateways.insert(egress_only, vpc);
    let nats = [
        b.nat("NatA", vpc, Some(subnets[0]), true, "10.0.0.9"),
        b.nat("NatC", vpc, Some(subnets[2]), !random.one_in(2), "10.0.1.200"),
        b.nat("Regional", vpc, None, true, "0.0.0.0"),
    ];
    let regional = b.table("RegionalTable", vpc, &local);
    b.route(regional, "0.0.0.0/0", Target::InternetGateway(gateway));
    b.network.nat_gateways.get_mut(&nats[2]).unwrap().route_table = Some(regional);
    let (peering, half) = (b.id("Peering"), b.id("HalfPeering"));
    b.network.peerings.insert(peering, Peering { requester: vpc, accepter: Some(peer) });
    b.network.peerings.insert(half, Peering { requester: vpc, accepter: None });
    if !random.one_in(4) {
        b.route(peer_table, "10.0.0.0/16", Target::Peering(peering));
    }
    if random.one_in(3) {
        b.route(peer_table, "0.0.0.0/0", Target::Peering(peering));
    }
    let stranger = b.id("TransitGateway");
    let why = Unknown { what: "Parameter".into(), why: UnknownWhy::ParameterNotGiven };
    let mut targets = vec![
        Target::InternetGateway(gateway),
        Target::InternetGateway(gateway),
        Target::InternetGateway(gateway),
        Target::EgressOnlyGateway(egress_only),
        Target::GatewayEndpoint(gateway_endpoint),
        Target::Peering(peering),
        Target::Peering(half),
        Target::Blackhole,
        Target::NotModelled(stranger),
        Target::Unknown(why),
    ];
    targets.extend(nats.map(Target::NatGateway));
    targets.extend(interfaces[..4].iter().copied().map(Target::Interface));
    for table in &tables {
        let mut taken = vec!["10.0.0.0/16", "2001:db8::/56"];
        let mut ranges = vec!["0.0.0.0/0", "::/0"];
        ranges.extend((0..3).map(|_| random.pick(&RANGES)));
        for range in ranges {
            if !taken.contains(&range) {
                taken.push(range);
                let target = random.pick(&targets);
                b.route(*table, range, target);
            }
        }
        if random.one_in(2) {
            let prefixes =
                [random.pick(&RANGES[14..17]), "100.64.0.0/10"].iter().map(|r| r.parse().unwrap()).collect();
            let destination = Destination::PrefixList { name: "pl-s3".into(), prefixes };
            b.route_to(*table, destination, Target::GatewayEndpoint(gateway_endpoint));
        }
    }
    if random.one_in(4) {
        let id = b.id("BlockPublicAccess");
        let mut exclusions = litemap::LiteMap::new();
        if random.one_in(2) {
            exclusions.insert(random.pick(&[vpc, subnets[0], subnets[1], subnets[2]]), random.one_in(2));
        }
        let bidirectional = random.one_in(2);
        b.network.block_public_access = Some(BlockPublicAccess { id, bidirectional, exclusions });
    }
    (b, interfaces)
}
