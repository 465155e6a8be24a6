//! What is known of an answer on its way back, and the reply it becomes.

use std::net::IpAddr;

use super::reply::Back;
use super::state::Note;
use super::{EPHEMERAL, Hop, Reply, notation};
use crate::packet::{Addresses, Flows, Packet, Protocol, Ranges, Target as To, Traffic};

/// Which port a note is told with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Port {
    /// One of those at which the answer arrives.
    Arriving,
    /// One of a NAT gateway's through which it arrives.
    Nat,
    /// This one.
    This(u16),
}

/// A decision on the way back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    pub(super) note: Note<'a>,
    /// Where the answer goes at this point; the note's `source` is not used.
    pub(super) to: Option<IpAddr>,
    pub(super) port: Port,
}

/// An answer on its way back, from these remote addresses.
#[derive(Clone, Debug)]
pub(super) struct Answer<'a> {
    pub(super) addresses: Addresses,
    /// What the answer is addressed to, as ACLs read it: ports, or echo reply.
    pub(super) traffic: Traffic,
    pub(super) nat_ports: Option<Ranges<u16>>,
    pub(super) told: Vec<Told<'a>>,
    pub(super) cuts: Vec<Told<'a>>,
}

impl<'a> Answer<'a> {
    pub(super) fn tell(&mut self, note: Note<'a>, to: Option<IpAddr>, port: Port) {
        self.told.push(Told { note, to, port });
    }

    /// Stops the answer here.
    pub(super) fn stop(&mut self, back: &Back<'a, '_>, note: Note<'a>, to: Option<IpAddr>) {
        let port = choose(back.numbers(&self.traffic)).map_or(Port::Arriving, Port::This);
        self.tell(note, to, port);
        self.traffic = Traffic::empty();
    }
}

impl<'a> Back<'a, '_> {
    /// The reply for what was asked.
    pub(super) fn reply(&self, answer: &Answer<'a>, asked: &Flows) -> Reply {
        let numbers = self.numbers(&answer.traffic);
        let ports = match self.protocol {
            Protocol::Tcp | Protocol::Udp => numbers.clone(),
            _ if numbers.is_empty() => Ranges::empty(),
            _ => Ranges::full(),
        };
        let request = asked.witness(&[]);
        let hops = |told: &[Told<'a>]| request.map(|to| self.hops(told, answer, &to)).unwrap_or_default();
        let nat_ports = answer.nat_ports.clone();
        Reply { ports, nat_ports, hops: hops(&answer.told), cuts: hops(&answer.cuts) }
    }

    /// Decisions on the way back, told with the answer to `request`.
    fn hops(&self, told: &[Told<'a>], answer: &Answer<'a>, request: &To) -> Vec<Hop> {
        let mut hops: Vec<Hop> = Vec::with_capacity(told.len());
        let mut last = None;
        for t in told {
            let port = self.port(t, answer);
            // The packet reads the same until something changes where it goes.
            let same =
                hops.last().filter(|_| last == Some((t.to, port))).map(|hop| hop.compared.packet.clone());
            last = Some((t.to, port));
            let judged = To { address: request.address, protocol: self.protocol, port };
            let packet = same.unwrap_or_else(|| {
                let packet = Packet {
                    source: t.to.map(|_| request.address),
                    source_port: self.protocol.has_ports().then_some(request.port),
                    target: To { address: t.to.unwrap_or(request.address), ..judged },
                };
                packet.text().into()
            });
            hops.push(notation::hop(self.network, self.assume, &t.note, &judged, packet, true));
        }
        hops
    }

    /// The port a decision is told with.
    fn port(&self, told: &Told<'a>, answer: &Answer<'a>) -> u16 {
        let port = if self.protocol.has_ports() {
            match told.port {
                Port::Arriving => choose(self.numbers(&answer.traffic)).or_else(|| choose(self.source_ports)),
                Port::Nat => answer.nat_ports.as_ref().and_then(choose).or(Some(EPHEMERAL.0)),
                Port::This(port) => Some(port),
            }
        } else {
            self.numbers(&self.traffic(0)).first()
        };
        port.unwrap_or_default()
    }
}

/// The port a person would choose: 32768 and up inside the usual range, else the lowest.
pub(super) fn choose(ports: &Ranges<u16>) -> Option<u16> {
    ports.intersection(&Ranges::range(EPHEMERAL.0, EPHEMERAL.1)).first().or_else(|| ports.first())
}
