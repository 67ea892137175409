//! What is said of a corpus before any of its facts: what the pages are, and where to start.
//!
//! Whoever gathered the pages writes it by hand, in the languages of the interface; the build says what it
//! can of pages that nobody introduced. It rests on no evidence, and says nothing that the facts are to say.

use serde::{Deserialize, Serialize};

use crate::read::record;

/// An introduction to a corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// What the corpus is about, as a title.
    pub title: Told,
    /// What is to be known of the texts before reading them.
    pub note: Told,
    /// Views to start from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stories: Vec<Story>,
}

record!(Guide { title, note } or_empty { stories });

/// A view worth opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// The view, as the query of the app's address.
    pub query: String,
    /// Its title.
    pub title: Told,
    /// What it shows, in a sentence.
    pub text: Told,
}

record!(Story { query, title, text });

/// A text in the languages of the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Simplified Chinese.
    pub hans: String,
    /// Traditional Chinese.
    pub hant: String,
    /// English.
    pub en: String,
}

record!(Told { hans, hant, en });
