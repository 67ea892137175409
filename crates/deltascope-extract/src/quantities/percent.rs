//! Hundredths and parts of a whole: `12.5%`, `百分之三`, `七成`, `五折`, `三分之一`.

use rust_decimal::Decimal;

use super::digits::han;
use super::literal::spoken;
use super::numeral::{Form, Numeral, PRECISION, numeral};
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
    if !close.starts_with(['%', '％', '‰', '个', '百', '成', '折']) {
        return None;
    }
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
        let whole = &self.rest()[..whole.len + "分之".len()];
        let (len, ends) = match self.upper_end(&inner[number.len..], whole, number) {
            Some((more, high)) => (len + more, (ends.0, high.checked_mul(by))),
            None => (len, ends),
        };
        Some(self.quantity(len, ends, "%".to_owned(), Of::Percent, number.vague, Form::Arabic))
    }

    /// `到七` of 百分之六到七, `到百分之七`: how many bytes state it, and the number; `whole` is the 百分之.
    fn upper_end(self, behind: &str, whole: &str, low: Numeral) -> Option<(usize, Decimal)> {
        let word = TO.iter().find(|word| behind.starts_with(**word))?;
        let text = &behind[word.len()..];
        if let Some(again) = text.strip_prefix(whole) {
            let changes = self.clause_before().contains(['从', '由']);
            let high = numeral(again).filter(|high| high.value > low.value && !changes)?;
            return Some((word.len() + whole.len() + high.len, high.value));
        }
        let high = numeral(text).filter(|high| high.form == low.form && high.value > low.value)?;
        let rest = &text[high.len..];
        let alone = !rest.starts_with("分之") && self.unit_of(rest, high).is_none();
        alone.then_some((word.len() + high.len, high.value))
    }

    /// `至3成` behind 2成: how many bytes state it, and the share.
    fn upper_tenths(self, behind: &str, low: &PercentUnit) -> Option<(usize, Decimal)> {
        let word = TO.iter().find(|word| behind.starts_with(**word) && low.by == Decimal::TEN)?;
        let text = &behind[word.len()..];
        let high = numeral(text)?;
        let unit = percent_unit(&text[high.len..], high).filter(|unit| unit.by == low.by)?;
        let changes = matches!(*word, "到" | "至") && self.clause_before().contains(['从', '由']);
        let len = word.len() + high.len + unit.len;
        (!changes).then(|| (len, high.value * unit.by + unit.plus))
    }

    /// `节省一半费用`: a half; 另一半 and 一半天 are none, and 一半是海水 only tells of two.
    pub(super) fn half(self) -> Option<Read> {
        let len = "一半".len();
        let other = self.before().ends_with(|c| "另这那每后前上下左右后".contains(c));
        let behind = &self.rest()[len..];
        let tells = behind.starts_with(['是', '天', '来', '儿']) || behind.starts_with("以来");
        let half = (Decimal::new(5, 1), None);
        (!other && !tells)
            .then(|| self.quantity(len, half, String::new(), Of::Ratio, None, Form::Chinese))
    }

    /// `12.5%`, `3个百分点`, `七成`.
    pub(super) fn percent(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let unit = percent_unit(rest, number)?;
        let mut ends = (number.value * unit.by + unit.plus, number.high.map(|high| high * unit.by));
        let mut len = number.len + unit.len;
        if let Some((end, high)) = self.upper_tenths(&rest[unit.len..], &unit) {
            (len, ends.1) = (len + end, Some(high).filter(|high| *high > ends.0).or(ends.1));
        }
        Some(self.quantity(
            len,
            ends,
            unit.name.to_owned(),
            Of::Percent,
            number.vague,
            Form::Arabic,
        ))
    }

    /// `师生比由1:18`, `按3∶1的比例`: one number to another, where the clause says that it is a ratio; else it is
    /// a score or a time.
    pub(super) fn to_another(self, number: Numeral) -> Option<Read> {
        let rest = self.rest()[number.len..].strip_prefix([':', '：', '∶'])?;
        let other = numeral(rest).filter(|other| other.form == Form::Arabic)?;
        let behind = &rest[other.len..];
        let said = self.clause_before().contains('比')
            || ["的比例", "比例", "配比", "配套"].iter().any(|word| behind.starts_with(word));
        let more = behind.starts_with([':', '：', '∶', '.', '-', '/']);
        let whole = self.before().ends_with([':', '：', '∶']);
        let value = number.value.checked_div(other.value)?.round_sf(PRECISION)?;
        (said && !more && !whole && number.form == Form::Arabic).then(|| {
            let len = self.rest().len() - behind.len();
            self.quantity(len, (value, None), String::new(), Of::Ratio, None, Form::Arabic)
        })
    }

    /// `三分之一`, `1/15`.
    pub(super) fn of_whole(self, number: Numeral) -> Option<Read> {
        // 120/80 is two values.
        let two = number.value > Decimal::ONE && {
            let words = &self.rest()[..number.len];
            words.contains(['/', '／']) && !words.contains(' ')
        };
        (number.form == Form::Fraction && !two).then(|| {
            let ends = (number.value, None);
            self.quantity(number.len, ends, String::new(), Of::Ratio, number.vague, Form::Arabic)
        })
    }
}
