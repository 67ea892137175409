//! What the command takes.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand, ValueEnum};
use deltascope_clean::Limits;

/// Turns saved Chinese news pages into clean articles, dated facts and a searchable corpus.
#[derive(Parser)]
#[command(name = "deltascope", version)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Build a corpus: corpus.json, index.bin, for a large one its parts, and a report.
    Build(BuildArgs),
    /// Clean pages: one JSON line for each page.
    Clean(CleanArgs),
    /// Find time expressions: text lines on standard input, a JSON line for each.
    Times(TimesArgs),
    /// Find quantities: text lines on standard input, a JSON line for each.
    Quantities,
    /// Find people and their offices: text lines on standard input, a JSON line for each.
    Names,
    /// Search a built corpus as the app does.
    Search(SearchArgs),
    /// Prove that a built corpus keeps its promises.
    Check(CheckArgs),
}

#[derive(clap::Args)]
pub struct BuildArgs {
    /// Pages (text, HTML, MHTML, packed by gzip or not), WARC files, JSON lines (.jsonl), folders of
    /// these (read with their sub-folders), patterns such as '2024/**/*.html', or `-` for JSON lines
    /// on standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Where the corpus is written.
    #[arg(long)]
    pub out: PathBuf,
    /// Folders or files of gazetteer entries; later ones extend and override earlier ones.
    #[arg(long)]
    pub gazetteer: Vec<PathBuf>,
    /// Threads; 0 takes one for each core.
    #[arg(long, default_value_t = 0)]
    pub threads: usize,
    /// Where corpus.json has more bytes, the app gets it in parts too, and loads those it needs; K, M
    /// and G may follow the number.
    #[arg(long, value_name = "BYTES", default_value = "4M", value_parser = bytes)]
    pub split_above: usize,
    #[command(flatten)]
    pub limits: LimitArgs,
}

#[derive(clap::Args)]
pub struct CleanArgs {
    /// Pages (text, HTML, MHTML, packed by gzip or not), WARC files, JSON lines (.jsonl), folders of
    /// these, patterns, or `-` for JSON lines {"id","content","url"?,"accessed"?} on standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// A page over a limit becomes a record that says so, and the run goes on.
#[derive(Clone, Copy, clap::Args)]
#[command(next_help_heading = "Limits of one page")]
pub struct LimitArgs {
    /// Most bytes, as received and unpacked; K, M and G may follow the number.
    #[arg(long = "max-bytes", value_name = "BYTES", default_value = "16M", value_parser = bytes)]
    pub bytes: usize,
    /// Most bytes of text, decoded and without markup.
    #[arg(long = "max-text", value_name = "BYTES", default_value = "4M", value_parser = bytes)]
    pub text: usize,
    /// Most lines, cells and paragraphs of text.
    #[arg(long = "max-lines", value_name = "COUNT", default_value_t = Limits::default().lines)]
    pub lines: usize,
    /// Most wrappings (gzip, MHTML and its parts) in one another.
    #[arg(long = "max-depth", value_name = "COUNT", default_value_t = Limits::default().depth)]
    pub depth: usize,
    /// Most bytes that one packed byte may give, past the first megabyte.
    #[arg(long = "max-ratio", value_name = "COUNT", default_value_t = Limits::default().ratio)]
    pub ratio: usize,
    /// Most seconds; 0 waits for ever. Pages of up to 64 KB are quick and not timed.
    #[arg(long = "max-seconds", value_name = "SECONDS", default_value_t = 60)]
    pub seconds: u64,
}

impl LimitArgs {
    /// The limits that the page's bytes must keep.
    pub fn of_page(&self) -> Limits {
        let Self { bytes, text, lines, depth, ratio, .. } = *self;
        Limits { bytes, text, lines, depth, ratio }
    }

    /// How long a page may take.
    pub fn time(&self) -> Option<Duration> {
        (self.seconds > 0).then(|| Duration::from_secs(self.seconds))
    }
}

/// `16M` → 16,777,216. Offsets in a page take 32 bits, and decoding may triple it: 1 GiB is the end.
fn bytes(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(['K', 'M', 'G']);
    let unit = match &text[digits.len()..] {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        _ => return Err("give a number, and K, M or G after it".into()),
    };
    let number: usize = digits.parse().map_err(|_| "give a number, and K, M or G after it")?;
    let bytes = number.checked_mul(1 << unit).filter(|bytes| (1..=1 << 30).contains(bytes));
    bytes.ok_or_else(|| "give 1 to 1G".into())
}

#[derive(clap::Args)]
pub struct TimesArgs {
    /// The date that relative expressions count from, such as 2025-03-10.
    #[arg(long)]
    pub reference: Option<String>,
    /// Also times of a clock, lengths and habits (下午5点, 三年半, 每周一), each with its kind and its
    /// value as ISO-TimeML writes it.
    #[arg(long)]
    pub all: bool,
}

#[derive(clap::Args)]
pub struct SearchArgs {
    /// A folder that `build` wrote.
    pub dir: PathBuf,
    /// Words, "phrases", -without, this OR that, and fields: title: place: kind: publisher: phase:
    /// before: after: (2024, 2024-06, 2024-06-30), also by their Chinese names.
    #[arg(allow_hyphen_values = true)]
    pub query: String,
    /// One JSON object for each hit.
    #[arg(long)]
    pub json: bool,
    /// Search only for what was typed: no other names, no other forms of numbers, no pinyin.
    #[arg(long)]
    pub literal: bool,
    /// The order of the hits; the reprints of a story stand together.
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    pub sort: Order,
    /// Most stories.
    #[arg(long, value_name = "COUNT")]
    pub limit: Option<usize>,
}

/// See [`deltascope_search::Sort`].
#[derive(Clone, Copy, ValueEnum)]
pub enum Order {
    /// The best first.
    Relevance,
    /// The newest first, what has no date last.
    Date,
}

#[derive(clap::Args)]
pub struct CheckArgs {
    /// A folder that `build` wrote.
    pub dir: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<usize>) {
        assert_eq!(bytes(text).ok(), expected);
    }

    #[test]
    fn bytes_take_a_unit() {
        check("16M", Some(Limits::default().bytes));
        check("1", Some(1));
        check("1G", Some(1 << 30));
        for wrong in ["", "M", "0", "2G", "1KK", "1.5M", "-1", "99999999999999999999"] {
            check(wrong, None);
        }
    }
}
