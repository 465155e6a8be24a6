//! Properties that are one of a few words: where the word is not known, each of them can be tried.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::template::{Node, Stack, Value};

const BOOLEAN: &[&str] = &["true", "false"];

/// Property and the words it may be.
const WORDS: &[(&str, &[&str])] = &[
    ("AmazonProvidedIpv6CidrBlock", BOOLEAN),
    ("AssignIpv6AddressOnCreation", BOOLEAN),
    ("AssociatePublicIpAddress", BOOLEAN),
    ("AvailabilityMode", &["zonal", "regional"]),
    ("ConnectivityType", &["public", "private"]),
    ("DirectInternetAccess", &["Enabled", "Disabled"]),
    ("AppNetworkAccessType", &["PublicInternetOnly", "VpcOnly"]),
    ("EnableDnsHostnames", BOOLEAN),
    ("EnableDnsSupport", BOOLEAN),
    ("EnableNetworkIsolation", BOOLEAN),
    ("InternetGatewayBlockMode", &["off", "block-bidirectional", "block-ingress"]),
    ("InternetGatewayExclusionMode", &["allow-bidirectional", "allow-egress"]),
    ("Ipv6Native", BOOLEAN),
    ("MapPublicIpOnLaunch", BOOLEAN),
    ("PrivateDnsEnabled", BOOLEAN),
    ("PrivateDnsOnlyForInboundResolverEndpoint", &["OnlyInboundResolver", "AllResolvers"]),
    ("SourceDestCheck", BOOLEAN),
    ("VpcEndpointType", &["Gateway", "Interface"]),
];

/// Services that questions are about; an endpoint of a service that is not known may be for any of them.
const SERVICES: &[&str] = &[
    "s3",
    "dynamodb",
    "sagemaker.api",
    "codeartifact.api",
    "codeartifact.repositories",
    "git-codecommit",
    "other",
];

/// What is not known in such properties, with the words to try.
pub fn open_words(stack: &Stack) -> BTreeMap<Box<str>, Vec<Box<str>>> {
    let mut open = BTreeMap::new();
    for resource in stack.resources.iter().filter(|r| r.enabled && r.kind.starts_with("AWS::")) {
        collect(&resource.properties, &stack.region, &mut open);
    }
    open
}

/// Puts a word in place of everything that is not known under this name.
pub fn settle_word(stack: &mut Stack, what: &str, word: &str) {
    let region = stack.region.clone();
    for resource in stack.resources.iter_mut().filter(|r| r.kind.starts_with("AWS::")) {
        settle(&mut Rc::make_mut(resource).properties, &region, what, word);
    }
}

fn words(key: &str, region: &str) -> Vec<Box<str>> {
    if key == "ServiceName" {
        return SERVICES.iter().map(|service| format!("com.amazonaws.{region}.{service}").into()).collect();
    }
    let listed = WORDS.iter().find(|(name, _)| *name == key).map_or(&[][..], |(_, words)| words);
    listed.iter().map(|word| (*word).into()).collect()
}

fn collect(node: &Node, region: &str, open: &mut BTreeMap<Box<str>, Vec<Box<str>>>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| collect(item, region, open)),
        Value::Map(entries) => {
            for (key, node) in entries {
                let Value::Unknown(unknown) = &node.value else {
                    collect(node, region, open);
                    continue;
                };
                for word in words(&key.text, region) {
                    let known = open.entry(unknown.what.clone()).or_default();
                    if !known.contains(&word) {
                        known.push(word);
                    }
                }
            }
        }
        _ => {}
    }
}

fn settle(node: &mut Node, region: &str, what: &str, word: &str) {
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(|item| settle(item, region, what, word)),
        Value::Map(entries) => {
            for (key, node) in entries {
                let meant = matches!(&node.value, Value::Unknown(unknown) if &*unknown.what == what);
                if meant && words(&key.text, region).iter().any(|w| **w == *word) {
                    node.value = Value::Text(word.into());
                } else {
                    settle(node, region, what, word);
                }
            }
        }
        _ => {}
    }
}
