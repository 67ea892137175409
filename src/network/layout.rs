//! Where nodes stand: forces between them, from a fixed start, for a fixed number of steps.
//!
//! 1. Nodes start on a square spiral in their order, the first in the middle.
//! 2. Those that are near push each other away, ties pull, and the middle pulls a little (Fruchterman and
//!    Reingold).
//! 3. Boxes that overlap are moved apart along the way that is shorter; where they cannot be, the
//!    field grows and they are tried again.
//!
//! What filters leave of a drawing is not laid out anew: it stays where it is, and what comes to it finds
//! room beside what it is tied to ([`stay`]).
//!
//! Only sums, products and square roots, which are exact everywhere: no clock, no chance, and the
//! same picture on every machine.

/// Steps of the forces.
const STEPS: i32 = 220;
/// Rounds in which boxes are moved apart, for one size of the field.
const ROUNDS: i32 = 160;
/// Pixels between two boxes.
const GAP: f64 = 7.0;
/// Beyond so many lengths of a tie two push each other no more: or all that is not tied would line the edges.
const FAR: f64 = 2.0;
/// How much of the field the boxes may take.
const SHARE: f64 = 0.27;
/// One in so many must have its place already for a drawing to be kept.
const KNOWN: usize = 4;
/// Pixels from one place that is tried to the next.
const STEP: f64 = 11.0;

/// The middle of a box, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// Puts boxes of these widths and heights into a field of a width; gives the field's height too.
/// Ties are pairs of boxes.
pub fn layout(boxes: &[(f64, f64)], ties: &[(usize, usize)], width: f64) -> (Vec<Spot>, f64) {
    let area: f64 = boxes.iter().map(|(wide, high)| (wide + GAP) * (high + GAP)).sum();
    let mut height = (area / SHARE / width).max(120.0).round();
    let mut spots = forces(boxes.len(), ties, width, height);
    for _ in 0..8 {
        if apart(&mut spots, boxes, (width, height)) {
            break;
        }
        let taller = (height * 1.2).round();
        for spot in &mut spots {
            spot.y *= taller / height;
        }
        height = taller;
    }
    // What is left free above and below is given back.
    let edges = |way: f64| {
        let edge = |(spot, (_, high)): (&Spot, &(f64, f64))| spot.y + way * high / 2.0;
        spots.iter().zip(boxes).map(edge).collect::<Vec<f64>>()
    };
    let top = edges(-1.0).into_iter().fold(height, f64::min) - GAP;
    let bottom = edges(1.0).into_iter().fold(0.0, f64::max) + GAP;
    for spot in &mut spots {
        *spot = Spot { x: spot.x.round(), y: (spot.y - top).round() };
    }
    (spots, (bottom - top).max(0.0).round())
}

/// Puts boxes where they stand in another drawing of this width and height; each that has no place in it takes the
/// free one that is nearest to what it is tied to, below all others where there is none. Gives the height too;
/// nothing where nearly all are new.
pub fn stay(
    boxes: &[(f64, f64)],
    ties: &[(usize, usize)],
    (width, mut height): (f64, f64),
    known: &[Option<Spot>],
) -> Option<(Vec<Spot>, f64)> {
    if known.iter().flatten().count() * KNOWN < boxes.len() {
        return None;
    }
    let mut spots = known.to_vec();
    for one in 0..boxes.len() {
        if spots[one].is_none() {
            let near = amid(&spots, ties, one).unwrap_or(Spot { x: width / 2.0, y: height / 2.0 });
            let spot = free(&spots, boxes, one, near, (width, height));
            height = height.max(spot.y + boxes[one].1 / 2.0 + GAP);
            spots[one] = Some(spot);
        }
    }
    let spots: Vec<Spot> = spots.into_iter().flatten().collect();
    let bottoms = spots.iter().zip(boxes).map(|(spot, (_, high))| spot.y + high / 2.0);
    let bottom = bottoms.fold(0.0, f64::max) + GAP;
    Some((spots, bottom.round()))
}

/// The middle of what a box is tied to, as far as that has a place.
fn amid(spots: &[Option<Spot>], ties: &[(usize, usize)], one: usize) -> Option<Spot> {
    let ends = ties.iter().flat_map(|&(this, that)| [(this, that), (that, this)]);
    let near = ends.filter(|(this, _)| *this == one).filter_map(|(_, that)| spots[that]);
    let near: Vec<Spot> = near.collect();
    let mean = |of: fn(&Spot) -> f64| near.iter().map(of).sum::<f64>() / near.len() as f64;
    (!near.is_empty()).then(|| Spot { x: mean(|spot| spot.x), y: mean(|spot| spot.y) })
}

/// The place nearest to another at which a box lies on none of those that have theirs.
fn free(
    spots: &[Option<Spot>],
    boxes: &[(f64, f64)],
    one: usize,
    near: Spot,
    (width, height): (f64, f64),
) -> Spot {
    let (wide, high) = boxes[one];
    let way = |spot: Spot| {
        let (dx, dy) = (spot.x - near.x, spot.y - near.y);
        dx * dx + dy * dy
    };
    let lies = |spot: Spot| {
        spots.iter().zip(boxes).any(|(other, size)| {
            other.is_some_and(|other| {
                (spot.x - other.x).abs() < f64::midpoint(wide, size.0) + GAP
                    && (spot.y - other.y).abs() < f64::midpoint(high, size.1) + GAP
            })
        })
    };
    // Below all there is room.
    let mut best = Spot { x: (width / 2.0).round(), y: (height + GAP + high / 2.0).round() };
    let steps = |all: f64, size: f64| {
        (0..)
            .map(move |nth| size / 2.0 + f64::from(nth) * STEP)
            .take_while(move |at| at + size / 2.0 <= all)
    };
    for y in steps(height, high) {
        for x in steps(width, wide) {
            let spot = Spot { x: x.round(), y: y.round() };
            if way(spot) < way(best) && !lies(spot) {
                best = spot;
            }
        }
    }
    best
}

fn forces(count: usize, ties: &[(usize, usize)], width: f64, height: f64) -> Vec<Spot> {
    let unit = (width * height / (count as f64).max(1.0)).sqrt() * 0.8;
    let mut spots = spiral(count, (width, height), unit);
    for step in 0..STEPS {
        let mut moves = vec![Spot::default(); count];
        for one in 0..count {
            for other in 0..one {
                let (dx, dy) = (spots[one].x - spots[other].x, spots[one].y - spots[other].y);
                let way = dx * dx + dy * dy;
                if way > FAR * FAR * unit * unit {
                    continue;
                }
                let push = unit * unit / way.max(1.0);
                pull(&mut moves, one, other, (-dx * push, -dy * push));
            }
            let (dx, dy) = (width / 2.0 - spots[one].x, height / 2.0 - spots[one].y);
            moves[one].x += dx * 0.5 * height / width.max(height);
            moves[one].y += dy * 0.5 * width / width.max(height);
        }
        for &(one, other) in ties {
            let (dx, dy) = (spots[one].x - spots[other].x, spots[one].y - spots[other].y);
            let force = (dx * dx + dy * dy).sqrt() / unit;
            pull(&mut moves, one, other, (dx * force, dy * force));
        }
        // Ever shorter ways, so that all come to rest.
        let most = unit * f64::from(STEPS - step) / f64::from(STEPS) / 2.0;
        for (spot, way) in spots.iter_mut().zip(moves) {
            let long = (way.x * way.x + way.y * way.y).sqrt().max(1e-9);
            spot.x = (spot.x + way.x / long * long.min(most)).clamp(0.0, width);
            spot.y = (spot.y + way.y / long * long.min(most)).clamp(0.0, height);
        }
    }
    spots
}

/// Pulls two towards each other by a way that leads from the second to the first.
fn pull(moves: &mut [Spot], one: usize, other: usize, (x, y): (f64, f64)) {
    moves[one].x -= x;
    moves[one].y -= y;
    moves[other].x += x;
    moves[other].y += y;
}

/// A square spiral around the middle: right, down, left, up, ever longer.
fn spiral(count: usize, (width, height): (f64, f64), unit: f64) -> Vec<Spot> {
    let (mut column, mut row) = (0_i32, 0_i32);
    let (mut right, mut down) = (1, 0);
    let (mut side, mut left) = (1, 1);
    let mut turned = false;
    let mut spots = Vec::with_capacity(count);
    for _ in 0..count {
        let x = width / 2.0 + f64::from(column) * unit / 2.0;
        let y = height / 2.0 + f64::from(row) * unit / 2.0;
        spots.push(Spot { x, y });
        (column, row) = (column + right, row + down);
        left -= 1;
        if left == 0 {
            (right, down) = (-down, right);
            side += i32::from(turned);
            turned = !turned;
            left = side;
        }
    }
    spots
}

/// Moves boxes apart inside the field; true where none overlaps another in the end.
fn apart(spots: &mut [Spot], boxes: &[(f64, f64)], (width, height): (f64, f64)) -> bool {
    for round in 0..ROUNDS {
        // Beside each other there may be no room; below there is, in the end.
        let beside = round < ROUNDS / 2;
        let mut still = true;
        for one in 0..spots.len() {
            for other in 0..one {
                let (dx, dy) = (spots[one].x - spots[other].x, spots[one].y - spots[other].y);
                let over = |a: f64, b: f64, way: f64| f64::midpoint(a, b) + GAP - way.abs();
                let wide = over(boxes[one].0, boxes[other].0, dx);
                let high = over(boxes[one].1, boxes[other].1, dy);
                if wide <= 0.5 || high <= 0.5 {
                    continue;
                }
                still = false;
                let sign = |way: f64| if way < 0.0 { -0.5 } else { 0.5 };
                let (x, y) = if wide < high && beside {
                    (wide * sign(dx), 0.0)
                } else {
                    (0.0, high * sign(dy))
                };
                pull(spots, other, one, (x, y));
            }
        }
        for (spot, (wide, high)) in spots.iter_mut().zip(boxes) {
            let inside = |at: f64, size: f64, all: f64| at.min(all - size / 2.0).max(size / 2.0);
            *spot = Spot { x: inside(spot.x, *wide, width), y: inside(spot.y, *high, height) };
        }
        if still {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    type Boxes = Vec<(f64, f64)>;
    type Ties = Vec<(usize, usize)>;

    /// A hub with many around it, a ring, and pairs apart from both.
    fn graph() -> (Boxes, Ties) {
        let boxes = (0..60).map(|nth| (60.0 + f64::from(nth % 7) * 12.0, 26.0)).collect();
        let hub = (1..25).map(|nth| (0, nth));
        let ring = (25..45).map(|nth| (nth, if nth == 44 { 25 } else { nth + 1 }));
        let pairs = (45..59).step_by(2).map(|nth| (nth, nth + 1));
        (boxes, hub.chain(ring).chain(pairs).collect())
    }

    #[track_caller]
    fn check(width: f64) {
        let (boxes, ties) = graph();
        let (spots, height) = layout(&boxes, &ties, width);
        for one in 0..boxes.len() {
            let (Spot { x, y }, (wide, high)) = (spots[one], boxes[one]);
            assert!(
                x >= wide / 2.0 - 1.0 && x <= width - wide / 2.0 + 1.0,
                "{one}: {x} of {width}"
            );
            assert!(
                y >= high / 2.0 - 1.0 && y <= height - high / 2.0 + 1.0,
                "{one}: {y} of {height}"
            );
            for other in 0..one {
                let (dx, dy) = (x - spots[other].x, y - spots[other].y);
                let clear = dx.abs() >= f64::midpoint(wide, boxes[other].0)
                    || dy.abs() >= f64::midpoint(high, boxes[other].1);
                assert!(clear, "{one} lies on {other} at {width}");
            }
        }
        assert_eq!(layout(&boxes, &ties, width), (spots, height));
    }

    #[test]
    fn nothing_overlaps_or_leaves_the_field_and_twice_is_the_same() {
        for width in [284.0, 700.0, 1100.0] {
            check(width);
        }
    }

    #[test]
    fn what_is_tied_stands_nearer_than_what_is_not() {
        let (boxes, ties) = graph();
        let (spots, _) = layout(&boxes, &ties, 1000.0);
        let way = |one: usize, other: usize| {
            let (dx, dy) = (spots[one].x - spots[other].x, spots[one].y - spots[other].y);
            (dx * dx + dy * dy).sqrt()
        };
        let mean = |ways: Vec<f64>| ways.iter().sum::<f64>() / ways.len() as f64;
        let near = mean(ties.iter().map(|&(one, other)| way(one, other)).collect());
        let all = (0..60).flat_map(|one| (0..one).map(move |other| (one, other)));
        let all = mean(all.map(|(one, other)| way(one, other)).collect());
        assert!(near * 1.6 < all, "{near} {all}");
    }

    #[test]
    fn what_stays_stands_where_it_stood() {
        let (boxes, ties) = graph();
        let (spots, height) = layout(&boxes, &ties, 700.0);
        let some: Vec<usize> = (0..60).filter(|nth| nth % 3 > 0).collect();
        let own = |list: &[usize]| -> Boxes { list.iter().map(|&at| boxes[at]).collect() };
        let known: Vec<Option<Spot>> = some.iter().map(|&at| Some(spots[at])).collect();
        let kept = stay(&own(&some), &[], (700.0, height), &known);
        let (kept, high) = kept.unwrap();
        assert_eq!(kept, known.iter().flatten().copied().collect::<Vec<_>>());
        assert!(high <= height, "{high} of {height}");
        assert_eq!(stay(&[], &[], (700.0, height), &[]), Some((vec![], GAP)));
    }

    #[test]
    fn what_comes_finds_room_beside_what_it_is_tied_to() {
        let (boxes, ties) = graph();
        let (spots, height) = layout(&boxes[..50], &ties[..40], 700.0);
        let mut known: Vec<Option<Spot>> = spots.into_iter().map(Some).collect();
        known.extend([None; 10]);
        let (kept, height) = stay(&boxes, &ties, (700.0, height), &known).unwrap();
        for one in 0..boxes.len() {
            let (Spot { x, y }, (wide, high)) = (kept[one], boxes[one]);
            assert!(y >= high / 2.0 - 1.0 && y <= height - high / 2.0 + 1.0, "{one}: {y}");
            for other in 0..one {
                let (dx, dy) = (x - kept[other].x, y - kept[other].y);
                let clear = dx.abs() >= f64::midpoint(wide, boxes[other].0)
                    || dy.abs() >= f64::midpoint(high, boxes[other].1);
                assert!(clear, "{one} lies on {other}");
            }
        }
        // Where nearly all are new, the drawing is another.
        assert_eq!(stay(&boxes, &ties, (700.0, height), &[None; 60]), None);
    }

    #[test]
    fn one_and_none_have_their_place() {
        assert_eq!(layout(&[], &[], 300.0).0, []);
        let (spots, height) = layout(&[(80.0, 26.0)], &[], 300.0);
        assert_eq!((spots, height), (vec![Spot { x: 150.0, y: 20.0 }], 40.0));
    }
}
