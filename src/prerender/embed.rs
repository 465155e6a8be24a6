//! The frame that oEmbed hands out: the very one that the dialog to share gives.

use std::rc::Rc;

use engine::lesson::Lesson;
use engine::words::Lang;

use crate::screens::{Shared, Target};
use crate::state::Shape;
use crate::state::link::{Embed, Link};

/// The frame's width, in CSS pixels.
pub(super) const WIDTH: u32 = 720;
/// Its height.
pub(super) const HEIGHT: u32 = 640;

/// A frame around the lesson's first state, in a language.
pub(super) fn frame(lesson: &Lesson, site: &str, lang: Lang, title: &str) -> String {
    let shape = Rc::new(Shape::of(lesson));
    let link = Link { lang: Some(lang), embed: Embed::Compact, ..Link::new(shape.base) };
    let address = [site, "#", &link.write(&shape)].concat();
    Target::Hatena.snippet(&Shared {
        address: &address,
        whole: site,
        title,
        on_its_own: lang.sharing().on_its_own,
        height: HEIGHT,
        diagram: None,
    })
}
