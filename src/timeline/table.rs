//! The timeline as a table: the same events with the same words, in order of date.

use std::sync::Arc;

use leptos::prelude::*;

use super::TimelineItem;
use crate::{
    components::control::{click, live, value},
    order::in_order,
    words::{Lang, date::date_words, words},
};

/// The table. Its date column turns the order round.
pub fn table(
    items: Memo<Arc<Vec<TimelineItem>>>,
    lang: Signal<Lang>,
    on_open: Callback<String>,
) -> AnyView {
    let latest_first = RwSignal::new(false);
    let rows = move || {
        let lang = lang.get();
        items.with(|items| {
            let order = order(items, latest_first.get());
            let rows = order.into_iter().map(|number| row(&items[number], lang, on_open));
            rows.collect_view().into_any()
        })
    };
    let head = move || head(lang.get(), latest_first);
    // Explicit roles: narrow screens stack the cells, which takes the implicit ones away.
    view! {
        <div class="timeline-table" data-testid="timeline-table">
            <table role="table" aria-label=value(move || Some(words(lang.get()).timeline.name.into()))>
                <thead role="rowgroup">{live(head)}</thead>
                <tbody role="rowgroup">{live(rows)}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head(lang: Lang, latest_first: RwSignal<bool>) -> AnyView {
    let columns = words(lang).timeline.columns;
    let (sort, arrow) =
        if latest_first.get() { ("descending", "↓") } else { ("ascending", "↑") };
    let head = |name: &&'static str| view! { <th role="columnheader" scope="col">{*name}</th> };
    let turn = click(move || latest_first.update(|latest| *latest = !*latest));
    view! {
        <tr role="row">
            <th role="columnheader" scope="col" aria-sort=sort>
                <button type="button" data-testid="sort-date" on:click=turn>
                    {columns[0]}
                    <i aria-hidden="true">{arrow}</i>
                </button>
            </th>
            {columns[1..].iter().map(head).collect_view()}
        </tr>
    }
    .into_any()
}

/// The numbers of the items by date, equal ones as given. What has no date stands last either way.
fn order(items: &[TimelineItem], latest_first: bool) -> Vec<usize> {
    in_order(items.iter().map(|item| match item.date.edtf.sort_key() {
        (i32::MAX, _) => (i32::MAX, i32::MAX),
        (first, last) if latest_first => (-first, -last),
        key => key,
    }))
}

fn row(item: &TimelineItem, lang: Lang, on_open: Callback<String>) -> AnyView {
    let (facts, words) = (&words(lang).facts, &words(lang).timeline);
    let phase = facts.phases[item.phase as usize];
    let id = item.event.clone();
    let of = [words.open, words.comma, &item.label, " ", phase].concat();
    view! {
        <tr role="row" data-kind=item.kind.key()>
            <td role="cell" class="when">{date_words(&item.date.edtf, item.date.basis, lang)}</td>
            <th role="rowheader" scope="row">{item.label.clone()}</th>
            <td role="cell" class="phase">
                <i class="glyph" data-phase=item.phase.key()></i>
                {phase}
            </td>
            <td role="cell" class="kind">{facts.kinds[item.kind as usize]}</td>
            <td role="cell" class="places">{item.places.join(words.and)}</td>
            <td role="cell" class="evidence">
                <p lang="zh">{item.evidence.clone()}</p>
                <button
                    type="button"
                    data-testid="open-evidence"
                    aria-label=of
                    on:click=click(move || on_open.run(id.clone()))
                >
                    {words.open}
                </button>
            </td>
        </tr>
    }
    .into_any()
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
