//! `Files`: lists in files of their own, each fetched when it is first needed.
//!
//! A file holds the lists of a range of keys, or the numbers of a range of values, and is named by a
//! hash of its bytes. [`Table`] says which, and is part of the index.

use std::{collections::BTreeSet, sync::OnceLock};

use deltascope_model::content_name;
use serde::{Deserialize, Serialize};

use super::block::{Block, BlockWriter, Frame, List, key};
use super::lists::Made;
use super::units::Doubles;
use super::values::{Ending, Values};
use crate::format::IndexError;

/// A file is full that has so many bytes, unless one list has more: measured, so that a query fetches
/// little and a corpus has not too many files.
pub(crate) const FULL: usize = 12 << 10;
/// The bytes of a number, about.
const NUMBER: usize = 6;
/// The lists that are made together, of so many parts of all: fewer parts cost memory, more cost time.
const PARTS: usize = 4;

/// Which file holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    frame: Frame,
    double: Doubles,
    /// For each file of lists its first key, sorted, and its name.
    lists: Vec<(u32, Name)>,
    /// For each file of numbers its first value, sorted, and its name.
    values: Vec<(u128, Name)>,
}

/// A hash of a file's bytes, as [`content_name`] writes it.
pub(crate) type Name = [u8; 8];

/// The files that a search needs and that are not there, by their places: first those of lists.
pub(crate) type Missing = BTreeSet<usize>;

/// What the files hold that are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Files {
    table: Table,
    lists: Vec<OnceLock<Block>>,
    values: Vec<OnceLock<Values>>,
}

/// The name of these bytes.
fn name_of(bytes: &[u8]) -> Name {
    u64::from_str_radix(&content_name(bytes), 16).unwrap_or_default().to_be_bytes()
}

/// The place of the part that holds something, by what the parts start with.
fn place<K: Ord>(parts: &[(K, Name)], what: &K) -> Option<usize> {
    parts.partition_point(|(first, _)| first <= what).checked_sub(1)
}

impl Files {
    /// None of the files yet.
    pub fn new(table: Table) -> Self {
        let lists = vec![OnceLock::new(); table.lists.len()];
        let values = vec![OnceLock::new(); table.values.len()];
        Self { table, lists, values }
    }

    /// The characters with two readings.
    pub fn double(&self) -> &Doubles {
        &self.table.double
    }

    /// The list of two units side by side, or of one and `END`.
    pub fn list(&self, one: u16, two: u16, missing: &mut Missing) -> Option<List<'_>> {
        let key = key(one, two);
        let at = place(&self.table.lists, &key)?;
        let Some(block) = self.lists[at].get() else {
            missing.insert(at);
            return None;
        };
        block.list(key)
    }

    /// Where a value ends, in order.
    pub fn value(&self, value: u128, missing: &mut Missing) -> &[Ending] {
        let Some(at) = place(&self.table.values, &value) else { return &[] };
        let Some(values) = self.values[at].get() else {
            missing.insert(self.lists.len() + at);
            return &[];
        };
        values.find(value)
    }

    /// Which file holds what.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Takes the file of a name.
    ///
    /// # Errors
    /// Says which of the ways of [`IndexError`] the bytes are wrong.
    pub fn supply(&self, name: Name, bytes: &[u8]) -> Result<(), IndexError> {
        if bytes.is_empty() {
            return Err(IndexError::Empty);
        }
        let at = self.table.names().position(|known| known == name);
        let at = at.filter(|_| name_of(bytes) == name).ok_or(IndexError::Damaged)?;
        if let Some(place) = self.lists.get(at) {
            let block = Block::from_bytes(bytes, self.table.frame)?;
            place.get_or_init(|| block);
        } else {
            let values = Values::from_bytes(bytes, self.table.frame)?;
            self.values[at - self.lists.len()].get_or_init(|| values);
        }
        Ok(())
    }
}

/// The lists of some texts in files that are `full` with so many bytes, and the table of them.
pub(crate) fn split(mut made: Made, full: usize) -> (Table, Vec<(Name, Vec<u8>)>) {
    let mut table =
        Table { frame: made.frame(), double: made.texts().double().clone(), ..Table::default() };
    let mut files = Vec::new();
    let mut writer = BlockWriter::new(table.frame);
    let together = made.texts().all().len() / PARTS;
    let mut from = Some(0);
    while let Some(at) = from {
        from = made.make(at, together);
        for block in made.take() {
            for (at, length) in block.lengths().enumerate() {
                if writer.len() > 0 && writer.len() + length > full {
                    let closing = std::mem::replace(&mut writer, BlockWriter::new(table.frame));
                    table.lists.extend(closed(closing, &mut files));
                }
                writer.copy(&block, at);
            }
        }
    }
    table.lists.extend(closed(writer, &mut files));
    for (first, bytes) in Values::of(made.texts()).files(full / NUMBER) {
        table.values.push((first, named(bytes, &mut files)));
    }
    (table, files)
}

/// Adds a file of lists, and gives its first key and its name; none where it has no list.
fn closed(writer: BlockWriter, files: &mut Vec<(Name, Vec<u8>)>) -> Option<(u32, Name)> {
    let block = writer.finish();
    let first = block.keys().next()?;
    Some((first, named(block.to_bytes(), files)))
}

/// Adds a file, and gives its name.
fn named(bytes: Vec<u8>, files: &mut Vec<(Name, Vec<u8>)>) -> Name {
    let name = name_of(&bytes);
    files.push((name, bytes));
    name
}

impl Table {
    /// The names of all files, those of lists first.
    pub fn names(&self) -> impl Iterator<Item = Name> {
        let lists = self.lists.iter().map(|part| part.1);
        lists.chain(self.values.iter().map(|part| part.1))
    }

    /// True where lists can be read by it.
    pub fn is_sound(&self, articles: usize) -> bool {
        self.frame.is_sound()
            && self.frame.articles as usize == articles
            && self.lists.is_sorted_by(|a, b| a.0 < b.0)
            && self.values.is_sorted_by(|a, b| a.0 < b.0)
    }
}
