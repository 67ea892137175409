//! A corpus in parts: what the app loads of a corpus that is too large to load whole.
//!
//! 1. the list of all [`Parts`], in a file of its own, for whoever wants all of them; whoever looks for some finds
//!    them by [shelves](crate::shelves)
//! 2. the head: a [`Corpus`] of [`HEAD_FORMAT`], of which lists, filters and the timeline are made. Its articles lack
//!    their text, its pages all that only a look at the raw page shows, and mentions of initiatives the
//!    sentence, where the article's text has it
//! 3. parts of [`Text`]: articles as they are, the newest first, for a reader or a snippet
//! 4. parts of [`Rest`]: what a page is beside its articles' text, in the order of the pages. So no
//!    text crosses the network twice
//! 5. parts of [`Organisation`]: no view shows them, and each has all its mentions
//! 6. parts of [`Issue`]: one view shows them, a few at a time, kind by kind
//!
//! A part is named by its bytes: whoever has the name knows whether the bytes are right. Head and parts
//! together are the corpus, to the byte: `corpus.json` stays the format for everyone else. The same parts
//! stand in [packs](crate::packs) too.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use crate::{
    Article, CORPUS_FORMAT, Corpus, CorpusError, CorpusPage, Evidence, HeadValue, Hint, Initiative,
    Issue, Organisation, Quantity, Segment, TextRange, Time,
    corpus::wrong,
    json, line,
    packs::Packs,
    read::{Blank, Read, record},
    shelves::Shelved,
};

/// Name and version of a head.
pub const HEAD_FORMAT: &str = "deltascope-head/8";
/// Name and version of the list of parts.
const PARTS_FORMAT: &str = "deltascope-parts/2";
/// Name and version of a part with texts.
const TEXTS_FORMAT: &str = "deltascope-texts/2";
/// Name and version of a part with the rests of pages.
const RESTS_FORMAT: &str = "deltascope-rests/1";
/// Name and version of a part with organisations.
const ORGANISATIONS_FORMAT: &str = "deltascope-organisations/1";
/// Name and version of a part with issues.
const ISSUES_FORMAT: &str = "deltascope-issues/1";
/// The bytes at which a part with texts ends: few, as what one screen shows of a search comes from
/// ten of them; 5 KB on the network.
const TEXTS: usize = 9 << 10;
/// The bytes at which a part with rests, organisations or issues ends.
const RESTS: usize = 64 << 10;

/// Where the rest of a head is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Name and version of the file.
    pub format: String,
    /// A hash of the bytes of the index that was built with them, in hexadecimal.
    pub index: String,
    /// The parts with the articles' texts, in the order of [`newest_first`].
    pub texts: Vec<Part>,
    /// The parts with the rests of the pages, in the order of the pages.
    pub rests: Vec<Part>,
    /// The parts with the organisations.
    pub organisations: Vec<Part>,
    /// The parts with the issues, in the order of [`by_kind`].
    pub issues: Vec<Part>,
    /// The kinds of the issues, in the same order.
    pub kinds: Vec<IssueKind>,
    /// The shelves of texts, rests and issues.
    pub shelved: Shelved,
    /// The files that hold the same parts, texts, rests, organisations, issues and shelves, one behind another; each
    /// with how many, and how many bytes these have.
    pub packs: Vec<Part>,
    /// How many times the texts hold.
    pub times: u32,
    /// How many bytes the files of search have, which lie beside the parts.
    pub search: u32,
}

record!(Parts {
    format,
    index,
    texts,
    rests,
    organisations,
    issues,
    kinds,
    shelved,
    packs,
    times,
    search
});

impl Parts {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// Says which of the ways of [`CorpusError`] the bytes are wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, CorpusError> {
        read_list(PARTS_FORMAT, bytes, Self::BLANK, |list| &list.format)
    }

    /// The bytes of the list.
    pub fn to_json(&self) -> Vec<u8> {
        line(self)
    }
}

/// Fills a list of this format from its bytes; `named` gives the format that they name.
pub(crate) fn read_list<L: Read>(
    format: &str,
    bytes: &[u8],
    mut list: L,
    named: fn(&L) -> &String,
) -> Result<L, CorpusError> {
    if bytes.is_empty() {
        return Err(CorpusError::Empty);
    }
    json::read(bytes, &mut list).map_err(|error| wrong(&[format], bytes, &error))?;
    if named(&list) == format { Ok(list) } else { Err(CorpusError::Format(named(&list).clone())) }
}

/// How many issues are of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueKind {
    /// See [`Issue::kind`].
    pub kind: String,
    /// How many.
    pub count: u32,
}

record!(IssueKind { kind, count });

/// A file with some of the texts, rests, organisations or issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// A hash of its bytes, in hexadecimal.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u32,
    /// How many entries.
    pub count: u32,
}

record!(Part { name, bytes, count });

/// An article with all that is read of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The article.
    pub article: Article,
    /// Its times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<Time>,
}

record!(Text { article } or_empty { times });

/// What a head and the texts of its articles lack of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// See [`CorpusPage::sha256`].
    pub sha256: String,
    /// See [`CorpusPage::hints`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    /// See [`CorpusPage::head`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<HeadValue>,
    /// The page's text without what its articles' paragraphs hold of it.
    pub text: String,
    /// See [`CorpusPage::segments`].
    pub segments: Vec<Segment>,
    /// The quantities of the page's articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Quantity>,
}

record!(Rest { sha256, text, segments } or_empty { hints, head, quantities });

/// The articles, by position, in the order in which the parts hold their texts: the newest first, as a
/// list without a search shows them, and those without a date last.
pub fn newest_first(articles: &[Article]) -> Vec<usize> {
    by_newest(articles.iter().map(|article| Some(article.published.as_ref()?.edtf.sort_key())))
}

/// Positions by the dates there, as [`Edtf::sort_key`](crate::Edtf::sort_key) gives them: the newest
/// first, those without one last, and equal ones as they stand.
pub fn by_newest(dates: impl Iterator<Item = Option<(i32, i32)>>) -> Vec<usize> {
    let key = |(at, date): (usize, Option<(i32, i32)>)| {
        date.map_or((i32::MAX, 0, at), |(from, to)| (-from, -to, at))
    };
    let mut keyed: Vec<(i32, i32, usize)> = dates.enumerate().map(key).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, _, at)| at).collect()
}

/// Issues, by position, in the order in which parts hold them: kind by kind, and each kind as it stands. With
/// the kinds.
pub fn by_kind(issues: &[Issue]) -> (Vec<usize>, Vec<IssueKind>) {
    let mut order: Vec<usize> = (0..issues.len()).collect();
    order.sort_by_key(|&at| &issues[at].kind);
    let mut kinds: Vec<IssueKind> = Vec::new();
    for kind in order.iter().map(|&at| &issues[at].kind) {
        match kinds.last_mut().filter(|known| known.kind == *kind) {
            Some(known) => known.count += 1,
            None => kinds.push(IssueKind { kind: kind.clone(), count: 1 }),
        }
    }
    (order, kinds)
}

/// What a part's file holds.
pub(crate) struct File<T> {
    pub format: String,
    pub entries: Vec<T>,
}

type Texts = File<Text>;
type Rests = File<Rest>;
type Organisations = File<Organisation>;
type Issues = File<Issue>;
record!(Texts { format, entries });
record!(Rests { format, entries });
record!(Organisations { format, entries });
record!(Issues { format, entries });

impl Part {
    /// The part's file, relative to the head's.
    pub fn file(&self) -> String {
        ["parts/", &self.name, ".json"].concat()
    }

    /// The file of a pack, relative to the head's.
    pub fn pack_file(&self) -> String {
        ["parts/", &self.name, ".txt"].concat()
    }

    /// The texts in the bytes of this part.
    ///
    /// # Errors
    /// Says which of the ways of [`CorpusError`] the bytes are wrong.
    pub fn texts(&self, bytes: &[u8]) -> Result<Vec<Text>, CorpusError> {
        let mut file = Texts::BLANK;
        self.read(bytes, &mut file)?;
        self.own(file, TEXTS_FORMAT)
    }

    /// The rests in the bytes of this part.
    ///
    /// # Errors
    /// As [`Part::texts`].
    pub fn rests(&self, bytes: &[u8]) -> Result<Vec<Rest>, CorpusError> {
        let mut file = Rests::BLANK;
        self.read(bytes, &mut file)?;
        self.own(file, RESTS_FORMAT)
    }

    /// The organisations in the bytes of this part.
    ///
    /// # Errors
    /// As [`Part::texts`].
    pub fn organisations(&self, bytes: &[u8]) -> Result<Vec<Organisation>, CorpusError> {
        let mut file = Organisations::BLANK;
        self.read(bytes, &mut file)?;
        self.own(file, ORGANISATIONS_FORMAT)
    }

    /// The issues in the bytes of this part.
    ///
    /// # Errors
    /// As [`Part::texts`].
    pub fn issues(&self, bytes: &[u8]) -> Result<Vec<Issue>, CorpusError> {
        let mut file = Issues::BLANK;
        self.read(bytes, &mut file)?;
        self.own(file, ISSUES_FORMAT)
    }

    /// Fills what the file holds from its bytes; refuses bytes that are not this part's.
    pub(crate) fn read(&self, bytes: &[u8], file: &mut dyn Read) -> Result<(), CorpusError> {
        match bytes.len() {
            0 => Err(CorpusError::Empty),
            len if len < self.bytes as usize => Err(CorpusError::Truncated(len)),
            _ if content_name(bytes) != self.name => Err(self.damaged()),
            _ => json::read(bytes, file).map_err(|_| self.damaged()),
        }
    }

    fn own<T>(&self, file: File<T>, format: &str) -> Result<Vec<T>, CorpusError> {
        let held = file.entries.len() as u64;
        self.entries(file, format, held)
    }

    /// The entries of a file of this format that holds so many.
    pub(crate) fn entries<T>(
        &self,
        file: File<T>,
        format: &str,
        held: u64,
    ) -> Result<Vec<T>, CorpusError> {
        if file.format != format {
            return Err(CorpusError::Format(file.format));
        }
        if held == u64::from(self.count) { Ok(file.entries) } else { Err(self.damaged()) }
    }

    fn damaged(&self) -> CorpusError {
        CorpusError::Damaged(self.name.clone())
    }
}

/// What a file is named by: a hash of its bytes by FNV-1a of 64 bits, in hexadecimal. It tells a file from
/// one that another build left, or that broke on its way; it is no defence against whoever serves it.
pub fn content_name(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let digit = |nth: u32| char::from_digit((hash >> (60 - 4 * nth)) as u32 & 15, 16);
    (0..16).filter_map(digit).collect()
}

/// The article of an evidence, among articles in the order of their ids.
fn article_of<'a>(articles: &'a [Article], found: &Evidence) -> Option<&'a Article> {
    let at = articles.binary_search_by(|known| known.id.cmp(&found.article)).ok()?;
    articles.get(at)
}

/// What a head holds of an article.
fn in_head(mut article: Article) -> Article {
    article.paragraphs.clear();
    article.spans.clear();
    article.repairs.clear();
    article
}

impl Rest {
    /// The page of a head with its text, given its articles with theirs; none where they are not its own.
    pub fn complete<'a>(
        &self,
        page: &CorpusPage,
        articles: impl IntoIterator<Item = &'a Article>,
    ) -> Option<CorpusPage> {
        let (mut whole, mut at, mut rest) = (String::new(), 0, self.text.as_str());
        for (range, own) in held(articles)? {
            if let Some(gap) = (range.start() as usize).checked_sub(at) {
                let (before, after) = rest.split_at_checked(gap)?;
                whole.push_str(before);
                (at, rest) = (at + gap, after);
            }
            // Where paragraphs overlap, the first has what both hold.
            whole.push_str(own.get(at - range.start() as usize..).unwrap_or_default());
            at = at.max(range.end() as usize);
        }
        whole.push_str(rest);
        let mut page = page.clone();
        page.text = whole;
        page.sha256.clone_from(&self.sha256);
        page.hints.clone_from(&self.hints);
        page.head.clone_from(&self.head);
        page.segments.clone_from(&self.segments);
        Some(page)
    }
}

/// The stretches of a page that its articles' paragraphs hold letter by letter, in order; none where
/// an article's spans are not its paragraphs'.
fn held<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Option<Vec<(TextRange, &'a str)>> {
    let mut held = Vec::new();
    for article in articles {
        for (number, text) in article.paragraphs.iter().enumerate() {
            for piece in article.pieces(number) {
                if !piece.repaired {
                    let own = (piece.page, piece.at.slice(text)?);
                    // They come nearly in order; to sort them would be more code.
                    let place = held.partition_point(|known| *known <= own);
                    held.insert(place, own);
                }
            }
        }
    }
    Some(held)
}

/// A page's text without what is held; none where that is not the page's.
fn without(text: &str, held: &[(TextRange, &str)]) -> Option<String> {
    let (mut rest, mut at) = (String::new(), 0);
    for (range, own) in held {
        if range.slice(text)? != *own {
            return None;
        }
        rest.push_str(text.get(at..range.start() as usize).unwrap_or_default());
        at = at.max(range.end() as usize);
    }
    rest.push_str(text.get(at..)?);
    Some(rest)
}

/// Parts while they are written.
pub(crate) struct Writer<'w, W> {
    format: &'static str,
    /// The bytes at which a part ends.
    end: usize,
    bytes: Vec<u8>,
    count: u32,
    parts: Vec<Part>,
    packs: Packs,
    write: &'w mut W,
}

impl<'w, W: FnMut(&str, &[u8]) -> io::Result<()>> Writer<'w, W> {
    pub fn new(format: &'static str, end: usize, write: &'w mut W) -> Self {
        let (bytes, parts, packs) = Default::default();
        Self { format, end, bytes, count: 0, parts, packs, write }
    }

    fn entry(&mut self, entry: &impl Serialize) -> io::Result<()> {
        self.entries(entry, 1)
    }

    /// Adds what stands for so many entries.
    pub fn entries(&mut self, entry: &impl Serialize, count: u32) -> io::Result<()> {
        let before: &[u8] = if self.count == 0 { b"" } else { b",\n" };
        self.bytes.extend_from_slice(before);
        self.bytes.append(&mut line(entry));
        self.count += count;
        if self.bytes.len() < self.end { Ok(()) } else { self.end() }
    }

    /// Writes the part so far.
    fn end(&mut self) -> io::Result<()> {
        if self.count == 0 {
            return Ok(());
        }
        let mut file = format!("{{\"format\":{:?},\"entries\":[\n", self.format).into_bytes();
        file.append(&mut self.bytes);
        file.extend_from_slice(b"\n]}\n");
        let (bytes, count) = (file.len() as u32, std::mem::take(&mut self.count));
        let part = Part { name: content_name(&file), bytes, count };
        (self.write)(&part.file(), &file)?;
        self.parts.push(part);
        let text = str::from_utf8(&file).map_err(io::Error::other)?;
        self.packs.add(text, self.write)
    }

    /// The parts so far; what comes is in others.
    pub fn take(&mut self) -> io::Result<Vec<Part>> {
        self.end()?;
        Ok(std::mem::take(&mut self.parts))
    }

    /// The parts, and the packs of them.
    pub fn done(mut self) -> io::Result<(Vec<Part>, Vec<Part>)> {
        let parts = self.take()?;
        self.packs.end(self.write)?;
        Ok((parts, self.packs.done()))
    }
}

impl Corpus {
    /// Makes the head of a corpus and writes its parts, by their files' names; gives their list. `pages` come in the
    /// order of their ids; `times` and `quantities` are asked for those of an article by its id. What
    /// these give is not looked for in the corpus, so that a large one need not be held whole.
    ///
    /// # Errors
    /// Those of the arguments, and where an article is not a part of its page.
    pub fn into_head(
        mut self,
        pages: impl Iterator<Item = io::Result<CorpusPage>>,
        mut times: impl FnMut(&str) -> io::Result<Vec<Time>>,
        mut quantities: impl FnMut(&str) -> io::Result<Vec<Quantity>>,
        mut write: impl FnMut(&str, &[u8]) -> io::Result<()>,
    ) -> io::Result<(Self, Parts)> {
        for found in self.initiatives.iter_mut().flat_map(Initiative::sentences_mut) {
            let article = article_of(&self.articles, found);
            let quote = article.and_then(|article| article.quote(found.range));
            if quote.as_ref() == Some(&found.text) {
                found.text.clear();
            }
        }
        let mut own: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, article) in self.articles.iter().enumerate() {
            own.entry(article.page.clone()).or_default().push(at);
        }
        let mut parts = Parts { format: PARTS_FORMAT.into(), ..Parts::default() };
        let mut heads = Vec::new();
        let mut rests = Writer::new(RESTS_FORMAT, RESTS, &mut write);
        for page in pages {
            let mut page = page?;
            let articles = own.get(&page.id).into_iter().flatten().map(|&at| &self.articles[at]);
            let text = held(articles.clone()).and_then(|held| without(&page.text, &held));
            let text = text.ok_or_else(|| {
                io::Error::other(format!("page {} does not hold the text of its articles", page.id))
            })?;
            let (all, removed) = page.characters();
            self.characters.push([all as u32, removed as u32]);
            let mut all = Vec::new();
            for article in articles {
                all.append(&mut quantities(&article.id)?);
            }
            page.text.clear();
            rests.entry(&Rest {
                sha256: std::mem::take(&mut page.sha256),
                hints: std::mem::take(&mut page.hints),
                head: std::mem::take(&mut page.head),
                text,
                segments: std::mem::take(&mut page.segments),
                quantities: all,
            })?;
            heads.push(page);
        }
        let (rests, packs_of_rests) = rests.done()?;
        parts.rests = rests;
        let mut texts = Writer::new(TEXTS_FORMAT, TEXTS, &mut write);
        for at in newest_first(&self.articles) {
            let article = std::mem::take(&mut self.articles[at]);
            let times = times(&article.id)?;
            parts.times += times.len() as u32;
            let text = Text { article, times };
            texts.entry(&text)?;
            self.articles[at] = in_head(text.article);
        }
        (parts.texts, parts.packs) = texts.done()?;
        parts.packs.extend(packs_of_rests);
        let mut organisations = Writer::new(ORGANISATIONS_FORMAT, RESTS, &mut write);
        for one in std::mem::take(&mut self.organisations) {
            organisations.entry(&one)?;
        }
        let (organisations, packs) = organisations.done()?;
        parts.organisations = organisations;
        parts.packs.extend(packs);
        let (order, kinds) = by_kind(&self.issues);
        let mut issues = Writer::new(ISSUES_FORMAT, RESTS, &mut write);
        for at in order {
            issues.entry(&self.issues[at])?;
        }
        let (issues, packs) = issues.done()?;
        (parts.issues, parts.kinds) = (issues, kinds);
        parts.packs.extend(packs);
        let (shelved, packs) = Shelved::write(&parts, &mut write)?;
        parts.shelved = shelved;
        parts.packs.extend(packs);
        self.issues.clear();
        self.format = HEAD_FORMAT.into();
        self.pages = heads;
        self.times.clear();
        self.quantities.clear();
        Ok((self, parts))
    }

    /// The corpus of this head, given its parts and the bytes of each of their files.
    ///
    /// # Errors
    /// Those of `read`, and where a part is not what the head says, with its file.
    pub fn join<E: From<CorpusError>>(
        mut self,
        parts: &Parts,
        mut read: impl FnMut(&Part) -> Result<Vec<u8>, E>,
    ) -> Result<Self, E> {
        let odd = |what: &str| E::from(CorpusError::Damaged(what.to_owned()));
        let mut texts = Vec::new();
        for part in &parts.texts {
            texts.append(&mut part.texts(&read(part)?)?);
        }
        let order = newest_first(&self.articles);
        if texts.len() != order.len() {
            return Err(odd("parts.texts"));
        }
        for (at, mut text) in order.into_iter().zip(texts) {
            if self.articles[at] != in_head(text.article.clone()) {
                return Err(odd(&self.articles[at].id));
            }
            self.articles[at] = text.article;
            self.times.append(&mut text.times);
        }
        self.times.sort_by(|one, other| one.id.cmp(&other.id));
        for found in self.initiatives.iter_mut().flat_map(Initiative::sentences_mut) {
            if let Some(article) = article_of(&self.articles, found) {
                *found = found.complete(article);
            }
        }
        for part in &parts.organisations {
            self.organisations.append(&mut part.organisations(&read(part)?)?);
        }
        for part in &parts.issues {
            self.issues.append(&mut part.issues(&read(part)?)?);
        }
        self.issues.sort_by(|one, other| one.id.cmp(&other.id));
        let mut rests = Vec::new();
        for part in &parts.rests {
            rests.append(&mut part.rests(&read(part)?)?);
        }
        if rests.len() != self.pages.len() {
            return Err(odd("parts.rests"));
        }
        let mut own: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
        for article in &self.articles {
            own.entry(&article.page).or_default().push(article);
        }
        let characters = std::mem::take(&mut self.characters);
        for (at, (page, mut rest)) in self.pages.iter_mut().zip(rests).enumerate() {
            let articles = own.get(page.id.as_str()).into_iter().flatten().copied();
            *page = rest.complete(page, articles).ok_or_else(|| odd(&page.id))?;
            let (all, removed) = page.characters();
            if characters.get(at) != Some(&[all as u32, removed as u32]) {
                return Err(odd(&page.id));
            }
            self.quantities.append(&mut rest.quantities);
        }
        self.quantities.sort_by(|one, other| one.id.cmp(&other.id));
        self.format = CORPUS_FORMAT.into();
        Ok(self)
    }
}
