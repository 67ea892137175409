//! The table `[guide]` of a gazetteer file: the model's guide, with every key known.

use deltascope_model::{Guide, Story, Told};
use serde::Deserialize;

/// What whoever gathered the pages says of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GuideEntry {
    title: ToldEntry,
    note: ToldEntry,
    #[serde(default)]
    stories: Vec<StoryEntry>,
}

/// A view to start from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryEntry {
    query: String,
    title: ToldEntry,
    text: ToldEntry,
}

/// A text in each language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldEntry {
    hans: String,
    hant: String,
    en: String,
}

impl From<ToldEntry> for Told {
    fn from(entry: ToldEntry) -> Self {
        Self { hans: entry.hans, hant: entry.hant, en: entry.en }
    }
}

impl From<GuideEntry> for Guide {
    fn from(entry: GuideEntry) -> Self {
        let story = |story: StoryEntry| Story {
            query: story.query,
            title: story.title.into(),
            text: story.text.into(),
        };
        Self {
            title: entry.title.into(),
            note: entry.note.into(),
            stories: entry.stories.into_iter().map(story).collect(),
        }
    }
}
