//! The timeline over what passes search and filters.

use std::sync::Arc;

use crate::dom::live;
use crate::signals::memo;
use leptos::prelude::*;

use super::empty::Empty;
use crate::{
    data::Data,
    found::found,
    naming,
    state::View,
    store::{data, store},
    timeline::{Timeline, TimelineItem},
    words::Lang,
};

/// The timeline, or why it is empty.
#[component]
pub fn TimelinePane() -> impl IntoView {
    let store = store();
    let data = data();
    let selection = found().selection;
    let none =
        memo(move || selection.with(|selection| selection.of(View::Timeline as usize).is_empty()));
    let lang = store.lang;
    let today = crate::browser::today();
    let source = Arc::clone(&data);
    let items = memo(move || {
        let lang = lang.get();
        let events = selection.get();
        let events = events.of(View::Timeline as usize);
        Arc::new(events.iter().map(|&at| item(&source, at, lang)).collect::<Vec<_>>())
    });
    let window = memo(move || store.state.with(|state| state.window));
    let on_window = Callback::new(move |window| store.adjust(|state| state.window = window));
    let on_open = Callback::new(move |event: String| {
        let article = data.event(&event).and_then(|event| event.evidence.first());
        if let Some(evidence) = article {
            store.open(&evidence.article, Some(event));
        }
    });
    let on_initiative = Callback::new(move |id: String| store.open_initiative(&id));
    live(move || {
        if none.get() {
            return view! { <Empty events=true/> }.into_any();
        }
        view! { <Timeline items=items lang=lang window=window on_window=on_window on_open=on_open
        on_initiative=on_initiative today=today/> }
        .into_any()
    })
}

fn item(data: &Data, at: usize, lang: Lang) -> TimelineItem {
    let event = &data.corpus.events[at];
    let initiative = data.initiative(&event.initiative);
    TimelineItem {
        event: event.id.clone(),
        initiative: event.initiative.clone(),
        kind: initiative.map_or(deltascope_model::InitiativeKind::Event, |known| known.kind),
        phase: event.phase,
        date: event.date.clone(),
        label: initiative
            .map_or(event.initiative.as_str(), |known| naming::initiative(known, lang))
            .to_owned(),
        evidence: event.evidence.first().map(|found| found.text.clone()).unwrap_or_default(),
        places: event.places.iter().map(|id| naming::place(data, id, lang)).collect(),
    }
}
