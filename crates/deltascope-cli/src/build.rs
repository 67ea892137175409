//! `deltascope build`: pages → corpus.json and index.bin, with progress and a report.

use std::io::IsTerminal;

use anyhow::{Context, Result};
use deltascope_extract::Gazetteer;
use deltascope_model::{Corpus, Label};
use deltascope_pipeline::{ReadPage, assemble};
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::args::BuildArgs;
use crate::cleaning::clean_file;
use crate::input::{self, Identified};
use crate::{folder, gazetteer};

pub fn run(args: &BuildArgs) -> Result<()> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build_global()
        .context("threads cannot be started")?;
    let extra = gazetteer::read_extra(&args.gazetteer)?;
    let gazetteer = gazetteer::parse(&extra)?;
    let pages = input::identify(input::find(&args.paths)?);
    let corpus = assemble(read_all(&pages, &gazetteer), &gazetteer);
    folder::write(&args.out, &corpus, &extra)?;
    report(&corpus, &args.out.display().to_string());
    Ok(())
}

fn read_all(pages: &[Identified], gazetteer: &Gazetteer) -> Vec<ReadPage> {
    let bar = if std::io::stderr().is_terminal() {
        ProgressBar::new(pages.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    let style = "{bar:32} {human_pos}/{human_len} pages, {per_sec}, {eta} to go";
    bar.set_style(
        ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let read = pages
        .par_iter()
        .progress_with(bar.clone())
        .map(|page| ReadPage::new(clean_file(page), gazetteer))
        .collect();
    bar.finish_and_clear();
    read
}

#[expect(clippy::print_stderr, reason = "the report of the command")]
fn report(corpus: &Corpus, out: &str) {
    let failed = corpus.pages.iter().filter(|page| page.error.is_some()).count();
    let (removed, all) = removed_share(corpus);
    eprintln!("{out}: corpus.json and index.bin");
    eprintln!("  pages        {} ({failed} could not be read)", corpus.pages.len());
    eprintln!("  articles     {}", corpus.articles.len());
    eprintln!(
        "  removed      {:.1}% of {all} characters",
        100.0 * removed as f64 / all.max(1) as f64
    );
    eprintln!(
        "  facts        {} times, {} initiatives, {} events, {} organisations",
        corpus.times.len(),
        corpus.initiatives.len(),
        corpus.events.len(),
        corpus.organisations.len()
    );
    eprintln!("  issues       {}", corpus.issues.len());
    for page in corpus.pages.iter().filter_map(|page| page.error.as_ref()).take(10) {
        eprintln!("  not read     {page}");
    }
    if failed > 10 {
        eprintln!(
            "  not read     … and {} more; all are listed under `issues` in corpus.json",
            failed - 10
        );
    }
}

/// Characters labelled as noise, and all characters, white space aside.
fn removed_share(corpus: &Corpus) -> (usize, usize) {
    let visible = |text: &str| text.chars().filter(|char| !char.is_whitespace()).count();
    corpus
        .pages
        .iter()
        .flat_map(|page| page.segments.iter().map(move |segment| (page, segment)))
        .fold((0, 0), |(removed, all), (page, segment)| {
            let chars = segment.range.slice(&page.text).map_or(0, visible);
            (removed + if segment.label == Label::Noise { chars } else { 0 }, all + chars)
        })
}
