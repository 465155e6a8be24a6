//! Handing a state on: a dialog that says what to paste where, and shows what readers will see.

mod choices;
mod target;

use std::rc::Rc;

use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::choices::Choices;
use self::target::{Shared, Target};
use super::copied::Copy;
use super::exported::{Format, exported};
use crate::host::SharedHost;
use crate::parts::{Button, Glyph, Radio, said};
use crate::scene::Scene;
use crate::state::link::{Embed, Link};

/// A frame's height at first, in CSS pixels, and what it may be.
const HEIGHT: u32 = 520;
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=2000;

/// The id of the snippet.
const SNIPPET: &str = "snippet";

/// What the dialog needs.
#[derive(Properties, PartialEq)]
pub(crate) struct ShareProps {
    pub(crate) scene: Scene,
    pub(crate) host: SharedHost,
    /// Told when it is closed.
    pub(crate) onclose: Callback<()>,
}

/// The dialog. The browser keeps the focus inside, closes it with Escape, and gives the focus back.
#[component]
pub(crate) fn Share(props: &ShareProps) -> Html {
    let ShareProps { scene, host, onclose } = props;
    let (ui, lang, texts) = (scene.ui(), scene.lang(), scene.lang().sharing());
    let shape = &scene.model.shape;
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            dialog.show_modal().ok();
        }
    });
    let fragment = use_state_eq(|| {
        let link = Link { embed: Embed::Compact, theme: None, lang: Some(lang), ..scene.model.link() };
        AttrValue::from(link.write(shape))
    });
    let target = use_state_eq(|| Target::Link);
    let height = use_state_eq(|| HEIGHT);

    let place = host.place();
    let link = Link::read(shape, "", &fragment);
    let at = |embed: Embed| [&place, "#", &Link { embed, ..link.clone() }.write(shape)].concat();
    let whole = at(Embed::Off);
    let address: AttrValue = if target.is_frame() { at(link.embed).into() } else { whole.clone().into() };
    // The text names the verdicts.
    let diagram = if scene.model.is_secret() { None } else { exported(scene, Format::Mermaid, &place) };
    let shared = Shared {
        address: &address,
        whole: &whole,
        title: &scene.text().title,
        on_its_own: texts.on_its_own,
        height: *height,
        diagram: diagram.as_deref(),
    };
    let snippet: Rc<str> = target.snippet(&shared).into();
    let is_published = place.starts_with("http");

    let close = {
        let dialog = dialog.clone();
        move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let onfocus = |event: FocusEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.select();
        }
    };
    let resize = {
        let height = height.setter();
        move |event: Event| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            let value = field.and_then(|field| field.value().parse::<u32>().ok());
            height.set(value.map_or(HEIGHT, |value| value.clamp(*HEIGHTS.start(), *HEIGHTS.end())));
        }
    };
    html! {
        <dialog class="share" ref={dialog} aria-labelledby="share-title" onclose={onclose.reform(|_: Event| ())}>
            <div class="share-head">
                <h2 id="share-title">{ texts.share }</h2>
                <Button label={ui.close} glyph={Glyph::Close} onpress={close} />
            </div>
            <div class="share-choices">
                <fieldset class="targets">
                    <legend>{ texts.target }</legend>
                    { for Target::ALL.into_iter().map(|one| {
                        let set = target.setter();
                        let name = one.name(texts);
                        html! {
                            <Radio key={name} id={["target-", &(one as u8).to_string()].concat()} class={classes!("target")} name="target" checked={one == *target} onpick={Callback::from(move |()| set.set(one))}>
                                <span>{ said(lang, name) }</span>
                            </Radio>
                        }
                    }) }
                </fieldset>
                <fieldset class="looks">
                    <legend>{ texts.looks }</legend>
                    <Choices scene={scene.clone()} fragment={(*fragment).clone()} framed={target.is_frame()} onchoose={{
                        let fragment = fragment.setter();
                        Callback::from(move |chosen| fragment.set(chosen))
                    }} />
                    if target.has_height() {
                        <label class="choice">
                            <span>{ texts.height }</span>
                            <input type="number" min={HEIGHTS.start().to_string()} max={HEIGHTS.end().to_string()} step="20" value={height.to_string()} onchange={resize} />
                        </label>
                    }
                </fieldset>
            </div>
            <section class="share-snippet" aria-labelledby="snippet-title">
                <h3 id="snippet-title">{ texts.snippet }</h3>
                if !is_published {
                    <p class="warning">{ said(lang, texts.not_published) }</p>
                }
                <p class="aside">{ said(lang, target.hint(texts)) }</p>
                <textarea id={SNIPPET} readonly=true rows="4" aria-labelledby="snippet-title" value={snippet.to_string()} {onfocus} />
                <Copy scene={scene.clone()} host={host.clone()} text={snippet} of="snippet-title" />
            </section>
            <section class="share-preview" aria-labelledby="preview-title">
                <h3 id="preview-title">{ texts.preview }</h3>
                if is_published {
                    // A new frame for every address: one that went from page to page would leave entries in the history.
                    <iframe key={address.to_string()} src={address.clone()} title={texts.preview} height={height.to_string()}></iframe>
                } else {
                    <p class="aside">{ said(lang, texts.no_preview) }</p>
                }
            </section>
        </dialog>
    }
}
