//! What an author may choose, made from the table of all keys: one control for each key that is offered.

use engine::words::Lang;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::parts::said;
use crate::scene::Scene;
use crate::state::link::{PARAMETERS, Parameter};

/// What the choices need.
#[derive(Properties, PartialEq)]
pub(super) struct ChoicesProps {
    pub(super) scene: Scene,
    /// What is chosen, as the fragment of a link.
    pub(super) fragment: AttrValue,
    /// Whether the page will stand in a frame.
    pub(super) framed: bool,
    /// Told the fragment with another choice.
    pub(super) onchoose: Callback<AttrValue>,
}

/// The choices.
#[component]
pub(super) fn Choices(props: &ChoicesProps) -> Html {
    let offered = PARAMETERS.iter().filter(|parameter| {
        // How much is shown only matters in a frame.
        parameter.offered && (props.framed || parameter.key != "embed")
    });
    html! {
        <>
            { for offered.map(|parameter| if parameter.several { several(props, parameter) } else { one(props, parameter) }) }
        </>
    }
}

/// What stands behind a key in a fragment.
fn chosen<'f>(fragment: &'f str, key: &str) -> Option<&'f str> {
    fragment.split('&').find_map(|part| part.strip_prefix(key)?.strip_prefix('='))
}

/// The fragment with another value behind a key; without one the key goes.
fn with(fragment: &str, key: &str, value: &str) -> AttrValue {
    let others = fragment.split('&').filter(|part| part.split('=').next() != Some(key)).map(str::to_owned);
    let own = (!value.is_empty()).then(|| [key, "=", value].concat());
    others.chain(own).collect::<Vec<_>>().join("&").into()
}

fn one(props: &ChoicesProps, parameter: &'static Parameter) -> Html {
    let ChoicesProps { scene, fragment, onchoose, .. } = props;
    let (lang, key) = (scene.lang(), parameter.key);
    let now = chosen(fragment, key).unwrap_or(parameter.default);
    // Without a default there is what the reader has; in a frame the whole page is no choice.
    let unset = parameter.default.is_empty().then_some("");
    let all = unset.into_iter().chain((parameter.valid)(&scene.model.shape));
    let values = all.filter(|value| key != "embed" || *value != parameter.default);
    let onchange = {
        let (fragment, onchoose) = (fragment.clone(), onchoose.clone());
        move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let value = select.value();
            onchoose.emit(with(&fragment, key, if value == parameter.default { "" } else { &value }));
        }
    };
    html! {
        <label key={key} class="choice">
            <span>{ said(lang, key_name(scene, key)) }</span>
            <select {onchange}>
                { for values.map(|value| html! {
                    <option value={value.to_owned()} selected={value == now}>{ value_name(scene, key, value) }</option>
                }) }
            </select>
        </label>
    }
}

fn several(props: &ChoicesProps, parameter: &'static Parameter) -> Html {
    let ChoicesProps { scene, fragment, onchoose, .. } = props;
    let (lang, key) = (scene.lang(), parameter.key);
    let now: Vec<&str> =
        chosen(fragment, key).unwrap_or_default().split(',').filter(|v| !v.is_empty()).collect();
    let row = |value: &str| {
        let checked = now.contains(&value);
        let rest = now.iter().copied().filter(|other| *other != value);
        let then: Vec<&str> = rest.chain((!checked).then_some(value)).collect();
        let then = with(fragment, key, &then.join(","));
        let onchange = onchoose.reform(move |_: Event| then.clone());
        html! {
            <label key={value.to_owned()} class="check">
                <input type="checkbox" {checked} {onchange} />
                <span>{ said(lang, &value_name(scene, key, value)) }</span>
            </label>
        }
    };
    html! {
        <details key={key} class="choice-list">
            <summary>{ said(lang, key_name(scene, key)) }
                if !now.is_empty() {
                    <span class="tag">{ now.len() }</span>
                }
            </summary>
            <div role="group" aria-label={key_name(scene, key)}>
                { for (parameter.valid)(&scene.model.shape).into_iter().map(row) }
            </div>
        </details>
    }
}

fn key_name(scene: &Scene, key: &str) -> &'static str {
    let texts = scene.lang().sharing();
    match key {
        "lang" => texts.lang,
        "theme" => texts.theme,
        "embed" => texts.embed,
        "mode" => texts.mode,
        "lock" => texts.lock,
        _ => texts.hide,
    }
}

fn value_name(scene: &Scene, key: &str, value: &str) -> AttrValue {
    let (ui, learn, texts) = (scene.ui(), scene.lang().learn(), scene.lang().sharing());
    let name = match (key, value) {
        (_, "") => texts.readers_own,
        ("lang", tag) => match Lang::from_tag(tag) {
            Some(lang) => lang.own_name(),
            None => texts.readers_own,
        },
        ("theme", "light") => ui.theme_light,
        ("theme", "dark") => ui.theme_dark,
        ("theme", "projector") => scene.lang().author().theme_projector,
        ("theme", _) => texts.readers_own,
        ("embed", "compact") => texts.compact,
        ("embed", "figure") => texts.figure,
        ("embed", _) => texts.full,
        ("mode", "theory") => learn.theory,
        ("mode", "practice") => learn.practice,
        ("mode", "predict") => learn.question,
        ("mode", "compare") => learn.compare,
        ("mode", _) => learn.explore,
        ("hide", "verdicts") => texts.verdicts,
        ("hide", "options") => ui.options,
        ("hide", "switches") => ui.switches,
        ("hide", _) => ui.question,
        ("lock", "all") => texts.all_switches,
        (_, id) => {
            let place = scene.model.shape.switch_ids.iter().position(|switch| **switch == *id);
            return place.map_or_else(|| id.to_owned(), |place| scene.switch_label(place)).into();
        }
    };
    AttrValue::Static(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_takes_the_place_of_the_one_before() {
        assert_eq!(with("s=1.A&lang=en&theme=dark", "lang", "ja"), "s=1.A&theme=dark&lang=ja");
        assert_eq!(with("s=1.A&lang=en", "lang", ""), "s=1.A");
        assert_eq!(chosen("s=1.A&lang=en", "lang"), Some("en"));
        assert_eq!(chosen("s=1.A&lock=a", "lo"), None, "no part of a longer key");
    }
}
