//! A file of the practice sheet: shown, so that it can be had where nothing may be saved or copied, and offered to be.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::files::file_name;
use crate::host::{Refused, SharedHost};
use crate::parts::{Button, said};
use crate::scene::Scene;
use crate::screens::copied::Copy;
use crate::screens::exported::Format;

/// What a file needs that is text.
#[derive(Properties, PartialEq)]
pub(super) struct WrittenProps {
    pub(super) scene: Scene,
    pub(super) host: SharedHost,
    pub(super) format: Format,
    pub(super) text: Rc<str>,
}

/// A file that is text; a picture among them is shown too.
#[component]
pub(super) fn Written(props: &WrittenProps) -> Html {
    let WrittenProps { scene, host, format, text } = props;
    let save = {
        let (host, text, name) = (host.clone(), text.clone(), file_name(scene, *format));
        move |()| {
            host.save(&name, &text).ok();
        }
    };
    // Where nothing else is allowed, one key copies what is selected.
    let onfocus = |event: FocusEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.select();
        }
    };
    html! {
        <>
            <div class="sheet-tools">
                <Button key="save" class="primary" label={scene.lang().practice().download} onpress={save} />
                <Copy key="copy" scene={scene.clone()} host={host.clone()} text={text.clone()} of="files-title" />
            </div>
            if *format == Format::Svg {
                <img class="taken" alt={scene.text().title.clone()} src={picture_address(text)} />
            }
            <textarea class="code taken" readonly=true rows="12" spellcheck="false" aria-labelledby="files-title"
                value={text.to_string()} {onfocus} />
        </>
    }
}

/// What a picture needs that is painted.
#[derive(Properties, PartialEq)]
pub(super) struct PaintedProps {
    pub(super) scene: Scene,
    pub(super) host: SharedHost,
    /// The picture.
    pub(super) svg: Rc<str>,
    /// So many times its size.
    pub(super) times: u32,
}

/// A picture that the browser paints.
#[component]
pub(super) fn Painted(props: &PaintedProps) -> Html {
    let PaintedProps { scene, host, svg, times } = props;
    let texts = scene.lang().files();
    let painted = use_state(|| None::<(Rc<str>, Result<AttrValue, Refused>)>);
    use_effect_with((svg.clone(), *times), {
        let (host, painted) = (host.clone(), painted.setter());
        move |(svg, times)| {
            let of = svg.clone();
            let then = Box::new(move |png: Result<String, Refused>| {
                painted.set(Some((of, png.map(AttrValue::from))));
            });
            host.paint(&picture_address(svg), *times, then);
        }
    });
    let png = (*painted).as_ref().filter(|(of, _)| of == svg).map(|(_, png)| png.clone());
    match png {
        None => Html::default(),
        Some(Err(Refused)) => html! { <p role="status">{ said(scene.lang(), texts.not_painted) }</p> },
        Some(Ok(png)) => {
            let save = {
                let (host, png, name) = (host.clone(), png.clone(), file_name(scene, Format::Png(*times)));
                move |()| {
                    host.save_address(&name, &png).ok();
                }
            };
            html! {
                <>
                    <div class="sheet-tools">
                        <Button class="primary" label={scene.lang().practice().download} onpress={save} />
                    </div>
                    <img class="taken" alt={scene.text().title.clone()} src={png} />
                </>
            }
        }
    }
}

fn picture_address(svg: &str) -> String {
    ["data:image/svg+xml,", &String::from(js_sys::encode_uri_component(svg))].concat()
}
