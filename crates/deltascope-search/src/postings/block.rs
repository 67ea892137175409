//! `Block`: the lists of a range of keys, as they lie in memory and in a file.
//!
//! A key is two units that stand side by side, or one and [`END`]: then the list is of the unit alone
//! and has no places. A list is a row of bits: for each article the gap to the one before and how often
//! and where it holds the pair, roughly; then, for each article again, all places. So who wants to know
//! which articles hold a pair reads no further.
//!
//! A file is `DSPL`, version, then postcard. What is read is walked through once, so that no later look
//! can fail.

use serde::{Deserialize, Serialize};

use super::bits::{GREATEST_K, Reader, Writer, k_for};
use super::units::END;
use crate::format::{self, IndexError};
use crate::matches::before;

/// The version that this build writes and reads.
const VERSION: u16 = 1;
const MAGIC: [u8; 4] = *b"DSPL";

/// The most articles that a posting can tell apart.
pub(crate) const MOST: usize = 1 << 29;
/// The counts that are told apart: so often or more.
pub(crate) const STEPS: [u8; 4] = [1, 2, 4, 8];

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
    fn step(self) -> u32 {
        self.0 >> 1 & 3
    }

    /// The same article in the lists of two units that mean the same.
    pub fn or(self, other: Self) -> Self {
        let count = usize::from(self.count() + other.count());
        Self::new(self.article(), count, self.in_title() || other.in_title())
    }
}

/// The places of so many articles are read together or passed together.
const JUMP: usize = 32;

/// A place of an article: the article in the upper half, the place in its text in the lower.
pub(crate) type Spot = u64;

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

    /// By which the gaps of a list of so many articles are written.
    fn k_of_gaps(self, count: u32) -> u32 {
        k_for(u64::from(self.articles / count.max(1)))
    }
}

/// The lists of some keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    frame: Frame,
    // Invariant: sorted by key.
    lists: Vec<Entry>,
    // Invariant: each list can be read.
    bits: Vec<u8>,
    /// How many bits the lists have.
    length: usize,
    /// For each list, for each [`JUMP`] of its articles, where their places start.
    jumps: Vec<u32>,
}

/// Where a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    key: u32,
    /// How many articles it has.
    count: u32,
    /// Its first bit.
    start: u32,
    /// The first of its jumps.
    jumps: u32,
}

/// The keys of a file with the counts of their lists, and the lists.
#[derive(Serialize, Deserialize)]
struct Written {
    /// Each key less the one before.
    keys: Vec<(u32, u32)>,
    bits: Vec<u8>,
}

/// The key of two units.
pub(crate) fn key(one: u16, two: u16) -> u32 {
    u32::from(one) << 16 | u32::from(two)
}

/// True where the lists of a key have places.
fn has_places(key: u32) -> bool {
    key as u16 != END
}

impl Block {
    /// The list of a key.
    pub fn list(&self, key: u32) -> Option<List<'_>> {
        let at = self.lists.binary_search_by_key(&key, |entry| entry.key).ok()?;
        let Entry { count, start, jumps, .. } = self.lists[at];
        let bits = Reader::new(&self.bits, start as usize);
        let (postings, _) = postings(self.frame, count, bits)?;
        let jumps = &self.jumps[jumps as usize..];
        Some(List { postings, frame: self.frame, bits: &self.bits, jumps })
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = u32> {
        self.lists.iter().map(|entry| entry.key)
    }

    /// How many bytes each list has, about.
    pub fn lengths(&self) -> impl Iterator<Item = usize> {
        let starts = self.lists.iter().map(|entry| entry.start as usize);
        let ends = starts.clone().skip(1).chain([self.length]);
        starts.zip(ends).map(|(start, end)| (end - start) / 8)
    }

    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut before = 0;
        let relative = |entry: &Entry| {
            let gap = entry.key - std::mem::replace(&mut before, entry.key);
            (gap, entry.count)
        };
        let keys = self.lists.iter().map(relative).collect();
        format::file(MAGIC, VERSION, &Written { keys, bits: self.bits.clone() })
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
    fn walked(frame: Frame, Written { keys, bits }: Written) -> Option<Self> {
        let (mut lists, mut jumps) = (Vec::with_capacity(keys.len()), Vec::new());
        let mut reader = Reader::new(&bits, 0);
        let mut key = 0_u32;
        for (gap, count) in keys {
            if gap == 0 && !lists.is_empty() {
                return None;
            }
            key = key.checked_add(gap)?;
            let start = u32::try_from(reader.at()).ok()?;
            lists.push(Entry { key, count, start, jumps: jumps.len() as u32 });
            let (postings, behind) = postings(frame, count, reader)?;
            reader = behind;
            if has_places(key) {
                for part in postings.chunks(JUMP) {
                    jumps.push(reader.at() as u32);
                    places(frame, part, &mut reader, |_| ())?;
                }
            }
        }
        let length = reader.at();
        (length <= 8 * bits.len()).then_some(Self { frame, lists, bits, length, jumps })
    }
}

/// The articles of a list, and what is behind them; none where it is none.
fn postings(frame: Frame, count: u32, mut bits: Reader) -> Option<(Vec<Posting>, Reader)> {
    // Two bits are the least that an article takes.
    if bits.left() / 2 < count as usize {
        return None;
    }
    let mut postings = Vec::with_capacity(count as usize);
    let k = frame.k_of_gaps(count);
    let mut next = 0_u32;
    for _ in 0..count {
        let (gap, more) = bits.rice_and_more(k);
        let article = next.checked_add(gap)?;
        if article >= frame.articles {
            return None;
        }
        // The step in the lower two bits, then the title.
        postings.push(Posting(article << 3 | (more & 3) << 1 | more >> 2));
        next = article + 1;
    }
    Some((postings, bits))
}

/// Gives all places of each article, in order; none where they cannot be read.
fn places(
    frame: Frame,
    postings: &[Posting],
    bits: &mut Reader,
    mut give: impl FnMut(Spot),
) -> Option<()> {
    for posting in postings {
        let step = posting.step();
        let count = match step {
            0 => 1,
            3 => 8 + bits.rice(2),
            step => (1 << step) + bits.take(step),
        };
        if bits.left() < count as usize {
            return None;
        }
        let article = Spot::from(posting.article()) << 32;
        let (mut next, mut k) = (0_u32, frame.k);
        for _ in 0..count {
            let place = next.checked_add(bits.rice(k))?;
            give(article | Spot::from(place));
            next = place.checked_add(1)?;
            k = frame.k.saturating_sub(step);
        }
    }
    Some(())
}

/// A list, with its articles read.
pub(crate) struct List<'b> {
    /// The articles.
    pub postings: Vec<Posting>,
    frame: Frame,
    bits: &'b [u8],
    /// Where the places of each [`JUMP`] of the articles start.
    jumps: &'b [u32],
}

impl List<'_> {
    /// Adds where a term starts that has this pair at a place of its own, in the articles that are also
    /// `among` these, which are in order.
    pub fn starts(&self, among: &[u32], at: u32, starts: &mut Vec<Spot>) {
        let mut among = among;
        let mut bits = Reader::new(self.bits, 0);
        let mut is_next = false;
        for (part, &jump) in self.postings.chunks(JUMP).zip(self.jumps) {
            among = &among[before(among, |&other| other < part[0].article())..];
            let last = part[part.len() - 1].article();
            if among.first().is_none_or(|&other| other > last) {
                is_next = false;
                continue;
            }
            if !is_next {
                bits = Reader::new(self.bits, jump as usize);
            }
            is_next = true;
            let mut wanted = among.iter().copied().peekable();
            _ = places(self.frame, part, &mut bits, |spot| {
                let article = (spot >> 32) as u32;
                while wanted.next_if(|&other| other < article).is_some() {}
                if wanted.peek() == Some(&article) && spot as u32 >= at {
                    starts.push(spot - Spot::from(at));
                }
            });
        }
    }
}

/// Writes blocks.
pub(crate) struct BlockWriter {
    frame: Frame,
    lists: Vec<Entry>,
    bits: Writer,
    jumps: Vec<u32>,
}

impl BlockWriter {
    /// Writes lists of these articles.
    pub fn new(frame: Frame) -> Self {
        Self { frame, lists: Vec::new(), bits: Writer::default(), jumps: Vec::new() }
    }

    /// How many bytes the lists have so far.
    pub fn len(&self) -> usize {
        self.bits.len() / 8
    }

    /// Writes the list of the next key: its spots, in order; `titles` are the lengths of the titles.
    pub fn list(&mut self, key: u32, spots: &[Spot], titles: &[u32]) {
        let article = |spot: Spot| (spot >> 32) as u32;
        let runs = || spots.chunk_by(|a, b| article(*a) == article(*b));
        let count = runs().count() as u32;
        let (start, jumps) = (self.bits.len() as u32, self.jumps.len() as u32);
        self.lists.push(Entry { key, count, start, jumps });
        let k = self.frame.k_of_gaps(count);
        let mut next = 0;
        for run in runs() {
            let at = article(run[0]);
            let posting = Posting::new(at, run.len(), (run[0] as u32) < titles[at as usize]);
            let more = u64::from(posting.step() | u32::from(posting.in_title()) << 2);
            let (more, length) = if more > 0 { (more << 1 | 1, 4) } else { (0, 1) };
            self.bits.rice(at - next, k, more, length);
            next = at + 1;
        }
        if has_places(key) {
            for (nth, run) in runs().enumerate() {
                if nth % JUMP == 0 {
                    self.jumps.push(self.bits.len() as u32);
                }
                self.places(run);
            }
        }
    }

    /// Writes the places of one article.
    fn places(&mut self, run: &[Spot]) {
        let count = run.len() as u32;
        let step = count.ilog2().min(3);
        match step {
            0 => {}
            3 => self.bits.rice(count - 8, 2, 0, 0),
            step => self.bits.put(u64::from(count - (1 << step)), step),
        }
        let (mut next, mut k) = (0, self.frame.k);
        for &spot in run {
            self.bits.rice(spot as u32 - next, k, 0, 0);
            next = spot as u32 + 1;
            k = self.frame.k.saturating_sub(step);
        }
    }

    /// Copies the list at a place of a block.
    pub fn copy(&mut self, block: &Block, at: usize) {
        let Entry { key, count, start, jumps } = block.lists[at];
        let end = block.lists.get(at + 1).map_or(block.length, |next| next.start as usize);
        let own =
            Entry { key, count, start: self.bits.len() as u32, jumps: self.jumps.len() as u32 };
        self.lists.push(own);
        let next = block.lists.get(at + 1).map_or(block.jumps.len(), |next| next.jumps as usize);
        let moved = |jump: &u32| jump - start + own.start;
        self.jumps.extend(block.jumps[jumps as usize..next].iter().map(moved));
        let mut bits = Reader::new(&block.bits, start as usize);
        let mut left = end - start as usize;
        while left > 0 {
            let length = left.min(32);
            self.bits.put(u64::from(bits.take(length as u32)), length as u32);
            left -= length;
        }
    }

    /// The block.
    pub fn finish(self) -> Block {
        let length = self.bits.len();
        let Self { frame, lists, bits, jumps } = self;
        Block { frame, lists, bits: bits.finish(), length, jumps }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ARTICLES: u32 = 40;

    /// Lists by key: articles with their places.
    fn lists() -> impl Strategy<Value = Vec<(u32, Vec<Spot>)>> {
        let spot =
            (0..ARTICLES, prop_oneof![0..30_u32, any::<u32>()]).prop_map(|(article, place)| {
                Spot::from(article) << 32 | Spot::from(place.min(u32::MAX - 1))
            });
        let list = proptest::collection::btree_set(spot, 1..60);
        let list = list.prop_map(|spots| spots.into_iter().collect());
        let key = prop_oneof![any::<u32>(), any::<u16>().prop_map(|one| key(one, END))];
        proptest::collection::btree_map(key, list, 0..5)
            .prop_map(|lists| lists.into_iter().collect())
    }

    fn block(lists: &[(u32, Vec<Spot>)]) -> Block {
        let mut writer = BlockWriter::new(Frame::new(ARTICLES as usize, 900));
        for (key, spots) in lists {
            writer.list(*key, spots, &[3; ARTICLES as usize]);
        }
        writer.finish()
    }

    fn starts(list: &List, among: &[u32]) -> Vec<Spot> {
        let mut starts = Vec::new();
        list.starts(among, 0, &mut starts);
        starts
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(lists in lists()) {
            let block = block(&lists);
            let read = Block::from_bytes(&block.to_bytes(), block.frame).unwrap();
            prop_assert_eq!(&read, &block);
            let all: Vec<u32> = (0..ARTICLES).collect();
            for (key, spots) in &lists {
                let list = read.list(*key).unwrap();
                let article = |spot: &Spot| (*spot >> 32) as u32;
                let runs = spots.chunk_by(|a, b| article(a) == article(b));
                let expected = runs.map(|run| Posting::new(article(&run[0]), run.len(), (run[0] as u32) < 3));
                prop_assert_eq!(&list.postings, &expected.collect::<Vec<_>>());
                if has_places(*key) {
                    prop_assert_eq!(&starts(&list, &all), spots);
                    let odd: Vec<u32> = (1..ARTICLES).step_by(2).collect();
                    let expected: Vec<Spot> = spots.iter().copied().filter(|spot| article(spot) % 2 == 1).collect();
                    prop_assert_eq!(starts(&list, &odd), expected);
                }
            }
        }

        #[test]
        fn a_copy_is_the_same(one in lists()) {
            let block = block(&one);
            let mut writer = BlockWriter::new(block.frame);
            (0..one.len()).for_each(|at| writer.copy(&block, at));
            prop_assert_eq!(writer.finish(), block);
        }

        #[test]
        fn no_bytes_make_it_panic(
            lists in lists(), changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 0..4), cut in 0..40_usize,
        ) {
            let whole = block(&lists);
            let mut bytes = whole.to_bytes();
            for (at, change) in changes {
                let at = usize::from(at) % bytes.len();
                bytes[at] ^= change;
            }
            bytes.truncate(bytes.len() - cut.min(bytes.len()) / 13);
            // What reads as lists can be read to its end.
            if let Ok(read) = Block::from_bytes(&bytes, whole.frame) {
                for key in read.keys() {
                    let list = read.list(key).unwrap();
                    prop_assert!(list.postings.iter().all(|found| found.article() < ARTICLES));
                    prop_assert!(starts(&list, &(0..ARTICLES).collect::<Vec<_>>()).is_sorted());
                }
            }
        }
    }

    #[test]
    fn other_bytes_say_what_they_are() {
        let block = block(&[(key(7, 8), vec![5])]);
        let read = |change: fn(&mut Vec<u8>)| {
            let mut bytes = block.to_bytes();
            change(&mut bytes);
            Block::from_bytes(&bytes, block.frame)
        };
        assert_eq!(read(|bytes| bytes[4] = 9), Err(IndexError::Version { found: 9 }));
        assert_eq!(read(|bytes| bytes[0] = b'X'), Err(IndexError::Damaged));
        assert_eq!(read(|bytes| bytes.truncate(5)), Err(IndexError::Truncated));
        assert_eq!(read(|bytes| bytes.push(0)), Err(IndexError::Damaged));
    }
}
