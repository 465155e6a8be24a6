//! `Fn::Cidr`.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::template::{
    Node, Place, Unknown, UnknownWhy, Value, conditions::items, expression::Expr, world::World,
};

/// The first `count` ranges with `bits` host bits inside a block.
pub(super) fn cidr(world: &World<'_>, at: usize, arguments: &Expr, place: Place) -> Value {
    let (block, count, bits) = match items(arguments) {
        [block, count] => (block, count, None),
        [block, count, bits] => (block, count, Some(bits)),
        _ => {
            return world.expected(place, "an address range, a count and a number of bits", "something else");
        }
    };
    let block_text = match world.text(at, block) {
        Ok(text) => text,
        Err(unknown) => return Value::Unknown(unknown),
    };
    // A range that only the deployed stack knows, such as one an address manager gives.
    if block_text.contains("${") {
        return Value::Unknown(Unknown { what: block_text.into(), why: UnknownWhy::OnlyWhenDeployed });
    }
    let Ok(net) = block_text.trim().parse::<IpNet>() else {
        return world.expected(block.place, "an address range", format!("`{block_text}`"));
    };
    let number = |expr: &Expr| match world.text(at, expr) {
        Ok(text) => match text.trim().parse::<usize>() {
            Ok(number) => Ok(number),
            Err(_) => Err(world.expected(expr.place, "a whole number", format!("`{text}`"))),
        },
        Err(unknown) => Err(Value::Unknown(unknown)),
    };
    let counted = match number(count) {
        Ok(counted) => counted,
        Err(value) => return value,
    };
    let (width, usual) = match net {
        IpNet::V4(_) => (32, 8),
        IpNet::V6(_) => (128, 64),
    };
    let bits = match bits.map(number).transpose() {
        Ok(bits) => bits.unwrap_or(usual),
        Err(value) => return value,
    };
    if !(1..=256).contains(&counted) {
        return world.expected(count.place, "a count from 1 to 256", format!("`{counted}`"));
    }
    let prefix = u8::try_from(width - bits.min(width)).unwrap_or(0);
    let ranges = ranges(net, prefix, counted);
    if ranges.len() < counted {
        let expected = format!("at most {} ranges of /{prefix} in {net}", ranges.len());
        return world.expected(count.place, expected, format!("`{counted}`"));
    }
    let node = |text: String| Node { place, value: Value::Text(text.into()) };
    Value::List(ranges.into_iter().map(node).collect())
}

/// The first ranges of this prefix length; fewer where the block has fewer.
fn ranges(net: IpNet, prefix: u8, count: usize) -> Vec<String> {
    match net {
        IpNet::V4(net) => {
            let subnets = net.trunc().subnets(prefix);
            subnets.map(|nets| nets.take(count).map(|n: Ipv4Net| n.to_string()).collect()).unwrap_or_default()
        }
        IpNet::V6(net) => {
            let subnets = net.trunc().subnets(prefix);
            subnets.map(|nets| nets.take(count).map(|n: Ipv6Net| n.to_string()).collect()).unwrap_or_default()
        }
    }
}
