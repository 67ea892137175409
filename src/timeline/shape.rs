//! How a date is drawn: exactly as precise as it is known.
//!
//! | date | drawn as |
//! | --- | --- |
//! | a day | a point |
//! | a month, a quarter, a year, from … to | a bar over all its days |
//! | an open start or end | the known side, and a fade towards the open one |
//! | `~`, `?`, `%`, unspecified digits | a dashed outline |
//! | vague in the text (`近日`) | a dotted outline |
//! | worked out from another date | a hollow bar |
//! | no day at all (`XXXX`) | nothing: such events stand in a list of their own |

use deltascope_model::{Basis, Day, Edtf, EventDate};

/// What is drawn for a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// First day of the solid part.
    pub first: Day,
    /// Last day of the solid part, inclusive.
    pub last: Day,
    /// Fades out to the left.
    pub open_start: bool,
    /// Fades out to the right.
    pub open_end: bool,
    /// Dashed.
    pub approximate: bool,
    /// How the date is known: dotted where vague, hollow where inferred.
    pub basis: Basis,
}

impl Shape {
    /// The shape of a date; none where it names no day.
    pub fn of(date: &EventDate) -> Option<Self> {
        let bounds = date.edtf.bounds();
        let text = date.edtf.as_str();
        let (start, end) = text.split_once('/').unwrap_or((text, text));
        // An open interval is drawn over its known side's own precision.
        let known = |side: &str| Edtf::new(side).map(|edtf| edtf.bounds()).unwrap_or_default();
        let first = bounds.first.or_else(|| known(end).first)?;
        let last = bounds.last.or_else(|| known(start).last)?;
        Some(Self {
            first,
            last,
            open_start: bounds.first.is_none(),
            open_end: bounds.last.is_none(),
            approximate: bounds.approximate || text.contains('X'),
            basis: date.basis,
        })
    }

    /// True for one whole and certain day.
    pub fn is_point(self) -> bool {
        self.first == self.last && !self.open_start && !self.open_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `solid` is the solid part as EDTF, `signs` the signs in the order of the struct.
    #[track_caller]
    fn check(edtf: &str, solid: &str, signs: [bool; 3]) {
        let date = EventDate { edtf: Edtf::new(edtf).unwrap(), basis: Basis::Stated };
        let shape = Shape::of(&date).unwrap();
        let bounds = Edtf::new(solid).unwrap().bounds();
        assert_eq!((Some(shape.first), Some(shape.last)), (bounds.first, bounds.last), "{edtf}");
        assert_eq!([shape.open_start, shape.open_end, shape.approximate], signs, "{edtf}");
    }

    #[test]
    fn the_solid_part_is_what_is_known() {
        check("2024-06-05", "2024-06-05", [false, false, false]);
        check("2024-06", "2024-06", [false, false, false]);
        check("2024-34", "2024-04/2024-06", [false, false, false]);
        check("2018/2023-03", "2018/2023-03", [false, false, false]);
        check("../2025-03-10", "2025-03-10", [true, false, false]);
        check("../2024", "2024", [true, false, false]);
        check("2021/..", "2021", [false, true, false]);
        check("2024~", "2024", [false, false, true]);
        check("202X", "2020/2029", [false, false, true]);
    }

    #[test]
    fn a_date_without_a_year_has_no_shape() {
        for edtf in ["XXXX", "XXXX-09-01", "../.."] {
            let edtf = Edtf::new(edtf).unwrap();
            assert_eq!(Shape::of(&EventDate { edtf, basis: Basis::Vague }), None);
        }
    }

    #[test]
    fn only_a_whole_day_is_a_point() {
        let point = |text: &str| {
            let edtf = Edtf::new(text).unwrap();
            Shape::of(&EventDate { edtf, basis: Basis::Stated }).unwrap().is_point()
        };
        assert!(point("2024-06-05"));
        assert!(point("2024-06-05~"));
        assert!(!point("2024-06"));
        assert!(!point("../2024-06-05"));
    }
}
