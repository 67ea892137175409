//! Articles to facts: times, initiatives, dated events, places and organisations, each with the
//! sentence that states it.
//!
//! 1. [`Gazetteer::parse`] reads what is known beforehand: places, groups, initiatives,
//!    organisations
//! 2. [`mentions`] reads one cleaned page by itself; pages may be read in parallel
//! 3. [`assemble`] joins the mentions of all pages into facts, sorted by id
//! 4. [`extract`] does 2 and 3 in one call
//!
//! This crate never reads a file or a clock and never decides between sources: where two dates
//! differ, both become events with their own evidence. Evidence is always a literal range of the
//! page's text.

mod facts;
mod gazetteer;
mod meaning;
mod moment;
mod numerals;
mod resolve;
mod rules;
mod spans;
mod tense;
mod times;

pub use facts::{Facts, Mentions, assemble, extract, mentions};
pub use gazetteer::{Gazetteer, GazetteerError};
pub use times::{FoundTime, times};
