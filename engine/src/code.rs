//! The names of what a walk, a journey and a verdict can say.
//!
//! Where AWS Reachability Analyzer has an explanation code for the same thing its exact name is used, so that a reader
//! can hold us against the console; our own codes are in the same style. Source of AWS's names: VPC Reachability
//! Analyzer guide, "explanation codes" (2026 text).

macro_rules! codes {
    ($( $(#[doc = $doc:literal])* $variant:ident = $text:literal $origin:ident; )*) => {
        /// A code: what was decided, without its arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $(#[doc = $doc])* $variant, )* }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Code] = &[ $( Code::$variant, )* ];

            /// The code's text.
            pub fn as_str(self) -> &'static str {
                match self { $( Code::$variant => $text, )* }
            }

            /// Whether the name is AWS Reachability Analyzer's own.
            pub fn is_aws(self) -> bool {
                match self { $( Code::$variant => codes!(@ $origin), )* }
            }
        }
    };
    (@ aws) => { true };
    (@ own) => { false };
}

codes! {
    // ---- a packet passes -------------------------------------------------------------------------------------------
    /// A group's egress rule admits the packet.
    SgEgressAllowed = "SG_EGRESS_ALLOWED" own;
    /// A group's ingress rule admits the packet.
    SgIngressAllowed = "SG_INGRESS_ALLOWED" own;
    /// An ACL entry lets the packet leave the subnet.
    AclEgressAllowed = "ACL_EGRESS_ALLOWED" own;
    /// An ACL entry lets the packet enter the subnet.
    AclIngressAllowed = "ACL_INGRESS_ALLOWED" own;
    /// A route was chosen by longest prefix.
    RouteSelected = "ROUTE_SELECTED" own;
    /// A NAT gateway rewrites the source address.
    NatGatewayTranslates = "NAT_GATEWAY_TRANSLATES" own;
    /// An instance without source/destination check forwards and masquerades.
    NatInstanceTranslates = "NAT_INSTANCE_TRANSLATES" own;
    /// An internet gateway sends the packet out, with the public address in place of the private one.
    InternetGatewayForwards = "INTERNET_GATEWAY_FORWARDS" own;
    /// An egress-only internet gateway sends the IPv6 packet out.
    EgressOnlyGatewayForwards = "EGRESS_ONLY_GATEWAY_FORWARDS" own;
    /// The packet arrives at a network interface.
    InterfaceReached = "INTERFACE_REACHED" own;
    /// The query arrives at the VPC's resolver, which groups and ACLs do not filter.
    ResolverReached = "RESOLVER_REACHED" own;
    /// The packet arrives at a service through a gateway endpoint.
    GatewayEndpointReached = "GATEWAY_ENDPOINT_REACHED" own;
    /// The packet arrives at a service through an interface endpoint.
    InterfaceEndpointReached = "INTERFACE_ENDPOINT_REACHED" own;
    /// A peering connection carries the packet into the other VPC.
    PeeringForwards = "PEERING_FORWARDS" own;
    /// The service-managed interface of a notebook with direct internet access carries the packet.
    ManagedInterfaceForwards = "MANAGED_INTERFACE_FORWARDS" own;
    /// The reply of a tracked connection passes a stateful group.
    ReplyTracked = "REPLY_TRACKED" own;
    /// A host firewall rule lets the packet leave the host.
    HostFirewallAllowed = "HOST_FIREWALL_ALLOWED" own;

    // ---- a packet is stopped ---------------------------------------------------------------------------------------
    /// The route table has no usable route.
    NoRouteToDestination = "NO_ROUTE_TO_DESTINATION" aws;
    /// The way back follows another, more specific route and so never meets the connection it answers.
    MoreSpecificRoute = "MORE_SPECIFIC_ROUTE" aws;
    /// The route that matches leads nowhere.
    BadStateRoute = "BAD_STATE_ROUTE" aws;
    /// The local route only serves the VPC's own ranges: the address is in the VPC, but nothing has it.
    VpcLocalRouteCidrRestriction = "VPC_LOCAL_ROUTE_CIDR_RESTRICTION" aws;
    /// No rule of the groups matches.
    EniSgRulesMismatch = "ENI_SG_RULES_MISMATCH" aws;
    /// The groups have no rules in this direction.
    SgHasNoRules = "SG_HAS_NO_RULES" aws;
    /// An ACL refuses.
    SubnetAclRestriction = "SUBNET_ACL_RESTRICTION" aws;
    /// An interface with source/destination check drops what is not addressed to it.
    EniSourceDestCheckRestriction = "ENI_SOURCE_DEST_CHECK_RESTRICTION" aws;
    /// An internet gateway needs a public address on the interface.
    IgwPublicIpAssociationForEgress = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS" aws;
    /// An internet gateway drops private (RFC 1918) destinations.
    IgwDestinationAddressNotInRfc1918Egress = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS" aws;
    /// An internet gateway drops shared (RFC 6598) destinations.
    IgwDestinationAddressNotInRfc6598Egress = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS" aws;
    /// A NAT gateway serves only sources in its own VPC.
    NgwRequiresSourceInVpc = "NGW_REQUIRES_SOURCE_IN_VPC" aws;
    /// A private NAT gateway cannot reach the internet: the internet gateway drops its packets.
    PrivateNatGatewayNoInternet = "PRIVATE_NAT_GATEWAY_NO_INTERNET" own;
    /// A NAT gateway carries TCP, UDP and ICMP over IPv4 only.
    NatGatewayProtocolRestriction = "NAT_GATEWAY_PROTOCOL_RESTRICTION" own;
    /// A gateway endpoint carries TCP and ICMP echo only.
    VpceGatewayProtocolRestriction = "VPCE_GATEWAY_PROTOCOL_RESTRICTION" aws;
    /// An interface endpoint answers its service's TCP port only, and no ping.
    InterfaceEndpointProtocolRestriction = "INTERFACE_ENDPOINT_PROTOCOL_RESTRICTION" own;
    /// The gateway is not attached to this VPC.
    GatewayNotAttached = "GATEWAY_NOT_ATTACHED" own;
    /// An egress-only gateway carries IPv6 only.
    EgressOnlyGatewayIpv6Only = "EGRESS_ONLY_GATEWAY_IPV6_ONLY" own;
    /// VPC block public access is on.
    VpcBlockPublicAccessEnabled = "VPC_BLOCK_PUBLIC_ACCESS_ENABLED" aws;
    /// A peering connection carries only what is addressed to the peer VPC's own ranges.
    PcxRequiresAddressInVpcCidr = "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR" aws;
    /// No interface has the destination address.
    EniAddressRestriction = "ENI_ADDRESS_RESTRICTION" aws;
    /// The interface has no address of this family.
    NoAddressOfFamily = "NO_ADDRESS_OF_FAMILY" own;
    /// The host's own firewall drops the packet.
    HostFirewallBlocks = "HOST_FIREWALL_BLOCKS" own;
    /// The workload has no network interface of the customer's and no way out.
    NoPath = "NO_PATH" aws;

    // ---- the internet is reachable (isolated fails) ----------------------------------------------------------------
    /// Packets leave through a NAT gateway.
    EgressThroughNatGateway = "EGRESS_THROUGH_NAT_GATEWAY" own;
    /// Packets leave through a NAT instance.
    EgressThroughNatInstance = "EGRESS_THROUGH_NAT_INSTANCE" own;
    /// Packets leave straight through an internet gateway.
    EgressThroughInternetGateway = "EGRESS_THROUGH_INTERNET_GATEWAY" own;
    /// Packets leave through an egress-only internet gateway.
    EgressThroughEgressOnlyGateway = "EGRESS_THROUGH_EGRESS_ONLY_GATEWAY" own;
    /// The notebook has direct internet access through an interface that SageMaker manages.
    DirectInternetAccessEnabled = "DIRECT_INTERNET_ACCESS_ENABLED" own;
    /// There is no way out at all (isolated holds).
    NoWayToTheInternet = "NO_WAY_TO_THE_INTERNET" own;
    /// An open route exists and only this filter closes it (isolated holds, one rule away).
    IsolatedByFilterAlone = "ISOLATED_BY_FILTER_ALONE" own;

    // ---- names -----------------------------------------------------------------------------------------------------
    /// The name resolves to an interface endpoint's private addresses.
    NameResolvesToEndpoint = "NAME_RESOLVES_TO_ENDPOINT" own;
    /// The name resolves to public addresses.
    NameResolvesToPublic = "NAME_RESOLVES_TO_PUBLIC" own;
    /// A private hosted zone of the VPC answers the name.
    NameResolvesInPrivateZone = "NAME_RESOLVES_IN_PRIVATE_ZONE" own;
    /// A private hosted zone covers the name and has no record of it, so it does not exist in this VPC.
    NameNotInPrivateZone = "NAME_NOT_IN_PRIVATE_ZONE" own;
    /// A private zone leads the name to a host of the customer's; what that serves is not known.
    OtherHostAnswers = "OTHER_HOST_ANSWERS" own;
    /// The VPC's DHCP options name other name servers than Amazon's; what they answer is not known.
    OtherNameServers = "OTHER_NAME_SERVERS" own;
    /// The VPC has no resolver: `enableDnsSupport` is off.
    DnsSupportDisabled = "DNS_SUPPORT_DISABLED" own;
    /// An endpoint for the service exists, but its private DNS is off, so the ordinary name stays public.
    PrivateDnsDisabled = "PRIVATE_DNS_DISABLED" own;
    /// No endpoint for the service exists in the VPC.
    NoEndpointForService = "NO_ENDPOINT_FOR_SERVICE" own;

    // ---- policies --------------------------------------------------------------------------------------------------
    /// The caller's identity policies allow it.
    IdentityPolicyAllows = "IDENTITY_POLICY_ALLOWS" own;
    /// No identity policy allows it, or one denies it.
    IdentityPolicyDenies = "IDENTITY_POLICY_DENIES" own;
    /// The endpoint's policy allows it.
    EndpointPolicyAllows = "ENDPOINT_POLICY_ALLOWS" own;
    /// The endpoint's policy does not allow it.
    EndpointPolicyDenies = "ENDPOINT_POLICY_DENIES" own;
    /// The resource's policy allows it, or there is none and the account is the same.
    ResourcePolicyAllows = "RESOURCE_POLICY_ALLOWS" own;
    /// The resource's policy denies it.
    ResourcePolicyDenies = "RESOURCE_POLICY_DENIES" own;
    /// The workload has no role, so it has no credentials.
    NoCredentials = "NO_CREDENTIALS" own;
    /// The source is a probe; an identity that may make the call was assumed.
    IdentityAssumed = "IDENTITY_ASSUMED" own;
    /// A policy could not be decided: a condition or value that is not modelled.
    PolicyUndecided = "POLICY_UNDECIDED" own;

    // ---- packages --------------------------------------------------------------------------------------------------
    /// The client is pointed at an index.
    ClientConfigured = "CLIENT_CONFIGURED" own;
    /// The login call obtains a token.
    TokenObtained = "TOKEN_OBTAINED" own;
    /// The login call does not get through, so the client has no token and no index.
    LoginFails = "LOGIN_FAILS" own;
    /// The index and the files come from one host and are served.
    IndexServed = "INDEX_SERVED" own;
    /// The index's host cannot be reached.
    IndexUnreachable = "INDEX_UNREACHABLE" own;
    /// The repository has an external connection up its chain, so a package not cached yet is fetched.
    ExternalConnectionFound = "EXTERNAL_CONNECTION_FOUND" own;
    /// No repository up the chain has the external connection: a package not cached yet is a 404.
    NoExternalConnection = "NO_EXTERNAL_CONNECTION" own;
    /// The repository the client is pointed at does not exist in the template.
    NoSuchRepository = "NO_SUCH_REPOSITORY" own;
    /// A Git host serves source code; it is no package index, so dependencies and build requirements are not found.
    GitHostIsNotAnIndex = "GIT_HOST_IS_NOT_AN_INDEX" own;
    /// The mirrored source itself can be cloned.
    GitSourceReached = "GIT_SOURCE_REACHED" own;
    /// The package files come from a bucket of the service that cannot be reached (not Python).
    AssetBucketUnreachable = "ASSET_BUCKET_UNREACHABLE" own;
    /// The package files come from a bucket of the service that can be reached.
    AssetBucketReached = "ASSET_BUCKET_REACHED" own;

    // ---- services --------------------------------------------------------------------------------------------------
    /// The service answers the call.
    ServiceAnswers = "SERVICE_ANSWERS" own;
    /// There is nothing of this kind in the template to ask about.
    NothingToAskAbout = "NOTHING_TO_ASK_ABOUT" own;

    // ---- notes: told, never decisive -------------------------------------------------------------------------------
    /// DNS queries through the VPC's resolver can still carry data out.
    NoteDnsRemains = "NOTE_DNS_REMAINS" own;
    /// An endpoint's policy lets foreign credentials reach foreign resources.
    NoteEndpointPolicyOpen = "NOTE_ENDPOINT_POLICY_OPEN" own;
    /// A host firewall exists; the notebook's user is root and can undo it, so it does not count for isolation.
    NoteHostFirewallNoControl = "NOTE_HOST_FIREWALL_NO_CONTROL" own;
    /// An internet gateway is attached, but no route of the source's table leads to it.
    NoteUnusedInternetGateway = "NOTE_UNUSED_INTERNET_GATEWAY" own;
    /// DNS host names are off in a VPC with a gateway endpoint.
    NoteDnsHostnamesOff = "NOTE_DNS_HOSTNAMES_OFF" own;
    /// The index address has no trailing slash; pip adds it.
    NoteTrailingSlash = "NOTE_TRAILING_SLASH" own;
    /// A line of a host script is not modelled.
    NoteScriptLineNotModelled = "NOTE_SCRIPT_LINE_NOT_MODELLED" own;
    /// The public addresses admitted are a CDN's, shared with strangers.
    NoteSharedAddresses = "NOTE_SHARED_ADDRESSES" own;
    /// An address was assumed because the template leaves it to AWS.
    NoteAddressAssumed = "NOTE_ADDRESS_ASSUMED" own;
    /// The token lasts at most twelve hours.
    NoteTokenExpires = "NOTE_TOKEN_EXPIRES" own;

    // ---- unknown ---------------------------------------------------------------------------------------------------
    /// A value of the template is not known.
    ValueUnknown = "VALUE_UNKNOWN" own;
    /// A NAT gateway translates IPv6 to IPv4, which is not modelled.
    Nat64NotModelled = "NAT64_NOT_MODELLED" own;
    /// A resource on the way is not modelled.
    UnknownResource = "UNKNOWN_RESOURCE" aws;

    // ---- AWS would refuse the template (undeployable) --------------------------------------------------------------
    /// Private DNS of an S3 interface endpoint defaults to inbound resolvers only, which needs a gateway endpoint too.
    S3PrivateDnsNeedsGatewayEndpoint = "S3_PRIVATE_DNS_NEEDS_GATEWAY_ENDPOINT" own;
    /// Private DNS needs both DNS attributes of the VPC.
    PrivateDnsNeedsDnsAttributes = "PRIVATE_DNS_NEEDS_DNS_ATTRIBUTES" own;
    /// A public NAT gateway needs an internet gateway attached to its VPC.
    PublicNatGatewayNeedsInternetGateway = "PUBLIC_NAT_GATEWAY_NEEDS_INTERNET_GATEWAY" own;
    /// A public zonal NAT gateway needs an Elastic IP.
    PublicNatGatewayNeedsElasticIp = "PUBLIC_NAT_GATEWAY_NEEDS_ELASTIC_IP" own;
    /// Direct internet access can only be disabled with a subnet.
    DirectInternetAccessNeedsSubnet = "DIRECT_INTERNET_ACCESS_NEEDS_SUBNET" own;
    /// Resources need each other before they exist.
    CircularDependency = "CIRCULAR_DEPENDENCY" own;
    /// A property that must be there is missing.
    RequiredPropertyMissing = "REQUIRED_PROPERTY_MISSING" own;
    /// A property has a value AWS does not accept.
    PropertyInvalid = "PROPERTY_INVALID" own;
    /// A property names a resource of the wrong type or one that is switched off.
    ReferenceUnusable = "REFERENCE_UNUSABLE" own;
    /// A subnet's range lies outside the VPC's, or overlaps another subnet's.
    CidrConflict = "CIDR_CONFLICT" own;
    /// Two routes for the same destination in one table.
    DuplicateRoute = "DUPLICATE_ROUTE" own;
    /// Two ACL entries with the same number and direction, or a number out of range.
    AclRuleNumberConflict = "ACL_RULE_NUMBER_CONFLICT" own;
    /// The VPCs of a peering connection overlap.
    PeeringOverlap = "PEERING_OVERLAP" own;
    /// A group belongs to another VPC than the interface.
    GroupInOtherVpc = "GROUP_IN_OTHER_VPC" own;
    /// A repository has more than one external connection.
    TooManyExternalConnections = "TOO_MANY_EXTERNAL_CONNECTIONS" own;
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
