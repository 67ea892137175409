//! Numbers without a unit of their own: `指数达262.4`, `人口四千九百万`, `2600多万务工人员`, and the first of
//! `5.7万、8万和7.2万台`.

use rust_decimal::Decimal;

use super::digits::multiplies;
use super::near_before;
use super::numeral::numeral;
use super::numeral::{Form, Numeral};
use super::qualifier::before;
use super::shape::{Of, Place, Read};
use super::units::{Class, begins_a_unit, unit};
use crate::moves;
use crate::rules::name_head::is_han;

impl Place<'_> {
    /// `指数达262.4`: a number without a unit that ends its clause.
    pub(super) fn index(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let ends = leads_on(rest)
            || rest.chars().next().is_none_or(|c| {
                matches!(
                    c,
                    '，' | '。' | '；' | '、' | ',' | ';' | '(' | ')' | '（' | '）' | '!' | '！'
                )
            });
        if number.form != Form::Arabic || !ends {
            return None;
        }
        let clause = self.clause_before();
        // 分指数稳步上升，2022年为150.9，比上年提高2.6: the clauses before it in its sentence.
        let before = near_before(self.before());
        let sentence = before.rsplit(['。', '；', '\n']).next().unwrap_or_default();
        let said =
            ["指数", "得分", "分值", "总分", "比值"].iter().any(|word| sentence.contains(word));
        let direct = clause.trim_end_matches(|c: char| c.is_whitespace());
        let direct = direct
            .ends_with(['为', '达', '至', '到', '是', '了', '超', '近', '约', '破', '数'])
            || ["提高", "上升", "增长", "下降", "回落"].iter().any(|word| direct.ends_with(word));
        // 碱度指标达62, 盐度浓度≤4, 实测值达到930.
        let measured = ["指标", "浓度", "测值"].iter().any(|word| clause.contains(word))
            && clause.trim_end().trim_end_matches('到').ends_with(['达', '≤', '≥', '<', '>']);
        // 收入比由2.45缩小至2.34, 系数从0.38降至0.35
        let rate = ["收入比", "系数", "师生比"].iter().any(|word| clause.contains(word))
            && (direct || clause.ends_with(['由', '从']));
        (said && direct || measured || rate).then(|| {
            let ends = (number.value, None);
            self.quantity(number.len, ends, String::new(), Of::Index, number.vague, number.form)
        })
    }

    /// `人口四千九百万`, `网民突破5亿`: a large number without a unit that ends its clause.
    pub(super) fn large(self, number: Numeral) -> Option<Read> {
        let words = &self.rest()[..number.len];
        let large = number.value.abs() >= Decimal::from(10_000);
        let scaled = || words.contains(['万', '亿', '萬', '億', '兆']);
        if !large || !scaled() {
            return None;
        }
        let rest = &self.rest()[number.len..];
        // 万一 is a word, and 千万 mostly one; not in 近千万网民.
        if words.starts_with(multiplies) {
            let long = words.chars().count() > 1;
            let told = long && before(self.before(), true).is_some() && names_those_counted(rest);
            let ends = (number.value, number.high);
            return told.then(|| {
                self.quantity(number.len, ends, String::new(), Of::Count, number.vague, number.form)
            });
        }
        let ends = rest.chars().next().is_none_or(|c| "，。；、,;)）!！？?”】的".contains(c))
            || ["以上", "以下", "左右"].iter().any(|word| rest.starts_with(word))
            || leads_on(rest)
            || (number.form == Form::Arabic || before(self.before(), false).is_some())
                && names_those_counted(rest);
        ends.then(|| {
            let ends = (number.value, number.high);
            self.quantity(number.len, ends, String::new(), Of::Count, number.vague, number.form)
        })
    }

    /// `收留了300多孤儿`: more than so many, without a measure word.
    pub(super) fn and_more_of(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let told = number.form == Form::Arabic && number.vague.is_some();
        (told && names_those_counted(rest)).then(|| {
            let ends = (number.value, number.high);
            self.quantity(number.len, ends, String::new(), Of::Count, number.vague, number.form)
        })
    }

    /// `5.7万、8万和7.2万台`: numbers in a row share the unit of the last.
    pub(super) fn shared(self, number: Numeral) -> Option<Read> {
        const MOST: usize = 8;
        const JOINTS: [char; 5] = ['、', '和', '与', '及', '或'];
        let large = |number: &Numeral| {
            let value = number.value >= Decimal::TEN || number.value.scale() > 0;
            value && number.form == Form::Arabic && number.high.is_none()
        };
        let mut rest = &self.rest()[number.len..];
        let mut last = Some(number).filter(|number| rest.starts_with(JOINTS) && large(number))?;
        for _ in 0..MOST {
            rest = rest.strip_prefix(JOINTS)?;
            last = numeral(rest).filter(large)?;
            rest = &rest[last.len..];
            if !rest.starts_with(JOINTS) {
                break;
            }
        }
        let unit = unit(rest, false)?;
        let counts = matches!(unit.class, Class::Count | Class::Money | Class::Measure);
        let of_last = self.unit_of(rest, last).filter(|found| counts && found.of != Of::Percent)?;
        let ends = (number.value, None);
        Some(self.quantity(number.len, ends, of_last.name, of_last.of, number.vague, number.form))
    }
}

/// Whether another value follows, which the one before it became: the `降至` of 由1200万降至760万.
fn leads_on(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary("增加到".len())];
    near.find(['到', '至']).is_some_and(|at| moves::lead_to(&near[..at + "到".len()]))
}

/// Whether the noun of those that are counted stands directly behind a number: `2600多万务工人员`. What begins
/// as a unit does, or as a word that a number takes part in (百万级, 万里, 万科), is none.
fn names_those_counted(rest: &str) -> bool {
    const OTHERS: &str = "级里能向科达全步言代银人年月日时分秒号之的以左上下内余多大小高到至元以";
    let mut chars = rest.chars();
    let first = chars.next().filter(|c| is_han(*c) && !OTHERS.contains(*c) && !begins_a_unit(*c));
    first.is_some() && chars.next().is_some_and(is_han)
}
