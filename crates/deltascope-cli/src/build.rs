//! `deltascope build`: pages → corpus.json and index.bin, a large corpus in parts as well, with
//! progress and a report.
//!
//! Pages are read in batches. What is final of a page goes to disk at once, as the line that it
//! will be in corpus.json; only what is joined with other pages stays in memory.

use std::io::IsTerminal;
use std::sync::Arc;

use anyhow::{Context, Result};
use deltascope_extract::Gazetteer;
use deltascope_model::CleanedPage;
use deltascope_pipeline::{Assembly, ReadPage, Rest, groups};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::args::BuildArgs;
use crate::cleaning;
use crate::input::{self, Batches};
use crate::report::Tally;
use crate::spill::Line;
use crate::{folder, gazetteer};

pub fn run(args: &BuildArgs) -> Result<()> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build_global()
        .context("threads cannot be started")?;
    let extra = gazetteer::read_extra(&args.gazetteer)?;
    let gazetteer = Arc::new(gazetteer::parse(&extra)?);
    let found = input::find(&args.paths)?;
    let mut done = folder::Done::new(&args.out)?;
    let mut assembly = Assembly::default();
    let mut tally = Tally::default();
    let bar = bar(found.len());
    for batch in Batches::new(found, args.limits.of_page()) {
        let groups: Vec<_> = groups(batch, cleaning::bytes).collect();
        let read: Vec<Written> = groups
            .into_par_iter()
            .flat_map_iter(|group| {
                let gazetteer = Arc::clone(&gazetteer);
                let write = move |cleaned| Written::all(cleaned, &gazetteer);
                let written = cleaning::all_done(group, &args.limits, write);
                bar.inc(written.len() as u64);
                written
            })
            .collect();
        // A file may hold many pages.
        bar.set_length(bar.length().unwrap_or(0).max(bar.position()));
        for page in read {
            done.pages.push(page.page)?;
            page.times.into_iter().try_for_each(|time| done.times.push(time))?;
            page.quantities.into_iter().try_for_each(|one| done.quantities.push(one))?;
            tally.add(page.tally);
            assembly.add(page.rest);
        }
    }
    bar.finish_and_clear();
    let corpus = assembly.finish(&gazetteer);
    let mentions = (done.times.len(), done.quantities.len());
    let (corpus, parts) = done.write(corpus, &extra, args.split_above)?;
    tally.print(mentions, &corpus, parts.as_ref(), &args.out.display().to_string());
    Ok(())
}

/// A page whose final parts are lines already: what a thread does for a page.
struct Written {
    page: Line,
    times: Vec<Line>,
    quantities: Vec<Line>,
    tally: Tally,
    rest: Rest,
}

impl Written {
    fn all(cleaned: Vec<CleanedPage>, gazetteer: &Gazetteer) -> Vec<Self> {
        ReadPage::all(cleaned, gazetteer).into_iter().map(Self::new).collect()
    }

    fn new(read: ReadPage) -> Self {
        let ReadPage { page, times, quantities, rest } = read;
        Self {
            page: Line::new(&page, &page.id),
            times: times.iter().map(|time| Line::new(time, &time.id)).collect(),
            quantities: quantities.iter().map(|one| Line::new(one, &one.id)).collect(),
            tally: Tally::of(&page),
            rest,
        }
    }
}

fn bar(pages: usize) -> ProgressBar {
    let bar = if std::io::stderr().is_terminal() {
        ProgressBar::new(pages as u64)
    } else {
        ProgressBar::hidden()
    };
    let style = "{bar:32} {human_pos}/{human_len} pages, {per_sec}, {eta} to go";
    bar.set_style(
        ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    bar
}
