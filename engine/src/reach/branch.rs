//! Packets that went the same way. Most branches of a walk are never told, so the way is put into words only where somebody asks.

use std::net::IpAddr;
use std::rc::Rc;

use super::state::{Note, Way};
use super::{Assume, End, Hop, notation};
use crate::code::Code;
use crate::network::{Id, Network};
use crate::packet::{Flows, Packet};

/// Packets that went the same way.
#[derive(Clone, Debug)]
pub struct Branch<'n> {
    /// The packets, as sent: destination addresses and traffic. Not empty.
    pub flows: Flows,
    /// Source address as it is at the end of the branch (rewritten by NAT); one per family asked about.
    pub source: Option<IpAddr>,
    /// How it ends.
    pub end: End,
    network: &'n Network,
    assume: Assume,
    notes: Rc<[Note<'n>]>,
}

impl<'n> Branch<'n> {
    pub(super) fn new(network: &'n Network, assume: Assume, way: Way<'n>) -> Self {
        let Way { flows, source, notes, end, .. } = way;
        Self { flows, source, end, network, assume, notes: notes.into() }
    }

    /// The same way for a part of the packets.
    pub(super) fn part(&self, flows: Flows) -> Self {
        let (end, notes) = (self.end.clone(), self.notes.clone());
        Self { flows, source: self.source, end, network: self.network, assume: self.assume, notes }
    }

    /// Every decision, in order, told with a packet of the branch; where the branch is blocked the last one is the blocker.
    pub fn hops(&self) -> Vec<Hop> {
        self.told(&self.notes)
    }

    /// The last decision.
    pub fn last_hop(&self) -> Option<Hop> {
        self.told(self.notes.last().map(std::slice::from_ref)?).pop()
    }

    /// What the last decision was.
    pub fn last_code(&self) -> Option<Code> {
        self.notes.last().map(|note| note.code)
    }

    /// What made the first decision of this kind.
    pub fn decided_by(&self, code: Code) -> Option<Id> {
        self.notes.iter().find(|note| note.code == code).map(|note| note.by)
    }

    /// The first decision of this kind.
    pub fn hop(&self, code: Code) -> Option<Hop> {
        let note = self.notes.iter().find(|note| note.code == code)?;
        self.told(std::slice::from_ref(note)).pop()
    }

    fn told(&self, notes: &[Note<'n>]) -> Vec<Hop> {
        let Some(target) = self.flows.witness(&[]) else { return Vec::new() };
        let mut told: Vec<Hop> = Vec::with_capacity(notes.len());
        let mut source = None;
        for note in notes {
            // The packet reads the same until something rewrites its source.
            let same = told.last().filter(|_| source == note.source).map(|hop| hop.compared.packet.clone());
            let packet = same
                .unwrap_or_else(|| Packet { source: note.source, source_port: None, target }.text().into());
            source = note.source;
            told.push(notation::hop(self.network, self.assume, note, &target, packet, false));
        }
        told
    }
}
