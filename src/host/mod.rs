//! The world outside the page, behind one small trait. Everything in it may refuse (a sandboxed frame without storage,
//! a browser without a clipboard), and the page works all the same.

mod browser;
#[cfg(test)]
mod fake;
mod paint;
#[cfg(feature = "prerender")]
mod paper;

use std::rc::Rc;

pub use browser::Browser;
#[cfg(test)]
pub(crate) use fake::Fake;
#[cfg(feature = "prerender")]
pub(crate) use paper::Paper;

/// The world said no. There is nothing to do about it but go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// The parts of the address that the page reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The query, with its `?`, or empty.
    pub query: String,
    /// The fragment, with its `#`, or empty.
    pub fragment: String,
}

/// How a new address is entered into the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new one: back leads to the one before.
    New,
    /// In place of the present one.
    Same,
}

/// What the page asks of the world.
pub trait Host {
    /// The address as it is.
    fn address(&self) -> Address;

    /// The page's address without query and fragment.
    fn place(&self) -> String;

    /// Changes the address's fragment (given without `#`).
    ///
    /// # Errors
    /// Where the browser does not let it.
    fn write_fragment(&self, fragment: &str, entry: Entry) -> Result<(), Refused>;

    /// The reader's languages, best first, as BCP 47 tags.
    fn languages(&self) -> Vec<String>;

    /// The width in CSS pixels of the first element that a selector finds; 0 where there is none.
    fn width_of(&self, selector: &str) -> i32;

    /// A preference kept from an earlier visit.
    fn recall(&self, key: &str) -> Option<String>;

    /// Keeps a preference.
    ///
    /// # Errors
    /// Where there is no storage.
    fn remember(&self, key: &str, value: &str) -> Result<(), Refused>;

    /// Fetches a file of the site, by its address from the page's own, and then gives its text.
    fn fetch(&self, file: &str, then: Box<dyn FnOnce(Result<String, Refused>)>);

    /// Copies a text to the clipboard and then tells whether that worked.
    fn copy(&self, text: &str, then: Box<dyn FnOnce(Result<(), Refused>)>);

    /// Saves a text as a file of this name.
    ///
    /// # Errors
    /// Where the browser does not let it.
    fn save(&self, name: &str, text: &str) -> Result<(), Refused>;

    /// Saves what an address holds as a file of this name.
    ///
    /// # Errors
    /// Where the browser does not let it.
    fn save_address(&self, name: &str, address: &str) -> Result<(), Refused>;

    /// Paints the picture at an address, so many times its size, and then gives the address of a PNG.
    fn paint(&self, picture: &str, times: u32, then: Box<dyn FnOnce(Result<String, Refused>)>);

    /// Copies the page's whole address to the clipboard and then tells whether that worked.
    fn copy_address(&self, then: Box<dyn FnOnce(Result<(), Refused>)>);
}

/// A host that can be handed down to every component; equal only to itself.
#[derive(Clone)]
pub struct SharedHost(Rc<dyn Host>);

impl SharedHost {
    /// Shares a host.
    pub fn new(host: impl Host + 'static) -> Self {
        Self(Rc::new(host))
    }
}

impl std::ops::Deref for SharedHost {
    type Target = dyn Host;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for SharedHost {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
