//! Where packets go, on networks small enough to read.

#![expect(clippy::unwrap_used, reason = "a test may stop where its own data is wrong")]

mod back;
#[path = "../build/mod.rs"]
mod build;
mod there;

use std::fmt::Write as _;

use build::{Build, addresses};
use engine::network::{Id, Peer, Target};
use engine::packet::{Flows, Ranges, Traffic};
use engine::reach::{Assume, End, Hop, connect, send};
use expect_test::Expect;

/// A notebook's subnet and a public one with a NAT gateway.
struct Nat {
    build: Build,
    vpc: Id,
    public: Id,
    notebook: Id,
    private_acl: Id,
    public_acl: Id,
}

fn nat() -> Nat {
    let mut b = Build::default();
    let vpc = b.vpc("Vpc", &["10.0.0.0/16"]);
    let gateway = b.internet_gateway("Gateway", Some(vpc));
    let private_acl = b.acl("PrivateAcl", vpc);
    let public_acl = b.acl("PublicAcl", vpc);
    b.open_acl(private_acl);
    b.open_acl(public_acl);
    let private_table = b.table("PrivateTable", vpc, &["10.0.0.0/16"]);
    let public_table = b.table("PublicTable", vpc, &["10.0.0.0/16"]);
    let private = b.subnet("Private", vpc, &["10.0.1.0/24"], private_table, private_acl);
    let public = b.subnet("Public", vpc, &["10.0.2.0/24"], public_table, public_acl);
    let nat = b.nat("Nat", vpc, Some(public), true, "10.0.2.9");
    b.route(private_table, "0.0.0.0/0", Target::NatGateway(nat));
    b.route(public_table, "0.0.0.0/0", Target::InternetGateway(gateway));
    let group = b.group("Group", vpc);
    b.rule(group, true, Peer::Addresses(addresses("0.0.0.0/0")), Traffic::full());
    let notebook = b.interface("Notebook", private, &["10.0.1.10"], &[group]);
    Nat { build: b, vpc, public, notebook, private_acl, public_acl }
}

fn lines(build: &Build, hops: &[Hop]) -> String {
    let name = |id| build.network.name(id);
    hops.iter().fold(String::new(), |mut all, h| {
        let way = if h.reply { '<' } else { '>' };
        let (by, at, compared) = (name(h.by), name(h.at), &h.compared);
        writeln!(all, "  {way} {} by {by} at {at}: {} | {}", h.code, compared.rule, compared.packet).unwrap();
        all
    })
}

fn end(build: &Build, end: &End) -> String {
    match end {
        End::Interface(id) => format!("interface {}", build.network.name(*id)),
        End::GatewayEndpoint(id) => format!("gateway endpoint {}", build.network.name(*id)),
        End::Internet(id) => format!("internet through {}", build.network.name(*id)),
        End::Resolver(id) => format!("resolver of {}", build.network.name(*id)),
        End::Blocked => "blocked".into(),
        End::Unknown(why) => format!("unknown {}", why.as_ref().map_or("", |w| &w.what)),
    }
}

#[track_caller]
fn check_send(build: &Build, from: Id, flows: &Flows, expected: &Expect) {
    let walk = send(&build.network, from, flows, Assume::Narrowest);
    let text = walk.branches.iter().fold(String::new(), |mut all, b| {
        writeln!(all, "{}: {}", end(build, &b.end), b.flows).unwrap();
        all + &lines(build, &b.hops())
    });
    expected.assert_eq(&text);
}

#[track_caller]
fn check_connect(build: &Build, from: Id, to: &str, traffic: &Traffic, expected: &Expect) {
    let ports = Ranges::range(32768, 60999);
    let connections = connect(&build.network, from, &addresses(to), traffic, &ports, Assume::Narrowest);
    let text = connections.all.iter().fold(String::new(), |mut all, c| {
        writeln!(all, "{}: {}", end(build, &c.branch.end), c.branch.flows).unwrap();
        all += &lines(build, &c.branch.hops());
        let Some(reply) = &c.reply else { return all };
        let nat = reply.nat_ports.as_ref().map_or_else(String::new, |p| format!(", NAT {p}"));
        writeln!(all, "  back at {}{nat}", reply.ports).unwrap();
        all += &lines(build, &reply.hops);
        if !reply.cuts.is_empty() {
            all += "  cut by\n";
        }
        all + &lines(build, &reply.cuts)
    });
    expected.assert_eq(&text);
}
