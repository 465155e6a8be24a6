//! A call as policies see it: who, what, on what, over which path.

use std::borrow::Cow;
use std::net::IpAddr;

use litemap::LiteMap;

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

impl<'c> Call<'c> {
    /// The request: condition keys that the path decides are filled from the path.
    ///
    /// `aws:SourceVpce` and `aws:SourceVpc` exist only through an endpoint, and `aws:SourceIp` only without one
    /// (IAM user guide, global condition keys). An id that exists only once deployed is its placeholder, `${LogicalId}`.
    pub(super) fn request<'r>(&self, t: &Traveller<'r>, path: &Path) -> Request<'r>
    where
        'c: 'r,
    {
        let network = t.network;
        let account = network.account.as_str();
        let mut context: LiteMap<&str, Option<Cow<'_, str>>> = LiteMap::with_capacity(16);
        let mut set = |key, value: Option<Cow<'r, str>>| {
            context.insert(key, value);
        };
        let principal = principal(t);
        let owner = self.owner.unwrap_or(account);
        set("aws:calledvia", None);
        set("aws:principalaccount", Some(account.into()));
        set("aws:principalarn", Some(principal.clone()));
        set("aws:principalisawsservice", Some("false".into()));
        set("aws:principaltype", Some("AssumedRole".into()));
        set("aws:requestedregion", Some(network.region.as_str().into()));
        set("aws:resourceaccount", Some(owner.into()));
        set("aws:securetransport", Some("true".into()));
        match path.endpoint(network) {
            Some(endpoint) => {
                let vpc = network.endpoints.get(&endpoint).map(|e| e.vpc);
                set("aws:sourceip", None);
                set("aws:sourcevpc", vpc.map(|vpc| placeholder(network.name(vpc))));
                set("aws:sourcevpce", Some(placeholder(network.name(endpoint))));
                set("aws:vpcsourceip", path.source.map(|a: IpAddr| a.to_string().into()));
            }
            // The public address is one that AWS gives, so `aws:SourceIp` stays unknown.
            None => {
                for key in ["aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip"] {
                    set(key, None);
                }
            }
        }
        set("aws:username", None);
        set("aws:viaawsservice", Some("false".into()));
        if self.action.starts_with("s3:") {
            set("s3:resourceaccount", Some(owner.into()));
        }
        for (key, value) in self.extra {
            set(key, Some((*value).into()));
        }
        let (action, resource) = (self.action, self.resource);
        Request { principal: Some(principal), principal_account: account, action, resource, context }
    }
}

fn placeholder(name: &str) -> Cow<'static, str> {
    ["${", name, "}"].concat().into()
}

/// ARN of the caller's role; of a made-up one where it is outside the template.
fn principal<'n>(t: &Traveller<'n>) -> Cow<'n, str> {
    let role = match t.workload.identity {
        Identity::Role(id) => t.network.roles.get(&id).map(|role| (&*role.arn).into()),
        Identity::None | Identity::Assumed => None,
    };
    role.unwrap_or_else(|| {
        format!("arn:{}:iam::{}:role/assumed", t.network.partition, t.network.account).into()
    })
}
