//! What a number is with what stands around it: how far the expression reaches and what it counts.

use std::ops::Range;

use deltascope_model::TextRange;
use rust_decimal::Decimal;

use super::counted::Counted;
use super::digits::arabic;
use super::names::saying;
use super::near_before;
use super::numeral::{Form, Numeral, numeral};
use super::ordinal::FOREMOST;
use super::percent::percent_unit;
use super::qualifier::{Qualifier, before, behind, is_set_against, within};
use super::units::{Class, one_name, scale_at, sign_at, sign_before, unit};
use crate::rules::TO;

/// What a place of the text was read as.
pub(super) enum Read {
    Quantity(Box<Shape>),
    /// No quantity: so many bytes are to be passed over.
    Other(usize),
}

/// A quantity before its kind is told from the clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) range: TextRange,
    pub(super) value: Decimal,
    pub(super) high: Option<Decimal>,
    pub(super) unit: String,
    pub(super) qualifier: Qualifier,
    pub(super) of: Of,
}

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Count,
    Money,
    Measure,
    Duration,
    Percent,
    Times,
    Ratio,
    Score,
    Ordinal,
    Rank,
    /// A number without a unit that an index stands at.
    Index,
}

/// Reads what begins at `at`; nothing outside `free` belongs to it.
pub(super) fn read(text: &str, free: Range<usize>, at: usize) -> Read {
    let place = Place::new(text, &free, at);
    let (before_it, rest) = (place.before, place.rest);
    let first = rest.chars().next().unwrap_or(' ');
    let other = if first.is_ascii() { labelled(rest) } else { saying(rest) };
    if let Some(len) = other {
        return Read::Other(len);
    }
    if first == FOREMOST {
        return place.foremost().unwrap_or(Read::Other(first.len_utf8()));
    }
    if let Some((sign, code)) = sign_at(rest) {
        return place.with_sign(sign, code).unwrap_or(Read::Other(sign));
    }
    // G60, C919, 2.0版 behind a letter: a name; but `apollo两大产品`.
    let digit = first.is_ascii() || arabic(first).is_some();
    if digit && before_it.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        || before_it.ends_with(['-', '.', '/'])
            && before_it
                .trim_end_matches(['-', '.', '/'])
                .ends_with(|c: char| c.is_ascii_alphanumeric())
    {
        return Read::Other(name_len(rest).max(first.len_utf8()));
    }
    let number = numeral(rest);
    place.plain(number).unwrap_or_else(|| Read::Other(place.passed(number)))
}

/// How many bytes of a number stand here that opens with a naught and is none: `05-2765041`, `007号`.
fn labelled(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix('0')?;
    digits.starts_with(|c: char| c.is_ascii_digit()).then(|| name_len(rest))
}

/// How many bytes of letters, digits and joints stand at the head of a name.
fn name_len(rest: &str) -> usize {
    rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))
        .unwrap_or(rest.len())
}

/// A place of the text where a number begins.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) free: &'a Range<usize>,
    pub(super) at: usize,
    before: &'a str,
    rest: &'a str,
}

impl<'a> Place<'a> {
    fn new(text: &'a str, free: &'a Range<usize>, at: usize) -> Self {
        Self { text, free, at, before: &text[..at], rest: &text[at..free.end] }
    }

    /// Another place of the text, near this one.
    pub(super) fn moved_to(self, at: usize) -> Self {
        if at == self.at { self } else { Self::new(self.text, self.free, at) }
    }

    pub(super) fn before(self) -> &'a str {
        self.before
    }

    pub(super) fn rest(self) -> &'a str {
        self.rest
    }

    /// How much is passed over where there is no quantity: the number, or one character.
    fn passed(self, number: Option<Numeral>) -> usize {
        let first = self.rest().chars().next().map_or(1, char::len_utf8);
        let number = number.map_or(first, |number| number.len);
        // 1.2.3 and 5G are names as a whole.
        if self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            number.max(name_len(self.rest()))
        } else {
            number
        }
    }

    /// `￥300万`.
    fn with_sign(self, sign: usize, code: &'static str) -> Option<Read> {
        let inner = self.rest()[sign..].trim_start_matches(' ');
        let gap = self.rest().len() - inner.len();
        let number = numeral(inner)?;
        let mut len = gap + number.len;
        let behind = unit(&self.rest()[len..], false);
        let mut by = Decimal::ONE;
        if let Some(unit) = behind.filter(|unit| unit.class == Class::Money) {
            len += unit.len;
        } else if let Some((word, times)) = scale_at(&self.rest()[len..]) {
            len += word;
            by = Decimal::from(times);
        }
        // US$5: the letters before it are the sign's.
        let whole = &self.text[self.free.start..self.at + sign];
        let (longer, code) = sign_before(whole).filter(|one| one.0 > sign).unwrap_or((sign, code));
        let place = self.moved_to(self.at + sign - longer);
        let high = number.high.and_then(|high| high.checked_mul(by));
        let ends = (number.value.checked_mul(by)?, high);
        let len = len + longer - sign;
        Some(place.quantity(len, ends, code.to_owned(), Of::Money, number.vague, Form::Arabic))
    }

    fn plain(self, number: Option<Numeral>) -> Option<Read> {
        if self.rest().starts_with("对折") {
            return self.halved();
        }
        if self.rest().starts_with("一半") {
            return self.half();
        }
        let number = number?;
        if number.form == Form::Multiplier && self.rest()[number.len..].starts_with("分之") {
            return self.per_cent_words(number);
        }
        if self.before().ends_with('第') {
            return self.ordinal(number);
        }
        if let Some(top) = self.top(number).or_else(|| self.among_the_first(number)) {
            return Some(top);
        }
        let unit = self.unit_of(&self.rest()[number.len..], number);
        self.lasting(number)
            .or_else(|| self.coins(number))
            .or_else(|| self.span(number, unit.as_ref()))
            .or_else(|| self.percent(number))
            .or_else(|| self.counted(number, unit))
            .or_else(|| self.of_whole(number))
            .or_else(|| self.to_another(number))
            .or_else(|| self.rate(number))
            .or_else(|| self.index(number))
            .or_else(|| self.placed(number))
            .or_else(|| self.shared(number))
            .or_else(|| self.large(number))
            .or_else(|| self.and_more_of(number))
    }

    /// `3-5家`, `20万至30万元`, `10%—15%`, `6、7个小时`, `四到五成`.
    fn span(self, low: Numeral, unit_low: Option<&Counted>) -> Option<Read> {
        let behind_low = &self.rest()[low.len..];
        let gap = unit_low.map_or(0, |unit| unit.len);
        let joint = behind_low[gap..].trim_start_matches(' ');
        let word = TO.iter().chain(&["、"]).find(|word| joint.starts_with(**word))?;
        let high_text = joint[word.len()..].trim_start_matches(' ');
        let high = numeral(high_text).filter(|high| high.form != Form::Multiplier)?;
        // 6、7个 is a span, 3、5、7月 a list.
        if *word == "、" && (gap > 0 || high.value != low.value + Decimal::ONE) {
            return None;
        }
        let behind_high = &high_text[high.len..];
        let tenths = percent_unit(behind_high, high).filter(|unit| unit.by != Decimal::ONE);
        if let Some(tenths) = tenths.filter(|_| unit_low.is_none() && low.value < high.value) {
            let len = self.free.end - self.at - behind_high.len() + tenths.len;
            let high = high.value * tenths.by + tenths.plus;
            let ends = (low.value * tenths.by, Some(high));
            return Some(self.quantity(len, ends, tenths.name.into(), Of::Percent, None, low.form));
        }
        let unit_high = self.unit_of(behind_high, high)?;
        if unit_low.is_some_and(|unit| unit.name != unit_high.name) {
            return None;
        }
        // 从2%到3% tells a change: two quantities.
        if unit_low.is_some()
            && self.clause_before().contains(['从', '由'])
            && matches!(*word, "到" | "至")
        {
            return None;
        }
        // 3-5亿 is 3亿 to 5亿; 五到十 begins at five.
        let scaled = low.scale == Decimal::ONE && high.value > high.scale;
        let value = if unit_low.is_none() && scaled && low.form == high.form {
            low.value.checked_mul(high.scale)?
        } else {
            low.value
        };
        if value >= high.value || high.value.is_sign_negative() {
            return None;
        }
        let end = self.free.end - high_text.len() + high.len + unit_high.len;
        let ends = (value, Some(high.value));
        Some(self.quantity(end - self.at, ends, unit_high.name, unit_high.of, None, low.form))
    }

    /// What stands between the last punctuation mark and the place.
    pub(super) fn clause_before(self) -> &'a str {
        let before = near_before(self.before());
        let start = before
            .rfind(['，', '。', '；', ',', ';', '！', '？', '：', '\n'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        &before[start..]
    }

    pub(super) fn quantity(
        self,
        len: usize,
        (value, high): (Decimal, Option<Decimal>),
        unit: String,
        of: Of,
        inner: Option<Qualifier>,
        form: Form,
    ) -> Read {
        let (mut start, end) = (self.at, self.at + len);
        let mut unit = unit;
        if of == Of::Money
            && let Some((sign, code)) = sign_before(&self.text[self.free.start..self.at])
        {
            start -= sign;
            // 港币三千万元: 元 is the dollar's.
            if unit == "CNY" {
                code.clone_into(&mut unit);
            }
        }
        let exact = || is_set_against(&self.text[..start], &self.text[end..]);
        let qualifier = inner
            .or_else(|| behind(&self.text[end..]))
            .or_else(|| within(&self.text[end..]).filter(|_| of == Of::Measure))
            .or_else(|| before(&self.text[..start], form == Form::Multiplier))
            .filter(|_| !exact())
            // 最高38℃ is what was measured.
            .filter(|_| !self.text[..start].ends_with(['高', '低']) || one_name(&unit) != "℃");
        Read::Quantity(Box::new(Shape {
            range: TextRange::of(start, end),
            value,
            high,
            unit,
            qualifier: qualifier.unwrap_or(Qualifier::Exact),
            of,
        }))
    }
}
