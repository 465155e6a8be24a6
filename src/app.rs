//! The page's root: the model and everything that follows from it.

use std::rc::Rc;

use yew::prelude::*;

use crate::effects::address::{keep_theme, opened, use_address};
use crate::effects::announce::Announcer;
use crate::effects::answered::use_answered;
use crate::effects::document::use_document;
use crate::effects::keys::use_keys;
use crate::effects::messages::use_messages;
use crate::effects::room::use_width;
use crate::host::SharedHost;
use crate::lessons::Course;
use crate::scene::Scene;
use crate::screens::{FIGURE, Page};
use crate::state::{Action, Model, Shape, reduce};

impl Reducible for Model {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        reduce(&self, action).map_or(self, Rc::new)
    }
}

/// What the page needs from outside.
#[derive(Properties)]
pub(crate) struct AppProps {
    /// The world.
    pub(crate) host: SharedHost,
    /// The lesson.
    pub(crate) course: Rc<Course>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.host == other.host && Rc::ptr_eq(&self.course, &other.course)
    }
}

/// The page.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let AppProps { host, course } = props;
    let model = use_reducer({
        let (host, course) = (host.clone(), course.clone());
        move || opened(Rc::new(Shape::of(&course.lesson)), &*host)
    });
    let act = use_memo((), {
        let (model, host) = (model.dispatcher(), host.clone());
        move |()| {
            Callback::from(move |action| {
                if let Action::Theme(theme) = action {
                    keep_theme(theme, &*host);
                }
                model.dispatch(action);
            })
        }
    });
    let model = Rc::new((*model).clone());
    let now = course.judged(model.shown());
    let before = model.change.map(|change| course.judged(change.from));
    let width = use_width(host, FIGURE, (model.mode, model.is_predicting()));
    let scene =
        Scene { course: course.clone(), model: model.clone(), now, before, width, picture: None }.drawn();

    let title: AttrValue = scene.text().title.clone().into();
    use_document(model.language(), model.colours(), model.embed, &title);
    use_address(&model, host, &act);
    use_keys(&act);
    use_messages(&scene, &act);
    use_answered(&scene);

    let says: AttrValue = scene.announcement().into();
    html! {
        <ContextProvider<SharedHost> context={host.clone()}>
            <Announcer key="announcer" {says} number={model.events} />
            <Page key="page" {scene} act={(*act).clone()} host={host.clone()} />
        </ContextProvider<SharedHost>>
    }
}
