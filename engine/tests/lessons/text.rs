//! The prose of every lesson is complete in every language, and no label is longer than its place.

use engine::words::Lang;

use crate::folder::{Folder, lines};

#[test]
fn every_language_has_every_text_and_no_other() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        for lang in Lang::ALL {
            let gaps = lesson.missing_text(&folder.text(lang));
            assert!(gaps.is_empty(), "{} {}:\n{}", folder.id(), lang.tag(), lines(gaps));
        }
    }
}

#[test]
fn languages_name_the_same_components_and_sources() {
    for folder in Folder::all() {
        let texts = Lang::ALL.map(|lang| folder.text(lang));
        let components = texts.each_ref().map(|text| text.components.keys().collect::<Vec<_>>());
        let sources = texts
            .each_ref()
            .map(|text| text.sources.iter().map(|s| (&s.url, &s.date, s.certainty)).collect::<Vec<_>>());
        for (lang, (components_here, sources_here)) in Lang::ALL.iter().zip(components.iter().zip(&sources)) {
            assert_eq!(Some(components_here), components.first(), "{} {}", folder.id(), lang.tag());
            assert_eq!(Some(sources_here), sources.first(), "{} {}", folder.id(), lang.tag());
        }
    }
}

#[test]
fn labels_fit() {
    for folder in Folder::all() {
        for lang in Lang::ALL {
            let text = folder.text(lang);
            let option = if lang == Lang::Ja { 20 } else { 34 };
            let too_long =
                |label: &str, most: usize| assert!(label.chars().count() <= most, "{lang:?}: {label}");
            text.options.values().for_each(|o| too_long(&o.label, option));
            text.components.values().for_each(|name| too_long(name, 22));
        }
    }
}
