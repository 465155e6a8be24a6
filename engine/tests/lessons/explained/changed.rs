//! What a change did, and the question to AWS.

use engine::explain::{changes, network_insights};
use engine::verdict::Verdict;
use expect_test::expect;

use super::{knowledge, state};
use crate::folder::lines;

#[test]
fn what_a_change_did() {
    let mut knowledge = knowledge();
    let mut judge = |option| {
        let state = state(&knowledge, option, &[]);
        knowledge.judge(state).unwrap()
    };
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
fn the_question_to_aws() {
    let mut knowledge = knowledge();
    let told = [None, Some('B'), Some('D')].into_iter().flat_map(|option| {
        let state = state(&knowledge, option, &[]);
        let judged = knowledge.judge(state).unwrap();
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
