//! What the page says about a story: title, publisher, host, byline, dateline, dates.
//!
//! Looked for in the blocks above the story, in the lines of source and credit, and in the
//! credits cut out of its paragraphs; never in teasers.

mod byline;
mod dates;
mod host;
mod publisher;
mod title;

pub use byline::{byline, dateline, editor, newspaper_page};
pub use dates::{Dates, dates};
pub use host::{host, is_reposted};
pub use publisher::{is_medium, publisher};
pub use title::{headline, title};
