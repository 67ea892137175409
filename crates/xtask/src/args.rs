//! The command line of `cargo xtask`, read by hand: five commands and three options.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
cargo xtask serve [--pages DIR]... [--port N]   build the corpus and the app, then show them
cargo xtask build [--pages DIR]... [--out DIR]  leave the static bundle in DIR (dist)
cargo xtask test                                formatting, lints, native, wasm and browser tests
cargo xtask eval-corpus                         what is found again of what corpus/key.jsonl lists
cargo xtask precache DIR                        write DIR/sw.js anew after a bundle's files changed

--pages DIR   your own folder of saved pages; without it the default corpus, corpus/pages
--port N      the first port to try (8080)";

/// The port that `serve` tries first.
const PORT: u16 = 8080;

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`USAGE`].
    Help,
    /// Build and serve.
    Serve {
        /// Folders of pages; none for the default corpus.
        pages: Vec<PathBuf>,
        /// The first port to try.
        port: u16,
    },
    /// Build.
    Build {
        /// Folders of pages; none for the default corpus.
        pages: Vec<PathBuf>,
        /// Where the bundle goes; none for `dist`.
        out: Option<PathBuf>,
    },
    /// Tell the service worker of a bundle what its files are.
    Precache {
        /// The bundle.
        dist: PathBuf,
    },
    /// Run every check.
    Test,
    /// Measure the extraction on the pages of the default corpus.
    EvalCorpus,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// For an unknown command or option, or an option without its value.
pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Command> {
    let mut args = args.into_iter();
    let name = args.next().unwrap_or_else(|| "help".into());
    let (mut pages, mut port, mut out, mut dist) = (Vec::new(), None, None, None);
    while let Some(arg) = args.next() {
        let (option, given) = match arg.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (arg, None),
        };
        let mut value = || {
            given.clone().or_else(|| args.next()).with_context(|| format!("{option} needs a value"))
        };
        match (name.as_str(), option.as_str()) {
            (_, "-h" | "--help") => return Ok(Command::Help),
            ("serve" | "build", "--pages") => pages.push(PathBuf::from(value()?)),
            ("serve", "--port") => {
                let text = value()?;
                port = Some(
                    text.parse().with_context(|| format!("“{text}” is no port (1 to 65535)"))?,
                );
            }
            ("build", "--out") => out = Some(PathBuf::from(value()?)),
            ("precache", folder) if dist.is_none() && !folder.starts_with('-') => {
                dist = Some(PathBuf::from(folder));
            }
            _ => bail!("“{option}” is no option of “cargo xtask {name}”\n{USAGE}"),
        }
    }
    match name.as_str() {
        "serve" => Ok(Command::Serve { pages, port: port.unwrap_or(PORT) }),
        "build" => Ok(Command::Build { pages, out }),
        "test" => Ok(Command::Test),
        "eval-corpus" => Ok(Command::EvalCorpus),
        "precache" => Ok(Command::Precache { dist: dist.context("precache needs a folder")? }),
        "help" | "-h" | "--help" => Ok(Command::Help),
        _ => bail!("“{name}” is no command of xtask\n{USAGE}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[track_caller]
    fn check(line: &str, expected: &Command) {
        assert_eq!(&words(line).unwrap(), expected);
    }

    #[track_caller]
    fn refused(line: &str, word: &str) {
        let error = words(line).unwrap_err().to_string();
        assert!(error.contains(word), "{error}");
    }

    #[test]
    fn commands_and_options() {
        check("", &Command::Help);
        check("test", &Command::Test);
        check("eval-corpus", &Command::EvalCorpus);
        check("serve", &Command::Serve { pages: vec![], port: PORT });
        check(
            "serve --pages a --pages=b --port 9000",
            &Command::Serve { pages: vec!["a".into(), "b".into()], port: 9000 },
        );
        check("build --out site", &Command::Build { pages: vec![], out: Some("site".into()) });
        check("serve --help", &Command::Help);
        check("precache site", &Command::Precache { dist: "site".into() });
    }

    #[test]
    fn mistakes_are_named() {
        refused("sevre", "sevre");
        refused("serve --out x", "--out");
        refused("serve --port", "--port needs a value");
        refused("serve --port 99999", "99999");
        refused("test --pages x", "--pages");
        refused("precache", "needs a folder");
        refused("precache a b", "“b”");
    }
}
