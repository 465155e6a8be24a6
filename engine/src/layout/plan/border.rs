//! Gateways on a VPC's right border.

use super::{Column, Plan, Slot, Stand};
use crate::layout::Icon;

/// Gives every gateway of the VPC a place: internet gateways on the first row of the public subnets, the others where no
/// line from an endpoint to its service runs.
pub(super) fn assign(plan: &mut Plan, vpc: usize) {
    let Some(id) = plan.inventory.vpcs.get(vpc).cloned() else { return };
    let mut gateways = plan.standing(|stand| matches!(stand, Stand::Border(v) if *v == id));
    let rank = |at: &usize| match plan.item(*at).map(|item| item.icon) {
        Some(Icon::InternetGateway) => 0,
        Some(Icon::EgressOnlyGateway) => 1,
        _ => 2,
    };
    gateways.sort_by_key(rank);
    for gateway in gateways {
        let leads_out = plan.item(gateway).is_some_and(|item| item.icon != Icon::GatewayEndpoint);
        let slot = if leads_out { None } else { beside_sibling(plan, vpc, gateway) };
        let slot = slot
            .or_else(|| free_row(plan, vpc))
            .or_else(|| free_heading(plan, vpc))
            .unwrap_or_else(|| new_row(plan, vpc));
        match slot {
            Slot::Heading(band) => {
                if let Some(band) = plan.bands.get_mut(band) {
                    band.beside_heading = true;
                }
            }
            Slot::Row(row) if leads_out => {
                plan.ways_out.insert(row);
            }
            Slot::Row(_) => {}
        }
        plan.cells.insert(gateway, (Column::Border, slot));
    }
}

/// Beside the heading of the band in which an interface endpoint of the same service stands: the two are alternatives.
fn beside_sibling(plan: &Plan, vpc: usize, gateway: usize) -> Option<Slot> {
    let service = plan.item(gateway)?.service.clone()?;
    let row = plan.cells.iter().find_map(|(at, cell)| match cell {
        (Column::Onward, Slot::Row(row)) if plan.item(*at)?.service.as_ref() == Some(&service) => Some(*row),
        _ => None,
    })?;
    let band = plan.bands.iter().position(|b| b.vpc == vpc && (b.first..b.first + b.rows).contains(&row))?;
    plan.bands.get(band).is_some_and(|b| !b.beside_heading).then_some(Slot::Heading(band))
}

fn free_row(plan: &Plan, vpc: usize) -> Option<Slot> {
    let rows = plan.bands.iter().filter(|b| b.vpc == vpc).flat_map(|b| b.first..b.first + b.rows);
    rows.filter(|row| plan.is_free(Column::Border, *row) && !plan.has_endpoint(*row)).map(Slot::Row).next()
}

fn free_heading(plan: &Plan, vpc: usize) -> Option<Slot> {
    let bands = plan.bands.iter().enumerate().rev();
    bands.filter(|(_, b)| b.vpc == vpc && !b.beside_heading).map(|(at, _)| Slot::Heading(at)).next()
}

/// One more row at the end of the VPC's last band, which is the last of the picture while this VPC is planned.
fn new_row(plan: &mut Plan, vpc: usize) -> Slot {
    if let Some(band) = plan.bands.iter_mut().rfind(|b| b.vpc == vpc) {
        band.rows += 1;
    }
    plan.rows += 1;
    Slot::Row(plan.rows - 1)
}
