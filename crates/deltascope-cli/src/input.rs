//! Finds and reads pages: files, folders with their sub-folders, and JSON lines.
//!
//! A page's path is kept relative to the path that the user named, with `/`, so that a corpus is
//! the same on every machine. Pages are sorted by path and content before anything else happens.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use deltascope_clean::{MAX_BYTES, page_id};
use rayon::prelude::*;

/// A page as found: where it is and how it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Relative path, with `/`.
    pub name: String,
    /// Where to read it.
    pub file: PathBuf,
}

/// All pages under the paths, sorted by name.
///
/// # Errors
/// Where a path is missing or a folder cannot be listed; files that cannot be read fail later,
/// each by itself.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for path in paths {
        let kind = fs::metadata(path)
            .with_context(|| format!("{} cannot be opened; check the path", path.display()))?;
        if kind.is_dir() {
            walk(path, path, &mut found)?;
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            found.push(Found { name, file: path.clone() });
        }
    }
    found.sort();
    found.dedup_by(|one, other| one.file == other.file);
    if found.is_empty() {
        bail!("no pages found; name files, or folders that hold files");
    }
    Ok(found)
}

/// A page with its id.
#[derive(Clone, Debug)]
pub struct Identified {
    /// The page.
    pub found: Found,
    /// From its bytes; pages of the same bytes, or of the same first digits, are numbered.
    pub id: String,
}

/// Gives each page its id. Pages that cannot be read are named after their path.
pub fn identify(pages: Vec<Found>) -> Vec<Identified> {
    let ids: Vec<String> = pages
        .par_iter()
        .map(|page| {
            read(&page.file).map_or_else(|_| page_id(page.name.as_bytes()), |bytes| page_id(&bytes))
        })
        .collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    pages
        .into_iter()
        .zip(ids)
        .map(|(found, id)| {
            let nth = seen.entry(id.clone()).and_modify(|nth| *nth += 1).or_insert(1);
            Identified { found, id: if *nth == 1 { id } else { format!("{id}-{nth}") } }
        })
        .collect()
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Found>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("{} cannot be listed", folder.display()))?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // Links to folders are not followed: they may lead in a circle.
        if hidden || (path.is_symlink() && path.is_dir()) {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, found)?;
        } else if path.is_file() || !path.exists() {
            // What leads nowhere is found too, and told as a page that cannot be read.
            found.push(Found { name: relative(root, &path), file: path });
        }
    }
    Ok(())
}

fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The bytes of a page. Of a page over the limit only one byte more than the limit is read, which
/// is enough to say so.
///
/// # Errors
/// Where the file cannot be opened or read.
#[expect(clippy::disallowed_methods, reason = "the command line is the edge that reads files")]
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let file = File::open(path).context("the file cannot be opened; check that it may be read")?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .context("the file cannot be read to its end")?;
    Ok(bytes)
}
