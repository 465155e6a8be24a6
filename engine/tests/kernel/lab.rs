//! Namespaces with a prefix of their own: made, wired up, entered and taken down.

use std::fs::File;
use std::io::Write as _;
use std::os::fd::AsFd as _;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use engine::network::Id;
use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};

use crate::wires::{self, Room};
use crate::world::World;

/// The namespaces of one network; dropping it deletes them.
pub(crate) struct Lab {
    seed: u64,
    rooms: Vec<String>,
}

impl Lab {
    pub(crate) fn new(seed: u64, world: &World) -> Self {
        let plan = wires::plan(world);
        let rooms: Vec<String> = plan.rooms.iter().map(|room| room.name.clone()).collect();
        let lab = Self { seed, rooms };
        let mut batch: String = lab
            .rooms
            .iter()
            .map(|room| format!("netns add {}\n", lab.full(room)))
            .collect::<Vec<_>>()
            .concat();
        for [(a, a_end), (b, b_end)] in &plan.wires {
            let (a, b) = (lab.full(a), lab.full(b));
            // One hardware address at both ends and no address resolution: nothing to wait for at first contact.
            let same = "address 02:00:00:00:00:01";
            batch +=
                &format!("link add {a_end} {same} netns {a} type veth peer name {b_end} {same} netns {b}\n");
        }
        feed(Command::new("ip").args(["-batch", "-"]), &batch);
        for room in &plan.rooms {
            lab.furnish(room);
        }
        for room in &plan.rooms {
            lab.await_links(room);
        }
        lab
    }

    fn full(&self, room: &str) -> String {
        format!("vxt{}-{room}", self.seed)
    }

    /// Enters the namespace of an interface, or the outside; sockets made then stay in it.
    pub(crate) fn enter(&self, interface: Option<Id>) {
        self.enter_room(&wires::room_of(interface));
    }

    fn enter_room(&self, room: &str) {
        let file = File::open(format!("/run/netns/{}", self.full(room))).unwrap();
        move_into_link_name_space(file.as_fd(), Some(LinkNameSpaceType::Network)).unwrap();
    }

    /// A wire drops everything until the kernel has noticed that both its ends are up.
    fn await_links(&self, room: &Room) {
        self.enter_room(&room.name);
        for _ in 0..500 {
            let links = Command::new("ip").args(["-o", "link", "show"]).output().unwrap().stdout;
            let up = String::from_utf8_lossy(&links).matches(" state UP ").count();
            if up == room.ends.len() {
                return;
            }
            sleep(Duration::from_millis(10));
        }
        panic!("the wires of {} are not up", room.name);
    }

    fn furnish(&self, room: &Room) {
        self.enter_room(&room.name);
        let forwards = if room.forwards { "1" } else { "0" };
        for (setting, value) in [
            ("ip_forward", forwards),
            ("conf/all/rp_filter", "0"),
            ("conf/all/send_redirects", "0"),
            ("conf/default/send_redirects", "0"),
        ] {
            set(setting, value);
        }
        let mut batch = String::from("link set lo up\n");
        for end in &room.ends {
            set(&format!("conf/{end}/rp_filter"), "0");
            set(&format!("conf/{end}/send_redirects"), "0");
            batch += &format!("link set {end} arp off up\n");
        }
        feed(Command::new("ip").args(["-batch", "-"]), &(batch + &room.set_up));
        feed(Command::new("nft").args(["-f", "-"]), &room.filters);
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        for room in &self.rooms {
            let _ = Command::new("ip").args(["netns", "del", &self.full(room)]).status();
        }
    }
}

/// A setting of IPv4 in the namespace this thread is in.
fn set(setting: &str, value: &str) {
    let file = format!("/proc/sys/net/ipv4/{setting}");
    std::fs::write(&file, value).unwrap_or_else(|why| panic!("{file}: {why}"));
}

/// Runs a program in the namespace this thread is in, with this as its input.
fn feed(program: &mut Command, input: &str) {
    let mut child = program.stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "{program:?} with\n{input}");
}
