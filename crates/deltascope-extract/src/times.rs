//! Time expressions of a text: scans from left to right, the longest reading at each place counts.
//!
//! 1. at each character that can begin a time, every rule is asked
//! 2. the longest reading is resolved with what the text has said so far
//! 3. the scan goes on behind it, so that no two times overlap
//!
//! Expects Simplified characters; full-width and half-width digits are both read.

use deltascope_model::{Basis, Edtf, TextRange};

use crate::meaning::Meaning;
use crate::numerals::arabic_digit;
use crate::resolve::{Context, resolve};
use crate::rules::{Scan, TIME_RULES};
use crate::tense::looks_ahead;

/// A time expression in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTime {
    /// Bytes of the text that was given.
    pub range: TextRange,
    /// The expression as written.
    pub text: String,
    /// What it means; none where nothing anchors it.
    pub edtf: Option<Edtf>,
    /// How that is known.
    pub basis: Basis,
    /// The date that a relative expression was counted from.
    pub anchor: Option<Edtf>,
}

/// The time expressions of a text, in order, none overlapping another.
///
/// `reference` is the date of the text, which 今年 and 4日 count from.
pub fn times(text: &str, reference: Option<&Edtf>) -> Vec<FoundTime> {
    let mut context = Context { reference: reference.cloned(), ..Context::default() };
    resolve_all(text, &scan(text), &mut context)
}

/// A time expression before it is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawTime {
    pub(crate) range: TextRange,
    pub(crate) meaning: Meaning,
}

/// Characters other than digits that a time can begin with.
const FIRST: &str = "〇○零一二三四五六七八九十廿卅两今去前明后本上下同当次翌大自最近过这此未接昨年第“「『\"日目不几截";

/// Finds the expressions of a text.
pub(crate) fn scan(text: &str) -> Vec<RawTime> {
    let mut found = Vec::new();
    let mut free_from = 0;
    for (at, first) in text.char_indices() {
        if at < free_from || !(arabic_digit(first).is_some() || FIRST.contains(first)) {
            continue;
        }
        let place = Scan::new(text, at);
        let mut longest: Option<(usize, Meaning)> = None;
        for reading in TIME_RULES.iter().filter_map(|rule| rule(place)) {
            if longest.as_ref().is_none_or(|(len, _)| *len < reading.0) {
                longest = Some(reading);
            }
        }
        if let Some((len, meaning)) = longest {
            free_from = at + len;
            found.push(RawTime { range: TextRange::of(at, free_from), meaning });
        }
    }
    found
}

/// Resolves the expressions of one text, each with what was said before it; the context goes on to
/// the next paragraph.
pub(crate) fn resolve_all(text: &str, raw: &[RawTime], context: &mut Context) -> Vec<FoundTime> {
    context.in_sentence = None;
    let mut last_end = 0;
    let mut found = Vec::with_capacity(raw.len());
    for RawTime { range, meaning } in raw {
        let (start, end) = (range.usize().start, range.usize().end);
        if text
            .get(last_end..start)
            .is_some_and(|between| between.contains(['。', '!', '?', '！', '？', '\n']))
        {
            context.in_sentence = None;
        }
        context.ahead = looks_ahead(text, start, end);
        let resolved = resolve(meaning, context);
        if resolved.antecedent.is_some() {
            context.in_sentence.clone_from(&resolved.antecedent);
            context.antecedent = resolved.antecedent;
        }
        last_end = end;
        found.push(FoundTime {
            range: *range,
            text: range.slice(text).unwrap_or_default().to_owned(),
            edtf: resolved.edtf,
            basis: resolved.basis,
            anchor: resolved.anchor,
        });
    }
    found
}
