//! Dates that accounts give of one thing where they differ.
//!
//! 1. a sentence asks when: `揭牌的日子,各处记载不一` of what was told last to have been unveiled,
//!    `座谈会从哪一年算起,说法不止一种` of what it names
//! 2. it, or the one behind it, gives the dates: `甲报写的是27日,也有材料记作26日`, `有人追溯到2005年`
//!
//! Each date is an event of its own; which is right is for the reader. What began once and is held
//! every year is the meeting and none of its editions, where the gazetteer knows it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use deltascope_model::{Basis, Edtf, EventStanding, Phase, TextRange};

use crate::bind::{Bound, Sentence};
use crate::clause::clause_of;
use crate::gazetteer::Gazetteer;
use crate::names::Mention;
use crate::spots::{List, Text};
use crate::triggers::triggers_in;
use crate::words::Words;

/// What the last sentence asked the date of.
#[derive(Default)]
pub(crate) struct Accounts {
    asked: Option<Asked>,
    /// The last initiative that each phase was told of.
    told: BTreeMap<Phase, Mention>,
}

struct Asked {
    name: Mention,
    phase: Phase,
    /// Where the sentence starts that asks.
    start: u32,
}

/// A date that somebody gives, and what its sentences start with.
pub(crate) struct Given {
    pub(crate) name: Mention,
    pub(crate) bound: Bound,
    pub(crate) start: u32,
}

impl Accounts {
    /// Forgets what was asked: the next sentence is of another paragraph.
    pub(crate) fn next_paragraph(&mut self) {
        self.asked = None;
    }

    /// Takes in of what a phase was told.
    pub(crate) fn take(&mut self, phase: Phase, name: &Mention) {
        self.told.insert(phase, name.clone());
    }

    /// The dates that a sentence gives.
    pub(crate) fn given(&mut self, sentence: &Sentence<'_>, gazetteer: &Gazetteer) -> Vec<Given> {
        let phase = asks_when(sentence.words);
        let told = phase.and_then(|phase| self.told.get(&phase));
        let name = sentence.mentions.first().copied().or(told);
        if let (Some(phase), Some(name)) = (phase, name) {
            let name = name.whole(gazetteer);
            self.asked = Some(Asked { name, phase, start: sentence.range.start() });
        } else if !sentence.mentions.is_empty() {
            self.asked = None;
        }
        let Some(Asked { name, phase, start }) = &self.asked else { return Vec::new() };
        let bounds = dates(sentence).into_iter().map(|(edtf, basis, verb)| Bound {
            mention: 0,
            phase: *phase,
            edtf,
            basis,
            standing: EventStanding::Happened,
            verb,
            scope: verb,
        });
        let given: Vec<_> =
            bounds.map(|bound| Given { name: name.clone(), bound, start: *start }).collect();
        if *start != sentence.range.start() {
            self.asked = None;
        }
        given
    }
}

/// Words for accounts that differ.
const DIFFER: [&str; 9] = [
    "不一致",
    "不一,",
    "不一，",
    "不一。",
    "不止一种",
    "不尽相同",
    "有出入",
    "两种说法",
    "各执一词",
];

/// They, by their first characters.
pub(crate) static DIFFERS: LazyLock<Words> = LazyLock::new(|| Words::new(DIFFER));

/// The phase that a sentence says accounts date differently.
fn asks_when(words: Text<'_>) -> Option<Phase> {
    const SINCE: [&str; 4] = ["从哪一年算起", "从哪年算起", "从何时算起", "从什么时候算起"];
    const WHEN: [&str; 5] = ["日子", "日期", "时间", "年份", "那一天"];
    words.words(List::Differing, &DIFFERS).next()?;
    let since = SINCE.iter().any(|word| words.contains(word)).then_some(Phase::Launched);
    since.or_else(|| {
        let mut verbs = triggers_in(words).filter(|(at, verb)| {
            let behind = &words[at + verb.word.len()..];
            let behind = behind.strip_prefix('的').unwrap_or(behind);
            WHEN.iter().any(|word| behind.starts_with(word))
        });
        verbs.next().map(|(_, verb)| verb.phase)
    })
}

/// The dates that somebody gives in a sentence, with where they stand.
fn dates(sentence: &Sentence<'_>) -> Vec<(Edtf, Basis, TextRange)> {
    const SAYS: [&str; 14] = [
        "写的是",
        "记的是",
        "说的是",
        "给的是",
        "记作",
        "记为",
        "写作",
        "写成",
        "说成",
        "说是",
        "定在",
        "追溯到",
        "追溯至",
        "上溯到",
    ];
    const COUNTED: [&str; 3] = ["算起", "数起", "起算"];
    let clauses = sentence.clauses();
    let given = |range: TextRange| {
        let clause = clauses[clause_of(clauses, range.start())].usize();
        let before = &sentence.text[clause.start.min(range.usize().start)..range.usize().start];
        let behind = &sentence.text[range.usize().end..clause.end.max(range.usize().end)];
        let counted = before.ends_with('从') || sentence.text[range.usize()].starts_with('从');
        SAYS.iter().any(|word| before.ends_with(word))
            || counted && COUNTED.iter().any(|word| behind.contains(word))
    };
    let stated = sentence.times.iter().filter(|(time, _)| given(time.range));
    stated
        .filter_map(|(time, _)| {
            // 从2019年: its first day.
            let first = time.edtf.as_ref()?.as_str().split('/').next()?;
            Some((Edtf::new(first).ok()?, time.basis, time.range))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(words: &str, expected: Option<Phase>) {
        assert_eq!(asks_when(Spots::of(words).text(words)), expected, "{words}");
    }

    #[test]
    fn sentences_that_ask_when() {
        check("揭牌的日子,各处记载并不一致。", Some(Phase::Established));
        check("签约时间，两边的说法有出入。", Some(Phase::Signed));
        check("联赛从哪一年算起,说法不止一种。", Some(Phase::Launched));
        check("各处对规模的说法不止一种。", None);
        check("揭牌的日子定在5月。", None);
    }
}
