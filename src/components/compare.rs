//! Initiatives and places side by side: what is compared and the choice of another, their events on
//! one axis, and the table.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none};
use crate::signals::effect;
use deltascope_model::LinkKind;
use leptos::prelude::*;

use super::{
    compare_choice::choice,
    compare_table::{Side, table},
    control::{click, link},
};
use crate::{
    compare::{MOST, Strip, Subject, join},
    data::Data,
    found::found,
    naming,
    order::in_order,
    state::{Facet, View},
    store::{say, store},
    words::{compare::CompareWords, date::date_words, facts},
};

/// The most that are offered beside the choice.
const OFFERED: usize = 6;

/// The words of the view.
pub fn words() -> &'static CompareWords {
    CompareWords::of(store().lang.get_untracked())
}

/// The view.
pub fn compare(data: &Arc<Data>) -> AnyView {
    let store = store();
    let chosen = store.part(|from, to| to.compare.clone_from(&from.compare));
    // A place that is compared is a filter of its own.
    let passed = found().of_all_places(store, data);
    let (source, body, all) = (Arc::clone(data), Arc::clone(data), Arc::clone(data));
    effect(move || {
        let strange = |key: &&String| !is_known(&all, key);
        let strange = chosen.with(|state| state.compare.iter().find(strange).cloned());
        if let Some(key) = strange {
            store.refuse("compare", key.clone(), |state| state.compare.retain(|one| *one != key));
        }
    });
    let choice =
        live(move || chosen.with(|state| chooser(&source, &known(&source, &state.compare))));
    let sides = live(move || {
        let passed = passed.get();
        let keys = chosen.with(|state| known(&body, &state.compare));
        let subjects = keys.iter().filter_map(|key| Subject::parse(key));
        let sides: Vec<Side> = subjects.map(|one| Side::of(&body, one, &passed)).collect();
        match sides.len() {
            0 => none(),
            _ => all_of([strip(&body, &sides), table(&body, &sides)]),
        }
    });
    el("div")
        .class("compare")
        .test("compare")
        .child(el("p").class("lead").child(words().lead))
        .child(choice)
        .child(sides)
        .view()
}

/// True for a subject of this corpus.
fn is_known(data: &Data, key: &str) -> bool {
    match Subject::parse(key) {
        Some(Subject::Initiative(id)) => data.initiative(id).is_some(),
        Some(Subject::Place(id)) => data.place(id).is_some(),
        None => false,
    }
}

/// What is compared and known to this corpus.
fn known(data: &Data, compared: &[String]) -> Vec<String> {
    compared.iter().filter(|key| is_known(data, key)).cloned().collect()
}

/// What is compared, each to be taken away, and the choice of another.
fn chooser(data: &Arc<Data>, compared: &[String]) -> AnyView {
    let store = store();
    let chips = compared.iter().map(|key| {
        let (subject, key) = (Subject::parse(key), key.clone());
        let tag = subject.map(|one| tag(data, one));
        let name = subject.map(|one| name(data, one)).unwrap_or_default();
        let take = move || store.go(|state| state.compare.retain(|known| *known != key));
        el("li")
            .child(
                el("button")
                    .attr("type", "button")
                    .class("chip")
                    .test("compared")
                    .on("click", click(take))
                    .child(el("span").class("unseen").child(say().filters.remove))
                    .child(el("span").class("chip-name").attr("lang", tag).child(name))
                    .child(el("span").class("chip-x").attr("aria-hidden", "true").child("×")),
            )
            .view()
    });
    let chips = el("ul").class("chips").attr("aria-label", words().chosen).children(chips);
    let chips = (!compared.is_empty()).then_some(chips);
    let more = if compared.len() < MOST {
        all_of([choice(data, compared), offers(data, compared)])
    } else {
        el("p").class("faint").child(words().full).view()
    };
    let one = (compared.len() == 1).then(|| el("p").class("faint").child(words().one).view());
    el("div").class("compare-choice").child(chips).child(one).child(more).view()
}

/// What lies near: what those that are compared are tied to, and before anything is chosen the
/// places and initiatives with most events.
fn offers(data: &Data, compared: &[String]) -> AnyView {
    let corpus = &data.corpus;
    let mut keys: Vec<String> = Vec::new();
    for known in &corpus.initiatives {
        let own = Subject::Initiative(&known.id).key();
        for link in known.links.iter().filter(|link| link.kind != LinkKind::PartOf) {
            let other = Subject::Initiative(&link.to).key();
            if compared.contains(&own) {
                keys.push(other);
            } else if compared.contains(&other) {
                keys.push(own.clone());
            }
        }
    }
    let places = compared.iter().any(|key| matches!(Subject::parse(key), Some(Subject::Place(_))));
    if places || compared.is_empty() {
        let counts = data.whole(View::Timeline, Facet::Place);
        let order = in_order(counts.iter().map(|&count| (-(count as i32), 0)));
        let provinces = order.into_iter().map(|at| &corpus.places[at]);
        let provinces = provinces.filter(|place| place.level == "province").take(MOST);
        keys.extend(provinces.map(|place| Subject::Place(&place.id).key()));
    }
    if keys.len() < OFFERED {
        let mut counts = vec![0; corpus.initiatives.len()];
        for at in corpus.events.iter().filter_map(|event| corpus.initiative(&event.initiative)) {
            counts[at] += 1;
        }
        let order = in_order(counts.iter().map(|&count: &i32| (-count, 0)));
        let most = order.into_iter().take(OFFERED + MOST).map(|at| &corpus.initiatives[at]);
        keys.extend(most.map(|known| Subject::Initiative(&known.id).key()));
    }
    let mut offered: Vec<String> = Vec::new();
    for key in keys {
        if offered.len() < OFFERED && !compared.contains(&key) && !offered.contains(&key) {
            offered.push(key);
        }
    }
    let offers = offered.into_iter().filter_map(|key| {
        let subject = Subject::parse(&key)?;
        let label = el("span").attr("lang", tag(data, subject)).child(name(data, subject)).view();
        let offer = link("", "compare-offer", String::new(), label, move |state| {
            join(&mut state.compare, &key);
        });
        Some(el("li").child(offer).view())
    });
    el("div")
        .class("compare-offers")
        .child(el("span").class("faint").child(words().near))
        .child(el("ul").children(offers))
        .view()
}

/// A subject's name.
pub fn name(data: &Data, subject: Subject) -> String {
    let lang = store().lang.get_untracked();
    match subject {
        Subject::Place(id) => naming::place(data, id, lang),
        Subject::Initiative(id) => {
            data.initiative(id).map_or(id, |known| naming::initiative(known, lang)).to_owned()
        }
    }
}

/// The language of a subject's name.
pub fn tag(data: &Data, subject: Subject) -> &'static str {
    let lang = store().lang.get_untracked();
    match subject {
        Subject::Place(_) => lang.tag(),
        Subject::Initiative(id) => {
            data.initiative(id).map_or("zh", |known| naming::initiative_lang(known, lang))
        }
    }
}

/// The events of all on one axis, for those who see it: the table lists them.
fn strip(data: &Data, sides: &[Side]) -> AnyView {
    let lang = store().lang.get_untracked();
    let events: Vec<Vec<usize>> = sides.iter().map(|side| side.events.clone()).collect();
    let Some(Strip { lanes, ticks }) = Strip::of(&data.corpus.events, &events, lang) else {
        return none();
    };
    let share = |thousandths: i32| format!("{}.{}%", thousandths / 10, thousandths.rem_euclid(10));
    let lanes = lanes.into_iter().zip(sides).map(|(lane, side)| {
        let rows = lane.iter().map(|mark| mark.row + 1).max().unwrap_or(1);
        let marks = lane.into_iter().map(|mark| {
            let event = &data.corpus.events[mark.event];
            let when = date_words(&event.date.edtf, event.date.basis, lang);
            let title = [facts::phase(event.phase, lang), " · ", &when].concat();
            el("span")
                .class("strip-mark")
                .test("strip-mark")
                .attr("title", title)
                .style("left", share(mark.from))
                .style("width", share(mark.to - mark.from))
                .style("--row", mark.row.to_string())
                .child(el("i").class("glyph").attr("data-phase", event.phase.key()))
                .view()
        });
        el("div")
            .class("strip-lane")
            .attr("data-kind", side.kind)
            .child(el("span").class("strip-name").attr("lang", side.tag).child(side.name.clone()))
            .child(el("div").class("strip-line").style("--rows", rows.to_string()).children(marks))
            .view()
    });
    let ticks = ticks.into_iter().map(|tick| {
        el("span").class("strip-tick").style("left", share(tick.x)).child(tick.label).view()
    });
    el("figure")
        .class("strip")
        .test("strip")
        .child(el("figcaption").child(words().strip))
        .child(
            el("div")
                .attr("aria-hidden", "true")
                .children(lanes)
                .child(el("div").class("strip-axis").children(ticks)),
        )
        .view()
}
