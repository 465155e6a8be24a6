//! Where packets go, on networks small enough to read.

#![expect(clippy::unwrap_used, reason = "a test may stop where its own data is wrong")]

mod build;

use std::fmt::Write as _;

use build::{Build, addresses};
use engine::network::{Id, Peer, Target};
use engine::packet::{Addresses, Flows, Ranges, Traffic};
use engine::reach::{Assume, End, Hop, connect, send};
use expect_test::{Expect, expect};

/// A notebook's subnet and a public one with a NAT gateway.
struct Nat {
    build: Build,
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
    Nat { build: b, notebook, private_acl, public_acl }
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
        all + &lines(build, &b.hops)
    });
    expected.assert_eq(&text);
}

#[track_caller]
fn check_connect(build: &Build, from: Id, to: &str, traffic: &Traffic, expected: &Expect) {
    let ports = Ranges::range(32768, 60999);
    let connections = connect(&build.network, from, &addresses(to), traffic, &ports, Assume::Narrowest);
    let text = connections.iter().fold(String::new(), |mut all, c| {
        writeln!(all, "{}: {}", end(build, &c.branch.end), c.branch.flows).unwrap();
        all += &lines(build, &c.branch.hops);
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

#[test]
fn everything_through_a_nat_gateway() {
    let n = nat();
    check_send(
        &n.build,
        n.notebook,
        &Flows::product(Addresses::full(), Traffic::full()),
        &expect![[r#"
        interface Notebook/interface: all 10.0.1.10
          > INTERFACE_REACHED by Notebook/interface at Notebook:  | tcp 10.0.1.10 → 10.0.1.10:443
        resolver of Vpc: tcp 53, udp 53 10.0.0.2, 169.254.169.253
          > RESOLVER_REACHED by Vpc at Notebook:  | tcp 10.0.1.10 → 10.0.0.2:53
        blocked: all 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/17, 169.254.128.0/19, 169.254.160.0/21, 169.254.168.0/24, … +14; tcp 0-52,54-65535, udp 0-52,54-65535, icmp, icmpv6, proto 0, proto 2-5, proto 7-16, proto 18-57, proto 59-255 169.254.169.253
          > NO_ROUTE_TO_DESTINATION by Notebook/interface at Notebook:  | tcp 10.0.1.10 → 0.0.0.1:443
        blocked: all 10.0.1.0/29, 10.0.1.8/31, 10.0.1.11, 10.0.1.12/30, 10.0.1.16/28, 10.0.1.32/27, … +2
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 10.0.1.1:443
          > ENI_ADDRESS_RESTRICTION by Private at Private:  | tcp 10.0.1.10 → 10.0.1.1:443
        blocked: all 10.0.0.0/31, 10.0.0.3, 10.0.0.4/30, 10.0.0.8/29, 10.0.0.16/28, 10.0.0.32/27, … +9; tcp 0-52,54-65535, udp 0-52,54-65535, icmp, icmpv6, proto 0, proto 2-5, proto 7-16, proto 18-57, proto 59-255 10.0.0.2
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 10.0.0.1:443
          > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 10.0.0.1:443
          > ROUTE_SELECTED by PrivateTable at Private: 10.0.0.0/16 → local | tcp 10.0.1.10 → 10.0.0.1:443
          > VPC_LOCAL_ROUTE_CIDR_RESTRICTION by PrivateTable at Private: 10.0.0.0/16 → local | tcp 10.0.1.10 → 10.0.0.1:443
        blocked: icmpv6, proto 0, proto 2-5, proto 7-16, proto 18-57, proto 59-255 1.0.0.0/8, 2.0.0.0/7, 4.0.0.0/6, 8.0.0.0/7, 10.1.0.0/16, 10.2.0.0/15, … +59
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | icmpv6 128/0 10.0.1.10 → 8.8.8.8
          > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | icmpv6 128/0 10.0.1.10 → 8.8.8.8
          > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | icmpv6 128/0 10.0.1.10 → 8.8.8.8
          > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | icmpv6 128/0 10.0.1.10 → 8.8.8.8
          > NAT_GATEWAY_PROTOCOL_RESTRICTION by Nat at Nat:  | icmpv6 128/0 10.0.1.10 → 8.8.8.8
        blocked: tcp, udp, icmp 10.1.0.0/16, 10.2.0.0/15, 10.4.0.0/14, 10.8.0.0/13, 10.16.0.0/12, 10.32.0.0/11, … +4
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 10.1.0.1:443
          > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 10.1.0.1:443
          > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 10.1.0.1:443
          > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 10.1.0.1:443
          > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 10.1.0.1:443
          > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 10.1.0.1:443
          > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 10.1.0.1:443
          > IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS by Gateway at Gateway:  | tcp 10.0.2.9 → 10.1.0.1:443
        blocked: tcp, udp, icmp 100.64.0.0/10
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 100.64.0.1:443
          > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 100.64.0.1:443
          > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 100.64.0.1:443
          > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 100.64.0.1:443
          > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 100.64.0.1:443
          > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 100.64.0.1:443
          > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 100.64.0.1:443
          > IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS by Gateway at Gateway:  | tcp 10.0.2.9 → 100.64.0.1:443
        internet through Gateway: tcp, udp, icmp 1.0.0.0/8, 2.0.0.0/7, 4.0.0.0/6, 8.0.0.0/7, 11.0.0.0/8, 12.0.0.0/6, … +73
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 8.8.8.8:443
          > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 8.8.8.8:443
          > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 8.8.8.8:443
          > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 8.8.8.8:443
          > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 8.8.8.8:443
          > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 8.8.8.8:443
          > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 8.8.8.8:443
          > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway:  | tcp 203.0.113.7 → 8.8.8.8:443
        blocked: all ::/0
          > NO_ADDRESS_OF_FAMILY by Notebook/interface at Notebook:  | tcp [2001:4860:4860::8888]:443
    "#]],
    );
}

#[test]
fn there_and_back_through_a_nat_gateway() {
    let n = nat();
    check_connect(
        &n.build,
        n.notebook,
        "151.101.0.0/16",
        &Traffic::tcp(Ranges::one(443)),
        &expect![[r#"
            internet through Gateway: tcp 443 151.101.0.0/16
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.1:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway:  | tcp 203.0.113.7 → 151.101.0.1:443
              back at 32768-60999, NAT 1024-65535
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < REPLY_TRACKED by Group at Notebook:  | tcp 151.101.0.1:443 → 10.0.1.10:32768
        "#]],
    );
}

#[test]
fn an_acl_that_forgets_the_answers() {
    let mut n = nat();
    let acl = n.build.network.acls.get_mut(&n.private_acl).unwrap();
    acl.ingress.clear();
    n.build.entry(
        n.private_acl,
        false,
        100,
        true,
        "151.101.0.0/17",
        Traffic::tcp(Ranges::range(1024, 49151)),
    );
    check_connect(
        &n.build,
        n.notebook,
        "151.101.0.0/16",
        &Traffic::tcp(Ranges::one(443)),
        &expect![[r#"
            internet through Gateway: tcp 443 151.101.128.0/17
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.128.1:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.128.1:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.128.1:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.128.1:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 151.101.128.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.128.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.128.1:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway:  | tcp 203.0.113.7 → 151.101.128.1:443
              back at ∅, NAT 1024-65535
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.128.1:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 151.101.128.1:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.128.1:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.128.1:443 → 10.0.1.10:32768
              < SUBNET_ACL_RESTRICTION by PrivateAcl at Private: * deny all 0.0.0.0/0 | tcp 151.101.128.1:443 → 10.0.1.10:32768
            internet through Gateway: tcp 443 151.101.0.0/17
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.1:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway:  | tcp 203.0.113.7 → 151.101.0.1:443
              back at 32768-49151, NAT 1024-65535
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow tcp 1024-49151 151.101.0.0/17 | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < REPLY_TRACKED by Group at Notebook:  | tcp 151.101.0.1:443 → 10.0.1.10:32768
              cut by
              < SUBNET_ACL_RESTRICTION by PrivateAcl at Private: * deny all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.1.10:49152
        "#]],
    );
}

#[test]
fn a_nat_subnet_that_admits_some_ports() {
    let mut n = nat();
    let acl = n.build.network.acls.get_mut(&n.public_acl).unwrap();
    acl.ingress.retain(|e| e.number != 100);
    n.build.entry(n.public_acl, false, 90, true, "10.0.0.0/16", Traffic::full());
    n.build.entry(n.public_acl, false, 95, true, "0.0.0.0/0", Traffic::tcp(Ranges::range(32768, 60999)));
    check_connect(
        &n.build,
        n.notebook,
        "151.101.0.0/16",
        &Traffic::tcp(Ranges::one(443)),
        &expect![[r#"
            internet through Gateway: tcp 443 151.101.0.0/16
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.1:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 90 allow all 10.0.0.0/16 | tcp 10.0.1.10 → 151.101.0.1:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 10.0.1.10 → 151.101.0.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.1:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway:  | tcp 203.0.113.7 → 151.101.0.1:443
              back at 32768-60999, NAT 32768-60999
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 95 allow tcp 32768-60999 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat:  | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.1.10:32768
              < REPLY_TRACKED by Group at Notebook:  | tcp 151.101.0.1:443 → 10.0.1.10:32768
              cut by
              < SUBNET_ACL_RESTRICTION by PublicAcl at Public: * deny all 0.0.0.0/0 | tcp 151.101.0.1:443 → 10.0.2.9:1024
        "#]],
    );
}
