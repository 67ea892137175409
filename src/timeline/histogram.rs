//! The overview's histogram: how many events begin when, over all days, as an outline to be filled.

use deltascope_model::Day;

use super::projection::Projection;

/// Pixels of one column.
const COLUMN: i32 = 5;

/// How many events begin in each column of a view.
pub fn columns(firsts: impl Iterator<Item = Day>, view: Projection) -> Vec<usize> {
    let mut columns = vec![0; (view.width / COLUMN).max(1) as usize];
    let last = columns.len() - 1;
    for day in firsts {
        let x = view.x(day).max(0);
        columns[((x / COLUMN) as usize).min(last)] += 1;
    }
    columns
}

/// The columns' outline for `clip-path`, in a box `height` pixels tall. Heights go by the root of the counts, so that
/// a lone event is still seen beside a crowd; a column with any event is at least three pixels tall.
pub fn outline(columns: &[usize], height: i32) -> String {
    let most = columns.iter().copied().max().unwrap_or(0).max(1) as f64;
    let mut points = String::from("polygon(0 100%");
    for (at, &count) in columns.iter().enumerate().filter(|(_, count)| **count > 0) {
        let tall = ((count as f64 / most).sqrt() * f64::from(height)).round() as i32;
        let (left, right) = (at as i32 * COLUMN, (at as i32 + 1) * COLUMN - 1);
        let top = height - tall.max(3);
        for (x, y) in [(left, height), (left, top), (right, top), (right, height)] {
            points.push(',');
            points.push_str(&x.to_string());
            points.push_str("px ");
            points.push_str(&y.to_string());
            points.push_str("px");
        }
    }
    points.push_str(",0 100%)");
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Projection = Projection { start: 0.0, days: 10.0, width: 50 };

    #[test]
    fn each_event_is_counted_once() {
        let counts = columns([0, 0, 4, 9, 40, -3].into_iter(), VIEW);
        assert_eq!(counts, [3, 0, 0, 0, 1, 0, 0, 0, 0, 2]);
    }

    #[test]
    fn the_fullest_column_is_as_tall_as_the_box_and_a_lone_event_is_seen() {
        let path = outline(&[0, 400, 1], 40);
        assert_eq!(
            path,
            "polygon(0 100%,5px 40px,5px 0px,9px 0px,9px 40px,10px 40px,10px 37px,14px 37px,14px 40px,0 100%)"
        );
    }

    #[test]
    fn without_events_there_is_nothing_to_fill() {
        assert_eq!(outline(&columns([].into_iter(), VIEW), 40), "polygon(0 100%,0 100%)");
    }
}
