//! One facet of the rail: its values with counts.
//!
//! The rows are built once and stay: a key typed into the search changes their counts, and which of
//! them are shown, and nothing else of the page.

use crate::dom::{all_of, el, live, none, presence, truth};
use crate::signals::{Memo, memo};
use leptos::prelude::*;

use super::control::click;
use crate::{
    found::found,
    naming,
    state::{Facet, ViewState},
    store::{data, say, store},
    words::fill,
};

/// How many values a long list shows at first.
const FIRST: usize = 8;

/// The facet's values as they stand now, in the order of the rail.
#[derive(Clone, Default, PartialEq, Eq)]
struct Standing {
    rows: Vec<Row>,
    /// Values that would show if the list were whole.
    rest: usize,
    /// There are more values than a short list shows.
    long: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Row {
    count: usize,
    chosen: bool,
    shown: bool,
}

/// One facet of the rail. A value that leaves nothing is hidden; what is chosen is always shown.
#[component]
pub fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let store = store();
    let data = data();
    let words = &say().filters;
    let selection = found().selection;
    let whole = RwSignal::new(false);
    let nth = facet as usize;
    let picks = store.part(move |from, to| to.picks[nth].clone_from(&from.picks[nth]));
    let shown = store.part(ViewState::copy_list);
    let order = data.order(facet);
    let keys = data.facets.keys(facet);
    let keys: Vec<String> = order.iter().map(|&at| keys[at].clone()).collect();
    let values = keys.clone();
    let standing = memo(move || {
        selection.with(|selection| {
            // The rail goes with its view, a moment later.
            let list = shown.with(ViewState::list).unwrap_or_default();
            let counts = &selection.counts[list as usize];
            let values = order
                .iter()
                .zip(&values)
                .map(|(&at, key)| (counts[nth][at], picks.with(|picks| picks.has(facet, key))));
            stand(values, whole.get())
        })
    });
    let rows = keys.into_iter().enumerate().map(|(at, key)| row(facet, key, at, standing));
    let switch = move || {
        let (long, rest) = standing.with(|standing| (standing.long, standing.rest));
        if !long {
            return none();
        }
        let label = if rest > 0 { fill(words.more, &rest.to_string()) } else { words.fewer.into() };
        el("button")
            .attr("type", "button")
            .class("facet-more")
            .test(["more-", facet.key()].concat())
            .attr("aria-expanded", truth(move || whole.get()))
            .on("click", click(move || whole.update(|whole| *whole = !*whole)))
            .child(label)
            .view()
    };
    let empty = move || standing.with(|standing| !standing.rows.iter().any(|row| row.shown));
    el("fieldset")
        .class("facet")
        .attr("hidden", presence(empty))
        .test(["facet-", facet.key()].concat())
        .child(el("legend").child(words.facets[facet as usize]))
        .child(all_of([el("ul").children(rows).view(), live(switch)]))
        .view()
}

/// Which of the values, each with its count and whether it is chosen, are shown.
fn stand(values: impl Iterator<Item = (usize, bool)>, whole: bool) -> Standing {
    let mut rows: Vec<Row> =
        values.map(|(count, chosen)| Row { count, chosen, shown: count > 0 || chosen }).collect();
    let all = rows.iter().filter(|row| row.shown).count();
    let long = all > FIRST + 1;
    if long && !whole {
        let mut nth = 0;
        for row in rows.iter_mut().filter(|row| row.shown) {
            nth += 1;
            row.shown = nth <= FIRST || row.chosen;
        }
    }
    let shown = rows.iter().filter(|row| row.shown).count();
    Standing { rows, rest: all - shown, long }
}

fn row(facet: Facet, key: String, at: usize, standing: Memo<Standing>) -> AnyView {
    let store = store();
    let now = move || standing.with(|standing| standing.rows[at]);
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
    let group = ["filter-", facet.key()].concat();
    el("li")
        .attr("hidden", presence(move || !now().shown))
        .child(
            el("label")
                .class("facet-value")
                .test(group)
                .attr("data-value", id)
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .attr("id", test)
                        .prop("checked", move || now().chosen)
                        .on("change", click(move || store.go(|state| state.toggle(facet, &key)))),
                )
                .child(glyph)
                .child(el("span").class("facet-name").child(name))
                .child(
                    el("span")
                        .class("count")
                        .child(live(move || now().count.to_string().into_any())),
                ),
        )
        .view()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The positions shown, and how many more there are.
    #[track_caller]
    fn check(counts: &[usize], chosen: &[usize], whole: bool, shown: &[usize], rest: usize) {
        let values = counts.iter().enumerate().map(|(at, &count)| (count, chosen.contains(&at)));
        let standing = stand(values, whole);
        let found: Vec<usize> = (0..counts.len()).filter(|&at| standing.rows[at].shown).collect();
        assert_eq!((&found[..], standing.rest), (shown, rest));
    }

    #[test]
    fn what_leaves_nothing_is_hidden_unless_chosen() {
        check(&[3, 0, 1], &[], false, &[0, 2], 0);
        check(&[3, 0, 1], &[1], false, &[0, 1, 2], 0);
        check(&[0, 0], &[], false, &[], 0);
    }

    #[test]
    fn a_long_list_shows_its_first_and_what_is_chosen() {
        check(&[1; 9], &[], false, &[0, 1, 2, 3, 4, 5, 6, 7, 8], 0);
        check(&[1; 12], &[], false, &[0, 1, 2, 3, 4, 5, 6, 7], 4);
        check(&[1; 12], &[10], false, &[0, 1, 2, 3, 4, 5, 6, 7, 10], 3);
        check(&[1; 12], &[], true, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0);
        check(&[0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], &[], false, &[1, 2, 3, 4, 5, 6, 7, 8], 2);
    }
}
