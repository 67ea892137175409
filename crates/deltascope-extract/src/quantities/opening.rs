//! What a quantity may begin with, and what can stand next: one look at two characters, before any rule.
//!
//! Most Chinese digits and multipliers begin a word (一体, 数据, 对接, 万物). They are a number that counts only
//! where more of one, a unit, or what leads to another number follows; behind 第 and 前 any does. Nothing is
//! decided here: what is let through may be no quantity.

use super::digits::{self, arabic};
use super::names::sayings;
use super::ordinal::{FOREMOST, ORDERS};
use super::units::{is_sign, units_begin};
use crate::rules::TO;

/// What goes on from a number and begins no unit.
const GOES_ON: &str = "分又点點多余餘来下个個成折百强%％‰、/／ ";

/// What a web address or the title of a document begins with.
pub(super) const OPENS_A_NAME: [char; 3] = ['h', 'w', '《'];

/// What a quantity, or what numbers are none in, begins with, each with what can follow it; none where
/// anything can.
pub(crate) fn openings() -> impl Iterator<Item = (char, Option<impl Iterator<Item = char>>)> {
    let all = || ('\0'..='\u{ffff}').filter(|c| begins(*c));
    let follow: Vec<char> = (units_begin().chain(GOES_ON.chars()).chain(all()))
        .chain(TO.iter().filter_map(|word| word.chars().next()))
        .chain(sayings().filter_map(|word| word.chars().nth(1)))
        .collect();
    let anything =
        |c: char| c.is_ascii() || arabic(c).is_some() || is_sign(c) || c == '−' || c == '－';
    let numbers = all().chain([FOREMOST]).map(move |c| (c, !anything(c)));
    let others = OPENS_A_NAME.map(|c| (c, false)).into_iter().chain(ORDERS.map(|c| (c, true)));
    let openings = numbers.chain(others);
    openings.map(move |(c, few)| (c, few.then(|| follow.clone().into_iter())))
}

/// Whether a quantity may begin with this.
pub(super) fn begins(first: char) -> bool {
    digits::begins(first) || is_sign(first) || first == FOREMOST
}
