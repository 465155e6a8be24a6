//! Causes, fixes and blocked paths of the founding lesson, and that they are the smallest.

use engine::explain::{Edit, Fix, Knowledge, blocked_path, causes, changes, fixes, network_insights, rules};
use engine::template::Parameters;
use engine::verdict::{Requirement, Verdict};
use expect_test::{Expect, expect};

use crate::folder::{Folder, lines};

fn knowledge() -> Knowledge {
    Knowledge::of_lesson(&Folder::founding().lesson()).unwrap_or_else(|errors| panic!("{}", lines(errors)))
}

/// An option's state with some toggles set by hand.
fn state(knowledge: &Knowledge, option: Option<char>, toggles: &[(&str, &str)]) -> u64 {
    let mut parameters: Parameters = Folder::founding().lesson().parameters(option);
    parameters.extend(toggles.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    knowledge.settings().state(&parameters)
}

fn place(knowledge: &Knowledge, requirement: &str) -> usize {
    let asked: Requirement = requirement.parse().unwrap();
    knowledge.requirements().iter().position(|r| *r == asked).unwrap()
}

/// `change & change: effects; what it opens; cost`.
fn line(fix: &Fix) -> String {
    let edits: Vec<String> = fix.edits.iter().map(ToString::to_string).collect();
    let effect = |e: &engine::explain::Effect| {
        format!("{} {} → {}", e.requirement, e.before.as_str(), e.after.as_str())
    };
    let effects: Vec<String> = fix.effects.iter().map(effect).collect();
    let opens = match (fix.opens.isolation_lost, fix.opens.destinations) {
        (false, 0) => String::new(),
        (lost, addresses) => format!("; isolation lost: {lost}, {addresses} addresses"),
    };
    format!("{}: {}{opens}; {:+} µ$/h", edits.join(" & "), effects.join(", "), fix.hourly)
}

#[track_caller]
fn check_fixes(option: Option<char>, toggles: &[(&str, &str)], requirement: &str, expect: &Expect) {
    let mut knowledge = knowledge();
    let (state, requirement) = (state(&knowledge, option, toggles), place(&knowledge, requirement));
    let found = fixes(&mut knowledge, state, requirement).unwrap();
    expect.assert_eq(&lines(found.iter().map(line)));
    // Each turns the verdict, no part of it does, and turning back is where it began.
    for fix in found.iter().filter(|fix| fix.is_toggles()) {
        let bit = |edit: &Edit| match edit {
            Edit::Turn(setting) => {
                let toggles = knowledge.settings().toggles();
                1u64 << toggles.iter().position(|t| t.parameter == setting.parameter).unwrap()
            }
            _ => 0,
        };
        let bits: Vec<u64> = fix.edits.iter().map(bit).collect();
        let all = bits.iter().sum::<u64>();
        let holds = |flipped: u64| {
            let judged = knowledge.judge(state ^ flipped).unwrap();
            judged.report.sources[0].answers[requirement].verdict == Verdict::Holds
        };
        assert!(holds(all), "{}", line(fix));
        assert!(!holds(0));
        for part in 1..(1u64 << bits.len()) - 1 {
            let some = (0..bits.len()).filter(|at| part >> at & 1 == 1).map(|at| bits[at]).sum();
            assert!(!holds(some), "a part of {} is enough", line(fix));
        }
    }
}

#[track_caller]
fn check_blocked(option: Option<char>, toggles: &[(&str, &str)], requirement: &str, expect: &Expect) {
    let knowledge = knowledge();
    let judged = knowledge.judge(state(&knowledge, option, toggles)).unwrap();
    let path = blocked_path(&judged.network, knowledge.source(), &requirement.parse().unwrap());
    let told = path.blockers.iter().map(|blocker| {
        let by = blocker.finding.resource.map_or("-", |id| path.network.name(id));
        let edits: Vec<String> = blocker.edits.iter().map(ToString::to_string).collect();
        format!("{} {by} {}: {}", blocker.finding.code, blocker.finding.subject, edits.join(" | "))
    });
    expect.assert_eq(&lines(told.chain([format!("complete: {}", path.complete)])));
}

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

fn bit_of(knowledge: &Knowledge, parameter: &str) -> u64 {
    1u64 << knowledge.settings().toggles().iter().position(|t| *t.parameter == *parameter).unwrap()
}

#[test]
fn fixes_of_the_base() {
    check_fixes(
        None,
        &[],
        "install:pypi",
        &expect![[r#"
        DirectInternetAccess=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +0 µ$/h
        NatInstance=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +15400 µ$/h
        NatGateway=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +50000 µ$/h
        CodeArtifact=true & CodeArtifactApiEndpoint=true & CodeArtifactRepositoriesEndpoint=true & PipUsesCodeArtifact=true: install:pypi fails → holds; +20000 µ$/h
        NotebookRouteTable + 0.0.0.0/0 → NAT gateway: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +50000 µ$/h"#]],
    );
}

#[test]
fn fixes_of_option_a() {
    check_fixes(
        Some('A'),
        &[],
        "install:pypi",
        &expect![[r#"
        DirectInternetAccess=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +0 µ$/h
        NatInstance=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +15400 µ$/h
        NatGateway=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +50000 µ$/h
        CodeArtifact=true & CodeArtifactApiEndpoint=true & CodeArtifactRepositoriesEndpoint=true & PipUsesCodeArtifact=true: install:pypi fails → holds; +20000 µ$/h
        NotebookRouteTable + 0.0.0.0/0 → NAT gateway: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +50000 µ$/h"#]],
    );
}

#[test]
fn fixes_of_a_leak() {
    check_fixes(
        Some('B'),
        &[],
        "isolated",
        &expect![[r#"
        NatGateway=false: isolated fails → holds, install:pypi holds → fails; -50000 µ$/h
        - NotebookRouteTable route 0.0.0.0/0 → PublicNatGateway: isolated fails → holds, install:pypi holds → fails; +0 µ$/h
        - PublicRouteTable route 0.0.0.0/0 → InternetGateway: isolated fails → holds, install:pypi holds → fails; +0 µ$/h"#]],
    );
}

#[test]
fn fixes_of_a_closed_group() {
    check_fixes(
        Some('D'),
        &[("EndpointAdmitsNotebook", "false")],
        "install:pypi",
        &expect![[r#"
        EndpointAdmitsNotebook=true: install:pypi fails → holds, read:s3 fails → holds, call:sagemaker.api fails → holds; +0 µ$/h
        PrivateDns=false & DirectInternetAccess=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +0 µ$/h
        PipUsesCodeArtifact=false & DirectInternetAccess=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +0 µ$/h
        NatInstance=true & PrivateDns=false: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +15400 µ$/h
        NatInstance=true & PipUsesCodeArtifact=false: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +15400 µ$/h
        NatGateway=true & PrivateDns=false: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +50000 µ$/h
        NatGateway=true & PipUsesCodeArtifact=false: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +50000 µ$/h
        CodeArtifactApiEndpoint=false & CodeArtifactRepositoriesEndpoint=false & DirectInternetAccess=true: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; -20000 µ$/h
        NatInstance=true & CodeArtifactApiEndpoint=false & CodeArtifactRepositoriesEndpoint=false: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; -4600 µ$/h
        NatGateway=true & CodeArtifactApiEndpoint=false & CodeArtifactRepositoriesEndpoint=false: install:pypi fails → holds, isolated holds → fails; isolation lost: true, 3702258688 addresses; +30000 µ$/h
        EndpointGroup + ingress tcp 443 from 10.0.1.0/24: install:pypi fails → holds, read:s3 fails → holds, call:sagemaker.api fails → holds; +0 µ$/h"#]],
    );
}

#[test]
fn fixes_of_a_lost_reply() {
    check_fixes(
        Some('B'),
        &[("AclAdmitsReplies", "false")],
        "install:pypi",
        &expect![[r#"
        AclAdmitsReplies=true: install:pypi fails → holds, read:s3 fails → holds, call:sagemaker.api fails → holds; +0 µ$/h
        PypiOnlyAcl=false: install:pypi fails → holds, read:s3 fails → holds, call:sagemaker.api fails → holds; isolation lost: false, 3701992448 addresses; +0 µ$/h
        DirectInternetAccess=true: install:pypi fails → holds; isolation lost: false, 3701992448 addresses; +0 µ$/h
        NotebookAcl + ingress 100 allow tcp 32768-60999 0.0.0.0/0: install:pypi fails → holds, read:s3 fails → holds, call:sagemaker.api fails → holds; +0 µ$/h"#]],
    );
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

#[test]
fn causes_of_option_b() {
    check_causes(
        Some('B'),
        &[],
        "isolated",
        &expect![[r#"
        because NatGateway=true
        unless NatGateway=false
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

#[test]
fn what_a_change_did() {
    let knowledge = knowledge();
    let judge = |option| knowledge.judge(state(&knowledge, option, &[])).unwrap();
    let (before, after) = (judge(None), judge(Some('B')));
    let told = changes(&before, &after).into_iter().map(|change| {
        let verdict = |verdict: Option<Verdict>| verdict.map_or("-", Verdict::as_str);
        let parted = change.parted_at.map(|p| {
            let rule = |hop: Option<engine::reach::Hop>| {
                hop.map_or_else(|| "-".to_owned(), |hop| format!("{} {}", hop.code, hop.compared.rule))
            };
            format!("after {}: {} / {}", p.common, rule(p.before), rule(p.after))
        });
        format!(
            "{} {} → {} {}",
            change.requirement,
            verdict(change.before),
            verdict(change.after),
            parted.unwrap_or_default()
        )
    });
    expect![[r#"
        isolated holds → fails after 1: ACL_EGRESS_ALLOWED 100 allow all / ACL_EGRESS_ALLOWED 201 allow tcp 443 151.101.0.0/16
        install:pypi fails → holds after 1: ACL_EGRESS_ALLOWED 100 allow all / ACL_EGRESS_ALLOWED 201 allow tcp 443 151.101.0.0/16
        read:s3 holds → holds after 1: ACL_EGRESS_ALLOWED 100 allow all / ACL_EGRESS_ALLOWED 100 allow tcp 443 10.0.0.0/16
        call:sagemaker.api holds → holds after 1: ACL_EGRESS_ALLOWED 100 allow all / ACL_EGRESS_ALLOWED 100 allow tcp 443 10.0.0.0/16"#]].assert_eq(&lines(told));
    assert!(changes(&before, &before).is_empty());
}

#[test]
fn rules_that_matter() {
    let knowledge = knowledge();
    let judged = knowledge.judge(state(&knowledge, Some('B'), &[])).unwrap();
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

#[test]
fn the_question_to_aws() {
    let knowledge = knowledge();
    let told = [None, Some('B'), Some('D')].into_iter().flat_map(|option| {
        let judged = knowledge.judge(state(&knowledge, option, &[])).unwrap();
        let source = &judged.report.sources[0];
        let line = |answer| network_insights(&judged.network, source.source, answer).unwrap_or_default();
        source.answers.iter().map(line).collect::<Vec<_>>()
    });
    expect![[r#"
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination-ip 8.8.8.8 --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination-ip 151.101.0.223 --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointS3>" --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointSageMakerApi>" --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of InternetGateway>" --destination-ip 151.101.0.223 --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of InternetGateway>" --destination-ip 151.101.37.63 --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointS3>" --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointSageMakerApi>" --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination-ip 8.8.8.8 --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointCodeArtifactRepositories>" --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointS3>" --protocol tcp --destination-port 443
        aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of EndpointSageMakerApi>" --protocol tcp --destination-port 443"#]].assert_eq(&lines(told));
}
