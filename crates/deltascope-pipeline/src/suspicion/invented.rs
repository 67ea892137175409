//! News that nobody stands for, on a host of spam: it names no publisher, no reporter and no
//! dateline, and either keywords were spliced into it, or spam stands around it and its sources are
//! `业内人士` and rumour. Spam around a story proves nothing alone: such hosts copy honest news too.

use super::{Sign, Story};

/// Lines of spam around a story, where no keyword was spliced into it.
const LEAST_SPAM: usize = 2;
/// Sources that are nobody, and ends that say nothing.
const VAGUE: [&str; 14] = [
    "业内人士",
    "业内子士",
    "业内分析",
    "传闻",
    "知情人士",
    "有消息称",
    "网传",
    "拭目以待",
    "未来已来",
    "有专家",
    "圈内人",
    "引发热议",
    "网友纷纷",
    "不愿具名",
];
/// As many of them, each once.
const LEAST_VAGUE: usize = 2;

pub(super) fn sign(story: &Story<'_>) -> Option<Sign> {
    let article = story.article;
    // Such a host does not vouch for itself.
    let other = article.publisher.is_some() && article.publisher != article.host;
    let vouched = other || !article.byline.is_empty() || article.dateline.is_some();
    let count =
        |rule: &str| story.cleaned.segments.iter().filter(|segment| segment.rule == rule).count();
    let said = |word: &&&str| story.paragraphs.iter().any(|text| text.contains(**word));
    let is_vague = VAGUE.iter().filter(said).count() >= LEAST_VAGUE;
    let is_spam = count("spliced-keyword") > 0 || (is_vague && count("spam") >= LEAST_SPAM);
    (is_spam && !vouched).then(|| Sign {
        reason: "a host of spam tells this without naming publisher, reporter or place; do not rely on it".to_owned(),
        paragraph: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STORY, check};

    #[test]
    fn cases() {
        check(&STORY.replace("去处。", "去处股票配资平台。"), &["invented"]);
        let rumour = format!("{STORY}市场传闻费用还要下降,结果如何,让我们拭目以待。");
        check(&rumour, &[]);
        check(&format!("{rumour}\n| 甲直播 |\n| 乙直播 |"), &["invented"]);
        check(&format!("{STORY}\n| 甲直播 |\n| 乙直播 |"), &[]);
        let named = "江畔财经网 首页 股票配资平台 实盘配资\n来源:江畔财经网\n";
        check(&format!("{named}{}", STORY.replace("去处。", "去处股票配资平台。")), &["invented"]);
        check(&format!("来源:江畔日报\n{}", STORY.replace("去处。", "去处股票配资平台。")), &[]);
    }
}
