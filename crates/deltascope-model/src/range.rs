//! `TextRange`: a half-open range of UTF-8 byte offsets into a page's decoded text.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    json::{Reader, Refused, Step},
    read::{Blank, Read},
};

/// Half-open byte range `start..end` into a page's decoded text; `[start, end]` in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    // Invariant: start <= end, kept by `new`, `Deserialize` and `Read`.
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range `start..end`, in bytes.
    ///
    /// # Panics
    /// If `start` is past `end`: such a range is a bug of the caller.
    pub fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a range ends before it starts: {start}..{end}");
        Self { start, end }
    }

    /// The range `start..end` of a text in memory.
    ///
    /// # Panics
    /// As [`TextRange::new`], and where an offset passes 4 GiB.
    pub fn of(start: usize, end: usize) -> Self {
        let narrow = |at: usize| u32::try_from(at).expect("a page is smaller than 4 GiB");
        Self::new(narrow(start), narrow(end))
    }

    /// First byte.
    pub fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// True for a range of no bytes.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a slice index.
    pub fn usize(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the range, or none where it is out of bounds or splits a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.usize())
    }

    /// True where `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The part shared with `other`, if it is not empty.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then(|| Self::new(start, end))
    }
}

impl Serialize for TextRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for TextRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(u32, u32)>::deserialize(deserializer)?;
        if start > end {
            return Err(serde::de::Error::custom("a range ends before it starts"));
        }
        Ok(Self { start, end })
    }
}

impl Blank for TextRange {
    const BLANK: Self = Self { start: 0, end: 0 };
}

impl Read for TextRange {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        reader.pair(&mut self.start, &mut self.end)?;
        if self.start > self.end { Err(Refused::Wrong) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_never_splits_a_character() {
        assert_eq!(TextRange::new(0, 3).slice("长三角"), Some("长"));
        assert_eq!(TextRange::new(0, 2).slice("长三角"), None);
        assert_eq!(TextRange::new(0, 99).slice("长三角"), None);
    }

    #[test]
    fn overlap_is_what_both_hold() {
        let range = TextRange::new(2, 6);
        assert_eq!(range.overlap(TextRange::new(4, 9)), Some(TextRange::new(4, 6)));
        assert_eq!(range.overlap(TextRange::new(6, 9)), None);
    }

    #[test]
    fn json_is_a_pair_and_backwards_is_refused() {
        assert_eq!(serde_json::to_string(&TextRange::new(3, 7)).unwrap(), "[3,7]");
        assert!(serde_json::from_str::<TextRange>("[7,3]").is_err());
    }
}
