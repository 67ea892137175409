//! Pages to facts.

use deltascope_model::{CleanedPage, Event, Initiative, Issue, Organisation, Place, Time};

use crate::Gazetteer;

/// Everything found, every list sorted by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Time expressions.
    pub times: Vec<Time>,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// Dated phases.
    pub events: Vec<Event>,
    /// Places that the facts name, with the places they lie in.
    pub places: Vec<Place>,
    /// Organisations that the facts name.
    pub organisations: Vec<Organisation>,
    /// Doubts.
    pub issues: Vec<Issue>,
}

/// What one page mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {}

/// Facts of all pages.
pub fn extract(pages: &[CleanedPage], gazetteer: &Gazetteer) -> Facts {
    assemble(pages.iter().map(|page| mentions(page, gazetteer)).collect(), gazetteer)
}

/// Reads one page by itself.
pub fn mentions(_page: &CleanedPage, _gazetteer: &Gazetteer) -> Mentions {
    Mentions::default()
}

/// Joins the mentions of all pages.
pub fn assemble(_pages: Vec<Mentions>, _gazetteer: &Gazetteer) -> Facts {
    Facts::default()
}
