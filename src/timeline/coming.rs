//! Now and next: the last event that has begun by today, and the targets and announcements that
//! come next.

use crate::dom::{el, none};
use deltascope_model::Day;
use leptos::prelude::*;

use super::{chart::Chart, prepare::Prepared, shape::Shape};
use crate::{
    components::control::click,
    order::in_order,
    words::{date::date_words, words},
};

/// How many of what comes are named.
const NEXT: usize = 3;

/// The last event that has begun, and the next that are to come, as buttons that lead to them.
pub fn coming(chart: Chart) -> AnyView {
    let Some(today) = chart.wiring.today else { return none() };
    let all = chart.prepared.get();
    let (now, next) = around(&all, today);
    if next.is_empty() {
        return none();
    }
    let words = &words(all.lang).timeline;
    let row = |name: &'static str, test: &'static str, events: Vec<usize>| {
        let button = |at: usize| jump(chart, &all, at, test);
        (!events.is_empty()).then(|| {
            el("p").child(el("b").child(name)).children(events.into_iter().map(button)).view()
        })
    };
    el("div")
        .class("timeline-coming")
        .test("coming")
        .child(row(words.latest, "latest", now.into_iter().collect()))
        .child(row(words.next, "next", next))
        .view()
}

fn jump(chart: Chart, all: &Prepared, at: usize, test: &'static str) -> AnyView {
    let event = &all.data.corpus.events[at];
    let (name, tag) = all.name(event);
    let day = all.known.shapes[at].map_or(0, |shape| shape.last);
    let phase = words(all.lang).facts.phases[event.phase as usize];
    el("button")
        .attr("type", "button")
        .test(test)
        .attr("data-kind", all.kind(event).key())
        .on("click", click(move || chart.show_day(day)))
        .child(el("i").class("glyph").attr("data-phase", event.phase.key()))
        .child(el("span").class("when").child(date_words(
            &event.date.edtf,
            event.date.basis,
            all.lang,
        )))
        .child(" ")
        .child(el("span").class("name").attr("lang", tag).child(name.to_owned()))
        .child(" ")
        .child(phase)
        .view()
}

/// The last event that has happened, and those to come whose time is not over: what ends first is
/// next.
fn around(all: &Prepared, today: Day) -> (Option<usize>, Vec<usize>) {
    let shape = |at: usize| all.known.shapes[at];
    let corpus = &all.data.corpus;
    let to_come: Vec<usize> = all
        .dated
        .iter()
        .copied()
        .filter(|&at| {
            !corpus.events[at].has_happened() && shape(at).is_some_and(|shape| ahead(shape, today))
        })
        .collect();
    let ends =
        to_come.iter().map(|&at| shape(at).map_or((0, 0), |shape| (shape.last, shape.first)));
    let next = in_order(ends).into_iter().take(NEXT).map(|at| to_come[at]).collect();
    let has_begun = |at: &usize| {
        corpus.events[*at].has_happened() && shape(*at).is_some_and(|shape| shape.first <= today)
    };
    (all.dated.iter().copied().rfind(has_begun), next)
}

/// True where a time is not over: its last day is still to come, or it has no end.
fn ahead(shape: Shape, today: Day) -> bool {
    shape.last >= today || shape.open_end
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, Edtf, EventDate};

    use super::*;

    #[track_caller]
    fn check(edtf: &str, expected: bool) {
        let today = Edtf::new("2026-06-15").unwrap().bounds().first.unwrap();
        let date = EventDate { edtf: Edtf::new(edtf).unwrap(), basis: Basis::Stated };
        assert_eq!(ahead(Shape::of(&date).unwrap(), today), expected, "{edtf}");
    }

    #[test]
    fn a_time_is_ahead_until_its_last_day_is_over() {
        check("2026-06-14", false);
        check("2026-06-15", true);
        check("2026", true);
        check("2027", true);
        check("../2026-03", false);
        check("2025/..", true);
    }
}
