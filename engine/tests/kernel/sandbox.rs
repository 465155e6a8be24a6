//! A place of the test's own: a user, mount and network namespace, entered by starting the test program again inside.

use std::env;
use std::process::{Command, Stdio};

const INSIDE: &str = "VPC_EXPLAINER_INSIDE_NAMESPACES";

/// Everything the laboratory needs, tried once in a sandbox that goes away at once.
const TRIAL: &str = "set -e
mount -t tmpfs none /run
ip netns add vxt-trial
echo 1 > /proc/sys/net/ipv4/ip_forward
ip link add one type veth peer name two netns vxt-trial
nft add table ip trial
nft 'add chain ip trial out { type nat hook postrouting priority 100; }'
nft add rule ip trial out meta l4proto tcp masquerade to :1024-65535
nft 'add chain ip trial in { type filter hook input priority 0; }'
nft add rule ip trial in ct state established accept";

pub(crate) enum Sandbox {
    /// This process is inside.
    Inside,
    /// The test ran inside, in another process, and passed.
    Ran,
    /// The machine does not allow it, and why.
    NotAllowed(String),
}

impl Sandbox {
    /// Runs this test inside; panics where it fails there.
    pub(crate) fn enter(test: &str) -> Self {
        if env::var_os(INSIDE).is_some() {
            return Self::Inside;
        }
        let trial = unshare().args(["sh", "-c", TRIAL]).stdin(Stdio::null()).output();
        match trial {
            Err(why) => return Self::NotAllowed(format!("unshare: {why}")),
            Ok(done) if !done.status.success() => {
                return Self::NotAllowed(String::from_utf8_lossy(&done.stderr).trim().to_owned());
            }
            Ok(_) => {}
        }
        let program = env::current_exe().unwrap();
        let passed = unshare()
            .args(["sh", "-c", "mount -t tmpfs none /run && exec \"$0\" \"$@\""])
            .arg(program)
            .args(["--exact", test, "--nocapture"])
            .env(INSIDE, "1")
            .status()
            .unwrap()
            .success();
        assert!(passed, "the test failed inside the namespaces; its table stands above");
        Self::Ran
    }
}

fn unshare() -> Command {
    let mut unshare = Command::new("unshare");
    // On Debian the administrator's programs are not on an ordinary user's path.
    let path = env::var("PATH").unwrap_or_default() + ":/usr/sbin:/sbin";
    unshare.env("PATH", path);
    unshare.args(["--user", "--map-root-user", "--mount", "--net"]);
    unshare
}
