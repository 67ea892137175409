//! The page of an initiative: what it is called, its life in phases, what it reports, and every
//! sentence behind it.

use std::sync::Arc;

use crate::dom::{Child, all_of, el, none};
use crate::signals::effect;
use deltascope_model::{
    Event, EventStanding, Evidence, Figure, Initiative, InitiativeKind, LinkKind,
};
use leptos::prelude::*;

use super::{control::link, evidence::cards, figure, figure_chart::figure_chart, people::people};
use crate::{
    browser,
    compare::{Subject, join},
    data::Data,
    naming,
    order::in_order,
    spellings::distinct,
    state::{Facet, View, ViewState},
    store::{say, say_in, store},
    words::{Lang, date::date_words, facts, figures::FigureWords, fill},
};

/// The id of the page's heading.
pub const TITLE: &str = "initiative";

/// An initiative's name, leading to its page. One with an id gets the focus back.
pub fn initiative_link(initiative: &Initiative, id: String) -> AnyView {
    let lang = store().lang.get_untracked();
    let name = el("span")
        .attr("lang", naming::initiative_lang(initiative, lang))
        .child(naming::initiative(initiative, lang).to_owned())
        .view();
    let there = initiative.id.clone();
    let open = move |state: &mut ViewState| state.open_initiative(&there);
    link("initiative-link", "initiative-link", id, name, open)
}

/// The page.
pub fn initiative_page(data: &Arc<Data>, initiative: &Initiative) -> AnyView {
    let events = data.corpus.events.iter().filter(|event| event.initiative == initiative.id);
    let events: Vec<&Event> = events.collect();
    let own = |figure: &&Figure| figure.initiative.as_ref() == Some(&initiative.id);
    let figures: Vec<&Figure> = data.corpus.figures.iter().filter(own).collect();
    let told = events.iter().flat_map(|event| &event.evidence);
    let told: Vec<&Evidence> = told.chain(figures.iter().flat_map(|one| &one.evidence)).collect();
    let said = events.iter().flat_map(|event| &event.said_by);
    let sentences = told.iter().copied().chain(&initiative.evidence).chain(said);
    let other = initiative.evidence.iter().filter(|found| {
        let same = |told: &&&Evidence| {
            told.article == found.article && told.range.overlap(found.range).is_some()
        };
        !told.iter().any(|told| same(&told))
    });
    let other: Vec<Evidence> = other.cloned().collect();
    // Where its code was not here at once, the main area has the focus in its place.
    effect(|| {
        request_animation_frame(|| {
            if browser::focused().as_deref() == Some("main") {
                browser::focus(TITLE);
            }
        });
    });
    el("article")
        .class("initiative")
        .test("initiative")
        .attr("data-kind", initiative.kind.key())
        .child(head(data, initiative, people(data, sentences)))
        .child(life(data, &events))
        .child(reported(data, &figures))
        .child(mentions(data, &other))
        .view()
}

fn head(data: &Data, initiative: &Initiative, people: Vec<AnyView>) -> AnyView {
    let store = store();
    let lang = store.lang.get_untracked();
    let words = &say().initiative;
    let view = store.state.with_untracked(|state| state.view);
    let back = fill(words.back, say().frame.views[view as usize]).into_any();
    let (own, key) = (Subject::Initiative(&initiative.id).key(), initiative.id.clone());
    let compare = move |state: &mut ViewState| {
        state.show(View::Compare);
        join(&mut state.compare, &own);
    };
    let network = move |state: &mut ViewState| {
        state.show(View::Network);
        (state.node, state.with) = (Some(["i.", &key].concat()), None);
    };
    let tag = naming::initiative_lang(initiative, lang);
    let name = naming::initiative(initiative, lang);
    // The other of its two names.
    let other = match (&initiative.name_en, lang) {
        (Some(_), Lang::En) => Some((&initiative.name, "zh-Hans")),
        (Some(english), _) => Some((english, "en")),
        (None, _) => None,
    };
    let other = other.map(|(name, tag)| {
        el("p").class("other-name").attr("lang", tag).child(name.clone()).view()
    });
    let pillar = initiative.pillar.as_deref().map(|key| naming::pillar(key, lang).to_owned());
    // Where no event tells how far it is, nothing says since when.
    let undated = !initiative.status_evidence.is_empty();
    let undated =
        undated.then(|| el("span").class("tag").test("undated").child(words.undated).view());
    let status = initiative
        .status
        .map(|phase| el("span").child(facts::phase(phase, lang)).child(undated).view());
    let plain = |name: &'static str, value: Option<String>| {
        value.map_or_else(none, |value| line(name, vec![value.into_any()]))
    };
    let names = |names: Vec<&String>| {
        let name = |name: &String| el("span").attr("lang", "zh").child(name.clone()).view();
        names.into_iter().map(name).collect()
    };
    let fold = |name: &str| data.letters().fold(name).text().to_owned();
    let aliases = distinct(&initiative.name, &initiative.aliases, fold);
    let places = initiative.places.iter().map(|id| {
        let (name, id) = (naming::place(data, id, lang), id.clone());
        let point = (initiative.kind == InitiativeKind::Centre).then(|| point(data, &id)).flatten();
        let known = initiative.background.contains(&id);
        let place =
            link("place-link", "place-link", String::new(), name.into_any(), move |state| {
                state.clear();
                state.show(View::Timeline);
                state.toggle(Facet::Place, &id);
            });
        let point = point.map(|point| el("span").class("faint").test("point").child(point).view());
        let known =
            known.then(|| el("span").class("tag").test("background").child(words.known).view());
        el("span").child(place).child(point).child(known).view()
    });
    let (glyph, script) = naming::glyph(initiative.kind, lang);
    el("header")
        .class("initiative-head")
        .child(
            el("p")
                .class("ways")
                .child(link("back", "initiative-back", String::new(), back, move |state| {
                    state.show(view);
                }))
                .child(link("", "compare-this", String::new(), words.compare.part(), compare))
                .child(link("", "network-this", String::new(), words.network.part(), network)),
        )
        .child(
            el("p")
                .class("initiative-kind")
                .child(
                    el("span")
                        .class("kind-glyph")
                        .attr("lang", script)
                        .attr("aria-hidden", "true")
                        .child(glyph),
                )
                .child(facts::kind(initiative.kind, lang)),
        )
        .child(
            el("h1")
                .attr("id", TITLE)
                .attr("tabindex", "-1")
                .attr("lang", tag)
                .test("initiative-name")
                .child(name.to_owned()),
        )
        .child(other)
        .child(
            el("dl")
                .class("about-initiative")
                .child(line(words.status, status.into_iter().collect()))
                .child(plain(words.pillar, pillar))
                .child(line(words.places, places.collect()))
                .child(all_of(ties(data, initiative)))
                .child(line(words.actors, names(initiative.actors.iter().collect())))
                .child(line(words.people, people))
                .child(line(words.aliases, names(aliases))),
        )
        .view()
}

/// Where a place is: what stands in it is no larger than a city.
fn point(data: &Data, id: &str) -> Option<String> {
    let place = data.place(id).filter(|place| place.level != "province")?;
    let degrees = |value: f64, signs: [&str; 2]| {
        let hundredths = (value.abs() * 100.0).round() as u32;
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        format!(" {whole}.{rest:02}°{}", signs[usize::from(value < 0.0)])
    };
    let [east, north] = place.point?;
    Some(degrees(north, ["N", "S"]) + &degrees(east, ["E", "W"]))
}

/// What it is to others, and what others are to it.
fn ties(data: &Data, initiative: &Initiative) -> Vec<AnyView> {
    let words = &say().initiative;
    let lines = LinkKind::ALL.into_iter().enumerate().flat_map(|(nth, kind)| {
        let own = initiative.links.iter().filter(|link| link.kind == kind);
        let own = own.filter_map(|link| data.initiative(&link.to));
        let back = data.corpus.initiatives.iter().filter(|other| {
            other.links.iter().any(|link| link.kind == kind && link.to == initiative.id)
        });
        let named = |others: Vec<&Initiative>| {
            others.into_iter().map(|other| initiative_link(other, String::new())).collect()
        };
        [
            line(words.links[nth], named(own.collect())),
            line(words.linked[nth], named(back.collect())),
        ]
    });
    lines.collect()
}

/// A name and its values; nothing where there are none.
fn line(name: &'static str, values: Vec<AnyView>) -> AnyView {
    if values.is_empty() {
        return none();
    }
    el("div").child(el("dt").child(name)).child(el("dd").children(values)).view()
}

/// A part of the page under its heading.
fn part(test: &'static str, heading: &'static str, content: AnyView) -> AnyView {
    el("section").class("part").test(test).child(el("h2").child(heading)).child(content).view()
}

fn life(data: &Arc<Data>, events: &[&Event]) -> AnyView {
    let words = &say().initiative;
    let order = in_order(events.iter().map(|event| event.date.edtf.sort_key()));
    let steps = order.into_iter().map(|at| step(data, events[at]));
    let list = if events.is_empty() {
        el("p").class("faint").child(words.no_life).view()
    } else {
        el("ol").class("life").children(steps).view()
    };
    part("life", words.life, list)
}

fn step(data: &Arc<Data>, event: &Event) -> AnyView {
    let lang = store().lang.get_untracked();
    let and = say().timeline.and;
    // A place that acts need not be named twice.
    let acts =
        |id: &&String| data.place(id).is_some_and(|place| event.actors.contains(&place.name));
    let places: Vec<String> = event
        .places
        .iter()
        .filter(|id| !acts(id))
        .map(|id| naming::place(data, id, lang))
        .collect();
    let who = event.actors.iter().enumerate().map(|(nth, name)| {
        let (name, tag) = naming::actor(data, name, lang);
        all_of([(nth > 0).then_some(and).part(), el("span").attr("lang", tag).child(name).view()])
    });
    el("li")
        .class("step")
        .test("step")
        .attr("data-phase", event.phase.key())
        .child(
            el("p")
                .class("step-head")
                .child(el("i").class("glyph").attr("data-phase", event.phase.key()))
                .child(el("span").class("when").child(date_words(
                    &event.date.edtf,
                    event.date.basis,
                    lang,
                )))
                .child(el("strong").child(facts::phase(event.phase, lang)))
                .child(standing(event))
                .child((!event.actors.is_empty()).then(|| el("span").children(who).view()))
                .child(
                    (!places.is_empty())
                        .then(|| el("span").class("faint").child(places.join(and)).view()),
                ),
        )
        .child(cards(data, &event.evidence, &event.id))
        .view()
}

/// Whether an event has yet to happen, and who says so.
fn standing(event: &Event) -> AnyView {
    let words = &say().initiative;
    let told = (event.standing != EventStanding::Happened).then(|| {
        let told = words.standings[event.standing as usize - 1];
        el("span").class("tag").test("standing").child(told).view()
    });
    let mut names: Vec<&str> = Vec::new();
    for name in event.said_by.iter().map(|said| said.text.as_str()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let said = (!names.is_empty()).then(|| {
        let names = el("span").attr("lang", "zh").child(names.join(say().timeline.and));
        el("span").class("said-by").test("said-by").child(words.said_by).child(names).view()
    });
    all_of([told.part(), said.part()])
}

fn reported(data: &Data, figures: &[&Figure]) -> AnyView {
    if figures.is_empty() {
        return none();
    }
    let words = say_in(FigureWords::of);
    let series =
        figures.chunk_by(|one, next| (&one.indicator, &one.unit) == (&next.indicator, &next.unit));
    let charts: Vec<AnyView> =
        series.filter_map(|series| figure_chart(data, &series[0].indicator, series)).collect();
    let charts = (!charts.is_empty()).then(|| el("div").class("plots").children(charts).view());
    let heading = say().initiative.figures;
    let columns = [words.indicator, words.value];
    let table = figure::figure_table(
        data,
        "figure-table",
        heading.into(),
        &columns,
        figures,
        "f-",
        |one| {
            let name = el("span").attr("lang", "zh").child(one.indicator.clone());
            vec![name.view(), figure::value(one)]
        },
    );
    part("figures", heading, all_of([charts.part(), table]))
}

fn mentions(data: &Arc<Data>, evidence: &[Evidence]) -> AnyView {
    if evidence.is_empty() {
        return none();
    }
    part("mentions", say().initiative.mentions, cards(data, evidence, "m"))
}
