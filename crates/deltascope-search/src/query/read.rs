//! The reader: a text to clauses.
//!
//! 1. white space and `|` part words; a phrase in quotation marks may hold both
//! 2. a word is read from its left: sign, field, quotation mark, text
//! 3. an operator between two items joins them into one clause
//!
//! Whether a quotation mark opens a phrase is seen from its own word alone, so that a query reads
//! the same whatever is dropped beside it.

use deltascope_model::TextRange;
use deltascope_text::Letters;

use super::{Ask, Field, Item, Problem, ProblemKind, Query, day};
use crate::scan::Letter;

/// A character of the text.
#[derive(Clone, Copy)]
struct Char {
    at: usize,
    raw: char,
    letter: Letter,
}

impl Char {
    fn is(self, c: char) -> bool {
        self.raw == c || self.letter[0] == c
    }

    fn is_space(self) -> bool {
        self.letter[0].is_whitespace()
    }
}

struct Reader<'t> {
    text: &'t str,
    chars: Vec<Char>,
    query: Query,
    /// Operators with nothing to work on so far.
    bare: Vec<TextRange>,
    /// An operator waits for its right side.
    or: Option<TextRange>,
}

/// Reads a query. Every text is one.
pub(super) fn read(text: &str, letters: &Letters) -> Query {
    let char = |(at, raw)| Char { at, raw, letter: letters.readings(raw) };
    let chars = text.char_indices().map(char).collect();
    let mut reader = Reader { text, chars, query: Query::default(), bare: Vec::new(), or: None };
    let mut at = 0;
    while at < reader.chars.len() {
        at = if reader.chars[at].is_space() { at + 1 } else { reader.next(at) };
    }
    reader.finish()
}

impl Reader<'_> {
    /// Reads what starts at a character, and gives the place after it.
    fn next(&mut self, at: usize) -> usize {
        if self.is(at, '|') {
            self.operator(at, at + 1);
            // After a field and without spaces it goes on with the field.
            let glued = |at: usize| self.chars.get(at).is_some_and(|c| !c.is_space());
            let field = self.last().filter(|_| at > 0 && glued(at - 1) && glued(at + 1));
            let field = field.and_then(|item| item.field);
            return match field {
                Some(field) if !self.is(at + 1, '|') => self.item(at + 1, Some(field)),
                _ => at + 1,
            };
        }
        let end = self.word_end(at);
        if end == at + 2 && self.chars[at].raw == 'O' && self.chars[at + 1].raw == 'R' {
            self.operator(at, end);
            return end;
        }
        self.item(at, None)
    }

    /// Reads an item; `carried` is the field that it has where it names none.
    fn item(&mut self, start: usize, carried: Option<Field>) -> usize {
        let end = self.word_end(start);
        let excluded = self.is(start, '-');
        let unsigned = start + usize::from(excluded);
        let is = |nth: usize, c: char| self.is(unsigned + nth, c) && unsigned + nth < end;
        let (field, at) = match Field::at_start(is) {
            Some((field, length)) => (Some(field), unsigned + length),
            None => (carried, unsigned),
        };
        if self.is(at, '"')
            && let Some((inner_end, after)) = self.phrase(at, end)
        {
            if after == inner_end {
                self.problem(self.range(at, at + 1), ProblemKind::OpenQuote);
            }
            let head = (self.range(start, after), excluded, field);
            self.add(head, true, at + 1, inner_end);
            return after;
        }
        let head = (self.range(start, end), excluded, field);
        let marks = self.chars[at..end].iter().take_while(|c| c.is('"')).count();
        if at + marks < end {
            self.check_field(unsigned, end, field);
            self.add(head, false, at, end);
        } else if at > unsigned {
            // A field and at most marks without a phrase.
            self.problem(self.range(start, end), ProblemKind::NoValue);
            self.or = None;
        } else if marks > 2 {
            self.add(head, false, at, end);
        } else {
            self.bare.push(self.range(start, end));
        }
        end
    }

    /// The end of the phrase that a quotation mark opens, and the place after it: the same where
    /// the phrase is not closed. None where the mark is a character of its word, or nothing is in it.
    fn phrase(&self, mark: usize, word_end: usize) -> Option<(usize, usize)> {
        let closing = (mark + 1..self.chars.len()).find(|&at| self.is(at, '"'));
        if closing.is_some_and(|closing| closing + 1 < word_end) {
            return None;
        }
        let end = closing.unwrap_or(self.chars.len());
        let blank = self.chars[mark + 1..end].iter().all(|c| c.is_space());
        (!blank).then(|| (end, closing.map_or(end, |closing| closing + 1)))
    }

    /// Puts an item where it belongs.
    fn add(
        &mut self,
        (range, excluded, field): (TextRange, bool, Option<Field>),
        quoted: bool,
        from: usize,
        to: usize,
    ) {
        let letters = self.chars[from..to].iter().map(|c| c.letter);
        let ask = match field {
            Some(Field::Before | Field::After) => {
                let folded: String = letters.map(|letter| letter[0]).collect();
                match day::first_day(folded.trim()) {
                    Some(day) if field == Some(Field::Before) => Ask::Before(day),
                    Some(day) => Ask::After(day),
                    None => {
                        self.or = None;
                        return self.problem(range, ProblemKind::NoDate);
                    }
                }
            }
            _ => Ask::Text(letters.collect()),
        };
        let text = self.range(from, to).slice(self.text).unwrap_or_default().to_owned();
        let item = Item { range, excluded, field, quoted, text, ask };
        match self.query.clauses.last_mut().filter(|_| self.or.is_some()) {
            Some(clause) => clause.push(item),
            None => self.query.clauses.push(vec![item]),
        }
        self.or = None;
    }

    /// Takes an operator between items.
    fn operator(&mut self, start: usize, end: usize) {
        let range = self.range(start, end);
        if self.query.is_empty() || self.or.is_some() {
            self.bare.push(range);
        } else {
            self.or = Some(range);
        }
    }

    /// Says where a word looks like a field that there is not; an address is none.
    fn check_field(&mut self, start: usize, end: usize, field: Option<Field>) {
        let word = &self.chars[start..end];
        let name = word.iter().take_while(|c| c.letter[0].is_ascii_alphabetic()).count();
        let rest = &word[name..];
        let is_value = rest.len() > 1 && rest[0].is(':') && !rest[1].is('/');
        if field.is_none() && name > 1 && is_value {
            self.problem(self.range(start, start + name), ProblemKind::UnknownField);
        }
    }

    fn finish(mut self) -> Query {
        let waiting = self.or.take();
        self.bare.extend(waiting);
        for range in std::mem::take(&mut self.bare) {
            self.problem(range, ProblemKind::Operator);
        }
        if self.query.is_empty() {
            // Operators are all there is: they are looked for as they stand.
            let (bare, others) = std::mem::take(&mut self.query.problems)
                .into_iter()
                .partition(|problem| problem.kind == ProblemKind::Operator);
            self.query.problems = others;
            let bare: Vec<Problem> = bare;
            for Problem { range, .. } in bare {
                let at = |at: u32| self.chars.partition_point(|c| c.at < at as usize);
                let (from, to) = (at(range.start()), at(range.end()));
                self.add((range, false, None), false, from, to);
            }
        }
        self.query.problems.sort_by_key(|problem| problem.range);
        self.query
    }

    fn last(&self) -> Option<&Item> {
        self.query.clauses.last().and_then(|clause| clause.last())
    }

    fn problem(&mut self, range: TextRange, kind: ProblemKind) {
        self.query.problems.push(Problem { range, kind });
    }

    fn is(&self, at: usize, c: char) -> bool {
        self.chars.get(at).is_some_and(|char| char.is(c))
    }

    /// The end of the word that starts here.
    fn word_end(&self, start: usize) -> usize {
        let ends = |&at: &usize| self.chars[at].is_space() || self.chars[at].is('|');
        (start..self.chars.len()).find(ends).unwrap_or(self.chars.len())
    }

    /// The bytes of some characters.
    fn range(&self, start: usize, end: usize) -> TextRange {
        let at = |place: usize| self.chars.get(place).map_or(self.text.len(), |c| c.at);
        TextRange::of(at(start), at(end))
    }
}
