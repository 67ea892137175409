//! A pattern's tree → steps in a row, as they are tried. With each step that leaves a choice stands what
//! the next two characters may be on each way (`lead`), so that most ways are never taken.

use super::class::{Class, First};
use super::lead::{Lead, Table, leads};
use super::parse::{Node, parse};

/// A step, as short as can be: a pattern's steps stay in the nearest memory. Where no place is named,
/// the next one follows.
#[derive(Clone, Debug)]
pub enum Step {
    /// These characters.
    Text(Box<str>),
    /// A character of a set, by its number.
    One(u16),
    /// So many characters of a set.
    Run {
        /// The set.
        class: u16,
        /// At least so many.
        least: u16,
        /// At most so many.
        most: u16,
        /// Rather more than less.
        greedy: bool,
    },
    /// As many characters of the set as there are, or less.
    Star {
        /// The set.
        class: u16,
        /// Its number among the steps that come back.
        nth: u16,
    },
    /// The first of these places that leads to a match.
    Choice(Box<[usize]>),
    /// The same of many, by number.
    Table(usize),
    /// A choice that steps behind it come back to.
    Loop {
        /// The places.
        places: Box<[usize; 2]>,
        /// Its number among the steps that come back.
        nth: u16,
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

/// So many places a choice of words has; more are choices of such choices.
const MOST: usize = 64;
/// From so many places on a choice is a table.
const MANY: usize = 3;

/// A pattern as steps.
#[derive(Debug, Default)]
pub struct Program {
    /// The steps; the first is where it begins.
    pub steps: Vec<Step>,
    /// What may come at each of them.
    pub leads: Vec<Lead>,
    /// The sets of characters.
    pub classes: Vec<Class>,
    /// The choices of many places.
    pub tables: Vec<Table>,
    /// What its matches may begin with at the start of a text.
    pub first: Lead,
    /// And elsewhere; nothing where all begin there.
    pub inner: Lead,
    /// What a text may end with that holds one: all, unless all its matches reach the end.
    pub last: First,
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
        let few = |few: &[&str]| Node::Choice(few.iter().map(word).collect());
        Self::of_node(&Node::Choice(words.chunks(MOST).map(few).collect()), 0)
    }

    fn of_node(node: &Node, groups: usize) -> Self {
        let mut program = Self { slots: 2 * (groups + 1), ..Self::default() };
        program.add(node);
        program.steps.push(Step::Match);
        program.last = ends(node).unwrap_or(First::ANY);
        program.leads = leads(&program.steps, &program.classes, true);
        program.first = program.leads[0];
        // Most patterns do not ask where the text starts.
        let starts = program.steps.iter().any(|step| matches!(step, Step::Start));
        program.inner =
            if starts { leads(&program.steps, &program.classes, false)[0] } else { program.first };
        program.tables();
        program
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Char(char) => self.steps.push(Step::Text(char.to_string().into())),
            Node::Class(class) => {
                let class = self.class(class);
                self.steps.push(Step::One(class));
            }
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

    /// The number of a set.
    fn class(&mut self, class: &Class) -> u16 {
        let known = self.classes.iter().position(|known| known == class);
        known.unwrap_or_else(|| {
            self.classes.push(class.clone());
            self.classes.len() - 1
        }) as u16
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
            places.push(self.steps.len());
            self.add(node);
            jumps.push(self.steps.len());
            self.steps.push(Step::Match);
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
        self.steps[head] = Step::Choice(places.into());
    }

    fn repeat(&mut self, node: &Node, least: usize, most: Option<usize>, greedy: bool) {
        match (node, most) {
            (Node::Class(class), Some(most)) => {
                let (class, least, most) = (self.class(class), least as u16, most as u16);
                self.steps.push(Step::Run { class, least, most, greedy });
            }
            (Node::Class(class), None) if greedy => {
                let class = self.class(class);
                self.steps.extend(std::iter::repeat_n(Step::One(class), least));
                self.steps.push(Step::Star { class, nth: self.loops as u16 });
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
            self.steps[head] = Step::Choice(Box::new(both(head + 1, out, greedy)));
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
        let places = Box::new(both(head + 1, self.steps.len(), greedy));
        self.steps[head] = Step::Loop { places, nth: nth as u16 };
    }

    /// Choices of many places become tables.
    fn tables(&mut self) {
        for step in &mut self.steps {
            if let Step::Choice(places) = step
                && places.len() >= MANY
            {
                self.tables.push(Table::new(places, &self.leads));
                *step = Step::Table(self.tables.len() - 1);
            }
        }
    }
}

fn both(one: usize, other: usize, greedy: bool) -> [usize; 2] {
    if greedy { [one, other] } else { [other, one] }
}

/// What may come last in a text in which all matches of the node reach its end; none where not all
/// do.
fn ends(node: &Node) -> Option<First> {
    match node {
        Node::End => Some(First::ANY),
        Node::Row(row) => {
            let (end, before) = row.split_last()?;
            if matches!(end, Node::End) { Some(last_of(before)) } else { ends(end) }
        }
        Node::Choice(all) => {
            all.iter().try_fold(First::default(), |either, one| Some(either.or(ends(one)?)))
        }
        Node::Group(_, node) => ends(node),
        Node::Char(_) | Node::Class(_) | Node::Repeat { .. } | Node::Start | Node::Edge => None,
    }
}

/// What may come last in a row of nodes and what stands before it.
fn last_of(row: &[Node]) -> First {
    let solid = row.iter().rposition(|node| !is_nullable(node));
    let Some(from) = solid else { return First::ANY };
    row[from..].iter().fold(First::default(), |either, node| either.or(last(node)))
}

/// What the node may end with where it matches anything.
fn last(node: &Node) -> First {
    match node {
        Node::Char(char) => First::of(*char),
        Node::Class(class) => class.first(),
        Node::Row(row) => last_of(row),
        Node::Choice(all) => all.iter().fold(First::default(), |either, one| either.or(last(one))),
        Node::Repeat { node, .. } | Node::Group(_, node) => last(node),
        Node::Start | Node::End | Node::Edge => First::default(),
    }
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
