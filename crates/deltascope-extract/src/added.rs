//! Who did the same, in a clause that is added: `甲省、乙省分别通过《条例》,丙省亦在当月通过`.
//!
//! 1. the event acts on a name behind its verb, and the name can be of several: the clause says that each
//!    or all of them did it, or it is a document that no place's name opens
//! 2. right behind stands a clause of a subject, 亦, 也 or 同时, and a verb of the same phase, with nothing
//!    between them but times and adverbs, and nothing behind: `乙省也通过《丙办法》` is another event
//! 3. it names no other time than the event's
//!
//! Its subject is names of organisations and places, and nothing else.

use deltascope_model::{Phase, TextRange};

use crate::bind::{Bound, Sentence, slice};
use crate::circumstances::Around;
use crate::clause::clause_of;
use crate::tense::ends_clause;

/// Words that add someone to those who did something.
const ADDS: [&str; 3] = ["亦", "也", "同时"];

/// Words that say that several did it.
const SEVERAL: [&str; 7] = ["分别", "先后", "陆续", "相继", "各自", "共同", "联合"];

/// What may stand between such a word and the verb, with times.
const LIGHT: [&str; 10] = ["在", "于", "已", "正式", "表决", "审议", "全票", "随后", "一并", "了"];

/// The actors that clauses right behind an event's add to it.
pub(crate) fn added(sentence: &Sentence<'_>, bound: &Bound, around: &Around<'_>) -> Vec<String> {
    let name = sentence.mentions[bound.mention].range;
    let verbs = sentence.verbs();
    let Some((_, own)) = verbs.iter().find(|(verb, _)| *verb == bound.verb) else {
        return Vec::new();
    };
    if name.start() < bound.verb.end() || bound.phase == Phase::Target {
        return Vec::new();
    }
    let clauses = sentence.clauses();
    let clause = clauses[clause_of(clauses, bound.verb.start())];
    let before = slice(sentence.text, clause.start(), bound.verb.start());
    let shared = || {
        SEVERAL.iter().any(|word| before.contains(word))
            || matches!(bound.phase, Phase::Adopted | Phase::Signed)
                && around.places_in(name).is_empty()
    };
    let behind = clauses.iter().skip(clause_of(clauses, name.end() - 1) + 1);
    let actors = behind.map_while(|&clause| {
        let same = |verb: &TextRange| {
            verbs.iter().any(|(other, trigger)| other == verb && trigger.phase == own.phase)
        };
        let mut inside = verbs.iter().map(|(verb, _)| *verb).filter(|verb| clause.contains(*verb));
        let verb = inside.next().filter(same).filter(|_| shared())?;
        subject(sentence, bound, around, clause, verb)
    });
    actors.flatten().collect()
}

/// Whom a clause adds whose verb stands here.
fn subject(
    sentence: &Sentence<'_>,
    bound: &Bound,
    around: &Around<'_>,
    clause: TextRange,
    verb: TextRange,
) -> Option<Vec<String>> {
    let behind = slice(sentence.text, verb.end(), clause.end()).trim_start_matches('了');
    if !behind.trim_end_matches(ends_clause).is_empty() {
        return None;
    }
    let before = slice(sentence.text, clause.start(), verb.start());
    let (start, end, rest) = match before.strip_prefix("同时") {
        Some(subject) => (before.len() - subject.len(), None, ""),
        None => ADDS.iter().find_map(|word| {
            let (subject, rest) = before.split_once(word)?;
            Some((0, Some(subject.len()), rest))
        })?,
    };
    let at = |offset: usize| clause.usize().start + offset;
    // 同时丙省通过: the subject goes up to the verb.
    let subject = TextRange::of(at(start), end.map_or(verb.usize().start, at));
    let mut light = rest.to_owned();
    for (time, _) in sentence.times.iter().filter(|(time, _)| clause.contains(time.range)) {
        if time.edtf.as_ref() != Some(&bound.edtf) {
            return None;
        }
        light = light.replacen(time.range.slice(sentence.text)?, "", 1);
    }
    let mut light = light.as_str();
    while let Some(less) = LIGHT.iter().find_map(|word| light.strip_prefix(word)) {
        light = less;
    }
    around.whole(subject).filter(|_| light.is_empty())
}
