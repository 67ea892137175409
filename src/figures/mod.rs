//! Figures: what initiatives report, where reports differ, and what was aimed at.
//!
//! - `amount`: an exact value in the words of a language
//! - `ledger`: figures side by side, with how they stand to each other
//! - `targets`: what was to be reached, beside what was reported later
//! - `plot`: where the points of a small chart stand
//!
//! All of it is pure and declares no figure right.

pub mod amount;
pub mod ledger;
pub mod plot;
pub mod targets;
