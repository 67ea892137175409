//! The wire types of Deltascope: one definition of what the pipeline writes and the app reads.
//!
//! In the order of the data's way:
//! 1. [`Page`]: one input, decoded, and its [`Segment`]s, which tile it
//! 2. [`Article`]: one story found in a page
//! 3. [`Time`] and [`Quantity`]: mentions, each with its [`Evidence`]
//! 4. [`Initiative`], [`Event`], [`Figure`], [`Relation`]: facts across articles
//! 5. [`Corpus`]: everything, as `corpus.json`, with the [`Guide`] of whoever gathered it
//! 6. [`Parts`]: a large corpus as the app loads it, by [`Shelves`], a head and the texts as they are needed
//!
//! This crate never reads a file, a clock or a network, and decides nothing: it holds shapes and
//! the arithmetic of ranges and dates.

mod article;
mod circle;
mod cleaned;
mod corpus;
mod edtf;
mod facts;
mod guide;
mod hint;
mod json;
mod labels;
mod packs;
mod page;
mod parts;
mod range;
mod read;
mod renamed;
mod shelves;
mod write;

pub use article::{Article, DerivedTitle, PageDate, Piece, Repair, Script, Title, TitleBasis};
pub use circle::{circle, scoped};
pub use corpus::{
    CORPUS_FORMAT, Corpus, CorpusError, CorpusPage, Difference, Family, Issue, Organisation, Place,
    Reading,
};
pub use edtf::{Bounds, Day, Edtf, EdtfError, civil, day_number};
pub use facts::{
    Basis, Event, EventDate, EventStanding, Evidence, Figure, Initiative, InitiativeKind, Link,
    LinkKind, Office, Person, Phase, Quantity, Relation, Standing, Time,
};
pub use guide::{Guide, Story, Told};
pub use hint::{HeadKey, HeadValue, Hint, Tag};
pub use labels::{KIND_NAMES, PHASE_NAMES};
pub use page::{CleanedPage, Label, Page, Segment};
pub use parts::{
    HEAD_FORMAT, IssueKind, Part, Parts, Rest, Text, by_kind, by_newest, content_name, newest_first,
};
pub use range::TextRange;
pub use renamed::{renamed, restored};
pub use shelves::{Shelved, Shelves};
pub use write::{List, line};
