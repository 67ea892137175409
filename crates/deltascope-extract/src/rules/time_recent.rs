//! Lengths from a date: `近5年来`, `过去五年`, `5年来`, `三年前`, `两个月后`, `此后两年`, `30多年来`.

use super::field::is_number;
use super::{Reading, Scan};
use crate::meaning::{Meaning, Unit};

/// Words before a length that say from where it is counted.
const BEFORE: [&str; 15] = [
    "近",
    "最近",
    "最近的",
    "过去",
    "过去的",
    "这",
    "此前",
    "此后",
    "其后",
    "之后",
    "随后",
    "之前",
    "此前的",
    "此后的",
    "近段",
];

/// A length at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let words = if scan.rest().starts_with(is_number) { None } else { scan.eat_any(&BEFORE) };
    let before = words.filter(|(after, _)| !is_nearly(scan, *after));
    let number_at = before.map_or(scan, |(after, _)| after);
    if before.is_none()
        && scan.before().ends_with(|c: char| is_number(c) || "第前.每满约隔-—~～".contains(c))
    {
        return None;
    }
    let length = length(number_at.eat_blank())?;
    let after = length.after;
    let clear = !after.rest().starts_with(['期', '级', '制', '龄', '历']);
    let (after, meaning) = match before.map(|(_, index)| BEFORE[index]) {
        Some("这") => {
            let (after, _) = after.eat_any(&["以来", "来", "间", "里"])?;
            (after, Meaning::Last(length.count, length.unit))
        }
        Some("此前" | "之前" | "此前的") if clear => {
            (inside(after), Meaning::Around(-(length.count as i32), length.unit))
        }
        Some("此后" | "其后" | "之后" | "随后" | "此后的") if clear => {
            (inside(after), Meaning::Around(length.count as i32, length.unit))
        }
        // 近5年期 and 近三年级 are no periods of time; 近10天的行程 is a length.
        Some(_) if clear => (inside(after), Meaning::Last(length.count, length.unit)),
        Some(_) => return None,
        None => alone(after, &length)?,
    };
    let meaning = if length.about { Meaning::About(Box::new(meaning)) } else { meaning };
    Some((after.since(scan), meaning))
}

/// 历时近两年, 近一年之久: 近 says that the length is almost that.
fn is_nearly(scan: Scan<'_>, after: Scan<'_>) -> bool {
    const LASTS: [&str; 30] = [
        "经过", "历时", "耗时", "用时", "费时", "长达", "持续", "连续", "时隔", "相隔", "历经",
        "了", "已", "已有", "已经", "为期", "停工", "停产", "停业", "等待", "等了", "筹备", "耗费",
        "花费", "从业", "任职", "使用", "工作", "生活", "时间",
    ];
    const LONG: [&str; 5] = ["之久", "时间", "的时间", "后", "之后"];
    if scan.eat("近").is_none() {
        return false;
    }
    let end = length(after.eat_blank()).map_or(after, |length| length.after);
    let so_far = end.eat_any(&["来", "以来", "时间里", "时间内", "的时间里", "的时间内"]);
    so_far.is_none()
        && (LASTS.iter().any(|word| scan.before().ends_with(word)) || end.eat_any(&LONG).is_some())
}

/// `5年来`, `三年前`, `两个月后`.
fn alone<'a>(after: Scan<'a>, length: &Length<'a>) -> Option<(Scan<'a>, Meaning)> {
    let (count, unit) = (length.count, length.unit);
    if let Some((after, _)) = after.eat_any(&["以来", "来"])
        && !after.rest().starts_with(['自', '临', '到', '华', '访', '沪', '宁', '看', '说'])
    {
        return Some((after, Meaning::Last(count, unit)));
    }
    if let Some((after, _)) = after.eat_any(&["以前", "之前", "前"]) {
        let clear =
            !after.rest().starts_with(['期', '夕', '后', '半', '景', '三', '列', '端', '线']);
        return clear.then_some((after, Meaning::Ago(count, unit)));
    }
    // 一年后 is counted from what was told before.
    let (after, _) = after.eat_any(&["以后", "之后", "后"])?;
    let clear =
        !after.rest().starts_with(['劲', '续', '备', '期', '端', '方', '半', '勤', '疫', '置']);
    clear.then_some((after, Meaning::Later(count, unit)))
}

/// The place after 来, 间 or 里, where they close a period.
fn inside(after: Scan<'_>) -> Scan<'_> {
    after
        .eat_any(&["以来", "来", "间", "里", "内"])
        .filter(|(after, index)| match index {
            1 => !after.rest().starts_with(['自', '临', '到', '华', '访', '看', '说']),
            4 => !after.rest().starts_with(['容', '部', '外', '地', '需']),
            _ => true,
        })
        .map_or(after, |(after, _)| after)
}

/// A number with its unit.
pub(super) struct Length<'a> {
    pub(super) count: u32,
    pub(super) unit: Unit,
    /// 多, 余, or two numbers of which one holds.
    pub(super) about: bool,
    pub(super) after: Scan<'a>,
}

/// `5年`, `半年`, `30多年`, `两三个月`, `5至10年`: a length at this place.
pub(super) fn length(scan: Scan<'_>) -> Option<Length<'_>> {
    if let Some((after, index)) = scan.eat_any(&["半年", "半个月", "一年半", "两年半"]) {
        let (count, unit) =
            [(6, Unit::Month), (15, Unit::Day), (18, Unit::Month), (30, Unit::Month)][index];
        let more = after.eat("多").filter(|after| goes_on(*after));
        return Some(Length { count, unit, about: more.is_some(), after: more.unwrap_or(after) });
    }
    // 近半个世纪
    if let Some(after) = scan.eat("半个世纪") {
        return Some(Length { count: 50, unit: Unit::Year, about: true, after });
    }
    let number = scan
        .small()
        .or_else(|| scan.digits().filter(|number| number.arabic && number.value < 1000))?;
    let mut about = false;
    let (mut count, mut after) = (number.value, scan.skip(number.len));
    // 两三年, 三五天, 5至10年: the longer of the two is said to be enough.
    let other = after.eat_any(&["至", "到", "-", "—", "~", "～"]).map_or(after, |(at, _)| at);
    if let Some(second) =
        other.small().filter(|second| second.value > count && second.value < 100).filter(|second| {
            other.since(after) > 0 || !second.arabic && second.value < 10 && count < 10
        })
    {
        (count, after, about) = (second.value, other.skip(second.len), true);
    }
    let some: &[&str] = if count % 10 == 0 { &["多", "余", "几"] } else { &["多", "余"] };
    if let Some((more, _)) = after.eat_any(some) {
        (after, about) = (more, true);
    }
    let (mut after, unit) = unit(after.eat_blank())?;
    if let Some(more) = after.eat("多").filter(|after| goes_on(*after)) {
        (after, about) = (more, true);
    }
    Some(Length { count, unit, about, after })
}

/// True behind the 多 of 一年多来, not of 三年多次.
fn goes_on(after: Scan<'_>) -> bool {
    after.rest().starts_with(['来', '前', '后', '，', ','])
        || after.eat_any(&["以来", "时间"]).is_some()
}

/// A unit of time, without the 年 of 年级 or 年代.
fn unit(scan: Scan<'_>) -> Option<(Scan<'_>, Unit)> {
    const UNITS: [(&str, Unit); 8] = [
        ("年", Unit::Year),
        ("个月", Unit::Month),
        ("个多月", Unit::Month),
        ("周", Unit::Week),
        ("个星期", Unit::Week),
        ("星期", Unit::Week),
        ("天", Unit::Day),
        ("日", Unit::Day),
    ];
    let (word, unit) = UNITS.iter().find(|(word, _)| scan.rest().starts_with(word))?;
    let after = scan.skip(word.len());
    // 近两日 is a length; 3日来 and 3日前 are days.
    let day = *word == "日" && !scan.before().ends_with(['两', '几']);
    (!day && !after.rest().starts_with(['代', '级', '岁'])).then_some((after, *unit))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn lengths_back() {
        let years = |count| Meaning::Last(count, Unit::Year);
        check(read, "近5年来,", Some(("近5年来", years(5))));
        check(read, "近三年年均", Some(("近三年", years(3))));
        check(read, "过去五年,", Some(("过去五年", years(5))));
        check(read, "5年来,", Some(("5年来", years(5))));
        check(read, "这三年来", Some(("这三年来", years(3))));
        check(read, "最近两个月", Some(("最近两个月", Meaning::Last(2, Unit::Month))));
        check(read, "三年前,", Some(("三年前", Meaning::Ago(3, Unit::Year))));
        check(read, "近半年来,", Some(("近半年来", Meaning::Last(6, Unit::Month))));
        let about = |meaning| Meaning::About(Box::new(meaning));
        check(read, "30多年来,", Some(("30多年来", about(years(30)))));
        check(read, "近两三年", Some(("近两三年", about(years(3)))));
        check(read, "半年多来,", Some(("半年多来", about(Meaning::Last(6, Unit::Month)))));
        check(read, "一年多前", Some(("一年多前", about(Meaning::Ago(1, Unit::Year)))));
        check(read, "十余年前", Some(("十余年前", about(Meaning::Ago(10, Unit::Year)))));
    }

    #[test]
    fn lengths_from_a_date_before() {
        check(read, "两个月后,", Some(("两个月后", Meaning::Later(2, Unit::Month))));
        check(read, "此后两年,", Some(("此后两年", Meaning::Around(2, Unit::Year))));
        check(read, "此前三年间", Some(("此前三年间", Meaning::Around(-3, Unit::Year))));
        check(read, "一周之后", Some(("一周之后", Meaning::Later(1, Unit::Week))));
    }

    #[test]
    fn lengths_alone_are_no_times() {
        for text in [
            "1-5年期",
            "5年期",
            "三年行动计划",
            "30多年",
            "4年攻关",
            "近20家",
            "近5年期",
            "3日前",
            "为期三年",
            "三年后劲",
            "近一年之久",
            "近两个月时间,",
        ] {
            check(read, text, None);
        }
        for (before, text) in
            [("历时", "近两年"), ("经过", "近8天的搜寻"), ("停工", "近一年,"), ("时隔", "一年之后")]
        {
            let whole = format!("{before}{text}");
            assert_eq!(read(Scan::new(&whole, before.len())), None, "{whole}");
        }
        let two_years = Meaning::About(Box::new(Meaning::Last(2, Unit::Year)));
        check(read, "过去两年多时间里", Some(("过去两年多", two_years)));
        check(read, "近两年时间里", Some(("近两年", Meaning::Last(2, Unit::Year))));
    }
}
