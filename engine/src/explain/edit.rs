//! Changes of a state, small enough to be said in one sentence: a toggle turned, a rule added or taken away.
//!
//! Things go by their names, because ids differ from state to state.

use ipnet::IpNet;

use super::element::Element;
use super::setting::Setting;
use crate::packet::{Addresses, Traffic};
use crate::template::Place;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A toggle of the template is set to this.
    Turn(Setting),
    /// A rule is added to a security group.
    Admit {
        /// The group.
        group: Box<str>,
        /// Into the interface, else out of it.
        ingress: bool,
        /// What it admits.
        traffic: Traffic,
        /// The other end.
        peer: Addresses,
        /// The rule in technical notation: `tcp 443 from 10.0.1.0/24`.
        text: Box<str>,
    },
    /// An entry is added to a network ACL, before the one that refuses.
    Allow {
        /// The ACL.
        acl: Box<str>,
        /// Into the subnet, else out of it.
        ingress: bool,
        /// Its rule number.
        number: u16,
        /// What it lets through.
        traffic: Traffic,
        /// The other end.
        addresses: Addresses,
        /// The entry in technical notation: `90 allow tcp 443 10.0.2.0/24`.
        text: Box<str>,
    },
    /// A route to something that exists is added.
    Route {
        /// The table.
        table: Box<str>,
        /// What it matches.
        destination: IpNet,
        /// Where it leads.
        to: Box<str>,
    },
    /// A NAT gateway with everything it needs is added, and a default route to it.
    NatGateway {
        /// The table that gets the route.
        table: Box<str>,
    },
    /// An interface endpoint with private DNS is added.
    Endpoint {
        /// The service's short name.
        service: Box<str>,
        /// The subnet it gets an interface in.
        subnet: Box<str>,
        /// The security groups it wears.
        groups: Vec<Box<str>>,
    },
    /// A gateway endpoint is added.
    GatewayEndpoint {
        /// The service's short name.
        service: Box<str>,
        /// The table that gets the route.
        table: Box<str>,
    },
    /// Private DNS of an endpoint is switched on.
    PrivateDns {
        /// The endpoint.
        endpoint: Box<str>,
    },
    /// The VPC's resolver is switched on.
    Resolver {
        /// The VPC.
        vpc: Box<str>,
    },
    /// An interface gets a public address.
    PublicAddress {
        /// The interface.
        interface: Box<str>,
    },
    /// An internet gateway is attached.
    Attach {
        /// The gateway.
        gateway: Box<str>,
        /// The VPC.
        vpc: Box<str>,
    },
    /// An interface's source/destination check is switched off.
    NoCheck {
        /// The interface.
        interface: Box<str>,
    },
    /// VPC block public access is switched off.
    NoBlock,
    /// The firewall on the host is taken away.
    NoHostFirewall {
        /// The workload.
        workload: Box<str>,
    },
    /// Direct internet access of a notebook is switched off.
    NoDirectAccess {
        /// The notebook.
        workload: Box<str>,
    },
    /// A policy of a role or an endpoint gets a statement that allows an action.
    Permit {
        /// The role or endpoint.
        of: Box<str>,
        /// `s3:GetObject` …
        action: Box<str>,
        /// An ARN, or `*`.
        resource: Box<str>,
    },
    /// A statement that denies is taken out of a policy.
    DropStatement {
        /// Whose policy.
        of: Box<str>,
        /// Where it is written.
        place: Place,
        /// The statement in technical notation.
        text: Box<str>,
    },
    /// A repository gets an external connection.
    Connect {
        /// The repository.
        repository: Box<str>,
        /// `public:pypi` …
        connection: Box<str>,
    },
    /// A rule, route or association is taken away.
    Remove(Element),
}
