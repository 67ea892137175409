//! What numbers count and measure in: currencies, measures of the world, and measure words.
//!
//! A unit is looked for behind a number, the longest first. `Unit::name` is what is written out: a measure's
//! as the text spells it, for the others one name. [`one_name`] is what measures are compared by.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::unit_lists::{
    ARABIC_COUNTS, COUNTS, DURATIONS, MEASURES, MONEY, NOT_COUNTS, NOT_DURATIONS, NOT_MEASURES,
    NOT_MONEY, NOT_SCORES, SIGNS, TIME_LETTERS,
};
use crate::words::Words;

/// What a unit makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Money; the name is the code of ISO 4217.
    Money,
    /// A measure of length, area, mass, energy, data …
    Measure,
    /// A span of time.
    Duration,
    /// A measure word that counts whatever a Chinese or an Arabic number stands before.
    Count,
    /// A word that counts behind Arabic digits alone: 三国 and 两会 are names.
    ArabicCount,
    /// Times as much.
    Times,
    /// A score.
    Score,
}

/// A unit as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// How many bytes state it.
    pub(super) len: usize,
    /// What is written out.
    pub(super) name: &'static str,
    pub(super) class: Class,
}

/// All units, each with its name and class.
static UNITS: LazyLock<Words<(&str, Class)>> = LazyLock::new(|| {
    let tables = [(MONEY, Class::Money), (DURATIONS, Class::Duration)];
    let pairs = tables.into_iter().flat_map(|(table, class)| {
        table.iter().map(move |&(spelling, name)| (spelling, (name, class)))
    });
    let measures = MEASURES
        .iter()
        .map(|&(spelling, _)| (spelling, (spelling.trim_start_matches('个'), Class::Measure)));
    let counts = COUNTS.iter().map(|&word| (word, (canonical(word), Class::Count)));
    let arabic = ARABIC_COUNTS.iter().map(|&word| (word, (word, Class::ArabicCount)));
    let others = [("倍", Class::Times), ("番", Class::Times), ("分", Class::Score)]
        .map(|(word, class)| (word, (word, class)));
    Words::with(pairs.chain(measures).chain(counts).chain(arabic).chain(others))
});

/// Longer words that are no units, each with the class that it rules out.
static NO_UNITS: LazyLock<Words<Class>> = LazyLock::new(|| {
    let lists: [(&[&str], Class); 6] = [
        (&NOT_MONEY, Class::Money),
        (&NOT_MEASURES, Class::Measure),
        (&NOT_DURATIONS, Class::Duration),
        (&NOT_SCORES, Class::Score),
        (&NOT_COUNTS, Class::Count),
        (&NOT_COUNTS, Class::ArabicCount),
    ];
    Words::with(
        lists.into_iter().flat_map(|(words, class)| words.iter().map(move |&word| (word, class))),
    )
});

/// The characters that units, or words that are none, begin with.
static FIRSTS: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
    units_begin().chain(NO_UNITS.all().filter_map(|word| word.chars().next())).collect()
});

/// The characters that units begin with.
pub(super) fn units_begin() -> impl Iterator<Item = char> {
    UNITS.all().filter_map(|word| word.chars().next())
}

/// Whether a unit begins with the character.
pub(super) fn begins_a_unit(c: char) -> bool {
    FIRSTS.contains(&c)
}

/// The unit at the head of `text`, the longest; `chinese` where the number is written in Chinese.
pub(super) fn unit(text: &str, chinese: bool) -> Option<Unit> {
    let fits = |&(spelling, &(_, class)): &(&str, &(&str, Class))| {
        let suits = !chinese || !matches!(class, Class::ArabicCount | Class::Score);
        let longer = || NO_UNITS.at(text).any(|(_, no)| *no == class) && !are_people(text);
        suits && ends_word(text, spelling) && !longer()
    };
    let (spelling, &(name, class)) = UNITS.at(text).find(fits)?;
    Some(Unit { len: spelling.len(), name, class })
}

/// `500人才能满足`: people, and no 人才.
fn are_people(text: &str) -> bool {
    let behind =
        ["人才能", "人才会", "人才可以", "人才够"].iter().find_map(|of| text.strip_prefix(of));
    behind.is_some_and(|behind| !behind.starts_with(['力', '议', '员', '堂', '场', '展', '耐']))
}

/// The spellings of measures, each with the one name of the measure.
static ONE_NAMES: LazyLock<Words<&str>> =
    LazyLock::new(|| Words::with(MEASURES.iter().chain(&TIME_LETTERS).copied()));

/// The one name of all spellings of a measure, also per another: 千克 is 公斤, `t/d` is 吨/天.
pub(crate) fn one_name(unit: &str) -> String {
    let one = |part| {
        let mut begun = ONE_NAMES.at(part);
        begun.find(|(spelling, _)| *spelling == part).map_or(part, |(_, name)| *name)
    };
    unit.split('/').map(one).collect::<Vec<&str>>().join("/")
}

/// One spelling of the paired measure words: 台套 and 台（套） are 台(套).
fn canonical(name: &'static str) -> &'static str {
    match name {
        "台套" | "台（套）" | "套(台)" => "台(套)",
        name => name,
    }
}

/// A Latin unit must not run on into a word: 5 mm, not 5 mmol.
fn ends_word(text: &str, spelling: &str) -> bool {
    !spelling.ends_with(|c: char| c.is_ascii_alphabetic())
        || !text[spelling.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The currency whose sign stands at the end of `text`, and how many bytes state it.
pub(super) fn sign_before(text: &str) -> Option<(usize, &'static str)> {
    let close = text.trim_end_matches(' ');
    let longest =
        SIGNS.iter().filter(|(sign, _)| close.ends_with(sign)).max_by_key(|(sign, _)| sign.len());
    longest.map(|(sign, code)| (text.len() - close.len() + sign.len(), *code))
}

/// The English word for a multiple at the head of `text`, behind a sum of money: how many bytes state
/// it, and what it multiplies by.
pub(super) fn scale_at(text: &str) -> Option<(usize, u64)> {
    const SCALES: [(&str, u64); 6] = [
        ("trillion", 1_000_000_000_000),
        ("billion", 1_000_000_000),
        ("million", 1_000_000),
        ("bn", 1_000_000_000),
        ("mn", 1_000_000),
        ("m", 1_000_000),
    ];
    let close = text.trim_start_matches(' ');
    let ends = |word: &str| !close[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let (word, times) = SCALES.iter().find(|(word, _)| close.starts_with(word) && ends(word))?;
    Some((text.len() - close.len() + word.len(), *times))
}

/// The time that a letter stands for behind a stroke: `5000t/d`.
pub(super) fn time_letter(text: &str) -> Option<Unit> {
    let (letter, _) = TIME_LETTERS.iter().find(|(letter, _)| text.starts_with(letter))?;
    let ends = ends_word(text, letter);
    ends.then_some(Unit { len: letter.len(), name: letter, class: Class::Duration })
}

/// Whether a sign of money can begin with the character.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '￥' | '¥' | '$' | '＄' | '€' | '£')
}

/// The currency whose sign stands at the head of `text`, and how many bytes state it.
pub(super) fn sign_at(text: &str) -> Option<(usize, &'static str)> {
    if !text.starts_with(is_sign) {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| text.starts_with(sign)).map(|(sign, code)| (sign.len(), *code))
}
