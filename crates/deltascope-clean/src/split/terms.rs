//! What a text speaks of: pairs of Han characters and Latin words, without those of any news.
//!
//! A term that comes again is what ties two places of a text together. Where nothing parts a text,
//! its terms come again on both sides of a place about as often as if their places were drawn by
//! lot; where two stories meet, far less often.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::block::{Block, is_han};
use crate::pairs::{Pair, pair, said, told};

/// A term that comes more often is counted as coming so often.
const OFTEN: usize = 12;
/// What is compared right before and right behind a place, in Han characters.
const WINDOW: usize = 150;
/// Of a longer block only so many characters are compared.
const LONGEST: usize = 400;

/// Characters that join words in any text: a pair with one of them tells nothing of the subject.
const JOINTS: &str = "的一是了在不有和人这中大为上个国以要他时来用们到作地于出就分对成会可也能下过子说而多定进着等部家把比或被与及之其还将已日月年者所从但由此前后性些没么最新";
/// Words of any news.
const NEWS: &str = concat!(
    "记者表示公司问题情况工作发展目前已经可以进行认为因为没有自己如果今年去年报道消息企业市场相关开始需要通过社会活动影响发现管理负责人员服务单位造成经济提供包括方面要求提醒介绍分析专家希望增加特别重要许多同时必须根据虽然因此电话网络昨天今天生活左右平均",
    "发生期间注意甚至原因建议发布接受避免研究关注显示主任持续应该导致另外提高现场非常调查严重结果网站正常事件选择媒体容易方式引起继续处理政府第二第三第四无法责任采访检查代表任何机构传统全球压力环境基本参加组织引发如何世界报告产生系统正式技术状况标准信息实际行业保持统计内容完善措施采取减少据悉程度帮助保障积极购买降低建立意见联合告诉现象解决知道感觉万元政策支持实施确保呼吁获得觉得效果报导全面各种曾经努力再次加强实现更加基础项目计划具体直接增长面临公布投入做好机制按照维护保证综合控制明显重点资源专业明确改善领域因素开展自然截至关系范围通知无论经验条件目标水平历史城市相当考虑系列发表收入举行启动设计变化本次确实首先符合需求模式建设提升规模制度质量趋势使得紧张运行核心预计领导突破愿意完全担心方法维持心理恢复距离执行突然区域原则位置普通态度群体值得几乎本身连续表现尽管取得习惯困难本文自行推动结构设施往往类似关键资料体现强调当然至少行动真正话题根本讨论宣传丰富价值任务刚刚完整观点鼓励调整接近立即业内迅速阶段公众很难准备数据方便反应经常逐步适当风险形象制造附近尽量严格结合配合形式规范利益高度良好首次意义各类同样每天落实证明反映宣布停止承担简单事情独立办法即使回答喜欢尊重展开意外广泛支撑相信特殊满足共同体系途径近期加入呈现空间总数至今并且吸引双方安排结束给予变得普遍累计强化推广规律方案实行掌握纳入方向常见正确毕竟纷纷深入陆续补充很快如今回应身边否则主题环节意味限制顺利标志经历改变程序同意坚持现实各方里面力度竟然文化周边角度几天认识东西逐渐关心当天官方寻求尽快公开情绪损失返回力量离开优势特色每次记得上午下午晚上早上凌晨中午近日日前昨日今日明天目标带来成为出现达到超过其中部分左右以上以下以及由于对于关于除了随着为了不过不同不少不能不会不是还是还有只有只是就是都是也是这样这些这种这个那么什么怎么他们我们你们大家有关有些有的所有一些一个一种一定一直一般十分比较尤其仍然依然并未尚未正在即将曾任担任以来以后以前之后之前之间当时时间地方地区当地全国全省全市国内国外中国我国美国日本月份年度季度周一周二周三周四周五周六周日星期小时分钟去年前年上月本月本周上周先生女士小姐男子女子孩子父母家人朋友老师学生市民居民网友负责经理主席部长局长书记主管人士发言透露指出坦言称为所谓看到听到想到得到受到遭到"
);

/// How often a place's two sides say the same.
pub struct Ties {
    /// For each place: terms that come again and stand on both sides.
    pub across: Vec<usize>,
    /// For each place: how many of them would, if their places were drawn by lot.
    pub expected: Vec<f64>,
    /// For each place: the terms of the side that has fewer of them.
    pub smaller: Vec<usize>,
}

impl Ties {
    /// Counts the terms of a part's blocks at each place between two of them. `before` are the Han
    /// characters before each place.
    pub fn of(blocks: &[Block], part: &[usize], before: &[usize]) -> Self {
        // A term with the number of its sentence; and the block of each sentence.
        let mut seen: Vec<u64> = Vec::with_capacity(before.last().map_or(0, |han| *han));
        let mut sentences: Vec<usize> = Vec::new();
        for (nth, at) in part.iter().enumerate() {
            sentences.push(nth);
            terms(&blocks[*at].text, |part| match part {
                Part::Term(term) => seen.push(said(term, sentences.len() - 1)),
                Part::End => sentences.push(nth),
            });
        }
        seen.sort_unstable();
        seen.dedup();
        let count = part.len() + 1;
        let mut changes = vec![0isize; count + 1];
        let mut often = [0usize; OFTEN + 1];
        let (mut begun, mut ended) = (vec![0usize; count], vec![0usize; count]);
        let term = |seen: u64| told(seen).0;
        let block = |seen: u64| sentences[told(seen).1];
        let mut news = NEWS_TERMS.iter().peekable();
        for group in seen.chunk_by(|one, other| term(*one) == term(*other)) {
            // Both are in order.
            while news.next_if(|news| **news < term(group[0])).is_some() {}
            if news.peek().is_some_and(|news| **news == term(group[0])) {
                continue;
            }
            let (first, last) = (block(group[0]), block(group[group.len() - 1]));
            begun[first + 1] += 1;
            ended[last + 1] += 1;
            if group.len() == 1 {
                continue;
            }
            changes[first + 1] += 1;
            changes[last + 1] -= 1;
            often[group.len().min(OFTEN)] += 1;
        }
        let mut sum = 0;
        let across = changes.iter().take(count).map(|change| {
            sum += change;
            usize::try_from(sum).unwrap_or(0)
        });
        let terms: usize = begun.iter().sum();
        let (mut left, mut right) = (0, terms);
        let smaller = begun.iter().zip(&ended).map(|(begun, ended)| {
            left += begun;
            right -= ended;
            left.min(right)
        });
        let smaller = smaller.collect();
        let all = before.last().copied().unwrap_or(0).max(1) as f64;
        let expected = before.iter().map(|before| {
            let (left, right) = (*before as f64 / all, 1.0 - *before as f64 / all);
            let (mut one_side_left, mut one_side_right, mut sum) = (left, right, 0.0);
            for times in &often[2..] {
                one_side_left *= left;
                one_side_right *= right;
                sum += *times as f64 * (1.0 - one_side_left - one_side_right);
            }
            sum
        });
        Self { across: across.collect(), expected: expected.collect(), smaller }
    }
}

/// The share of the smaller run's terms that stand in the other one too.
pub fn alike(blocks: &[Block], one: &Range<usize>, other: &Range<usize>) -> f64 {
    let all = |run: &Range<usize>| {
        let mut found = Vec::new();
        for block in &blocks[run.clone()] {
            terms(&block.text, |part| {
                if let Part::Term(term) = part {
                    found.push(term);
                }
            });
        }
        found.sort_unstable();
        found.dedup();
        found
    };
    let (one, other) = (all(one), all(other));
    let both = one.iter().filter(|term| other.binary_search(term).is_ok()).count();
    both as f64 / one.len().min(other.len()).max(1) as f64
}

/// The share of terms that what stands right before a place has in common with what stands right
/// behind it.
pub fn common(blocks: &[Block], part: &[usize], nth: usize) -> f64 {
    let before = window(blocks, part[..nth].iter().rev());
    let behind = window(blocks, part[nth..].iter());
    let both = before.intersection(&behind).count();
    both as f64 / before.len().min(behind.len()).max(10) as f64
}

fn window<'a>(blocks: &[Block], part: impl Iterator<Item = &'a usize>) -> BTreeSet<Term> {
    let (mut found, mut han) = (BTreeSet::new(), 0);
    for at in part {
        let text = &blocks[*at].text;
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        terms(&text[..end], |part| match part {
            Part::Term(term) if !is_news(term) => _ = found.insert(term),
            _ => {}
        });
        // Blocks without a Han character are read through all the same.
        han += blocks[*at].han.max(1);
        if han >= WINDOW {
            break;
        }
    }
    found
}

/// A pair of Han characters, or a word of Latin letters by its first and last four, as a number of as
/// many bits.
type Term = Pair;

/// Bits of a letter.
const LETTER: u32 = 5;
/// Tells a Latin word from a pair: no Han character is so high, and eight letters leave it free.
const LATIN: Term = 1 << 41;

/// What a text is made of here.
enum Part {
    /// A term that tells of its subject.
    Term(Term),
    /// The end of a sentence.
    End,
}

/// What a character is to terms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A Han character that joins no words.
    Tells,
    /// It ends a sentence.
    Ends,
    Other,
}

impl Role {
    fn by_look(char: char) -> Self {
        if is_han(char) { Self::Tells } else { Self::Other }
    }
}

/// The terms and the sentences of a text.
fn terms(text: &str, mut found: impl FnMut(Part)) {
    /// For each character of the first plane.
    static ROLES: LazyLock<Vec<Role>> = LazyLock::new(|| {
        let role = |code| char::from_u32(code).map_or(Role::Other, Role::by_look);
        let mut roles: Vec<Role> = (0..0x1_0000).map(role).collect();
        JOINTS.chars().for_each(|char| roles[char as usize] = Role::Other);
        "。！？；".chars().for_each(|char| roles[char as usize] = Role::Ends);
        roles
    });
    let roles = ROLES.as_slice();
    let mut last = None::<char>;
    // Where the word of Latin letters begins that is being read.
    let mut word = None::<usize>;
    for (at, char) in text.char_indices() {
        if char.is_ascii_alphabetic() {
            word = word.or(Some(at));
        } else if let Some(from) = word.take() {
            latin(&text[from..at]).into_iter().map(Part::Term).for_each(&mut found);
        }
        let role = roles.get(char as usize).map_or_else(|| Role::by_look(char), |role| *role);
        match role {
            Role::Tells => {
                if let Some(last) = last {
                    found(Part::Term(pair(last, char)));
                }
            }
            Role::Ends => found(Part::End),
            Role::Other => {}
        }
        last = (role == Role::Tells).then_some(char);
    }
    word.and_then(|from| latin(&text[from..])).into_iter().map(Part::Term).for_each(found);
}

/// The term that a word of Latin letters is.
fn latin(word: &str) -> Option<Term> {
    let four = |letters: &mut dyn Iterator<Item = u8>| {
        letters.take(4).fold(0, |key, letter| key << LETTER | u64::from(letter % 32))
    };
    let ends = || four(&mut word.bytes()) << (4 * LETTER) | four(&mut word.bytes().rev());
    (word.len() >= 2).then(|| LATIN | ends())
}

/// The terms of any news, in order.
static NEWS_TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    let chars: Vec<char> = NEWS.chars().collect();
    let mut terms: Vec<Term> = chars.chunks_exact(2).map(|word| pair(word[0], word[1])).collect();
    terms.sort_unstable();
    terms
});

fn is_news(term: Term) -> bool {
    NEWS_TERMS.binary_search(&term).is_ok()
}
