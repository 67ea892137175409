//! Verbs by which one value becomes another: `增至`, `缩短到`, `扩展为`.

use std::sync::LazyLock;

use crate::endings::Endings;

/// The verbs, without what leads to the new value.
static VERBS: LazyLock<Endings> = LazyLock::new(|| {
    let words = "增 增长 增加 扩 扩大 扩展 扩充 扩容 拓展 发展 升 上升 提升 提高 提 攀升 跃升 上涨 涨 上调 拉长 延 延长 \
     降 下降 降低 下调 减 减少 锐减 缩 缩小 缩减 缩短 压 压减 压缩 压降 回落 跌 下跌 下滑 骤降 变 改 调整 恢复";
    Endings::new(words.split_whitespace())
});

/// Whether words end in such a verb and what leads to the new value.
pub(crate) fn lead_to(words: &str) -> bool {
    words.strip_suffix(['到', '至', '为', '成']).is_some_and(|verb| VERBS.end(verb))
}

/// Whether such a verb stands in the words.
pub(crate) fn stand_in(words: &str) -> bool {
    let goals = words.char_indices().filter(|(_, c)| matches!(c, '到' | '至' | '为' | '成'));
    goals.into_iter().any(|(at, c)| lead_to(&words[..at + c.len_utf8()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_become_others() {
        for words in ["扩展到", "的港口增至", "用时缩短为", "压到"] {
            assert!(lead_to(words), "{words}");
        }
        for words in ["到", "来到", "作为", "增加", "提出为"] {
            assert!(!lead_to(words), "{words}");
        }
        assert!(stand_in("家增加到去年的"));
        assert!(!stand_in("家，来到这里的"));
    }
}
