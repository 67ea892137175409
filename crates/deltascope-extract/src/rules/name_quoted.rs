//! Names that stand in quotation marks, or end behind them: `“白石湾汽车零部件集群”`, `“光明行动”项目`.

use deltascope_model::TextRange;

use super::name_counted::counted_behind;
use super::name_head::{HeadName, is_han};
use super::name_heads::{Head, Needs};
use super::name_place::starts_with_place;
use super::name_start::{boundary, last_stop};
use super::name_verb::{beside_verb, within_reach};
use crate::grounds::Places;
use crate::spots::Text;

/// The start of a quoted name that ends with the head: `“白石湾汽车零部件集群”`.
pub(super) fn quoted_start(text: &str, head: Head) -> Option<usize> {
    let after = text.get(head.end..)?;
    let before = within_reach(text, head.start);
    for (open, close) in QUOTES {
        if after.starts_with(close) {
            let from = head.start - before.len();
            let start = from + before.rfind(open)? + open.len_utf8();
            let inside = text.get(start..head.start)?;
            return is_phrase(inside, close).then_some(start);
        }
    }
    None
}

/// The start of a name whose quoted part stands before the head: `“光明行动”项目`. How a thing is
/// done (“揭榜挂帅”项目) is no name.
pub(super) fn behind_quotes(text: &str, head: Head) -> Option<usize> {
    const WAYS: [&str; 6] = ["揭榜挂帅", "赛马", "放管服", "互联网", "一带一路", "双碳"];
    const MOST_BETWEEN: usize = 8;
    let before = within_reach(text, head.start);
    let (close_at, close) =
        before.char_indices().rev().take(MOST_BETWEEN).find(|(_, c)| !is_han(*c))?;
    let (open, close) = QUOTES.into_iter().find(|(_, mark)| *mark == close)?;
    let start = before[..close_at].rfind(open)?;
    let inside = before.get(start + open.len_utf8()..close_at)?;
    let between = &before[close_at + close.len_utf8()..];
    let fits = is_phrase(inside, close)
        && inside.chars().count() >= 2
        && !WAYS.iter().any(|way| inside.contains(way))
        && last_stop(between) == 0
        && !counted_behind(text.get(head.end..)?);
    fits.then_some(head.start - before.len() + start)
}

/// Quotation marks that names stand in.
pub(super) const QUOTES: [(char, char); 3] = [('“', '”'), ('「', '」'), ('『', '』')];

fn is_phrase(inside: &str, close: char) -> bool {
    !inside.contains(['。', ';', '；', '!', '?', '！', '？', ',', '，', close])
}

/// A quoted name that is too short without the place before it: 甲市“药店联盟”.
pub(super) fn with_place_before(
    text: Text<'_>,
    start: usize,
    head: Head,
    around: Places<'_>,
) -> Option<HeadName> {
    const SHORT: usize = 4;
    let inside = text.get(start..head.end)?;
    let (open, mark) = text.get(..start)?.char_indices().next_back()?;
    let (_, close) = QUOTES.into_iter().find(|(first, _)| *first == mark)?;
    let closed = text[head.end..].starts_with(close) && inside.chars().count() <= SHORT;
    let from = boundary(text, open, around).filter(|_| closed)?;
    let anchored = head.needs == Needs::Nothing;
    let range = TextRange::of(from, head.end + close.len_utf8());
    let placed = from < open && starts_with_place(&text, from, around);
    (placed && (anchored || beside_verb(&text, from, range.usize().end))).then_some(HeadName {
        range,
        kind: head.kind,
        anchored,
    })
}
