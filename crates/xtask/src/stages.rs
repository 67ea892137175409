//! `cargo xtask test`: every check, in the order of what it costs, up to the first that fails.
//!
//! The output ends with the runners' own closing lines and then one line of its own: the sum of
//! the tests that ran.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::browser::{self, Browser};
use crate::tally::Tally;
use crate::{bundle, project, run, tools};

/// Packages that build for the browser: the app's own, what keeps a corpus, and cleaning and extraction, which are pure and
/// are kept so.
const WASM: [&str; 8] = [
    "deltascope-app",
    "deltascope-keep",
    "deltascope-model",
    "deltascope-text",
    "deltascope-search",
    "deltascope-clean",
    "deltascope-extract",
    "deltascope-pipeline",
];
/// Packages with tests that run inside a browser.
const TESTED_IN_BROWSER: [&str; 3] = ["deltascope-model", "deltascope-text", "deltascope-search"];

/// Runs every check and says how it went.
pub fn run() -> ExitCode {
    let begun = Instant::now();
    let mut tally = Tally::default();
    let done = all(&mut tally);
    println!();
    match &done {
        Ok(()) => println!("everything passed in {}", run::elapsed(begun.elapsed())),
        Err(error) => println!("xtask: {error:#}"),
    }
    println!("tests: {tally}");
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn all(tally: &mut Tally) -> Result<()> {
    let root = project::root()?;
    stage("components of the toolchain", || {
        tools::ensure_components()?;
        tools::ensure_target()
    })?;
    stage("formatting", || run::inherit(cargo(&root).args(["fmt", "--all", "--check"])))?;
    stage("lints, native", || run::inherit(&mut clippy(&root, &["--workspace", "--all-targets"])))?;
    stage("lints, wasm32", || {
        let packages = WASM.iter().flat_map(|name| ["--package", name]);
        let target = ["--target", "wasm32-unknown-unknown"].into_iter();
        run::inherit(&mut clippy(&root, &target.chain(packages).collect::<Vec<_>>()))
    })?;
    stage("native tests", || {
        say_seeds(&root);
        let mut command = cargo(&root);
        tested(command.args(["test", "--workspace", "--locked", "--no-fail-fast"]), tally)
    })?;
    let mut found = None;
    stage("browser", || {
        browser::ensure_node()?;
        found = Some(browser::ensure_browser()?);
        Ok(())
    })?;
    let browser = found.context("the stage before gave a browser")?;
    stage("wasm tests", || tested(&mut wasm_tests(&root, &browser)?, tally))?;
    stage("bundle", || bundle::run(&[], None).map(drop))?;
    stage("browser tests", || {
        let folder = root.join("tests").join("browser");
        ensure_packages(&folder)?;
        tested(&mut browser_tests(&folder, &browser)?, tally)
    })
}

/// Runs one check under a heading and says how long it took.
fn stage(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let begun = Instant::now();
    let done = work();
    println!("-- {name}: {}", run::elapsed(begun.elapsed()));
    done.with_context(|| format!("failed at “{name}”"))
}

/// Runs a test runner and adds up its closing lines.
fn tested(command: &mut Command, tally: &mut Tally) -> Result<()> {
    if !run::watch(command, |line| tally.read(line))? {
        bail!("`{}` failed", run::line(command));
    }
    Ok(())
}

fn cargo(root: &Path) -> Command {
    let mut command = run::cargo();
    command.current_dir(root);
    command
}

fn clippy(root: &Path, args: &[&str]) -> Command {
    let mut command = cargo(root);
    command.args(["clippy", "--locked"]).args(args).args(["--", "--deny", "warnings"]);
    command
}

fn wasm_tests(root: &Path, browser: &Browser) -> Result<Command> {
    let runner = tools::WASM_BINDGEN.folder()?.join("wasm-bindgen-test-runner");
    let mut command = cargo(root);
    command
        .args(["test", "--target", "wasm32-unknown-unknown", "--locked", "--no-fail-fast"])
        .args(TESTED_IN_BROWSER.iter().flat_map(|name| ["--package", name]))
        .args(["--test", "wasm"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &browser.chromedriver)
        // A small machine needs longer than the runner's 20 s to start a browser and compile.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(command)
}

/// The npm packages of the browser tests, as the lock file names them; only where they are not
/// there already, so that a second run needs no network.
fn ensure_packages(folder: &Path) -> Result<()> {
    let lock =
        fs::read(folder.join("package-lock.json")).context("package-lock.json is missing")?;
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run::inherit(&mut command)?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

fn browser_tests(folder: &Path, browser: &Browser) -> Result<Command> {
    let mut files: Vec<String> = fs::read_dir(folder)
        .context("tests/browser is missing")?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    files.sort();
    let mut command = Command::new("node");
    command
        .current_dir(folder)
        .args(["--test", "--test-reporter=spec"])
        .args(files)
        .env("CHROMIUM", &browser.chromium)
        // The tests make a second build of the bundle by `xtask precache`.
        .env("XTASK", std::env::current_exe().context("xtask does not know its own file")?);
    Ok(command)
}

/// Says whether the tests over the source pages have something to run on.
fn say_seeds(root: &Path) {
    let there = root.parent().is_some_and(|beside| beside.join("shared/seeds").is_dir());
    println!(
        "{}",
        if there {
            "../shared/seeds is there: the tests over the source pages run"
        } else {
            "../shared/seeds is not there: the tests over the source pages do NOT run"
        }
    );
}
