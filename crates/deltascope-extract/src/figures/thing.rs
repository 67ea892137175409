//! Whether words name a thing that can be measured, or are a piece of the sentence around a number:
//! 再捐, 盘中创下, 一根, 即便只.
//!
//! Adverbs and conjunctions, what a verb ends in that has a result (创下, 卖出, 送至), and counted pieces
//! are few and the same in every subject; verbs are not, so no list of them is kept here.

use std::sync::LazyLock;

use super::price::is_of_each;
use crate::endings::Endings;
use crate::words::Words;

/// Words that open what is said of a thing, never a thing's name.
static OPENING: LazyLock<Words> = LazyLock::new(|| {
    let words = "来 就 再 又 还 才 只 已 曾 都 也 很 更 太 仅 共 并 却 仍 便 即 均 没 刚 将 若 且 但 虽 可 能 会 应 须 需 最 \
     如果 因为 由于 所以 不过 平均下来 平均水平 同一 先后 分别 依次 值得 相当 足足 同期 大约 大概 几乎 一共 双方 他们 我们 她们 它们 有些 有的 许多 不少 \
     大家 自己 这 那 其 每 仿佛 好像 甚至 尤其 例如 比如 按 继续 采取 针对 允许 或者 原则上"
        .split_whitespace();
    Words::new(words)
});

/// Names of things that begin like one of those.
static NAMES: LazyLock<Words> = LazyLock::new(|| {
    let words = "按揭 按摩 按键 按钮 按需 继续教育 针对性 来料 来华 来源 来访 来往 就业 就医 就诊 就餐 就学 再生 再贷款 再保险 再就业 再融资 再制造 还款 还贷 还田 还林 还湖 只读 都市 都会 更新 太阳 太空 太湖 太极 \
     共享 共同 共建 共性 共有 共用 共管 共创 共聚 共治 共研 共富 共青 并网 并购 并联 便民 便利 便携 便道 均价 均值 没收 \
     将军 可再 可支配 可比 可用 可行 可降解 可调 可穿戴 可燃 可利用 可转 可回收 可研 能源 能耗 能效 能力 能级 \
     能量 会员 会议 会展 会计 会场 会商 会客 应用 应急 应届 应收 应付 应纳 须知 需求 需方 最低工资 最低生活 最大功率 \
     最大出力 最高负荷 最大负荷 最高气温 最低气温 其他 每股 每公斤 每吨 每斤 每平方米 每立方米 每批 每亩 每百 每千 每万 每人 已知 已建 即时 即食 即开 刚果 刚需"
        .split_whitespace();
    Words::new(words)
});

/// What an adverb, or a verb with its result or its goal, ends in.
static CLOSING: LazyLock<Endings> = LazyLock::new(|| {
    let words = "内 才 只 就 再 又 已 也 很 更 最 仅 约 下 出 到 至 给 往 成 掉 走 起 得 过 着 完 向 下来 起来 出来 过来 上来 \
     下去 大概 一般 大部分 左右 迅速 不足 相当 注意 不止 商定 约定 同意 大多 多半 最低 最高 最少 最多 高峰 新高 新低 采取 \
     还低 还高 之初 之时 之后 之前 要卖 卖 更低 更高 拿 负责 花费 耗时 用时 挣 赚 落幕 闭幕 开幕 收官 居首 夺冠 扩 不 明确 喜闻乐见 一市 一省 一县 一地"
        .split_whitespace();
    Endings::new(words)
});

/// Names of things that end like one of those.
static NOUNS: LazyLock<Endings> = LazyLock::new(|| {
    let words = "人才 英才 天才 船只 成就 以下 地下 旗下 天下 名下 线下 门下 水下 树下 支出 产出 输出 演出 进出 付出 转出 流出 迁出 外出 \
     复出 派出 报到 签到 供给 补给 自给 配给 薪给 交往 来往 组成 收成 提成 构成 合成 集成 总成 生成 养成 建成 落成 发起 兴起 \
     心得 所得 获得 难得 经过 通过 超过 方向 动向 流向 意向 导向 取向 去向 志向 风向 走向 预约 契约 合约 履约 签约 节约 条约 \
     违约 行走 夏至 冬至 外卖 专卖 买卖 拍卖 义卖 直卖"
        .split_whitespace();
    Endings::new(words)
});

/// What joins the parts of a sentence, and stands inside no name.
static INSIDE: LazyLock<Words> = LazyLock::new(|| {
    let words = "送至 运至 寄至 发至 降至 升至 增至 减至 延至 前往 赶往 奔赴 赴 住进 走进 来到 去到 需要 因为 由于 但是 于是 \
     何时 如何 为何 能不能 会不会 是不是 有没有 以至 对这 对该 这 那 仍 却 居然 竟 似乎 已经 正在 一直 就是 都是 才是 算是 据说 连成 一条 一座 一行 才能"
        .split_whitespace();
    Words::new(words)
});

/// Measure words of pieces.
const PIECES: &str = "次板根张盒瓶粒片个只件位名条年月天日周户套份元斤度种间笔场项组辆头口亩吨米棵株颗杯碗袋包箱车台克支枚";

/// Whether the words name a thing.
pub(super) fn is_thing(name: &str) -> bool {
    let opened = OPENING.begin(name) && !NAMES.begin(name) && !is_of_each(name);
    let closed = CLOSING.end(name) && !NOUNS.end(name);
    !opened && !closed && !INSIDE.stand_in(name) && (is_of_each(name) || !is_piece(name))
}

/// `一根`, `一次检查`, `药品一盒`: a piece of which a number tells; 一次性用品 and 二次电池 are things.
fn is_piece(name: &str) -> bool {
    const NAMES: [&str; 5] = ["一次性", "一次能", "一次电", "一个码", "一张网"];
    let counted = |mut chars: std::str::Chars<'_>| {
        let (first, second) = (chars.next(), chars.next());
        matches!(first, Some('一' | '每')) && second.is_some_and(|c| PIECES.contains(c))
    };
    let last = name.char_indices().rev().nth(1).map_or("", |(at, _)| &name[at..]);
    counted(last.chars())
        || counted(name.chars()) && !NAMES.iter().any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::is_thing;

    #[test]
    fn pieces_of_a_sentence() {
        for words in [
            "再捐",
            "就售出",
            "盘中创下",
            "寄至各村",
            "即便只",
            "一般一根",
            "一次检查",
            "药水一瓶",
            "路程大概",
            "双方商定",
            "平均下来",
            "雨水只",
            "值得注意",
            "共节省",
            "近年新高",
        ] {
            assert!(!is_thing(words), "{words}");
        }
    }

    #[test]
    fn things() {
        for words in [
            "再生水",
            "技术合同成交额",
            "财政支出",
            "共享仪器",
            "可支配收入",
            "能耗",
            "会员单位",
            "电力供给",
            "一次性用品",
            "最低工资标准",
            "就业人口",
            "更新项目",
            "研发支出",
            "应急演练",
            "每股收益",
        ] {
            assert!(is_thing(words), "{words}");
        }
    }
}
