//! A paragraph while its article is read: what is found in it before its sentences are read one by one.

use deltascope_model::{Piece, TextRange};
use deltascope_text::sentences;

use crate::back::ShortForms;
use crate::gazetteer::{Gazetteer, KnownMatch};
use crate::grounds::Grounds;
use crate::names::{Mention, Patterns, mentions};
use crate::people::Found;
use crate::quantities::FoundQuantity;
use crate::spans::Reading;
use crate::tense::ends_clause;
use crate::times::{FoundTime, RawTime};

/// No sentence is longer, in bytes: about a thousand characters.
const LONGEST_SENTENCE: usize = 3000;

/// A paragraph, and what is found in it so far.
pub(super) struct Body {
    pub(super) reading: Reading,
    pub(super) sentences: Vec<TextRange>,
    pub(super) known: Vec<KnownMatch>,
    pub(super) people: Vec<Found>,
    /// Its times as they are read, and once those are, what they are. Those that are none were taken out then.
    pub(super) meanings: Vec<RawTime>,
    pub(super) times: Vec<FoundTime>,
    pub(super) quantities: Vec<FoundQuantity>,
    pub(super) patterns: Patterns,
    pub(super) names: Vec<Mention>,
}

impl Body {
    /// A paragraph that is the concatenation of `pieces` of the page.
    pub(super) fn new(paragraph: &str, pieces: Vec<Piece>) -> Self {
        Self {
            reading: Reading::new(paragraph, pieces),
            sentences: Vec::new(),
            known: Vec::new(),
            people: Vec::new(),
            meanings: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            patterns: Patterns::default(),
            names: Vec::new(),
        }
    }

    /// Finds its sentences and what the gazetteer knows of it.
    pub(super) fn know(&mut self, gazetteer: &Gazetteer) {
        let text = self.reading.text();
        let pieces = sentences(text).into_iter().flat_map(|range| pieces(text, range));
        self.sentences = pieces.map(|range| trimmed(text, range)).collect();
        self.known = gazetteer.find_in(self.reading.noted());
    }

    /// Finds the initiatives that it names, in an article that has such short forms so far.
    pub(super) fn name(
        &mut self,
        grounds: &Grounds,
        gazetteer: &Gazetteer,
        forms: &mut ShortForms,
    ) {
        let (text, places) = (self.reading.noted(), grounds.with(&self.known));
        self.names = mentions(text, places, &self.patterns, gazetteer, forms);
    }
}

/// A sentence, cut at its clauses where it is longer than any sentence: a page may be one line
/// without a full stop, and each fact of it would hold the whole.
fn pieces(text: &str, sentence: TextRange) -> impl Iterator<Item = TextRange> {
    let end = sentence.usize().end;
    let mut next = Some(sentence.usize().start);
    std::iter::from_fn(move || {
        let start = next.take()?;
        if end - start <= LONGEST_SENTENCE {
            return Some(TextRange::of(start, end));
        }
        let reach = text.floor_char_boundary(start + LONGEST_SENTENCE);
        let clause = text[start..reach].rfind(ends_clause);
        let mark = |at: usize| text[start + at..].chars().next().map_or(0, char::len_utf8);
        let cut = clause.map_or(reach, |at| start + at + mark(at));
        next = Some(cut);
        Some(TextRange::of(start, cut))
    })
}

/// A range without blanks at its ends.
fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.slice(text).unwrap_or_default();
    let start = range.usize().start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    TextRange::of(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let pieces: Vec<_> = pieces(text, TextRange::of(0, text.len())).collect();
        let lengths: Vec<usize> = pieces.iter().map(|piece| piece.usize().len()).collect();
        assert_eq!(lengths, expected);
        assert!(pieces.iter().all(|piece| piece.slice(text).is_some()));
    }

    #[test]
    fn endless_sentences_are_cut_at_clauses() {
        check("三市共用仪器。", &[21]);
        check(&"市".repeat(1000), &[3000]);
        check(&"市".repeat(1001), &[3000, 3]);
        check(&format!("三市,{}", "市".repeat(1000)), &[7, 3000]);
    }
}
