//! Blocks: the units that are labelled. A line, a cell between tabs, or a paragraph within a line.
//!
//! Flattened pages often set a whole article in one line, with a blank after each paragraph:
//! `…起施行。 这份决定…` → two blocks.

use std::borrow::Cow;

use deltascope_model::TextRange;
use deltascope_text::simplified;

use crate::hints::Tagged;

/// A run of text without the white space around it.
#[derive(Clone, Debug, Default)]
pub struct Block<'a> {
    /// Where it stands in the page.
    pub range: TextRange,
    /// Its text as written.
    pub raw: &'a str,
    /// Its text in Simplified characters, as many as `raw` has: what the rules look at.
    pub text: Cow<'a, str>,
    /// Number of the line it stands in, from 0.
    pub line: usize,
    /// A cell of a row that holds figures.
    pub row: bool,
    /// Characters that are not white space.
    pub chars: usize,
    /// Han characters.
    pub han: usize,
    /// Sentence ends (。！？；).
    pub ends: usize,
    /// Commas of both kinds; those that stand apart from their words are a tag cloud's.
    pub commas: usize,
    /// What the tags of its page say of it.
    pub tags: Tagged,
}

impl<'a> Block<'a> {
    fn new(page: &'a str, start: usize, end: usize, line: usize, row: bool) -> Self {
        let raw = &page[start..end];
        let block = Self {
            range: TextRange::of(start, end),
            raw,
            text: simplified(raw),
            line,
            row,
            chars: 0,
            han: 0,
            ends: 0,
            commas: 0,
            tags: Tagged::default(),
        };
        block.counted(raw)
    }

    /// Has the rules look at `read` in the place of `raw`: as many characters, as they were meant.
    pub fn read_as(&mut self, read: &str) {
        let block = std::mem::take(self);
        *self = Self { text: Cow::Owned(simplified(read).into_owned()), ..block.counted(read) };
    }

    fn counted(self, text: &str) -> Self {
        let (mut chars, mut han, mut ends, mut commas) = (0, 0, 0, 0);
        let mut spaced = false;
        for char in text.chars() {
            match char {
                '。' | '！' | '？' | '；' | '!' | '?' | ';' | '…' => ends += 1,
                '，' | '、' | ',' if !spaced => commas += 1,
                char if is_han(char) => han += 1,
                _ => {}
            }
            spaced = char.is_whitespace();
            chars += usize::from(!spaced);
        }
        Self { chars, han, ends, commas, ..self }
    }

    /// Ends as a sentence does, closing quotes and brackets aside.
    pub fn ends_sentence(&self) -> bool {
        let core = self.text.trim_end_matches(is_closing);
        core.ends_with(['。', '！', '？', '!', '?', '…', '；', ';'])
    }

    /// Running text by its own look: sentences, or a long line with clauses.
    pub fn is_prose(&self) -> bool {
        let sentences =
            self.ends > 0 && self.han >= 20 && (self.ends_sentence() || self.commas > 0);
        let clauses = self.han >= 40 && self.commas >= 2;
        let mostly_words = self.han * 2 > self.chars;
        (sentences || clauses) && mostly_words
    }
}

/// Han characters, extension A included.
pub fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// White space as pages use it: zero-width characters and stray marks included.
pub fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
}

fn is_closing(char: char) -> bool {
    matches!(char, '”' | '’' | '」' | '』' | '）' | ')' | '】' | '》' | ']' | '"')
}

/// The page as blocks, in order. What lies between two blocks is white space.
pub fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for (line, text) in page.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']).enumerate() {
        let row = is_row(text);
        for (from, to) in pieces(text) {
            let piece = &text[from..to];
            let inner = piece.trim_matches(is_blank);
            if !inner.is_empty() {
                let lead = piece.len() - piece.trim_start_matches(is_blank).len();
                let at = start + from + lead;
                blocks.push(Block::new(page, at, at + inner.len(), line, row));
            }
        }
        start += text.len();
    }
    blocks
}

/// Two cells and more, short ones, with a figure among them: `滨江\t642.3\t+3.7%`.
fn is_row(line: &str) -> bool {
    let cells = || line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let is_figure = |cell: &str| {
        let figures = cell.chars().filter(char::is_ascii_digit).count();
        figures > 0 && cell.chars().count() <= figures + 6 && !cell.contains(':')
    };
    line.contains('\t')
        && cells().count() >= 2
        && cells().all(|cell| cell.chars().count() <= 30)
        && cells().any(is_figure)
}

/// A headline of two halves is no longer than this, in bytes.
const HEADLINE: usize = 120;

/// A line's pieces: between tabs, at a double ideographic space, and after a sentence end that
/// white space follows. A short line without a full stop may be a headline of two halves
/// (`游园会人多吗? 早到的不用排队`) and stays whole after `？` and `！`.
fn pieces(line: &str) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let headline = line.len() <= HEADLINE && !line.contains('。');
    let (mut from, mut last, mut closed) = (0, ' ', false);
    for (at, char) in line.char_indices() {
        let gap = char == '\t'
            || (closed && is_blank(char))
            || (char == '\u{3000}'
                && last == '\u{3000}'
                && !line[from..at].trim_matches(is_blank).is_empty());
        if gap {
            pieces.push((from, at));
            from = at;
        }
        closed = char == '。'
            || !headline && matches!(char, '！' | '？')
            || (closed && is_closing(char));
        last = char;
    }
    pieces.push((from, line.len()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        let found: Vec<&str> = blocks(page).into_iter().map(|block| block.raw).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_cells_and_paragraphs_are_blocks() {
        check("  首页 \n\n\u{3000}\u{3000}第一段。\r\n", &["首页", "第一段。"]);
        check("甲。 乙。” 丙", &["甲。", "乙。”", "丙"]);
        check("栏目一\t栏目二", &["栏目一", "栏目二"]);
        check("标题 副标题", &["标题 副标题"]);
        check("人多吗？ 早到的不用排队", &["人多吗？ 早到的不用排队"]);
        check("甲\u{3000}\u{3000}乙", &["甲", "乙"]);
        check("\u{feff}\n \t", &[]);
    }

    #[test]
    fn prose_is_told_from_menus() {
        let prose = |text: &str| blocks(text)[0].is_prose();
        assert!(prose("两地科技部门上周商定,共用一批大型仪器,费用由双方分担。"));
        assert!(!prose("首页 要闻 财经 体育 娱乐 科技 房产 汽车"));
        assert!(!prose("点赞。"));
    }
}
