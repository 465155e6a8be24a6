//! All settings of a few switches, the others as they are: small enough to be drawn.

use super::knowledge::Knowledge;
use crate::verdict::Verdict;

/// A configuration with its verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The configuration.
    pub state: u64,
    /// One verdict per requirement.
    pub verdicts: Vec<Verdict>,
}

/// Every setting of a few switches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The switches, by their places in the list that was given; only those that change a verdict here.
    pub axes: Vec<usize>,
    /// By number: bit `n` says whether the switch `axes[n]` is on.
    pub cells: Vec<Cell>,
}

/// Switches beyond this are left as they are.
const MOST_TRIED: usize = 8;

/// Judges every setting of these switches (each the toggles it turns together) around a state, and keeps the `most` that
/// change the most verdicts.
pub fn slice(knowledge: &mut Knowledge, state: u64, switches: &[u64], most: usize) -> Slice {
    let switches = switches.get(..MOST_TRIED.min(switches.len())).unwrap_or_default();
    let at = |number: u64, axes: &[usize]| {
        (0u32..).zip(axes).fold(state, |state, (bit, axis)| {
            let toggles = switches.get(*axis).copied().unwrap_or_default();
            if number >> bit & 1 == 1 { state | toggles } else { state & !toggles }
        })
    };
    let all: Vec<usize> = (0..switches.len()).collect();
    let every: Vec<Vec<Verdict>> = (0..1u64 << all.len()).map(|n| knowledge.all(at(n, &all))).collect();
    // How many verdicts a switch changes.
    let weight = |axis: usize| {
        let pairs = every.iter().enumerate().filter(|(number, _)| number >> axis & 1 == 0);
        let changed = pairs.map(|(number, off)| {
            let on = every.get(number | 1 << axis).map_or(&[][..], Vec::as_slice);
            off.iter().zip(on).filter(|(off, on)| off != on).count()
        });
        changed.sum::<usize>()
    };
    let mut axes: Vec<usize> = all.into_iter().filter(|axis| weight(*axis) > 0).collect();
    axes.sort_by_key(|axis| (std::cmp::Reverse(weight(*axis)), *axis));
    axes.truncate(most);
    axes.sort_unstable();
    let cells = (0..1u64 << axes.len()).map(|number| {
        let state = at(number, &axes);
        Cell { state, verdicts: knowledge.all(state) }
    });
    Slice { cells: cells.collect(), axes }
}

impl Slice {
    /// The cell's number that a state is, if it is one of them.
    pub fn place(&self, state: u64) -> Option<usize> {
        self.cells.iter().position(|cell| cell.state == state)
    }
}
