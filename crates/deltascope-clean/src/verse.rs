//! A poem or the words of a song: short lines of words in a row, below a line of source, a headline or
//! who made it.
//!
//! `2022-05-18 来源:江畔网` above `火车把黄昏拖进站台`, `一节一节`, … → the lines are the story. Menus
//! have shorter lines, lists of headlines longer ones, and figures; both have links or bullets. What
//! readers wrote below weighs more than a poem, but it stands behind a head of its own.

use std::ops::Range;

use deltascope_model::{Hint, Tag};

use crate::block::{Block, COLON, is_han};
use crate::body::{self, Run};
use crate::hints::inside;
use crate::rules::Verdict;

/// The fewest lines.
const LEAST: usize = 8;
/// The fewest clauses of a poem of the old form.
const LEAST_CLAUSES: usize = 4;
/// The most lines; more are a list.
const MOST: usize = 300;
/// The longest line, in characters.
const LONGEST: usize = 24;
/// How many blocks below the line of source the first may stand.
const REACH: usize = 6;
/// How many blocks below the last line its time may stand.
const BELOW: usize = 2;
/// The fewest lines of a poem that nothing but its words betrays.
const LEAST_ALONE: usize = 10;
/// How much longer the longest line is than the shortest, in Han characters.
const SPREAD: usize = 4;
/// One of these stands in a fifth of the lines.
const TELLING: [char; 6] = ['的', '了', '着', '我', '你', '们'];
/// A label ends before so many bytes.
const LONGEST_LABEL: usize = 32;
/// Labels of those who made a song or a poem.
const MAKERS: [&str; 12] =
    ["作词", "作曲", "编曲", "填词", "谱曲", "演唱", "原唱", "歌手", "作者", "诗人", "词", "曲"];

/// The story's run: the longest poem of a page, where no prose outweighs it, or `prose`.
/// What the tags call an article, in `hints`, holds all of it; `repeated` says which blocks come again.
pub fn run(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    hints: &[Hint],
    repeated: &[bool],
    prose: Option<Run>,
) -> Option<Run> {
    let alone = prose.is_none();
    let poem = poem(blocks, verdicts, hints, repeated, alone).or_else(|| regular(blocks, verdicts));
    let Some(poem) = poem else { return prose };
    let poem = within(blocks, hints, &poem).unwrap_or(poem);
    let run = Run { blocks: poem, weight: body::LEAST, lines: true };
    let Some(prose) = prose else { return Some(run) };
    let (poem, below) = (&run.blocks, &prose.blocks);
    if poem.end > below.start {
        return Some(prose);
    }
    let parted = verdicts[poem.end..below.start]
        .iter()
        .any(|verdict| verdict.is_some_and(|verdict| verdict.weight <= -100));
    if parted {
        return Some(run);
    }
    if below.start - poem.end <= REACH {
        return Some(Run { blocks: poem.start..below.end, lines: true, ..prose });
    }
    let han = |blocks: &[Block]| blocks.iter().map(|block| block.han).sum::<usize>();
    Some(if han(&blocks[poem.clone()]) >= han(&blocks[below.clone()]) { run } else { prose })
}

/// The part of a poem that stands in the smallest element that may be an article and has most of it.
fn within(blocks: &[Block], hints: &[Hint], poem: &Range<usize>) -> Option<Range<usize>> {
    let parts = hints.iter().filter(|hint| hint.tag == Tag::Story).map(|hint| {
        let held = inside(blocks, hint.range);
        held.start.max(poem.start)..held.end.min(poem.end)
    });
    let most = parts.filter(|part| part.len() >= LEAST && part.len() * 2 > poem.len());
    most.min_by_key(Range::len)
}

/// The longest poem of a page, by block number.
/// `alone`: the page has no prose.
fn poem(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    hints: &[Hint],
    repeated: &[bool],
    alone: bool,
) -> Option<Range<usize>> {
    let is_line = |at: usize| {
        let (block, tags) = (&blocks[at], blocks[at].tags);
        let words = block.han >= 2 && block.han * 3 >= block.chars * 2 && block.chars <= LONGEST;
        verdicts[at].is_none() && words && !tags.linked && !tags.aside && !tags.headline
    };
    // A cry in Latin stands between lines.
    let is_between = |at: usize| {
        let (block, tags) = (&blocks[at], blocks[at].tags);
        let known = verdicts[at].is_some() || tags.linked || tags.aside || tags.headline;
        let latin = || {
            let marks = |char: char| !char.is_ascii_digit() && !char.is_ascii_punctuation();
            block.text.contains(|char: char| char.is_ascii_alphabetic())
                && block.text.chars().all(marks)
        };
        !known && block.chars <= LONGEST && latin() && at > 0 && is_line(at - 1)
    };
    let (mut from, mut best) = (0, 0..0);
    for at in 0..=blocks.len() {
        let opens =
            at < blocks.len() && is_maker(&blocks[at]) && !(at > 0 && is_maker(&blocks[at - 1]));
        if at < blocks.len() && (is_line(at) || is_between(at)) && !opens {
            continue;
        }
        let lines = from..at;
        from = if opens { at } else { at + 1 };
        if lines.len() <= best.len().max(LEAST - 1) || lines.len() > MOST {
            continue;
        }
        // The words of a song come again in it, entries of a menu elsewhere.
        let again = |at: &usize| {
            let same = |other: &Block| other.text == blocks[*at].text;
            repeated[*at]
                && !blocks[lines.clone()]
                    .iter()
                    .enumerate()
                    .any(|(nth, other)| lines.start + nth != *at && same(other))
        };
        let menu = lines.clone().filter(again).count() * LEAST > lines.len();
        let headed =
            || is_headed(blocks, verdicts, &lines) || within(blocks, hints, &lines).is_some();
        let telling = || alone && lines.len() >= LEAST_ALONE && tells(&blocks[lines.clone()], 3);
        if !menu && is_verse(&blocks[lines.clone()]) && (headed() || telling()) {
            best = lines;
        }
    }
    (!best.is_empty()).then_some(best)
}

/// A line of source, a headline, a time, or who made it stands above the lines or at the first; or
/// a line of source or a time right below them.
fn is_headed(blocks: &[Block], verdicts: &[Option<Verdict>], lines: &Range<usize>) -> bool {
    let dated = |at: usize| {
        let rule = verdicts[at].map(|verdict| verdict.rule);
        matches!(rule, Some("source-line" | "credit")) || is_timed(&blocks[at].text)
    };
    let made = |at: usize| blocks[at].tags.headline || is_maker(&blocks[at]);
    let above = lines.start.saturating_sub(REACH)..lines.start + 2;
    let below = lines.end..(lines.end + BELOW).min(blocks.len());
    above.clone().any(|at| dated(at) || made(at)) || below.clone().any(dated)
}

/// A time or a day stands in a line, whatever else does: `江畔客户端01-14 09:33+关注`.
fn is_timed(text: &str) -> bool {
    let digit = |byte: &u8| byte.is_ascii_digit();
    text.as_bytes()
        .windows(4)
        .any(|window| matches!(window, [a, b':' | b'-', b, c] if [a, b, c].into_iter().all(digit)))
}

/// `作词:张三`
fn is_maker(block: &Block) -> bool {
    let text = if block.holds(COLON) { &*block.text } else { "" };
    let head = &text[..text.floor_char_boundary(LONGEST_LABEL)];
    let label = head.split_once([':', '：']).map(|(label, _)| label.trim());
    label.is_some_and(|label| MAKERS.contains(&label))
}

/// The longest poem of the old form: clauses that are all of one length, `两岸人声静，一江灯火明。`
fn regular(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Option<Range<usize>> {
    let clauses = |at: usize| {
        let known = verdicts[at].is_some() || blocks[at].tags.linked || blocks[at].tags.aside;
        if known { None } else { clauses(&blocks[at].text) }
    };
    let (mut best, mut most, mut from) = (None, LEAST_CLAUSES - 1, 0);
    while from < blocks.len() {
        let Some((length, _)) = clauses(from) else {
            from += 1;
            continue;
        };
        let alike =
            (from..blocks.len()).map_while(|at| clauses(at).filter(|(other, _)| *other == length));
        let (lines, count) =
            alike.fold((0, 0), |(lines, sum), (_, count)| (lines + 1, sum + count));
        if count > most {
            (best, most) = (Some(from..from + lines), count);
        }
        from += lines;
    }
    best
}

/// How long the clauses of a line of verse are, in characters, and how many there are.
fn clauses(line: &str) -> Option<(usize, usize)> {
    const ENDS: [char; 5] = ['。', '，', '！', '？', '；'];
    let mut lengths = line
        .strip_suffix(ENDS)?
        .split(ENDS)
        .map(|clause| clause.chars().all(is_han).then(|| clause.chars().count()));
    let first = lengths.next()??;
    let rest = lengths.try_fold(1, |count, length| (length? == first).then_some(count + 1))?;
    (4..=7).contains(&first).then_some((first, rest))
}

/// One line in `share` tells of somebody or something.
fn tells(lines: &[Block], share: usize) -> bool {
    let count = lines.iter().filter(|line| line.text.contains(TELLING)).count();
    count * share >= lines.len()
}

/// The lines are as long as those of poems, hardly one has a figure, and some tell of somebody or
/// something, as entries of lists do not.
fn is_verse(lines: &[Block]) -> bool {
    let han: usize = lines.iter().map(|line| line.han).sum();
    let count =
        |test: fn(char) -> bool| lines.iter().filter(|line| line.text.contains(test)).count();
    let lengths = || lines.iter().map(|line| line.han);
    let spread = lengths().max().unwrap_or(0) - lengths().min().unwrap_or(0);
    lines.len() >= LEAST
        && han * 2 >= lines.len() * 9
        && han <= lines.len() * 11
        && count(|char| char.is_ascii_digit()) * 8 <= lines.len()
        && tells(lines, 5)
        && spread >= SPREAD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{blocks, repeated};
    use crate::rules::verdicts;

    #[track_caller]
    fn check(page: &str, lines: Option<usize>) {
        let blocks = blocks(page);
        let found = run(&blocks, &verdicts(&blocks), &[], &repeated(&blocks), None);
        assert_eq!(found.map(|run| run.blocks.len()), lines, "{page}");
    }

    const POEM: &str = "桥上的灯先亮了\n然后是船\n一盏接着一盏\n像谁在数从前的日子\n\n河水不说话\n它把影子折好\n放进口袋\n又继续往东边走去\n";

    #[test]
    fn a_poem_stands_below_its_source() {
        let source = "夜桥\n2022-05-18 来源:江畔网\n";
        check(&format!("首页\n要闻\n{source}{POEM}上一篇:晨雾\n"), Some(8));
        check(POEM, None);
        let offices = "民政局\n教育体育局\n工业和信息化局\n司法局\n区委办公室\n自然资源局\n农业农村局\n港航局\n";
        check(&format!("{source}{offices}"), None);
        check(&format!("{source}{}", "要闻\n国内\n体育新闻\n财经\n".repeat(4)), None);
    }

    #[test]
    fn the_words_of_a_song_come_again() {
        let song = format!("作词:张三\n{POEM}Oh oh\n{POEM}");
        check(&format!("首页\n要闻\n{song}热门歌曲\n晨雾\n"), Some(18));
    }

    #[test]
    fn what_readers_wrote_does_not_outweigh_a_poem() {
        let page = |head: &str| {
            let readers = "写得真好,我想起小时候住过的那座桥,桥下的船夫每晚都要唱一段才肯收工。\n";
            format!("2022-05-18 来源:江畔网\n{POEM}{head}{}", readers.repeat(4))
        };
        let found = |page: &str| {
            let blocks = blocks(page);
            let verdicts = verdicts(&blocks);
            let prose = body::Pulls::new(&blocks, &verdicts).run();
            let blocks =
                run(&blocks, &verdicts, &[], &repeated(&blocks), prose).map(|run| run.blocks);
            blocks.map_or(0, |blocks| blocks.len())
        };
        assert_eq!(found(&page("网友评论\n")), 8);
        // Prose right below belongs to it: a translation, or what it means.
        assert_eq!(found(&page("")), 12);
    }

    #[test]
    fn poems_of_the_old_form_have_clauses_of_one_length() {
        check("要闻\n两岸人声静，一江灯火明。\n渡船归去晚，犹有补网声。\n财经", Some(2));
        check("要闻\n两岸人声静，一江灯火通明。\n渡船归去晚，犹有补网声。\n财经", None);
        check("要闻\n两岸人声静，一江灯火明。\n财经", None);
    }

    #[test]
    fn headlines_are_no_verse() {
        let heads =
            "市图书馆延长开放到晚上十点\n游园会周末开幕花车巡游到深夜\n快线昨天开通三市不再换乘\n";
        let more = "新桥下月通车两岸居民盼了多年\n渔港开海首批船只今晨返航\n";
        let rest = "老街改造后迎来第一个春天\n夜班公交上坐着许多护士\n小学生给市长写信有回音\n";
        check(&format!("2022-05-18 来源:江畔网\n{heads}{more}{rest}"), None);
    }
}
