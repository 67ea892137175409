//! `cargo xtask build`: pages to a static bundle that any host can serve from any folder.
//!
//! 1. make sure of the tools
//! 2. the `deltascope` command turns pages into `public/corpus/`
//! 3. the style sheets become one, trunk compiles the app and gathers the static files
//! 4. the app is cut into what the first view needs and parts for later
//! 5. the module that makes files of search on a device is compiled beside it
//! 6. what of them is not for browsers is left out
//! 7. the service worker is told the final bytes of every file

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{keep, lean, plain, precache, project, run, split, style, tools};

/// What `corpus/` holds for its own pages alone: corrections, and what the pages are.
const OWN: [&str; 2] = ["corrections.toml", "guide.toml"];

/// Builds the bundle from the user's pages, or from the default corpus where `pages` is empty,
/// into `out` or `dist`; gives the folder.
///
/// # Errors
/// Where a tool cannot be had, a folder is not what it should be, or a step fails.
pub fn run(pages: &[PathBuf], out: Option<&Path>) -> Result<PathBuf> {
    let begun = Instant::now();
    let root = project::root()?;
    // What is said of the default pages holds for no others.
    let own = if pages.is_empty() { &OWN[..] } else { &[] };
    let pages = sources(pages, &root)?;
    let dist = match out {
        Some(folder) => std::path::absolute(folder).context("--out names no folder")?,
        None => root.join("dist"),
    };
    refuse_foreign(&dist)?;
    tools::ensure_target()?;
    let (trunk, bindgen) = (tools::TRUNK.folder()?, tools::WASM_BINDGEN.folder()?);
    let cutter = tools::WASM_SPLIT.folder()?;

    println!("building the corpus");
    corpus(&root, &pages, own)?;
    println!("building the app");
    style::gather(&root)?;
    app(&root, &dist, &trunk, &bindgen)?;
    split::bundle(&dist, &cutter, &bindgen)?;
    keep::bundle(&root, &dist, &bindgen)?;
    plain::bundle(&dist)?;
    let build = precache::write(&root, &dist)?;
    println!(
        "built {}: {} files for use offline, revision {}, in {}",
        dist.display(),
        build.files.len(),
        build.revision,
        run::elapsed(begun.elapsed())
    );
    Ok(dist)
}

/// The folders of pages, whole.
fn sources(pages: &[PathBuf], root: &Path) -> Result<Vec<PathBuf>> {
    if pages.is_empty() {
        return Ok(vec![root.join("corpus").join("pages")]);
    }
    pages
        .iter()
        .map(|path| {
            fs::canonicalize(path)
                .with_context(|| format!("--pages {}: there is no such folder", path.display()))
        })
        .collect()
}

/// Refuses to build over a folder that is no bundle: trunk empties its target.
fn refuse_foreign(dist: &Path) -> Result<()> {
    let Ok(mut entries) = fs::read_dir(dist) else { return Ok(()) };
    let former = dist.join("index.html").is_file() && dist.join("sw.js").is_file();
    // trunk leaves its own folder behind where it was interrupted.
    let foreign = entries.any(|entry| entry.is_ok_and(|entry| entry.file_name() != ".stage"));
    if foreign && !former {
        bail!(
            "{} holds other things than a bundle and would be emptied; name an empty folder",
            dist.display()
        );
    }
    Ok(())
}

/// Pages to `public/corpus/`, with files of `corpus/` for the gazetteer.
fn corpus(root: &Path, pages: &[PathBuf], own: &[&str]) -> Result<()> {
    let out = root.join("public").join("corpus");
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot clear {}", out.display()))?;
    }
    let mut command = run::cargo();
    command
        .current_dir(root)
        .args(["run", "--quiet", "--release", "--locked", "--package", "deltascope-cli", "--"])
        .arg("build")
        .args(pages)
        .arg("--out")
        .arg(&out);
    for file in own {
        command.arg("--gazetteer").arg(root.join("corpus").join(file));
    }
    run::inherit(&mut command)
}

/// The app and the static files to `dist`.
fn app(root: &Path, dist: &Path, trunk: &Path, bindgen: &Path) -> Result<()> {
    // trunk, which is to download nothing itself, keeps cargo from it as well.
    let mut fetch = run::cargo();
    fetch.current_dir(root).args(["fetch", "--quiet", "--locked", "--target", tools::TARGET]);
    run::inherit(&mut fetch).context("the app's crates cannot be downloaded")?;
    let mut command = std::process::Command::new(trunk.join("trunk"));
    command
        .current_dir(root)
        .args(["build", "--release", "--offline", "--locked", "--skip-version-check", "--dist"])
        .arg(dist)
        .env("PATH", run::path_with(&[bindgen])?)
        // trunk reads this as a flag of its own and refuses the usual value, 1.
        .env_remove("NO_COLOR");
    split::prepare(&mut command);
    lean::prepare(root, &mut command);
    run::inherit(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_former_bundle_or_an_empty_folder_is_built_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(refuse_foreign(&at("new")).is_ok());
        assert!(refuse_foreign(folder.path()).is_ok());
        fs::create_dir(at(".stage")).unwrap();
        assert!(refuse_foreign(folder.path()).is_ok());
        fs::write(at("index.html"), "mine").unwrap();
        assert!(refuse_foreign(folder.path()).is_err());
        fs::write(at("sw.js"), "ours").unwrap();
        assert!(refuse_foreign(folder.path()).is_ok());
    }

    #[test]
    fn a_missing_folder_of_pages_is_named() {
        let error = sources(&["no-such-folder".into()], Path::new(".")).unwrap_err().to_string();
        assert!(error.contains("no-such-folder"), "{error}");
    }
}
