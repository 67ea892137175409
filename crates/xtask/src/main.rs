//! `cargo xtask`: serve, build and test Deltascope with one command each.
//!
//! 1. [`args`] reads the command line
//! 2. [`tools`], [`install`], [`lean`] and [`browser`] make sure of what the work needs
//! 3. [`bundle`] builds the corpus and the app into `dist/`, [`shell`] writes the page's first frame,
//!    and [`precache`] tells the service worker what is in it
//! 4. [`serve`] with [`http`] shows the bundle; [`stages`] with [`tally`] runs every check, and
//!    [`evaluate`] the one that measures the extraction
//!
//! It decides nothing about pages or facts: the corpus comes from the `deltascope` command. It
//! writes below the checkout and below the user's cache folder, and nowhere else.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "an edge: it reads files, the environment and the clock, and talks to a person"
)]

mod args;
mod browser;
mod bundle;
mod evaluate;
mod http;
mod install;
mod keep;
mod lean;
mod plain;
mod precache;
mod project;
mod run;
mod serve;
mod shell;
mod split;
mod stages;
mod style;
mod tally;
mod tools;

// What the first frame says: the app's own files that need neither a browser nor Leptos.
#[path = "../../../src/drawings.rs"]
mod drawings;
#[path = "../../../src/fingerprint.rs"]
mod fingerprint;
#[path = "../../../src/front.rs"]
mod front;
#[path = "../../../src/listing.rs"]
mod listing;
#[path = "../../../src/order.rs"]
mod order;
#[path = "../../../src/view.rs"]
#[expect(dead_code, reason = "the rest is the app's")]
mod view;
#[path = "../../../src/words/mod.rs"]
#[expect(dead_code, reason = "the rest is the app's")]
mod words;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    let done = args::parse(std::env::args().skip(1)).and_then(|command| match command {
        Command::Help => {
            println!("{}", args::USAGE);
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve { pages, port } => serve::run(&pages, port).map(|()| ExitCode::SUCCESS),
        Command::Build { pages, out } => {
            bundle::run(&pages, out.as_deref()).map(|_| ExitCode::SUCCESS)
        }
        Command::Precache { dist } => {
            precache::write(&project::root()?, &dist).map(|_| ExitCode::SUCCESS)
        }
        Command::Test => Ok(stages::run()),
        Command::EvalCorpus => evaluate::run().map(|()| ExitCode::SUCCESS),
    });
    done.unwrap_or_else(|error| {
        println!("xtask: {error:#}");
        ExitCode::FAILURE
    })
}
