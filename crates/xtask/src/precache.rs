//! Tells the page and the service worker what their build consists of, from the final bytes.
//!
//! 1. name in the page what the app reads of the corpus: its head, where it is in parts; and write
//!    the page's first frame from it
//! 2. list every file that a visit may need, with the SHA-256 of its bytes; not the parts, nor the
//!    whole that no visit needs beside them, nor what only they need
//! 3. hash the list, and the worker itself, to the build's revision
//! 4. write both into the worker of `public/` in the place of its one marked line
//!
//! The hashes stand in the form of Subresource Integrity, so that the browser itself refuses a
//! file of another build.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::shell;

/// The line of `public/sw.js` that this step replaces.
const MARK: &str = "const BUILD = { revision: '', files: [] };";
/// Files of the bundle that are not part of a visit: the worker, and what host pages ask for.
const LEFT_OUT: [&str; 3] = ["sw.js", "embed.js", "embed-demo.html"];

/// What the app reads of a corpus.
const CORPUS: &str = "corpus/corpus.json";
/// What it reads of one in parts: the list of their shelves, then the head.
const LIST: &str = "corpus/shelves.json";
const HEAD: &str = "corpus/head.json";
/// The parts.
const PARTS: &str = "corpus/parts/";
/// What only a corpus in parts needs.
const FOR_PARTS: [&str; 4] = ["keep.js", "keeper.js", "lists.js", "lists_bg.wasm"];
/// What comes before the name of the file in the page.
const LINK: &str = "<link id=\"corpus\" rel=\"corpus\" href=\"./";

/// What `sw.js` was told.
pub struct Build {
    /// Name of the build: sixteen hexadecimal digits.
    pub revision: String,
    /// Addresses relative to the bundle, with the integrity of each.
    pub files: Vec<(String, String)>,
}

/// Writes the `sw.js` of the bundle `dist`, from the checkout's.
///
/// # Errors
/// Where the bundle cannot be read, or the checkout's worker has not exactly one marked line.
pub fn write(root: &Path, dist: &Path) -> Result<Build> {
    let source = root.join("public").join("sw.js");
    let template =
        fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
    if !dist.join("index.html").is_file() {
        bail!("{} is no bundle: it has no index.html", dist.display());
    }
    let in_parts = dist.join(LIST).is_file();
    let (first, corpus) = if in_parts { (LIST, HEAD) } else { (CORPUS, CORPUS) };
    let page = dist.join("index.html");
    name_corpus(&page, first)?;
    shell::write(&page, &dist.join(corpus))?;
    let mut files = Vec::new();
    gather(dist, "", &mut files)?;
    let is_asked_for = |name: &str| {
        if in_parts {
            name != CORPUS && !name.starts_with(PARTS)
        } else {
            !FOR_PARTS.contains(&name)
        }
    };
    files.retain(|(name, _)| is_asked_for(name));
    files.sort();
    let build = Build { revision: revision(&template, &files), files };
    let worker = dist.join("sw.js");
    fs::write(&worker, complete(&template, &build)?)
        .with_context(|| format!("cannot write {}", worker.display()))?;
    Ok(build)
}

/// Has the page name this file as what the app reads of the corpus.
fn name_corpus(page: &Path, file: &str) -> Result<()> {
    let text =
        fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
    let (before, rest) = text.split_once(LINK).context("index.html names no corpus")?;
    let after = rest.find('"').map_or("", |end| &rest[end..]);
    fs::write(page, [before, LINK, file, after].concat())
        .with_context(|| format!("cannot write {}", page.display()))
}

/// Adds the files below `folder`, whose addresses begin with `prefix`.
fn gather(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> Result<()> {
    let listing = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(listing)? {
        let path = entry.with_context(listing)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} is no UTF-8 name", path.display()))?;
        let address = format!("{prefix}{}", encode(name));
        if name.starts_with('.') || LEFT_OUT.contains(&address.as_str()) {
            continue;
        }
        if path.is_dir() {
            gather(&path, &format!("{address}/"), files)?;
        } else {
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            // Hosts differ in what they do with `index.html`, but each serves the folder itself.
            let address = if address == "index.html" { "./".into() } else { address };
            files.push((address, format!("sha256-{}", base64(&Sha256::digest(bytes)))));
        }
    }
    Ok(())
}

/// The name of the build: another file, name or worker makes another.
fn revision(template: &str, files: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    hash.update(template);
    for (address, integrity) in files {
        hash.update(format!("\n{address} {integrity}"));
    }
    short(hash)
}

/// A name for these bytes: sixteen hexadecimal digits.
pub fn short_hash(bytes: &[u8]) -> String {
    short(Sha256::new_with_prefix(bytes))
}

fn short(hash: Sha256) -> String {
    hash.finalize().iter().take(8).fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        write!(hex, "{byte:02x}").ok();
        hex
    })
}

/// The worker with its build in the place of the marked line.
fn complete(template: &str, build: &Build) -> Result<String> {
    if template.matches(MARK).count() != 1 {
        bail!("sw.js must hold this line once: {MARK}");
    }
    let files = build.files.iter().fold(String::new(), |mut lines, (address, integrity)| {
        // Writing to a string cannot fail.
        writeln!(lines, "    ['{address}', '{integrity}'],").ok();
        lines
    });
    let told = format!(
        "const BUILD = {{\n  revision: '{}',\n  files: [\n{files}  ],\n}};",
        build.revision
    );
    Ok(template.replace(MARK, &told))
}

/// Percent-encodes a file's name for an address (and for a quoted string).
fn encode(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            write!(out, "%{byte:02X}").ok();
        }
    }
    out
}

/// Base 64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let group = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let digit = (group >> (18 - 6 * place)) & 63;
            let filled = place <= chunk.len();
            out.push(if filled { char::from(DIGITS[digit as usize]) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checkout with a bundle in it.
    fn checkout(corpus: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("public/sw.js", &format!("// worker\n{MARK}\n"));
        write(
            "dist/index.html",
            &format!("<!doctype html>{LINK}corpus/corpus.json\" as=\"fetch\">"),
        );
        write("dist/corpus/corpus.json", corpus);
        write("dist/embed.js", "");
        write("dist/lists.js", "");
        folder
    }

    fn build(checkout: &tempfile::TempDir) -> Build {
        write(checkout.path(), &checkout.path().join("dist")).unwrap()
    }

    #[test]
    fn the_list_names_every_file_of_a_visit() {
        let checkout = checkout("{}");
        let build = build(&checkout);
        let names: Vec<&str> = build.files.iter().map(|(address, _)| address.as_str()).collect();
        assert_eq!(names, ["./", "corpus/corpus.json"]);
        let worker = fs::read_to_string(checkout.path().join("dist/sw.js")).unwrap();
        assert!(worker.contains(&format!("revision: '{}'", build.revision)));
        assert!(worker.contains(
            "['corpus/corpus.json', 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=']"
        ));
    }

    #[test]
    fn of_a_corpus_in_parts_a_visit_needs_no_part() {
        let checkout = checkout("{}");
        let at = |name: &str| checkout.path().join("dist").join(name);
        fs::create_dir(at("corpus/parts")).unwrap();
        fs::write(at("corpus/parts/00ff.json"), "{}").unwrap();
        fs::write(at(HEAD), "{}").unwrap();
        fs::write(at(LIST), "{}").unwrap();
        let named = || fs::read_to_string(at("index.html")).unwrap();
        let build = || build(&checkout).files.into_iter().map(|(name, _)| name);
        assert_eq!(build().collect::<Vec<_>>(), ["./", HEAD, LIST, "lists.js"]);
        assert!(named().ends_with("href=\"./corpus/shelves.json\" as=\"fetch\">"), "{}", named());
        // Built anew, and small enough to be whole.
        fs::remove_file(at(HEAD)).unwrap();
        fs::remove_file(at(LIST)).unwrap();
        fs::remove_dir_all(at("corpus/parts")).unwrap();
        assert_eq!(build().collect::<Vec<_>>(), ["./", CORPUS]);
        assert!(named().ends_with("href=\"./corpus/corpus.json\" as=\"fetch\">"), "{}", named());
    }

    #[test]
    fn the_page_of_this_checkout_names_its_corpus() {
        let page = include_str!("../../../index.html");
        assert_eq!(page.matches(&[LINK, CORPUS, "\""].concat()).count(), 1);
    }

    #[test]
    fn same_bytes_same_revision_other_bytes_another() {
        let (one, other) = (checkout("{}"), checkout("{} "));
        let first = build(&one).revision;
        assert_eq!(build(&one).revision, first);
        assert_ne!(build(&other).revision, first);
    }

    #[test]
    fn the_worker_of_this_checkout_has_its_marked_line() {
        let template = include_str!("../../../public/sw.js");
        assert_eq!(template.matches(MARK).count(), 1);
    }

    #[track_caller]
    fn check_base64(bytes: &str, expected: &str) {
        assert_eq!(base64(bytes.as_bytes()), expected);
    }

    #[test]
    fn base64_of_rfc_4648() {
        check_base64("", "");
        check_base64("f", "Zg==");
        check_base64("fo", "Zm8=");
        check_base64("foo", "Zm9v");
        check_base64("foobar", "Zm9vYmFy");
    }

    #[test]
    fn names_are_encoded_for_addresses() {
        assert_eq!(encode("a b'科.js"), "a%20b%27%E7%A7%91.js");
    }
}
