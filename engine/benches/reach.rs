//! What the speed claims of `reach` rest on: `cargo bench -p vpc-explainer-engine --bench reach`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may stop, and prints its figures")]

#[path = "../tests/build/mod.rs"]
mod build;

use std::hint::black_box;
use std::time::{Duration, Instant};

use build::{Build, addresses};
use engine::network::{Id, Peer, Target};
use engine::packet::{Addresses, Flows, Ranges, Traffic};
use engine::reach::{Assume, connect, send};

/// A notebook's subnet, an endpoint subnet and a public one with a NAT gateway; `rules` more entries in every ACL and group.
fn lesson(rules: u16) -> (Build, Id) {
    let mut b = Build::default();
    let vpc = b.vpc("Vpc", &["10.0.0.0/16"]);
    let gateway = b.internet_gateway("Gateway", Some(vpc));
    let acl = b.acl("Acl", vpc);
    let group = b.group("Group", vpc);
    for n in 0..rules {
        let range = format!("{}.{}.0.0/17", 20 + n / 256, n % 256);
        for out in [false, true] {
            let port = Traffic::tcp(Ranges::one(1000 + n % 7));
            // Only the order counts; all stand before the final allow.
            b.entry(acl, out, n / 10, n % 5 != 0, &range, port.clone());
            b.rule(group, out, Peer::Addresses(addresses(&range)), port);
        }
    }
    for out in [false, true] {
        b.rule(group, out, Peer::Addresses(addresses("0.0.0.0/0")), Traffic::full());
    }
    b.open_acl(acl);
    let private_table = b.table("PrivateTable", vpc, &["10.0.0.0/16"]);
    let public_table = b.table("PublicTable", vpc, &["10.0.0.0/16"]);
    let private = b.subnet("Private", vpc, &["10.0.1.0/24"], private_table, acl);
    let public = b.subnet("Public", vpc, &["10.0.2.0/24"], public_table, acl);
    let endpoints = b.subnet("Endpoints", vpc, &["10.0.3.0/24"], private_table, acl);
    let nat = b.nat("Nat", vpc, Some(public), true, "10.0.2.9");
    b.route(private_table, "0.0.0.0/0", Target::NatGateway(nat));
    b.route(public_table, "0.0.0.0/0", Target::InternetGateway(gateway));
    for n in 10..14 {
        b.interface("Endpoint", endpoints, &[&format!("10.0.3.{n}")], &[group]);
    }
    let notebook = b.interface("Notebook", private, &["10.0.1.10"], &[group]);
    (b, notebook)
}

/// The median of many runs.
#[expect(clippy::disallowed_methods, reason = "a bench measures time, and runs on the host only")]
fn measure<T>(name: &str, run: impl Fn() -> T) {
    let until = Instant::now() + Duration::from_secs(1);
    let mut times = Vec::new();
    while Instant::now() < until && times.len() < 20_000 {
        let start = Instant::now();
        black_box(run());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name:40} {:>12.2?}", times.get(times.len() / 2).unwrap());
}

fn main() {
    let everything = Flows::product(Addresses::full(), Traffic::full());
    for rules in [0, 20, 100, 500] {
        let (build, from) = lesson(rules);
        let network = &build.network;
        measure(&format!("isolation, {rules} more rules"), || {
            send(network, from, &everything, Assume::Narrowest)
        });
        let (host, https) = (addresses("151.101.0.223/32"), Traffic::tcp(Ranges::one(443)));
        let ports = Ranges::range(32768, 60999);
        measure(&format!("there and back, {rules} more rules"), || {
            connect(network, from, &host, &https, &ports, Assume::Narrowest)
        });
    }
}
