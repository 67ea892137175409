//! Places that names start with, known or by their form: 甲省, 川渝, 蒙东—京津冀, 甲省（乙市）.

use std::ops::Range;
use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::field::is_number;
use super::name_cities::CITIES;
use super::name_counted::only_general;
use super::name_head::is_han;
use super::name_verb::{reach_behind, within_reach};
use super::name_words::{LONGER_PLACES, PROVINCES, PROVINCES_AND_WORDS, WIDE_PLACES};
use crate::gazetteer::{Known, KnownMatch};
use crate::grounds::Places;
use crate::words::{Characters, Words};

/// Places wider than those of the gazetteer, by their first character.
static WIDE: LazyLock<Words> = LazyLock::new(|| {
    let cities = CITIES.into_iter().flat_map(str::split_whitespace);
    Words::new(WIDE_PLACES.into_iter().chain(LONGER_PLACES).chain(cities))
});

pub(crate) fn starts_with_place(text: &str, start: usize, around: Places<'_>) -> bool {
    place_begins(text, start, around)
        || behind_joint(text, start).is_some_and(|at| place_begins(text, at, around))
}

fn place_begins(text: &str, at: usize, around: Places<'_>) -> bool {
    let Some(rest) = text.get(at..) else { return false };
    around.known_at(at)
        || WIDE.begin(rest)
        || rest.chars().next().is_some_and(|c| c.is_ascii_uppercase())
        || administrative(rest)
        || is_region(rest)
        || is_of_two_countries(rest)
        || around.begin(rest)
}

/// Where the place stands that 沿沪宁… or 密云—承德… is of: behind what says along or around, or behind a short
/// name and a dash.
fn behind_joint(text: &str, start: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let rest = text.get(start..)?;
    if let Some(place) = rest.strip_prefix(['环', '沿']) {
        return Some(text.len() - place.len());
    }
    let mut marks = rest.char_indices().skip(2).take(LONGEST - 1);
    let dash = marks.find(|(_, c)| *c == '—').map(|(at, _)| start + at)?;
    joins_places(text, dash).then_some(dash + '—'.len_utf8())
}

/// Short names of provinces, by their characters.
static SHORT: LazyLock<Characters> =
    LazyLock::new(|| Characters::new(PROVINCES.chars().chain(PROVINCES_AND_WORDS.chars())));

/// True for the short name of a province.
pub(crate) fn is_short_name(c: char) -> bool {
    SHORT.may_hold(c) && (PROVINCES.contains(c) || PROVINCES_AND_WORDS.contains(c))
}

/// `川渝…`, `晋陕豫…`
fn is_region(rest: &str) -> bool {
    let mut first = rest.chars().take(2);
    let (Some(one), Some(two)) = (first.next(), first.next()) else { return false };
    let short = |c| SHORT.may_hold(c) && PROVINCES.contains(c);
    let either = |c| short(c) || SHORT.may_hold(c) && PROVINCES_AND_WORDS.contains(c);
    either(one) && either(two) && (short(one) || short(two))
}

/// `中葡…`, `中老…`: this country and another.
fn is_of_two_countries(rest: &str) -> bool {
    const OTHERS: &str = "俄德法日韩英美葡新老巴泰白哈缅越蒙意澳加印尼柬塞匈";
    const NO_COUNTRIES: [&str; 8] =
        ["中老年", "中新网", "中新社", "中美术", "中日报", "中加快", "中加强", "中意味"];
    let other = rest.strip_prefix('中').and_then(|other| other.chars().next());
    other.is_some_and(|other| OTHERS.contains(other))
        && !NO_COUNTRIES.iter().any(|word| rest.starts_with(word))
}

/// Whether a piece that starts there is a place and nothing else.
pub(super) fn is_place(piece: &str, start: usize, around: Places<'_>) -> bool {
    let whole = |found: &KnownMatch| {
        matches!(found.known, Known::Place(_))
            && found.range == TextRange::of(start, start + piece.len())
    };
    around.known.iter().any(whole)
        || is_wide(piece)
        || piece.ends_with(['省', '市', '县']) && administrative(piece)
}

pub(super) fn is_wide(place: &str) -> bool {
    WIDE_PLACES.iter().chain(&LONGER_PLACES).any(|wide| *wide == place)
}

/// A place by its ending: two or three characters and 省, 市, 县.
pub(super) fn administrative(rest: &str) -> bool {
    rest.char_indices().skip(2).take(2).any(|(at, c)| {
        matches!(c, '省' | '市' | '县')
            && rest[..at].chars().all(is_han)
            // 沿线五市 is no name of a city.
            && !rest[..at].ends_with(is_number)
            && !only_general(&rest[..at])
    })
}

/// The dash of 蒙东—京津冀工程; two are a break in the sentence.
pub(super) fn joins_places(text: &str, at: usize) -> bool {
    let (before, rest) = (&text[..at], &text[at..]);
    let behind = rest.strip_prefix('—');
    before.ends_with(is_han) && behind.is_some_and(|behind| behind.starts_with(is_han))
}

/// The brackets of 甲省（乙市）示范区: around a few characters, behind a place; or of 甲后市场(乙市)体验中心:
/// around a place, within a name.
pub(super) fn is_around_a_place(text: &str, at: usize, around: Places<'_>) -> bool {
    const LONGEST: usize = 6;
    let Some(inside) = in_brackets(text, at) else { return false };
    let words = &text[inside.clone()];
    let goes_on = text[inside.end..].chars().nth(1).is_some_and(is_han);
    if !goes_on || !(2..=LONGEST).contains(&words.chars().count()) || !words.chars().all(is_han) {
        return false;
    }
    let before = text[..inside.start].trim_end_matches(OPENING);
    let known = |found: &KnownMatch| {
        matches!(found.known, Known::Place(_)) && found.range.usize().end == before.len()
    };
    around.known.iter().any(known)
        || WIDE_PLACES.iter().chain(&LONGER_PLACES).any(|wide| before.ends_with(wide))
        || before.ends_with(is_han) && is_place(words, inside.start, around)
}

/// What opens and closes brackets.
const OPENING: [char; 2] = ['（', '('];
const CLOSING: [char; 2] = ['）', ')'];

/// What stands in the brackets of which one opens or closes at a place.
fn in_brackets(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    if let Some(behind) = rest.strip_prefix(OPENING) {
        let start = text.len() - behind.len();
        return Some(start..start + reach_behind(text, start).find(CLOSING)?);
    }
    let before = rest.starts_with(CLOSING).then(|| within_reach(text, at))?;
    let open = before.rfind(OPENING)?;
    let mark = before[open..].chars().next()?.len_utf8();
    Some(at - before.len() + open + mark..at)
}
