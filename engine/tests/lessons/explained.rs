//! Causes, fixes and blocked paths of the founding lesson, and that they are the smallest.

mod blocked;
mod causes;
mod changed;
mod fixes;
mod rules;

use engine::explain::Knowledge;
use engine::template::Parameters;
use engine::verdict::Requirement;

use crate::folder::{Folder, lines};

fn knowledge() -> Knowledge {
    Knowledge::of_lesson(&Folder::founding().lesson()).unwrap_or_else(|errors| panic!("{}", lines(errors)))
}

/// An option's state with some toggles set by hand.
fn state(knowledge: &Knowledge, option: Option<char>, toggles: &[(&str, &str)]) -> u64 {
    let mut parameters: Parameters = Folder::founding().lesson().parameters(option);
    parameters.extend(toggles.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    knowledge.settings().state(&parameters)
}

fn place(knowledge: &Knowledge, requirement: &str) -> usize {
    let asked: Requirement = requirement.parse().unwrap();
    knowledge.requirements().iter().position(|r| *r == asked).unwrap()
}

fn bit_of(knowledge: &Knowledge, parameter: &str) -> u64 {
    1u64 << knowledge.settings().toggles().iter().position(|t| *t.parameter == *parameter).unwrap()
}
