//! The practice, and the comparison.

use crate::explain::Symptom;
use crate::words::Practice;

static PRACTICE: Practice = Practice {
    intro: "Take this network with you: as a template, as commands, and with one piece missing.",
    this_state: "This is",
    own_mix: "your own mix of switches",
    base: "the network before any change",
    template: "Template",
    template_is: "The CloudFormation template of this lesson with exactly these switches as its defaults. It can be deployed as it is.",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "The browser did not allow copying. Select the text instead.",
    download: "Download",
    show_template: "Show the text",
    commands: "Commands",
    commands_are: "What to type for this state, and what the model expects of it.",
    on_yours: "on your machine",
    in_the_notebook: "in a terminal of the notebook",
    costs: "This costs money from the moment it is deployed.",
    costs_besides: "The notebook is billed by the hour while it runs, and so are data and requests. Prices of us-east-1, read in November 2026; look up yours.",
    clean_up_in_time: "Take the stack away when you have seen enough. Empty the bucket first.",
    expect: "To expect:",
    expect_addresses: "Public addresses. The VPC's resolver answers even where no packet can follow.",
    expect_no_way_out: "“Connection timed out”, after five seconds. Nothing refuses the packet; it has no way to go.",
    expect_way_out: "An answer, whatever its status. A packet got out.",
    expect_no_public_index: "A timeout, which is what you want: past the repository there is no way.",
    token_expires: "The token lasts twelve hours at most. When pip says “401 Unauthorized”, log in again.",

    deploy: "Deploy",
    open: "Open the notebook",
    log_in: "Log pip in to CodeArtifact",
    install: "Install a package with dependencies",
    install_git: "Install from a mirrored repository",
    resolve: "Look up a name outside",
    leave: "Try to get out",
    public_index: "Try PyPI past the repository",
    bucket: "Ask for the bucket's name",
    read: "Read the data",
    call: "Call the SageMaker API",
    clean_up: "Take everything away",

    take_away: "Take one away",
    take_away_is: "Every piece of this state, switched off alone. The engine judged each of these networks just now.",
    without: "Without",
    breaks: "breaks",
    at_step: "at",
    seen: "and you see",
    nothing_breaks: "Nothing that is asked here rests on:",
    look: "Look",
    nothing_holds: "Nothing holds in this state, so there is nothing to break.",

    compare: "Side by side",
    compare_is: "The same questions to different networks. Read along a row: what makes the difference?",
    compared: "States to compare",
    present_state: "your state",
    requirement: "Requirement",
    two_to_four: "Choose two to four.",
    one_idea: "Which single idea explains all of them?",
    one_idea_hint: "A hint: in each network, ask who talks to the internet, and in whose language.",
    open_in_explorer: "Open in the explorer",
    paths_of: "The pictures show the path of:",
};

pub(in crate::words) fn practice() -> &'static Practice {
    &PRACTICE
}

pub(in crate::words) fn symptom(symptom: Symptom) -> &'static str {
    match symptom {
        Symptom::Timeout => "a timeout: no answer comes, and the client gives up",
        Symptom::NoAddress => "“could not resolve host”",
        Symptom::AccessDenied => "403, access denied",
        Symptom::NoCredentials => "“unable to locate credentials”",
        Symptom::NotFound => "404, not found",
        Symptom::NoMatch => "“no matching distribution found”",
        Symptom::Silent => "nothing at all: packets get out unnoticed",
        Symptom::Refused => "CloudFormation refuses the template",
        Symptom::Open => "this cannot be said",
    }
}

pub(in crate::words) fn costs(micro_usd: u64) -> String {
    let amount = crate::words::evidence::dollars(i64::try_from(micro_usd).unwrap_or(i64::MAX));
    ["About ", &amount, " USD an hour for endpoints, gateways, addresses and instances."].concat()
}

pub(in crate::words) fn seen(says: &str, seen: Symptom) -> String {
    [says, " You see: ", symptom(seen), "."].concat()
}
