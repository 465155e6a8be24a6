//! Set laws of `packet` against brute force: every boundary of these sets is one of a few numbers, so membership at those numbers and at
//! one between them is membership everywhere.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its own data is wrong"
)]

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use engine::packet::{Addresses, Flows, Protocol, Ranges, Target, Traffic};
use expect_test::{Expect, expect};
use proptest::prelude::*;

const PORTS: [u16; 7] = [0, 1, 2, 1000, 65533, 65534, 65535];
const V4: [u32; 7] = [0, 1, 2, 1000, u32::MAX - 2, u32::MAX - 1, u32::MAX];
const V6: [u128; 5] = [0, 1, 1000, u128::MAX - 1, u128::MAX];
/// 2 stands for all the others.
const PROTOCOLS: [Protocol; 7] = [
    Protocol::Tcp,
    Protocol::Udp,
    Protocol::Icmp,
    Protocol::Icmpv6,
    Protocol::Other(0),
    Protocol::Other(2),
    Protocol::Other(255),
];

/// Ranges whose lower bounds are 0, 1, 2 or two below the top, upper ones likewise: the number between stands for all between.
fn ranges16() -> impl Strategy<Value = Ranges<u16>> {
    let low = prop::sample::select(vec![0, 1, 2, 3, 65533, 65534, 65535]);
    let high = prop::sample::select(vec![0, 1, 2, 65532, 65533, 65534, 65535]);
    prop::collection::vec((low, high), 0..4).prop_map(|v| v.into_iter().collect())
}

fn ranges32() -> impl Strategy<Value = Ranges<u32>> {
    let top = u32::MAX;
    let low = prop::sample::select(vec![0, 1, 2, 3, top - 2, top - 1, top]);
    let high = prop::sample::select(vec![0, 1, 2, top - 3, top - 2, top - 1, top]);
    prop::collection::vec((low, high), 0..4).prop_map(|v| v.into_iter().collect())
}

fn ranges128() -> impl Strategy<Value = Ranges<u128>> {
    let top = u128::MAX;
    let low = prop::sample::select(vec![0, 1, 2, top - 1, top]);
    let high = prop::sample::select(vec![0, 1, top - 2, top - 1, top]);
    prop::collection::vec((low, high), 0..3).prop_map(|v| v.into_iter().collect())
}

fn addresses() -> impl Strategy<Value = Addresses> {
    (ranges32(), ranges128()).prop_map(|(v4, v6)| Addresses { v4, v6 })
}

fn traffic() -> impl Strategy<Value = Traffic> {
    let other = prop::sample::subsequence(vec![0_u8, 255], 0..=2)
        .prop_map(|n| n.into_iter().map(|n| (n, n)).collect::<Ranges<u8>>());
    let sparse = || prop_oneof![3 => Just(Ranges::empty()), 1 => ranges16()];
    prop_oneof![
        1 => Just(Traffic::full()),
        4 => (ranges16(), sparse(), sparse(), sparse(), other)
            .prop_map(|(tcp, udp, icmp, icmpv6, other)| Traffic { tcp, udp, icmp, icmpv6, other }),
    ]
}

fn flows() -> impl Strategy<Value = Flows> {
    prop::collection::vec((addresses(), traffic()), 0..4).prop_map(|v| v.into_iter().collect())
}

fn universe() -> Vec<Target> {
    let v4 = V4.iter().map(|a| IpAddr::V4(Ipv4Addr::from_bits(*a)));
    let v6 = V6.iter().map(|a| IpAddr::V6(Ipv6Addr::from_bits(*a)));
    let mut all = Vec::new();
    for address in v4.chain(v6) {
        for protocol in PROTOCOLS {
            let ports: &[u16] = if matches!(protocol, Protocol::Other(_)) { &[0] } else { &PORTS };
            all.extend(ports.iter().map(|port| Target { address, protocol, port: *port }));
        }
    }
    all
}

/// Segments are disjoint, differ in traffic, are not empty, and are sorted.
fn is_canonical(flows: &Flows) -> bool {
    let s = flows.segments();
    s.windows(2).all(|w| w[0] < w[1])
        && s.iter().all(|a| !a.addresses.is_empty() && !a.traffic.is_empty())
        && s.iter().enumerate().all(|(i, a)| {
            s.iter()
                .skip(i + 1)
                .all(|b| a.traffic != b.traffic && a.addresses.intersection(&b.addresses).is_empty())
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flows_are_sets(a in flows(), b in flows()) {
        let (union, both, rest) = (a.union(&b), a.intersection(&b), a.difference(&b));
        for target in universe() {
            let (x, y) = (a.contains(&target), b.contains(&target));
            prop_assert_eq!(union.contains(&target), x || y, "union at {}", target);
            prop_assert_eq!(both.contains(&target), x && y, "intersection at {}", target);
            prop_assert_eq!(rest.contains(&target), x && !y, "difference at {}", target);
        }
        prop_assert!([&a, &b, &union, &both, &rest].into_iter().all(is_canonical));
        prop_assert_eq!(&union, &b.union(&a));
        prop_assert_eq!(&rest.union(&both), &a);
        prop_assert_eq!(both.is_empty(), universe().iter().all(|t| !both.contains(t)));
        prop_assert!(both.is_subset(&a) && a.is_subset(&union) && rest.intersection(&b).is_empty());
        // Every boundary is in the universe, so what is not seen there is nowhere.
        let anywhere = |is: fn(bool, bool) -> bool| universe().iter().any(|t| is(a.contains(t), b.contains(t)));
        prop_assert_eq!(a.meets(&b), anywhere(|x, y| x && y));
        prop_assert_eq!(a.is_subset(&b), !anywhere(|x, y| x && !y));
    }

    #[test]
    fn a_product_taken_out_is_gone(a in flows(), at in addresses(), of in traffic()) {
        let product = Flows::product(at.clone(), of.clone());
        let mut left = a.clone();
        let taken = left.take(&at, &of);
        prop_assert!(is_canonical(&left) && is_canonical(&taken));
        prop_assert_eq!(&taken, &a.intersection(&product));
        prop_assert_eq!(&left, &a.difference(&product));
        prop_assert_eq!(a.not_at(&at), a.difference(&Flows::product(at.clone(), Traffic::full())));
        prop_assert_eq!(a.at(&at), a.intersection(&Flows::product(at, Traffic::full())));
        let traffic = a.segments().first().map(|s| s.traffic.clone()).unwrap_or_default();
        prop_assert_eq!(traffic.meets(&of), !traffic.intersection(&of).is_empty());
        prop_assert_eq!(traffic.is_subset(&of), traffic.difference(&of).is_empty());
    }

    #[test]
    fn products_in_any_order_are_one_set(products in prop::collection::vec((addresses(), traffic()), 0..5)) {
        let all: Flows = products.iter().cloned().collect();
        let reversed: Flows = products.iter().rev().cloned().collect();
        prop_assert_eq!(&all, &reversed);
        for t in universe() {
            let any = products.iter().any(|(a, p)| a.contains(t.address) && p.contains(t.protocol, t.port));
            prop_assert_eq!(all.contains(&t), any, "{}", t);
        }
    }

    #[test]
    fn parts_of_flows(a in flows(), addresses in addresses(), traffic in traffic()) {
        let (at, of, not_of) = (a.at(&addresses), a.of(&traffic), a.not_of(&traffic));
        for t in universe() {
            let (here, kind) = (addresses.contains(t.address), traffic.contains(t.protocol, t.port));
            prop_assert_eq!(at.contains(&t), a.contains(&t) && here);
            prop_assert_eq!(of.contains(&t), a.contains(&t) && kind);
            prop_assert_eq!(not_of.contains(&t), a.contains(&t) && !kind);
        }
        prop_assert!([&at, &of, &not_of].into_iter().all(is_canonical));
        prop_assert_eq!(of.union(&not_of), a);
    }

    #[test]
    fn addresses_are_sets(a in addresses(), b in addresses()) {
        let (union, both, rest) = (a.union(&b), a.intersection(&b), a.difference(&b));
        let points: Vec<IpAddr> = universe().iter().map(|target| target.address).collect();
        for at in &points {
            let (x, y) = (a.contains(*at), b.contains(*at));
            prop_assert_eq!(union.contains(*at), x || y, "union at {}", at);
            prop_assert_eq!(both.contains(*at), x && y, "intersection at {}", at);
            prop_assert_eq!(rest.contains(*at), x && !y, "difference at {}", at);
            prop_assert_eq!(a.family(*at).contains(*at), x);
            let other = points.iter().find(|other| other.is_ipv4() != at.is_ipv4()).unwrap();
            prop_assert!(!a.family(*at).contains(*other), "the family of {} and {}", at, other);
            let one = Addresses::one(*at);
            prop_assert!(one.contains(*at) && points.iter().all(|p| p == at || !one.contains(*p)));
            prop_assert_eq!(one.is_subset(&a), x);
            prop_assert_eq!(one.meets(&a), x);
        }
        let any = |set: &Addresses| points.iter().any(|at| set.contains(*at));
        prop_assert_eq!(a.meets(&b), any(&both));
        prop_assert_eq!(a.is_subset(&b), !any(&rest));
        prop_assert_eq!(a.is_empty(), !any(&a));
        prop_assert_eq!(a.first().is_none(), a.is_empty());
        prop_assert!(a.first().is_none_or(|first| a.contains(first)));
        prop_assert!(a.v4.is_empty() || a.first().is_some_and(|first| first.is_ipv4()));
        prop_assert_eq!(Addresses::union_all([&a, &b].into_iter()), union);
        prop_assert!(Addresses::full().is_subset(&Addresses::full()) && a.is_subset(&Addresses::full()));
    }

    #[test]
    fn traffic_is_a_set(a in traffic(), b in traffic()) {
        let (union, both, rest) = (a.union(&b), a.intersection(&b), a.difference(&b));
        let points: Vec<(Protocol, u16)> = universe().iter().map(|t| (t.protocol, t.port)).collect();
        for (protocol, port) in &points {
            let at = |set: &Traffic| set.contains(*protocol, *port);
            prop_assert_eq!(at(&union), at(&a) || at(&b));
            prop_assert_eq!(at(&both), at(&a) && at(&b));
            prop_assert_eq!(at(&rest), at(&a) && !at(&b));
            let all = Traffic::protocol(*protocol);
            prop_assert!(points.iter().all(|(p, port)| all.contains(*p, *port) == (p == protocol)));
        }
        let any = |set: &Traffic| points.iter().any(|(protocol, port)| set.contains(*protocol, *port));
        prop_assert_eq!(a.meets(&b), any(&both));
        prop_assert_eq!(a.is_subset(&b), !any(&rest));
        prop_assert_eq!(a.is_empty(), !any(&a));
        prop_assert_eq!(a.is_full(), a == Traffic::full());
        prop_assert_eq!(a.witness(&[]).is_none(), a.is_empty());
    }

    #[test]
    fn a_witness_is_a_member(a in flows(), prefer in prop::collection::vec(any::<u16>(), 0..2)) {
        match a.witness(&prefer) {
            Some(target) => prop_assert!(a.contains(&target), "{} in {}", target, a),
            None => prop_assert!(a.is_empty()),
        }
    }

    #[test]
    fn prefixes_are_the_set(a in addresses()) {
        prop_assert_eq!(a.prefixes().into_iter().collect::<Addresses>(), a);
    }

    #[test]
    fn small_ranges_are_bit_sets(a: [u64; 4], b: [u64; 4]) {
        let bit = |s: &[u64; 4], n: u8| s[usize::from(n / 64)] >> (n % 64) & 1 == 1;
        let set = |s: &[u64; 4]| -> Ranges<u8> {
            (0..=255_u8).filter(|n| bit(s, *n)).map(|n| (n, n)).collect()
        };
        let (x, y) = (set(&a), set(&b));
        let each = |f: fn(u64, u64) -> u64| -> Ranges<u8> { set(&std::array::from_fn(|i| f(a[i], b[i]))) };
        prop_assert_eq!(x.union(&y), each(|a, b| a | b));
        prop_assert_eq!(x.intersection(&y), each(|a, b| a & b));
        prop_assert_eq!(x.difference(&y), each(|a, b| a & !b));
        prop_assert_eq!(x.complement(), each(|a, _| !a));
        prop_assert_eq!(x.is_subset(&y), (0..4).all(|i| a[i] & !b[i] == 0));
        for n in 0..=255 {
            prop_assert_eq!(x.contains(n), bit(&a, n));
        }
        prop_assert!(x.ranges().windows(2).all(|w| w[0].1 < w[1].0 - 1), "no two ranges touch");
    }
}

#[track_caller]
fn check(flows: &Flows, expected: &Expect) {
    let witness = flows.witness(&[]).map_or_else(|| "-".to_owned(), |t| t.to_string());
    expected.assert_eq(&format!("{flows} | {witness}"));
}

fn at(prefix: &str) -> Addresses {
    Addresses::prefix(prefix.parse().unwrap())
}

#[test]
fn notation() {
    check(&Flows::empty(), &expect!["∅ | -"]);
    check(
        &Flows::product(Addresses::full(), Traffic::full()),
        &expect!["all 0.0.0.0/0, ::/0 | tcp 8.8.8.8:443"],
    );
    check(
        &Flows::product(at("::/0"), Traffic::full()),
        &expect!["all ::/0 | tcp [2001:4860:4860::8888]:443"],
    );
    let ping = Traffic::echo_requests();
    check(
        &Flows::product(at("10.0.1.0/24"), ping),
        &expect!["icmp 8/0, icmpv6 128/0 10.0.1.0/24 | icmp 8/0 10.0.1.1"],
    );
    let ports = Traffic::udp([(1, 1), (5, 9)].into_iter().collect());
    check(&Flows::product(at("10.0.1.7/32"), ports), &expect!["udp 1,5-9 10.0.1.7 | udp 10.0.1.7:1"]);
    let codes = Traffic { icmp: Ranges::range(3 * 256, 4 * 256 + 255), ..Traffic::empty() };
    check(&Flows::product(at("10.0.0.0/8"), codes), &expect!["icmp 3-4 10.0.0.0/8 | icmp 3/0 10.0.0.1"]);
    let tunnel = Traffic::protocol(Protocol::Other(47));
    check(&Flows::product(at("10.0.0.0/8"), tunnel), &expect!["proto 47 10.0.0.0/8 | proto 47 10.0.0.1"]);
    let part = Traffic { icmp: Ranges::range(3 * 256, 3 * 256 + 4), ..Traffic::empty() };
    check(&Flows::product(at("10.0.0.0/8"), part), &expect!["icmp 3/0-4 10.0.0.0/8 | icmp 3/0 10.0.0.1"]);
    let two: Flows = [
        (at("10.0.0.0/8"), Traffic::tcp(Ranges::one(80))),
        (at("151.101.0.0/16"), Traffic::tcp(Ranges::one(443))),
    ]
    .into_iter()
    .collect();
    check(&two, &expect!["tcp 80 10.0.0.0/8; tcp 443 151.101.0.0/16 | tcp 151.101.0.223:443"]);
}

#[test]
fn of_many_prefixes_some_are_named_and_the_rest_counted() {
    let hosts = |count: u8| {
        let each = (0..count).map(|n| at(&format!("10.0.{n}.1/32")));
        each.fold(Addresses::empty(), |all, one| all.union(&one)).to_string()
    };
    expect!["10.0.0.1, 10.0.1.1, 10.0.2.1, 10.0.3.1, 10.0.4.1"].assert_eq(&hosts(5));
    expect!["10.0.0.1, 10.0.1.1, 10.0.2.1, 10.0.3.1, 10.0.4.1, 10.0.5.1"].assert_eq(&hosts(6));
    expect!["10.0.0.1, 10.0.1.1, 10.0.2.1, 10.0.3.1, 10.0.4.1, 10.0.5.1, … +2"].assert_eq(&hosts(8));
}
