//! Figures of several subjects by what they measure: what more than one subject has comes first,
//! so that values of one indicator stand beside each other.

use deltascope_model::{Edtf, Figure};

use crate::order::in_order;

/// One indicator in one unit: for each subject its figures, by position in the corpus, the latest
/// first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The figures of each subject.
    pub cells: Vec<Vec<usize>>,
}

impl Row {
    /// How many subjects have the indicator.
    pub fn shared(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// The rows of some subjects, given the figures of each.
pub fn rows(figures: &[Figure], subjects: &[Vec<usize>]) -> Vec<Row> {
    let mut named: Vec<(&str, &str)> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for (nth, own) in subjects.iter().enumerate() {
        let time = |at: &usize| {
            let time = figures[*at].as_of.as_ref().map_or((i32::MIN, 0), Edtf::sort_key);
            (-time.0.max(-i32::MAX), -time.1.max(-i32::MAX))
        };
        for at in in_order(own.iter().map(time)).into_iter().map(|place| own[place]) {
            let name = (figures[at].indicator.as_str(), figures[at].unit.as_str());
            let row = named.iter().position(|known| *known == name).unwrap_or_else(|| {
                named.push(name);
                rows.push(Row { cells: vec![Vec::new(); subjects.len()] });
                rows.len() - 1
            });
            if !rows[row].cells[nth].contains(&at) {
                rows[row].cells[nth].push(at);
            }
        }
    }
    let order = in_order(rows.iter().map(|row| (-(row.shared() as i32), 0)));
    order.into_iter().map(|at| Row { cells: std::mem::take(&mut rows[at].cells) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::ledger::tests::figure;

    #[track_caller]
    fn check(subjects: &[&[usize]], expected: &[&[&[usize]]]) {
        let figures = [
            figure("面积", 1, "5", "亩", "2021"),
            figure("企业", 1, "8", "家", "2022"),
            figure("企业", 2, "9", "家", "2024-05"),
            figure("企业", 3, "7", "个", "2024"),
            figure("企业", 4, "6", "家", ""),
        ];
        let subjects: Vec<Vec<usize>> = subjects.iter().map(|own| own.to_vec()).collect();
        let found = rows(&figures, &subjects);
        let found: Vec<Vec<&[usize]>> =
            found.iter().map(|row| row.cells.iter().map(Vec::as_slice).collect()).collect();
        let expected: Vec<Vec<&[usize]>> = expected.iter().map(|row| row.to_vec()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_both_have_comes_first_and_units_are_not_mixed() {
        check(&[&[0, 1], &[2, 3]], &[&[&[1], &[2]], &[&[0], &[]], &[&[], &[3]]]);
    }

    #[test]
    fn of_one_subject_the_latest_comes_first_and_the_undated_last() {
        check(&[&[4, 1, 2]], &[&[&[2, 1, 4]]]);
        check(&[&[1, 1]], &[&[&[1]]]);
        check(&[&[], &[]], &[]);
    }
}
