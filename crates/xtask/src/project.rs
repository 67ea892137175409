//! Where things are: the checkout, and the user's cache folder that clones share.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run;

/// The checkout's root folder.
///
/// # Errors
/// Where xtask was started otherwise than by `cargo xtask`.
pub fn root() -> Result<PathBuf> {
    // The variable of the running process, not `env!`: a checkout may be moved after it was built.
    let here = env::var_os("CARGO_MANIFEST_DIR").context("start this by `cargo xtask`")?;
    let root = Path::new(&here).ancestors().nth(2).context("crates/xtask lies in a checkout")?;
    Ok(root.to_path_buf())
}

/// Cargo's folder for what it builds.
///
/// # Errors
/// Where cargo does not name it.
pub fn target() -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let said = run::output(cargo, &["metadata", "--no-deps", "--format-version", "1"]);
    let named =
        said.as_deref().and_then(target_of).context("cargo names no folder of its builds")?;
    Ok(named.into())
}

/// The folder that cargo's description of a workspace names.
fn target_of(metadata: &str) -> Option<String> {
    let (_, rest) = metadata.split_once("\"target_directory\":\"")?;
    let (name, _) = rest.split_once('"')?;
    Some(name.replace("\\\\", "\\"))
}

/// The folder of tools that every clone of this user shares.
///
/// # Errors
/// Where the environment names no home.
pub fn tools() -> Result<PathBuf> {
    let known = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = known("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| cache_of(env::consts::OS, known("HOME"), known("LOCALAPPDATA")))
        .context("no home folder: set XDG_CACHE_HOME to a folder for tools")?;
    Ok(cache.join("deltascope").join("tools"))
}

/// The system's folder for what can be fetched again.
fn cache_of(os: &str, home: Option<PathBuf>, local: Option<PathBuf>) -> Option<PathBuf> {
    match os {
        "windows" => local,
        "macos" => home.map(|home| home.join("Library").join("Caches")),
        _ => home.map(|home| home.join(".cache")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(os: &str, home: Option<&str>, local: Option<&str>, expected: Option<&str>) {
        let path = |text: Option<&str>| text.map(PathBuf::from);
        assert_eq!(cache_of(os, path(home), path(local)), path(expected));
    }

    #[test]
    fn cargo_tells_where_it_builds() {
        let said = r#"{"packages":[],"target_directory":"C:\\a\\target","version":1}"#;
        assert_eq!(target_of(said).as_deref(), Some(r"C:\a\target"));
        assert!(target().unwrap().is_absolute());
    }

    #[test]
    fn each_system_has_its_cache_folder() {
        check("linux", Some("h"), None, Some("h/.cache"));
        check("macos", Some("h"), None, Some("h/Library/Caches"));
        check("windows", Some("h"), Some("l"), Some("l"));
        check("linux", None, None, None);
    }
}
