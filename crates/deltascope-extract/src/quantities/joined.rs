//! A quantity told in a larger unit and smaller ones: `9分30秒`, `1米86`, `三块五毛`, `三年零两个月`.
//!
//! Lengths of time are given in their smallest unit, since one number must tell them; of the others the
//! larger unit's name stays and the smaller ones are its decimals.

use rust_decimal::Decimal;

use super::counted::Counted;
use super::digits::{arabic, han};
use super::numeral::{Form, Numeral, numeral};
use super::qualifier::Qualifier;
use super::shape::{Of, Place, Read};
use crate::rules::{TO, is_number};

/// Units of lengths of time from the largest on: how many of the next each is, how it is spelt, and its
/// name. How many days a month has is not said.
const LENGTHS: [(u32, &[&str], &str); 6] = [
    (12, &["年", "岁"], "年"),
    (0, &["个月"], "个月"),
    (24, &["天"], "天"),
    (60, &["个小时", "小时"], "小时"),
    (60, &["分钟", "分"], "分钟"),
    (1, &["秒钟", "秒"], "秒"),
];

/// Pieces of money that are parts of a unit: how they are spelt, how many decimals they are, and of what.
const COINS: [(&str, u32, &str); 8] = [
    ("角钱", 1, "CNY"),
    ("角多钱", 1, "CNY"),
    ("毛钱", 1, "CNY"),
    ("毛多钱", 1, "CNY"),
    ("分钱", 2, "CNY"),
    ("分多钱", 2, "CNY"),
    ("美分", 2, "USD"),
    ("欧分", 2, "EUR"),
];

/// The unit of a length of time behind a number, by its place in [`LENGTHS`], and how many bytes state both.
fn part(number: Numeral, text: &str) -> Option<(usize, usize)> {
    let exact = number.vague.is_none() && number.high.is_none();
    let plain = !matches!(number.form, Form::Multiplier | Form::Fraction);
    let rest = &text[number.len..];
    if !rest.starts_with(['年', '岁', '个', '天', '小', '分', '秒']) {
        return None;
    }
    let mut units = LENGTHS.iter().enumerate().filter(|_| exact && plain);
    units.find_map(|(nth, (_, spellings, _))| {
        let spelling = spellings.iter().find(|spelling| rest.starts_with(**spelling))?;
        Some((nth, number.len + spelling.len()))
    })
}

impl Place<'_> {
    /// `2小时15分30秒`, `三年零两个月`: two units or more, each smaller than the one before it.
    pub(super) fn lasting(self, first: Numeral) -> Option<Read> {
        let (mut unit, mut len) = part(first, self.rest())?;
        let (mut value, alone) = (first.value, len);
        // 2024年3个月: the years are a year's number.
        if unit == 0 && value > Decimal::ONE_HUNDRED {
            return None;
        }
        loop {
            let rest = &self.rest()[len..];
            let next = rest.strip_prefix(['零', '又']).unwrap_or(rest);
            let Some(number) = numeral(next) else { break };
            let Some((smaller, more)) = part(number, next).filter(|part| part.0 > unit) else {
                break;
            };
            let times: u32 = LENGTHS[unit..smaller].iter().map(|one| one.0).product();
            // 一天24小时, 一天8小时: of each day.
            let each = LENGTHS[unit].2 == "天" && value == Decimal::ONE && next.len() == rest.len();
            if number.value >= Decimal::from(times) || each {
                break;
            }
            value = value.checked_mul(Decimal::from(times))?.checked_add(number.value)?;
            len += rest.len() - next.len() + more;
            unit = smaller;
        }
        if len == alone {
            return None;
        }
        // 14时36分30秒 is a time of day; 耗时5小时11分 is none.
        if self.before().strip_suffix(['点', '时']).is_some_and(|hour| hour.ends_with(is_number))
        {
            return Some(Read::Other(len));
        }
        let name = LENGTHS[unit].2;
        if let Some((end, part)) = self.decimals(len).filter(|_| name == "秒") {
            (len, value) = (end, value + part);
        }
        Some(self.quantity(len, (value, None), name.to_owned(), Of::Duration, None, first.form))
    }

    /// The smaller units behind a quantity of so many bytes: how many bytes they take, and their worth.
    pub(super) fn smaller_units(self, len: usize, unit: &Counted) -> Option<(usize, Decimal)> {
        let rest = &self.rest()[len..];
        match unit.of {
            Of::Measure | Of::Duration | Of::Times if rest.starts_with('半') => {
                Some(("半".len(), Decimal::new(5, 1)))
            }
            Of::Measure | Of::Duration if matches!(&*unit.name, "米" | "秒") => {
                let (end, part) = self.decimals(len)?;
                Some((end - len, part))
            }
            Of::Money => self.coins_behind(len),
            _ => None,
        }
    }

    /// `86` of 1米86, `03` of 10秒03: decimals behind the unit, where nothing is counted by them.
    fn decimals(self, len: usize) -> Option<(usize, Decimal)> {
        const MOST: usize = 2;
        const CLOSES: &str = "，。；、！？：,;!?)）”」 \n的高长宽深左以多夺获，";
        let rest = &self.rest()[len..];
        let digit = |c: char| arabic(c).or_else(|| han(c));
        let digits: Vec<u32> = rest.chars().map_while(digit).collect();
        let taken: usize = rest.chars().take(digits.len()).map(char::len_utf8).sum();
        let closed = rest[taken..].chars().next().is_none_or(|c| CLOSES.contains(c));
        if digits.is_empty() || digits.len() > MOST || !closed {
            return None;
        }
        let value = digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(*digit));
        Some((len + taken, Decimal::new(value, digits.len() as u32)))
    }

    /// `三角二分` of 五元三角二分, `五` of 三块五.
    fn coins_behind(self, len: usize) -> Option<(usize, Decimal)> {
        let rest = &self.rest()[len..];
        let mut at = 0;
        let mut sum = Decimal::ZERO;
        for (words, worth) in [(&["角", "毛"][..], 1), (&["分", "美分"][..], 2)] {
            let inner = rest[at..].trim_start_matches(['又', '零', ' ']);
            let Some(number) = numeral(inner).filter(|number| number.value < Decimal::TEN) else {
                continue;
            };
            let behind = &inner[number.len..];
            let word = words.iter().find(|word| behind.starts_with(**word));
            // 三块五, 八毛五
            let bare = word.is_none() && self.rest()[..len + at].ends_with(['块', '毛', '角']);
            if word.is_none() && !(bare && closes_a_price(behind)) {
                continue;
            }
            sum += number.value * Decimal::new(1, worth);
            at = rest.len() - behind.len() + word.map_or(0, |word| word.len());
            if bare {
                break;
            }
        }
        (at > 0).then_some((at, sum))
    }

    /// `五角钱`, `两分钱`, `一分多钱`, `1-3分钱`, `60美分`; but 一分钱一分货 is a saying.
    pub(super) fn coins(self, number: Numeral) -> Option<Read> {
        let (mut len, mut high) = (number.len, number.high);
        if let Some((more, end)) = self.higher_end(number) {
            (len, high) = (more, Some(end));
        }
        let rest = &self.rest()[len..];
        let (word, places, code) = COINS.into_iter().find(|coin| rest.starts_with(coin.0))?;
        let saying = rest.starts_with("分钱一分货");
        (!saying && number.form != Form::Multiplier).then_some(())?;
        let worth = Decimal::new(1, places);
        let ends =
            (number.value.checked_mul(worth)?, high.and_then(|high| high.checked_mul(worth)));
        let vague = word.contains('多').then_some(Qualifier::Over).or(number.vague);
        len += word.len();
        Some(self.quantity(len, ends, code.to_owned(), Of::Money, vague, number.form))
    }

    /// The higher number of a span, and how many bytes state both: `1-3`, `五到八`.
    fn higher_end(self, low: Numeral) -> Option<(usize, Decimal)> {
        let behind = &self.rest()[low.len..];
        let text = TO.iter().find_map(|word| behind.strip_prefix(word))?;
        let high = numeral(text).filter(|high| low.high.is_none() && high.value > low.value)?;
        Some((self.rest().len() - text.len() + high.len, high.value))
    }
}

/// Whether 块 with `behind` behind it opens a price: `三块五毛`, `三块五，`; 三块五彩石 is none.
pub(super) fn opens_a_price(behind: &str) -> bool {
    let small =
        numeral(behind).filter(|number| number.value < Decimal::TEN && number.high.is_none());
    small.is_some_and(|number| {
        let rest = &behind[number.len..];
        rest.starts_with(['毛', '角']) || closes_a_price(rest)
    })
}

fn closes_a_price(behind: &str) -> bool {
    behind.is_empty() || behind.starts_with(|c| "，。；、！？,;!?)）”」\n钱一".contains(c))
}
