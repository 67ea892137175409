//! The module with which a device makes the files of search of a corpus that it keeps: a wasm of its own,
//! `deltascope-keep`, which `public/keeper.js` loads.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{lean, project, run, tools};

/// The package, and what cargo calls its wasm.
const PACKAGE: &str = "deltascope-keep";
const MODULE: &str = "deltascope_keep.wasm";
/// What the script calls it.
const NAME: &str = "lists";

/// Writes the module and its glue into the bundle `dist`.
///
/// # Errors
/// Where it cannot be compiled.
pub fn bundle(root: &Path, dist: &Path, bindgen: &Path) -> Result<()> {
    let mut command = run::cargo();
    command
        .current_dir(root)
        .args(["build", "--quiet", "--profile", "wasm", "--locked", "--lib"])
        .args(["--target", tools::TARGET, "--package", PACKAGE]);
    // As the app is, so that what both are made of is compiled once.
    command.env("CARGO_PROFILE_WASM_STRIP", "none");
    lean::prepare(root, &mut command);
    run::inherit(&mut command)?;
    let module = project::target()?.join(tools::TARGET).join("wasm").join(MODULE);
    let mut command = Command::new(bindgen.join(tools::WASM_BINDGEN.name));
    command.args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    run::inherit(command.arg(dist).arg(module))
}
