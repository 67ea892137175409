//! Whether an event is told as done, said to be coming, or asked for.
//!
//! Only what is yet to come is asked: `《方案》提出,到2027年建成甲平台` is demanded, `甲平台将于明年上线`
//! announced. A first day in force that lies ahead is announced, as the law is there already.

use std::sync::LazyLock;

use deltascope_model::{EventStanding, Phase, TextRange};

use crate::bind::{Sentence, slice};
use crate::words::Words;

/// Verbs by which a document, or who has a say, asks for something.
static ASKS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "要求",
        "提出",
        "明确",
        "规定",
        "部署",
        "应当",
        "必须",
        "须于",
        "根据规划",
        "按照规划",
    ])
});

/// Words of duty in the clause itself.
const DUTIES: [&str; 7] = ["应当", "必须", "要在", "要于", "应于", "确保", "须在"];

/// The standing of an event of this phase, whose verb or time stands at `at` in the clause given.
pub(crate) fn standing(
    sentence: &Sentence<'_>,
    clause: TextRange,
    at: u32,
    phase: Phase,
    later: bool,
) -> EventStanding {
    if phase != Phase::Target {
        return if later { EventStanding::Announced } else { EventStanding::Happened };
    }
    let before = slice(sentence.text, sentence.range.start(), at);
    let words = clause.slice(sentence.text).unwrap_or_default();
    let asked = asks(before) || DUTIES.iter().any(|word| words.contains(word));
    if asked { EventStanding::Demanded } else { EventStanding::Announced }
}

/// True where a document, or who has a say, asks for what follows.
pub(crate) fn asks(before: &str) -> bool {
    ASKS.stand_in(before)
}
