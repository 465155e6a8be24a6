//! Real connections from chosen source ports, watched at both ends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::thread::sleep;
use std::time::Duration;

use engine::network::Id;
use socket2::{Domain, Socket, Type};

use crate::lab::Lab;
use crate::probes::Probe;
use crate::world::World;

/// How often, five milliseconds apart, to look before what did not happen is taken not to happen. Within one machine packets
/// arrive at once or never.
const PATIENCE: u32 = 80;

/// A connection to try.
#[derive(Clone, Copy)]
pub(crate) struct Shot {
    pub(crate) from: Id,
    pub(crate) probe: Probe,
}

/// What was seen of it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Landed {
    /// The source port the receiver saw, where anything arrived.
    pub(crate) seen_from: Option<u16>,
    /// Whether the sender got an answer.
    pub(crate) answered: bool,
}

impl Landed {
    pub(crate) fn letter(self) -> char {
        match (self.seen_from, self.answered) {
            (Some(_), true) => 'a',
            (Some(_), false) => 'o',
            (None, false) => 'x',
            (None, true) => '!',
        }
    }
}

type Place = (Option<Id>, SocketAddr);

/// Fires all at once, waits once, and looks.
pub(crate) fn shoot(lab: &Lab, world: &World, shots: &[Shot]) -> Vec<Landed> {
    let mut landed = vec![Landed::default(); shots.len()];
    let listeners = listen(lab, world, shots);
    let mut datagrams = Datagrams::open(lab, world, shots);
    let mut streams: Vec<Option<Socket>> = Vec::new();
    for (n, shot) in shots.iter().enumerate() {
        let (from, to) = (sender(world, shot), receiver(world, shot));
        streams.push((shot.probe.protocol == 6).then(|| {
            lab.enter(from.0);
            let socket = stream(from.1);
            // In progress; what comes of it is asked below.
            let _ = socket.connect(&to.1.into());
            socket
        }));
        if shot.probe.protocol == 17 {
            datagrams.send(from, to.1, b'q', n);
        }
    }
    for _ in 0..PATIENCE {
        datagrams.pump(&mut landed);
        sleep(Duration::from_millis(5));
    }
    for (shot, (landed, stream)) in shots.iter().zip(landed.iter_mut().zip(&streams)) {
        if let Some(stream) = stream {
            landed.answered = stream.peer_addr().is_ok();
            let to = receiver(world, shot);
            lab.enter(to.0);
            let from = to.0.map(|_| world.address(shot.from));
            landed.seen_from = half_open(to.1, from, shot.probe.source_port);
        }
    }
    drop(listeners);
    landed
}

fn sender(world: &World, shot: &Shot) -> Place {
    (Some(shot.from), SocketAddr::new(IpAddr::V4(world.address(shot.from)), shot.probe.source_port))
}

fn receiver(world: &World, shot: &Shot) -> Place {
    (world.owner(shot.probe.to), SocketAddr::new(shot.probe.to, shot.probe.port))
}

/// Whether there can be a socket for this destination: an interface, or a place outside.
fn exists(place: &Place) -> bool {
    place.0.is_some() || !place.1.ip().to_string().starts_with("10.")
}

fn stream(own: SocketAddr) -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.set_reuse_address(true).unwrap();
    socket.set_nonblocking(true).unwrap();
    socket.set_linger(Some(Duration::ZERO)).unwrap();
    socket.bind(&own.into()).unwrap_or_else(|why| panic!("{own}: {why}"));
    socket
}

fn listen(lab: &Lab, world: &World, shots: &[Shot]) -> Vec<Socket> {
    let places: BTreeSet<Place> = shots
        .iter()
        .filter(|shot| shot.probe.protocol == 6)
        .map(|shot| receiver(world, shot))
        .filter(exists)
        .collect();
    let open = |(room, own): &Place| {
        lab.enter(*room);
        let socket = stream(*own);
        socket.listen(64).unwrap();
        socket
    };
    places.iter().map(open).collect()
}

/// The remote port of a connection that arrived here, be it only half open.
fn half_open(own: SocketAddr, from: Option<Ipv4Addr>, port: u16) -> Option<u16> {
    const ESTABLISHED: &str = "01";
    const REQUESTED: &str = "03";
    let table = fs::read_to_string("/proc/thread-self/net/tcp").unwrap();
    let mut ports = table.lines().skip(1).filter_map(|line| {
        let [_, local, remote, state, ..] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            return None;
        };
        let remote = address(remote)?;
        let wanted = address(local)? == own && [ESTABLISHED, REQUESTED].contains(&state);
        // Inside, where nothing is translated, many may arrive at one port; outside each has a port of its own.
        let sent = from.is_none_or(|from| remote == SocketAddr::new(IpAddr::V4(from), port));
        (wanted && sent).then_some(remote.port())
    });
    ports.next()
}

/// `0A00000A:01BB`, the address in the machine's own order of bytes.
fn address(text: &str) -> Option<SocketAddr> {
    let (address, port) = text.split_once(':')?;
    let bits = u32::from_str_radix(address, 16).ok()?;
    let port = u16::from_str_radix(port, 16).ok()?;
    Some(SocketAddr::new(IpAddr::V4(Ipv4Addr::from(bits.to_ne_bytes())), port))
}

/// One socket for each place that sends or receives.
struct Datagrams(BTreeMap<Place, UdpSocket>);

impl Datagrams {
    fn open(lab: &Lab, world: &World, shots: &[Shot]) -> Self {
        let mut sockets = BTreeMap::new();
        for shot in shots.iter().filter(|shot| shot.probe.protocol == 17) {
            for place in [sender(world, shot), receiver(world, shot)].into_iter().filter(exists) {
                sockets.entry(place).or_insert_with(|| {
                    lab.enter(place.0);
                    let socket = UdpSocket::bind(place.1).unwrap();
                    socket.set_nonblocking(true).unwrap();
                    socket
                });
            }
        }
        Self(sockets)
    }

    /// A question (`q`) or an answer (`a`) with the number of its shot.
    fn send(&self, from: Place, to: SocketAddr, kind: u8, shot: usize) {
        let [high, low] = u16::try_from(shot).unwrap().to_be_bytes();
        // A group that drops it says so at once.
        let _ = self.0[&from].send_to(&[kind, high, low], to);
    }

    fn pump(&mut self, landed: &mut [Landed]) {
        for (place, socket) in &self.0 {
            let mut bytes = [0; 3];
            while let Ok((_, from)) = socket.recv_from(&mut bytes) {
                let [kind, high, low] = bytes;
                let shot = usize::from(u16::from_be_bytes([high, low]));
                if kind == b'q' {
                    landed[shot].seen_from = Some(from.port());
                    self.send(*place, from, b'a', shot);
                } else {
                    landed[shot].answered = true;
                }
            }
        }
    }
}
