use proptest::prelude::*;

use super::*;

fn shape(toggles: usize) -> Shape {
    Shape {
        lesson: "small".into(),
        toggles,
        base: Toggles::from_iter([1]),
        requirements: 4,
        chapters: vec![(Toggles::from_iter([2]), Some(3)), (Toggles::from_iter([5]), None)],
        ..Shape::default()
    }
}

#[track_caller]
fn check(query: &str, fragment: &str, expect: &Link) {
    assert_eq!(Link::read(&shape(11), query, fragment), *expect, "{query} {fragment}");
}

fn base() -> Link {
    Link::new(shape(11).base)
}

#[test]
fn nothing_is_the_base_state() {
    check("", "", &base());
    check("?", "#", &base());
    check("?s=1.broken&theme=dark", &base().write(&shape(11)), &Link { theme: Some(Theme::Dark), ..base() });
}

#[test]
fn the_fragment_wins_over_the_query() {
    check(
        "?lang=en&theme=dark",
        "#lang=ja",
        &Link { lang: Some(Lang::Ja), theme: Some(Theme::Dark), ..base() },
    );
}

#[test]
fn a_bad_value_is_the_default_and_names_the_nearest() {
    let complaints = vec![Complaint::Value { key: "theme", found: "drak".into(), nearest: "dark" }];
    check("", "#theme=drak", &Link { complaints, ..base() });
}

#[test]
fn a_chapter_brings_its_state_unless_the_link_has_one() {
    let chapter = |toggles, requirement, chapter| Link {
        mode: Mode::Theory,
        chapter,
        requirement,
        ..Link::new(toggles)
    };
    check("", "#mode=theory", &chapter(Toggles::from_iter([2]), Some(3), 0));
    check("", "#mode=theory&chapter=2", &chapter(Toggles::from_iter([5]), None, 1));
    let own = Link::new(Toggles::from_iter([7])).write(&shape(11));
    check("", &[&own, "&mode=theory&chapter=2"].concat(), &chapter(Toggles::from_iter([7]), None, 1));
    let complaints = vec![Complaint::Value { key: "chapter", found: "9".into(), nearest: "1" }];
    check("", "#mode=theory&chapter=9", &Link { complaints, ..chapter(Toggles::from_iter([2]), Some(3), 0) });
}

#[test]
fn unknown_keys_are_listed_and_those_that_others_add_are_not() {
    let complaints = vec![Complaint::Key { found: "lnag".into(), nearest: "lang" }];
    check("?utm_source=mail&fbclid=x", "#lnag=ja", &Link { complaints, ..base() });
}

#[test]
fn wordpress_may_append_its_secret() {
    check("", "#?secret=Ab3", &base());
    check("", "#lang=ja#?secret=Ab3", &Link { lang: Some(Lang::Ja), ..base() });
}

#[test]
fn a_damaged_state_is_the_base_state() {
    let damaged = Link { complaints: vec![Complaint::State], ..base() };
    let good = Link { toggles: Toggles::from_iter([3, 10]), ..base() }.write(&shape(11));
    let other = Shape { lesson: "other".into(), ..shape(11) };
    for fragment in ["s=", "s=1.", "s=1.AAAA", "s=2.AAsB", "s=1.***"] {
        check("", fragment, &damaged);
    }
    check("", &good[..good.len() - 1], &damaged);
    assert_eq!(Link::read(&other, "", &good).complaints, [Complaint::State], "a link of another lesson");
}

#[test]
fn a_later_good_state_takes_the_complaint_back() {
    let good = Link { toggles: Toggles::from_iter([3]), ..base() };
    check("?s=1.broken", &good.write(&shape(11)), &good);
}

#[test]
fn a_link_older_than_a_toggle_leaves_it_as_in_the_base() {
    let older = Shape { base: Toggles::default(), ..shape(1) };
    let link = Link { requirement: Some(2), ..Link::new(Toggles::from_iter([0])) }.write(&older);
    let read = Link::read(&shape(11), "", &link);
    assert_eq!(read.toggles, Toggles::from_iter([0, 1]), "toggle 1 is on in the base");
    assert_eq!(read.requirement, Some(2), "the rest is read");
}

fn links() -> impl Strategy<Value = (usize, Link)> {
    (0..=Toggles::MOST).prop_flat_map(|count| {
        let toggles = prop::collection::vec(any::<bool>(), count);
        let lang = prop::option::of(prop::sample::select(&Lang::ALL[..]));
        let theme = prop::option::of(prop::sample::select(&Theme::ALL[..]));
        let embed = prop::sample::select(&Embed::ALL[..]);
        let mode = prop::sample::select(&Mode::ALL[..]);
        (toggles, prop::option::of(0..4usize), lang, theme, embed, mode, 0..2usize).prop_map(
            move |(on, requirement, lang, theme, embed, mode, chapter)| {
                let toggles = on.iter().enumerate().filter(|(_, on)| **on).map(|(index, _)| index).collect();
                (count, Link { requirement, lang, theme, embed, mode, chapter, ..Link::new(toggles) })
            },
        )
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read((count, link) in links()) {
        let shape = Shape { base: Toggles::default(), ..shape(count) };
        prop_assert_eq!(Link::read(&shape, "", &link.write(&shape)), link);
    }

    #[test]
    fn any_text_is_read_without_a_panic(query in ".*", fragment in ".*", state in "[A-Za-z0-9_-]{0,24}") {
        Link::read(&shape(11), &query, &fragment);
        Link::read(&shape(11), "", &["s=1.", &state].concat());
    }

    #[test]
    fn one_changed_letter_is_noticed((count, link) in links(), at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let shape = Shape { base: Toggles::default(), ..shape(count) };
        let good = state::write(&shape, link.toggles, link.requirement);
        let at = 2 + at.index(good.len() - 2);
        let mut bad = good.clone();
        bad.replace_range(at..=at, &to);
        if bad != good {
            prop_assert_eq!(state::read(&shape, &bad), None);
        }
    }
}
