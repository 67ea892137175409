//! What the browser tests need from the system: Chromium with its driver, and Node with npm.
//!
//! Where one is missing and this runs as root on a Debian-like system, the system's packages are
//! installed; elsewhere the message says what to install.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run;

/// Names that Chromium and its kin go by.
const CHROMIUM: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/// The oldest Node that playwright-core runs on.
const NODE: u32 = 20;

/// The programs found.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// Its driver, for the wasm tests.
    pub chromedriver: PathBuf,
}

/// Finds Chromium and its driver, or has them installed.
///
/// # Errors
/// Where they are missing and cannot be installed.
pub fn ensure_browser() -> Result<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    install(
        "Chromium and chromedriver",
        &["chromium", "chromium-driver", "fonts-noto-cjk"],
        "install Chrome or Chromium and the chromedriver of the same version, and put both on PATH \
         (or name them in CHROMIUM and CHROMEDRIVER)",
    )?;
    find().context("Chromium was installed, but is not on PATH")
}

/// Finds Node and npm, or has them installed.
///
/// # Errors
/// Where they are missing, too old, or cannot be installed.
pub fn ensure_node() -> Result<()> {
    let there = || ["node", "npm"].iter().all(|name| run::on_path(name).next().is_some());
    let how = "install Node 20 or newer with npm from https://nodejs.org";
    if !there() {
        install("Node and npm", &["nodejs", "npm"], how)?;
    }
    let said = run::output("node", &["--version"]).unwrap_or_default();
    if major(&said).is_none_or(|major| major < NODE) {
        bail!("the browser tests need Node {NODE} or newer, this is “{said}”; {how}");
    }
    Ok(())
}

fn find() -> Option<Browser> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_file());
    let mac = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    let chromium = named("CHROMIUM")
        .or_else(|| CHROMIUM.iter().find_map(|name| run::on_path(name).next()))
        .or_else(|| mac.is_file().then(|| mac.to_path_buf()))?;
    let chromedriver = named("CHROMEDRIVER").or_else(|| run::on_path("chromedriver").next())?;
    Some(Browser { chromium, chromedriver })
}

/// Installs packages of the system where that is possible without asking anyone.
fn install(what: &str, packages: &[&str], how: &str) -> Result<()> {
    let packages_line = packages.join(" ");
    let apt = run::on_path("apt-get").next();
    let root = run::output("id", &["-u"]).is_some_and(|id| id == "0");
    if apt.is_none() {
        bail!("{what} is missing; {how}");
    }
    if !root {
        bail!("{what} is missing; run: sudo apt-get install -y {packages_line}");
    }
    println!("installing {packages_line} from the system's packages");
    let apt_get = |args: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(["-o", "Dpkg::Use-Pty=0", "-qq"]).args(args);
        run::inherit(command.env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt_get(&["update"])
        .and_then(|()| apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat()))
        .with_context(|| format!("{what} is missing and could not be installed; {how}"))
}

/// The first number of a version such as `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_number_of_a_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("18.0.0"), Some(18));
        assert_eq!(major(""), None);
    }
}
