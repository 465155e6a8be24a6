//! Handing a state on: a dialog that says what to paste where, and shows what readers will see.

mod choices;
mod code;
mod dialog;
mod sheet;
mod target;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::choices::Choices;
pub(crate) use self::code::Code;
use self::dialog::Dialog;
pub(crate) use self::sheet::Sheet;
#[cfg(feature = "prerender")]
pub(crate) use self::target::escaped;
pub(crate) use self::target::{Shared, Target};
use super::copied::Copy;
use super::exported::{Format, exported};
use crate::host::SharedHost;
use crate::parts::{Button, Glyph, Radio, said};
use crate::scene::Scene;
use crate::state::link::{Embed, Link};
use crate::state::{self, Action};

/// A frame's height at first, in CSS pixels, and what it may be.
const HEIGHT: u32 = 520;
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=2000;

/// The id of the snippet.
const SNIPPET: &str = "snippet";

/// What the dialog needs.
#[derive(Properties, PartialEq)]
pub(crate) struct ShareProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The dialog.
#[component]
pub(crate) fn Share(props: &ShareProps) -> Html {
    let ShareProps { scene, act, host } = props;
    let (lang, texts) = (scene.lang(), scene.lang().sharing());
    let shape = &scene.model.shape;
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
        <Dialog scene={scene.clone()} act={act.clone()} class="share" title={texts.share}>
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
                <div class="share-tools">
                    <Copy scene={scene.clone()} host={host.clone()} text={snippet} of="snippet-title" />
                    <Button label={texts.code} glyph={Glyph::Map} keys="Control+Alt+Q" onpress={act.reform(|()| Action::Dialog(Some(state::Dialog::Code)))} />
                </div>
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
        </Dialog>
    }
}
