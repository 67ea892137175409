//! `deltascope clean`: one page in, one JSON line out, in the order of the pages.

use std::io::{self, BufRead, BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use deltascope_clean::{Input, clean, page_id, unread};
use deltascope_model::CleanedPage;
use rayon::prelude::*;
use serde::Deserialize;

use crate::args::CleanArgs;
use crate::input::{self, Identified};

/// Pages that are cleaned before their lines are written: bounds the memory.
const BATCH: usize = 256;

/// A page as a JSON line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    content: String,
    url: Option<String>,
    accessed: Option<String>,
}

pub fn run(args: &CleanArgs) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if args.paths.iter().any(|path| path == Path::new("-")) {
        for (nth, line) in io::stdin().lock().split(b'\n').enumerate() {
            let line = line.context("standard input cannot be read to its end")?;
            if !line.iter().all(u8::is_ascii_whitespace) {
                print(&mut out, &clean_line(nth + 1, &line))?;
            }
        }
    } else {
        for batch in input::identify(input::find(&args.paths)?).chunks(BATCH) {
            let cleaned: Vec<CleanedPage> = batch.par_iter().map(clean_file).collect();
            cleaned.iter().try_for_each(|page| print(&mut out, page))?;
        }
    }
    out.flush().context("standard output cannot be written")
}

/// Cleans one file; one that cannot be read gives a record that says so.
pub fn clean_file(page: &Identified) -> CleanedPage {
    let path = &page.found.name;
    match input::read(&page.found.file) {
        Ok(bytes) => clean(&Input { id: &page.id, path, url: None, accessed: None, bytes: &bytes }),
        Err(error) => unread(&page.id, path, &format!("{error:#}")),
    }
}

fn clean_line(number: usize, line: &[u8]) -> CleanedPage {
    match serde_json::from_slice::<Line>(line) {
        Ok(line) => clean(&Input {
            id: &line.id,
            path: &line.id,
            url: line.url.as_deref(),
            accessed: line.accessed.as_deref(),
            bytes: line.content.as_bytes(),
        }),
        Err(error) => unread(
            &page_id(line),
            &format!("line {number}"),
            &format!(
                "this is no page as JSON ({error}); give {{\"id\", \"content\", \"url\"?, \"accessed\"?}}"
            ),
        ),
    }
}

fn print(out: &mut impl Write, page: &CleanedPage) -> Result<()> {
    serde_json::to_writer(&mut *out, page)
        .map_err(io::Error::from)
        .context("standard output cannot be written")?;
    out.write_all(b"\n").context("standard output cannot be written")
}
