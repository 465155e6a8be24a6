//! Which resources have a say in what another one becomes: those that add to it from outside, by the property that names it.
//!
//! Readers keep to this table: what a thing of the model is follows from its own resource, from those it names, and from those listed
//! here. Searches over many states rest on it to tell which parameters cannot matter; brute force in the tests keeps it honest.

/// Type and property: resources of the type add to the thing that the property names.
pub const HAVE_A_SAY: &[(&str, &str)] = &[
    ("AWS::EC2::EIP", "InstanceId"),
    ("AWS::EC2::EIPAssociation", "InstanceId"),
    ("AWS::EC2::EIPAssociation", "NetworkInterfaceId"),
    ("AWS::EC2::EIPAssociation", "AllocationId"),
    ("AWS::EC2::EIPAssociation", "EIP"),
    ("AWS::EC2::NetworkAclEntry", "NetworkAclId"),
    ("AWS::EC2::NetworkInterfaceAttachment", "InstanceId"),
    ("AWS::EC2::NetworkInterfaceAttachment", "NetworkInterfaceId"),
    ("AWS::EC2::Route", "RouteTableId"),
    ("AWS::EC2::SecurityGroupEgress", "GroupId"),
    ("AWS::EC2::SecurityGroupIngress", "GroupId"),
    ("AWS::EC2::SecurityGroupIngress", "GroupName"),
    ("AWS::EC2::SubnetCidrBlock", "SubnetId"),
    ("AWS::EC2::SubnetNetworkAclAssociation", "SubnetId"),
    ("AWS::EC2::SubnetRouteTableAssociation", "SubnetId"),
    ("AWS::EC2::VPCCidrBlock", "VpcId"),
    ("AWS::EC2::VPCDHCPOptionsAssociation", "VpcId"),
    ("AWS::EC2::VPCEndpoint", "RouteTableIds"),
    ("AWS::EC2::VPCGatewayAttachment", "InternetGatewayId"),
    ("AWS::IAM::ManagedPolicy", "Roles"),
    ("AWS::IAM::Policy", "Roles"),
    ("AWS::IAM::RolePolicy", "RoleName"),
    ("AWS::S3::BucketPolicy", "Bucket"),
];

/// Types that are looked at together when one of the first is checked: whether AWS would refuse it rests on the others.
pub const CHECKED_TOGETHER: &[(&str, &[&str])] = &[
    ("AWS::EC2::Instance", &["AWS::EC2::Instance", "AWS::EC2::NetworkInterface"]),
    ("AWS::EC2::NatGateway", &["AWS::EC2::VPCGatewayAttachment"]),
    ("AWS::EC2::NetworkAclEntry", &["AWS::EC2::NetworkAclEntry"]),
    ("AWS::EC2::NetworkInterface", &["AWS::EC2::Instance", "AWS::EC2::NetworkInterface"]),
    (
        "AWS::EC2::Route",
        &["AWS::EC2::Route", "AWS::EC2::VPCGatewayAttachment", "AWS::EC2::EgressOnlyInternetGateway"],
    ),
    ("AWS::EC2::Subnet", &["AWS::EC2::Subnet", "AWS::EC2::VPCCidrBlock", "AWS::EC2::SubnetCidrBlock"]),
    (
        "AWS::EC2::SubnetCidrBlock",
        &["AWS::EC2::Subnet", "AWS::EC2::VPCCidrBlock", "AWS::EC2::SubnetCidrBlock"],
    ),
    ("AWS::EC2::VPCEndpoint", &["AWS::EC2::VPCEndpoint", "AWS::Route53::HostedZone"]),
    ("AWS::EC2::VPCPeeringConnection", &["AWS::EC2::VPCPeeringConnection", "AWS::EC2::VPCCidrBlock"]),
];

/// Types that every packet can meet, whatever names them.
pub const EVERYWHERE: &[&str] = &[
    "AWS::EC2::VPCBlockPublicAccessExclusion",
    "AWS::EC2::VPCBlockPublicAccessOptions",
    "AWS::EC2::VPCPeeringConnection",
    "AWS::Route53::HostedZone",
    "AWS::Route53::RecordSet",
    "AWS::Route53::RecordSetGroup",
];
