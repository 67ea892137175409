//! Mentions and facts, each with the evidence that states it.

use serde::{Deserialize, Serialize};

use crate::{
    Article, Edtf, TextRange,
    read::{Blank, names, record},
};

/// The characters that state a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// The article, by id.
    pub article: String,
    /// Where in the article's page.
    pub range: TextRange,
    /// The page's text under `range`, to the letter. In a head, mentions of initiatives leave it to the article.
    pub text: String,
}

record!(Evidence { article, range, text });

impl Evidence {
    /// With its text, given its article with its own.
    #[must_use]
    pub fn complete(&self, article: &Article) -> Self {
        let mut whole = self.clone();
        if whole.text.is_empty() {
            whole.text = article.quote(self.range).unwrap_or_default();
        }
        whole
    }
}

names! {
    /// How a date is known.
    pub enum Basis {
        /// The text gives it (`2024年6月`).
        Stated = "stated",
        /// Worked out from the text and a reference date (`去年`).
        Inferred = "inferred",
        /// The text means no certain date (`近日`).
        Vague = "vague",
    }
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

record!(Time { id, text, edtf, basis, anchor, evidence });

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

record!(Quantity { id, text, value, unit, qualifier, kind, evidence });

names! {
    /// What kind of thing an initiative is, in the order in which the app lists them.
    pub enum InitiativeKind {
        /// A law or a decision of a people's congress.
        Law = "law",
        /// A plan or an action plan.
        Plan = "plan",
        /// Another policy document.
        Policy = "policy",
        /// A programme or a standing mechanism.
        Programme = "programme",
        /// A service or sharing platform.
        Platform = "platform",
        /// An alliance or consortium.
        Alliance = "alliance",
        /// A fund.
        Fund = "fund",
        /// A corridor or belt.
        Corridor = "corridor",
        /// A project.
        Project = "project",
        /// A cluster of industry.
        Cluster = "cluster",
        /// A centre, laboratory or facility.
        Centre = "centre",
        /// A meeting, forum or fair.
        Event = "event",
    }
}

impl InitiativeKind {
    /// True for what is a text: a law, a plan or another policy document.
    pub fn is_document(self) -> bool {
        matches!(self, Self::Law | Self::Plan | Self::Policy)
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
    /// The furthest phase of its life that it has come to.
    pub status: Option<Phase>,
    /// The sentences that say so, where none of its events does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_evidence: Vec<Evidence>,
    /// Who acts in it, by name.
    pub actors: Vec<String>,
    /// Places, by id.
    pub places: Vec<String>,
    /// Those of the places that the gazetteer gives and no sentence states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub background: Vec<String>,
    /// How it is tied to others of the corpus, from the gazetteer only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Its mentions.
    pub evidence: Vec<Evidence>,
}

impl Initiative {
    /// The sentences of its evidence and of that of its status.
    pub(crate) fn sentences_mut(&mut self) -> impl Iterator<Item = &mut Evidence> {
        self.evidence.iter_mut().chain(&mut self.status_evidence)
    }
}

record!(Initiative { id, name, aliases, name_en, kind, pillar, status, actors, places, evidence } or_empty { status_evidence, background, links });

/// A tie of an initiative to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What kind of tie.
    pub kind: LinkKind,
    /// The other initiative, by id.
    pub to: String,
}

record!(Link { kind, to });

names! {
    /// What an initiative is to another, in the order in which the app lists them.
    pub enum LinkKind {
        /// It belongs to the other.
        PartOf = "part-of",
        /// It puts the other into practice.
        Implements = "implements",
        /// It comes after the other, of its kind.
        Follows = "follows",
        /// It takes the other's place.
        Revises = "revises",
    }
}

names! {
    /// A step in an initiative's life, in the order of that life.
    pub enum Phase {
        /// Put forward.
        Proposed = "proposed",
        /// Passed by vote.
        Adopted = "adopted",
        /// Signed.
        Signed = "signed",
        /// Published or printed and sent out.
        Issued = "issued",
        /// In legal force.
        InForce = "in_force",
        /// Started.
        Launched = "launched",
        /// Founded.
        Established = "established",
        /// Took place.
        Held = "held",
        /// Put on a list.
        Listed = "listed",
        /// Finished.
        Completed = "completed",
        /// A deadline that a plan sets.
        Target = "target",
    }
}

names! {
    /// How its sources stand to an event; where they differ, the first of these.
    pub enum EventStanding {
        /// Told as done.
        Happened = "happened",
        /// Said to be coming (`将于10月启用`).
        Announced = "announced",
        /// Asked for by a plan, a law or a speaker (`要求到2027年建成`).
        Demanded = "demanded",
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

record!(EventDate { edtf, basis });

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
    /// Whether it has happened.
    pub standing: EventStanding,
    /// Who says so, where a sentence names a person, an office or a document: their names in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said_by: Vec<Evidence>,
    /// Who, by name.
    pub actors: Vec<String>,
    /// Where, by id.
    pub places: Vec<String>,
    /// The sentences that state it, at least one.
    pub evidence: Vec<Evidence>,
}

impl Event {
    /// True for what has happened; a target has not, nor what is announced or demanded.
    pub fn has_happened(&self) -> bool {
        self.phase != Phase::Target && self.standing == EventStanding::Happened
    }
}

record!(Event { id, initiative, phase, date, standing, actors, places, evidence } or_empty { said_by });

/// A person, as far as the articles show that it is the same one: namesakes are apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// `h-` and the name, with a number for a namesake.
    pub id: String,
    /// The name in Simplified Chinese.
    pub name: String,
    /// The offices as stated; none of who only speaks.
    pub offices: Vec<Office>,
    /// Where the name stands.
    pub evidence: Vec<Evidence>,
}

record!(Person { id, name, offices, evidence });

/// An office that a person is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// The words in Simplified Chinese (`科技厅副厅长`).
    pub name: String,
    /// The organisation that they name.
    pub organisation: Option<String>,
    /// The words from office to name, or from name to office.
    pub evidence: Vec<Evidence>,
}

record!(Office { name, organisation, evidence });

names! {
    /// Whether a figure tells what is or what shall be.
    pub enum Standing {
        /// What was counted or measured.
        Reported = "reported",
        /// What a plan wants reached by the date that the figure is as of.
        Target = "target",
    }
}

impl Default for Basis {
    fn default() -> Self {
        Self::BLANK
    }
}

impl Default for Standing {
    fn default() -> Self {
        Self::BLANK
    }
}

/// A value that an initiative or a place reports, or is to reach.
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
    /// As of when; of a target, by when.
    pub as_of: Option<Edtf>,
    /// How that is known: `inferred` where it counts from another date, or is only the day of the article.
    #[serde(default)]
    pub as_of_basis: Basis,
    /// Whether it was reached or is to be.
    #[serde(default)]
    pub standing: Standing,
    /// The sentences that state it, at least one.
    pub evidence: Vec<Evidence>,
}

record!(Figure {
    id, initiative, indicator, value, unit, qualifier, scope, as_of, evidence,
} or_empty { as_of_basis, standing });

/// A relation between figures, or between events of one phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// `agree`, `evolve`, `scope`, `conflict` or `homonym`.
    pub kind: String,
    /// The figures or events, by id; one alone where several stories state the same event.
    pub members: Vec<String>,
    /// In what they differ: names of [`Figure`]'s or [`Event`]'s fields with a blank between (`value as_of`); empty
    /// where all state the same. No words of a language, so that each can put it in its own.
    pub note: String,
    /// How many stories state them: articles that reprint one another count once.
    #[serde(default)]
    pub sources: u32,
}

record!(Relation { kind, members, note } or_empty { sources });
