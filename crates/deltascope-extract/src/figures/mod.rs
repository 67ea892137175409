//! Figures: quantities that an initiative or a place reports, with indicator, scope and date.
//!
//! 1. `measured` reads the sentences of one page, but for numbers that measure nothing
//!    (`apart`): what a number is a figure of (`naming` by `clause_words`, with `compared`,
//!    `numbered`, `growth`, `share`, `per`, `respective`, `worth`, `lasting` and `price`, held
//!    to names of things by `thing`, by `indicator` and `words`; `turned` adds what turns its
//!    meaning, `heads` whose a name is that tells nothing by itself), whose it is (`whose`;
//!    `another` tells where the sentence speaks of something else), of which whole (`scope`),
//!    as of when (`when`; `another_time` tells which times of the sentence are of something
//!    else), and whether it is a target (`standing`) or only expected, and no figure
//!    (`outlook`); `thread` is what the article spoke of before; `alone` keeps what nobody owns
//!    where its own words name it
//! 2. `gather` joins what pages say alike and numbers the figures
//! 3. `relate` sets figures of different stories side by side: they agree, follow one another, have
//!    another scope, or differ; nobody is declared right

mod alone;
mod another;
mod another_time;
mod apart;
mod clause_words;
mod comparable;
mod compared;
mod firm;
mod gather;
mod growth;
mod heads;
mod homonym;
mod indicator;
mod lasting;
mod measured;
mod naming;
mod numbered;
mod outlook;
mod per;
mod price;
mod relate;
mod respective;
mod scope;
mod share;
mod standing;
mod thing;
mod thread;
mod turned;
mod when;
mod whose;
mod words;
mod worth;

pub(crate) use firm::FIRMS;
pub(crate) use gather::{Gathered, Stated, gather};
pub(crate) use measured::{Measured, Measuring, measured};
pub(crate) use thread::Thread;
pub(crate) use when::AsOf;
