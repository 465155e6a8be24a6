//! Which row and column each thing takes, before there are any sizes.
//!
//! Rows run through the whole picture, so that an endpoint and its service, or an internet gateway and the internet, can
//! share one and the line between them is straight.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::inventory::{Inventory, Item, Stand};
use super::{Icon, Part};

mod beside;
mod border;

/// Columns, left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// Where requests begin.
    Begin,
    /// Endpoints and NAT.
    Onward,
    /// Gateways on the VPC's border.
    Border,
    /// AWS services.
    Services,
    /// Outside AWS.
    Outside,
}

/// Up and down: a row, or beside the heading of a band (on the border only).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    /// A row.
    Row(usize),
    /// Beside a band's heading.
    Heading(usize),
}

/// How the subnets of a band stand; indices of [`Inventory::subnets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One subnet across both columns.
    Across(usize),
    /// Two subnets side by side.
    Pair(usize, usize),
    /// No frame: what is in the VPC and in no subnet.
    Bare,
}

/// A horizontal slice of a VPC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// Index of the VPC.
    pub vpc: usize,
    /// Its subnets.
    pub shape: Shape,
    /// Its first row.
    pub first: usize,
    /// Rows it has.
    pub rows: usize,
    /// Whether a gateway stands beside its heading.
    pub beside_heading: bool,
}

/// The plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// What there is.
    pub inventory: Inventory,
    /// Bands, top to bottom.
    pub bands: Vec<Band>,
    /// Number of rows; those after the last band's are below every VPC.
    pub rows: usize,
    /// Where each item goes, by index.
    pub cells: LiteMap<usize, (Column, Slot)>,
    /// Rows along which something may leave the cloud: no service stands there.
    ways_out: BTreeSet<usize>,
}

impl Plan {
    pub(super) fn make(inventory: Inventory, pair: bool) -> Plan {
        let mut plan = Plan { inventory, ..Plan::default() };
        for vpc in 0..plan.inventory.vpcs.len() {
            plan.add_bands(vpc, pair);
            border::assign(&mut plan, vpc);
        }
        beside::assign(&mut plan);
        plan
    }

    /// Items that stand so, by index.
    fn standing(&self, wanted: impl Fn(&Stand) -> bool) -> Vec<usize> {
        let items = self.inventory.items.iter().enumerate();
        items.filter(|(_, item)| wanted(&item.stand)).map(|(at, _)| at).collect()
    }

    fn item(&self, at: usize) -> Option<&Item> {
        self.inventory.items.get(at)
    }

    fn add_bands(&mut self, vpc: usize, pair: bool) {
        let Some(id) = self.inventory.vpcs.get(vpc).cloned() else { return };
        let own: Vec<usize> = (0..self.inventory.subnets.len())
            .filter(|at| self.inventory.subnets.get(*at).is_some_and(|s| s.vpc == id))
            .collect();
        let mut done = BTreeSet::new();
        for (position, subnet) in own.iter().enumerate() {
            if !done.insert(*subnet) {
                continue;
            }
            let partner = own
                .iter()
                .skip(position + 1)
                .copied()
                .find(|other| pair && !done.contains(other) && self.complement(*subnet, *other));
            let Some(other) = partner else {
                let (begin, onward) = self.contents(*subnet);
                self.add_band(vpc, Shape::Across(*subnet), &begin, &onward);
                continue;
            };
            done.insert(other);
            let swap = !self.contents(*subnet).1.is_empty() || !self.contents(other).0.is_empty();
            let (left, right) = if swap { (other, *subnet) } else { (*subnet, other) };
            let (begin, onward) = (self.contents(left).0, self.contents(right).1);
            self.add_band(vpc, Shape::Pair(left, right), &begin, &onward);
        }
        let loose = self.standing(|stand| matches!(stand, Stand::Loose(v) if *v == id));
        if !loose.is_empty() || own.is_empty() {
            self.add_band(vpc, Shape::Bare, &[], &loose);
        }
    }

    /// What begins in the subnet, and what goes on there.
    fn contents(&self, subnet: usize) -> (Vec<usize>, Vec<usize>) {
        let Some(id) = self.inventory.subnets.get(subnet).map(|s| &s.id) else { return Default::default() };
        let mut onward = self.standing(|stand| matches!(stand, Stand::Onward(s) if s == id));
        // The way out of a NAT gateway is straight: it stands on the internet gateway's row.
        onward.sort_by_key(|at| self.item(*at).is_none_or(|item| item.icon != Icon::NatGateway));
        (self.standing(|stand| matches!(stand, Stand::Begin(s) if s == id)), onward)
    }

    /// Whether one subnet holds only beginnings and the other none, so that they can stand side by side.
    fn complement(&self, one: usize, other: usize) -> bool {
        let subnets = &self.inventory.subnets;
        let same_side =
            subnets.get(one).map(|s| s.may_be_public) == subnets.get(other).map(|s| s.may_be_public);
        let ((begin, onward), (other_begin, other_onward)) = (self.contents(one), self.contents(other));
        same_side
            && ((onward.is_empty() && other_begin.is_empty())
                || (begin.is_empty() && other_onward.is_empty()))
    }

    fn add_band(&mut self, vpc: usize, shape: Shape, begin: &[usize], onward: &[usize]) {
        let rows = begin.len().max(onward.len()).max(1);
        for (column, items) in [(Column::Begin, begin), (Column::Onward, onward)] {
            let first = self.rows + (rows - items.len()) / 2;
            for (at, item) in items.iter().enumerate() {
                self.cells.insert(*item, (column, Slot::Row(first + at)));
            }
        }
        self.bands.push(Band { vpc, shape, first: self.rows, rows, beside_heading: false });
        self.rows += rows;
    }

    /// Whether the column is free in that row.
    fn is_free(&self, column: Column, row: usize) -> bool {
        !self.cells.values().any(|cell| *cell == (column, Slot::Row(row)))
    }

    /// The item of a part.
    fn index_of(&self, part: &Part) -> Option<usize> {
        self.inventory.items.iter().position(|item| item.part == *part)
    }

    /// Rows in which a relation runs to the right of the VPC's second column.
    fn has_endpoint(&self, row: usize) -> bool {
        self.cells.iter().any(|(at, cell)| {
            *cell == (Column::Onward, Slot::Row(row))
                && self.item(*at).is_some_and(|i| i.icon == Icon::Endpoint)
        })
    }
}
