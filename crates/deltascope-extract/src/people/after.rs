//! What goes on behind a name, which tells where the name ends: 何平｜在会上, 吴建国｜作了.

use std::sync::LazyLock;

use super::titles::{Kind, titles};
use crate::words::Words;

/// Words that a sentence goes on with behind who acts or speaks.
const VERBS: &str = "\
    表示 介绍 介绍说 指出 透露 强调 告诉 宣布 坦言 回应 认为 建议 提出 要求 提到 说 称 道 说道 写道 解释 分析 \
    回忆 回答 提醒 呼吁 补充 坚信 相信 希望 预计 预测 预言 估计 担心 感慨 感叹 笑言 直言 重申 证实 承认 否认 \
    承诺 披露 谈到 谈及 讲述 讲解 描述 评价 评论 批评 质疑 反驳 警告 主张 呼唤 坚持 发现 觉得 感到 看到 了解 \
    出席 参加 主持 致辞 致词 致欢 发言 讲话 作报告 作了 做了 发表 汇报 通报 宣读 签署 签约 签订 揭牌 揭幕 剪彩 \
    率队 率团 带队 带领 率领 陪同 会见 会谈 接见 看望 慰问 视察 考察 调研 检查 督查 走访 访问 参观 前往 抵达 \
    来到 到场 到会 当选 担任 出任 接任 兼任 就任 上任 履新 辞职 辞去 卸任 退休 去世 逝世 被免 牵头 负责 领衔 \
    分别 共同 联合 先后 一起 一行 等人 两人 三人 同时 随后 接着 今天 昨天 昨日 今日 当天 当日 日前 近日 曾经 正在 \
    已经 将于 接受 采访 亲自 现场 代表 作为 提议 发起 创办 创立 组织 启动 推动 推进 完成 开展 进行 获得 荣获 \
    当场 立即 大力 高度 充分 特别 明确 对此 对于 关于 根据 通过 针对 围绕 面对 按照 为了 因为 由于 连续 终于 \
    打算 准备 决定 愿意 开始 继续 带着 拿着 站在 坐在 走进 守在 递交 点评 撰文 撰写 编写 主讲 授课 从事 毕业 \
    出生 生于 教授 院士 博士 以及 联名 起草 领导 指导 研究 研制 开发 发明 参与 加入 认识 赶到 赶赴 深入 听取 \
    部署 安排 召开 表态 会上 点头 摇头 微笑 落泪 受伤 遇难 被捕 涉嫌 看来 之邀 之子 之妻 之女 之父 之母 没有 不会 不能 不是 可以 应当 应该 必须";

/// Single characters that do the same.
const PARTICLES: &str = "\
    在和与及等的为是对向就也还则率赴去曾将已被把从到让给于以亲便仍再才却带任做作获因来看用没不很今昨当此\
    这那他她其、同又都正并或而说称道写讲谈则摄更";

/// Particles that no given name ends in.
const NEVER_LAST: &str = "说称道在和与的等为是对向就也及还则被把从到让给去将已率赴曾获因没不很又都或而写讲谈这那他她其某下更";

static VERB: LazyLock<Words> = LazyLock::new(|| Words::new(VERBS.split_whitespace()));

/// How surely a name ends before this text: not at all, by a particle, by a word, by a mark.
pub(super) fn ending(rest: &str) -> u8 {
    let Some(next) = rest.chars().next() else { return 4 };
    if !is_han(next) {
        return if next.is_alphanumeric() { 2 } else { 4 };
    }
    if let Some((word, ())) = VERB.at(rest).next() {
        return word.chars().count().min(3) as u8;
    }
    let title = titles(rest.get(..12.min(rest.len())).unwrap_or_default());
    if title.first().is_some_and(|title| title.start == 0 && title.kind != Kind::Office) {
        return 2;
    }
    u8::from(PARTICLES.contains(next))
}

/// Whether a word that a sentence goes on with stands here.
pub(super) fn goes_on(rest: &str) -> bool {
    rest.starts_with(is_han) && ending(rest) > 1
}

/// Whether a given name may end as this does.
pub(super) fn may_end(given: &str) -> bool {
    !given.ends_with(|c| NEVER_LAST.contains(c))
}

pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
