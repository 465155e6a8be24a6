//! The switches: a few at first, the rest one click away in groups.

use yew::prelude::*;

use crate::parts::{Glyph, GlyphIcon, Switch, said};
use crate::scene::{Scene, SceneProps};
use crate::state::Action;

/// The switches.
#[component]
pub(crate) fn Switches(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let onpress = use_switch(act);
    let groups = groups(scene);
    let more = scene.model.more;
    let further: usize = groups.iter().skip(1).map(|(_, switches)| switches.len()).sum();
    let label = if more { ui.fewer_switches.to_owned() } else { lang.more_switches(further) };
    html! {
        <section class="switches" aria-labelledby="switches-title">
            <h2 id="switches-title">{ ui.switches }</h2>
            { for groups.iter().enumerate().map(|(place, (group, switches))| {
                let title = group.map(|group| scene.text().groups.get(group).map_or(group, |title| title));
                html! {
                    <fieldset key={place} hidden={place > 0 && !more}>
                        <legend class={title.is_none().then_some("visually-hidden")}>
                            { said(lang, title.unwrap_or(ui.switches)) }
                        </legend>
                        { for switches.iter().map(|index| switch(scene, &onpress, *index)) }
                    </fieldset>
                }
            }) }
            if further > 0 {
                <button
                    type="button"
                    class="more"
                    aria-expanded={if more { "true" } else { "false" }}
                    onclick={act.reform(move |_: MouseEvent| Action::More(!more))}
                >
                    <span>{ label }</span>
                    <GlyphIcon glyph={Glyph::Chevron} />
                </button>
            }
        </section>
    }
}

/// What turns a switch of the lesson, by its place.
#[hook]
pub(super) fn use_switch(act: &Callback<Action>) -> Callback<usize> {
    use_callback(act.clone(), |index, act| act.emit(Action::Switch(index)))
}

/// A switch of the lesson, by its place.
pub(super) fn switch(scene: &Scene, onpress: &Callback<usize>, index: usize) -> Html {
    let (lit, of) = scene.model.shape.switch(index, scene.model.on());
    let label = scene.switch_label(index);
    let parameters = scene.course.lesson.switches.get(index).map_or(&[][..], |switch| &switch.parameters);
    let toggles = parameters.join(" ");
    let locked = scene.model.is_locked(index).then_some(scene.lang().author().locked);
    html! {
        <Switch key={index} {index} lang={scene.lang()} {label} {lit} {of} {toggles} partly={scene.ui().on} {locked} {onpress} />
    }
}

/// The switches by group, those without one first, groups in the order they first appear.
fn groups(scene: &Scene) -> Vec<(Option<&str>, Vec<usize>)> {
    let mut groups: Vec<(Option<&str>, Vec<usize>)> = vec![(None, Vec::new())];
    for (index, switch) in scene.course.lesson.switches.iter().enumerate() {
        let name = switch.group.as_deref();
        match groups.iter_mut().find(|(group, _)| *group == name) {
            Some((_, switches)) => switches.push(index),
            None => groups.push((name, vec![index])),
        }
    }
    groups
}
