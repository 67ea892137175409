//! What `deltascope build` tells at its end: counts that are taken page by page, as the pages
//! themselves are not kept.

use deltascope_model::{Corpus, CorpusPage, Label, Part, Parts};

/// Failures that are told one by one; the others are in the corpus.
const TOLD: usize = 10;

/// What is counted of pages.
#[derive(Default)]
pub struct Tally {
    pages: usize,
    /// Characters, white space aside.
    characters: usize,
    /// Of these, those labelled as noise.
    removed: usize,
    /// Pages that could not be read, by id, and why.
    failed: Vec<(String, String)>,
}

impl Tally {
    /// Counts one page.
    pub fn of(page: &CorpusPage) -> Self {
        let visible = |text: &str| text.chars().filter(|char| !char.is_whitespace()).count();
        let mut tally = Self { pages: 1, ..Self::default() };
        for segment in &page.segments {
            let characters = segment.range.slice(&page.text).map_or(0, visible);
            tally.characters += characters;
            tally.removed += if segment.label == Label::Noise { characters } else { 0 };
        }
        tally.failed.extend(page.error.iter().map(|error| (page.id.clone(), error.clone())));
        tally
    }

    /// Adds the counts of other pages.
    pub fn add(&mut self, other: Self) {
        self.pages += other.pages;
        self.characters += other.characters;
        self.removed += other.removed;
        self.failed.extend(other.failed);
    }

    /// Tells the counts of a build of as many times and quantities and the facts of a corpus.
    #[expect(clippy::print_stderr, reason = "the report of the command")]
    pub fn print(
        mut self,
        (times, quantities): (usize, usize),
        corpus: &Corpus,
        parts: Option<&Parts>,
        out: &str,
    ) {
        let failed = self.failed.len();
        eprintln!("{out}: corpus.json and index.bin");
        if let Some(parts) = parts {
            let lists = [&parts.texts, &parts.rests, &parts.organisations, &parts.issues];
            let count: usize = lists.iter().map(|list| list.len()).sum();
            eprintln!("  for the app  shelves.json, parts.json, head.json and {count} parts");
        }
        eprintln!("  pages        {} ({failed} could not be read)", self.pages);
        eprintln!("  articles     {}", corpus.articles.len());
        eprintln!(
            "  removed      {:.1}% of {} characters",
            100.0 * self.removed as f64 / self.characters.max(1) as f64,
            self.characters
        );
        // A head has them in parts.
        let parted = |list: fn(&Parts) -> &Vec<Part>| -> usize {
            parts.into_iter().flat_map(list).map(|part| part.count as usize).sum()
        };
        eprintln!(
            "  facts        {times} times, {quantities} quantities, {} initiatives, {} events, {} organisations, {} people",
            corpus.initiatives.len(),
            corpus.events.len(),
            corpus.organisations.len() + parted(|parts| &parts.organisations),
            corpus.people.len()
        );
        let issues = corpus.issues.len() + parted(|parts| &parts.issues);
        eprintln!("  issues       {issues}");
        self.failed.sort();
        for (_, error) in self.failed.iter().take(TOLD) {
            eprintln!("  not read     {error}");
        }
        if failed > TOLD {
            eprintln!(
                "  not read     … and {} more; all are listed under `issues` in corpus.json",
                failed - TOLD
            );
        }
    }
}
