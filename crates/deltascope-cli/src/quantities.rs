//! `deltascope quantities`: quantities of text lines, a JSON line for each.

use anyhow::Result;
use deltascope_extract::quantities;
use serde_json::json;

use crate::lines;

pub fn run() -> Result<()> {
    lines::answer("quantities", |line| {
        let found = quantities(line).into_iter();
        found
            .map(|found| {
                json!({ "range": found.range, "text": found.text, "value": found.value, "unit": found.unit, "qualifier": found.qualifier, "kind": found.kind, "noun": found.noun })
            })
            .collect()
    })
}
