//! Which toggles could matter to an answer: those that decide a resource the journey could meet.
//!
//! The resources are found by following the model's own lines from the workload: what a resource names, and what has a say in it
//! ([`crate::network::HAVE_A_SAY`]), but for routes that none of the packets could take. Names that were asked for add the endpoints that would answer
//! them; a policy that was asked adds roles and the data's own policies. Where a step fails only what was asked of its host decides: no
//! other step could make up for it. Where no route leads out no filter could. That this leaves nothing out is tested against brute
//! force.

mod lines;
mod ways;

use std::collections::BTreeMap;

use self::ways::{decisive, has_no_route};
use crate::code::Code;
use crate::facts::{internet, services};
use crate::journey::{Gate, Outcome, public_addresses};
use crate::network::{EVERYWHERE, Network};
use crate::packet::Addresses;
use crate::template::{Dependence, Stack};
use crate::verdict::{Answer, Requirement, Store, Verdict};

/// Every toggle.
pub(super) const ALL: u64 = u64::MAX;

/// What depends on what, with the lines turned round.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    dependence: Dependence,
    by_kind: BTreeMap<Box<str>, Vec<usize>>,
    /// By number: those that have a say in it, in any state.
    say: Vec<Vec<usize>>,
    /// By number: those that are checked together with it.
    together: Vec<Vec<usize>>,
    /// By number: where a route leads that is written the same in every state.
    routes: Vec<Option<Addresses>>,
    /// By number: the service of an endpoint that is written the same in every state.
    services: Vec<Option<Box<str>>>,
}

/// What of resources counts.
#[derive(Clone, Copy)]
struct Counts {
    policies: bool,
    host: bool,
    /// Groups and ACLs.
    filters: bool,
}

impl Counts {
    fn kind(self, kind: &str) -> bool {
        self.filters
            || !matches!(
                kind,
                "AWS::EC2::NetworkAcl" | "AWS::EC2::SecurityGroup" | "AWS::EC2::SubnetNetworkAclAssociation"
            )
    }

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
    pub(super) fn of_answer(
        &self,
        (stack, network): (&Stack, &Network),
        state: u64,
        source: &str,
        answer: &Answer,
    ) -> u64 {
        // A probe stands in for workloads that are not there: what it meets rests on everything.
        let everything = source.contains('/') || matches!(answer.requirement, Requirement::Reach { .. });
        let Some(start) = self.dependence.number(source).filter(|_| !everything) else { return ALL };
        let decisive = decisive(&answer.steps);
        let isolated = answer.requirement == Requirement::Isolated;
        // The customer's own zones lead anywhere.
        let zones = !network.zones.is_empty();
        let outside = if isolated {
            internet()
        } else {
            let names = decisive.iter().filter(|step| step.gate == Gate::Name);
            names.fold(Addresses::empty(), |all, step| match step.finding.code {
                Code::NameResolvesToEndpoint if !zones => all,
                Code::NameResolvesToPublic if !zones => {
                    all.union(&public_addresses(&stack.region, &stack.partition, &step.finding.subject))
                }
                _ if step.outcome == Outcome::Fails => all,
                _ => Addresses::full(),
            })
        };
        let stays = match answer.verdict {
            Verdict::Holds => isolated,
            Verdict::Fails => decisive.last().is_some_and(|step| step.gate == Gate::Network),
            _ => false,
        };
        let counts = Counts {
            policies: decisive.iter().any(|step| step.gate == Gate::Policy),
            host: !isolated,
            filters: !(stays && has_no_route(network, source, &outside)),
        };
        let mut todo = vec![start];
        let kinds: &[&str] = match answer.requirement {
            Requirement::Read(Store::S3) => &["AWS::S3::Bucket"],
            Requirement::Read(Store::DynamoDb) => &["AWS::DynamoDB::Table"],
            Requirement::Install(_) if counts.policies => {
                &["AWS::CodeArtifact::Domain", "AWS::CodeArtifact::Repository"]
            }
            _ => &[],
        };
        for kind in EVERYWHERE.iter().chain(kinds) {
            todo.extend(self.by_kind.get(*kind).into_iter().flatten());
        }
        let hosts: Vec<&str> = decisive
            .iter()
            .filter(|step| step.gate == Gate::Name)
            .map(|step| &*step.finding.subject)
            .collect();
        let endpoints = self.by_kind.get("AWS::EC2::VPCEndpoint").into_iter().flatten();
        todo.extend(endpoints.filter(|number| zones || self.answers(stack, **number, &hosts)));
        self.follow(state, todo, counts, &outside)
    }

    /// Whether an endpoint, built or not, is one for a host's service.
    fn answers(&self, stack: &Stack, number: usize, hosts: &[&str]) -> bool {
        let Some(Some(service)) = self.services.get(number) else { return !hosts.is_empty() };
        // An endpoint's own names, and a host that only policies tell (`sts`), are the endpoint's whatever its service.
        hosts.iter().any(|host| {
            host.contains("vpce")
                || **host == **service
                || services::covers(service, &stack.region, &stack.partition, host)
        })
    }

    /// The toggles met on the lines from these resources; `outside` is where packets go that leave the VPC.
    fn follow(&self, state: u64, mut todo: Vec<usize>, counts: Counts, outside: &Addresses) -> u64 {
        let mut seen = vec![false; self.dependence.len()];
        let mut toggles = 0;
        let taken = |number: usize| match self.routes.get(number) {
            Some(Some(route)) => route.meets(outside),
            _ => true,
        };
        while let Some(number) = todo.pop() {
            let Some(seen) = seen.get_mut(number).filter(|seen| !**seen) else { continue };
            *seen = true;
            let kind = self.dependence.resource(number).map_or("", |(_, kind)| kind);
            if !counts.kind(kind) {
                continue;
            }
            let (built, by) = self.dependence.built(number, state);
            toggles |= by;
            if built == Some(false) {
                continue;
            }
            toggles |= self.dependence.follow(number, state, |key| counts.property(kind, key), &mut todo);
            todo.extend(self.say.get(number).into_iter().flatten().filter(|speaker| taken(**speaker)));
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
