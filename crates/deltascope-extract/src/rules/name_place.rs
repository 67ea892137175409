//! Places that names start with, known or by their form: 甲省, 川渝, 蒙东—京津冀, 甲省（乙市）.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::field::is_number;
use super::name_counted::only_general;
use super::name_head::is_han;
use super::name_verb::within_reach;
use super::name_words::{LONGER_PLACES, PROVINCES, PROVINCES_AND_WORDS, WIDE_PLACES};
use crate::gazetteer::{Known, KnownMatch};
use crate::grounds::Places;
use crate::words::{Characters, Words};

/// Places wider than those of the gazetteer, by their first character.
static WIDE: LazyLock<Words> =
    LazyLock::new(|| Words::new(WIDE_PLACES.into_iter().chain(LONGER_PLACES)));

pub(crate) fn starts_with_place(text: &str, start: usize, around: Places<'_>) -> bool {
    let Some(rest) = text.get(start..) else { return false };
    around.known_at(start)
        || WIDE.begin(rest)
        || rest.chars().next().is_some_and(|c| c.is_ascii_uppercase())
        || administrative(rest)
        || is_region(rest)
        || around.begin(rest)
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

/// The brackets of 甲省（乙市）示范区: around a few characters, behind a place.
pub(super) fn is_around_a_place(text: &str, at: usize, around: Places<'_>) -> bool {
    const LONGEST: usize = 6;
    let inside =
        |words: &str| (2..=LONGEST).contains(&words.chars().count()) && words.chars().all(is_han);
    let placed = |open: usize| {
        let known = around
            .known
            .iter()
            .any(|found| matches!(found.known, Known::Place(_)) && found.range.usize().end == open);
        known || WIDE_PLACES.iter().chain(&LONGER_PLACES).any(|wide| text[..open].ends_with(wide))
    };
    let rest = &text[at..];
    if let Some(behind) = rest.strip_prefix(['（', '(']) {
        let closed = behind.find(['）', ')']).is_some_and(|end| inside(&behind[..end]));
        return closed && placed(at);
    }
    let Some(behind) = rest.strip_prefix(['）', ')']) else { return false };
    let before = within_reach(text, at);
    let open = before.rfind(['（', '(']).filter(|open| {
        before[*open..].chars().next().is_some_and(|c| inside(&before[open + c.len_utf8()..]))
    });
    behind.starts_with(is_han) && open.is_some_and(|open| placed(at - before.len() + open))
}
