//! A call as policies see it: who, what, on what, over which path.

use litemap::LiteMap;
use std::net::IpAddr;

use super::crossing::Path;
use super::traveller::Traveller;
use crate::network::Identity;
use crate::policy::Request;

/// A call about to be made.
#[derive(Clone, Debug)]
pub(super) struct Call<'a> {
    /// `s3:GetObject` …
    pub(super) action: &'a str,
    /// ARN of the resource, or `*`.
    pub(super) resource: &'a str,
    /// Account that owns the resource; `None` where it is the caller's.
    pub(super) owner: Option<&'a str>,
    /// Further condition keys, in lower case.
    pub(super) extra: &'a [(&'a str, &'a str)],
}

impl Call<'_> {
    /// The request: condition keys that the path decides are filled from the path.
    ///
    /// `aws:SourceVpce` and `aws:SourceVpc` exist only through an endpoint, and `aws:SourceIp` only without one
    /// (IAM user guide, global condition keys). An id that exists only once deployed is its placeholder, `${LogicalId}`.
    pub(super) fn request(&self, t: &Traveller<'_>, path: &Path) -> Request {
        let network = t.network;
        let account = network.account.as_str();
        let mut context: LiteMap<Box<str>, Option<Box<str>>> = LiteMap::new();
        let mut set = |key: &str, value: Option<String>| {
            context.insert(key.into(), value.map(Into::into));
        };
        let principal = principal(t);
        let owner = self.owner.unwrap_or(account);
        set("aws:principalaccount", Some(account.to_owned()));
        set("aws:principaltype", Some("AssumedRole".to_owned()));
        set("aws:principalarn", Some(principal.clone()));
        set("aws:principalisawsservice", Some("false".to_owned()));
        set("aws:viaawsservice", Some("false".to_owned()));
        set("aws:calledvia", None);
        set("aws:username", None);
        set("aws:resourceaccount", Some(owner.to_owned()));
        set("aws:requestedregion", Some(network.region.clone()));
        set("aws:securetransport", Some("true".to_owned()));
        if self.action.starts_with("s3:") {
            set("s3:resourceaccount", Some(owner.to_owned()));
        }
        match path.endpoint(network) {
            Some(endpoint) => {
                let vpc = network.endpoints.get(&endpoint).map(|e| e.vpc);
                set("aws:sourcevpce", Some(placeholder(network.name(endpoint))));
                set("aws:sourcevpc", vpc.map(|vpc| placeholder(network.name(vpc))));
                set("aws:vpcsourceip", path.source.map(|a: IpAddr| a.to_string()));
                set("aws:sourceip", None);
            }
            // The public address is one that AWS gives, so `aws:SourceIp` stays unknown.
            None => {
                for key in ["aws:sourcevpce", "aws:sourcevpc", "aws:vpcsourceip"] {
                    set(key, None);
                }
            }
        }
        for (key, value) in self.extra {
            set(key, Some((*value).to_owned()));
        }
        Request {
            principal: Some(principal.into()),
            principal_account: account.into(),
            action: self.action.into(),
            resource: self.resource.into(),
            context,
        }
    }
}

fn placeholder(name: &str) -> String {
    format!("${{{name}}}")
}

/// ARN of the caller's role; of a made-up one where it is outside the template.
fn principal(t: &Traveller<'_>) -> String {
    let role = match t.workload.identity {
        Identity::Role(id) => t.network.roles.get(&id).map(|role| role.arn.to_string()),
        Identity::None | Identity::Assumed => None,
    };
    role.unwrap_or_else(|| format!("arn:{}:iam::{}:role/assumed", t.network.partition, t.network.account))
}
