//! What a time expression says, to a date: counts from a reference date and from dates before.
//!
//! The reference is the article's date. The antecedent is the last date named before; 同年 and
//! 此前一天 count from it, and inside one sentence a date without a year takes its year. This module
//! never sees the characters of the expression.

use deltascope_model::{Basis, Edtf, day_number};

use crate::meaning::{Field, Meaning, Part, Point, Unit};
use crate::moment::Moment;

/// What a text has said so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// The article's date.
    pub(crate) reference: Option<Edtf>,
    /// The last date named before.
    pub(crate) antecedent: Option<Edtf>,
    /// The last date named before in the same sentence.
    pub(crate) in_sentence: Option<Edtf>,
    /// The sentence looks to the future.
    pub(crate) ahead: bool,
}

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
            let settled = settle(*point, context);
            let edtf =
                settled.date().and_then(|to| Edtf::new(format!("../{}", edge(&to, false))).ok());
            settled.resolved(edtf, None)
        }
        Meaning::Fixed(edtf) => Resolved {
            edtf: Some(edtf.clone()),
            basis: Basis::Stated,
            anchor: None,
            antecedent: None,
        },
        Meaning::Last(count, unit) => {
            counted(context, |now| Some((step(now, -(*count as i32), *unit)?, at_unit(now, *unit))))
        }
        Meaning::Next(count, unit) => {
            counted(context, |now| Some((at_unit(now, *unit), step(now, *count as i32, *unit)?)))
        }
        Meaning::Ago(count, unit) => counted(context, |now| {
            let then = step(now, -(*count as i32), *unit)?;
            Some((then, then))
        }),
        Meaning::Vague => Resolved {
            edtf: context
                .reference
                .as_ref()
                .and_then(|reference| Edtf::new(format!("../{}", edge(reference, false))).ok()),
            basis: Basis::Vague,
            anchor: context.reference.clone(),
            antecedent: None,
        },
    }
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
            Some(moment) => part(moment, self.part),
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
        (Field::Stated(_), _) => {
            let of_year = |year| Some(with_fields(year, point));
            anchored(context.in_sentence.as_ref(), |then| of_year(then.year)).or_else(|| {
                anchored(reference, |now| {
                    let this_year = with_fields(now.year, point);
                    let last =
                        this_year.is_after(now) && !context.ahead && !is_soon(this_year, now);
                    of_year(now.year - i32::from(last))
                })
            })
        }
        (Field::FromReference(months), day) => {
            anchored(reference, |now| Some(month_from(now, months, day)))
        }
        (Field::FromAntecedent(months), day) => {
            anchored(antecedent, |then| Some(month_from(then, months, day)))
        }
        (Field::Open, Field::Stated(_)) => lone_day(point, context),
        (Field::Open, Field::FromReference(days)) => {
            anchored(reference, |now| Some(now.days_later(days).unwrap_or(now)))
        }
        (Field::Open, Field::FromAntecedent(days)) => {
            anchored(antecedent, |then| Some(then.days_later(days).unwrap_or(then)))
        }
        (Field::Open, Field::Open) => {
            anchored(context.in_sentence.as_ref(), |then| Some(Moment::year(then.year))).or_else(
                || {
                    anchored(reference, |now| {
                        let over = now.month.is_none_or(|month| reported_by(point.part) <= month);
                        Some(Moment::year(now.year - i32::from(!over && !context.ahead)))
                    })
                },
            )
        }
    }
}

/// True for a day so shortly after the reference that the year before is not meant.
fn is_soon(day: Moment, now: Moment) -> bool {
    const SOON: i32 = 31;
    let number = |moment: Moment| Some(day_number(moment.year, moment.month?, moment.day?));
    matches!((number(day), number(now)), (Some(day), Some(now)) if day > now && day - now <= SOON)
}

/// The month in which figures of a part of the year can first be known.
fn reported_by(part: Part) -> u32 {
    match part {
        Part::Quarter(quarter) => quarter * 3,
        Part::FirstQuarters(quarters) => quarters * 3,
        Part::FirstMonths(months) => months,
        Part::Half(half) => (half - 1) * 6 + 1,
        Part::Whole | Part::Start | Part::Middle | Part::End | Part::Tenth(_) => 1,
    }
}

fn month_from(anchor: Moment, months: i32, day: Field) -> Moment {
    match anchor.months_later(months) {
        Some(moment) => Moment { day: stated(day), ..moment },
        // The month of a year: nothing finer is known.
        None => Moment::year(anchor.year),
    }
}

/// `4日`: the month of the date before it in the sentence, else the last such day.
fn lone_day(point: Point, context: &Context) -> Option<(Moment, Edtf)> {
    let day = stated(point.day);
    let in_sentence = context.in_sentence.as_ref();
    let of_month = anchored(in_sentence, |then| then.month.map(|_| Moment { day, ..then }));
    of_month.or_else(|| {
        anchored(context.reference.as_ref(), |now| {
            if now.month.is_none() {
                return Some(Moment::year(now.year));
            }
            let this_month = Moment { day, ..now };
            if this_month.is_after(now) && !context.ahead {
                return now.months_later(-1).map(|moment| Moment { day, ..moment });
            }
            Some(this_month)
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

/// A part of a year or of a month.
fn part(moment: Moment, part: Part) -> Option<Edtf> {
    let year = moment.year;
    let months = |first: u32, last: u32| {
        Edtf::interval(&Edtf::month(year, first)?, &Edtf::month(year, last)?)
    };
    match (moment.month, part) {
        (None, Part::Start) => Edtf::new(format!("{year:04}-01~")).ok(),
        (None, Part::Middle) => Edtf::new(format!("{year:04}-06~")).ok(),
        (None, Part::End) => Edtf::new(format!("{year:04}-12~")).ok(),
        (None, Part::Quarter(quarter)) => Edtf::new(format!("{year:04}-{}", 32 + quarter)).ok(),
        (None, Part::Half(half)) => Edtf::new(format!("{year:04}-{}", 39 + half)).ok(),
        (None, Part::FirstQuarters(quarters)) => months(1, quarters * 3),
        (None, Part::FirstMonths(1)) => Edtf::month(year, 1),
        (None, Part::FirstMonths(count)) => months(1, count),
        (Some(month), Part::Tenth(tenth)) => {
            let last = if tenth == 3 {
                Moment::of_day_number(Edtf::month(year, month)?.bounds().last?).day?
            } else {
                tenth * 10
            };
            let first = Edtf::day(year, month, tenth * 10 - 9)?;
            Edtf::interval(&first, &Edtf::day(year, month, last)?)
        }
        _ => moment.edtf(),
    }
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
fn counted(context: &Context, count: impl FnOnce(Moment) -> Option<(Moment, Moment)>) -> Resolved {
    let reference = context.reference.as_ref();
    let edtf = reference.and_then(Moment::of).and_then(count).and_then(|(first, last)| {
        if first == last { first.edtf() } else { Edtf::interval(&first.edtf()?, &last.edtf()?) }
    });
    Resolved { edtf, basis: Basis::Inferred, anchor: context.reference.clone(), antecedent: None }
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
