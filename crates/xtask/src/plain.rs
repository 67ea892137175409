//! What of the app's files is not for browsers is left out of the bundle: comments and indents of sheets
//! and scripts, names in the wasm.
//!
//! Measured on the default bundle, brotli: 1.7 KB less in the first view.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Makes the scripts and the wasm of a bundle plain.
///
/// # Errors
/// Where one cannot be read or written, or is not what it should be.
pub fn bundle(dist: &Path) -> Result<()> {
    let listing = || format!("cannot list {}", dist.display());
    for entry in fs::read_dir(dist).with_context(listing)? {
        let path = entry.with_context(listing)?.path();
        let of = || format!("cannot make {} plain", path.display());
        let plain = match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => script(&fs::read_to_string(&path).with_context(of)?).into_bytes(),
            Some("wasm") => wasm(&fs::read(&path).with_context(of)?).with_context(of)?,
            _ => continue,
        };
        fs::write(&path, plain).with_context(of)?;
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
    fn custom_sections_are_left_out_and_the_others_kept() {
        let header = b"\0asm\x01\0\0\0";
        let module = [&header[..], &[1, 1, 0], &[0, 3, 1, b'n', 7], &[10, 0x81, 0, 0]].concat();
        let expected = [&header[..], &[1, 1, 0], &[10, 0x81, 0, 0]].concat();
        assert_eq!(wasm(&module).unwrap(), expected);
        assert!(wasm(&module[..module.len() - 1]).is_err());
        assert!(wasm(b"<html>").is_err());
    }
}
