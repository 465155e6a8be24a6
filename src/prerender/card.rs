//! The picture of a link card, as a document for a browser to paint: the question, the options and the network, not the answer.

use super::document::CARD;
use crate::scene::Scene;
use crate::screens::escaped;

const STYLE: &str = include_str!("../../static/styles/card.css");

/// The document; `picture` is the network as SVG.
pub(super) fn card(scene: &Scene, picture: &str) -> String {
    let lang = scene.lang();
    let [width, height] = CARD.map(|side| side.to_string());
    let asked = scene
        .course
        .lesson
        .headline
        .iter()
        .map(|requirement| ["<li>", &escaped(&lang.question(requirement)), "</li>"].concat());
    let options = scene.course.lesson.options.iter().map(|option| {
        let label = scene.text().options.get(&option.letter).map_or("", |text| &text.label);
        ["<li><b>", &option.letter.to_string(), "</b>", &escaped(label), "</li>"].concat()
    });
    [
        "<!doctype html>\n<html lang=\"",
        lang.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<title>card</title>\n<style>:root{--width:",
        &width,
        "px;--height:",
        &height,
        "px}",
        STYLE,
        "</style>\n</head>\n<body>\n<div class=\"words\">\n<p class=\"name\">VPC Explainer</p>\n<h1>",
        &escaped(&scene.text().title),
        "</h1>\n<ul class=\"asked\">",
        &asked.collect::<String>(),
        "</ul>\n<ol class=\"options\">",
        &options.collect::<String>(),
        "</ol>\n<p class=\"which\">",
        lang.reading().which_one,
        "</p>\n</div>\n<div class=\"picture\">",
        picture,
        "</div>\n</body>\n</html>\n",
    ]
    .concat()
}
