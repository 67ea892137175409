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

names! {
    /// From what a title was derived.
    pub enum TitleBasis {
        /// The head of the page gives it, and the text shows it somewhere.
        Head = "head",
        /// It is the story's first sentence.
        Sentence = "sentence",
        /// It is the document that the first sentence names.
        Document = "document",
        /// It is the beginning of the first sentence.
        Opening = "opening",
    }
}

/// What stands for the title of a story whose page gives it none. It is no title that anybody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DerivedTitle {
    /// The words.
    pub text: String,
    /// Where they stand in the page.
    pub range: TextRange,
    /// From what it was derived.
    pub basis: TitleBasis,
}

record!(DerivedTitle { text, range, basis });

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

/// Characters of a page that an article gives as they were meant: GBK text that was read one byte
/// late. The page's own characters stay a span of the article and a segment of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// The characters of the page; one of the paragraph's spans.
    pub range: TextRange,
    /// What stands in the paragraph in their place.
    pub text: String,
    /// The paragraph, by number from 0.
    pub paragraph: u32,
    /// Where in the paragraph it stands, in bytes.
    pub at: u32,
}

record!(Repair { range, text, paragraph, at });

/// A stretch of a paragraph, and the stretch of the page that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the page.
    pub page: TextRange,
    /// Bytes of the paragraph: as many, but where it is repaired.
    pub at: TextRange,
    /// The paragraph holds what the page's characters were meant to be.
    pub repaired: bool,
}

impl Piece {
    /// The part of the page behind a range of the paragraph. What is repaired is not taken apart.
    pub fn in_page(self, range: TextRange) -> Option<TextRange> {
        between(self.at, self.page, range, self.repaired)
    }

    /// The part of the paragraph that a range of the page has. What is repaired is not taken apart.
    pub fn in_paragraph(self, range: TextRange) -> Option<TextRange> {
        between(self.page, self.at, range, self.repaired)
    }
}

fn between(from: TextRange, to: TextRange, range: TextRange, whole: bool) -> Option<TextRange> {
    let part = from.overlap(range)?;
    if whole {
        return Some(to);
    }
    let start = to.start() + (part.start() - from.start());
    Some(TextRange::new(start, start + part.len()))
}

/// One story found in a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The page's id, a dot, and the story's number on the page from 1.
    pub id: String,
    /// The page it stands on, by id.
    pub page: String,
    /// The title, where the page gives one.
    pub title: Option<Title>,
    /// What stands for it where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_title: Option<DerivedTitle>,
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
    /// where noise inside the paragraph was cut out. A repaired span stands for its repair's text.
    pub spans: Vec<Vec<TextRange>>,
    /// The articles on other pages that go on with this one, by id and in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continued: Vec<String>,
    /// What its paragraphs give in place of the page's characters, by range.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
}

impl Article {
    /// The repair that a span stands for, if it does.
    pub fn repair_of(&self, span: TextRange) -> Option<&Repair> {
        let at = self.repairs.binary_search_by_key(&span, |repair| repair.range).ok()?;
        self.repairs.get(at)
    }

    /// The characters of the page under a range, where the paragraphs hold all of them to the letter.
    pub fn quote(&self, range: TextRange) -> Option<String> {
        let (mut text, mut at) = (String::new(), range.start());
        for (number, paragraph) in self.paragraphs.iter().enumerate() {
            for piece in self.pieces(number) {
                let Some(own) = piece.page.overlap(range) else { continue };
                if own.start() != at || piece.repaired {
                    return None;
                }
                text.push_str(piece.in_paragraph(own)?.slice(paragraph)?);
                at = own.end();
            }
        }
        (at == range.end()).then_some(text)
    }

    /// A paragraph, by number from 0, as stretches of the page, in order and without gaps.
    pub fn pieces(&self, paragraph: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut end = 0;
        for page in self.spans.get(paragraph).into_iter().flatten() {
            let repair = self.repair_of(*page);
            let start = end;
            end += repair.map_or(page.len(), |repair| repair.text.len() as u32);
            let at = TextRange::new(start, end);
            pieces.push(Piece { page: *page, at, repaired: repair.is_some() });
        }
        pieces
    }
}

record!(Article {
    id,
    page,
    title,
    derived_title,
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
} or_empty { continued, repairs });
