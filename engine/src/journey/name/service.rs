//! Names of AWS services and of package indexes: whose they are, and where they lead on the internet.

use std::net::IpAddr;

use super::super::traveller::Traveller;
use crate::facts::{aws_addresses, indexes, internet, services};
use crate::packet::{Addresses, Ranges};

/// The public addresses a name may resolve to: those known of it, else any address of the internet over IPv4.
pub fn public_addresses(region: &str, partition: &str, host: &str) -> Addresses {
    let mut of_index = ["pypi", "npm", "maven"].into_iter().flat_map(indexes::hosts);
    if let Some(known) = of_index.find(|known| known.name == host) {
        return known.addresses();
    }
    if let Ok(address) = host.parse::<IpAddr>() {
        return Addresses::one(address);
    }
    match service_of(region, partition, host) {
        Some(service) => aws_addresses::of_service(&service),
        None => Addresses { v4: internet().v4, v6: Ranges::empty() },
    }
}

/// The short name of the AWS service an ordinary host name belongs to.
pub(super) fn service_of(region: &str, partition: &str, host: &str) -> Option<String> {
    const WITH_OWN_FORM: [&str; 3] = ["s3", "codeartifact.repositories", "codeartifact.api"];
    if let Some(service) = WITH_OWN_FORM.into_iter().find(|s| services::covers(s, region, partition, host)) {
        return Some(service.to_owned());
    }
    let front = services::front(region, partition, host)?;
    Some(front.rsplit('.').collect::<Vec<_>>().join("."))
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
