//! The rules: one file each, with its own cases.
//!
//! A time rule looks at one place of a text ([`Scan`]) and says how many bytes from there are a
//! time expression and what it says. The scanner asks every rule and keeps the longest answer.

use std::cell::OnceCell;
use std::sync::LazyLock;

use crate::meaning::{Field, Meaning, Point};
use crate::numerals::{Number, digits, small};
use crate::words::{Words, begins};

mod field;
pub(crate) mod name_about;
mod name_cities;
mod name_counted;
pub(crate) mod name_defined;
pub(crate) mod name_framed;
pub(crate) mod name_head;
pub(crate) mod name_heads;
mod name_longer;
pub(crate) mod name_maker;
pub(crate) mod name_organisation;
pub(crate) mod name_place;
mod name_quoted;
pub(crate) mod name_shortened;
mod name_start;
pub(crate) mod name_title;
mod name_verb;
mod name_words;
mod opening;
pub(crate) mod republic;
mod time_ahead;
pub(crate) mod time_clock;
mod time_date;
mod time_decade;
mod time_era;
mod time_feast;
pub(crate) mod time_habit;
mod time_hour;
pub(crate) mod time_iso;
pub(crate) mod time_length;
mod time_list;
mod time_lunar;
mod time_plan;
mod time_quarter;
mod time_recent;
mod time_reign;
mod time_relative_day;
mod time_same;
mod time_since;
mod time_span;
mod time_vague;
mod time_week;

pub(crate) use field::is_number;

/// A place in a text.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Whether the article counts its years from the Republic's first.
    republic: bool,
    /// What one place begins with, for all rules that begin by reading it there.
    here: Option<&'a Here>,
}

/// What a place begins with, each read once: how many bytes it has, and what it says.
struct Here {
    at: usize,
    date: OnceCell<Option<(usize, Point)>>,
    year: OnceCell<Option<(usize, Field)>>,
    month: OnceCell<Option<(usize, Field)>>,
    digits: OnceCell<Option<Number>>,
    small: OnceCell<Option<Number>>,
}

/// How many bytes from the place on are a time expression, and what it says.
pub(crate) type Reading = Option<(usize, Meaning)>;

/// The same for what dates nothing: a length or a habit, as ISO-TimeML writes it.
pub(crate) type Undated = Option<(usize, String)>;

/// A time rule.
pub(crate) struct TimeRule {
    /// The characters that its expressions can begin with: it is asked at no other.
    first: &'static [&'static str],
    read: fn(Scan<'_>) -> Reading,
}

/// Words and marks between the two ends of a span, of times as of quantities.
pub(crate) const TO: [&str; 12] =
    ["——", "-", "—", "–", "－", "~", "～", "至", "到", "〜", "―", "∼"];

/// Digits of every kind.
const DIGITS: &str = "0123456789０１２３４５６７８９〇○零一二三四五六七八九十廿卅两";

/// What a year by its distance, or of the Republic, begins with.
const YEARS: &str = "去今明前同当次翌上大后本民中下";

/// What a date begins with besides: parts of a year, months and days by their distance.
const DATES: &str = "年首头第月元这那昨即隔此";

/// Every time rule. Of equally long readings the earlier rule's counts.
pub(crate) const TIME_RULES: [TimeRule; 17] = [
    TimeRule { first: &[DIGITS, YEARS, "农阴旧正冬腊年初"], read: time_lunar::read },
    TimeRule { first: &[DIGITS, YEARS, DATES], read: time_date::read },
    TimeRule { first: &[DIGITS, YEARS, DATES, "自从"], read: time_span::read },
    TimeRule { first: &[DIGITS, YEARS, DATES, "自从"], read: time_since::read },
    TimeRule { first: &[DIGITS, "今明去昨前"], read: time_list::read },
    TimeRule { first: &[DIGITS, YEARS, "这"], read: time_same::read },
    TimeRule { first: &["七八九十“\"「『"], read: time_plan::read },
    TimeRule { first: &[DIGITS, "上本"], read: time_decade::read },
    TimeRule { first: &["自党新改"], read: time_era::read },
    TimeRule {
        first: &["贞永神开天会建太咸庆嘉熙元宣乾淳至洪正景成弘隆万崇顺康雍道同光明大昭平令"],
        read: time_reign::read,
    },
    TimeRule {
        first: &[DIGITS, YEARS, "元春除清“劳端儿建教国重植平圣农情愚护腊立夏秋冬"],
        read: time_feast::read,
    },
    TimeRule { first: &["上本这下星礼周"], read: time_week::read },
    TimeRule { first: &[DIGITS, "上本这下第"], read: time_quarter::read },
    TimeRule { first: &[DIGITS, "半近最过这此其之随"], read: time_recent::read },
    TimeRule { first: &[DIGITS, "上下中正凌清早傍晚深半夜"], read: time_hour::read },
    TimeRule { first: &["未今接往"], read: time_ahead::read },
    TimeRule { first: &["日近目截不前最几数多连这稍"], read: time_vague::read },
];

/// For each character of the basic plane, a bit for each rule that can begin with it: every
/// character of every text is looked up here.
static ASKED: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut asked = vec![0; 0x1_0000];
    for (number, rule) in TIME_RULES.iter().enumerate() {
        for c in rule.first.iter().flat_map(|first| first.chars()) {
            asked[c as usize] |= 1 << number;
        }
    }
    asked
});

/// What some rule may be asked at.
fn openings() -> impl Iterator<Item = char> {
    TIME_RULES.iter().flat_map(|rule| rule.first).flat_map(|first| first.chars())
}

/// The same, each with what can follow it; none where many characters can.
pub(crate) fn openings_followed() -> impl Iterator<Item = (char, Option<impl Iterator<Item = char>>)>
{
    openings().map(|first| (first, opening::followers(first)))
}

/// The longest reading of all rules at a place that `first` begins.
pub(crate) fn read_time(place: Scan<'_>, first: char) -> Reading {
    let mut asked = ASKED.get(first as usize).copied().unwrap_or_default();
    if asked == 0 || !opening::may_be_time(place, first) {
        return None;
    }
    let here = Here {
        at: place.at,
        date: OnceCell::new(),
        year: OnceCell::new(),
        month: OnceCell::new(),
        digits: OnceCell::new(),
        small: OnceCell::new(),
    };
    let place = Scan { here: Some(&here), ..place };
    let mut longest: Reading = None;
    while asked != 0 {
        let rule = &TIME_RULES[asked.trailing_zeros() as usize];
        asked &= asked - 1;
        if let Some(reading) = (rule.read)(place)
            && longest.as_ref().is_none_or(|(len, _)| *len < reading.0)
        {
            longest = Some(reading);
        }
    }
    longest
}

impl<'a> Scan<'a> {
    /// A place; `at` must be a character boundary.
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at, republic: false, here: None }
    }

    /// The same place of an article that counts its years from the Republic's first, or does not.
    pub(crate) fn counted(self, republic: bool) -> Self {
        Self { republic, ..self }
    }

    /// The text from the place on.
    pub(crate) fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text before the place.
    pub(crate) fn before(self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The date here, by its reader, which is asked once.
    fn date(self, read: impl FnOnce(Self) -> Option<(Self, Point)>) -> Option<(Self, Point)> {
        self.once(|here| &here.date, read)
    }

    /// The year here, by its reader, which is asked once.
    fn year(self, read: impl FnOnce(Self) -> Option<(Self, Field)>) -> Option<(Self, Field)> {
        self.once(|here| &here.year, read)
    }

    /// The month here that has no year before it, by its reader, which is asked once.
    fn month(self, read: impl FnOnce(Self) -> Option<(Self, Field)>) -> Option<(Self, Field)> {
        self.once(|here| &here.month, read)
    }

    fn once<T: Copy>(
        self,
        cell: impl FnOnce(&Here) -> &OnceCell<Option<(usize, T)>>,
        read: impl FnOnce(Self) -> Option<(Self, T)>,
    ) -> Option<(Self, T)> {
        match self.here.filter(|here| here.at == self.at) {
            Some(here) => {
                let read = || read(self).map(|(after, what)| (after.since(self), what));
                cell(here).get_or_init(read).map(|(len, what)| (self.skip(len), what))
            }
            None => read(self),
        }
    }

    /// The digits here ([`digits`]), which are read once.
    fn digits(self) -> Option<Number> {
        let here = self.here.filter(|here| here.at == self.at);
        here.map_or_else(
            || digits(self.rest()),
            |here| *here.digits.get_or_init(|| digits(self.rest())),
        )
    }

    /// The number below a hundred here ([`small`]), which is read once.
    fn small(self) -> Option<Number> {
        let here = self.here.filter(|here| here.at == self.at);
        here.map_or_else(
            || small(self.rest()),
            |here| *here.small.get_or_init(|| small(self.rest())),
        )
    }

    /// The place so many bytes further on.
    pub(crate) fn skip(self, len: usize) -> Self {
        Self { at: self.at + len, ..self }
    }

    /// The place after `word`, where the text has it here.
    pub(crate) fn eat(self, word: &str) -> Option<Self> {
        begins(self.rest(), word).then(|| self.skip(word.len()))
    }

    /// The place after the longest of `words` that the text has here, and its position.
    pub(crate) fn eat_any(self, words: &[&str]) -> Option<(Self, usize)> {
        let rest = self.rest();
        let found = |&(_, word): &(usize, &&str)| begins(rest, word);
        let longest = words.iter().enumerate().filter(found).max_by_key(|(_, word)| word.len());
        longest.map(|(index, word)| (self.skip(word.len()), index))
    }

    /// The place after the longest of `words` that the text has here.
    pub(crate) fn eat_word(self, words: &Words) -> Option<Self> {
        words.at(self.rest()).next().map(|(word, ())| self.skip(word.len()))
    }

    /// The place after one blank, where the text has one: PDF text has `2024 年 6 月`.
    pub(crate) fn eat_blank(self) -> Self {
        self.eat(" ").unwrap_or(self)
    }

    /// Bytes from `start` to this place.
    pub(crate) fn since(self, start: Self) -> usize {
        self.at - start.at
    }
}

#[cfg(test)]
pub(crate) mod test {
    //! The table test of every time rule.

    use super::{Meaning, Reading, Scan};
    use crate::spots::{List, Spots};

    /// Checks what a rule reads at the head of a text.
    #[track_caller]
    pub(crate) fn check(
        read: fn(Scan<'_>) -> Reading,
        text: &str,
        expected: Option<(&str, Meaning)>,
    ) {
        let found = read(Scan::new(text, 0));
        let first = text.chars().next().unwrap_or_default();
        let asked = |rule: &super::TimeRule| rule.first.iter().any(|chars| chars.contains(first));
        let same = |rule: &&super::TimeRule| std::ptr::fn_addr_eq(rule.read, read);
        if let Some(rule) = super::TIME_RULES.iter().find(same) {
            let spots = Spots::of(text);
            let noted = spots.text(text).places(List::Times).next() == Some(0);
            let may_be = super::opening::may_be_time(Scan::new(text, 0), first);
            let opens = asked(rule) && noted && may_be;
            assert!(found.is_none() || opens, "no rule is asked at the first of {text}");
        }
        assert_eq!(found, expected.map(|(matched, meaning)| (matched.len(), meaning)), "{text}");
    }
}
