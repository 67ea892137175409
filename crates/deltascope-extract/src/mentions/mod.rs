//! Pages by themselves: their times, the initiatives they name, and the dated phases they state.
//!
//! 1. of each article what [`OpenArticle::STEPS`] find, step by step
//! 2. what a person corrected
//!
//! Pages never see each other here, so that they can be read in any order, in parallel, and together.

mod article;
mod body;
mod open;

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{
    Basis, CleanedPage, Edtf, EventStanding, Evidence, InitiativeKind, Issue, Phase, Quantity, Time,
};

use crate::corrections;
use crate::figures::Measured;
use crate::gazetteer::Gazetteer;
use crate::names::Key;
use crate::people::Told;
use open::OpenArticle;

/// What one page mentions; input of [`Assembly`](crate::Assembly).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    pub(crate) times: Vec<Time>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) named: Vec<Named>,
    pub(crate) phases: Vec<Dated>,
    pub(crate) undated: Vec<Undated>,
    pub(crate) figures: Vec<Measured>,
    /// The corrections of the gazetteer that met a fact of the page, by number.
    pub(crate) corrected: BTreeSet<usize>,
    /// Organisations by id, those that the gazetteer lacks by name, each with its sentences.
    pub(crate) organisations: BTreeMap<String, Vec<Evidence>>,
    pub(crate) people: Vec<Told>,
    pub(crate) issues: Vec<Issue>,
}

/// A sentence that names an initiative.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) key: Key,
    pub(crate) name: String,
    pub(crate) kind: InitiativeKind,
    pub(crate) anchored: bool,
    pub(crate) told: bool,
    /// Places inside the name.
    pub(crate) places: Vec<String>,
    pub(crate) evidence: Evidence,
}

/// A sentence that dates a phase of an initiative.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dated {
    pub(crate) key: Key,
    pub(crate) phase: Phase,
    pub(crate) edtf: Edtf,
    pub(crate) basis: Basis,
    pub(crate) standing: EventStanding,
    /// Who says so, by name in the page.
    pub(crate) said_by: Option<Evidence>,
    pub(crate) actors: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) evidence: Evidence,
}

/// A sentence that says of an initiative, without a date, that something was done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Undated {
    pub(crate) key: Key,
    pub(crate) phase: Phase,
    pub(crate) evidence: Evidence,
}

impl Mentions {
    /// Takes the page's times and quantities out, sorted by id. Nothing on other pages changes them,
    /// so they need not wait for [`Assembly::finish`](crate::Assembly::finish), whose lists are then
    /// those of the other pages.
    pub fn take_final(&mut self) -> (Vec<Time>, Vec<Quantity>) {
        let mut times = std::mem::take(&mut self.times);
        times.sort_by(|one, two| one.id.cmp(&two.id));
        let mut quantities = std::mem::take(&mut self.quantities);
        quantities.sort_by(|one, two| one.id.cmp(&two.id));
        (times, quantities)
    }

    /// With what another article of the page mentions.
    fn with(mut self, other: Self) -> Self {
        self.times.extend(other.times);
        self.quantities.extend(other.quantities);
        self.named.extend(other.named);
        self.phases.extend(other.phases);
        self.undated.extend(other.undated);
        self.figures.extend(other.figures);
        self.corrected.extend(other.corrected);
        for (id, evidence) in other.organisations {
            self.organisations.entry(id).or_default().extend(evidence);
        }
        self.people.extend(other.people);
        self.issues.extend(other.issues);
        self
    }
}

/// Reads pages, each by itself; what they mention, page by page.
///
/// One thing is read at a time, in all paragraphs of all pages: what reads it is long, and would
/// otherwise crowd the next out of the machine's nearest memory. So short pages are read sooner together
/// than one by one.
pub fn mentions(pages: &[CleanedPage], gazetteer: &Gazetteer) -> Vec<Mentions> {
    let articles = pages.iter().flat_map(|CleanedPage { page, articles, .. }| {
        articles.iter().map(move |article| OpenArticle::new(page, article, gazetteer))
    });
    let mut articles: Vec<OpenArticle<'_>> = articles.collect();
    for step in OpenArticle::STEPS {
        articles.iter_mut().for_each(step);
    }
    let mut read = articles.into_iter().map(OpenArticle::close);
    let of_page = |CleanedPage { page, articles, .. }: &CleanedPage| {
        let own = read.by_ref().take(articles.len());
        let mut found = own.reduce(Mentions::with).unwrap_or_default();
        corrections::apply(page, gazetteer, &mut found);
        found
    };
    pages.iter().map(of_page).collect()
}
