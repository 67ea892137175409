//! Search: every substring of titles, bodies and initiatives' names, in either script.
//!
//! 1. [`Index::build`] from a corpus, at build time; [`Index::to_bytes`] and
//!    [`Index::from_bytes`] are the file `index.bin`
//! 2. [`Index::query`]: terms, `"phrases"`, `-exclusions`, `OR`, fields, with the range of each error
//! 3. [`Index::search`]: every article that holds them, best first ([`Hits`]); of a large corpus
//!    [`Index::split`] makes files, and [`Index::ask`] says which of them a search needs
//! 4. [`Index::hit`]: for what is shown, the exact raw ranges and the reasons
//! 5. [`snippets`]: the sentences to show, with marks
//! 6. [`Facets`]: what passes search and filters, and how many each value of a filter would leave
//!
//! The text itself is not in the index: the caller holds the articles already. What is in it is what
//! is known of each article, the names of things and how they are read aloud, and the table of the
//! characters that all these need, [`Index::letters`]. This crate never reads a file, and never drops
//! a hit to be fast.

mod answer;
mod columns;
mod entries;
mod facets;
mod facts;
mod format;
mod hit;
mod hits;
mod index;
mod matches;
mod names;
mod numbers;
mod order;
mod places;
mod postings;
mod query;
mod rank;
#[cfg(test)]
mod sample;
mod scan;
mod search;
mod snippet;
mod suggest;
mod texts;

pub use facets::{Counts, Facet, Facets, Fact, Picks, Searched, Selection, Subjects};
pub use format::{INDEX_VERSION, IndexError};
pub use hit::{BodyHit, Hit, Reason, Where};
pub use hits::{Found, Hits};
pub use index::{Index, Needs, Prepared};
pub use query::{Field, Problem, ProblemKind, Query};
pub use search::{Also, Options, Results, Sort};
pub use snippet::{Snippet, snippets};
