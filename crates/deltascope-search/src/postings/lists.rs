//! `Lists`: for each unit, each pair of neighbours and each frequent run of three, the articles that
//! hold it.
//!
//! The lists of one first unit are a [`Group`], by the second; its own is that of the pair with
//! [`END`], as no pair runs over the end of a field. A pair that many articles hold has a group of its
//! own, by the third unit: else long queries of common pairs would read many texts in vain.
//!
//! A group is made when it is first asked for, from one look at all units; so the first search need
//! not wait for all. [`Lists::make`] makes many at once, in less time each.

use std::{borrow::Cow, cmp::Ordering, sync::OnceLock};

use super::units::{END, Slot, Units};

/// An article in a list, in 32 bits: its place (20), how often its text holds what the list is of
/// (2, as a step of [`STEPS`]), and the unit from which on it does (10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posting(u32);

/// Stands for this place and all that come after it.
pub(crate) const LATE: usize = 0x3ff;
/// The counts that are told apart: so often or more.
pub(crate) const STEPS: [u8; 4] = [1, 2, 4, 8];
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
    pub fn count(self) -> u8 {
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

/// The lists of all units, pairs and frequent threes of some texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists {
    texts: Units,
    // Invariant: sorted, the units that stand anywhere.
    units: Vec<u16>,
    // Invariant: one for each of the units, with how often it stands.
    groups: Vec<(u32, OnceLock<Group>)>,
}

/// The lists of what starts alike, by the unit behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Group {
    // Invariant: sorted, one for each list.
    seconds: Box<[u16]>,
    // Invariant: the start of each list in `row`, then the end of the row.
    starts: Box<[u32]>,
    row: Box<[Posting]>,
    // Invariant: sorted; the groups of the long lists.
    longer: Vec<(u16, Group)>,
}

/// All units.
const ALL: usize = 1 << 16;
/// Groups are made together of so many places, unless one has more.
const TOGETHER: usize = 1 << 17;
/// So many units are looked at at once.
const BLOCK: usize = 64;
/// A pair is frequent that one of so many articles holds, and so many articles.
const FREQUENT: (usize, usize) = (16, 64);

/// A place of a unit, and what stands behind what is looked at there.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    article: u32,
    /// Among all units.
    at: u32,
    next: u16,
}

impl Lists {
    /// The lists of recoded articles.
    pub fn of(texts: Units) -> Self {
        let mut often = vec![0; ALL];
        texts.all().iter().for_each(|&unit| often[unit as usize] += 1);
        often[END as usize] = 0;
        let units: Vec<u16> = (0..=u16::MAX).filter(|&unit| often[unit as usize] > 0).collect();
        let groups = units.iter().map(|&unit| (often[unit as usize], OnceLock::new())).collect();
        Self { texts, units, groups }
    }

    /// The texts.
    pub fn texts(&self) -> &Units {
        &self.texts
    }

    /// Makes the next groups, from that of the unit at a place on; the place where to go on, none at
    /// the end.
    pub fn make(&self, from: usize) -> Option<usize> {
        let mut sum = 0;
        let fits = |(often, _): &&(u32, OnceLock<Group>)| {
            let first = sum == 0;
            sum += *often as usize;
            first || sum <= TOGETHER
        };
        let part = self.groups.get(from..)?;
        let part = &part[..part.iter().take_while(fits).count()];
        let to = from + part.len();
        let gathered = self.gather(&self.units[from..to], part);
        let mut places = gathered.as_slice();
        let mut grouping = Grouping::new(&self.texts);
        for (often, group) in part {
            let (own, others) = places.split_at(*often as usize);
            group.get_or_init(|| grouping.group(own, 1));
            places = others;
        }
        (to < self.units.len()).then_some(to)
    }

    /// The places of some units, unit by unit, each in the order of the articles; the units are
    /// neighbours among those that stand anywhere, with their groups.
    fn gather(&self, which: &[u16], groups: &[(u32, OnceLock<Group>)]) -> Vec<Occurrence> {
        let (Some(&first), Some(&last)) = (which.first(), which.last()) else { return Vec::new() };
        let range = first..=last;
        let mut ends = vec![0; 1 + (last - first) as usize];
        let mut all = 0;
        for (&unit, (often, _)) in which.iter().zip(groups) {
            ends[(unit - first) as usize] = all;
            all += *often as usize;
        }
        let mut gathered = vec![Occurrence::default(); all];
        let row = self.texts.all();
        let mut article = 0;
        let mut next = self.texts.start(1);
        for (block, units) in row.chunks(BLOCK).enumerate() {
            // Whole blocks are looked at at once, which compilers turn into vector instructions.
            if !units.iter().fold(false, |found, unit| found | range.contains(unit)) {
                continue;
            }
            for (at, unit) in (block * BLOCK..).zip(units) {
                if *unit == END || !range.contains(unit) {
                    continue;
                }
                while at >= next {
                    article += 1;
                    next = self.texts.start(article + 1);
                }
                let end = &mut ends[(unit - first) as usize];
                // A text ends with `END`, so each unit of a field has one behind it.
                gathered[*end] =
                    Occurrence { article: article as u32, at: at as u32, next: row[at + 1] };
                *end += 1;
            }
        }
        gathered
    }

    fn group(&self, one: u16) -> Option<&Group> {
        let at = self.units.binary_search(&one).ok()?;
        Some(self.groups[at].1.get_or_init(|| {
            let places = self.gather(&[one], &self.groups[at..=at]);
            Grouping::new(&self.texts).group(&places, 1)
        }))
    }

    fn list(&self, one: u16, two: u16) -> &[Posting] {
        self.group(one).map_or(&[], |group| group.list(two))
    }

    /// The articles that hold one of a letter's units.
    pub fn of_unit(&self, slot: &Slot) -> Cow<'_, [Posting]> {
        union(slot.iter().map(|&unit| self.list(unit, END)))
    }

    /// True where two units stand side by side anywhere.
    pub fn has_pair(&self, one: u16, two: u16) -> bool {
        !self.list(one, two).is_empty()
    }

    /// The articles that hold two letters side by side.
    pub fn of_pair(&self, one: &Slot, two: &Slot) -> Cow<'_, [Posting]> {
        let pairs = one.iter().flat_map(|&one| two.iter().map(move |&two| (one, two)));
        union(pairs.map(|(one, two)| self.list(one, two)))
    }

    /// The articles that hold three letters in a row; none where that is not listed.
    pub fn of_three(&self, slots: &[Slot]) -> Option<&[Posting]> {
        let [one, two, three] = slots else { return None };
        let (&[one], &[two], &[three]) = (&one[..], &two[..], &three[..]) else { return None };
        let longer = &self.group(one)?.longer;
        let at = longer.binary_search_by_key(&two, |&(second, _)| second).ok()?;
        Some(longer[at].1.list(three))
    }
}

impl Group {
    fn list(&self, second: u16) -> &[Posting] {
        let Ok(at) = self.seconds.binary_search(&second) else { return &[] };
        &self.row[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// Makes one group after another.
struct Grouping<'u> {
    units: &'u Units,
    /// A list is long from here.
    long: usize,
    /// For each unit behind the place of its list in `lists`, from 1; 0 where it has none.
    places: Vec<u32>,
    lists: Vec<Growing>,
}

/// A list while it grows.
struct Growing {
    second: u16,
    length: u32,
    /// How often the pair stands anywhere.
    occurrences: u32,
    /// Where its next posting goes.
    next: u32,
    /// The last article given to it, from 1, and how often that holds the pair.
    last: u32,
    count: u8,
}

impl<'u> Grouping<'u> {
    fn new(units: &'u Units) -> Self {
        let long = (units.len() / FREQUENT.0).max(FREQUENT.1);
        Self { units, long, places: vec![0; ALL], lists: Vec::new() }
    }

    /// The group of what stands at these places, which is so many units long.
    fn group(&mut self, places: &[Occurrence], length: usize) -> Group {
        for found in places {
            if length == 1 {
                self.growing(END).count(found);
            }
            if found.next != END {
                self.growing(found.next).count(found);
            }
        }
        self.lists.sort_unstable_by_key(|list| list.second);
        let (mut seconds, mut starts) = (Vec::new(), vec![0]);
        let mut end = 0;
        for (list, place) in self.lists.iter_mut().zip(1..) {
            self.places[list.second as usize] = place;
            (list.next, list.last) = (end, 0);
            end += list.length;
            seconds.push(list.second);
            starts.push(end);
        }
        let mut row = vec![Posting::default(); end as usize];
        for found in places {
            let place = found.at as usize - self.units.start(found.article as usize);
            if length == 1 {
                self.growing(END).give(found.article, place, &mut row);
            }
            if found.next != END {
                self.growing(found.next).give(found.article, place, &mut row);
            }
        }
        let mut long = Vec::new();
        for list in self.lists.drain(..) {
            self.places[list.second as usize] = 0;
            if length == 1 && list.second != END && list.length as usize >= self.long {
                long.push((list.second, list.occurrences as usize));
            }
        }
        let longer = |(second, often)| {
            let mut within = Vec::with_capacity(often);
            within.extend(places.iter().filter(|found| found.next == second).map(|found| {
                let next = self.units.all()[found.at as usize + 2];
                Occurrence { next, ..*found }
            }));
            (second, self.group(&within, 2))
        };
        let longer = long.into_iter().map(longer).collect();
        Group { seconds: seconds.into(), starts: starts.into(), row: row.into(), longer }
    }

    fn growing(&mut self, second: u16) -> &mut Growing {
        let place = &mut self.places[second as usize];
        if *place == 0 {
            let list = Growing { second, length: 0, occurrences: 0, next: 0, last: 0, count: 0 };
            self.lists.push(list);
            *place = self.lists.len() as u32;
        }
        &mut self.lists[*place as usize - 1]
    }
}

impl Growing {
    /// Counts an article.
    fn count(&mut self, found: &Occurrence) {
        let now = found.article + 1;
        self.length += u32::from(self.last != now);
        self.occurrences += 1;
        self.last = now;
    }

    /// Writes an article into the row, or counts it once more.
    fn give(&mut self, article: u32, place: usize, row: &mut [Posting]) {
        let now = article + 1;
        if self.last != now {
            (self.last, self.count) = (now, 1);
            row[self.next as usize] = Posting::new(article as usize, 0, place);
            self.next += 1;
            return;
        }
        self.count = self.count.saturating_add(1);
        if STEPS.contains(&self.count) {
            row[self.next as usize - 1].0 += STEP;
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
