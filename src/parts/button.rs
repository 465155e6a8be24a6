//! A button of the tool bar.

use yew::prelude::*;

use super::{Glyph, GlyphIcon};

/// A button.
#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    /// Its name.
    pub(crate) label: AttrValue,
    /// How it looks, where not as usual.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// The id of what it is about, where several buttons have the same name.
    #[prop_or_default]
    pub(crate) describes: Option<AttrValue>,
    /// Its sign; the name is then shown only where there is room for it.
    #[prop_or_default]
    pub(crate) glyph: Option<Glyph>,
    /// The language its name is in, where that is not the page's.
    #[prop_or_default]
    pub(crate) lang: Option<AttrValue>,
    /// Whether what it shows is there, where it shows something.
    #[prop_or_default]
    pub(crate) expanded: Option<bool>,
    /// Whether it stays pressed, where it is that kind of button.
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    /// Whether it does nothing now; it can still be reached, so that focus is not lost.
    #[prop_or_default]
    pub(crate) idle: bool,
    /// Why it can do nothing, where the author of the page locked it.
    #[prop_or_default]
    pub(crate) locked: Option<&'static str>,
    /// The key combination that does the same, as ARIA writes it.
    #[prop_or_default]
    pub(crate) keys: Option<AttrValue>,
    /// Told when it is pressed.
    pub(crate) onpress: Callback<()>,
}

/// A button.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let idle = props.idle || props.locked.is_some();
    let onclick = {
        let onpress = props.onpress.clone();
        move |_: MouseEvent| {
            if !idle {
                onpress.emit(());
            }
        }
    };
    let pressed = props.pressed.map(|pressed| if pressed { "true" } else { "false" });
    let expanded = props.expanded.map(|expanded| if expanded { "true" } else { "false" });
    let class = classes!("button", props.class.clone(), props.glyph.is_some().then_some("with-glyph"));
    let name = props.glyph.map(|_| props.label.clone());
    let title = match (props.locked, &name) {
        (Some(locked), Some(name)) => Some([name, " – ", locked].concat().into()),
        (Some(locked), None) => Some(AttrValue::Static(locked)),
        (None, _) => name,
    };
    html! {
        <button
            type="button"
            {class}
            lang={props.lang.clone()}
            aria-pressed={pressed}
            aria-expanded={expanded}
            aria-disabled={idle.then_some("true")}
            aria-describedby={props.describes.clone()}
            aria-keyshortcuts={props.keys.clone()}
            title={title}
            {onclick}
        >
            if let Some(glyph) = props.glyph {
                <GlyphIcon {glyph} />
            }
            <span class="button-label">{ props.label.clone() }</span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::shot;

    #[track_caller]
    fn check(props: ButtonProps, expect: &Expect) {
        expect.assert_eq(&shot::html::<Button>(props));
    }

    fn undo() -> ButtonProps {
        ButtonProps {
            label: "Undo".into(),
            class: Classes::new(),
            describes: None,
            glyph: Some(Glyph::Undo),
            lang: None,
            expanded: None,
            pressed: None,
            idle: false,
            locked: None,
            keys: None,
            onpress: Callback::noop(),
        }
    }

    #[test]
    fn a_button_with_a_sign_still_has_its_name() {
        check(
            undo(),
            &expect![[r#"
            <button type="button" title="Undo" class="button with-glyph">
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" class="glyph">
            <path d="M6.5 3 3 6.5 6.5 10M3 6.5h6.2a3.5 3.5 0 0 1 0 7H6">
            </path>
            </svg>
            <span class="button-label">Undo</span>
            </button>"#]],
        );
    }

    #[test]
    fn an_idle_button_keeps_its_place_in_the_tab_order() {
        check(
            ButtonProps { idle: true, glyph: None, ..undo() },
            &expect![[r#"
            <button type="button" aria-disabled="true" class="button">
            <span class="button-label">Undo</span>
            </button>"#]],
        );
    }

    #[test]
    fn a_locked_button_says_why() {
        check(
            ButtonProps { locked: Some("locked"), ..undo() },
            &expect![[r#"
            <button type="button" aria-disabled="true" title="Undo – locked" class="button with-glyph">
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" class="glyph">
            <path d="M6.5 3 3 6.5 6.5 10M3 6.5h6.2a3.5 3.5 0 0 1 0 7H6">
            </path>
            </svg>
            <span class="button-label">Undo</span>
            </button>"#]],
        );
    }

    #[test]
    fn a_language_button_is_in_its_own_language() {
        let props = ButtonProps {
            label: "日本語".into(),
            lang: Some("ja".into()),
            pressed: Some(true),
            glyph: None,
            ..undo()
        };
        check(
            props,
            &expect![[r#"
            <button type="button" lang="ja" aria-pressed="true" class="button">
            <span class="button-label">日本語</span>
            </button>"#]],
        );
    }
}
