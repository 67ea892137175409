//! The figures that have a direction: from where to where, how much, and the sentence that says so.
//! Bars are comparable within one thing and unit.

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live};
use deltascope_model::{Figure, Standing};
use leptos::prelude::*;

use super::{
    faces::faces,
    figure::{self, figure_table},
};
use crate::{
    context::context,
    data::{Arrival, Data},
    figures::plot::number,
    flows::{Flow, flow, thing},
    found::found,
    naming,
    order::in_order,
    state::{Facet, View},
    store::store,
    words::flows::FlowWords,
};

/// The longest bar, in pixels.
const LONGEST: f64 = 140.0;

fn words() -> &'static FlowWords {
    FlowWords::of(store().lang.get_untracked())
}

/// The view.
pub fn flows(data: &Arc<Data>) -> AnyView {
    let data = Arc::clone(data);
    // The filter of places asks for an end of a flow.
    let selection = found().of_all_places(store(), &data);
    let place = Facet::Place as usize;
    let picks = store().part(move |from, to| to.picks[place].clone_from(&from.picks[place]));
    let list = live(move || {
        let mut passed: Vec<usize> = Vec::new();
        selection.with(|selection| {
            let entries = selection.of(View::Figures as usize).iter();
            for &at in entries.flat_map(|&entry| &data.ledger[entry].figures) {
                if !passed.contains(&at) {
                    passed.push(at);
                }
            }
        });
        passed.sort_unstable();
        let directed = |at: usize| Some((at, directed(&data, &data.corpus.figures[at])?));
        let chosen = picks.with(|state| state.picks[place].clone());
        let touches = |(_, flow): &(usize, Flow)| {
            chosen.is_empty() || chosen.iter().any(|id| flow.touches(&data.corpus.places, id))
        };
        let all: Vec<(usize, Flow)> =
            passed.into_iter().filter_map(directed).filter(touches).collect();
        if all.is_empty() {
            return el("p").class("faint").test("no-flows").child(words().none).view();
        }
        all_of(groups(&data, &all).into_iter().map(|group| section(&data, &group)))
    });
    el("div")
        .class("ledger flows")
        .test("flows")
        .child(faces())
        .child(el("p").class("lead").child(words().lead))
        .child(list)
        .view()
}

/// The flow of a figure, by the first of its sentences that tells one.
fn directed(data: &Data, figure: &Figure) -> Option<Flow> {
    figure.evidence.iter().find_map(|found| {
        let text = data.corpus.article(&found.article).map(|at| data.text(at));
        let article = match &text {
            Some(Arrival::Here(article)) => Some(article),
            // Until the text is here nothing is carried over.
            _ => None,
        };
        let near = article.and_then(|article| context(article, found));
        let before = near.map_or("", |near| near.before);
        flow(&data.corpus.places, figure, &found.text, before)
    })
}

/// The flows of one thing in one unit, in order of time; what there is most of comes first.
fn groups(data: &Data, all: &[(usize, Flow)]) -> Vec<Vec<(usize, Flow)>> {
    let figure = |at: usize| &data.corpus.figures[at];
    let name = |at: usize| {
        (thing(&figure(at).indicator), &figure(at).unit, figure(at).initiative.as_ref())
    };
    let mut groups: Vec<Vec<(usize, Flow)>> = Vec::new();
    for (at, flow) in all {
        match groups.iter_mut().find(|group| name(group[0].0) == name(*at)) {
            Some(group) => group.push((*at, flow.clone())),
            None => groups.push(vec![(*at, flow.clone())]),
        }
    }
    let order = in_order(groups.iter().map(|group| (-(group.len() as i32), 0)));
    let in_time = |at: usize| {
        let group = &groups[at];
        let time = |(at, _): &(usize, Flow)| {
            figure(*at).as_of.as_ref().map_or((i32::MAX, 0), deltascope_model::Edtf::sort_key)
        };
        in_order(group.iter().map(time)).into_iter().map(|nth| group[nth].clone()).collect()
    };
    order.into_iter().map(in_time).collect()
}

fn section(data: &Data, group: &[(usize, Flow)]) -> AnyView {
    let figures: Vec<&Figure> = group.iter().map(|&(at, _)| &data.corpus.figures[at]).collect();
    let name = thing(&figures[0].indicator).to_owned();
    let most = figures.iter().fold(0.0, |most: f64, one| most.max(most_of(one)));
    let lead = |one: &Figure| {
        let at = figures.iter().position(|known| known.id == one.id);
        let flow = at.map(|at| &group[at].1);
        let long = if most > 0.0 { most_of(one) / most * LONGEST } else { 0.0 };
        let bar = el("i")
            .class("flow-bar")
            .attr("data-qualifier", one.qualifier.clone())
            .attr("data-aim", one.standing == Standing::Target)
            .style("width", format!("{long:.0}px"));
        vec![flow.map(|flow| route(data, flow)).part(), all_of([figure::value(one), bar.view()])]
    };
    let table =
        figure_table(data, "flow-table", name.clone(), &words().columns, &figures, "flow-", lead);
    el("section")
        .class("entry")
        .test("flow-group")
        .child(el("h2").attr("lang", "zh").child(name))
        .child(table)
        .view()
}

/// The higher end of a value.
fn most_of(figure: &Figure) -> f64 {
    number(figure.value.rsplit('/').next().unwrap_or_default())
}

/// From where to where.
fn route(data: &Data, flow: &Flow) -> AnyView {
    let lang = store().lang.get_untracked();
    let end = |places: &[usize]| {
        if places.is_empty() {
            return el("span").class("faint").child(words().open).view();
        }
        let names = places.iter().map(|&at| {
            let name = naming::place(data, &data.corpus.places[at].id, lang);
            el("span").class("flow-place").child(name).view()
        });
        el("span").class("flow-end").children(names).view()
    };
    let carried = flow.carried.then(|| el("span").class("tag").child(words().carried));
    el("span")
        .class("flow-route")
        .test("flow-route")
        .child(end(&flow.from))
        .child(el("span").class("unseen").child(words().to))
        .child(el("span").class("flow-arrow").attr("aria-hidden", "true").child("→"))
        .child(end(&flow.to))
        .child(carried)
        .view()
}
