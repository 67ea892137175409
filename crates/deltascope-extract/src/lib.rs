//! Articles to facts: times, quantities, initiatives, dated events, figures, places, organisations and people,
//! each with the sentence that states it, and how figures and events of several articles stand to one
//! another.
//!
//! 1. [`Gazetteer::parse`] reads what is known beforehand: places, groups, initiatives,
//!    organisations, and what a person corrected
//! 2. [`mentions`] reads cleaned pages, each by itself; groups of them may be read in parallel
//! 3. [`Assembly`] joins the mentions of all pages into facts, sorted by id, and finds the relations
//!    between them; [`assemble`] is that for pages that are all there
//! 4. [`extract`] does 2 and 3 in one call
//!
//! This crate never reads a file or a clock and never decides between sources: where two dates or two
//! values differ, both become facts with their own evidence. Evidence is always a literal range of the
//! page's text.

mod accounts;
mod added;
mod assemble;
mod attach;
mod back;
mod background;
mod bind;
mod circumstances;
mod clause;
mod context;
mod corrections;
mod course;
mod currency;
mod editions;
mod endings;
mod expressions;
mod feasts;
mod figures;
mod gatherings;
mod gazetteer;
mod goals;
mod grounds;
mod lunar;
mod meaning;
mod mentions;
mod merge;
mod moment;
mod moves;
mod names;
mod numerals;
mod offices;
mod papers;
mod part;
mod people;
mod phases;
mod quantities;
mod reference;
mod relate_events;
mod resolve;
mod rounds;
mod rules;
mod serials;
mod shared_head;
mod spans;
mod speaker;
mod spots;
mod stages;
mod standing;
mod status;
mod subject;
mod target;
mod tense;
mod times;
mod triggers;
mod undated;
mod verbs;
mod words;

pub use assemble::{Assembly, Facts, assemble, extract};
pub use expressions::{Expression, ExpressionKind, expressions};
pub use gazetteer::{Gazetteer, GazetteerError};
pub use mentions::{Mentions, mentions};
pub use people::{FoundPerson, people};
pub use quantities::{FoundNumber, FoundQuantity, numbers, quantities};
pub use times::{FoundTime, times, times_known};
