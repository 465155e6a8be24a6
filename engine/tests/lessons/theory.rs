//! The theory: each chapter asks for something that is not so yet and that its own switches bring about; its prose is complete and at
//! parity.

use engine::lesson::{Lesson, Piece, TheoryText};
use engine::template::{Parameters, Source};
use engine::words::Lang;

use crate::folder::{Folder, lines};

fn prose(folder: &Folder, lang: Lang) -> TheoryText {
    let name = format!("theory.{}.yaml", lang.tag());
    let text = folder.file(&name);
    TheoryText::read(Source { name: &name, text: &text }).unwrap_or_else(|errors| panic!("{}", lines(errors)))
}

/// Every state that the switches of a chapter can make of the one it opens in.
fn states(lesson: &Lesson, chapter: &engine::lesson::Chapter) -> Vec<Parameters> {
    let mut names: Vec<&str> = Vec::new();
    for index in &chapter.switches {
        names.extend(lesson.switches[*index].parameters.iter().map(|name| &**name));
    }
    names.sort_unstable();
    names.dedup();
    (0..1_u32 << names.len())
        .map(|set| {
            let mut parameters = chapter.parameters.clone();
            for (bit, name) in names.iter().enumerate() {
                let value = if set >> bit & 1 == 1 { "true" } else { "false" };
                parameters.insert((*name).to_owned(), value.to_owned());
            }
            parameters
        })
        .collect()
}

#[test]
fn every_task_is_open_at_first_and_can_be_done() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        for chapter in &lesson.chapters {
            let meets = |parameters: &Parameters| lesson.meets(&chapter.task, parameters).unwrap();
            assert!(!meets(&chapter.parameters), "{}: done before it is begun", chapter.id);
            assert!(states(&lesson, chapter).iter().any(meets), "{}: cannot be done", chapter.id);
        }
    }
}

#[test]
fn every_what_if_comes_to_what_the_lesson_says() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        let unmet = lesson.unmet_what_ifs().unwrap();
        assert!(unmet.is_empty(), "{}: {:?}", folder.id(), unmet.iter().map(|w| &w.id).collect::<Vec<_>>());
    }
}

#[test]
fn the_prose_fits_the_lesson_and_points_at_what_is_there() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        for lang in Lang::ALL {
            let (theory, text) = (prose(&folder, lang), folder.text(lang));
            assert!(theory.fits(&lesson), "{} {}", folder.id(), lang.tag());
            for chapter in theory.chapters.values() {
                let facts = chapter.facts.iter().chain(chapter.mistaken.iter().map(|m| &m.instead));
                for fact in facts {
                    let known = text.sources.iter().any(|source| source.url == fact.source);
                    assert!(known, "{}: no source is {}", lang.tag(), fact.source);
                }
                for piece in chapter.text.iter().flatten() {
                    if let Piece::Part(words, part) = piece {
                        let there = lesson.templates.resource_names().any(|name| name == part);
                        assert!(there, "{}: `{words}` points at {part}", lang.tag());
                    }
                }
            }
        }
    }
}

/// What both languages must have alike: paragraphs, what they point at, sources, terms.
fn skeleton(theory: &TheoryText) -> Vec<String> {
    let mut bones = Vec::new();
    for (id, chapter) in &theory.chapters {
        bones.push(format!("{id}: {} paragraphs, terms {:?}", chapter.text.len(), chapter.terms));
        for paragraph in &chapter.text {
            let mut parts: Vec<&str> = paragraph
                .iter()
                .filter_map(|piece| if let Piece::Part(_, part) = piece { Some(part.as_str()) } else { None })
                .collect();
            parts.sort_unstable();
            bones.push(format!("{id}: points at {parts:?}"));
        }
        bones.extend(chapter.facts.iter().map(|fact| format!("{id}: fact {}", fact.source)));
        bones.extend(chapter.mistaken.iter().map(|m| format!("{id}: mistaken {}", m.instead.source)));
    }
    bones.extend(theory.glossary.iter().map(|(id, term)| format!("{id}: {} {}", term.en, term.ja)));
    bones
}

#[test]
fn languages_are_at_parity() {
    for folder in Folder::all() {
        let all = Lang::ALL.map(|lang| skeleton(&prose(&folder, lang)));
        for (lang, bones) in Lang::ALL.iter().zip(&all) {
            assert_eq!(bones.join("\n"), all[0].join("\n"), "{} {}", folder.id(), lang.tag());
        }
    }
}

/// About three minutes: 230 words a minute in English, 500 characters a minute in Japanese.
#[test]
fn a_chapter_takes_three_minutes_at_most() {
    for folder in Folder::all() {
        for lang in Lang::ALL {
            for (id, chapter) in prose(&folder, lang).chapters {
                let words: String = chapter
                    .text
                    .iter()
                    .flatten()
                    .map(|piece| match piece {
                        Piece::Plain(words)
                        | Piece::Strong(words)
                        | Piece::Code(words)
                        | Piece::Part(words, _) => words.as_str(),
                    })
                    .chain([chapter.lead.as_str(), chapter.task.as_str()])
                    .collect();
                let long = match lang {
                    Lang::En => words.split_whitespace().count() > 690,
                    Lang::Ja => words.chars().count() > 1500,
                };
                assert!(!long, "{} {id} takes longer", lang.tag());
            }
        }
    }
}
