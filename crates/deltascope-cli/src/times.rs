//! `deltascope times`: time expressions of text lines, a JSON line for each.

use anyhow::{Context, Result};
use deltascope_extract::times;
use deltascope_model::Edtf;
use serde_json::json;

use crate::args::TimesArgs;
use crate::lines;

pub fn run(args: &TimesArgs) -> Result<()> {
    let reference = args.reference.as_deref().map(reference).transpose()?;
    lines::answer("times", |line| {
        let found = times(line, reference.as_ref()).into_iter();
        found
            .map(|time| {
                json!({ "range": time.range, "text": time.text, "edtf": time.edtf, "basis": time.basis, "anchor": time.anchor })
            })
            .collect()
    })
}

/// The reference date: one date, not an interval, or relative expressions would count from two.
fn reference(text: &str) -> Result<Edtf> {
    let edtf = Edtf::new(text.trim()).ok().filter(|edtf| !edtf.as_str().contains(['/', 'X']));
    edtf.with_context(|| {
        format!("--reference “{text}” is no date; give a day, a month or a year, such as 2025-03-10, 2025-03 or 2025")
    })
}
