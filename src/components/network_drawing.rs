//! The drawing of the network: nodes as buttons, ties as lines between them.
//!
//! Lines are boxes of no height, turned by what their ends say, so that the browser draws them in
//! every scheme and on paper. They are for pointers: the chosen node's list has the same ties for keys.

use std::sync::Arc;

use crate::dom::{el, live, none, truth, value};
use crate::signals::{Shared, effect, memo};
use leptos::prelude::*;

use super::{
    control::click,
    network::{Known, words},
    network_tie::{node_kind, node_name, node_tag},
    roving::roving,
};
use crate::{
    browser,
    data::Data,
    network::{Graph, Node, Spot, layout, stay, toward},
    store::{Store, store},
    timeline::text_width,
    words::fill,
};

/// The element that holds the drawing.
const FIELD: &str = "network-field";
/// Height of a node in pixels.
const HIGH: f64 = 26.0;
/// Pixels beside a node's name.
const ROOM: f64 = 18.0;
/// The longest name of a node in pixels: what is longer is cut, and told in full when it is chosen.
/// On a wide field they may be a third of it, so that names that begin alike are told apart.
const LONGEST: [f64; 2] = [168.0, 208.0];
/// The field's width is taken in steps, so that little changes leave it as it is.
const STEP: i32 = 24;

/// Where nodes stand in a field of this width, and its height.
type Standing = (Vec<(Node, Spot)>, f64);

/// The drawing.
pub fn drawing(data: &Arc<Data>, graph: Known) -> AnyView {
    let store = store();
    let width = RwSignal::new(0);
    effect(move || browser::watch_width(FIELD, move |wide| width.set(wide / STEP * STEP)));
    let chosen = store.part(|from, to| to.node.clone_from(&from.node));
    let (source, field) = (Arc::clone(data), Arc::clone(data));
    // Only a node that is not drawn draws another part of the graph.
    let drawn = memo(move || {
        let most = most(width.get());
        let key = chosen.with(|state| state.node.clone());
        graph.with(|graph| {
            let at =
                |key: String| graph.nodes.iter().position(|one| one.key(&source.corpus) == key);
            graph.drawn(most, key.and_then(at))
        })
    });
    let whole = Arc::clone(data);
    let before = memo(move || Shared::new(unfiltered(&whole, width.get())));
    let content = live(move || {
        let (before, width) = (before.get(), f64::from(width.get()));
        if width == 0.0 {
            return none();
        }
        drawn.with(|drawn| graph.with(|graph| picture(&field, graph, drawn, width, &before)))
    });
    let note = live(move || {
        let (shown, all) = (drawn.with(Vec::len), graph.with(|graph| graph.nodes.len()));
        if shown == all {
            return none();
        }
        let told = fill(words().drawn, &shown.to_string());
        el("p").class("faint").test("network-drawn-of").child(told).view()
    });
    let legend = words().nodes.iter().zip(["actor", "place", "initiative"]).map(|(name, of)| {
        el("li").child(el("i").class("node-sign").attr("data-node", of)).child(*name).view()
    });
    el("div")
        .class("network-picture")
        .child(el("ul").class("network-legend").children(legend))
        .child(el("div").attr("id", FIELD).class("network-field").child(content))
        .child(note)
        .view()
}

/// How many nodes a field of this width has room for.
fn most(width: i32) -> usize {
    (width / 14).clamp(24, 76) as usize
}

/// Where what has room stands without search and filters: what they leave stays there.
fn unfiltered(data: &Data, width: i32) -> Standing {
    let events: Vec<usize> = (0..data.corpus.events.len()).collect();
    let graph = Graph::of(&data.corpus, &events, None, |_, _| true);
    let drawn = graph.drawn(most(width), None);
    let (_, pairs): (Vec<usize>, Vec<(usize, usize)>) = ties(&graph, &drawn).into_iter().unzip();
    let width = f64::from(width.max(1));
    let (spots, height) = layout(&boxes(&names(data, &graph, &drawn), width), &pairs, width);
    (drawn.iter().map(|&at| graph.nodes[at].clone()).zip(spots).collect(), height)
}

/// The ties between those that are drawn, each with its ends among them.
fn ties(graph: &Graph, drawn: &[usize]) -> Vec<(usize, (usize, usize))> {
    let place = |node: usize| drawn.iter().position(|&known| known == node);
    let ends = |(tie, ((one, other), _)): (usize, &((usize, usize), Vec<_>))| {
        Some((tie, (place(*one)?, place(*other)?)))
    };
    graph.ties.iter().enumerate().filter_map(ends).collect()
}

fn names(data: &Data, graph: &Graph, drawn: &[usize]) -> Vec<String> {
    drawn.iter().map(|&at| node_name(data, &graph.nodes[at])).collect()
}

/// The room that names take.
fn boxes(names: &[String], width: f64) -> Vec<(f64, f64)> {
    let longest = (width / 3.0).clamp(LONGEST[0], LONGEST[1]);
    let wide = |name: &String| (f64::from(text_width(name)) + ROOM).min(longest);
    names.iter().map(|name| (wide(name), HIGH)).collect()
}

fn picture(
    data: &Data,
    graph: &Graph,
    drawn: &[usize],
    width: f64,
    (before, high): &Standing,
) -> AnyView {
    let names = names(data, graph, drawn);
    let boxes = boxes(&names, width);
    let ties = ties(graph, drawn);
    let (_, pairs): (Vec<usize>, Vec<(usize, usize)>) = ties.iter().copied().unzip();
    let known = drawn.iter().map(|&at| {
        let own = |(node, _): &&(Node, Spot)| *node == graph.nodes[at];
        before.iter().find(own).map(|&(_, spot)| spot)
    });
    let known: Vec<Option<Spot>> = known.collect();
    let stood = stay(&boxes, &pairs, (width, *high), &known);
    let (spots, height) = stood.unwrap_or_else(|| layout(&boxes, &pairs, width));
    let keys: Vec<String> = drawn.iter().map(|&at| graph.nodes[at].key(&data.corpus)).collect();
    let lines = ties.iter().map(|&(tie, (one, other))| {
        let sentences = graph.ties[tie].1.len();
        line((spots[one], spots[other]), (&keys[one], &keys[other]), sentences)
    });
    let stop = RwSignal::new(0);
    let nodes = drawn.iter().enumerate().map(|(nth, &at)| {
        let near = pairs.iter().filter_map(|&(one, other)| match nth {
            _ if one == nth => Some(keys[other].clone()),
            _ if other == nth => Some(keys[one].clone()),
            _ => None,
        });
        let near = near.collect();
        node(
            data,
            &graph.nodes[at],
            (nth, keys[nth].clone()),
            names[nth].clone(),
            near,
            stop,
            (spots[nth], boxes[nth].0),
        )
    });
    let known = spots.clone();
    roving(FIELD, stop, id, move |from, key| toward(&known, from, key));
    el("div")
        .class("network-nodes")
        .test("network-nodes")
        .attr("role", "toolbar")
        .attr("aria-label", words().drawing)
        .style("height", pixels(height))
        .child(el("div").class("network-lines").attr("aria-hidden", "true").children(lines))
        .children(nodes)
        .view()
}

fn id(nth: usize) -> String {
    ["node-", &nth.to_string()].concat()
}

fn pixels(length: f64) -> String {
    format!("{length}px")
}

/// The chosen node and whom it is shown with.
fn pair(store: Store) -> (Option<String>, Option<String>) {
    store.state.with(|state| (state.node.clone(), state.with.clone()))
}

/// A tie: as long as its ends are apart, turned as they stand.
fn line((from, to): (Spot, Spot), (one, other): (&str, &str), sentences: usize) -> AnyView {
    let store = store();
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let long = (dx * dx + dy * dy).sqrt().max(1.0);
    let (cos, sin) = (dx / long, dy / long);
    let turn = format!("matrix({cos:.5},{sin:.5},{:.5},{cos:.5},0,0)", -sin);
    let (one, other) = (one.to_owned(), other.to_owned());
    let (this, that) = (one.clone(), other.clone());
    let standing = value(move || {
        let (node, with) = pair(store);
        let ends =
            |key: &Option<String>| key.as_ref().is_some_and(|key| *key == this || *key == that);
        let standing = match (&node, &with) {
            (None, _) => return None,
            (Some(_), Some(_)) if ends(&node) && ends(&with) && node != with => "open",
            _ if ends(&node) => "near",
            _ => "far",
        };
        Some(standing.to_owned())
    });
    el("div")
        .class("network-line")
        .test("network-line")
        .attr("data-strong", sentences > 1)
        .attr("data-standing", standing)
        .style("left", pixels(from.x))
        .style("top", pixels(from.y))
        .style("width", pixels(long.round()))
        .style("transform", turn)
        .on(
            "click",
            click(move || {
                let ends = (Some(other.clone()), Some(one.clone()));
                store.go(|state| (state.node, state.with) = ends);
            }),
        )
        .view()
}

fn node(
    data: &Data,
    node: &Node,
    (nth, key): (usize, String),
    name: String,
    near: Vec<String>,
    stop: RwSignal<usize>,
    (spot, wide): (Spot, f64),
) -> AnyView {
    let store = store();
    let of = match node {
        Node::Actor(_) => "actor",
        Node::Place(_) => "place",
        Node::Initiative(_) => "initiative",
    };
    let (own, this, there) = (key.clone(), key.clone(), key);
    let standing = value(move || {
        let node = store.state.with(|state| state.node.clone())?;
        let standing = if node == this || near.contains(&node) { "near" } else { "far" };
        Some(standing.to_owned())
    });
    el("button")
        .attr("type", "button")
        .attr("id", id(nth))
        .class("network-node")
        .test("network-node")
        .attr("data-node", of)
        .attr("data-key", own.clone())
        .attr("data-kind", node_kind(data, node))
        .attr("data-standing", standing)
        .attr("lang", node_tag(data, node))
        .attr("title", name.clone())
        .attr("tabindex", value(move || Some(if stop.get() == nth { "0" } else { "-1" }.into())))
        .attr(
            "aria-pressed",
            truth(move || store.state.with(|state| state.node.as_ref() == Some(&own))),
        )
        .style("left", pixels(spot.x - wide / 2.0))
        .style("top", pixels(spot.y - HIGH / 2.0))
        .style("width", pixels(wide))
        .on(
            "click",
            click(move || {
                let there = there.clone();
                store.go(|state| {
                    let chosen = state.node.as_ref() == Some(&there);
                    (state.node, state.with) = ((!chosen).then_some(there), None);
                });
            }),
        )
        .on("focus", click(move || stop.set(nth)))
        .child(el("span").class("node-name").child(name))
        .view()
}
