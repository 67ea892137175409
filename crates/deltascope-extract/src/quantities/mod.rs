//! Quantities of a text: numbers that count, measure, rate or rank, with what they count in.
//!
//! 1. `numeral` reads a number at each place where one can begin, `literal` its Arabic digits, and
//!    `blanks` takes out blanks inside it; `digits` knows the characters
//! 2. `shape` says what the number is with what stands around it: a unit (`counted`, by `units` and
//!    their `unit_lists`), a share (`percent`), a place in an order (`ordinal`), another number that
//!    closes a span, smaller units (`joined`), or nothing (`unitless`); a year of the Republic is none (`republic`)
//! 3. `names` rules out what only looks like a quantity: names of groups, slogans, idioms
//! 4. `qualifier` says how exact it is, and `kind` what it tells: a growth, a rank, a change
//!
//! Times are none of these: where a time was read, no quantity is. Expects any script.

pub(crate) mod blanks;
mod counted;
mod digits;
mod joined;
mod kind;
mod literal;
mod names;
mod numeral;
mod opening;
mod ordinal;
mod percent;
mod qualifier;
mod republic;
mod shape;
mod unit_lists;
mod unitless;
mod units;

use deltascope_model::TextRange;
use deltascope_text::simplify;
use rust_decimal::Decimal;

use crate::rules::republic::is_counted_in;
use crate::spots::{List, Spots, Text};
use crate::times::scan;
use blanks::Squeezed;
use opening::OPENS_A_NAME;
pub(crate) use opening::openings;
pub(crate) use units::one_name;

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundQuantity {
    /// Bytes of the text that was given: the number with its unit, without the qualifier before it.
    pub range: TextRange,
    /// The expression as written.
    pub text: String,
    /// Exact decimal in the base unit; a span is `lo/hi`. Fractions that do not end are given to
    /// fifteen digits.
    pub value: String,
    /// The code of a currency (ISO 4217), `%`, `百分点`, or the measure word or measure as written;
    /// empty where the number stands alone.
    pub unit: String,
    /// `exact`, `over`, `under` or `about`.
    pub qualifier: &'static str,
    /// `count`, `money`, `measure`, `duration`, `percent`, `growth`, `decline`, `change`, `rank`,
    /// `ordinal`, `ratio`, `score` or `index`.
    pub kind: &'static str,
    /// What is counted, as far as the words behind the measure word tell.
    pub noun: Option<String>,
}

/// The quantities of a text in either script, in order, none overlapping another or a time.
pub fn quantities(text: &str) -> Vec<FoundQuantity> {
    let simple = simplify(text);
    let spots = Spots::of(simple.text());
    let plain = spots.text(simple.text());
    let times: Vec<TextRange> =
        scan(plain, is_counted_in(plain)).into_iter().map(|time| time.range).collect();
    let found = quantities_beside(plain, &times);
    led_back(found, text, |range| simple.raw_range(range))
}

/// The quantities of a text in Simplified characters, beside its times.
pub(crate) fn quantities_beside(text: Text<'_>, times: &[TextRange]) -> Vec<FoundQuantity> {
    let Some(squeezed) = Squeezed::new(text) else { return read(text, times) };
    let times: Vec<TextRange> = times.iter().map(|range| squeezed.range(*range)).collect();
    let spots = Spots::of(squeezed.text());
    let found = read(spots.text(squeezed.text()), &times);
    led_back(found, &text, |range| squeezed.raw_range(range))
}

/// Quantities with their ranges and characters in `raw`, which they were not read from.
fn led_back(
    mut found: Vec<FoundQuantity>,
    raw: &str,
    back: impl Fn(TextRange) -> TextRange,
) -> Vec<FoundQuantity> {
    for quantity in &mut found {
        quantity.range = back(quantity.range);
        quantity.range.slice(raw).unwrap_or_default().clone_into(&mut quantity.text);
    }
    found
}

fn read(noted: Text<'_>, times: &[TextRange]) -> Vec<FoundQuantity> {
    read_at(noted.as_str(), noted.places(List::Numbers), times)
}

/// Reads what begins at some of these places.
fn read_at(
    text: &str,
    places: impl Iterator<Item = usize>,
    times: &[TextRange],
) -> Vec<FoundQuantity> {
    let mut shapes = Vec::new();
    let mut times = times.iter().map(|range| range.usize()).peekable();
    let mut free_from = 0;
    for at in places {
        let ahead = text[at..].starts_with(ordinal::ORDERS);
        let at = if ahead { at + '第'.len_utf8() } else { at };
        while let Some(time) = times.next_if(|time| time.end <= at) {
            free_from = free_from.max(time.end);
        }
        if let Some(time) = times.peek().filter(|time| time.start <= at) {
            free_from = free_from.max(time.end);
        }
        if at < free_from {
            continue;
        }
        if let Some(len) = address(&text[at..]) {
            free_from = at + len;
            continue;
        }
        if !text[at..].starts_with(opening::begins) {
            continue;
        }
        let limit = times.peek().map_or(text.len(), |time| time.start);
        match shape::read(text, free_from..limit, at) {
            shape::Read::Quantity(shape) => {
                free_from = shape.range.usize().end;
                shapes.push(*shape);
            }
            shape::Read::Other(len) => free_from = at + len,
        }
    }
    kind::name(text, shapes)
}

/// How many bytes of a web address or the title of a document stand at the head of `text`:
/// numbers in them are names.
fn address(text: &str) -> Option<usize> {
    if !text.starts_with(OPENS_A_NAME) {
        return None;
    }
    if text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") {
        return Some(text.find(|c: char| !c.is_ascii_graphic()).unwrap_or(text.len()));
    }
    let title = text.strip_prefix('《')?;
    let end = near_behind(title).find(['》', '\n', '。'])?;
    Some("《".len() + end)
}

/// How far is looked from a number for what belongs to it, in bytes: about a hundred characters.
const NEAR: usize = 300;

/// The end of what stands before a number.
fn near_before(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(NEAR))..]
}

/// The beginning of what stands behind it.
fn near_behind(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR)]
}

/// A numeral of a text, whatever it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundNumber {
    /// Bytes of the text that was given.
    pub range: TextRange,
    /// Exact decimal.
    pub value: String,
}

/// Every numeral of a text, also those that are part of a time or of a quantity.
pub fn numbers(text: &str) -> Vec<FoundNumber> {
    let squeezed = Squeezed::new(Spots::of(text).text(text));
    let plain = squeezed.as_ref().map_or(text, Squeezed::text);
    let mut found = Vec::new();
    let mut free_from = 0;
    let mut before = ' ';
    for (at, first) in plain.char_indices() {
        let joined = std::mem::replace(&mut before, first);
        let joined = joined.is_ascii_alphanumeric() || joined == '.' && first == '.';
        if at < free_from || joined || !digits::begins(first) {
            continue;
        }
        if let Some(len) = names::word(&plain[at..]) {
            free_from = at + len;
            continue;
        }
        let Some(number) = numeral::numeral(&plain[at..]) else { continue };
        let alone = number.len == first.len_utf8() && digits::is_word_alone(first);
        if alone || number.form == numeral::Form::Multiplier && number.vague.is_none() {
            continue;
        }
        free_from = at + number.len;
        let range = TextRange::of(at, free_from);
        found.push(FoundNumber {
            range: squeezed.as_ref().map_or(range, |squeezed| squeezed.raw_range(range)),
            value: decimal(number.value),
        });
    }
    found
}

fn decimal(value: Decimal) -> String {
    let value = value.normalize();
    // Most are whole, which is sooner written so.
    let whole = u64::try_from(value.mantissa()).ok().filter(|_| value.scale() == 0);
    whole.map_or_else(|| value.to_string(), |whole| whole.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What begins anywhere is what begins where something may.
    #[track_caller]
    fn check(text: &str) {
        let everywhere = read_at(text, text.char_indices().map(|(at, _)| at), &[]);
        assert_eq!(read(Spots::of(text).text(text), &[]), everywhere, "{text}");
    }

    #[test]
    fn no_number_is_passed_over_for_what_follows_it() {
        for text in [
            "三家",
            "两、三家",
            "四到五成",
            "八折",
            "五又二分之一吨",
            "万分之五",
            "打对折",
            "一半费用",
            "数十亿元",
            "全国第三。",
            "跻身全国前十",
            "跻身全球百强",
            "居全省首位",
            "负三度",
            "零下五度",
            "五花八门",
            "三番五次",
            "十六.五克",
            "五 吨",
            "数据、对接、万物、一体、半导体、百科、千里",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn of_any_text(
            words in prop::collection::vec(
                "[一二三十百千万亿几数半对两廿零点负第前首位个成折分之倍％%、到至—.0-9 又多余来家元年度据体了全国居共约超近花门]",
                0..9,
            ),
        ) {
            check(&words.concat());
        }
    }
}
