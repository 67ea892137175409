//! `Units`: texts as a search compares them, in one row of 16-bit units.
//!
//! A unit is a folded character: 長 → 长. A character with two readings (畫 is 画, and 划 in 計畫)
//! has a unit of its own, and a term's letter names all units that it is alike to; so comparing
//! units finds what `scan` finds. Such units, the parts of characters that 16 bits do not hold, and
//! [`END`] lie where Unicode has no characters (its surrogates), each kind in a range of its own, so
//! that a match never starts inside a character.

use deltascope_text::Letters;
use serde::{Deserialize, Serialize};

use super::block::Spot;
use crate::scan::{Letter, alike};

/// Ends a title and each paragraph; no term holds it.
pub(crate) const END: u16 = 0xdfff;
/// The first unit for a character with two readings, and how many there may be: OpenCC knows some
/// two hundred.
const DOUBLE: u16 = 0xd800;
const DOUBLES: usize = 1024;
/// Each part of a character beyond 16 bits: its first unit, its place and its length in bits.
const PARTS: [(u16, u32, u32); 3] = [(0xdc00, 14, 7), (0xdc80, 7, 7), (0xdd00, 0, 7)];

/// How many units there can be.
const ALL: usize = 1 << 16;

/// The recoded texts of a list of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Units {
    row: Vec<u16>,
    // Invariant: the start of each article in `row`, then the end of the row.
    starts: Vec<u32>,
    /// The length of each article's title.
    titles: Vec<u32>,
    double: Doubles,
    // Invariant: sorted; the places in `row` of full-width commas behind digits: those part clauses,
    // where a comma is a part of a number.
    clauses: Vec<u32>,
}

/// The characters with two readings that stand in some texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
// Invariant: the readings behind the units from `DOUBLE`, in the order in which they came.
pub(crate) struct Doubles(Vec<Letter>);

/// A letter of a term: the units that it is alike to, at least one, each once.
pub(crate) type Slot = Vec<u16>;

/// The number of units of a text.
pub(crate) fn length(text: &str) -> usize {
    text.chars().map(|c| if c > '\u{ffff}' { PARTS.len() } else { 1 }).sum()
}

impl Units {
    /// Recodes the fields of each article; the first of them is its title.
    pub fn of<'t, F>(articles: impl Iterator<Item = F>, letters: &Letters) -> Self
    where
        F: Iterator<Item = &'t str>,
    {
        let mut units = Self { starts: vec![0], ..Self::default() };
        // The units of the characters that were met, so that the table is asked once for each.
        let mut met = vec![END; ALL];
        for mut fields in articles {
            let start = units.row.len();
            units.push(fields.next().unwrap_or_default(), letters, &mut met);
            units.titles.push((units.row.len() - start) as u32 - 1);
            fields.for_each(|text| units.push(text, letters, &mut met));
            units.starts.push(units.row.len() as u32);
        }
        units.row.shrink_to_fit();
        units
    }

    fn push(&mut self, text: &str, letters: &Letters, met: &mut [u16]) {
        for c in text.chars() {
            if c == '，' && self.row.last().is_some_and(|unit| (0x30..0x3a).contains(unit)) {
                self.clauses.push(self.row.len() as u32);
            }
            match met.get_mut(c as usize) {
                Some(unit) if *unit != END => self.row.push(*unit),
                known => {
                    let from = self.row.len();
                    self.recode(letters.readings(c));
                    if let (Some(known), [unit]) = (known, &self.row[from..]) {
                        *known = *unit;
                    }
                }
            }
        }
        self.row.push(END);
    }

    /// Adds the unit of a character, or its parts.
    fn recode(&mut self, letter: Letter) {
        match u16::try_from(u32::from(letter[0])) {
            Ok(unit) if letter[0] == letter[1] => self.row.push(unit),
            Ok(unit) => {
                let double = self.double.unit(letter).unwrap_or(unit);
                self.row.push(double);
            }
            Err(_) => self.row.extend(parts(letter[0])),
        }
    }

    /// The number of articles.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Every unit of all articles, in order.
    pub fn all(&self) -> &[u16] {
        &self.row
    }

    /// Where an article starts among [`Units::all`].
    pub fn start(&self, article: usize) -> usize {
        self.starts[article] as usize
    }

    /// The length of each article's title.
    pub fn titles(&self) -> &[u32] {
        &self.titles
    }

    /// The characters with two readings.
    pub fn double(&self) -> &Doubles {
        &self.double
    }

    /// True for a full-width comma behind a digit, at a place of an article.
    pub fn parts_clauses(&self, article: usize, place: usize) -> bool {
        self.clauses.binary_search(&(self.starts[article] + place as u32)).is_ok()
    }

    /// The unit before a spot and the one so many places behind its first: [`END`] where a field ends.
    pub fn beside(&self, spot: Spot, behind: usize) -> (u16, u16) {
        let place = self.start((spot >> 32) as usize) + spot as u32 as usize;
        // A field starts behind the end of another, but for the first of all.
        let before = place.checked_sub(1).map_or(END, |before| self.row[before]);
        (before, self.row[place + behind])
    }

    /// All units of an article: its title, then its paragraphs.
    pub fn article(&self, at: usize) -> &[u16] {
        &self.row[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl Doubles {
    /// The unit of two readings; none where there are too many.
    fn unit(&mut self, letter: Letter) -> Option<u16> {
        let known = self.0.iter().position(|&known| known == letter);
        let place = known.unwrap_or_else(|| {
            self.0.push(letter);
            self.0.len() - 1
        });
        (place < DOUBLES).then_some(DOUBLE + place as u16)
    }

    /// The character that a unit stands for; none of a part of one.
    pub fn char_of(&self, unit: u16) -> Option<char> {
        let double = (unit as usize).checked_sub(DOUBLE as usize).and_then(|at| self.0.get(at));
        double.map(|letter| letter[0]).or(char::from_u32(u32::from(unit)))
    }

    /// The letters of a term as sets of units.
    pub fn slots(&self, term: &[Letter]) -> Vec<Slot> {
        let mut slots = Vec::with_capacity(term.len());
        for &letter in term {
            let mut slot: Slot =
                letter.iter().filter_map(|&c| u16::try_from(u32::from(c)).ok()).collect();
            slot.dedup();
            if slot.is_empty() {
                slots.extend(parts(letter[0]).map(|unit| vec![unit]));
                continue;
            }
            let double = self.0.iter().take(DOUBLES).zip(DOUBLE..);
            slot.extend(double.filter(|&(&own, _)| alike(own, letter)).map(|(_, unit)| unit));
            slots.push(slot);
        }
        slots
    }
}

/// The units of a character beyond 16 bits.
fn parts(c: char) -> [u16; 3] {
    PARTS.map(|(first, place, bits)| first + (u32::from(c) >> place & ((1 << bits) - 1)) as u16)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_is_room_for_all_characters_with_two_readings() {
        let readings = |c| Letters::whole().readings(c);
        let double: BTreeSet<Letter> =
            ('\0'..=char::MAX).map(readings).filter(|letter| letter[0] != letter[1]).collect();
        assert!(double.len() < DOUBLES);
        assert!(double.iter().flatten().all(|&c| c <= '\u{ffff}'));
    }

    #[test]
    fn the_parts_of_a_character_lie_apart_and_tell_it() {
        let all: BTreeSet<[u16; 3]> = ('\u{10000}'..=char::MAX).map(parts).collect();
        assert_eq!(all.len(), 0x10_0000);
        for (at, (first, _, bits)) in PARTS.into_iter().enumerate() {
            let range = first..first + (1 << bits);
            assert!(all.iter().all(|parts| range.contains(&parts[at])));
        }
    }
}
