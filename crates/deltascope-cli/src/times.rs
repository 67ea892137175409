//! `deltascope times`: time expressions of text lines, a JSON line for each.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Result};
use deltascope_extract::times;
use deltascope_model::Edtf;
use serde_json::json;

use crate::args::TimesArgs;

pub fn run(args: &TimesArgs) -> Result<()> {
    let reference = args.reference.as_deref().map(Edtf::new).transpose().context("--reference")?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.context("standard input is not UTF-8 text")?;
        let found: Vec<_> = times(&line, reference.as_ref())
            .into_iter()
            .map(|time| {
                json!({ "range": time.range, "text": time.text, "edtf": time.edtf, "basis": time.basis, "anchor": time.anchor })
            })
            .collect();
        writeln!(out, "{}", json!({ "line": number + 1, "times": found }))?;
    }
    out.flush().context("standard output cannot be written")
}
