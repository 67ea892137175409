//! `Places`: where articles hold what lists are of, at hand: those of an article without a look at the others.
//!
//! Beside each article of a list lies a number of 16 bits. Where the article holds it once, that is the place;
//! else it is where the places lie: how many, then these, each in 16 bits, or [`WIDE`] with two more. In a file
//! they are gaps, as bits.

use super::bits::Reader;
use super::block::Spot;

/// Stands for a number that 16 bits do not hold, or that this is.
const WIDE: u16 = u16::MAX;

/// The places of articles, by the place of each in the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    // Invariant: one for each article; of what starts in `several`, the lower half.
    firsts: Vec<u16>,
    /// The places of each article that has several.
    several: Vec<u16>,
    // Invariant: sorted; the articles from which on the upper half of what starts in `several` is one more.
    uppers: Vec<u32>,
    // Invariant: sorted; the articles whose only place is wide, with that place.
    wide: Vec<(u32, u32)>,
}

impl Places {
    /// Gives memory back that is not needed.
    pub fn shrink(&mut self) {
        self.firsts.shrink_to_fit();
        self.several.shrink_to_fit();
    }

    /// Adds the places of the next article.
    pub fn push(&mut self, run: &[Spot]) {
        if let [only] = run {
            self.put_only(*only as u32);
            return;
        }
        self.open(run.len() as u32);
        for &spot in run {
            self.put(spot as u32);
        }
    }

    /// Adds the only place of the next article.
    fn put_only(&mut self, place: u32) {
        let narrow = u16::try_from(place).unwrap_or(WIDE);
        if narrow == WIDE {
            self.wide.push((self.firsts.len() as u32, place));
        }
        self.firsts.push(narrow);
    }

    /// Adds an article of so many places, of which each is to be put.
    fn open(&mut self, count: u32) {
        let (at, start) = (self.firsts.len() as u32, self.several.len());
        self.uppers.resize(start >> 16, at);
        self.firsts.push(start as u16);
        self.put(count);
    }

    fn put(&mut self, number: u32) {
        match u16::try_from(number) {
            Ok(number) if number < WIDE => self.several.push(number),
            _ => self.several.extend([WIDE, number as u16, (number >> 16) as u16]),
        }
    }

    /// Where an article that has a place more than once has it.
    fn several(&self, at: usize) -> impl Iterator<Item = u32> {
        let upper = self.uppers.partition_point(|&from| from as usize <= at);
        let mut rest = At { rest: &self.several[upper << 16 | usize::from(self.firsts[at])..] };
        (0..rest.next()).map(move |_| rest.next())
    }

    /// The only place of an article.
    #[inline]
    fn only(&self, at: usize) -> u32 {
        let first = self.firsts[at];
        if first < WIDE { first.into() } else { self.wide(at) }
    }

    #[cold]
    fn wide(&self, at: usize) -> u32 {
        let found = self.wide.binary_search_by_key(&(at as u32), |wide| wide.0);
        found.map_or(0, |found| self.wide[found].1)
    }

    /// Gives the places of an article; [`Posting::step`](super::block::Posting) tells whether it has several.
    #[inline]
    pub fn each(&self, at: usize, step: u32, give: impl FnMut(u32)) {
        if step == 0 {
            Some(self.only(at)).into_iter().for_each(give);
        } else {
            self.several(at).for_each(give);
        }
    }

    /// Whether a place is one of an article.
    #[inline]
    pub fn hold(&self, at: usize, step: u32, place: u32) -> bool {
        if step == 0 { self.only(at) == place } else { self.several(at).any(|own| own == place) }
    }

    /// Reads the places that a file has of the next article ([`super::write`]); none where it cannot be read.
    pub fn read(&mut self, k: u32, step: u32, bits: &mut Reader) -> Option<()> {
        let count = match step {
            0 => 1,
            3 => bits.rice(2).checked_add(8)?,
            step => (1 << step) + bits.take(step),
        };
        if bits.left() < count as usize {
            return None;
        }
        if step == 0 {
            self.put_only(bits.rice(k));
        } else {
            self.open(count);
            let (mut next, mut own) = (0_u32, k);
            for _ in 0..count {
                let place = next.checked_add(bits.rice(own))?;
                self.put(place);
                next = place.checked_add(1)?;
                own = k.saturating_sub(step);
            }
        }
        // Past their end, all bits are 0.
        (!bits.is_past()).then_some(())
    }
}

/// A place among numbers.
struct At<'p> {
    rest: &'p [u16],
}

impl At<'_> {
    /// The next number.
    #[inline]
    fn next(&mut self) -> u32 {
        let (&number, rest) = self.rest.split_first().unwrap_or((&0, &[]));
        self.rest = rest;
        if number < WIDE { number.into() } else { self.wide() }
    }

    #[cold]
    fn wide(&mut self) -> u32 {
        let (&[lower, upper], rest) = self.rest.split_first_chunk().unwrap_or((&[0; 2], &[]));
        self.rest = rest;
        u32::from(upper) << 16 | u32::from(lower)
    }
}
