//! Time expressions of a text: scans from left to right, the longest reading at each place counts.
//!
//! 1. at each character that can begin a time, every rule is asked
//! 2. the longest reading is resolved with what the text has said so far
//! 3. the scan goes on behind it, so that no two times overlap
//!
//! The scan expects Simplified characters; full-width and half-width digits are both read.

use std::cell::OnceCell;

use deltascope_model::{Basis, Edtf, TextRange};

use crate::context::Context;
use crate::gazetteer::{Gazetteer, ROUND};
use crate::meaning::{Field, Meaning};
use crate::moment::Moment;
use crate::resolve::resolve;
use crate::rounds;
use crate::rules::{Scan, read_time, republic, time_clock};
use crate::spots::{List, Spots, Text};
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

/// The time expressions of a text of either script, in order, none overlapping another.
///
/// `reference` is the date of the text, which 今年 and 4日 count from.
pub fn times(text: &str, reference: Option<&Edtf>) -> Vec<FoundTime> {
    times_known(text, reference, &Gazetteer::default())
}

/// The same, with the rounds of plans whose years the gazetteer knows: `第三轮三年行动计划`.
pub fn times_known(text: &str, reference: Option<&Edtf>, gazetteer: &Gazetteer) -> Vec<FoundTime> {
    let mut context = Context::alone(reference);
    let simplified = deltascope_text::simplify(text);
    let spots = Spots::of(simplified.text());
    let plain = spots.text(simplified.text());
    let mut raw = scan(plain, republic::is_counted_in(plain));
    if plain.contains(ROUND) {
        rounds::add(&mut raw, &plain, &gazetteer.find(&plain), gazetteer);
    }
    let mut found = resolve_all(plain, &mut raw, &mut context);
    for time in &mut found {
        time.range = simplified.raw_range(time.range);
        time.text.clear();
        time.text.push_str(time.range.slice(text).unwrap_or_default());
    }
    found
}

/// A time expression before it is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawTime {
    pub(crate) range: TextRange,
    pub(crate) meaning: Meaning,
    /// Whether the clause around it looks to the future, once that was asked.
    ahead: OnceCell<bool>,
}

impl RawTime {
    pub(crate) fn new(range: TextRange, meaning: Meaning) -> Self {
        Self { range, meaning, ahead: OnceCell::new() }
    }

    /// True where the clause around it looks to the future; `text` is the one that it was found in.
    pub(crate) fn looks_ahead(&self, text: Text<'_>) -> bool {
        let range = self.range.usize();
        *self.ahead.get_or_init(|| looks_ahead(text, range.start, range.end))
    }
}

/// Finds the expressions of a text, of an article that counts its years from the Republic's first or
/// does not.
pub(crate) fn scan(text: Text<'_>, republic: bool) -> Vec<RawTime> {
    let mut found: Vec<RawTime> = Vec::new();
    for at in text.places(List::Times) {
        if found.last().is_none_or(|last| last.range.usize().end <= at) {
            let first = text[at..].chars().next();
            found.extend(first.and_then(|c| read_at(Scan::new(&text, at).counted(republic), c)));
        }
    }
    found
}

/// The expression that begins at a place of a text.
pub(crate) fn begin(text: &str, at: usize) -> Option<RawTime> {
    read_at(Scan::new(text, at), text[at..].chars().next()?)
}

/// The expression that `first` begins at a place.
pub(crate) fn read_at(place: Scan<'_>, first: char) -> Option<RawTime> {
    let (len, meaning) = read_time(place, first)?;
    let end = place.skip(len);
    let (end, meaning) = match (meaning.ends_in_a_day(), end.eat("前后")) {
        (true, _) => (day_goes_on(end), meaning),
        (false, None) if end.before().ends_with('月') => (end.eat("当月").unwrap_or(end), meaning),
        (false, Some(after)) if meaning.is_a_year() => (after, Meaning::About(Box::new(meaning))),
        _ => (end, meaning),
    };
    let at = place.before().len();
    Some(RawTime::new(TextRange::of(at, at + end.since(place)), meaning))
}

/// The place after what only makes a day finer: its time of day, the day of its week, or 当天, which says
/// it again.
fn day_goes_on(end: Scan<'_>) -> Scan<'_> {
    let end = end.eat_any(&["当天", "当日"]).map_or(end, |(after, _)| after);
    let clock = time_clock::after(end);
    let Some((week, _)) = clock.eat_any(&["，星期", ",星期"]) else { return clock };
    let day = week.rest().chars().next().filter(|c| "一二三四五六日天".contains(*c));
    day.map_or(clock, |day| week.skip(day.len_utf8()))
}

/// `今年1月`, where nothing says which year that is.
fn is_of_no_year(meaning: &Meaning) -> bool {
    let (Meaning::Point(point) | Meaning::Since(point) | Meaning::Before(point)) = meaning else {
        return false;
    };
    matches!(point.year, Field::FromReference(_))
}

/// `9月1日起`, told in June of nothing dated: the last one would be called last year's.
fn begins_soon(time: &RawTime, text: &str, context: &Context) -> bool {
    const SOON: i32 = 5;
    let Meaning::Since(point) = time.meaning else { return false };
    let now = context.reference.as_ref().and_then(Moment::of).and_then(|now| now.month);
    let (Field::Open, Field::Stated(month), Some(now)) = (point.year, point.month, now) else {
        return false;
    };
    let from_then = time.range.slice(text).is_some_and(|words| words.ends_with('起'));
    from_then && context.in_sentence.is_none() && (1..=SOON).contains(&(month - now as i32))
}

/// True for a date that something is compared with, which is not what it is told of: 比上半年提高,
/// 以2015年为100.
fn is_compared_with(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    // 由2022年的23家增加到2024年的61家: whose number it is.
    let counted = after.strip_prefix('的').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && before.ends_with(['由', '从', '到', '至'])
    });
    counted
        || before.ends_with(['比', '较', '与', '同'])
        || ["为100", "为基", "=100", "＝100"].iter().any(|base| after.starts_with(base))
}

/// Resolves the expressions of one text, each with what was said before it; the context goes on to
/// the next paragraph. What turns out to be a length (三天后, of nothing that is dated) is taken out.
pub(crate) fn resolve_all(
    text: Text<'_>,
    raw: &mut Vec<RawTime>,
    context: &mut Context,
) -> Vec<FoundTime> {
    context.begin_paragraph();
    let mut last_end = 0;
    let mut found = Vec::with_capacity(raw.len());
    raw.retain(|time| {
        let RawTime { range, meaning, .. } = time;
        let (start, end) = (range.usize().start, range.usize().end);
        let between = text.part(TextRange::of(last_end.min(start), start));
        let mut marks = between.places(List::ClauseMarks);
        if marks.any(|at| between[at..].starts_with(['。', '!', '?', '！', '？', '\n'])) {
            context.begin_sentence();
        }
        // 两天后开奖, alone and at its opening, is counted from the day it is told.
        let counted = context.alone && matches!(meaning, Meaning::Later(..)) && start == 0;
        context.ahead = counted || time.looks_ahead(text) || begins_soon(time, &text, context);
        let resolved = resolve(meaning, context);
        let hour = *meaning == Meaning::Hour;
        let undated = resolved.edtf.is_none() && (context.reference.is_some() || hour);
        // 除夕晚8点: the hour is of what stands before it.
        let joined = hour && last_end == start && start > 0;
        if meaning.is_a_distance() && undated || joined {
            return false;
        }
        if resolved.edtf.is_none() && is_of_no_year(meaning) {
            context.turn();
        }
        let compared = is_compared_with(&text, start, end);
        // 印发《甲方案(2023—2027年)》,自10月10日起施行: not in the last year of its term.
        let of_a_plan = matches!(meaning, Meaning::Span(..)) && ends_a_title(&text, end);
        if let Some(date) = resolved.antecedent.as_ref().filter(|_| !compared && !of_a_plan) {
            context.name(date);
        }
        if meaning.is_a_period()
            && !compared
            && let Some(period) = &resolved.edtf
        {
            context.tell_of(period);
        }
        last_end = end;
        found.push(FoundTime {
            range: *range,
            text: range.slice(&text).unwrap_or_default().to_owned(),
            edtf: resolved.edtf,
            basis: resolved.basis,
            anchor: resolved.anchor,
        });
        true
    });
    found
}

/// True where a time ends a title, or a bracket that does.
fn ends_a_title(text: &str, end: usize) -> bool {
    text[end..].trim_start_matches([')', '）']).starts_with('》')
}
