//! Places: how much of a list there is of each, as a grid of tiles and as a table.
//!
//! A number is what the filter of places would leave, so a click, which sets that filter, brings as
//! many. Tiles stand where the gazetteer puts them; what has no tile stands in the table alone.

use std::{sync::Arc, time::Duration};

use crate::dom::{el, live, none, truth, value};
use crate::signals::{Memo, effect, memo};
use deltascope_model::Place;
use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};

use super::{
    control::{button, click, icon_button, link, side},
    empty::Empty,
    roving::roving,
    table::table,
};
use crate::{
    compare::{MOST, Subject},
    data::Data,
    found::found,
    naming,
    order::in_order,
    state::{Facet, View},
    store::{Store, say, say_in, store},
    tiles::{SHADES, Scale, neighbour, syllables},
    words::{fill, places::PlaceWords},
};

/// How long a year is shown while the years play.
const PACE: Duration = Duration::from_millis(1400);

/// The element that holds the tiles.
const GRID: &str = "tiles";

/// Levels of places that have a name in the interface.
const LEVELS: [&str; 5] = ["province", "city", "district", "zone", "group"];

/// The view.
pub fn places(data: &Arc<Data>) -> AnyView {
    let store = store();
    let words = say_in(PlaceWords::of);
    if data.corpus.places.is_empty() {
        return el("p").class("faint").test("no-places").child(words.no_places).view();
    }
    let of = memo(move || store.state.with(|state| state.of as usize));
    let counts = found().counts;
    let counts = move |facet: Facet| counts.with(|counts| counts[facet as usize].clone());
    let numbers = memo(move || counts(Facet::Place));
    let choices = View::COUNTED.into_iter().zip(words.counted).map(|(view, name)| {
        let chosen = move || of.get() == view as usize;
        side(
            ["of-events", "of-articles", "of-figures"][view as usize],
            name,
            chosen,
            move |state| {
                state.of = view;
            },
        )
    });
    let list = live(move || {
        let view = View::ALL[of.get()];
        let name = fill(words.list, say().frame.views[view as usize]);
        link("", "see-list", String::new(), name.into_any(), move |state| state.show(view))
    });
    let place = Facet::Place as usize;
    let picks = store.part(move |from, to| to.picks[place].clone_from(&from.picks[place]));
    let together = live(move || {
        let chosen = picks.with(|state| state.picks[place].clone());
        if !(2..=MOST).contains(&chosen.len()) {
            return none();
        }
        link("", "compare-places", String::new(), words.compare.into_any(), move |state| {
            state.show(View::Compare);
            state.compare = chosen.iter().map(|id| Subject::Place(id).key()).collect();
        })
    });
    let (source, rows) = (Arc::clone(data), Arc::clone(data));
    let years = memo(move || {
        let found = source.facets.keys(Facet::Year).iter().zip(counts(Facet::Year));
        found.filter(|&(_, count)| count > 0).map(|(year, _)| year.clone()).collect()
    });
    el("div")
        .class("places")
        .test("places")
        .child(el("p").class("lead").child(words.lead))
        .child(
            el("div")
                .class("places-bar")
                .child(
                    el("div")
                        .class("switch")
                        .attr("role", "group")
                        .attr("aria-label", words.of)
                        .children(choices),
                )
                .child(stepper(store, years))
                .child(list)
                .child(together),
        )
        .child(
            el("div")
                .class("places-parts")
                .child(grid(data, numbers))
                .child(live(move || twin(&rows, numbers))),
        )
        .view()
}

/// The tiles with their legend; nothing where none of them has anything in the whole corpus.
fn grid(data: &Data, numbers: Memo<Vec<usize>>) -> AnyView {
    let words = say_in(PlaceWords::of);
    let has_tile = |&at: &usize| data.corpus.places[at].tile.is_some();
    let mut shown: Vec<usize> = (0..data.corpus.places.len()).filter(has_tile).collect();
    let spot = |at: usize| data.corpus.places[at].tile.unwrap_or_default();
    let order = in_order(shown.iter().map(|&at| {
        let [column, row] = spot(at).map(i32::from);
        (row, column)
    }));
    shown = order.into_iter().map(|nth| shown[nth]).collect();
    let whole = View::COUNTED.into_iter().flat_map(|view| {
        let counts = data.whole(view, Facet::Place);
        shown.iter().map(|&at| counts[at])
    });
    let most = whole.max().unwrap_or_default();
    if most == 0 {
        return none();
    }
    let scale = Scale::of(most);
    let tiles: Vec<[u8; 2]> = shown.iter().map(|&at| spot(at)).collect();
    // The one that Tab leads to.
    let stop = RwSignal::new(0);
    let id = |nth: usize| ["tile-", &nth.to_string()].concat();
    let views = shown.iter().enumerate().map(|(nth, &at)| {
        let place = &data.corpus.places[at];
        tile(data, place, id(nth), nth, stop, memo(move || numbers.with(|all| all[at])), scale)
    });
    let grid = el("div")
        .attr("id", GRID)
        .class("tiles")
        .test("tiles")
        .attr("role", "toolbar")
        .attr("aria-label", words.grid)
        .children(views)
        .view();
    roving(GRID, stop, id, move |from, key| neighbour(&tiles, from, key));
    let legend = (0..=SHADES).map(|shade| {
        el("li")
            .child(el("i").class("shade").attr("data-shade", shade.to_string()))
            .child(scale.range(shade))
            .view()
    });
    let legend = el("ul").class("shades").attr("aria-label", words.legend).children(legend).view();
    el("div").class("places-map").child(grid).child(legend).view()
}

/// One tile.
fn tile(
    data: &Data,
    place: &Place,
    element: String,
    nth: usize,
    stop: RwSignal<usize>,
    number: Memo<usize>,
    scale: Scale,
) -> AnyView {
    let store = store();
    let name = naming::place(data, &place.id, store.lang.get_untracked());
    // A word is parted only where it has no line of its own.
    let words = name.split_inclusive(' ').map(|word| el("span").child(syllables(word)).view());
    let words: Vec<AnyView> = words.collect();
    let [column, row] = place.tile.unwrap_or_default();
    let line = |from: u8| (u32::from(from) + 1).to_string();
    let (id, known) = (place.id.clone(), place.id.clone());
    el("button")
        .attr("type", "button")
        .class("tile")
        .attr("id", element)
        .test("tile")
        .attr("data-place", place.id.clone())
        .attr("data-shade", value(move || Some(scale.shade(number.get()).to_string())))
        .attr("tabindex", value(move || Some(if stop.get() == nth { "0" } else { "-1" }.into())))
        .attr("aria-pressed", pressed(store, known))
        .attr("title", name.clone())
        .style("grid-column", line(column))
        .style("grid-row", line(row))
        .on("click", click(move || store.go(|state| state.toggle(Facet::Place, &id))))
        .on("focus", click(move || stop.set(nth)))
        .child(el("span").class("tile-name").children(words))
        .child(
            el("span").class("tile-count").child(live(move || number.get().to_string().into_any())),
        )
        .view()
}

/// Whether a place is chosen.
fn pressed(store: Store, id: String) -> crate::dom::Value {
    truth(move || store.state.with(|state| state.has(Facet::Place, &id)))
}

/// The level of a place in words.
pub fn level(place: &Place) -> &str {
    let known = LEVELS.iter().position(|level| *level == place.level);
    known.map_or(place.level.as_str(), |at| say_in(PlaceWords::of).levels[at])
}

/// The same numbers, and those of the places without a tile, as a table.
fn twin(data: &Data, numbers: Memo<Vec<usize>>) -> AnyView {
    let store = store();
    let words = say_in(PlaceWords::of);
    let lang = store.lang.get_untracked();
    let order = numbers.with(|all| in_order(all.iter().map(|&number| (-(number as i32), 0))));
    let with = order.into_iter().map(|at| (at, numbers.with(|all| all[at])));
    let rows = with.filter(|&(_, number)| number > 0).map(|(at, number)| {
        let place = &data.corpus.places[at];
        let (id, known) = (place.id.clone(), place.id.clone());
        let name = el("button")
            .attr("type", "button")
            .class("place-choice")
            .test("place-choice")
            .attr("data-place", place.id.clone())
            .attr("aria-pressed", pressed(store, known))
            .on("click", click(move || store.go(|state| state.toggle(Facet::Place, &id))))
            .child(naming::place(data, &place.id, lang));
        vec![name.view(), level(place).to_owned().into_any(), number.to_string().into_any()]
    });
    let rows: Vec<Vec<AnyView>> = rows.collect();
    if rows.is_empty() {
        return view! { <Empty events=false/> }.into_any();
    }
    let name = say().frame.views[View::Places as usize].to_owned();
    el("div").class("places-table").child(table("place-table", name, &words.columns, rows)).view()
}

/// Steps through the years that have something, by setting the filter of years.
fn stepper(store: Store, years: Memo<Vec<String>>) -> AnyView {
    let words = say_in(PlaceWords::of);
    let year = Facet::Year as usize;
    let picks = store.part(move |from, to| to.picks[year].clone_from(&from.picks[year]));
    let playing = RwSignal::new(false);
    let next = move |forward: bool| {
        let chosen = picks.with(|state| state.picks[year].clone());
        years.with(|years| beside(years, &chosen, forward))
    };
    let step = move |forward: bool| {
        playing.set(false);
        let to = untrack(|| next(forward));
        store.go(|state| state.picks[year] = to.into_iter().collect());
    };
    effect(move || {
        let Some(to) = playing.get().then(|| next(true)) else { return };
        let Some(to) = to else { return playing.set(false) };
        let turn = move || store.adjust(|state| state.picks[year] = vec![to.clone()]);
        if let Ok(handle) = set_timeout_with_handle(turn, PACE) {
            on_cleanup(move || handle.clear());
        }
    });
    let play = move || {
        let start = !playing.get_untracked();
        // From the start, where nothing comes any more.
        if start && let Some(first) = years.with_untracked(|years| years.first().cloned()) {
            let chosen = picks.with_untracked(|state| state.picks[year].clone());
            if chosen.is_empty() || untrack(|| next(true)).is_none() {
                store.go(|state| state.picks[year] = vec![first]);
            }
        }
        playing.set(start);
    };
    let label = live(move || {
        let chosen = picks.with(|state| state.picks[year].join(say().timeline.and));
        if chosen.is_empty() { words.all_years.to_owned() } else { chosen }.into_any()
    });
    let whole = move || {
        let chosen = picks.with(|state| !state.picks[year].is_empty());
        if !chosen {
            return none();
        }
        button("button", "all-years", words.all_years.into(), move || {
            playing.set(false);
            store.go(|state| state.picks[year].clear());
        })
    };
    let play_label = live(move || words.play[usize::from(playing.get())].into_any());
    el("div")
        .class("years")
        .attr("role", "group")
        .attr("aria-label", words.years)
        .child(icon_button(words.step[0], "year-before", "‹", move || step(false)))
        .child(el("span").class("year").test("year").attr("role", "status").child(label))
        .child(icon_button(words.step[1], "year-after", "›", move || step(true)))
        .child(
            el("button")
                .attr("type", "button")
                .class("button play")
                .test("play")
                .on("click", click(play))
                .child(play_label),
        )
        .child(live(whole))
        .view()
}

/// The year beside the chosen one; none beyond the ends, which is all years. From all years, or from
/// several, it is the first or the last.
fn beside(years: &[String], chosen: &[String], forward: bool) -> Option<String> {
    let at = match chosen {
        [one] => years.iter().position(|year| year == one),
        _ => None,
    };
    let to = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1)?,
        (None, true) => 0,
        (None, false) => years.len().checked_sub(1)?,
    };
    years.get(to).cloned()
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[track_caller]
    fn check(chosen: &[&str], forward: bool, expected: Option<&str>) {
        let owned = |years: &[&str]| years.iter().map(|&year| year.to_owned()).collect::<Vec<_>>();
        let found = beside(&owned(&["2019", "2021", "2024"]), &owned(chosen), forward);
        assert_eq!(found.as_deref(), expected, "{chosen:?}");
    }

    #[test]
    fn steps_go_from_all_years_through_each_and_back_to_all() {
        check(&[], true, Some("2019"));
        check(&["2019"], true, Some("2021"));
        check(&["2024"], true, None);
        check(&[], false, Some("2024"));
        check(&["2019"], false, None);
        check(&["2021"], false, Some("2019"));
        check(&["2019", "2021"], true, Some("2019"));
        // A year that other filters left nothing of.
        check(&["2020"], true, Some("2019"));
    }
}
