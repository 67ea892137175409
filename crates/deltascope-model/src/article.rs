//! `Article`: one story found in a page, with what the page says about it.

use serde::{Deserialize, Serialize};

use crate::{
    Basis, Edtf, TextRange,
    read::{names, record},
};

names! {
    /// The script of an article's body.
    #[derive(Default)]
    pub enum Script {
        /// Simplified Chinese.
        #[default]
        Hans = "hans",
        /// Traditional Chinese.
        Hant = "hant",
    }
}

/// A title, without the tags and spam that a page put around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The title.
    pub text: String,
    /// Where it stands in the page.
    pub range: TextRange,
}

record!(Title { text, range });

/// A date that a page states about itself or its article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageDate {
    /// The date, as precise as stated.
    pub edtf: Edtf,
    /// Stated or inferred.
    pub basis: Basis,
    /// The characters that state it.
    pub range: TextRange,
}

record!(PageDate { edtf, basis, range });

/// One story found in a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The page's id, a dot, and the story's number on the page from 1.
    pub id: String,
    /// The page it stands on, by id.
    pub page: String,
    /// The title, where the page gives one.
    pub title: Option<Title>,
    /// Who first published it, where the page says so.
    pub publisher: Option<String>,
    /// The site that the page was saved from, where the page shows it.
    pub host: Option<String>,
    /// Reporters and correspondents, by name.
    pub byline: Vec<String>,
    /// The opening credit of an agency report (`本报上海8月3日电`).
    pub dateline: Option<String>,
    /// Who answers for the page (`责任编辑`), by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// The page of the newspaper it stood on, as written (`第03版:要闻`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newspaper_page: Option<String>,
    /// When the article was published; none where the page does not say.
    pub published: Option<PageDate>,
    /// The page's own date where it is another, such as the day of a re-post.
    pub page_date: Option<PageDate>,
    /// The script of the body.
    pub script: Script,
    /// The body, a text for each paragraph.
    pub paragraphs: Vec<String>,
    /// For each paragraph the ranges of the page that, concatenated, are its text: more than one
    /// where noise inside the paragraph was cut out.
    pub spans: Vec<Vec<TextRange>>,
    /// The articles on other pages that go on with this one, by id and in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continued: Vec<String>,
}

record!(Article {
    id,
    page,
    title,
    publisher,
    host,
    byline,
    dateline,
    editor,
    newspaper_page,
    published,
    page_date,
    script,
    paragraphs,
    spans,
} or_empty { continued });
