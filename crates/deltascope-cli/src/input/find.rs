//! The paths that the user named → files to read, sorted by name.
//!
//! A page's name is kept relative to the path that the user named, with `/`, so that a corpus is
//! the same on every machine.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use globset::{GlobBuilder, GlobMatcher};

/// A file as found: how it is called and where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Relative path, with `/`.
    pub name: String,
    /// Where to read it.
    pub place: Place,
}

/// Where pages are read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// Nowhere, and why.
    Nowhere(String),
}

/// All files under the paths; `-` is standard input, and `*`, `?` and `[…]` in a path that does not
/// exist make it a pattern.
///
/// # Errors
/// Where a path is missing or a pattern finds nothing. What is found below a path and cannot be
/// read is in the list, with the reason.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            found.push(Found { name: "-".into(), place: Place::Stdin });
            continue;
        }
        match fs::metadata(path) {
            Ok(kind) if kind.is_dir() => walk(path, path, &mut found),
            Ok(_) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                let name = name.to_string_lossy().into_owned();
                found.push(Found { name, place: Place::File(path.clone()) });
            }
            Err(_) if is_pattern(path) => found.extend(matches(path)?),
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("{} cannot be opened; check the path", path.display())
                });
            }
        }
    }
    found.sort();
    found.dedup();
    if found.is_empty() {
        bail!("no pages found; name files, or folders that hold files");
    }
    Ok(found)
}

/// Everything below a folder but hidden files.
fn walk(root: &Path, folder: &Path, found: &mut Vec<Found>) {
    let mut add = |path: &Path, place: Place| {
        found.push(Found { name: relative(root, path), place });
    };
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => {
            let why = format!("the folder cannot be listed ({error}); check that it may be read");
            return add(folder, Place::Nowhere(why));
        }
    };
    let mut folders = Vec::new();
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue;
        }
        match fs::metadata(&path) {
            // It may lead in a circle, or to what is read anyway.
            Ok(kind) if kind.is_dir() && path.is_symlink() => add(
                &path,
                Place::Nowhere(
                    "this link leads to a folder and is not followed; name that folder itself if its pages are wanted"
                        .into(),
                ),
            ),
            Ok(kind) if kind.is_dir() => folders.push(path),
            Ok(kind) if kind.is_file() => add(&path, Place::File(path.clone())),
            Ok(_) => add(
                &path,
                Place::Nowhere("this is a pipe, a socket or a device, not a file; leave it out".into()),
            ),
            Err(error) => add(
                &path,
                Place::Nowhere(format!(
                    "the file cannot be opened ({error}); check where it leads and that it may be read"
                )),
            ),
        }
    }
    for inner in folders {
        walk(root, &inner, found);
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let name = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    if name.is_empty() { root.to_string_lossy().into_owned() } else { name }
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// The files that match a pattern, and those below folders that do.
fn matches(pattern: &Path) -> Result<Vec<Found>> {
    let fixed = |part: &Component<'_>| !is_pattern(Path::new(part));
    let root: PathBuf = pattern.components().take_while(fixed).collect();
    let rest: PathBuf = pattern.components().skip_while(fixed).collect();
    let matcher = matcher(&rest.to_string_lossy())
        .with_context(|| format!("{} is no pattern that can be read", pattern.display()))?;
    let folder = if root.as_os_str().is_empty() { Path::new(".") } else { &root };
    let mut found = Vec::new();
    walk(folder, folder, &mut found);
    found.retain(|file| Path::new(&file.name).ancestors().any(|part| matcher.is_match(part)));
    if found.is_empty() {
        bail!("{} matches no file; check the pattern", pattern.display());
    }
    Ok(found)
}

/// `*` and `?` stay within one folder, `**` crosses folders.
fn matcher(pattern: &str) -> Result<GlobMatcher> {
    Ok(GlobBuilder::new(pattern).literal_separator(true).build()?.compile_matcher())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, name: &str, expected: bool) {
        assert_eq!(matcher(pattern).unwrap().is_match(name), expected, "{pattern} {name}");
    }

    #[test]
    fn stars_stay_in_their_folder() {
        check("*.html", "a.html", true);
        check("*.html", "a/b.html", false);
        check("**/*.html", "a/b.html", true);
        check("**/*.html", "b.html", true);
        check("2024-0[1-3]", "2024-02", true);
        assert!(matcher("a[").is_err());
    }
}
