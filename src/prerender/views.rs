//! The first view as HTML text, made on the host by the same components: what a reader sees before the program is there,
//! or without it.

use engine::words::Lang;
use stylist::manager::{StyleManager, render_static};
use stylist::yew::ManagerProvider;
use yew::AttrValue;
use yew::prelude::*;

use super::{course, html};
use crate::app::{App, AppProps};
use crate::host::{Paper, SharedHost};

/// The first view in every language, to stand in the document's body: the loader and the styles show the one for the
/// reader, and without JavaScript all are there, one after the other.
///
/// # Errors
/// What is wrong with the lesson, or with the styles.
pub fn body() -> Result<String, String> {
    let course = course()?;
    let (writer, reader) = render_static();
    // The program counts its class names from the beginning: these must be others.
    let manager = StyleManager::builder().writer(writer).prefix("view".into()).build();
    let manager = manager.map_err(|error| error.to_string())?;
    let mut views = String::new();
    for lang in Lang::ALL {
        let props = ViewProps {
            manager: manager.clone(),
            app: AppProps { host: SharedHost::new(Paper(lang)), course: course.clone() },
            lang,
        };
        views.push_str(&own_ids(&html::<View>(props)?, lang));
    }
    let mut styles = String::new();
    reader.read_style_data().write_static_markup(&mut styles).map_err(|error| error.to_string())?;
    Ok(styles + &views)
}

/// One view.
#[derive(Properties, PartialEq)]
struct ViewProps {
    manager: StyleManager,
    app: AppProps,
    lang: Lang,
}

#[component]
fn View(props: &ViewProps) -> Html {
    let ViewProps { manager, app, lang } = props;
    let ui = lang.ui();
    let others = Lang::ALL.into_iter().filter(|other| other != lang);
    html! {
        <div class="root" id={view_id(*lang)} lang={lang.tag()} data-lesson={app.course.lesson.id.to_string()}>
            <noscript>
                <p class="notice">
                    { ui.needs_javascript }
                    { for others.map(|other| html! {
                        <>
                            { " " }
                            <a href={["#", &view_id(other)].concat()} lang={other.tag()} hreflang={other.tag()}>
                                { other.own_name() }
                            </a>
                        </>
                    }) }
                </p>
            </noscript>
            <ManagerProvider manager={manager.clone()}>
                <App host={app.host.clone()} course={app.course.clone()} />
            </ManagerProvider>
            <p class="loading" id="end" role="status">{ AttrValue::Static(ui.loading) }</p>
        </div>
    }
}

/// The id of a whole view.
fn view_id(lang: Lang) -> String {
    ["view-", lang.tag()].concat()
}

/// Gives the ids of a view, and what refers to them, the language's name, so that each is once in the document.
fn own_ids(view: &str, lang: Lang) -> String {
    let mut all = String::with_capacity(view.len());
    let mut rest = view;
    while let Some((before, after, attribute)) = next_id(rest) {
        let end = after.find('"').unwrap_or(after.len());
        let (ids, tail) = after.split_at(end);
        let own = |id: &str| match Lang::ALL.iter().find(|lang| view_id(**lang) == id) {
            Some(_) => id.to_owned(),
            None => [id, "-", lang.tag()].concat(),
        };
        let own = ids.split(' ').map(own).collect::<Vec<_>>().join(" ");
        all.extend([before, attribute, &own]);
        rest = tail;
    }
    all + rest
}

/// Attributes that hold ids.
const IDS: [&str; 5] =
    [" id=\"", " aria-labelledby=\"", " aria-describedby=\"", " aria-controls=\"", " href=\"#"];

fn next_id(html: &str) -> Option<(&str, &str, &'static str)> {
    let (place, attribute) =
        IDS.iter().filter_map(|attribute| html.find(attribute).map(|place| (place, *attribute))).min()?;
    Some((&html[..place], &html[place + attribute.len()..], attribute))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lessons::Course;

    /// A sentence as HTML.
    fn said(lang: Lang, text: &str) -> String {
        let spans = engine::words::latin_spans(text).into_iter().map(|span| {
            if span.latin && lang == Lang::Ja {
                ["<span lang=\"en\">", span.text, "</span>"].concat()
            } else {
                span.text.to_owned()
            }
        });
        spans.collect()
    }

    #[test]
    fn every_language_has_its_whole_view() {
        let body = body().expect("a good lesson");
        let course = Course::first().expect("a good lesson");
        for lang in Lang::ALL {
            let start = body.find(&format!("id=\"{}\"", view_id(lang))).expect("a view");
            let rest = &body[start..];
            let view = &rest[..rest.find("class=\"loading\"").expect("the end of the view")];
            let has = |what: &str| assert!(view.contains(what), "{}: no `{what}`", lang.tag());
            for option in course.text(lang).options.values() {
                has(&said(lang, &option.label));
            }
            has(lang.verdict(engine::verdict::Verdict::Holds));
            has(lang.verdict(engine::verdict::Verdict::Fails));
            has("role=\"switch\"");
            has("class=\"dg\"");
            has(lang.ui().needs_javascript);
        }
    }

    #[test]
    fn every_id_is_once_in_the_document() {
        let body = body().expect("a good lesson");
        let mut ids: Vec<&str> =
            body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{ids:?}");
        for reference in body.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&reference), "nothing is called {reference}");
        }
    }
}
