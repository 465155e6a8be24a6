//! The picture's steps, and the walk from component to component.

use crate::journey::Gate;
use crate::words::Stepper;

use super::hops::gate;

static STEPPER: Stepper = Stepper {
    steps_of_path: "Steps of the path",
    play: "Play",
    pause: "Pause",
    turn_on: "Switch on",
    turn_off: "Switch off",
    path_goes_on: "The path goes on to",
    path_comes_from: "The path comes from",
    leads_to: "Leads to",
    reached_from: "Reached from",
    fetches_from: "Fetches on its own side from",
    fetched_by: "Fetched from by",
    no_connections: "Nothing is connected to it in this state.",
};

pub(in crate::words) fn stepper() -> &'static Stepper {
    &STEPPER
}

/// `Step 3 of 12, network: Notebook group`.
pub(in crate::words) fn stop_name(number: usize, of: usize, kind: Gate, reply: bool, title: &str) -> String {
    let back = if reply { ", way back" } else { "" };
    [
        "Step ",
        &number.to_string(),
        " of ",
        &of.to_string(),
        ", ",
        &gate(kind).to_lowercase(),
        back,
        ": ",
        title,
    ]
    .concat()
}

/// `NAT gateway, off, in the public subnet`; a component with no place of its own has none.
pub(in crate::words) fn component_name(name: &str, on: bool, place: &str) -> String {
    [name, if on { ", on" } else { ", off" }, ", ", place].concat()
}

/// `SageMaker API in Endpoint subnet`
pub(in crate::words) fn component_in(name: &str, place: &str) -> String {
    [name, " in ", place].concat()
}

/// `Connections of NAT gateway`.
pub(in crate::words) fn connections_of(name: &str) -> String {
    ["Connections of ", name].concat()
}

/// What is on the picture: built, and possible.
pub(in crate::words) fn picture_of(on: &[&str], off: &[&str]) -> String {
    let list = |names: &[&str]| names.join(", ");
    match (on, off) {
        ([], []) => String::new(),
        (on, []) => ["On the picture: ", &list(on), "."].concat(),
        ([], off) => ["Everything is switched off: ", &list(off), "."].concat(),
        (on, off) => ["On the picture: ", &list(on), ". Switched off: ", &list(off), "."].concat(),
    }
}

/// The way of the path, from component to component.
pub(in crate::words) fn way_of(journey: &str, through: &[&str]) -> String {
    ["Path shown: ", journey, ", by way of ", &through.join(", "), "."].concat()
}
