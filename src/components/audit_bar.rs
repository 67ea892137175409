//! The bar over a raw page: what each rule removed, and the way from one removal to the next.

use crate::dom::{all_of, el, live, truth};
use crate::signals::Memo;
use deltascope_model::{CorpusPage, TextRange};
use leptos::prelude::*;

use super::control::{click, icon_button};
use crate::{
    audit::{removals, step, stretches},
    reading::range_of,
    state::ViewState,
    store::{Store, say_in, store},
    words::{count, reader::ReaderWords},
};

/// So many rules have a colour of their own; more begin again.
const COLOURS: usize = 6;

/// The colour of a rule, by its place among the page's rules.
pub fn colour(at: usize) -> String {
    (at % COLOURS).to_string()
}

/// The bar.
pub fn audit_bar(page: &CorpusPage) -> AnyView {
    let store = store();
    let words = say_in(ReaderWords::of);
    let rules = removals(page);
    if rules.is_empty() {
        return el("p").class("faint").child(words.nothing_removed).view();
    }
    let chosen = store.part(|from, to| {
        to.at.clone_from(&from.at);
        to.rule.clone_from(&from.rule);
    });
    let choices = rules.into_iter().enumerate().map(|(at, removal)| {
        let told =
            count(words.places, removal.stretches) + &count(words.characters, removal.characters);
        choice(store, chosen, removal.rule, colour(at), told)
    });
    el("div")
        .class("audit-bar")
        .child(el("ul").class("audit-rules").attr("aria-label", words.rules).children(choices))
        .child(steps(store, chosen, page))
        .view()
}

/// A rule: pressed, only what it removed stands out.
fn choice(
    store: Store,
    chosen: Memo<ViewState>,
    rule: String,
    colour: String,
    told: String,
) -> AnyView {
    let own = rule.clone();
    let name = rule.clone();
    let press = move || {
        let rule = Some(rule.clone());
        store.go(|state| {
            state.at = None;
            state.rule = if state.rule == rule { None } else { rule };
        });
    };
    el("li")
        .child(
            el("button")
                .attr("type", "button")
                .class("audit-rule")
                .test("audit-rule")
                .attr("data-colour", colour)
                .attr(
                    "aria-pressed",
                    truth(move || chosen.with(|state| state.rule.as_ref() == Some(&own))),
                )
                .on("click", click(press))
                .child(el("code").child(name))
                .child(el("span").child(told)),
        )
        .view()
}

/// Previous and next removal, of the chosen rule or of all.
fn steps(store: Store, chosen: Memo<ViewState>, page: &CorpusPage) -> AnyView {
    let words = say_in(ReaderWords::of);
    let all: Vec<(String, TextRange)> = stretches(page)
        .into_iter()
        .map(|stretch| (stretch.rule.to_owned(), stretch.range))
        .collect();
    let all = StoredValue::new(all);
    let ranges = move |state: &ViewState| {
        let own = |rule: &String| state.rule.as_ref().is_none_or(|chosen| chosen == rule);
        let mut ranges = Vec::new();
        all.with_value(|all| {
            ranges.extend(all.iter().filter(|(rule, _)| own(rule)).map(|(_, range)| *range));
        });
        (ranges, state.at.as_deref().and_then(range_of))
    };
    let go = move |forward: bool| {
        let (ranges, here) = chosen.with_untracked(ranges);
        if let Some(next) = step(&ranges, here, forward) {
            let at = [&next.start().to_string(), "-", &next.end().to_string()].concat();
            store.adjust(|state| state.at = Some(at));
        }
    };
    let place = live(move || {
        let (ranges, here) = chosen.with(ranges);
        let nth = here.and_then(|here| ranges.iter().position(|range| *range == here));
        let nth = nth.map_or_else(|| "–".to_owned(), |nth| (nth + 1).to_string());
        [&nth, " / ", &ranges.len().to_string()].concat().into_any()
    });
    all_of([
        icon_button(words.previous_removal, "audit-previous", "↑", move || go(false)),
        el("span")
            .class("audit-place")
            .test("audit-place")
            .attr("role", "status")
            .child(place)
            .view(),
        icon_button(words.next_removal, "audit-next", "↓", move || go(true)),
    ])
}
