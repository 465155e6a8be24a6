use proptest::prelude::*;

use super::*;

fn shape(toggles: usize) -> Shape {
    Shape {
        lesson: "small".into(),
        toggles,
        base: Toggles::from_iter([1]),
        requirements: 4,
        chapters: vec![(Toggles::from_iter([2]), Some(3)), (Toggles::from_iter([5]), None)],
        switches: vec![vec![0], vec![1, 2], vec![3]],
        switch_ids: vec!["nat".into(), "endpoints".into(), "acl".into()],
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
    let complaints = vec![Complaint::Value { key: "theme", found: "drak".into(), nearest: "dark".into() }];
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
    let complaints = vec![Complaint::Value { key: "chapter", found: "9".into(), nearest: "1".into() }];
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
        let lock = (any::<bool>(), prop::collection::vec(0..3usize, 0..3))
            .prop_map(|(all, switches)| Lock { all, switches: switches.into_iter().collect() });
        let hide = prop::sample::subsequence(&Part::ALL[..], 0..4)
            .prop_map(|parts| parts.into_iter().fold(Hide::default(), Hide::with));
        let author = (lock, hide, prop::option::of(1..9usize), prop::option::of(0..2usize));
        (toggles, prop::option::of(0..4usize), lang, theme, embed, mode, 0..2usize, author).prop_map(
            move |(on, requirement, lang, theme, embed, mode, chapter, (lock, hide, step, present))| {
                let toggles = on.iter().enumerate().filter(|(_, on)| **on).map(|(index, _)| index).collect();
                let link = Link { requirement, lang, theme, embed, mode, chapter, ..Link::new(toggles) };
                (count, Link { lock, hide, step, present, ..link })
            },
        )
    })
}

/// What can stand behind a key and is wrong there, for every key.
#[test]
fn every_wrong_value_is_the_default_and_names_a_valid_one() {
    let shape = shape(11);
    for parameter in &PARAMETERS {
        let valid = (parameter.valid)(&shape);
        assert!(!valid.is_empty(), "{} has an example", parameter.key);
        let near = [valid.first().copied().unwrap_or_default(), "%"].concat();
        for wrong in ["", "%", "<b>", "999999999999999999999", "１", &"x".repeat(9000), &near] {
            let address = ["#", parameter.key, "=", wrong].concat();
            // A frame may be called by a number, and an origin is checked where it is used.
            if parameter.key == "iframe" && wrong.starts_with('9')
                || parameter.key == "targetOrigin" && wrong.starts_with("http")
            {
                continue;
            }
            let link = Link::read(&shape, "", &address);
            let told = match link.complaints.as_slice() {
                [Complaint::State] => parameter.key == "s",
                [Complaint::Value { key, nearest, .. }] => {
                    *key == parameter.key && valid.contains(&&**nearest)
                }
                _ => false,
            };
            assert!(told, "{address}: {:?}", link.complaints);
            assert_eq!(Link { complaints: Vec::new(), ..link }, base(), "{address}");
        }
        for right in valid.iter().filter(|_| parameter.key != "s") {
            for key in std::iter::once(&parameter.key).chain(parameter.aliases) {
                let address = [key, "=", right].concat();
                assert_eq!(Link::read(&shape, &address, "").complaints, [], "{address}");
            }
        }
    }
}

#[test]
fn lists_take_what_is_right_and_the_fragment_replaces_them() {
    let lock = Lock { all: false, switches: Toggles::from_iter([0, 2]) };
    check("", "#lock=nat,acl", &Link { lock, ..base() });
    check(
        "?lock=endpoints&hide=options",
        "#lock=nat,acl",
        &Link { lock, hide: Hide::default().with(Part::Options), ..base() },
    );
    let complaints = vec![Complaint::Value { key: "lock", found: "not".into(), nearest: "nat".into() }];
    check("", "#lock=nat,not,acl", &Link { lock, complaints, ..base() });
}

/// `static/first.js` decides the same before the program is there.
#[test]
fn the_first_script_knows_the_same_values() {
    let script = include_str!("../../../static/first.js");
    let list = |name: &str| {
        let (_, rest) = script.split_once(&["const ", name, " = ["].concat()).expect("a list");
        let items = rest.split(']').next().expect("its end").split(',');
        items.map(|item| item.trim().trim_matches('"').to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(list("languages"), Lang::ALL.map(Lang::tag));
    assert_eq!(list("themes"), Theme::ALL.map(Theme::name));
    assert_eq!(list("embeds"), Embed::ALL.map(Embed::name));
    let aliases = Parameter::of("lang").map_or(&[][..], |parameter| parameter.aliases);
    assert!(
        script.contains(&["/^(lang|", &aliases.join("|"), ")$/"].concat()),
        "names of the language's key"
    );
    assert!(
        script.contains(r#"key === "embed" && value === "1""#)
            && Embed::from_name("1") == Some(Embed::Compact)
    );
    assert!(script.contains(r"/^(secret|utm_.*|.*clid)$/"), "keys of others");
    assert!(is_foreign("secret") && is_foreign("utm_x") && is_foreign("gclid"), "the same here");
}

/// The pages of the documentation. `UPDATE_EXPECT=1` writes them anew.
#[test]
fn the_documentation_is_current() {
    use expect_test::expect_file;

    for (lang, page) in [
        (Lang::En, expect_file!["../../../docs/parameters.md"]),
        (Lang::Ja, expect_file!["../../../docs/parameters.ja.md"]),
    ] {
        let (texts, words) = (lang.parameters(), lang.parameters().all());
        let mut text = format!("# {}\n\n{}\n\n", texts.title, texts.intro);
        text += &format!(
            "| {} | {} | {} | {} | {} |\n|---|---|---|---|---|\n",
            texts.name, texts.values, texts.default, texts.since, texts.meaning
        );
        for parameter in &PARAMETERS {
            let names: Vec<_> = std::iter::once(&parameter.key)
                .chain(parameter.aliases)
                .map(|key| format!("`{key}`"))
                .collect();
            let is_closed = ["lang", "theme", "embed", "mode", "hide"].contains(&parameter.key);
            let shape = Shape {
                lesson: "sap-349".into(),
                switch_ids: vec!["nat-gateway".into()],
                ..Shape::default()
            };
            let values: Vec<_> = (parameter.valid)(&shape).iter().map(|value| format!("`{value}`")).collect();
            let values = [values.join(" ").as_str(), if is_closed { "" } else { " …" }].concat();
            let default = if parameter.default.is_empty() {
                "–".to_owned()
            } else {
                format!("`{}`", parameter.default)
            };
            let meaning =
                words.iter().find(|(key, _)| *key == parameter.key.to_lowercase()).expect("a text").1;
            text += &format!(
                "| {} | {values} | {default} | {} | {meaning} |\n",
                names.join(" "),
                parameter.since
            );
        }
        text += &format!("\n{}\n", texts.outro);
        page.assert_eq(&text);
    }
}

proptest! {
    #[test]
    fn every_link_fits_where_links_are_cut_at_300_letters((count, link) in links()) {
        let bare = Link { lock: Lock::default(), hide: Hide::default(), ..link };
        let address = ["https://vpc-explainer.example.org/", "#", &bare.write(&shape(count))].concat();
        prop_assert!(address.len() <= 300, "{}", address);
    }

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
