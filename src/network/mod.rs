//! The network: who acts in which initiative, and where, as sentences state it. Pure.
//!
//! 1. [`Graph::of`] ties actors and places to initiatives, and initiatives to each other
//! 2. [`Graph::drawn`] chooses what a drawing has room for
//! 3. [`layout`] gives each a place, the same one every time; by [`stay`] it keeps it under filters
//! 4. [`toward`] says where the arrow keys lead

pub mod graph;
mod layout;
mod toward;

pub use graph::{Graph, Node, Stated};
pub use layout::{Spot, layout, stay};
pub use toward::toward;

/// Narrows the network to those who act.
pub const ACTORS: &str = "actors";
/// Narrows it to places.
pub const PLACES: &str = "places";
