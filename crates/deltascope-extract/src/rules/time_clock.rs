//! The time of day behind a day: `3月10日上午`, `4日8时30分`, `昨天下午3点至5点`.
//!
//! It belongs to the expression but not to its value: a day is as fine as a date here is. Alone it
//! dates nothing and is no time.

use super::Scan;
use crate::numerals::small;

/// Parts of the day.
const PARTS: [&str; 27] = [
    "凌晨", "清晨", "早晨", "早上", "早间", "上午", "中午", "午间", "正午", "午后", "下午", "傍晚",
    "晚上", "晚间", "夜间", "夜里", "深夜", "午夜", "入夜", "一早", "清早", "早", "晨", "晚", "夜",
    "当晚", "零点",
];

const TO: [&str; 8] = ["至", "到", "-", "—", "–", "－", "~", "～"];

/// The place after the time of day that stands here, or the place itself.
pub(crate) fn after(scan: Scan<'_>) -> Scan<'_> {
    let named = part(scan.eat_blank());
    let Some(end) = clock(named.unwrap_or(scan).eat_blank()).or(named) else { return scan };
    let end = end.eat_any(&["许", "左右", "整"]).map_or(end, |(end, _)| end);
    let until = || {
        let (next, _) = end.eat_any(&TO)?;
        let named = part(next);
        clock(named.unwrap_or(next)).or(named)
    };
    until().unwrap_or(end)
}

/// 上午, or one character that no longer word goes on from: 晚, but not of 晚会.
fn part(scan: Scan<'_>) -> Option<Scan<'_>> {
    const WORDS: [(&str, &str); 4] = [
        ("早", "期已就在先年日盘餐稻报有些市点"),
        ("晨", "报光练跑曦会星检"),
        ("晚", "会报宴霞年期餐点饭安清婚辈熟稻自班育景高"),
        ("夜", "市景班色校宵跑谈航游话"),
    ];
    let (after, index) = scan.eat_any(&PARTS)?;
    let longer = WORDS.iter().any(|(part, next)| {
        *part == PARTS[index] && after.rest().starts_with(|c| next.contains(c))
    });
    (!longer).then_some(after)
}

/// `8时30分`, `下午3点半`, `14:30`.
fn clock(scan: Scan<'_>) -> Option<Scan<'_>> {
    let hour = small(scan.rest()).filter(|number| number.value <= 24)?;
    let after = scan.skip(hour.len);
    if let Some((minutes_at, _)) = after.eat_any(&[":", "："]) {
        let minutes = two_digits(minutes_at)?;
        let seconds = minutes.eat_any(&[":", "："]).and_then(|(at, _)| two_digits(at));
        return Some(seconds.unwrap_or(minutes));
    }
    let (after, _) = after.eat_blank().eat_any(&["时", "点钟", "点"])?;
    // 4日3点建议, 5日10时代: a list, a word.
    if after.rest().starts_with(['代', '建', '意', '要', '启', '期', '间', '候', '常', '主'])
    {
        return None;
    }
    if let Some((half, _)) = after.eat_any(&["半", "一刻", "三刻"]) {
        return Some(half);
    }
    let minutes = || {
        let number = small(after.rest()).filter(|number| number.value < 60)?;
        let end = after.skip(number.len).eat("分")?;
        let seconds = small(end.rest()).and_then(|number| end.skip(number.len).eat("秒"));
        let whole = seconds.unwrap_or(end);
        (!whole.rest().starts_with(['之', '别', '成', '钟'])).then_some(whole)
    };
    Some(minutes().unwrap_or(after))
}

fn two_digits(scan: Scan<'_>) -> Option<Scan<'_>> {
    let number = crate::numerals::digits(scan.rest())?;
    (number.digits == 2 && number.value < 60).then(|| scan.skip(number.len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let scan = Scan::new(text, 0);
        assert_eq!(&text[..after(scan).since(scan)], expected, "{text}");
    }

    #[test]
    fn times_of_day() {
        check("上午,大桥通车", "上午");
        check("上午8时30分,", "上午8时30分");
        check("8时许,", "8时许");
        check("晚7点半在", "晚7点半");
        check("晚,大桥", "晚");
        check("晚开幕", "晚");
        check("凌晨2点到清晨6点", "凌晨2点到清晨6点");
        check("14:30开始", "14:30");
        check("9时至11时", "9时至11时");
        check("晚间八点三刻", "晚间八点三刻");
        check("零时起", "零时");
    }

    #[test]
    fn other_words_are_no_times_of_day() {
        for text in ["晚会", "晨报", "3点建议", "早稻", "30个", "8时代", ":30", "在白石"]
        {
            check(text, "");
        }
    }
}
