//! Out of a subnet: to a neighbour, or over its ACL and by its route table.

use super::End;
use super::filter::Direction;
use super::route;
use super::state::{Rule, State};
use super::walk::Walker;
use crate::code::Code;
use crate::network::{Id, Route, Target};
use crate::packet::Addresses;

impl<'a> Walker<'a> {
    /// Packets of a host (or NAT gateway) in a subnet. Neighbours in the subnet are reached without ACL and route table. The ACL counts where
    /// the border is crossed: not on the way to a NAT gateway or an interface in the same subnet.
    pub(super) fn leave(&mut self, mut state: State<'a>, subnet: Id) {
        let Some(here) = self.network.subnets.get(&subnet) else {
            self.end(state, End::Unknown(None));
            return;
        };
        state.subnet = Some(subnet);
        state.over = None;
        let own = here
            .v4
            .map(Addresses::from)
            .unwrap_or_default()
            .union(&here.v6.map(Addresses::from).unwrap_or_default());
        let near = state.flows.at(&own);
        if !near.is_empty() {
            state.flows = state.flows.not_at(&own);
            let near = state.part(near);
            self.neighbours(near, subnet);
        }
        if state.flows.is_empty() {
            return;
        }
        let Some(table) = self.network.route_tables.get(&here.route_table) else {
            self.end(state, End::Unknown(None));
            return;
        };
        let chosen = route::choose(&table.routes, &state.flows.addresses());
        let (inside, outside): (Vec<_>, Vec<_>) =
            chosen.into_iter().partition(|(route, _)| route.is_some_and(|r| self.stays_in(r, subnet)));
        if !inside.is_empty() {
            for (route, addresses) in inside {
                let part = state.with(state.flows.at(&addresses));
                self.follow(part, route, here.route_table, &table.routes, subnet);
            }
            state.flows =
                state.flows.at(&Addresses::union_all(outside.iter().map(|(_, addresses)| addresses)));
        }
        if !self.pass_acl(&mut state, subnet, Direction::Out) {
            return;
        }
        for (route, addresses) in outside {
            let part = state.take_at(&addresses);
            self.follow(part, route, here.route_table, &table.routes, subnet);
        }
    }

    /// Packets that a route table with no subnet handles, a regional NAT gateway's.
    pub(super) fn leave_by(&mut self, mut state: State<'a>, id: Id, at: Id) {
        let Some(table) = self.network.route_tables.get(&id) else {
            self.end(state, End::Unknown(None));
            return;
        };
        for (route, addresses) in route::choose(&table.routes, &state.flows.addresses()) {
            let part = state.take_at(&addresses);
            self.follow(part, route, id, &table.routes, at);
        }
    }

    /// Whether a route leads to something in the subnet itself.
    fn stays_in(&self, route: &Route, subnet: Id) -> bool {
        match route.target {
            Target::NatGateway(id) => {
                self.network.nat_gateways.get(&id).is_some_and(|n| n.subnet == Some(subnet))
            }
            Target::Interface(id) => self.network.interfaces.get(&id).is_some_and(|i| i.subnet == subnet),
            _ => false,
        }
    }

    /// Follows one route of a table; `at` is where the reader sees the choice made.
    fn follow(&mut self, state: State<'a>, route: Option<&'a Route>, table: Id, all: &'a [Route], at: Id) {
        if state.flows.is_empty() {
            return;
        }
        let mark = self.mark();
        match route {
            None => self.block(state, Code::NoRouteToDestination, table, at, Rule::None),
            Some(route) => self.follow_known(state, route, table, at),
        }
        if let Some(why) = route::unknown(all, route) {
            self.doubt(mark, why);
        }
    }

    /// Follows a route to its target.
    fn follow_known(&mut self, mut state: State<'a>, route: &'a Route, table: Id, at: Id) {
        if route.target == Target::Blackhole {
            self.block(state, Code::BadStateRoute, table, at, Rule::Route(route));
            return;
        }
        state.note(Code::RouteSelected, table, at, Rule::Route(route));
        match &route.target {
            Target::Local => self.local(state, table, route, at),
            Target::InternetGateway(id) => self.internet_gateway(state, *id),
            Target::EgressOnlyGateway(id) => self.egress_only_gateway(state, *id),
            Target::NatGateway(id) => self.nat_gateway(state, *id),
            Target::Interface(id) => self.through(state, *id),
            Target::GatewayEndpoint(id) => self.gateway_endpoint(state, *id),
            Target::Peering(id) => self.peering(state, *id),
            Target::Blackhole => {}
            Target::NotModelled(id) => {
                state.note(Code::UnknownResource, *id, *id, Rule::None);
                self.end(state, End::Unknown(None));
            }
            Target::Unknown(why) => {
                state.note(Code::ValueUnknown, route.id, at, Rule::Route(route));
                self.end(state, End::Unknown(Some(why.clone())));
            }
        }
    }
}
