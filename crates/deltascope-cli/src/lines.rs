//! Lines of text on standard input, each answered by a JSON line: `times`, `quantities` and `names`.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// Answers each line of standard input with its number and what `find` finds, under `name`.
///
/// # Errors
/// Where a line is not UTF-8, named with its first bad byte, or a stream fails. Lines before a bad
/// one are written: what was found is not lost.
pub fn answer(name: &str, find: impl Fn(&str) -> Vec<Value>) -> Result<()> {
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut bytes = Vec::new();
    for number in 1_usize.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).context("standard input cannot be read")? == 0 {
            break;
        }
        let line = match std::str::from_utf8(&bytes) {
            Ok(line) => line.trim_end_matches(['\n', '\r']),
            Err(error) => {
                out.flush().context("standard output cannot be written")?;
                bail!(
                    "line {number} of standard input is not UTF-8 (at its byte {}); convert the \
                     text first, as `iconv -f GB18030 -t UTF-8` does",
                    error.valid_up_to() + 1
                );
            }
        };
        writeln!(out, "{}", json!({ "line": number, name: find(line) }))
            .context("standard output cannot be written")?;
    }
    out.flush().context("standard output cannot be written")
}
