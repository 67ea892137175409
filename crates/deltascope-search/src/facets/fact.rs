//! `Fact`: an event or a figure of a corpus.

use deltascope_model::{Corpus, Edtf, Evidence};

/// A fact of the corpus, by position in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An event.
    Event(usize),
    /// A figure.
    Figure(usize),
}

impl Fact {
    /// All facts of a corpus, the events first: each stands at its [`Fact::place`].
    pub(crate) fn all(corpus: &Corpus) -> impl Iterator<Item = Self> + Clone + use<> {
        let figures = (0..corpus.figures.len()).map(Self::Figure);
        (0..corpus.events.len()).map(Self::Event).chain(figures)
    }

    /// Where it stands in the list of all facts.
    pub(crate) fn place(self, corpus: &Corpus) -> usize {
        match self {
            Self::Event(at) => at,
            Self::Figure(at) => corpus.events.len() + at,
        }
    }

    /// The initiative that it is about, by id.
    pub fn initiative(self, corpus: &Corpus) -> Option<&str> {
        match self {
            Self::Event(at) => Some(&corpus.events[at].initiative),
            Self::Figure(at) => corpus.figures[at].initiative.as_deref(),
        }
    }

    /// When it was, or is to be.
    pub fn date(self, corpus: &Corpus) -> Option<&Edtf> {
        match self {
            Self::Event(at) => Some(&corpus.events[at].date.edtf),
            Self::Figure(at) => corpus.figures[at].as_of.as_ref(),
        }
    }

    /// The sentences that state it.
    pub fn evidence(self, corpus: &Corpus) -> &[Evidence] {
        match self {
            Self::Event(at) => &corpus.events[at].evidence,
            Self::Figure(at) => &corpus.figures[at].evidence,
        }
    }
}
