//! `Made`: the lists of texts that are in memory.
//!
//! The lists that start with one unit are a block, made when it is first asked for from one look at all
//! units; so the first search need not wait for all. [`Made::make`] makes many at once, in less time
//! each.

use std::sync::OnceLock;

use super::block::{Block, BlockWriter, Frame, List, Spot, key};
use super::units::{END, Units};

/// The lists of all units and pairs of some texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Made {
    texts: Units,
    frame: Frame,
    // Invariant: sorted, the units that stand anywhere.
    units: Vec<u16>,
    // Invariant: one for each of the units, with how often it stands.
    blocks: Vec<(u32, OnceLock<Block>)>,
}

/// All units.
const ALL: usize = 1 << 16;
/// So many units are looked at at once.
const LOOK: usize = 64;

/// A place of a unit, and what stands behind it.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    article: u32,
    place: u32,
    next: u16,
}

impl Occurrence {
    fn spot(&self) -> Spot {
        Spot::from(self.article) << 32 | Spot::from(self.place)
    }
}

impl Made {
    /// The lists of recoded articles.
    pub fn of(texts: Units) -> Self {
        let mut often = vec![0; ALL];
        texts.all().iter().for_each(|&unit| often[unit as usize] += 1);
        often[END as usize] = 0;
        let units: Vec<u16> = (0..=u16::MAX).filter(|&unit| often[unit as usize] > 0).collect();
        let blocks = units.iter().map(|&unit| (often[unit as usize], OnceLock::new())).collect();
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

    /// The list of two units side by side, or of one and [`END`].
    pub fn list(&self, one: u16, two: u16) -> Option<List<'_>> {
        let at = self.units.binary_search(&one).ok()?;
        let make = || {
            let places = self.gather(&[one], &self.blocks[at..=at]);
            Grouping::new(self).block(one, &places)
        };
        self.blocks[at].1.get_or_init(make).list(key(one, two))
    }

    /// Makes the next blocks, from that of the unit at a place on, of so many places `together` unless
    /// one has more; the place where to go on, none at the end.
    pub fn make(&self, from: usize, together: usize) -> Option<usize> {
        let mut sum = 0;
        let fits = |(often, _): &&(u32, OnceLock<Block>)| {
            let first = sum == 0;
            sum += *often as usize;
            first || sum <= together
        };
        let part = self.blocks.get(from..)?;
        let part = &part[..part.iter().take_while(fits).count()];
        let to = from + part.len();
        let gathered = self.gather(&self.units[from..to], part);
        let mut places = gathered.as_slice();
        let mut grouping = Grouping::new(self);
        for (&unit, (often, block)) in self.units[from..].iter().zip(part) {
            let (own, others) = places.split_at(*often as usize);
            block.get_or_init(|| grouping.block(unit, own));
            places = others;
        }
        (to < self.units.len()).then_some(to)
    }

    /// Takes all blocks that are made, in order.
    pub fn take(&mut self) -> impl Iterator<Item = Block> {
        self.blocks.iter_mut().filter_map(|(_, block)| block.take())
    }

    /// The places of some units, unit by unit, each in the order of the articles; the units are
    /// neighbours among those that stand anywhere, with their blocks.
    fn gather(&self, which: &[u16], blocks: &[(u32, OnceLock<Block>)]) -> Vec<Occurrence> {
        let (Some(&first), Some(&last)) = (which.first(), which.last()) else { return Vec::new() };
        let range = first..=last;
        let mut ends = vec![0; 1 + (last - first) as usize];
        let mut all = 0;
        for (&unit, (often, _)) in which.iter().zip(blocks) {
            ends[(unit - first) as usize] = all;
            all += *often as usize;
        }
        let mut gathered = vec![Occurrence::default(); all];
        let row = self.texts.all();
        let mut article = 0;
        let (mut start, mut stop) = (0, self.texts.start(1));
        for (look, units) in row.chunks(LOOK).enumerate() {
            // Whole chunks are looked at at once, which compilers turn into vector instructions.
            if !units.iter().fold(false, |found, unit| found | range.contains(unit)) {
                continue;
            }
            for (at, unit) in (look * LOOK..).zip(units) {
                if *unit == END || !range.contains(unit) {
                    continue;
                }
                while at >= stop {
                    article += 1;
                    (start, stop) = (stop, self.texts.start(article + 1));
                }
                let end = &mut ends[(unit - first) as usize];
                // A text ends with `END`, so each unit of a field has one behind it.
                let (place, next) = ((at - start) as u32, row[at + 1]);
                gathered[*end] = Occurrence { article: article as u32, place, next };
                *end += 1;
            }
        }
        gathered
    }
}

/// Makes one block after another.
struct Grouping<'m> {
    made: &'m Made,
    /// For each unit behind how often it stands there, then where its next spot goes.
    ends: Vec<u32>,
    spots: Vec<Spot>,
}

impl<'m> Grouping<'m> {
    fn new(made: &'m Made) -> Self {
        Self { made, ends: vec![0; ALL], spots: Vec::new() }
    }

    /// The block of a unit that stands at these places.
    fn block(&mut self, unit: u16, places: &[Occurrence]) -> Block {
        let mut seconds = Vec::new();
        for found in places {
            let count = &mut self.ends[found.next as usize];
            if *count == 0 {
                seconds.push(found.next);
            }
            *count += 1;
        }
        seconds.sort_unstable();
        let mut end = 0;
        for &second in &seconds {
            let count = &mut self.ends[second as usize];
            end += std::mem::replace(count, end);
        }
        self.spots.resize(places.len(), 0);
        for found in places {
            let end = &mut self.ends[found.next as usize];
            self.spots[*end as usize] = found.spot();
            *end += 1;
        }
        let titles = self.made.texts.titles();
        let mut writer = BlockWriter::new(self.made.frame);
        let mut start = 0;
        // The unit alone goes where the pairs with the end of a field would.
        if let Err(at) = seconds.binary_search(&END) {
            seconds.insert(at, END);
        }
        for second in seconds {
            let end = std::mem::take(&mut self.ends[second as usize]);
            if second == END {
                let all: Vec<Spot> = places.iter().map(Occurrence::spot).collect();
                writer.list(key(unit, END), &all, titles);
                start = start.max(end);
            } else {
                writer.list(key(unit, second), &self.spots[start as usize..end as usize], titles);
                start = end;
            }
        }
        writer.finish()
    }
}
