//! A spam keyword spliced in at a clause end: `战略以来某某炒股,三市合作` → `战略以来,三市合作`.
//!
//! 1. Keywords that the page shows in its furniture: the word before a title (`某某炒股 三市共用仪器`),
//!    the parts of the site's name (`某某策略_股票杠杆_线上配资`).
//! 2. Compounds of the words of such spam alone (`股票配资平台`), where the story says the foul word
//!    nowhere but at clause ends: an article on the subject says it inside its clauses too, and
//!    loses nothing.
//!
//! Where the story says foul words in such keywords alone, and nothing above it speaks of them, they
//! are cut inside its clauses, too: `港口正规配资公司首日有四十条船` → `港口首日有四十条船`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Cut, FOUL as FOUL_LIST, noise};
use crate::block::{Block, is_han};
use crate::pattern::Pattern;
use crate::scan::Asker;
use crate::words::Words;

/// Words that stand in no honest site's menu; `彩票` or `直播` do.
pub(super) const FOUL: [&str; 36] = [
    "配资",
    "炒股",
    "博彩",
    "棋牌",
    "百家乐",
    "娱乐城",
    "私服",
    "外围",
    "下注",
    "投注",
    "赌场",
    "老虎机",
    "六合彩",
    "时时彩",
    "色情",
    "情色",
    "在线观看",
    "股票开户",
    "股票杠杆",
    "实盘开户",
    "杠杆炒",
    "牛牛",
    "必中",
    "特码",
    "三肖",
    "配資",
    "百家樂",
    "娛樂城",
    "外圍",
    "賭場",
    "老虎機",
    "時時彩",
    "在線觀看",
    "股票開戶",
    "股票槓桿",
    "實盤開戶",
];

/// Most keywords of a page: each is looked for in each paragraph.
const MOST: usize = 200;
/// What parts the words of the furniture.
const MARKS: [char; 10] = ['_', '|', '-', ' ', '>', ':', '•', '*', '：', '\u{3000}'];
static FOUL_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&[&FOUL]]));

/// Characters of the longest keyword.
const LONGEST: usize = 14;

static COMPOUND: Pattern = Pattern::new(concat!(
    r"(?i)(?:线上|在线|网上|网络|按月|按天|按周|免息|線上|在線|網上|專業|正規|期貨|證券|實盤|槓桿|配資|娛樂|電子|國際|澳門|专业|正规|股票|期货|证券|实盘|杠杆|场内|十大|全国|最新|手机|真人|体育|正版|免费|高清|合法|靠谱|低息|炒股|配资|博彩|棋牌|娱乐|投注|下注|百家乐|彩票|电子|国际|澳门|皇冠|买球|盘口)*",
    r"(?:配资|配資|百家樂|娛樂城|時時彩|賭場|老虎機|在線觀看|炒股|博彩|棋牌|百家乐|娱乐城|私服|投注|下注|老虎机|时时彩|六合彩|股票杠杆|实盘开户|股票开户|在线观看|赌场|真人娱乐)",
    r"(?:平臺|網站|軟件|軟體|下載|入口|登錄|註冊|開戶|門戶|網址|網|論壇|槓桿|配資|平台|公司|网站|官网|软件|app|下载|入口|登录|注册|开户|门户|网址|网|之家|论坛|查询|排名|导航|杠杆|配资|炒股|利息|策略|加盟|代理|交易|大全|技巧|视频|直播|游戏|推荐|流程|技术|免费|安全|怎么样|哪家好)*",
));

/// The spam keywords that the page shows, longest first. `story` are its body's blocks.
pub fn keywords(blocks: &[Block], story: &[usize]) -> Vec<String> {
    let foul: Vec<&Block> =
        blocks.iter().filter(|block| block.told(Asker::Inline) & FOUL_LIST != 0).collect();
    // Nearly every page ends here.
    if foul.is_empty() {
        return Vec::new();
    }
    let mut found = BTreeSet::new();
    for block in foul.iter().filter(|block| !block.is_prose()) {
        let text = block.raw.trim_start_matches(['•', '·', ' ']);
        if let Some((head, rest)) = text.split_once([' ', '\u{3000}'])
            && !rest.trim().is_empty()
        {
            found.insert(head);
        }
        found.extend(block.raw.split(MARKS));
    }
    // One foul part betrays the others of a site's name.
    let named: BTreeSet<&str> = foul
        .iter()
        .filter(|block| block.raw.contains(['_', '*']))
        .filter(|block| block.raw.split(['_', '*']).any(is_spam))
        .flat_map(|block| block.raw.split(['_', '*', ' ', '>', ':']))
        .collect();
    let mut found: Vec<String> = found
        .into_iter()
        .chain(named.iter().copied())
        .map(str::trim)
        .filter(|word| is_spam(word) || named.contains(word) && is_word(word))
        .map(str::to_owned)
        .collect();
    found.extend(compounds(blocks, story));
    found.sort_by_key(|word| (usize::MAX - word.len(), word.clone()));
    found.dedup();
    found.truncate(MOST);
    found
}

/// The story is another one that the keywords are strewn into: it says foul words in those alone that
/// the furniture shows, more than once, and what stands above it says them as words of their own.
pub fn is_strewn(blocks: &[Block], story: &[usize], shown: &[String]) -> bool {
    let (Some(first), true) = (story.first(), shown.len() >= 2) else { return false };
    let foul = |block: &&Block| block.told(Asker::Inline) & FOUL_LIST != 0;
    // A headline that has a foul word in it is no keyword.
    let strewn = |word: &str| {
        let compound = COMPOUND.find(word).is_some_and(|found| found.range() == (0..word.len()));
        compound || story.iter().any(|at| blocks[*at].raw.contains(word))
    };
    let apart = |block: &Block| {
        let parts = || block.raw.split(MARKS).filter(|part| FOUL_WORDS.told(part).any());
        parts().all(is_spam) && (parts().nth(1).is_some() || parts().all(strewn))
    };
    let mut count = 0;
    let mut only = |block: &Block| {
        let mut rest = block.raw.to_owned();
        for word in shown {
            count += rest.matches(word.as_str()).count();
            rest = rest.replace(word.as_str(), "|");
        }
        !FOUL_WORDS.told(&rest).any()
    };
    blocks[..*first].iter().filter(foul).all(apart)
        && story.iter().map(|at| &blocks[*at]).filter(foul).all(&mut only)
        && count >= 2
}

/// A short run of letters and Han characters, longer than a menu's word, with a foul word in it.
pub fn is_spam(word: &str) -> bool {
    is_word(word) && FOUL_WORDS.told(word).any()
}

fn is_word(word: &str) -> bool {
    (4..=LONGEST).contains(&word.chars().count()) && word.chars().all(char::is_alphanumeric)
}

/// Compounds of spam words, and what stands with a foul word at several clause ends, where the
/// story says the foul words at clause ends only.
fn compounds(blocks: &[Block], story: &[usize]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // The ends of clauses that end in a foul word, backwards.
    let mut tails: Vec<Vec<char>> = Vec::new();
    for at in story {
        let raw = blocks[*at].raw;
        for word in COMPOUND.find_iter(raw) {
            if !is_spliced(raw, word.start(), word.end())
                && !is_clause(raw, word.start(), word.end())
            {
                return BTreeSet::new();
            }
            if is_word(word.as_str()) {
                found.insert(word.as_str().to_owned());
            } else {
                tails.push(raw[..word.end()].chars().rev().take(LONGEST).collect());
            }
        }
    }
    tails.sort_unstable();
    for pair in tails.windows(2) {
        let alike = pair[0].iter().zip(&pair[1]).take_while(|(one, other)| one == other).count();
        found.insert(pair[0][..alike].iter().rev().collect());
    }
    found.retain(|word| is_word(word));
    // Two clauses that end alike before the keyword as well give too much of them.
    let all = found.clone();
    found.retain(|word| !all.iter().any(|less| less != word && word.ends_with(less.as_str())));
    found
}

/// Cuts each keyword that stands at a clause's end or start, or anywhere where they are `strewn`.
pub(super) fn cuts(raw: &str, keywords: &[String], strewn: bool) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for word in keywords {
        for (at, _) in raw.match_indices(word.as_str()) {
            let end = at + word.len();
            if is_clause(raw, at, end) {
                // With the comma before it.
                let from = raw[..at].char_indices().next_back().map_or(at, |(from, _)| from);
                cuts.push(noise("spliced-keyword", from..end));
            } else if strewn || is_spliced(raw, at, end) {
                cuts.push(noise("spliced-keyword", at..end));
            }
        }
    }
    cuts
}

/// The bytes stand right before a clause's end, or at its start with a blank behind them.
fn is_spliced(raw: &str, start: usize, end: usize) -> bool {
    let before = raw[..start].chars().next_back();
    let after = raw[end..].chars().next();
    let joins = before.is_some_and(|char| {
        is_han(char) || char.is_alphanumeric() || ['”', '》', '）', ')', '％', '%'].contains(&char)
    });
    let closes = after.is_none_or(is_clause_mark) && joins;
    let opens = before.is_none_or(is_clause_mark) && after.is_some_and(char::is_whitespace);
    // A clause of its own behind the last sentence.
    let alone = after.is_none() && before.is_some_and(|char| ['。', '！', '？'].contains(&char));
    closes || opens || alone
}

/// The bytes are a clause of their own behind a comma: `首日停靠四十条船,股票配资平台。`
fn is_clause(raw: &str, start: usize, end: usize) -> bool {
    let behind = raw[..start].ends_with([',', '，']);
    behind && raw[end..].chars().next().is_none_or(|mark| ['。', ',', '，', '！'].contains(&mark))
}

fn is_clause_mark(char: char) -> bool {
    ['，', ',', '。', '；', ';', '、', '！', '？', '!', '?', '：', ':', ' ', '”'].contains(&char)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    #[test]
    fn keywords_come_from_the_furniture() {
        let page = "某某证券_专业配资_炒股配资APP下载\n• 线上炒股 三市共用仪器一年记\n正文写道,场外配资是违法的。";
        assert_eq!(
            keywords(&blocks(page), &[]),
            ["炒股配资APP下载", "专业配资", "某某证券", "线上炒股"]
        );
    }

    #[test]
    fn compounds_come_from_clause_ends() {
        let spliced =
            blocks("三市共用大型仪器股票配资平台,费用由双方分担,首批开放设备一百二十台。");
        assert_eq!(keywords(&spliced, &[0]), ["股票配资平台"]);
        let twice =
            blocks("三市共用仪器某月配资,费用分担。首批开放设备一百二十台某月配资,企业预约。");
        assert_eq!(keywords(&twice, &[0]), ["某月配资"]);
        let other = blocks("三市共用大型儀器股票配資平臺,費用由雙方分擔,首批開放設備一百二十臺。");
        assert_eq!(keywords(&other, &[0]), ["股票配資平臺"]);
        let longer =
            blocks("三市共用大型仪器澳门娱乐城网址,费用由双方分担,首批开放设备一百二十台。");
        assert_eq!(keywords(&longer, &[0]), ["澳门娱乐城网址"]);
        let clause = blocks("三市共用大型仪器,首批开放设备一百二十台,股票配资平台。");
        assert_eq!(keywords(&clause, &[0]), ["股票配资平台"]);
        let told = blocks("监管部门查处股票配资平台,提醒投资者股票配资平台不受法律保护,风险很高。");
        assert_eq!(keywords(&told, &[0]), [] as [&str; 0]);
    }

    #[test]
    fn cases() {
        use super::super::tests::check;
        check("战略以来线上炒股,三市合作", &["线上炒股"], "战略以来,三市合作");
        check("会议结束线上炒股。", &["线上炒股"], "会议结束。");
        check(
            "线上炒股的人不少,监管部门提醒风险",
            &["线上炒股"],
            "线上炒股的人不少,监管部门提醒风险",
        );
        check("不少觀眾咂舌炒股開戶配資。", &["炒股開戶配資"], "不少觀眾咂舌。");
        check("三市合作,线上炒股。", &["线上炒股"], "三市合作。");
        check("查处博彩、线上炒股、网贷。", &["线上炒股"], "查处博彩、线上炒股、网贷。");
        check("线上炒股,三市合作", &["另一个炒股"], "线上炒股,三市合作");
    }

    #[test]
    fn keywords_are_strewn_into_another_story() {
        let is_strewn = |page: &str| {
            let blocks = blocks(page);
            let story: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at].is_prose()).collect();
            super::is_strewn(&blocks, &story, &keywords(&blocks, &[]))
        };
        let story =
            "三市共用大型仪器,正规配资公司首批开放一百二十台,小微企业股票配资平台可以先领补助。";
        assert!(is_strewn(&format!("股票配资平台 正规配资公司\n三市共用仪器\n{story}")));
        assert!(!is_strewn(&format!("股票配资平台 正规配资公司\n三市查处配资案\n{story}")));
        assert!(!is_strewn(&format!("三市共用仪器\n{story}")));
        let other = story.replace("先领补助", "先领补助,场外配资违法");
        assert!(!is_strewn(&format!("股票配资平台 正规配资公司\n三市共用仪器\n{other}")));
        let words = ["正规配资公司".to_owned(), "股票配资平台".to_owned()];
        assert_eq!(cuts(story, &words, true).len(), 2);
        assert_eq!(cuts(story, &words, false).len(), 0);
        assert_eq!(cuts("三市共用仪器。股票配资平台", &words, false).len(), 1);
    }

    #[test]
    fn a_menu_of_an_honest_site_holds_no_keyword() {
        let none: [String; 0] = [];
        assert_eq!(keywords(&blocks("新闻-体育-股票-彩票-直播\n首页 彩票 贷款"), &[]), none);
    }
}
