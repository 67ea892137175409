//! The files of search, made of articles: megabytes of text a second on one core, and memory. Run with
//! `node benches/search/corpus.mjs 10000 > made.jsonl` (`npm install` there first) and
//! `cargo bench -p deltascope-cli --bench index -- made.jsonl`; Linux only, for memory is read from /proc.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads files, prints, and may stop at any fault"
)]

mod memory;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufRead, BufReader};
use std::time::Instant;

use deltascope_model::{Article, Corpus, TextRange, Title};
use deltascope_search::Index;
use deltascope_text::{Letters, pinyin};
use memory::kibibytes;
use mimalloc::MiMalloc;
use serde::Deserialize;

/// As the command has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const ROUNDS: usize = 11;

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    id: String,
    title: String,
    body: String,
}

fn main() {
    let file = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let file = File::open(file.expect("a file of JSON lines {id, title, body}")).unwrap();
    let articles = BufReader::new(file).lines();
    let mut corpus = Corpus {
        articles: articles
            .map(|line| article(serde_json::from_str(&line.unwrap()).unwrap()))
            .collect(),
        ..Corpus::default()
    };
    corpus.articles.sort_by(|one, other| one.id.cmp(&other.id));
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let bytes: usize =
        corpus.articles.iter().flat_map(|one| &one.paragraphs).map(String::len).sum();
    // The most memory is counted anew from here.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = kibibytes("self", "VmRSS:").unwrap();
    let mut peak = None;
    let taken = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        black_box(index.split(&corpus.articles));
        let taken = start.elapsed().as_secs_f64();
        peak = peak.or_else(|| kibibytes("self", "VmHWM:"));
        taken
    });
    let best = taken.min_by(f64::total_cmp).unwrap();
    println!("{} articles, {:.1} MB of text", corpus.articles.len(), bytes as f64 / 1e6);
    println!("{:.1} MB a second, the fastest of {ROUNDS}", bytes as f64 / 1e6 / best);
    let more = (peak.unwrap() - before) as f64 * 1024.0;
    println!("{:.1} MB at its greatest, {:.2} times the text", more / 1e6, more / bytes as f64);
}

fn article(line: Line) -> Article {
    Article {
        page: line.id.clone(),
        id: line.id,
        title: Some(Title { text: line.title, range: TextRange::default() }),
        paragraphs: line.body.lines().map(Into::into).collect(),
        ..Article::default()
    }
}
