//! The observatory: filters, main area and reader over a corpus.

use std::sync::Arc;

use crate::dom::{el, live, none, presence, truth};
use crate::signals::{effect, memo};
use leptos::{prelude::*, task::spawn_local};

use super::{control::icon_button, filter_rail::FilterRail, main_area::MainArea};
use crate::{
    browser,
    data::Data,
    found::Found,
    lazy::{self, later_in},
    state::ViewState,
    store::{Turn, say, store},
};

/// Filters, main area and reader.
#[component]
pub fn Observatory(
    /// The corpus.
    data: Arc<Data>,
) -> impl IntoView {
    let store = store();
    provide_context(Found::new(store, &data));
    let known = Arc::clone(&data);
    provide_context(data);
    let named = store.part(|from, to| to.initiative.clone_from(&from.initiative));
    effect(move || {
        let unknown = named
            .with(|state| state.initiative.clone().filter(|id| known.initiative(id).is_none()));
        if let Some(id) = unknown {
            store.refuse("initiative", id, |state| state.initiative = None);
        }
    });
    let opened = store.part(|from, to| to.article.clone_from(&from.article));
    let reader = move || {
        opened
            .with(|state| state.article.clone())
            .map(|article| later_in(frame, lazy::reader, move |reader| reader(article.clone())))
            .into_any()
    };
    let narrows = memo(move || store.state.with(ViewState::list).is_some());
    store.take_turns();
    let (head, turn) = (store.has_turn(Turn::Head), store.has_turn(Turn::Rail));
    // Back from a view without it, the rail comes a frame after the view: that is what one went for.
    let waits = RwSignal::new(false);
    effect(move || {
        if narrows.get() {
            spawn_local(async move {
                browser::frame().await;
                let _ = waits.try_set(false);
            });
        } else {
            waits.set(true);
        }
    });
    // Told the same again, it would be drawn once more.
    let drawn = memo(move || (narrows.get(), turn.get() && !waits.get()));
    let rail = move || match drawn.get() {
        (false, _) => none(),
        (true, true) => view! { <FilterRail/> }.into_any(),
        (true, false) => el("div").class("rail").child(stand_in()).view(),
    };
    el("div")
        .class("columns")
        .attr("data-rail", truth(move || narrows.get()))
        .attr("hidden", presence(move || !head.get()))
        .child(live(rail))
        .child(view! { <MainArea/> }.into_any())
        .child(live(reader))
        .view()
}

/// What stands where a part is not drawn yet.
pub fn stand_in() -> AnyView {
    el("div").class("quiet").test("part-loading").view()
}

/// The reader as long as its code is not here.
fn frame(line: AnyView) -> AnyView {
    let store = store();
    let close = icon_button(say().frame.close_article, "reader-close", "×", move || store.close());
    el("section")
        .class("reader")
        .child(el("div").class("reader-bar").child(close))
        .child(el("div").class("reader-page").child(line))
        .view()
}
