//! Where the squares of the small map stand.

use engine::explain::Slice;

/// Where the squares stand: some axes down, some across, each in Gray code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// Axes down.
    pub(super) down: usize,
    /// Axes across.
    pub(super) across: usize,
}

impl Plan {
    pub(super) fn of(slice: &Slice) -> Plan {
        let down = slice.axes.len() / 2;
        Plan { down, across: slice.axes.len() - down }
    }

    fn rows(&self) -> usize {
        1 << self.down
    }

    pub(super) fn columns(&self) -> usize {
        1 << self.across
    }

    /// Whether an axis is on in a row or column, the first of so many axes changing least often.
    fn is_on(line: usize, axis: usize, count: usize) -> bool {
        (line ^ line >> 1) >> (count - 1 - axis) & 1 == 1
    }

    /// The number of the cell in a row and column.
    fn number(&self, row: usize, column: usize) -> usize {
        let down = (0..self.down).filter(|axis| Self::is_on(row, *axis, self.down));
        let across = (0..self.across).filter(|axis| Self::is_on(column, *axis, self.across));
        down.chain(across.map(|axis| axis + self.down)).fold(0, |number, axis| number | 1 << axis)
    }

    /// Every cell with its row and column.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        (0..self.rows()).flat_map(move |row| {
            (0..self.columns()).map(move |column| (self.number(row, column), row, column))
        })
    }

    /// The lines on which an axis is on, as runs: the first and one past the last.
    pub(super) fn runs(&self, axis: usize) -> Vec<(usize, usize)> {
        let (axis, count) =
            if axis < self.down { (axis, self.down) } else { (axis - self.down, self.across) };
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for line in (0..1 << count).filter(|line| Self::is_on(*line, axis, count)) {
            match runs.last_mut() {
                Some((_, end)) if *end == line => *end += 1,
                _ => runs.push((line, line + 1)),
            }
        }
        runs
    }

    /// Tracks of the grid: names and bars of what goes down, then squares; above them the same of what goes across.
    pub(super) fn style(&self) -> String {
        let repeat = |count: usize, size: &str| match count {
            0 => String::new(),
            _ => ["repeat(", &count.to_string(), ",", size, ")"].concat(),
        };
        [
            "grid-template:",
            &repeat(2 * self.across, "auto"),
            " ",
            &repeat(self.rows(), "var(--square)"),
            "/minmax(0,1fr) ",
            &repeat(self.down, "5px"),
            " ",
            &repeat(self.columns(), "var(--square)"),
        ]
        .concat()
    }

    /// Where an arrow leads.
    pub(super) fn moved(&self, from: usize, key: &str) -> Option<usize> {
        let (_, row, column) = self.places().find(|(number, ..)| *number == from)?;
        let (row, column) = match key {
            "ArrowUp" => (row.checked_sub(1)?, column),
            "ArrowDown" => (row + 1, column),
            "ArrowLeft" => (row, column.checked_sub(1)?),
            "ArrowRight" => (row, column + 1),
            _ => return None,
        };
        (row < self.rows() && column < self.columns()).then(|| self.number(row, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_differ_in_one_switch_and_arrows_lead_to_them() {
        let plan = Plan { down: 2, across: 3 };
        let mut seen: Vec<usize> = plan.places().map(|(number, ..)| number).collect();
        for (number, ..) in plan.places() {
            for key in ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] {
                let next = plan.moved(number, key);
                assert!(next.is_none_or(|next| (next ^ number).is_power_of_two()), "{number} {key} {next:?}");
            }
        }
        seen.sort_unstable();
        assert_eq!(seen, (0..32).collect::<Vec<_>>(), "every cell has one place");
    }

    #[test]
    fn bars_stand_where_a_switch_is_on() {
        let plan = Plan { down: 2, across: 3 };
        assert_eq!(plan.runs(0), [(2, 4)]);
        assert_eq!(plan.runs(1), [(1, 3)]);
        assert_eq!(plan.runs(4), [(1, 3), (5, 7)]);
    }
}
