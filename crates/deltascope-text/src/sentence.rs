//! Sentences: ranges that tile a text.
//!
//! 1. a newline ends a sentence and everything that is open
//! 2. in a line, brackets and quotation marks that pair shelter what they hold:
//!    `他说：“来。去。”大家笑了。` → `他说：“来。去。”|大家笑了。`
//! 3. a pair that holds a whole speech shelters nothing, or it would be one sentence of a page
//! 4. outside shelter `。！？!?；…` end a sentence together with the closing marks after them

use deltascope_model::TextRange;

/// A pair that holds more characters than this is a speech, not a phrase.
const SHELTER: usize = 80;

/// Opening marks, and the marks that close them.
const OPENING: &str = "（(《〈“‘「『【〔[";
const CLOSING: &str = "）)》〉”’」』】〕]";
/// The quotation marks among the closing ones: what they hold may be a sentence.
const CLOSING_QUOTES: &str = "”’」』\"";
/// After a quoted question or exclamation these carry the sentence on (`“为什么？”的答案`).
const CARRIES_ON: &str = "的之地得，,、；;：:和与與及或等这這那是就也都还還一字号";

/// A character of a line that may be a mark.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    /// How many characters of the line stand before it.
    nth: usize,
    c: char,
    /// Within a pair that shelters.
    sheltered: bool,
    /// For a closing mark that pairs: the place of its opening mark in the line.
    opened_at: Option<usize>,
}

impl Mark {
    fn end(&self) -> usize {
        self.at + self.c.len_utf8()
    }
}

/// A line with its marks.
struct Line<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

/// The sentences of a text, in order; concatenated they are the text.
pub fn sentences(text: &str) -> Vec<TextRange> {
    let mut out = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let mut start = line_start;
        for end in Line::new(line).ends() {
            out.push(TextRange::of(start, line_start + end));
            start = line_start + end;
        }
        line_start += line.len();
        if start < line_start {
            out.push(TextRange::of(start, line_start));
        }
    }
    out
}

impl<'a> Line<'a> {
    /// Where the sentences of the line end, before its own end.
    fn ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut first = 0;
        let mut nth = 0;
        while nth < self.marks.len() {
            let Some(after) = self.sentence_end(first, nth) else {
                nth += 1;
                continue;
            };
            // White space belongs to the sentence before it: a sentence starts with a word.
            first = self.text.len() - self.text[after..].trim_start().len();
            ends.extend(Some(first).filter(|&end| end < self.text.len()));
            nth += self.marks[nth..].partition_point(|mark| mark.at < first);
        }
        ends
    }

    /// If the sentence from `first` ends with a mark, the place after its closing marks.
    fn sentence_end(&self, first: usize, nth: usize) -> Option<usize> {
        let mark = &self.marks[nth];
        let mut last = nth;
        if !self.is_end(mark) || self.beside(last).is_some_and(|next| self.is_end(next)) {
            return None;
        }
        while let Some(closing) = self.beside(last).filter(|mark| closes(mark)) {
            if mark.sheltered && !self.ends_within(first, nth, closing) {
                return None;
            }
            last += 1;
        }
        (!self.marks[last].sheltered).then(|| self.marks[last].end())
    }

    /// The mark right behind one.
    fn beside(&self, nth: usize) -> Option<&Mark> {
        self.marks.get(nth + 1).filter(|next| next.at == self.marks[nth].end())
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn behind(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// True where a sentence that ends inside the pair closed by `closing` ends with the pair.
    fn ends_within(&self, first: usize, nth: usize, closing: &Mark) -> bool {
        let Some(opened_at) = closing.opened_at else { return true };
        if !CLOSING_QUOTES.contains(closing.c) {
            // （…。） is a sentence of its own where one starts with it; 《…！》 is a title.
            return opened_at == first && "）)】".contains(closing.c);
        }
        if self.marks[nth].c == '；' {
            return false;
        }
        // Of a full stop or a semicolon set narrow the mark itself is what follows.
        let passed = |mark: &Mark| is_end_mark(mark.c) || closes(mark);
        let mut at = self.marks[nth].at;
        for mark in self.marks[nth..].iter().take_while(|mark| passed(mark)) {
            if mark.at == at {
                at = mark.end();
            }
        }
        let next = self.behind(at);
        let carries_on = next.is_some_and(|c| CARRIES_ON.contains(c));
        let speech =
            opened_at == first || self.before(opened_at).is_some_and(|c| "：:，,".contains(c));
        !carries_on && (speech || self.marks[nth].c == '。')
    }

    /// True where a mark ends a sentence, shelter aside.
    fn is_end(&self, mark: &Mark) -> bool {
        let next = || self.behind(mark.end()).unwrap_or(' ');
        let before = || self.before(mark.at).unwrap_or(' ');
        match mark.c {
            // Within an address or a formula they are no punctuation.
            '!' | '?' => !next().is_ascii_alphanumeric() && !"=&/".contains(next()),
            // 1.8 and a.b are no ends; a dot after a Chinese character is a full stop set narrow.
            '.' | '．' | ';' => {
                before() >= '\u{3400}' && !OPENING.contains(before()) && !next().is_ascii_digit()
            }
            c => is_end_mark(c),
        }
    }

    /// The marks of a line, with the shelter that its pairs give.
    fn new(text: &'a str) -> Self {
        let mut marks: Vec<Mark> = Vec::with_capacity(text.len() / 16);
        let (mut at, mut nth) = (0, 0);
        while let Some(&lead) = text.as_bytes().get(at) {
            // Most characters are Chinese: of these three bytes, none is a mark.
            let len = if (0xe4..=0xe9).contains(&lead) {
                3
            } else {
                let c = text[at..].chars().next().unwrap_or_default();
                if may_be_a_mark(c) {
                    marks.push(Mark { at, nth, c, sheltered: false, opened_at: None });
                }
                c.len_utf8()
            };
            at += len;
            nth += 1;
        }
        let mut open: Vec<(usize, char)> = Vec::new();
        // A straight quotation mark opens and closes alike; it pairs only where their number is even.
        let straight = marks.iter().filter(|mark| mark.c == '"').count().is_multiple_of(2);
        for at in 0..marks.len() {
            let c = marks[at].c;
            if let Some(closing) = closing_of(c) {
                open.push((at, closing));
            } else if let Some(depth) = open.iter().rposition(|&(_, closing)| closing == c) {
                // What was opened inside and never closed does not pair.
                let (opened, _) = open[depth];
                open.truncate(depth);
                marks[at].opened_at = Some(marks[opened].at);
                if marks[at].nth - marks[opened].nth - 1 <= SHELTER {
                    marks[opened..at].iter_mut().for_each(|mark| mark.sheltered = true);
                }
            } else if c == '"' && straight {
                open.push((at, '"'));
            }
        }
        Self { text, marks }
    }
}

/// True for the marks that may stand between the end of a sentence and the next one.
fn closes(mark: &Mark) -> bool {
    CLOSING.contains(mark.c) || mark.opened_at.is_some()
}

/// False for what ends no sentence and shelters none: most others are letters, digits and commas.
fn may_be_a_mark(c: char) -> bool {
    !matches!(c, '，' | '、' | ',' | ' ' | '\u{3400}'..='\u{9fff}') && !c.is_ascii_alphanumeric()
}

/// True for the marks that end a sentence wherever they stand.
fn is_end_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | '…' | '｡')
}

/// The mark that closes an opening one.
fn closing_of(opening: char) -> Option<char> {
    Some(match opening {
        '（' => '）',
        '(' => ')',
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '【' => '】',
        '〔' => '〕',
        '[' => ']',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `expected` holds a bar between sentences.
    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let found: Vec<&str> =
            sentences(&text).into_iter().map(|range| range.slice(&text).unwrap()).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn marks_end_sentences() {
        check("");
        check("无标点");
        check("一句。|两句！|三句？|四句；|五句…|六句");
        check("真的吗？！|是的。");
        check("还有……|完。");
        check("早! |好? |走");
        check("第一.|第二;|第三");
    }

    #[test]
    fn a_newline_ends_everything() {
        check("标题\n|（未闭合。\n|下一行。|末");
        check("\n|\n|甲\n");
    }

    #[test]
    fn dots_in_numbers_and_marks_in_addresses_are_no_ends() {
        check("增长1.8倍，占37.5%。|达3．5亿。");
        check("见 http://a.example/b?c=1!d 一文。|完");
        check("版本v2.0;第3版");
    }

    #[test]
    fn pairs_shelter_what_they_hold() {
        check("会议（上午！下午？）结束。|散会");
        check("《走进来！》一书出版。|好");
        check("提出“一体化；高质量”的要求。|完");
        check("回答了“为什么？”的问题。|完");
        check("围绕“谁来转？”“怎么转？”等展开。|完");
    }

    #[test]
    fn a_quoted_sentence_ends_with_its_mark() {
        check("他说：“我们来了。我们走了。”|大家鼓掌。");
        check("“来了。”|“走吧！”|众人散去。");
        check("她问：\"去吗?\"|没有人答。");
        check("（记者甲报道。）|下一段。");
    }

    #[test]
    fn a_long_speech_shelters_nothing() {
        let clause = "协同创新需要时间".repeat(6);
        check(&format!("他说：“{clause}。|{clause}。”|完"));
        let short = "协同创新";
        check(&format!("他说：“{short}。{short}。”|完"));
    }

    #[test]
    fn a_mark_that_never_closes_shelters_nothing() {
        check("（一是创新。|二是协同。|三是开放");
        check("他说：“好。|走了。|完");
        check("甲）一句。|乙”两句。|完");
    }

    proptest! {
        #[test]
        fn sentences_tile_the_text(text in r#"([。！？!?；…“”‘’（）《》"\n .;甲乙a1]|\PC){0,60}"#) {
            let mut at = 0;
            for range in sentences(&text) {
                prop_assert_eq!(range.start(), at);
                prop_assert!(!range.is_empty());
                prop_assert!(range.slice(&text).is_some());
                at = range.end();
            }
            prop_assert_eq!(at as usize, text.len());
        }
    }
}
