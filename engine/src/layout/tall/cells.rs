//! Which cell each component takes.

use litemap::LiteMap;

use super::super::inventory::{Inventory, Item, Stand, SubnetItem};
use super::super::{Icon, Part};
use super::{ABOVE, ROW};

/// Two cells side by side: indices of items.
pub(super) type Row = [Option<usize>; 2];

/// Which column each item stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    placed: LiteMap<usize, usize>,
}

impl Cells {
    /// The column of what leads to a service: a gateway endpoint before an interface endpoint.
    fn leading_to(&self, inventory: &Inventory, service: &Part) -> Option<(u8, usize)> {
        let links = inventory.relations.iter().filter(|link| !link.own_side && link.to == *service);
        let from = links.filter_map(|link| {
            let at = inventory.items.iter().position(|item| item.part == link.from)?;
            let border = matches!(inventory.items.get(at)?.stand, Stand::Border(_));
            Some((u8::from(!border), *self.placed.get(&at)?))
        });
        from.min_by_key(|(rank, _)| *rank)
    }

    /// An item stands in this column.
    pub(super) fn stand(&mut self, item: usize, column: usize) {
        self.placed.insert(item, column);
    }
}

/// What is in a VPC.
pub(super) struct Blocks {
    /// What stands on the upper border.
    pub way_out: Option<usize>,
    /// Subnets, and what is in none.
    pub subnets: Vec<Block>,
    /// What stands on the lower border.
    pub gateways: Row,
}

/// A subnet with its rows.
pub(super) struct Block {
    /// Which subnet; none for what is in the VPC and in no subnet.
    pub subnet: Option<usize>,
    /// The height its heading takes.
    pub heading: i32,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// What is outside: the internet above the ways out.
pub(super) fn outside(inventory: &Inventory) -> Vec<Row> {
    let mut rows = Vec::new();
    for (at, item) in standing(inventory, |stand| *stand == Stand::Outside) {
        put(&mut rows, at, usize::from(item.part == Part::Internet));
    }
    rows
}

/// The subnets of a VPC with their rows, and what stands on its borders.
pub(super) fn blocks(inventory: &Inventory, vpc: &str, heading: impl Fn(&SubnetItem) -> i32) -> Blocks {
    let mut border: Vec<(usize, &Item)> =
        standing(inventory, |stand| matches!(stand, Stand::Border(v) if **v == *vpc)).collect();
    border.sort_by_key(|(_, item)| rank(item.icon));
    let leads_out = border.first().is_some_and(|(_, item)| item.icon != Icon::GatewayEndpoint);
    let way_out = if leads_out { Some(border.remove(0).0) } else { None };
    let mut below = border.into_iter().map(|(at, _)| at);
    let gateways = [below.next(), below.next()];
    let loose = standing(inventory, |stand| matches!(stand, Stand::Loose(v) if **v == *vpc));
    let loose: Vec<usize> = loose.map(|(at, _)| at).chain(below).collect();

    let mut subnets = Vec::new();
    for (at, subnet) in inventory.subnets.iter().enumerate().filter(|(_, s)| *s.vpc == *vpc) {
        let mut own: Vec<(usize, &Item)> = standing(
            inventory,
            |stand| matches!(stand, Stand::Begin(s) | Stand::Onward(s) if *s == subnet.id),
        )
        .collect();
        // Ways out are above, ways to services beneath.
        own.sort_by_key(|(_, item)| match (item.icon, &item.stand) {
            (Icon::NatGateway, _) => 0,
            (_, Stand::Begin(_)) => 2,
            (Icon::Endpoint, _) => 3,
            _ => 1,
        });
        let heading = heading(subnet);
        let rows = fill(own.into_iter().map(|(at, _)| at), heading);
        subnets.push(Block { subnet: Some(at), heading, rows });
    }
    if !loose.is_empty() {
        subnets.push(Block { subnet: None, heading: 0, rows: fill(loose, 0) });
    }
    Blocks { way_out, subnets, gateways }
}

/// Rows of items in order; the first column begins beneath the heading.
fn fill(items: impl IntoIterator<Item = usize>, heading: i32) -> Vec<Row> {
    let free = usize::try_from((heading - ABOVE + ROW - 1).max(0) / ROW).unwrap_or(0);
    let mut rows: Vec<Row> = Vec::new();
    for item in items {
        let beside_heading = rows.len() < free;
        match rows.last_mut() {
            Some([_, right @ None]) => *right = Some(item),
            _ if beside_heading => rows.push([None, Some(item)]),
            _ => rows.push([Some(item), None]),
        }
    }
    rows
}

/// The services: beneath what leads to them, first those a gateway endpoint on the border above leads to.
pub(super) fn services(inventory: &Inventory, cells: &Cells) -> Vec<Row> {
    let mut all: Vec<(u8, usize, usize)> = standing(inventory, |stand| *stand == Stand::Cloud)
        .map(|(at, item)| match cells.leading_to(inventory, &item.part) {
            Some((rank, column)) => (rank, column, at),
            None => (2, 0, at),
        })
        .collect();
    all.sort_by_key(|(rank, ..)| *rank);
    let mut rows = Vec::new();
    for (_, column, at) in all {
        put(&mut rows, at, column);
    }
    rows
}

/// Puts an item into the first row with a free cell, in that column where it can.
fn put(rows: &mut Vec<Row>, item: usize, column: usize) {
    if !rows.iter().flatten().any(Option::is_none) {
        rows.push([None, None]);
    }
    let Some(row) = rows.iter_mut().find(|row| row.iter().any(Option::is_none)) else { return };
    let [left, right] = row;
    let (wanted, other) = if column == 0 { (left, right) } else { (right, left) };
    if wanted.is_none() {
        *wanted = Some(item);
    } else {
        *other = Some(item);
    }
}

/// Internet gateways before others that lead out, before those that lead to services.
fn rank(icon: Icon) -> u8 {
    match icon {
        Icon::InternetGateway => 0,
        Icon::EgressOnlyGateway => 1,
        _ => 2,
    }
}

fn standing(inventory: &Inventory, wanted: impl Fn(&Stand) -> bool) -> impl Iterator<Item = (usize, &Item)> {
    inventory.items.iter().enumerate().filter(move |(_, item)| wanted(&item.stand))
}
