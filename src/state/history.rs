//! States that can be gone back to.

/// A present with its past and what was undone. Nothing is pushed twice in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<T> {
    past: Vec<T>,
    present: T,
    future: Vec<T>,
}

impl<T: Clone + PartialEq> History<T> {
    /// A present without past or future.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present, future: Vec::new() }
    }

    /// The state in force.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// The states gone through, the first one first.
    pub fn past(&self) -> &[T] {
        &self.past
    }

    /// The states undone, the next one last.
    pub fn future(&self) -> &[T] {
        &self.future
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Goes on to another state; what was undone is forgotten.
    pub fn push(&mut self, next: T) {
        if next != self.present {
            self.past.push(std::mem::replace(&mut self.present, next));
            self.future.clear();
        }
    }

    /// One state back.
    pub fn undo(&mut self) {
        if let Some(last) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.present, last));
        }
    }

    /// One state forth again.
    pub fn redo(&mut self) {
        if let Some(next) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, next));
        }
    }

    /// Goes to a state that came from outside, such as the browser's own back button: the last one is an undo, the next
    /// one a redo, any other is new.
    pub fn visit(&mut self, state: T) {
        if state == self.present {
        } else if self.past.last() == Some(&state) {
            self.undo();
        } else if self.future.last() == Some(&state) {
            self.redo();
        } else {
            self.push(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug)]
    enum Move {
        Push(u8),
        Undo,
        Redo,
        Visit(u8),
    }

    fn moves() -> impl Strategy<Value = Vec<Move>> {
        let one = prop_oneof![
            (0..4u8).prop_map(Move::Push),
            Just(Move::Undo),
            Just(Move::Redo),
            (0..4u8).prop_map(Move::Visit)
        ];
        prop::collection::vec(one, 0..24)
    }

    fn after(moves: &[Move]) -> History<u8> {
        let mut history = History::new(0);
        for one in moves {
            match one {
                Move::Push(state) => history.push(*state),
                Move::Undo => history.undo(),
                Move::Redo => history.redo(),
                Move::Visit(state) => history.visit(*state),
            }
        }
        history
    }

    proptest! {
        #[test]
        fn redo_takes_back_an_undo(moves in moves()) {
            let before = after(&moves);
            let mut history = before.clone();
            if history.can_undo() {
                history.undo();
                history.redo();
            }
            prop_assert_eq!(history, before);
        }

        #[test]
        fn undo_takes_back_a_push(moves in moves(), next in 0..4u8) {
            let before = after(&moves);
            let mut history = before.clone();
            history.push(next);
            if next != *before.present() {
                history.undo();
            }
            prop_assert_eq!(history.present(), before.present());
        }

        #[test]
        fn a_visit_arrives(moves in moves(), state in 0..4u8) {
            let mut history = after(&moves);
            history.visit(state);
            prop_assert_eq!(*history.present(), state);
        }
    }

    #[test]
    fn the_browsers_back_and_forth_are_undo_and_redo() {
        let mut history = History::new(0);
        history.push(1);
        history.visit(0);
        assert!(!history.can_undo() && history.can_redo(), "back is an undo");
        history.visit(1);
        assert!(history.can_undo() && !history.can_redo(), "forth is a redo");
    }
}
