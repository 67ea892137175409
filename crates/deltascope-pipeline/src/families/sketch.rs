//! `Index`: which texts another may repeat, found without comparing it with each.
//!
//! Of every text one gram in eight is kept, chosen by its hash alone (`FracMinHash`). Unlike the
//! usual `MinHash`, this measures how much of a short text a long one contains, and does so at any
//! ratio of their lengths: the share of the short text's samples found in the long one is the share
//! of its grams, give or take chance. Only samples that occur twice in the corpus take room.

use super::letters::Grams;

/// One gram in this many is a sample.
const RATE: u64 = 8;
/// A sample in as many texts tells none of them apart, and is kept for no more.
const CROWD: usize = 64;

/// The samples of a text.
pub(super) fn samples(grams: &Grams) -> impl Iterator<Item = u32> {
    // The choice takes the low bits, the sample itself the high ones.
    grams.iter().filter(|gram| gram % RATE == 0).map(|gram| (gram >> 32) as u32)
}

/// For each sample the texts that hold it, of those told to the index so far.
pub(super) struct Index {
    // Invariant: sorted, without repetition.
    keys: Vec<u32>,
    /// For each key where its texts start in `texts`, and one more for the end.
    starts: Vec<u32>,
    /// For each key how many of its places are taken.
    taken: Vec<u8>,
    texts: Vec<u32>,
}

/// A text of the index that shares samples with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The number it was added under.
    pub face: u32,
    /// Samples that both hold, crowded ones left out.
    pub samples: u32,
    /// Those of them that few other stories hold.
    pub own: u32,
}

/// What the index knows of a text.
pub(super) struct Found {
    /// Texts with a sample in common, most samples first, then in the order of their addition.
    pub candidates: Vec<Candidate>,
    /// Samples of the text that are not crowded.
    pub samples: u32,
    /// Those of them that few stories hold.
    pub own: u32,
}

/// A passage in as many other stories is furniture of a site, not a part of the story.
const COMMON: usize = 3;

impl Index {
    /// An index over the samples of all texts together, in any order.
    pub fn new(mut all: Vec<u32>) -> Self {
        all.sort_unstable();
        let (mut keys, mut starts, mut end) = (Vec::new(), vec![0], 0);
        for run in all.chunk_by(|one, other| one == other).filter(|run| run.len() > 1) {
            keys.push(run[0]);
            end += run.len().min(CROWD) as u32;
            starts.push(end);
        }
        Self { taken: vec![0; keys.len()], texts: vec![0; end as usize], keys, starts }
    }

    /// Adds a text that a story is known by; numbers must rise.
    pub fn add(&mut self, face: u32, grams: &Grams) {
        for key in samples(grams) {
            let Ok(nth) = self.keys.binary_search(&key) else { continue };
            let (start, end) = (self.starts[nth] as usize, self.starts[nth + 1] as usize);
            let at = start + usize::from(self.taken[nth]);
            // Two grams of one text may fall on one key.
            if at < end && (at == start || self.texts[at - 1] != face) {
                self.texts[at] = face;
                self.taken[nth] += 1;
            }
        }
    }

    /// The texts that share samples with another; `story_of` tells which story a text is of.
    pub fn find(&self, grams: &Grams, story_of: impl Fn(u32) -> u32) -> Found {
        let mut found = Found { candidates: Vec::new(), samples: 0, own: 0 };
        let mut hits: Vec<(u32, bool)> = Vec::new();
        for key in samples(grams) {
            let holders = self.holders(key);
            if holders.len() >= CROWD {
                continue;
            }
            // A story and as many others; seldom are there so many texts that it must be counted.
            let own = holders.len() <= COMMON || {
                let mut stories: Vec<u32> = holders.iter().map(|face| story_of(*face)).collect();
                stories.sort_unstable();
                stories.dedup();
                stories.len() <= COMMON
            };
            found.samples += 1;
            found.own += u32::from(own);
            hits.extend(holders.iter().map(|face| (*face, own)));
        }
        hits.sort_unstable();
        found.candidates = hits
            .chunk_by(|one, other| one.0 == other.0)
            .map(|run| Candidate {
                face: run[0].0,
                samples: run.len() as u32,
                own: run.iter().filter(|hit| hit.1).count() as u32,
            })
            .collect();
        found.candidates.sort_by_key(|one| (std::cmp::Reverse(one.samples), one.face));
        found
    }

    /// The texts that hold a sample.
    fn holders(&self, key: u32) -> &[u32] {
        self.keys.binary_search(&key).map_or(&[], |nth| {
            let start = self.starts[nth] as usize;
            &self.texts[start..start + usize::from(self.taken[nth])]
        })
    }
}
