//! Public addresses of AWS's services.
//!
//! The real ranges differ by region and change (AWS publishes them as `ip-ranges.json`). What a verdict needs of them is that
//! they are public, belong to the service and are nobody else's, so a few long-standing ranges stand for all.

use std::net::Ipv4Addr;

use ipnet::{IpNet, Ipv4Net};

use super::{Certainty, Fact};
use crate::packet::Addresses;

/// Sources of this file.
pub const FACTS: &[Fact] = &[
    Fact {
        what: "52.216.0.0/15, 54.231.0.0/16, 3.5.0.0/19 stand for S3",
        source: "AWS ip-ranges.json, us-east-1",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
    Fact {
        what: "52.94.0.0/22, 3.218.180.0/22 stand for DynamoDB",
        source: "AWS ip-ranges.json, us-east-1",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
    Fact {
        what: "52.46.128.0/19 stands for the other services",
        source: "AWS ip-ranges.json, us-east-1",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
];

const S3: [(Ipv4Addr, u8); 3] =
    [(Ipv4Addr::new(3, 5, 0, 0), 19), (Ipv4Addr::new(52, 216, 0, 0), 15), (Ipv4Addr::new(54, 231, 0, 0), 16)];
const DYNAMODB: [(Ipv4Addr, u8); 2] =
    [(Ipv4Addr::new(3, 218, 180, 0), 22), (Ipv4Addr::new(52, 94, 0, 0), 22)];
const OTHERS: [(Ipv4Addr, u8); 1] = [(Ipv4Addr::new(52, 46, 128, 0), 19)];

/// Ids of AWS-managed prefix lists that templates write as literals. Read off public templates, so second-hand.
const PREFIX_LIST_IDS: [(&str, &str); 7] = [
    ("pl-63a5400a", "s3"),       // us-east-1
    ("pl-7ba54012", "s3"),       // us-east-2
    ("pl-68a54001", "s3"),       // us-west-2
    ("pl-6da54004", "s3"),       // eu-west-1
    ("pl-61a54008", "s3"),       // ap-northeast-1
    ("pl-02cd2c6b", "dynamodb"), // us-east-1
    ("pl-00a54069", "dynamodb"), // us-west-2
];

/// The public IPv4 addresses that stand for a service, by its short name (`s3`, `codeartifact.api`).
pub fn of_service(service: &str) -> Addresses {
    prefixes_of_service(service).into_iter().collect()
}

/// The same prefix by prefix. For `s3` and `dynamodb` it is what the service's prefix list holds.
pub fn prefixes_of_service(service: &str) -> Vec<IpNet> {
    let ranges: &[(Ipv4Addr, u8)] = match service {
        "s3" => &S3,
        "dynamodb" => &DYNAMODB,
        _ => &OTHERS,
    };
    let prefix = |(network, length): &(Ipv4Addr, u8)| Ipv4Net::new(*network, *length).ok().map(IpNet::V4);
    ranges.iter().filter_map(prefix).collect()
}

/// The service behind an AWS-managed prefix list, by its id or by its name (`com.amazonaws.us-east-1.s3`).
pub fn service_of_prefix_list(id_or_name: &str) -> Option<&'static str> {
    let by_id = PREFIX_LIST_IDS.iter().find(|(id, _)| *id == id_or_name).map(|(_, service)| *service);
    by_id.or_else(|| {
        let name = id_or_name.strip_prefix("com.amazonaws.")?;
        ["s3", "dynamodb"].into_iter().find(|s| name.split_once('.').is_some_and(|(_, last)| last == *s))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{indexes, internet};

    #[test]
    fn ranges_are_public_and_nobody_elses() {
        let services = ["s3", "dynamodb", "sts"].map(of_service);
        for (i, a) in services.iter().enumerate() {
            assert!(a.is_subset(&internet()));
            assert!(a.intersection(&indexes::FASTLY.addresses()).is_empty());
            for b in services.iter().skip(i + 1) {
                assert!(a.intersection(b).is_empty());
            }
        }
    }

    #[test]
    fn prefix_lists_by_id_and_name() {
        assert_eq!(service_of_prefix_list("pl-63a5400a"), Some("s3"));
        assert_eq!(service_of_prefix_list("com.amazonaws.eu-west-1.dynamodb"), Some("dynamodb"));
        assert_eq!(service_of_prefix_list("com.amazonaws.eu-west-1.s3express"), None);
        assert_eq!(service_of_prefix_list("pl-00000000"), None);
    }
}
