//! Numbers without a unit that end their clause: `指数达262.4`, `人口四千九百万`.

use rust_decimal::Decimal;

use super::near_before;
use super::numeral::{Form, Numeral};
use super::shape::{Of, Place, Read};

impl Place<'_> {
    /// `指数达262.4`: a number without a unit that ends its clause.
    pub(super) fn index(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let ends = rest.chars().next().is_none_or(|c| {
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
        // 碱度指标达62, 盐度浓度≤4.
        let measured = ["指标", "浓度"].iter().any(|word| clause.contains(word))
            && clause.trim_end().ends_with(['达', '≤', '≥', '<', '>']);
        (said && direct || measured).then(|| {
            let ends = (number.value, None);
            self.quantity(number.len, ends, String::new(), Of::Index, number.vague, number.form)
        })
    }

    /// `人口四千九百万`, `网民突破5亿`: a large number without a unit that ends its clause.
    pub(super) fn large(self, number: Numeral) -> Option<Read> {
        let large = number.scale >= Decimal::from(10_000) && number.form != Form::Multiplier;
        if !large {
            return None;
        }
        let rest = &self.rest()[number.len..];
        // 由1200万降至760万: the way to another value.
        let moves = ["降至", "降到", "升至", "升到", "增至", "增到", "增加到", "减少到"];
        let ends = rest.chars().next().is_none_or(|c| "，。；、,;)）!！？?”】的".contains(c))
            || ["以上", "以下", "左右"].iter().any(|word| rest.starts_with(word))
            || moves.iter().any(|word| rest.starts_with(word));
        ends.then(|| {
            let ends = (number.value, number.high);
            self.quantity(number.len, ends, String::new(), Of::Count, number.vague, number.form)
        })
    }
}
