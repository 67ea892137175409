//! The rules: one file each, with its own cases.
//!
//! A time rule looks at one place of a text ([`Scan`]) and says how many bytes from there are a
//! time expression and what it says. The scanner asks every rule and keeps the longest answer.

use crate::meaning::Meaning;

mod field;
pub(crate) mod name_head;
pub(crate) mod name_title;
mod name_words;
pub(crate) mod time_ahead;
pub(crate) mod time_date;
pub(crate) mod time_decade;
pub(crate) mod time_iso;
pub(crate) mod time_plan;
pub(crate) mod time_recent;
pub(crate) mod time_relative_day;
pub(crate) mod time_since;
pub(crate) mod time_span;
pub(crate) mod time_vague;

/// A place in a text.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

/// How many bytes from the place on are a time expression, and what it says.
pub(crate) type Reading = Option<(usize, Meaning)>;

/// A time rule: what it reads at a place.
pub(crate) type TimeRule = fn(Scan<'_>) -> Reading;

/// Every time rule. Of equally long readings the earlier rule's counts.
pub(crate) const TIME_RULES: [TimeRule; 10] = [
    time_iso::read,
    time_date::read,
    time_span::read,
    time_since::read,
    time_plan::read,
    time_decade::read,
    time_relative_day::read,
    time_recent::read,
    time_ahead::read,
    time_vague::read,
];

impl<'a> Scan<'a> {
    /// A place; `at` must be a character boundary.
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The text from the place on.
    pub(crate) fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text before the place.
    pub(crate) fn before(self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The place so many bytes further on.
    pub(crate) fn skip(self, len: usize) -> Self {
        Self { at: self.at + len, ..self }
    }

    /// The place after `word`, where the text has it here.
    pub(crate) fn eat(self, word: &str) -> Option<Self> {
        self.rest().starts_with(word).then(|| self.skip(word.len()))
    }

    /// The place after the longest of `words` that the text has here, and its position.
    pub(crate) fn eat_any(self, words: &[&str]) -> Option<(Self, usize)> {
        let found = |&(_, word): &(usize, &&str)| self.rest().starts_with(*word);
        let longest = words.iter().enumerate().filter(found).max_by_key(|(_, word)| word.len());
        longest.map(|(index, word)| (self.skip(word.len()), index))
    }

    /// The place after one blank, where the text has one: PDF text has `2024 年 6 月`.
    pub(crate) fn eat_blank(self) -> Self {
        self.eat(" ").unwrap_or(self)
    }

    /// Bytes from `start` to this place.
    pub(crate) fn since(self, start: Self) -> usize {
        self.at - start.at
    }
}

#[cfg(test)]
pub(crate) mod test {
    //! The table test of every time rule.

    use super::{Meaning, Reading, Scan};

    /// Checks what a rule reads at the head of a text.
    #[track_caller]
    pub(crate) fn check(
        read: fn(Scan<'_>) -> Reading,
        text: &str,
        expected: Option<(&str, Meaning)>,
    ) {
        let found = read(Scan::new(text, 0));
        assert_eq!(found, expected.map(|(matched, meaning)| (matched.len(), meaning)), "{text}");
    }
}
