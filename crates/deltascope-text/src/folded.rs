//! `Folded`: a converted text with the way back to the raw one.
//!
//! Both conversions give one character for each raw character, so the map back is a list of the
//! places where the byte lengths part; a text in which they never part has one entry.

use deltascope_model::TextRange;

use crate::{han, width};

/// A converted text and its map back to the raw text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    // Invariant: sorted, starts with (0, 0); between two entries both texts have characters of
    // equal lengths, or there is exactly one character.
    runs: Vec<Run>,
    raw_len: u32,
}

/// A place from which the offsets of both texts advance together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    folded: u32,
    raw: u32,
}

impl Folded {
    /// The converted text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The raw bytes behind a range of the converted text.
    ///
    /// A range that splits a character takes the whole of it; one that passes the end stops there.
    pub fn raw_range(&self, folded: TextRange) -> TextRange {
        let start = floor(&self.text, folded.start());
        let end = if folded.is_empty() { start } else { ceil(&self.text, folded.end()) };
        TextRange::new(self.raw_offset(start), self.raw_offset(end))
    }

    /// The raw offset of a character boundary of the converted text.
    fn raw_offset(&self, folded: u32) -> u32 {
        if folded as usize >= self.text.len() {
            return self.raw_len;
        }
        let next = self.runs.partition_point(|run| run.folded <= folded);
        let run = self.runs[next - 1];
        run.raw + (folded - run.folded)
    }

    /// Converts character by character.
    fn by_char(raw: &str, mut convert: impl FnMut(usize, char) -> char) -> Self {
        let mut text = String::with_capacity(raw.len());
        let mut runs = vec![Run { folded: 0, raw: 0 }];
        // True where the offsets advanced differently over the last character.
        let mut parted = false;
        for (at, from) in raw.char_indices() {
            let to = convert(at, from);
            let parts = from.len_utf8() != to.len_utf8();
            if (parts || parted) && at > 0 {
                runs.push(Run { folded: text.len() as u32, raw: at as u32 });
            }
            parted = parts;
            text.push(to);
        }
        Self { text, runs, raw_len: TextRange::of(0, raw.len()).end() }
    }
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: u32) -> u32 {
    let mut at = (at as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at as u32
}

/// The first character boundary at or after `at`.
fn ceil(text: &str, at: u32) -> u32 {
    let mut at = (at as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at as u32
}

/// One form for everything that a search should treat as equal: half-width letters, digits and
/// punctuation, one kind of quotation mark, lower case, Simplified Chinese.
///
/// Each character is folded by itself, so any substring of a text folds to a substring of the
/// folded text.
pub fn fold(raw: &str) -> Folded {
    Folded::by_char(raw, |_, c| fold_char(c))
}

/// What [`fold`] makes of one character.
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    han::class(width::narrow(c))
}

/// Traditional Chinese read as Simplified; nothing else changes.
///
/// The longest phrase that stands in the table wins (乾隆 stays, 乾淨 → 干净), then the single
/// character.
pub fn simplify(raw: &str) -> Folded {
    let mut phrase: std::str::Chars<'static> = "".chars();
    Folded::by_char(raw, |at, c| {
        if let Some(next) = phrase.next() {
            return next;
        }
        if let Some(found) = han::phrase(&raw[at..]) {
            phrase = found.chars();
            return phrase.next().unwrap_or(c);
        }
        han::simplified(c)
    })
}
