//! The template with exactly this state as its defaults.

use std::rc::Rc;

use engine::export::template;
use yew::prelude::*;

use super::PracticeProps;
use crate::parts::{Button, Glyph, GlyphIcon, said};
use crate::screens::copied::Copy;
use crate::state::parameters;

/// The template.
#[component]
pub(super) fn Template(props: &PracticeProps) -> Html {
    let PracticeProps { scene, host, .. } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    let course = scene.course.clone();
    let text: Rc<Rc<str>> = use_memo(scene.model.on(), move |on| {
        template(&course.lesson.templates, course.template, &parameters(&course.lesson, *on)).into()
    });
    let save = {
        let (host, text) = (host.clone(), (*text).clone());
        let name = [&scene.course.lesson.id, ".yaml"].concat();
        Callback::from(move |()| {
            host.save(&name, &text).ok();
        })
    };
    html! {
        <section class="panel sheet-part" aria-labelledby="template-title">
            <h2 id="template-title">{ practice.template }</h2>
            <p>{ said(lang, practice.template_is) }</p>
            <div class="sheet-tools">
                <Button key="save" class="primary" label={practice.download} onpress={save} />
                <Copy key="copy" scene={scene.clone()} host={host.clone()} text={(*text).clone()} of="template-title" />
            </div>
            <details class="fold">
                <summary><GlyphIcon glyph={Glyph::Chevron} /><span>{ practice.show_template }</span></summary>
                <pre class="code-block" lang="en" tabindex="0" aria-labelledby="template-title">{ &**text }</pre>
            </details>
        </section>
    }
}
