//! Who says what a text tells: `科技厅副厅长周立群介绍,…`, `……。”屈炜说`, `据省交通厅介绍`, `《方案》提出`.
//!
//! 1. inside quotation marks: who stands before the opening mark, else behind the closing one
//! 2. else the last verb of saying before the place in its sentence, with all that stands before it
//!    in its clause but times, adverbs and occasions (在发布会上)
//!
//! The answer is a range of the text: nothing is made up about who that is.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use crate::spots::{List, Text};
use crate::tense::ends_clause;
use crate::words::Words;

/// Verbs of saying, after which a speech or its clause end stands.
const SAYS: [&str; 25] = [
    "介绍说",
    "介绍",
    "表示",
    "指出",
    "透露",
    "强调",
    "告诉记者",
    "宣布",
    "坦言",
    "回应称",
    "回应说",
    "认为",
    "建议",
    "提出",
    "要求",
    "明确",
    "规定",
    "称",
    "说",
    "说道",
    "提到",
    "提及",
    "获悉",
    "了解到",
    "发布消息称",
];

/// They, by their first character.
static SAYING: LazyLock<Words> = LazyLock::new(|| Words::new(SAYS));

/// What a document says in place of a speech.
const STATES: [&str; 8] = ["提出", "要求", "明确", "规定", "提到", "指出", "部署", "提及"];

/// Those by which firms and papers say things too.
const OF_FIRMS: [&str; 11] =
    ["称", "宣布", "提出", "要求", "明确", "规定", "建议", "提及", "获悉", "了解到", "发布消息称"];

/// The others, by which people say things.
pub(crate) static OF_PEOPLE: LazyLock<Words> =
    LazyLock::new(|| Words::new(SAYS.into_iter().filter(|verb| !OF_FIRMS.contains(verb))));

/// Words that end like a verb of saying.
const NOT_SAYS: [&str; 22] = [
    "小说",
    "据说",
    "听说",
    "传说",
    "就是说",
    "来说",
    "比如说",
    "可以说",
    "应该说",
    "话说",
    "学说",
    "名称",
    "简称",
    "下称",
    "统称",
    "俗称",
    "号称",
    "堪称",
    "著称",
    "自称",
    "人称",
    "据称",
];

/// Words that begin a clause without being part of its speaker.
const BEFORE: [&str; 17] = [
    "从",
    "据",
    "记者从",
    "对此",
    "同时",
    "此前",
    "此外",
    "其中",
    "随后",
    "日前",
    "近日",
    "会上",
    "目前",
    "记者",
    "而",
    "但",
    "另",
];

/// Where a speaker's name ends before the verb: 屈炜在回答提问时介绍.
const OCCASIONS: [&str; 12] =
    ["在", "向", "对", "于", "还", "也", "则", "就", "接受", "表示", "时", "这样"];

/// Who is no one in particular.
const NO_ONE: [&str; 14] = [
    "他", "她", "他们", "记者", "双方", "各方", "会议", "消息", "报道", "文章", "其", "我", "我们",
    "悉",
];

/// How far before a speech its speaker is looked for, in bytes.
const REACH: usize = 300;

/// A speech is read so far to either side, in bytes.
const LONGEST_SPEECH: usize = 3000;

/// The longest name of a speaker, in characters: an office and a name.
const LONGEST: usize = 36;

/// Who says what stands at an offset of a text, in the sentence given.
pub(crate) fn speaker(text: &str, sentence: TextRange, at: u32) -> Option<TextRange> {
    let at = at as usize;
    if let Some((open, close)) = quotation(text, at) {
        let before =
            named_before(text, text.floor_char_boundary(open.saturating_sub(REACH)), open, true);
        return before.or_else(|| named_behind(text, close));
    }
    let start = sentence.usize().start;
    named_before(text, start, at, false)
}

/// The quotation marks around a place: where the opening one stands, and where the closing one ends.
fn quotation(text: &str, at: usize) -> Option<(usize, usize)> {
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST_SPEECH));
    let open = from + text.get(from..at)?.rfind(['“', '「', '”', '」'])?;
    let close_mark = match text.get(open..)?.chars().next()? {
        '“' => '”',
        '「' => '」',
        _ => return None,
    };
    let until = text.ceil_char_boundary((at + LONGEST_SPEECH).min(text.len()));
    let close = at + text.get(at..until)?.find(close_mark)?;
    // A phrase in marks is no speech.
    let speech = text.get(open..close)?.contains(ends_clause);
    speech.then_some((open, close + close_mark.len_utf8()))
}

/// The speaker of the last verb of saying between two places; `quoted`: the verb ends there.
fn named_before(text: &str, start: usize, end: usize, quoted: bool) -> Option<TextRange> {
    let told = text.get(start..end)?;
    let trimmed = told.trim_end_matches(['：', ':', '，', ',', ' ']);
    let told = if quoted { trimmed } else { told };
    let mut verbs: Vec<(usize, usize)> = SAYING
        .within(told)
        .map(|(at, verb, ())| (at, at + verb.len()))
        .filter(|&(at, after)| says(told, at, after, quoted))
        .collect();
    verbs.sort_by_key(|&(at, after)| (std::cmp::Reverse(after), at));
    let &(verb, _) = verbs.first()?;
    let clause = told.get(..verb)?.rfind(BREAKS).map_or(0, |at| {
        at + told.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    });
    name(text, start + clause, start + verb)
}

/// Marks that no speaker's name goes over; not those of a list.
const BREAKS: [char; 15] =
    [',', '，', '。', ';', '；', '!', '?', '！', '？', '：', '\n', '“', '”', '」', '「'];

/// Where verbs stand that people say things by, and firms and papers less.
pub(crate) fn persons_sayings(text: Text<'_>) -> impl Iterator<Item = usize> {
    let ends = text.words(List::Sayings, &OF_PEOPLE).map(|(at, verb, ())| (at, at + verb.len()));
    let inside = move |end: usize| NOT_SAYS.iter().any(|word| text[..end].ends_with(word));
    ends.filter(move |&(_, end)| !inside(end)).map(|(at, _)| at)
}

/// True where a verb of saying stands before what is said.
fn says(told: &str, at: usize, after: usize, quoted: bool) -> bool {
    let verb = &told[at..after];
    let next = &told[after..];
    let inside = NOT_SAYS.iter().any(|word| told[..after].ends_with(word));
    let opens = next.is_empty() || next.starts_with(ends_clause);
    // 《办法》提出建设…: a document states without a mark behind the verb.
    let states = STATES.contains(&verb) && told[..at].ends_with(['》', '》']);
    !inside && if quoted { next.is_empty() } else { opens && !next.is_empty() || states }
}

/// The speaker behind a speech: `……。”屈炜说。`
fn named_behind(text: &str, from: usize) -> Option<TextRange> {
    let rest = text.get(from..)?;
    let clause = &rest[..rest.find(BREAKS).unwrap_or(rest.len())];
    let (verb, ..) = SAYING.within(clause).next()?;
    name(text, from, from + verb)
}

/// A speaker's name within what stands before its verb.
fn name(text: &str, start: usize, end: usize) -> Option<TextRange> {
    let words = text.get(start..end)?;
    let mut from = words.len() - words.trim_start().len();
    while let Some(word) = BEFORE.iter().find(|word| words[from..].starts_with(*word)) {
        from += word.len();
    }
    if let Some(time) = crate::times::begin(&words[from..], 0) {
        from += time.range.usize().end;
    }
    let rest = &words[from..];
    let until = OCCASIONS.iter().filter_map(|word| rest.find(word)).filter(|at| *at > 0).min();
    let rest = rest[..until.unwrap_or(rest.len())].trim();
    let count = rest.chars().count();
    let someone = (2..=LONGEST).contains(&count)
        && !NO_ONE.contains(&rest)
        && !rest.starts_with(['这', '该', '此', '其', '的'])
        && !rest.contains(['的', '了', '是']);
    let from = from + (words[from..].len() - words[from..].trim_start().len());
    someone.then(|| TextRange::of(start + from, start + from + rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: &str, expected: Option<&str>) {
        let at = text.find(place).unwrap() as u32;
        let sentence = deltascope_text::sentences(text)
            .into_iter()
            .find(|sentence| sentence.start() <= at && at < sentence.end())
            .unwrap();
        let found = speaker(text, sentence, at).and_then(|range| range.slice(text));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn speakers_before_what_they_say() {
        check("青川省科技厅副厅长周立介绍,平台去年上线。", "上线", Some("青川省科技厅副厅长周立"));
        check("3月5日,白石市市长何平在会上表示,大桥明年通车。", "通车", Some("白石市市长何平"));
        check("据青川省交通厅介绍,大桥明年通车。", "通车", Some("青川省交通厅"));
        check("记者从青川省交通厅获悉,大桥明年通车。", "通车", Some("青川省交通厅"));
        check("《青川桥梁条例》规定,基金于明年设立。", "设立", Some("《青川桥梁条例》"));
        check("《青川桥梁条例》提出建设检测中心。", "建设", Some("《青川桥梁条例》"));
    }

    #[test]
    fn speakers_of_speeches() {
        let text = "“平台去年上线。今年还要扩容。”周立说。大家点头。";
        check(text, "上线", Some("周立"));
        check(text, "扩容", Some("周立"));
        check(text, "点头", None);
        check("周立告诉记者:“平台去年上线,今年扩容。”", "扩容", Some("周立"));
    }

    #[test]
    fn no_speakers() {
        check("平台去年上线,据说很好用。", "上线", None);
        check("平台去年上线,也就是说,手续更快。", "手续", None);
        check("他表示,平台去年上线。", "上线", None);
        check("平台介绍手册去年发布。", "发布", None);
        check("周立介绍了情况。平台去年上线。", "上线", None);
    }
}
