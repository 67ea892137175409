//! Hundredths and parts of a whole: `12.5%`, `百分之三`, `七成`, `五折`, `三分之一`.

use rust_decimal::Decimal;

use super::digits::han;
use super::literal::spoken;
use super::numeral::{Form, Numeral, numeral};
use super::shape::{Of, Place, Read};
use crate::rules::TO;

/// A unit of hundredths.
pub(super) struct PercentUnit {
    /// How many bytes state it.
    pub(super) len: usize,
    /// `%` or `百分点`.
    pub(super) name: &'static str,
    /// What the number is multiplied by.
    pub(super) by: Decimal,
    /// What is added: the 6 of 七成六.
    pub(super) plus: Decimal,
}

impl PercentUnit {
    fn plain(len: usize, name: &'static str, by: Decimal) -> Self {
        Self { len, name, by, plus: Decimal::ZERO }
    }
}

/// Verbs of who speaks.
const SAYS: [&str; 11] =
    ["指出", "说", "表示", "提醒", "发现", "认为", "建议", "强调", "介绍", "坦言", "透露"];

/// Whether a word of 人 stands at the head of `text` rather than people: 成人票, 人员.
fn is_word(text: &str) -> bool {
    ["人员", "人才", "人高考", "人教育", "人礼", "人票", "人之美"]
        .iter()
        .any(|word| text.starts_with(word))
}

/// The unit of hundredths at the head of `rest`, behind `number`.
pub(super) fn percent_unit(rest: &str, number: Numeral) -> Option<PercentUnit> {
    const POINTS: [&str; 4] = ["个百分点", " 个百分点", "百分点", "个百分比"];
    let close = rest.trim_start_matches(' ');
    let gap = rest.len() - close.len();
    if let Some(sign) = close.chars().next().filter(|c| matches!(c, '%' | '％' | '‰')) {
        let by = if sign == '‰' { Decimal::new(1, 1) } else { Decimal::ONE };
        return Some(PercentUnit::plain(gap + sign.len_utf8(), "%", by));
    }
    if let Some(word) = POINTS.iter().find(|word| close.starts_with(**word)) {
        return Some(PercentUnit::plain(gap + word.len(), "百分点", Decimal::ONE));
    }
    // 三成, but not 三成立; 七成六, 三成半.
    let small = || {
        number.value > Decimal::ZERO
            && number.value <= Decimal::TEN
            && number.form != Form::Multiplier
    };
    if let Some(behind) = close.strip_prefix('成').filter(|_| small()) {
        // 何一成说: a person.
        if SAYS.iter().any(|verb| behind.starts_with(verb)) {
            return None;
        }
        // 三成的山林 and 三成人赞成 are shares; 一成人, 2成人1儿童 and 三成人员 are not.
        let several = number.value >= Decimal::TWO && number.value < Decimal::TEN;
        let people = number.form == Form::Chinese && !is_word(behind);
        let share = several && (behind.starts_with('的') || behind.starts_with('人') && people);
        if !share
            && behind
                .starts_with(|c: char| "立为员果功都长熟绩交本就效型分品套份年人的".contains(c))
        {
            return None;
        }
        let digit = behind.chars().next().and_then(|c| if c == '半' { Some(5) } else { han(c) });
        let (more, rest) = digit.map_or((0, 0), |digit| (digit, "半".len()));
        let plus = Decimal::from(more);
        return Some(PercentUnit {
            len: gap + "成".len() + rest,
            name: "%",
            by: Decimal::TEN,
            plus,
        });
    }
    // 九折 pays 90%, 75折 75%, 半折 half.
    let behind = close.strip_prefix('折')?;
    let discount = !behind.starts_with(|c: char| "叠射旧合腾返线".contains(c));
    let by = match number.value {
        half if half < Decimal::ONE => Decimal::ONE_HUNDRED,
        tenths if tenths <= Decimal::TEN => Decimal::TEN,
        _ => Decimal::ONE,
    };
    let fits = number.value <= Decimal::ONE_HUNDRED
        && number.value != Decimal::TEN
        && number.form != Form::Multiplier;
    (discount && fits).then(|| PercentUnit::plain(gap + "折".len(), "%", by))
}

impl Place<'_> {
    /// `打对折`.
    pub(super) fn halved(self) -> Option<Read> {
        let half = (Decimal::from(50), None);
        let len = "对折".len();
        self.before()
            .ends_with('打')
            .then(|| self.quantity(len, half, "%".to_owned(), Of::Percent, None, Form::Chinese))
    }

    /// `百分之三点五`, `千分之五`; `whole` is the 百.
    pub(super) fn per_cent_words(self, whole: Numeral) -> Option<Read> {
        let inner = self.rest()[whole.len..].strip_prefix("分之")?;
        let mut number = numeral(inner)?;
        // 百分之2点5
        if let Some((value, len)) = spoken(inner) {
            (number.value, number.len) = (value, len);
        }
        let by = Decimal::ONE_HUNDRED.checked_div(whole.value)?;
        let ends =
            (number.value.checked_mul(by)?, number.high.and_then(|high| high.checked_mul(by)));
        let len = self.rest().len() - inner.len() + number.len;
        let (len, ends) = match self.upper_end(&inner[number.len..], number) {
            Some((more, high)) => (len + more, (ends.0, high.checked_mul(by))),
            None => (len, ends),
        };
        Some(self.quantity(len, ends, "%".to_owned(), Of::Percent, number.vague, Form::Arabic))
    }

    /// `到七` of 百分之六到七: how many bytes state it, and the number.
    fn upper_end(self, behind: &str, low: Numeral) -> Option<(usize, Decimal)> {
        let word = TO.iter().find(|word| behind.starts_with(**word))?;
        let text = &behind[word.len()..];
        let high = numeral(text).filter(|high| high.form == low.form && high.value > low.value)?;
        let rest = &text[high.len..];
        let alone = !rest.starts_with("分之") && self.unit_of(rest, high).is_none();
        alone.then_some((word.len() + high.len, high.value))
    }

    /// `12.5%`, `3个百分点`, `七成`.
    pub(super) fn percent(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let unit = percent_unit(rest, number)?;
        let ends = (number.value * unit.by + unit.plus, number.high.map(|high| high * unit.by));
        let len = number.len + unit.len;
        Some(self.quantity(
            len,
            ends,
            unit.name.to_owned(),
            Of::Percent,
            number.vague,
            Form::Arabic,
        ))
    }

    /// `三分之一`, `1/15`, and in a ratio `3:1`.
    pub(super) fn of_whole(self, number: Numeral) -> Option<Read> {
        (number.form == Form::Fraction).then(|| {
            let ends = (number.value, None);
            self.quantity(number.len, ends, String::new(), Of::Ratio, number.vague, Form::Arabic)
        })
    }
}
