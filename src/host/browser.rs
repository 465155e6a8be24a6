//! The browser as host.

use gloo_utils::{document, window};
use js_sys::{Array, Function, JsString, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlElement, Url};

use super::paint::paint;
use super::{Address, Entry, Host, Refused};

/// The browser.
#[derive(Clone, Copy, Debug)]
pub struct Browser;

/// Keys in the storage are ours alone even where several pages share an origin.
const PREFIX: &str = "vpc-explainer:";

impl Host for Browser {
    fn address(&self) -> Address {
        let location = window().location();
        Address {
            query: location.search().unwrap_or_default(),
            fragment: location.hash().unwrap_or_default(),
        }
    }

    fn place(&self) -> String {
        let address = document().url().unwrap_or_default();
        address.split(['?', '#']).next().unwrap_or_default().to_owned()
    }

    fn write_fragment(&self, fragment: &str, entry: Entry) -> Result<(), Refused> {
        let history = window().history().map_err(refused)?;
        let url = ["#", fragment].concat();
        match entry {
            Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        }
        .map_err(refused)
    }

    fn languages(&self) -> Vec<String> {
        window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
    }

    fn width_of(&self, selector: &str) -> i32 {
        let element = document().query_selector(selector).ok().flatten();
        // Its scroll bar counts, so that the bar's coming and going changes nothing.
        element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).map_or(0, |e| e.offset_width())
    }

    fn recall(&self, key: &str) -> Option<String> {
        // A sandboxed frame throws on the mere sight of its storage.
        window().local_storage().ok()??.get_item(&[PREFIX, key].concat()).ok()?
    }

    fn remember(&self, key: &str, value: &str) -> Result<(), Refused> {
        let storage = window().local_storage().map_err(refused)?.ok_or(Refused)?;
        storage.set_item(&[PREFIX, key].concat(), value).map_err(refused)
    }

    fn fetch(&self, file: &str, then: Box<dyn FnOnce(Result<String, Refused>)>) {
        // The loader knows how files come where the page has no origin.
        let ask = Reflect::get(&window(), &JsString::from("vpcExplainerText")).map(Function::from);
        let answer = ask.and_then(|ask| ask.call1(&JsValue::NULL, &file.into())).map(Promise::from);
        match answer {
            Ok(answer) => spawn_local(async move {
                then(JsFuture::from(answer).await.ok().and_then(|text| text.as_string()).ok_or(Refused));
            }),
            Err(_) => then(Err(Refused)),
        }
    }

    fn copy(&self, text: &str, then: Box<dyn FnOnce(Result<(), Refused>)>) {
        match clipboard_write(text) {
            Some(promise) => settle(&promise, then),
            None => then(Err(Refused)),
        }
    }

    fn save(&self, name: &str, text: &str) -> Result<(), Refused> {
        let parts = Array::of1(&JsValue::from_str(text));
        let blob = Blob::new_with_str_sequence(&parts).map_err(refused)?;
        let address = Url::create_object_url_with_blob(&blob).map_err(refused)?;
        self.save_address(name, &address)?;
        Url::revoke_object_url(&address).map_err(refused)
    }

    fn save_address(&self, name: &str, address: &str) -> Result<(), Refused> {
        let link = document().create_element("a").map_err(refused)?;
        link.set_attribute("href", address).map_err(refused)?;
        link.set_attribute("download", name).map_err(refused)?;
        link.dyn_into::<HtmlElement>().map_err(refused)?.click();
        Ok(())
    }

    fn paint(&self, picture: &str, times: u32, then: Box<dyn FnOnce(Result<String, Refused>)>) {
        paint(picture, times, then);
    }

    fn copy_address(&self, then: Box<dyn FnOnce(Result<(), Refused>)>) {
        match window().location().href() {
            Ok(href) => self.copy(&href, then),
            Err(_) => then(Err(Refused)),
        }
    }
}

/// Outside a secure context there is no clipboard at all, which the typed binding does not foresee.
fn clipboard_write(text: &str) -> Option<Promise> {
    let navigator = window().navigator();
    let present = Reflect::get(&navigator, &JsString::from("clipboard")).ok()?.is_object();
    (present && may_write()).then(|| navigator.clipboard().write_text(text))
}

/// Whether the page around a frame lets it write to the clipboard. Browsers that can tell complain aloud of those who do not ask.
fn may_write() -> bool {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &JsString::from(name)).ok();
    let document = document();
    let allows = get(&document, "featurePolicy").and_then(|policy| {
        let ask = get(&policy, "allowsFeature")?.dyn_into::<Function>().ok()?;
        ask.call1(&policy, &JsString::from("clipboard-write")).ok()?.as_bool()
    });
    allows.unwrap_or(true)
}

fn settle(promise: &Promise, then: Box<dyn FnOnce(Result<(), Refused>)>) {
    let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let tell = |result: Result<(), Refused>| {
        let then = then.clone();
        Closure::once_into_js(move |_: JsValue| {
            if let Some(then) = then.take() {
                then(result);
            }
        })
    };
    let (done, failed) = (tell(Ok(())), tell(Err(Refused)));
    let call = Reflect::get(promise, &JsString::from("then")).map(Function::from);
    if let Ok(call) = call {
        drop(call.call2(promise, &done, &failed));
    }
}

fn refused<T>(_: T) -> Refused {
    Refused
}
