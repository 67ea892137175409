//! A date in digits, `2012年01月11日`, `2012-1-11`, `２０１２／１／１１`: the shape of most dates, which is
//! told without a pattern as each mark of it leaves but one way to go on.

use memchr::memchr3_iter;

/// What is written in digits: all of it, with the blanks and the `日` behind it, and its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape<'a> {
    /// All of it.
    pub whole: &'a str,
    /// The year, of four digits, from 1900 to 2099; the month and the day, of one digit or two.
    pub parts: [&'a str; 3],
}

/// The dates in digits of a text, each with the place where it starts; none within another.
pub fn shapes(text: &str) -> impl Iterator<Item = (usize, Shape<'_>)> {
    let mut from = 0;
    // A year begins with `1` or `2`, or with one of these in full width, whose first byte is 0xEF.
    memchr3_iter(b'1', b'2', 0xef, text.as_bytes()).filter_map(move |at| {
        let shape = opening(&text[at..]).filter(|_| at >= from)?;
        from = at + shape.whole.len();
        Some((at, shape))
    })
}

/// The date that a text opens with.
fn opening(text: &str) -> Option<Shape<'_>> {
    let (year, rest) = year(text)?;
    let (month, rest) = number(behind(rest, '年')?)?;
    let (day, rest) = number(behind(rest, '月')?)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    Some(Shape { whole: &text[..text.len() - rest.len()], parts: [year, month, day] })
}

/// The year at the start of a text, all in one width, and what follows it.
fn year(text: &str) -> Option<(&str, &str)> {
    let is_wide = text.starts_with(['１', '２']);
    let digits = if is_wide { '０'..='９' } else { '0'..='9' };
    let opens = ["19", "20", "１９", "２０"].iter().any(|century| text.starts_with(century));
    let (year, rest) = text.split_at_checked(if is_wide { 12 } else { 4 })?;
    (opens && year.chars().all(|char| digits.contains(&char))).then_some((year, rest))
}

/// What follows a mark between the parts of a date, blanks aside.
fn behind(text: &str, mark: char) -> Option<&str> {
    let rest = text.trim_start().strip_prefix(['-', '/', '.', '．', '／', '－', mark])?;
    Some(rest.trim_start())
}

/// One digit or two, of either width, and what follows them.
fn number(text: &str) -> Option<(&str, &str)> {
    let digit = |char: &char| matches!(char, '0'..='9' | '０'..='９');
    let length = text.chars().take(2).take_while(digit).map(char::len_utf8).sum();
    (length > 0).then(|| text.split_at(length))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use regex::Regex;

    use super::*;

    /// The same dates as a pattern.
    static PATTERN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"((?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2})\s*[-/.．／－年]\s*([0-9０-９]{1,2})\s*[-/.．／－月]\s*([0-9０-９]{1,2})\s*日?",
        )
        .unwrap()
    });

    #[track_caller]
    fn check(text: &str) {
        let expected: Vec<_> = PATTERN
            .captures_iter(text)
            .map(|found| {
                let (whole, parts) = found.extract();
                (found.get(0).unwrap().start(), Shape { whole, parts })
            })
            .collect();
        assert_eq!(shapes(text).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn each_date_is_found_as_a_pattern_finds_it() {
        for text in [
            "2012年01月11日 08:21",
            "发表于 2012-1-11  ，更新于2012/1/123",
            "２０１２ 年１ 月１１ 日",
            "２０1２年１月１１日",
            "20122012.1.1-2013.2.2",
            "1999-1-12000-1-1",
            "2012年1月，2012.13",
            "2012\u{3000}－\u{3000}１2．3\u{3000}日",
            "12012-01-02",
            "19年1月1日",
            "201",
        ] {
            check(text);
        }
        // All short texts of what dates are made of.
        let signs = ["2", "0", "1", "9", "１", "年", "-", " ", "日"];
        for nth in 0..signs.len().pow(5) {
            let sign = |place: u32| signs[nth / signs.len().pow(place) % signs.len()];
            let tail: String = (0..5).map(sign).collect();
            check(&format!("2019{tail}"));
        }
    }
}
