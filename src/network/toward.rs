//! Which node the arrow keys lead to: the nearest of those that lie in the key's direction.

use super::Spot;

/// The node that a key leads to from another, by position; none for other keys, and where nothing
/// lies there.
pub fn toward(spots: &[Spot], from: usize, key: &str) -> Option<usize> {
    let here = spots.get(from)?;
    // How far a node lies ahead and aside.
    let lies = |spot: &Spot| {
        let (x, y) = (spot.x - here.x, spot.y - here.y);
        match key {
            "ArrowRight" => Some((x, y)),
            "ArrowLeft" => Some((-x, y)),
            "ArrowDown" => Some((y, x)),
            "ArrowUp" => Some((-y, x)),
            _ => None,
        }
    };
    match key {
        "Home" => Some(0),
        "End" => spots.len().checked_sub(1),
        _ => {
            let mut best: Option<(f64, usize)> = None;
            for (at, spot) in spots.iter().enumerate() {
                let Some((ahead, aside)) = lies(spot) else { continue };
                // Twice as far aside as ahead is another direction.
                let way = ahead + 2.0 * aside.abs();
                let is_ahead = ahead > 0.0 && aside.abs() <= 2.0 * ahead;
                if is_ahead && best.is_none_or(|(nearest, _)| way < nearest) {
                    best = Some((way, at));
                }
            }
            best.map(|(_, at)| at)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Spot, toward};

    #[track_caller]
    fn check(from: usize, key: &str, expected: Option<usize>) {
        let spots = [(50.0, 50.0), (90.0, 60.0), (70.0, 95.0), (10.0, 45.0), (55.0, 5.0)];
        let spots = spots.map(|(x, y)| Spot { x, y });
        assert_eq!(toward(&spots, from, key), expected, "{from} {key}");
    }

    #[test]
    fn arrows_lead_to_the_nearest_in_their_direction() {
        check(0, "ArrowRight", Some(1));
        check(0, "ArrowDown", Some(2));
        check(0, "ArrowLeft", Some(3));
        check(0, "ArrowUp", Some(4));
        check(1, "ArrowRight", None);
        check(3, "ArrowRight", Some(0));
        check(3, "Home", Some(0));
        check(0, "End", Some(4));
        check(0, "a", None);
    }
}
