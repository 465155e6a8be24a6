//! The columns beside the VPCs: AWS services, and what is outside.

use super::{Column, Plan, Slot, Stand};
use crate::layout::Part;

/// Gives every service and everything outside a row: its endpoint's where it has one, else near what it has to do with.
pub(super) fn assign(plan: &mut Plan) {
    let services = plan.standing(|stand| *stand == Stand::Cloud);
    // Those whose endpoint decides the row first, so that nothing else takes it.
    for from in [Column::Onward, Column::Border] {
        for service in &services {
            if !plan.cells.contains_key(service)
                && let Some(row) = endpoint_row(plan, *service, from)
            {
                put(plan, *service, Column::Services, row, false);
            }
        }
    }
    for service in services {
        if !plan.cells.contains_key(&service) {
            let row = related_row(plan, service);
            put(plan, service, Column::Services, row.unwrap_or(0), row.is_some());
        }
    }
    let way_out = plan.ways_out.first().copied().unwrap_or(0);
    for outside in plan.standing(|stand| *stand == Stand::Outside) {
        let is_internet = plan.item(outside).is_some_and(|item| item.part == Part::Internet);
        let row = if is_internet { way_out } else { related_row(plan, outside).unwrap_or(way_out + 1) };
        put(plan, outside, Column::Outside, row, false);
    }
}

/// The row of the first endpoint in that column that leads to the service.
fn endpoint_row(plan: &Plan, service: usize, column: Column) -> Option<usize> {
    let part = &plan.item(service)?.part;
    plan.inventory.relations.iter().filter(|link| !link.own_side && link.to == *part).find_map(|link| {
        match *plan.cells.get(&plan.index_of(&link.from)?)? {
            (found, Slot::Row(row)) if found == column => Some(row),
            (found, Slot::Heading(band)) if found == column => plan.bands.get(band).map(|b| b.first),
            _ => None,
        }
    })
}

/// The row of the first thing already placed that it has a relation on the service's own side with.
fn related_row(plan: &Plan, item: usize) -> Option<usize> {
    let part = &plan.item(item)?.part;
    plan.inventory.relations.iter().filter(|link| link.own_side).find_map(|link| {
        let other = if link.from == *part {
            &link.to
        } else if link.to == *part {
            &link.from
        } else {
            return None;
        };
        match plan.cells.get(&plan.index_of(other)?)? {
            (_, Slot::Row(row)) => Some(*row),
            _ => None,
        }
    })
}

/// The free row nearest to the wanted one; a new one below everything where there is none within reach.
fn put(plan: &mut Plan, item: usize, column: Column, wanted: usize, above_first: bool) {
    let free = |row: &usize| {
        let reserved = column == Column::Services && plan.ways_out.contains(row);
        *row < plan.rows && plan.is_free(column, *row) && !reserved
    };
    let near = (0..=plan.rows).find_map(|distance| {
        let (above, below) = (wanted.checked_sub(distance), Some(wanted + distance));
        let order = if above_first { [above, below] } else { [below, above] };
        order.into_iter().flatten().find(free)
    });
    let row = near.unwrap_or(plan.rows);
    plan.rows = plan.rows.max(row + 1);
    plan.cells.insert(item, (column, Slot::Row(row)));
}
