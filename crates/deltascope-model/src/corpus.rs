//! `Corpus`: everything that one build found, and `corpus.json` read back into it.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::{
    Article, Event, Evidence, Figure, Guide, HEAD_FORMAT, HeadValue, Hint, Initiative, Label, Page,
    Person, Quantity, Relation, Segment, TextRange, Time,
    json::{self, Pieces, Unread},
    read::{Blank, record},
};

/// Name and version of `corpus.json`; a reader refuses any other.
pub const CORPUS_FORMAT: &str = "deltascope-corpus/4";

/// Everything that one build found. Every list is sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// [`CORPUS_FORMAT`].
    pub format: String,
    /// The pages with their segments.
    pub pages: Vec<CorpusPage>,
    /// The stories.
    pub articles: Vec<Article>,
    /// Stories that reprint one another.
    pub families: Vec<Family>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// Dated phases.
    pub events: Vec<Event>,
    /// Reported values.
    pub figures: Vec<Figure>,
    /// Relations between facts.
    pub relations: Vec<Relation>,
    /// Places that the facts name, with the places they lie in.
    pub places: Vec<Place>,
    /// Organisations that the facts name.
    pub organisations: Vec<Organisation>,
    /// People that the articles name with an office, or as speakers.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Doubts and failures.
    pub issues: Vec<Issue>,
    /// What whoever gathered the pages says of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<Guide>,
    /// Of a head, for each page its characters, and how many of them cleaning removed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characters: Vec<[u32; 2]>,
}

record!(Corpus {
    format,
    pages,
    articles,
    families,
    times,
    quantities,
    initiatives,
    events,
    figures,
    relations,
    places,
    organisations,
    issues,
    guide,
} or_empty { people, characters });

impl Corpus {
    /// The position of the article with this id.
    pub fn article(&self, id: &str) -> Option<usize> {
        self.articles.binary_search_by(|known| known.id.as_str().cmp(id)).ok()
    }

    /// The position of the initiative with this id.
    pub fn initiative(&self, id: &str) -> Option<usize> {
        self.initiatives.binary_search_by(|known| known.id.as_str().cmp(id)).ok()
    }

    /// The first and the last year in which articles were published; none where no article has a date.
    pub fn years(&self) -> Option<(i32, i32)> {
        let dates = self.articles.iter().filter_map(|one| one.published.as_ref());
        let years = dates.map(|date| date.edtf.years()).filter(|years| !years.is_empty());
        years
            .map(RangeInclusive::into_inner)
            .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    }

    /// For each article the first of its family, or itself, by position: the same for all reprints of a story.
    pub fn stories(&self) -> Vec<u32> {
        let mut stories: Vec<u32> = (0..self.articles.len() as u32).collect();
        for family in &self.families {
            let members = || family.members.iter().filter_map(|id| self.article(id));
            for member in members() {
                stories[member] = members().next().unwrap_or(member) as u32;
            }
        }
        stories
    }
}

/// A page in the corpus: the fields of [`Page`], its segments, and why it failed if it did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CorpusPage {
    /// See [`Page::id`].
    pub id: String,
    /// See [`Page::path`].
    pub path: String,
    /// See [`Page::sha256`].
    pub sha256: String,
    /// See [`Page::encoding`].
    pub encoding: String,
    /// See [`Page::url`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// See [`Page::accessed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed: Option<String>,
    /// See [`Page::site`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// See [`Page::hints`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    /// See [`Page::head`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<HeadValue>,
    /// See [`Page::text`].
    pub text: String,
    /// The segments, tiling `text`.
    pub segments: Vec<Segment>,
    /// Why the page could not be read.
    pub error: Option<String>,
}

record!(CorpusPage { id, path, sha256, encoding, url, accessed, site, text, segments, error } or_empty { hints, head });

impl CorpusPage {
    /// The corpus's record of a cleaned page.
    pub fn new(page: Page, segments: Vec<Segment>, error: Option<String>) -> Self {
        let Page { id, path, sha256, encoding, url, accessed, site, hints, head, text } = page;
        Self { id, path, sha256, encoding, url, accessed, site, hints, head, text, segments, error }
    }

    /// How many characters the page has, and how many of them cleaning removed; white space is none.
    pub fn characters(&self) -> (usize, usize) {
        let of = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let noise = self.segments.iter().filter(|segment| segment.label == Label::Noise);
        let removed = noise.filter_map(|segment| segment.range.slice(&self.text)).map(of).sum();
        (of(&self.text), removed)
    }
}

/// Stories that reprint one another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// The leading article's id with `f-` before it.
    pub id: String,
    /// The members, by article id, the leading one first.
    pub members: Vec<String>,
    /// How the texts of the other members differ from the leading one's; in the order of `members`,
    /// without those whose letters are the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
}

record!(Family { id, members } or_empty { differences });

/// How an article's text differs from that of its family's leading article. Blanks, punctuation,
/// script and the order of paragraphs are no difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The article, by id.
    pub article: String,
    /// What the leading article lacks: ranges of this article's page.
    pub added: Vec<TextRange>,
    /// What this article lacks: ranges of the leading article's page.
    pub missing: Vec<TextRange>,
}

record!(Difference { article, added, missing });

/// A place of the gazetteer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its administrative code (GB/T 2260), or a made one for a group.
    pub id: String,
    /// Simplified Chinese, short (`上海`).
    pub name: String,
    /// Traditional Chinese.
    pub name_hant: String,
    /// English.
    pub name_en: String,
    /// `province`, `city`, `district` or `group`.
    pub level: String,
    /// The place it lies in, by id.
    pub parent: Option<String>,
    /// Longitude and latitude in degrees, WGS 84.
    pub point: Option<[f64; 2]>,
    /// Column and row in a grid of equal tiles, from the north-west; none for what has no tile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tile: Option<[u8; 2]>,
    /// The places of a group, by id; empty for every other level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Other names, in Simplified Chinese.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

record!(Place { id, name, name_hant, name_en, level, parent, point, tile } or_empty { members, aliases });

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// `o-` and its name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names, where the gazetteer knows some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its mentions.
    pub evidence: Vec<Evidence>,
}

record!(Organisation { id, name, evidence } or_empty { aliases });

/// A doubt or a failure worth a person's look.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Issue {
    /// The page's id, `i` and a number.
    pub id: String,
    /// The page.
    pub page: String,
    /// What kind of doubt, by a stable name (`no-title`).
    pub kind: String,
    /// What was seen, where, and what to do, for the user.
    pub message: String,
    /// The characters in question, where there are such.
    pub evidence: Option<Evidence>,
}

record!(Issue { id, page, kind, message, evidence });

/// Why bytes are no corpus.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorpusError {
    /// No bytes at all.
    #[error("the corpus file is empty")]
    Empty,
    /// The JSON stops before its end.
    #[error("the corpus file is cut off after {0} bytes")]
    Truncated(usize),
    /// Another format or version.
    #[error("the corpus has format “{0}”, this build reads “{CORPUS_FORMAT}”")]
    Format(String),
    /// Not a corpus.
    #[error("the corpus file is damaged: {0}")]
    Damaged(String),
}

impl Corpus {
    /// Reads `corpus.json`.
    ///
    /// # Errors
    /// Says which of the ways of [`CorpusError`] the bytes are wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, CorpusError> {
        Self::parse_without(&[], bytes)
    }

    /// Reads a head, or a `corpus.json` in its place, but for some fields, as
    /// [`Corpus::parse_without`].
    ///
    /// # Errors
    /// As [`Corpus::parse`].
    pub fn parse_head(
        left_out: &'static [&'static str],
        bytes: &[u8],
    ) -> Result<Self, CorpusError> {
        Self::parse_as(&[CORPUS_FORMAT, HEAD_FORMAT], left_out, bytes)
    }

    /// Reads of the same the articles, and what the initiatives are called.
    ///
    /// # Errors
    /// As [`Corpus::parse`].
    pub fn parse_articles(bytes: &[u8]) -> Result<Self, CorpusError> {
        const OTHERS: [&str; 15] = [
            "pages",
            "families",
            "times",
            "quantities",
            "evidence",
            "status_evidence",
            "background",
            "links",
            "events",
            "figures",
            "relations",
            "places",
            "organisations",
            "people",
            "issues",
        ];
        Self::parse_head(&OTHERS, bytes)
    }

    /// Reads `corpus.json` but for the fields with these names, of the corpus or of what it holds: they
    /// must be JSON, and stay blank.
    ///
    /// # Errors
    /// As [`Corpus::parse`].
    pub fn parse_without(
        left_out: &'static [&'static str],
        bytes: &[u8],
    ) -> Result<Self, CorpusError> {
        Self::parse_as(&[CORPUS_FORMAT], left_out, bytes)
    }

    fn parse_as(
        formats: &'static [&'static str],
        left_out: &'static [&'static str],
        bytes: &[u8],
    ) -> Result<Self, CorpusError> {
        let mut reading = Reading::new(formats, left_out, bytes)?;
        loop {
            if let Some(read) = reading.go_on(usize::MAX) {
                return read;
            }
        }
    }
}

/// A corpus that is read in pieces, with time for something else between them.
pub struct Reading<'b> {
    bytes: &'b [u8],
    formats: &'static [&'static str],
    pieces: Pieces<'b>,
    corpus: Corpus,
}

impl<'b> Reading<'b> {
    /// Of a head, or a `corpus.json` in its place, as [`Corpus::parse_head`] reads it.
    ///
    /// # Errors
    /// As [`Corpus::parse`].
    pub fn head(left_out: &'static [&'static str], bytes: &'b [u8]) -> Result<Self, CorpusError> {
        Self::new(&[CORPUS_FORMAT, HEAD_FORMAT], left_out, bytes)
    }

    fn new(
        formats: &'static [&'static str],
        left_out: &'static [&'static str],
        bytes: &'b [u8],
    ) -> Result<Self, CorpusError> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(CorpusError::Empty);
        }
        let pieces = Pieces::new(bytes, left_out).map_err(|error| wrong(formats, bytes, &error))?;
        Ok(Self { bytes, formats, pieces, corpus: Corpus::BLANK })
    }

    /// Reads about so many bytes more; none as long as that is not the end.
    pub fn go_on(&mut self, bytes: usize) -> Option<Result<Corpus, CorpusError>> {
        match self.pieces.go_on(bytes, &mut self.corpus) {
            Ok(false) => None,
            Ok(true) if self.formats.contains(&self.corpus.format.as_str()) => {
                Some(Ok(std::mem::take(&mut self.corpus)))
            }
            Ok(true) => Some(Err(CorpusError::Format(std::mem::take(&mut self.corpus.format)))),
            Err(error) => Some(Err(wrong(self.formats, self.bytes, &error))),
        }
    }
}

/// Why the bytes are no corpus of one of these formats.
pub(crate) fn wrong(formats: &[&str], bytes: &[u8], error: &Unread) -> CorpusError {
    if error.cut_off {
        return CorpusError::Truncated(bytes.len());
    }
    other_format(formats, bytes)
        .map_or_else(|| CorpusError::Damaged(damage(error)), CorpusError::Format)
}

/// What is damaged, and where.
fn damage(error: &Unread) -> String {
    let at = error.at;
    match error.missing {
        Some(field) => format!("no “{field}” at byte {at}"),
        None => format!("byte {at}"),
    }
}

/// The format that the bytes name, if they are JSON of another format.
fn other_format(formats: &[&str], bytes: &[u8]) -> Option<String> {
    struct Head {
        format: String,
    }
    record!(Head { format });
    let mut head = Head::BLANK;
    json::read(bytes, &mut head).ok()?;
    (!formats.contains(&head.format.as_str())).then_some(head.format)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Corpus {
        Corpus { format: CORPUS_FORMAT.into(), ..Corpus::default() }
    }

    #[test]
    fn what_is_written_reads_back() {
        let mut corpus = empty();
        corpus.issues.push(Issue {
            id: "p.i1".into(),
            page: "p".into(),
            kind: "no-title".into(),
            message: "引号“ and \"quote\"".into(),
            evidence: None,
        });
        assert_eq!(Corpus::parse(&corpus.to_json()), Ok(corpus));
    }

    #[track_caller]
    fn refused(bytes: &str, expected: &CorpusError) {
        assert_eq!(Corpus::parse(bytes.as_bytes()).as_ref(), Err(expected));
    }

    #[test]
    fn wrong_bytes_say_how_they_are_wrong() {
        refused(" \n", &CorpusError::Empty);
        refused("{\"format\":\"deltascope-corpus/4\",\"pages\":[", &CorpusError::Truncated(41));
        refused(
            "{\"format\":\"deltascope-corpus/9\"}",
            &CorpusError::Format("deltascope-corpus/9".into()),
        );
        assert!(matches!(Corpus::parse(b"<!doctype html>"), Err(CorpusError::Damaged(_))));
    }
}
