//! Characters of articles a second, on one core: times, quantities, and all that a page states. Run with
//! `cargo bench -p deltascope-pipeline --bench extract`.
//!
//! `benches/extract_peer.py` reads the times of the same articles with another tool.
//!
//! The articles are those of `corpus/pages`, or of the text files of a folder that is named behind `--`. Each
//! round reads all of them, what a page states in groups of pages as the command does; the fastest counts, as
//! other work on the machine only makes it slower.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads files and the clock, prints, and may stop at any fault"
)]

use std::ffi::OsStr;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use deltascope_clean::{Input, clean};
use deltascope_extract::{Gazetteer, mentions, quantities, times};
use deltascope_pipeline::groups;
use mimalloc::MiMalloc;

/// As the command has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const ROUNDS: usize = 15;

fn main() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let folder = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let folder = folder.map_or_else(|| corpus.join("pages"), PathBuf::from);
    let texts: Vec<(String, String)> = named(&corpus.join("gazetteer"), "toml");
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (&**name, &**text)).collect();
    let gazetteer = Gazetteer::parse(&texts).unwrap();
    let pages: Vec<_> = named(&folder, "txt")
        .iter()
        .map(|(path, text)| {
            clean(&Input { id: path, path, bytes: text.as_bytes(), ..Input::default() })
        })
        .collect();
    let paragraphs: Vec<&String> =
        pages.iter().flat_map(|page| &page.articles).flat_map(|one| &one.paragraphs).collect();
    let characters: usize = paragraphs.iter().map(|text| text.chars().count()).sum();
    println!("{characters} characters of {} pages; millions a second:", pages.len());
    let report = |what: &str, read: &dyn Fn()| {
        let taken = (0..ROUNDS).map(|_| {
            let start = Instant::now();
            read();
            start.elapsed()
        });
        let best = taken.min().unwrap().as_secs_f64();
        println!("  {what:10} {:6.2}", characters as f64 / best / 1e6);
    };
    report("times", &|| {
        for text in &paragraphs {
            black_box(times(text, None));
        }
    });
    report("quantities", &|| {
        for text in &paragraphs {
            black_box(quantities(text));
        }
    });
    let groups: Vec<_> = groups(pages, |page| page.page.text.len()).collect();
    report("all", &|| {
        for pages in &groups {
            black_box(mentions(pages, &gazetteer));
        }
    });
}

/// The files of a folder with such an ending, by name, with their texts.
fn named(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files = files.filter(|path| path.extension().and_then(OsStr::to_str) == Some(ending));
    let mut named: Vec<_> = files
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path.file_name().unwrap().to_string_lossy().into_owned(), text)
        })
        .collect();
    named.sort();
    named
}
