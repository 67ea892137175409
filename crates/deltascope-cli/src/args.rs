//! What the command takes.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Turns saved Chinese news pages into clean articles, dated facts and a searchable corpus.
#[derive(Parser)]
#[command(name = "deltascope", version)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Build a corpus: corpus.json, index.bin and a report.
    Build(BuildArgs),
    /// Clean pages: one JSON line for each page.
    Clean(CleanArgs),
    /// Find time expressions: text lines on standard input, a JSON line for each.
    Times(TimesArgs),
    /// Search a built corpus as the app does.
    Search(SearchArgs),
    /// Prove that a built corpus keeps its promises.
    Check(CheckArgs),
}

#[derive(clap::Args)]
pub struct BuildArgs {
    /// Pages, or folders of pages (read with their sub-folders).
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
}

#[derive(clap::Args)]
pub struct CleanArgs {
    /// Pages, folders of pages, or `-` for JSON lines {"id","content","url"?,"accessed"?} on
    /// standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
}

#[derive(clap::Args)]
pub struct TimesArgs {
    /// The date that relative expressions count from, such as 2025-03-10.
    #[arg(long)]
    pub reference: Option<String>,
}

#[derive(clap::Args)]
pub struct SearchArgs {
    /// A folder that `build` wrote.
    pub dir: PathBuf,
    /// Words, "phrases", -without.
    pub query: String,
    /// One JSON object for each hit.
    #[arg(long)]
    pub json: bool,
}

#[derive(clap::Args)]
pub struct CheckArgs {
    /// A folder that `build` wrote.
    pub dir: PathBuf,
}
