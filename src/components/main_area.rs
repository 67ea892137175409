//! The main area: one of the views, under the chips where it follows them, or the page of an
//! initiative in its place.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none, presence, value};
use crate::signals::{Memo, effect, effect_from, memo};
use leptos::prelude::*;

use super::{
    chips::Chips, initiative, observatory::stand_in, overview::overview, remarks::Remarks,
    results::Results, timeline_pane::TimelinePane,
};
use crate::{
    browser,
    data::Data,
    lazy::{self, later},
    state::{View, ViewState},
    store::{Turn, data, say, store},
};

/// The place in which `public/trail.js` draws what the reader collected.
fn trail(data: &Data) -> AnyView {
    effect(|| request_animation_frame(|| browser::hand_over("trail", "Trail")));
    el("div")
        .attr("id", "trail")
        .class("prose")
        .test("trail-view")
        .attr("data-corpus", data.fingerprint.clone())
        .view()
}

/// Draws a part that shows the corpus.
fn over(data: &Arc<Data>) -> impl Fn(fn(&Arc<Data>) -> AnyView) -> AnyView + Send + use<> {
    let data = Arc::clone(data);
    move |draw| draw(&data)
}

/// A part that is drawn when it is first shown, and put away while it is not: what the first letter of a search
/// takes away is back when the letter is gone.
pub fn kept(shown: Memo<bool>, part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let begun = StoredValue::new(false);
    let drawn = memo(move || {
        begun.set_value(shown.get() || begun.get_value());
        begun.get_value()
    });
    let part = live(move || if drawn.get() { part() } else { none() });
    el("div").attr("data-away", presence(move || !shown.get())).child(part).view()
}

/// The main area.
#[component]
pub fn MainArea() -> impl IntoView {
    let store = store();
    let data = data();
    let shown = store.part(|from, to| {
        to.view = from.view;
        to.initiative.clone_from(&from.initiative);
    });
    let view = move || shown.with(|state| state.view);
    let front = memo(move || store.state.with(ViewState::is_front));
    let about = Arc::clone(&data);
    let head = move || {
        let about = Arc::clone(&about);
        kept(front, move || overview(&about.corpus))
    };
    let (above, turn) = (store.has_turn(Turn::Head), store.has_turn(Turn::Timeline));
    let pane = move || if turn.get() { view! { <TimelinePane/> }.into_any() } else { stand_in() };
    let content = move || {
        let initiative = shown.with(|state| state.initiative.clone());
        if let Some(id) = initiative.filter(|id| data.initiative(id).is_some()) {
            let data = Arc::clone(&data);
            return later(lazy::initiative, move |page| {
                data.initiative(&id).map_or_else(none, |known| page(&data, known))
            });
        }
        let content = match view() {
            View::Timeline => live(pane),
            View::Articles => view! { <Results/> }.into_any(),
            View::Figures => later(lazy::ledger, |ledger| ledger()),
            View::Targets => later(lazy::targets, |targets| targets()),
            View::Places => later(lazy::places, over(&data)),
            View::Network => later(lazy::network, over(&data)),
            View::Compare => later(lazy::compare, over(&data)),
            View::Charts => later(lazy::charts, over(&data)),
            View::Flows => later(lazy::flows, over(&data)),
            View::Trail => trail(&data),
            View::Issues => later(lazy::issues, |issues| issues()),
            View::About => later(lazy::about, |about| about()),
        };
        let lists = shown.with(ViewState::list).is_some();
        let chips = live(move || {
            if lists && above.get() {
                all_of([view! { <Chips/> }.into_any(), view! { <Remarks/> }.into_any()])
            } else {
                none()
            }
        });
        let name = say().frame.views[view() as usize];
        all_of([el("h1").class("unseen").child(name).view(), head(), chips, content])
    };
    // What had the focus is gone with the view that it was in.
    effect_from(move |first| {
        shown.track();
        if !first {
            request_animation_frame(|| {
                if browser::nothing_has_focus() && !browser::focus(initiative::TITLE) {
                    browser::focus("main");
                }
            });
        }
    });
    el("main")
        .attr("id", "main")
        .class("main")
        .attr("tabindex", "-1")
        .attr("aria-label", value(move || Some(say().frame.views[view() as usize].to_owned())))
        .child(live(content))
        .view()
}
