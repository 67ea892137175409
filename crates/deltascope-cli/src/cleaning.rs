//! `deltascope clean`: one page in, one JSON line out, in the order of the pages.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use anyhow::{Context, Result};
use deltascope_clean::{Input, clean_within, refused, unread};
use deltascope_model::CleanedPage;
use rayon::prelude::*;

use crate::args::{CleanArgs, LimitArgs};
use crate::input::{self, Batches, Page};
use crate::watch::{self, Stopped};

pub fn run(args: &CleanArgs) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for batch in Batches::new(input::find(&args.paths)?, args.limits.of_page()) {
        let line = |cleaned: CleanedPage| cleaned.to_json();
        let lines: Vec<Vec<u8>> =
            batch.into_par_iter().map(|page| done(page, &args.limits, line)).collect();
        lines.iter().try_for_each(|line| print(&mut out, line))?;
    }
    out.flush().context("standard output cannot be written")
}

/// Cleans a page and does what follows, within the limits. A page that could not be read, or that
/// fails here, gives a record that says so, and the same follows.
pub fn done<T: Send + 'static>(
    page: Page,
    limits: &LimitArgs,
    then: impl Fn(CleanedPage) -> T + Clone + Send + 'static,
) -> T {
    if let Err(why) = &page.received.content {
        let mut record = unread(&page.id, &page.received.path, why);
        record.page.url = page.received.url;
        record.page.accessed = page.received.accessed;
        return then(record);
    }
    let page = Arc::new(page);
    let (work, follow, of_page) = (Arc::clone(&page), then.clone(), limits.of_page());
    let work = move || follow(clean_within(&input(&work), &of_page));
    let result = if is_quick(input(&page).bytes) {
        watch::here(work)
    } else {
        watch::within(limits.time(), work)
    };
    result.unwrap_or_else(|stopped| then(refused(&input(&page), &why(stopped, limits))))
}

/// A short page that cannot grow: to start a thread would take longer than many of them.
fn is_quick(bytes: &[u8]) -> bool {
    bytes.len() <= 64 << 10 && !bytes.starts_with(b"\x1f\x8b")
}

fn input(page: &Page) -> Input<'_> {
    let Page { id, sha256, received } = page;
    Input {
        id,
        path: &received.path,
        url: received.url.as_deref(),
        accessed: received.accessed.as_deref(),
        sha256: sha256.as_deref(),
        bytes: received.content.as_deref().unwrap_or_default(),
    }
}

fn why(stopped: Stopped, limits: &LimitArgs) -> String {
    match stopped {
        Stopped::Late => format!(
            "the page took longer than {} seconds; leave it out, or raise --max-seconds",
            limits.seconds
        ),
        Stopped::Failed => {
            "the page could not be cleaned for a fault of this program; leave it out, and report it with the page"
                .to_owned()
        }
    }
}

fn print(out: &mut impl Write, line: &[u8]) -> Result<()> {
    [line, b"\n"]
        .into_iter()
        .try_for_each(|bytes| out.write_all(bytes))
        .context("standard output cannot be written")
}
