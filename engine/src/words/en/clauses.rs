//! What each code says, as a clause without capital and full stop, from whatever arguments there are.

use crate::code::Code as C;
use crate::words::told::Told;

use super::names::{noun, service, services};

fn say(pieces: &[&str]) -> String {
    pieces.concat()
}

pub(super) fn clause(code: C, told: Told<'_>) -> String {
    let by = |otherwise: &str| told.by.map_or_else(|| otherwise.to_owned(), noun);
    let subject = |otherwise: &str| match told.subject {
        "" => otherwise.to_owned(),
        subject => service(subject),
    };
    let packet = if told.reply { "the reply" } else { "the packet" };
    let detail = || if told.subject.is_empty() { String::new() } else { say(&[": ", told.subject]) };
    match code {
        C::SgEgressAllowed => say(&[&by("the security group"), " lets ", packet, " out"]),
        C::SgIngressAllowed => say(&[&by("the security group"), " lets ", packet, " in"]),
        C::AclEgressAllowed => say(&[&by("the network ACL"), " lets ", packet, " leave the subnet"]),
        C::AclIngressAllowed => say(&[&by("the network ACL"), " lets ", packet, " enter the subnet"]),
        C::RouteSelected => say(&[&by("the route table"), " has a route that matches"]),
        C::NatGatewayTranslates => say(&[&by("the NAT gateway"), " sends the packet on under its own address"]),
        C::NatInstanceTranslates => say(&[&by("the NAT instance"), " forwards the packet under its own address"]),
        C::InternetGatewayForwards => say(&[&by("the internet gateway"), " sends the packet out to the internet"]),
        C::EgressOnlyGatewayForwards => {
            say(&[&by("the egress-only internet gateway"), " sends the IPv6 packet out to the internet"])
        }
        C::InterfaceReached => say(&["the packet arrives at ", &by("the network interface")]),
        C::ResolverReached => "the query reaches the VPC's resolver, which groups and ACLs do not filter".to_owned(),
        C::GatewayEndpointReached => say(&["the packet reaches the service through ", &by("the gateway endpoint")]),
        C::InterfaceEndpointReached => say(&["the packet reaches the service through ", &by("the interface endpoint")]),
        C::PeeringForwards => say(&[&by("the peering connection"), " carries the packet into the other VPC"]),
        C::ManagedInterfaceForwards => {
            "a network interface that SageMaker manages carries the packet out, past the VPC's own rules".to_owned()
        }
        C::ReplyTracked => say(&[&by("the security group"), " lets the reply through, because it tracks the connection"]),
        C::HostFirewallAllowed => "the firewall on the host lets the packet out".to_owned(),

        C::NoRouteToDestination => say(&[&by("the route table"), " has no route to ", &subject("the destination")]),
        C::MoreSpecificRoute => say(&[
            "a more specific route of ",
            &by("the route table"),
            " sends the reply another way, past the connection it belongs to",
        ]),
        C::BadStateRoute => say(&["the matching route of ", &by("the route table"), " leads nowhere"]),
        C::VpcLocalRouteCidrRestriction => {
            say(&[&subject("the address"), " belongs to the VPC, but nothing there has it"])
        }
        C::EniSgRulesMismatch => say(&["no rule of ", &by("the security group"), " lets this packet through"]),
        C::SgHasNoRules => say(&[&by("the security group"), " has no rules in this direction, so nothing passes"]),
        C::SubnetAclRestriction => say(&[&by("the network ACL"), " stops ", packet, " at the edge of the subnet"]),
        C::EniSourceDestCheckRestriction => say(&[
            &by("the instance"),
            " drops packets that are not addressed to it, because its source/destination check is on",
        ]),
        C::IgwPublicIpAssociationForEgress => {
            "the internet gateway sends out only packets of interfaces with a public address, and this one has none".to_owned()
        }
        C::IgwDestinationAddressNotInRfc1918Egress => {
            say(&[&by("the internet gateway"), " drops packets to private addresses"])
        }
        C::IgwDestinationAddressNotInRfc6598Egress => {
            say(&[&by("the internet gateway"), " drops packets to shared addresses (100.64.0.0/10)"])
        }
        C::NgwRequiresSourceInVpc => say(&[&by("the NAT gateway"), " serves only senders in its own VPC"]),
        C::PrivateNatGatewayNoInternet => {
            say(&[&by("the NAT gateway"), " is private, so the internet gateway drops what it sends"])
        }
        C::NatGatewayProtocolRestriction => say(&[&by("the NAT gateway"), " carries only TCP, UDP and ICMP over IPv4"]),
        C::VpceGatewayProtocolRestriction => say(&[&by("the gateway endpoint"), " carries only TCP and ping"]),
        C::InterfaceEndpointProtocolRestriction => {
            say(&[&by("the interface endpoint"), " answers only on its service's TCP port, and not to ping"])
        }
        C::GatewayNotAttached => say(&[&by("the gateway"), " is not attached to this VPC"]),
        C::EgressOnlyGatewayIpv6Only => say(&[&by("the egress-only internet gateway"), " carries only IPv6"]),
        C::VpcBlockPublicAccessEnabled => {
            "VPC block public access stops packets between the VPC and the internet".to_owned()
        }
        C::PcxRequiresAddressInVpcCidr => {
            say(&[&by("the peering connection"), " carries only packets to addresses of the other VPC"])
        }
        C::EniAddressRestriction => say(&["no network interface has ", &subject("the destination address")]),
        C::NoAddressOfFamily => say(&[&by("the network interface"), " has no address of this IP version"]),
        C::HostFirewallBlocks => "the firewall on the host drops the packet".to_owned(),
        C::NoPath => say(&[&by("the workload"), " has no network interface in the VPC and no other way out"]),

        C::EgressThroughNatGateway => say(&["packets leave for the internet through ", &by("a NAT gateway")]),
        C::EgressThroughNatInstance => say(&["packets leave for the internet through ", &by("a NAT instance")]),
        C::EgressThroughInternetGateway => {
            say(&["packets leave for the internet straight through ", &by("an internet gateway")])
        }
        C::EgressThroughEgressOnlyGateway => {
            say(&["IPv6 packets leave for the internet through ", &by("an egress-only internet gateway")])
        }
        C::DirectInternetAccessEnabled => {
            "direct internet access is on: a network interface that SageMaker manages takes packets out, past the VPC's own rules"
                .to_owned()
        }
        C::NoWayToTheInternet => "no path leads to the internet".to_owned(),
        C::IsolatedByFilterAlone => {
            say(&["a route to the internet is open, and only ", &by("one filter"), " closes it"])
        }

        C::NameResolvesToEndpoint => {
            say(&[&subject("the name"), " resolves to private addresses of ", &by("the endpoint")])
        }
        C::NameResolvesToPublic => say(&[&subject("the name"), " resolves to public addresses"]),
        C::NameResolvesInPrivateZone => {
            say(&[&by("a private hosted zone"), " answers ", &subject("the name"), " inside the VPC"])
        }
        C::NameNotInPrivateZone => say(&[
            &by("a private hosted zone"),
            " covers ",
            &subject("the name"),
            " and has no record for it, so inside the VPC the name does not exist",
        ]),
        C::OtherHostAnswers => say(&[
            "a private hosted zone sends ",
            &subject("the name"),
            " to a host of your own, and the template does not tell what that host serves",
        ]),
        C::OtherNameServers => say(&[
            &by("the DHCP option set"),
            " sends machines to other name servers than Amazon's, and the template does not tell what those answer for ",
            &subject("the name"),
        ]),
        C::DnsSupportDisabled => "the VPC has no DNS resolver, because enableDnsSupport is off".to_owned(),
        C::PrivateDnsDisabled => say(&[
            "private DNS is off on ",
            &by("the endpoint"),
            ", so the ordinary name of ",
            &subject("the service"),
            " stays public",
        ]),
        C::NoEndpointForService => say(&["the VPC has no endpoint for ", &subject("this service")]),

        C::IdentityPolicyAllows => say(&[&by("the role"), " allows ", &subject("the call")]),
        C::IdentityPolicyDenies => say(&[&by("the role"), " does not allow ", &subject("the call")]),
        C::EndpointPolicyAllows => say(&["the policy of ", &by("the endpoint"), " allows ", &subject("the call")]),
        C::EndpointPolicyDenies => say(&["the policy of ", &by("the endpoint"), " does not allow ", &subject("the call")]),
        C::ResourcePolicyAllows => say(&[&by("the resource"), " accepts ", &subject("the call")]),
        C::ResourcePolicyDenies => say(&["the policy of ", &by("the resource"), " refuses ", &subject("the call")]),
        C::NoCredentials => say(&[&by("the workload"), " has no role, so it has no credentials for the call"]),
        C::IdentityAssumed => "a caller that may make the call is assumed".to_owned(),
        C::PolicyUndecided => {
            say(&["whether the call is allowed depends on something that is not modelled", &detail()])
        }

        C::ClientConfigured => say(&["the package client is pointed at ", &subject("an index")]),
        C::TokenObtained => "the login to CodeArtifact obtains a token".to_owned(),
        C::LoginFails => "the login to CodeArtifact fails, so there is no token and no index address".to_owned(),
        C::IndexServed => say(&["packages and their dependencies come from the index at ", &subject("one host")]),
        C::IndexUnreachable => say(&[&subject("the package index"), " cannot be reached"]),
        C::ExternalConnectionFound => {
            say(&["CodeArtifact fetches packages from ", &subject("the public index"), " on its own side"])
        }
        C::NoExternalConnection => say(&[
            &by("the repository"),
            " and its upstreams have no external connection to ",
            &subject("the public index"),
            ", so packages not yet cached are not found",
        ]),
        C::NoSuchRepository => say(&["the template has no repository ", &subject("of this name")]),
        C::GitHostIsNotAnIndex => {
            "CodeCommit is no package index, so dependencies and build tools are not found".to_owned()
        }
        C::GitSourceReached => say(&["the mirrored source can be cloned from ", &by("CodeCommit")]),
        C::AssetBucketUnreachable => {
            "the package files lie in an S3 bucket of CodeArtifact's own, which cannot be reached".to_owned()
        }
        C::AssetBucketReached => {
            "the package files lie in an S3 bucket of CodeArtifact's own, which can be reached".to_owned()
        }

        C::ServiceAnswers => say(&[&by(&subject("the service")), " answers the call"]),
        C::NothingToAskAbout => "the template has nothing of this kind to ask about".to_owned(),

        C::NoteDnsRemains => {
            "DNS queries through the VPC's resolver can still carry data out; DNS Firewall can limit them".to_owned()
        }
        C::NoteEndpointPolicyOpen => say(&[
            "the policies of the endpoints for ",
            &services(told.subject, "some services"),
            " accept any caller and any resource, so data could go to a stranger's account through them",
        ]),
        C::NoteHostFirewallNoControl => {
            "the firewall on the host does not count for isolation: its user is root and can undo it".to_owned()
        }
        C::NoteUnusedInternetGateway => {
            say(&[&by("the internet gateway"), " is attached, which opens nothing by itself: no route from here leads to it"])
        }
        C::NoteDnsHostnamesOff => {
            "DNS host names are off in the VPC; AWS wants them on for a gateway endpoint with Amazon's DNS".to_owned()
        }
        C::NoteTrailingSlash => "the index address has no trailing slash; pip adds it".to_owned(),
        C::NoteScriptLineNotModelled => say(&["a line of the start-up script is not modelled", &detail()]),
        C::NoteSharedAddresses => say(&[
            "the addresses let through belong to ",
            &subject("a CDN"),
            ", which shares them between many sites, so more than PyPI can be reached",
        ]),
        C::NoteAddressAssumed => say(&[
            "AWS chooses the address of ",
            &by("one end"),
            ", ",
            &subject("one of its subnet"),
            " is assumed here, and a rule on the way would treat another address of the subnet differently",
        ]),
        C::NoteTokenExpires => "the token lasts at most 12 hours; then the client must log in again".to_owned(),

        C::ValueUnknown => say(&["the template does not tell enough about ", &subject("a value")]),
        C::Nat64NotModelled => say(&[
            &by("the NAT gateway"),
            " translates packets to 64:ff9b::/96 from IPv6 to IPv4 (NAT64), and where they go from there is not modelled",
        ]),
        C::UnknownResource => say(&[&by("a resource on the way"), " is not modelled"]),

        C::S3PrivateDnsNeedsGatewayEndpoint => say(&[
            "private DNS on ",
            &by("an S3 interface endpoint"),
            " is for inbound resolvers only by default, which needs an S3 gateway endpoint as well",
        ]),
        C::PrivateDnsNeedsDnsAttributes => say(&[
            "private DNS on ",
            &by("the endpoint"),
            " needs both enableDnsSupport and enableDnsHostnames on the VPC",
        ]),
        C::PublicNatGatewayNeedsInternetGateway => {
            say(&[&by("the public NAT gateway"), " needs an internet gateway attached to its VPC"])
        }
        C::PublicNatGatewayNeedsElasticIp => say(&[&by("the public NAT gateway"), " needs an Elastic IP address"]),
        C::DirectInternetAccessNeedsSubnet => {
            say(&["direct internet access can be off only in a subnet, and ", &by("the notebook"), " has none"])
        }
        C::CircularDependency => {
            say(&["resources need each other before they exist, so CloudFormation cannot make them", &detail()])
        }
        C::RequiredPropertyMissing => say(&[&by("the resource"), " lacks a required property", &detail()]),
        C::PropertyInvalid => say(&[&by("the resource"), " has a value that AWS does not accept", &detail()]),
        C::ReferenceUnusable => {
            say(&[&by("the resource"), " refers to something of the wrong type or switched off", &detail()])
        }
        C::CidrConflict => say(&["the address range of ", &by("the subnet"), " is outside its VPC or overlaps another", &detail()]),
        C::DuplicateRoute => say(&["two routes of one table have the same destination", &detail()]),
        C::AclRuleNumberConflict => {
            say(&["the rule number of ", &by("the network ACL entry"), " is taken or out of range", &detail()])
        }
        C::PeeringOverlap => say(&["the VPCs joined by ", &by("the peering connection"), " overlap in their addresses", &detail()]),
        C::GroupInOtherVpc => say(&[&by("the resource"), " uses a security group of another VPC", &detail()]),
        C::TooManyExternalConnections => {
            say(&[&by("the repository"), " has more than one external connection; AWS allows one"])
        }
    }
}
