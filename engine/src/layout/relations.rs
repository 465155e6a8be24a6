//! Lines of the quiet standing relations.

use super::inventory::Link;
use super::route::{Ground, MIDDLE, connect};
use super::{Diagram, Relation};

/// Draws every relation whose ends are on the picture.
pub(super) fn draw(diagram: &mut Diagram, links: &[Link]) {
    let ground = Ground::of(diagram, MIDDLE.offsets);
    let mut relations = Vec::new();
    for link in links {
        let (Some(from), Some(to)) = (diagram.component(&link.from), diagram.component(&link.to)) else {
            continue;
        };
        let Some((line, _)) = connect(&ground, from, to, MIDDLE) else { continue };
        relations.push(Relation {
            from: link.from.clone(),
            to: link.to.clone(),
            own_side: link.own_side,
            on: link.on,
            line,
        });
    }
    diagram.relations = relations;
}
