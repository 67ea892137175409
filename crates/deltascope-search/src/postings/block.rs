//! `Block`: the lists of a range of keys, as they lie in memory and in a file.
//!
//! A key is a sign and a unit that stands at its side, or the sign alone: then its list has no places.
//! Of each article a list has how often and where it holds them, roughly, and all places: at hand in
//! memory ([`Places`]), as bits in a file.
//!
//! A file is `DSPL`, version, then postcard. What is read is walked through once, so that no later look
//! can fail.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::bits::{GREATEST_K, Reader, k_for};
use super::list::List;
use super::places::Places;
use super::ranks::Ranks;
use crate::format::{self, IndexError};
use crate::rank::STEPS;

/// The version that this build writes and reads.
pub(super) const VERSION: u16 = 2;
pub(super) const MAGIC: [u8; 4] = *b"DSPL";

/// The most articles that a posting can tell apart.
pub(crate) const MOST: usize = 1 << 29;

/// An article in a list, in 32 bits: its place (29), how often it holds what the list is of (2, as a
/// step of [`STEPS`]), and whether its title does (1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posting(u32);

impl Posting {
    /// Something in an article, so often.
    pub fn new(article: u32, count: usize, in_title: bool) -> Self {
        let step = STEPS.iter().rposition(|&step| usize::from(step) <= count).unwrap_or_default();
        Self(article << 3 | (step as u32) << 1 | u32::from(in_title))
    }

    /// Where something stands in an article; `titles` are the lengths of all titles.
    pub fn of(run: &[Spot], titles: &[u32]) -> Self {
        let article = (run[0] >> 32) as u32;
        Self::new(article, run.len(), (run[0] as u32) < titles[article as usize])
    }

    /// The article's place.
    pub fn article(self) -> u32 {
        self.0 >> 3
    }

    /// How often it stands there: the greatest of [`STEPS`] that is no more.
    pub fn count(self) -> u8 {
        STEPS[self.step() as usize]
    }

    /// True where it stands in the title.
    pub fn in_title(self) -> bool {
        self.0 & 1 == 1
    }

    /// [`Posting::count`] as a place in [`STEPS`].
    pub fn step(self) -> u32 {
        self.0 >> 1 & 3
    }

    /// What is written behind an article, and its length in bits: a 0, or a 1 with the step and the title.
    pub fn more(self) -> (u64, u32) {
        let more = u64::from(self.0 & 7);
        if more > 0 { (more << 1 | 1, 4) } else { (0, 1) }
    }

    /// The same article in the lists of two units that mean the same.
    pub fn or(self, other: Self) -> Self {
        let count = usize::from(self.count() + other.count());
        Self::new(self.article(), count, self.in_title() || other.in_title())
    }
}

/// A place of an article: the article in the upper half, the place in its text in the lower.
pub(crate) type Spot = u64;

/// Spots that are in order, by article.
pub(crate) fn by_article(spots: &[Spot]) -> impl Iterator<Item = &[Spot]> {
    spots.chunk_by(|a, b| a >> 32 == b >> 32)
}

/// What all lists of some articles share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Frame {
    /// How many articles there are.
    pub articles: u32,
    /// By which places are written.
    k: u32,
}

impl Frame {
    /// For articles of so many units in all.
    pub fn new(articles: usize, units: usize) -> Self {
        Self { articles: articles as u32, k: k_for((units / articles.max(1)) as u64) }
    }

    /// True where lists can be read by it.
    pub fn is_sound(self) -> bool {
        self.articles as usize <= MOST && self.k <= GREATEST_K
    }

    /// By which places are written.
    pub fn k(self) -> u32 {
        self.k
    }

    /// The bytes in a file of the articles of a list, about.
    pub fn bytes(self, count: u32) -> usize {
        ((self.k_of_gaps(count) as usize + 3) * count as usize).div_ceil(8)
    }

    /// The bytes in a file of a list of so many places, about: fewer where articles have several.
    pub fn bytes_of_places(self, count: usize) -> usize {
        (self.k as usize + 2) * count / 8 + self.bytes(count as u32)
    }

    /// By which the gaps of a list of so many articles are written.
    pub fn k_of_gaps(self, count: u32) -> u32 {
        k_for(u64::from(self.articles / count.max(1)))
    }
}

/// The lists of some keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    frame: Frame,
    // Invariant: sorted by key.
    lists: Vec<Entry>,
    /// The articles of all lists that have places.
    postings: Vec<Posting>,
    // Invariant: those of each of `postings`.
    places: Places,
    // Invariant: of the lists in `postings` that are long.
    ranks: Ranks,
    /// The articles of the lists without places.
    alone: Vec<Posting>,
}

/// Where a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    key: Key,
    /// The first of its articles, among those that are like it.
    first: u32,
    /// How many articles it has.
    count: u32,
}

/// The keys of a file with the counts of their lists, the articles of all lists, and all places.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    /// Each key less the one before.
    pub keys: Vec<(Key, u32)>,
    pub articles: Vec<u8>,
    pub places: Vec<u8>,
}

/// What a list is of.
pub(crate) type Key = u64;

/// A unit, or behind all units a frequent gram ([`super::grams`]).
pub(crate) type Sign = u32;

/// The bits of a key that say what stands at the sign's side, from the lowest: a unit, that there is
/// none, that it stands before the sign.
const SIDE: u32 = 18;
const ALONE: Key = 1 << 16;
const AHEAD: Key = 1 << 17;

/// The key of a sign and the unit behind it.
pub(crate) fn behind(sign: Sign, unit: u16) -> Key {
    Key::from(sign) << SIDE | Key::from(unit)
}

/// The key of a sign alone.
pub(crate) fn alone(sign: Sign) -> Key {
    Key::from(sign) << SIDE | ALONE
}

/// The key of a sign and the unit before it.
pub(crate) fn ahead(sign: Sign, unit: u16) -> Key {
    behind(sign, unit) | AHEAD
}

/// The sign of a key.
pub(crate) fn sign_of(key: Key) -> Sign {
    (key >> SIDE) as Sign
}

/// True where the lists of a key have places.
pub(super) fn has_places(key: Key) -> bool {
    key & ALONE == 0
}

impl Block {
    /// The list of a key.
    pub fn list(&self, key: Key) -> Option<List<'_>> {
        let at = self.lists.binary_search_by_key(&key, |entry| entry.key).ok()?;
        Some(self.list_at(at))
    }

    /// The lists of a range of keys, with the key of each.
    pub fn range(&self, keys: Range<Key>) -> impl Iterator<Item = (Key, List<'_>)> {
        let from = self.lists.partition_point(|entry| entry.key < keys.start);
        let to = self.lists.partition_point(|entry| entry.key < keys.end);
        (from..to).map(|at| (self.lists[at].key, self.list_at(at)))
    }

    fn list_at(&self, at: usize) -> List<'_> {
        let Entry { key, first, count } = self.lists[at];
        let own = first as usize..(first + count) as usize;
        if !has_places(key) {
            return List::new(&self.alone[own], &self.places, 0, None);
        }
        let ranks = self.ranks.of(first, count, self.frame.articles);
        List::new(&self.postings[own], &self.places, first as usize, ranks)
    }

    /// Reads a file of lists of these articles.
    ///
    /// # Errors
    /// Says which of the ways of [`IndexError`] the bytes are wrong.
    pub fn from_bytes(bytes: &[u8], frame: Frame) -> Result<Self, IndexError> {
        let written = format::of_file(MAGIC, VERSION, bytes)?;
        Self::walked(frame, written).ok_or(IndexError::Damaged)
    }

    /// The block that was written; none where a list cannot be read.
    fn walked(frame: Frame, Written { keys, articles, places }: Written) -> Option<Self> {
        let mut block = Self { frame, ..Self::default() };
        let mut articles = Reader::new(&articles, 0);
        let mut bits = Reader::new(&places, 0);
        let mut key: Key = 0;
        for (gap, count) in keys {
            if gap == 0 && !block.lists.is_empty() {
                return None;
            }
            key = key.checked_add(gap)?;
            let all = if has_places(key) { &mut block.postings } else { &mut block.alone };
            let first = all.len();
            block.lists.push(Entry { key, first: first as u32, count });
            read_articles(frame, count, &mut articles, all)?;
            if has_places(key) {
                let own = &all[first..];
                for posting in own {
                    block.places.read(frame.k, posting.step(), &mut bits)?;
                }
                block.ranks.add(first as u32, own, frame.articles);
            }
        }
        Some(block)
    }
}

/// Reads the articles of a list; none where it is none.
fn read_articles(
    frame: Frame,
    count: u32,
    bits: &mut Reader,
    postings: &mut Vec<Posting>,
) -> Option<()> {
    // Two bits are the least that an article takes.
    if bits.left() / 2 < count as usize {
        return None;
    }
    postings.reserve(count as usize);
    let k = frame.k_of_gaps(count);
    let mut next = 0_u32;
    for _ in 0..count {
        let (gap, more) = bits.rice_and_more(k);
        let article = next.checked_add(gap)?;
        if article >= frame.articles {
            return None;
        }
        postings.push(Posting(article << 3 | more));
        next = article + 1;
    }
    Some(())
}

/// Writes blocks.
pub(crate) struct BlockWriter {
    block: Block,
}

impl BlockWriter {
    /// Writes lists of these articles.
    pub fn new(frame: Frame) -> Self {
        Self { block: Block { frame, ..Block::default() } }
    }

    /// Writes the list of the next key: its spots, in order; `titles` are the lengths of the titles.
    pub fn list(&mut self, key: Key, spots: &[Spot], titles: &[u32]) {
        let Block { frame, lists, postings, places, ranks, alone } = &mut self.block;
        let all = if has_places(key) { postings } else { alone };
        let first = all.len() as u32;
        for run in by_article(spots) {
            all.push(Posting::of(run, titles));
            if has_places(key) {
                places.push(run);
            }
        }
        let own = &all[first as usize..];
        if has_places(key) {
            ranks.add(first, own, frame.articles);
        }
        lists.push(Entry { key, first, count: own.len() as u32 });
    }

    /// The block.
    pub fn finish(mut self) -> Block {
        let Block { lists, postings, places, ranks, alone, .. } = &mut self.block;
        lists.shrink_to_fit();
        postings.shrink_to_fit();
        alone.shrink_to_fit();
        places.shrink();
        ranks.shrink();
        self.block
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::write::FileWriter;
    use super::*;

    const ARTICLES: u32 = 40;

    /// Lists by key: articles with their places.
    fn lists() -> impl Strategy<Value = Vec<(Key, Vec<Spot>)>> {
        let spot =
            (0..ARTICLES, prop_oneof![0..30_u32, any::<u32>()]).prop_map(|(article, place)| {
                Spot::from(article) << 32 | Spot::from(place.min(u32::MAX - 1))
            });
        let list = proptest::collection::btree_set(spot, 1..60);
        let list = list.prop_map(|spots| spots.into_iter().collect());
        let sign = prop_oneof![0..5_u32, any::<u32>()];
        let side: fn((u8, Sign, u16)) -> Key = |(side, sign, unit)| match side {
            0 => behind(sign, unit),
            1 => ahead(sign, unit),
            _ => alone(sign),
        };
        let key = (0..3_u8, sign, any::<u16>()).prop_map(side);
        proptest::collection::btree_map(key, list, 1..5)
            .prop_map(|lists| lists.into_iter().collect())
    }

    fn frame() -> Frame {
        Frame::new(ARTICLES as usize, 900)
    }

    fn block(lists: &[(Key, Vec<Spot>)]) -> Block {
        let mut writer = BlockWriter::new(frame());
        for (key, spots) in lists {
            writer.list(*key, spots, &[3; ARTICLES as usize]);
        }
        writer.finish()
    }

    fn file(lists: &[(Key, Vec<Spot>)]) -> Vec<u8> {
        let mut writer = FileWriter::new(frame());
        for (key, spots) in lists {
            writer.list(*key, spots, &[3; ARTICLES as usize]);
        }
        writer.finish().map(|file| file.1).unwrap_or_default()
    }

    /// Those of these spots at which the list stands.
    fn kept(list: &List, spots: &[Spot]) -> Vec<Spot> {
        let mut kept = Vec::new();
        list.keep(spots, 0, &mut kept);
        kept
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(lists in lists()) {
            let block = block(&lists);
            let read = Block::from_bytes(&file(&lists), block.frame).unwrap();
            prop_assert_eq!(&read, &block);
            for (key, spots) in &lists {
                let list = read.list(*key).unwrap();
                let article = |spot: &Spot| (*spot >> 32) as u32;
                let runs = spots.chunk_by(|a, b| article(a) == article(b));
                let expected = runs.map(|run| Posting::new(article(&run[0]), run.len(), (run[0] as u32) < 3));
                prop_assert_eq!(list.postings, &expected.collect::<Vec<_>>());
                if has_places(*key) {
                    prop_assert_eq!(&list.spots(), spots);
                    let mut starts = Vec::new();
                    list.starts(2, &mut starts);
                    let expected = spots.iter().filter(|&&spot| spot as u32 >= 2).map(|spot| spot - 2);
                    prop_assert_eq!(starts, expected.collect::<Vec<_>>());
                    // As many as it has and others, few, and none.
                    let more = spots.iter().flat_map(|&spot| [spot, spot + 1]);
                    let more: BTreeSet<Spot> = more.chain([0, 7 << 32]).collect();
                    let more: Vec<Spot> = more.into_iter().collect();
                    let own = |asked: &[Spot]| -> Vec<Spot> {
                        asked.iter().copied().filter(|spot| spots.contains(spot)).collect()
                    };
                    for asked in [&more[..], &more[more.len() / 2..][..1], &[]] {
                        prop_assert_eq!(kept(&list, asked), own(asked));
                    }
                }
            }
        }

        #[test]
        fn no_bytes_make_it_panic(
            lists in lists(), changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 0..4), cut in 0..40_usize,
        ) {
            let mut bytes = file(&lists);
            for (at, change) in changes {
                let at = usize::from(at) % bytes.len();
                bytes[at] ^= change;
            }
            bytes.truncate(bytes.len() - cut.min(bytes.len()) / 13);
            // What reads as lists can be read to its end.
            if let Ok(read) = Block::from_bytes(&bytes, frame()) {
                for (key, list) in read.range(0..Key::MAX) {
                    prop_assert!(list.postings.iter().all(|found| found.article() < ARTICLES));
                    prop_assert!(!has_places(key) || list.spots().is_sorted());
                }
            }
        }
    }

    #[test]
    fn other_bytes_say_what_they_are() {
        let read = |change: fn(&mut Vec<u8>)| {
            let mut bytes = file(&[(behind(7, 8), vec![5])]);
            change(&mut bytes);
            Block::from_bytes(&bytes, frame())
        };
        assert_eq!(read(|bytes| bytes[4] = 9), Err(IndexError::Version { found: 9 }));
        assert_eq!(read(|bytes| bytes[0] = b'X'), Err(IndexError::Damaged));
        assert_eq!(read(|bytes| bytes.truncate(5)), Err(IndexError::Truncated));
        assert_eq!(read(|bytes| bytes.push(0)), Err(IndexError::Damaged));
    }
}
