//! The public cases of Recognizers-Text, where they stand beside the checkout or
//! `DELTASCOPE_SUITES` says.

use std::path::Path;

use serde_json::Value;

/// The cases of one file, or nothing, which is told, where they are not at hand.
pub fn cases(file: &str) -> Option<Vec<Value>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/suites/recognizers-text");
    let folder = std::env::var_os("DELTASCOPE_SUITES").unwrap_or_else(|| beside.into());
    let path = Path::new(&folder).join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("no {}: nothing to measure", path.display());
        return None;
    };
    Some(serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap())
}

/// Whether the cases that are lost are to be printed.
pub fn shown() -> bool {
    std::env::var_os("DELTASCOPE_SUITES_SHOW").is_some()
}
