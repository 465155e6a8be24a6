//! Edits in technical notation that needs no translation: what, `+` or `-`, the rule.

use std::fmt;

use super::edit::Edit;
use super::element::{Element, ElementKind};

impl ElementKind {
    /// The kind's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            ElementKind::Route => "route",
            ElementKind::GroupIngress => "group-ingress",
            ElementKind::GroupEgress => "group-egress",
            ElementKind::AclIngress => "acl-ingress",
            ElementKind::AclEgress => "acl-egress",
            ElementKind::TableAssociation => "table-association",
            ElementKind::AclAssociation => "acl-association",
        }
    }
}

impl fmt::Display for Element {
    /// `NotebookTable route 0.0.0.0/0 → Nat`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.of, self.kind.as_str(), self.text)
    }
}

fn way(ingress: bool) -> &'static str {
    if ingress { "ingress" } else { "egress" }
}

impl Edit {
    /// The kind's name on the wire.
    pub fn kind(&self) -> &'static str {
        match self {
            Edit::Turn(_) => "turn",
            Edit::Admit { .. } => "admit",
            Edit::Allow { .. } => "allow",
            Edit::Route { .. } => "route",
            Edit::NatGateway { .. } => "nat-gateway",
            Edit::Endpoint { .. } => "interface-endpoint",
            Edit::GatewayEndpoint { .. } => "gateway-endpoint",
            Edit::PrivateDns { .. } => "private-dns",
            Edit::Resolver { .. } => "resolver",
            Edit::PublicAddress { .. } => "public-address",
            Edit::Attach { .. } => "attach",
            Edit::NoCheck { .. } => "no-source-dest-check",
            Edit::NoBlock => "no-block-public-access",
            Edit::NoHostFirewall { .. } => "no-host-firewall",
            Edit::NoDirectAccess { .. } => "no-direct-internet-access",
            Edit::Permit { .. } => "permit",
            Edit::DropStatement { .. } => "drop-statement",
            Edit::Connect { .. } => "external-connection",
            Edit::Remove(_) => "remove",
        }
    }
}

impl fmt::Display for Edit {
    /// `NatGateway=true`, `EndpointGroup + ingress tcp 443 from 10.0.1.0/24`, `- Table route 0.0.0.0/0 → Nat`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edit::Turn(setting) => write!(f, "{}={}", setting.parameter, setting.value),
            Edit::Admit { group, ingress, text, .. } => write!(f, "{group} + {} {text}", way(*ingress)),
            Edit::Allow { acl, ingress, text, .. } => write!(f, "{acl} + {} {text}", way(*ingress)),
            Edit::Route { table, destination, to } => write!(f, "{table} + {destination} → {to}"),
            Edit::NatGateway { table } => write!(f, "{table} + 0.0.0.0/0 → NAT gateway"),
            Edit::Endpoint { service, subnet, .. } => write!(f, "{subnet} + interface endpoint {service}"),
            Edit::GatewayEndpoint { service, table } => write!(f, "{table} + gateway endpoint {service}"),
            Edit::PrivateDns { endpoint } => write!(f, "{endpoint} PrivateDnsEnabled=true"),
            Edit::Resolver { vpc } => write!(f, "{vpc} EnableDnsSupport=true"),
            Edit::PublicAddress { interface } => write!(f, "{interface} + public address"),
            Edit::Attach { gateway, vpc } => write!(f, "{vpc} + {gateway}"),
            Edit::NoCheck { interface } => write!(f, "{interface} SourceDestCheck=false"),
            Edit::NoBlock => f.write_str("InternetGatewayBlockMode=off"),
            Edit::NoHostFirewall { workload } => write!(f, "{workload} - host firewall"),
            Edit::NoDirectAccess { workload } => write!(f, "{workload} DirectInternetAccess=Disabled"),
            Edit::Permit { of, action, resource } => write!(f, "{of} + Allow {action} on {resource}"),
            Edit::DropStatement { of, text, .. } => write!(f, "{of} - {text}"),
            Edit::Connect { repository, connection } => write!(f, "{repository} + {connection}"),
            Edit::Remove(element) => write!(f, "- {element}"),
        }
    }
}
