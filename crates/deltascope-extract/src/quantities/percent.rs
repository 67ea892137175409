//! Units of hundredths: `%`, `‰`, `个百分点`, `成` and `折`.

use rust_decimal::Decimal;

use super::digits::han;
use super::numeral::{Form, Numeral};

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
    let small = number.value <= Decimal::TEN && number.form != Form::Multiplier;
    if let Some(behind) = close.strip_prefix('成').filter(|_| small) {
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
    let discount = close
        .strip_prefix('折')
        .is_some_and(|behind| !behind.starts_with(|c: char| "叠射旧合腾返线".contains(c)));
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
