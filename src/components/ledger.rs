//! The ledger: figures side by side, with how they stand to each other, and no verdict.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none};
use deltascope_model::Figure;
use leptos::{prelude::*, task::spawn_local};

use super::{
    control::more,
    empty::Empty,
    faces::faces,
    figure::{self, figure_table},
    figure_chart::figure_chart,
    kinds::{Kind, kinds, occurring},
};
use crate::{
    browser,
    data::Data,
    figures::ledger::{Entry, KINDS, SEVERAL, SINGLE, rank},
    found::found,
    order::in_order,
    state::View,
    store::{data, say_in, store},
    words::figures::FigureWords,
};

/// How many entries are drawn with the view, and a frame later, so that no task is long; then with each press
/// for more.
const FIRST: usize = 4;
const BATCH: usize = 16;

/// The ledger.
#[component]
pub fn Ledger() -> impl IntoView {
    let data = data();
    let words = say_in(FigureWords::of);
    if data.ledger.is_empty() {
        return el("p").class("faint").test("no-figures").child(words.no_figures).view();
    }
    let selection = found().selection;
    let chosen = of_chosen_kind(&data);
    let drawn = RwSignal::new(FIRST);
    spawn_local(async move {
        browser::frame().await;
        let _ = drawn.try_set(BATCH);
    });
    let source = Arc::clone(&data);
    let choices = live(move || {
        selection.with(|selection| {
            let passed = selection.of(View::Figures as usize);
            kinds(words.kinds, passed.len(), by_kind(&source, passed))
        })
    });
    let list = live(move || {
        let passed = chosen();
        if passed.is_empty() {
            return view! { <Empty events=true/> }.into_any();
        }
        let shown = passed.iter().take(drawn.get()).map(|&at| (at, &data.ledger[at]));
        let (single, several): (Vec<_>, Vec<_>) = shown.partition(|(_, entry)| entry.is(SINGLE));
        let several = several.into_iter().map(|(at, entry)| section(&data, at, entry));
        let more = more("more-entries", passed.len(), BATCH, drawn);
        all_of([all_of(several), singles(&data, &single), more])
    });
    el("div")
        .class("ledger")
        .test("ledger")
        .child(faces())
        .child(el("p").class("lead").child(words.ledger_lead))
        .child(choices)
        .child(list)
        .view()
}

/// The entries that pass search and filters and are of the kind that the address names, if any; to be
/// asked where it is followed.
pub fn of_chosen_kind(data: &Arc<Data>) -> impl Fn() -> Vec<usize> + use<> {
    let data = Arc::clone(data);
    let selection = found().selection;
    let only = store().part(|from, to| to.only.clone_from(&from.only));
    move || {
        let only = only.with(|state| state.only.clone());
        let own = |at: &usize| only.as_ref().is_none_or(|kind| data.ledger[*at].is(kind));
        selection.with(|selection| {
            selection.of(View::Figures as usize).iter().copied().filter(own).collect()
        })
    }
}

/// How many of the entries are of each kind.
pub fn by_kind(data: &Data, passed: &[usize]) -> Vec<Kind> {
    let keys = passed.iter().flat_map(|&at| {
        let entry = &data.ledger[at];
        entry.kinds.iter().map(String::as_str).chain(entry.beside())
    });
    let found = occurring(keys, |kind| kind_name(kind).to_owned());
    let order = in_order(found.iter().map(|(kind, ..)| (rank(kind) as i32, 0)));
    order.into_iter().map(|at| found[at].clone()).collect()
}

/// A kind in the interface's language.
pub fn kind_name(kind: &str) -> &str {
    let words = say_in(FigureWords::of);
    match rank(kind) {
        known if known < KINDS.len() => words.relations[known],
        _ if kind == SINGLE => words.single,
        _ if kind == SEVERAL => words.several,
        _ => kind,
    }
}

/// Several values side by side.
fn section(data: &Data, at: usize, entry: &Entry) -> AnyView {
    let words = say_in(FigureWords::of);
    let figures: Vec<&Figure> = entry.figures.iter().map(|&at| &data.corpus.figures[at]).collect();
    let Some(&first) = figures.first() else { return none() };
    let homonym = entry.is("homonym");
    let heading = if homonym { figure::value(first) } else { figure::subject(data, first) };
    let tags = entry.kinds.iter().map(|kind| {
        let meaning = words.meanings.get(rank(kind)).copied();
        el("p")
            .class("relation")
            .test("relation")
            .attr("data-relation", kind.clone())
            .child(el("span").class("tag").child(kind_name(kind).to_owned()))
            .child(meaning)
            .view()
    });
    let chart = if homonym { None } else { figure_chart(data, &first.indicator, &figures) };
    let key = [&at.to_string(), "-"].concat();
    let column = if homonym { words.indicator } else { words.value };
    let lead =
        |one: &Figure| vec![if homonym { figure::subject(data, one) } else { figure::value(one) }];
    let name = first.indicator.clone();
    el("section")
        .class("entry")
        .test("entry")
        .child(el("h2").child(heading))
        .children(tags)
        .child(chart)
        .child(figure_table(data, "entry-table", name, &[column], &figures, &key, lead))
        .view()
}

/// Values that stand alone, in one table.
fn singles(data: &Data, entries: &[(usize, &Entry)]) -> AnyView {
    if entries.is_empty() {
        return none();
    }
    let words = say_in(FigureWords::of);
    let figures = entries.iter().flat_map(|(_, entry)| &entry.figures);
    let figures: Vec<&Figure> = figures.map(|&at| &data.corpus.figures[at]).collect();
    let columns = [words.indicator, words.value];
    let lead = |one: &Figure| vec![figure::subject(data, one), figure::value(one)];
    el("section")
        .class("entry")
        .test("singles")
        .child(el("h2").child(words.single))
        .child(figure_table(
            data,
            "single-table",
            words.single.into(),
            &columns,
            &figures,
            "one-",
            lead,
        ))
        .view()
}
