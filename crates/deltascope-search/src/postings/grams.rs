//! `Grams`: runs of units whose places would fill a file, and how their lists are taken apart.
//!
//! A gram, of two units or more, is a sign as a unit is. It has a list of its own, without places; its
//! places are parted by the unit behind it and, once more, by the unit before it. What is as frequent with
//! that unit is a gram again. So a term is a gram, or short lists cover it: a gram and one unit more, on
//! either side, that is no gram. Boilerplate would make grams without end, so they end at [`LONGEST`].

use serde::{Deserialize, Serialize};

use super::block::{Key, Sign, Spot, ahead, alone, behind};
use super::groups::{ALL, Groups};
use super::units::{END, Slot, Units};

/// The most units of a gram.
const LONGEST: usize = 4;

/// The grams of some texts.
// Invariant: sorted, once each: a sign, the unit behind it, and the greater sign of both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Grams(Vec<((Sign, u16), Sign)>);

impl Grams {
    /// The sign of a sign and the unit behind it, where that is a gram.
    pub fn longer(&self, sign: Sign, unit: u16) -> Option<Sign> {
        let at = self.0.binary_search_by_key(&(sign, unit), |gram| gram.0).ok()?;
        Some(self.0[at].1)
    }

    /// The signs of the grams of a sign and one unit behind it.
    pub fn all_longer(&self, sign: Sign) -> impl Iterator<Item = Sign> {
        let from = self.0.partition_point(|gram| gram.0.0 < sign);
        self.0[from..].iter().take_while(move |gram| gram.0.0 == sign).map(|gram| gram.1)
    }

    /// The sign of a sign and the letters behind it, where each is one unit and they are a gram.
    pub fn along(&self, sign: Sign, slots: &[Slot]) -> Option<Sign> {
        slots.iter().try_fold(sign, |sign, slot| match slot[..] {
            [unit] => self.longer(sign, unit),
            _ => None,
        })
    }

    /// The sign of letters that are one unit each.
    pub fn sign(&self, slots: &[Slot]) -> Option<Sign> {
        let (first, others) = slots.split_first()?;
        let [unit] = first[..] else { return None };
        self.along(unit.into(), others)
    }

    /// How many letters from the start are a sign, at least one.
    pub fn prefix(&self, slots: &[Slot]) -> usize {
        (2..=slots.len()).take_while(|&to| self.sign(&slots[..to]).is_some()).count() + 1
    }

    /// Where the longest sign starts that ends with the letters.
    pub fn suffix(&self, slots: &[Slot]) -> usize {
        let last = slots.len() - 1;
        last - (0..last).rev().take_while(|&from| self.sign(&slots[from..]).is_some()).count()
    }

    /// True where each gram has a sign of its own and leads to greater ones.
    pub fn is_sound(&self) -> bool {
        let mut signs: Vec<Sign> = self.0.iter().map(|gram| gram.1).collect();
        signs.sort_unstable();
        self.0.is_sorted_by(|a, b| a.0 < b.0)
            && self.0.iter().all(|gram| gram.1 > gram.0.0)
            && signs.into_iter().eq((ALL as Sign..).take(self.0.len()))
    }
}

/// Takes the lists of grams apart.
pub(crate) struct Parting<'t, G> {
    texts: &'t Units,
    /// Whether so many places are too many for a list.
    are_many: &'t dyn Fn(usize) -> bool,
    /// A gram of so many units or more has a list of its own.
    least: usize,
    grams: Vec<((Sign, u16), Sign)>,
    groups: Groups,
    /// Takes the lists, in the order of their keys.
    give: G,
}

impl<'t, G: FnMut(Key, &[Spot])> Parting<'t, G> {
    /// Of these texts.
    pub fn new(
        texts: &'t Units,
        are_many: &'t dyn Fn(usize) -> bool,
        least: usize,
        give: G,
    ) -> Self {
        Self { texts, are_many, least, grams: Vec::new(), groups: Groups::default(), give }
    }

    /// Gives the lists of a gram and of all that start with it: a sign, the unit behind it, and where
    /// both stand, so many units long.
    pub fn gram(&mut self, parent: Sign, unit: u16, length: usize, spots: &[Spot]) {
        let sign = (ALL + self.grams.len()) as Sign;
        self.grams.push(((parent, unit), sign));
        // One look at each place for both sides: the texts are larger than a machine's nearest memory.
        let sides: Vec<(u16, u16)> =
            spots.iter().map(|&spot| self.texts.beside(spot, length)).collect();
        let mut grams: Vec<(u16, Vec<Spot>)> = Vec::new();
        let behinds = sides.iter().map(|side| side.1);
        for (next, own) in self.groups.of(behinds.zip(spots.iter().copied())) {
            if next != END && length < LONGEST && (self.are_many)(own.len()) {
                grams.push((next, own.to_vec()));
            } else {
                (self.give)(behind(sign, next), own);
            }
        }
        if length >= self.least {
            (self.give)(alone(sign), spots);
        }
        let aheads = sides.iter().zip(spots).filter(|(side, _)| side.0 != END);
        for (previous, own) in self.groups.of(aheads.map(|(side, &spot)| (side.0, spot - 1))) {
            if length == LONGEST || !(self.are_many)(own.len()) {
                (self.give)(ahead(sign, previous), own);
            }
        }
        drop(sides);
        for (next, own) in grams {
            self.gram(sign, next, length + 1, &own);
        }
    }

    /// All grams.
    pub fn finish(mut self) -> Grams {
        self.grams.sort_unstable();
        Grams(self.grams)
    }
}

#[cfg(test)]
mod tests {
    use deltascope_text::Letters;

    use super::*;

    #[test]
    fn what_stands_often_is_parted_by_its_sides() {
        let text = "甲乙丙甲乙丙甲乙丁";
        let texts = Units::of([[text].into_iter()].into_iter(), Letters::whole());
        let mut lists = Vec::new();
        let twice = |spots: usize| spots > 1;
        let mut parting = Parting::new(&texts, &twice, 2, |key, spots: &[Spot]| {
            lists.push((key, spots.to_vec()));
        });
        let [one, two, three, four] = ['甲', '乙', '丙', '丁'].map(|c| c as u16);
        parting.gram(one.into(), two, 2, &[0, 3, 6]);
        let grams = parting.finish();
        let pair = grams.longer(one.into(), two).unwrap();
        let triple = grams.longer(pair, three).unwrap();
        let longest = grams.longer(triple, one).unwrap();
        assert!(grams.is_sound() && grams.0.len() == 3);
        let expected: [(Key, &[Spot]); 7] = [
            (behind(pair, four), &[6]),
            (alone(pair), &[0, 3, 6]),
            (alone(triple), &[0, 3]),
            (ahead(triple, three), &[2]),
            // It is as frequent with 乙, but long enough.
            (behind(longest, two), &[0, 3]),
            (alone(longest), &[0, 3]),
            (ahead(longest, three), &[2]),
        ];
        assert!(lists.iter().map(|(key, spots)| (*key, &spots[..])).eq(expected));
        let slots: Vec<Slot> = text.chars().map(|c| vec![c as u16]).collect();
        assert_eq!(
            (grams.prefix(&slots), grams.prefix(&slots[1..]), grams.prefix(&slots[6..])),
            (4, 1, 2)
        );
        assert_eq!(
            (grams.suffix(&slots[..5]), grams.suffix(&slots), grams.suffix(&slots[..1])),
            (3, 8, 0)
        );
    }
}
