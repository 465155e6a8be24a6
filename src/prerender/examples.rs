//! A page of live examples: how a lesson looks in pages of several kinds. What is shown as pasted is what the page itself holds.

use std::rc::Rc;

use engine::lesson::Lesson;
use engine::words::Lang;

use super::course;
use super::docs::top;
use super::document::{Document, Kind};
use crate::screens::{Shared, Target, escaped};
use crate::state::link::{Embed, Link};
use crate::state::{Shape, Theme, Toggles};

/// How many lessons stand on the page at its end.
const MANY: usize = 10;

/// Files by their names in the site.
///
/// # Errors
/// What is wrong with the lesson.
pub(super) fn examples(site: Option<&str>) -> Result<Vec<(String, String)>, String> {
    let course = course()?;
    let shape = Rc::new(Shape::of(&course.lesson));
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let texts = lang.examples();
        let page = Document {
            lang,
            title: texts.title,
            description: texts.lead,
            folder: "examples",
            kind: Kind::Embedding,
            site,
        };
        let up = page.up();
        let title = &course.text(lang).title;
        let link = |state, embed, theme| {
            let link = Link { lang: Some(lang), embed, theme, ..Link::new(state) };
            [&up, "#", &link.write(&shape)].concat()
        };
        let frame = |address: &str, height| {
            let on_its_own = lang.sharing().on_its_own;
            Target::Hatena.snippet(&Shared { address, whole: &up, title, on_its_own, height, diagram: None })
        };
        let option = |letter: usize| shape.options.get(letter).copied().unwrap_or(shape.base);
        let element = |state: Toggles, theme: &str| {
            let mut out = format!(
                "<vpc-explainer lang=\"{}\" state=\"{}\" title=\"{}\"",
                lang.tag(),
                escaped(&Link::new(state).state_text(&shape)),
                escaped(title)
            );
            if !theme.is_empty() {
                out.push_str(&format!(" theme=\"{theme}\""));
            }
            out + "></vpc-explainer>"
        };
        let script = format!("<script src=\"{up}embed.js\" defer></script>");
        let plain = element(option(3), "");
        let dark = element(option(1), "dark");
        let rtl = element(option(2), "");
        let fixed = frame(&link(option(0), Embed::Compact, None), 480);
        let block = frame(&link(option(3), Embed::Figure, Some(Theme::Light)), 420);
        let shown = [
            (texts.plain, texts.plain_says, "host", [&script, "\n", &plain].concat(), plain.clone()),
            (texts.fixed, texts.fixed_says, "host", fixed.clone(), fixed),
            (texts.block, texts.block_says, "host block", block.clone(), block),
            (texts.dark, texts.dark_says, "host dark", [&script, "\n", &dark].concat(), dark.clone()),
            (texts.rtl, texts.rtl_says, "host rtl", [&script, "\n", &rtl].concat(), rtl.clone()),
        ];
        let mut body = format!(
            "{}<header class=\"reading-head\"><h1>{}</h1><p class=\"lead\">{}</p></header><main class=\"reading\">",
            top(&page),
            escaped(texts.title),
            escaped(texts.lead)
        );
        for (at, (name, says, class, pasted, live)) in shown.iter().enumerate() {
            let dir = if class.ends_with("rtl") { " dir=\"rtl\"" } else { "" };
            body.push_str(&format!(
                "<section aria-labelledby=\"example-{at}\"><h2 id=\"example-{at}\">{}</h2><p>{}</p>\
                 <div class=\"{class}\"{dir}>{live}</div>\
                 <details><summary>{}</summary><pre tabindex=\"0\"><code lang=\"en\">{}</code></pre></details></section>",
                escaped(name),
                escaped(says),
                escaped(texts.pasted),
                escaped(pasted)
            ));
        }
        body.push_str(&format!(
            "<section aria-labelledby=\"many\"><h2 id=\"many\">{}</h2><p>{}</p><div class=\"many\">",
            escaped(texts.many),
            escaped(texts.many_says)
        ));
        for state in states(&course.lesson, &shape) {
            body.push_str(&frame(&link(state, Embed::Figure, None), 420));
        }
        body.push_str(&format!(
            "</div></section></main><footer class=\"reading-foot\"><p><a href=\"{up}docs/parameters/{tag}/\">{}</a></p>\
             <p><a href=\"{up}docs/messages/{tag}/\">{}</a></p></footer>",
            escaped(texts.links),
            escaped(texts.messages),
            tag = lang.tag()
        ));
        files.push((["examples/", lang.tag(), "/index.html"].concat(), page.html(&body)));
    }
    Ok(files)
}

/// The options and the what-ifs, as many as fit.
fn states(lesson: &Lesson, shape: &Shape) -> Vec<Toggles> {
    let what_ifs = lesson.what_ifs.iter().map(|what_if| shape.state(lesson, &what_if.parameters));
    shape.options.iter().copied().chain(what_ifs).cycle().take(MANY).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_as_pasted_is_on_the_page() {
        for (name, page) in examples(None).expect("pages") {
            let pasted: Vec<String> = page
                .split("<pre tabindex=\"0\"><code lang=\"en\">")
                .skip(1)
                .filter_map(|rest| rest.split("</code>").next())
                .map(|text| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&"))
                .collect();
            assert_eq!(pasted.len(), 5, "{name}");
            for line in pasted.iter().flat_map(|text| text.lines()) {
                assert!(page.contains(line), "{name} has no {line}");
            }
            let frames = page.matches("<iframe").count();
            assert_eq!(frames, MANY + 2, "{name}");
        }
    }
}
