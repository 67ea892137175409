//! `deltascope clean`: one page in, one JSON line out, in the order of the pages.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use anyhow::{Context, Result};
use deltascope_clean::{Input, Limits, clean_within, refused, unread};
use deltascope_model::CleanedPage;
use deltascope_pipeline::MOST_BYTES;
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
    let page = Arc::new(page);
    let (work, follow, of_page) = (Arc::clone(&page), then.clone(), limits.of_page());
    let work = move || follow(cleaned(&work, &of_page));
    let result =
        if is_quick(&page) { watch::here(work) } else { watch::within(limits.time(), work) };
    result.unwrap_or_else(|stopped| then(refused(&input(&page), &why(stopped, limits))))
}

/// The same with pages that [`groups`](deltascope_pipeline::groups) put together: what follows is done with all
/// of them. Where one fails, each is done by itself.
pub fn all_done<T: Send + 'static>(
    pages: Vec<Page>,
    limits: &LimitArgs,
    then: impl Fn(Vec<CleanedPage>) -> Vec<T> + Clone + Send + 'static,
) -> Vec<T> {
    if pages.iter().all(is_quick) {
        let of_page = limits.of_page();
        let work = || then(pages.iter().map(|page| cleaned(page, &of_page)).collect());
        if let Ok(done) = watch::here(work) {
            return done;
        }
    }
    let alone = move |cleaned| then(vec![cleaned]);
    pages.into_iter().flat_map(|page| done(page, limits, alone.clone())).collect()
}

/// How long a page may be, in bytes: one that grows may be of any length.
pub fn bytes(page: &Page) -> usize {
    let bytes = input(page).bytes;
    if bytes.starts_with(b"\x1f\x8b") { usize::MAX } else { bytes.len() }
}

/// A short page that cannot grow: to start a thread would take longer than many of them.
fn is_quick(page: &Page) -> bool {
    bytes(page) <= MOST_BYTES
}

fn cleaned(page: &Page, limits: &Limits) -> CleanedPage {
    let Err(why) = &page.received.content else { return clean_within(&input(page), limits) };
    let mut record = unread(&page.id, &page.received.path, why);
    record.page.url.clone_from(&page.received.url);
    record.page.accessed.clone_from(&page.received.accessed);
    record
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Received;

    fn limits() -> LimitArgs {
        let Limits { bytes, text, lines, depth, ratio } = Limits::default();
        LimitArgs { bytes, text, lines, depth, ratio, seconds: 60 }
    }

    fn page(id: &str, content: Result<Vec<u8>, String>) -> Page {
        let (id, path) = (id.to_owned(), id.to_owned());
        let received = Received { id: None, path, url: None, accessed: None, content };
        Page { id, sha256: None, received }
    }

    /// Pages done together, each with what it is refused for; what follows fails at the text `bad`.
    #[track_caller]
    fn check(pages: Vec<Page>, expected: &[(&str, &str)]) {
        let follow = |cleaned: Vec<CleanedPage>| -> Vec<(String, String)> {
            assert!(cleaned.iter().all(|one| one.page.text != "bad"));
            let told = |one: CleanedPage| (one.page.id, one.error.unwrap_or_default());
            cleaned.into_iter().map(told).collect()
        };
        let done = all_done(pages, &limits(), follow);
        assert_eq!(done.len(), expected.len());
        for ((id, error), (page, why)) in done.iter().zip(expected) {
            assert!(
                id == page && error.contains(why) && error.is_empty() == why.is_empty(),
                "{error}"
            );
        }
    }

    #[test]
    fn a_page_that_fails_leaves_the_others_of_its_group() {
        let text = "三市共用仪器,企业预约检测,费用由财政补助。".repeat(4).into_bytes();
        let (one, two) = (page("a", Ok(text.clone())), page("d", Ok(text.clone())));
        check(vec![one, two], &[("a", ""), ("d", "")]);
        let pages = vec![
            page("a", Ok(text.clone())),
            page("b", Ok(b"bad".to_vec())),
            page("c", Err("it is gone".to_owned())),
            page("d", Ok(text)),
        ];
        let expected =
            [("a", ""), ("b", "a fault of this program"), ("c", "it is gone"), ("d", "")];
        check(pages, &expected);
    }
}
