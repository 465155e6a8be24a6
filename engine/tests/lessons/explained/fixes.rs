//! The smallest fixes.

use engine::explain::{Edit, Fix, fixes};
use engine::verdict::Verdict;
use expect_test::{Expect, expect};

use super::{knowledge, place, state};
use crate::folder::lines;

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
        let mut holds = |flipped: u64| {
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
            PrivateNatGateway=true: isolated fails → holds, install:pypi holds → fails; -5000 µ$/h
            BlockPublicAccess=true: isolated fails → holds, install:pypi holds → fails; +0 µ$/h
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
