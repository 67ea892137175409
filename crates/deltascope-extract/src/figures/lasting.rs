//! How long something lasts, where that is measured: `平均用时41天`, `间隔由7分钟缩短到5分钟`.
//!
//! Most lengths of time are no measures (`打了31个月`, `三年内`); only the name of one makes a figure of them.

use std::sync::LazyLock;

use super::indicator::{indicator, without_ends};
use super::naming::{Named, Naming};
use super::words::LINKS;
use crate::endings::Endings;
use crate::moves;
use crate::tense::ends_clause;

/// What names of such measures end in.
static MEASURES: LazyLock<Endings> = LazyLock::new(|| {
    let words = "时间 时长 天数 日数 周期 间隔 用时 耗时 工期 寿命 车程 航程 行程 提前量 时限 期限 年限 服务期 工时 时效 年龄";
    Endings::new(words.split_whitespace())
});

impl Naming<'_> {
    /// What a length of time measures.
    pub(super) fn lasting(&self) -> Option<Named> {
        // 期限为6个月的债券, 期限不满一年的用工: which are told of.
        if self.behind().starts_with('的') {
            return None;
        }
        let words = self.words_before();
        let words = without_ends(words, &LINKS);
        let named = MEASURES.end(words).then(|| indicator(words, None)).flatten();
        let named = named.and_then(|name| told(name, words));
        named.or_else(|| self.became()).map(Named::of_itself)
    }

    /// `由118分钟降到83分钟`: the second is of what the first was.
    fn became(&self) -> Option<String> {
        let number = self.quantities[self.nth].range;
        let before = &self.quantities[self.nth.checked_sub(1)?];
        let between = self.sentence.slice(before.range.end(), number.start());
        let between = between.trim_end_matches(['平', '均', '约', '了']);
        let becomes = !between.contains(ends_clause) && moves::lead_to(between);
        let last = self.found.last().filter(|_| becomes && before.kind == "duration")?;
        (last.value == before.value && last.unit == before.unit).then(|| last.indicator.clone())
    }
}

/// A name that says of what; 平均用时 does too, 期限 alone does not.
fn told(name: String, words: &str) -> Option<String> {
    let short = name.chars().count() <= 2;
    let mean = || words.strip_suffix(&name).is_some_and(|ahead| ahead.ends_with("平均"));
    if !short {
        return Some(name);
    }
    mean().then(|| format!("平均{name}"))
}
