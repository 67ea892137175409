//! Names of those who publish: what ends as names of papers, sites, stations and agencies do.

use crate::block::is_han;
use crate::inline::is_spam;

/// Endings of the names of media, and of those who publish for themselves.
const ENDINGS: [&str; 40] = [
    "报",
    "网",
    "社",
    "台",
    "新闻",
    "财经",
    "客户端",
    "周刊",
    "月刊",
    "杂志",
    "传媒",
    "广播",
    "电视",
    "卫视",
    "在线",
    "时空",
    "热线",
    "发布",
    "资讯",
    "日报",
    "快讯",
    "文艺",
    "观察",
    "评论",
    "新闻网",
    "头条",
    "之声",
    "画报",
    "频道",
    "研究会",
    "学会",
    "协会",
    "委员会",
    "新闻办",
    "办公室",
    "健康",
    "海外版",
    "融媒体",
    "融媒体中心",
    "经济报道",
];
/// Words that end so and name nobody: buttons, columns, what a reader may do.
const COMMON: [&str; 38] = [
    "网",
    "新闻",
    "财经",
    "在线",
    "资讯",
    "评论",
    "观察",
    "频道",
    "头条",
    "热线",
    "电视",
    "广播",
    "数字报",
    "电子报",
    "手机报",
    "即时新闻",
    "要闻",
    "我要评论",
    "发表评论",
    "网友评论",
    "最新评论",
    "跟帖评论",
    "热门评论",
    "手机看新闻",
    "手机新闻",
    "综合报",
    "官网",
    "社会",
    "会员",
    "订阅",
    "上网",
    "国内新闻",
    "国际新闻",
    "社会新闻",
    "本报",
    "本网",
    "本台",
    "本社",
];
/// Names that stand for others: no publisher bears them.
const AGGREGATORS: [&str; 12] = [
    "百度",
    "网易号",
    "搜狐号",
    "今日头条",
    "头条号",
    "微信",
    "公众号",
    "互联网",
    "本站",
    "百家号",
    "一点资讯",
    "东方财富网",
];
/// Words that stand for others where a short name begins or ends with them: `网络综合`, but not
/// `江畔未来网络创新研究院`.
const OTHERS: [&str; 6] = ["网络", "综合", "未知", "原创", "转载", "网友"];

/// A name that a medium may bear.
pub fn is_outlet(name: &str) -> bool {
    let chars = name.chars().count();
    (3..=16).contains(&chars)
        && !COMMON.contains(&name)
        && !stands_for_itself(name)
        && !name.starts_with(['我', '发', '手', '的'])
        && !name.contains("我要")
        && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The name of a paper, an agency or a site that no column of a page bears.
pub fn is_paper(name: &str) -> bool {
    const PAPERS: [&str; 14] = [
        "日报",
        "晚报",
        "早报",
        "晨报",
        "时报",
        "商报",
        "都市报",
        "经济报",
        "导报",
        "周报",
        "通讯社",
        "电视台",
        "周刊",
        "网",
    ];
    is_outlet(name)
        && name.chars().count() <= 12
        && name.chars().all(is_han)
        && PAPERS.iter().any(|ending| name.ends_with(ending))
}

/// The name of an office, a school or a firm that publishes for itself.
pub fn is_office(name: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "研究院",
        "研究所",
        "科学院",
        "工程院",
        "大学",
        "学院",
        "集团",
        "公司",
        "银行",
        "出版社",
        "厅",
        "局",
        "政府",
        "办公室",
        "委员会",
        "协会",
        "学会",
        "商会",
        "基金会",
        "促进会",
        "贸促会",
        "联合会",
        "事务所",
        "发改委",
    ];
    (4..=24).contains(&name.chars().count())
        && name.chars().all(is_han)
        && !stands_for_itself(name)
        && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// A name that stands for others, or none.
pub fn is_aggregator(name: &str) -> bool {
    // `某某号` is a platform's name for all its accounts.
    let chars = name.chars().count();
    chars < 2
        || chars <= 4 && name.ends_with('号')
        || AGGREGATORS.iter().any(|aggregator| name.contains(aggregator))
        || chars <= 8 && OTHERS.iter().any(|word| name.starts_with(word) || name.ends_with(word))
}

/// A name, not `本网`, `原作者` or a keyword of spam: `配资之家`.
pub fn is_named(name: &str) -> bool {
    name.chars().count() >= 2
        && !stands_for_itself(name)
        && !name.contains("作者")
        && !is_spam(name)
}

/// `本报`, `原作者`, `该网`; towns are called 本溪 and 原平, too.
fn stands_for_itself(name: &str) -> bool {
    const WORDS: [&str; 14] = [
        "本报", "本网", "本站", "本刊", "本台", "本社", "本文", "本版", "原作", "原文", "原创",
        "原标", "该", "其",
    ];
    WORDS.iter().any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_end_as_outlets_do() {
        for name in [
            "江畔日报",
            "江畔网",
            "江畔财经",
            "江畔社",
            "江畔人民广播电台",
            "清河研究会",
            "原上都市报",
            "本江日报",
        ] {
            assert!(is_outlet(name), "{name}");
        }
        for name in ["新闻", "评论", "我要评论", "本报", "张三", "电子报", "三市共用仪器"]
        {
            assert!(!is_outlet(name), "{name}");
        }
    }

    #[test]
    fn who_stands_for_others_is_told_by_the_whole_of_a_name() {
        for name in ["网络", "网络综合", "综合整理", "网友投稿", "互联网资料", "来自网络"]
        {
            assert!(is_aggregator(name), "{name}");
        }
        for name in ["江畔未来网络创新研究院", "清河原创音乐家协会", "三市综合交通研究院"]
        {
            assert!(!is_aggregator(name), "{name}");
        }
    }

    #[test]
    fn papers_and_offices_bear_names_that_columns_do_not() {
        for name in ["江畔日报", "江畔网", "清河通讯社"] {
            assert!(is_paper(name), "{name}");
        }
        for name in ["江畔观察", "江畔新闻", "热点资讯", "官网", "本报", "工作简报", "江畔A网"]
        {
            assert!(!is_paper(name), "{name}");
        }
        for name in [
            "江畔贸促会",
            "清河专利事务所",
            "江畔大学",
            "清河建工集团",
            "三市科学技术局",
            "江畔大学清河研究院",
        ] {
            assert!(is_office(name), "{name}");
        }
        for name in ["本公司", "该研究院", "银行", "结局", "公司要闻", "帮助中心"]
        {
            assert!(!is_office(name), "{name}");
        }
    }
}
