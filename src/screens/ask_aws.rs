//! The command that asks AWS Reachability Analyzer the same question, to be copied.

use engine::words::Lang;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlInputElement};
use yew::prelude::*;

use crate::effects::document::select;
use crate::host::SharedHost;
use crate::parts::{Button, Glyph, GlyphIcon, said};

/// The command.
#[derive(Properties, PartialEq)]
pub(crate) struct AskAwsProps {
    pub(crate) lang: Lang,
    pub(crate) command: AttrValue,
}

/// The id of the field.
const FIELD: &str = "ask-aws";

/// The command, with a button that copies it; where the clipboard refuses, it is selected.
#[component]
pub(crate) fn AskAws(props: &AskAwsProps) -> Html {
    let AskAwsProps { lang, command } = props;
    let (lang, texts) = (*lang, lang.explaining());
    let host = use_context::<SharedHost>();
    // What became of which command.
    let copied = use_state(|| None::<(AttrValue, bool)>);
    let onpress = {
        let (command, copied) = (command.clone(), copied.setter());
        Callback::from(move |()| {
            let Some(host) = &host else { return };
            let (text, copied) = (command.clone(), copied.clone());
            host.copy(
                &command,
                Box::new(move |result| {
                    if result.is_err() {
                        select(FIELD);
                    }
                    copied.set(Some((text, result.is_ok())));
                }),
            );
        })
    };
    let onfocus = |event: FocusEvent| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            field.select();
        }
    };
    let told = (*copied).as_ref().filter(|(text, _)| text == command);
    let told = told.map(|(_, done)| if *done { texts.copied } else { texts.not_copied });
    html! {
        <details class="fold ask">
            <summary><GlyphIcon glyph={Glyph::Chevron} /><span>{ said(lang, lang.ui().ask_aws) }</span></summary>
            <div class="copied">
                <input id={FIELD} class="code" readonly=true lang="en" aria-label={lang.ui().ask_aws} value={command.clone()} {onfocus} />
                <Button label={texts.copy} {onpress} />
            </div>
            <p class="told" role="status">{ told.map(|told| said(lang, told)) }</p>
        </details>
    }
}
