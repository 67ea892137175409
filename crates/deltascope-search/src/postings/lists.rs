//! `Lists`: for each unit and each pair of neighbouring units, the articles that hold it.
//!
//! Built in two passes over the units: the first counts how long each list gets, the second fills
//! them in one row. Pairs across the end of a field are none.

use std::{borrow::Cow, cmp::Ordering, collections::HashMap, hash::BuildHasherDefault};

use rustc_hash::FxHasher;

use super::units::{END, Slot, Units};

/// An article in a list, in 32 bits: its place (20), how often its text holds what the list is of
/// (2, as a step of [`STEPS`]), and the unit from which on it does (10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posting(u32);

/// Stands for this place and all that come after it.
pub(crate) const LATE: usize = 0x3ff;
/// The counts that are told apart: so often or more.
pub(crate) const STEPS: [u32; 4] = [1, 2, 4, 8];
const STEP: u32 = 1 << 10;

impl Posting {
    /// Something in an article, first at a place of its text, so many steps often.
    pub fn new(article: usize, step: usize, first: usize) -> Self {
        Self((article << 12 | step << 10 | first.min(LATE)) as u32)
    }

    /// The article's place.
    pub fn article(self) -> usize {
        (self.0 >> 12) as usize
    }

    /// The first place in its text, at most [`LATE`].
    pub fn first(self) -> usize {
        self.0 as usize & LATE
    }

    /// How often it stands there: the greatest of [`STEPS`] that is no more.
    pub fn count(self) -> u32 {
        STEPS[self.step()]
    }

    /// [`Posting::count`] as a place in [`STEPS`].
    pub fn step(self) -> usize {
        (self.0 / STEP) as usize & 3
    }

    /// The same article in the lists of two units that mean the same.
    fn or(self, other: Self) -> Self {
        let count = self.count() + other.count();
        let step = STEPS.iter().rposition(|&step| step <= count).unwrap_or_default();
        Self::new(self.article(), step, self.first().min(other.first()))
    }
}

/// The lists of all units and pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists {
    keys: Keys,
    // Invariant: the start of each list in `row`, then the end of the row.
    starts: Vec<u32>,
    row: Vec<Posting>,
}

/// The number of the list of each unit and pair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Keys {
    /// By unit, from 1; 0 is no list.
    units: Vec<u32>,
    /// By pair, the first unit in the upper half.
    pairs: HashMap<u32, u32, BuildHasherDefault<FxHasher>>,
}

impl Keys {
    fn pair(&self, one: u16, two: u16) -> Option<u32> {
        self.pairs.get(&key(one, two)).copied()
    }

    fn unit(&self, unit: u16) -> Option<u32> {
        self.units.get(unit as usize)?.checked_sub(1)
    }
}

fn key(one: u16, two: u16) -> u32 {
    u32::from(one) << 16 | u32::from(two)
}

impl Lists {
    /// The lists of recoded articles.
    pub fn of(units: &Units) -> Self {
        let (keys, lengths) = count(units);
        let mut starts = Vec::with_capacity(lengths.len() + 1);
        let mut end = 0;
        starts.push(0);
        starts.extend(lengths.iter().map(|length| {
            end += length;
            end
        }));
        let mut lists = Self { keys, row: vec![Posting::default(); end as usize], starts };
        lists.fill(units);
        lists
    }

    /// Writes each article into the lists of what it holds.
    fn fill(&mut self, units: &Units) {
        let Self { keys, starts, row } = self;
        // For each list, where its next posting goes, the last article given to it, from 1, and how
        // often that holds it.
        let mut lists: Vec<(u32, u32, u32)> = starts.iter().map(|&start| (start, 0, 0)).collect();
        for at in 0..units.len() {
            let now = at as u32 + 1;
            let mut give = |list: Option<u32>, place: usize| {
                let Some((next, last, count)) = list.map(|list| &mut lists[list as usize]) else {
                    return;
                };
                if *last != now {
                    (*last, *count) = (now, 1);
                    row[*next as usize] = Posting::new(at, 0, place);
                    *next += 1;
                    return;
                }
                *count += 1;
                if STEPS.contains(count) {
                    row[*next as usize - 1].0 += STEP;
                }
            };
            each(units.article(at), |place, one, two| {
                give(keys.unit(one), place);
                give(two.and_then(|two| keys.pair(one, two)), place);
            });
        }
    }

    fn list(&self, number: Option<u32>) -> &[Posting] {
        let Some(number) = number else { return &[] };
        let place = |at: u32| self.starts[at as usize] as usize;
        &self.row[place(number)..place(number + 1)]
    }

    /// The articles that hold one of a letter's units.
    pub fn of_unit(&self, slot: &Slot) -> Cow<'_, [Posting]> {
        union(slot.iter().map(|&unit| self.list(self.keys.unit(unit))))
    }

    /// True where two units stand side by side anywhere.
    pub fn has_pair(&self, one: u16, two: u16) -> bool {
        self.keys.pair(one, two).is_some()
    }

    /// The articles that hold two letters side by side.
    pub fn of_pair(&self, one: &Slot, two: &Slot) -> Cow<'_, [Posting]> {
        let pairs = one.iter().flat_map(|&one| two.iter().map(move |&two| (one, two)));
        union(pairs.map(|(one, two)| self.list(self.keys.pair(one, two))))
    }
}

/// The lists while they are counted.
#[derive(Default)]
struct Counter {
    lengths: Vec<u32>,
    /// For each list, the last article that was counted, from 1.
    last: Vec<u32>,
}

impl Counter {
    /// A list without articles; its number.
    fn list(&mut self) -> u32 {
        self.lengths.push(0);
        self.last.push(0);
        self.lengths.len() as u32 - 1
    }

    /// Counts an article for a list.
    fn count(&mut self, list: u32, article: usize) {
        let (list, now) = (list as usize, article as u32 + 1);
        if self.last[list] != now {
            self.last[list] = now;
            self.lengths[list] += 1;
        }
    }
}

/// Numbers all units and pairs, and counts the articles that hold each.
fn count(units: &Units) -> (Keys, Vec<u32>) {
    let mut keys = Keys { units: vec![0; 1 << 16], ..Keys::default() };
    let mut counter = Counter::default();
    for at in 0..units.len() {
        each(units.article(at), |_, one, two| {
            let list = &mut keys.units[one as usize];
            if *list == 0 {
                *list = counter.list() + 1;
            }
            counter.count(*list - 1, at);
            if let Some(two) = two {
                let list = *keys.pairs.entry(key(one, two)).or_insert_with(|| counter.list());
                counter.count(list, at);
            }
        });
    }
    (keys, counter.lengths)
}

/// Calls for each unit of a text, with its place and the next of the same field.
fn each(text: &[u16], mut call: impl FnMut(usize, u16, Option<u16>)) {
    for (place, pair) in text.windows(2).enumerate() {
        // A text ends with `END`, so each unit of a field has a neighbour.
        if pair[0] != END {
            call(place, pair[0], (pair[1] != END).then_some(pair[1]));
        }
    }
}

/// The articles of several lists, once each.
fn union<'l>(lists: impl Iterator<Item = &'l [Posting]>) -> Cow<'l, [Posting]> {
    let mut all = Cow::Borrowed(&[][..]);
    for list in lists.filter(|list| !list.is_empty()) {
        all = if all.is_empty() { Cow::Borrowed(list) } else { Cow::Owned(merged(&all, list)) };
    }
    all
}

fn merged(mut a: &[Posting], mut b: &[Posting]) -> Vec<Posting> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    while let (Some((one, after_a)), Some((two, after_b))) = (a.split_first(), b.split_first()) {
        let (first, second) = (one.article(), two.article());
        out.push(match first.cmp(&second) {
            Ordering::Less => *one,
            Ordering::Equal => one.or(*two),
            Ordering::Greater => *two,
        });
        if first <= second {
            a = after_a;
        }
        if second <= first {
            b = after_b;
        }
    }
    out.extend_from_slice(a);
    out.extend_from_slice(b);
    out
}

/// How many postings stand before an article. The steps double until it is passed, so that a
/// short list is looked up in a long one without reading it.
pub(crate) fn before(list: &[Posting], article: usize) -> usize {
    let mut reach = 1;
    while list.get(reach - 1).is_some_and(|posting| posting.article() < article) {
        reach *= 2;
    }
    let from = reach / 2;
    let part = &list[from..reach.min(list.len())];
    from + part.partition_point(|posting| posting.article() < article)
}
