//! What a sentence plainly says was done, without a date: `《甲指南》已正式发布`, `三省成立了乙办公室`.
//!
//! 已 right before the verb, but for adverbs, or 了 right behind it, or 近年来 at the head of the sentence; no
//! time that could date it, no word of intent, no wish. Such a sentence makes no event, as an event has a date: it tells how far a thing is.

use deltascope_model::Phase;

use crate::attach::named_by;
use crate::bind::{Sentence, is_hearsay, is_wish, slice, time_of};
use crate::clause::clause_of;
use crate::phases::told_of;
use crate::tense::intends;
use crate::triggers::ADVERB_WORDS;

/// The names of a sentence of which it says so, by their numbers, each with the phase.
pub(crate) fn undated(sentence: &Sentence<'_>) -> Vec<(usize, Phase)> {
    const LATELY: [&str; 4] = ["近年来", "近几年", "这几年", "多年来"];
    let lately = LATELY.iter().any(|word| sentence.words.starts_with(word));
    if sentence.mentions.is_empty()
        || !lately && !sentence.words.contains(['已', '了'])
        || is_hearsay(sentence.words)
    {
        return Vec::new();
    }
    let clauses = sentence.clauses();
    let mut found = Vec::new();
    for &(verb, trigger) in sentence.verbs() {
        let at = clause_of(clauses, verb.start());
        let clause = clauses[at];
        let before = slice(sentence.text, clause.start(), verb.start());
        let behind = slice(sentence.text, verb.end(), clause.end());
        let comes_again = matches!(trigger.phase, Phase::Held | Phase::Listed | Phase::Proposed);
        if comes_again
            || !(lately || behind.starts_with('了') || is_done(before))
            || is_wish(sentence, clause, verb)
            || clause.slice(sentence.text).is_none_or(intends)
            || time_of(sentence, clauses, at, verb).is_some()
        {
            continue;
        }
        let named = named_by(sentence, clauses, at, verb, trigger).into_iter();
        let named = named.filter(|&index| !sentence.mentions[index].range.is_empty());
        found.extend(
            named.filter_map(|index| Some((index, told_of(trigger, sentence.mentions[index])?))),
        );
    }
    found
}

/// `指南也已正式`: 已 and adverbs end the words.
fn is_done(before: &str) -> bool {
    let Some(at) = before.rfind('已') else { return false };
    let mut rest = &before[at..];
    while let Some((word, ())) = ADVERB_WORDS.at(rest).next() {
        rest = &rest[word.len()..];
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_already() {
        assert!(is_done("指南也已"));
        assert!(is_done("平台已经正式"));
        assert!(!is_done("已故院士"));
        assert!(!is_done("指南"));
    }
}
