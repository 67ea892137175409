//! A number with its unit: `46441台`, `两个半小时`, `5000t/d`.
//!
//! The unit behind a number makes a quantity of it unless the two are a name, a time of day, or a way of
//! speaking (一个, 第二次会议).

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::joined::opens_a_price;
use super::names::{is_congress, is_name, is_place};
use super::numeral::{Form, Numeral};
use super::percent::percent_unit;
use super::qualifier::{Qualifier, before, behind};
use super::shape::{Of, Place, Read};
use super::units::{Class, Unit, time_letter, unit};
use crate::endings::Endings;

/// A unit that suits its number.
pub(super) struct Counted {
    pub(super) len: usize,
    pub(super) name: String,
    pub(super) of: Of,
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

impl Place<'_> {
    /// A number with its unit.
    pub(super) fn counted(self, number: Numeral, unit: Option<Counted>) -> Option<Read> {
        let unit = unit.filter(|unit| unit.of != Of::Percent)?;
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

    /// `4500/毫升`: a number of what is not named, per measure.
    pub(super) fn rate(self, number: Numeral) -> Option<Read> {
        let rest = self.rest()[number.len..].strip_prefix(['/', '／'])?;
        let mark = self.rest().len() - number.len - rest.len();
        let unit = unit(rest, false).filter(|unit| unit.class == Class::Measure)?;
        let (len, name) = (number.len + mark + unit.len, format!("/{}", unit.name));
        let ends = (number.value, number.high);
        (number.form == Form::Arabic)
            .then(|| self.quantity(len, ends, name, Of::Measure, number.vague, number.form))
    }

    /// The unit behind a number, where the two make a quantity.
    pub(super) fn unit_of(self, rest: &str, number: Numeral) -> Option<Counted> {
        // Of a span the second number has a place of its own.
        let at = self.free.end - rest.len() - number.len;
        self.moved_to(at).unit_here(rest, number)
    }

    /// The same for the number at this place.
    fn unit_here(self, rest: &str, number: Numeral) -> Option<Counted> {
        if let Some(unit) = percent_unit(rest, number).filter(|unit| unit.by == Decimal::ONE) {
            let name = unit.name.to_owned();
            return Some(Counted { len: unit.len, name, of: Of::Percent, part: None });
        }
        let close = rest.strip_prefix(' ').unwrap_or(rest);
        // 120/80毫米汞柱: two values.
        let fraction = number.form == Form::Fraction;
        if fraction && number.value > Decimal::ONE && self.rest()[..number.len].contains('/') {
            return None;
        }
        let chinese = number.form != Form::Arabic;
        // 一万八千字: words that count behind Arabic digits do so behind a long number too.
        let long = number.form == Form::Chinese && number.value >= Decimal::ONE_HUNDRED;
        let minus = number.value.is_sign_negative();
        let unit = unit(close, chinese && !long && !minus)?;
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
        let said = || before(self.before(), true);
        // 高达千次: so many, though no digit says how often.
        let reaches = || self.before().ends_with('达');
        let money = || unit.class == Class::Money && number.scale >= Decimal::from(100_000_000);
        let bare = number.form == Form::Multiplier;
        let part = PartOfUnit::of(close, &unit);
        let bounded = || behind(&close[unit.len..]).is_some();
        let uncounted = bare
            && number.vague.is_none()
            && said().is_none()
            && !reaches()
            && !money()
            && !bounded()
            || ones
                && loose
                && part.is_none()
                && !self.lasts(&unit)
                && !is_bounded(&close[unit.len..], unit.class)
                && counts_nothing(self.rest(), number)
            || self.is_time_of_day(number, &unit)
            || self.is_bare_year(number, &unit)
            || is_other(close, number, &unit) && !self.goes_on_with_medals(&unit)
            || unit.name == "番"
                && !self.before().trim_end_matches(['了', '近', '约']).ends_with('翻')
            || unit.name == "日" && !self.is_length_of_days(&close[unit.len..])
            || unit.class == Class::Score && self.is_part_of_a_measure()
            || chinese
                && ["次会议", "次全会", "次全体会议"].iter().any(|name| close.starts_with(name));
        let named = chinese && (is_congress(self.rest()) || is_place(self.rest(), whole))
            || loose
                && is_name(self.before(), self.rest(), whole)
                && !is_quoted_length(number, &unit);
        let level =
            rest[gap + unit.len..].starts_with('级') && (bare || unit.class == Class::Money);
        if uncounted || named || level {
            return None;
        }
        let (name, len) = per(&close[unit.len..], &unit);
        Some(Counted { len: gap + unit.len + len, name, of: of(unit.class), part })
    }

    /// `付了五十块。`: pieces of money, where nothing is named behind them; so also `三块五毛`.
    fn is_price(self, close: &str, unit: &Unit) -> bool {
        if unit.name != "块" {
            return false;
        }
        opens_a_price(&close[unit.len..])
            || close[unit.len..].starts_with(|c| "，。；、,;！？”」".contains(c))
                && self
                    .clause_before()
                    .contains(['付', '花', '卖', '买', '赚', '收', '交', '价', '费'])
    }

    /// 为期一年: one, and meant so.
    fn lasts(self, unit: &Unit) -> bool {
        unit.class == Class::Duration && LASTS.end(self.before())
    }

    /// `30分` of 北纬20度30分, `3分` of 10亩3分.
    fn is_part_of_a_measure(self) -> bool {
        self.before().ends_with(['度', '亩'])
    }

    /// The `7铜` of 14金9银7铜名列第一.
    fn goes_on_with_medals(self, unit: &Unit) -> bool {
        matches!(unit.name, "银" | "铜") && self.before().ends_with(['金', '银'])
    }

    /// `60日内`, `4日自由行`, `提早9日`: so many days, and no day of a month.
    fn is_length_of_days(self, behind: &str) -> bool {
        const LENGTHS: [&str; 10] =
            ["内", "之内", "以内", "自由行", "自驾", "游", "行程", "间", "以上", "后"];
        LENGTHS.iter().any(|word| behind.trim_start_matches(' ').starts_with(word))
            || self.before().ends_with(['早', '迟', '共', '历', '逾', '足'])
    }

    /// `8点`, and the `13分` of 2时13分.
    fn is_time_of_day(self, number: Numeral, unit: &Unit) -> bool {
        let hours =
            unit.name == "点" && number.value < Decimal::from(25) && number.value.scale() == 0;
        hours || unit.name == "分" && self.before().ends_with(['时', '点'])
    }
}

/// Words behind which one year or one month is measured.
static LASTS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new([
        "了",
        "仅仅",
        "短短",
        "为期",
        "历时",
        "有效期",
        "任期",
        "长达",
        "期限",
        "近",
        "约",
        "超过",
        "提前",
        "持续",
        "不到",
        "不足",
        "至少",
        "最多",
        "最长",
        "时隔",
        "延长",
        "缩短",
    ])
});

/// `一个月左右`, `一家以上`, `一天半`, `一周的时间`: one, and meant so.
fn is_bounded(rest: &str, class: Class) -> bool {
    let half = matches!(class, Class::Duration | Class::Measure)
        && rest.starts_with('半')
        && !rest.starts_with("半载");
    let time =
        || class == Class::Duration && (rest.starts_with("时间") || rest.starts_with("的时间"));
    half || time() || behind(rest).is_some() && !rest.starts_with(['多', '余'])
}

/// `“30天包退换”`: a length in digits is one in a quotation too.
fn is_quoted_length(number: Numeral, unit: &Unit) -> bool {
    unit.class == Class::Duration && number.form == Form::Arabic && number.value > Decimal::ONE
}

/// 一个 and 一批 count nothing, 二次 is a name, 零部件 begins with no number.
fn counts_nothing(rest: &str, number: Numeral) -> bool {
    let single = rest.chars().next().map_or(0, char::len_utf8) == number.len;
    !number.value.is_sign_negative()
        && number.value <= Decimal::ONE
        && number.value.fract().is_zero()
        || single && rest.starts_with('二')
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
    let behind = rest
        .strip_prefix(['/', '／'])
        .and_then(|rest| unit(rest, false).or_else(|| time_letter(rest)));
    behind.map_or_else(
        || (first.name.to_owned(), 0),
        |second| {
            let mark = rest.chars().next().map_or(0, char::len_utf8);
            (format!("{}/{}", first.name, second.name), mark + second.len)
        },
    )
}
