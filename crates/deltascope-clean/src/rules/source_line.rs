//! The line of source and date: `来源:某报 2025-03-10 13:16`, `发布日期:…`, `[ 责编:某某 ]`.

use deltascope_model::Label;

use super::Rule;
use crate::meta::is_sourced_month;
use crate::pattern::Pattern;

static KEYED: Pattern = Pattern::new(
    r"^[\s•\[【(（]*(?:(?:本文|新闻|文章|稿件|信息)?(?:来\s*源|出处)|(?:发布|发表|更新|实际入稿|刊登)(?:时间|日期|于)|时间|日期|记者|作者|通讯员|撰文|文/|摄影|文章作者|文章来源|原标题|关键词|关键字|标签|发布者|供稿)\s*(?:[:：/／]|$)|^[\s•\[【(（]*栏目\s*[:：/／]|^(?:摘自|转自|转载自|选自)[《\p{Han}·\-—]{2,20}》?$|^[\s•\[【(（]*(?:本文|文章|内容|本稿)?(?:来自|来源于|转自|转载自|选自|首发于|首发|原载于?|编译自)(?:微信|微博|头条|网易|搜狐)?(?:公众号|公号|微信|[《“]).{0,70}$",
);
static DATED: Pattern =
    Pattern::new(r"(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?");
static EDITOR: Pattern = Pattern::new(
    r"(?:来\s*源|出处|责编|编辑|作者|记者|字号|字体|点击|评论|浏览|阅读|参与|星期|我要评论|大\s*中\s*小|电子报|中新网|新闻网|\d{1,2}:\d{2})",
);

/// No name with its paper is longer, in characters.
const LONGEST_CREDIT: usize = 7;

/// A line that states source, date, author or editor and nothing else.
pub fn is_source_line(text: &str) -> bool {
    let chars = text.chars().count();
    let short = chars <= 90 && !text.contains('。');
    (short && KEYED.is_match(text)
        || chars <= 70
            && !text.contains(['。', '，'])
            && (text.contains("19") || text.contains("20"))
            && (DATED.is_match(text) && (EDITOR.is_match(text) || chars <= 24)
                || is_sourced_month(text)))
        && !is_due(text)
        && !is_asked(text)
}

/// What a reporter asks in an interview: `记者:后来呢?`, `记者：为什么今年停下来`.
fn is_asked(text: &str) -> bool {
    let said =
        text.strip_prefix("记者").and_then(|rest| rest.trim_start().strip_prefix([':', '：']));
    said.is_some_and(|said| {
        let parts = |char: char| char.is_whitespace() || matches!(char, '、' | '/' | '／' | '|');
        let words = || said.split(parts).filter(|word| !word.is_empty());
        said.ends_with(['?', '？', '!', '！', '…'])
            || words().all(|word| word.chars().count() > LONGEST_CREDIT)
                && words().next().is_some()
                && !said.contains("记者")
    })
}

/// By when something is to be handed in: `2024年6月5日9时(北京时间)`.
fn is_due(text: &str) -> bool {
    text.contains("北京时间") && !text.contains(['源', '|'])
}

pub(super) const RULE: Rule = Rule {
    name: "source-line",
    label: Label::Metadata,
    weight: -15,
    words: &[&[
        "源",
        "出处",
        "时间",
        "日期",
        "发布于",
        "发表于",
        "更新于",
        "入稿于",
        "刊登于",
        "记者",
        "作者",
        "通讯员",
        "撰文",
        "文/",
        "摄影",
        "标题",
        "关键词",
        "关键字",
        "标签",
        "栏目",
        "发布者",
        "供稿",
        "摘自",
        "转自",
        "转载自",
        "选自",
        "来自",
        "首发",
        "原载",
        "原创",
        "编译自",
        "19",
        "20",
    ]],
    test: |page, at| {
        is_source_line(page.text(at)) && !is_meeting(page, at) || is_original(page, at)
    },
};

/// When something takes place, beside where it does: `时间:6月7日14:30`, `地点:市图书馆`.
fn is_meeting(page: &super::Page<'_>, at: usize) -> bool {
    let mut near = at.saturating_sub(2)..(at + 3).min(page.blocks.len());
    page.text(at).starts_with("时间") && near.any(|near| is_of_meeting(page.text(near)))
}

/// A line of a notice that says where something takes place, on what, or with whom.
pub fn is_of_meeting(text: &str) -> bool {
    let label = text.split_once([':', '：']).map_or("", |(label, _)| label.trim());
    ["活动地点", "地点", "会场", "主题", "主讲", "主讲人", "嘉宾", "主办", "主办方", "对象"]
        .contains(&label)
}

/// A mark that the account wrote it itself, with the account's name again in the next line:
/// `原创张三江畔小筑` above `江畔小筑`.
fn is_original(page: &super::Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    let name = page.blocks.get(at + 1).filter(|name| name.chars >= 2);
    page.blocks[at].chars <= 30
        && text
            .strip_prefix("原创")
            .is_some_and(|rest| name.is_some_and(|name| rest.ends_with(&*name.text)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "来源:某日报客户端2025-03-10 13:16",
            "2023-06-01 08:04:04 来源:某新闻",
            "发布日期:2025-01-22 13:22    点击次数:85",
            "2012年01月11日 08:21:55 | 责任编辑: 某某 | 来源: 某报",
            "来 源:某社",
            "2022年8月 来源:某报 编辑:某某",
            "作者:某某",
            "文章作者",
            "本文来自微信公众号:江畔小筑(ID:jiangpan),作者:张三",
            "原创张三江畔小筑\n江畔小筑",
        ] {
            check(text, Some("source-line"));
        }
        check("时间:6月7日14:30\n地点:市图书馆二楼", None);
        check("时间:2024-06-07 14:30\n来源:江畔日报", Some("source-line"));
        check("栏目:民生", Some("source-line"));
        // The head of a menu.
        check("栏目", None);
        check("原创音乐的春天\n江畔小筑", None);
        check("2024年6月28日9点30分(北京时间)", None);
        check("2024年6月28日 9:30 北京时间 来源:江畔网", Some("source-line"));
        check("记者:张三 李四 编辑:王五", Some("source-line"));
        check("记者:江畔日报记者张三", Some("source-line"));
        check("记者:后来呢?", None);
        check("记者：那一年为什么没有开闸", None);
        check("来源保护是水务部门的首要任务", None);
        check("江畔大学研究院 2020年6月", Some("source-line"));
        check("江畔大学研究院 2020年", None);
        check("2022年8月来源地保护工作开始", None);
        check("2024年6月5日上午,三市代表在当地签署协议,共用仪器。", None);
    }
}
