//! What the tags of an HTML page say of its text: evidence for the cleaning, never its verdict. A
//! page keeps it, as the text alone does not tell, and a corpus is built again from its pages.

use serde::{Deserialize, Serialize};

use crate::{
    TextRange,
    read::{names, record},
};

names! {
    /// What an element says of the text in it.
    pub enum Tag {
        /// The page's own headline: `h1`.
        Headline = "headline",
        /// A lower heading, `h2` to `h6`.
        Heading = "heading",
        /// An article by its tag or by its name: `article`, `class="content"`.
        Story = "story",
        /// What stands beside an article: `nav`, `aside`, `footer`, `class="comments"`.
        Aside = "aside",
        /// What stands below a picture: `figcaption`, `class="caption"`.
        Caption = "caption",
        /// Links that open a line, one behind another.
        Links = "links",
    }
}

/// What stands in an element of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The kind.
    pub tag: Tag,
    /// What stands in the element.
    pub range: TextRange,
}

record!(Hint { tag, range });

names! {
    /// What a value in the head of an HTML page is.
    pub enum HeadKey {
        /// A headline, often with the site's name behind it.
        Title = "title",
        /// The day of publishing, in EDTF.
        Date = "date",
        /// Who wrote it.
        Author = "author",
        /// Who published it.
        Source = "source",
    }
}

/// A value in the head of an HTML page: in `title`, `meta`, or JSON-LD. It is no part of the text,
/// so it confirms what the text says and never states anything itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadValue {
    /// What it is.
    pub key: HeadKey,
    /// The value.
    pub text: String,
}

record!(HeadValue { key, text });
