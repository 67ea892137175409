//! Weeks and their days: `上周`, `本周末`, `下周三`, `星期一`; `周末` where something is to happen on it.
//! Weeks begin on Monday.
//!
//! `每周三` and `周一至周五` tell of every week and are no times.

use super::field::is_number;
use super::{Reading, Scan};
use crate::meaning::Meaning;

const WEEK: [&str; 3] = ["星期", "礼拜", "周"];

/// Which week, counted from the reference's.
const WHICH: [(&str, i32); 9] = [
    ("上上", -2),
    ("上", -1),
    ("上一", -1),
    ("本", 0),
    ("这", 0),
    ("这一", 0),
    ("下", 1),
    ("下一", 1),
    ("下下", 2),
];

/// A week or a day of one at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    if let Some((after, index)) = scan.eat_any(&["上半周", "下半周"]) {
        let (first, last) = [(0, 2), (3, 6)][index];
        return Some((after.since(scan), Meaning::Weekdays(0, first, last)));
    }
    let which = WHICH.iter().filter(|(word, _)| scan.rest().starts_with(word));
    match which.max_by_key(|(word, _)| word.len()) {
        Some((word, weeks)) => of_week(scan, scan.skip(word.len()), *weeks),
        None => weekend(scan).or_else(|| alone(scan)),
    }
}

/// `周末就是投票日`: at the head of a clause, of what is to come; 周末班 and 周末愉快 are of any week.
fn weekend(scan: Scan<'_>) -> Reading {
    const TO_COME: [&str; 6] = ["就是", "就要", "即将", "将", "投票", "要投票"];
    let before = scan.before();
    let opens = before.is_empty() || before.ends_with(|c| ",，。;；!！?？:：\n".contains(c));
    let end = scan.eat("周末").filter(|end| opens && end.eat_any(&TO_COME).is_some())?;
    Some((end.since(scan), Meaning::Weekdays(0, 5, 6)))
}

/// `上周`, `上周三`, `本周一至周三`
fn of_week(scan: Scan<'_>, after: Scan<'_>, weeks: i32) -> Reading {
    // 以上周期, 网上周边: the week begins inside another word.
    if scan.before().ends_with([
        '以', '加', '早', '晚', '马', '身', '网', '桌', '线', '会', '天', '基', '文', '课', '剧',
        '脚', '街', '路', '台',
    ]) {
        return None;
    }
    let (after, index) = after.eat("个").unwrap_or(after).eat_any(&WEEK)?;
    if let Some(end) = after.eat("末") {
        return Some((end.since(scan), Meaning::Weekdays(weeks, 5, 6)));
    }
    let Some((end, first)) = day(after) else {
        const LONGER: [char; 20] = [
            '边', '期', '刊', '长', '年', '围', '转', '密', '游', '岁', '知', '折', '报', '旋',
            '全', '到', '庄', '公', '口', '先',
        ];
        let clear = index != 2 || !after.rest().starts_with(LONGER);
        return clear.then(|| (after.since(scan), Meaning::Week(weeks)));
    };
    let until = || {
        let (next, _) = end.eat_any(&["至", "到", "-", "—", "～"])?;
        let (next, _) = next.eat_any(&WEEK)?;
        day(next).filter(|(_, last)| *last > first)
    };
    let (end, last) = until().unwrap_or((end, first));
    Some((end.since(scan), Meaning::Weekdays(weeks, first, last)))
}

/// `周三`, with no word before it that makes it a habit or a name.
fn alone(scan: Scan<'_>) -> Reading {
    const JOINS: [char; 6] = ['至', '到', '-', '—', '、', '和'];
    let (week, index) = scan.eat_any(&WEEK)?;
    let (end, of_week) = day(week)?;
    let before = scan.before();
    let of_a_list = before.strip_suffix(JOINS).is_some_and(|first| {
        first.strip_suffix(DAYS).is_some_and(|first| WEEK.iter().any(|week| first.ends_with(week)))
    });
    let habit = of_a_list && !happens(end)
        || before.ends_with(|c: char| is_number(c) || "每逢隔单双整半欧逐几两姓".contains(c));
    let opens_a_list = end
        .rest()
        .strip_prefix(JOINS)
        .is_some_and(|next| WEEK.iter().any(|week| next.starts_with(week)));
    // 周一围, 周六福, 周三强: names; 周日均 is a week's mean, and 老周三天前 counts days.
    let name = index == 2 && end.rest().starts_with(|c| "围福良岳贵平均强宝生天".contains(c));
    // 3月10日(周一): the same day said twice.
    let said = before.strip_suffix(['(', '（']).is_some_and(|date| date.ends_with(['日', '号']))
        && end.rest().starts_with([')', '）']);
    let opens_a_list = opens_a_list && !happens(end_of_list(end));
    let clear = !habit && !opens_a_list && !name && !said;
    clear.then(|| (end.since(scan), Meaning::Weekday(of_week)))
}

/// The place after the other days of a list: 周三和周四, 周一、周二.
fn end_of_list(mut end: Scan<'_>) -> Scan<'_> {
    while let Some((next, _)) = end.eat_any(&["和", "、"])
        && let Some((week, _)) = next.eat_any(&WEEK)
        && let Some((after, _)) = day(week)
    {
        end = after;
    }
    end
}

/// True where something is told of these days, and no habit.
fn happens(end: Scan<'_>) -> bool {
    end.eat_any(&["将", "分别", "先后", "举行"]).is_some()
}

const DAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];

/// The day of a week, counted from 0 for Monday.
pub(super) fn day(scan: Scan<'_>) -> Option<(Scan<'_>, u32)> {
    let c = scan.rest().chars().next()?;
    let index = DAYS.iter().position(|day| *day == c)?;
    let after = scan.skip(c.len_utf8());
    // 星期一个, 周一百: a number.
    let number = after.rest().starts_with(|c: char| "十百千万个".contains(c));
    (!number).then_some((after, (index as u32).min(6)))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn weeks_and_days() {
        check(read, "上周,", Some(("上周", Meaning::Week(-1))));
        check(read, "下个星期开工", Some(("下个星期", Meaning::Week(1))));
        check(read, "本周末", Some(("本周末", Meaning::Weekdays(0, 5, 6))));
        check(read, "下半周", Some(("下半周", Meaning::Weekdays(0, 3, 6))));
        check(read, "下周三在", Some(("下周三", Meaning::Weekdays(1, 2, 2))));
        check(read, "本周一至周三,", Some(("本周一至周三", Meaning::Weekdays(0, 0, 2))));
        check(read, "上上周日", Some(("上上周日", Meaning::Weekdays(-2, 6, 6))));
        check(read, "星期天,", Some(("星期天", Meaning::Weekday(6))));
        check(read, "周五表示", Some(("周五", Meaning::Weekday(4))));
    }

    #[test]
    fn weekends_to_come() {
        check(read, "周末就是灯会,", Some(("周末", Meaning::Weekdays(0, 5, 6))));
        check(read, "周末将有大雨", Some(("周末", Meaning::Weekdays(0, 5, 6))));
        for text in ["周末班", "周末愉快", "周末人多"] {
            check(read, text, None);
        }
        let habit = "每逢周末将";
        assert_eq!(read(Scan::new(habit, "每逢".len())), None);
    }

    #[test]
    fn days_of_a_list_on_which_something_happens() {
        check(read, "周三和周四将休战", Some(("周三", Meaning::Weekday(2))));
        let second = "周三和周四将休战";
        let at = "周三和".len();
        assert_eq!(read(Scan::new(second, at)), Some(("周四".len(), Meaning::Weekday(3))));
        check(read, "周三和周四休息", None);
    }

    #[test]
    fn habits_and_names_are_no_days() {
        for text in
            ["周一至周五", "周边", "周期", "本周期", "上周边", "周年", "周六福", "周末", "下周期"]
        {
            check(read, text, None);
        }
        for (before, text) in [
            ("每", "周三"),
            ("两", "周一次"),
            ("网", "上周边"),
            ("周一至", "周五"),
            ("3月10日(", "周一)"),
        ] {
            let whole = format!("{before}{text}");
            assert_eq!(read(Scan::new(&whole, before.len())), None, "{whole}");
        }
    }
}
