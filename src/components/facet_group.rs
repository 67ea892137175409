//! One facet of the rail: its values with counts. `facet_rows` draws them.

use crate::dom::{all_of, el, live, none, presence, truth};
use crate::signals::{effect, memo};
use leptos::prelude::*;

use super::{
    control::click,
    facet_rows::{self, Row, Rows},
};
use crate::{
    found::found,
    state::Facet,
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

/// One facet of the rail. A value that leaves nothing is hidden; what is chosen is always shown.
#[component]
pub fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let store = store();
    let data = data();
    let words = &say().filters;
    let counts = found().counts;
    let whole = RwSignal::new(false);
    let nth = facet as usize;
    let picks = store.part(move |from, to| to.picks[nth].clone_from(&from.picks[nth]));
    let order = data.order(facet);
    let keys = data.facets.keys(facet);
    let values: Vec<String> = order.iter().map(|&at| keys[at].clone()).collect();
    let rows = StoredValue::new_local(Rows::new(facet, values.clone()));
    let standing = memo(move || {
        counts.with(|counts| {
            let values = order
                .iter()
                .zip(&values)
                .map(|(&at, key)| (counts[nth][at], picks.with(|picks| picks.has(facet, key))));
            stand(values, whole.get())
        })
    });
    effect(move || {
        standing.with(|standing| {
            let lang = store.lang.get_untracked();
            rows.update_value(|rows| rows.write(&data, lang, &standing.rows));
        });
    });
    let toggle = move |event| store.go(|state| state.toggle(facet, &event_target_value(&event)));
    let list = el("ul").attr("id", facet_rows::list(facet)).on("change", toggle);
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
        .child(all_of([list.view(), live(switch)]))
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
