//! Steps tried one after the other, with the way back to each choice kept: what is found is the first
//! match from the left, and of those that begin there the one whose choices come first.
//!
//! A text over which this takes long is hostile. From then on it is kept where the steps were tried
//! that come back, and none is tried there again: the time is of the length of the text.

use std::cell::Cell;

use super::class::{BEYOND, First, is_word};
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
    /// Those choices of a step whose bits are set, at a place.
    Choice(usize, u64, usize),
    /// A run that ends at the second place or, down to the first, sooner.
    Less(usize, usize, usize),
    /// A run that goes on from the place, by so many characters.
    More(usize, u16, usize),
    /// A slot as it was.
    Slot(usize, usize),
}

thread_local! {
    /// The open ways of the last search, emptied: most searches need room for a few.
    static ROOM: Cell<Vec<Way>> = const { Cell::new(Vec::new()) };
}

/// A search of a text.
pub struct Search<'p, 't> {
    program: &'p Program,
    text: &'t str,
    ways: Vec<Way>,
    /// The places of the groups are wanted.
    told: bool,
    /// Two for each group, once one is looked for.
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
            told,
            slots: Vec::new(),
            easy: EASY + EASY_OF_BYTE * text.len(),
            tried: Vec::new(),
        }
    }

    /// Where the first match from a place on starts and ends.
    pub fn find(&mut self, from: usize) -> Option<(usize, usize)> {
        let Program { first, inner, last, .. } = self.program;
        if *last != First::ANY && !last.may(self.last()) {
            return None;
        }
        if from == 0 && first.may(self.next(0)) {
            let found = self.match_at(0).map(|end| (0, end));
            if found.is_some() {
                return found;
            }
        }
        if inner.is_none() {
            return None;
        }
        let mut at = if from == 0 { self.low_at(0)?.1 } else { from };
        // A walk over each character's bytes, as most begin no match.
        while let Some((first, length)) = self.low_at(at) {
            let behind = at + length;
            if inner.may_begin(first, || self.low_at(behind).map(|(second, _)| second)) {
                let found = self.match_at(at);
                if found.is_some() {
                    return found.map(|end| (at, end));
                }
            }
            at = behind;
        }
        if inner.may([None; 2]) { self.match_at(at).map(|end| (at, end)) } else { None }
    }

    /// The places of the groups in the last match.
    pub fn slots(mut self) -> Vec<usize> {
        std::mem::take(&mut self.slots)
    }

    /// The end of the match that begins at a place.
    fn match_at(&mut self, at: usize) -> Option<usize> {
        // Most searches never come here.
        if self.ways.capacity() == 0 {
            self.ways = ROOM.take();
            self.slots = vec![NOWHERE; if self.told { self.program.slots } else { 0 }];
        }
        self.ways.clear();
        let mut found = self.follow(0, at);
        while found.is_none() {
            found = match self.ways.pop()? {
                Way::Step(step, at) => self.follow(step, at),
                Way::Choice(step, open, at) => {
                    let step = self.choose(step, open, at)?;
                    self.follow(step, at)
                }
                Way::Less(step, least, at) => {
                    self.shorten(step, least, at).and_then(|at| self.follow(step + 1, at))
                }
                Way::More(step, more, at) => {
                    self.lengthen(step, more, at).and_then(|at| self.follow(step + 1, at))
                }
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
                Step::One(class) => at += self.one_of(*class, at)?,
                Step::Run { class, least, most, greedy } => {
                    let (mut end, mut soonest) = (at, at);
                    for count in 1..=if *greedy { *most } else { *least } {
                        let Some(length) = self.one_of(*class, end) else {
                            (count > *least).then_some(())?;
                            break;
                        };
                        end += length;
                        soonest = if count <= *least { end } else { soonest };
                    }
                    at = if *greedy {
                        self.shorten(number, soonest, end)?
                    } else if program.leads[number + 1].may(self.next(end)) {
                        self.ways.push(Way::More(number, most - least, end));
                        end
                    } else {
                        self.lengthen(number, most - least, end)?
                    };
                }
                Step::Star { class, nth } => {
                    self.is_new(*nth, at).then_some(())?;
                    if let Some(length) = self.one_of(*class, at) {
                        if program.leads[number + 1].may(self.next(at)) {
                            self.ways.push(Way::Step(number + 1, at));
                        }
                        at += length;
                        continue;
                    }
                }
                Step::Choice(_) | Step::Table(_) | Step::Loop { .. } => {
                    if let Step::Loop { nth, .. } = &program.steps[number] {
                        self.is_new(*nth, at).then_some(())?;
                    }
                    let open = self.open(number, at);
                    number = self.choose(number, open, at)?;
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
                    let behind = self.text[at..].chars().next().is_some_and(is_word);
                    (before != behind).then_some(())?;
                }
                Step::Match => return Some(at),
            }
            number += 1;
        }
    }

    /// A bit for each choice of a step that may match here.
    fn open(&self, number: usize, at: usize) -> u64 {
        let next = self.next(at);
        let leads = &self.program.leads;
        let told = |places: &[usize]| {
            let may = places.iter().map(|place| leads[*place].may(next));
            may.rev().fold(0, |open, may| open << 1 | u64::from(may))
        };
        match &self.program.steps[number] {
            Step::Choice(places) => told(places),
            Step::Loop { places, .. } => told(&**places),
            Step::Table(table) => self.program.tables[*table].may(next),
            _ => 0,
        }
    }

    /// Where the first of the open choices leads; the others stay open.
    fn choose(&mut self, number: usize, open: u64, at: usize) -> Option<usize> {
        let others = open & open.checked_sub(1)?;
        if others != 0 {
            self.ways.push(Way::Choice(number, others, at));
        }
        let nth = open.trailing_zeros() as usize;
        match &self.program.steps[number] {
            Step::Choice(places) => Some(places[nth]),
            Step::Loop { places, .. } => Some(places[nth]),
            Step::Table(table) => Some(self.program.tables[*table].places[nth]),
            _ => None,
        }
    }

    /// The last end of a run, from a place back, behind which a match may go on; the others stay open.
    fn shorten(&mut self, number: usize, least: usize, mut at: usize) -> Option<usize> {
        let next = &self.program.leads[number + 1];
        while !next.may(self.next(at)) {
            at = (at > least).then(|| self.before(at))?;
        }
        if at > least {
            self.ways.push(Way::Less(number, least, self.before(at)));
        }
        Some(at)
    }

    /// The first end of a run behind a place, behind which a match may go on; the others stay open.
    fn lengthen(&mut self, number: usize, mut more: u16, mut at: usize) -> Option<usize> {
        let Step::Run { class, .. } = &self.program.steps[number] else { return None };
        let next = &self.program.leads[number + 1];
        loop {
            more = more.checked_sub(1)?;
            at += self.one_of(*class, at)?;
            if next.may(self.next(at)) {
                self.ways.push(Way::More(number, more, at));
                return Some(at);
            }
        }
    }

    /// The low bits and the length of the character at a place; none at the end.
    #[inline]
    fn low_at(&self, at: usize) -> Option<(u8, usize)> {
        low(self.text.as_bytes().get(at..)?)
    }

    /// The low bits of the next two.
    #[inline]
    fn next(&self, at: usize) -> [Option<u8>; 2] {
        let Some((first, length)) = self.low_at(at) else { return [None; 2] };
        [Some(first), self.low_at(at + length).map(|(second, _)| second)]
    }

    /// Those of the last one.
    fn last(&self) -> Option<u8> {
        self.low_at(self.before(self.text.len())).map(|(last, _)| last)
    }

    /// Where the character before a place starts.
    fn before(&self, at: usize) -> usize {
        let more = |byte: &&u8| **byte & 0xc0 == 0x80;
        let bytes = &self.text.as_bytes()[..at];
        (at - bytes.iter().rev().take_while(more).count()).saturating_sub(1)
    }

    /// The length of the character here, where it is of the set.
    fn one_of(&self, class: u16, at: usize) -> Option<usize> {
        let (code, length) = decoded(self.text.as_bytes().get(at..)?)?;
        self.program.classes[usize::from(class)].has(code).then_some(length)
    }

    /// The step that comes back was not tried here, as far as is known.
    fn is_new(&mut self, nth: u16, at: usize) -> bool {
        if self.easy > 0 {
            return true;
        }
        if self.tried.is_empty() {
            self.tried = vec![0; (self.text.len() + 1) * self.program.loops / 64 + 1];
        }
        let bit = at * self.program.loops + usize::from(nth);
        let (word, bit) = (&mut self.tried[bit / 64], 1 << (bit % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}

/// The code and the length of the character that bytes of a text begin with.
#[inline]
fn decoded(bytes: &[u8]) -> Option<(u32, usize)> {
    let low = |byte: u8| u32::from(byte & 0x3f);
    Some(match *bytes {
        [first @ 0xe0..0xf0, second, third, ..] => {
            (u32::from(first & 15) << 12 | low(second) << 6 | low(third), 3)
        }
        [first @ 0..0x80, ..] => (u32::from(first), 1),
        [first @ 0xc0..0xe0, second, ..] => (u32::from(first & 31) << 6 | low(second), 2),
        [first, second, third, fourth, ..] => {
            let high = u32::from(first & 7) << 18 | low(second) << 12;
            (high | low(third) << 6 | low(fourth), 4)
        }
        _ => return None,
    })
}

impl Drop for Search<'_, '_> {
    fn drop(&mut self) {
        // What a hostile text took is given back.
        if (1..=EASY).contains(&self.ways.capacity()) {
            self.ways.clear();
            ROOM.set(std::mem::take(&mut self.ways));
        }
    }
}

/// The low bits and the length of the character that bytes of a text begin with.
#[inline]
fn low(bytes: &[u8]) -> Option<(u8, usize)> {
    let low = |more: u8, last: u8| BEYOND | (more & 1) << 6 | last & 0x3f;
    Some(match *bytes {
        [first @ 0..0x80, ..] => (first, 1),
        [0xe0..0xf0, more, last, ..] => (low(more, last), 3),
        [more @ 0x80..0xe0, last, ..] => (low(more, last), 2),
        [_, _, more, last, ..] => (low(more, last), 4),
        _ => return None,
    })
}
