//! Where an unquoted name starts: behind the last verb, particle or mark before its head.
//!
//! `推动四川航运数据服务平台建设` → `四川航运数据服务平台`. What is joined (甲和乙) is one name only where the
//! places tell, else there is none.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use super::name_counted::{only_general, year_before};
use super::name_head::{MOST_CHARACTERS, is_han};
use super::name_heads::{HEADS, Head};
use super::name_place::{
    administrative, is_around_a_place, is_place, is_wide, joins_places, starts_with_place,
};
use super::name_words::{MODIFYING, NO_STOPS, PARTICLES, STOPS};
use crate::endings::Endings;
use crate::grounds::Places;
use crate::spots::Text;
use crate::words::begins;

/// Where an unquoted name starts.
pub(super) fn boundary(text: Text<'_>, head: usize, around: Places<'_>) -> Option<usize> {
    let before = text.get(..head)?;
    let floor = floor(before, around);
    let segment = text.get(floor..head)?;
    let modifying = MODIFYING.iter().find_map(|word| segment.strip_suffix(*word));
    let whole = modifying.map(last_stop);
    let whole = whole.filter(|stop| {
        starts_with_place(&text, floor + stop + year_before(&segment[*stop..]), around)
    });
    let joint = together(segment).filter(|at| starts_with_place(&text, floor + at, around));
    let stop = whole.or(joint).unwrap_or_else(|| last_stop(segment));
    if floor + stop == head {
        return Some(head);
    }
    let start = skip_time(text, floor + stop, head);
    let segment = text.get(start..head)?;
    // Of two joined things the second is the name, where it starts with a place; else both may be
    // one name (碳纤维及复合材料), which only a place before them can tell.
    match segment.rfind(['和', '与', '及', '暨']) {
        None => Some(start),
        Some(at) => {
            let joined = start + at + '和'.len_utf8();
            // 甲市与乙县合作区: the name is of both.
            let rest = text.get(joined..head)?;
            let placed = starts_with_place(&text, start, around);
            if is_place(&segment[..at], start, around) || are_together(&segment[..at], rest, placed)
            {
                return Some(start);
            }
            if starts_with_place(&text, joined, around) {
                return Some(joined);
            }
            let whole = starts_with_place(&text, start, around)
                && !HEADS
                    .iter()
                    .flat_map(|(_, heads)| *heads)
                    .any(|head| segment[..at].ends_with(head));
            whole.then_some(start)
        }
    }
}

/// Where a meeting's name starts that says what it is for: 青川省推进航运发展大会.
pub(super) fn before_purpose(text: &str, head: Head, start: usize) -> Option<usize> {
    const PURPOSES: [&str; 5] = ["推进", "促进", "加快", "推动", "深化"];
    let before = text.get(..start)?;
    let place = PURPOSES.iter().find_map(|word| before.strip_suffix(*word))?;
    let mut starts = place.char_indices().rev().skip(1).take(3).map(|(at, _)| at);
    let opens = |at: usize| !place[..at].ends_with(is_han);
    let at =
        starts.find(|&at| opens(at) && (administrative(&text[at..]) || is_wide(&place[at..])))?;
    (head.kind == InitiativeKind::Event).then_some(at)
}

/// Where the characters begin of which a name before a place may consist; none further than a name is long
/// is looked at.
pub(super) fn floor(before: &str, around: Places<'_>) -> usize {
    let mut end = before.len();
    for _ in 0..MOST_CHARACTERS {
        // Most characters are Chinese, which their first bytes tell.
        if let [.., 0xe4, 0xb8..=0xbf, _] | [.., 0xe5..=0xe9, _, _] = before.as_bytes()[..end] {
            end -= 3;
            continue;
        }
        let Some((at, c)) = before[..end].char_indices().next_back() else { break };
        let fits = is_han(c)
            || c.is_alphanumeric()
            || matches!(c, '·' | '-')
            || joins_places(before, at)
            || is_around_a_place(before, at, around);
        if !fits {
            return end;
        }
        end = at;
    }
    0
}

/// Where a name starts in which two places build something together: 甲乙共建农机实验室.
fn together(segment: &str) -> Option<usize> {
    // A character is found sooner than a word, and mostly there is none.
    let mut ends = segment.rmatch_indices('建').map(|(at, _)| at);
    let end = ends.find(|&at| segment[..at].ends_with('共'))?;
    let (places, rest) = (&segment[..end - "共".len()], &segment[end + "建".len()..]);
    let start = last_stop(places);
    let start = start + batch(&places[start..]);
    let two = (2..=4).contains(&places[start..].chars().count());
    (two && last_stop(rest) == 0 && !rest.is_empty()).then_some(start)
}

/// Where the last stop word of a segment ends.
pub(super) fn last_stop(segment: &str) -> usize {
    let stands = |at: usize, longer: &str, ahead: usize| {
        at.checked_sub(ahead)
            .is_some_and(|start| begins(segment.get(start..).unwrap_or_default(), longer))
    };
    let stops = STOP_WORDS.last(segment, |end, word, longer| {
        let at = end - word.len();
        !longer.iter().any(|&(longer, ahead)| stands(at, longer, ahead))
    });
    stops.unwrap_or(0)
}

/// Stop words and particles, each with the words that it begins within and is none in, and how far within.
static STOP_WORDS: LazyLock<Endings<Vec<Within>>> = LazyLock::new(|| {
    let stops = STOPS.iter().map(|stop| (*stop, NO_STOPS)).chain(PARTICLES);
    Endings::with(stops.map(|(stop, longer)| {
        let first = stop.chars().next();
        let begins = |word: &'static str| {
            let places = word.char_indices().filter(move |(_, c)| Some(*c) == first);
            places.map(move |(ahead, _)| (word, ahead))
        };
        (stop, longer.iter().flat_map(|word| begins(word)).collect())
    }))
});

/// A word, and how far within it another begins.
type Within = (&'static str, usize);

/// `2021年长三角种业联盟`, `第二批种业创新联盟`: the date and the batch are no part of the name.
pub(super) fn skip_time(text: Text<'_>, start: usize, head: usize) -> usize {
    let times = crate::times::scan(text.part(TextRange::of(start, head)), false);
    let start = times.last().map_or(start, |time| start + time.range.usize().end);
    start + batch(text.get(start..head).unwrap_or_default())
}

/// How long the number of a batch or a round is that a text begins with: 第二批, 第三轮.
fn batch(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('第') else { return 0 };
    let after = rest.trim_start_matches(is_number);
    match after.strip_prefix(['批', '轮']) {
        Some(end) if after.len() < rest.len() => text.len() - end.len(),
        _ => 0,
    }
}

/// 甲区与乙三县一体化示范区: a short name before the word, and togetherness behind it.
fn are_together(first: &str, rest: &str, placed: bool) -> bool {
    let longest = if placed { 8 } else { 4 };
    (2..=longest).contains(&first.chars().count())
        && first.chars().all(is_han)
        && !only_general(first)
        && ["一体化", "合作", "协同", "协作", "联动", "互联", "跨界", "毗邻"]
            .iter()
            .any(|word| rest.contains(word))
}
