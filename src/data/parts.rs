//! `Parts`: what of a corpus in parts is here, and what is asked for.
//!
//! A view asks for what it shows. Where that is not here it is fetched, and whatever asked in a memo, or in
//! a part of a view that follows signals, asks again when it has arrived. What did not arrive stays so
//! until the user has it tried again.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use deltascope_model::{Article, Corpus, CorpusError, Issue, Part, Rest, Shelves, Text};
use deltascope_search::{Index, Options, Query, Results};
use leptos::{prelude::*, task::spawn_local};

use super::{FOLDER, Fault, LoadError, corpus_fault, fetch, index_fault};

/// The answer to one question, for something that may have to be fetched.
#[derive(Clone)]
pub enum Arrival<T> {
    /// Here it is.
    Here(T),
    /// On its way.
    Coming,
    /// It did not come.
    Failed(LoadError),
}

/// What is here never changes: the answers to one question are the same where both are here.
impl<T> PartialEq for Arrival<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Here(_), Self::Here(_)) | (Self::Coming, Self::Coming) => true,
            (Self::Failed(one), Self::Failed(other)) => one == other,
            _ => false,
        }
    }
}

impl<T> Arrival<T> {
    /// What follows from what is here.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Arrival<U>) -> Arrival<U> {
        match self {
            Self::Here(here) => next(here),
            Self::Coming => Arrival::Coming,
            Self::Failed(error) => Arrival::Failed(error),
        }
    }
}

/// What a part's file holds.
enum Held {
    Shelf(Vec<Part>),
    Texts(Vec<Text>),
    Rests(Vec<Rest>),
    Issues(Vec<Issue>),
    /// The index has what it holds.
    Search,
}

/// What was asked for, by its file. A list, as a map would be more code, and few files are asked for.
type Asked = Vec<(String, Arrival<Arc<Held>>)>;

/// Reads a part's file.
type Read = Box<dyn FnOnce(&[u8]) -> Result<Held, Fault>>;

/// Reads the bytes of a part.
type Reader = fn(&Part, &[u8]) -> Result<Held, CorpusError>;

/// The parts of a corpus; a handle to copy around.
#[derive(Clone)]
pub struct Parts(Arc<Inner>);

struct Inner {
    list: Shelves,
    /// For each article the shelf of its text, and its place there.
    texts: Vec<(usize, usize)>,
    /// For each page the shelf of its rest, and its place there.
    rests: Vec<(usize, usize)>,
    asked: Mutex<Asked>,
    /// Changes whenever something arrives, or fails.
    news: RwSignal<usize>,
}

impl Parts {
    /// The parts of the articles in this order; none where there are texts of more or fewer.
    pub fn of(list: Shelves, order: &[u32], news: RwSignal<usize>) -> Option<Self> {
        let rests: Vec<(usize, usize)> = places(&list.shelved.rests).collect();
        let mut texts = vec![(0, 0); order.len()];
        let whole = places(&list.shelved.texts).count() == texts.len();
        for (&at, place) in order.iter().zip(places(&list.shelved.texts)) {
            texts[at as usize] = place;
        }
        let asked = Mutex::default();
        whole.then(|| Self(Arc::new(Inner { list, texts, rests, asked, news })))
    }

    /// True for the parts of as many articles and pages.
    pub fn belong_to(&self, head: &Corpus) -> bool {
        let Inner { texts, rests, .. } = &*self.0;
        let pages = head.pages.len();
        let told = [rests.len(), head.characters.len()];
        texts.len() == head.articles.len() && told == [pages; 2]
    }

    /// What is known of the parts.
    pub fn shelves(&self) -> &Shelves {
        &self.0.list
    }

    /// An article, by position, with its text.
    pub fn article(&self, at: usize) -> Arrival<Arc<Article>> {
        self.text(at, |text| Arc::new(text.article.clone()))
    }

    /// What an index with files among the parts finds.
    pub fn results(&self, index: &Arc<Index>, query: &Query, options: Options) -> Arrival<Results> {
        match index.ask(query, options) {
            Ok(results) => Arrival::Here(results),
            Err(needs) => self.supply(index, needs.0).and_then(|()| Arrival::Coming),
        }
    }

    /// Looks at the text of the article at a position.
    pub fn text<T>(&self, at: usize, look: impl FnOnce(&Text) -> T) -> Arrival<T> {
        let (of, nth) = self.0.texts[at];
        let of = &self.0.list.shelved.texts[of];
        let read = |part: &Part, bytes: &[u8]| part.texts(bytes).map(Held::Texts);
        self.entry(of, nth, read).and_then(|(held, nth)| match &*held {
            Held::Texts(texts) => Arrival::Here(look(&texts[nth])),
            _ => Arrival::Coming,
        })
    }

    /// Looks at the rest of the page at a position.
    pub fn rest<T>(&self, at: usize, look: impl FnOnce(&Rest) -> Arrival<T>) -> Arrival<T> {
        let (of, nth) = self.0.rests[at];
        let of = &self.0.list.shelved.rests[of];
        let read = |part: &Part, bytes: &[u8]| part.rests(bytes).map(Held::Rests);
        self.entry(of, nth, read).and_then(|(held, nth)| match &*held {
            Held::Rests(rests) => look(&rests[nth]),
            _ => Arrival::Coming,
        })
    }

    /// The issues at these positions as far as they are here, and whether that is all of them.
    pub fn issues(&self, at: Range<usize>) -> (Vec<Issue>, Arrival<()>) {
        let mut found = Vec::new();
        for (of, at) in within(&self.0.list.shelved.issues, at) {
            // The range goes on behind what was found of the shelf.
            let (mut from, to) = (at.start, at.end);
            while from < to {
                let read = |part: &Part, bytes: &[u8]| part.issues(bytes).map(Held::Issues);
                match self.entry(of, from, read) {
                    Arrival::Here((held, nth)) => {
                        let Held::Issues(issues) = &*held else { return (found, Arrival::Coming) };
                        let own = &issues[nth..issues.len().min(nth + to - from)];
                        found.extend_from_slice(own);
                        from += own.len();
                    }
                    Arrival::Coming => return (found, Arrival::Coming),
                    Arrival::Failed(error) => return (found, Arrival::Failed(error)),
                }
            }
        }
        (found, Arrival::Here(()))
    }

    /// The part on a shelf that holds an entry at a place, and the entry's place there.
    fn entry(&self, of: &Part, at: usize, read: Reader) -> Arrival<(Arc<Held>, usize)> {
        let held = self.part(of, |of, bytes| of.shelf(bytes).map(Held::Shelf));
        held.and_then(|held| match &*held {
            Held::Shelf(parts) => match within(parts, at..at + 1).next() {
                Some((part, own)) => {
                    self.part(part, read).and_then(|held| Arrival::Here((held, own.start)))
                }
                None => Arrival::Coming,
            },
            _ => Arrival::Coming,
        })
    }

    /// Has the index supplied with these of its files.
    fn supply(&self, index: &Arc<Index>, names: Vec<String>) -> Arrival<()> {
        let mut all = Arrival::Here(());
        for name in names {
            let (own, index) = (name.clone(), Arc::clone(index));
            let read = move |bytes: &[u8]| {
                index
                    .supply(&own, bytes)
                    .map(|()| Held::Search)
                    .map_err(|error| index_fault(&error))
            };
            // All are asked for before any is waited for.
            let one = self.ask(["parts/", &name].concat(), Box::new(read));
            all = all.and_then(|()| one.and_then(|_| Arrival::Here(())));
        }
        all
    }

    /// Has what did not arrive tried again.
    pub fn retry(&self) {
        self.asked().retain(|(_, asked)| !matches!(asked, Arrival::Failed(_)));
        self.0.news.update(|news| *news += 1);
    }

    /// A part.
    fn part(&self, part: &Part, read: Reader) -> Arrival<Arc<Held>> {
        let own = part.clone();
        let read = move |bytes: &[u8]| read(&own, bytes).map_err(corpus_fault);
        self.ask(part.file(), Box::new(read))
    }

    /// What a file holds; one that was not asked for before is fetched.
    fn ask(&self, file: String, read: Read) -> Arrival<Arc<Held>> {
        self.0.news.track();
        if let Some((_, asked)) = self.asked().iter().find(|(known, _)| *known == file) {
            return asked.clone();
        }
        self.asked().push((file.clone(), Arrival::Coming));
        let own = self.clone();
        spawn_local(async move {
            let address = [FOLDER, &file].concat();
            let came = match fetch(&address).await {
                Ok(bytes) => match read(&bytes) {
                    Ok(held) => Arrival::Here(Arc::new(held)),
                    Err(fault) => Arrival::Failed(LoadError { file: address, fault }),
                },
                Err(error) => Arrival::Failed(error),
            };
            if let Some((_, asked)) = own.asked().iter_mut().find(|(known, _)| *known == file) {
                *asked = came;
            }
            own.0.news.update(|news| *news += 1);
        });
        Arrival::Coming
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.0.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The parts that hold entries of a range, each with the range of those that it holds.
fn within(parts: &[Part], at: Range<usize>) -> impl Iterator<Item = (&Part, Range<usize>)> {
    let mut end = 0;
    parts.iter().filter_map(move |part| {
        let start = end;
        end += part.count as usize;
        let own = at.start.max(start)..at.end.min(end);
        (own.start < own.end).then(|| (part, own.start - start..own.end - start))
    })
}

/// For each entry of some parts, in order, the part and its place there.
fn places(parts: &[Part]) -> impl Iterator<Item = (usize, usize)> {
    let of = |(at, part): (usize, &Part)| (0..part.count as usize).map(move |nth| (at, nth));
    parts.iter().enumerate().flat_map(of)
}
