//! The way there, branch by branch.

use engine::packet::{Addresses, Flows, Traffic};
use expect_test::expect;

use crate::{check_send, nat};

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
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 10.1.0.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 10.1.0.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 10.1.0.1:443
              > IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS by Gateway at Gateway:  | tcp 10.0.2.9 → 10.1.0.1:443
            blocked: tcp, udp, icmp 100.64.0.0/10
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 100.64.0.1:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 100.64.0.1:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 100.64.0.1:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 100.64.0.1:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 100.64.0.1:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 100.64.0.1:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 100.64.0.1:443
              > IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS by Gateway at Gateway:  | tcp 10.0.2.9 → 100.64.0.1:443
            internet through Gateway: tcp, udp, icmp 1.0.0.0/8, 2.0.0.0/7, 4.0.0.0/6, 8.0.0.0/7, 11.0.0.0/8, 12.0.0.0/6, … +73
              > SG_EGRESS_ALLOWED by Group at Notebook: all to 0.0.0.0/0 | tcp 10.0.1.10 → 8.8.8.8:443
              > ACL_EGRESS_ALLOWED by PrivateAcl at Private: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 8.8.8.8:443
              > ROUTE_SELECTED by PrivateTable at Private: 0.0.0.0/0 → Nat | tcp 10.0.1.10 → 8.8.8.8:443
              > ACL_INGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.1.10 → 8.8.8.8:443
              > NAT_GATEWAY_TRANSLATES by Nat at Nat: 10.0.1.10 → 10.0.2.9 | tcp 10.0.1.10 → 8.8.8.8:443
              > ACL_EGRESS_ALLOWED by PublicAcl at Public: 100 allow all 0.0.0.0/0 | tcp 10.0.2.9 → 8.8.8.8:443
              > ROUTE_SELECTED by PublicTable at Public: 0.0.0.0/0 → Gateway | tcp 10.0.2.9 → 8.8.8.8:443
              > INTERNET_GATEWAY_FORWARDS by Gateway at Gateway: 10.0.2.9 → 203.0.113.7 | tcp 203.0.113.7 → 8.8.8.8:443
            blocked: all ::/0
              > NO_ADDRESS_OF_FAMILY by Notebook/interface at Notebook:  | tcp [2001:4860:4860::8888]:443
        "#]],
    );
}
