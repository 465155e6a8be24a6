//! A whole document around the text of a page: what search engines and link cards ask for, and styles that need no other file.

use std::fmt::Write;

use engine::lesson::Lesson;
use engine::words::Lang;

use super::embed::{HEIGHT, WIDTH};
use crate::screens::escaped;

/// What a document says of itself.
pub(super) struct Document<'d> {
    /// The language.
    pub(super) lang: Lang,
    /// The title.
    pub(super) title: &'d str,
    /// What it is about, in a sentence or two.
    pub(super) description: &'d str,
    /// The folder that holds it, in the site; beneath it there is one for each language.
    pub(super) folder: &'d str,
    /// What of it is handed on.
    pub(super) kind: Kind,
    /// Where the site is published, with a slash at its end. What needs a whole address is left out without it.
    pub(super) site: Option<&'d str>,
}

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A lesson: it has a card and can be embedded.
    Lesson,
    /// To be read; nothing runs on it.
    Text,
    /// It embeds lessons, as other pages do.
    Embedding,
}

/// The width and height of a link card's picture, in pixels.
pub(super) const CARD: [u32; 2] = [1200, 630];

/// Nothing comes from elsewhere; where nothing is embedded, nothing runs.
const POLICY: &str = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const ICON: &str = include_str!("../../static/icons/icon.svg");

const STYLES: [&str; 3] = [
    include_str!("../../static/styles/tokens.css"),
    include_str!("../../static/styles/base.css"),
    include_str!("../../static/styles/reading.css"),
];

impl Document<'_> {
    /// The document with this body.
    pub(super) fn html(&self, body: &str) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut out, body);
        out
    }

    fn write(&self, out: &mut String, body: &str) -> std::fmt::Result {
        let (policy, script) = match self.kind {
            Kind::Lesson | Kind::Text => (POLICY.to_owned(), String::new()),
            Kind::Embedding => (
                [POLICY, "; script-src 'self'; frame-src 'self'"].concat(),
                ["<script src=\"", &self.up(), "embed.js\" defer></script>\n"].concat(),
            ),
        };
        writeln!(
            out,
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">",
            self.lang.tag()
        )?;
        writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
        writeln!(out, "<meta name=\"color-scheme\" content=\"light dark\">")?;
        self.head(out)?;
        let icon = ICON.trim().replace('%', "%25").replace('#', "%23").replace('"', "'").replace('\n', "");
        writeln!(out, "<link rel=\"icon\" href=\"data:image/svg+xml,{}\">", escaped(&icon))?;
        writeln!(out, "{script}<style>{}</style>\n</head>\n<body>\n{body}\n</body>\n</html>", STYLES.concat())
    }

    /// From this document to the top of the site.
    pub(super) fn up(&self) -> String {
        "../".repeat(self.folder.split('/').count() + 1)
    }

    /// Where this document is, in a language.
    fn place(&self, lang: Lang) -> String {
        [self.folder, "/", lang.tag(), "/"].concat()
    }

    fn head(&self, out: &mut String) -> std::fmt::Result {
        let (title, description) = (escaped(self.title), escaped(self.description));
        writeln!(out, "<title>{title} – VPC Explainer</title>")?;
        writeln!(out, "<meta name=\"description\" content=\"{description}\">")?;
        let top = self.site.map_or_else(|| self.up(), str::to_owned);
        writeln!(out, "<link rel=\"canonical\" href=\"{top}{}\">", self.place(self.lang))?;
        let alternates = Lang::ALL.into_iter().map(|lang| (lang.tag(), self.place(lang)));
        // A reader of neither language is best served by the page that asks the browser.
        for (tag, place) in alternates.chain([("x-default", String::new())]) {
            writeln!(out, "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{top}{place}\">")?;
        }
        let Some(site) = self.site.filter(|_| self.kind == Kind::Lesson) else { return Ok(()) };
        let here = [site, &self.place(self.lang)].concat();
        writeln!(
            out,
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{here}oembed.json\" title=\"{title}\">"
        )?;
        let [width, height] = CARD.map(|side| side.to_string());
        let image = [&here, "card.png"].concat();
        let locale = |lang| if lang == Lang::Ja { "ja_JP" } else { "en_US" };
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.lang);
        let properties = [
            ("og:type", "article"),
            ("og:site_name", "VPC Explainer"),
            ("og:title", &*title),
            ("og:description", &*description),
            ("og:url", &*here),
            ("og:locale", locale(self.lang)),
            ("og:image", &*image),
            ("og:image:type", "image/png"),
            ("og:image:width", &*width),
            ("og:image:height", &*height),
            ("og:image:alt", self.lang.reading().which_one),
        ];
        let alternates = others.map(|lang| ("og:locale:alternate", locale(lang)));
        for (property, content) in properties.into_iter().chain(alternates) {
            writeln!(out, "<meta property=\"{property}\" content=\"{content}\">")?;
        }
        // What is not said here is taken from the properties above.
        writeln!(out, "<meta name=\"twitter:card\" content=\"summary_large_image\">")?;
        writeln!(out, "<meta name=\"twitter:image:alt\" content=\"{}\">", self.lang.reading().which_one)?;
        Ok(())
    }

    /// What asks for this page to be embedded gets.
    pub(super) fn oembed(&self, lesson: &Lesson) -> Option<String> {
        let site = self.site.filter(|_| self.kind == Kind::Lesson)?;
        let here = [site, &self.place(self.lang)].concat();
        let [card_width, card_height] = CARD;
        let card = [&here, "card.png"].concat();
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "title": self.title,
            "provider_name": "VPC Explainer",
            "provider_url": site,
            "cache_age": 86400,
            "html": super::embed::frame(lesson, site, self.lang, self.title),
            "width": WIDTH,
            "height": HEIGHT,
            "thumbnail_url": card,
            "thumbnail_width": card_width,
            "thumbnail_height": card_height,
        });
        Some(answer.to_string())
    }
}

/// What link cards ask of the page itself, which has no language of its own: the first lesson's card, in English.
pub(super) fn front(site: &str, lesson: &str) -> String {
    let lang = Lang::En;
    let [width, height] = CARD.map(|side| side.to_string());
    let here = [site, lesson, "/", lang.tag(), "/"].concat();
    let properties = [
        ("og:type", "website"),
        ("og:site_name", "VPC Explainer"),
        ("og:title", "VPC Explainer"),
        ("og:description", lang.ui().tagline),
        ("og:url", site),
        ("og:image", &[&here, "card.png"].concat()),
        ("og:image:type", "image/png"),
        ("og:image:width", &width),
        ("og:image:height", &height),
        ("og:image:alt", lang.reading().which_one),
    ];
    let mut out = format!(
        "<link rel=\"canonical\" href=\"{site}\"><link rel=\"alternate\" type=\"application/json+oembed\" \
         href=\"{here}oembed.json\" title=\"VPC Explainer\"><meta name=\"twitter:card\" content=\"summary_large_image\">"
    );
    for (property, content) in properties {
        out.extend(["<meta property=\"", property, "\" content=\"", &escaped(content), "\">"]);
    }
    out
}

#[cfg(test)]
mod tests {
    use engine::template::Source;
    use expect_test::{Expect, expect};

    use super::*;

    fn lesson() -> Lesson {
        let course = Lesson::read(
            "x-1",
            Source { name: "lesson", text: include_str!("../../static/lessons/sap-349/lesson.yaml") },
            Source { name: "template", text: include_str!("../../static/lessons/sap-349/template.yaml") },
        );
        course.expect("a good lesson")
    }

    fn document(site: Option<&str>) -> Document<'_> {
        Document {
            lang: Lang::Ja,
            title: "\"VPC\" & <b>",
            description: "説明",
            folder: "x-1",
            kind: Kind::Lesson,
            site,
        }
    }

    #[track_caller]
    fn check_head(site: Option<&str>, expect: &Expect) {
        let mut head = String::new();
        document(site).head(&mut head).expect("a string");
        expect.assert_eq(&head);
    }

    #[test]
    fn without_an_address_nothing_claims_one() {
        check_head(
            None,
            &expect![[r#"
            <title>&quot;VPC&quot; &amp; &lt;b> – VPC Explainer</title>
            <meta name="description" content="説明">
            <link rel="canonical" href="../../x-1/ja/">
            <link rel="alternate" hreflang="en" href="../../x-1/en/">
            <link rel="alternate" hreflang="ja" href="../../x-1/ja/">
            <link rel="alternate" hreflang="x-default" href="../../">
        "#]],
        );
        assert_eq!(document(None).oembed(&lesson()), None);
    }

    #[test]
    fn with_an_address_cards_and_players_find_everything() {
        check_head(
            Some("https://vpc.example/a/"),
            &expect![[r#"
            <title>&quot;VPC&quot; &amp; &lt;b> – VPC Explainer</title>
            <meta name="description" content="説明">
            <link rel="canonical" href="https://vpc.example/a/x-1/ja/">
            <link rel="alternate" hreflang="en" href="https://vpc.example/a/x-1/en/">
            <link rel="alternate" hreflang="ja" href="https://vpc.example/a/x-1/ja/">
            <link rel="alternate" hreflang="x-default" href="https://vpc.example/a/">
            <link rel="alternate" type="application/json+oembed" href="https://vpc.example/a/x-1/ja/oembed.json" title="&quot;VPC&quot; &amp; &lt;b>">
            <meta property="og:type" content="article">
            <meta property="og:site_name" content="VPC Explainer">
            <meta property="og:title" content="&quot;VPC&quot; &amp; &lt;b>">
            <meta property="og:description" content="説明">
            <meta property="og:url" content="https://vpc.example/a/x-1/ja/">
            <meta property="og:locale" content="ja_JP">
            <meta property="og:image" content="https://vpc.example/a/x-1/ja/card.png">
            <meta property="og:image:type" content="image/png">
            <meta property="og:image:width" content="1200">
            <meta property="og:image:height" content="630">
            <meta property="og:image:alt" content="要件を満たすのはどれ？ その理由は？">
            <meta property="og:locale:alternate" content="en_US">
            <meta name="twitter:card" content="summary_large_image">
            <meta name="twitter:image:alt" content="要件を満たすのはどれ？ その理由は？">
        "#]],
        );
    }

    #[test]
    fn the_answer_has_all_that_the_format_asks_for() {
        let answer = document(Some("https://vpc.example/a/")).oembed(&lesson()).expect("an answer");
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        // https://oembed.com, 2.3.4: what every answer has, what `rich` has, and a thumbnail whole or not at all.
        for (key, is_number) in [
            ("type", false),
            ("version", false),
            ("html", false),
            ("width", true),
            ("height", true),
            ("thumbnail_url", false),
            ("thumbnail_width", true),
            ("thumbnail_height", true),
        ] {
            let value = answer.get(key).unwrap_or_else(|| panic!("no {key}"));
            assert!(if is_number { value.is_u64() } else { value.is_string() }, "{key}: {value}");
        }
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        let html = answer["html"].as_str().expect("text");
        assert!(html.starts_with("<iframe src=\"https://vpc.example/a/#"), "{html}");
        assert!(!html.contains("<b>"), "a title is text: {html}");
    }
}
