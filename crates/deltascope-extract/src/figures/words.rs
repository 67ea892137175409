//! The words that stand around a number and are no part of what it measures.

use std::sync::LazyLock;

use crate::endings::Endings;
use crate::words::Words;

/// A list of words.
type List = LazyLock<Vec<&'static str>>;

/// Words by their last character.
type Ends = LazyLock<Endings>;

/// Words between an indicator and its number, taken off one after the other.
pub(super) static LINKS: Ends = LazyLock::new(|| {
    let words = "不少于 不低于 不超过 不高于 不大于 不小于 小于 大于 约合 折合 重达 长达 宽达 多达 攀升到 攀升至 攀升 迅速 快速 稳步 平均 最低 最少 突破 超过 达到 累计 共计 总计 合计 分别 已经 大约 将近 \
     接近 上升到 上升至 提高到 提高至 提升到 提升至 增长到 增长至 增加到 增加至 扩大到 \
     扩大至 发展到 减少到 减少至 下降到 下降至 降至 降到 增至 升至 升到 跃升至 约为 \
     仅为 高达 最多 最高 至少 保持在 稳定在 首次 合起来 加起来 力争 争取 预计 同比 环比 比例 最初 发展至 一共 总共 \
     初步统计 初步估计 初步核定 估计 眼下 当前 现今 迄今 \
     目前 如今 现在 逾 超 近 约 达 为 到 至 共 已 了 仅 有 是 的 从 由 自 各 \
     均 就 占 亦 再 将 在 也 还 又 其 即 破 要 应 须 需 则 都 据称 据说 有望 \
     统一 扩展到 扩展至 扩充到 扩充至 扩到 拓展到 压到 压减到 压缩到 压缩至 缩短到 缩短至 缩减到 延长到 延长至 调整到 恢复到 \
     控制在 控制到 控制 维持在 保持 继续 涨到 涨至 跌到 跌至 提到 \
     仍 只 不到 不够 不足 不满 尚不 还不 定为 定在 稳居 首破 首超 \
     成立时 成立之初 组建之初 启动时 起步时"
        .split_whitespace();
    Endings::new(words)
});

/// Verbs that a number is the object of: `服务企业300家`, `发明专利累计授权40件`.
pub(super) static VERBS: List = LazyLock::new(|| {
    "兑付 申领 来自 归纳 梳理出 办 举行 组织实施 启动实施 共同实施 集聚 汇聚 聚集 汇集 集中 支持 帮助 服务 发布 征集 \
     实施 吸引 购买 输送 新增 遴选 建设 建成 引进 培育 获得 获批 入驻 形成 拥有 \
     设立 设有 覆盖 惠及 带动 联动 达成 授权 开展 完成 推出 认定 收录 接入 提供 \
     举办 组建 成立 签订 签署 签约 促成 主持 参与 制定 推动 推进 落实 包含 涵盖 \
     实现 产生 取得 承担 牵头 安装 新建 新设 布局 部署 列出 梳理 发放 发表 立项 配备 具备 搭载 \
     资助 启动 安排 投放 推广 招收 培养 交付 开通 运送 接待 转让 受理 办理 对接 \
     解决 攻克 突破 包括 容纳 建有 设置 孵化 集纳 聚拢 撬动 募集 链接 谋划 出台 \
     印发 展示 落户 通过 接收 整合 纳入 入选 获 开建 揭牌 亮相 上线 公布 公示 写作 \
     定为 联署 选出 开行 淘汰 修缮 售出 卖出 列支 追回 查处 清退 拦截 归集 调拨 下拨 拨付 筹集 筹得"
        .split_whitespace()
        .collect()
});

/// Other words that part an indicator from what stands before it; it begins behind the last.
static JOINTS: List = LazyLock::new(|| {
    "提出 其中 目前 截至 现有 现在 为企业 有效 以及 中的 上的 已有 的 和 与 及 在 对 \
     向 以 将 使 让 并 被 把 每年 每天 每日 每周 每月 全年 累计 合计 该 已 从 由 至 到 为 占 力争 \
     预计 拟 是 保持"
        .split_whitespace()
        .collect()
});

/// Verbs by their last character.
pub(super) static VERB_ENDS: Ends = LazyLock::new(|| Endings::new(VERBS.iter().copied()));

/// Verbs by their first characters.
pub(super) static VERB_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(VERBS.iter().copied()));

/// Verbs and other joints by their last character.
pub(super) static JOINT_ENDS: Ends =
    LazyLock::new(|| Endings::new(VERBS.iter().chain(JOINTS.iter()).copied()));

/// Words in which a joint or a verb is none.
pub(super) static COMPOUNDS: LazyLock<Words> = LazyLock::new(|| {
    let words = "使用 使馆 以往 在线 在建 在研 在校 在岗 对外 对口 为主 以上 到岸 到账 到位 从业 由来 与会 \
     和平 及时 以下 占地 占比 让利 占有 获量 服务机构 服务平台 服务业 服务收入 服务网点 服务站 \
     服务能力 服务人员 拥有量 建设用地 建设规模 支持强度 发布会 实施意见 通过率 覆盖率 覆盖面 \
     授权店 和好于 和优于 和高于 和低于 签约率 入驻率 认定率 培育库 向成交 办件 办学 办公 办事"
        .split_whitespace();
    Words::new(words)
});

/// Words that alone say nothing: an indicator is more than one of them.
pub(super) static EMPTY: LazyLock<Words> = LazyLock::new(|| {
    let words = "其中 目前 同时 此外 年均 同比 环比 今年 去年 全年 首批 以上 以下 左右 记者 \
     全国 全省 全市 全县 全区 全州 全港 全球 企业数        首期 一期 \
     二期 总体 平均 合计 比例 时间 规划 方案 报告 会议 预计 届时 当年 当月 本次 \
     首次 其余 这里 这个 可以 需要 比重 方面 水平 开始 占比 联合 份额 答案 一半 \
     总体上 超额 同一个 最高峰 高峰 新高 新低 历史新高 历史新低 地区 大部分 同期 \
     当中 出头 要求 测算 估算 统计 调查 同一时期 这一时期 同一年 这一数字 增加 减少 提高 提升 上升 上涨 下降 下跌 降低 扩大 缩小 缩短 压缩 节约 节省"
        .split_whitespace();
    Words::new(words)
});

/// Indicators that need a word more: 金额 of what.
pub(super) static GENERIC: List = LazyLock::new(|| {
    "金额 总额 成交额 交易额 成交金额 交易金额 规模 资金 项目 企业 人数 占比 面积 \
     价值 总价值"
        .split_whitespace()
        .collect()
});

/// What enumerates rather than measures: three fields, two pilot districts.
pub(super) static ENUMERATED: List = LazyLock::new(|| {
    "领域 方面 环节 维度 区域 地区 阶段 层面 方向 步骤 途径 类别 部分 问题 原则 \
     目标 城市 省份 抓手 关键词 省市 特点 路径 要点"
        .split_whitespace()
        .collect()
});

/// Ends of indicators that rate a place by themselves.
pub(super) static RATES: Ends = LazyLock::new(|| {
    let words = "强度 指数 总额 金额 产值 总值 总量 合同 经费 投入 规模 企业 人口 面积 率 占比 \
     比重 成交额 交易额 专利 GDP 产量 销量 里程 收入 支出 利润 增加值 投资 贷款 \
     余额 吞吐量 之比 人才 机构 实验室 载体 设施 论文 开支 合同额 销售额 出口额 进口额 用户 公司 平台 增长 下降 人员 集群 水位 降雨量"
        .split_whitespace();
    Endings::new(words)
});

/// Words of growth, and those between them and a number.
pub(super) static RISING: Ends = LazyLock::new(|| {
    let words = "达到 达 为 超过 增长 增速 增幅 上升 提高 提升 增加 上涨 扩大 下降 降低 减少 \
     下滑 回落 翻 将会 就会 分别 同比 环比 按年 按月 年均 平均 每年 了 将 约 幅度"
        .split_whitespace();
    Endings::new(words)
});

/// One name for what sources call by several.
pub(super) const SAME: &[(&str, &str)] = &[
    ("研发经费投入强度", "研发投入强度"),
    ("研发经费强度", "研发投入强度"),
    ("研发强度", "研发投入强度"),
    ("全社会研发投入强度", "研发投入强度"),
    ("全社会研发经费投入强度", "研发投入强度"),
    ("研究与试验发展经费投入强度", "研发投入强度"),
    ("全社会研发投入", "研发投入"),
    ("占地", "占地面积"),
    ("地区生产总值", "GDP"),
    ("生产总值", "GDP"),
    ("国内生产总值", "GDP"),
    ("经济总量", "GDP"),
    ("合同成交额", "技术合同成交额"),
    ("大科学装置", "重大科技基础设施"),
    ("大科学设施", "重大科技基础设施"),
    ("国家重大科技基础设施", "重大科技基础设施"),
    ("成交金额", "成交额"),
    ("大型仪器", "大型科学仪器"),
    ("大型科学仪器设备", "大型科学仪器"),
    ("大型科研仪器", "大型科学仪器"),
    ("大型仪器设备", "大型科学仪器"),
    ("大型科研仪器设备", "大型科学仪器"),
    ("高企", "高新技术企业"),
    ("国家高新技术企业", "高新技术企业"),
    ("国家级高新技术企业", "高新技术企业"),
];
