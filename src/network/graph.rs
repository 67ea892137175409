//! The graph: its nodes are actors, places and initiatives; a tie stands on sentences.
//!
//! | tie | stated by |
//! | --- | --- |
//! | actor – initiative | an event of the initiative in which it acts, or a sentence that names both |
//! | place – initiative | an event of the initiative that is told of the place |
//! | initiative – initiative | a sentence that names both, where the gazetteer ties them |
//!
//! An actor that goes by the name of a place (`江苏`) is that place. What the gazetteer knows and no
//! sentence states is left out.

use std::collections::BTreeMap;

use deltascope_model::{Corpus, Evidence, Initiative};

use super::{ACTORS, PLACES};
use crate::order::in_order;

/// Who or what acts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// Somebody, by name.
    Actor(String),
    /// A place, by position in the corpus.
    Place(usize),
    /// An initiative, by position in the corpus.
    Initiative(usize),
}

impl Node {
    /// Its name in addresses.
    pub fn key(&self, corpus: &Corpus) -> String {
        match self {
            Self::Actor(name) => ["a.", name].concat(),
            Self::Place(at) => ["p.", &corpus.places[*at].id].concat(),
            Self::Initiative(at) => ["i.", &corpus.initiatives[*at].id].concat(),
        }
    }
}

/// A sentence that states a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Of an event, by position, its nth sentence.
    Event(usize, usize),
    /// Of an initiative, by position, its nth mention.
    Mention(usize, usize),
}

impl Stated {
    /// The sentence.
    pub fn evidence(self, corpus: &Corpus) -> &Evidence {
        match self {
            Self::Event(at, nth) => &corpus.events[at].evidence[nth],
            Self::Mention(at, nth) => &corpus.initiatives[at].evidence[nth],
        }
    }
}

/// Two nodes that are tied, by position; the second is an initiative.
pub type Ends = (usize, usize);

/// The graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The nodes, those with most ties first.
    pub nodes: Vec<Node>,
    /// The ties, each with its sentences.
    pub ties: Vec<(Ends, Vec<Stated>)>,
}

impl Graph {
    /// The graph of the events that pass, and of the mentions that `passes` lets through, narrowed
    /// to one kind of nodes beside initiatives.
    pub fn of(
        corpus: &Corpus,
        events: &[usize],
        only: Option<&str>,
        passes: impl Fn(&Initiative, &Evidence) -> bool,
    ) -> Self {
        let mut ties = Ties::default();
        let (actors, places) = (only != Some(PLACES), only != Some(ACTORS));
        for &at in events {
            let event = &corpus.events[at];
            let Some(initiative) = corpus.initiative(&event.initiative) else { continue };
            let mut nodes: Vec<Node> = Vec::new();
            if actors {
                nodes.extend(event.actors.iter().map(|name| acting(corpus, name)));
            }
            if places {
                let position = |id: &String| corpus.places.binary_search_by(|one| one.id.cmp(id));
                nodes.extend(
                    event.places.iter().filter_map(|id| position(id).ok()).map(Node::Place),
                );
            }
            for node in nodes {
                for nth in 0..event.evidence.len() {
                    ties.add(&node, initiative, Stated::Event(at, nth));
                }
            }
        }
        for (at, initiative) in corpus.initiatives.iter().enumerate() {
            for (nth, found) in initiative.evidence.iter().enumerate() {
                if !passes(initiative, found) {
                    continue;
                }
                let named = initiative.actors.iter().filter(|name| found.text.contains(*name));
                for name in named.filter(|_| actors) {
                    ties.mention(&acting(corpus, name), at, Stated::Mention(at, nth));
                }
                let others = initiative.links.iter().filter_map(|link| corpus.initiative(&link.to));
                for other in others {
                    let both = corpus.initiatives[other].evidence.iter().any(|its| {
                        its.article == found.article && its.range.overlap(found.range).is_some()
                    });
                    if both {
                        ties.mention(&Node::Initiative(at), other, Stated::Mention(at, nth));
                    }
                }
            }
        }
        ties.graph()
    }

    /// How many ties each node has.
    pub fn degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.nodes.len()];
        for ((one, other), _) in &self.ties {
            degrees[*one] += 1;
            degrees[*other] += 1;
        }
        degrees
    }

    /// What is tied to a node: the other ends, with the position of each tie.
    pub fn near(&self, node: usize) -> Vec<(usize, usize)> {
        let other = |(at, &((one, other), _)): (usize, &(Ends, Vec<Stated>))| match node {
            _ if one == node => Some((other, at)),
            _ if other == node => Some((one, at)),
            _ => None,
        };
        self.ties.iter().enumerate().filter_map(other).collect()
    }

    /// The nodes that a drawing with room for `most` shows, in their order: those with most ties, each
    /// with what it is tied to; where one is chosen that is not among them, what lies around it.
    pub fn drawn(&self, most: usize, chosen: Option<usize>) -> Vec<usize> {
        let from = |starts: &mut dyn Iterator<Item = usize>| {
            let mut taken: Vec<usize> = Vec::new();
            for start in starts {
                if taken.len() == most {
                    break;
                }
                let near = self.near(start).into_iter().map(|(other, _)| other);
                for node in std::iter::once(start).chain(near) {
                    if taken.len() < most && !taken.contains(&node) {
                        taken.push(node);
                    }
                }
            }
            taken.sort_unstable();
            taken
        };
        let all = from(&mut (0..self.nodes.len()));
        match chosen {
            Some(chosen) if !all.contains(&chosen) => {
                let near = self.near(chosen).into_iter().map(|(other, _)| other);
                from(&mut std::iter::once(chosen).chain(near))
            }
            _ => all,
        }
    }
}

/// Ties as they are found.
#[derive(Default)]
struct Ties {
    nodes: BTreeMap<Node, usize>,
    ties: BTreeMap<Ends, Vec<Stated>>,
}

impl Ties {
    fn add(&mut self, node: &Node, initiative: usize, stated: Stated) {
        let ends = (self.node(node), self.node(&Node::Initiative(initiative)));
        let all = self.ties.entry(ends).or_default();
        if !all.contains(&stated) {
            all.push(stated);
        }
    }

    /// A mention states what no event does.
    fn mention(&mut self, node: &Node, initiative: usize, stated: Stated) {
        let ends = (self.node(node), self.node(&Node::Initiative(initiative)));
        let known = self.ties.get(&ends);
        if known.is_none_or(|all| matches!(all[0], Stated::Mention(..))) {
            self.add(node, initiative, stated);
        }
    }

    fn node(&mut self, node: &Node) -> usize {
        let next = self.nodes.len();
        *self.nodes.entry(node.clone()).or_insert(next)
    }

    /// Nodes by their ties, most first; ties by their nodes.
    fn graph(self) -> Graph {
        let found = Graph {
            nodes: {
                let mut nodes: Vec<(usize, Node)> =
                    self.nodes.into_iter().map(|(node, at)| (at, node)).collect();
                nodes.sort_unstable();
                nodes.into_iter().map(|(_, node)| node).collect()
            },
            ties: self.ties.into_iter().collect(),
        };
        let order = in_order(found.degrees().iter().map(|&ties| (-(ties as i32), 0)));
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        let nodes = order.iter().map(|&old| found.nodes[old].clone()).collect();
        let ties = found.ties.into_iter();
        let ties: BTreeMap<Ends, Vec<Stated>> =
            ties.map(|((one, other), all)| ((place[one], place[other]), all)).collect();
        Graph { nodes, ties: ties.into_iter().collect() }
    }
}

/// Who acts: somebody, or a place by one of its names.
fn acting(corpus: &Corpus, name: &str) -> Node {
    let place = corpus
        .places
        .iter()
        .position(|place| place.name == name || place.aliases.iter().any(|alias| alias == name));
    place.map_or_else(|| Node::Actor(name.to_owned()), Node::Place)
}

#[cfg(test)]
pub mod tests {
    use deltascope_model::{
        Basis, Edtf, Event, EventDate, EventStanding, InitiativeKind, Link, LinkKind, Phase, Place,
        TextRange,
    };

    use super::*;

    fn sentence(article: &str, at: u32, text: &str) -> Evidence {
        Evidence { article: article.into(), range: TextRange::new(at, at + 9), text: text.into() }
    }

    fn initiative(id: &str, actors: &[&str], evidence: Vec<Evidence>) -> Initiative {
        Initiative {
            id: id.into(),
            name: id.into(),
            aliases: vec![],
            name_en: None,
            kind: InitiativeKind::Plan,
            pillar: None,
            status: None,
            status_evidence: vec![],
            actors: actors.iter().map(|&name| name.into()).collect(),
            places: vec![],
            background: vec![],
            links: vec![],
            evidence,
        }
    }

    fn event(initiative: &str, nth: u32, actors: &[&str], places: &[&str]) -> Event {
        Event {
            id: format!("{initiative}.{nth}"),
            initiative: initiative.into(),
            phase: Phase::Signed,
            date: EventDate { edtf: Edtf::new("2024").unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: vec![],
            actors: actors.iter().map(|&name| name.into()).collect(),
            places: places.iter().map(|&id| id.into()).collect(),
            evidence: vec![sentence("a", nth * 10, "句")],
        }
    }

    /// A province with other names.
    pub fn place(id: &str, name: &str, aliases: &[&str]) -> Place {
        Place {
            id: id.into(),
            name: name.into(),
            name_hant: String::new(),
            name_en: String::new(),
            level: "province".into(),
            parent: None,
            point: None,
            tile: None,
            members: vec![],
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
        }
    }

    fn corpus() -> Corpus {
        let mut plan = initiative("j", &["乙院", "丁会"], vec![sentence("b", 0, "乙院参与")]);
        plan.links.push(Link { kind: LinkKind::PartOf, to: "i".into() });
        Corpus {
            places: vec![place("1", "云岭", &["云岭省"]), place("2", "海岬", &["海岬省"])],
            initiatives: vec![initiative("i", &[], vec![sentence("b", 3, "丙")]), plan],
            events: vec![
                event("i", 1, &["甲局", "云岭省"], &["2"]),
                event("i", 2, &["甲局"], &["1"]),
                event("j", 1, &["甲局"], &[]),
            ],
            ..Corpus::default()
        }
    }

    /// Ties as keys of their ends and numbers of sentences.
    fn ties(graph: &Graph, corpus: &Corpus) -> Vec<(String, String, usize)> {
        let key = |at: usize| graph.nodes[at].key(corpus);
        let tie = |((one, other), all): &(Ends, Vec<Stated>)| (key(*one), key(*other), all.len());
        let mut ties: Vec<_> = graph.ties.iter().map(tie).collect();
        ties.sort();
        ties
    }

    #[track_caller]
    fn check(
        only: Option<&str>,
        events: &[usize],
        mentions: bool,
        expected: &[(&str, &str, usize)],
    ) {
        let corpus = corpus();
        let graph = Graph::of(&corpus, events, only, |_, _| mentions);
        let expected: Vec<_> =
            expected.iter().map(|&(one, other, all)| (one.into(), other.into(), all)).collect();
        assert_eq!(ties(&graph, &corpus), expected);
    }

    #[test]
    fn ties_stand_on_sentences_and_a_place_may_act() {
        check(
            None,
            &[0, 1, 2],
            true,
            &[
                ("a.乙院", "i.j", 1),
                ("a.甲局", "i.i", 2),
                ("a.甲局", "i.j", 1),
                ("i.j", "i.i", 1),
                ("p.1", "i.i", 2),
                ("p.2", "i.i", 1),
            ],
        );
    }

    #[test]
    fn what_does_not_pass_ties_nothing() {
        check(None, &[2], false, &[("a.甲局", "i.j", 1)]);
        check(Some(ACTORS), &[0], false, &[("a.甲局", "i.i", 1), ("p.1", "i.i", 1)]);
        check(Some(PLACES), &[0], false, &[("p.2", "i.i", 1)]);
        check(None, &[], false, &[]);
    }

    #[test]
    fn a_drawing_shows_those_with_most_ties_or_what_is_chosen() {
        let corpus = corpus();
        let graph = Graph::of(&corpus, &[0, 1, 2], None, |_, _| true);
        assert_eq!(graph.nodes[0].key(&corpus), "i.i");
        let keys = |drawn: Vec<usize>| -> Vec<String> {
            drawn.into_iter().map(|at| graph.nodes[at].key(&corpus)).collect()
        };
        assert_eq!(graph.drawn(9, None).len(), graph.nodes.len());
        assert_eq!(keys(graph.drawn(2, None)).len(), 2);
        let last = graph.nodes.iter().position(|node| *node == Node::Actor("乙院".into()));
        let around = keys(graph.drawn(2, last));
        assert!(around.contains(&"a.乙院".to_owned()) && around.contains(&"i.j".to_owned()));
    }
}
