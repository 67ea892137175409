//! Blanks inside a number are read over: `7 万5 千`, `百 分 之 五`, as text from PDF has them.
//!
//! Two numbers in Arabic digits stay two: `12 24`.

use deltascope_model::TextRange;

use super::digits::{and_more, arabic, han, multiplies, some, tens};
use crate::spots::{List, Text};

/// What is read over.
pub(crate) const BLANKS: [char; 2] = [' ', '\u{3000}'];

/// A text without the blanks that stand inside numbers.
pub(super) struct Squeezed {
    text: String,
    /// Where blanks were left out: the place in `text`, and how many bytes until there.
    cuts: Vec<(usize, usize)>,
}

impl Squeezed {
    /// The text, where it has such blanks.
    pub(super) fn new(raw: Text<'_>) -> Option<Self> {
        let mut squeezed = Self { text: String::new(), cuts: Vec::new() };
        let mut kept = 0;
        let mut left_out = 0;
        for at in raw.places(List::Blanks) {
            // The first blank of a row stands for all.
            if !raw[at..].starts_with(BLANKS) || at < kept || raw[..at].ends_with(BLANKS) {
                continue;
            }
            let rest = raw[at..].trim_start_matches(BLANKS);
            let (Some(before), Some(behind)) = (raw[..at].chars().next_back(), rest.chars().next())
            else {
                continue;
            };
            if joins(&raw[..at], before, behind, rest) {
                let end = raw.len() - rest.len();
                squeezed.text.push_str(&raw[kept..at]);
                left_out += end - at;
                squeezed.cuts.push((squeezed.text.len(), left_out));
                kept = end;
            }
        }
        if left_out == 0 {
            return None;
        }
        squeezed.text.push_str(&raw[kept..]);
        Some(squeezed)
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The range of [`Squeezed::text`] behind a range of the raw text.
    pub(super) fn range(&self, raw: TextRange) -> TextRange {
        let at = |raw: usize| {
            let cuts = self.cuts.partition_point(|&(cut, left_out)| cut + left_out <= raw);
            cuts.checked_sub(1).map_or(raw, |last| raw - self.cuts[last].1)
        };
        let range = raw.usize();
        TextRange::of(at(range.start), at(range.end).max(at(range.start)))
    }

    /// The range of the raw text behind a range of [`Squeezed::text`].
    pub(super) fn raw_range(&self, range: TextRange) -> TextRange {
        let left_out = |at: usize, before: bool| {
            let cuts =
                self.cuts.partition_point(|&(cut, _)| if before { cut < at } else { cut <= at });
            cuts.checked_sub(1).map_or(0, |last| self.cuts[last].1)
        };
        let range = range.usize();
        TextRange::of(
            range.start + left_out(range.start, false),
            range.end + left_out(range.end, true),
        )
    }
}

/// Whether a blank between the two characters stands inside a number; `ahead` ends in the one and
/// `rest` begins with the other.
fn joins(ahead: &str, before: char, behind: char, rest: &str) -> bool {
    let word = |c: char| han(c).is_some() || tens(c).is_some() || some(c);
    let number = |c: char| arabic(c).is_some() || multiplies(c) || word(c);
    let part = |c: char| number(c) || and_more(c) || "点點分之又负負个個".contains(c);
    // 14 .5万
    let decimals =
        rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c| arabic(c).is_some()));
    if arabic(before).is_some() && decimals {
        return true;
    }
    if arabic(before).is_some() {
        let discount = rest[behind.len_utf8()..].trim_start().starts_with('折');
        if arabic(behind).is_some() && !discount || word(behind) {
            return false;
        }
    }
    let measured = number(before) && "折成个個kKM".contains(behind);
    // 3 个 月
    let counted = || ahead.chars().rev().skip(1).find(|c| !c.is_whitespace()).is_some_and(number);
    let measured =
        measured || matches!(before, '个' | '個') && "月小星世季".contains(behind) && counted();
    let tenths =
        before == '成' && word(behind) && { ahead.chars().rev().nth(1).is_some_and(number) };
    let joint = |c: char| number(c) || "分之".contains(c);
    measured || tenths || part(before) && part(behind) && (joint(before) || joint(behind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let squeezed = Squeezed::new(Spots::of(raw).text(raw));
        assert_eq!(squeezed.as_ref().map_or(raw, Squeezed::text), expected);
    }

    #[test]
    fn blanks_inside_numbers() {
        check("共7 万5 千4 百人", "共7万5千4百人");
        check("占百 分 之 五", "占百分之五");
        check("12 24", "12 24");
        check("12 三家", "12 三家");
        check("三省 一市", "三省 一市");
        check("增长 5 家", "增长 5 家");
    }

    #[test]
    fn ranges_lead_back() {
        let raw = "共7 万5 千人";
        let squeezed = Squeezed::new(Spots::of(raw).text(raw)).expect("it has blanks");
        let at = squeezed.text().find("7万5千").map(|at| TextRange::of(at, at + "7万5千".len()));
        let back = at.map(|range| squeezed.raw_range(range)).and_then(|range| range.slice(raw));
        assert_eq!(back, Some("7 万5 千"));
    }
}
