//! The time of day: `3月10日上午`, `4日8时30分`, `昨天下午3点至5点`, `昨天约3点`, `17:55:23`.
//!
//! Behind a day it belongs to the expression but not to its value: a day is as fine as a date here
//! is. Alone it dates nothing; `expressions` gives it as a time of a clock.

use std::sync::LazyLock;

use super::{DIGITS, Scan, TO};
use crate::words::{Characters, Words};

/// A part of the day, as ISO-TimeML names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A time of day as it is said: a part, an hour, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TimeOfDay {
    part: Option<DayPart>,
    hour: Option<u32>,
    minute: Option<u32>,
    second: Option<u32>,
}

/// A time of day, or two of them with all between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hours {
    pub(crate) first: TimeOfDay,
    pub(crate) last: Option<TimeOfDay>,
}

impl TimeOfDay {
    /// Whether it says an hour and, with its part of the day or its minutes, that it is one.
    pub(crate) fn is_told(self) -> bool {
        self.hour.is_some() && (self.part.is_some() || self.minute.is_some())
    }

    /// `T17:30`, or `TAF` where only the part of the day is said.
    pub(crate) fn timex(self) -> String {
        let Some(hour) = self.hour else {
            let part = match self.part {
                Some(DayPart::Morning) => "MO",
                Some(DayPart::Midday) => "MI",
                Some(DayPart::Afternoon) => "AF",
                Some(DayPart::Evening) => "EV",
                Some(DayPart::Night) => "NI",
                Some(DayPart::Daytime) | None => "DT",
            };
            return format!("T{part}");
        };
        let after_noon = match self.part {
            Some(DayPart::Afternoon | DayPart::Evening) => true,
            Some(DayPart::Midday) => hour <= 3,
            Some(DayPart::Night) => hour >= 6,
            _ => false,
        };
        let hour = if after_noon && hour < 12 { hour + 12 } else { hour };
        let rest = [self.minute, self.second].into_iter().flatten();
        rest.fold(format!("T{hour:02}"), |text, field| format!("{text}:{field:02}"))
    }
}

/// Words for the parts of the day. 凌晨 is a night's, and its hours are those of the morning.
static PARTS: LazyLock<Words<DayPart>> = LazyLock::new(|| {
    Words::with([
        ("凌晨", DayPart::Night),
        ("清晨", DayPart::Morning),
        ("早晨", DayPart::Morning),
        ("早上", DayPart::Morning),
        ("早间", DayPart::Morning),
        ("上午", DayPart::Morning),
        ("一早", DayPart::Morning),
        ("清早", DayPart::Morning),
        ("早", DayPart::Morning),
        ("晨", DayPart::Morning),
        ("中午", DayPart::Midday),
        ("午间", DayPart::Midday),
        ("正午", DayPart::Midday),
        ("午后", DayPart::Afternoon),
        ("下午", DayPart::Afternoon),
        ("傍晚", DayPart::Evening),
        ("晚上", DayPart::Evening),
        ("晚间", DayPart::Evening),
        ("当晚", DayPart::Evening),
        ("入夜", DayPart::Evening),
        ("晚", DayPart::Evening),
        ("夜间", DayPart::Night),
        ("夜里", DayPart::Night),
        ("深夜", DayPart::Night),
        ("半夜", DayPart::Night),
        ("午夜", DayPart::Night),
        ("夜", DayPart::Night),
        ("白天", DayPart::Daytime),
        ("日间", DayPart::Daytime),
    ])
});

/// The place after the time of day that stands here, or the place itself.
pub(crate) fn after(scan: Scan<'_>) -> Scan<'_> {
    // Mostly a mark or a verb stands behind a day.
    if !scan.eat_blank().rest().starts_with(|c| OPENINGS.may_hold(c)) {
        debug_assert!(behind(scan).is_none(), "an hour opens {}", scan.rest());
        return scan;
    }
    behind(scan).unwrap_or(scan)
}

/// What a time of day behind a day begins with, a blank aside.
static OPENINGS: LazyLock<Characters> = LazyLock::new(|| {
    let words = PARTS.all().chain(ABOUT).filter_map(|word| word.chars().next());
    Characters::new(words.chain(DIGITS.chars()).chain(['T']))
});

/// The place after the time of day that stands right behind a day.
fn behind(scan: Scan<'_>) -> Option<Scan<'_>> {
    // 2025-03-12T14:30
    let of_digits = || clock(scan.eat("T")?).map(|(after, _)| after);
    let found = read(scan).or_else(|| about(scan)).map(|(after, _)| after);
    found.or_else(of_digits)
}

/// Words between a day and an hour that is not exact: 昨天约22点, 4日将近8时.
const ABOUT: [&str; 5] = ["约", "大约", "近", "将近", "接近"];

/// An hour behind a day that is said not to be exact.
fn about(scan: Scan<'_>) -> Option<(Scan<'_>, Hours)> {
    let (hour_at, _) = scan.eat_blank().eat_any(&ABOUT)?;
    clock(hour_at)?;
    read(hour_at)
}

/// The place after what makes an hour less or more exact: 8时许, 5点多.
fn not_exact(scan: Scan<'_>) -> Scan<'_> {
    /// 4日8时多云, 5点多人聚集: 多 goes with what follows.
    const OTHERS: &str = "云雨雾风余样元数次名个人家条辆处地项部位方种国省市区县级头所间座台件路";
    if let Some((after, _)) = scan.eat_any(&["许", "左右", "整"]) {
        return after;
    }
    let hour = scan.before().ends_with(['点', '时', '钟']);
    let more =
        scan.eat("多").filter(|after| hour && !after.rest().starts_with(|c| OTHERS.contains(c)));
    more.map_or(scan, |after| after.eat("钟").unwrap_or(after))
}

/// The time of day that stands here.
pub(crate) fn read(scan: Scan<'_>) -> Option<(Scan<'_>, Hours)> {
    let (after, first) = one(scan.eat_blank(), None)?;
    let after = not_exact(after);
    let last = after.eat_any(&TO).and_then(|(next, _)| one(next, first.part));
    Some(match last {
        Some((after, last)) => (after, Hours { first, last: Some(last) }),
        None => (after, Hours { first, last: None }),
    })
}

/// One time of day; a part said before holds on (下午5点到6点).
fn one(scan: Scan<'_>, said: Option<DayPart>) -> Option<(Scan<'_>, TimeOfDay)> {
    let named = part(scan);
    let clock_at = named.map_or(scan, |(after, _)| after).eat_blank();
    let part = named.map(|(_, part)| part);
    // 上午约9时
    let about = || named.and_then(|_| clock(clock_at.eat_any(&ABOUT)?.0));
    if let Some((after, time)) = clock(clock_at).or_else(|| first_hour(clock_at)).or_else(about) {
        return Some((after, TimeOfDay { part: time.part.or(part).or(said), ..time }));
    }
    named.map(|(after, part)| (after, TimeOfDay { part: Some(part), ..TimeOfDay::default() }))
}

/// 上午, or one character that no longer word goes on from: 晚, but not of 晚会.
fn part(scan: Scan<'_>) -> Option<(Scan<'_>, DayPart)> {
    const WORDS: [(&str, &str); 4] = [
        ("早", "期已就在先年日盘餐稻报有些市点"),
        ("晨", "报光练跑曦会星检"),
        ("晚", "会报宴霞年期餐点饭安清婚辈熟稻自班育景高"),
        ("夜", "市景班色校宵跑谈航游话"),
    ];
    let (word, part) = PARTS.at(scan.rest()).next()?;
    let after = scan.skip(word.len());
    let longer = WORDS
        .iter()
        .any(|(short, next)| *short == word && after.rest().starts_with(|c| next.contains(c)));
    (!longer).then_some((after, *part))
}

/// `8时30分`, `3点半`, `14:30`, `2:00 p.m.`
fn clock(scan: Scan<'_>) -> Option<(Scan<'_>, TimeOfDay)> {
    let hour = scan.small().filter(|number| number.value <= 24)?;
    let after = scan.skip(hour.len);
    let of_hour = TimeOfDay { hour: Some(hour.value), ..TimeOfDay::default() };
    if let Some((minutes_at, _)) = after.eat_any(&[":", "："]) {
        let (after, minute) = two_digits(minutes_at)?;
        let seconds = after.eat_any(&[":", "："]).and_then(|(at, _)| two_digits(at));
        let (after, second) = seconds.map_or((after, None), |(after, value)| (after, Some(value)));
        let (after, part) = half_of_day(after);
        return Some((after, TimeOfDay { part, minute: Some(minute), second, ..of_hour }));
    }
    let (after, _) = after.eat_blank().eat_any(&["时", "点钟", "点"])?;
    // 4日3点建议, 5日10时代: a list, a word.
    if after.rest().starts_with(['代', '建', '意', '要', '启', '期', '间', '候', '常', '主'])
    {
        return None;
    }
    if let Some((after, index)) = after.eat_any(&["半", "一刻", "三刻"]) {
        return Some((after, TimeOfDay { minute: Some([30, 15, 45][index]), ..of_hour }));
    }
    let minutes = || {
        let number = after.small().filter(|number| number.value < 60)?;
        let end = after.skip(number.len).eat("分")?;
        let seconds = end
            .small()
            .filter(|number| number.value < 60)
            .and_then(|second| Some((end.skip(second.len).eat("秒")?, second.value)));
        let (whole, second) = seconds.map_or((end, None), |(end, value)| (end, Some(value)));
        let clear = !whole.rest().starts_with(['之', '别', '成', '钟']);
        clear.then_some((whole, TimeOfDay { minute: Some(number.value), second, ..of_hour }))
    };
    Some(minutes().unwrap_or((after, of_hour)))
}

/// `五到六点`: the unit stands behind the second hour only.
fn first_hour(scan: Scan<'_>) -> Option<(Scan<'_>, TimeOfDay)> {
    let hour = scan.small().filter(|number| number.value <= 24)?;
    let after = scan.skip(hour.len);
    let (next, _) = after.eat_any(&TO)?;
    let (end, _) = clock(next)?;
    // 4日3到5:30 is no such pair.
    let named = end.before().ends_with(['点', '时', '半', '刻', '分', '钟']);
    named.then_some((after, TimeOfDay { hour: Some(hour.value), ..TimeOfDay::default() }))
}

/// `pm`, `a.m.` behind the digits of a clock.
fn half_of_day(scan: Scan<'_>) -> (Scan<'_>, Option<DayPart>) {
    const HALVES: [&str; 12] =
        ["am", "a.m.", "AM", "A.M.", "am.", "a.m", "pm", "p.m.", "PM", "P.M.", "pm.", "p.m"];
    match scan.eat_blank().eat_any(&HALVES) {
        Some((after, index)) => {
            (after, Some(if index < 6 { DayPart::Morning } else { DayPart::Afternoon }))
        }
        None => (scan, None),
    }
}

fn two_digits(scan: Scan<'_>) -> Option<(Scan<'_>, u32)> {
    let number = scan.digits()?;
    (number.digits == 2 && number.value < 60).then(|| (scan.skip(number.len), number.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, hours: &str) {
        let found = read(Scan::new(text, 0));
        let matched = found.map_or("", |(after, _)| &text[..after.since(Scan::new(text, 0))]);
        let timex = found.map_or_else(String::new, |(_, hours)| match hours.last {
            Some(last) => format!("{}/{}", hours.first.timex(), last.timex()),
            None => hours.first.timex(),
        });
        assert_eq!((matched, timex.as_str()), (expected, hours), "{text}");
    }

    #[test]
    fn times_of_day() {
        check("上午,大桥通车", "上午", "TMO");
        check("上午8时30分,", "上午8时30分", "T08:30");
        check("8时许,", "8时许", "T08");
        check("下午5点多,", "下午5点多", "T17");
        check("早上8点多钟出门", "早上8点多钟", "T08");
        check("8时多云转晴", "8时", "T08");
        check("晚上8点多人聚集", "晚上8点", "T20");
        check("上午约9时开闸", "上午约9时", "T09");
        check("晚7点半在", "晚7点半", "T19:30");
        check("晚,大桥", "晚", "TEV");
        check("晚开幕", "晚", "TEV");
        check("凌晨2点到清晨6点", "凌晨2点到清晨6点", "T02/T06");
        check("14:30开始", "14:30", "T14:30");
        check("9时至11时", "9时至11时", "T09/T11");
        check("晚间八点三刻", "晚间八点三刻", "T20:45");
        check("零时起", "零时", "T00");
        check("零点", "零点", "T00");
        check("下午5点到6点半", "下午5点到6点半", "T17/T18:30");
        check("早上五到六点", "早上五到六点", "T05/T06");
        check("11:30:10 p.m.的", "11:30:10 p.m.", "T23:30:10");
        check("18点33分02秒", "18点33分02秒", "T18:33:02");
        check("中午12点", "中午12点", "T12");
        check("白天", "白天", "TDT");
    }

    #[test]
    fn hours_that_are_not_exact_go_on_from_a_day() {
        for (text, expected) in [
            ("约22点在渡口", "约22点"),
            ("将近22点时", "将近22点"),
            ("大约8时30分,", "大约8时30分"),
            ("近3点建议", ""),
            ("近30人", ""),
            ("约5:2获胜", ""),
            ("将近三成", ""),
        ] {
            let place = Scan::new(text, 0);
            assert_eq!(&text[..after(place).since(place)], expected, "{text}");
        }
    }

    #[test]
    fn other_words_are_no_times_of_day() {
        for text in ["晚会", "晨报", "3点建议", "早稻", "30个", "8时代", ":30", "在白石"]
        {
            check(text, "", "");
        }
    }
}
