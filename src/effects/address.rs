//! The address says what the page shows, and back and forward go through what was shown.

use std::rc::Rc;

use engine::words::Lang;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use yew::prelude::*;

use crate::host::{Entry, Host, SharedHost};
use crate::state::link::{Embed, Link};
use crate::state::{Action, Model, Shape, Theme, reduce};

/// Key of the theme in the storage.
const THEME: &str = "theme";

/// The model a page starts with: what the address says, else the reader's own preferences.
pub fn opened(shape: Rc<Shape>, host: &dyn Host) -> Model {
    let preferred = host.languages().iter().find_map(|tag| Lang::from_tag(tag)).unwrap_or_default();
    let address = host.address();
    let link = Link::read(&shape, &address.query, &address.fragment);
    let mut model = Model::new(shape, preferred);
    model.preferred_theme = host.recall(THEME).and_then(|name| Theme::from_name(&name)).unwrap_or_default();
    let mut model = reduce(&model, Action::Visit(link)).unwrap_or(model);
    // The state a page opens on is no change to it, and there is nothing to go back to.
    model.toggles = crate::state::History::new(model.on());
    model.change = None;
    // Inside another page the author's state is where everything starts from.
    if model.embed != Embed::Off {
        model.home = model.on();
        model.folded = model.embed != Embed::Full;
    }
    model
}

/// Writes what the model shows into the address, where that says something else: a new entry for a change of the
/// toggles or of the place, the same entry for anything else.
pub fn write(model: &Model, host: &dyn Host) {
    let address = host.address();
    let says = Link { complaints: Vec::new(), ..Link::read(&model.shape, &address.query, &address.fragment) };
    let link = model.link();
    if says != link {
        let place = |link: &Link| (link.toggles, link.mode, link.chapter);
        let is_same = place(&says) == place(&link);
        let entry = if is_same { Entry::Same } else { Entry::New };
        // An address that cannot be written costs the link, nothing else.
        host.write_fragment(&link.write(&model.shape), entry).ok();
    }
}

/// Keeps a colour scheme for the next visit; without storage it lasts as long as the page.
pub fn keep_theme(theme: Theme, host: &dyn Host) {
    host.remember(THEME, theme.name()).ok();
}

/// Keeps address and model alike. Browsers take a millisecond for an entry in the history, so it is written after what
/// changed is shown; every state gets its entry, in order.
#[hook]
pub fn use_address(model: &Rc<Model>, host: &SharedHost, dispatch: &Callback<Action>) {
    use_effect_with((model.link(), host.clone()), {
        let model = model.clone();
        move |(_, host)| {
            let host = host.clone();
            Timeout::new(0, move || write(&model, &*host)).forget();
        }
    });
    use_effect_with((model.shape.clone(), host.clone(), dispatch.clone()), |(shape, host, dispatch)| {
        let (shape, host, dispatch) = (shape.clone(), host.clone(), dispatch.clone());
        // `hashchange` also follows a link typed by hand; `popstate` alone may be missing there in older browsers.
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            let address = host.address();
            dispatch.emit(Action::Visit(Link::read(&shape, &address.query, &address.fragment)));
        });
        move || drop(listener)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Fake;
    use crate::state::Toggles;

    fn shape() -> Rc<Shape> {
        Rc::new(Shape { lesson: "small".into(), toggles: 3, requirements: 2, ..Shape::default() })
    }

    fn did(model: &Model, action: Action) -> Model {
        reduce(model, action).expect("a change")
    }

    #[test]
    fn an_untouched_page_leaves_the_address_alone() {
        let host = Fake::default();
        write(&opened(shape(), &host), &host);
        assert!(host.fragments.borrow().is_empty(), "nothing to write");
    }

    #[test]
    fn a_toggle_is_a_new_entry_and_a_path_is_not() {
        let host = Fake::default();
        let model = opened(shape(), &host);
        let toggled = did(&model, Action::Toggle(1));
        write(&toggled, &host);
        write(&did(&toggled, Action::Show(Some(0))), &host);
        assert_eq!(host.fragments.borrow().len(), 1, "one entry");
        let again = opened(shape(), &host);
        assert_eq!(
            (again.on(), again.requirement),
            (Toggles::from_iter([1]), Some(0)),
            "a reload shows the same"
        );
    }

    #[test]
    fn the_base_state_wins_over_a_query_with_another() {
        let shape = shape();
        let query = ["?", &Link::new(Toggles::from_iter([2])).write(&shape)].concat();
        let host = Fake { query, ..Fake::default() };
        let model = opened(shape.clone(), &host);
        assert_eq!(model.on(), Toggles::from_iter([2]), "the query is read");
        write(&did(&model, Action::Toggle(2)), &host);
        assert_eq!(opened(shape, &host).on(), Toggles::default(), "the fragment wins");
    }

    #[test]
    fn the_language_is_the_links_else_the_browsers_else_english() {
        let said = |fragment: &str, languages: &[&'static str]| {
            let host = Fake { languages: languages.to_vec(), ..Fake::default() };
            if !fragment.is_empty() {
                host.fragments.borrow_mut().push(fragment.to_owned());
            }
            opened(shape(), &host).language()
        };
        assert_eq!(said("lang=en", &["ja-JP"]), Lang::En, "the link's");
        assert_eq!(said("", &["fr-FR", "ja-JP", "en"]), Lang::Ja, "the browser's first that there is");
        assert_eq!(said("", &["fr-FR"]), Lang::En, "else English");
    }

    #[test]
    fn a_world_that_refuses_everything_costs_nothing_else() {
        let host = Fake { refuses: true, ..Fake::default() };
        let model = did(&opened(shape(), &host), Action::Toggle(0));
        write(&model, &host);
        assert_eq!(model.on(), Toggles::from_iter([0]), "the page goes on");
    }
}
