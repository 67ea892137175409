//! Packs: files that hold many parts each, one behind another, for whoever wants all of them.
//!
//! Parts are small, so that a view fetches little more than it shows. Compressed one by one they take a
//! good deal more than together: a pack is what crosses the network where all are to be kept. Its text is
//! [renamed](crate::renamed); restored, each of its parts is a stretch of its bytes.

use std::io;

use crate::parts::{Part, Parts, content_name};
use crate::renamed::renamed;

/// The bytes at which a pack ends. Measured by Brotli on texts of 16 MB, renamed, beside all of them as they are in one
/// stream: packs of 2 MB take 1.02 times as much, of 4 MB .99 times, of 8 MB .96 times; and a try that failed is
/// gone on from behind a pack.
const PACK: usize = 8 << 20;

/// Packs while they are written.
#[derive(Default)]
pub(crate) struct Packs {
    /// Those that are done.
    done: Vec<Part>,
    /// The parts of the next.
    text: String,
    count: u32,
}

impl Packs {
    /// Adds a part, and writes the pack that it fills.
    pub fn add(
        &mut self,
        part: &str,
        write: &mut impl FnMut(&str, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        self.text.push_str(part);
        self.count += 1;
        if self.text.len() < PACK { Ok(()) } else { self.end(write) }
    }

    /// Writes the last pack.
    pub fn end(&mut self, write: &mut impl FnMut(&str, &[u8]) -> io::Result<()>) -> io::Result<()> {
        if self.count == 0 {
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        let count = std::mem::take(&mut self.count);
        let file = renamed(&text);
        let name = content_name(file.as_bytes());
        let pack = Part { name, bytes: text.len() as u32, count };
        write(&pack.pack_file(), file.as_bytes())?;
        self.done.push(pack);
        Ok(())
    }

    /// All of them.
    pub fn done(self) -> Vec<Part> {
        self.done
    }
}

impl Parts {
    /// Each pack with its parts, in order: first those of texts alone.
    pub fn packed(&self) -> impl Iterator<Item = (&Part, Vec<&Part>)> {
        let Self { texts, rests, organisations, issues, shelved, .. } = self;
        let parts = texts.iter().chain(rests).chain(organisations).chain(issues);
        let mut parts = parts.chain(shelved.all());
        self.packs
            .iter()
            .map(move |pack| (pack, parts.by_ref().take(pack.count as usize).collect()))
    }
}
