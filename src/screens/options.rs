//! The options of the question: each stands for a whole set of switches.

use yew::prelude::*;

use crate::parts::said;
use crate::scene::{Scene, part_of_scene};
use crate::state::Action;

part_of_scene!(OptionsProps, |scene: &Scene| {
    let shape = &scene.model.shape;
    let refused = shape.options.iter().chain([&shape.base]).map(|to| scene.model.refuses(*to));
    (scene.lang(), shape.option(scene.model.on()), refused.collect::<Vec<_>>())
});

/// The options.
#[component]
pub(crate) fn Options(props: &OptionsProps) -> Html {
    let OptionsProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let chosen = scene.model.shape.option(scene.model.on());
    html! {
        <section class="options" aria-labelledby="options-title">
            <h2 id="options-title">{ ui.options }</h2>
            <p class="invitation">{ said(lang, ui.invitation) }</p>
            <ul>
                { for scene.course.lesson.options.iter().enumerate().map(|(index, option)| {
                    let text = scene.text().options.get(&option.letter);
                    let pressed = chosen == Some(index);
                    let state = scene.model.shape.options.get(index).copied().unwrap_or(scene.model.on());
                    // Pressed again, the one in force goes back to the base state.
                    let to = if pressed { scene.model.shape.base } else { state };
                    let locked = scene.model.refuses(to).then_some(lang.author().locked);
                    let onclick = act.reform(move |_: MouseEvent| Action::Choose(index));
                    html! {
                        <li key={index}>
                            <button
                                type="button"
                                class="option"
                                aria-pressed={if pressed { "true" } else { "false" }}
                                aria-disabled={locked.map(|_| "true")}
                                title={locked.map(str::to_owned).or_else(|| text.map(|text| text.text.clone()))}
                                {onclick}
                            >
                                <span class="visually-hidden">{ said(lang, lang.option(option.letter).trim_end_matches(option.letter)) }</span>
                                <span class="letter" lang="en">{ option.letter }</span>
                                { " " }
                                <span>{ text.map(|text| said(lang, &text.label)) }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            <p class="option-text">{ chosen.and_then(|index| scene.course.lesson.options.get(index))
                .and_then(|option| scene.text().options.get(&option.letter))
                .map(|text| said(lang, &text.text)) }</p>
        </section>
    }
}
