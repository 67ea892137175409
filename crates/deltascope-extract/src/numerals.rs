//! Whole numbers at the head of a text: Arabic of either width, and Chinese.
//!
//! Only the forms that dates need; quantities have grammars of their own.

/// A number read at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// Its value.
    pub(crate) value: u32,
    /// How many bytes state it.
    pub(crate) len: usize,
    /// How many digits, where it is written digit by digit.
    pub(crate) digits: usize,
    /// Written in Arabic digits.
    pub(crate) arabic: bool,
}

/// The value of an Arabic digit of either width.
pub(crate) fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese digit; 两 is no digit of a date.
pub(crate) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// No number of a date has more digits; longer ones are not read to their end, as a text may be one.
const MOST_DIGITS: usize = 9;

/// Digits written one by one, all of one kind: `2025`, `２０２５`, `二〇二五`.
pub(crate) fn digits(text: &str) -> Option<Number> {
    let first = text.chars().next()?;
    let arabic = arabic_digit(first).is_some();
    let digit = if arabic { arabic_digit } else { han_digit };
    digit(first)?;
    let mut number = Number { value: 0, len: 0, digits: 0, arabic };
    for c in text.chars() {
        let Some(value) = digit(c) else { break };
        if number.digits == MOST_DIGITS {
            return None;
        }
        number.value = number.value.checked_mul(10)?.checked_add(value)?;
        number.len += c.len_utf8();
        number.digits += 1;
    }
    Some(number)
}

/// A number below a hundred: `8`, `12`, `十二`, `二十`, `廿五`, `两`.
pub(crate) fn small(text: &str) -> Option<Number> {
    let number = han_small(text).or_else(|| digits(text))?;
    (number.digits <= 2 && number.value < 100).then_some(number)
}

fn han_small(text: &str) -> Option<Number> {
    let mut chars = text.chars().peekable();
    let mut len = 0;
    let mut take = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>| {
        let c = chars.next();
        len += c.map_or(0, char::len_utf8);
    };
    let first = *chars.peek()?;
    let tens = match first {
        '十' => 1,
        '廿' => 2,
        '卅' => 3,
        '两' => {
            return Some(Number { value: 2, len: first.len_utf8(), digits: 1, arabic: false });
        }
        _ => {
            let tens = han_digit(first).filter(|tens| *tens > 0)?;
            take(&mut chars);
            if chars.peek() != Some(&'十') {
                return None;
            }
            tens
        }
    };
    take(&mut chars);
    let mut value = tens * 10;
    if let Some(ones) = chars.peek().copied().and_then(han_digit).filter(|ones| *ones > 0) {
        take(&mut chars);
        value += ones;
    }
    Some(Number { value, len, digits: 2, arabic: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u32, &str)>) {
        let found = small(text).map(|number| (number.value, &text[..number.len]));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_below_a_hundred() {
        check("8月", Some((8, "8")));
        check("12日", Some((12, "12")));
        check("１２月", Some((12, "１２")));
        check("三月", Some((3, "三")));
        check("十月", Some((10, "十")));
        check("十二月", Some((12, "十二")));
        check("二十日", Some((20, "二十")));
        check("三十一日", Some((31, "三十一")));
        check("廿五日", Some((25, "廿五")));
        check("两年", Some((2, "两")));
        check("2025年", None);
        check("月", None);
    }

    #[test]
    fn digits_of_one_kind() {
        let read = |text: &str| digits(text).map(|number| (number.value, number.digits));
        assert_eq!(read("二〇二五年"), Some((2025, 4)));
        assert_eq!(read("二○二五年"), Some((2025, 4)));
        assert_eq!(read("2025年"), Some((2025, 4)));
        assert_eq!(read("99999999999"), None);
        assert_eq!(read("年"), None);
    }
}
