//! Hops of a path and steps of a journey, as short lines.

use crate::code::Code as C;
use crate::journey::{Gate, Step};
use crate::reach::Hop;
use crate::words::evidence::reached;
use crate::words::told::Told;
use crate::words::{Line, Naming};

use super::clauses::clause;
use super::names::{capital, label, noun, service};

/// A hop: what decided, and what it does.
pub(in crate::words) fn hop(hop: &Hop, names: &dyn Naming) -> Line {
    let name = names.name(hop.by);
    let title = match hop.code {
        C::ManagedInterfaceForwards => "SageMaker's own interface".to_owned(),
        C::HostFirewallAllowed | C::HostFirewallBlocks => "Host firewall".to_owned(),
        C::VpcBlockPublicAccessEnabled => "VPC block public access".to_owned(),
        _ => label(name),
    };
    let says = match hop.code {
        C::SgEgressAllowed | C::AclEgressAllowed | C::HostFirewallAllowed => "lets it out",
        C::SgIngressAllowed | C::AclIngressAllowed => "lets it in",
        C::RouteSelected => "sends it on",
        C::NatGatewayTranslates | C::NatInstanceTranslates if hop.reply => "gives it back to the sender",
        C::NatGatewayTranslates | C::NatInstanceTranslates => "rewrites the source address",
        C::InternetGatewayForwards | C::EgressOnlyGatewayForwards | C::ManagedInterfaceForwards => {
            "sends it out"
        }
        C::InterfaceReached | C::ResolverReached => "is reached",
        C::GatewayEndpointReached | C::InterfaceEndpointReached => "takes it to the service",
        C::PeeringForwards => "carries it to the other VPC",
        C::ReplyTracked => "knows the connection",
        C::NoRouteToDestination => "has no route for it",
        C::MoreSpecificRoute => "sends the reply another way",
        C::BadStateRoute => "leads nowhere",
        C::EniSgRulesMismatch => "has no rule for it",
        C::SgHasNoRules => "has no rules",
        C::SubnetAclRestriction | C::HostFirewallBlocks | C::VpcBlockPublicAccessEnabled => "stops it",
        C::EniSourceDestCheckRestriction => "checks source and destination",
        C::IgwPublicIpAssociationForEgress => "needs a public address",
        C::IgwDestinationAddressNotInRfc1918Egress | C::IgwDestinationAddressNotInRfc6598Egress => {
            "drops this destination"
        }
        C::PrivateNatGatewayNoInternet => "is private",
        C::GatewayNotAttached => "is not attached",
        C::EgressOnlyGatewayIpv6Only => "carries only IPv6",
        // A rare stop says its whole sentence.
        other => {
            let told = Told { by: Some(name), subject: "", reply: hop.reply };
            return Line { title, says: clause(other, told) };
        }
    };
    Line { title, says: says.to_owned() }
}

/// A step: which gate, and what it found.
pub(in crate::words) fn step(step: &Step, names: &dyn Naming) -> Line {
    let title = match step.finding.code {
        C::ClientConfigured => "Client",
        C::TokenObtained | C::LoginFails => "Login",
        C::IndexServed | C::IndexUnreachable => "Index",
        C::ExternalConnectionFound | C::NoExternalConnection | C::NoSuchRepository => "Repository",
        C::GitHostIsNotAnIndex | C::GitSourceReached => "Source code",
        C::AssetBucketReached | C::AssetBucketUnreachable => "Files",
        C::IdentityPolicyAllows | C::IdentityPolicyDenies | C::NoCredentials | C::IdentityAssumed => "Caller",
        C::EndpointPolicyAllows | C::EndpointPolicyDenies => "Endpoint policy",
        C::ResourcePolicyAllows | C::ResourcePolicyDenies => "Resource policy",
        C::ServiceAnswers => "Service",
        _ => gate(step.gate),
    };
    let says = match reached(step) {
        Some((host, way)) => [&service(host), " is reached through ", &noun(names.name(way))].concat(),
        None => clause(step.finding.code, Told::step(step, names)),
    };
    Line { title: title.to_owned(), says: capital(&says) }
}

pub(in crate::words) fn gate(gate: Gate) -> &'static str {
    match gate {
        Gate::Name => "Name",
        Gate::Network => "Network",
        Gate::Policy => "Permission",
        Gate::Application => "Application",
    }
}
