//! Figures: quantities that an initiative or a place reports, with indicator, scope and date.
//!
//! 1. `measured` reads the sentences of one page: which initiative a number belongs to, what it is
//!    a figure of (`indicator`), of which whole, as of when, and whether it is a target (`standing`)
//! 2. `gather` joins what pages say alike and numbers the figures
//! 3. `relate` sets figures of different stories side by side: they agree, follow one another, have
//!    another scope, or differ; nobody is declared right

mod gather;
mod indicator;
mod measured;
mod relate;
mod standing;

pub(crate) use gather::{Gathered, Stated, gather};
pub(crate) use measured::{Measured, Measuring, measured};
pub(crate) use relate::relate;
