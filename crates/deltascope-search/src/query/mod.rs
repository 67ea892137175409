//! `Query`: what the user typed, read as clauses.
//!
//! - white space stands between terms; all of them must occur: `长三角 平台`
//! - `"…"` holds a phrase with its spaces and is searched to the letter; any quotation marks do,
//!   and one that is not closed holds to the end
//! - `-` before a term excludes it: `基金 -上海`
//! - `OR`, or `|`, between terms: one of them is enough. It binds tighter than the space, as in web
//!   searches: `合肥 OR 南京 平台` wants a platform in either city. After a field, a `|` without
//!   spaces goes on with the field: `place:合肥|南京`
//! - `title:`, `place:`, `kind:`, `publisher:`, `phase:`, `before:`, `after:` ([`Field`]), also by
//!   their Chinese names and with a full-width colon
//!
//! Every text is a query. What means nothing is left out, said in [`Query::problems`], and the rest
//! is searched; an operator with nothing to work on is searched for as it stands where it is all
//! there is. A quotation mark inside a term (`的“一体化”`) is a character like any other.

mod day;
mod field;
mod read;

use std::fmt;

use deltascope_model::{Day, TextRange};
use deltascope_text::Letters;

pub use field::Field;

use crate::scan::Letter;

/// A search, parsed; [`crate::Index::query`] makes it. Printed, it reads back the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each must hold, by one of its items.
    // Invariant: no clause is empty.
    pub(crate) clauses: Vec<Vec<Item>>,
    problems: Vec<Problem>,
}

/// One thing that is asked for, or excluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The bytes of the query, with sign, field and quotation marks.
    pub range: TextRange,
    pub excluded: bool,
    pub field: Option<Field>,
    /// In quotation marks: found to the letter only.
    pub quoted: bool,
    /// The text as typed, without sign, field and quotation marks.
    pub text: String,
    pub ask: Ask,
}

/// What an item wants of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// These characters, never none: of its text, or what its field names.
    Text(Vec<Letter>),
    /// A day of publication before this one.
    Before(Day),
    /// This day of publication or a later one.
    After(Day),
}

/// A place of the query that does not mean what it seems to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The bytes of the query.
    pub range: TextRange,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong with a place of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// No field has this name: it is searched as text.
    UnknownField,
    /// A field without a value: left out.
    NoValue,
    /// A day that is none: left out.
    NoDate,
    /// Nothing in the corpus has this name: left out.
    UnknownName,
    /// An operator with nothing to work on: left out.
    Operator,
    /// A quotation mark that is not closed: it holds to the end.
    OpenQuote,
}

impl Query {
    /// Reads a query by the table of the index that it is for.
    pub(crate) fn parse(text: &str, letters: &Letters) -> Self {
        read::read(text, letters)
    }

    /// True where there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// What does not mean what it seems to, in order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Every item, in order.
    #[cfg(test)]
    pub(crate) fn items(&self) -> impl Iterator<Item = &Item> {
        self.clauses.iter().flatten()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, clause) in self.clauses.iter().enumerate() {
            for (nth, item) in clause.iter().enumerate() {
                let before = ["", " ", " OR "][usize::from(at + nth > 0) + usize::from(nth > 0)];
                let sign = if item.excluded { "-" } else { "" };
                let field = item.field.map_or("", Field::prefix);
                let quote = if item.quoted { "\"" } else { "" };
                for part in [before, sign, field, quote, &item.text, quote] {
                    f.write_str(part)?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
