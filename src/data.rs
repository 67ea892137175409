//! The corpus in memory: the only file that fetches.
//!
//! `corpus.json` and `index.bin` stand beside the app, at relative addresses; the page names, in the place
//! of the first, the list of a large corpus's [`Parts`], which are fetched as they are needed. List and index
//! give first [`Answers`], then the head comes. Each file is refused for what is wrong with it ([`Fault`]); nothing is shown of a corpus that is not whole,
//! and a corpus is never read with the index of another.

use std::sync::Arc;

use deltascope_model::{
    Article, Corpus, CorpusError, CorpusPage, Event, Evidence, Initiative, Issue, IssueKind, Place,
    Reading, Time, by_kind,
};
use deltascope_search::{
    Counts, Facet, Facets, Fact, Hit, Index, IndexError, Options, Picks, Prepared, Results,
    Searched, Subjects,
};
use deltascope_text::Letters;
use leptos::prelude::RwSignal;

use crate::{
    browser,
    figures::{
        ledger::{self, Entry},
        targets::{Target, targets},
    },
    fingerprint::fingerprint,
    order::in_order,
    state::View,
};

mod answers;
mod parts;

pub use answers::Answers;
pub use parts::Arrival;
use parts::Parts;

/// Where the files of the corpus stand, relative to the app.
const FOLDER: &str = "corpus/";
/// The corpus for everyone else.
pub const CORPUS_FILE: &str = "corpus/corpus.json";
/// What is in no part of a corpus in parts.
const HEAD_FILE: &str = "corpus/head.json";
/// What of it no view shows: long lists, passed over unread.
const UNSHOWN: [&str; 4] = ["quantities", "organisations", "hints", "head"];
/// So many bytes are read in a few milliseconds, also by a slow phone.
const PIECE: usize = 1 << 15;
/// From so many articles on, a first search could cost a frame.
const LARGE: usize = 1000;
const INDEX_FILE: &str = "corpus/index.bin";

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No answer.
    Network,
    /// No such file, or a page in its place.
    Missing,
    /// No bytes.
    Empty,
    /// Cut off.
    Truncated,
    /// Made by another version, named where the file names it.
    Version(String),
    /// Not what it should be.
    Damaged(String),
    /// Each whole, but of two builds.
    Mixed,
}

/// Why there is no corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file, as addressed.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// The corpus with what is worked out of it once.
pub struct Data {
    /// Everything that the build found.
    pub corpus: Corpus,
    /// What tells this corpus from another.
    pub fingerprint: String,
    /// Its figures side by side.
    pub ledger: Vec<Entry>,
    /// Its targets.
    pub targets: Vec<Target>,
    /// The corpus as the filters see it.
    pub facets: Facets,
    /// What there is without search and filters.
    whole: [Counts; View::LISTS],
    /// For each article the events that it states.
    stated: Vec<Vec<usize>>,
    index: Arc<Index>,
    /// Where the corpus is too large to be here whole.
    parts: Option<Parts>,
}

/// What a search found.
#[derive(Default)]
pub struct Search {
    /// The query.
    pub text: String,
    /// What it found, best first.
    pub results: Results,
    /// What it lets through; none where it asks for nothing.
    pub searched: Option<Searched>,
}

/// Fetches and reads all files. `news` will tell of parts that arrive; `answering` is told of what answers
/// searches of a corpus in parts until its head is here.
///
/// # Errors
/// With the first file that is wrong, and how.
pub async fn load(
    news: RwSignal<usize>,
    answering: impl FnOnce(Arc<Answers>),
) -> Result<Data, LoadError> {
    let list = browser::named_file("corpus").filter(|file| file != CORPUS_FILE);
    let answers = match &list {
        Some(file) => Some(Arc::new(Answers::load(file, news).await?)),
        None => None,
    };
    if let Some(answers) = &answers {
        answering(Arc::clone(answers));
        // What they ask for is asked for before the head, which is long.
        browser::breathe().await;
    }
    let file = if answers.is_some() { HEAD_FILE } else { CORPUS_FILE };
    let wrong = |file: &str, fault| LoadError { file: file.to_owned(), fault };
    let corpus = read(&fetch(file).await?).await;
    let corpus = corpus.map_err(|error| wrong(file, corpus_fault(error)))?;
    // Between one piece of work and the next, so that none keeps the page from answering for long.
    browser::breathe().await;
    let (index, parts) = match answers {
        Some(answers) => (Arc::clone(&answers.index), Some(answers.parts.clone())),
        None => (Arc::new(read_index(&fetch(INDEX_FILE).await?)?), None),
    };
    if !index.belongs_to(&corpus.articles) || !index.knows(&corpus.initiatives) {
        return Err(wrong(INDEX_FILE, Fault::Mixed));
    }
    if parts.as_ref().is_some_and(|parts| !parts.belong_to(&corpus)) {
        return Err(wrong(file, Fault::Mixed));
    }
    browser::breathe().await;
    let (ledger, targets) = (ledger::entries(&corpus), targets(&corpus));
    browser::breathe().await;
    let facets = Facets::of(&corpus, &lists(&corpus, &ledger, &targets));
    browser::breathe().await;
    let whole = std::array::from_fn(|list| facets.counts(list, &Picks::default(), None));
    browser::breathe().await;
    let (fingerprint, stated) = (fingerprint(&corpus), stated(&corpus));
    Ok(Data { corpus, fingerprint, ledger, targets, facets, whole, stated, index, parts })
}

fn read_index(bytes: &[u8]) -> Result<Index, LoadError> {
    let wrong = |error| LoadError { file: INDEX_FILE.to_owned(), fault: index_fault(&error) };
    Index::from_bytes(bytes).map_err(wrong)
}

/// Reads a corpus or its head, with the browser's turn between two pieces.
async fn read(bytes: &[u8]) -> Result<Corpus, CorpusError> {
    let mut reading = Reading::head(&UNSHOWN, bytes)?;
    loop {
        if let Some(read) = reading.go_on(PIECE) {
            return read;
        }
        browser::breathe().await;
    }
}

/// For each article the events that it states, by position.
fn stated(corpus: &Corpus) -> Vec<Vec<usize>> {
    let mut stated: Vec<Vec<usize>> = vec![Vec::new(); corpus.articles.len()];
    for (at, event) in corpus.events.iter().enumerate() {
        for article in event.evidence.iter().filter_map(|found| corpus.article(&found.article)) {
            if stated[article].last() != Some(&at) {
                stated[article].push(at);
            }
        }
    }
    stated
}

/// What the views show that search and filters narrow, in the order of the views.
fn lists(corpus: &Corpus, ledger: &[Entry], targets: &[Target]) -> [Subjects; View::LISTS] {
    let events = (0..corpus.events.len()).map(|at| vec![Fact::Event(at)]);
    let figures = |entry: &Entry| entry.figures.iter().map(|&at| Fact::Figure(at)).collect();
    [
        Subjects::Facts(events.collect()),
        Subjects::Stories,
        Subjects::Facts(ledger.iter().map(figures).collect()),
        Subjects::Facts(targets.iter().map(|target| vec![target.fact]).collect()),
    ]
}

async fn fetch(file: &str) -> Result<Vec<u8>, LoadError> {
    let wrong = |fault| LoadError { file: file.to_owned(), fault };
    match browser::get(file).await {
        // Some hosts answer for a missing file with a page.
        Some((200..300, bytes)) if bytes.trim_ascii_start().starts_with(b"<") => {
            Err(wrong(Fault::Missing))
        }
        Some((200..300, bytes)) => Ok(bytes),
        Some((404 | 410, _)) => Err(wrong(Fault::Missing)),
        _ => Err(wrong(Fault::Network)),
    }
}

fn corpus_fault(error: CorpusError) -> Fault {
    match error {
        CorpusError::Empty => Fault::Empty,
        CorpusError::Truncated(_) => Fault::Truncated,
        CorpusError::Format(found) => Fault::Version(found),
        CorpusError::Damaged(how) => Fault::Damaged(how),
    }
}

fn index_fault(error: &IndexError) -> Fault {
    match error {
        IndexError::Empty => Fault::Empty,
        IndexError::Truncated => Fault::Truncated,
        IndexError::Version { found } => Fault::Version(found.to_string()),
        IndexError::Damaged => Fault::Damaged(String::new()),
    }
}

impl Data {
    /// The article with this id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        by_id(&self.corpus.articles, id, |article| &article.id)
    }

    /// The events that the article at a position states.
    pub fn stated(&self, at: usize) -> impl ExactSizeIterator<Item = &Event> {
        self.stated[at].iter().map(|&at| &self.corpus.events[at])
    }

    /// True where every text is here.
    pub fn is_whole(&self) -> bool {
        self.parts.is_none()
    }

    /// The article at a position, with its text.
    pub fn text(&self, at: usize) -> Arrival<Arc<Article>> {
        match &self.parts {
            Some(parts) => parts.article(at),
            None => Arrival::Here(Arc::new(self.corpus.articles[at].clone())),
        }
    }

    /// The times of an article whose text is here.
    pub fn times(&self, article: &Article) -> Vec<Time> {
        let Some(parts) = &self.parts else {
            let own = |time: &&Time| time.evidence.article == article.id;
            return self.corpus.times.iter().filter(own).cloned().collect();
        };
        let known = self.corpus.article(&article.id);
        match known.map(|at| parts.text(at, |text| text.times.clone())) {
            Some(Arrival::Here(times)) => times,
            _ => Vec::new(),
        }
    }

    /// A page with its text and segments.
    pub fn whole_page(&self, page: &CorpusPage) -> Arrival<Arc<CorpusPage>> {
        let known = self.corpus.pages.binary_search_by(|known| known.id.cmp(&page.id));
        let (Some(parts), Ok(at)) = (&self.parts, known) else {
            return Arrival::Here(Arc::new(page.clone()));
        };
        let own = self.corpus.articles.iter().enumerate().filter(|(_, one)| one.page == page.id);
        // All are asked for before any is waited for.
        let asked: Vec<_> = own.map(|(at, _)| self.text(at)).collect();
        parts.rest(at, |rest| {
            let mut articles = Vec::new();
            for article in asked {
                match article {
                    Arrival::Here(article) => articles.push(article),
                    Arrival::Coming => return Arrival::Coming,
                    Arrival::Failed(error) => return Arrival::Failed(error),
                }
            }
            match rest.complete(page, articles.iter().map(|article| &**article)) {
                Some(whole) => Arrival::Here(Arc::new(whole)),
                None => Arrival::Failed(LoadError { file: page.id.clone(), fault: Fault::Mixed }),
            }
        })
    }

    /// The characters of the page at a position, and those that cleaning removed.
    pub fn characters(&self, page: usize) -> (usize, usize) {
        match self.corpus.characters.get(page) {
            Some(&[all, removed]) => (all as usize, removed as usize),
            None => self.corpus.pages[page].characters(),
        }
    }

    /// How many times the articles state.
    pub fn count_of_times(&self) -> usize {
        let parts = self.parts.as_ref();
        parts.map_or(self.corpus.times.len(), |parts| parts.shelves().times as usize)
    }

    /// The kinds of the issues, with how many there are of each.
    pub fn issue_kinds(&self) -> Vec<IssueKind> {
        match &self.parts {
            Some(parts) => parts.shelves().kinds.clone(),
            None => by_kind(&self.corpus.issues).1,
        }
    }

    /// How many issues there are.
    pub fn count_of_issues(&self) -> usize {
        self.issue_kinds().iter().map(|one| one.count as usize).sum()
    }

    /// The first issues, kind by kind or all of one kind, as far as they are here; and whether that is all of them.
    pub fn issues(&self, only: Option<&str>, first: usize) -> (Vec<Issue>, Arrival<()>) {
        let kinds = self.issue_kinds();
        let count = |kinds: &[IssueKind]| kinds.iter().map(|one| one.count as usize).sum::<usize>();
        let nth = only.and_then(|only| kinds.iter().position(|one| one.kind == only));
        let own = nth.map_or(0..kinds.len(), |nth| nth..nth + 1);
        let (start, number) = (count(&kinds[..own.start]), count(&kinds[own]));
        let at = start..start + number.min(first);
        if let Some(parts) = &self.parts {
            return parts.issues(at);
        }
        let order = &by_kind(&self.corpus.issues).0[at];
        let issues = order.iter().map(|&at| self.corpus.issues[at].clone());
        (issues.collect(), Arrival::Here(()))
    }

    /// Has the parts that did not arrive tried again.
    pub fn retry(&self) {
        if let Some(parts) = &self.parts {
            parts.retry();
        }
    }

    /// The page with this id.
    pub fn page(&self, id: &str) -> Option<&CorpusPage> {
        by_id(&self.corpus.pages, id, |page| &page.id)
    }

    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        by_id(&self.corpus.events, id, |event| &event.id)
    }

    /// The initiative with this id.
    pub fn initiative(&self, id: &str) -> Option<&Initiative> {
        by_id(&self.corpus.initiatives, id, |initiative| &initiative.id)
    }

    /// The place with this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        by_id(&self.corpus.places, id, |place| &place.id)
    }

    /// What is known of the characters of the articles.
    pub fn letters(&self) -> &Letters {
        self.index.letters()
    }

    /// Does a part of what the first searches would do, in a large corpus: so they need not, and no part
    /// takes long. What is left is none in the end.
    pub fn prepare(&self, from: Prepared) -> Option<Prepared> {
        let articles = self.corpus.articles.as_slice();
        if articles.len() <= LARGE {
            return None;
        }
        let next = match &self.parts {
            Some(_) => None,
            None => self.index.prepare(articles, from),
        };
        if next.is_none() {
            self.facets.prepare(&self.corpus, &self.index);
        }
        next
    }

    /// Searches; none for a query of blanks.
    pub fn search(&self, text: &str) -> Arrival<Option<Search>> {
        if text.trim().is_empty() {
            return Arrival::Here(None);
        }
        let query = self.index.query(text);
        let results = match &self.parts {
            Some(parts) => match parts.results(&self.index, &query, Options::default()) {
                Arrival::Here(results) => results,
                Arrival::Coming => return Arrival::Coming,
                Arrival::Failed(error) => return Arrival::Failed(error),
            },
            None => self.index.search(&self.corpus.articles, &query, Options::default()),
        };
        let searched = self.facets.searched(&self.corpus, &self.index, &results);
        let searched = (!results.asks_nothing).then_some(searched);
        Arrival::Here(Some(Search { text: text.to_owned(), results, searched }))
    }

    /// Where a search found an article, and why; none where it did not. Of an article without its text
    /// it tells the places in the title alone.
    pub fn hit(&self, search: &Search, article: &Article) -> Option<Hit> {
        let at = self.corpus.article(&article.id)?;
        let searched = search.searched.as_ref()?;
        searched.articles[at].then(|| self.index.hit(article, at as u32, &search.results))
    }

    /// How many stories hold one of the sentences: articles that reprint one another count once.
    pub fn sources(&self, evidence: &[Evidence]) -> usize {
        let mut stories: Vec<usize> = Vec::new();
        for found in evidence {
            let story = self.corpus.article(&found.article).map(|at| self.facets.story(at));
            if let Some(story) = story
                && !stories.contains(&story)
            {
                stories.push(story);
            }
        }
        stories.len()
    }

    /// How much of a view's list there is under each value of a facet, without search and filters.
    pub fn whole(&self, view: View, facet: Facet) -> &[usize] {
        &self.whole[view as usize][facet as usize]
    }

    /// The positions of a facet's values in the order of the rail: places and publishers by what they
    /// hold of the whole corpus, the latest year and month first, kinds and phases by their own order.
    pub fn order(&self, facet: Facet) -> Vec<usize> {
        let count = |view: View, at: usize| -(self.whole(view, facet)[at] as i32);
        in_order((0..self.facets.keys(facet).len()).map(|at| match facet {
            Facet::Place | Facet::Publisher => {
                (count(View::Articles, at), count(View::Timeline, at))
            }
            Facet::Year | Facet::Month => (-(at as i32), 0),
            Facet::Kind | Facet::Phase => (0, 0),
        }))
    }
}

/// The entry with this id: the lists of a corpus are sorted by id.
fn by_id<'a, T>(list: &'a [T], id: &str, key: impl Fn(&T) -> &String) -> Option<&'a T> {
    list.binary_search_by(|entry| key(entry).as_str().cmp(id)).ok().map(|at| &list[at])
}
