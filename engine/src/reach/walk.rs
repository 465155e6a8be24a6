//! The walk: a set of packets on its way, split wherever something treats a part of it differently.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use ipnet::{Ipv4Net, Ipv6Net};

use super::filter::{Direction, Groups, Judged, Remote};
use super::state::{Public, Rule, Stage, State, Way};
use super::{Assume, End};
use crate::code::Code;
use crate::network::{Id, Interface, Network};
use crate::packet::{Addresses, Flows, Ranges, Traffic};
use crate::template::Unknown;

/// Walks and collects the ways.
pub(super) struct Walker<'a> {
    pub(super) network: &'a Network,
    pub(super) assume: Assume,
    /// A filter that is taken to let everything through.
    pub(super) open: Option<Id>,
    /// Whether nothing that is not known has had a part.
    pub(super) certain: bool,
    pub(super) ways: Vec<Way<'a>>,
}

/// Destinations that never leave the host: "this" network, loopback, link-local (metadata, time), multicast, broadcast.
static STAYS_ON_HOST: LazyLock<Addresses> = LazyLock::new(|| {
    let v4 = [
        Ipv4Net::new_assert(Ipv4Addr::UNSPECIFIED, 8),
        Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8),
        Ipv4Net::new_assert(Ipv4Addr::new(169, 254, 0, 0), 16),
        Ipv4Net::new_assert(Ipv4Addr::new(224, 0, 0, 0), 4),
        Ipv4Net::new_assert(Ipv4Addr::BROADCAST, 32),
    ];
    let v6 = [
        Ipv6Net::new_assert(Ipv6Addr::UNSPECIFIED, 127),
        Ipv6Net::new_assert(Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 10),
        Ipv6Net::new_assert(Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0), 8),
    ];
    Addresses {
        v4: v4.iter().map(|p| (p.network().to_bits(), p.broadcast().to_bits())).collect(),
        v6: v6.iter().map(|p| (p.network().to_bits(), p.broadcast().to_bits())).collect(),
    }
});

impl<'a> Walker<'a> {
    /// Sends flows from an interface, from its address of each family.
    pub(super) fn walk(
        network: &'a Network,
        from: Id,
        flows: &Flows,
        assume: Assume,
        open: Option<Id>,
    ) -> Self {
        let mut walker = Self { network, assume, open, certain: true, ways: Vec::new() };
        let mut state = State {
            flows: flows.clone(),
            source: None,
            sender: None,
            public: Public::None,
            vpc: from,
            subnet: None,
            over: None,
            notes: Vec::new(),
            stages: Vec::new(),
            passed: Vec::new(),
        };
        let Some(interface) = network.interfaces.get(&from) else {
            walker.block(state, Code::NoPath, from, from, Rule::None);
            return walker;
        };
        let Some(subnet) = network.subnets.get(&interface.subnet) else {
            walker.end(state, End::Unknown(None));
            return walker;
        };
        state.sender = Some(interface);
        state.vpc = subnet.vpc;
        state.subnet = Some(interface.subnet);
        state.passed.push(from);
        for (source, all) in [
            (interface.v4.map(IpAddr::V4), Addresses { v4: Ranges::full(), v6: Ranges::empty() }),
            (interface.v6.map(IpAddr::V6), Addresses { v4: Ranges::empty(), v6: Ranges::full() }),
        ] {
            let part = flows.at(&all);
            if part.is_empty() {
                continue;
            }
            let mut state = state.with(part);
            state.source = source;
            match source {
                None => walker.block(state, Code::NoAddressOfFamily, from, interface.owner, Rule::None),
                Some(IpAddr::V4(_)) => {
                    state.public = interface.public_v4.map_or(Public::None, Public::Address);
                    walker.start(state, from, interface);
                }
                Some(IpAddr::V6(_)) => walker.start(state, from, interface),
            }
        }
        walker
    }

    /// Packets as the host makes them.
    fn start(&mut self, mut state: State<'a>, from: Id, interface: &'a Interface) {
        if let Some(own) = state.source {
            let own = Addresses::one(own);
            let to_itself = state.flows.at(&own);
            if !to_itself.is_empty() {
                state.flows = state.flows.not_at(&own);
                let mut itself = state.with(to_itself);
                itself.note(Code::InterfaceReached, from, interface.owner, Rule::None);
                self.end(itself, End::Interface(from));
            }
        }
        self.resolver(&mut state, interface);
        let stays = state.flows.at(&STAYS_ON_HOST);
        self.block_part(&mut state, stays, Code::NoRouteToDestination, from, interface.owner);
        self.send_from(state, from, interface);
    }

    /// Queries to the resolver at base+2 and its link-local addresses; neither groups nor ACLs filter them. Source: VPC user
    /// guide, DNS attributes; network ACLs; security groups.
    fn resolver(&mut self, state: &mut State<'a>, interface: &'a Interface) {
        let Some(vpc) = self.network.vpcs.get(&state.vpc).filter(|vpc| vpc.dns_support) else { return };
        let base = vpc.v4.first().and_then(|p| p.network().to_bits().checked_add(2));
        let v4 = [Some(Ipv4Addr::new(169, 254, 169, 253).to_bits()), base];
        let at = Addresses {
            v4: v4.into_iter().flatten().map(|a| (a, a)).collect(),
            v6: Ranges::one(Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x253).to_bits()),
        };
        let dns = Traffic { tcp: Ranges::one(53), udp: Ranges::one(53), ..Traffic::empty() };
        let queries = Flows::product(at, dns);
        let asked = state.flows.intersection(&queries);
        if asked.is_empty() {
            return;
        }
        let mut asked = state.with(asked);
        state.flows = state.flows.difference(&queries);
        asked.note(Code::ResolverReached, state.vpc, interface.owner, Rule::None);
        let vpc = state.vpc;
        self.end(asked, End::Resolver(vpc));
    }

    /// Out of an interface: its groups, then its subnet.
    pub(super) fn send_from(&mut self, mut state: State<'a>, id: Id, interface: &'a Interface) {
        if !self.pass_groups(&mut state, interface, Direction::Out) {
            return;
        }
        state.stages.push(Stage::Tracked { id, interface, from: state.source });
        self.leave(state, interface.subnet);
    }

    /// Holds packets against the groups of an interface; what is refused ends here. False where nothing is left.
    pub(super) fn pass_groups(
        &mut self,
        state: &mut State<'a>,
        interface: &'a Interface,
        direction: Direction,
    ) -> bool {
        if state.flows.is_empty() {
            return false;
        }
        let remote = match direction {
            Direction::In => Remote::Known(state.source, state.sender),
            Direction::Out => Remote::Flows,
        };
        let vpc = state.vpc;
        let groups = Groups { network: self.network, vpc, ids: &interface.groups, direction };
        let open = self.open.is_some_and(|open| interface.groups.contains(&open));
        let refused = if open {
            Flows::empty()
        } else {
            self.certain &= groups.are_known();
            groups.refused(&state.flows, remote, self.assume)
        };
        let by = interface.groups.first().copied().unwrap_or(interface.owner);
        if !refused.is_empty() {
            let code = if groups.have_no_rules() { Code::SgHasNoRules } else { Code::EniSgRulesMismatch };
            state.flows = state.flows.difference(&refused);
            self.block(state.with(refused), code, by, interface.owner, Rule::None);
        }
        let code = match direction {
            Direction::In => Code::SgIngressAllowed,
            Direction::Out => Code::SgEgressAllowed,
        };
        state.note(code, by, interface.owner, Rule::Groups { interface, vpc, direction, remote });
        !state.flows.is_empty()
    }

    /// Holds packets against the ACL of a subnet whose border they cross; what is refused ends here. False where nothing is left.
    pub(super) fn pass_acl(&mut self, state: &mut State<'a>, subnet: Id, direction: Direction) -> bool {
        if state.flows.is_empty() {
            return false;
        }
        let remote = match direction {
            Direction::In => Remote::Known(state.source, None),
            Direction::Out => Remote::Flows,
        };
        let acl = self.network.subnets.get(&subnet).map(|s| s.acl);
        let Some((id, acl)) = acl.and_then(|id| Some((id, self.network.acls.get(&id)?))) else {
            let state = std::mem::replace(state, state.with(Flows::empty()));
            self.end(state, End::Unknown(None));
            return false;
        };
        let judged = if self.open == Some(id) {
            Judged::passes(state.flows.clone())
        } else {
            self.certain &= acl.is_known(direction);
            acl.judge(direction, &state.flows, remote, self.assume)
        };
        for (entry, flows) in judged.refused {
            self.block(state.with(flows), Code::SubnetAclRestriction, id, subnet, Rule::Entry(entry));
        }
        state.flows = judged.passed;
        let (code, border) = match direction {
            Direction::In => {
                (Code::AclIngressAllowed, Stage::Entered { subnet, from: state.source, over: state.over })
            }
            Direction::Out => (Code::AclEgressAllowed, Stage::Left { subnet, source: state.source }),
        };
        state.note(code, id, subnet, Rule::Acl { direction, remote });
        state.stages.push(border);
        !state.flows.is_empty()
    }

    /// Ends a way.
    pub(super) fn end(&mut self, state: State<'a>, end: End) {
        if state.flows.is_empty() {
            return;
        }
        let State { flows, source, notes, stages, .. } = state;
        self.ways.push(Way { flows, source, notes, stages, end });
    }

    /// Ends a way with a blocker.
    pub(super) fn block(&mut self, mut state: State<'a>, code: Code, by: Id, at: Id, rule: Rule<'a>) {
        if state.flows.is_empty() {
            return;
        }
        state.note(code, by, at, rule);
        self.end(state, End::Blocked);
    }

    /// Ends a way at a part of the flows; the rest stays.
    pub(super) fn block_part(&mut self, state: &mut State<'a>, part: Flows, code: Code, by: Id, at: Id) {
        if part.is_empty() {
            return;
        }
        state.flows = state.flows.difference(&part);
        self.block(state.with(part), code, by, at, Rule::None);
    }

    /// How many ways have ended, see [`Walker::doubt`].
    pub(super) fn mark(&self) -> usize {
        self.ways.len()
    }

    /// Puts in doubt what ended since `mark`, because something not known may take the packets elsewhere: at the narrowest what
    /// arrived, at the widest what was stopped.
    pub(super) fn doubt(&mut self, mark: usize, why: &Unknown) {
        self.certain = false;
        for way in self.ways.iter_mut().skip(mark) {
            if (way.end == End::Blocked) == (self.assume == Assume::Widest) {
                way.end = End::Unknown(Some(why.clone()));
            }
        }
    }
}
