//! The fields of a date, read at a place: year, month, day, and parts such as 底 and 上半年.
//!
//! Shared by the rules; a field reader looks only at its own characters and their neighbours.

use super::time_reign::ends_with_reign;
use super::{Scan, republic, time_week};
use crate::meaning::{Field, Part, Unit};
use crate::numerals::{Number, arabic_digit, han_digit};
use crate::words::begins;

/// Years that news states; other numbers before 年 are lengths or ages.
const YEARS: std::ops::RangeInclusive<u32> = 1840..=2199;

const RELATIVE_YEARS: [(&str, i32); 9] = [
    ("大前年", -3),
    ("前年", -2),
    ("去年", -1),
    ("今年", 0),
    ("本年", 0),
    ("明年", 1),
    ("下一年", 1),
    ("后年", 2),
    ("大后年", 3),
];

/// Of a period that is told of: 2023年比上年增长.
const PERIOD_YEARS: [(&str, i32); 2] = [("上年", -1), ("上一年", -1)];

const ANTECEDENT_YEARS: [(&str, i32); 8] = [
    ("同年", 0),
    ("同一年", 0),
    ("当年", 0),
    ("那年", 0),
    ("那一年", 0),
    ("这一年", 0),
    ("次年", 1),
    ("翌年", 1),
];

/// A year: `2024年`, `二〇二五年`, `2024年度`, `去年`, `同年`, `民国三十八年`.
pub(super) fn year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    scan.year(read_year)
}

fn read_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let first = scan.rest().chars().next()?;
    let (after, field) = if arabic_digit(first).or(han_digit(first)).is_some() {
        bare_year(scan)
            .and_then(|(after, value)| Some((after.eat_blank().eat("年")?, Field::Stated(value))))
            .or_else(|| republic::bare_year(scan))?
    } else {
        republic::named_year(scan)
            .or_else(|| relative_year(scan))
            .or_else(|| numbered_year(scan))?
    };
    Some((after.eat("度").filter(|after| !after.rest().starts_with('假')).unwrap_or(after), field))
}

/// A year that is one only before its month: `1357年6月`, `08年3月`, `113年5月` of the Republic.
pub(super) fn year_of_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    if let Some(found) = republic::year_of_month(scan) {
        return Some(found);
    }
    let number = scan.digits().filter(|_| clear_of_numbers(scan))?;
    let year = match (number.digits, number.value) {
        (4, value @ 1000..=2199) => value,
        // Later two-digit years may be of the Republic or of the last century.
        (2, value @ 0..=30) if !ends_with_reign(scan.before()) => 2000 + value,
        _ => return None,
    };
    Some((scan.skip(number.len).eat_blank().eat("年")?, Field::Stated(year as i32)))
}

/// Two digits that are a year of this century by what follows: `24年四季度`.
pub(super) fn short_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let number = scan.digits().filter(|number| number.arabic && number.digits == 2)?;
    let after = scan.skip(number.len).eat("年")?;
    (number.value <= 30 && clear_of_numbers(scan))
        .then_some((after, Field::Stated(2000 + number.value as i32)))
}

/// Two digits that are a year by their naught: `08年`, `零八年`.
pub(super) fn naught_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let number = scan.digits().filter(|_| clear_of_numbers(scan))?;
    let after = scan.skip(number.len).eat_blank().eat("年")?;
    (number.digits == 2 && (1..=9).contains(&number.value))
        .then_some((after, Field::Stated(2000 + number.value as i32)))
}

/// `今（16）日`, `上(12)月`: a word of two characters with the number between them that it means.
pub(super) fn numbered<'a>(scan: Scan<'a>, first: &[&str]) -> Option<(Scan<'a>, Number)> {
    let (open, _) = scan.eat_any(first)?;
    let number_at = open.eat("（").or_else(|| open.eat("("))?;
    let number = number_at.digits().filter(|number| number.arabic)?;
    let close = number_at.skip(number.len);
    Some((close.eat("）").or_else(|| close.eat(")"))?, number))
}

/// `去（2011）年`, `今（101）年`
fn numbered_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let (after, number) = numbered(scan, &["去", "今", "明"])?;
    let year = match (number.digits, number.value) {
        (4, year) if YEARS.contains(&year) => year,
        (2 | 3, year @ 90..=150) => return Some((after.eat("年")?, republic::year_of(year))),
        _ => return None,
    };
    Some((after.eat("年")?, Field::Stated(year as i32)))
}

pub(super) fn clear_of_numbers(scan: Scan<'_>) -> bool {
    !scan
        .before()
        .ends_with(|c| is_number(c) || matches!(c, '.' | '第' | '-' | '—' | '/' | ':' | '：'))
}

/// Four digits that can be a year.
pub(super) fn bare_year(scan: Scan<'_>) -> Option<(Scan<'_>, i32)> {
    let number = scan.digits()?;
    let alone = !scan.before().ends_with(|c| is_number(c) || c == '.' || c == '第');
    (number.digits == 4 && YEARS.contains(&number.value) && alone)
        .then(|| (scan.skip(number.len), number.value as i32))
}

fn relative_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let relative = word(scan, &RELATIVE_YEARS)
        .map(|(after, value)| (after, Field::FromReference(value)))
        .or_else(|| {
            word(scan, &PERIOD_YEARS).map(|(after, value)| (after, Field::FromPeriod(value)))
        });
    if let Some((after, field)) = relative {
        // 十年前年均…, 00后年轻人, 以上年限, 目前年产: the word straddles two others.
        let own = scan.rest().starts_with(['去', '今', '明', '大']);
        let straddles =
            scan.before().ends_with(|c| "年以0加目之此日月晚早马地身产线云基文剧提".contains(c))
                || after.rest().starts_with(|c| "轻限龄级产销检纪薪会鉴轮代".contains(c));
        let mean = after.rest().starts_with('均') && scan.before().ends_with('年');
        return (!mean && (own || !straddles)).then_some((after, field));
    }
    let (after, value) = word(scan, &ANTECEDENT_YEARS)?;
    // 那一年, as a date; 那年头 and 这一年来 are none.
    let that = scan.rest().starts_with(['那', '这']);
    if that && !after.rest().starts_with([',', '，']) && month(after).is_none() {
        return None;
    }
    // 当年 alone mostly means 'back then'.
    let dated = scan.eat("当年").is_none()
        || month(after).is_some()
        || part_of_year(after).is_some()
        || after.rest().starts_with([',', '，']) && behind_a_year(scan.before());
    dated.then_some((after, Field::FromAntecedent(value)))
}

/// `…始于2021年。当年,`: the sentence before tells of a year.
fn behind_a_year(before: &str) -> bool {
    let Some(sentence) = before.strip_suffix(['。', '；', ';']) else { return false };
    let sentence = sentence.rsplit(['。', '；', ';']).next().unwrap_or_default();
    let mut years = sentence.match_indices('年');
    years.any(|(at, _)| {
        let digits = sentence[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        digits == 4
    })
}

/// Names that begin like a month: a plant, a saying, a feast.
const OF_NO_MONTH: [&str; 6] = ["六月雪", "七月流火", "九月九", "三月三", "五月花", "八月瓜"];

/// A month's number: `6月`, `十二月`; not the length `6个月`.
pub(super) fn month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    // 八千元月租: the 元 is the number's.
    if let Some(after) = scan.eat("元月").filter(|_| !scan.before().ends_with(is_number)) {
        let after = after.eat("份").unwrap_or(after);
        return Some((after, Field::Stated(1)));
    }
    let number = alone(scan)?;
    let after = scan.skip(number.len).eat_blank().eat("月")?;
    let is_month = (1..=12).contains(&number.value) && !scan.rest().starts_with('两');
    let named = !number.arabic
        && scan
            .eat_any(&OF_NO_MONTH)
            .is_some_and(|(after, _)| !after.rest().starts_with(['日', '号', '份']));
    let clear = is_month
        && !named
        && !after.rest().starts_with(['均', '息', '租', '球', '薪', '供', '饼', '龄', '嫂']);
    let after = after.eat("份").filter(|after| !after.rest().starts_with('额')).unwrap_or(after);
    clear.then_some((after, Field::Stated(number.value as i32)))
}

/// A month with no year before it; 98年1月 has one, of an era or of two digits, that is not read.
pub(super) fn lone_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    scan.month(read_lone_month)
}

fn read_lone_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let of_year = scan
        .before()
        .strip_suffix('年')
        .is_some_and(|before| before.ends_with(|c| is_number(c) || c == '元'));
    month(scan).filter(|_| !of_year)
}

/// A month by its distance: `上月`, `本月`, `当月`.
pub(super) fn relative_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    const FROM_REFERENCE: [(&str, i32); 8] = [
        ("上上个月", -2),
        ("上月", -1),
        ("上个月", -1),
        ("本月", 0),
        ("这个月", 0),
        ("下月", 1),
        ("下个月", 1),
        ("下下个月", 2),
    ];
    const FROM_ANTECEDENT: [(&str, i32); 3] = [("同月", 0), ("当月", 0), ("次月", 1)];
    if !scan.rest().starts_with(['上', '本', '这', '下', '同', '当', '次']) {
        return None;
    }
    // 以上月份, 早上月亮, 如下月份: the word straddles two others.
    let inside = || scan.before().ends_with(|c| "以加早晚马身线网如天".contains(c));
    if scan.rest().starts_with(['上', '下']) && inside() {
        return None;
    }
    let of_the_moon =
        |after: Scan<'_>| after.rest().starts_with(['球', '饼', '亮', '色', '嫂', '老', '季']);
    let reference =
        word(scan, &FROM_REFERENCE).map(|(after, value)| (after, Field::FromReference(value)));
    // 上(12)月: the number says again which month the last one was.
    let numbered = || {
        let distance = ["上", "本", "下"].iter().position(|which| scan.eat(which).is_some())?;
        let (after, number) = numbered(scan, &["上", "本", "下"])?;
        let month = Field::FromReference(distance as i32 - 1);
        Some((after.eat("月").filter(|_| (1..=12).contains(&number.value))?, month))
    };
    let found = reference.or_else(numbered).or_else(|| {
        word(scan, &FROM_ANTECEDENT).map(|(after, value)| (after, Field::FromAntecedent(value)))
    });
    found.filter(|(after, _)| !of_the_moon(*after))
}

/// A day's number after a month: `5日`, `5号`, `二十日`.
pub(super) fn day(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let number = scan.small().filter(|number| (1..=31).contains(&number.value))?;
    let after = scan.skip(number.len).eat_blank();
    let after = after.eat("日").or_else(|| after.eat("号"))?;
    Some((after, Field::Stated(number.value as i32)))
}

/// A day's number with no month before it: `4日`, but no length such as `30日内`.
pub(super) fn lone_day(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    const LENGTH_BEFORE: [char; 20] = [
        '时', '经', '第', '前', '后', '约', '近', '超', '满', '每', '续', '共', '月', '达', '足',
        '逾', '历', '逢', '初', '早',
    ];
    const LENGTH_AFTER: [&str; 25] = [
        "自由行",
        "自驾",
        "行程",
        "跟团",
        "之旅",
        "之行",
        "双飞",
        "内",
        "均",
        "年化",
        "游",
        "龄",
        "报",
        "志",
        "常",
        "元",
        "以上",
        "以内",
        "线",
        "后",
        "无",
        "未",
        "本",
        "之内",
        "新低",
    ];
    const NUMBERED_DAY: [&str; 10] =
        ["前", "之前", "以前", "起", "开始", "上午", "中午", "下午", "晚上", "凌晨"];
    // 三日 and 十日 are lengths as often as days, unless something happens then.
    const HAPPENS: [&str; 28] = [
        "上午", "下午", "中午", "凌晨", "晚间", "晚上", "清晨", "傍晚", "发布", "公布", "宣布",
        "表示", "指出", "举行", "召开", "开幕", "闭幕", "通过", "签署", "启动", "抵达", "也", "已",
        "将", "电", "讯", "报道", "在",
    ];
    let (after, field) = day(scan)?;
    let sure =
        |number: &Number| number.arabic || number.value > 10 || after.eat_any(&HAPPENS).is_some();
    let number = alone(scan).filter(sure)?;
    // 19号前报名; 5号线, 1号前门 and 3号楼 are no days.
    let numbered = |after: Scan<'_>| {
        after.eat_any(&NUMBERED_DAY).is_some_and(|(end, index)| {
            index > 0 || !end.rest().starts_with(['门', '台', '面', '方', '锋', '往', '端'])
        })
    };
    let named = scan.skip(number.len).eat_blank();
    let is_day = (named.eat("日").is_some() || named.eat("号").is_some_and(numbered))
        && !scan.before().ends_with(LENGTH_BEFORE)
        && (after.rest().starts_with("报道")
            || !LENGTH_AFTER.iter().any(|word| after.eat_blank().rest().starts_with(word)));
    is_day.then_some((after, field))
}

/// A part of a year, after it: `底`, `年初`, `上半年`, `前三季度`.
pub(super) fn part_of_year(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    edge(scan.eat("年").unwrap_or(scan))
        .or_else(|| scan.eat("年中").and_then(middle))
        .or_else(|| within(scan.eat("年").unwrap_or(scan)))
        .or_else(|| season(scan))
        .or_else(|| {
            let (after, index) = scan.eat_any(&["前半年", "后半年"])?;
            Some((after, Part::Half(index as u32 + 1)))
        })
        .or_else(|| counted_part(scan))
        .or_else(|| units_of(scan))
}

/// `的第三周`, `前10天`, `最后两个月`: some of the weeks, days or months of a year or month.
fn units_of(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    const UNITS: [(&str, Unit); 6] = [
        ("周", Unit::Week),
        ("个星期", Unit::Week),
        ("星期", Unit::Week),
        ("天", Unit::Day),
        ("个月", Unit::Month),
        ("个周", Unit::Week),
    ];
    let (which_at, index) = scan.eat("的").unwrap_or(scan).eat_any(&["第", "前", "最后"])?;
    let number_at = which_at.eat_blank();
    let number = number_at.small().filter(|number| (1..=53).contains(&number.value))?;
    let unit_at = number_at.skip(number.len).eat_blank();
    if number.value <= 5
        && let Some((after, _)) = unit_at.eat_any(&["个星期", "个周", "个礼拜"])
        && let Some((after, day)) = time_week::day(after)
    {
        let part = [Part::NthWeekday(number.value, day), Part::LastWeekday(day)];
        return [Some(part[0]), None, (number.value == 1).then_some(part[1])][index]
            .map(|part| (after, part));
    }
    let (word, unit) = UNITS.iter().find(|(word, _)| unit_at.rest().starts_with(word))?;
    let after = unit_at.skip(word.len());
    let part = [Part::Nth, Part::First, Part::Last][index](number.value, *unit);
    // 第三周期, 第10天报: other words; 12 months are the year.
    let other = after.rest().starts_with(['期', '年', '岁', '报', '内'])
        || *unit == Unit::Month && number.value > 12;
    (!other).then_some((after, part))
}

/// `年内`, and `全年` of a year that is named, which is the year itself.
fn within(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    const LONGER: [char; 14] =
        ['地', '部', '外', '容', '需', '存', '涵', '生', '卷', '陆', '蒙', '河', '江', '科'];
    let (after, _) = scan.eat_any(&["内", "全年"])?;
    (!after.rest().starts_with(LONGER)).then_some((after, Part::Whole))
}

/// `夏天`, `秋季`, `春`: the season of a year that is named.
fn season(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    // 2024年春节, 2024年秋粮: the season belongs to a word.
    const WORDS: [&str; 4] = [
        "节运耕晚播招训游茶风雨笋考夏秋兰联城",
        "粮收令种至秋装利威布令商",
        "收粮冬招千种分游裤菊瑾",
        "奥至训春修运泳小青残瓜虫",
    ];
    let (season, index) = scan.eat_any(&["春", "夏", "秋", "冬"])?;
    if let Some((after, _)) = season.eat_any(&["天", "季", "日"]) {
        return Some((after, Part::Season(index as u32 + 1)));
    }
    let word = season.rest().starts_with(|c| WORDS[index].contains(c));
    (!word).then_some((season, Part::Season(index as u32 + 1)))
}

/// A part of the year that the reader has in mind: `年底`, `上半年`, `前三季度`.
pub(super) fn lone_part(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    // 三年底, 十年中: the 年 belongs to a length.
    let length =
        scan.before().ends_with(|c: char| is_number(c) || "年几多这每全半当余".contains(c));
    // 年初二 is a day of the lunar new year.
    let lunar = |after: &Scan<'_>| after.rest().chars().nth(1).is_some_and(is_number);
    let edge = scan.eat("年").filter(|_| !length).filter(|after| !lunar(after)).and_then(edge);
    let within = || {
        scan.eat("年")
            .filter(|_| !length)
            .filter(|after| after.eat("内").is_some())
            .and_then(within)
    };
    let middle = || scan.eat("年中").filter(|_| !length).and_then(middle);
    edge.or_else(within)
        .or_else(middle)
        .or_else(|| counted_part(scan).filter(|_| !scan.before().ends_with('年')))
}

/// A part of a month, after it: `初`, `底`, `上旬`.
pub(super) fn part_of_month(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    if let Some((after, index)) = scan.eat_any(&["上旬", "中旬", "下旬", "上中旬", "中下旬"])
    {
        let (first, last) = [(1, 1), (2, 2), (3, 3), (1, 2), (2, 3)][index];
        return Some((after, Part::Tenths(first, last)));
    }
    if let Some(found) = half_of_month(scan) {
        return Some(found);
    }
    edge(scan).or_else(|| {
        let of_months = |part: &Part| {
            matches!(
                part,
                Part::Nth(_, Unit::Month)
                    | Part::First(_, Unit::Month)
                    | Part::Last(_, Unit::Month)
            )
        };
        units_of(scan).filter(|(_, part)| !of_months(part))
    })
}

/// `上半月`, `下半月`
pub(super) fn half_of_month(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    let (after, index) = scan.eat_any(&["上半月", "下半月"])?;
    Some((after, Part::HalfMonth(index as u32 + 1)))
}

/// 初, 底 or 末 that is no part of a longer word.
fn edge(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    const LONGER: [char; 23] = [
        '步', '始', '级', '心', '衷', '中', '具', '创', '稿', '审', '层', '座', '薪', '线', '色',
        '气', '部', '盘', '端', '稍', '学', '夏', '秋',
    ];
    let (after, index) = scan.eat_any(&["初", "底", "末"])?;
    let part = if index == 0 { Part::Start } else { Part::End };
    (!after.rest().starts_with(LONGER)).then_some((after, part))
}

/// 年中 that is no 年 and 中国.
fn middle(after: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    (!after.rest().starts_with([
        '国', '央', '心', '小', '共', '科', '外', '方', '医', '期', '秋', '美', '日', '欧', '东',
        '标', '的', '有', '华',
    ]) && (after.eat("考").is_none() || after.eat("考核").is_some()))
    .then_some((after, Part::Middle))
}

/// `上半年`, `第三季度`, `前三季度`, `前11个月`.
fn counted_part(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    if let Some((after, index)) = scan.eat_any(&["上半年", "下半年"]) {
        return Some((after, Part::Half(index as u32 + 1)));
    }
    if let Some((after, _)) = scan.eat_any(&["首季度", "首季"]) {
        return Some((after, Part::Quarter(1)));
    }
    // 2024年Q2, 2025年H1
    if let Some((after, index)) = scan.eat_any(&["Q1", "Q2", "Q3", "Q4", "H1", "H2"])
        && scan.before().ends_with('年')
    {
        let name = after.rest().starts_with(|c: char| c.is_ascii_alphanumeric());
        let number = index as u32 + 1;
        let part = if index < 4 { Part::Quarter(number) } else { Part::Half(number - 4) };
        return (!name).then_some((after, part));
    }
    if let Some((first, _)) = scan.eat_any(&["前", "头"]) {
        // 目前6月, 此前三季度: the 前 belongs to the word before.
        if scan.before().ends_with(['此', '以', '之', '目', '提', '先', '日', '空']) {
            return None;
        }
        let number = first.small()?;
        let after = first.skip(number.len);
        if let Some((after, _)) = after.eat_any(&["季度", "个季度", "季"]) {
            return (2..=3)
                .contains(&number.value)
                .then_some((after, Part::FirstQuarters(number.value)));
        }
        let (after, _) = after.eat_any(&["个月", "月"]).filter(|(after, index)| {
            *index == 0 || number.arabic && !after.rest().starts_with(['底', '初', '末'])
        })?;
        return (1..=11)
            .contains(&number.value)
            .then_some((after, Part::FirstMonths(number.value)));
    }
    let ordinal = scan.eat("第").unwrap_or(scan);
    let number = ordinal.small().filter(|number| (1..=4).contains(&number.value))?;
    let clear = !scan.before().ends_with(|c: char| is_number(c) || c == '第' || c == '前');
    let (after, index) = ordinal.skip(number.len).eat_any(&["季度", "季"])?;
    // 四季度假村 is an inn.
    let clear = clear
        && (index == 0 && !after.rest().starts_with('假')
            || scan.before().ends_with('年') && !after.rest().starts_with(['节', '赛', '稻']));
    let (after, part) = match after.eat_any(&["末", "底"]) {
        Some((end, _)) => (end, Part::QuarterEnd(number.value)),
        None => (after, Part::Quarter(number.value)),
    };
    (clear && !ordinal.rest().starts_with('两')).then_some((after, part))
}

/// A small number that no other number, 第 or 每年 stands before.
fn alone(scan: Scan<'_>) -> Option<Number> {
    let before = scan.before();
    let joined = before.ends_with(|c: char| is_number(c) || c == '.' || c == '第' || c == '/')
        || before.ends_with("每年")
        || before.ends_with("每年的")
        || before.ends_with('每')
        || of_every_year(before);
    scan.small().filter(|_| !joined)
}

/// The second side of 每年1月至3月 is of no year either.
fn of_every_year(before: &str) -> bool {
    let Some(first) = before
        .strip_suffix(|c| matches!(c, '至' | '到' | '—' | '-' | '–' | '～' | '~' | '、' | '和'))
    else {
        return false;
    };
    let first = first.trim_end_matches(|c| is_number(c) || "月日".contains(c));
    first.ends_with("每年") || first.ends_with("每年的")
}

/// True for a character of a number in any form.
pub(crate) fn is_number(c: char) -> bool {
    arabic_digit(c).is_some()
        || matches!(c, '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
        || matches!(c, '十' | '百' | '千' | '万' | '亿' | '两')
}

fn word<'a>(scan: Scan<'a>, words: &[(&str, i32)]) -> Option<(Scan<'a>, i32)> {
    let found = words.iter().filter(|(word, _)| begins(scan.rest(), word));
    found.max_by_key(|(word, _)| word.len()).map(|(word, value)| (scan.skip(word.len()), *value))
}
