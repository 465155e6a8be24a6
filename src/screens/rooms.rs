//! Where the room for the picture is not known, as in a page that is printed for every reader: the picture for every room,
//! and the styles that choose among them.

use crate::picture::limits;
use crate::scene::Scene;

/// A range of widths in which the same is shown.
pub(super) struct Room {
    /// The first width, in CSS pixels.
    from: i32,
    /// The first width that is too much.
    to: i32,
    /// What there is to show.
    pub(super) scene: Scene,
}

impl Room {
    /// Its name in styles.
    pub(super) fn class(&self) -> String {
        ["room-", self.scene.lang().tag(), "-", &self.from.to_string()].concat()
    }
}

/// No screen is wider.
const ANY: i32 = 100_000;

/// Every room, where it is not known; else none.
pub(super) fn rooms(scene: &Scene) -> Vec<Room> {
    if scene.width != 0 || scene.model.listed.is_some() {
        return Vec::new();
    }
    let Some(judged) = scene.judged() else { return Vec::new() };
    let mut limits = limits(&scene.course, judged, scene.lang());
    limits.retain(|limit| *limit > 1);
    let from = std::iter::once(1).chain(limits.iter().copied());
    let to = limits.iter().copied().chain(std::iter::once(ANY));
    from.zip(to)
        .filter(|(from, to)| from < to)
        .map(|(from, to)| Room { from, to, scene: Scene { width: from, ..scene.clone() }.drawn() })
        .collect()
}

/// The styles that show one room of them. The page measures whole pixels, so the limits lie between two.
pub(super) fn rules(rooms: &[Room]) -> String {
    let hide = |limit: String, room: &Room| {
        ["@container figure (", &limit, "px){.", &room.class(), "{display:none}}"].concat()
    };
    let rules = rooms.iter().flat_map(|room| {
        let less = (room.from > 1).then(|| hide(format!("max-width:{}.49", room.from - 1), room));
        let more = (room.to < ANY).then(|| hide(format!("min-width:{}.5", room.to - 1), room));
        [less, more].into_iter().flatten()
    });
    rules.collect()
}
