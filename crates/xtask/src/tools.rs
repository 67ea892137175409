//! The tools of the build, each in one exact version: the wasm32 target, trunk, wasm-bindgen,
//! wasm-split.
//!
//! A tool is looked for in the user's cache, then on PATH in the right version, and installed into
//! the cache only where it is in neither. A second clone installs nothing.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{install, project, run};

/// The target that the app is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A program that crates.io holds the source of.
pub struct Tool {
    /// The program's name.
    pub name: &'static str,
    /// The crate it is installed from.
    pub package: &'static str,
    /// The one version that is used.
    pub version: &'static str,
    /// Other programs that come with it and are needed.
    pub also: &'static [&'static str],
    /// Arguments of `cargo install` besides the usual ones.
    pub args: &'static [&'static str],
    /// The level of optimisation: these run for seconds, so compiling them fast matters more.
    pub opt_level: &'static str,
}

/// Bundles the app.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    also: &[],
    // Without the downloads of tools and the update check, which want a TLS library.
    args: &["--no-default-features"],
    opt_level: "0",
};

/// Writes the glue between wasm and the browser; its version must be the library's in Cargo.lock.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    also: &["wasm-bindgen-test-runner"],
    args: &[],
    opt_level: "1",
};

/// Cuts the app's wasm into parts; of the family of the library in Cargo.lock that marks them.
pub const WASM_SPLIT: Tool = Tool {
    name: "wasm-split-cli",
    package: "wasm_split_cli_support",
    version: "0.2.3",
    also: &[],
    args: &["--features", "build-binary"],
    opt_level: "1",
};

impl Tool {
    /// Name and version, as the cache folder is called.
    pub fn label(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// The folder that holds the program, installed now if it has to be.
    ///
    /// # Errors
    /// Where it is missing and cannot be installed.
    pub fn folder(&self) -> Result<PathBuf> {
        let cached = project::tools()?.join(self.label()).join("bin");
        // The cache's folder is named by the version, and what is in it is whole.
        if self.is_there(&cached) {
            return Ok(cached);
        }
        let beside =
            run::on_path(self.name).filter_map(|file| file.parent().map(Path::to_path_buf));
        for folder in beside {
            let said = run::output(file(&folder, self.name), &["--version"]);
            let right = said.is_some_and(|said| states_version(&said, self.version));
            if right && self.is_there(&folder) {
                return Ok(folder);
            }
        }
        install::install(self, || self.is_there(&cached))?;
        Ok(cached)
    }

    /// True where the folder holds the program and what comes with it.
    fn is_there(&self, folder: &Path) -> bool {
        [self.name].iter().chain(self.also).all(|name| file(folder, name).is_file())
    }
}

/// A program in a folder.
fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// True where the answer to `--version` is of this version (`trunk 0.21.14`).
fn states_version(said: &str, version: &str) -> bool {
    said.split_whitespace().nth(1) == Some(version)
}

/// Makes sure that the compiler can build for wasm32.
///
/// # Errors
/// Where the target is missing and rustup cannot add it.
pub fn ensure_target() -> Result<()> {
    let installed = || {
        run::output("rustc", &["--print", "target-libdir", "--target", TARGET])
            .is_some_and(|folder| Path::new(&folder).is_dir())
    };
    if installed() {
        return Ok(());
    }
    if run::on_path("rustup").next().is_none() {
        bail!(
            "this Rust has no {TARGET} target and there is no rustup to add it; \
             install rustup from https://rustup.rs and run this again"
        );
    }
    println!("adding the target {TARGET}");
    run::inherit(std::process::Command::new("rustup").args(["target", "add", TARGET]))?;
    if !installed() {
        bail!("`rustup target add {TARGET}` ended well, but rustc does not find the target");
    }
    Ok(())
}

/// Makes sure of `cargo fmt` and `cargo clippy`.
///
/// # Errors
/// Where one is missing and rustup cannot add it.
pub fn ensure_components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = || run::output("cargo", &[subcommand, "--version"]).is_some();
        if !there() {
            println!("adding the component {component}");
            run::inherit(std::process::Command::new("rustup").args([
                "component",
                "add",
                component,
            ]))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &str, version: &str, expected: bool) {
        assert_eq!(states_version(said, version), expected);
    }

    #[test]
    fn only_the_exact_version_will_do() {
        check("trunk 0.21.14", "0.21.14", true);
        check("wasm-bindgen 0.2.129 (0b3f1a2c4)", "0.2.129", true);
        check("trunk 0.21.1", "0.21.14", false);
        check("", "0.21.14", false);
    }

    #[test]
    fn the_glue_is_written_by_the_library_s_own_version() {
        let lock = include_str!("../../../Cargo.lock");
        let entry = format!("name = \"wasm-bindgen\"\nversion = \"{}\"", WASM_BINDGEN.version);
        assert!(lock.contains(&entry), "Cargo.lock has another wasm-bindgen");
    }

    #[test]
    fn parts_are_cut_as_the_library_marks_them() {
        let lock = include_str!("../../../Cargo.lock");
        let entry = format!("name = \"wasm_split_helpers\"\nversion = \"{}\"", WASM_SPLIT.version);
        assert!(lock.contains(&entry), "Cargo.lock has another wasm_split_helpers");
    }
}
