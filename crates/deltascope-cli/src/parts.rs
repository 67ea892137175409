//! The parts of a large corpus, in a folder of their own beside it.
//!
//! A part is named by its bytes, so the files of a new build stand beside those of the last one, and
//! those that only the last one had go when the new head is in its place.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use deltascope_model::{Article, Corpus, CorpusPage, Parts, Quantity, Time};
use deltascope_search::Index;
use serde::de::DeserializeOwned;

use crate::folder::unwritten;
use crate::spill::Kept;

const FOLDER: &str = "parts";

/// A file of the index, relative to the corpus.
pub fn file(name: &str) -> String {
    [FOLDER, "/", name].concat()
}

/// The parts that a build writes.
pub struct PartFiles {
    dir: PathBuf,
    /// Their files, relative to the corpus.
    written: BTreeSet<PathBuf>,
}

impl PartFiles {
    /// None yet, of the corpus in this folder.
    pub fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), written: BTreeSet::new() }
    }

    /// Writes the parts of a corpus whose lists are kept on disk, and gives its head and their list.
    ///
    /// # Errors
    /// Names the folder where it cannot be written, or says what keeps the corpus from being split.
    pub fn split(
        &mut self,
        rest: Corpus,
        mut pages: Kept,
        mut times: Kept,
        mut quantities: Kept,
    ) -> Result<(Corpus, Parts)> {
        let folder = self.folder()?;
        let pages = (0..pages.len()).map(|place| entry::<CorpusPage>(&mut pages, place));
        let of = |id: &str, mark: &str| [id, mark].concat();
        rest.into_head(
            pages,
            |id| {
                let mut own: Vec<Time> = entries(&mut times, &of(id, ".t"))?;
                own.retain(|time| time.evidence.article == id);
                Ok(own)
            },
            |id| {
                let mut own: Vec<Quantity> = entries(&mut quantities, &of(id, ".q"))?;
                own.retain(|quantity| quantity.evidence.article == id);
                Ok(own)
            },
            |file, bytes| self.write(file, bytes),
        )
        .with_context(|| unwritten(&folder))
    }

    /// Writes the files of the index of a corpus, whose articles have their texts still, and gives its
    /// head, and how many bytes the files have.
    ///
    /// # Errors
    /// Names the folder where it cannot be written.
    pub fn index(&mut self, index: &Index, articles: &[Article]) -> Result<(Index, u32)> {
        self.folder()?;
        let (head, files) = index.split(articles);
        let size = files.iter().map(|(_, bytes)| bytes.len() as u32).sum();
        for (name, bytes) in files {
            let file = file(&name);
            self.write(&file, &bytes).with_context(|| unwritten(&self.dir.join(&file)))?;
        }
        Ok((head, size))
    }

    #[expect(clippy::disallowed_methods, reason = "the command line is the edge that writes files")]
    fn write(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.written.insert(PathBuf::from(file));
        fs::write(self.dir.join(file), bytes)
    }

    /// The folder, made where there is none.
    fn folder(&self) -> Result<PathBuf> {
        let folder = self.dir.join(FOLDER);
        fs::create_dir_all(&folder).with_context(|| unwritten(&folder))?;
        Ok(folder)
    }

    /// Removes the parts of earlier builds. What cannot be removed is in nobody's way.
    pub fn forget_others(self) {
        let folder = self.dir.join(FOLDER);
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if !self.written.contains(&Path::new(FOLDER).join(entry.file_name())) {
                let _ = fs::remove_file(entry.path());
            }
        }
        if self.written.is_empty() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn entry<T: DeserializeOwned>(list: &mut Kept, place: usize) -> io::Result<T> {
    Ok(serde_json::from_slice(&list.line(place)?)?)
}

fn entries<T: DeserializeOwned>(list: &mut Kept, start: &str) -> io::Result<Vec<T>> {
    list.beginning_with(start).map(|place| entry(list, place)).collect()
}
