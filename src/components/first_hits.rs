//! What a search of a corpus in parts finds first, while what filters, counts and the other views need is on its
//! way: the list's first cards, without what facts and reprints tell of them.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none};
use crate::signals::{Shared, memo};
use leptos::prelude::*;

use super::{
    control::click,
    failure::{coming, part_failure},
    observatory::stand_in,
    result_card::{card, shown},
};
use crate::{
    browser,
    data::{Answers, Arrival, Search},
    found::searched,
    store::{say, say_in, store},
    words::first_hits::FirstHitsWords,
};

/// How many cards are drawn: as many as the whole list draws at first.
const FIRST: usize = 8;

/// The first hits.
pub fn first_hits(answers: &Arc<Answers>) -> AnyView {
    browser::remove(browser::FIRST);
    let query = store().part(|from, to| {
        to.query.clone_from(&from.query);
        to.sort = from.sort;
    });
    let (asked, waiting, found) = (Arc::clone(answers), Arc::clone(answers), Arc::clone(answers));
    let ask = move || query.with(|state| asked.search(&state.query, state.sort));
    let (search, under_way) = searched(Box::new(ask));
    let wait = live(move || under_way.get().map_or_else(none, |state| waits(&waiting, state)));
    let list = live(move || {
        let search = search.get();
        let Some(known) = &*search else { return none() };
        if known.results.hits.is_empty() {
            return el("p").class("faint").test("no-hits").child(say().states.empty).view();
        }
        let stories = found.stories(known, FIRST).into_iter();
        let cards: Vec<AnyView> = stories.map(|at| hit_card(&found, at, &search)).collect();
        el("ol").class("results").test("first-hits").child(cards).view()
    });
    let told = el("p")
        .class("state-line")
        .test("loading")
        .attr("role", "status")
        .child(el("span").class("pulse").attr("aria-hidden", "true"))
        .child(say_in(FirstHitsWords::of).first);
    let main = el("main").attr("id", "main").class("main").attr("tabindex", "-1");
    el("div")
        .class("columns")
        .attr("data-rail", "true")
        .child(el("div").class("rail").child(stand_in()))
        .child(main.child(told).child(wait).child(list))
        .view()
}

/// A card; until its text is here, what there is to say of that.
fn hit_card(answers: &Arc<Answers>, at: usize, search: &Shared<Option<Search>>) -> AnyView {
    let (own, answers, search) = (Arc::clone(answers), Arc::clone(answers), search.clone());
    let text = memo(move || own.article(at));
    live(move || match (text.get(), &*search) {
        (Arrival::Here(article), Some(search)) => {
            let hit = answers.hit(search, &article, at);
            let below = shown(answers.letters(), &article, Some((search, &hit)));
            card(store(), &article, Some(&hit), 0, below)
        }
        (state, _) => {
            let state = state.and_then(|_| Arrival::Here(()));
            el("li").class("card").child(waits(&answers, state)).view()
        }
    })
}

/// That something is on its way, or why it did not come, with another try.
fn waits(answers: &Arc<Answers>, state: Arrival<()>) -> AnyView {
    match state {
        Arrival::Here(()) => all_of([]),
        Arrival::Coming => coming(),
        Arrival::Failed(error) => {
            let answers = Arc::clone(answers);
            part_failure(&error, click(move || answers.retry()))
        }
    }
}
