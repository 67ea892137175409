//! Shelves: which parts there are, in two steps, as whoever looks for one article needs few of their names.
//!
//! The list of all [`Parts`](crate::Parts) grows with the corpus, and only who wants all of it reads that. A shelf is a
//! file that names some parts, one behind another, and [`Shelves`] is the list of these files: with the search's index
//! it is enough to answer a search. Shelves stand among the parts, and in their packs.

use std::io;

use serde::{Deserialize, Serialize};

use crate::{
    CorpusError, line,
    parts::{File, IssueKind, Part, Parts, Writer, read_list},
    read::{Blank, record},
};

/// Name and version of the list of shelves.
const SHELVES_FORMAT: &str = "deltascope-shelves/1";
/// Name and version of a shelf.
const SHELF_FORMAT: &str = "deltascope-shelf/1";
/// The bytes at which a shelf ends: some 75 parts, 0.9 KB on the network, as the ten texts that one screen shows of a
/// search stand on as many shelves.
const SHELF: usize = 4 << 10;

/// What is read first of a corpus in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelves {
    /// Name and version of the file.
    pub format: String,
    /// See [`Parts::index`].
    pub index: String,
    /// The shelves.
    pub shelved: Shelved,
    /// See [`Parts::kinds`].
    pub kinds: Vec<IssueKind>,
    /// See [`Parts::times`].
    pub times: u32,
}

record!(Shelves { format, index, shelved, kinds, times });

/// Shelves, each with how many texts, rests or issues its parts hold, and in the order of these. Organisations have none:
/// no view shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelved {
    /// Of the parts with texts.
    pub texts: Vec<Part>,
    /// Of the parts with rests.
    pub rests: Vec<Part>,
    /// Of the parts with issues.
    pub issues: Vec<Part>,
}

record!(Shelved { texts, rests, issues });

type Shelf = File<Part>;
record!(Shelf { format, entries });

impl Shelves {
    /// The shelves of some parts.
    pub fn of(parts: &Parts) -> Self {
        Self {
            format: SHELVES_FORMAT.into(),
            index: parts.index.clone(),
            shelved: parts.shelved.clone(),
            kinds: parts.kinds.clone(),
            times: parts.times,
        }
    }

    /// Reads the list of shelves.
    ///
    /// # Errors
    /// Says which of the ways of [`CorpusError`] the bytes are wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, CorpusError> {
        read_list(SHELVES_FORMAT, bytes, Self::BLANK, |list| &list.format)
    }

    /// The bytes of the list.
    pub fn to_json(&self) -> Vec<u8> {
        line(self)
    }
}

impl Shelved {
    /// All of them, in the order in which packs hold them.
    pub fn all(&self) -> impl Iterator<Item = &Part> {
        self.texts.iter().chain(&self.rests).chain(&self.issues)
    }

    /// Writes the shelves of these parts; gives them, and their packs.
    pub(crate) fn write<W: FnMut(&str, &[u8]) -> io::Result<()>>(
        parts: &Parts,
        write: &mut W,
    ) -> io::Result<(Self, Vec<Part>)> {
        let mut writer = Writer::new(SHELF_FORMAT, SHELF, write);
        let mut shelve = |parts: &[Part]| {
            parts.iter().try_for_each(|part| writer.entries(part, part.count))?;
            writer.take()
        };
        let shelved = Self {
            texts: shelve(&parts.texts)?,
            rests: shelve(&parts.rests)?,
            issues: shelve(&parts.issues)?,
        };
        Ok((shelved, writer.done()?.1))
    }
}

impl Part {
    /// The parts that this shelf names, given its bytes.
    ///
    /// # Errors
    /// Says which of the ways of [`CorpusError`] the bytes are wrong.
    pub fn shelf(&self, bytes: &[u8]) -> Result<Vec<Self>, CorpusError> {
        let mut file = Shelf::BLANK;
        self.read(bytes, &mut file)?;
        let held = file.entries.iter().map(|part| u64::from(part.count)).sum();
        self.entries(file, SHELF_FORMAT, held)
    }
}
