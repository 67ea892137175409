//! Titles: the last words of offices, which stand before a name or behind it.

use std::sync::LazyLock;

use crate::endings::Endings;
use crate::spots::{List, Text};
use crate::words::Words;

/// Words of courtesy, which stand behind a name and are no office.
const COURTESIES: &str = "先生 女士 同志 老师";

/// Titles that stand behind a name too (`张明院士`).
const HONOURS: &str = "\
    院士 教授 副教授 博士 研究员 副研究员 主任 医生 医师 书记 校长 院长 所长 局长 部长 律师 大使 工程师 大夫 将军";

/// The other titles, which stand before a name.
const OFFICES: &str = "\
    市长 省长 区长 县长 主席 总理 总统 议员 会长 处长 厅长 队长 总裁 总经理 董事长 教练 州长 镇长 乡长 村长 司长 署长 科长 股长 社长 行长 馆长 台长 站长 组长 班长 船长 机长 舰长 厂长 矿长 店长 \
    园长 园主任 秘书长 理事长 董事局主席 检察长 审判长 庭长 首席 政委 委员 常委 外长 防长 财长 总长 参谋长 军长 师长 \
    团长 营长 排长 连长 司令 司令员 局座 护士长 护士 盟长 旗长 酋长 议长 总干事 干事 总监 监事长 监事 理事 董事 \
    经理 总编辑 主编 总编 台柱 发言人 负责人 创始人 合伙人 主持人 传承人 带头人 候选人 创办人 发起人 投资人 养蜂人 联系人 \
    代言人 领导人 掌门人 工作人员 代表 特使 公使 领事 总领事 参赞 专员 国务卿 首相 总督 特首 行政长官 支书 \
    预报员 教练员 运动员 队员 球员 飞行员 航天员 宇航员 驾驶员 调研员 巡视员 督导员 检察员 审判员 评论员 \
    观察员 护林员 技术员 管理员 辅导员 指导员 讲解员 饲养员 检验员 专家 科学家 学家 企业家 艺术家 作家 画家 书法家 评论家 收藏家 \
    银行家 学者 讲师 教师 分析师 设计师 经济师 会计师 建筑师 规划师 审计师 农艺师 摄影师 药师 技师 厨师 营养师 策略师 咨询师 \
    法官 检察官 警官 导演 编剧 演员 歌手 选手 主帅 领队 名将 法医 兽医 中医 药剂师 顾问 秘书 主管 会员 \
    成员 组员 农民工 冠军 嘉宾 作者 村民 大户 居民 市民 农民 工人 司机 患者 业主 网友 学生 同学 队医 船员 民警 交警 警长 消防员 志愿者 工程院士 \
    参议员 众议员 议员 总负责人 总指挥 首席执行官 首席代表 首席运营官 首席财务官 首席技术官 \
    首席信息官 首席产品官 首席战略官 首席数据官 首席安全官 首席营销官 CEO CTO CFO COO 总工 总工程师 总设计师 总会计师";

/// What kind of title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Stands behind names, and is no office.
    Courtesy,
    /// An office that stands before names and behind them.
    Honour,
    /// An office that stands before names.
    Office,
}

fn all() -> impl Iterator<Item = (&'static str, Kind)> {
    let of = |words: &'static str, kind| words.split_whitespace().map(move |word| (word, kind));
    let offices = of(HONOURS, Kind::Honour).chain(of(OFFICES, Kind::Office));
    offices.chain(of(COURTESIES, Kind::Courtesy))
}

pub(crate) static ALL: LazyLock<Words<Kind>> = LazyLock::new(|| Words::with(all()));

static AT_END: LazyLock<Endings> = LazyLock::new(|| Endings::new(all().map(|(word, _)| word)));

/// What makes a title that of whoever helps its holder: 厅长助理.
const AIDE: &str = "助理";

/// Words that go on from a title and make another word of it.
const GOES_ON: [&str; 16] = [
    "们", "级", "制", "组", "会", "团", "处", "办", "室", "奖", "热线", "信箱", "证", "学位", "站",
    "班",
];

/// A title in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Title {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// The titles of a text in order, of those that stand in one another the one that ends last.
pub(super) fn titles_in(text: Text<'_>) -> Vec<Title> {
    of_words(&text, text.words(List::Titles, &ALL))
}

/// The same of a part of a text whose places are not noted.
pub(super) fn titles(text: &str) -> Vec<Title> {
    of_words(text, ALL.within(text))
}

fn of_words<'a>(text: &str, words: impl Iterator<Item = (usize, &'a str, &'a Kind)>) -> Vec<Title> {
    let mut found: Vec<Title> = Vec::new();
    for (start, word, &kind) in words {
        let mut end = start + word.len();
        if text[end..].starts_with(AIDE) {
            end += AIDE.len();
        }
        if found.last().is_some_and(|last| start < last.end && end <= last.end) {
            continue;
        }
        // 副主任医师 is one title, and so is 主任委员.
        let grown = found.pop_if(|last| start <= last.end && end > last.end);
        let start = grown.map_or(start, |last| last.start);
        found.push(Title { start, end, kind });
    }
    found.retain(|title| !GOES_ON.iter().any(|word| text[title.end..].starts_with(word)));
    found
}

/// Where the title starts that a text ends in.
pub(super) fn ends_in_title(text: &str) -> Option<usize> {
    let text = text.strip_suffix(AIDE).unwrap_or(text);
    let longest = AT_END.of(text).map(str::len).max();
    longest.map(|length| text.len() - length)
}
