//! What is rendered on the host by the page's own components: the first view, and a page for each lesson and language that can
//! be read without the program.

mod card;
mod docs;
mod document;
mod embed;
mod examples;
mod lesson_page;
mod views;

pub use lesson_page::front;
pub use views::body;

use std::rc::Rc;

use engine::lesson::LessonError;
use yew::{BaseComponent, LocalServerRenderer};

use crate::lessons::Course;

/// Every page that can be read without the program, and what belongs to it, by names in the site. A picture of a link card is a document
/// still, `card.html`, for a browser to paint; there is one only where the site's address is known.
///
/// # Errors
/// What is wrong with the lesson.
pub fn pages(site: Option<&str>) -> Result<Vec<(String, String)>, String> {
    Ok([lesson_page::lesson_pages(site)?, examples::examples(site)?, docs::docs(site)].concat())
}

/// The first lesson: what the page itself begins with.
fn course() -> Result<Rc<Course>, String> {
    Course::first().map_err(|errors| told(&errors))
}

/// What is wrong with a lesson, a line each.
fn told(errors: &[LessonError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A component as HTML text.
fn html<C: BaseComponent>(props: C::Properties) -> Result<String, String>
where
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    Ok(runtime.block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render()))
}
