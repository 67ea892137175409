//! Which lists of files cover a term.
//!
//! From the left, the longest sign that the term goes on with, and the unit behind it; where the term ends
//! with a sign, that and the unit before it. A gram's own places are read where a letter may be
//! several units and the term is a gram by one of them, or where only the places of a gram will do.

use super::block::{Key, Sign, ahead, behind};
use super::files::{Files, Missing};
use super::list::List;
use super::units::Slot;

impl Files {
    /// Lists with places that cover a term of two letters or more, each with the places in the term
    /// that they start at.
    pub fn cover(&self, slots: &[Slot], missing: &mut Missing) -> Vec<(u32, Vec<List<'_>>)> {
        if let Some(gram) = self.grams().sign(slots) {
            let mut lists = Vec::new();
            self.places(gram, missing, &mut lists);
            return vec![(0, lists)];
        }
        let mut cover = Vec::new();
        let mut from = 0;
        while from < slots.len() {
            let end = from + self.grams().prefix(&slots[from..]);
            let Some(next) = slots.get(end) else {
                let start = self.grams().suffix(slots) - 1;
                cover
                    .push((start as u32, self.before(&slots[start], &slots[start + 1..], missing)));
                break;
            };
            let mut lists = Vec::new();
            for sign in self.signs(&slots[from..end]) {
                for &unit in next {
                    let gram = self.grams().longer(sign, unit);
                    self.add(gram, behind(sign, unit), missing, &mut lists);
                }
            }
            cover.push((from as u32, lists));
            from = end + 1;
        }
        cover
    }

    /// The lists of a letter and a sign behind it.
    fn before(&self, letter: &Slot, slots: &[Slot], missing: &mut Missing) -> Vec<List<'_>> {
        let mut lists = Vec::new();
        for sign in self.signs(slots) {
            for &unit in letter {
                // Two units are a pair; its key starts with the first.
                let (gram, key) = match u16::try_from(sign) {
                    Ok(last) => (self.grams().longer(unit.into(), last), behind(unit.into(), last)),
                    Err(_) => (self.grams().along(unit.into(), slots), ahead(sign, unit)),
                };
                self.add(gram, key, missing, &mut lists);
            }
        }
        lists
    }

    /// The signs of a letter, or of letters that are a gram.
    fn signs(&self, slots: &[Slot]) -> Vec<Sign> {
        match slots {
            [one] => one.iter().map(|&unit| unit.into()).collect(),
            _ => self.grams().sign(slots).into_iter().collect(),
        }
    }

    /// Adds the list of a key, or of all places of the gram that it is.
    fn add<'s>(
        &'s self,
        gram: Option<Sign>,
        key: Key,
        missing: &mut Missing,
        lists: &mut Vec<List<'s>>,
    ) {
        match gram {
            Some(gram) => self.places(gram, missing, lists),
            None => lists.extend(self.list(key, missing)),
        }
    }
}
