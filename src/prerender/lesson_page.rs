//! A page for each lesson and language: the real text, as a document of its own that runs nothing.

use std::rc::Rc;

use engine::export::{Caption, svg};
use engine::layout::Form;
use engine::lesson::TheoryText;
use engine::template::Source;
use engine::words::Lang;

use super::card::card;
use super::document::{Document, Kind};
use super::{course, html};
use crate::picture::Picture;
use crate::scene::Scene;
use crate::screens::{Reading, ReadingProps};
use crate::state::{Action, Mode, Model, Shape, reduce};

/// Files by their names in the site.
///
/// # Errors
/// What is wrong with the lesson.
pub(super) fn lesson_pages(site: Option<&str>) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let scene = secret_scene(lang)?;
        let theory = Rc::new(theory(&scene, lang)?);
        let lesson = scene.course.lesson.id.to_string();
        let (title, description) = (scene.text().title.clone(), scene.text().summary.clone());
        let page = Document {
            lang,
            title: &title,
            description: &description,
            folder: &lesson,
            kind: Kind::Lesson,
            site,
        };
        let body = html::<Reading>(ReadingProps { scene: scene.clone(), theory })?;
        let folder = [&lesson, "/", lang.tag(), "/"].concat();
        files.push(([&folder, "index.html"].concat(), page.html(&body)));
        for (name, form) in [("picture.svg", Form::Wide), ("picture-tall.svg", Form::Tall)] {
            files.push(([&folder, name].concat(), picture(&scene, form)?));
        }
        if let Some(answer) = page.oembed() {
            files.push(([&folder, "oembed.json"].concat(), answer));
            files.push(([&folder, "card.html"].concat(), card(&scene, &picture(&scene, Form::Wide)?)));
        }
    }
    Ok(files)
}

/// What stands in the head of the page itself, where the site's address is known.
///
/// # Errors
/// What is wrong with the lesson.
pub fn front(site: &str) -> Result<String, String> {
    Ok(super::document::front(site, &course()?.lesson.id))
}

/// The lesson's first state while its question is open: nothing that is computed of it tells a verdict.
fn secret_scene(lang: Lang) -> Result<Scene, String> {
    let course = course()?;
    let start = Model::new(Rc::new(Shape::of(&course.lesson)), lang);
    let model = reduce(&start, Action::Go(Mode::Predict)).unwrap_or(start);
    let now = course.judged(model.on());
    Ok(Scene { course, model: Rc::new(model), now, before: None, width: 0, picture: None }.drawn())
}

fn theory(scene: &Scene, lang: Lang) -> Result<TheoryText, String> {
    let files = match (&*scene.course.lesson.id, lang) {
        ("sap-349", Lang::En) => include_str!("../../static/lessons/sap-349/theory.en.yaml"),
        ("sap-349", Lang::Ja) => include_str!("../../static/lessons/sap-349/theory.ja.yaml"),
        (other, _) => return Err(format!("the prose of {other} is not known here")),
    };
    let text = TheoryText::read(Source { name: "theory", text: files });
    text.map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The picture of the state, without any path.
fn picture(scene: &Scene, form: Form) -> Result<String, String> {
    let judged = scene.judged().ok_or("the template does not resolve")?;
    let drawn = Picture::draw(&scene.course, judged, None, scene.lang(), form);
    let caption = Caption {
        lang: scene.lang().tag(),
        title: &scene.text().title,
        description: &scene.description(),
        chips: &[],
    };
    Ok(svg(&drawn.diagram, None, &caption))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_tells_a_verdict() {
        let course = course().expect("a good lesson");
        for (name, content) in lesson_pages(Some("https://vpc.example/")).expect("pages") {
            let lang = if name.contains("/ja/") { Lang::Ja } else { Lang::En };
            for option in &course.lesson.options {
                let judged = course.lesson.judge(&option.parameters).expect("a good state");
                for source in &judged.report.sources {
                    for answer in &source.answers {
                        let names =
                            engine::words::Names::displayed(&judged.network, &course.text(lang).components);
                        let says = lang.answer(source.source, answer, &names);
                        assert!(!content.contains(&says), "{name} says: {says}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_lesson_is_there_in_every_language_with_all_its_text() {
        let pages = lesson_pages(None).expect("pages");
        let course = course().expect("a good lesson");
        for lang in Lang::ALL {
            let name = format!("{}/{}/index.html", course.lesson.id, lang.tag());
            let (_, page) = pages.iter().find(|(file, _)| *file == name).expect("a page");
            // Words in Latin letters are marked as such.
            let words = page.replace("<span lang=\"en\">", "").replace("</span>", "");
            let text = course.text(lang);
            let has = |what: &str| {
                let what = what.replace('&', "&amp;");
                assert!(words.contains(&what), "{name}: no `{what}`");
            };
            has(&text.question);
            text.options.values().for_each(|option| has(&option.text));
            for requirement in &course.lesson.headline {
                has(&lang.question(requirement));
            }
            let theory = theory(&secret_scene(lang).expect("a scene"), lang).expect("prose");
            theory.chapters.values().for_each(|chapter| has(&chapter.lead));
            assert!(!page.contains("<script"), "{name} runs nothing");
            assert!(!page.contains("<button"), "{name} promises nothing that does not work");
        }
    }
}
