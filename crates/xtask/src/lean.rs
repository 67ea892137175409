//! The app's own standard library: compiled with the app instead of taken as it comes, so that
//! no panic message and nothing that prints one crosses the network.
//!
//! Measured on the default bundle, brotli: 162 KB of wasm instead of 183. Cargo counts this among its
//! unstable features; the one compiler of `rust-toolchain.toml` keeps it from changing. A panic then
//! stops the app without a word, and `boot.js` shows the banner.

use std::path::Path;
use std::process::Command;

use crate::{run, split, tools};

/// Where cargo looks for flags.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The flags of `.cargo/config.toml`, which those of a variable replace, and what cutting needs.
const FLAGS: [&str; 2] = ["--cfg=erase_components", split::RELOCATIONS];
/// What the compiler is told besides.
const LEAN: [&str; 4] = [
    "-Zunstable-options -Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    "-Cllvm-args=-inline-threshold=0",
];

/// Makes sure of the library's source and of the crates that it needs, and has `command` compile the
/// app with it. Without them the app is built with the library as it comes, which is said.
pub fn prepare(root: &Path, command: &mut Command) {
    if !is_there() && run::on_path("rustup").next().is_some() {
        println!("adding the component rust-src");
        // Whether it came is what is looked at below.
        let _ = run::inherit(Command::new("rustup").args(["component", "add", "rust-src"]));
    }
    command.env(RUSTFLAGS, FLAGS.join(" "));
    let mut fetch = run::cargo();
    fetch.current_dir(root).args(["fetch", "--quiet", "--locked", "--target", tools::TARGET]);
    if is_there() && run::inherit(configure(&mut fetch)).is_ok() {
        configure(command);
    } else {
        println!(
            "the source of the standard library cannot be had: the app will be about an eighth \
             larger (`rustup component add rust-src` adds it)"
        );
    }
}

/// Has a cargo, or what calls it, build the standard library too.
fn configure(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(RUSTFLAGS, [&FLAGS[..], &LEAN].concat().join(" "))
}

fn is_there() -> bool {
    run::output("rustc", &["--print", "sysroot"]).is_some_and(|sysroot| {
        Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_that_it_replaces_are_among_its_own() {
        let config = include_str!("../../../.cargo/config.toml");
        let line = config.lines().find_map(|line| line.strip_prefix("rustflags = ")).unwrap();
        let flags: Vec<&str> = line.trim_matches(['[', ']']).split(", ").collect();
        for flag in flags {
            assert!(FLAGS.contains(&flag.trim_matches('"')), "{flag} is lost");
        }
    }
}
