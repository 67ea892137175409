//! Which openings of a text can be a time: one look at a character and the next, before any rule.
//!
//! Most characters that a time can begin with begin something else most often (上海, 中国, 一些,
//! 46441台), so that asking the rules there is most of the work. Nothing is decided here: what is let
//! through may be no time. The table test of the rules holds that nothing they read is kept out.

use std::sync::LazyLock;

use super::Scan;
use crate::numerals::{arabic_digit, han_digit};
use crate::words::{Characters, Pairs};

/// No number of a date is longer, in characters.
const LONGEST_NUMBER: usize = 9;

/// What goes on from a number in a time.
static UNITS: LazyLock<Characters> = LazyLock::new(|| {
    const UNITS: &str = "年月日号时点世周天个星礼季旬财多余几半至到-—–－~～―〜、和及与或,./以直劳儿建妇青假夕长黄期节小";
    Characters::new(UNITS.chars())
});

/// True where a time can begin here.
pub(super) fn may_be_time(place: Scan<'_>, first: char) -> bool {
    if is_digit(first) {
        return number_may_be_time(place, first);
    }
    let mut next = place.rest()[first.len_utf8()..].chars();
    let (Some(second), third) = (next.next(), next.next()) else { return true };
    // A number, words for one, or what stands between.
    let counts = |c: Option<char>| {
        c.is_none_or(|c| is_digit(c) || matches!(c, '几' | '数' | '半' | '的' | ' '))
    };
    match (first, second) {
        ('自', '从' | '党' | '新' | '改') => true,
        ('自' | '从', _) => {
            may_be_date(second) && may_be_time(place.skip(first.len_utf8()), second)
        }
        ('新', _) => place.rest().starts_with("新中国"),
        ('未', '来') | ('今' | '往', '后') | ('上' | '下', '午') => counts(third),
        ('同', '一') => third.is_none_or(|c| "年天".contains(c)),
        ('上' | '下', '一' | '个') => third.is_none_or(|c| "年月季个周星礼世半".contains(c)),
        ('半', '个') => third.is_none_or(|c| "月星世".contains(c)),
        ('多' | '几' | '数', '个') => third.is_none_or(|c| "月星".contains(c)),
        ('第', _) => is_digit(second) && ordinal_may_be_time(place),
        _ => SECONDS.may_hold(first, second) || followers(first).is_none(),
    }
}

/// 第三季度, 第二天
fn ordinal_may_be_time(place: Scan<'_>) -> bool {
    let unit = place.rest().trim_start_matches('第').trim_start_matches(is_digit);
    unit.starts_with(['季', '天', '财'])
}

/// A number begins a time where it is whole and a unit of time, a dash or a list goes on from it.
fn number_may_be_time(place: Scan<'_>, first: char) -> bool {
    if arabic_digit(first).is_some() && place.before().ends_with(|c| arabic_digit(c).is_some()) {
        return false;
    }
    let rest = place.rest();
    let mut numbers = 0;
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        if is_digit(c) {
            numbers += 1;
            if numbers > LONGEST_NUMBER {
                return false;
            }
        } else if c != ' ' {
            // 十四五 is a plan's name, whatever follows.
            return numbers == 3 && first == '十'
                || UNITS.may_hold(c) && unit_may_be_of_time(c, chars.next(), numbers);
        }
    }
    // 2018 at the end of a text is no year, but 十四五 is a plan.
    numbers == 3
}

/// True where what stands behind a unit lets it be one of time: 三个月, but not 三个城市.
fn unit_may_be_of_time(unit: char, next: Option<char>, numbers: usize) -> bool {
    let Some(next) = next else { return true };
    match unit {
        '个' => "月星周多礼".contains(next),
        '多' | '余' | '几' => "年个月天日周星 ".contains(next),
        '财' => next == '年',
        '.' | '/' | ',' | '、' | '和' | '及' | '与' | '或' => is_digit(next) || next == ' ',
        '以' => next == '来',
        '直' => next == '至',
        '世' => next == '纪',
        // 五一, 六一 and the like
        '劳' | '儿' | '建' | '妇' | '青' | '假' | '长' | '黄' | '期' | '节' | '小' => {
            numbers == 2
        }
        _ => true,
    }
}

/// The characters that a date begins with, as [`time_date`](super::time_date) reads it.
fn may_be_date(first: char) -> bool {
    is_digit(first) || super::YEARS.contains(first) || super::DATES.contains(first)
}

/// The first two characters of times of which only few can follow the first.
static SECONDS: LazyLock<Pairs> = LazyLock::new(|| {
    let mut pairs = Pairs::default();
    for first in super::openings() {
        followers(first).into_iter().flatten().for_each(|second| pairs.take(first, second));
    }
    pairs
});

/// All that can follow a first character in a time, numbers with it; none where many can.
pub(super) fn followers(first: char) -> Option<impl Iterator<Item = char>> {
    let numbers =
        if matches!(first, '前' | '头' | '近' | '这' | '第') { super::DIGITS } else { "" };
    Some(seconds(first)?.chars().chain(numbers.chars()))
}

/// What but a number can follow a first character in a time.
fn seconds(first: char) -> Option<&'static str> {
    Some(match first {
        '去' => "年今春夏秋冬（(",
        '今' => "年天日晨早晚夜儿凌明后春夏秋冬（(",
        '前' => "年天日晚昨不几些阵段半（(",
        '头' | '第' => "",
        '近' => "日期来年些几段半 ",
        '这' => "一个些几段阵年月周星礼季半 ",
        '“' | '"' | '「' | '『' => "三五六七八九十",
        '明' => "年天日早晨晚后治春儿（(",
        '后' => "年天日半儿",
        '本' => "年月周季世星礼（(",
        '上' => "年半旬月周个星礼世一上季午（(",
        '下' => "年半月周个星礼一下季午（(",
        '大' => "年前后正",
        '中' => "华秋旬午",
        '民' | '国' => "国庆",
        '那' => "年一",
        '同' => "年月日一期治时",
        '当' => "年月日天晚",
        '次' | '翌' => "年月日晨",
        '即' | '连' => "日",
        '隔' => "天日",
        '此' | '之' => "前后",
        '最' => "近",
        '目' | '日' => "前",
        '截' | '夏' => "至",
        '不' => "久",
        '稍' => "早",
        '未' => "来",
        '接' => "下",
        '往' | '其' | '随' => "后",
        '过' => "去",
        '首' => "季",
        '年' => "底末初中内",
        '初' => "一二三四五六七八九十",
        '月' => "底末初",
        '元' => "旦月宵丰祐",
        '党' => "的",
        '新' => "中",
        '改' => "革",
        '周' => "一二三四五六日天末",
        '星' => "期",
        '礼' => "拜",
        // 农历 and, of reigns, 万历 and 庆历.
        '农' | '阴' | '旧' | '庆' | '万' => "历",
        '正' => "月统德午",
        '冬' => "月至",
        '腊' => "月八",
        '情' | '愚' => "人",
        '护' => "士",
        '春' => "节分",
        '秋' => "分",
        '立' => "春夏秋冬",
        '除' => "夕",
        '清' => "明晨早",
        '凌' => "晨",
        '傍' => "晚",
        '深' => "夜",
        '夜' => "里间",
        '早' => "上晨间",
        '晚' => "上间",
        '劳' => "动",
        '端' => "午",
        '儿' => "童",
        '建' => "党军隆炎文",
        '教' => "师",
        '重' => "阳",
        '植' => "树",
        '平' => "安成",
        '圣' => "诞",
        '半' => "年个夜",
        '几' | '数' | '多' => "年月日天周个十",
        // Reigns.
        '贞' => "观",
        '永' => "徽乐",
        '神' => "龙",
        '开' => "元",
        '天' => "宝圣顺启",
        '会' => "昌",
        '太' => "平",
        '咸' => "平淳丰",
        '嘉' => "祐靖庆",
        '熙' => "宁",
        '宣' => "和德统",
        '乾' => "道隆",
        '淳' | '康' => "熙",
        '至' | '雍' => "正",
        '洪' => "武",
        '景' => "泰",
        '成' => "化",
        '弘' | '顺' => "治",
        '隆' => "庆",
        '崇' => "祯",
        '道' => "光",
        '光' => "绪",
        '昭' | '令' => "和",
        _ => return None,
    })
}

fn is_digit(c: char) -> bool {
    arabic_digit(c).is_some() || han_digit(c).is_some() || matches!(c, '十' | '廿' | '卅' | '两')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let first = text.chars().next().unwrap();
        assert_eq!(may_be_time(Scan::new(text, 0), first), expected, "{text}");
    }

    #[test]
    fn openings() {
        for text in [
            "2024年",
            "６月",
            "二〇二五年",
            "6 月",
            "十四五规划",
            "2022-2025年",
            "上月",
            "“十四五”",
        ] {
            check(text, true);
        }
        for text in ["46441台", "上海", "中国", "一体化", "1111111111年", "2.81%x", "后来"]
        {
            check(text, text.starts_with("2.81"));
        }
    }
}
