//! `deltascope times`: time expressions of text lines, a JSON line for each.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Result, bail};
use deltascope_extract::times;
use deltascope_model::Edtf;
use serde_json::json;

use crate::args::TimesArgs;

pub fn run(args: &TimesArgs) -> Result<()> {
    let reference = args.reference.as_deref().map(reference).transpose()?;
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut bytes = Vec::new();
    for number in 1_usize.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).context("standard input cannot be read")? == 0 {
            break;
        }
        // Lines before a bad one are written: what was found is not lost.
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
        let found: Vec<_> = times(line, reference.as_ref())
            .into_iter()
            .map(|time| {
                json!({ "range": time.range, "text": time.text, "edtf": time.edtf, "basis": time.basis, "anchor": time.anchor })
            })
            .collect();
        writeln!(out, "{}", json!({ "line": number, "times": found }))
            .context("standard output cannot be written")?;
    }
    out.flush().context("standard output cannot be written")
}

/// The reference date: one date, not an interval, or relative expressions would count from two.
fn reference(text: &str) -> Result<Edtf> {
    let edtf = Edtf::new(text.trim()).ok().filter(|edtf| !edtf.as_str().contains(['/', 'X']));
    edtf.with_context(|| {
        format!("--reference “{text}” is no date; give a day, a month or a year, such as 2025-03-10, 2025-03 or 2025")
    })
}
