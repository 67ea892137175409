//! One Rust cleaner over pages in memory: `deltascope-peers TOOL FORM SECONDS`, the same protocol
//! as `../worker.py`.
//!
//! 1. paths come on standard input, a line each, until an empty line
//! 2. each page is cleaned once, and what was found goes out as a JSON line; then `{"ready":true}`
//! 3. for each further line `pass`, all pages are cleaned again, in whole passes, for so many seconds
//!    of CPU, and the time of one pass goes out
//!
//! Reading files and writing JSON are outside the measured time, as with the Python peers.

use std::fs;
use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use cpu_time::ProcessTime;
use deltascope_clean::{Input, clean, digest, page_id};
use dom_smoothie::Readability;
use mimalloc::MiMalloc;
use serde_json::{Value, json};

/// As the command has it, for both tools.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What a tool takes and gives.
type Tool = fn(&Page) -> Result<Value, String>;

struct Page {
    path: String,
    bytes: Vec<u8>,
    /// What a tool that reads HTML alone is given.
    html: String,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(tool), Some(form), Some(seconds)) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: deltascope-peers TOOL FORM SECONDS; benches/peers/run.py calls it");
        std::process::exit(2);
    };
    let seconds: f64 = seconds.parse().expect("seconds are a number");
    let tool: Tool = match tool.as_str() {
        "deltascope" => deltascope,
        "dom_smoothie" => dom_smoothie,
        other => panic!("{other} is no tool of this runner"),
    };
    let mut lines = io::stdin().lock().lines().map(|line| line.expect("standard input"));
    let pages: Vec<Page> = lines
        .by_ref()
        .take_while(|line| !line.is_empty())
        .map(|path| {
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            let text = String::from_utf8_lossy(&bytes);
            let html = if form == "txt" { wrapped(&text) } else { text.into_owned() };
            Page { path, bytes, html }
        })
        .collect();
    for page in &pages {
        let mut found = tool(page).unwrap_or_else(|error| json!({ "error": error }));
        found["path"] = json!(page.path);
        say(&found);
    }
    say(&json!({ "ready": true }));
    for _ in lines {
        let (wall, cpu, mut passes) = (Instant::now(), ProcessTime::now(), 0_u32);
        while passes == 0 || cpu.elapsed().as_secs_f64() < seconds {
            for page in &pages {
                let _ = black_box(tool(black_box(page)));
            }
            passes += 1;
        }
        let (wall, cpu) = (wall.elapsed() / passes, cpu.elapsed() / passes);
        say(&json!({ "wall": wall.as_secs_f64(), "cpu": cpu.as_secs_f64(), "peak": peak() }));
    }
}

fn deltascope(page: &Page) -> Result<Value, String> {
    // As the command does, whose pages are named after their bytes.
    let sha256 = digest(&page.bytes);
    let id = page_id(&sha256);
    let input = Input {
        id: &id,
        path: &page.path,
        url: None,
        accessed: None,
        sha256: Some(&sha256),
        bytes: &page.bytes,
    };
    let cleaned = clean(&input);
    if let Some(error) = cleaned.error {
        return Err(error);
    }
    let articles = &cleaned.articles;
    let body: Vec<&str> =
        articles.iter().flat_map(|article| &article.paragraphs).map(|it| it.as_ref()).collect();
    let titles: Vec<_> =
        articles.iter().filter_map(|article| article.title.as_ref()).map(|it| &it.text).collect();
    let dates: Vec<_> = articles
        .iter()
        .filter_map(|article| article.published.as_ref())
        .map(|it| it.edtf.to_string())
        .collect();
    Ok(json!({ "body": body.join("\n"), "titles": titles, "dates": dates }))
}

fn dom_smoothie(page: &Page) -> Result<Value, String> {
    let mut reader =
        Readability::new(page.html.as_str(), None, None).map_err(|error| error.to_string())?;
    let article = reader.parse().map_err(|error| error.to_string())?;
    Ok(json!({
        "body": &*article.text_content,
        "titles": [article.title],
        "dates": article.published_time,
    }))
}

/// Flattened text as HTML, a paragraph a line: `wrapped` in `../tools.py`.
fn wrapped(text: &str) -> String {
    let paragraphs: String = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let line = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            format!("<p>{line}</p>\n")
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"></head><body>\n{paragraphs}</body></html>\n"
    )
}

/// Most memory that this process held, in bytes; none where the system does not tell.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? << 10)
}

fn say(line: &Value) {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("standard output");
}
