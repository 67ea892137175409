//! What a quantity is a figure of, in the words of its clause.
//!
//! 1. a count has its noun behind it: `41项需求任务` → 需求任务
//! 2. else the words before the number, without qualifiers, dates and the verb that governs them:
//!    `已集聚大型科学仪器超4.6万台` → 大型科学仪器

/// Words between an indicator and its number, taken off one after the other.
const LINKS: [&str; 58] = [
    "不少于",
    "不低于",
    "不超过",
    "突破",
    "超过",
    "达到",
    "累计",
    "共计",
    "总计",
    "合计",
    "分别",
    "已经",
    "大约",
    "将近",
    "接近",
    "上升到",
    "上升至",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "增长到",
    "增长至",
    "增加到",
    "增加至",
    "扩大到",
    "扩大至",
    "下降到",
    "下降至",
    "降至",
    "增至",
    "升至",
    "跃升至",
    "约为",
    "仅为",
    "高达",
    "逾",
    "超",
    "近",
    "约",
    "达",
    "为",
    "到",
    "至",
    "共",
    "已",
    "了",
    "仅",
    "有",
    "是",
    "的",
    "从",
    "由",
    "自",
    "各",
    "均",
    "就",
    "再",
];

/// Verbs and joints before an indicator; it begins behind the last of them.
const GOVERNORS: [&str; 72] = [
    "组织实施",
    "启动实施",
    "共同实施",
    "集聚",
    "汇聚",
    "聚集",
    "支持",
    "帮助",
    "服务",
    "发布",
    "征集",
    "实施",
    "吸引",
    "购买",
    "输送",
    "新增",
    "遴选",
    "建设",
    "建成",
    "引进",
    "培育",
    "获得",
    "入驻",
    "形成",
    "拥有",
    "设立",
    "覆盖",
    "惠及",
    "带动",
    "联动",
    "兑付",
    "达成",
    "授权",
    "开展",
    "完成",
    "推出",
    "认定",
    "收录",
    "接入",
    "提供",
    "举办",
    "组建",
    "成立",
    "签订",
    "签署",
    "促成",
    "主持",
    "参与",
    "制定",
    "推动",
    "推进",
    "落实",
    "包含",
    "涵盖",
    "其中",
    "目前",
    "截至",
    "现有",
    "现在",
    "为企业",
    "有效",
    "实现",
    "产生",
    "取得",
    "承担",
    "牵头",
    "联合",
    "中的",
    "的",
    "和",
    "与",
    "在",
];

/// Words that alone say nothing: an indicator is more than one of them.
const EMPTY: [&str; 20] = [
    "其中",
    "目前",
    "同时",
    "此外",
    "年均",
    "同比",
    "环比",
    "总数",
    "数量",
    "总量",
    "今年",
    "去年",
    "全年",
    "首批",
    "企业数",
    "以上",
    "以下",
    "左右",
    "记者",
    "全国",
];

/// Indicators that need a word more: 金额 of what.
const GENERIC: [&str; 14] = [
    "金额",
    "总额",
    "数量",
    "总量",
    "成交额",
    "交易额",
    "规模",
    "资金",
    "项目",
    "企业",
    "人数",
    "总数",
    "占比",
    "面积",
];

/// Verbs that tell two flows apart: 输出的技术合同, 吸纳的技术合同.
const FLOWS: [&str; 6] = ["输出", "吸纳", "引进", "出口", "进口", "转移"];

/// How long an indicator may be, in characters.
const LONGEST: usize = 14;

/// The indicator of a number that has `before` in its clause and `noun` behind its measure word.
pub(super) fn indicator(before: &str, noun: Option<&str>) -> Option<String> {
    let before = without_links(before);
    let start = GOVERNORS
        .iter()
        .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
        .filter(|&start| start < before.len())
        .max()
        .unwrap_or(0);
    let ahead_of_it = before[..start].trim_end_matches('的');
    let flow = FLOWS.iter().find(|flow| ahead_of_it.ends_with(**flow));
    let governed = GOVERNORS.iter().any(|word| before.ends_with(word));
    let tail = before[start..].trim_matches(|c: char| c.is_whitespace() || "“”\"「」".contains(c));
    let tail = tail.strip_prefix('有').unwrap_or(tail);
    let tail = tail.strip_prefix('有').unwrap_or(tail);
    let ahead = Some(tail).filter(|_| !governed).filter(|tail| is_name(tail));
    let behind = noun.filter(|noun| is_name(noun));
    // A noun behind its measure word is what is counted, whatever stands before.
    let name = behind.or(ahead)?;
    let verb =
        GOVERNORS.iter().find(|word| word.len() > "的".len() && before[..start].ends_with(**word));
    let first = flow.or(verb.filter(|_| behind.is_none() && is_generic(name)));
    Some(format!("{}{name}", first.copied().unwrap_or_default()))
}

/// Whether an indicator says nothing without another word.
pub(super) fn is_generic(name: &str) -> bool {
    GENERIC.contains(&name)
}

fn without_links(before: &str) -> &str {
    let mut rest = before.trim_end();
    while let Some(shorter) = LINKS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter.trim_end();
    }
    rest
}

fn is_name(words: &str) -> bool {
    let length = words.chars().count();
    (2..=LONGEST).contains(&length)
        && !EMPTY.contains(&words)
        && words.chars().all(|c| c.is_alphabetic() && !"每是把被".contains(c))
        && !words.starts_with(['了', '着', '个', '种', '次', '后', '前', '中', '上', '下'])
        && !words.ends_with(['，', '在', '于', '被', '把', '并', '而', '也', '还', '又'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, noun: Option<&str>, expected: Option<&str>) {
        assert_eq!(indicator(before, noun).as_deref(), expected, "{before}");
    }

    #[test]
    fn words_before_and_behind() {
        check("平台已汇聚检测设备超", None, Some("检测设备"));
        check("发布", Some("需求清单"), Some("需求清单"));
        check("总投入达", None, Some("总投入"));
        check("带动社会资本共计", None, Some("社会资本"));
        check("研发强度从", None, Some("研发强度"));
        check("兑付金额超", None, Some("兑付金额"));
        check("甲市向乙市输出的技术合同超", None, Some("输出技术合同"));
        check("每生产", None, None);
        check("共", None, None);
        check("目前", None, None);
    }
}
