//! Documents named in 《》, and the short forms that a text gives them: `《长名》(下称《短名》)`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use crate::endings::Endings;
use crate::spots::{List, Text};

/// A title in 《》.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// The title with its marks.
    pub(crate) range: TextRange,
    /// What stands between the marks.
    pub(crate) name: String,
}

/// The marks of titles, and what ends one that has no closing mark.
pub(crate) const MARKS: [char; 4] = ['《', '》', '\n', '。'];

/// The titles of a text, outermost marks only.
pub(crate) fn titles(text: Text<'_>) -> Vec<Title> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for at in text.places(List::TitleMarks) {
        let Some(c) = text[at..].chars().next() else { break };
        match c {
            '《' => open.push(at),
            '》' => {
                if let (Some(start), true) = (open.pop(), open.is_empty()) {
                    let name = text[start + '《'.len_utf8()..at].to_owned();
                    let range = TextRange::of(start, at + '》'.len_utf8());
                    found.push(Title { range, name });
                }
            }
            '\n' | '。' => open.clear(),
            _ => {}
        }
    }
    found
}

/// The short forms that a text introduces, to the long title each stands for.
pub(crate) fn short_forms(text: &str, titles: &[Title]) -> BTreeMap<String, String> {
    let forms = titles.iter().filter_map(|long| {
        let short = introduced(text.get(long.range.usize().end..)?)?;
        (short != long.name).then(|| (short.to_owned(), long.name.clone()))
    });
    forms.collect()
}

/// The short form that a bracket right behind a name introduces: `(以下简称“办法”)`.
pub(crate) fn introduced(after: &str) -> Option<&str> {
    const INTRODUCE: [&str; 9] =
        ["以下简称", "下称", "简称", "以下称", "下简称", "下文简称", "后简称", "以下统称", "又称"];
    const MARKS: [char; 10] = ['(', '（', ':', '：', '“', '《', '”', '》', ')', '）'];
    let inside = after.strip_prefix(['(', '（'])?;
    let inside = &inside[..inside.find([')', '）'])?];
    let word = INTRODUCE.iter().find(|word| inside.starts_with(*word))?;
    let short = inside[word.len()..].trim_matches(MARKS);
    (!short.is_empty()).then_some(short)
}

/// True where the words around a title call it a book, a film or the like: 纪录片《白石公约》.
pub(crate) fn is_work(text: &str, title: TextRange) -> bool {
    const BEFORE: [&str; 24] = [
        "电影",
        "影片",
        "小说",
        "歌曲",
        "话剧",
        "舞剧",
        "戏曲",
        "剧目",
        "图书",
        "新书",
        "专著",
        "著作",
        "杂志",
        "期刊",
        "论文",
        "节目",
        "栏目",
        "专辑",
        "画册",
        "纪录片",
        "电视剧",
        "报告文学",
        "长篇小说",
        "散文集",
    ];
    const BEHIND: [&str; 9] =
        ["杂志", "周刊", "一书", "专辑", "节目", "栏目", "等图书", "报讯", "记者"];
    let before = text.get(..title.usize().start).unwrap_or_default();
    let after = text.get(title.usize().end..).unwrap_or_default();
    BEFORE.iter().any(|word| before.ends_with(word))
        || BEHIND.iter().any(|word| after.starts_with(word))
}

/// True where the words around a title call it a document, whatever it ends in: 团体标准《甲玻璃弯折测试方法》,
/// `《甲灯技术要求》国家标准`, `印发《甲村建设十二条》`.
pub(crate) fn is_called_a_document(text: &str, title: TextRange) -> bool {
    const STANDARDS: [&str; 5] = ["团体标准", "地方标准", "国家标准", "行业标准", "技术标准"];
    const BEFORE: [&str; 8] =
        ["技术规范", "技术规程", "操作规程", "工作指引", "印发", "颁布", "颁发", "下发"];
    const BINDING: [&str; 3] = ["强制性", "推荐性", "等"];
    let before = text.get(..title.usize().start).unwrap_or_default().trim_end_matches('了');
    let behind = text.get(title.usize().end..).unwrap_or_default();
    let behind = BINDING.iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    STANDARDS.iter().any(|word| before.ends_with(word) || behind.starts_with(word))
        || BEFORE.iter().any(|word| before.ends_with(word))
}

/// What kind of document a title names; none for papers, books and films.
pub(crate) fn document_kind(name: &str) -> Option<InitiativeKind> {
    const ENDINGS: [(InitiativeKind, &[&str]); 4] = [
        (
            InitiativeKind::Law,
            &["条例", "决定", "法", "规定", "若干规定", "法典", "决议", "修正案"],
        ),
        (InitiativeKind::Plan, &["规划", "纲要", "方案", "计划", "蓝图", "路线图", "工作要点"]),
        (InitiativeKind::Programme, &["机制"]),
        (
            InitiativeKind::Policy,
            &[
                "意见",
                "办法",
                "措施",
                "政策",
                "举措",
                "通知",
                "细则",
                "安排",
                "协议",
                "协定",
                "备忘录",
                "协议书",
                "宣言",
                "倡议",
                "倡议书",
                "指南",
                "指引",
                "章程",
                "公约",
                "条约",
                "议定书",
                "联合声明",
                "公报",
                "准则",
                "导则",
                "规范",
                "规程",
                "守则",
                "名录",
                "目录",
                "清单",
                "预案",
                "标准",
                "制度",
                "公告",
                "通告",
                "意向书",
                "责任书",
                "框架",
                "议程",
                "声明",
                "若干政策",
                "原则",
                "纲领",
                "白皮书",
                "蓝皮书",
                "规则",
                "通则",
                "共识",
            ],
        ),
    ];
    // 办法 ends in 法 but is no law, nor is what 用法 and 书法 end.
    const NO_LAWS: [&str; 14] = [
        "书法", "算法", "用法", "疗法", "魔法", "语法", "说法", "方法", "想法", "做法", "看法",
        "手法", "佛法", "兵法",
    ];
    static ALL: LazyLock<Endings> =
        LazyLock::new(|| Endings::new(ENDINGS.iter().flat_map(|(_, words)| *words).copied()));
    let bare = without_draft(without_bracket(name));
    let longest = ALL.of(bare).max_by_key(|ending| ending.len())?;
    let kind = ENDINGS.iter().find(|(_, words)| words.contains(&longest)).map(|(kind, _)| *kind);
    let no_law = NO_LAWS.iter().any(|word| bare.ends_with(word));
    kind.filter(|_| !no_law)
}

/// What a title says how to carry out: the plan of 《…联合攻关计划实施办法》.
pub(crate) fn carried_out(name: &str) -> Option<&str> {
    const HOW: [&str; 10] = [
        "实施办法",
        "管理办法",
        "实施方案",
        "建设方案",
        "总体方案",
        "工作方案",
        "实施细则",
        "管理细则",
        "实施意见",
        "资金管理办法",
    ];
    let bare = without_bracket(name);
    HOW.iter().filter_map(|how| bare.strip_suffix(how)).min_by_key(|inner| inner.len())
}

/// A title without the period or the edition that stands behind it in brackets.
pub(crate) fn without_bracket(name: &str) -> &str {
    let closed = name.strip_suffix([')', '）']);
    let open = closed.and_then(|rest| rest.rfind(['(', '（']));
    open.map_or(name, |at| name[..at].trim_end())
}

/// The kind of the document whose own text stands below its name: it calls itself 本方案.
pub(crate) fn is_of_this_text<'a>(
    title: &str,
    mut paragraphs: impl Iterator<Item = &'a str>,
) -> Option<InitiativeKind> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
    let kind = document_kind(title)?;
    let bare = without_draft(without_bracket(title));
    let ends = bare.char_indices().rev().map(|(at, _)| &bare[at..]);
    let ends: Vec<&str> = ends.take(*LENGTHS.end()).skip(LENGTHS.start() - 1).collect();
    let own = |text: &str| {
        let mut places = text.match_indices('本').map(|(at, own)| &text[at + own.len()..]);
        places.any(|rest| ends.iter().any(|end| rest.starts_with(end)))
    };
    paragraphs.any(own).then_some(kind)
}

/// A title without that it is a draft, and the how many-eth: 甲管理规定第二次征求意见稿.
fn without_draft(name: &str) -> &str {
    const DRAFTS: [&str; 3] = ["征求意见稿", "送审稿", "草案"];
    let Some(rest) = DRAFTS.iter().find_map(|draft| name.strip_suffix(draft)) else { return name };
    let number = rest.strip_suffix('次').map(|number| number.trim_end_matches(is_number));
    number.and_then(|number| number.strip_suffix('第')).unwrap_or(rest)
}

/// A document's name without what texts leave out of it or add: who of the whole country made it, 关于, the
/// particle before its last word, and that it is a draft or on trial; the how many-eth draft stands without its
/// bracket.
///
/// `全国人大常委会关于修改桥梁法的决定`, `修改桥梁法的决定` → `修改桥梁法决定`
pub(crate) fn bare_name(name: &str) -> String {
    const MAKERS: [&str; 8] = [
        "全国人民代表大会常务委员会",
        "全国人大常委会",
        "中共中央、国务院",
        "中共中央国务院",
        "国务院办公厅",
        "国务院",
        "最高人民法院",
        "最高人民检察院",
    ];
    const STAGES: [&str; 5] = ["试行", "暂行", "草案", "征求意见稿", "送审稿"];
    const LAST: [&str; 10] = [
        "若干政策措施",
        "若干措施",
        "若干规定",
        "若干意见",
        "指导意见",
        "实施意见",
        "决定",
        "意见",
        "办法",
        "通知",
    ];
    let made = MAKERS.iter().find_map(|maker| name.strip_prefix(maker));
    let name = made.filter(|rest| rest.starts_with("关于")).unwrap_or(name);
    let name = name.strip_prefix("关于").unwrap_or(name);
    let outer = without_bracket(name);
    let bracket = name[outer.len()..].trim().trim_matches(['(', ')', '（', '）']);
    let stage = STAGES.contains(&bracket);
    if !stage && !bracket.is_empty() && without_draft(bracket).is_empty() {
        return bare_name(&[outer, bracket].concat());
    }
    let name = if stage { outer } else { name };
    let last = LAST.iter().find_map(|last| name.strip_suffix(last)?.strip_suffix('的'));
    last.map_or_else(|| name.to_owned(), |rest| [rest, &name[rest.len() + "的".len()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    fn titles(text: &str) -> Vec<Title> {
        super::titles(Spots::of(text).text(text))
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<_> = titles(text).into_iter().map(|title| title.name).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn titles_in_marks() {
        check(
            "印发《白石桥梁管理办法》和《青川行动方案》。",
            &["白石桥梁管理办法", "青川行动方案"],
        );
        check("《关于贯彻《桥梁法》的意见》", &["关于贯彻《桥梁法》的意见"]);
        check("《没有结尾。下一句》", &[]);
        check("尾》头《", &[]);
    }

    #[test]
    fn short_forms_lead_to_the_long_one() {
        for text in [
            "《白石桥梁管理条例》(下称《条例》)施行",
            "《白石桥梁管理条例》(以下简称“条例”)施行",
            "《白石桥梁管理条例》（以下简称：《条例》）施行",
        ] {
            let forms = short_forms(text, &titles(text));
            assert_eq!(forms.get("条例").map(String::as_str), Some("白石桥梁管理条例"), "{text}");
        }
        let plain = "《白石桥梁管理条例》(试行)";
        assert!(short_forms(plain, &titles(plain)).is_empty());
    }

    #[test]
    fn works_are_no_documents() {
        for (text, expected) in [
            ("纪录片《白石公约》上映", true),
            ("《白石指南》杂志创刊", true),
            ("印发《白石指南》", false),
        ] {
            assert_eq!(is_work(text, titles(text)[0].range), expected, "{text}");
        }
        for name in ["白石日报", "山海书法", "大河之歌", "科学", "青川往事"] {
            assert_eq!(document_kind(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_called_a_standard_is_a_document() {
        for (text, expected) in [
            ("团体标准《白石玻璃弯折测试方法》发布", true),
            ("《白石玻璃弯折测试方法》强制性国家标准发布", true),
            ("白石市印发了《桥梁养护十二条》", true),
            ("专著《白石玻璃弯折测试方法》出版", false),
            ("《白石往事》发布国家标准一事", false),
            ("这一标准很高。《白石往事》上映", false),
        ] {
            assert_eq!(is_called_a_document(text, titles(text)[0].range), expected, "{text}");
        }
    }

    #[test]
    fn one_document_has_one_bare_name() {
        for (one, other, same) in [
            ("全国人大常委会关于修改桥梁法的决定", "修改桥梁法的决定", true),
            ("关于支持石港建设的若干措施", "关于支持石港建设若干措施", true),
            ("白石管理办法（试行）", "白石管理办法", true),
            ("白石管理办法（第二次草案）", "白石管理办法第二次草案", true),
            ("白石管理办法（第二次草案）", "白石管理办法（草案）", false),
            ("白石行动方案（2022—2025年）", "白石行动方案", false),
            ("青川省关于促进航运的决定", "白石省关于促进航运的决定", false),
            ("国务院办公厅", "办公厅", false),
        ] {
            assert_eq!(bare_name(one) == bare_name(other), same, "{one}, {other}");
        }
    }

    #[test]
    fn a_document_that_stands_below_its_name_calls_itself_so() {
        let of = |title: &str, text: &str| is_of_this_text(title, std::iter::once(text));
        let plan = Some(InitiativeKind::Plan);
        assert_eq!(of("白石市桥梁养护工作方案", "结合我市实际，制订本工作方案。"), plan);
        assert_eq!(of("白石市桥梁养护工作方案（试行）", "本方案自公布之日起施行。"), plan);
        assert_eq!(of("白石市公布桥梁养护工作方案", "该方案有十条，本市将照办。"), None);
        assert_eq!(of("白石市桥梁养护很好", "本方案有十条。"), None);
    }

    #[test]
    fn kinds_of_documents() {
        assert_eq!(document_kind("白石管理办法（试行）"), Some(InitiativeKind::Policy));
        assert_eq!(document_kind("青川行动方案(2022-2025年)"), Some(InitiativeKind::Plan));
        assert_eq!(document_kind("桥梁法"), Some(InitiativeKind::Law));
        assert_eq!(document_kind("白石管理办法第二次征求意见稿"), Some(InitiativeKind::Policy));
        assert_eq!(document_kind("白石条例草案"), Some(InitiativeKind::Law));
        assert_eq!(document_kind("白石日报征求意见稿"), None);
        assert_eq!(document_kind("白石日报"), None);
    }
}
