//! A name as a site's: without what hangs on to it, and none that all sites bear.

use crate::block::is_han;

/// Words that stand where names do, on all sites.
const COMMON: [&str; 74] = [
    "返回",
    "网站",
    "首页",
    "主页",
    "中文",
    "新闻中心",
    "新闻",
    "本站",
    "本网",
    "本网站",
    "资讯",
    "正文",
    "我们",
    "网站首页",
    "设为首页",
    "回到",
    "全部",
    "要闻",
    "频道",
    "登录",
    "注册",
    "手机",
    "官方",
    "网友",
    "作者",
    "原作者",
    "版权",
    "导航",
    "搜索",
    "即时",
    "热门",
    "直播",
    "分享",
    "转发到",
    "内容",
    "本报",
    "所有",
    "责任编辑",
    "财经",
    "体育",
    "娱乐",
    "社会",
    "科技",
    "国际",
    "国内",
    "图片",
    "视频",
    "相关",
    "专题",
    "博客",
    "更多",
    "社区",
    "影音",
    "杂志",
    "赞助",
    "部落",
    "论坛",
    "节目",
    "播放",
    "活动",
    "会员",
    "本平台",
    "平台",
    "原文",
    "任何",
    "上述",
    "本公司",
    "公司",
    "自己",
    "公众平台",
    "新闻公报",
    "部门动态",
    "新闻资讯",
    "新闻网",
];
/// Words that hang on to a name.
const TAILS: [&str; 18] = [
    "首页",
    "门户网站",
    "全球资讯网",
    "登录入口",
    "官网",
    "主页",
    "手机版",
    "有限公司",
    "有限责任公司",
    "股份",
    "数字报",
    "电子版",
    "编辑部",
    "社所有",
    "app官网",
    "APP",
    "(股)公司",
    "公司",
];
/// Words that open a button or a sentence, never a name.
const OPENINGS: [&str; 27] = [
    "的", "与", "和", "及", "本", "请", "查看", "发表", "支持", "设", "相关", "版权", "欢迎",
    "返回", "安装", "免费", "最新", "立即", "点击", "未经", "不得", "翻版", "复制", "违者", "侵权",
    "归", "转载",
];
/// Marks that stand in no name.
const MARKS: &str = ":：/?？，,。“”!！\\…、;；";

/// The name of a site in a word of the page, if it may be one: `江畔日报社` → `江畔日报`.
pub fn site_name(word: &str) -> Option<String> {
    let word = ["欢迎光临", "欢迎访问", "欢迎来到"]
        .iter()
        .find_map(|welcome| word.trim().strip_prefix(welcome))
        .unwrap_or(word);
    let mut name = word.trim().trim_matches(['·', '-', '|', '【', '】', '[', ']', '《', '》']);
    while let Some(core) = TAILS.iter().find_map(|tail| name.strip_suffix(tail)) {
        name = core;
    }
    // The company of a paper bears the paper's name.
    if let Some(core) = name.strip_suffix('社').filter(|core| core.ends_with(['报', '刊'])) {
        name = core;
    }
    let chars = name.chars().count();
    let in_han = (2..=16).contains(&chars) && name.chars().any(is_han);
    let domain = name.contains('.') && name.is_ascii() && chars <= 40;
    let number = || name.chars().all(|char| char.is_ascii_digit() || char == '.');
    let day =
        || name.contains('年') && name.contains(|char: char| char.is_ascii_digit() || char == '月');
    let common = || COMMON.contains(&name) || OPENINGS.iter().any(|word| name.starts_with(word));
    let marked = || name.contains(|char| MARKS.contains(char));
    ((in_han || domain) && !number() && !day() && !common() && !marked()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(site_name(word).as_deref(), expected);
    }

    #[test]
    fn names_lose_what_hangs_on_to_them() {
        check("江畔日报社", Some("江畔日报"));
        check("江畔体育登录入口", Some("江畔体育"));
        check("news.example", Some("news.example"));
        check("江畔乡公所全球资讯网", Some("江畔乡公所"));
        check("欢迎光临江畔网", Some("江畔网"));
    }

    #[test]
    fn what_all_sites_bear_is_no_name() {
        for word in
            ["首页", "返回首页", "2012年01月12日", "3.14", "查看更多", "一桥合龙!", "网", "安装"]
        {
            check(word, None);
        }
    }
}
