//! The row above the chart: how much is shown, zoom, and the switch between chart and table.

use leptos::prelude::*;

use super::chart::Chart;
use crate::words::timeline::TimelineWords;

/// The row above the chart.
pub fn toolbar(
    chart: Chart,
    words: Signal<&'static TimelineWords>,
    as_table: RwSignal<bool>,
) -> AnyView {
    let count = move || {
        let (shown, all) = visible(chart);
        let [before, between, after] = words.get().shown;
        [before, &shown.to_string(), between, &all.to_string(), after].concat()
    };
    let zoom = move |test: &'static str, sign: &'static str, closer: bool| {
        let name = move || if closer { words.get().zoom_in } else { words.get().zoom_out };
        view! {
            <button
                type="button"
                data-testid=test
                aria-label=name
                title=name
                on:click=move |_| chart.zoom(closer)
            >
                {sign}
            </button>
        }
    };
    let side = move |table: bool| {
        let name = move || if table { words.get().table } else { words.get().chart };
        let pressed = move || if as_table.get() == table { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| as_table.set(table)>
                {name}
            </button>
        }
    };
    view! {
        <div class="timeline-bar">
            <p class="timeline-count" aria-live="polite" class:hidden=move || as_table.get()>
                {count}
            </p>
            <div
                class="timeline-group"
                role="group"
                aria-label=move || words.get().zoom
                hidden=move || as_table.get()
            >
                {zoom("zoom-out", "−", false)}
                {zoom("zoom-in", "+", true)}
                <button type="button" data-testid="zoom-fit" on:click=move |_| chart.fit()>
                    {move || words.get().fit}
                </button>
            </div>
            <div
                class="timeline-group"
                role="group"
                aria-label=move || words.get().rendering
                data-testid="timeline-switch"
            >
                {side(false)}
                {side(true)}
            </div>
        </div>
    }
    .into_any()
}

/// How many events the view covers, and how many there are.
fn visible(chart: Chart) -> (usize, usize) {
    let view = chart.view.get();
    chart.prepared.with(|all| {
        let shown = all.marks.iter().filter(|mark| {
            view.x(mark.shape.last + 1) > 0 && view.x(mark.shape.first) < view.width
        });
        (shown.count(), all.items.len())
    })
}
