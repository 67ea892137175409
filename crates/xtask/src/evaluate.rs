//! `cargo xtask eval-corpus`: how much of what the pages of the default corpus state the pipeline finds again.
//!
//! It runs the native suite's own test and shows what that prints, so that there is one evaluation.

use anyhow::Result;

use crate::{project, run};

/// Runs the evaluation.
///
/// # Errors
/// Where it finds less than its floors, or cannot be built.
pub fn run() -> Result<()> {
    let mut command = run::cargo();
    command
        .current_dir(project::root()?)
        .args(["test", "--locked", "--package", "deltascope-app", "--test", "suite", "facts::"])
        .args(["--", "--nocapture", "--test-threads=1"]);
    run::inherit(&mut command)
}
