//! What may come, and nobody aims at: `票价将上涨两成`, `房价可能会达到两千元`, `届时将出售两百件藏品`.
//!
//! It is neither reported nor a target, so it is no figure. By what the clause of the number says:
//!
//! - that it may come: 可能, 或将
//! - that what nobody sets (a price, the rain, who falls ill) will be so, or is expected to be
//! - what something that is to come will bring: `运营成本将下降两成`
//! - `届时`, where that hangs on what may come
//!
//! What is set, held or changed by somebody (下调, 控制在, 力争) is a target, whatever it is.

use std::sync::LazyLock;

use super::naming::grown;
use super::standing::{Said, ends_after, is_reached};
use crate::endings::Endings;
use crate::words::Words;

/// Words by which something may come.
static UNSURE: LazyLock<Words> =
    LazyLock::new(|| Words::new(["可能", "或将", "或会", "料将", "恐将"]));

/// They, and words by which something will come, or is thought to.
static SIGNS: LazyLock<Words> = LazyLock::new(|| {
    let words = "可能 或将 或会 料将 恐将 将 预计 预期 预测 料 有望";
    Words::new(words.split_whitespace())
});

/// Words by which somebody sees to it.
static SET: LazyLock<Words> = LazyLock::new(|| {
    let words = "目标 力争 争取 确保 控制 保持 稳定 计划 规划 上调 下调 调整 调至 调到 降价 涨价 定为 定在 拟 不低于 不超过 不高于";
    Words::new(words.split_whitespace())
});

/// Ends of what nobody sets.
static BY_ITSELF: LazyLock<Endings> = LazyLock::new(|| {
    let words = "价格 房价 起价 售价 均价 运价 金价 银价 粮价 菜价 肉价 股价 物价 油价 通胀率 通货膨胀率 物价指数 汇率 收益率 \
     降雨 降雨量 降水 降水量 降雪量 雨量 气温 温度 水位 风力 风速 浪高 流量 死亡人数 病例";
    Endings::new(words.split_whitespace())
});

/// Ends of what changes with something new.
static BROUGHT: LazyLock<Endings> =
    LazyLock::new(|| Endings::new("成本 油耗 能耗 效率 耗时".split_whitespace()));

/// Words on which it hangs whether something comes.
static HANGS: LazyLock<Words> =
    LazyLock::new(|| Words::new(["如果", "可能", "一旦", "倘若", "假如"]));

/// Whether the number of these words is only expected.
pub(super) fn is_outlook(said: &Said<'_>) -> bool {
    let name = grown(said.indicator);
    let by_itself = BY_ITSELF.end(name);
    let says = |list: &Words| {
        list.within(said.clause).any(|(at, word, ())| !is_another_word(said.clause, at, word))
    };
    let to_come = || by_itself && is_to_come(said);
    if !(says(&SIGNS) || to_come()) || SET.stand_in(said.clause) || is_reached(said.clause) {
        return false;
    }
    by_itself
        || said.time.is_none() && BROUGHT.end(name)
        || says(&UNSURE)
        || said.sentence.contains("届时") && HANGS.stand_in(said.told)
}

fn is_to_come(said: &Said<'_>) -> bool {
    matches!((said.time, said.reference), (Some(time), Some(now)) if ends_after(time, now))
}

/// 可能性, 将近.
fn is_another_word(words: &str, at: usize, word: &str) -> bool {
    let behind = &words[at + word.len()..];
    word == "可能" && behind.starts_with('性') || word == "将" && behind.starts_with('近')
}
