//! Which toggles could matter to an answer: those that decide a resource the journey could meet.
//!
//! The resources are found by following the model's own lines from the workload: what a resource names, and what has a say in it
//! ([`HAVE_A_SAY`]). Names that were asked for add the endpoints that would answer them; a policy that was asked adds roles and
//! the data's own policies. Steps behind the first that failed decide nothing. That this leaves nothing out is tested against
//! brute force.

use crate::facts::services;
use crate::journey::{Gate, Outcome};
use crate::network::{CHECKED_TOGETHER, EVERYWHERE, HAVE_A_SAY};
use crate::template::{Dependence, Stack};
use crate::verdict::{Answer, Requirement, Store};

/// Every toggle.
pub(super) const ALL: u64 = u64::MAX;

/// What depends on what, with the lines turned round.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    dependence: Dependence,
    /// By number: those that have a say in it, in any state.
    say: Vec<Vec<usize>>,
    /// By number: those that are checked together with it.
    together: Vec<Vec<usize>>,
}

/// What of resources counts.
#[derive(Clone, Copy)]
struct Counts {
    policies: bool,
    host: bool,
}

impl Counts {
    /// Whether a property can matter. Labels never do; who the workload is matters only once a policy is asked, what its
    /// start-up script does never for isolation.
    fn property(self, kind: &str, key: &str) -> bool {
        match (kind, key) {
            (_, "Tags" | "Description" | "GroupDescription") => false,
            (_, "RoleArn" | "IamInstanceProfile" | "PolicyDocument" | "Role") => self.policies,
            (_, "LifecycleConfigName") | ("AWS::EC2::Instance", "UserData") => self.host,
            _ => true,
        }
    }
}

impl Scope {
    pub(super) fn new(dependence: Dependence) -> Self {
        let numbers = || 0..dependence.len();
        let of_kind = |wanted: &str| {
            numbers().filter(|n| dependence.resource(*n).is_some_and(|(_, kind)| kind == wanted)).collect()
        };
        let mut say: Vec<Vec<usize>> = numbers().map(|_| Vec::new()).collect();
        for (kind, property) in HAVE_A_SAY {
            let speakers: Vec<usize> = of_kind(kind);
            for speaker in speakers {
                for named in dependence.may_name(speaker, property) {
                    say.get_mut(named).into_iter().for_each(|list| list.push(speaker));
                }
            }
        }
        let together = numbers().map(|number| {
            let kind = dependence.resource(number).map_or("", |(_, kind)| kind);
            let kinds =
                CHECKED_TOGETHER.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, kinds)| kinds);
            kinds.iter().flat_map(|kind| -> Vec<usize> { of_kind(kind) }).collect()
        });
        let together = together.collect();
        Self { dependence, say, together }
    }

    /// How many resources there are.
    pub(super) fn resources(&self) -> usize {
        self.dependence.len()
    }

    /// The number of the resource that a thing of the model comes from.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let resource = name.split_once('/').map_or(name, |(owner, _)| owner);
        self.dependence.number(resource)
    }

    /// Toggles that could matter to an answer.
    pub(super) fn of_answer(&self, stack: &Stack, state: u64, source: &str, answer: &Answer) -> u64 {
        // A probe stands in for workloads that are not there: what it meets rests on everything.
        let everything = source.contains('/') || matches!(answer.requirement, Requirement::Reach { .. });
        let Some(start) = self.dependence.number(source).filter(|_| !everything) else { return ALL };
        let failed = answer.steps.iter().position(|step| step.outcome == Outcome::Fails);
        let decisive = answer.steps.get(..failed.map_or(answer.steps.len(), |at| at + 1)).unwrap_or_default();
        let isolated = answer.requirement == Requirement::Isolated;
        let counts =
            Counts { policies: decisive.iter().any(|step| step.gate == Gate::Policy), host: !isolated };
        let mut todo = vec![start];
        let mut kinds: Vec<&str> = EVERYWHERE.to_vec();
        match answer.requirement {
            Requirement::Read(Store::S3) => kinds.push("AWS::S3::Bucket"),
            Requirement::Read(Store::DynamoDb) => kinds.push("AWS::DynamoDB::Table"),
            Requirement::Install(_) if counts.policies => {
                kinds.extend(["AWS::CodeArtifact::Domain", "AWS::CodeArtifact::Repository"]);
            }
            _ => {}
        }
        let hosts: Vec<&str> = decisive
            .iter()
            .filter(|step| step.gate == Gate::Name)
            .map(|step| &*step.finding.subject)
            .collect();
        for number in 0..self.dependence.len() {
            let kind = self.dependence.resource(number).map_or("", |(_, kind)| kind);
            if kinds.contains(&kind)
                || (kind == "AWS::EC2::VPCEndpoint" && self.answers(stack, state, number, &hosts))
            {
                todo.push(number);
            }
        }
        self.follow(state, todo, counts)
    }

    /// Whether an endpoint, built or not, is one for a host's service.
    fn answers(&self, stack: &Stack, state: u64, number: usize, hosts: &[&str]) -> bool {
        let Some((id, _)) = self.dependence.resource(number).filter(|_| !hosts.is_empty()) else {
            return false;
        };
        let fixed = self
            .dependence
            .properties(number, state)
            .iter()
            .all(|p| p.key != "ServiceName" || p.toggles == 0);
        let name = stack.resource(id).and_then(|r| r.get("ServiceName")).and_then(|node| stack.text_of(node));
        let Some(name) = name.filter(|_| fixed) else { return true };
        let service = services::short_name(&name, &stack.region);
        // An endpoint's own names, and a host that only policies tell (`sts`), are the endpoint's whatever its service.
        hosts.iter().any(|host| {
            host.contains("vpce")
                || **host == *service
                || services::covers(&service, &stack.region, &stack.partition, host)
        })
    }

    fn follow(&self, state: u64, mut todo: Vec<usize>, counts: Counts) -> u64 {
        let mut seen = vec![false; self.dependence.len()];
        let mut toggles = 0;
        while let Some(number) = todo.pop() {
            let Some(seen) = seen.get_mut(number).filter(|seen| !**seen) else { continue };
            *seen = true;
            let (built, by) = self.dependence.built(number, state);
            toggles |= by;
            if built == Some(false) {
                continue;
            }
            let kind = self.dependence.resource(number).map_or("", |(_, kind)| kind);
            for property in self.dependence.properties(number, state) {
                if counts.property(kind, property.key) {
                    toggles |= property.toggles;
                    todo.extend(property.names);
                }
            }
            todo.extend(self.say.get(number).into_iter().flatten());
        }
        toggles
    }

    /// Toggles that could matter to whether AWS would refuse one resource.
    pub(super) fn of_refusal(&self, state: u64, number: usize) -> u64 {
        let (built, mut toggles) = self.dependence.built(number, state);
        if built == Some(false) {
            return toggles;
        }
        let mut near: Vec<usize> = self.together.get(number).cloned().unwrap_or_default();
        for property in self.dependence.properties(number, state) {
            toggles |= property.toggles;
            near.extend(property.names);
        }
        near.sort_unstable();
        near.dedup();
        for near in near {
            let (built, by) = self.dependence.built(near, state);
            toggles |= by;
            if built == Some(false) {
                continue;
            }
            for property in self.dependence.properties(near, state).iter().filter(|p| p.key != "Tags") {
                toggles |= property.toggles;
                for far in &property.names {
                    toggles |= self.dependence.built(*far, state).1;
                }
            }
        }
        toggles
    }
}
