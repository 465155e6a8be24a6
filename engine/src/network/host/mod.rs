//! What start-up scripts set up on a host, as far as a small honest subset goes. Everything else is listed as not modelled.

use crate::packet::{Addresses, Traffic};
use crate::template::{Node, Place, Stack};

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

/// Reads a script into what it sets up.
pub(super) fn read(_stack: &Stack, _script: &Node, _host: &mut Host) {}
