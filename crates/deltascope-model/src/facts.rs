//! Mentions and facts, each with the evidence that states it.

use serde::{Deserialize, Serialize};

use crate::{Edtf, TextRange};

/// The characters that state a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// The article, by id.
    pub article: String,
    /// Where in the article's page.
    pub range: TextRange,
    /// The page's text under `range`, to the letter.
    pub text: String,
}

/// How a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text gives it (`2024年6月`).
    Stated,
    /// Worked out from the text and a reference date (`去年`).
    Inferred,
    /// The text means no certain date (`近日`).
    Vague,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// The article's id, `t` and a number.
    pub id: String,
    /// The expression as written.
    pub text: String,
    /// What it means; none where nothing anchors it.
    pub edtf: Option<Edtf>,
    /// How that is known.
    pub basis: Basis,
    /// The date that a relative expression was counted from.
    pub anchor: Option<Edtf>,
    /// The characters of the expression.
    pub evidence: Evidence,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The article's id, `q` and a number.
    pub id: String,
    /// The expression as written.
    pub text: String,
    /// Exact decimal in the base unit; a span is `lo/hi`.
    pub value: String,
    /// The unit (`CNY`, `%`, a measure word …).
    pub unit: String,
    /// `exact`, `over`, `under` or `about`.
    pub qualifier: String,
    /// `count`, `money`, `percent`, `rank`, `growth` …
    pub kind: String,
    /// The characters of the expression.
    pub evidence: Evidence,
}

/// What kind of thing an initiative is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeKind {
    /// A law or a decision of a people's congress.
    Law,
    /// A plan or an action plan.
    Plan,
    /// Another policy document.
    Policy,
    /// A programme or a standing mechanism.
    Programme,
    /// A service or sharing platform.
    Platform,
    /// An alliance or consortium.
    Alliance,
    /// A fund.
    Fund,
    /// A corridor or belt.
    Corridor,
    /// A project.
    Project,
    /// A cluster of industry.
    Cluster,
    /// A centre, laboratory or facility.
    Centre,
    /// A meeting, forum or fair.
    Event,
}

impl InitiativeKind {
    /// Every kind, in the order in which the app lists them.
    pub const ALL: [Self; 12] = [
        Self::Law,
        Self::Plan,
        Self::Policy,
        Self::Programme,
        Self::Platform,
        Self::Alliance,
        Self::Fund,
        Self::Corridor,
        Self::Project,
        Self::Cluster,
        Self::Centre,
        Self::Event,
    ];

    /// Its name in the corpus and in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Plan => "plan",
            Self::Policy => "policy",
            Self::Programme => "programme",
            Self::Platform => "platform",
            Self::Alliance => "alliance",
            Self::Fund => "fund",
            Self::Corridor => "corridor",
            Self::Project => "project",
            Self::Cluster => "cluster",
            Self::Centre => "centre",
            Self::Event => "event",
        }
    }
}

/// A named thing that lives in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// The gazetteer's id, or one made from the name.
    pub id: String,
    /// Its full name in Simplified Chinese.
    pub name: String,
    /// Other names and short forms.
    pub aliases: Vec<String>,
    /// Its English name, from the gazetteer only.
    pub name_en: Option<String>,
    /// Its kind.
    pub kind: InitiativeKind,
    /// The pillar of the Decision it serves, where the gazetteer knows.
    pub pillar: Option<String>,
    /// Its latest phase in the corpus.
    pub status: Option<Phase>,
    /// Who acts in it, by name.
    pub actors: Vec<String>,
    /// Places, by id.
    pub places: Vec<String>,
    /// Its mentions.
    pub evidence: Vec<Evidence>,
}

/// A step in an initiative's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Put forward.
    Proposed,
    /// Passed by vote.
    Adopted,
    /// Signed.
    Signed,
    /// Published or printed and sent out.
    Issued,
    /// In legal force.
    InForce,
    /// Started.
    Launched,
    /// Founded.
    Established,
    /// Took place.
    Held,
    /// Put on a list.
    Listed,
    /// Finished.
    Completed,
    /// A deadline that a plan sets.
    Target,
}

impl Phase {
    /// Every phase, in the order of an initiative's life.
    pub const ALL: [Self; 11] = [
        Self::Proposed,
        Self::Adopted,
        Self::Signed,
        Self::Issued,
        Self::InForce,
        Self::Launched,
        Self::Established,
        Self::Held,
        Self::Listed,
        Self::Completed,
        Self::Target,
    ];

    /// Its name in the corpus and in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Adopted => "adopted",
            Self::Signed => "signed",
            Self::Issued => "issued",
            Self::InForce => "in_force",
            Self::Launched => "launched",
            Self::Established => "established",
            Self::Held => "held",
            Self::Listed => "listed",
            Self::Completed => "completed",
            Self::Target => "target",
        }
    }
}

/// When an event was or will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    /// As precise as the text.
    pub edtf: Edtf,
    /// How it is known.
    pub basis: Basis,
}

/// A dated phase of an initiative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The initiative's id, the phase and a number.
    pub id: String,
    /// The initiative, by id.
    pub initiative: String,
    /// The step.
    pub phase: Phase,
    /// When.
    pub date: EventDate,
    /// Who, by name.
    pub actors: Vec<String>,
    /// Where, by id.
    pub places: Vec<String>,
    /// The sentences that state it, at least one.
    pub evidence: Vec<Evidence>,
}

/// A value that an initiative reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The initiative's id, the indicator and a number.
    pub id: String,
    /// The initiative, by id.
    pub initiative: Option<String>,
    /// What is measured.
    pub indicator: String,
    /// Exact decimal in the base unit.
    pub value: String,
    /// The unit.
    pub unit: String,
    /// `exact`, `over`, `under` or `about`.
    pub qualifier: String,
    /// Of what whole.
    pub scope: Option<String>,
    /// As of when.
    pub as_of: Option<Edtf>,
    /// The sentences that state it, at least one.
    pub evidence: Vec<Evidence>,
}

/// A relation between facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// `agree`, `evolve`, `scope`, `conflict` or `homonym`.
    pub kind: String,
    /// The facts, by id.
    pub members: Vec<String>,
    /// Why, in words.
    pub note: String,
}
