//! `Values`: where which number ends, and what stands behind it.
//!
//! Numbers are read as [`crate::numbers::Number::find_all`] reads them: from left to right, each where
//! the one before ends.

use serde::{Deserialize, Serialize};

use crate::format::{self, IndexError};
use crate::numbers::{LEAST, LONGEST, number, starts};
use crate::scan::Letter;

use super::block::{Frame, Spot};
use super::units::{END, Units};

/// The characters that a number may hold.
const PARTS: &str = "0123456789,.〇零一二三四五六七八九十百千万亿两";

/// The numbers of [`LEAST`] or more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values {
    // Invariant: sorted, each value once, with where its own end among the endings.
    values: Vec<(u128, u32)>,
    endings: Vec<Ending>,
}

/// A file: each value with its endings.
#[derive(Serialize, Deserialize)]
struct Written(Vec<(u128, Vec<Relative>)>);

/// The article less the one before, the place and the unit.
type Relative = (u32, u32, u16);

/// The version that this build writes and reads.
const VERSION: u16 = 1;
const MAGIC: [u8; 4] = *b"DSPN";

/// Where a number ends, and the unit there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ending {
    pub spot: Spot,
    pub next: u16,
}

impl Values {
    /// The numbers in recoded articles.
    pub fn of(units: &Units) -> Self {
        let mut found: Vec<(u128, Ending)> = Vec::new();
        let mut run = Vec::new();
        let marked = |which: fn(char) -> bool| {
            let parts: Vec<Letter> = PARTS.chars().filter(|&c| which(c)).map(|c| [c; 2]).collect();
            let mut marked = vec![false; 1 << 16];
            for unit in units.double().slots(&parts).concat() {
                marked[unit as usize] = true;
            }
            marked
        };
        let (is_part, may_start) = (marked(|_| true), marked(starts));
        for article in 0..units.len() {
            let text = units.article(article);
            let mut at = 0;
            let char_at = |place: usize| {
                let unit = *text.get(place).filter(|&&unit| is_part[unit as usize])?;
                let c = units.double().char_of(unit)?;
                (c != ',' || !units.parts_clauses(article, place)).then_some(c)
            };
            while let Some(next) = text[at..].iter().position(|&unit| may_start[unit as usize]) {
                at += next;
                if !char_at(at).is_some_and(starts) {
                    at += 1;
                    continue;
                }
                run.clear();
                run.extend((at..at + LONGEST).map_while(char_at));
                let Some((value, length)) = number(&run) else {
                    // What is too long to be read is passed as a whole.
                    let is_digit = |place: &usize| {
                        char_at(*place).is_some_and(|c| c.is_ascii_digit() || c == '.')
                    };
                    at += (at..text.len()).take_while(is_digit).count().max(1);
                    continue;
                };
                at += length;
                if value >= LEAST {
                    let spot = (article as Spot) << 32 | at as Spot;
                    found
                        .push((value, Ending { spot, next: text.get(at).copied().unwrap_or(END) }));
                }
            }
        }
        found.sort_unstable();
        let mut values = Self::default();
        for same in found.chunk_by(|a, b| a.0 == b.0) {
            values.push(same[0].0, same.iter().map(|one| one.1));
        }
        values.values.shrink_to_fit();
        values.endings.shrink_to_fit();
        values
    }

    fn push(&mut self, value: u128, endings: impl Iterator<Item = Ending>) {
        self.endings.extend(endings);
        self.values.push((value, self.endings.len() as u32));
    }

    /// Where the endings of the value at a place start.
    fn start(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.values[before].1 as usize)
    }

    /// The endings of the value at a place, in order.
    fn own(&self, at: usize) -> &[Ending] {
        &self.endings[self.start(at)..self.values[at].1 as usize]
    }

    /// Where a value ends, in order.
    pub fn find(&self, value: u128) -> &[Ending] {
        let found = self.values.binary_search_by_key(&value, |known| known.0);
        found.map_or(&[], |at| self.own(at))
    }

    /// The files of all numbers, with the first value of each: so many endings in each, unless one
    /// value has more.
    pub fn files(&self, full: usize) -> Vec<(u128, Vec<u8>)> {
        let mut files = Vec::new();
        let mut from = 0;
        while let Some(&(first, _)) = self.values.get(from) {
            let fits = |known: &&(u128, u32)| known.1 as usize - self.start(from) <= full;
            let to = from + 1 + self.values[from + 1..].iter().take_while(fits).count();
            let written = (from..to).map(|at| (self.values[at].0, relative(self.own(at))));
            files.push((first, format::file(MAGIC, VERSION, &Written(written.collect()))));
            from = to;
        }
        files
    }

    /// Reads a file of numbers of these articles.
    ///
    /// # Errors
    /// Says which of the ways of [`IndexError`] the bytes are wrong.
    pub fn from_bytes(bytes: &[u8], frame: Frame) -> Result<Self, IndexError> {
        let Written(written) = format::of_file(MAGIC, VERSION, bytes)?;
        let mut values = Self::default();
        for (value, endings) in written {
            let mut article = 0_u32;
            let read = |(gap, place, next): Relative| {
                article = article.checked_add(gap).filter(|&at| at < frame.articles)?;
                Some(Ending { spot: Spot::from(article) << 32 | Spot::from(place), next })
            };
            let endings: Option<Vec<Ending>> = endings.into_iter().map(read).collect();
            values.push(value, endings.ok_or(IndexError::Damaged)?.into_iter());
        }
        Ok(values)
    }
}

/// Endings as they are written.
fn relative(endings: &[Ending]) -> Vec<Relative> {
    let mut before = 0;
    let gaps = endings.iter().map(|one| {
        let article = (one.spot >> 32) as u32;
        (article - std::mem::replace(&mut before, article), one.spot as u32, one.next)
    });
    gaps.collect()
}

#[cfg(test)]
mod tests {
    use deltascope_text::Letters;
    use proptest::prelude::*;

    use crate::numbers::Number;
    use crate::postings::{Missing, Postings};

    proptest! {
        #[test]
        fn it_counts_what_is_found_in_the_raw_text(
            texts in proptest::collection::vec("[0-9,，.]{0,7}|(1|8|,|，|[.]|千|萬|万|億|亿|兩|〇|𠮷|元|人){0,12}", 0..6),
            query in "[1-9]{1,3}(,000|万|萬|[.]8亿|000)(元|人|元人|8|，|萬)?",
        ) {
            let letters = Letters::whole();
            let fields = texts.iter().map(|text| [text.as_str(), query.as_str()].into_iter());
            let postings = Postings::of(fields, letters);
            let term: Vec<_> = query.chars().map(|c| letters.readings(c)).collect();
            let Some(number) = Number::read(&term) else { return Ok(()) };
            let found = postings.with_value(&number, &mut Missing::new());
            for (at, text) in (0..).zip(&texts) {
                let count = |text| number.find_all(letters, text).len();
                let found = found.iter().find(|found| found.article == at);
                let found = found.map_or(0, |found| found.counts.other);
                prop_assert_eq!(usize::from(found), count(text) + count(&query), "{} in {}", query, text);
            }
        }
    }
}
