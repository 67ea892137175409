//! What is chosen in the network: a node with its ties, and the sentences of one of them.

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live, none, value};
use deltascope_model::Evidence;
use leptos::prelude::*;

use super::{
    control::link,
    evidence::cards,
    network::{Known, by_sentences, words},
};
use crate::{
    compare::{Subject, join},
    data::Data,
    naming,
    network::{Graph, Node, Stated},
    state::{Facet, View, ViewState},
    store::{say, store},
    words::{count, date::date_words, facts},
};

/// A node's name in the interface's language.
pub fn node_name(data: &Data, node: &Node) -> String {
    let lang = store().lang.get_untracked();
    match node {
        Node::Actor(name) => name.clone(),
        Node::Place(at) => naming::place(data, &data.corpus.places[*at].id, lang),
        Node::Initiative(at) => naming::initiative(&data.corpus.initiatives[*at], lang).to_owned(),
    }
}

/// The language of what [`node_name`] gives.
pub fn node_tag(data: &Data, node: &Node) -> &'static str {
    let lang = store().lang.get_untracked();
    match node {
        Node::Actor(_) => "zh",
        Node::Place(_) => lang.tag(),
        Node::Initiative(at) => naming::initiative_lang(&data.corpus.initiatives[*at], lang),
    }
}

/// What an initiative's node is in colour; others have none.
pub fn node_kind(data: &Data, node: &Node) -> &'static str {
    match node {
        Node::Initiative(at) => data.corpus.initiatives[*at].kind.key(),
        _ => "",
    }
}

/// What states a tie, in words: phases with their dates, or that both are named together.
pub fn told(data: &Data, stated: &[Stated]) -> AnyView {
    let lang = store().lang.get_untracked();
    let mut events: Vec<usize> = Vec::new();
    for one in stated {
        if let Stated::Event(at, _) = one
            && !events.contains(at)
        {
            events.push(*at);
        }
    }
    if events.is_empty() {
        return el("span").class("faint").child(words().named).view();
    }
    let steps = events.into_iter().map(|at| {
        let event = &data.corpus.events[at];
        el("span")
            .class("tie-step")
            .child(el("i").class("glyph").attr("data-phase", event.phase.key()))
            .child(facts::phase(event.phase, lang))
            .child(" ")
            .child(date_words(&event.date.edtf, event.date.basis, lang))
            .view()
    });
    all_of(steps)
}

/// The chosen node's ties; where none is chosen, how to choose.
pub fn chosen(data: &Arc<Data>, graph: Known) -> AnyView {
    let store = store();
    let state = store.part(|from, to| {
        to.node.clone_from(&from.node);
        to.with.clone_from(&from.with);
    });
    let data = Arc::clone(data);
    live(move || {
        let Some(key) = state.with(|state| state.node.clone()) else {
            return el("p").class("faint network-hint").child(words().hint).view();
        };
        let graph = graph.get();
        let at = graph.nodes.iter().position(|node| node.key(&data.corpus) == key);
        let Some(at) = at else {
            return el("p").class("faint network-hint").test("no-node").child(words().none).view();
        };
        let with = state.with(|state| state.with.clone());
        panel(&data, &graph, at, with.as_deref())
    })
}

fn panel(data: &Arc<Data>, graph: &Graph, at: usize, with: Option<&str>) -> AnyView {
    let node = &graph.nodes[at];
    let near = graph.near(at);
    let ties = by_sentences(graph, &near).into_iter().map(|nth| {
        let (other, tie) = near[nth];
        let key = graph.nodes[other].key(&data.corpus);
        let open = with == Some(&key);
        self::tie(data, graph, (other, tie), key, open)
    });
    let what = match node {
        Node::Actor(_) => words().nodes[0],
        Node::Place(_) => words().nodes[1],
        Node::Initiative(_) => words().nodes[2],
    };
    let close = link("", "network-close", String::new(), words().close.part(), |state| {
        (state.node, state.with) = (None, None);
    });
    el("section")
        .class("network-chosen")
        .test("network-chosen")
        .attr("data-kind", node_kind(data, node))
        .attr("aria-label", node_name(data, node))
        .child(el("p").class("faint").child(what))
        .child(el("h2").attr("lang", node_tag(data, node)).child(node_name(data, node)))
        .child(el("p").class("network-ways").child(ways(data, node)).child(close))
        .child(
            el("p")
                .class("network-number")
                .attr("role", "status")
                .child(count(words().ties, near.len())),
        )
        .child(el("ul").class("ties").children(ties))
        .view()
}

/// Where the node leads beyond the network.
fn ways(data: &Data, node: &Node) -> AnyView {
    let subject = match node {
        Node::Actor(_) => return none(),
        Node::Place(at) => Subject::Place(&data.corpus.places[*at].id),
        Node::Initiative(at) => Subject::Initiative(&data.corpus.initiatives[*at].id),
    };
    let key = subject.key();
    let compare =
        link("", "network-compare", String::new(), words().compare.part(), move |state| {
            state.show(View::Compare);
            join(&mut state.compare, &key);
        });
    let more = match node {
        Node::Initiative(at) => page(data, *at, "network-page"),
        Node::Place(at) => {
            let id = data.corpus.places[*at].id.clone();
            link("", "network-place", String::new(), words().place.part(), move |state| {
                state.clear();
                state.show(View::Timeline);
                state.toggle(Facet::Place, &id);
            })
        }
        Node::Actor(_) => none(),
    };
    all_of([more, compare])
}

/// Leads to an initiative's page.
fn page(data: &Data, at: usize, test: &'static str) -> AnyView {
    let id = data.corpus.initiatives[at].id.clone();
    let open = move |state: &mut ViewState| state.open_initiative(&id);
    link("", test, String::new(), say().initiative.page.part(), open)
}

/// One tie: its other end, what states it, and when it is open its sentences.
fn tie(
    data: &Arc<Data>,
    graph: &Graph,
    (other, at): (usize, usize),
    key: String,
    open: bool,
) -> AnyView {
    let node = &graph.nodes[other];
    let stated = &graph.ties[at].1;
    let name = el("span").attr("lang", node_tag(data, node)).child(node_name(data, node)).view();
    let there = key.clone();
    let choose = link("tie-other", "tie-other", String::new(), name, move |state| {
        (state.node, state.with) = (Some(there.clone()), None);
    });
    let sentences: Vec<Evidence> =
        stated.iter().map(|stated| stated.evidence(&data.corpus).clone()).collect();
    let store = store();
    let toggled = (!open).then_some(key);
    let shows = value(move || Some(if open { "true" } else { "false" }.to_owned()));
    let button = el("button")
        .attr("type", "button")
        .class("tie-open")
        .test("tie-open")
        .attr("aria-expanded", shows)
        .on(
            "click",
            super::control::click(move || {
                store.go(|state| state.with.clone_from(&toggled));
            }),
        )
        .child(count(words().sentences, sentences.len()));
    let below = open.then(|| cards(data, &sentences, &["tie-", &at.to_string()].concat()));
    let whole = match node {
        Node::Initiative(at) if open => page(data, *at, "tie-page"),
        _ => none(),
    };
    el("li")
        .test("tie")
        .attr("data-kind", node_kind(data, node))
        .child(el("div").class("tie-head").child(choose).child(button))
        .child(el("div").class("tie-told").child(told(data, stated)))
        .child(whole)
        .child(below)
        .view()
}
