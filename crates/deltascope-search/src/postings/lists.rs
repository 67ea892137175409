//! `Made`: the lists of texts that are in memory.
//!
//! The lists that start with one unit are a block, made when it is first asked for from one look at all
//! units; so the first search need not wait for all. [`Made::make`] makes many at once, in less time
//! each. Of what many articles hold there are lists of longer terms too, as the places of its pairs take
//! long to join.

use std::{ops::Range, sync::OnceLock};

use super::block::{Block, BlockWriter, Frame, Key, Sign, Spot, alone, behind, sign_of};
use super::grams::{Grams, Parting};
use super::groups::{ALL, Groups};
use super::list::List;
use super::size;
use super::units::{END, Slot, Units};

/// The lists of all units and pairs of some texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Made {
    texts: Units,
    frame: Frame,
    // Invariant: sorted, the units that stand anywhere.
    units: Vec<u16>,
    // Invariant: one for each of the units.
    blocks: Vec<OfUnit>,
}

/// What starts with one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct OfUnit {
    /// How often it stands.
    often: u32,
    block: OnceLock<Block>,
    /// The grams, with the list of each alone.
    grams: OnceLock<(Grams, Block)>,
}

/// A gram stands more often than there are articles, divided by this: measured, as fewer grams leave terms
/// that take long and more grams take memory.
const SHARE: usize = 4;
/// So often at least; less often in tests, whose texts are short.
const LEAST: usize = if cfg!(test) { 2 } else { 1000 };

/// So many units are looked at at once.
const LOOK: usize = 16;

/// Where units stand, one after another, each in the order of the articles.
#[derive(Default)]
struct Gathered {
    spots: Vec<Spot>,
    /// What stands behind each.
    behinds: Vec<u16>,
}

/// Where one unit stands.
#[derive(Clone, Copy)]
struct Stands<'g> {
    spots: &'g [Spot],
    behinds: &'g [u16],
}

impl Gathered {
    fn part(&self, range: Range<usize>) -> Stands<'_> {
        Stands { spots: &self.spots[range.clone()], behinds: &self.behinds[range] }
    }
}

impl Made {
    /// The lists of recoded articles.
    pub fn of(texts: Units) -> Self {
        let mut often = vec![0; ALL];
        texts.all().iter().for_each(|&unit| often[unit as usize] += 1);
        often[END as usize] = 0;
        let units: Vec<u16> = (0..=u16::MAX).filter(|&unit| often[unit as usize] > 0).collect();
        let of_unit = |&unit: &u16| OfUnit { often: often[unit as usize], ..OfUnit::default() };
        let blocks = units.iter().map(of_unit).collect();
        let frame = Frame::new(texts.len(), texts.all().len());
        Self { texts, frame, units, blocks }
    }

    /// The texts.
    pub fn texts(&self) -> &Units {
        &self.texts
    }

    /// What the lists share.
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// The lists of a term of one or two letters, or of a gram; none where the term is neither.
    pub fn whole(&self, slots: &[Slot]) -> Option<Vec<List<'_>>> {
        match slots {
            [one] => Some(one.iter().filter_map(|&one| self.list(alone(one.into()))).collect()),
            [one, two] => Some(self.pair(one, two)),
            _ => {
                let [first] = slots.first()?[..] else { return None };
                let (grams, block) = self.grams(self.units.binary_search(&first).ok()?);
                // Found before a vector is made for it: see ARCHITECTURE, “The app's heap”.
                let list = block.list(alone(grams.sign(slots)?))?;
                Some(vec![list])
            }
        }
    }

    /// The lists of pairs that cover a term of two letters or more, each with its place there.
    pub fn cover(&self, slots: &[Slot]) -> Vec<(u32, Vec<List<'_>>)> {
        // Every other pair and the last; and whichever is the rarest, as it leaves least to be looked at.
        let last = slots.len() - 2;
        let mut pairs: Vec<(u32, Vec<List>)> =
            (0..=last).map(|at| (at as u32, self.pair(&slots[at], &slots[at + 1]))).collect();
        let rarest = pairs.iter().min_by_key(|(_, lists)| size(lists)).map_or(0, |pair| pair.0);
        pairs.retain(|&(at, _)| at.is_multiple_of(2) || at as usize == last || at == rarest);
        pairs
    }

    /// The lists of two letters side by side.
    fn pair(&self, one: &Slot, two: &Slot) -> Vec<List<'_>> {
        let pairs = one.iter().flat_map(|&one| two.iter().map(move |&two| behind(one.into(), two)));
        pairs.filter_map(|key| self.list(key)).collect()
    }

    /// The list of a key of a unit.
    fn list(&self, key: Key) -> Option<List<'_>> {
        let unit = u16::try_from(sign_of(key)).ok()?;
        let at = self.units.binary_search(&unit).ok()?;
        self.block(at).list(key)
    }

    /// The block of the unit at a place.
    fn block(&self, at: usize) -> &Block {
        self.blocks[at].block.get_or_init(|| {
            let gathered = self.gather(at..at + 1);
            let all = gathered.part(0..self.blocks[at].often as usize);
            self.written(self.units[at], all, &mut Groups::default())
        })
    }

    /// The grams that start with the unit at a place, with the list of each alone.
    fn grams(&self, at: usize) -> &(Grams, Block) {
        self.blocks[at].grams.get_or_init(|| {
            let are_many = |places: usize| places > LEAST.max(self.texts.len() / SHARE);
            let sign = Sign::from(self.units[at]);
            let pairs = self.block(at).range(behind(sign, 0)..alone(sign));
            let pairs: Vec<_> = pairs.filter(|(_, list)| are_many(list.postings.len())).collect();
            if pairs.is_empty() {
                return Default::default();
            }
            let mut writer = BlockWriter::new(self.frame);
            // Pairs have lists with places.
            let mut parting = Parting::new(&self.texts, &are_many, 3, |key, spots: &[Spot]| {
                if key == alone(sign_of(key)) {
                    writer.list(key, spots, self.texts.titles());
                }
            });
            for (key, list) in pairs {
                parting.gram(sign, key as u16, 2, &list.spots());
            }
            (parting.finish(), writer.finish())
        })
    }

    /// Makes the next blocks, from that of the unit at a place on, of so many places `together` unless
    /// one has more; the place where to go on, none at the end.
    pub fn make(&self, from: usize, together: usize) -> Option<usize> {
        let mut groups = Groups::default();
        self.walk(from, together, |at, unit, own| {
            self.blocks[at].block.get_or_init(|| self.written(unit, own, &mut groups));
            self.grams(at);
        })
    }

    /// Gives the spots of all units and pairs, in the order of their keys, of so many places `together`.
    pub fn each(&self, together: usize, mut give: impl FnMut(Key, &[Spot])) {
        let mut groups = Groups::default();
        let mut from = Some(0);
        while let Some(at) = from {
            from = self.walk(at, together, |_, unit, own| lists(unit, own, &mut groups, &mut give));
        }
    }

    /// The block of a unit that stands at these places.
    fn written(&self, unit: u16, own: Stands, groups: &mut Groups) -> Block {
        let mut writer = BlockWriter::new(self.frame);
        lists(unit, own, groups, |key, spots| writer.list(key, spots, self.texts.titles()));
        writer.finish()
    }

    /// Gives each of the next units, from one on, by its place, and its own places: [`Made::make`].
    fn walk(
        &self,
        from: usize,
        together: usize,
        mut give: impl FnMut(usize, u16, Stands),
    ) -> Option<usize> {
        let mut sum = 0;
        let fits = |of: &&OfUnit| {
            let first = sum == 0;
            sum += of.often as usize;
            first || sum <= together
        };
        let to = from + self.blocks.get(from..)?.iter().take_while(fits).count();
        let gathered = self.gather(from..to);
        let mut end = 0;
        for at in from..to {
            let start = end;
            end += self.blocks[at].often as usize;
            give(at, self.units[at], gathered.part(start..end));
        }
        (to < self.units.len()).then_some(to)
    }

    /// Where a range of the units stand.
    fn gather(&self, which: Range<usize>) -> Gathered {
        let (which, blocks) = (&self.units[which.clone()], &self.blocks[which]);
        let (Some(&first), Some(&last)) = (which.first(), which.last()) else {
            return Gathered::default();
        };
        let is_one = |unit: u16| unit.wrapping_sub(first) <= last - first;
        let slot = |unit: u16| usize::from(unit.wrapping_sub(first));
        let beyond = slot(last) + 1;
        let mut ends = vec![0; beyond + 1];
        let mut all = 0;
        for (&unit, of) in which.iter().zip(blocks) {
            ends[slot(unit)] = all;
            all += of.often as usize;
        }
        // Where many are looked for, whatever is not goes to the last place, as no branch could be foretold.
        let are_many = all > self.texts.all().len() / LOOK;
        ends[beyond] = all;
        ends[slot(END).min(beyond)] = all;
        let mut gathered = Gathered { spots: vec![0; all + 1], behinds: vec![0; all + 1] };
        for article in 0..self.texts.len() {
            let text = self.texts.article(article);
            for (look, units) in text.chunks(LOOK).enumerate() {
                // Whole chunks are looked at at once, which compilers turn into vector instructions.
                if !units.iter().fold(false, |found, unit| found | is_one(*unit)) {
                    continue;
                }
                for (place, &unit) in (look * LOOK..).zip(units) {
                    let slot = slot(unit).min(beyond);
                    if slot == beyond && !are_many {
                        continue;
                    }
                    let end = &mut ends[slot];
                    gathered.spots[*end] = (article as Spot) << 32 | place as Spot;
                    gathered.behinds[*end] = text.get(place + 1).copied().unwrap_or(END);
                    *end += usize::from(slot < beyond) & usize::from(unit != END);
                }
            }
        }
        gathered
    }
}

/// Gives the spots of a unit with each unit behind it, then alone.
fn lists(unit: u16, own: Stands, groups: &mut Groups, mut give: impl FnMut(Key, &[Spot])) {
    let sign = Sign::from(unit);
    let pairs = own.behinds.iter().copied().zip(own.spots.iter().copied());
    for (next, spots) in groups.of(pairs) {
        if next != END {
            give(behind(sign, next), spots);
        }
    }
    give(alone(sign), own.spots);
}
