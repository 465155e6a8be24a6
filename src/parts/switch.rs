//! A switch: on, off, or mixed where it stands for several things.

use engine::words::Lang;
use stylist::yew::use_style;
use yew::prelude::*;

use super::said;

/// A switch. What is the same in every state compares equal, so that only a switch that turned is drawn anew.
#[derive(Properties, PartialEq)]
pub(crate) struct SwitchProps {
    /// Its place among its like.
    pub(crate) index: usize,
    /// The language of its name.
    pub(crate) lang: Lang,
    /// What it switches. It never changes with the state.
    pub(crate) label: AttrValue,
    /// How many of the things it stands for are on.
    pub(crate) lit: usize,
    /// How many it stands for.
    pub(crate) of: usize,
    /// The names of what it stands for; styles light them.
    pub(crate) toggles: AttrValue,
    /// Said of a mixed one, before `1 / 2`.
    pub(crate) partly: AttrValue,
    /// Why it cannot be turned, where it cannot.
    #[prop_or_default]
    pub(crate) locked: Option<&'static str>,
    /// Told its place when it is pressed.
    pub(crate) onpress: Callback<usize>,
}

/// A switch. `aria-checked` may not be mixed on one, so a mixed switch is off and says how much of it is on.
#[component]
pub(crate) fn Switch(props: &SwitchProps) -> Html {
    let on = props.lit == props.of;
    let mixed = props.lit > 0 && !on;
    let onclick = {
        let (onpress, index, is_free) = (props.onpress.clone(), props.index, props.locked.is_none());
        move |_: MouseEvent| {
            if is_free {
                onpress.emit(index);
            }
        }
    };
    let row = use_style!(
        "
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 34px;
        padding: 2px 0;
        border: 0;
        background: none;
        text-align: start;
        "
    );
    let track = use_style!(
        "
        position: relative;
        flex: none;
        width: 36px;
        height: 20px;
        border: 2px solid var(--line-strong);
        border-radius: 10px;
        background: var(--surface);
        transition: background var(--quick), border-color var(--quick);

        &::after {
            content: '';
            position: absolute;
            inset: 2px auto auto 2px;
            width: 12px;
            height: 12px;
            border-radius: 6px;
            background: var(--line-strong);
            transition: translate var(--quick), background var(--quick);
        }

        [aria-checked=true] > & {
            border-color: var(--accent);
            background: var(--accent);
        }

        [aria-checked=true] > &::after {
            translate: 16px 0;
            background: var(--on-accent);
        }

        &.mixed::after {
            translate: 8px 0;
            background: var(--accent);
        }

        @media (forced-colors: active) {
            &, &::after {
                forced-color-adjust: none;
                border-color: ButtonText;
                background: ButtonFace;
            }
            &::after {
                background: ButtonText;
            }
            [aria-checked=true] > & {
                background: Highlight;
            }
        }
        "
    );
    html! {
        <button type="button" role="switch" class={classes!("switch", row)} data-toggles={props.toggles.clone()} aria-checked={if on { "true" } else { "false" }}
            aria-disabled={props.locked.is_some().then_some("true")} title={props.locked} {onclick}>
            <span class="switch-label">
                { said(props.lang, &props.label) }
                if mixed {
                    <span class="switch-part">{ &*props.partly }{ " " }{ props.lit }{ "/" }{ props.of }</span>
                }
            </span>
            <span class={classes!("track", track, mixed.then_some("mixed"))} aria-hidden="true"></span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::shot;

    #[track_caller]
    fn check(lit: usize, of: usize, expect: &Expect) {
        let props = SwitchProps {
            index: 0,
            lang: Lang::En,
            label: "CodeArtifact endpoints".into(),
            lit,
            of,
            toggles: "Api Repositories".into(),
            partly: "partly on".into(),
            locked: None,
            onpress: Callback::noop(),
        };
        expect.assert_eq(&shot::html::<Switch>(props));
    }

    #[test]
    fn a_switch_says_whether_it_is_on() {
        check(
            2,
            2,
            &expect![[r#"
            <button type="button" role="switch" data-toggles="Api Repositories" aria-checked="true" class="switch">
            <span class="switch-label">CodeArtifact endpoints</span>
            <span aria-hidden="true" class="track">
            </span>
            </button>"#]],
        );
        check(
            0,
            1,
            &expect![[r#"
            <button type="button" role="switch" data-toggles="Api Repositories" aria-checked="false" class="switch">
            <span class="switch-label">CodeArtifact endpoints</span>
            <span aria-hidden="true" class="track">
            </span>
            </button>"#]],
        );
    }

    #[test]
    fn a_mixed_switch_is_off_and_says_how_much_of_it_is_on() {
        check(
            1,
            2,
            &expect![[r#"
            <button type="button" role="switch" data-toggles="Api Repositories" aria-checked="false" class="switch">
            <span class="switch-label">CodeArtifact endpoints<span class="switch-part">partly on 1/2</span>
            </span>
            <span aria-hidden="true" class="track mixed">
            </span>
            </button>"#]],
        );
    }
}
