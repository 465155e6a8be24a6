//! The host of a page that is printed: a reader of one language, an address that says nothing, no room known.

use engine::words::Lang;

use super::{Address, Entry, Host, Refused};

/// A reader of this language.
pub(crate) struct Paper(pub(crate) Lang);

impl Host for Paper {
    fn address(&self) -> Address {
        Address::default()
    }

    fn place(&self) -> String {
        String::new()
    }

    fn write_fragment(&self, _: &str, _: Entry) -> Result<(), Refused> {
        Err(Refused)
    }

    fn languages(&self) -> Vec<String> {
        vec![self.0.tag().to_owned()]
    }

    fn width_of(&self, _: &str) -> i32 {
        0
    }

    fn recall(&self, _: &str) -> Option<String> {
        None
    }

    fn remember(&self, _: &str, _: &str) -> Result<(), Refused> {
        Err(Refused)
    }

    fn fetch(&self, _: &str, then: Box<dyn FnOnce(Result<String, Refused>)>) {
        then(Err(Refused));
    }

    fn copy(&self, _: &str, then: Box<dyn FnOnce(Result<(), Refused>)>) {
        then(Err(Refused));
    }

    fn save(&self, _: &str, _: &str) -> Result<(), Refused> {
        Err(Refused)
    }

    fn save_address(&self, _: &str, _: &str) -> Result<(), Refused> {
        Err(Refused)
    }

    fn paint(&self, _: &str, _: u32, then: Box<dyn FnOnce(Result<String, Refused>)>) {
        then(Err(Refused));
    }

    fn copy_address(&self, then: Box<dyn FnOnce(Result<(), Refused>)>) {
        then(Err(Refused));
    }
}
