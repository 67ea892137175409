//! A list of `corpus.json` kept on disk, an entry a line, until all entries are known and can be
//! written in the order of their ids.
//!
//! The file lies beside the output, where there is room for it, and not in a folder for temporary
//! files, which is often memory. It goes when the list is dropped.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use deltascope_model::{List, line};
use serde::Serialize;

use crate::folder::unwritten;

/// An entry with its id, as the line that it will be.
pub struct Line {
    id: Box<str>,
    text: Vec<u8>,
}

impl Line {
    /// The line of an entry.
    pub fn new(entry: &impl Serialize, id: &str) -> Self {
        Self { id: id.into(), text: line(entry) }
    }
}

/// A list on disk.
pub struct Spill {
    entries: Vec<Entry>,
    size: u64,
    out: BufWriter<File>,
    file: Temporary,
}

/// An entry: whose it is, and where its line stands in the file.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    id: Box<str>,
    at: u64,
    len: usize,
}

impl Spill {
    /// An empty list in a file of this name, over what an earlier, broken run may have left.
    ///
    /// # Errors
    /// Where the file cannot be made.
    pub fn new(dir: &Path, name: &str) -> Result<Self> {
        let path = dir.join(name);
        let out = File::options().read(true).write(true).create(true).truncate(true).open(&path);
        let out = BufWriter::new(out.with_context(|| unwritten(&path))?);
        Ok(Self { entries: Vec::new(), size: 0, out, file: Temporary(path) })
    }

    /// Keeps an entry.
    ///
    /// # Errors
    /// Where the disk takes no more.
    pub fn push(&mut self, line: Line) -> Result<()> {
        let Line { id, text } = line;
        self.out.write_all(&text).with_context(|| unwritten(&self.file.0))?;
        self.entries.push(Entry { id, at: self.size, len: text.len() });
        self.size += text.len() as u64;
        Ok(())
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The entries, to be read back in the order of their ids.
    ///
    /// # Errors
    /// Where the disk takes no more.
    pub fn read(mut self) -> io::Result<Kept> {
        self.out.flush()?;
        self.entries.sort();
        let file = BufReader::new(self.out.into_inner().map_err(io::IntoInnerError::into_error)?);
        let mut kept = Kept { entries: self.entries, file, at: self.size, _gone: self.file };
        kept.file.seek(SeekFrom::Start(0))?;
        kept.at = 0;
        Ok(kept)
    }
}

/// A list on disk that is whole.
pub struct Kept {
    // Invariant: sorted by id, kept by `Spill::read`.
    entries: Vec<Entry>,
    file: BufReader<File>,
    /// Where the file is read next.
    at: u64,
    _gone: Temporary,
}

impl Kept {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The places of the entries whose ids begin with this.
    pub fn beginning_with(&self, start: &str) -> Range<usize> {
        let from = self.entries.partition_point(|entry| &*entry.id < start);
        let own = self.entries[from..].iter().take_while(|entry| entry.id.starts_with(start));
        from..from + own.count()
    }

    /// The line of the entry at a place.
    ///
    /// # Errors
    /// Where it cannot be read back.
    pub fn line(&mut self, place: usize) -> io::Result<Vec<u8>> {
        let entry = &self.entries[place];
        // Keeps what is read ahead: the entries of one page stand together.
        self.file.seek_relative(entry.at as i64 - self.at as i64)?;
        let mut line = vec![0; entry.len];
        self.file.read_exact(&mut line)?;
        self.at = entry.at + entry.len as u64;
        Ok(line)
    }

    /// Writes all entries.
    ///
    /// # Errors
    /// Where the kept lines cannot be read back, or `list` not be written.
    pub fn write<W: Write>(&mut self, list: &mut List<'_, W>) -> io::Result<()> {
        (0..self.len()).try_for_each(|place| list.line(&self.line(place)?))
    }
}

/// A file that goes with its owner.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::Corpus;

    #[track_caller]
    fn check(entries: &[(&str, u64)], expected: &str) {
        let dir = tempfile::tempdir().unwrap();
        let mut spill = Spill::new(dir.path(), "list").unwrap();
        for (id, entry) in entries {
            spill.push(Line::new(entry, id)).unwrap();
        }
        let mut kept = spill.read().unwrap();
        let mut out = Vec::new();
        Corpus::default()
            .write_with(&mut out, |list| kept.write(list), |_| Ok(()), |_| Ok(()))
            .unwrap();
        let out = String::from_utf8(out).unwrap();
        let list = out.split("\"pages\":").nth(1).unwrap().split(",\n\"articles\"").next();
        assert_eq!(list, Some(expected));
        drop(kept);
        assert_eq!(dir.path().read_dir().unwrap().count(), 0, "the file was left behind");
    }

    #[test]
    fn entries_come_back_in_the_order_of_their_ids() {
        check(&[], "[]");
        check(&[("a", 1), ("b", 22), ("c", 333)], "[\n1,\n22,\n333\n]");
        check(&[("c", 333), ("a", 1), ("b", 22)], "[\n1,\n22,\n333\n]");
    }
}
