//! Everything on the way that has to change.

use engine::explain::blocked_path;
use expect_test::{Expect, expect};

use super::{knowledge, state};
use crate::folder::lines;

#[track_caller]
fn check_blocked(option: Option<char>, toggles: &[(&str, &str)], requirement: &str, expect: &Expect) {
    let mut knowledge = knowledge();
    let state = state(&knowledge, option, toggles);
    let judged = knowledge.judge(state).unwrap();
    let path = blocked_path(&judged.network, knowledge.source(), &requirement.parse().unwrap());
    let told = path.blockers.iter().map(|blocker| {
        let by = blocker.finding.resource.map_or("-", |id| path.network.name(id));
        let edits: Vec<String> = blocker.edits.iter().map(ToString::to_string).collect();
        format!("{} {by} {}: {}", blocker.finding.code, blocker.finding.subject, edits.join(" | "))
    });
    expect.assert_eq(&lines(told.chain([format!("complete: {}", path.complete)])));
}

#[test]
fn everything_on_the_way_is_told_at_once() {
    check_blocked(
        Some('D'),
        &[
            ("CodeArtifactApiEndpoint", "false"),
            ("EndpointAdmitsNotebook", "false"),
            ("ExternalConnection", "false"),
            ("PypiOnlyAcl", "true"),
            ("AclAdmitsVpc", "false"),
            ("AclAdmitsReplies", "false"),
        ],
        "install:pypi",
        &expect![[r#"
            NO_ENDPOINT_FOR_SERVICE Vpc codeartifact.api: EndpointSubnet + interface endpoint codeartifact.api | NotebookAcl + egress 218 allow tcp 443 0.0.0.0/0
            SUBNET_ACL_RESTRICTION NotebookAcl codeartifact.us-east-1.amazonaws.com: NotebookAcl + egress 218 allow tcp 443 10.0.2.0/24
            SG_HAS_NO_RULES EndpointGroup codeartifact.us-east-1.amazonaws.com: EndpointGroup + ingress tcp 443 from 10.0.1.0/24
            SUBNET_ACL_RESTRICTION NotebookAcl codeartifact.us-east-1.amazonaws.com: NotebookAcl + ingress 100 allow tcp 32768-60999 10.0.2.0/24
            NO_EXTERNAL_CONNECTION PackageRepository public:pypi: PackageRepository + public:pypi
            complete: true"#]],
    );
    check_blocked(
        None,
        &[],
        "install:pypi",
        &expect![[r#"
        NO_ROUTE_TO_DESTINATION NotebookRouteTable pypi.org: NotebookRouteTable + 0.0.0.0/0 → NAT gateway
        complete: true"#]],
    );
    check_blocked(
        Some('B'),
        &[],
        "isolated",
        &expect![[r#"
        EGRESS_THROUGH_NAT_GATEWAY PublicNatGateway : - NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway | - PublicRouteTable route 0.0.0.0/0 → InternetGateway
        complete: true"#]],
    );
    check_blocked(Some('D'), &[], "install:pypi", &expect!["complete: true"]);
}
