//! Steps tried one after the other, with the way back to each choice kept: what is found is the first
//! match from the left, and of those that begin there the one whose choices come first.
//!
//! A text over which this takes long is hostile. From then on it is kept where the steps were tried
//! that come back, and none is tried there again: the time is of the length of the text.

use super::class::{Class, First, is_word};
use super::program::{Program, Step};

/// So many steps, and so many more for each byte, are taken without keeping where.
const EASY: usize = 4096;
const EASY_OF_BYTE: usize = 16;

/// The place of a group that is in no match.
pub const NOWHERE: usize = usize::MAX;

/// A way that is still open: steps are given by number, places as bytes of the text.
enum Way {
    /// A step at a place.
    Step(usize, usize),
    /// The choices of a step, from one on, at a place.
    Choice(usize, usize, usize),
    /// A run that ends at the second place or, down to the first, sooner.
    Less(usize, usize, usize),
    /// A run that goes on from the place, by so many characters.
    More(usize, usize, usize),
    /// A slot as it was.
    Slot(usize, usize),
}

/// A search of a text.
pub struct Search<'p, 't> {
    program: &'p Program,
    text: &'t str,
    ways: Vec<Way>,
    /// Two places for each group, none where they are not wanted.
    slots: Vec<usize>,
    /// Steps that may yet be taken easily.
    easy: usize,
    /// Where the steps that come back were tried, a bit each, once it is not easy.
    tried: Vec<u64>,
}

impl<'p, 't> Search<'p, 't> {
    /// `told`: the places of the groups are wanted.
    pub fn new(program: &'p Program, text: &'t str, told: bool) -> Self {
        Self {
            program,
            text,
            ways: Vec::new(),
            slots: vec![NOWHERE; if told { program.slots } else { 0 }],
            easy: EASY + EASY_OF_BYTE * text.len(),
            tried: Vec::new(),
        }
    }

    /// Where the first match from a place on starts and ends.
    pub fn find(&mut self, from: usize) -> Option<(usize, usize)> {
        let program = self.program;
        if program.anchored {
            return self.match_at(0).filter(|_| from == 0).map(|end| (0, end));
        }
        let begins = self.text[from..].char_indices().map(|(at, char)| (from + at, Some(char)));
        let mut begins = begins.chain([(self.text.len(), None)]);
        begins.find_map(|(at, char)| {
            let end = if program.first.may(char) { self.match_at(at) } else { None }?;
            Some((at, end))
        })
    }

    /// The places of the groups in the last match.
    pub fn slots(self) -> Vec<usize> {
        self.slots
    }

    /// The end of the match that begins at a place.
    fn match_at(&mut self, at: usize) -> Option<usize> {
        self.ways.clear();
        let mut found = self.follow(0, at);
        while found.is_none() {
            found = match self.ways.pop()? {
                Way::Step(step, at) => self.follow(step, at),
                Way::Choice(step, from, at) => {
                    self.choose(step, from, at).and_then(|step| self.follow(step, at))
                }
                Way::Less(step, least, at) => {
                    if at > least {
                        self.ways.push(Way::Less(step, least, self.before(at)));
                    }
                    self.follow(step + 1, at)
                }
                Way::More(step, more, at) => self.lengthen(step, more, at),
                Way::Slot(slot, old) => {
                    self.slots[slot] = old;
                    None
                }
            };
        }
        found
    }

    /// From a step on without a choice: the end of the match, or none where this is no way.
    fn follow(&mut self, mut number: usize, mut at: usize) -> Option<usize> {
        let program = self.program;
        loop {
            self.easy = self.easy.saturating_sub(1);
            match &program.steps[number] {
                Step::Text(text) => {
                    let rest = self.text.as_bytes().get(at..at + text.len())?;
                    (rest == text.as_bytes()).then_some(())?;
                    at += text.len();
                }
                Step::One(class) => at += self.one_of(class, at)?,
                Step::Run { class, least, most, greedy } => {
                    let (mut end, mut soonest) = (at, at);
                    for count in 1..=if *greedy { *most } else { *least } {
                        let Some(length) = self.one_of(class, end) else {
                            (count > *least).then_some(())?;
                            break;
                        };
                        end += length;
                        soonest = if count <= *least { end } else { soonest };
                    }
                    if *greedy && end > soonest {
                        self.ways.push(Way::Less(number, soonest, self.before(end)));
                    } else if !greedy {
                        self.ways.push(Way::More(number, most - least, end));
                    }
                    at = end;
                }
                Step::Star { class, nth } => {
                    self.is_new(*nth, at).then_some(())?;
                    if let Some(length) = self.one_of(class, at) {
                        self.ways.push(Way::Step(number + 1, at));
                        at += length;
                        continue;
                    }
                }
                Step::Choice(_) => {
                    number = self.choose(number, 0, at)?;
                    continue;
                }
                Step::Loop { nth, .. } => {
                    self.is_new(*nth, at).then_some(())?;
                    number = self.choose(number, 0, at)?;
                    continue;
                }
                Step::Jump(to) => {
                    number = *to;
                    continue;
                }
                Step::Save(slot) => {
                    if let Some(place) = self.slots.get_mut(*slot) {
                        self.ways.push(Way::Slot(*slot, std::mem::replace(place, at)));
                    }
                }
                Step::Start => (at == 0).then_some(())?,
                Step::End => (at == self.text.len()).then_some(())?,
                Step::Edge => {
                    let before = self.text[..at].chars().next_back().is_some_and(is_word);
                    (before != self.char(at).is_some_and(is_word)).then_some(())?;
                }
                Step::Match => return Some(at),
            }
            number += 1;
        }
    }

    /// Where the first of the choices from one on leads that may match; the others stay open.
    fn choose(&mut self, number: usize, from: usize, at: usize) -> Option<usize> {
        let choices: &[(First, usize)] = match &self.program.steps[number] {
            Step::Choice(choices) => choices,
            Step::Loop { choices, .. } => choices,
            _ => return None,
        };
        let char = self.char(at);
        let nth = from + choices[from..].iter().position(|(first, _)| first.may(char))?;
        if nth + 1 < choices.len() {
            self.ways.push(Way::Choice(number, nth + 1, at));
        }
        Some(choices[nth].1)
    }

    /// With one more character in a run.
    fn lengthen(&mut self, number: usize, more: usize, at: usize) -> Option<usize> {
        let Step::Run { class, .. } = &self.program.steps[number] else { return None };
        (more > 0).then_some(())?;
        let end = at + self.one_of(class, at)?;
        self.ways.push(Way::More(number, more - 1, end));
        self.follow(number + 1, end)
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// Where the character before a place starts.
    fn before(&self, at: usize) -> usize {
        at - self.text[..at].chars().next_back().map_or(0, char::len_utf8)
    }

    /// The length of the character here, where it is of the set.
    fn one_of(&self, class: &Class, at: usize) -> Option<usize> {
        self.char(at).filter(|char| class.has(*char)).map(char::len_utf8)
    }

    /// The step that comes back was not tried here, as far as is known.
    fn is_new(&mut self, nth: usize, at: usize) -> bool {
        if self.easy > 0 {
            return true;
        }
        if self.tried.is_empty() {
            self.tried = vec![0; (self.text.len() + 1) * self.program.loops / 64 + 1];
        }
        let bit = at * self.program.loops + nth;
        let (word, bit) = (&mut self.tried[bit / 64], 1 << (bit % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}
