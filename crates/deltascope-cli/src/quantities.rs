//! `deltascope quantities`: quantities of text lines, a JSON line for each.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Result};
use deltascope_extract::quantities;
use serde_json::json;

pub fn run() -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.context("standard input is not UTF-8 text")?;
        let found: Vec<_> = quantities(&line)
            .into_iter()
            .map(|found| {
                json!({ "range": found.range, "text": found.text, "value": found.value, "unit": found.unit, "qualifier": found.qualifier, "kind": found.kind, "noun": found.noun })
            })
            .collect();
        writeln!(out, "{}", json!({ "line": number + 1, "quantities": found }))?;
    }
    out.flush().context("standard output cannot be written")
}
