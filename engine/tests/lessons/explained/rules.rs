//! Rules that matter.

use engine::explain::rules;
use expect_test::expect;

use super::{knowledge, state};
use crate::folder::lines;

#[test]
fn rules_that_matter() {
    let mut knowledge = knowledge();
    let state = state(&knowledge, Some('B'), &[]);
    let judged = knowledge.judge(state).unwrap();
    let told = rules(&judged.network, knowledge.requirements()).into_iter().map(|used| {
        let matters: Vec<String> = used.matters_to.iter().map(ToString::to_string).collect();
        let covered: Vec<String> = used.covered_by.iter().map(ToString::to_string).collect();
        format!("{}: [{}] [{}]", used.element, matters.join(", "), covered.join(", "))
    });
    expect![[r#"
        NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway: [isolated, install:pypi] []
        PublicRouteTable route 0.0.0.0/0 → InternetGateway: [isolated, install:pypi] []
        NotebookGroup group-egress all to 0.0.0.0/0: [isolated, install:pypi, read:s3, call:sagemaker.api] []
        EndpointGroup group-ingress tcp 443 from NotebookGroup: [read:s3, call:sagemaker.api] []
        EndpointGroup group-egress all to 0.0.0.0/0, ::/0: [] []
        Vpc/default-group group-ingress all from Vpc/default-group: [] []
        Vpc/default-group group-egress all to 0.0.0.0/0, ::/0: [] []
        NotebookAcl acl-ingress 100 allow tcp 1024-65535 0.0.0.0/0: [install:pypi, read:s3, call:sagemaker.api] []
        NotebookAcl acl-egress 100 allow tcp 443 10.0.0.0/16: [read:s3, call:sagemaker.api] []
        NotebookAcl acl-egress 201 allow tcp 443 151.101.0.0/16: [install:pypi] []
        NotebookAcl acl-egress 202 allow tcp 443 146.75.0.0/17: [] []
        NotebookAcl acl-egress 203 allow tcp 443 199.232.0.0/16: [] []
        NotebookAcl acl-egress 204 allow tcp 443 104.156.80.0/20: [] []
        NotebookAcl acl-egress 205 allow tcp 443 140.248.64.0/18: [] []
        NotebookAcl acl-egress 206 allow tcp 443 140.248.128.0/17: [] []
        NotebookAcl acl-egress 207 allow tcp 443 157.52.64.0/18: [] []
        NotebookAcl acl-egress 208 allow tcp 443 167.82.0.0/17: [] []
        Vpc/default-acl acl-ingress 100 allow all: [isolated, install:pypi, read:s3, call:sagemaker.api] []
        Vpc/default-acl acl-egress 100 allow all: [isolated, install:pypi, read:s3, call:sagemaker.api] []
        NotebookSubnet table-association NotebookRouteTable: [isolated, install:pypi] []
        NotebookSubnet acl-association NotebookAcl: [] []
        EndpointSubnet table-association EndpointRouteTable: [] []
        PublicSubnet table-association PublicRouteTable: [isolated, install:pypi] []"#]].assert_eq(&lines(told));
}
