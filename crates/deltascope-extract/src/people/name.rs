//! The name at a place of a text, or before one.
//!
//! A name is a surname and one or two characters more, or a foreign one: spelled by sounds (`奥尔德森`)
//! or with a dot (`扎西·次仁`). Its length is told by what goes on behind it; where that tells nothing,
//! by whether names are made of its characters.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::after::{ending, goes_on, is_han, may_end};
use super::surnames::{PARTICLES, surname};
use super::titles::ends_in_title;
use crate::words::Characters;

/// Characters that foreign names are spelled with.
const SOUNDS: &str = "\
    阿埃艾爱安昂奥巴白拜班邦包鲍贝本比彼别宾波伯博布查彻达戴丹道德登邓迪蒂丁顿多厄恩尔法凡范菲费芬冯佛夫弗福\
    富盖甘冈高戈哥格根古瓜圭哈海汉豪赫亨洪胡华怀惠霍基吉加贾杰金卡凯坎考科克肯库奎昆拉来莱赖兰朗劳勒雷里利莉丽\
    连列林琳留卢鲁伦罗洛马玛麦迈曼梅门蒙孟米密明莫默姆木穆纳娜内尼妮年涅宁纽农努诺欧帕派潘庞佩彭皮平珀普奇契钱\
    乔切琴琼丘热日荣瑞若撒萨塞赛森沙山尚舍申圣施石史士舒斯丝松苏索塔泰坦汤唐陶特滕提田铁廷通图土托瓦万旺威韦维魏\
    温沃乌武西希锡夏香肖谢辛欣休许雪逊雅亚延扬耶叶伊易因英尤于约泽扎詹珍芝朱卓孜子宗祖佐奈隆茨兹甫甸帝蕾黛什津翁缅昂素丰洼赞";

/// They, as a set.
static SOUND: LazyLock<Characters> = LazyLock::new(|| Characters::new(SOUNDS.chars()));

/// Characters that only names with a dot are spelled with.
const DOTTED: &str = "不都买力古江依吾玉措旦增仁次央珠桑则合绍季乐艺洁蓉卓艾东瑟娅芙珊露吕保萝";

/// Characters that names of bodies, fields and counts end in.
const BODIES: &str = "学院所局部厅委系省市区县组会室处科司队团校厂社站馆业界级名位个型类些性制法宫层者们台报网店庄村镇某总";

/// Characters that words of two are rarely names with: 韩国, 文中.
const SHORT_BODIES: [char; 13] =
    ['方', '国', '人', '家', '中', '里', '上', '内', '外', '前', '后', '间', '边'];

/// Those of both that given names end in too: behind an office and before a verb they do.
const EITHER: &str = "国家方会科业法";

/// Characters that given names are often made of.
const GIVEN: &str = "\
    伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文辉建国志海玉红春玲飞鹏宇浩然子轩涵欣怡佳俊峰凯立新民\
    永安云龙林忠义德福生荣贵祥瑞庆仁信礼智孝良善正光亮天宏远大兴旺富宝金银铁山石水江河湖波清泉源雪梅兰竹菊松柏\
    凤燕莺鹤鸿雁虎豹晓晨东南西北中振兴学勤思雅婷倩雯琳琪瑶璐颖慧美丹青蓝紫彤彬斌武威毅坚恒诚伦康健宁静和顺\
    成功业绍继承宗祖先达道理家昌盛茂繁隆全保卫培培育树根本传世长寿年岁月星辰辉煌旭阳升腾飞翔展鑫森淼焱垚\
    素珍秋菲萍莉芬芸蓉蕾薇莲荷菁萌茹蔚嘉乐欢喜悦怀恩惠爱珠珊瑾瑜璇玮珂环琴琦琼瑛若如意可心一乃之向进前卓越\
    少伯仲叔季元亨利贞乾坤坤震巽离兑维惟唯尧舜禹汤启开泰铭钢钧锋锐钊铮镇岩岭峻崇嵩峥川洲洁淑深渊润泽沛浦涌\
    百千万友朋群众公权均景曙晖昊昕晴朝夕夏冬寒霜露雨霖雷电风云霄炎烨炜炳焕照熙煜灿为有知行方圆尚高敬";

/// What people are called behind a surname, who have no name then: 张大妈.
const KIN: [&str; 17] = [
    "大爷", "阿姨", "大妈", "大叔", "奶奶", "爷爷", "师傅", "大姐", "大哥", "婆婆", "小姐", "太太",
    "老汉", "老伯", "大娘", "女生", "男生",
];

/// The longest names that are looked for, in characters: a part of a foreign one, and a Chinese one.
const LONGEST_PART: usize = 7;
const LONGEST: usize = 4;

/// How many bytes of a text are the name that it begins with; of Chinese ones those that are `sure`
/// decide where what goes on does not tell.
pub(super) fn name_at(text: &str, sure: &BTreeSet<&str>) -> Option<usize> {
    dotted(text).or_else(|| chinese(text, sure)).or_else(|| spelled(text))
}

/// A surname and a given name of one or two characters.
fn chinese(text: &str, known: &BTreeSet<&str>) -> Option<usize> {
    let family = surname(text).filter(|at| !is_particle(text, *at))?;
    let rest = &text[family..];
    let ends = |count| after(rest, count).filter(|at| is_given(&rest[..*at], &rest[*at..]));
    let sure = |at: &usize| ending(&rest[*at..]);
    let (short, long) = (ends(1), ends(2));
    let usual = |at: &usize| is_usual(&rest[..*at]);
    // 曾 and 于 are words more often than surnames: 曾授予她.
    let particle = text.starts_with(|c| PARTICLES.contains(c));
    let least = u8::from(particle && !long.as_ref().is_some_and(usual));
    let short_sure = short.as_ref().map_or(0, sure);
    let long_sure = long.as_ref().map_or(0, sure).saturating_sub(least);
    let given = if long_sure > 0 && long_sure >= short_sure {
        long
    } else if short_sure > 0 {
        short
    } else if let Some(known) = known.iter().rfind(|name| text.starts_with(**name)) {
        return Some(known.len());
    } else {
        // 钱林秀英; but 李方｜介绍.
        let second = surname(rest).filter(|own| !goes_on(&rest[*own..]));
        let married = second.and_then(|_| ends(3)).filter(|at| sure(at) > 0);
        married.or(long.filter(|at| !particle && usual(at)))
    };
    given.map(|given| family + given)
}

/// How many bytes the next Han characters have, where there are as many.
fn after(text: &str, count: usize) -> Option<usize> {
    let mut han = text.char_indices().take_while(|(_, c)| is_han(*c));
    han.nth(count - 1).map(|(at, c)| at + c.len_utf8())
}

/// Whether what looks like a surname is a word of the sentence: 曾表示, 于昨日.
fn is_particle(text: &str, surname: usize) -> bool {
    let rest = &text[surname..];
    goes_on(rest) || text.starts_with(|c| PARTICLES.contains(c)) && ending(rest) > 0
}

/// A name of parts with dots between, up to where something goes on.
fn dotted(text: &str) -> Option<usize> {
    let mut end = 0;
    loop {
        let reach = end + spelling(&text[end..], DOTTED)?;
        match text[reach..].chars().next().filter(|c| is_dot(*c)) {
            Some(dot) => end = reach + dot.len_utf8(),
            None => return (end > 0).then_some(reach),
        }
    }
}

/// A name of no dot, up to where something goes on.
fn spelled(text: &str) -> Option<usize> {
    let end = spelling(text, "").filter(|end| ending(&text[*end..]) > 0)?;
    (text[..end].chars().count() > 2 && surname(text).is_none()).then_some(end)
}

/// How many bytes of a text are spelled by sounds, or with these other characters.
fn spelling(text: &str, others: &str) -> Option<usize> {
    let sounds = text.char_indices().take(LONGEST_PART).take_while(|(at, c)| {
        (SOUND.may_hold(*c) && SOUNDS.contains(*c) || others.contains(*c))
            && (*at == 0 || !goes_on(&text[*at..]))
    });
    sounds.last().map(|(at, c)| at + c.len_utf8())
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '﹒' | '‧')
}

/// The name that a text ends in, if what stands before it may stand before a name.
pub(super) fn name_before(text: &str, may_stand: impl Fn(&str) -> bool) -> Option<TextRange> {
    let starts: Vec<usize> = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_han(*c) || is_dot(*c))
        .map(|(at, _)| at)
        .take(3 * LONGEST_PART)
        .collect();
    let whole = |at: &usize| dotted(&text[*at..]) == Some(text.len() - at);
    let short = starts.get(1..LONGEST.min(starts.len())).unwrap_or_default();
    let of = |at: &usize| is_name(&text[*at..]) && may_stand(&text[..*at]);
    let start =
        short.iter().rev().find(|at| of(at)).or_else(|| starts.last().filter(|at| whole(at)));
    start.map(|&at| TextRange::of(at, text.len()))
}

/// Whether a text is a name as Chinese ones are.
fn is_name(text: &str) -> bool {
    surname(text).is_some_and(|surname| {
        let given = &text[surname..];
        let count = given.chars().count();
        (1..=2).contains(&count)
            && !is_particle(text, surname)
            && is_given(given, "")
            && ends_in_title(text).is_none()
    })
}

/// Whether a word may be a given name before what follows: 张志和 before 表示.
fn is_given(word: &str, rest: &str) -> bool {
    (may_end(word) || word.ends_with('和') && goes_on(rest))
        && (!is_body(word) || (goes_on(rest) || rest.starts_with('说')) && is_either(word))
        && !KIN.iter().any(|kin| word.ends_with(kin))
}

/// Whether what stands behind a name makes it one of a body: 金山｜区, 何平｜总队.
pub(super) fn grows(behind: &str) -> bool {
    behind.starts_with(|c| BODIES.contains(c))
}

/// Whether a word ends as names of bodies, fields and counts do: 石大学, 白宫; but not 赵建业.
fn is_body(word: &str) -> bool {
    let short = word.chars().nth(1).is_none();
    let body = word.ends_with(|c| BODIES.contains(c));
    if short { body || word.ends_with(SHORT_BODIES) } else { body && !is_usual(word) }
}

/// Whether a given name may end as names of bodies do: 李方, 钟会, 王国会.
fn is_either(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next_back().is_some_and(|last| EITHER.contains(last)) && is_usual(chars.as_str())
}

/// Whether given names are often made of these characters.
fn is_usual(word: &str) -> bool {
    word.chars().all(|c| GIVEN.contains(c))
}
