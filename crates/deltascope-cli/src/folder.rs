//! The folder of a built corpus: the names of its files, written whole or not at all, and read.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use deltascope_model::{Article, Corpus};
use deltascope_search::Index;
use deltascope_text::{Letters, pinyin};

use crate::gazetteer::Extra;
use crate::spill::Spill;

const CORPUS: &str = "corpus.json";
const INDEX: &str = "index.bin";
/// The user's gazetteer entries of the build, there only where the user gave some.
const GAZETTEER: &str = "gazetteer.json";

/// A corpus on its way into a folder: the lists that are final page by page, kept on its disk.
pub struct Done {
    dir: PathBuf,
    /// The pages so far.
    pub pages: Spill,
    /// The times so far.
    pub times: Spill,
    /// The quantities so far.
    pub quantities: Spill,
}

impl Done {
    /// Nothing yet; makes the folder where there is none.
    ///
    /// # Errors
    /// Where the folder cannot be made, or not be written to.
    pub fn new(dir: &Path) -> Result<Self> {
        fs::create_dir_all(dir).with_context(|| {
            format!("{} cannot be made; name a folder where you may write", dir.display())
        })?;
        Ok(Self {
            dir: dir.to_owned(),
            pages: Spill::new(dir, "pages.partial")?,
            times: Spill::new(dir, "times.partial")?,
            quantities: Spill::new(dir, "quantities.partial")?,
        })
    }

    /// Writes the corpus: the pages, times and quantities kept, and `rest` for the other lists. All
    /// files are written beside the old ones first, so that a full disk or a broken run leaves the
    /// old corpus as it was.
    ///
    /// # Errors
    /// Names the file that could not be written.
    pub fn write(mut self, rest: &Corpus, extra: &Extra) -> Result<()> {
        let dir = &self.dir;
        let index = Index::build(rest, Letters::whole(), pinyin).to_bytes();
        let (pages, times) = (&mut self.pages, &mut self.times);
        let quantities = &mut self.quantities;
        let corpus = partial(dir, CORPUS, |out| {
            rest.write_with(
                out,
                |list| pages.write(list),
                |list| times.write(list),
                |list| quantities.write(list),
            )
        })?;
        let mut done = vec![corpus, partial(dir, INDEX, |out| out.write_all(&index))?];
        if extra.is_empty() {
            let _ = fs::remove_file(dir.join(GAZETTEER));
        } else {
            done.push(partial(dir, GAZETTEER, |out| Ok(serde_json::to_writer(out, extra)?))?);
        }
        for (partial, whole) in done {
            fs::rename(&partial, &whole)
                .with_context(|| format!("{} cannot be written", whole.display()))?;
        }
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "the command line is the edge that writes files")]
fn partial(
    dir: &Path,
    name: &str,
    write: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>,
) -> Result<(PathBuf, PathBuf)> {
    let path = dir.join(format!("{name}.partial"));
    let result = File::create(&path).and_then(|file| {
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        out.flush()
    });
    if result.is_err() {
        let _ = fs::remove_file(&path);
    }
    result.with_context(|| unwritten(&path))?;
    Ok((path, dir.join(name)))
}

/// What to say of a file that could not be written.
pub fn unwritten(path: &Path) -> String {
    format!(
        "{} cannot be written; the folder keeps what it had, make room on the disk or name another",
        path.display()
    )
}

/// A corpus folder as read: the bytes on disk, and what they hold.
pub struct Built {
    /// The bytes of corpus.json.
    pub corpus_bytes: Vec<u8>,
    /// The corpus.
    pub corpus: Corpus,
    /// The bytes of index.bin.
    pub index_bytes: Vec<u8>,
    /// The index.
    pub index: Index,
    /// The user's gazetteer entries of the build.
    pub extra: Extra,
}

/// Reads a corpus folder.
///
/// # Errors
/// Names the file and says how it is wrong.
pub fn read(dir: &Path) -> Result<Built> {
    let corpus_bytes = bytes(&dir.join(CORPUS))?;
    let corpus = Corpus::parse(&corpus_bytes).with_context(|| advice(dir, CORPUS))?;
    let index_bytes = bytes(&dir.join(INDEX))?;
    let index = Index::from_bytes(&index_bytes).with_context(|| advice(dir, INDEX))?;
    let path = dir.join(GAZETTEER);
    let extra = if path.exists() {
        serde_json::from_slice(&bytes(&path)?).with_context(|| advice(dir, GAZETTEER))?
    } else {
        Extra::new()
    };
    Ok(Built { corpus_bytes, corpus, index_bytes, index, extra })
}

/// Lists of a corpus that a search does not read.
const UNSEARCHED: [&str; 11] = [
    "pages",
    "families",
    "times",
    "quantities",
    "initiatives",
    "events",
    "figures",
    "relations",
    "places",
    "organisations",
    "issues",
];

/// Reads of a corpus folder what a search needs: the articles, and the index.
///
/// # Errors
/// As [`read`].
pub fn read_articles(dir: &Path) -> Result<(Vec<Article>, Index)> {
    let corpus = Corpus::parse_without(&UNSEARCHED, &bytes(&dir.join(CORPUS))?)
        .with_context(|| advice(dir, CORPUS))?;
    let index = Index::from_bytes(&bytes(&dir.join(INDEX))?).with_context(|| advice(dir, INDEX))?;
    Ok((corpus.articles, index))
}

#[expect(clippy::disallowed_methods, reason = "the command line is the edge that reads files")]
fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| {
        format!(
            "{} cannot be read; name a folder that `deltascope build --out` wrote",
            path.display()
        )
    })
}

fn advice(dir: &Path, name: &str) -> String {
    format!("{} is not usable; build the corpus again", dir.join(name).display())
}
