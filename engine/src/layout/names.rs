//! What parts are called on the picture.

use std::collections::BTreeMap;

use super::Part;
use crate::network::Network;
use crate::words::{Implicit, Lang, Names, Naming};

/// The name of a part: the display name a lesson gives it, else its logical id; of what is no resource, its name in the
/// language.
pub fn part_name(lang: Lang, network: &Network, display: &BTreeMap<String, String>, part: &Part) -> String {
    let ui = lang.ui();
    match part {
        Part::Resource(id) => resource_name(lang, network, display, id),
        // Its subnet says where it stands.
        Part::EndpointIn(endpoint, _) => resource_name(lang, network, display, endpoint),
        // Standing alone, without the article it has inside a sentence.
        Part::Service(service) => lang.service(service).trim_start_matches("the ").to_owned(),
        Part::Internet => ui.internet.to_owned(),
        Part::Pypi => ui.pypi.to_owned(),
        Part::AwsCloud => ui.aws_cloud.to_owned(),
        Part::Outside => ui.outside_aws.to_owned(),
    }
}

fn resource_name(lang: Lang, network: &Network, display: &BTreeMap<String, String>, id: &str) -> String {
    if let Some(name) = display.get(id) {
        return name.clone();
    }
    let names = Names::displayed(network, display);
    match network.find(id).map(|id| names.name(id)) {
        // On the edge of a subnet it is clear whose they are.
        Some(name) if name.implicit == Some(Implicit::DefaultAcl) => lang.ui().default_acl.to_owned(),
        Some(name) if name.implicit == Some(Implicit::MainTable) => lang.ui().main_route_table.to_owned(),
        Some(name) => lang.label(name),
        None => id.to_owned(),
    }
}
