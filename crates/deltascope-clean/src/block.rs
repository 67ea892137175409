//! Blocks: the units that are labelled. A line, a cell between tabs, or a paragraph within a line.
//!
//! Flattened pages often set a whole article in one line, with a blank after each paragraph:
//! `…起施行。 这份决定…` → two blocks.

use std::borrow::Cow;

use deltascope_model::TextRange;
use deltascope_text::simplified;

use crate::hints::Tagged;
use crate::scan::{self, Asker, Piece, is_closing, pieces};

use crate::words::Told;

pub use crate::scan::{COLON, DIGIT, TWICE, is_blank, is_han};

/// As many short lines in a row may be the cells of a table.
const TABLE: usize = 8;
/// A longer line is no cell, in characters.
const LONGEST_CELL: usize = 14;
/// As many entries with an amount each are a list of what is needed.
const AMOUNTS: usize = 3;
/// The head of a column that numbers the rows of a table, and how long its cells are at most.
const NUMBERS: [&str; 5] = ["序号", "编号", "名次", "排名", "排序"];
const LONGEST_NUMBERED: usize = 60;
/// More columns has hardly a table.
const MOST_COLUMNS: usize = 12;
/// A longer line is no line of code, in characters.
const LONGEST_CODE: usize = 160;

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
    /// What its characters are, all signs together.
    signs: u16,
    /// The words that stand in it.
    told: Told,
    /// It ends as a sentence does, closing quotes and brackets aside.
    sentence: bool,
    /// It is running text by its own look.
    prose: bool,
    /// What the tags of its page say of it.
    pub tags: Tagged,
}

impl<'a> Block<'a> {
    fn new(line: &'a str, piece: &Piece, start: usize, number: usize, row: bool) -> Self {
        let raw = &line[piece.start..piece.end];
        let text = if piece.turns() { simplified(raw) } else { Cow::Borrowed(raw) };
        let range = TextRange::of(start + piece.start, start + piece.end);
        let block = Self { range, raw, line: number, row, told: piece.told, ..Self::default() };
        block.saying(text, piece)
    }

    /// Has the rules look at `read` in the place of `raw`: as many characters, as they were meant.
    pub fn read_as(&mut self, read: &str) {
        let text = Cow::Owned(simplified(read).into_owned());
        *self = std::mem::take(self).saying(text, &Piece::whole(read));
    }

    /// With a text and what stands in it; the words as written stay.
    fn saying(self, text: Cow<'a, str>, piece: &Piece) -> Self {
        let told = match &text {
            Cow::Borrowed(_) => self.told,
            Cow::Owned(text) => scan::told(text, self.told),
        };
        let Piece { chars, han, ends, commas, signs, .. } = *piece;
        let mut block = Self { text, chars, han, ends, commas, signs, told, ..self };
        // Both are asked for over and over.
        block.sentence = block.closes();
        block.prose = block.runs();
        block
    }

    /// Which of an asker's lists have a word in the block: bit 0 for the first list.
    pub fn told(&self, asker: Asker) -> u32 {
        asker.told(self.told)
    }

    /// A character with one of these signs stands in it: [`COLON`], [`DIGIT`].
    pub fn holds(&self, signs: u16) -> bool {
        self.signs & signs != 0
    }

    /// Ends as a sentence does, closing quotes and brackets aside; speech may break off, `“可是——”`.
    pub fn ends_sentence(&self) -> bool {
        self.sentence
    }

    /// Running text by its own look: sentences, or a long line with clauses.
    pub fn is_prose(&self) -> bool {
        self.prose
    }

    fn closes(&self) -> bool {
        let core = self.text.trim_end_matches(is_closing);
        let broken = core.len() < self.text.len() && core.ends_with('—');
        broken || core.ends_with(['。', '！', '？', '!', '?', '…', '；', ';'])
    }

    fn runs(&self) -> bool {
        let sentences =
            self.ends > 0 && self.han >= 20 && (self.ends_sentence() || self.commas > 0);
        // What announces a list or a table is a sentence too.
        let announces = self.han >= 20 && self.commas >= 2 && self.text.ends_with([':', '：']);
        let clauses = self.han >= 40 && self.commas >= 2 || announces;
        // Names with numbers between many commas: the players of a match, `2-吴铮、5-罗海、…`.
        let listed = self.ends + self.commas >= 5 && self.han * 3 > self.chars;
        (sentences || clauses) && (self.han * 2 > self.chars || listed || self.is_mixed())
    }

    /// Mostly Chinese where names in Latin and figures count as a word each:
    /// `把 HashMap<String, Route> 换成 ArcSwap 之后,锁竞争基本消失。`
    fn is_mixed(&self) -> bool {
        self.han * 4 > self.chars && self.han * 2 > self.words()
    }

    /// Han characters, marks of Chinese, and runs of others.
    pub fn words(&self) -> usize {
        let is_own = |char: char| {
            is_han(char)
                || ['，', '。', '、', '：', '；', '！', '？', '“', '”', '（', '）', '《', '》']
                    .contains(&char)
        };
        let runs = self.text.split(|char| char == ' ' || is_own(char));
        self.text.chars().filter(|char| is_own(*char)).count()
            + runs.filter(|run| !run.is_empty()).count()
    }

    /// A line of code by its look: marks of code, and hardly a Chinese word.
    pub fn is_code(&self) -> bool {
        self.han * 4 < self.chars
            && self.chars <= LONGEST_CODE
            && self.text.contains(['=', '{', '}', '(', ';', '<', '$', '\\', '"'])
            && self.text.contains(|char: char| {
                char.is_ascii_alphabetic() || ['{', '}', '(', ')'].contains(&char)
            })
            && !self.text.contains(['•', '©', '®'])
            && !self.text.contains("://")
    }
}

/// The page as blocks, in order. What lies between two blocks is white space.
pub fn blocks(page: &str) -> Vec<Block<'_>> {
    // A block for so many bytes is usual.
    let mut blocks = Vec::with_capacity(page.len() / 24);
    let mut start = 0;
    let may_row = memchr::memchr(b'\t', page.as_bytes()).is_some();
    for (number, line) in lines(page).enumerate() {
        let row = may_row && is_row(line);
        pieces(line, |piece| blocks.push(Block::new(line, &piece, start, number, row)));
        start += line.len();
    }
    mark_tables(&mut blocks);
    mark_numbered(&mut blocks);
    mark_amounts(&mut blocks);
    blocks
}

/// How many blocks a page has.
pub fn count(page: &str) -> usize {
    let mut count = 0;
    lines(page).for_each(|line| pieces(line, |_| count += 1));
    count
}

/// Marks the cells of tables that stand in a line each, as flattened pages have them: short lines in
/// a row, some of them figures, `标准厂房`, `14.8`, `35.9%`, `股权投资`, `13.5`, `32.8%`.
fn mark_tables(blocks: &mut [Block]) {
    let is_cell = |block: &Block| {
        let entry = || block.text.starts_with(['•', '#', '@']);
        let label = || block.holds(COLON) && block.text.contains(':') && !is_hours(&block.text);
        block.chars <= LONGEST_CELL && !block.ends_sentence() && !entry() && !label()
    };
    for row in
        blocks.chunk_by_mut(|one, next| is_cell(one) && is_cell(next) && one.line != next.line)
    {
        if row.len() < TABLE {
            continue;
        }
        let figures = row.iter().filter(|block| is_figure(&block.text)).count();
        if figures * 5 >= row.len() && figures * 4 <= row.len() * 3 {
            for block in row {
                block.row = true;
            }
        }
    }
}

/// Marks the cells of a table whose first column numbers its rows, whatever stands in the others:
/// `序号`, `任务`, `期限`, `1`, `积水点建档`, `六月`, `2`, `管网清淤`, `四月`.
fn mark_numbered(blocks: &mut [Block]) {
    let mut from = 0;
    let is_head = |block: &Block| block.chars == 2 && NUMBERS.contains(&&*block.text);
    while let Some(head) = (from..blocks.len()).find(|at| is_head(&blocks[*at])) {
        let (mut last, mut width, mut count) = (head, 0, 0);
        let is_cell = |block: &Block| !block.ends_sentence() && block.chars <= LONGEST_NUMBERED;
        loop {
            let number = (count + 1).to_string();
            let cells = blocks[last + 1..].iter().take(MOST_COLUMNS);
            let Some(gap) =
                cells.take_while(|cell| is_cell(cell)).position(|cell| cell.text == number)
            else {
                break;
            };
            (last, width, count) = (last + gap + 1, gap.max(width), count + 1);
        }
        from = head + 1;
        if count >= 2 && width > 0 {
            from = blocks.len().min(last + width + 1);
            let ends = blocks[last + 1..from].iter().position(|cell| !is_cell(cell));
            from = ends.map_or(from, |ends| last + 1 + ends);
            blocks[head..from].iter_mut().for_each(|cell| cell.row = true);
        }
    }
}

/// Marks entries of a list that stand above how much of them is needed: `• 大米`, `100克`, `• 盐`, `适量`.
fn mark_amounts(blocks: &mut [Block]) {
    let is_name = |block: &Block| block.text.starts_with('•') && block.chars <= LONGEST_CELL;
    let is_amount = |block: &Block| {
        block.han > 0
            && block.chars <= LONGEST_CELL
            && !block.text.starts_with('•')
            && is_figure(&block.text)
            && !block.text.contains(['年', '月', '日'])
    };
    let is_pair = |pair: &[Block]| is_name(&pair[0]) && is_amount(&pair[1]);
    let mut from = 0;
    while from + 1 < blocks.len() {
        let pairs = blocks[from..].chunks_exact(2).take_while(|pair| is_pair(pair)).count();
        if pairs >= AMOUNTS {
            blocks[from..from + pairs * 2].iter_mut().for_each(|block| block.row = true);
        }
        from += 1 + pairs * 2;
    }
}

/// A number with a unit or without: `14.8`, `35.9%`, `4台`; or how much of something: `半勺`, `适量`.
fn is_figure(text: &str) -> bool {
    let vague = ["适量", "少许", "若干"].contains(&text);
    let few = text.starts_with(['半', '几', '两']) && text.chars().count() <= 3;
    if vague || few || is_hours(text) {
        return true;
    }
    // `1块(约400克)`
    let text = text.split(['(', '（']).next().unwrap_or(text);
    let number = text.trim_start_matches(['+', '-']);
    let unit =
        number.trim_start_matches(|char: char| char.is_ascii_digit() || ['.', ','].contains(&char));
    unit.len() < number.len()
        && (unit == "%"
            || unit.chars().count() <= 2 && unit.chars().all(is_han)
            || unit.len() <= 3 && unit.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// From when to when: `9:00—17:00`.
fn is_hours(text: &str) -> bool {
    // Nearly no cell may be one.
    if !text.starts_with(|char: char| char.is_ascii_digit()) || !text.contains(':') {
        return false;
    }
    let dash = |char: char| ['—', '-', '–', '~', '至', ' '].contains(&char);
    let clock = |text: &str| {
        text.contains(':') && text.chars().all(|char| char.is_ascii_digit() || char == ':')
    };
    let span = text.split_once(dash);
    span.is_some_and(|(from, to)| clock(from) && clock(to.trim_start_matches(dash)))
}

/// For each block whether its text stands on the page once more.
pub fn repeated(blocks: &[Block]) -> Vec<bool> {
    // By length and end first, which tell most texts apart.
    let key = |at: usize| {
        let text = blocks[at].text.as_bytes();
        let end = text.iter().rev().take(4).fold(0, |key, byte| key << 8 | u64::from(*byte));
        ((text.len() as u64) << 32 | end, at)
    };
    let mut order: Vec<(u64, usize)> = (0..blocks.len()).map(key).collect();
    order.sort_unstable_by(|one, other| {
        let text = |at: usize| &blocks[at].text;
        one.0.cmp(&other.0).then_with(|| text(one.1).cmp(text(other.1)))
    });
    let mut repeated = vec![false; blocks.len()];
    let is_same = |one: &(u64, usize), other: &(u64, usize)| {
        one.0 == other.0 && blocks[one.1].text == blocks[other.1].text
    };
    for alike in order.chunk_by(is_same) {
        for (_, at) in alike {
            repeated[*at] = alike.len() > 1;
        }
    }
    repeated
}

/// The lines of a page, each with its end: LF, CR, or a separator of Unicode.
fn lines(page: &str) -> impl Iterator<Item = &str> {
    // Quotation marks begin with the same byte as the separators, which hardly any page has.
    let separated = ["\u{2028}", "\u{2029}"]
        .iter()
        .any(|mark| memchr::memmem::find(page.as_bytes(), mark.as_bytes()).is_some());
    let third = if separated { b'\xe2' } else { b'\n' };
    let ends = memchr::memchr3_iter(b'\n', b'\r', third, page.as_bytes());
    let ends = ends.filter_map(|at| match page.as_bytes()[at..] {
        [b'\n' | b'\r', ..] => Some(at + 1),
        [_, 0x80, 0xa8 | 0xa9, ..] => Some(at + 3),
        _ => None,
    });
    let mut from = 0;
    let line = move |to| &page[std::mem::replace(&mut from, to)..to];
    ends.chain([page.len()]).map(line).filter(|line| !line.is_empty())
}

/// Two cells and more, short ones, with a figure among them: `滨江\t642.3\t+3.7%`.
fn is_row(line: &str) -> bool {
    let cells = || line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let is_figure = |cell: &str| {
        let figures = cell.chars().filter(char::is_ascii_digit).count();
        figures > 0 && cell.chars().count() <= figures + 6 && !cell.contains(':')
    };
    memchr::memchr(b'\t', line.as_bytes()).is_some()
        && cells().count() >= 2
        && cells().all(|cell| cell.chars().count() <= 30)
        && cells().any(is_figure)
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
        check("甲\u{2028}“乙”\u{2029}丙\r丁", &["甲", "“乙”", "丙", "丁"]);
    }

    #[test]
    fn prose_is_told_from_menus() {
        let prose = |text: &str| blocks(text)[0].is_prose();
        assert!(prose("两地科技部门上周商定,共用一批大型仪器,费用由双方分担。"));
        assert!(!prose("首页 要闻 财经 体育 娱乐 科技 房产 汽车"));
        assert!(prose("因空调检修,自11月4日起,三楼自习室调整开放时间,具体安排如下:"));
        assert!(!prose("点赞。"));
        assert!(prose(
            "把 HashMap<String, Vec<Route>> 换成 arc_swap::ArcSwap 之后,锁的竞争基本消失,查询也比以前快了两成。"
        ));
        assert!(!prose(
            "下载 Setup_x64_2.4.1.exe;说明 README.md;源码 github.com/example/tools;更新 2024-06-05 的版本,请从这里下载"
        ));
    }

    #[test]
    fn tables_of_a_cell_a_line_are_told() {
        let rows = |page: &str| blocks(page).into_iter().filter(|block| block.row).count();
        let table = "用途\n金额\n占比\n厂房\n14.8\n35.9%\n股权\n13.5\n32.8%\n";
        assert_eq!(rows(table), 9);
        let recipe = "豆腐\n1块(约400克)\n大葱\n2根\n生抽\n半勺\n淀粉\n适量\n";
        assert_eq!(rows(recipe), 8);
        assert_eq!(rows("1\n2\n3\n4\n5\n6\n7\n8\n9\n下一页"), 0);
        let hours =
            "区域\n工作日\n周末\n自习室\n9:00—17:00\n9:00—20:00\n报刊室\n暂停\n9:00—17:00\n";
        assert_eq!(rows(hours), 9);
        assert_eq!(rows(&hours.replace("—17:00", ":17").replace("—20:00", ":20")), 0);
        assert_eq!(
            rows("快线开通\n10:20\n游园会开幕\n10:40\n片单公布\n11:00\n湖滨路改造\n11:20\n"),
            0
        );
        assert_eq!(rows("首页\n要闻\n财经\n体育\n娱乐\n科技\n房产\n汽车"), 0);
    }

    #[test]
    fn lists_of_amounts_are_told() {
        let rows = |page: &str| blocks(page).into_iter().filter(|block| block.row).count();
        let list = "食材\n• 大米\n100克\n• 皮蛋\n2个\n• 盐\n适量\n步骤\n";
        assert_eq!(rows(list), 6);
        assert_eq!(rows(&list.replace('•', "")), 8);
        assert_eq!(rows("• 首页\n要闻\n• 财经\n体育\n• 娱乐\n科技\n"), 0);
        assert_eq!(rows("• 快线开通\n6月5日\n• 片单公布\n6月4日\n• 游园会\n6月3日\n"), 0);
        assert_eq!(rows("• 汽车\n32\n• 房产\n7\n• 读书\n18\n"), 0);
    }

    #[test]
    fn tables_that_number_their_rows_are_told() {
        let rows = |page: &str| blocks(page).into_iter().filter(|block| block.row).count();
        let table =
            "序号\n任务\n单位\n期限\n1\n积水点建档\n住建局\n六月\n2\n管网清淤\n排水公司\n四月\n";
        assert_eq!(rows(&format!("{table}保障措施如下。")), 12);
        assert_eq!(rows(&table.replace("\n任务", "\t任务").replace("\n管网", "\t管网")), 12);
        assert_eq!(rows(&table.replace("\n2", "\n甲")), 0);
        assert_eq!(rows(&table.replace("住建局", "积水点建档已经完成。")), 0);
        assert_eq!(rows(&table.replace("序号", "热榜")), 0);
        assert_eq!(rows("排名\n1\n2\n3\n下一页"), 0);
    }

    #[test]
    fn code_is_told_by_its_marks() {
        let code = |text: &str| blocks(text)[0].is_code();
        for text in [
            "let tool = find(7);",
            "}",
            "$ df -h /var",
            "// 每天 book(tool)",
            "SELECT id FROM t_tool;",
        ] {
            assert!(code(text), "{text}");
        }
        for text in ["首页", "© 2020 (江畔)", "Advertisement", "3.8 GB", "预约(工作日)"] {
            assert!(!code(text), "{text}");
        }
    }
}
