//! `Page` and `Segment`: one input as decoded text, and the labelled ranges that tile it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    Article, HeadValue, Hint, TextRange,
    read::{names, record},
};

/// One input, decoded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Stable name: from the content's hash, or as given by the caller.
    pub id: String,
    /// Where it came from, relative to the path the user named, with `/`.
    pub path: String,
    /// SHA-256 of the bytes as received, in lower-case hexadecimal.
    pub sha256: String,
    /// The encoding it was decoded from, by its WHATWG name (`UTF-8`, `gb18030`, `Big5` …).
    pub encoding: String,
    /// Its own address, where known: as the caller, its container or its head gives it, or else a
    /// line of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was saved, as given by the caller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed: Option<String>,
    /// The site's name in the head of an HTML page, which its text does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// What the tags of an HTML page say of parts of its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    /// What the head of an HTML page says of its story.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<HeadValue>,
    /// The decoded text. Every range of the corpus points into such a text.
    pub text: String,
}

names! {
    /// What a segment of a page is.
    pub enum Label {
        /// The title of an article, where it stands first.
        Title = "title",
        /// A line or clause that states source, author, date or editor.
        Metadata = "metadata",
        /// Running text of an article.
        Body = "body",
        /// Everything else.
        Noise = "noise",
    }
}

/// A labelled range of a page. The segments of a page, in order, tile its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Where it stands.
    pub range: TextRange,
    /// What it is.
    pub label: Label,
    /// The rule that decided, by name (`share-widget`); cleaning takes it from its own table.
    pub rule: Cow<'static, str>,
    /// How sure the label is, from 0 to 100: 50 where as much speaks for it as against it, more the
    /// more speaks for it. It says which of two segments is worth a look first; it is no share of
    /// right ones. Gaps of white space have 100.
    pub score: u8,
    /// The article it belongs to, by id.
    pub article: Option<String>,
}

record!(Segment { range, label, rule, score, article });

/// What `deltascope clean` prints for one page, and the unit between cleaning and extraction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CleanedPage {
    /// The page.
    pub page: Page,
    /// Its segments, tiling `page.text`.
    pub segments: Vec<Segment>,
    /// The stories found.
    pub articles: Vec<Article>,
    /// Why the page could not be read, in words for the user; the lists above are then empty.
    pub error: Option<String>,
}
