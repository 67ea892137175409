//! Clauses of a sentence: the reach of a verb.

use deltascope_model::TextRange;

use crate::spots::{List, Text};
use crate::tense::{ending_marks, ends_clause};

/// What divides clauses, and the marks of titles, in which nothing does.
pub(crate) fn marks() -> impl Iterator<Item = char> {
    ending_marks().chain(['《', '》', ':'])
}

/// The clauses of a part of a text that starts here in it, tiling the part; marks inside 《》 do not divide.
pub(crate) fn clauses(part: Text<'_>, start: usize) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut titles = 0u32;
    for at in part.places(List::ClauseMarks) {
        let Some(c) = part[at..].chars().next() else { break };
        match c {
            '《' => titles += 1,
            '》' => titles = titles.saturating_sub(1),
            // 1,384份
            ',' if is_in_a_number(&part, at) => {}
            _ if titles == 0 && (ends_clause(c) || is_colon(&part[at..])) => {
                let end = at + c.len_utf8();
                found.push(TextRange::of(start + from, start + end));
                from = end;
            }
            _ => {}
        }
    }
    if from < part.len() {
        found.push(TextRange::of(start + from, start + part.len()));
    }
    found
}

/// Whether a colon of Latin script opens a text as one of Chinese does: not in 12:30.
fn is_colon(text: &str) -> bool {
    let behind = text.strip_prefix(':').and_then(|behind| behind.chars().next());
    behind.is_some_and(|c| c.is_alphabetic() && !c.is_ascii())
}

/// Whether a comma parts the thousands of a number.
fn is_in_a_number(text: &str, comma: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    text[..comma].ends_with(digit) && text[comma + 1..].starts_with(digit)
}

/// The number of the clause that holds an offset.
pub(crate) fn clause_of(clauses: &[TextRange], at: u32) -> usize {
    clauses.partition_point(|clause| clause.end() <= at).min(clauses.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_tile_a_sentence() {
        let text = "前文。去年,甲市印发《乙,丙办法》;随后:于9:30施行。";
        let sentence = TextRange::of("前文。".len(), text.len());
        let spots = crate::spots::Spots::of(text);
        let all = clauses(spots.text(text).part(sentence), sentence.usize().start);
        let found: Vec<_> = all.iter().map(|clause| &text[clause.usize()]).collect();
        assert_eq!(found, ["去年,", "甲市印发《乙,丙办法》;", "随后:", "于9:30施行。"]);
        assert_eq!(clause_of(&all, sentence.start()), 0);
        assert_eq!(clause_of(&all, text.len() as u32), 3);
    }
}
