//! What the signs mean, which keys there are, and the events that no axis can show.

use deltascope_model::Phase;
use leptos::prelude::*;

use super::{chart::Chart, event_mark::accessible_name};
use crate::{
    components::control::{click, live},
    words::{Lang, words},
};

/// The classes of the legend's samples, in the order of its words.
const SAMPLES: [&str; 6] = ["point", "span", "open-end", "approximate", "vague", "inferred"];

/// The legend, folded until asked for.
pub fn legend(lang: Signal<Lang>) -> AnyView {
    let inside = move || {
        let (facts, words) = (&words(lang.get()).facts, &words(lang.get()).timeline);
        let sample = |(class, sign): (&&'static str, &&'static str)| {
            view! { <li><i class=["sample ", class].concat()><span class="bar"></span></i>{*sign}</li> }
        };
        let phase = |phase: &Phase| {
            let name = facts.phases[*phase as usize];
            view! { <li><i class="glyph" data-phase=phase.key()></i>{name}</li> }
        };
        let key = |(keys, what): &(&'static str, &'static str)| {
            view! { <div><dt>{*keys}</dt><dd>{*what}</dd></div> }
        };
        view! {
            <summary>{words.legend}</summary>
            <div class="timeline-legend-parts">
                <section>
                    <h3>{words.precision}</h3>
                    <ul>
                        {SAMPLES.iter().zip(&words.signs).map(sample).collect_view()}
                        <li><i class="counted">"+9"</i>{words.signs[SAMPLES.len()]}</li>
                    </ul>
                </section>
                <section>
                    <h3>{words.phases}</h3>
                    <ul class="phases">{Phase::ALL.iter().map(phase).collect_view()}</ul>
                </section>
                <section>
                    <h3>{words.keys}</h3>
                    <dl>{words.key_table.iter().map(key).collect_view()}</dl>
                </section>
            </div>
        }
        .into_any()
    };
    view! { <details class="timeline-legend">{live(inside)}</details> }.into_any()
}

/// The events without a year, as a list below the chart.
pub fn undated(chart: Chart, lang: Signal<Lang>, on_open: Callback<String>) -> AnyView {
    let list = move || {
        let all = chart.prepared.get();
        let button = |number: &usize| {
            let item = &all.items[*number];
            let id = item.event.clone();
            view! {
                <li>
                    <button type="button" data-testid="event" on:click=click(move || on_open.run(id.clone()))>
                        {accessible_name(item, lang.get())}
                    </button>
                </li>
            }
        };
        if all.undated.is_empty() {
            return ().into_any();
        }
        view! {
            <div class="timeline-undated">
                <h3>{words(lang.get()).timeline.undated}</h3>
                <ul>{all.undated.iter().map(button).collect_view()}</ul>
            </div>
        }
        .into_any()
    };
    live(list)
}
