//! The documentation as pages of the site: the same Markdown that the repository holds.

use engine::words::Lang;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use super::document::{Document, Kind};

/// By name: the text in every language.
const DOCS: [(&str, &str, &str); 2] = [
    ("parameters", include_str!("../../docs/parameters.md"), include_str!("../../docs/parameters.ja.md")),
    ("messages", include_str!("../../docs/messages.md"), include_str!("../../docs/messages.ja.md")),
];

/// What the documentation points at, by its name beside it.
const FILES: [(&str, &str); 2] = [
    ("messages.schema.json", include_str!("../../static/schema/messages.schema.json")),
    ("embed.d.ts", include_str!("../../static/embed.d.ts")),
];

/// Files by their names in the site.
pub(super) fn docs(site: Option<&str>) -> Vec<(String, String)> {
    let mut files: Vec<_> =
        FILES.iter().map(|(name, text)| (["docs/", name].concat(), (*text).to_owned())).collect();
    for (name, en, ja) in DOCS {
        for lang in Lang::ALL {
            let text = if lang == Lang::Ja { ja } else { en };
            let title = text.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
            // The way to the other language is above the page already.
            let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
            let rest = rest.trim_start().split_once('\n').filter(|(line, _)| line.starts_with('*'));
            let text = [head, "\n", rest.map_or(text, |(_, rest)| rest)].concat();
            let first = text.lines().skip(1).find(|line| !line.is_empty());
            let folder = ["docs/", name].concat();
            let page = Document {
                lang,
                title: &title,
                description: &plain(first.unwrap_or_default()),
                folder: &folder,
                kind: Kind::Text,
                site,
            };
            let body = [&top(&page), "<main class=\"reading docs\">", &rendered(&text), "</main>"].concat();
            files.push((format!("{folder}/{}/index.html", lang.tag()), page.html(&body)));
        }
    }
    files
}

/// The line above a page: to the explainer, to the examples, to the other languages.
pub(super) fn top(page: &Document<'_>) -> String {
    let (up, lang) = (page.up(), page.lang);
    let tag = lang.tag();
    let mut out = format!("<nav class=\"reading-top\"><a href=\"{up}#lang={tag}\">VPC Explainer</a>");
    if page.kind != Kind::Embedding {
        out.push_str(&format!("<a href=\"{up}examples/{tag}/\">{}</a>", lang.reading().examples));
    }
    for other in Lang::ALL.into_iter().filter(|other| *other != lang) {
        let (tag, name) = (other.tag(), other.own_name());
        out.push_str(&format!("<a href=\"../{tag}/\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a>"));
    }
    out + "</nav>"
}

/// Markdown as HTML. Raw HTML in it is shown as text.
fn rendered(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: address(&dest_url), title, id })
        }
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    // Tables and lines of code may be wider than a phone.
    out.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
        .replace("<pre>", "<pre tabindex=\"0\">")
}

/// Where a link leads on the site.
fn address(to: &str) -> CowStr<'static> {
    let doc = |name: &str, tag: &str| ["../../", name, "/", tag, "/"].concat();
    let file = to.rsplit('/').next().unwrap_or(to);
    let known = match file.split_once('.') {
        Some((name, "md")) if !to.contains('/') => doc(name, "en"),
        Some((name, "ja.md")) if !to.contains('/') => doc(name, "ja"),
        Some(_) if FILES.iter().any(|(name, _)| *name == file) => ["../../", file].concat(),
        _ => to.to_owned(),
    };
    known.into()
}

/// The first sentences without marks.
fn plain(text: &str) -> String {
    Parser::new(text)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.to_string()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_what_is_there() {
        let files = docs(None);
        for (name, content) in files.iter().filter(|(name, _)| name.ends_with("/index.html")) {
            for part in content.split(" href=\"").skip(1) {
                let to = part.split('"').next().unwrap_or_default();
                if to.contains(':') || to.contains('#') || to.contains("examples") {
                    continue;
                }
                let mut way: Vec<&str> =
                    name.rsplit_once('/').map_or("", |(folder, _)| folder).split('/').collect();
                for step in to.split('/') {
                    match step {
                        ".." => drop(way.pop()),
                        "" => way.push("index.html"),
                        step => way.push(step),
                    }
                }
                let way = way.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
                let is_there = way == "index.html" || files.iter().any(|(file, _)| *file == way);
                assert!(is_there, "{name} leads to {to}: {way}");
            }
        }
    }

    #[test]
    fn every_key_is_on_the_page_of_its_language() {
        for (name, content) in docs(None).iter().filter(|(name, _)| name.starts_with("docs/parameters")) {
            for parameter in crate::state::link::PARAMETERS {
                assert!(
                    content.contains(&format!("<code>{}</code>", parameter.key)),
                    "{name}: {}",
                    parameter.key
                );
            }
        }
    }
}
