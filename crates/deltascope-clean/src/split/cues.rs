//! What the lines at a place say of it: whether a story ends there and another begins.

use super::is_headline;
use crate::block::Block;
use crate::pattern::Pattern;
use crate::rules::Verdict;

/// A line this long, in Han characters, is a whole story set in one line.
const STORY_LINE: usize = 400;
/// How many headlines may stand between a place and the paragraph that opens the story.
const HEADLINES: usize = 3;
/// Only so many bytes at a paragraph's start or end are looked at.
const REACH: usize = 150;

/// A longer line heads no box, in characters.
const LONGEST_BOX: usize = 12;

/// The factor of a place where a dateline opens what follows.
const OPENED: f64 = 0.43;
/// The factor of one where a line closes what came before.
const CLOSED: f64 = 0.46;

/// `本报上海8月3日电`, `（某某社某地3日电）`, `【记者某某／某地报道】`.
static DATELINE: Pattern = Pattern::new(concat!(
    r"^[(（【\[〔〖]?(?:本报|本社|本网|(?:据)?[\p{Han}A-Za-z0-9]{2,6}(?:社|网|报|讯))[\p{Han}]{0,8}(?:\d{1,2}月)?(?:\d{1,2}日)?",
    r"(?:电|讯|报道|消息|综合报道|\])[\s(（】\])）〕〗:：,，]",
    r"|^[(（【\[〔〖][\p{Han}]{2,6}(?:社|网|报|讯)[】\])）〕〗]|^\d{1,2}月\d{1,2}日(?:消息|电|讯)",
    r"|^[(（【\[〔〖]?(?:[\p{Han}]{2,8}[/／ ])?(?:本报)?记者[\p{Han}]{2,4}[/／]?[\p{Han}]{0,6}(?:报道|报导|电|讯)",
    r"|^[(（【\[〔〖][^】\])）〕〗]{0,16}(?:记者|讯|报道|报导)[^】\])）〕〗]{0,10}[】\])）〕〗]",
    r"|^[\p{Han}]{2,8}(?:讯|电)[\s:：(（]",
));
static OPENING: Pattern = Pattern::new(
    r"^(?:[\p{Han}]{0,12}(?:近日|日前|昨日|昨天|今日|今天|昨晚)|\d{1,2}月\d{1,2}日|\d{1,2}日)[\p{Han}，,]",
);
/// What speaks of something said before: `此外,…`, `他说`, `第二,…`, `3、…`.
static ONWARD: Pattern = Pattern::new(concat!(
    r"^[“「『]?(?:他|她|它|该|此|这|那|其|另|同时|但|而|不过|然而|因此|所以|于是|随后|之后|对此|据了解|据悉|据介绍|也|并|至于",
    r"|首先|最后|当时|目前|除|不仅|虽然|尽管|如|例如|比如|以|接着|事实上|有[人的]|问|答|记者(?:昨|今|从|了|发|在|随|注|看|采|走|查|致|也|还|又|联|问|获)",
    r"|第?[一二三四五六七八九十]{1,3}[、是，章条步]|第[一二三四五六七八九十]|\d{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)])",
));
/// The head of a box beside the story that it belongs to: `新闻链接`, `背景资料`, `■小贴士`.
static BOX: Pattern = Pattern::new(
    r"^[\s■●◆▶>【\[]*\p{Han}{0,2}(?:链接|背景|资料|贴士|解释|延伸|手记|对话|声音|回顾|附录|档案)[\s:：】\]]*$",
);
/// Who speaks in an interview: `主持人:…`.
static SPEAKER: Pattern = Pattern::new(r"^[\p{Han}A-Za-z·（）()]{1,10}[:：]");
/// The credit or the mark with which a story ends: `(记者张三)`, `（完）`, `(李四)`.
static SIGNED: Pattern = Pattern::new(concat!(
    r"[（(【\[〔](?:[^（(【\[〔]{0,24}(?:记者|完|通讯员|编辑|文/|摄|实习|报道|综合)[^（(【\[〔]{0,16}",
    r"|[\p{Han}·\s/／]{2,12})[)）】\]〕]\s*$",
));

/// The text opens with a dateline.
pub fn is_dateline(text: &str) -> bool {
    DATELINE.is_match(start(text))
}

/// What the lines at a place say.
#[derive(Clone, Copy, Debug)]
pub struct Cues {
    /// How the lines weigh the share of the place's two sides: below one where they speak for two
    /// stories, above where they speak for one.
    pub factor: f64,
    /// A dateline stands there, or a line with which stories end or begin.
    pub marked: bool,
}

/// A place between two blocks of a part.
pub struct Place<'a> {
    blocks: &'a [Block<'a>],
    part: &'a [usize],
    /// What stands behind it is this block of the part.
    nth: usize,
    /// The blocks of the part that close what came before and open what follows, headlines aside.
    closes: usize,
    opens: usize,
    /// A line with which stories end or begin stands between them.
    edge: bool,
}

impl<'a> Place<'a> {
    /// The place before a block of a part.
    pub fn new(
        blocks: &'a [Block<'a>],
        verdicts: &[Option<Verdict>],
        part: &'a [usize],
        nth: usize,
    ) -> Self {
        let line = |nth: &usize| is_headline(&blocks[part[*nth]]);
        let opens = (nth..part.len().min(nth + HEADLINES)).find(|nth| !line(nth)).unwrap_or(nth);
        let closes =
            (nth.saturating_sub(HEADLINES)..nth).rev().find(|nth| !line(nth)).unwrap_or(nth - 1);
        let edge = verdicts[part[closes] + 1..part[opens]].iter().flatten().any(is_edge);
        Self { blocks, part, nth, closes, opens, edge }
    }

    /// Cues have no smaller factor here.
    pub fn least_factor(&self) -> f64 {
        let closing = self.blocks[self.part[self.closes]].text.trim_end();
        let may_close = self.edge || closing.ends_with([')', '）', '】', ']', '〕']);
        OPENED * if may_close { CLOSED } else { 1.0 }
    }
}

/// Reads the lines before and behind a place.
pub fn cues(place: &Place<'_>) -> Cues {
    let Place { blocks, part, nth, closes, opens, edge } = *place;
    let line = |nth: &usize| is_headline(&blocks[part[*nth]]);
    let opening = start(&blocks[part[opens]].text);
    let closing = end(&blocks[part[closes]].text);
    let mut factor = 1.0;
    let dateline = is_dateline(opening);
    if dateline {
        factor *= OPENED;
    } else if OPENING.is_match(opening) {
        factor *= 0.82;
    }
    if ONWARD.is_match(opening) || opens != nth && ONWARD.is_match(start(&blocks[part[nth]].text)) {
        factor *= 2.9;
    }
    if SPEAKER.is_match(opening) {
        factor *= if SPEAKER.is_match(start(&blocks[part[closes]].text)) { 1.6 } else { 1.15 };
    }
    if edge || SIGNED.is_match(closing) {
        factor *= CLOSED;
    }
    if closing.ends_with([':', '：']) {
        factor *= 1.4;
    }
    // What heads a paragraph stands with it.
    if line(&(nth - 1)) {
        factor *= 1.9;
    }
    let mut between = part[closes + 1..=opens].iter().map(|at| &blocks[*at]);
    let boxed = between.any(|block| block.chars <= LONGEST_BOX && BOX.is_match(&block.text));
    if boxed {
        factor *= 2.9;
    }
    Cues { factor, marked: (dateline || edge) && !boxed }
}

/// The line is one with which a story ends or begins.
fn is_edge(verdict: &Verdict) -> bool {
    matches!(verdict.rule, "disclaimer" | "editor-line" | "credit" | "source-line")
}

/// Both places stand in lines of their own that hold a whole story each.
pub fn is_line_each(blocks: &[Block], lines: &[usize], last: usize, first: usize) -> bool {
    let (last, first) = (blocks[last].line, blocks[first].line);
    last != first && lines[last] >= STORY_LINE && lines[first] >= STORY_LINE
}

fn start(text: &str) -> &str {
    &text[..text.floor_char_boundary(REACH)]
}

fn end(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(REACH))..]
}
