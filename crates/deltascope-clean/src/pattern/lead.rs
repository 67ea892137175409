//! What the next two characters may be at a step, told from the steps behind it: the first by itself,
//! and the second, whatever the first is.

use super::class::{Class, First};
use super::program::Step;

/// What may come next and what behind that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    first: First,
    second: First,
}

impl Lead {
    const ANY: Self = Self { first: First::ANY, second: First::ANY };

    /// What either may be.
    fn or(self, other: Self) -> Self {
        Self { first: self.first.or(other.first), second: self.second.or(other.second) }
    }

    /// Nothing may come: there is no match.
    pub fn is_none(&self) -> bool {
        self.first == First::default()
    }

    /// Characters whose codes end in these bits may come next; none is the end of the text.
    #[inline]
    pub fn may(&self, next: [Option<u8>; 2]) -> bool {
        self.first.may(next[0]) && self.second.may(next[1])
    }

    /// The same of a character, and of what follows it only where it may come.
    #[inline]
    pub fn may_begin(&self, first: u8, second: impl Fn() -> Option<u8>) -> bool {
        self.first.may(Some(first)) && self.second.may(second())
    }
}

/// A choice of many places: for the low bits of a character, and behind them for the end of the
/// text, a bit for each place that it may lead to; the same for the character behind it.
#[derive(Debug)]
pub struct Table {
    /// The places.
    pub places: Vec<usize>,
    /// Which of them may match.
    may: Box<[[u64; 2]; LOW + 1]>,
}

/// So many of a character's low bits, as a count of them all.
const LOW: usize = 64;

impl Table {
    /// A bit for each place that may match.
    #[inline]
    pub fn may(&self, next: [Option<u8>; 2]) -> u64 {
        let may = next.map(|low| &self.may[low.map_or(LOW, |low| usize::from(low) % LOW)]);
        may[0][0] & may[1][1]
    }

    /// # Panics
    /// For more than 64 choices; patterns are fixed.
    pub fn new(places: &[usize], leads: &[Lead]) -> Self {
        assert!(places.len() <= 64, "each choice is a bit");
        let mut may = Box::new([[0; 2]; LOW + 1]);
        for (nth, lead) in places.iter().map(|place| leads[*place]).enumerate() {
            for (side, set) in [lead.first, lead.second].into_iter().enumerate() {
                let (lows, end) = set.lows();
                for (low, may) in may.iter_mut().enumerate() {
                    let fits = if low == LOW { end } else { lows >> low & 1 == 1 };
                    may[side] |= u64::from(fits) << nth;
                }
            }
        }
        Self { places: places.to_vec(), may }
    }
}

/// What may come at each step; `start`: at the start of the text. Where steps lead back, it is told
/// again until nothing is new.
pub fn leads(steps: &[Step], classes: &[Class], start: bool) -> Vec<Lead> {
    let classes: Vec<First> = classes.iter().map(Class::first).collect();
    let mut leads = vec![Lead::default(); steps.len()];
    let leads_back = steps.iter().any(|step| matches!(step, Step::Loop { .. }));
    loop {
        let mut is_new = false;
        for (nth, step) in steps.iter().enumerate().rev() {
            let next = leads.get(nth + 1).copied().unwrap_or_default();
            let of = |places: &[usize]| {
                places.iter().fold(Lead::default(), |all, place| all.or(leads[*place]))
            };
            // A character of a set, and behind it what else may come.
            let set = |class: u16| classes[usize::from(class)];
            let one = |class: u16, second: First| Lead { first: set(class), second };
            let lead = match step {
                Step::Text(text) => {
                    let mut chars = text.chars();
                    let first = chars.next().map_or(First::ANY, First::of);
                    Lead { first, second: chars.next().map_or(next.first, First::of) }
                }
                Step::One(class) => one(*class, next.first),
                Step::Run { class, least, most, .. } => {
                    let again = if *most > 1 { set(*class) } else { First::default() };
                    let on = if *least < 2 { next.first } else { First::default() };
                    let lead = one(*class, again.or(on));
                    if *least == 0 { lead.or(next) } else { lead }
                }
                Step::Star { class, .. } => one(*class, set(*class).or(next.first)).or(next),
                Step::Choice(places) => of(places),
                Step::Loop { places, .. } => of(&**places),
                Step::Jump(place) => leads[*place],
                Step::Start if !start => Lead::default(),
                Step::Start | Step::Save(_) | Step::Edge => next,
                Step::End => Lead { first: First::END, second: First::END },
                Step::Match | Step::Table(_) => Lead::ANY,
            };
            is_new |= leads[nth] != lead;
            leads[nth] = lead;
        }
        if !is_new || !leads_back {
            return leads;
        }
    }
}
