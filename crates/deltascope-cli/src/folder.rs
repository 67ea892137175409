//! The folder of a built corpus: the names of its files, written whole or not at all, and read.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use deltascope_model::{Corpus, Part, Parts, Shelves, content_name, restored};
use deltascope_search::Index;
use deltascope_text::{Letters, pinyin};

use crate::gazetteer::Extra;
use crate::parts::PartFiles;
use crate::spill::Spill;

/// The corpus.
pub const CORPUS: &str = "corpus.json";
/// The index; of a corpus in parts, its head.
pub const INDEX: &str = "index.bin";
/// What the app reads first of a corpus in parts, there only where the corpus is large: the list of the shelves.
pub const SHELVES: &str = "shelves.json";
/// The list of the parts, likewise.
pub const PARTS: &str = "parts.json";
/// What is in no part, likewise.
pub const HEAD: &str = "head.json";
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

    /// Writes the corpus: the pages, times and quantities kept, and `rest` for the other lists; where that
    /// takes more than `split_above` bytes, in parts as well. All files are written beside the old ones
    /// first, so that a full disk or a broken run leaves the old corpus as it was. Gives the facts back, and the list
    /// of the parts.
    ///
    /// # Errors
    /// Names the file that could not be written.
    pub fn write(
        self,
        rest: Corpus,
        extra: &Extra,
        split_above: usize,
    ) -> Result<(Corpus, Option<Parts>)> {
        let Self { dir, pages, times, quantities } = self;
        let read = |list: Spill| list.read().with_context(|| unwritten(&dir));
        let (mut pages, mut times, mut quantities) =
            (read(pages)?, read(times)?, read(quantities)?);
        let mut index = Index::build(&rest, Letters::whole(), pinyin);
        let corpus = partial(&dir, CORPUS, |out| {
            rest.write_with(
                out,
                |list| pages.write(list),
                |list| times.write(list),
                |list| quantities.write(list),
            )
        })?;
        let size = corpus.0.metadata().with_context(|| unwritten(&corpus.0))?.len();
        let mut done = vec![corpus];
        let mut parts = PartFiles::new(&dir);
        let in_parts = size > split_above as u64;
        let mut search = 0;
        if in_parts {
            (index, search) = parts.index(&index, &rest.articles)?;
        }
        let index = index.to_bytes();
        let (rest, list) = if in_parts {
            let (head, mut list) = parts.split(rest, pages, times, quantities)?;
            (list.index, list.search) = (content_name(&index), search);
            done.push(partial(&dir, HEAD, |out| head.write(out))?);
            done.push(partial(&dir, PARTS, |out| out.write_all(&list.to_json()))?);
            let shelves = Shelves::of(&list);
            done.push(partial(&dir, SHELVES, |out| out.write_all(&shelves.to_json()))?);
            (head, Some(list))
        } else {
            for file in [HEAD, PARTS, SHELVES] {
                let _ = fs::remove_file(dir.join(file));
            }
            (rest, None)
        };
        done.push(partial(&dir, INDEX, |out| out.write_all(&index))?);
        if extra.is_empty() {
            let _ = fs::remove_file(dir.join(GAZETTEER));
        } else {
            done.push(partial(&dir, GAZETTEER, |out| Ok(serde_json::to_writer(out, extra)?))?);
        }
        for (partial, whole) in done {
            fs::rename(&partial, &whole)
                .with_context(|| format!("{} cannot be written", whole.display()))?;
        }
        parts.forget_others();
        Ok((rest, list))
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
    /// The bytes of corpus.json as head and parts give them, where the corpus is in parts.
    pub joined: Option<Vec<u8>>,
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
    let joined = joined(dir, &index_bytes)?;
    Ok(Built { corpus_bytes, corpus, index_bytes, index, extra, joined })
}

/// What head and parts hold together, as it stands in corpus.json; shelves must name the same parts, and packs hold
/// them.
fn joined(dir: &Path, index: &[u8]) -> Result<Option<Vec<u8>>> {
    let path = dir.join(PARTS);
    if !path.exists() {
        return Ok(None);
    }
    let list = Parts::parse(&bytes(&path)?).with_context(|| advice(dir, PARTS))?;
    ensure!(list.index == content_name(index), advice(dir, PARTS));
    let shelves = Shelves::parse(&bytes(&dir.join(SHELVES))?);
    let shelves = shelves.with_context(|| advice(dir, SHELVES))?;
    ensure!(shelves == Shelves::of(&list), advice(dir, SHELVES));
    ensure!(shelved(dir, &shelves.shelved.texts)? == list.texts, advice(dir, PARTS));
    ensure!(shelved(dir, &shelves.shelved.rests)? == list.rests, advice(dir, PARTS));
    ensure!(shelved(dir, &shelves.shelved.issues)? == list.issues, advice(dir, PARTS));
    let head = bytes(&dir.join(HEAD))?;
    let head = Corpus::parse_head(&[], &head).with_context(|| advice(dir, HEAD))?;
    for (pack, parts) in list.packed() {
        let parts = parts.iter().map(|part| bytes(&dir.join(part.file())));
        let whole = parts.collect::<Result<Vec<_>>>()?.concat();
        let file = pack.pack_file();
        let form = String::from_utf8(bytes(&dir.join(&file))?).ok();
        let text = form.as_deref().and_then(restored).unwrap_or_default();
        ensure!(text.as_bytes() == whole, advice(dir, &file));
    }
    let joined = head.join(&list, |part| -> Result<_> { bytes(&dir.join(part.file())) });
    Ok(Some(joined.with_context(|| advice(dir, "parts"))?.to_json()))
}

/// The parts that stand on some shelves.
fn shelved(dir: &Path, shelves: &[Part]) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    for shelf in shelves {
        let file = shelf.file();
        let own = shelf.shelf(&bytes(&dir.join(&file))?);
        parts.append(&mut own.with_context(|| advice(dir, &file))?);
    }
    Ok(parts)
}

#[expect(clippy::disallowed_methods, reason = "the command line is the edge that reads files")]
/// The bytes of a file of a corpus folder.
///
/// # Errors
/// Names the file.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| {
        format!(
            "{} cannot be read; name a folder that `deltascope build --out` wrote",
            path.display()
        )
    })
}

/// What to say of a file that is wrong.
pub fn advice(dir: &Path, name: &str) -> String {
    format!("{} is not usable; build the corpus again", dir.join(name).display())
}
