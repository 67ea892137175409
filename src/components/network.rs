//! The network: who acts with whom, as a drawing and as a table, and what is chosen of it.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none};
use crate::signals::{Memo, Shared, memo};
use deltascope_model::{Evidence, Initiative};
use leptos::prelude::*;

use super::{
    control::{more, side},
    evidence::source,
    initiative::initiative_link,
    kinds::{Kind, kinds},
    network_drawing::drawing,
    network_tie::{chosen, node_name, node_tag, told},
    table::table,
};
use crate::{
    data::Data,
    found::found,
    network::{ACTORS, Graph, Node, PLACES},
    order::in_order,
    state::{Facet, Form, View},
    store::{say, store},
    words::network::NetworkWords,
};

/// How many rows of the table are drawn at a time.
const BATCH: usize = 60;

/// The words of the view.
pub fn words() -> &'static NetworkWords {
    NetworkWords::of(store().lang.get_untracked())
}

/// The graph of what passes.
pub type Known = Memo<Shared<Graph>>;

/// The view.
pub fn network(data: &Arc<Data>) -> AnyView {
    let store = store();
    let whole = passing(data, None);
    let only = store.part(|from, to| to.only.clone_from(&from.only));
    let narrowed: Vec<Known> =
        [ACTORS, PLACES].into_iter().map(|kind| passing(data, Some(kind))).collect();
    let narrow = narrowed.clone();
    let graph = memo(move || match only.with(|state| state.only.clone()).as_deref() {
        Some(ACTORS) => narrow[0].get(),
        Some(PLACES) => narrow[1].get(),
        _ => whole.get(),
    });
    let choices = live(move || {
        let names = [ACTORS, PLACES].into_iter().zip(words().only).zip(&narrowed);
        let of = |((key, name), graph): ((&str, &str), &Known)| -> Kind {
            (key.to_owned(), name.to_owned(), graph.with(|graph| graph.ties.len()))
        };
        kinds(words().kinds, whole.with(|graph| graph.ties.len()), names.map(of).collect())
    });
    let form = store.part(|from, to| to.form = from.form);
    let is_table = move || form.with(|state| state.form == Some(Form::Table));
    let [drawn, listed] = words().forms;
    let switch = el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", words().form)
        .child(side("network-drawn", drawn, move || !is_table(), |state| state.form = None))
        .child(side("network-listed", listed, is_table, |state| state.form = Some(Form::Table)));
    let (body, panel) = (Arc::clone(data), Arc::clone(data));
    let content = live(move || {
        if graph.with(|graph| graph.ties.is_empty()) {
            return el("p").class("faint").test("no-ties").child(words().none).view();
        }
        if is_table() { listing(&body, graph) } else { drawing(&body, graph) }
    });
    el("div")
        .class("network")
        .test("network")
        .child(el("p").class("lead").child(words().lead))
        .child(el("div").class("network-bar").child(choices).child(switch))
        .child(
            el("div")
                .class("network-parts")
                .child(content)
                .child(live(move || chosen(&panel, graph))),
        )
        .view()
}

/// The graph of what search and filters let through, narrowed to one kind.
fn passing(data: &Arc<Data>, only: Option<&'static str>) -> Known {
    let data = Arc::clone(data);
    let selection = found().selection;
    let picks = store().part(|from, to| to.picks.clone_from(&from.picks));
    let last = StoredValue::new(Shared::new(Graph::default()));
    memo(move || {
        let selection = selection.get();
        let kinds = picks.with(|state| state.picks[Facet::Kind as usize].clone());
        let mut told = vec![false; data.corpus.articles.len()];
        selection.articles.iter().for_each(|&at| told[at] = true);
        let passes = |initiative: &Initiative, found: &Evidence| {
            let kind = kinds.is_empty() || kinds.iter().any(|key| key == initiative.kind.key());
            let article = data.corpus.article(&found.article);
            kind && article.is_some_and(|at| told[at])
        };
        let events = selection.of(View::Timeline as usize);
        let graph = Graph::of(&data.corpus, events, only, passes);
        // The same once more is not laid out anew.
        if last.with_value(|last| **last != graph) {
            last.set_value(Shared::new(graph));
        }
        last.get_value()
    })
}

/// All ties as a table.
fn listing(data: &Arc<Data>, graph: Known) -> AnyView {
    let data = Arc::clone(data);
    let rows = RwSignal::new(BATCH);
    live(move || {
        let graph = graph.get();
        let shown = graph.ties.iter().enumerate().take(rows.get());
        let of = |(at, ((one, other), stated)): (usize, &((usize, usize), Vec<_>))| {
            let evidence =
                stated.iter().map(|stated: &crate::network::Stated| stated.evidence(&data.corpus));
            let sources = evidence.take(2).enumerate().map(|(nth, found)| {
                source(&data, found, &["n", &at.to_string(), "-", &nth.to_string()].concat())
            });
            let lang = node_tag(&data, &graph.nodes[*one]);
            let name = el("span").attr("lang", lang).child(node_name(&data, &graph.nodes[*one]));
            vec![
                name.view(),
                initiative(&data, &graph.nodes[*other]),
                told(&data, stated),
                all_of(sources),
            ]
        };
        let ties = shown.map(of).collect();
        let name = say().frame.views[View::Network as usize].to_owned();
        let table = table("network-table", name, &words().columns, ties);
        let more = more("more-ties", graph.ties.len(), BATCH, rows);
        el("div").class("network-listing").child(table).child(more).view()
    })
}

fn initiative(data: &Data, node: &Node) -> AnyView {
    match node {
        Node::Initiative(at) => initiative_link(&data.corpus.initiatives[*at], String::new()),
        _ => none(),
    }
}

/// Positions of ties by how many sentences state them, most first.
pub fn by_sentences(graph: &Graph, ties: &[(usize, usize)]) -> Vec<usize> {
    in_order(ties.iter().map(|&(_, tie)| (-(graph.ties[tie].1.len() as i32), tie as i32)))
}
