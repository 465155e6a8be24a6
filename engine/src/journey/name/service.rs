//! Names of AWS services and of package indexes: whose they are, and where they lead on the internet.

use std::net::IpAddr;

use super::super::traveller::Traveller;
use crate::facts::{aws_addresses, indexes, internet, services};
use crate::packet::{Addresses, Ranges};

/// The public addresses a name may resolve to: those known of it, else any address of the internet over IPv4.
pub(super) fn public_addresses(t: &Traveller<'_>, host: &str) -> Addresses {
    let of_index = ["pypi", "npm", "maven"]
        .into_iter()
        .flat_map(indexes::hosts)
        .find(|known| known.name == host)
        .map(indexes::Host::addresses);
    if let Some(addresses) = of_index {
        return addresses;
    }
    if let Ok(address) = host.parse::<IpAddr>() {
        return Addresses::one(address);
    }
    match service_of(t, host) {
        Some(service) => aws_addresses::of_service(&service),
        None => Addresses { v4: internet().v4, v6: Ranges::empty() },
    }
}

/// The short name of the AWS service an ordinary host name belongs to.
pub(super) fn service_of(t: &Traveller<'_>, host: &str) -> Option<String> {
    const WITH_OWN_FORM: [&str; 3] = ["s3", "codeartifact.repositories", "codeartifact.api"];
    if let Some(service) = WITH_OWN_FORM.into_iter().find(|service| covers(t, service, host)) {
        return Some(service.to_owned());
    }
    let suffix = services::default_host("", &t.network.region, &t.network.partition);
    let labels = host.strip_suffix(suffix.as_str()).map(|front| front.trim_end_matches('.'))?;
    Some(labels.rsplit('.').collect::<Vec<_>>().join("."))
}

/// Whether a service's private DNS covers this name.
pub(super) fn covers(t: &Traveller<'_>, service: &str, host: &str) -> bool {
    services::covers(service, &t.network.region, &t.network.partition, host)
}

/// The service in an endpoint's own name: `vpce-….d.codeartifact.eu-west-1.vpce.amazonaws.com`.
pub(super) fn own_name(host: &str) -> Option<&'static str> {
    const FORMS: [(&str, &str); 5] = [
        (".d.codeartifact.", "codeartifact.repositories"),
        (".api.codeartifact.", "codeartifact.api"),
        (".s3.", "s3"),
        (".git-codecommit.", "git-codecommit"),
        (".api.sagemaker.", "sagemaker.api"),
    ];
    if !host.contains(".vpce.amazonaws.com") {
        return None;
    }
    FORMS.into_iter().find(|(part, _)| host.contains(part)).map(|(_, service)| service)
}
