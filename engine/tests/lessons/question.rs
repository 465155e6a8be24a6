//! What is said once the question is answered: each misconception is refuted by the engine, and has words in every language.

use engine::lesson::{NotesText, QuestionText};
use engine::template::Source;
use engine::words::Lang;

use crate::folder::{Folder, lines};

#[test]
fn the_engine_refutes_every_misconception() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        let unproved = lesson.unproved().unwrap_or_else(|errors| panic!("{}", lines(errors)));
        assert!(
            unproved.is_empty(),
            "{}: {:?}",
            folder.id(),
            unproved.iter().map(|u| &u.id).collect::<Vec<_>>()
        );
    }
}

#[test]
fn every_wrong_pick_shows_a_misconception() {
    use engine::lesson::Sign;
    use engine::verdict::Verdict;

    for folder in Folder::all() {
        let lesson = folder.lesson();
        for option in &lesson.options {
            let wrong = option.expect.iter().any(|e| e.verdict != Verdict::Holds);
            let signs = lesson.misconceptions.iter().flat_map(|belief| &belief.signs);
            let shown = signs.into_iter().any(|sign| *sign == Sign::Picked(option.letter));
            assert_eq!(shown, wrong, "{}: option {}", folder.id(), option.letter);
        }
    }
}

#[test]
fn every_slide_has_its_notes() {
    for folder in Folder::all() {
        for lang in Lang::ALL {
            let name = format!("notes.{}.yaml", lang.tag());
            let text = folder.file(&name);
            let notes = NotesText::read(Source { name: &name, text: &text });
            let notes = notes.unwrap_or_else(|errors| panic!("{}", lines(errors)));
            assert!(notes.fits(&folder.lesson()), "{} {name}: {:?}", folder.id(), notes.0.keys());
        }
    }
}

#[test]
fn every_misconception_has_its_words() {
    for folder in Folder::all() {
        for lang in Lang::ALL {
            let name = format!("question.{}.yaml", lang.tag());
            let text = folder.file(&name);
            let prose = QuestionText::read(Source { name: &name, text: &text });
            let prose = prose.unwrap_or_else(|errors| panic!("{}", lines(errors)));
            assert!(prose.fits(&folder.lesson()), "{} {name}: {:?}", folder.id(), prose.ideas.keys());
        }
    }
}
