//! What a number is with what stands around it: how far the expression reaches and what it counts.

use std::ops::Range;

use deltascope_model::TextRange;
use rust_decimal::Decimal;

use super::names::{is_congress, is_name, is_place};
use crate::rules::TO;

use super::digits::arabic;
use super::numeral::{Form, Numeral, numeral};
use super::percent::percent_unit;
use super::qualifier::{Qualifier, before, behind};
use super::units::{Class, Unit, sign_at, sign_before, unit};
use super::{near_before, near_behind};

/// What a place of the text was read as.
pub(super) enum Read {
    Quantity(Box<Shape>),
    /// No quantity: so many bytes are to be passed over.
    Other(usize),
}

/// A quantity before its kind is told from the clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) range: TextRange,
    pub(super) value: Decimal,
    pub(super) high: Option<Decimal>,
    pub(super) unit: String,
    pub(super) qualifier: Qualifier,
    pub(super) of: Of,
}

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Count,
    Money,
    Measure,
    Duration,
    Percent,
    Times,
    Ratio,
    Score,
    Ordinal,
    Rank,
    /// A number without a unit that an index stands at.
    Index,
}

/// Reads what begins at `at`; nothing outside `free` belongs to it.
pub(super) fn read(text: &str, free: Range<usize>, at: usize) -> Read {
    let (before_it, rest) = (&text[..at], &text[at..free.end]);
    let first = rest.chars().next().unwrap_or(' ');
    let place = Place { text, free: &free, at };
    if let Some((sign, code)) = sign_at(rest) {
        return place.with_sign(sign, code).unwrap_or(Read::Other(sign));
    }
    // G60, C919, 2.0版 behind a letter: a name; but `apollo两大产品`.
    let digit = first.is_ascii() || arabic(first).is_some();
    if digit && before_it.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        || before_it.ends_with(['-', '.', '/'])
            && before_it
                .trim_end_matches(['-', '.', '/'])
                .ends_with(|c: char| c.is_ascii_alphanumeric())
    {
        return Read::Other(name_len(rest).max(first.len_utf8()));
    }
    place.plain().unwrap_or_else(|| Read::Other(place.passed()))
}

/// How many bytes of letters, digits and joints stand at the head of a name.
fn name_len(rest: &str) -> usize {
    rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))
        .unwrap_or(rest.len())
}

/// A place of the text where a number begins.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    text: &'a str,
    free: &'a Range<usize>,
    pub(super) at: usize,
}

impl<'a> Place<'a> {
    pub(super) fn before(self) -> &'a str {
        &self.text[..self.at]
    }

    pub(super) fn rest(self) -> &'a str {
        &self.text[self.at..self.free.end]
    }

    /// How much is passed over where there is no quantity: the number, or one character.
    fn passed(self) -> usize {
        let first = self.rest().chars().next().map_or(1, char::len_utf8);
        let number = numeral(self.rest()).map_or(first, |number| number.len);
        // 1.2.3 and 5G are names as a whole.
        if self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            number.max(name_len(self.rest()))
        } else {
            number
        }
    }

    /// `￥300万`.
    fn with_sign(self, sign: usize, code: &'static str) -> Option<Read> {
        let inner = self.rest()[sign..].trim_start_matches(' ');
        let gap = self.rest().len() - inner.len();
        let number = numeral(inner)?;
        let mut len = gap + number.len;
        let behind = unit(&self.rest()[len..], false);
        if let Some(unit) = behind.filter(|unit| unit.class == Class::Money) {
            len += unit.len;
        }
        let ends = (number.value, number.high);
        Some(self.quantity(len, ends, code.to_owned(), Of::Money, number.vague, Form::Arabic))
    }

    fn plain(self) -> Option<Read> {
        if self.rest().starts_with("对折") {
            return self.halved();
        }
        let number = numeral(self.rest())?;
        if number.form == Form::Multiplier && self.rest()[number.len..].starts_with("分之") {
            return self.per_cent_words(number);
        }
        if self.before().ends_with('第') {
            return self.ordinal(number);
        }
        self.top(number)
            .or_else(|| self.span(number))
            .or_else(|| self.percent(number))
            .or_else(|| self.coins(number))
            .or_else(|| self.counted(number))
            .or_else(|| self.of_whole(number))
            .or_else(|| self.rate(number))
            .or_else(|| self.index(number))
            .or_else(|| self.placed(number))
            .or_else(|| self.large(number))
    }

    /// `打对折`.
    fn halved(self) -> Option<Read> {
        let half = (Decimal::from(50), None);
        let len = "对折".len();
        self.before()
            .ends_with('打')
            .then(|| self.quantity(len, half, "%".to_owned(), Of::Percent, None, Form::Chinese))
    }

    /// `百分之三点五`, `千分之五`; `whole` is the 百.
    fn per_cent_words(self, whole: Numeral) -> Option<Read> {
        let inner = self.rest()[whole.len..].strip_prefix("分之")?;
        let number = numeral(inner)?;
        let by = Decimal::ONE_HUNDRED.checked_div(whole.value)?;
        let ends =
            (number.value.checked_mul(by)?, number.high.and_then(|high| high.checked_mul(by)));
        let len = self.rest().len() - inner.len() + number.len;
        let (len, ends) = match self.upper_end(&inner[number.len..], number) {
            Some((more, high)) => (len + more, (ends.0, high.checked_mul(by))),
            None => (len, ends),
        };
        Some(self.quantity(len, ends, "%".to_owned(), Of::Percent, number.vague, Form::Arabic))
    }

    /// `到七` of 百分之六到七: how many bytes state it, and the number.
    fn upper_end(self, behind: &str, low: Numeral) -> Option<(usize, Decimal)> {
        let word = TO.iter().find(|word| behind.starts_with(**word))?;
        let text = &behind[word.len()..];
        let high = numeral(text).filter(|high| high.form == low.form && high.value > low.value)?;
        let rest = &text[high.len..];
        let alone = !rest.starts_with("分之") && self.unit_of(rest, high).is_none();
        alone.then_some((word.len() + high.len, high.value))
    }

    /// `3-5家`, `20万至30万元`, `10%—15%`, `6、7个小时`, `四到五成`.
    fn span(self, low: Numeral) -> Option<Read> {
        let behind_low = &self.rest()[low.len..];
        let unit_low = self.unit_of(behind_low, low);
        let gap = unit_low.as_ref().map_or(0, |unit| unit.len);
        let joint = behind_low[gap..].trim_start_matches(' ');
        let word = TO.iter().chain(&["、"]).find(|word| joint.starts_with(**word))?;
        let high_text = joint[word.len()..].trim_start_matches(' ');
        let high = numeral(high_text).filter(|high| high.form != Form::Multiplier)?;
        // 6、7个 is a span, 3、5、7月 a list.
        if *word == "、" && (gap > 0 || high.value != low.value + Decimal::ONE) {
            return None;
        }
        let behind_high = &high_text[high.len..];
        let tenths = percent_unit(behind_high, high).filter(|unit| unit.by != Decimal::ONE);
        if let Some(tenths) = tenths.filter(|_| unit_low.is_none() && low.value < high.value) {
            let len = self.free.end - self.at - behind_high.len() + tenths.len;
            let high = high.value * tenths.by + tenths.plus;
            let ends = (low.value * tenths.by, Some(high));
            return Some(self.quantity(len, ends, tenths.name.into(), Of::Percent, None, low.form));
        }
        let unit_high = self.unit_of(behind_high, high)?;
        if unit_low.as_ref().is_some_and(|unit| unit.name != unit_high.name) {
            return None;
        }
        // 从2%到3% tells a change: two quantities.
        if unit_low.is_some()
            && self.clause_before().contains(['从', '由'])
            && matches!(*word, "到" | "至")
        {
            return None;
        }
        // 3-5亿 is 3亿 to 5亿; 五到十 begins at five.
        let scaled = low.scale == Decimal::ONE && high.value > high.scale;
        let value = if unit_low.is_none() && scaled && low.form == high.form {
            low.value.checked_mul(high.scale)?
        } else {
            low.value
        };
        if value >= high.value || high.value.is_sign_negative() {
            return None;
        }
        let end = self.free.end - high_text.len() + high.len + unit_high.len;
        let ends = (value, Some(high.value));
        Some(self.quantity(end - self.at, ends, unit_high.name, unit_high.of, None, low.form))
    }

    /// `12.5%`, `3个百分点`, `七成`.
    fn percent(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let unit = percent_unit(rest, number)?;
        let ends = (number.value * unit.by + unit.plus, number.high.map(|high| high * unit.by));
        let len = number.len + unit.len;
        Some(self.quantity(
            len,
            ends,
            unit.name.to_owned(),
            Of::Percent,
            number.vague,
            Form::Arabic,
        ))
    }

    /// A number with its unit.
    fn counted(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let unit = self.unit_of(rest, number).filter(|unit| unit.of != Of::Percent)?;
        let len = number.len + unit.len;
        let mut ends = (number.value, number.high);
        let more = self.smaller_units(len, &unit);
        let mut whole = len;
        if unit.part == Some(PartOfUnit::Half) {
            ends.0 = ends.0.checked_add(Decimal::new(5, 1))?;
        }
        let more_of_it = (unit.part == Some(PartOfUnit::More)).then_some(Qualifier::Over);
        if let Some((more_len, more_value)) = more {
            ends.0 = ends.0.checked_add(more_value)?;
            whole += more_len;
        }
        let vague = number.vague.or(more_of_it);
        Some(self.quantity(whole, ends, unit.name, unit.of, vague, number.form))
    }

    /// `五元三角二分`, `两米半`.
    fn smaller_units(self, len: usize, unit: &Counted) -> Option<(usize, Decimal)> {
        let rest = &self.rest()[len..];
        if rest.starts_with('半') && matches!(unit.of, Of::Measure | Of::Duration) {
            return Some(("半".len(), Decimal::new(5, 1)));
        }
        if unit.of != Of::Money {
            return None;
        }
        let mut at = 0;
        let mut sum = Decimal::ZERO;
        for (words, worth) in [(&["角", "毛"][..], 1), (&["分", "美分"][..], 2)] {
            let inner = rest[at..].trim_start_matches(['又', '零', ' ']);
            let Some(number) = numeral(inner).filter(|number| number.value < Decimal::TEN) else {
                continue;
            };
            let behind = &inner[number.len..];
            let Some(word) = words.iter().find(|word| behind.starts_with(**word)) else { continue };
            sum += number.value * Decimal::new(1, worth);
            at = rest.len() - behind.len() + word.len();
        }
        (at > 0).then_some((at, sum))
    }

    /// `五角钱`, `两分钱`; but 一分钱一分货 is a saying.
    fn coins(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let (word, worth) = [("角钱", 1), ("毛钱", 1), ("分钱", 2)]
            .into_iter()
            .find(|coin| rest.starts_with(coin.0))?;
        let saying = rest.starts_with("分钱一分货");
        (!saying && number.form != Form::Multiplier).then_some(())?;
        let worth = Decimal::new(1, worth);
        let ends = (
            number.value.checked_mul(worth)?,
            number.high.and_then(|high| high.checked_mul(worth)),
        );
        let len = number.len + word.len();
        Some(self.quantity(len, ends, "CNY".to_owned(), Of::Money, number.vague, number.form))
    }

    /// `4500/毫升`: a number of what is not named, per measure.
    fn rate(self, number: Numeral) -> Option<Read> {
        let rest = self.rest()[number.len..].strip_prefix(['/', '／'])?;
        let mark = self.rest().len() - number.len - rest.len();
        let unit = unit(rest, false).filter(|unit| unit.class == Class::Measure)?;
        let (len, name) = (number.len + mark + unit.len, format!("/{}", unit.name));
        let ends = (number.value, number.high);
        (number.form == Form::Arabic)
            .then(|| self.quantity(len, ends, name, Of::Measure, number.vague, number.form))
    }

    /// `三分之一`, `1/15`, and in a ratio `3:1`.
    fn of_whole(self, number: Numeral) -> Option<Read> {
        (number.form == Form::Fraction).then(|| {
            let ends = (number.value, None);
            self.quantity(number.len, ends, String::new(), Of::Ratio, number.vague, Form::Arabic)
        })
    }

    /// `指数达262.4`: a number without a unit that ends its clause.
    fn index(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        let ends = rest.chars().next().is_none_or(|c| "，。；、,;()（）!！".contains(c));
        let clause = self.clause_before();
        // 分指数稳步上升，2022年为150.9，比上年提高2.6: the clauses before it in its sentence.
        let before = near_before(self.before());
        let sentence = before.rsplit(['。', '；', '\n']).next().unwrap_or_default();
        let said =
            ["指数", "得分", "分值", "总分", "比值"].iter().any(|word| sentence.contains(word));
        let direct = clause.trim_end_matches(|c: char| c.is_whitespace());
        let direct = direct
            .ends_with(['为', '达', '至', '到', '是', '了', '超', '近', '约', '破', '数'])
            || ["提高", "上升", "增长", "下降", "回落"].iter().any(|word| direct.ends_with(word));
        // 碱度指标达62, 盐度浓度≤4.
        let measured = ["指标", "浓度"].iter().any(|word| clause.contains(word))
            && clause.trim_end().ends_with(['达', '≤', '≥', '<', '>']);
        let plain = number.form == Form::Arabic && ends && (said && direct || measured);
        plain.then(|| {
            let ends = (number.value, None);
            self.quantity(number.len, ends, String::new(), Of::Index, number.vague, number.form)
        })
    }

    /// `人口四千九百万`, `网民突破5亿`: a large number without a unit that ends its clause.
    fn large(self, number: Numeral) -> Option<Read> {
        let rest = &self.rest()[number.len..];
        // 由1200万降至760万: the way to another value.
        let moves = ["降至", "降到", "升至", "升到", "增至", "增到", "增加到", "减少到"];
        let ends = rest.chars().next().is_none_or(|c| "，。；、,;)）!！？?”】的".contains(c))
            || ["以上", "以下", "左右"].iter().any(|word| rest.starts_with(word))
            || moves.iter().any(|word| rest.starts_with(word));
        let large = number.scale >= Decimal::from(10_000) && number.form != Form::Multiplier;
        (large && ends).then(|| {
            let ends = (number.value, number.high);
            self.quantity(number.len, ends, String::new(), Of::Count, number.vague, number.form)
        })
    }

    /// What stands between the last punctuation mark and the place.
    pub(super) fn clause_before(self) -> &'a str {
        let before = near_before(self.before());
        let start = before
            .rfind(['，', '。', '；', ',', ';', '！', '？', '：', '\n'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        &before[start..]
    }

    /// The unit behind a number, where the two make a quantity.
    fn unit_of(self, rest: &str, number: Numeral) -> Option<Counted> {
        // Of a span the second number has a place of its own.
        let at = self.free.end - rest.len() - number.len;
        Place { at, ..self }.unit_here(rest, number)
    }

    /// The same for the number at this place.
    fn unit_here(self, rest: &str, number: Numeral) -> Option<Counted> {
        if let Some(unit) = percent_unit(rest, number).filter(|unit| unit.by == Decimal::ONE) {
            let name = unit.name.to_owned();
            return Some(Counted { len: unit.len, name, of: Of::Percent, part: None });
        }
        let close = rest.strip_prefix(' ').unwrap_or(rest);
        let chinese = number.form != Form::Arabic;
        // 一万八千字: words that count behind Arabic digits do so behind a long number too.
        let long = number.form == Form::Chinese && number.value >= Decimal::ONE_HUNDRED;
        let unit = unit(close, chinese && !long)?;
        let unit = if self.is_price(close, &unit) {
            Unit { name: "CNY", class: Class::Money, ..unit }
        } else {
            unit
        };
        let gap = rest.len() - close.len();
        // 3 个: but a number, a blank and a word are none.
        if gap > 0 && matches!(unit.class, Class::ArabicCount | Class::Score) {
            return None;
        }
        let whole = number.len + gap + unit.len;
        let ones = number.high.is_none() && number.vague.is_none() && chinese;
        let loose = matches!(unit.class, Class::Count | Class::ArabicCount | Class::Duration);
        let said = before(self.before(), number.form == Form::Multiplier);
        let money = unit.class == Class::Money && number.scale >= Decimal::from(100_000_000);
        let bare = number.form == Form::Multiplier;
        let part = PartOfUnit::of(close, &unit);
        let uncounted = bare && number.vague.is_none() && said.is_none() && !money
            || ones
                && loose
                && part.is_none()
                && !self.lasts(&unit)
                && counts_nothing(self.rest(), number)
            || self.is_time_of_day(number, &unit)
            || self.is_bare_year(number, &unit)
            || is_other(close, number, &unit)
            || chinese
                && ["次会议", "次全会", "次全体会议"].iter().any(|name| close.starts_with(name));
        let named = chinese && (is_congress(self.rest()) || is_place(self.rest(), whole))
            || loose && is_name(self.before(), self.rest(), whole);
        let level =
            rest[gap + unit.len..].starts_with('级') && (bare || unit.class == Class::Money);
        if uncounted || named || level {
            return None;
        }
        let (name, len) = per(&close[unit.len..], &unit);
        Some(Counted { len: gap + unit.len + len, name, of: of(unit.class), part })
    }

    /// `付了五十块。`: pieces of money, where nothing is named behind them.
    fn is_price(self, close: &str, unit: &Unit) -> bool {
        let clause = self.clause_before();
        let paid = ["付", "花", "卖", "买", "赚", "收", "交", "价", "费"];
        unit.name == "块"
            && close[unit.len..].starts_with(|c| "，。；、,;！？”」".contains(c))
            && paid.iter().any(|word| clause.contains(word))
    }

    /// 为期一年: one, and meant so.
    fn lasts(self, unit: &Unit) -> bool {
        unit.class == Class::Duration
            && ["为期", "历时", "有效期", "任期", "长达", "期限", "近", "约", "超过"]
                .iter()
                .any(|word| self.before().ends_with(word))
    }

    /// `8点`, and the `13分` of 2时13分.
    fn is_time_of_day(self, number: Numeral, unit: &Unit) -> bool {
        let hours =
            unit.name == "点" && number.value < Decimal::from(25) && number.value.scale() == 0;
        hours || unit.name == "分" && self.before().ends_with(['时', '点'])
    }

    /// `91年3月`, `91年同期`, `从91年到92年`, `由91年的5%`: a year of the Republic, not a span of time;
    /// so also `91年` at the head of a clause near one of these.
    fn is_bare_year(self, number: Numeral, unit: &Unit) -> bool {
        let plain = number.form == Form::Arabic && number.vague.is_none();
        if unit.name != "年" || !plain || !is_year_of_republic(number.value) {
            return false;
        }
        let Some(behind) = self.text[self.at + number.len..].trim_start().strip_prefix('年')
        else {
            return false;
        };
        if is_in_slot(self.before(), behind) {
            return true;
        }
        let close = self.before().trim_end();
        let heads = close.is_empty() || close.ends_with(['，', '。', '；', '\n']);
        let long = ["的", "来", "前", "后", "间", "多", "以", "历史", "内", "里"];
        if !(heads || close.ends_with("到了")) || long.iter().any(|word| behind.starts_with(word))
        {
            return false;
        }
        let start = self.at - near_before(self.before()).len();
        let end = self.text.len() - behind.len() + near_behind(behind).len();
        let near = &self.text[start..end];
        near.contains("民国")
            || near.match_indices('年').any(|(at, year)| {
                let before = near[..at].trim_end_matches(|c: char| c.is_ascii_digit());
                let year_before = near[before.len()..at].parse().is_ok_and(is_year_of_republic);
                year_before && is_in_slot(before, &near[at + year.len()..])
            })
    }

    fn quantity(
        self,
        len: usize,
        (value, high): (Decimal, Option<Decimal>),
        unit: String,
        of: Of,
        inner: Option<Qualifier>,
        form: Form,
    ) -> Read {
        let (mut start, end) = (self.at, self.at + len);
        let mut unit = unit;
        if of == Of::Money
            && let Some((sign, code)) = sign_before(&self.text[self.free.start..self.at])
        {
            start -= sign;
            // 港币三千万元: 元 is the dollar's.
            if unit == "CNY" {
                code.clone_into(&mut unit);
            }
        }
        let qualifier = inner
            .or_else(|| behind(&self.text[end..]))
            .or_else(|| before(&self.text[..start], form == Form::Multiplier));
        Read::Quantity(Box::new(Shape {
            range: TextRange::of(start, end),
            value,
            high,
            unit,
            qualifier: qualifier.unwrap_or(Qualifier::Exact),
            of,
        }))
    }
}

/// 一个 and 一批 count nothing, 二次 is a name, 零部件 begins with no number.
fn counts_nothing(rest: &str, number: Numeral) -> bool {
    let single = rest.chars().next().map_or(0, char::len_utf8) == number.len;
    number.value <= Decimal::ONE && number.value.fract().is_zero()
        || single && rest.starts_with('二')
}

/// Whether a number can be a year of the Republic of China that news tells of.
fn is_year_of_republic(value: Decimal) -> bool {
    value.scale() == 0 && value >= Decimal::from(80) && value <= Decimal::from(130)
}

/// Whether what stands before a number and behind its 年 makes it a year.
fn is_in_slot(before: &str, behind: &str) -> bool {
    const FROM: [char; 3] = ['从', '由', '自'];
    let other = |c: char| !c.is_ascii_digit();
    let ahead = behind.trim_start();
    let (digits, rest) = ahead.split_at(ahead.find(other).unwrap_or(ahead.len()));
    if behind.starts_with("同期") || rest.starts_with('月') && matches!(digits.len(), 1 | 2) {
        return true;
    }
    let before = before.trim_end();
    let year = |digits: &str| digits.parse().is_ok_and(is_year_of_republic);
    // 从91年 到95年
    let to = behind.strip_prefix(['到', '至']).map(str::trim_start).is_some_and(|text| {
        let (digits, rest) = text.split_at(text.find(other).unwrap_or(text.len()));
        year(digits) && rest.starts_with('年')
    });
    // 从91年到 95年
    let came = before.strip_suffix(['到', '至']).and_then(|text| text.strip_suffix('年'));
    let from = came.is_some_and(|text| {
        let start = text.trim_end_matches(|c: char| c.is_ascii_digit());
        year(&text[start.len()..]) && start.trim_end().ends_with(FROM)
    });
    // 由91年的5%
    let value = behind
        .strip_prefix('的')
        .is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    from || to && before.ends_with(FROM)
        || value && before.ends_with(['从', '由', '自', '为', '至', '到'])
}

/// `5g网络`, and 金, 银 and 铜 that are no medals: 3金2银 ends in a mark, `3金融` does not.
fn is_other(close: &str, number: Numeral, unit: &Unit) -> bool {
    let behind = &close[unit.len..];
    match &close[..unit.len] {
        "g" => {
            let network = number.value >= Decimal::TWO && number.value <= Decimal::from(6);
            network
                && number.form == Form::Arabic
                && number.value.scale() == 0
                && !behind.starts_with(['/', '／'])
        }
        "金" | "银" | "铜" => {
            number.value >= Decimal::ONE_THOUSAND
                || behind.starts_with(|c: char| {
                    !c.is_ascii_digit() && !"，。、；！？,;!?)）的 ".contains(c)
                })
        }
        _ => false,
    }
}

/// A unit that suits its number.
struct Counted {
    len: usize,
    name: String,
    of: Of,
    part: Option<PartOfUnit>,
}

/// 多 or 半 inside a unit: 两个多月, 一个半小时.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PartOfUnit {
    More,
    Half,
}

impl PartOfUnit {
    fn of(text: &str, unit: &Unit) -> Option<Self> {
        match text[..unit.len].chars().nth(1) {
            Some('多') => Some(Self::More),
            Some('半') => Some(Self::Half),
            _ => None,
        }
    }
}

fn of(class: Class) -> Of {
    match class {
        Class::Money => Of::Money,
        Class::Measure => Of::Measure,
        Class::Duration => Of::Duration,
        Class::Count | Class::ArabicCount => Of::Count,
        Class::Times => Of::Times,
        Class::Score => Of::Score,
    }
}

/// `元/吨`: the unit with what it is per, and how many bytes that takes.
fn per(rest: &str, first: &Unit) -> (String, usize) {
    let behind = rest.strip_prefix(['/', '／']).and_then(|rest| {
        let letter = time_letter(rest).map(|name| Unit { len: 1, name, class: Class::Duration });
        unit(rest, false).or(letter)
    });
    behind.map_or_else(
        || (first.name.to_owned(), 0),
        |second| {
            let mark = rest.chars().next().map_or(0, char::len_utf8);
            (format!("{}/{}", first.name, second.name), mark + second.len)
        },
    )
}

/// The time that a letter stands for behind a stroke: `5000t/d`.
fn time_letter(rest: &str) -> Option<&'static str> {
    let mut chars = rest.chars();
    let name = match chars.next()? {
        'd' => "天",
        'h' => "小时",
        's' => "秒",
        'a' => "年",
        _ => return None,
    };
    chars.next().is_none_or(|next| !next.is_ascii_alphanumeric()).then_some(name)
}
