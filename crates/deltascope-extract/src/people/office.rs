//! The office that ends in a title: 会议由｜青川省委副书记, and what stands for an organisation in it.

use std::ops::Range;
use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::after::is_han;
use super::titles::ends_in_title;
use crate::endings::Endings;
use crate::grounds::Places;
use crate::rules::name_place::starts_with_place;
use crate::words::Words;

/// Words that no office goes over; it begins behind the last of them.
static STOPS: LazyLock<Words> = LazyLock::new(|| {
    let stops = "\
        在 是 了 的 让 请 被 跟 邀请 采访 任命 选举 推选 聘请 聘任 提名 推荐 包括 以及 还有 其中 来自 记者 通讯员 \
        担任 出任 当选 当选为 接任 兼任 就任 升任 调任 改任 选为 接替 免去 作为 身为 陪同 会见 看望 拜访 访问 致电 感谢 询问 \
        告诉 通知 联系 率领 参加 出席 参观 前往 接受 日前 近日 昨日 今日 昨天 今天 当天 当日 上午 下午 晚上 会上 \
        会后 随后 同时 此前 目前 现场 一名 一位 这名 这位 两名 两位 多名 多位 数名 部分 不少 许多 根据 例如 比如 说 称 表示 \
        介绍 指出 认为 透露 获悉 成为 作者 男 女 岁 为 任 由 据 须与 这种 这些 那些 其 各位 引述 支持";
    Words::new(stops.split_whitespace())
});

/// Words and names of which a part looks like a stop or a head.
static NO_STOPS: LazyLock<Words> = LazyLock::new(|| {
    let words = "\
        华为 有为 演说 女子 女足 男子 男篮 女篮 主任 责任 时任 现任 新任 常任 总统 自由 \
        数据 证据 同济 同方 同仁 以色列 从化 和平 和田 对外 对口 连云 将军 将乐 使馆 有色 \
        向阳 及第 给水 女性 在线 经济 经贸 经信 经开 经理 如皋";
    Words::new(words.split_whitespace())
});

/// None of them is longer, in bytes.
const LONGEST_NO_STOP: usize = 9;

/// What an office begins behind where it stands at the head of a clause.
const HEADS: [&str; 22] = [
    "对", "向", "与", "和", "及", "同", "给", "有", "连", "而", "但", "以", "则", "将", "于", "从",
    "把", "使", "到", "经", "如", "应",
];

/// What joins two things, of which the second has the office.
const JOINS: [&str; 4] = ["和", "与", "及", "兼"];

/// Words between an organisation and a title.
const HOW: [&str; 21] = [
    "特聘", "特约", "副", "常务", "高级", "首席", "名誉", "执行", "新闻", "联合", "主任", "资深",
    "代理", "党组", "总", "主", "代", "一级", "二级", "三级", "四级",
];

/// Words before an organisation that say whether one still holds the office.
const HELD: [&str; 5] = ["时任", "现任", "新任", "原", "前"];

/// What names of organisations end in.
static ORGANISATIONS: LazyLock<Endings> = LazyLock::new(|| {
    let endings = "\
        局 厅 委 院 部 署 会 处 司 团 行 社 台 所 系 协 馆 厂 府 站 大学 中学 小学 \
        基地 中心 联盟 办公室 研究室 实验室 人大 总队 支队 大队 军区 组织 医学院 政府";
    Endings::new(endings.split_whitespace())
});

/// Those of them that are also found where more stands behind.
static WHOLE: LazyLock<Words> =
    LazyLock::new(|| Words::new("公司 集团 大学 学院 研究院 研究所 医院 银行".split_whitespace()));

/// The longest office, in characters.
const LONGEST: usize = 26;

/// The most offices of one person in a row.
const MOST: usize = 6;

/// The offices that end where a title does, the first one first: 省委常委、副省长.
///
/// None reaches back over `floor`, where the last name ends.
pub(super) fn offices(text: &str, title: TextRange, floor: usize) -> Vec<TextRange> {
    let mut all = vec![one(text, title.usize(), floor)];
    while let Some(first) = all.last().copied().filter(|_| all.len() < MOST) {
        let Some(before) = text.get(floor..first.usize().start) else { break };
        let Some(joined) = before.strip_suffix('、').or_else(|| before.strip_suffix('兼')) else {
            break;
        };
        let Some(title) = ends_in_title(joined) else { break };
        all.push(one(text, floor + title..floor + joined.len(), floor));
    }
    all.reverse();
    all
}

/// The office whose title stands here.
fn one(text: &str, title: Range<usize>, floor: usize) -> TextRange {
    let before = &text[floor.min(title.start)..title.start];
    let reach = before
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| {
            is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '·' | '《' | '》' | '“' | '”')
        })
        .last()
        .map_or(title.start, |(at, _)| title.start - before.len() + at);
    let mut start = reach;
    for (at, stop, ()) in STOPS.within(&text[reach..title.start]) {
        if !is_part(text, reach + at, stop) {
            start = start.max(reach + at + stop.len());
        }
    }
    let mut dates = text[start..title.start].char_indices().filter(|(at, c)| {
        matches!(c, '日' | '月' | '年')
            && text[..start + at].ends_with(|c: char| c.is_ascii_digit())
    });
    start = dates.next_back().map_or(start, |(at, c)| start + at + c.len_utf8());
    let head = |start: usize| {
        let heads = HEADS.iter().find(|head| text[start..title.start].starts_with(*head));
        heads.filter(|head| !is_part(text, start, head))
    };
    while let Some(head) = head(start) {
        start += head.len();
    }
    // “雪龙”号船长, but no speech: “……”船长.
    let marks = |mark| text[start..title.start].rfind(mark).map(|at| start + at);
    let start = match (marks('“'), marks('”')) {
        (None, Some(close)) => close + '”'.len_utf8(),
        (Some(open), None) => open + '“'.len_utf8(),
        (Some(open), Some(close)) if open > close => open + '“'.len_utf8(),
        _ => start,
    };
    let start = start.max(behind_join(text, start, title.start));
    TextRange::of(start, title.end)
}

/// Whether what looks like a stop is a part of a word: the 为 of 华为.
fn is_part(text: &str, at: usize, stop: &str) -> bool {
    let end = at + stop.len();
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST_NO_STOP));
    let until = text.ceil_char_boundary(end + LONGEST_NO_STOP);
    let mut words = NO_STOPS.within(&text[from..until]);
    words.any(|(start, word, ())| from + start <= at && end <= from + start + word.len())
}

/// Where the office begins behind 和: what stands there starts with a place, or before it stands another's office.
fn behind_join(text: &str, start: usize, end: usize) -> usize {
    let mut joins = text[start..end].char_indices().filter_map(|(at, c)| {
        let behind = start + at + c.len_utf8();
        let join = JOINS.iter().any(|join| join.starts_with(c));
        let apart = join
            && (starts_with_place(text, behind, Places::default())
                || ends_in_title(&text[start..start + at]).is_some());
        apart.then_some(behind)
    });
    joins.next_back().unwrap_or(start)
}

/// The organisation that an office is of.
pub(super) fn organisation(text: &str, office: TextRange) -> Option<TextRange> {
    let name = office.slice(text)?;
    let mut words = &name[..ends_in_title(name)?];
    while let Some(rest) = HOW.iter().find_map(|word| words.strip_suffix(word)) {
        words = rest;
    }
    let end = words.len();
    let held = HELD.iter().find_map(|word| words.strip_prefix(word));
    let words = held.unwrap_or(words);
    let start = office.usize().start + end - words.len();
    let direct = ORGANISATIONS.end(words).then_some(words.len());
    // 某公司研发总监: a part of it that is none by itself stands between.
    let whole = || WHOLE.within(words).map(|(at, end, ())| at + end.len()).max();
    let end = direct.or_else(whole)?;
    let named =
        words[..end].chars().nth(1).is_some() && !words.starts_with(['该', '本', '此', '某']);
    named.then(|| TextRange::of(start, start + end))
}
