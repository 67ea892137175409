//! `Files`: lists in files of their own, each fetched when it is first needed.
//!
//! A file holds the lists of a range of keys, or the numbers of a range of values, and is named by a
//! hash of its bytes. [`Table`] says which, and is part of the index.

use std::{collections::BTreeSet, sync::OnceLock};

use deltascope_model::content_name;
use serde::{Deserialize, Serialize};

use super::block::{Block, Frame, Key, Sign, Spot, alone, behind, sign_of};
use super::grams::{Grams, Parting};
use super::list::List;
use super::lists::Made;
use super::units::{Doubles, Slot};
use super::values::{Ending, Values};
use super::write::FileWriter;
use crate::format::IndexError;

/// A file is full that has so many bytes, unless one list has more: measured, so that a query fetches
/// little and a corpus has not too many files.
pub(crate) const FULL: usize = 12 << 10;
/// A list of so many full files is taken apart ([`Parting`]): measured, so that lists which are long for a
/// term take little of it, and the parts do not take much more than the list.
const GREAT: usize = 4;
/// The bytes of a number, about.
const NUMBER: usize = 6;
/// The lists that are made together, of so many parts of all: fewer parts cost memory, more cost time, as
/// `benches/index.rs` tells.
const PARTS: usize = 8;

/// Which file holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    frame: Frame,
    double: Doubles,
    /// For each file of lists its first key, sorted, and its name.
    lists: Vec<(Key, Name)>,
    grams: Grams,
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

    /// The lists of a term of one or two letters, or of a gram; none where the term is neither.
    pub fn whole(&self, slots: &[Slot], missing: &mut Missing) -> Option<Vec<List<'_>>> {
        let keys: Vec<Key> = match slots {
            [one] => one.iter().map(|&unit| alone(unit.into())).collect(),
            [one, two] => {
                let pairs =
                    one.iter().flat_map(|one| two.iter().map(move |&two| (Sign::from(*one), two)));
                let key =
                    |(one, two)| self.grams().longer(one, two).map_or(behind(one, two), alone);
                pairs.map(key).collect()
            }
            _ => {
                // Found before a vector is made for it: see ARCHITECTURE, “The app's heap”.
                let gram = self.grams().sign(slots)?;
                vec![alone(gram)]
            }
        };
        Some(keys.into_iter().filter_map(|key| self.list(key, missing)).collect())
    }

    /// The list of a key.
    pub fn list(&self, key: Key, missing: &mut Missing) -> Option<List<'_>> {
        let at = place(&self.table.lists, &key)?;
        let Some(block) = self.lists[at].get() else {
            missing.insert(at);
            return None;
        };
        block.list(key)
    }

    /// The lists of all places of a gram, by what stands behind it.
    pub fn places<'s>(&'s self, gram: Sign, missing: &mut Missing, lists: &mut Vec<List<'s>>) {
        let keys = behind(gram, 0)..alone(gram);
        let files = &self.table.lists;
        let from = place(files, &keys.start).unwrap_or_default();
        for at in (from..files.len()).take_while(|&at| files[at].0 < keys.end) {
            match self.lists[at].get() {
                Some(block) => lists.extend(block.range(keys.clone()).map(|one| one.1)),
                None => _ = missing.insert(at),
            }
        }
        for longer in self.grams().all_longer(gram) {
            self.places(longer, missing, lists);
        }
    }

    /// The frequent grams.
    pub fn grams(&self) -> &Grams {
        &self.table.grams
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
pub(crate) fn split(made: &Made, full: usize) -> (Table, Vec<(Name, Vec<u8>)>) {
    let (frame, texts) = (made.frame(), made.texts());
    let are_many = |spots: usize| frame.bytes_of_places(spots) > GREAT * full;
    let mut pairs = Shelf::new(made, full);
    let mut of_grams = Shelf::new(made, full);
    let mut parting =
        Parting::new(texts, &are_many, 2, |key, spots: &[Spot]| of_grams.list(key, spots));
    made.each(texts.all().len() / PARTS, |key, spots| {
        if key != alone(sign_of(key)) && are_many(spots.len()) {
            parting.gram(sign_of(key), key as u16, 2, spots);
        } else {
            pairs.list(key, spots);
        }
    });
    let grams = parting.finish();
    let (mut lists, mut values, mut files) = (Vec::new(), Vec::new(), Vec::new());
    // The keys of grams come behind those of all pairs.
    for shelf in [pairs, of_grams] {
        shelf.append_to(&mut lists, &mut files);
    }
    for (first, bytes) in Values::of(texts).files(full / NUMBER) {
        values.push((first, named(bytes, &mut files)));
    }
    (Table { frame, double: texts.double().clone(), lists, grams, values }, files)
}

/// Files of lists that come in the order of their keys.
struct Shelf<'m> {
    made: &'m Made,
    full: usize,
    writer: FileWriter,
    firsts: Vec<(Key, Name)>,
    files: Vec<(Name, Vec<u8>)>,
}

impl<'m> Shelf<'m> {
    fn new(made: &'m Made, full: usize) -> Self {
        let writer = FileWriter::new(made.frame());
        Self { made, full, writer, firsts: Vec::new(), files: Vec::new() }
    }

    /// Adds a list, to the last file where there is room.
    fn list(&mut self, key: Key, spots: &[Spot]) {
        let frame = self.made.frame();
        if self.writer.len() > 0
            && self.writer.len() + frame.bytes_of_places(spots.len()) > self.full
        {
            self.close();
        }
        self.writer.list(key, spots, self.made.texts().titles());
    }

    fn close(&mut self) {
        if let Some((first, bytes)) = self.writer.finish() {
            self.firsts.push((first, named(bytes, &mut self.files)));
        }
    }

    /// Adds the first key of each file with its name, and the files.
    fn append_to(mut self, firsts: &mut Vec<(Key, Name)>, files: &mut Vec<(Name, Vec<u8>)>) {
        self.close();
        firsts.append(&mut self.firsts);
        files.append(&mut self.files);
    }
}

/// Adds a file, and gives its name.
fn named(mut bytes: Vec<u8>, files: &mut Vec<(Name, Vec<u8>)>) -> Name {
    let name = name_of(&bytes);
    bytes.shrink_to_fit();
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
            && self.grams.is_sound()
            && self.frame.articles as usize == articles
            && self.lists.is_sorted_by(|a, b| a.0 < b.0)
            && self.values.is_sorted_by(|a, b| a.0 < b.0)
    }
}
