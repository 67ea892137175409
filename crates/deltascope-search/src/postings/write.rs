//! `FileWriter`: writes lists as the bits of a file, of which [`Block::from_bytes`](super::block::Block)
//! is the reader.
//!
//! A list goes from where it stands in the texts straight into bits, as nobody looks at it on the way.

use super::bits::Writer;
use super::block::{Frame, Key, MAGIC, Posting, Spot, VERSION, Written, by_article, has_places};
use crate::format;

/// Writes lists, in the order of their keys.
pub(crate) struct FileWriter {
    frame: Frame,
    keys: Vec<(Key, u32)>,
    first: Key,
    last: Key,
    articles: Writer,
    places: Writer,
    /// The articles of one list, as how they are written depends on how many they are.
    postings: Vec<Posting>,
    /// The bytes of the lists, about.
    bytes: usize,
}

impl FileWriter {
    /// Writes lists of these articles.
    pub fn new(frame: Frame) -> Self {
        Self {
            frame,
            keys: Vec::new(),
            first: 0,
            last: 0,
            articles: Writer::default(),
            places: Writer::default(),
            postings: Vec::new(),
            bytes: 0,
        }
    }

    /// How many bytes the lists have so far, about.
    pub fn len(&self) -> usize {
        self.bytes
    }

    /// Writes the list of the next key: its spots, in order; `titles` are the lengths of the titles.
    pub fn list(&mut self, key: Key, spots: &[Spot], titles: &[u32]) {
        self.postings.clear();
        for run in by_article(spots) {
            let posting = Posting::of(run, titles);
            self.postings.push(posting);
            if has_places(key) {
                write(run, posting.step(), self.frame, &mut self.places);
            }
        }
        let count = self.postings.len() as u32;
        let (k, mut next) = (self.frame.k_of_gaps(count), 0);
        for posting in &self.postings {
            let (more, length) = posting.more();
            self.articles.rice(posting.article() - next, k, more, length);
            next = posting.article() + 1;
        }
        if self.keys.is_empty() {
            self.first = key;
        }
        self.keys.push((key - self.last, count));
        self.last = key;
        let with_places = if has_places(key) { self.frame.bytes_of_places(spots.len()) } else { 0 };
        self.bytes += with_places.max(self.frame.bytes(count));
    }

    /// The first key with the file, where there are lists; the next file starts.
    pub fn finish(&mut self) -> Option<(Key, Vec<u8>)> {
        if self.keys.is_empty() {
            return None;
        }
        let Self { keys, first, articles, places, .. } =
            std::mem::replace(self, Self::new(self.frame));
        let (articles, places) = (articles.finish(), places.finish());
        Some((first, format::file(MAGIC, VERSION, &Written { keys, articles, places })))
    }
}

/// Writes the places of one article: how many they are, of which the reader knows the
/// [step](Posting::step), and their gaps.
fn write(run: &[Spot], step: u32, frame: Frame, bits: &mut Writer) {
    let count = run.len() as u32;
    match step {
        0 => {}
        3 => bits.rice(count - 8, 2, 0, 0),
        step => bits.put(u64::from(count - (1 << step)), step),
    }
    let (mut next, mut own) = (0, frame.k());
    for place in run.iter().map(|&spot| spot as u32) {
        bits.rice(place - next, own, 0, 0);
        next = place + 1;
        own = frame.k().saturating_sub(step);
    }
}
