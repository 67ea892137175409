//! What of the app's files is not for browsers is left out of the bundle:
//!
//! 1. comments and indents of sheets and scripts
//! 2. names in the wasm that are for debuggers
//! 3. hashes in the names by which the wasm calls its script, where a number of the same length
//!    tells as much
//!
//! Measured on the default bundle, brotli: 4 KB less in the first view.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Makes the scripts and the wasm of a bundle plain.
///
/// # Errors
/// Where one cannot be read or written, or is not what it should be.
pub fn bundle(dist: &Path) -> Result<()> {
    let (mut files, mut hashes) = (Vec::new(), Vec::new());
    let listing = || format!("cannot list {}", dist.display());
    for entry in fs::read_dir(dist).with_context(listing)? {
        let path = entry.with_context(listing)?.path();
        let of = || format!("cannot make {} plain", path.display());
        let plain = match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => script(&fs::read_to_string(&path).with_context(of)?).into_bytes(),
            Some("wasm") => wasm(&fs::read(&path).with_context(of)?).with_context(of)?,
            _ => continue,
        };
        hashes.extend(hashes_of(&plain));
        files.push((path, plain));
    }
    // In an order of their own, whatever the order of the files.
    hashes.sort_unstable();
    hashes.dedup();
    for (path, plain) in files {
        fs::write(&path, numbered(plain, &hashes))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// A sheet without its comments, indents and empty lines. No string of a sheet holds `/*`.
pub fn sheet(text: &str) -> String {
    let parts = text.split("/*").enumerate().map(|(nth, part)| match part.split_once("*/") {
        Some((_, rest)) if nth > 0 => rest,
        _ => part,
    });
    lines(&parts.collect::<String>()).collect()
}

/// A script without the comments that have lines of their own, indents and empty lines. No text of a
/// script runs over its line.
fn script(text: &str) -> String {
    let mut within = false;
    lines(text)
        .filter(|line| {
            let comment = within || line.starts_with("/*");
            within = comment && !line.contains("*/");
            !comment && !line.starts_with("//")
        })
        .collect()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n')
        .map(|line| line.trim_start_matches([' ', '\t']))
        .filter(|line| !line.trim().is_empty())
}

/// What a name that wasm-bindgen gives ends with, behind a line: so many hexadecimal digits.
const HASH: usize = 16;
/// How such a name begins.
const NAME: &[u8] = b"__wbg_";

/// The hashes in the names of a file.
fn hashes_of(bytes: &[u8]) -> Vec<[u8; HASH]> {
    places(bytes).filter_map(|at| bytes[at..at + HASH].try_into().ok()).collect()
}

/// A file with the number of each hash in its place.
fn numbered(mut bytes: Vec<u8>, hashes: &[[u8; HASH]]) -> Vec<u8> {
    for at in places(&bytes).collect::<Vec<_>>() {
        let hash = &mut bytes[at..at + HASH];
        if let Ok(number) = hashes.binary_search_by(|known| known[..].cmp(hash)) {
            hash.copy_from_slice(format!("{number:0HASH$}").as_bytes());
        }
    }
    bytes
}

/// Where the hashes of a file stand.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let begins = move |at: &usize| bytes[*at..].starts_with(NAME);
    (0..bytes.len()).filter(begins).filter_map(move |at| {
        let name = &bytes[at..];
        let mut ends = (NAME.len() + HASH..=name.len().min(128)).filter(|end| {
            let (hash, before) = (&name[end - HASH..*end], &name[..end - HASH]);
            before.ends_with(b"_") && hash.iter().all(u8::is_ascii_hexdigit)
        });
        let end = ends.next()?;
        name[..end].iter().all(is_name).then(|| at + end - HASH)
    })
}

/// A module without its custom sections: names for debuggers, and who made it.
fn wasm(bytes: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    const HEADER: usize = 8;
    ensure!(bytes.starts_with(b"\0asm") && bytes.len() >= HEADER, "it is no wasm");
    let mut plain = bytes[..HEADER].to_vec();
    let mut at = HEADER;
    while let Some(&id) = bytes.get(at) {
        // The section's length: seven bits a byte, the lowest first.
        let (mut length, mut digits) = (0_usize, 0);
        loop {
            digits += 1;
            let digit = *bytes.get(at + digits).context("it is cut off")?;
            ensure!(digits <= 5, "a section has no length");
            length |= usize::from(digit & 0x7f) << (7 * (digits - 1));
            if digit < 0x80 {
                break;
            }
        }
        let end = at + 1 + digits + length;
        let section = bytes.get(at..end).context("it is cut off")?;
        if id != CUSTOM {
            plain.extend_from_slice(section);
        }
        at = end;
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn what_is_not_for_browsers_is_left_out() {
        let text = "/* A sheet */\n\n.a { margin: 0; }\n/* B\n   c */\n@media print {\n  .a::after { content: \"·\\a0\"; }\n}\n";
        let expected = ".a { margin: 0; }\n@media print {\n.a::after { content: \"·\\a0\"; }\n}\n";
        assert_eq!(sheet(text), expected);
        let text = "// What it does.\n\n/** One. */\nfunction one() {\n  /* of\n   * two\n   */\n  return 'a // b'; // c\n}\n";
        assert_eq!(script(text), "function one() {\nreturn 'a // b'; // c\n}\n");
    }

    #[test]
    fn no_text_of_a_script_runs_over_its_line() {
        let folder = project::root().unwrap().join("public");
        let mut scripts = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "js") {
                let text = fs::read_to_string(&path).unwrap();
                let whole = |line: &str| line.matches('`').count().is_multiple_of(2);
                assert!(text.lines().all(whole), "{}", path.display());
                scripts += 1;
            }
        }
        assert!(scripts > 3);
    }

    #[test]
    fn hashes_in_names_become_numbers_of_their_length() {
        let glue = "imports.__wbg_get_00ff00ff00ff00ff(__wbg_set_aaaaaaaaaaaaaaaa); __wbg_ptr; 'x_00ff00ff00ff00ff'";
        let module = b"\x03__wbg_set_aaaaaaaaaaaaaaaa\x00\x01";
        let mut hashes = [hashes_of(glue.as_bytes()), hashes_of(module)].concat();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(
            String::from_utf8(numbered(glue.into(), &hashes)).unwrap(),
            "imports.__wbg_get_0000000000000000(__wbg_set_0000000000000001); __wbg_ptr; 'x_00ff00ff00ff00ff'"
        );
        assert_eq!(numbered(module.to_vec(), &hashes), b"\x03__wbg_set_0000000000000001\x00\x01");
    }

    #[test]
    fn custom_sections_are_left_out_and_the_others_kept() {
        let header = b"\0asm\x01\0\0\0";
        let module = [&header[..], &[1, 1, 0], &[0, 3, 1, b'n', 7], &[10, 0x81, 0, 0]].concat();
        let expected = [&header[..], &[1, 1, 0], &[10, 0x81, 0, 0]].concat();
        assert_eq!(wasm(&module).unwrap(), expected);
        assert!(wasm(&module[..module.len() - 1]).is_err());
        assert!(wasm(b"<html>").is_err());
    }
}
