//! The model.

use std::rc::Rc;

use engine::words::Lang;

use super::link::{Complaint, Embed, Hide, Link, Lock, Part};
use super::{History, Mode, Prediction, Shape, Theme, Toggles, Votes};

/// Everything the reader has chosen.
#[derive(Clone, PartialEq, Eq)]
pub struct Model {
    /// What there is to choose from.
    pub shape: Rc<Shape>,
    /// What is switched on, with undo and redo.
    pub toggles: History<Toggles>,
    /// The state that reset goes back to.
    pub home: Toggles,
    /// What the latest change came from, until the next one.
    pub change: Option<Change>,
    /// Counts what is to be read out, so that the same thing twice is read out twice.
    pub events: u32,
    /// Something to tell that is no change.
    pub notice: Option<Notice>,
    /// The requirement whose path is drawn and whose card is open; `None` leaves it to the page.
    pub requirement: Option<usize>,
    /// Whether that card is folded all the same.
    pub folded: bool,
    /// Whether all configurations are looked at instead.
    pub survey: bool,
    /// What of its explanation is looked at.
    pub aspect: Aspect,
    /// The hop of that path that is pointed out.
    pub step: Option<usize>,
    /// The language chosen, where one was; else the browser's.
    pub lang: Option<Lang>,
    /// The language in force.
    pub browser_lang: Lang,
    /// The colour scheme chosen, where one was.
    pub theme: Option<Theme>,
    /// The colour scheme kept from an earlier visit.
    pub preferred_theme: Theme,
    /// How much of the page is shown.
    pub embed: Embed,
    /// The place of the page.
    pub mode: Mode,
    /// The chapter of the theory, by its place.
    pub chapter: usize,
    /// Whether that chapter has set its state.
    pub opened: bool,
    /// The chapters whose tasks were done.
    pub tried: Toggles,
    /// The component pointed at, by its logical id.
    pub pointed: Option<Box<str>>,
    /// What is predicted of the question.
    pub prediction: Prediction,
    /// The slide shown to a class, by its place.
    pub present: Option<usize>,
    /// What a class voted.
    pub votes: Votes,
    /// Switches that the reader cannot turn.
    pub lock: Lock,
    /// Parts of the page that are hidden.
    pub hide: Hide,
    /// Whether verdicts that were hidden have been asked for.
    pub revealed: bool,
    /// Whether the picture is shown as lists; `None` leaves it to the room there is.
    pub listed: Option<bool>,
    /// Whether a compact page shows its switches.
    pub drawer: bool,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Whether all switches are shown.
    pub more: bool,
    /// What was wrong with the link the page was opened with.
    pub complaints: Vec<Complaint>,
}

/// A change of the toggles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The state before.
    pub from: Toggles,
    /// What made it.
    pub cause: Cause,
}

/// Something to tell that is no change of the toggles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link is on the clipboard.
    Copied,
    /// It could not be put there.
    NotCopied,
    /// A hop of the path is pointed out, or none any more.
    Stepped,
}

/// The sides of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The path, hop by hop.
    Path,
    /// What would turn the verdict.
    Fixes,
    /// What suffices for it.
    Reasons,
}

/// What lies above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// How a state is handed on.
    Share,
    /// The state as a QR code.
    Code,
    /// The question on paper, with answer cards.
    Sheet,
}

impl Aspect {
    /// All of them, in the order shown.
    pub const ALL: [Aspect; 3] = [Aspect::Path, Aspect::Fixes, Aspect::Reasons];
}

/// What changed the toggles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A switch, by its place, turned on or off.
    Switch(usize, bool),
    /// A component of the picture, by its toggle's place, turned on or off.
    Toggle(usize, bool),
    /// An option, by its place.
    Choice(usize),
    /// Changes that were proposed.
    Proposal,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Reset.
    Reset,
    /// The address.
    Visit,
    /// A state of the lesson's own.
    Lesson,
    /// The page around this one.
    Host,
}

impl Model {
    /// The base state of a lesson, in the browser's language.
    pub fn new(shape: Rc<Shape>, browser_lang: Lang) -> Model {
        Model {
            toggles: History::new(shape.base),
            home: shape.base,
            shape,
            change: None,
            events: 0,
            notice: None,
            requirement: None,
            folded: false,
            survey: false,
            aspect: Aspect::Path,
            step: None,
            lang: None,
            browser_lang,
            theme: None,
            preferred_theme: Theme::Auto,
            embed: Embed::Off,
            mode: Mode::Explore,
            chapter: 0,
            opened: false,
            tried: Toggles::default(),
            pointed: None,
            prediction: Prediction::default(),
            present: None,
            votes: Votes::default(),
            lock: Lock::default(),
            hide: Hide::default(),
            revealed: false,
            listed: None,
            drawer: false,
            dialog: None,
            more: false,
            complaints: Vec::new(),
        }
    }

    /// What is switched on.
    pub fn on(&self) -> Toggles {
        *self.toggles.present()
    }

    /// Whether the verdicts are to be guessed and so nowhere to be seen.
    pub fn is_predicting(&self) -> bool {
        self.mode == Mode::Predict && !self.prediction.revealed
    }

    /// The state shown: while verdicts are to be guessed the base state, whatever is switched on elsewhere.
    pub fn shown(&self) -> Toggles {
        if self.is_predicting() { self.shape.base } else { self.on() }
    }

    /// The language in force.
    pub fn language(&self) -> Lang {
        self.lang.unwrap_or(self.browser_lang)
    }

    /// The colour scheme in force.
    pub fn colours(&self) -> Theme {
        let usual = if self.present.is_some() { Theme::Projector } else { self.preferred_theme };
        self.theme.unwrap_or(usual)
    }

    /// Whether the verdicts are nowhere to be seen: they are to be guessed, or the author or presenter hides them.
    pub fn is_secret(&self) -> bool {
        let hidden = self.hide.has(Part::Verdicts) || self.present.is_some();
        self.is_predicting() || hidden && !self.revealed
    }

    /// Whether a switch is locked.
    pub fn is_locked(&self, switch: usize) -> bool {
        let own = self.shape.switches.get(switch).map_or(&[][..], Vec::as_slice);
        own.iter().any(|toggle| self.keeps(*toggle))
    }

    /// Whether the reader may not go to a state: something locked would be turned.
    pub fn refuses(&self, state: Toggles) -> bool {
        let on = self.on();
        (0..self.shape.toggles).any(|index| on.is_on(index) != state.is_on(index) && self.keeps(index))
    }

    /// Whether an undo would turn something locked.
    pub fn locks_undo(&self) -> bool {
        self.toggles.past().last().is_some_and(|state| self.refuses(*state))
    }

    /// Whether a redo would.
    pub fn locks_redo(&self) -> bool {
        self.toggles.future().last().is_some_and(|state| self.refuses(*state))
    }

    /// Whether a toggle is locked: one of its switches is.
    fn keeps(&self, toggle: usize) -> bool {
        let switches = self.shape.switches.iter().enumerate();
        self.lock.all
            || switches
                .filter(|(_, own)| own.contains(&toggle))
                .any(|(index, _)| self.lock.switches.is_on(index))
    }

    /// What the address is to say.
    pub fn link(&self) -> Link {
        Link {
            requirement: self.requirement,
            lang: self.lang,
            theme: self.theme,
            embed: self.embed,
            mode: self.mode,
            lock: self.lock,
            hide: self.hide,
            step: self.step,
            present: self.present,
            chapter: if self.mode == Mode::Theory { self.chapter } else { 0 },
            ..Link::new(self.on())
        }
    }
}
