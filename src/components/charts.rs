//! The figures as small charts: one for each indicator of each initiative, with its values and
//! sentences below it. What is too little for a chart is left to the list.

use std::sync::Arc;

use crate::dom::{Child, all_of, drawing, el, live, none};
use deltascope_model::Figure;
use leptos::prelude::*;

use super::{
    control::{link, more},
    empty::Empty,
    faces::faces,
    figure::{self, figure_table},
    figure_chart::figure_chart,
    kinds::kinds,
    ledger::{by_kind, kind_name, of_chosen_kind},
};
use crate::{
    data::Data,
    figures::ledger::{Entry, rank},
    found::found,
    state::View,
    store::{say_in, store},
    words::{charts::ChartWords, count, figures::FigureWords, fill},
};

/// How many charts are drawn at a time.
const BATCH: usize = 24;

/// The signs of the legend, in the order of their names: mark and line, in a field of 28 by 20.
const SIGNS: [[(&str, &str); 2]; 6] = [
    [("plot-solid", "M14 6a4 4 0 0 1 0 8a4 4 0 0 1 0-8z"), ("plot-lines", "")],
    [("plot-solid", "M6 6h16a4 4 0 0 1 0 8h-16a4 4 0 0 1 0-8z"), ("plot-lines", "")],
    [
        ("plot-solid", "M14 11a4 4 0 0 1 0 8a4 4 0 0 1 0-8z"),
        ("plot-lines", "M14 12V1M10 6l4 -5l4 5"),
    ],
    [
        ("plot-solid", "M14 1a4 4 0 0 1 0 8a4 4 0 0 1 0-8z"),
        ("plot-lines", "M14 8V19M10 14l4 5l4 -5"),
    ],
    [("plot-hollow", "M14 6a4 4 0 0 1 0 8a4 4 0 0 1 0-8z"), ("plot-lines", "")],
    [("plot-aims", "M14 6a4 4 0 0 1 0 8a4 4 0 0 1 0-8z"), ("plot-lines", "")],
];

fn words() -> &'static ChartWords {
    ChartWords::of(store().lang.get_untracked())
}

/// The view.
pub fn charts(data: &Arc<Data>) -> AnyView {
    let selection = found().selection;
    let chosen = of_chosen_kind(data);
    let drawn = RwSignal::new(BATCH);
    let (source, body) = (Arc::clone(data), Arc::clone(data));
    let choices = live(move || {
        selection.with(|selection| {
            let passed = selection.of(View::Figures as usize);
            let plotted: Vec<usize> = passed
                .iter()
                .copied()
                .filter(|&at| is_plotted(&source, &source.ledger[at]))
                .collect();
            kinds(say_in(FigureWords::of).kinds, plotted.len(), by_kind(&source, &plotted))
        })
    });
    let list = live(move || {
        let passed = chosen();
        if passed.is_empty() {
            return view! { <Empty events=true/> }.into_any();
        }
        let plotted: Vec<usize> =
            passed.iter().copied().filter(|&at| is_plotted(&body, &body.ledger[at])).collect();
        let rest = passed.len() - plotted.len();
        let cards = plotted.iter().take(drawn.get()).map(|&at| card(&body, at, &body.ledger[at]));
        let none_drawn = plotted.is_empty().then(|| el("p").test("no-charts").child(words().none));
        let rest = (rest > 0).then(|| {
            let told = fill(words().rest, &rest.to_string()).into_any();
            el("p").child(link("", "charts-rest", String::new(), told, |state| {
                state.show(View::Figures);
            }))
        });
        all_of([
            none_drawn.part(),
            el("div").class("chart-cards").children(cards).view(),
            more("more-charts", plotted.len(), BATCH, drawn),
            rest.part(),
        ])
    });
    el("div")
        .class("charts")
        .test("charts")
        .child(faces())
        .child(el("p").class("lead").child(words().lead))
        .child(legend())
        .child(choices)
        .child(list)
        .view()
}

fn legend() -> AnyView {
    let signs = SIGNS.into_iter().zip(words().signs).map(|(paths, name)| {
        let sign = drawing("sign", "0 0 28 20", paths.map(|(class, d)| (class, d.to_owned())));
        el("li").child(sign).child(name).view()
    });
    el("ul").class("plot plot-legend").attr("aria-label", words().legend).children(signs).view()
}

/// True for an entry of one thing with two dated values. What shares a value with something else
/// is no series.
fn is_plotted(data: &Data, entry: &Entry) -> bool {
    let dated = |&&at: &&usize| data.corpus.figures[at].as_of.is_some();
    !entry.is("homonym") && entry.figures.iter().filter(dated).count() > 1
}

fn card(data: &Data, at: usize, entry: &Entry) -> AnyView {
    let figures: Vec<&Figure> = entry.figures.iter().map(|&at| &data.corpus.figures[at]).collect();
    let Some(&first) = figures.first() else { return none() };
    let tags = entry.kinds.iter().map(|kind| {
        el("span")
            .class("tag")
            .attr("data-relation", kind.clone())
            .attr("title", say_in(FigureWords::of).meanings.get(rank(kind)).copied())
            .child(kind_name(kind).to_owned())
            .view()
    });
    let key = ["chart-", &at.to_string(), "-"].concat();
    let name = first.indicator.clone();
    let columns = [say_in(FigureWords::of).value];
    let lead = |one: &Figure| vec![figure::value(one)];
    let table = figure_table(data, "chart-table", name, &columns, &figures, &key, lead);
    el("section")
        .class("chart-card entry")
        .test("chart-card")
        .attr("data-entry", first.id.clone())
        .child(el("h2").child(figure::subject(data, first)))
        .child(el("p").class("chart-tags").children(tags))
        .child(figure_chart(data, &first.indicator, &figures))
        .child(
            el("details")
                .class("more-evidence")
                .child(el("summary").child(count(words().values, figures.len())))
                .child(table),
        )
        .view()
}
