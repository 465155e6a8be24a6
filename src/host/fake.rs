//! A host for tests: it answers from memory, or refuses everything it can.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Address, Entry, Host, Refused};

/// A host in memory.
#[derive(Debug, Default)]
pub(crate) struct Fake {
    /// Whether everything is refused.
    pub(crate) refuses: bool,
    /// The query.
    pub(crate) query: String,
    /// The fragments written, the latest last.
    pub(crate) fragments: RefCell<Vec<String>>,
    /// The languages.
    pub(crate) languages: Vec<&'static str>,
    /// The storage.
    pub(crate) storage: RefCell<BTreeMap<String, String>>,
}

impl Fake {
    fn may(&self) -> Result<(), Refused> {
        if self.refuses { Err(Refused) } else { Ok(()) }
    }
}

impl Host for Fake {
    fn address(&self) -> Address {
        let fragment = self.fragments.borrow().last().map(|last| ["#", last].concat()).unwrap_or_default();
        Address { query: self.query.clone(), fragment }
    }

    fn place(&self) -> String {
        "https://vpc.example/".to_owned()
    }

    fn write_fragment(&self, fragment: &str, entry: Entry) -> Result<(), Refused> {
        self.may()?;
        let mut fragments = self.fragments.borrow_mut();
        if entry == Entry::Same {
            fragments.pop();
        }
        fragments.push(fragment.to_owned());
        Ok(())
    }

    fn languages(&self) -> Vec<String> {
        self.languages.iter().map(ToString::to_string).collect()
    }

    fn width_of(&self, _: &str) -> i32 {
        0
    }

    fn recall(&self, key: &str) -> Option<String> {
        self.may().ok()?;
        self.storage.borrow().get(key).cloned()
    }

    fn remember(&self, key: &str, value: &str) -> Result<(), Refused> {
        self.may()?;
        self.storage.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn fetch(&self, _: &str, then: Box<dyn FnOnce(Result<String, Refused>)>) {
        then(Err(Refused));
    }

    fn copy(&self, _: &str, then: Box<dyn FnOnce(Result<(), Refused>)>) {
        then(self.may());
    }

    fn save(&self, _: &str, _: &str) -> Result<(), Refused> {
        self.may()
    }

    fn save_address(&self, _: &str, _: &str) -> Result<(), Refused> {
        self.may()
    }

    fn paint(&self, _: &str, _: u32, then: Box<dyn FnOnce(Result<String, Refused>)>) {
        then(Err(Refused));
    }

    fn copy_address(&self, then: Box<dyn FnOnce(Result<(), Refused>)>) {
        then(self.may());
    }
}
