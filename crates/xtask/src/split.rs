//! The app's wasm cut into what the first view needs and parts that are loaded when they are first shown.
//!
//! `src/lazy.rs` names the parts. They are cut before wasm-bindgen has seen the app, a step for which
//! trunk has no place:
//!
//! 1. trunk compiles the app with its parts marked, the linker's relocations kept, and names the bundle
//! 2. `wasm-split-cli` cuts what cargo compiled: the app, a file for each part and for what several
//!    share, and the script that loads them
//! 3. wasm-bindgen writes the glue of the app without its parts, in the place of the one that trunk has
//!    from the whole
//! 4. parts and script are named by their bytes, and the page asks for the script with the glue

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{precache, project, run, tools};

/// The flag of the linker without which nothing can be cut.
pub const RELOCATIONS: &str = "-Clink-args=--emit-relocs";
/// The feature by which the app marks its parts.
const FEATURE: &str = "split";
/// The script that loads the parts, as the tool calls it.
const SCRIPT: &str = "__wasm_split.js";
/// How the script takes a file; hosts that send wasm as something else would be refused.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// Has trunk compile the app so that it can be cut.
pub fn prepare(trunk: &mut Command) {
    trunk.args(["--features", FEATURE]).env("CARGO_PROFILE_WASM_STRIP", "none");
}

/// Cuts the app of the bundle `dist`, which trunk has just built.
///
/// # Errors
/// Where a tool fails, or its output is not of the form that is known.
pub fn bundle(dist: &Path, cutter: &Path, bindgen: &Path) -> Result<()> {
    let built = project::target()?.join(tools::TARGET).join("wasm");
    let (cut, glued) = (built.join("split"), built.join("split-glue"));
    for folder in [&cut, &glued] {
        if folder.exists() {
            fs::remove_dir_all(folder)
                .with_context(|| format!("cannot clear {}", folder.display()))?;
        }
    }
    let page = dist.join("index.html");
    let text = read(&page)?;
    let app = between(&text, "data-app-js=\"./", ".js\"").context("index.html names no app")?;

    let mut command = Command::new(cutter.join(tools::WASM_SPLIT.name));
    command.arg(built.join("deltascope-app.wasm")).arg(&cut).args(["--out-name", app]);
    run::inherit(&mut command)?;
    let mut command = Command::new(bindgen.join(tools::WASM_BINDGEN.name));
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--out-name", app, "--out-dir"]);
    run::inherit(command.arg(&glued).arg(cut.join(format!("{app}.wasm"))))?;

    let mut script = loader(&read(&cut.join(SCRIPT))?)?;
    for name in parts(&script) {
        let bytes = fs::read(cut.join(&name)).with_context(|| format!("there is no {name}"))?;
        let named = named(name.trim_start_matches("split_"), &bytes);
        script = script.replace(&format!("\"./{name}\""), &format!("\"./{named}\""));
        write(&dist.join(named), &bytes)?;
    }
    let named = named("parts.js", script.as_bytes());
    write(&dist.join(&named), script.as_bytes())?;

    let module = format!("{app}_bg.wasm");
    fs::copy(glued.join(&module), dist.join(&module)).with_context(|| format!("no {module}"))?;
    let glue = read(&glued.join(format!("{app}.js")))?;
    let from = format!(" from \"./{SCRIPT}\"");
    ensure!(glue.contains(&from), "the app has no parts");
    let glue = glue.replace(&from, &format!(" from \"./{named}\""));
    write(&dist.join(format!("{app}.js")), glue.as_bytes())?;
    let link = format!("<link rel=\"modulepreload\" href=\"./{app}.js\">");
    ensure!(text.contains(&link), "index.html does not preload the glue");
    let both = format!("{link}<link rel=\"modulepreload\" href=\"./{named}\">");
    write(&page, text.replace(&link, &both).as_bytes())
}

/// The tool's script, the same for the same parts, and for hosts that send wasm as anything.
fn loader(script: &str) -> Result<String> {
    let shared =
        between(script, "const { ", " } = initSync").context("the script shares nothing")?;
    let mut names: Vec<&str> =
        shared.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    // They come in the order of a hash table.
    names.sort_unstable();
    ensure!(script.contains(STREAMING), "the script loads nothing");
    let whole = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    Ok(script.replace(shared, &names.join(", ")).replace(STREAMING, whole))
}

/// The files that the script loads.
fn parts(script: &str) -> Vec<String> {
    let files = script.split("new URL(\"./").skip(1).filter_map(|rest| rest.split('"').next());
    files.map(str::to_owned).collect()
}

/// A file's name with a hash of its bytes.
fn named(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{extension}", precache::short_hash(bytes))
}

/// What stands between the first `open` and the next `close`.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    text.split_once(open)?.1.split_once(close).map(|(inner, _)| inner)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the tool writes it, shortened.
    const WRITTEN: &str = "const { b, a,  } = initSync(undefined, undefined);\n\
        Object.assign(shared, { b, a,  });\n\
        const one = makeLoad(() => {\n  const src = fetch(new URL(\"./chunk_1.wasm\", import.meta.url));\n  \
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}, []);\n\
        export const two = makeLoad(() => fetch(new URL(\"./split_x.wasm\", import.meta.url)), [one]);\n";

    #[test]
    fn the_script_is_the_same_for_the_same_parts() {
        let other = WRITTEN.replace("b, a, ", "a, b, ");
        assert_eq!(loader(WRITTEN).unwrap(), loader(&other).unwrap());
        assert!(!loader(WRITTEN).unwrap().contains("Streaming"));
        assert_eq!(parts(WRITTEN), ["chunk_1.wasm", "split_x.wasm"]);
    }

    #[test]
    fn a_script_of_another_form_is_refused() {
        assert!(loader(&WRITTEN.replace("initSync", "init")).is_err());
        assert!(loader(&WRITTEN.replace("Streaming", "")).is_err());
    }

    #[test]
    fn a_name_tells_the_bytes() {
        let name = named("x.wasm", b"1");
        assert_eq!(name.len(), "x-0123456789abcdef.wasm".len());
        assert_eq!(named("x.wasm", b"1"), name);
        assert_ne!(named("x.wasm", b"2"), name);
    }
}
