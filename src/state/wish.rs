//! What the page around this one may want, as messages of `docs/messages.md`: `static/guest.js` has checked their shape.

use engine::words::Lang;

use super::link::Link;
use super::{Action, Model, Theme, reduce};

/// A message's fields; those it does not have are empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'a> {
    /// `s`, `theme` or `lang`.
    pub text: &'a str,
    /// `to`.
    pub number: usize,
    /// `announce`.
    pub quiet: bool,
}

/// Why a wish cannot be granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The state is damaged, of another lesson, or of a version yet to come.
    State,
    /// There is no such theme or language.
    Value,
    /// There is no such message.
    Unknown,
    /// There is nothing to undo or redo, or it would turn what is locked, or the question is still open.
    NoChange,
}

impl Fault {
    /// Its code in the answer.
    pub fn code(self) -> &'static str {
        match self {
            Fault::State => "BAD_STATE",
            Fault::Value => "BAD_VALUE",
            Fault::Unknown => "UNKNOWN_TYPE",
            Fault::NoChange => "NO_CHANGE",
        }
    }
}

/// The action a message asks for; none where it only asks what there is.
pub fn wish(model: &Model, kind: &str, fields: Fields<'_>) -> Result<Option<Action>, Fault> {
    let state = || Link::state(&model.shape, fields.text).ok_or(Fault::State);
    Ok(Some(match kind {
        "getState" => return Ok(None),
        "setState" => {
            let (toggles, requirement) = state()?;
            Action::Open { toggles, requirement, quiet: fields.quiet }
        }
        "setDefaultState" => Action::Home(state()?.0),
        "undo" => moves(model, Action::Undo)?,
        "redo" => moves(model, Action::Redo)?,
        "reset" => Action::Reset,
        "step" => Action::Step((fields.number > 0).then_some(fields.number)),
        "reveal" => Action::Reveal,
        "setTheme" => Action::Theme(Theme::from_name(fields.text).ok_or(Fault::Value)?),
        "setLang" => Action::Speak(Lang::from_tag(fields.text).ok_or(Fault::Value)?),
        _ => return Err(Fault::Unknown),
    }))
}

/// An action that leads to another state, or the fault that it does not.
fn moves(model: &Model, action: Action) -> Result<Action, Fault> {
    let next = reduce(model, action.clone());
    if next.is_some_and(|next| next.on() != model.on()) { Ok(action) } else { Err(Fault::NoChange) }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::link::Lock;
    use super::super::{Shape, Toggles};
    use super::*;

    fn model() -> Model {
        let shape = Shape { lesson: "small".into(), toggles: 3, requirements: 2, ..Shape::default() };
        Model::new(Rc::new(shape), Lang::En)
    }

    #[track_caller]
    fn granted(model: &Model, kind: &str, text: &str) -> Model {
        let fields = Fields { text, ..Fields::default() };
        let action = wish(model, kind, fields).expect("a wish that can be granted").expect("an action");
        reduce(model, action).expect("a change")
    }

    fn written(on: &[usize]) -> String {
        Link::new(on.iter().copied().collect()).state_text(&model().shape)
    }

    #[test]
    fn a_host_sets_the_state_and_what_reset_goes_back_to() {
        let set = granted(&model(), "setState", &written(&[1]));
        assert_eq!(set.on(), Toggles::from_iter([1]));
        let home = granted(&set, "setDefaultState", &written(&[1]));
        let moved = granted(&home, "setState", &written(&[0, 2]));
        assert_eq!(granted(&moved, "reset", "").on(), Toggles::from_iter([1]), "not the lesson's base");
        assert_eq!(granted(&moved, "undo", "").on(), Toggles::from_iter([1]), "the reader can take it back");
    }

    #[test]
    fn what_is_locked_is_not_undone() {
        let moved = granted(&model(), "setState", &written(&[1]));
        let locked = Model { lock: Lock { all: true, ..Lock::default() }, ..moved };
        let undo = wish(&locked, "undo", Fields::default());
        assert!(undo == Err(Fault::NoChange), "the host is told that nothing came of it");
    }

    #[test]
    fn a_quiet_state_is_not_read_out() {
        let model = model();
        let fields = Fields { text: &written(&[1]), quiet: true, ..Fields::default() };
        let action = wish(&model, "setState", fields).expect("a wish").expect("an action");
        assert_eq!(reduce(&model, action).expect("a change").events, model.events);
    }

    #[test]
    fn what_cannot_be_granted_is_refused() {
        for (kind, text, fault) in [
            ("setState", "1.broken", Fault::State),
            ("setState", "", Fault::State),
            ("setTheme", "pink", Fault::Value),
            ("setLang", "xx", Fault::Value),
            ("eval", "1+1", Fault::Unknown),
            ("undo", "", Fault::NoChange),
            ("redo", "", Fault::NoChange),
        ] {
            let refused = wish(&model(), kind, Fields { text, ..Fields::default() });
            assert!(refused == Err(fault), "{kind} {text}");
        }
    }

    #[test]
    fn asking_changes_nothing() {
        assert!(wish(&model(), "getState", Fields::default()) == Ok(None));
    }
}
