//! Clauses of a sentence: the reach of a verb.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use crate::tense::CLAUSE_ENDS;
use crate::words::Characters;

/// What divides clauses, and the marks of titles, in which nothing does.
static MARKS: LazyLock<Characters> =
    LazyLock::new(|| Characters::new(CLAUSE_ENDS.into_iter().chain(['《', '》', ':'])));

/// The clauses of a part of a text, tiling it; marks inside 《》 do not divide.
pub(crate) fn clauses(text: &str, sentence: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    let (mut start, text_end) = (sentence.usize().start, sentence.usize().end);
    let mut titles = 0u32;
    let mut next = start;
    let sentence = text.get(..text_end).unwrap_or_default();
    while let Some(at) = MARKS.find(sentence, next)
        && let Some(c) = sentence[at..].chars().next()
    {
        next = at + c.len_utf8();
        match c {
            '《' => titles += 1,
            '》' => titles = titles.saturating_sub(1),
            _ if titles == 0 && (CLAUSE_ENDS.contains(&c) || is_colon(text, at)) => {
                found.push(TextRange::of(start, next));
                start = next;
            }
            _ => {}
        }
    }
    if start < text_end {
        found.push(TextRange::of(start, text_end));
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
        let found: Vec<_> =
            clauses(text, sentence).into_iter().map(|clause| &text[clause.usize()]).collect();
        assert_eq!(found, ["去年,", "甲市印发《乙,丙办法》;", "随后:", "于9:30施行。"]);
        let all = clauses(text, sentence);
        assert_eq!(clause_of(&all, sentence.start()), 0);
        assert_eq!(clause_of(&all, text.len() as u32), 3);
    }
}
