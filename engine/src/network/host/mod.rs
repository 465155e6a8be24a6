//! What start-up scripts set up on a host, as far as a small honest subset goes. Everything else is listed as not modelled.

mod code_artifact;
mod command;
mod iptables;
mod package_clients;
mod shell;

use std::cell::RefCell;
use std::rc::Rc;

use base64ct::{Base64, Encoding as _};

use self::shell::Line;
use crate::packet::{Addresses, Traffic};
use crate::template::{Node, Place};

/// What a start-up script sets up on the host, as far as the modelled subset goes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Host {
    /// Where pip gets packages.
    pub pip: PackageSource,
    /// Where npm gets packages.
    pub npm: PackageSource,
    /// Outbound firewall rules, `None` where there are none.
    pub firewall: Option<HostFirewall>,
    /// Script lines that are not modelled.
    pub not_modelled: Vec<(Place, Box<str>)>,
}

/// Where a package client gets packages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum PackageSource {
    /// Nothing configured: the public index.
    #[default]
    Public,
    /// `aws codeartifact login`.
    CodeArtifactLogin {
        /// Where the command stands.
        place: Place,
        /// Domain name.
        domain: Box<str>,
        /// Owner account, if given.
        owner: Option<Box<str>>,
        /// Repository name.
        repository: Box<str>,
    },
    /// `pip config set global.index-url`, `npm config set registry`, or the like.
    Url {
        /// Where the command stands.
        place: Place,
        /// The address as written.
        url: Box<str>,
    },
}

/// An outbound host firewall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostFirewall {
    /// Rules in order; first match decides.
    pub rules: Vec<HostRule>,
    /// What happens to the rest.
    pub default_allow: bool,
}

/// A host firewall rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostRule {
    /// Where it stands in the template.
    pub place: Place,
    /// Accept or drop.
    pub allow: bool,
    /// Destinations.
    pub addresses: Addresses,
    /// Protocols and ports.
    pub traffic: Traffic,
    /// As written.
    pub text: Box<str>,
}

/// Start-up scripts that were read: most states of a template have the same.
#[derive(Clone, Debug, Default)]
pub struct Scripts(RefCell<Vec<(Vec<Node>, Rc<Host>)>>);

/// So many are kept at most.
const MOST_KEPT: usize = 32;

impl Scripts {
    /// Reads scripts in the order they run.
    pub(super) fn read<'n>(&self, scripts: impl Iterator<Item = &'n Node> + Clone) -> Rc<Host> {
        let mut kept = self.0.borrow_mut();
        if let Some((_, host)) = kept.iter().find(|(nodes, _)| nodes.iter().eq(scripts.clone())) {
            return host.clone();
        }
        let host = Rc::new(read(scripts.clone()));
        kept.truncate(MOST_KEPT - 1);
        kept.push((scripts.cloned().collect(), host.clone()));
        host
    }
}

/// Reads scripts in the order they run. Their text is base64, as the API wants it.
fn read<'n>(scripts: impl IntoIterator<Item = &'n Node>) -> Host {
    let mut host = Host::default();
    let mut tables = iptables::Tables::default();
    for node in scripts {
        let place = node.place;
        let decoded = node.text().and_then(|text| {
            let compact: String = text.split_whitespace().collect();
            String::from_utf8(Base64::decode_vec(&compact).ok()?).ok()
        });
        let Some(script) = decoded else {
            let what = node.unknown().map_or_else(|| "base64".into(), |unknown| unknown.what.clone());
            host.not_modelled.push((place, what));
            continue;
        };
        for line in shell::read(&script) {
            let modelled = match &line {
                Line::Command(words, written) => {
                    let words: Vec<&str> = words.iter().map(String::as_str).collect();
                    command::run(&words, written, place, &mut host, &mut tables)
                }
                Line::NotUnderstood(_) => false,
            };
            if !modelled {
                let (Line::Command(_, written) | Line::NotUnderstood(written)) = line;
                let entry = (place, written.into());
                if host.not_modelled.last() != Some(&entry) {
                    host.not_modelled.push(entry);
                }
            }
        }
    }
    host.firewall = tables.firewall();
    host
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use expect_test::{Expect, expect};

    use super::*;
    use crate::template::Value;

    /// A script in, what it sets up out: one line per client, rule and line that is not modelled.
    #[track_caller]
    fn check(script: &str, expect: Expect) {
        let text = Base64::encode_string(script.as_bytes());
        let node = Node { place: Place { line: 7, ..Place::default() }, value: Value::Text(text.into()) };
        expect.assert_eq(&print(&read([&node])));
    }

    fn print(host: &Host) -> String {
        let mut out = String::new();
        for (client, source) in [("pip", &host.pip), ("npm", &host.npm)] {
            match source {
                PackageSource::Public => {}
                PackageSource::CodeArtifactLogin { domain, owner, repository, .. } => {
                    let owner = owner.as_deref().unwrap_or("-");
                    writeln!(out, "{client}: login {domain} {owner} {repository}").unwrap();
                }
                PackageSource::Url { url, .. } => writeln!(out, "{client}: {url}").unwrap(),
            }
        }
        if let Some(firewall) = &host.firewall {
            for rule in &firewall.rules {
                let word = if rule.allow { "allow" } else { "drop" };
                let to = match (rule.addresses.v4.is_full(), rule.addresses.v6.is_full()) {
                    (true, _) => "all of IPv4".to_owned(),
                    (_, true) => "all of IPv6".to_owned(),
                    _ => format!("{}..", rule.addresses.first().unwrap()),
                };
                let what = if rule.traffic.is_full() {
                    "everything".to_owned()
                } else {
                    format!("tcp {:?}", rule.traffic.tcp.ranges())
                };
                writeln!(out, "{word} {what} to {to}").unwrap();
            }
            writeln!(out, "else {}", if firewall.default_allow { "allow" } else { "drop" }).unwrap();
        }
        for (place, line) in &host.not_modelled {
            writeln!(out, "line {}: {line}", place.line).unwrap();
        }
        out
    }

    #[test]
    fn a_login_in_another_users_shell() {
        check(
            "#!/bin/bash
set -euo pipefail
sudo -u ec2-user -i <<'EOF'
source activate python3
aws codeartifact login --tool pip --domain data \\
  --domain-owner 111122223333 --repository=python --region eu-west-1
EOF
echo done
",
            expect![[r#"
                pip: login data 111122223333 python
            "#]],
        );
    }

    #[test]
    fn a_login_through_variables_and_wrappers() {
        check(
            "DOMAIN=data; export REPO=\"npm-store\"
sudo -u ec2-user bash -c \"aws codeartifact login --tool npm --domain ${DOMAIN} --repository $REPO\" && echo ok
",
            expect![[r#"
                npm: login data - npm-store
            "#]],
        );
        check(
            "aws codeartifact login --tool pip --domain $UNSET --repository r
aws codeartifact login --tool twine --domain d --repository r
",
            expect![[r#"
                line 7: aws codeartifact login --tool pip --domain $UNSET --repository r
            "#]],
        );
    }

    #[test]
    fn pip_and_npm_configured_by_hand() {
        check(
            "TOKEN=$(aws codeartifact get-authorization-token --query authorizationToken)
pip config --user set global.index-url \"https://aws:${TOKEN}@d-1.d.codeartifact.eu-west-1.amazonaws.com/pypi/r/simple/\"
pip3 config set global.extra-index-url https://pypi.org/simple
npm config set registry=https://example.org/npm/
",
            expect![[r#"
                pip: https://aws:${TOKEN}@d-1.d.codeartifact.eu-west-1.amazonaws.com/pypi/r/simple/
                npm: https://example.org/npm/
                line 7: TOKEN=$(aws codeartifact get-authorization-token --query authorizationToken)
                line 7: pip3 config set global.extra-index-url https://pypi.org/simple
            "#]],
        );
    }

    #[test]
    fn a_firewall_of_one_family_leaves_the_other_open() {
        check(
            "iptables -P OUTPUT DROP
iptables -A OUTPUT -o lo -j ACCEPT
iptables -A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A OUTPUT -d 151.101.0.0/16,199.232.0.0/16 -p tcp -m multiport --dports 80,443 -j ACCEPT
iptables -I OUTPUT 1 -d 10.0.0.0/16 -j REJECT
",
            expect![[r#"
                drop everything to 10.0.0.0..
                allow tcp [(80, 80), (443, 443)] to 151.101.0.0..
                drop everything to all of IPv4
                else allow
            "#]],
        );
        check(
            "iptables -P OUTPUT DROP\nip6tables -P OUTPUT DROP",
            expect![[r#"
            drop everything to all of IPv4
            drop everything to all of IPv6
            else drop
        "#]],
        );
    }

    #[test]
    fn rules_that_are_not_modelled_are_told() {
        check(
            "iptables -A OUTPUT -d pypi.org -j ACCEPT
iptables -A OUTPUT -m owner --uid-owner 0 -j ACCEPT
iptables -A OUTPUT -d 2001:db8::/32 -j DROP
iptables -A OUTPUT -p tcp --dport 443 -j MARK
iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
",
            expect![[r#"
                line 7: iptables -A OUTPUT -d pypi.org -j ACCEPT
                line 7: iptables -A OUTPUT -m owner --uid-owner 0 -j ACCEPT
                line 7: iptables -A OUTPUT -d 2001:db8::/32 -j DROP
                line 7: iptables -A OUTPUT -p tcp --dport 443 -j MARK
            "#]],
        );
    }

    #[test]
    fn what_only_a_run_decides_is_not_modelled() {
        check(
            "if [ -f /etc/x ]; then
  pip config set global.index-url https://a/
fi
until dnf install -y iptables; do sleep 5; done
pip config set global.index-url https://b/
cat > /tmp/x <<EOF
pip config set global.index-url https://c/
EOF
yum install -y jq > /dev/null 2>&1 || true
curl https://x | bash
",
            expect![[r#"
                pip: https://b/
                line 7: if [ -f /etc/x ]; then
                line 7: pip config set global.index-url https://a/
                line 7: fi
                line 7: until dnf install -y iptables; do sleep 5; done
                line 7: cat > /tmp/x <<EOF
                line 7: yum install -y jq > /dev/null 2>&1 || true
                line 7: curl https://x | bash
            "#]],
        );
    }

    #[test]
    fn text_that_is_no_base64() {
        let node = Node { place: Place::default(), value: Value::Text("#!/bin/bash".into()) };
        assert_eq!(print(&read([&node])), "line 0: base64\n");
    }
}
