//! A page for each lesson and language: the real text, as a document of its own that runs nothing.

use std::rc::Rc;

use engine::export::{Caption, svg};
use engine::layout::Form;
use engine::lesson::TheoryText;
use engine::words::Lang;

use super::card::card;
use super::document::{Document, Kind};
use super::{course, html, told};
use crate::lessons::Course;
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
    for course in Course::every().map_err(|errors| told(&errors))? {
        for lang in Lang::ALL {
            files.extend(lesson_page(&course, lang, site)?);
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

/// A lesson in a language.
fn lesson_page(course: &Rc<Course>, lang: Lang, site: Option<&str>) -> Result<Vec<(String, String)>, String> {
    let scene = secret_scene(course, lang);
    let theory = Rc::new(TheoryText::read(course.theory(lang)).map_err(|errors| told(&errors))?);
    let lesson = course.lesson.id.to_string();
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
    let [wide, tall] = [picture(&scene, Form::Wide)?, picture(&scene, Form::Tall)?];
    let mut files = vec![
        ([&folder, "index.html"].concat(), page.html(&body)),
        ([&folder, "picture.svg"].concat(), wide.clone()),
        ([&folder, "picture-tall.svg"].concat(), tall),
    ];
    if let Some(answer) = page.oembed(&course.lesson) {
        files.push(([&folder, "oembed.json"].concat(), answer));
        files.push(([&folder, "card.html"].concat(), card(&scene, &wide)));
    }
    Ok(files)
}

/// The lesson's first state while its question is open: nothing that is computed of it tells a verdict.
fn secret_scene(course: &Rc<Course>, lang: Lang) -> Scene {
    let start = Model::new(Rc::new(Shape::of(&course.lesson)), lang);
    let model = reduce(&start, Action::Go(Mode::Predict)).unwrap_or(start);
    let now = course.judged(model.on());
    Scene { course: course.clone(), model: Rc::new(model), now, before: None, width: 0, picture: None }
        .drawn()
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
    use std::collections::BTreeMap;

    use engine::words::Names;

    use super::*;

    /// The words of a page, without what marks them.
    fn words(page: &str) -> String {
        let mut words = String::with_capacity(page.len());
        let mut rest = page;
        while let Some((text, tag)) = rest.split_once('<') {
            words.push_str(text);
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
        words.push_str(rest);
        unescaped(&words)
    }

    fn unescaped(html: &str) -> String {
        html.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("&amp;", "&")
    }

    /// Everything that the engine answers to the lesson's first state and to the options.
    fn answers(course: &Course, lang: Lang) -> Vec<String> {
        let mut all = Vec::new();
        let options = course.lesson.options.iter().map(|option| option.parameters.clone());
        for parameters in options.chain([BTreeMap::new()]) {
            let judged = course.lesson.judge(&parameters).expect("a good state");
            let names = Names::displayed(&judged.network, &course.text(lang).components);
            for source in &judged.report.sources {
                all.extend(source.answers.iter().map(|answer| lang.answer(source.source, answer, &names)));
            }
        }
        all
    }

    #[test]
    fn no_page_tells_a_verdict() {
        let course = course().expect("a good lesson");
        for (name, content) in lesson_pages(Some("https://vpc.example/")).expect("pages") {
            let lang = if name.contains("/ja/") { Lang::Ja } else { Lang::En };
            for says in answers(&course, lang) {
                assert!(!words(&content).contains(&says), "{name} says: {says}");
                // Attributes too, and what a file's head says of it.
                assert!(!unescaped(&content).contains(&says), "{name} holds: {says}");
            }
        }
    }

    /// Else the search above would prove nothing: where a page tells the verdicts, it finds them.
    #[test]
    fn a_page_that_tells_is_found_out() {
        let course = course().expect("a good lesson");
        for lang in Lang::ALL {
            let telling = super::super::body().expect("a view");
            let told = answers(&course, lang).iter().any(|says| words(&telling).contains(says));
            assert!(told, "{}: nothing found", lang.tag());
        }
    }

    #[test]
    fn every_lesson_is_there_in_every_language_with_all_its_text() {
        let pages = lesson_pages(None).expect("pages");
        for course in Course::every().expect("good lessons") {
            for lang in Lang::ALL {
                let name = format!("{}/{}/index.html", course.lesson.id, lang.tag());
                let (_, page) = pages.iter().find(|(file, _)| *file == name).expect("a page");
                let words = words(page);
                let text = course.text(lang);
                let has = |what: &str| assert!(words.contains(what), "{name}: no `{what}`");
                has(&text.question);
                text.options.values().for_each(|option| has(&option.text));
                for requirement in &course.lesson.headline {
                    has(&lang.question(requirement));
                }
                let theory = TheoryText::read(course.theory(lang)).expect("prose");
                theory.chapters.values().for_each(|chapter| has(&chapter.lead));
                assert!(!page.contains("<script"), "{name} runs nothing");
                assert!(!page.contains("<button"), "{name} promises nothing that does not work");
            }
        }
    }
}
