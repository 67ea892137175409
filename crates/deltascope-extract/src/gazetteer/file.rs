//! The shape of a gazetteer file. Every file may hold any of the six tables.
//!
//! A key that no table knows is refused, so that a misspelt one is never silently lost.

use deltascope_model::{InitiativeKind, Link, LinkKind};
use serde::Deserialize;

use super::correction::Correction;
use super::guide::GuideEntry;

/// One file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GazetteerFile {
    #[serde(default)]
    pub(crate) place: Vec<PlaceEntry>,
    #[serde(default)]
    pub(crate) group: Vec<GroupEntry>,
    #[serde(default)]
    pub(crate) initiative: Vec<InitiativeEntry>,
    #[serde(default)]
    pub(crate) organisation: Vec<OrganisationEntry>,
    #[serde(default)]
    pub(crate) correction: Vec<Correction>,
    #[serde(default)]
    pub(crate) guide: Option<GuideEntry>,
}

/// A place, or a group turned into one with members.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceEntry {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) full: Option<String>,
    pub(crate) hant: String,
    pub(crate) en: String,
    pub(crate) level: String,
    #[serde(default)]
    pub(crate) parent: Option<String>,
    #[serde(default)]
    pub(crate) point: Option<[f64; 2]>,
    #[serde(default)]
    pub(crate) tile: Option<[u8; 2]>,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    /// Of a group: its places by id. Not a key of `[[place]]`.
    #[serde(skip)]
    pub(crate) members: Vec<String>,
}

/// A name for several places at once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupEntry {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    hant: String,
    en: String,
    members: Vec<String>,
}

/// An initiative.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InitiativeEntry {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    pub(crate) en: String,
    pub(crate) kind: InitiativeKind,
    #[serde(default)]
    pub(crate) pillar: Option<String>,
    #[serde(default)]
    pub(crate) places: Vec<String>,
    #[serde(default)]
    pub(crate) actors: Vec<String>,
    #[serde(default)]
    pub(crate) links: Vec<LinkEntry>,
}

/// What an initiative is to another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkEntry {
    kind: LinkKind,
    pub(crate) to: String,
}

impl From<&LinkEntry> for Link {
    fn from(entry: &LinkEntry) -> Self {
        Self { kind: entry.kind, to: entry.to.clone() }
    }
}

/// An organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationEntry {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    #[serde(rename = "en")]
    _en: String,
    /// Of a newspaper or an agency: the place that it calls 我省 or 我市.
    #[serde(default)]
    pub(crate) place: Option<String>,
}

impl From<GroupEntry> for PlaceEntry {
    fn from(group: GroupEntry) -> Self {
        let GroupEntry { id, name, aliases, hant, en, members } = group;
        let level = "group".to_owned();
        let (full, parent, point, tile) = (None, None, None, None);
        Self { id, name, full, hant, en, level, parent, point, tile, aliases, members }
    }
}
