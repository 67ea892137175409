//! A number at the head of a text, as an exact decimal: `46441`, `1.8亿`, `3,000余`, `两千三百`,
//! `二〇二五`, `廿五`, `三四十`, `三分之一`, `1/15`.
//!
//! 1. a sign
//! 2. digits and multipliers, in Arabic, Chinese or both
//! 3. what follows: 又 and a fraction, 分之, or a stroke
//!
//! What a number counts is not asked here.

use rust_decimal::Decimal;

use super::digits::{
    and_more, arabic, han, large_multiplier, multiplies, small_multiplier, some, tens,
};
use super::literal::Literal;
use super::qualifier::Qualifier;

/// Fractions that do not end are given to so many digits.
pub(super) const PRECISION: u32 = 15;

/// A number read at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Its value; of `三四十` the lower.
    pub(crate) value: Decimal,
    /// The higher value of `三四十`.
    pub(crate) high: Option<Decimal>,
    /// How many bytes state it.
    pub(crate) len: usize,
    /// What 余, 多, 几 and 来 inside it say.
    pub(crate) vague: Option<Qualifier>,
    /// How it is written.
    pub(crate) form: Form,
    /// What its last multiplier multiplies by: 10⁸ in `3亿`, 1 in `300`.
    pub(crate) scale: Decimal,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// With Arabic digits.
    Arabic,
    /// In Chinese, with a digit: `三十`, `两`.
    Chinese,
    /// A multiplier alone, `百`, `千万`: a number only beside another word (上百, 千余).
    Multiplier,
    /// A fraction.
    Fraction,
}

/// Reads the number at the head of `text`, the longest there is.
pub(crate) fn numeral(text: &str) -> Option<Numeral> {
    if let Some(half) = half(text) {
        return Some(half);
    }
    let minus = text.strip_prefix(['-', '−', '－', '负', '負']);
    // 零下五度
    let minus = minus.or_else(|| text.strip_prefix("零下"));
    let unsigned = minus.unwrap_or(text);
    let sign = text.len() - unsigned.len();
    let first = Reader::read(unsigned)?;
    let mut number = fraction(unsigned, first).unwrap_or(first);
    if minus.is_some() {
        number.value = -number.value;
        number.len += sign;
    }
    Some(number)
}

/// Units that half of one is told of.
const HALVED: [&str; 21] = [
    "个", "個", "成", "折", "小时", "天", "年", "公里", "公斤", "公顷", "斤", "吨", "亩", "米",
    "片", "瓶", "块", "碗", "杯", "箱", "桶",
];

/// `半个`, `半成`, and 半百, which is fifty.
fn half(text: &str) -> Option<Numeral> {
    let rest = text.strip_prefix('半')?;
    let (value, len) = if rest.starts_with('百') {
        (Decimal::from(50), "半百".len())
    } else if HALVED.iter().any(|unit| rest.starts_with(unit)) {
        (Decimal::new(5, 1), "半".len())
    } else {
        return None;
    };
    let form = Form::Chinese;
    Some(Numeral { value, high: None, len, vague: None, form, scale: Decimal::ONE })
}

/// `三分之一`, `一又二分之一`, `1/15`, `1 4/3`.
fn fraction(text: &str, first: Numeral) -> Option<Numeral> {
    let rest = &text[first.len..];
    if !rest.starts_with(['又', '分', '/', '／', ' ']) {
        return None;
    }
    let (whole, part) = if let Some(rest) = rest.strip_prefix('又') {
        (first.value, parts(rest)?)
    } else if let Some(part) = parts(text) {
        (Decimal::ZERO, part)
    } else {
        (first.value, stroke(rest.strip_prefix(' ')?)?)
    };
    let value = whole.checked_add(part.0)?;
    Some(Numeral {
        value,
        high: None,
        len: text.len() - part.1.len(),
        vague: None,
        form: Form::Fraction,
        scale: Decimal::ONE,
    })
}

/// A fraction and what stands behind it: `三分之一`, `1/15`.
fn parts(text: &str) -> Option<(Decimal, &str)> {
    let below = Reader::read(text).filter(|below| below.form != Form::Multiplier)?;
    let Some(rest) = text[below.len..].strip_prefix("分之") else { return stroke(text) };
    let above = numeral(rest)?;
    let value = above.value.checked_div(below.value)?.round_sf(PRECISION)?;
    Some((value, &rest[above.len..]))
}

/// `1/15`; but `1/15/2024` is a date.
fn stroke(text: &str) -> Option<(Decimal, &str)> {
    let above = Literal::read(text)?;
    let rest = text[above.len..].strip_prefix(['/', '／'])?;
    let below = Literal::read(rest)?;
    let value = above.value.checked_div(below.value)?.round_sf(PRECISION)?;
    let rest = &rest[below.len..];
    (!rest.starts_with(['/', '／'])).then_some((value, rest))
}

/// Digits that wait for their multiplier.
#[derive(Clone, Copy)]
struct Digits {
    value: Decimal,
    count: u32,
    last: u32,
    arabic: bool,
    /// Two Chinese digits of which the second is one more: `三四`.
    pair: bool,
}

/// Reads a number without sign from left to right.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// What 万, 亿 and 兆 have closed.
    total: Decimal,
    /// What 十, 百 and 千 have closed since.
    section: Decimal,
    digits: Option<Digits>,
    /// How far the higher value of a pair lies above the lower.
    spread: Decimal,
    last_multiplier: Decimal,
    last_large: Decimal,
    /// A 零 stands before the digits.
    zero: bool,
    vague: Option<Qualifier>,
    form: Form,
}

impl<'a> Reader<'a> {
    fn read(text: &'a str) -> Option<Numeral> {
        let mut reader = Self {
            text,
            at: 0,
            total: Decimal::ZERO,
            section: Decimal::ZERO,
            digits: None,
            spread: Decimal::ZERO,
            last_multiplier: Decimal::ONE,
            last_large: Decimal::ONE,
            zero: false,
            vague: None,
            form: Form::Multiplier,
        };
        while reader.step()? {}
        reader.finish()
    }

    /// Takes one part; none where the text is no number at all, false where the number ends.
    fn step(&mut self) -> Option<bool> {
        let Some(c) = self.next_char(self.at) else { return Some(false) };
        let after = self.at + c.len_utf8();
        // 十六.五克 is 十六点五克.
        let point = c == '.' && self.digits.is_none_or(|digits| !digits.arabic);
        if point && self.begun() && self.next_char(after).and_then(han).is_some() {
            return Some(self.decimals(after));
        }
        if arabic(c).is_some() || c == '.' {
            return self.arabic();
        }
        if let Some(value) = tens(c) {
            // 五百廿一
            let below = self.section.is_zero() || self.last_multiplier > Decimal::TEN;
            if self.digits.is_some() || !below {
                return Some(false);
            }
            self.section += Decimal::from(value);
            self.last_multiplier = Decimal::TEN;
            self.form = Form::Chinese;
        } else if let Some(value) = han(c) {
            if !self.han(value, after) {
                return Some(false);
            }
        } else if self.is_prefix(c, after) {
            return Some(false);
        } else if let Some(by) = small_multiplier(c) {
            if !self.multiply(Decimal::from(by)) {
                return Some(false);
            }
        } else if let Some(by) = large_multiplier(c) {
            self.multiply_all(by)?;
        } else if let Some(hundred_million) = self.pieces(c, after) {
            // 20个亿 is 20亿.
            let by = large_multiplier(hundred_million)?;
            self.multiply_all(by)?;
            self.at = after + hundred_million.len_utf8();
            return Some(true);
        } else if matches!(c, '点' | '點') {
            return Some(self.decimals(after));
        } else if some(c) {
            let next = self.next_char(after);
            let before = self.last_multiplier > Decimal::ONE && self.digits.is_none();
            let behind = next.is_some_and(multiplies) && self.digits.is_none();
            // 数 behind a multiplier is a noun: 百数.
            if !(behind || before && matches!(c, '几' | '幾')) {
                return Some(false);
            }
            self.vague = Some(Qualifier::Over);
        } else if and_more(c) || c == '来' {
            if !self.and_more(c, after) {
                return Some(false);
            }
        } else {
            return Some(false);
        }
        self.at = after;
        Some(true)
    }

    fn begun(&self) -> bool {
        self.at > 0
    }

    /// The 千 of 12千米 and 3万千瓦, and the 兆 of 15兆瓦, belong to the unit; the 千 of 三千米 does not.
    fn is_prefix(&self, c: char, after: usize) -> bool {
        let units = match c {
            '千' => "瓦克米卡赫",
            '兆' => "瓦赫字比",
            _ => return false,
        };
        let chinese = self.digits.is_some_and(|digits| !digits.arabic);
        self.next_char(after).is_some_and(|next| units.contains(next)) && (c == '兆' || !chinese)
    }

    /// The 亿 behind 个, as one says it: 20个亿, 几千个亿.
    fn pieces(&self, c: char, after: usize) -> Option<char> {
        let piece = matches!(c, '个' | '個') && self.begun();
        self.next_char(after).filter(|next| piece && matches!(next, '亿' | '億'))
    }

    fn next_char(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// `3,000.5` as one part.
    fn arabic(&mut self) -> Option<bool> {
        // Behind a digit begins another number.
        if self.digits.is_some() {
            return Some(false);
        }
        let Some(literal) = Literal::read(&self.text[self.at..]) else {
            return if self.begun() { Some(false) } else { None };
        };
        let value = literal.value;
        self.digits =
            Some(Digits { value, count: literal.count, last: 0, arabic: true, pair: false });
        self.form = Form::Arabic;
        self.at += literal.len;
        Some(true)
    }

    /// A Chinese digit; false where it belongs to another number.
    fn han(&mut self, value: u32, after: usize) -> bool {
        let digit = Decimal::from(value);
        match &mut self.digits {
            Some(digits) if digits.arabic => return false,
            Some(digits) => {
                let Some(value_so_far) =
                    digits.value.checked_mul(Decimal::TEN).and_then(|ten| ten.checked_add(digit))
                else {
                    return false;
                };
                digits.pair = digits.count == 1 && digits.last > 0 && digits.last + 1 == value;
                digits.value = value_so_far;
                digits.count += 1;
                digits.last = value;
            }
            None => {
                let inside = self.total + self.section > Decimal::ZERO;
                if value == 0 && inside && !self.zero {
                    let next = self.next_char(after);
                    if !next.is_some_and(|c| {
                        han(c).is_some() || arabic(c).is_some() || multiplies(c) || some(c)
                    }) {
                        return false;
                    }
                    self.zero = true;
                    return true;
                }
                self.digits = Some(Digits {
                    value: digit,
                    count: 1,
                    last: value,
                    arabic: false,
                    pair: false,
                });
            }
        }
        if self.form == Form::Multiplier {
            self.form = Form::Chinese;
        }
        true
    }

    /// 十, 百, 千.
    fn multiply(&mut self, by: Decimal) -> bool {
        let (value, pair) = match self.digits.take() {
            Some(digits) if digits.pair => (Decimal::from(digits.last - 1), true),
            Some(digits) => (digits.value, false),
            // 五十千 and 七十百 are no numbers.
            None if self.section > Decimal::ZERO && by >= self.last_multiplier => return false,
            None => (Decimal::ONE, false),
        };
        if by == Decimal::TEN && self.form == Form::Multiplier {
            self.form = Form::Chinese;
        }
        let Some(product) = value.checked_mul(by) else { return false };
        // 零十 is ten.
        self.section += if product.is_zero() { by } else { product };
        if pair {
            self.spread = by;
        }
        self.last_multiplier = by;
        self.zero = false;
        true
    }

    /// 万, 亿, 兆.
    fn multiply_all(&mut self, by: Decimal) -> Option<()> {
        let mut waiting = self.section;
        if let Some(digits) = self.digits.take() {
            if digits.pair {
                waiting += Decimal::from(digits.last - 1);
                self.spread = Decimal::ONE;
            } else {
                waiting = waiting.checked_add(digits.value)?;
            }
        }
        self.section = Decimal::ZERO;
        let fresh = self.total.is_zero() && waiting.is_zero();
        self.total = if fresh {
            by
        } else if waiting.is_zero() || by > self.last_large && !self.total.is_zero() {
            self.total.checked_add(waiting)?.checked_mul(by)?
        } else {
            self.total.checked_add(waiting.checked_mul(by)?)?
        };
        self.spread = self.spread.checked_mul(by)?;
        self.last_multiplier = by;
        self.last_large = by;
        self.zero = false;
        Some(())
    }

    /// `点五`: decimals of a number in Chinese.
    fn decimals(&mut self, start: usize) -> bool {
        if !self.begun() || self.digits.is_some_and(|digits| digits.arabic) {
            return false;
        }
        let mut fraction = Decimal::ZERO;
        let mut unit = Decimal::ONE;
        let mut end = start;
        for c in self.text[start..].chars() {
            let Some(value) = han(c).filter(|_| !matches!(c, '两' | '兩' | '俩')) else { break };
            unit /= Decimal::TEN;
            fraction += unit * Decimal::from(value);
            end += c.len_utf8();
            if unit.scale() >= PRECISION {
                break;
            }
        }
        let next = self.next_char(end);
        // 八点二十 is a time of day.
        if end == start || next.is_some_and(|c| small_multiplier(c).is_some()) {
            return false;
        }
        let Some(whole) = self.sum() else { return false };
        self.total = Decimal::ZERO;
        self.section = Decimal::ZERO;
        self.last_large = Decimal::ONE;
        self.last_multiplier = Decimal::ONE;
        self.digits =
            Some(Digits { value: whole + fraction, count: 0, last: 0, arabic: true, pair: false });
        self.at = end;
        true
    }

    /// 多, 余, 来: only behind a round number, and 来 only before what is counted.
    fn and_more(&mut self, c: char, after: usize) -> bool {
        let round = match self.digits {
            Some(digits) => {
                digits.arabic && digits.value >= Decimal::TEN && digits.value.scale() == 0
            }
            None => self.last_multiplier > Decimal::ONE,
        };
        if !round || self.vague.is_some() {
            return false;
        }
        let next = self.next_char(after);
        let counted =
            |c: char| "个家户人名位次项种万岁天分公里米吨亩元块条台辆只头件斤".contains(c);
        if c == '来' && !next.is_some_and(counted) {
            return false;
        }
        self.vague = Some(if c == '来' { Qualifier::About } else { Qualifier::Over });
        true
    }

    /// All that was read, digits without a multiplier included.
    fn sum(&self) -> Option<Decimal> {
        let digits = match self.digits {
            // 九百九 is 990, 九万四 and 9万4 are 94000; but 九百零九 is 909.
            Some(digits)
                if digits.count == 1
                    && !self.zero
                    && digits.value.scale() == 0
                    && !digits.value.is_zero()
                    && self.last_multiplier >= Decimal::ONE_HUNDRED =>
            {
                digits.value.checked_mul(self.last_multiplier)? / Decimal::TEN
            }
            Some(digits) if digits.pair => Decimal::from(digits.last - 1),
            Some(digits) => digits.value,
            None => Decimal::ZERO,
        };
        self.total.checked_add(self.section)?.checked_add(digits)
    }

    fn finish(self) -> Option<Numeral> {
        if !self.begun() {
            return None;
        }
        let value = self.sum()?;
        let spread = match self.digits {
            Some(digits) if digits.pair => Decimal::ONE,
            _ => self.spread,
        };
        // 几 and 数 alone are no number.
        if self.digits.is_none() && value.is_zero() {
            return None;
        }
        let scale = if self.digits.is_some() { Decimal::ONE } else { self.last_multiplier };
        Some(Numeral {
            value: value.normalize(),
            high: (!spread.is_zero()).then(|| (value + spread).normalize()),
            len: self.at,
            // 二三十 is about so many.
            vague: self.vague.or_else(|| (!spread.is_zero()).then_some(Qualifier::About)),
            form: self.form,
            scale,
        })
    }
}
