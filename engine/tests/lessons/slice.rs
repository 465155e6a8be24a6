//! A few switches in all their settings: which of them matter, and that every cell is what it says.

use engine::explain::{Knowledge, slice};
use engine::verdict::Verdict;

use crate::folder::{Folder, lines};

#[test]
fn only_switches_that_matter_span_the_slice_and_every_cell_is_judged_truly() {
    let lesson = Folder::founding().lesson();
    let mut knowledge = Knowledge::of_lesson(&lesson).unwrap_or_else(|errors| panic!("{}", lines(errors)));
    let bit = |name: &str| 1u64 << lesson.toggles.iter().position(|t| &*t.parameter == name).unwrap();
    let endpoints = bit("CodeArtifactApiEndpoint") | bit("CodeArtifactRepositoriesEndpoint");
    let idle = bit("DynamoDbGatewayEndpoint");
    let switches = [bit("NatGateway"), idle, bit("CodeArtifact"), endpoints, bit("PipUsesCodeArtifact")];
    let base = knowledge.settings().defaults();
    let slice = slice(&mut knowledge, base, &switches, 5);
    assert_eq!(slice.axes, [0, 2, 3, 4], "what changes no verdict is left out");
    assert_eq!(slice.cells.len(), 16);
    assert_eq!(slice.place(base), Some(0), "the base state is the one with all of them off");
    for (number, cell) in slice.cells.iter().enumerate() {
        let on = (0..4).filter(|axis| number >> axis & 1 == 1).map(|axis| switches[slice.axes[axis]]);
        assert_eq!(cell.state, on.fold(base, |state, toggles| state | toggles), "{number}");
        let judged = knowledge.judge(cell.state).unwrap_or_else(|errors| panic!("{}", lines(errors)));
        let answers = judged.report.sources.first().map_or(&[][..], |source| &source.answers);
        let verdicts: Vec<Verdict> = answers.iter().map(|answer| answer.verdict).collect();
        assert_eq!(cell.verdicts, verdicts, "{number}");
    }
    let all = |cell: &&engine::explain::Cell| cell.verdicts.iter().all(|v| *v == Verdict::Holds);
    let best: Vec<u64> = slice.cells.iter().filter(all).map(|cell| cell.state).collect();
    assert_eq!(best, [base | switches[2] | endpoints | switches[4]], "one of them satisfies everything");
}
