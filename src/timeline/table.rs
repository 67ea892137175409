//! The timeline as a table: the same events with the same words, in order of date.

use std::sync::Arc;

use leptos::prelude::*;

use super::TimelineItem;
use crate::words::{Lang, date::date_words, words};

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
            order.into_iter().map(|number| row(&items[number], lang, on_open)).collect_view()
        })
    };
    let columns = move || words(lang.get()).timeline.columns;
    let heads = move || {
        columns()[1..]
            .iter()
            .map(|name| view! { <th role="columnheader" scope="col">{*name}</th> })
            .collect_view()
    };
    // Explicit roles: narrow screens stack the cells, which takes the implicit ones away.
    view! {
        <div class="timeline-table" data-testid="timeline-table">
            <table role="table" aria-label=move || words(lang.get()).timeline.name>
                <thead role="rowgroup">
                    <tr role="row">
                        <th
                            role="columnheader"
                            scope="col"
                            aria-sort=move || if latest_first.get() { "descending" } else { "ascending" }
                        >
                            <button
                                type="button"
                                data-testid="sort-date"
                                on:click=move |_| latest_first.update(|latest| *latest = !*latest)
                            >
                                {move || columns()[0]}
                                <i aria-hidden="true">{move || if latest_first.get() { "↓" } else { "↑" }}</i>
                            </button>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The numbers of the items by date, then id. What has no date stands last either way.
fn order(items: &[TimelineItem], latest_first: bool) -> Vec<usize> {
    let undated = |number: usize| items[number].date.edtf.sort_key().0 == i32::MAX;
    let key = |number: usize| (items[number].date.edtf.sort_key(), &items[number].event);
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_unstable_by(|&a, &b| {
        let by_date = key(a).cmp(&key(b));
        let turned = if latest_first { by_date.reverse() } else { by_date };
        undated(a).cmp(&undated(b)).then(turned)
    });
    order
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
                    on:click=move |_| on_open.run(id.clone())
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
