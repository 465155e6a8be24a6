//! Files that come when they are asked for: prose that the first view does without.

use std::cell::RefCell;
use std::rc::Rc;

use engine::lesson::LessonError;
use engine::template::Source;
use yew::prelude::*;

use crate::host::SharedHost;

/// A file that was asked for.
pub(crate) enum Prose<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Here(Rc<T>),
    /// It did not come, or cannot be read.
    Missing,
}

/// Reads a file.
type Read<T> = fn(Source<'_>) -> Result<T, Vec<LessonError>>;

/// The files that came, by their addresses.
type Shelf = RefCell<Vec<(AttrValue, Rc<str>)>>;

thread_local! {
    /// What came once is not asked for again.
    static SHELF: Shelf = const { RefCell::new(Vec::new()) };
}

fn kept(file: &AttrValue) -> Option<Rc<str>> {
    SHELF.with_borrow(|shelf| shelf.iter().find(|(name, _)| name == file).map(|(_, text)| text.clone()))
}

/// The file at this address, and a way to ask for it again where it did not come.
#[hook]
pub(crate) fn use_prose<T: 'static>(
    host: &SharedHost,
    file: AttrValue,
    read: Read<T>,
) -> (Prose<T>, Callback<()>) {
    let came = use_state(|| None::<(AttrValue, Option<Rc<str>>)>);
    let tries = use_state(|| 0_u32);
    use_effect_with((host.clone(), file.clone(), *tries), {
        let came = came.setter();
        move |(host, file, _)| {
            let file = file.clone();
            if kept(&file).is_none() {
                host.fetch(
                    &file.clone(),
                    Box::new(move |text| {
                        let text: Option<Rc<str>> = text.ok().map(Into::into);
                        if let Some(text) = &text {
                            SHELF.with_borrow_mut(|shelf| shelf.push((file.clone(), text.clone())));
                        }
                        came.set(Some((file, text)));
                    }),
                );
            }
        }
    });
    let text = kept(&file)
        .map(Some)
        .or_else(|| (*came).as_ref().filter(|(name, _)| *name == file).map(|(_, text)| text.clone()));
    let read = use_memo((file.clone(), text.clone().flatten()), |(file, text)| {
        text.as_ref().and_then(|text| read(Source { name: file, text }).ok()).map(Rc::new)
    });
    let prose = match (text, &*read) {
        (None, _) => Prose::Loading,
        (Some(_), Some(prose)) => Prose::Here(prose.clone()),
        (Some(_), None) => Prose::Missing,
    };
    let again = use_callback((*tries, tries.setter(), came.setter()), |(): (), (now, tries, came)| {
        came.set(None);
        tries.set(now.wrapping_add(1));
    });
    (prose, again)
}
