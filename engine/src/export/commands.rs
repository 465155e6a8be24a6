//! What to type for a state: to deploy it, to work in it, to check it, to take it away. Everything comes from the model.

use crate::journey::{Ecosystem, Store};
use crate::network::{Id, Network, PackageSource, WorkloadKind};
use crate::packet::Protocol;
use crate::verdict::{Requirement, SourceReport, Verdict};

/// What a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Builds everything.
    Deploy,
    /// An address to open the notebook at.
    Open,
    /// The bucket's name, which AWS made up.
    Bucket,
    /// Gets a token and points pip at the repository.
    LogIn,
    /// Installs a package with dependencies.
    Install,
    /// Installs from a mirrored Git repository.
    InstallFromGit,
    /// Whether names outside resolve.
    Resolve,
    /// Whether a packet gets out.
    Leave,
    /// Whether pip reaches the public index past the repository.
    PublicIndex,
    /// Whether the data can be read.
    Read,
    /// Whether a service can be called.
    Call,
    /// Takes everything away.
    CleanUp,
}

/// Where a command is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// On one's own machine.
    Own,
    /// Where the workload runs.
    Workload,
}

/// A command for one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// What it is for.
    pub purpose: Purpose,
    /// Where it is typed.
    pub at: Place,
    /// The line, or lines.
    pub line: String,
    /// The requirement whose answer says how it goes.
    pub rests_on: Option<Requirement>,
}

/// The commands for a state, in the order to type them.
pub fn commands(network: &Network, report: &SourceReport, name: &str) -> Vec<Command> {
    let source = report.source;
    let region = network.region.as_str();
    let mut all = vec![own(Purpose::Deploy, deploy(network, name))];
    let workload = network.workloads.get(&source);
    if workload.is_some_and(|workload| workload.kind == WorkloadKind::Notebook) {
        all.push(own(Purpose::Open, open(network.name(source), name)));
    }
    let host = workload.map(|workload| &workload.host);
    let answered = |requirement: &Requirement| report.answers.iter().any(|a| a.requirement == *requirement);
    let pypi = Requirement::Install(Ecosystem::Pypi);
    if let Some(PackageSource::CodeArtifactLogin { domain, owner, repository, .. }) =
        host.map(|host| &host.pip)
    {
        let owner = owner.as_deref().filter(|owner| *owner != network.account.as_str());
        let owner = owner.map(|owner| [" --domain-owner ", owner].concat()).unwrap_or_default();
        let line = [
            "aws codeartifact login --tool pip --domain ",
            domain,
            &owner,
            " --repository ",
            repository,
            " --region ",
            region,
        ];
        all.push(there(Purpose::LogIn, line.concat(), Some(&pypi)));
    }
    if answered(&pypi) {
        all.push(there(
            Purpose::Install,
            "python3 -m pip install --no-cache-dir pandas".to_owned(),
            Some(&pypi),
        ));
    }
    if let Some((_, git)) = network.git_repositories.iter().next() {
        let line = [
            "python3 -m pip install \"git+https://git-codecommit.",
            region,
            ".amazonaws.com/v1/repos/",
            &*git.name,
            "\"",
        ];
        all.push(there(Purpose::InstallFromGit, line.concat(), Some(&pypi)));
    }
    all.extend(checks(network, report, name));
    all.push(own(
        Purpose::CleanUp,
        ["aws cloudformation delete-stack --stack-name ", name, " --region ", region].concat(),
    ));
    all
}

/// How to see for oneself what the verdicts say.
fn checks(network: &Network, report: &SourceReport, name: &str) -> Vec<Command> {
    let region = network.region.as_str();
    let mut all = vec![there(Purpose::Resolve, "getent hosts pypi.org".to_owned(), None)];
    for answer in &report.answers {
        match &answer.requirement {
            Requirement::Isolated => {
                let to = answer.witness.as_ref().filter(|witness| witness.protocol == Protocol::Tcp);
                let to = to.map_or_else(|| "pypi.org".to_owned(), |witness| witness.destination.to_string());
                let line = ["curl --connect-timeout 5 --insecure --head https://", &to].concat();
                all.push(there(Purpose::Leave, line, Some(&answer.requirement)));
                if answer.verdict == Verdict::Holds && is_redirected(network, report.source) {
                    let line = "python3 -m pip download --no-deps --retries 0 --timeout 5 --index-url https://pypi.org/simple/ requests";
                    all.push(there(Purpose::PublicIndex, line.to_owned(), Some(&answer.requirement)));
                }
            }
            Requirement::Read(Store::S3) => {
                if let Some((bucket, _)) = network.buckets.iter().next() {
                    let line = [&physical("BUCKET", network.name(*bucket), name), "\necho $BUCKET"].concat();
                    all.push(own(Purpose::Bucket, line));
                }
                all.push(there(
                    Purpose::Read,
                    ["read -rp 'Bucket: ' BUCKET && aws s3 ls \"s3://$BUCKET\" --region ", region].concat(),
                    Some(&answer.requirement),
                ));
            }
            Requirement::Call(service) if &**service == "sagemaker.api" => {
                let line = ["aws sagemaker list-training-jobs --max-results 1 --region ", region].concat();
                all.push(there(Purpose::Call, line, Some(&answer.requirement)));
            }
            _ => {}
        }
    }
    all
}

/// Whether pip is pointed at anything but the public index.
fn is_redirected(network: &Network, source: Id) -> bool {
    network.workloads.get(&source).is_some_and(|workload| workload.host.pip != PackageSource::Public)
}

fn deploy(network: &Network, name: &str) -> String {
    let capability = if network.roles.is_empty() { "" } else { " \\\n  --capabilities CAPABILITY_IAM" };
    [
        "aws cloudformation deploy \\\n  --template-file ",
        name,
        ".yaml \\\n  --stack-name ",
        name,
        " \\\n  --region ",
        network.region.as_str(),
        capability,
    ]
    .concat()
}

fn open(notebook: &str, name: &str) -> String {
    [
        &physical("ARN", notebook, name),
        "\naws sagemaker create-presigned-notebook-instance-url --notebook-instance-name \"${ARN##*/}\" --output text",
    ]
    .concat()
}

/// What AWS called a resource.
fn physical(variable: &str, resource: &str, name: &str) -> String {
    [
        variable,
        "=$(aws cloudformation describe-stack-resource --stack-name ",
        name,
        " \\\n  --logical-resource-id ",
        resource,
        " --query StackResourceDetail.PhysicalResourceId --output text)",
    ]
    .concat()
}

fn own(purpose: Purpose, line: String) -> Command {
    Command { purpose, at: Place::Own, line, rests_on: None }
}

fn there(purpose: Purpose, line: String, rests_on: Option<&Requirement>) -> Command {
    Command { purpose, at: Place::Workload, line, rests_on: rests_on.cloned() }
}
