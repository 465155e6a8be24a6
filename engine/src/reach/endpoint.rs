//! Gateway endpoints: TCP and echo to the service's addresses. Source: AWS `PrivateLink` guide, gateway endpoints.

use super::End;
use super::state::{Rule, State};
use super::walk::Walker;
use crate::code::Code;
use crate::network::Id;
use crate::packet::{Ranges, Traffic};

impl<'a> Walker<'a> {
    /// Through a gateway endpoint to its service.
    pub(super) fn gateway_endpoint(&mut self, mut state: State<'a>, id: Id) {
        let carried = Traffic { tcp: Ranges::full(), ..Traffic::echo_requests() };
        let others = state.flows.not_of(&carried);
        self.block_part(&mut state, others, Code::VpceGatewayProtocolRestriction, id, id);
        state.note(Code::GatewayEndpointReached, id, id, Rule::None);
        self.end(state, End::GatewayEndpoint(id));
    }
}
