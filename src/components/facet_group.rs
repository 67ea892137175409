//! One facet of the rail: its values with counts.

use crate::dom::{Child, all_of, el, live, presence, truth};
use crate::signals::memo;
use leptos::prelude::*;

use super::control::click;
use crate::{
    found::found,
    naming,
    order::in_order,
    state::{Facet, View},
    store::{data, say, store},
    words::fill,
};

/// How many values a long list shows at first.
const FIRST: usize = 8;

/// One facet of the rail. Values are ordered by count, years by time, kinds and phases by their
/// own order; what is chosen is always shown.
#[component]
pub fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let store = store();
    let words = &say().filters;
    let selection = found().selection;
    let whole = RwSignal::new(false);
    let of_articles = memo(move || store.state.with(|state| state.view == View::Articles));
    let values = move || {
        let mut values = selection.with(|selection| {
            let counts =
                if of_articles.get() { &selection.article_counts } else { &selection.event_counts };
            counts[facet as usize].clone()
        });
        match facet {
            Facet::Place | Facet::Publisher => {
                let counts = values.iter().map(|(_, count)| (0, -(*count as i32)));
                values = in_order(counts).into_iter().map(|at| values[at].clone()).collect();
            }
            Facet::Year => values.reverse(),
            Facet::Kind | Facet::Phase => {}
        }
        values
    };
    let list = move || {
        let values = values();
        let long = values.len() > FIRST + 1;
        let shown = if long && !whole.get() { FIRST } else { values.len() };
        let rest = values.len() - shown;
        let rows = values
            .into_iter()
            .enumerate()
            .filter(|(at, (key, _))| {
                *at < shown || store.state.with_untracked(|state| state.has(facet, key))
            })
            .map(|(_, (key, count))| value(facet, key, count));
        let label = if rest > 0 { fill(words.more, &rest.to_string()) } else { words.fewer.into() };
        let switch = long.then(|| {
            el("button")
                .attr("type", "button")
                .class("facet-more")
                .test(["more-", facet.key()].concat())
                .attr("aria-expanded", truth(move || whole.get()))
                .on("click", click(move || whole.update(|whole| *whole = !*whole)))
                .child(label)
                .view()
        });
        all_of([el("ul").children(rows).view(), (switch).part()])
    };
    let none = move || {
        selection.with(|selection| {
            let counts =
                if of_articles.get() { &selection.article_counts } else { &selection.event_counts };
            counts[facet as usize].is_empty()
        })
    };
    el("fieldset")
        .class("facet")
        .attr("hidden", presence(none))
        .test(["facet-", facet.key()].concat())
        .child(el("legend").child(words.facets[facet as usize]).view())
        .child(live(list))
        .view()
}

fn value(facet: Facet, key: String, count: usize) -> AnyView {
    let store = store();
    let name = naming::value(&data(), facet, &key, store.lang.get_untracked());
    let kind = (facet == Facet::Kind).then(|| key.clone());
    let glyph = kind.as_deref().and_then(naming::glyph_of).map(|glyph| {
        el("span")
            .class("kind-glyph")
            .attr("lang", "zh-Hans")
            .attr("data-kind", kind)
            .attr("aria-hidden", "true")
            .child(glyph)
            .view()
    });
    let id = [facet.key(), "-", &key].concat();
    let test = ["filter-", &id].concat();
    let checked = {
        let key = key.clone();
        move || store.state.with(|state| state.has(facet, &key))
    };
    let refocus = test.clone();
    let change = move |_| {
        store.go(|state| state.toggle(facet, &key));
        // The list was built anew with its counts: keep the keyboard where it is.
        let refocus = refocus.clone();
        request_animation_frame(move || {
            crate::browser::focus(&refocus);
        });
    };
    let group = ["filter-", facet.key()].concat();
    el("li")
        .child(
            el("label")
                .class("facet-value")
                .test(group)
                .attr("data-value", id)
                .attr("data-none", (count == 0).then_some("1"))
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .attr("id", test)
                        .prop("checked", checked)
                        .on("change", change)
                        .view(),
                )
                .child(glyph)
                .child(el("span").class("facet-name").child(name).view())
                .child(el("span").class("count").child(count.to_string()).view())
                .view(),
        )
        .view()
}
