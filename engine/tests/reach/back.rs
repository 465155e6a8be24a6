//! There and back again.

use engine::network::{Peer, Target};
use engine::packet::{Ranges, Traffic};
use expect_test::expect;

use crate::build::{Build, addresses};
use crate::{check_connect, nat};

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
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.223:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.223:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway: 10.0.2.9 → 203.0.113.7 | tcp 203.0.113.7 → 151.101.0.223:443
              back at 32768-60999, NAT 1024-65535
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.2.9 → 10.0.1.10 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < REPLY_TRACKED by Group at Notebook:  | tcp 151.101.0.223:443 → 10.0.1.10:32768
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
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 151.101.128.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.128.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.128.1:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway: 10.0.2.9 → 203.0.113.7 | tcp 203.0.113.7 → 151.101.128.1:443
              back at ∅, NAT 1024-65535
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.128.1:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.2.9 → 10.0.1.10 | tcp 151.101.128.1:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.128.1:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.128.1:443 → 10.0.1.10:32768
              < SUBNET_ACL_RESTRICTION by PrivateAcl at Private: * deny all 0.0.0.0/0 | tcp 151.101.128.1:443 → 10.0.1.10:32768
            internet through Gateway: tcp 443 151.101.0.0/17
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.223:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.223:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway: 10.0.2.9 → 203.0.113.7 | tcp 203.0.113.7 → 151.101.0.223:443
              back at 32768-49151, NAT 1024-65535
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.2.9 → 10.0.1.10 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow tcp 1024-49151 151.101.0.0/17 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < REPLY_TRACKED by Group at Notebook:  | tcp 151.101.0.223:443 → 10.0.1.10:32768
              cut by
              < SUBNET_ACL_RESTRICTION by PrivateAcl at Private: * deny all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:49152
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
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 90 allow all 10.0.0.0/16 | tcp 10.0.1.10 → 151.101.0.223:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 151.101.0.223:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.223:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.223:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway: 10.0.2.9 → 203.0.113.7 | tcp 203.0.113.7 → 151.101.0.223:443
              back at 32768-60999, NAT 32768-60999
              < ACL_INGRESS_ALLOWED by PublicAcl at Public: 95 allow tcp 32768-60999 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.2.9:32768
              < NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.2.9 → 10.0.1.10 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
              < REPLY_TRACKED by Group at Notebook:  | tcp 151.101.0.223:443 → 10.0.1.10:32768
              cut by
              < SUBNET_ACL_RESTRICTION by PublicAcl at Public: * deny all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.2.9:1024
        "#]],
    );
}

/// A client whose table sends everything to a NAT instance.
#[test]
fn there_and_back_through_a_nat_instance() {
    let mut b = Build::default();
    let vpc = b.vpc("Vpc", &["10.0.0.0/16"]);
    let gateway = b.internet_gateway("Gateway", Some(vpc));
    let acl = b.acl("Acl", vpc);
    b.open_acl(acl);
    let private_table = b.table("PrivateTable", vpc, &["10.0.0.0/16"]);
    let public_table = b.table("PublicTable", vpc, &["10.0.0.0/16"]);
    let private = b.subnet("Private", vpc, &["10.0.1.0/24"], private_table, acl);
    let public = b.subnet("Public", vpc, &["10.0.2.0/24"], public_table, acl);
    let group = b.group("Group", vpc);
    for out in [false, true] {
        b.rule(group, out, Peer::Addresses(addresses("0.0.0.0/0")), Traffic::full());
    }
    let client = b.interface("Client", private, &["10.0.1.10"], &[group]);
    let forwarder = b.interface("Forwarder", public, &["10.0.2.9"], &[group]);
    let it = b.network.interfaces.get_mut(&forwarder).unwrap();
    (it.source_dest_check, it.public_v4) = (false, Some("203.0.113.9".parse().unwrap()));
    b.route(private_table, "0.0.0.0/0", Target::Interface(forwarder));
    b.route(public_table, "0.0.0.0/0", Target::InternetGateway(gateway));
    check_connect(
        &b,
        client,
        "151.101.0.223/32",
        &Traffic::tcp(Ranges::one(443)),
        &expect![[r#"
        internet through Gateway: tcp 443 151.101.0.223
          > SG_EGRESS_ALLOWED by Group at Client: all to 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
          > ACL_EGRESS_ALLOWED by Acl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
          > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Forwarder/interface | tcp 10.0.1.10 → 151.101.0.223:443
          > ACL_INGRESS_ALLOWED by Acl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
          > SG_INGRESS_ALLOWED by Group at Forwarder: all from 0.0.0.0/0 | tcp 10.0.1.10 → 151.101.0.223:443
          > NAT_INSTANCE_TRANSLATES by Forwarder/interface at Forwarder: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 151.101.0.223:443
          > SG_EGRESS_ALLOWED by Group at Forwarder: all to 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.223:443
          > ACL_EGRESS_ALLOWED by Acl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 151.101.0.223:443
          > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 151.101.0.223:443
          > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway: 10.0.2.9 → 203.0.113.9 | tcp 203.0.113.9 → 151.101.0.223:443
          back at 32768-60999
          < ACL_INGRESS_ALLOWED by Acl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.2.9:32768
          < REPLY_TRACKED by Group at Forwarder:  | tcp 151.101.0.223:443 → 10.0.2.9:32768
          < NAT_INSTANCE_TRANSLATES by Forwarder/interface at Forwarder: 10.0.2.9 → 10.0.1.10 | tcp 151.101.0.223:443 → 10.0.1.10:32768
          < ACL_EGRESS_ALLOWED by Acl at Public: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
          < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 151.101.0.223:443 → 10.0.1.10:32768
          < ACL_INGRESS_ALLOWED by Acl at Private: 100 allow all 0.0.0.0/0 | tcp 151.101.0.223:443 → 10.0.1.10:32768
          < REPLY_TRACKED by Group at Client:  | tcp 151.101.0.223:443 → 10.0.1.10:32768
    "#]],
    );
}

#[test]
fn there_and_back_to_a_server() {
    let mut n = nat();
    let group = n.build.group("ServerGroup", n.vpc);
    n.build.rule(group, false, Peer::Addresses(addresses("10.0.1.0/24")), Traffic::tcp(Ranges::one(443)));
    n.build.interface("Server", n.public, &["10.0.2.4"], &[group]);
    check_connect(
        &n.build,
        n.notebook,
        "10.0.2.4/32",
        &Traffic::tcp(Ranges::one(443)),
        &expect![[r#"
        interface Server/interface: tcp 443 10.0.2.4
          > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 10.0.2.4:443
          > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 10.0.2.4:443
          > ROUTE_SELECTED by PrivateTable at Private: 10.0.0.0/16 → local | tcp 10.0.1.10 → 10.0.2.4:443
          > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 10.0.2.4:443
          > SG_INGRESS_ALLOWED by ServerGroup at Server: tcp 443 from 10.0.1.0/24 | tcp 10.0.1.10 → 10.0.2.4:443
          > INTERFACE_REACHED by Server/interface at Server:  | tcp 10.0.1.10 → 10.0.2.4:443
          back at 32768-60999
          < REPLY_TRACKED by ServerGroup at Server:  | tcp 10.0.2.4:443 → 10.0.1.10:32768
          < ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.4:443 → 10.0.1.10:32768
          < ROUTE_SELECTED by PublicTable at Public: 10.0.0.0/16 → local | tcp 10.0.2.4:443 → 10.0.1.10:32768
          < ACL_INGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.2.4:443 → 10.0.1.10:32768
          < REPLY_TRACKED by Group at Notebook:  | tcp 10.0.2.4:443 → 10.0.1.10:32768
    "#]],
    );
}
