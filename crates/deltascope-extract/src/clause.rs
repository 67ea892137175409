//! Clauses of a sentence: the reach of a verb.

use deltascope_model::TextRange;

use crate::spots::{List, Text};
use crate::tense::CLAUSE_ENDS;

/// What divides clauses, and the marks of titles, in which nothing does.
pub(crate) fn marks() -> impl Iterator<Item = char> {
    CLAUSE_ENDS.into_iter().chain(['《', '》', ':'])
}

/// The clauses of a part of a text, tiling it; marks inside 《》 do not divide.
pub(crate) fn clauses(text: Text<'_>, sentence: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    let (first, end) = (sentence.usize().start, sentence.usize().end);
    let mut start = first;
    let mut titles = 0u32;
    for at in text.part(sentence).places(List::ClauseMarks).map(|at| first + at) {
        let Some(c) = text[at..].chars().next() else { break };
        match c {
            '《' => titles += 1,
            '》' => titles = titles.saturating_sub(1),
            _ if titles == 0 && (CLAUSE_ENDS.contains(&c) || is_colon(&text, at)) => {
                found.push(TextRange::of(start, at + c.len_utf8()));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if start < end {
        found.push(TextRange::of(start, end));
    }
    found
}

/// Whether a colon of Latin script stands there as one of Chinese does: not in 12:30.
fn is_colon(text: &str, at: usize) -> bool {
    let behind = text[at..].strip_prefix(':').and_then(|behind| behind.chars().next());
    behind.is_some_and(|c| c.is_alphabetic() && !c.is_ascii())
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
        let all = clauses(spots.text(text), sentence);
        let found: Vec<_> = all.iter().map(|clause| &text[clause.usize()]).collect();
        assert_eq!(found, ["去年,", "甲市印发《乙,丙办法》;", "随后:", "于9:30施行。"]);
        assert_eq!(clause_of(&all, sentence.start()), 0);
        assert_eq!(clause_of(&all, text.len() as u32), 3);
    }
}
