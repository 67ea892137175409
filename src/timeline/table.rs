//! The timeline as a table: the same events with the same words, in order of date.

use std::sync::Arc;

use crate::dom::{el, live, value};
use crate::signals::Memo;
use leptos::prelude::*;

use super::TimelineItem;
use crate::{
    components::control::click,
    order::in_order,
    words::{Lang, date::date_words, words},
};

/// The table. Its date column turns the order round.
pub fn table(
    items: Memo<Arc<Vec<TimelineItem>>>,
    lang: Memo<Lang>,
    on_open: Callback<String>,
    on_initiative: Callback<String>,
) -> AnyView {
    let latest_first = RwSignal::new(false);
    let rows = move || {
        let lang = lang.get();
        items.with(|items| {
            let order = order(items, latest_first.get());
            let rows =
                order.into_iter().map(|number| row(&items[number], lang, on_open, on_initiative));
            rows.collect_view().into_any()
        })
    };
    let head = move || head(lang.get(), latest_first);
    // Explicit roles: narrow screens stack the cells, which takes the implicit ones away.
    el("div")
        .class("timeline-table")
        .test("timeline-table")
        .child(
            el("table")
                .attr("role", "table")
                .attr("aria-label", value(move || Some(words(lang.get()).timeline.name.into())))
                .child(el("thead").attr("role", "rowgroup").child(live(head)))
                .child(el("tbody").attr("role", "rowgroup").child(live(rows))),
        )
        .view()
}

fn head(lang: Lang, latest_first: RwSignal<bool>) -> AnyView {
    let columns = words(lang).timeline.columns;
    let (sort, arrow) =
        if latest_first.get() { ("descending", "↓") } else { ("ascending", "↑") };
    let head = |name: &&'static str| {
        el("th").attr("role", "columnheader").attr("scope", "col").child(*name).view()
    };
    let turn = click(move || latest_first.update(|latest| *latest = !*latest));
    el("tr")
        .attr("role", "row")
        .child(
            el("th")
                .attr("role", "columnheader")
                .attr("scope", "col")
                .attr("aria-sort", sort)
                .child(
                    el("button")
                        .attr("type", "button")
                        .test("sort-date")
                        .on("click", turn)
                        .child(columns[0])
                        .child(el("i").attr("aria-hidden", "true").child(arrow)),
                ),
        )
        .child(columns[1..].iter().map(head).collect_view())
        .view()
}

/// The numbers of the items by date, equal ones as given. What has no date stands last either way.
fn order(items: &[TimelineItem], latest_first: bool) -> Vec<usize> {
    in_order(items.iter().map(|item| match item.date.edtf.sort_key() {
        (i32::MAX, _) => (i32::MAX, i32::MAX),
        (first, last) if latest_first => (-first, -last),
        key => key,
    }))
}

fn row(
    item: &TimelineItem,
    lang: Lang,
    on_open: Callback<String>,
    on_initiative: Callback<String>,
) -> AnyView {
    let (facts, words) = (&words(lang).facts, &words(lang).timeline);
    let phase = facts.phases[item.phase as usize];
    let (id, initiative) = (item.event.clone(), item.initiative.clone());
    let of = [words.open, words.comma, &item.label, " ", phase].concat();
    el("tr")
        .attr("role", "row")
        .attr("data-kind", item.kind.key())
        .child(el("td").attr("role", "cell").class("when").child(date_words(
            &item.date.edtf,
            item.date.basis,
            lang,
        )))
        .child(
            el("th").attr("role", "rowheader").attr("scope", "row").child(
                el("button")
                    .attr("type", "button")
                    .test("open-initiative")
                    .on("click", click(move || on_initiative.run(initiative.clone())))
                    .child(item.label.clone()),
            ),
        )
        .child(
            el("td")
                .attr("role", "cell")
                .class("phase")
                .child(el("i").class("glyph").attr("data-phase", item.phase.key()))
                .child(phase),
        )
        .child(el("td").attr("role", "cell").class("kind").child(facts.kinds[item.kind as usize]))
        .child(el("td").attr("role", "cell").class("places").child(item.places.join(words.and)))
        .child(
            el("td")
                .attr("role", "cell")
                .class("evidence")
                .child(el("p").attr("lang", "zh").child(item.evidence.clone()))
                .child(
                    el("button")
                        .attr("type", "button")
                        .test("open-evidence")
                        .attr("aria-label", of)
                        .on("click", click(move || on_open.run(id.clone())))
                        .child(words.open),
                ),
        )
        .view()
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, Edtf, EventDate, InitiativeKind, Phase};

    use super::*;

    #[test]
    fn dates_go_both_ways_and_undated_events_stay_last() {
        let items: Vec<TimelineItem> = ["2024", "XXXX", "2021/..", "../2023-05"]
            .map(|edtf| TimelineItem {
                event: edtf.into(),
                initiative: "i".into(),
                kind: InitiativeKind::Plan,
                phase: Phase::Issued,
                date: EventDate { edtf: Edtf::new(edtf).unwrap(), basis: Basis::Stated },
                label: String::new(),
                evidence: String::new(),
                places: Vec::new(),
            })
            .into();
        assert_eq!(order(&items, false), [2, 3, 0, 1]);
        assert_eq!(order(&items, true), [0, 3, 2, 1]);
    }
}
