//! What a time expression says, to a date: counts from a reference date and from dates before.
//!
//! The reference is the article's date. The antecedent is the last date named before; 同年 and
//! 此前一天 count from it, and inside one sentence a date without a year takes its year. This module
//! never sees the characters of the expression.

use deltascope_model::{Basis, Edtf, day_number};

use crate::context::Context;
use crate::feasts;
use crate::meaning::{Field, Meaning, Part, Point, Unit};
use crate::moment::Moment;
use crate::part::{self, weekday_of};

/// A resolved time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) edtf: Option<Edtf>,
    pub(crate) basis: Basis,
    pub(crate) anchor: Option<Edtf>,
    /// What later expressions may count from.
    pub(crate) antecedent: Option<Edtf>,
}

/// Turns a meaning into a date.
pub(crate) fn resolve(meaning: &Meaning, context: &Context) -> Resolved {
    match meaning {
        Meaning::Point(point) => {
            let settled = settle(*point, context);
            let edtf = settled.date();
            let antecedent = settled.moment.and_then(Moment::edtf);
            settled.resolved(edtf, antecedent)
        }
        Meaning::Span(first, last) => span(*first, *last, context),
        Meaning::Since(point) => {
            let settled = settle(*point, context);
            let edtf =
                settled.date().and_then(|from| Edtf::new(format!("{}/..", edge(&from, true))).ok());
            let antecedent = settled.moment.and_then(Moment::edtf);
            settled.resolved(edtf, antecedent)
        }
        Meaning::Before(point) => {
            // 年底前 looks ahead unless something is told of it.
            let settled = settle(*point, &Context { ahead: true, ..context.clone() });
            let edtf =
                settled.date().and_then(|to| Edtf::new(format!("../{}", edge(&to, false))).ok());
            settled.resolved(edtf, None)
        }
        Meaning::Fixed(edtf) | Meaning::Known(edtf) => Resolved {
            edtf: Some(edtf.clone()),
            basis: if matches!(meaning, Meaning::Fixed(_)) {
                Basis::Stated
            } else {
                Basis::Inferred
            },
            anchor: None,
            antecedent: None,
        },
        Meaning::Undated => {
            Resolved { edtf: None, basis: Basis::Inferred, anchor: None, antecedent: None }
        }
        Meaning::Last(count, unit) => counted(context.reference.as_ref(), |now| {
            Some((step(now, -(*count as i32), *unit)?, at_unit(now, *unit)))
        }),
        Meaning::Next(count, unit) => counted(context.reference.as_ref(), |now| {
            Some((at_unit(now, *unit), step(now, *count as i32, *unit)?))
        }),
        Meaning::Ago(count, unit) => {
            let found = counted(context.reference.as_ref(), |now| {
                let then = step(now, -(*count as i32), *unit)?;
                Some((then, then))
            });
            // 六年前的5月 is of that year.
            Resolved { antecedent: found.edtf.clone(), ..found }
        }
        Meaning::Later(count, unit) => {
            // 一个月后 with nothing told before it: what it is counted from stands elsewhere.
            let ahead = context.reference.as_ref().filter(|_| context.ahead);
            let from = context.in_paragraph.as_ref().or(ahead);
            let mut found = counted(from, |now| {
                let then = step(now, *count as i32, *unit)?;
                Some((then, then))
            });
            found.antecedent.clone_from(&found.edtf);
            found
        }
        Meaning::Around(count, unit) => {
            counted(context.antecedent.as_ref().or(context.reference.as_ref()), |then| {
                let (here, there) = (at_unit(then, *unit), step(then, *count, *unit)?);
                Some(if *count < 0 { (there, here) } else { (here, there) })
            })
        }
        Meaning::About(inner) => {
            let found = resolve(inner, context);
            let back = !matches!(**inner, Meaning::Next(..) | Meaning::Later(..));
            let edtf = found.edtf.and_then(|edtf| about(&edtf, back));
            Resolved { edtf, basis: Basis::Vague, ..found }
        }
        Meaning::PartOfYear(months, distance) => part_of_year(context, *months, *distance),
        Meaning::Week(weeks) => week_days(context, *weeks, 0, 6),
        Meaning::Weekdays(weeks, first, last) => week_days(context, *weeks, *first, *last),
        Meaning::Weekday(day) => weekday(context, *day),
        Meaning::Feast(feast, year) => {
            feasts::resolve(*year, context, |year| feasts::day(*feast, year).map(|day| (day, day)))
        }
        Meaning::Lunar(year, month, day) => {
            feasts::resolve(*year, context, |year| feasts::lunar(year, *month, *day))
        }
        Meaning::SamePeriod(year) => same_period(*year, context),
        Meaning::SameDay | Meaning::Hour => {
            let hour = *meaning == Meaning::Hour;
            let day = if hour { context.day_of_hours() } else { context.day_told() };
            let found = counted(day, |then| Some((then, then)));
            Resolved { antecedent: found.edtf.clone(), ..found }
        }
        Meaning::Lately | Meaning::Vague | Meaning::VagueAhead => Resolved {
            edtf: context.reference.as_ref().and_then(|reference| {
                let open = if *meaning == Meaning::VagueAhead {
                    format!("{}/..", edge(reference, true))
                } else {
                    format!("../{}", edge(reference, false))
                };
                Edtf::new(open).ok()
            }),
            basis: Basis::Vague,
            anchor: context.reference.clone(),
            antecedent: None,
        },
    }
}

/// A date marked as not exact, at its start or at its end.
fn about(edtf: &Edtf, start: bool) -> Option<Edtf> {
    let text = match edtf.as_str().split_once('/') {
        Some((first, last)) if start => format!("{first}~/{last}"),
        Some((first, last)) => format!("{first}/{last}~"),
        None => format!("{edtf}~"),
    };
    Edtf::new(text).ok()
}

/// The part of the year of so many months in which the reference lies, or one so many parts later.
fn part_of_year(context: &Context, months: i32, distance: i32) -> Resolved {
    // The codes of EDTF: quarters are 33 to 36, half-years 40 and 41.
    let first_code = if months == 3 { 33 } else { 40 };
    let now = context.reference.as_ref().and_then(Moment::of);
    let edtf = now.and_then(|now| {
        let part = (now.year * 12 + now.month? as i32 - 1).div_euclid(months) + distance;
        let of_year = 12 / months;
        let (year, index) = (part.div_euclid(of_year), part.rem_euclid(of_year));
        Edtf::new(format!("{year:04}-{}", first_code + index)).ok()
    });
    let anchor = context.reference.clone();
    Resolved { edtf, basis: Basis::Inferred, anchor, antecedent: None }
}

/// Days of a week, so many weeks after the reference's; no finer than the reference is.
fn week_days(context: &Context, weeks: i32, first: u32, last: u32) -> Resolved {
    let found = counted(context.reference.as_ref(), |now| {
        let Some(monday) = monday(now) else { return Some((now, now)) };
        let day = |of_week: u32| Moment::of_day_number(monday + weeks * 7 + of_week as i32);
        Some((day(first), day(last)))
    });
    let antecedent = found.edtf.clone().filter(|_| first == last);
    Resolved { antecedent, ..found }
}

/// `周三`: the last one up to the reference, or the next one of what is yet to come.
fn weekday(context: &Context, day: u32) -> Resolved {
    let found = counted(context.reference.as_ref(), |now| {
        let Some(monday) = monday(now) else { return Some((now, now)) };
        let this = Moment::of_day_number(monday + day as i32);
        let weeks = match (this.is_after(now), context.ahead) {
            (true, false) => -1,
            (false, true) if this != now => 1,
            _ => 0,
        };
        let then = this.days_later(weeks * 7)?;
        Some((then, then))
    });
    Resolved { antecedent: found.edtf.clone(), ..found }
}

/// The number of the Monday of a day's week.
fn monday(now: Moment) -> Option<i32> {
    let number = day_number(now.year, now.month?, now.day?);
    Some(number - weekday_of(number))
}

/// The period named before, in another year; the year alone where none was named.
fn same_period(year: Field, context: &Context) -> Resolved {
    // 截至5月末…,同期: the last date is as near to a period as the text comes.
    let alone = year == Field::FromAntecedent(0);
    let before = context.in_paragraph.as_ref().filter(|_| alone);
    let period = context.period.as_ref().or(before);
    let of = |edtf: &Edtf| Moment::of(edtf).map(|moment| moment.year);
    let (from, anchor) = match (year, period) {
        (Field::FromReference(_) | Field::FromPeriod(_), None) => {
            (context.reference.as_ref().and_then(of), context.reference.clone())
        }
        _ => (period.and_then(of), period.cloned()),
    };
    let shift = match (year, from) {
        (Field::Stated(year), Some(from)) => Some(year - from),
        (
            Field::FromReference(years) | Field::FromAntecedent(years) | Field::FromPeriod(years),
            Some(_),
        ) => Some(years),
        _ => None,
    };
    let shifted = shift.and_then(|shift| match period {
        Some(period) => years_later(period, shift),
        None => Edtf::year(from? + shift),
    });
    let stated = match year {
        Field::Stated(year) => Edtf::year(year),
        _ => None,
    };
    Resolved { edtf: shifted.or(stated), basis: Basis::Inferred, anchor, antecedent: None }
}

/// A date or a span of the same form, so many years later.
fn years_later(edtf: &Edtf, years: i32) -> Option<Edtf> {
    let side = |text: &str| {
        let (year, rest) = text.split_at_checked(4)?;
        let year: i32 = year.parse().ok()?;
        Some(format!("{:04}{rest}", year + years))
    };
    let text = match edtf.as_str().split_once('/') {
        Some((first, last)) => format!("{}/{}", side(first)?, side(last)?),
        None => side(edtf.as_str())?,
    };
    Edtf::new(text).ok()
}

/// One end of an interval, or the date itself where it is none.
fn edge(edtf: &Edtf, start: bool) -> &str {
    match edtf.as_str().split_once('/') {
        Some((first, last)) => {
            if start {
                first
            } else {
                last
            }
        }
        None => edtf.as_str(),
    }
}

/// A point with its fields filled in as far as anything is known.
struct Settled {
    /// None where no year is known.
    moment: Option<Moment>,
    /// For dates of no known year, as EDTF.
    yearless: Option<Edtf>,
    part: Part,
    basis: Basis,
    anchor: Option<Edtf>,
}

impl Settled {
    fn resolved(self, edtf: Option<Edtf>, antecedent: Option<Edtf>) -> Resolved {
        Resolved { edtf, basis: self.basis, anchor: self.anchor, antecedent }
    }

    /// The point's date, its part applied.
    fn date(&self) -> Option<Edtf> {
        match self.moment {
            Some(moment) => part::date(moment, self.part),
            None => self.yearless.clone(),
        }
    }

    fn none() -> Self {
        Self {
            moment: None,
            yearless: None,
            part: Part::Whole,
            basis: Basis::Inferred,
            anchor: None,
        }
    }
}

fn settle(point: Point, context: &Context) -> Settled {
    let settled = |(moment, anchor): (Moment, Edtf)| Settled {
        moment: Some(moment),
        yearless: None,
        part: point.part,
        basis: Basis::Inferred,
        anchor: Some(anchor),
    };
    match point.year {
        Field::Stated(year) => Settled {
            moment: Some(with_fields(year, point)),
            yearless: None,
            part: point.part,
            basis: Basis::Stated,
            anchor: None,
        },
        Field::FromReference(years) => {
            anchored(context.reference.as_ref(), |now| Some(with_fields(now.year + years, point)))
                .map_or_else(Settled::none, settled)
        }
        Field::FromAntecedent(years) => anchored(context.antecedent.as_ref(), |then| {
            Some(with_fields(then.year + years, point))
        })
        .map_or_else(Settled::none, settled),
        Field::FromPeriod(years) => {
            anchored(context.told_of(), |then| Some(with_fields(then.year + years, point)))
                .map_or_else(Settled::none, settled)
        }
        Field::Open => match without_year(point, context) {
            Some(found) => settled(found),
            None => Settled {
                part: point.part,
                basis: yearless_basis(point),
                yearless: yearless(point),
                ..Settled::none()
            },
        },
    }
}

/// The moment counted from `anchor`, with it.
fn anchored(
    anchor: Option<&Edtf>,
    count: impl FnOnce(Moment) -> Option<Moment>,
) -> Option<(Moment, Edtf)> {
    let anchor = anchor?;
    Some((count(Moment::of(anchor)?)?, anchor.clone()))
}

fn stated(field: Field) -> Option<u32> {
    match field {
        Field::Stated(value) => u32::try_from(value).ok(),
        _ => None,
    }
}

fn with_fields(year: i32, point: Point) -> Moment {
    let month = stated(point.month);
    Moment { year, month, day: month.and_then(|_| stated(point.day)) }
}

/// A date that says no year: by its month, its day, or its part of the year.
fn without_year(point: Point, context: &Context) -> Option<(Moment, Edtf)> {
    let (reference, antecedent) = (context.reference.as_ref(), context.antecedent.as_ref());
    match (point.month, point.day) {
        (Field::Stated(_), _) => lone_month(point, context),
        (Field::FromReference(months) | Field::FromPeriod(months), day) => {
            anchored(reference, |now| Some(month_from(now, months, day)))
        }
        (Field::FromAntecedent(months), day) => {
            anchored(antecedent, |then| Some(month_from(then, months, day)))
        }
        (Field::Open, Field::Stated(_)) => lone_day(point, context),
        // 今天 is the day on which the report was sent.
        (Field::Open, Field::FromReference(0)) if context.sent.is_some() => {
            anchored(context.sent.as_ref(), Some)
        }
        (Field::Open, Field::FromReference(days) | Field::FromPeriod(days)) => {
            anchored(reference, |now| Some(now.days_later(days).unwrap_or(now)))
        }
        (Field::Open, Field::FromAntecedent(days)) => {
            let of_text = context.day_of_text().filter(|_| days < 0);
            anchored(context.day_before().or(of_text), |then| {
                Some(then.days_later(days).unwrap_or(then))
            })
        }
        (Field::Open, Field::Open) => lone_part(point.part, context),
    }
}

/// `年底`, `三季度`: of the year before it in the sentence, else of the reference's, or of the last
/// year where that is nearer.
fn lone_part(part: Part, context: &Context) -> Option<(Moment, Edtf)> {
    let reference = context.reference.as_ref();
    let year_of = |edtf: Option<&Edtf>| edtf.and_then(Moment::of).map(|moment| moment.year);
    let this = year_of(reference);
    // 2027年竣工,年内投资: 年内 is of the year in which one writes.
    let before = context.in_sentence.as_ref().filter(|then| {
        this.is_none_or(|this| year_of(Some(then)).is_some_and(|then| then <= this))
    });
    anchored(before, |then| Some(Moment::year(then.year))).or_else(|| {
        anchored(reference, |now| {
            let last = now.month.is_some_and(|month| last_is_nearer(part, month));
            Some(Moment::year(now.year - i32::from(last && !context.ahead)))
        })
    })
}

/// `6月`, `9月1日`: of the year of the date before it in the sentence, else the last such one up to
/// the reference; what goes on from a date of an earlier year in the paragraph is of that year
/// (2018年11月…。12月…).
fn lone_month(point: Point, context: &Context) -> Option<(Moment, Edtf)> {
    let by_reference = anchored(context.reference.as_ref(), |now| {
        let this_year = with_fields(now.year, point);
        // 11月将公布,12月1日起报名: it goes on from what is to come.
        let to_come = context.to_come.as_ref().and_then(Moment::of);
        let goes_on =
            to_come.is_some_and(|to_come| to_come.year == now.year && this_year.is_after(to_come));
        let last = this_year.is_after(now)
            && !context.ahead
            && !goes_on
            && (!this_year.is_soon_after(now) || goes_on_from(context, now.year - 1, point));
        // 元月份还将, told in December, is of the year to come.
        let next = context.ahead
            && now.month.zip(this_year.month).is_some_and(|(now, month)| now >= month + 6);
        let found = with_fields(now.year - i32::from(last) + i32::from(next), point);
        // 2月29日: of the last year that has it.
        (0..8)
            .map(|years| Moment { year: found.year - years, ..found })
            .find(|day| day.edtf().is_some())
            .or(Some(found))
    });
    let Some((counted, now)) =
        by_reference.as_ref().and_then(|(counted, now)| Some((*counted, Moment::of(now)?)))
    else {
        let before = context.in_sentence.as_ref().or(context.in_paragraph.as_ref());
        return anchored(before, |then| Some(with_fields(then.year, point)));
    };
    if let Some(then) = context.year_of_sentence() {
        // 2024年12月成立的联盟3月开会: the year has turned since.
        let turned = then.month.is_some()
            && then.is_after(with_fields(then.year, point))
            && then.year < counted.year;
        // 2018年首届以来,第八届将于11月举办: what lies ahead is of the year to come.
        return if turned || context.ahead && then.month.is_none() && then.year < now.year {
            by_reference
        } else {
            anchored(context.in_sentence.as_ref(), |_| Some(with_fields(then.year, point)))
        };
    }
    let goes_on = context.in_paragraph.as_ref().filter(|before| {
        Moment::of(before).is_some_and(|then| {
            then.month.is_some()
                && then.year < counted.year
                && with_fields(then.year, point).is_after(then)
                && !is_recent(counted, now)
        })
    });
    anchored(goes_on, |then| Some(with_fields(then.year, point))).or(by_reference)
}

/// True where a date of that year lies within a month of the last date that was named.
fn goes_on_from(context: &Context, year: i32, point: Point) -> bool {
    const NEAR: i32 = 31;
    let number = |moment: Moment| Some(day_number(moment.year, moment.month?, moment.day?));
    let then = context.antecedent.as_ref().and_then(Moment::of).and_then(number);
    let day = number(with_fields(year, point));
    matches!((day, then), (Some(day), Some(then)) if (day - then).abs() <= NEAR)
}

/// True for a month so shortly before the reference that news tells of it without its year.
fn is_recent(then: Moment, now: Moment) -> bool {
    const RECENT: i32 = 2;
    match (then.month, now.month) {
        (Some(month), Some(this)) => {
            (now.year - then.year) * 12 + this as i32 - month as i32 <= RECENT
        }
        _ => false,
    }
}

/// True where a part of the year is rather last year's: 四季度 in January, but not in August.
fn last_is_nearer(part: Part, month: u32) -> bool {
    let (first, last) = match part {
        Part::Quarter(quarter) | Part::QuarterEnd(quarter) => (quarter * 3 - 2, quarter * 3),
        Part::Half(half) => (half * 6 - 5, half * 6),
        // Figures of the first months are told when they are over.
        Part::FirstQuarters(quarters) => return quarters * 3 > month,
        Part::FirstMonths(months) => return months > month,
        // 年底 told in the first months is the one that is over.
        Part::End => return month <= 3,
        Part::Whole
        | Part::Start
        | Part::Middle
        | Part::Tenths(..)
        | Part::HalfMonth(_)
        | Part::NthWeekday(..)
        | Part::LastWeekday(_)
        | Part::Season(_)
        | Part::Nth(..)
        | Part::First(..)
        | Part::Last(..) => {
            return false;
        }
    };
    first > month && month + 12 - last < first - month
}

fn month_from(anchor: Moment, months: i32, day: Field) -> Moment {
    match anchor.months_later(months) {
        Some(moment) => Moment { day: stated(day), ..moment },
        // The month of a year: nothing finer is known.
        None => Moment::year(anchor.year),
    }
}

/// `4日`: the month of the day before it in the sentence, else the last such day. A month without a
/// day (6月成立的联盟4日开会) only counts where there is no reference.
fn lone_day(point: Point, context: &Context) -> Option<(Moment, Edtf)> {
    let day = stated(point.day);
    let in_sentence = context.in_sentence.as_ref();
    let now = context.reference.as_ref().and_then(Moment::of);
    let of_month = anchored(in_sentence, |then| {
        then.month.filter(|_| then.day.is_some() || now.is_none_or(|now| then.is_month_of(now)))?;
        // 6月30日开幕,2日闭幕: the month has turned.
        match then.months_later(1) {
            Some(next) if then.day > day => {
                let next = Moment { day, ..next };
                Some(if now.is_some_and(|now| next.is_after(now)) {
                    Moment { day, ..then }
                } else {
                    next
                })
            }
            _ => Some(Moment { day, ..then }),
        }
    });
    of_month.or_else(|| {
        anchored(context.reference.as_ref(), |now| {
            if now.month.is_none() {
                return Some(Moment::year(now.year));
            }
            let this_month = Moment { day, ..now };
            // In the paper of the 12th, 14日 is in two days; in the paper of the 1st, 28日 is over.
            let soon =
                day.zip(now.day).is_some_and(|(day, today)| day > today && day - today <= 10);
            if this_month.edtf().is_some() && (!this_month.is_after(now) || context.ahead || soon) {
                return Some(this_month);
            }
            let months = if context.ahead { [1, 2] } else { [-1, -2] };
            let day_of =
                |months: i32| now.months_later(months).map(|moment| Moment { day, ..moment });
            months
                .into_iter()
                .filter_map(day_of)
                .find(|day| day.edtf().is_some())
                .or(Some(this_month))
        })
    })
}

/// A date of which no year can be known: `XXXX-12-12`.
fn yearless(point: Point) -> Option<Edtf> {
    let day = stated(point.day).map(|day| format!("-{day:02}")).unwrap_or_default();
    match (stated(point.month), point.part) {
        (Some(month), _) => Edtf::new(format!("XXXX-{month:02}{day}")).ok(),
        (None, Part::Whole) if !day.is_empty() => Edtf::new(format!("XXXX-XX{day}")).ok(),
        _ => None,
    }
}

fn yearless_basis(point: Point) -> Basis {
    if yearless(point).is_some() { Basis::Stated } else { Basis::Inferred }
}

/// From one point to another; the second counts from the first.
fn span(first: Point, last: Point, context: &Context) -> Resolved {
    let from = settle(first, context);
    let first_date = from.date();
    let within = Context {
        antecedent: first_date.clone().or_else(|| context.antecedent.clone()),
        in_sentence: from.moment.and_then(Moment::edtf).or_else(|| context.in_sentence.clone()),
        ..context.clone()
    };
    let to = settle(last, &within);
    let edtf = first_date.zip(to.date()).and_then(|(first, last)| {
        Edtf::new(format!("{}/{}", edge(&first, true), edge(&last, false))).ok()
    });
    let antecedent = to.moment.and_then(Moment::edtf);
    from.resolved(edtf, antecedent)
}

/// A period counted from the reference.
fn counted(
    from: Option<&Edtf>,
    count: impl FnOnce(Moment) -> Option<(Moment, Moment)>,
) -> Resolved {
    let edtf = from.and_then(Moment::of).and_then(count).and_then(|(first, last)| {
        if first == last { first.edtf() } else { Edtf::interval(&first.edtf()?, &last.edtf()?) }
    });
    Resolved { edtf, basis: Basis::Inferred, anchor: from.cloned(), antecedent: None }
}

/// A moment so many units later, as precise as the unit.
fn step(now: Moment, count: i32, unit: Unit) -> Option<Moment> {
    match unit {
        Unit::Year => Some(Moment::year(now.year + count)),
        Unit::Month => now.months_later(count),
        Unit::Week => now.days_later(count * 7),
        Unit::Day => now.days_later(count),
    }
}

/// A moment as precise as the unit.
fn at_unit(now: Moment, unit: Unit) -> Moment {
    match unit {
        Unit::Year => Moment::year(now.year),
        Unit::Month => Moment { day: None, ..now },
        Unit::Week | Unit::Day => now,
    }
}
