//! What can happen.

use engine::words::Lang;

use super::link::Link;
use super::{Aspect, Dialog, Mode, Notice, Predict, Theme, Toggles, Vote};

/// What can happen.
#[derive(Clone, PartialEq, Eq)]
pub enum Action {
    /// A switch was pressed: on, unless all of its toggles are on already.
    Switch(usize),
    /// A component of the picture was pressed, by its toggle's place.
    Toggle(usize),
    /// An option was picked; pressing the one in force goes back to the base state.
    Choose(usize),
    /// Back to the base state.
    Reset,
    /// One change back.
    Undo,
    /// One change forth.
    Redo,
    /// The path of a requirement is asked for, or of none.
    Show(Option<usize>),
    /// All configurations are looked at, or no longer.
    Survey(bool),
    /// Another side of the explanation is looked at.
    Look(Aspect),
    /// Changes that were proposed are made: the state they lead to, and the requirement they were proposed for, which stays in
    /// sight.
    Apply(Toggles, Option<usize>),
    /// The open card is folded, or opened again.
    Fold(bool),
    /// A hop of the path is pointed out, or none.
    Step(Option<usize>),
    /// Another place of the page.
    Go(Mode),
    /// A step of the prediction.
    Predict(Predict),
    /// A slide is shown to a class, by its place, or the class is over.
    Present(Option<usize>),
    /// The presenter goes a step forth or back; the path shown has so many stops.
    Turn {
        /// Whether forth.
        forth: bool,
        /// How many stops.
        stops: usize,
    },
    /// A class votes.
    Vote(Vote),
    /// A state of the lesson's own, and the requirement whose path is shown in it.
    Set(Toggles, Option<usize>),
    /// Such a state, looked at in another place.
    LookAt(Toggles, Option<usize>, Mode),
    /// A chapter of the theory.
    Chapter(usize),
    /// A chapter's task was done.
    Tried(usize),
    /// A component of the picture is pointed at, by its logical id, or none.
    Point(Option<Box<str>>),
    /// Back or forth to a state gone through, by its place among them.
    Return(usize),
    /// Another language.
    Speak(Lang),
    /// Another colour scheme.
    Theme(Theme),
    /// The picture as lists, or drawn.
    List(bool),
    /// The switches of a compact page, or not.
    Drawer(bool),
    /// A dialog is opened, or the one that is open closed.
    Dialog(Option<Dialog>),
    /// All switches, or the first few.
    More(bool),
    /// The address says something else: page load, back, forth.
    Visit(Link),
    /// The page around this one sets a state.
    Open {
        /// What is on.
        toggles: Toggles,
        /// The requirement whose path is shown.
        requirement: Option<usize>,
        /// Whether it is not to be read out.
        quiet: bool,
    },
    /// Reset is to go back to another state than the lesson's first.
    Home(Toggles),
    /// What is hidden until it is asked for is shown.
    Reveal,
    /// Something is to be told.
    Tell(Notice),
    /// The reader has seen what was wrong with the link.
    Dismiss,
}
