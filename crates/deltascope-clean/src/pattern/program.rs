//! A pattern's tree → steps in a row, as they are tried.

use super::class::{Class, First};
use super::parse::{Node, parse};

/// A step. Where no place is named, the next one follows.
#[derive(Clone, Debug)]
pub enum Step {
    /// These characters.
    Text(Box<str>),
    /// A character of the set.
    One(Class),
    /// So many characters of the set.
    Run {
        /// The set.
        class: Class,
        /// At least so many.
        least: usize,
        /// At most so many.
        most: usize,
        /// Rather more than less.
        greedy: bool,
    },
    /// As many characters of the set as there are, or less.
    Star {
        /// The set.
        class: Class,
        /// Its number among the steps that come back.
        nth: usize,
    },
    /// The first of these places that leads to a match; each with what may come first there.
    Choice(Vec<(First, usize)>),
    /// A choice that steps before it come back to.
    Loop {
        /// The places.
        choices: [(First, usize); 2],
        /// Its number among the steps that come back.
        nth: usize,
    },
    /// On to a place.
    Jump(usize),
    /// The text is here at the start, or the end, of a group: its slot.
    Save(usize),
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`
    Edge,
    /// A match ends.
    Match,
}

/// A pattern as steps.
#[derive(Debug)]
pub struct Program {
    /// The steps; the first is where it begins.
    pub steps: Vec<Step>,
    /// What its matches may begin with.
    pub first: First,
    /// It matches at the start of a text only.
    pub anchored: bool,
    /// Two for each group, the match itself the first of them.
    pub slots: usize,
    /// How many steps come back to themselves.
    pub loops: usize,
}

impl Program {
    /// # Panics
    /// Where the source is no pattern; patterns are fixed.
    pub fn new(source: &str) -> Self {
        let (node, groups) = parse(source);
        Self::of_node(&node, groups)
    }

    /// Any of these words, the first before the others.
    pub fn of(words: &[&str]) -> Self {
        let word = |word: &&str| Node::Row(word.chars().map(Node::Char).collect());
        Self::of_node(&Node::Choice(words.iter().map(word).collect()), 0)
    }

    fn of_node(node: &Node, groups: usize) -> Self {
        let mut program = Self {
            steps: Vec::new(),
            first: first(node),
            anchored: is_anchored(node),
            slots: 2 * (groups + 1),
            loops: 0,
        };
        program.add(node);
        program.steps.push(Step::Match);
        program
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Char(char) => self.steps.push(Step::Text(char.to_string().into())),
            Node::Class(class) => self.steps.push(Step::One(class.clone())),
            Node::Row(row) => self.row(row),
            Node::Choice(all) => self.choice(all),
            Node::Repeat { node, least, most, greedy } => self.repeat(node, *least, *most, *greedy),
            Node::Group(nth, node) => {
                self.steps.push(Step::Save(2 * nth));
                self.add(node);
                self.steps.push(Step::Save(2 * nth + 1));
            }
            Node::Start => self.steps.push(Step::Start),
            Node::End => self.steps.push(Step::End),
            Node::Edge => self.steps.push(Step::Edge),
        }
    }

    /// Characters in a row are one step.
    fn row(&mut self, row: &[Node]) {
        let is_char = |node: &Node| matches!(node, Node::Char(_));
        for nodes in row.chunk_by(|one, next| is_char(one) && is_char(next)) {
            let char = |node: &Node| if let Node::Char(char) = node { Some(*char) } else { None };
            let text: String = nodes.iter().filter_map(char).collect();
            if text.is_empty() {
                self.add(&nodes[0]);
            } else {
                self.steps.push(Step::Text(text.into()));
            }
        }
    }

    fn choice(&mut self, all: &[Node]) {
        let head = self.steps.len();
        self.steps.push(Step::Match);
        let (mut places, mut jumps) = (Vec::new(), Vec::new());
        for node in all {
            places.push((first(node), self.steps.len()));
            self.add(node);
            jumps.push(self.steps.len());
            self.steps.push(Step::Match);
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
        self.steps[head] = Step::Choice(places);
    }

    fn repeat(&mut self, node: &Node, least: usize, most: Option<usize>, greedy: bool) {
        match (node, most) {
            (Node::Class(class), Some(most)) => {
                self.steps.push(Step::Run { class: class.clone(), least, most, greedy });
            }
            (Node::Class(class), None) if greedy => {
                let class = class.clone();
                (0..least).for_each(|_| self.steps.push(Step::One(class.clone())));
                self.steps.push(Step::Star { class, nth: self.loops });
                self.loops += 1;
            }
            _ => {
                (0..least).for_each(|_| self.add(node));
                match most {
                    Some(most) => self.optional(node, most - least, greedy),
                    None => self.star(node, greedy),
                }
            }
        }
    }

    /// The node up to so many times.
    fn optional(&mut self, node: &Node, most: usize, greedy: bool) {
        let mut heads = Vec::new();
        for _ in 0..most {
            heads.push(self.steps.len());
            self.steps.push(Step::Match);
            self.add(node);
        }
        let out = self.steps.len();
        for head in heads {
            let places = both((first(node), head + 1), (First::ANY, out), greedy);
            self.steps[head] = Step::Choice(places.to_vec());
        }
    }

    /// The node as often as it comes.
    fn star(&mut self, node: &Node, greedy: bool) {
        assert!(!is_nullable(node), "what may be nothing comes again without end");
        let (head, nth) = (self.steps.len(), self.loops);
        self.loops += 1;
        self.steps.push(Step::Match);
        self.add(node);
        self.steps.push(Step::Jump(head));
        let out = self.steps.len();
        let choices = both((first(node), head + 1), (First::ANY, out), greedy);
        self.steps[head] = Step::Loop { choices, nth };
    }
}

fn both<T>(one: T, other: T, greedy: bool) -> [T; 2] {
    if greedy { [one, other] } else { [other, one] }
}

/// The node can match nothing.
fn is_nullable(node: &Node) -> bool {
    match node {
        Node::Char(_) | Node::Class(_) => false,
        Node::Row(row) => row.iter().all(is_nullable),
        Node::Choice(all) => all.iter().any(is_nullable),
        Node::Repeat { node, least, .. } => *least == 0 || is_nullable(node),
        Node::Group(_, node) => is_nullable(node),
        Node::Start | Node::End | Node::Edge => true,
    }
}

/// The node matches at the start of a text only.
fn is_anchored(node: &Node) -> bool {
    match node {
        Node::Start => true,
        Node::Row(row) => row.first().is_some_and(is_anchored),
        Node::Choice(all) => all.iter().all(is_anchored),
        Node::Group(_, node) => is_anchored(node),
        _ => false,
    }
}

/// What matches of a node may begin with; anything where it can match nothing.
fn first(node: &Node) -> First {
    let mut all = First::default();
    match node {
        Node::Char(char) => all.add(*char),
        Node::Class(class) => return class.first(),
        Node::Row(row) => {
            for node in row {
                all.join(first(match node {
                    Node::Repeat { node, least: 0, .. } => node,
                    Node::Start | Node::Edge => continue,
                    node => node,
                }));
                if !is_nullable(node) {
                    return all;
                }
            }
            return First::ANY;
        }
        Node::Choice(choices) => choices.iter().for_each(|node| all.join(first(node))),
        Node::Repeat { least: 0, .. } | Node::Start | Node::End | Node::Edge => return First::ANY,
        Node::Repeat { node, .. } | Node::Group(_, node) => return first(node),
    }
    all
}
