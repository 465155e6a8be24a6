//! Which toggles could matter to an answer: those that decide a resource the journey could meet.
//!
//! The resources are found by following the model's own lines from the workload: what a resource names, and what has a say in it
//! ([`HAVE_A_SAY`]), but for routes that none of the packets could take. Names that were asked for add the endpoints that would answer
//! them; a policy that was asked adds roles and the data's own policies. Where a step fails only what was asked of its host decides: no
//! other step could make up for it. Where no route leads out no filter could. That this leaves nothing out is tested against brute
//! force.

use std::collections::BTreeMap;

use ipnet::IpNet;

use crate::code::Code;
use crate::facts::{aws_addresses, internet, private, services};
use crate::journey::{Gate, Outcome, Step, public_addresses};
use crate::network::{CHECKED_TOGETHER, Destination, EVERYWHERE, HAVE_A_SAY, Interface, Network, Route};
use crate::packet::Addresses;
use crate::template::{Dependence, Node, Stack};
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
    /// Of templates, with what they make in some state.
    pub(super) fn new(dependence: Dependence, stack: &Stack) -> Self {
        let numbers = || 0..dependence.len();
        let mut by_kind: BTreeMap<Box<str>, Vec<usize>> = BTreeMap::new();
        for number in numbers() {
            let kind = dependence.resource(number).map_or("", |(_, kind)| kind);
            by_kind.entry(kind.into()).or_default().push(number);
        }
        let of_kind = |wanted: &str| by_kind.get(wanted).cloned().unwrap_or_default();
        let fixed = |number: usize, key: &str| {
            let (id, _) =
                dependence.resource(number).filter(|_| dependence.is_fixed(number, key) == Some(true))?;
            stack.resource(id)?.get(key)
        };
        let inside = has_private_ranges(stack);
        let routes = numbers().map(|number| match dependence.resource(number)?.1 {
            "AWS::EC2::Route" => destinations(&dependence, number, &fixed),
            "AWS::EC2::VPCEndpoint" if inside => {
                let service = fixed(number, "ServiceName").and_then(|node| stack.text_of(node))?;
                let gateway = fixed(number, "VpcEndpointType").and_then(Node::text)? == "Gateway";
                gateway.then(|| aws_addresses::of_service(&services::short_name(&service, &stack.region)))
            }
            _ => None,
        });
        let routes = routes.collect();
        let services = numbers().map(|number| {
            let text = fixed(number, "ServiceName").and_then(|node| stack.text_of(node))?;
            Some(services::short_name(&text, &stack.region).into())
        });
        let services = services.collect();
        let mut say: Vec<Vec<usize>> = numbers().map(|_| Vec::new()).collect();
        for (kind, property) in HAVE_A_SAY {
            for speaker in of_kind(kind) {
                for named in dependence.may_name(speaker, property) {
                    say.get_mut(named).into_iter().for_each(|list| list.push(speaker));
                }
            }
        }
        let together = numbers().map(|number| {
            let kind = dependence.resource(number).map_or("", |(_, kind)| kind);
            let kinds =
                CHECKED_TOGETHER.iter().find(|(of, _)| *of == kind).map_or(&[][..], |(_, kinds)| kinds);
            kinds.iter().flat_map(|kind| of_kind(kind)).collect()
        });
        let together = together.collect();
        Self { dependence, by_kind, say, together, routes, services }
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

/// The steps that decide: up to the first that fails and, where one does, from where its host's name was asked.
fn decisive(steps: &[Step]) -> &[Step] {
    let Some(failed) = steps.iter().position(|step| step.outcome == Outcome::Fails) else { return steps };
    let upto = steps.get(..=failed).unwrap_or_default();
    let named = upto.iter().rposition(|step| step.gate == Gate::Name);
    upto.get(named.unwrap_or_default()..).unwrap_or_default()
}

/// Whether no table of a workload has a route that could take a packet to any of these addresses.
fn has_no_route(network: &Network, source: &str, outside: &Addresses) -> bool {
    let workload = network.find(source).and_then(|id| network.workloads.get(&id));
    let Some(workload) = workload.filter(|w| !w.direct_internet_access && !outside.is_empty()) else {
        return false;
    };
    let takes = |interface: &Interface, route: &Route| match &route.destination {
        Destination::V4(net) => interface.v4.is_some() && Addresses::from(*net).meets(outside),
        Destination::V6(net) => interface.v6.is_some() && Addresses::from(*net).meets(outside),
        Destination::PrefixList { prefixes, .. } => {
            prefixes.iter().any(|net| Addresses::prefix(*net).meets(outside))
        }
        Destination::Unknown(_) => true,
    };
    !workload.interfaces.is_empty()
        && workload.interfaces.iter().all(|id| {
            let interface = network.interfaces.get(id);
            let table = interface
                .and_then(|i| network.route_tables.get(&network.subnets.get(&i.subnet)?.route_table));
            interface.zip(table).is_some_and(|(i, table)| !table.routes.iter().any(|r| takes(i, r)))
        })
}

/// Where a route leads, where it can only take packets out of the VPC: written the same in every state, and no more specific than any
/// local route.
fn destinations<'s>(
    dependence: &Dependence,
    number: usize,
    fixed: &impl Fn(usize, &str) -> Option<&'s Node>,
) -> Option<Addresses> {
    if dependence.is_fixed(number, "DestinationPrefixListId").is_some() {
        return None;
    }
    let mut all = Addresses::empty();
    for key in ["DestinationCidrBlock", "DestinationIpv6CidrBlock"] {
        if dependence.is_fixed(number, key).is_some() {
            let net: IpNet = fixed(number, key)?.text()?.parse().ok()?;
            all = all.union(&Some(net).filter(|net| net.prefix_len() == 0).map(Addresses::prefix)?);
        }
    }
    Some(all)
}

/// Whether no VPC has public addresses for its own, so that no service's prefix list can take what is for the VPC.
fn has_private_ranges(stack: &Stack) -> bool {
    let private = private();
    let vpcs =
        stack.resources.iter().filter(|r| matches!(&*r.kind, "AWS::EC2::VPC" | "AWS::EC2::VPCCidrBlock"));
    vpcs.filter_map(|r| r.get("CidrBlock")).all(|node| {
        let net = node.text().and_then(|text| text.parse::<IpNet>().ok());
        net.is_some_and(|net| Addresses::prefix(net).is_subset(&private))
    })
}
