//! What needs a real document: the browser as host, and the page mounted in it. Everything else is tested on the host.
#![cfg(target_arch = "wasm32")]

use gloo_utils::document;
use js_sys::Promise;
use page::host::{Browser, Entry, Host};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// Waits until the page has carried out what was asked of it, as long as a slow machine may take.
async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..400 {
        if is_so() {
            return;
        }
        let promise = Promise::new(&mut |resolve, _| {
            let set =
                gloo_utils::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50);
            assert!(set.is_ok(), "no timer");
        });
        JsFuture::from(promise).await.expect("a timer that ends");
    }
    panic!("not seen in twenty seconds: {what}");
}

fn find(selector: &str) -> HtmlElement {
    let found = document().query_selector(selector).expect("a valid selector");
    found.unwrap_or_else(|| panic!("nothing is {selector}")).unchecked_into()
}

fn is_on(switch: &HtmlElement) -> bool {
    switch.get_attribute("aria-checked").as_deref() == Some("true")
}

fn press(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_ctrl_key(true);
    init.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    let body = document().body().expect("a body");
    body.dispatch_event(&event).expect("an event that is taken");
}

#[wasm_bindgen_test]
fn the_browser_keeps_what_it_is_told() {
    Browser.write_fragment("lang=ja", Entry::Same).expect("an address that can be written");
    assert_eq!(Browser.address().fragment, "#lang=ja");
    Browser.write_fragment("", Entry::Same).expect("an address that can be written");
    Browser.remember("test", "kept").expect("a storage that can be written");
    assert_eq!(Browser.recall("test").as_deref(), Some("kept"));
    assert!(!Browser.languages().is_empty(), "a browser has a language");
}

#[wasm_bindgen_test]
async fn a_switch_changes_the_page_and_the_address_and_can_be_undone() {
    let root = document().create_element("div").expect("an element");
    root.set_id("app");
    document().body().expect("a body").append_child(&root).expect("a place");
    page::start();
    // What the loader does once the program is there.
    let init = CustomEventInit::new();
    init.set_detail(&root);
    let mount = CustomEvent::new_with_event_init_dict("vpc-explainer:mount", &init).expect("an event");
    gloo_utils::window().dispatch_event(&mount).expect("an event that is taken");
    let all = |selector: &str| document().query_selector_all(selector).expect("a valid selector").length();
    until("a page with switches", || all("[role=switch]") > 0).await;

    let first_is_on = || is_on(&find("[role=switch]"));
    let failing = || all("article[data-verdict=fails]");
    assert!(!first_is_on(), "the base state has the first switch off");
    assert_eq!(failing(), 1, "in the base state the packages fail");

    find("[role=switch]").click();
    until("a click turns the switch on", first_is_on).await;
    until("the address says so", || Browser.address().fragment.contains("s=1.")).await;

    press("z");
    until("Ctrl+Z turns it off again", || !first_is_on()).await;
    assert_eq!(failing(), 1, "and everything is as before");
}
