//! The smallest causes.

use engine::explain::{Knowledge, causes};
use engine::verdict::Verdict;
use expect_test::{Expect, expect};

use super::{bit_of, knowledge, place, state};
use crate::folder::lines;

#[track_caller]
fn check_causes(option: Option<char>, toggles: &[(&str, &str)], requirement: &str, expect: &Expect) {
    let mut knowledge = knowledge();
    let (state, requirement) = (state(&knowledge, option, toggles), place(&knowledge, requirement));
    let found = causes(&mut knowledge, state, requirement).unwrap();
    let set = |word: &str, settings: &Vec<engine::explain::Setting>| {
        let all: Vec<String> = settings.iter().map(|s| format!("{}={}", s.parameter, s.value)).collect();
        format!("{word} {}", all.join(" & "))
    };
    let rules = found
        .rules
        .iter()
        .map(|set| format!("rules {}", set.iter().map(ToString::to_string).collect::<Vec<_>>().join(" & ")));
    let told = found.settings.iter().map(|s| set("because", s));
    let told = told.chain(found.changes.iter().map(|s| set("unless", s))).chain(rules);
    expect.assert_eq(&lines(told.chain([format!("complete: {}", found.complete)])));
    // Smallest: the verdict stays whatever else is turned (tried one and two at a time), and not without any one of the set.
    let verdict = knowledge.verdict(state, requirement);
    let holds = verdict == Verdict::Holds;
    let same = |knowledge: &mut Knowledge, state: u64| {
        (knowledge.verdict(state, requirement) == Verdict::Holds) == holds
    };
    let count = knowledge.settings().len();
    for cause in &found.settings {
        let bit = |parameter: &str| {
            1u64 << knowledge.settings().toggles().iter().position(|t| *t.parameter == *parameter).unwrap()
        };
        let fixed: u64 = cause.iter().map(|s| bit(&s.parameter)).sum();
        for a in 0..count {
            for b in a..count {
                let turned = (1u64 << a | 1 << b) & !fixed;
                assert!(same(&mut knowledge, state ^ turned), "{cause:?}");
            }
        }
        for setting in cause {
            let free = ((1u64 << count) - 1) & !(fixed & !bit_of(&knowledge, &setting.parameter));
            let changes = found
                .changes
                .iter()
                .any(|change| change.iter().all(|s| free & bit_of(&knowledge, &s.parameter) != 0));
            assert!(changes, "{cause:?} without {}", setting.parameter);
        }
    }
    for change in &found.changes {
        let turned: u64 = change.iter().map(|s| bit_of(&knowledge, &s.parameter)).sum();
        assert!(!same(&mut knowledge, state ^ turned), "{change:?}");
    }
}

#[test]
fn causes_of_option_b() {
    check_causes(
        Some('B'),
        &[],
        "isolated",
        &expect![[r#"
            because NatGateway=true & PrivateNatGateway=false & BlockPublicAccess=false
            unless NatGateway=false
            unless PrivateNatGateway=true
            unless BlockPublicAccess=true
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 208 allow tcp 443 167.82.0.0/17 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 207 allow tcp 443 157.52.64.0/18 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 206 allow tcp 443 140.248.128.0/17 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 205 allow tcp 443 140.248.64.0/18 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 204 allow tcp 443 104.156.80.0/20 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 203 allow tcp 443 199.232.0.0/16 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 202 allow tcp 443 146.75.0.0/17 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            rules NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway & PublicRouteTable route 0.0.0.0/0 → InternetGateway & NotebookGroup group-egress all to 0.0.0.0/0 & NotebookAcl acl-egress 201 allow tcp 443 151.101.0.0/16 & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all & NotebookSubnet table-association NotebookRouteTable & PublicSubnet table-association PublicRouteTable
            complete: true"#]],
    );
}

#[test]
fn causes_of_option_d() {
    check_causes(
        Some('D'),
        &[],
        "install:pypi",
        &expect![[r#"
        because PypiOnlyAcl=false & CodeArtifact=true & ExternalConnection=true & CodeArtifactApiEndpoint=true & CodeArtifactRepositoriesEndpoint=true & PrivateDns=true & EndpointAdmitsNotebook=true & PipUsesCodeArtifact=true
        because AclAdmitsReplies=true & AclAdmitsVpc=true & CodeArtifact=true & ExternalConnection=true & CodeArtifactApiEndpoint=true & CodeArtifactRepositoriesEndpoint=true & PrivateDns=true & EndpointAdmitsNotebook=true & PipUsesCodeArtifact=true
        unless CodeArtifact=false
        unless ExternalConnection=false
        unless CodeArtifactApiEndpoint=false
        unless CodeArtifactRepositoriesEndpoint=false
        unless PrivateDns=false
        unless EndpointAdmitsNotebook=false
        unless PipUsesCodeArtifact=false
        unless PypiOnlyAcl=true & AclAdmitsReplies=false
        unless PypiOnlyAcl=true & AclAdmitsVpc=false
        rules NotebookGroup group-egress all to 0.0.0.0/0 & EndpointGroup group-ingress tcp 443 from NotebookGroup & Vpc/default-acl acl-ingress 100 allow all & Vpc/default-acl acl-egress 100 allow all
        complete: true"#]],
    );
    check_causes(
        None,
        &[],
        "install:pypi",
        &expect![[r#"
        because NatGateway=false & NatInstance=false & CodeArtifact=false & DirectInternetAccess=false
        because NatGateway=false & NatInstance=false & CodeArtifactApiEndpoint=false & DirectInternetAccess=false
        because NatGateway=false & NatInstance=false & CodeArtifactRepositoriesEndpoint=false & DirectInternetAccess=false
        because NatGateway=false & NatInstance=false & PipUsesCodeArtifact=false & DirectInternetAccess=false
        unless NatGateway=true
        unless NatInstance=true
        unless DirectInternetAccess=true
        unless CodeArtifact=true & CodeArtifactApiEndpoint=true & CodeArtifactRepositoriesEndpoint=true & PipUsesCodeArtifact=true
        rules 
        complete: true"#]],
    );
}
