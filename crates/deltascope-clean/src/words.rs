//! Which of several lists of words stand in a text, told in one pass over it: the question to ask
//! before patterns, as most lines hold no word that matters.

use std::array;
use std::ops::{BitOr, BitOrAssign};

use regex::{Captures, Regex};

/// A list of words, in parts, so that it may join lists that a rule has already.
pub type List = &'static [&'static [&'static str]];

/// The matches of a pattern. An empty text has none and is not looked at: it stands for one that
/// lacks the pattern's words, and most do.
pub fn captures<'t>(pattern: &Regex, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
    let matches = (!text.is_empty()).then(|| pattern.captures_iter(text));
    matches.into_iter().flatten()
}

/// Characters beyond this are outside the table; no word begins with one.
const TABLE: usize = 0x1_0000;

/// For each of `N` askers, which of their lists have a word in a text: bit 0 for the first list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<const N: usize>([u32; N]);

impl<const N: usize> Default for Told<N> {
    /// No word of any list.
    fn default() -> Self {
        Self([0; N])
    }
}

impl<const N: usize> Told<N> {
    /// The lists of one asker.
    pub fn by(&self, asker: usize) -> u32 {
        self.0[asker]
    }

    /// What `other` tells one asker, in the place of what this does.
    pub fn with(mut self, asker: usize, other: &Self) -> Self {
        self.0[asker] = other.0[asker];
        self
    }

    fn holds(&self, lists: &Self) -> bool {
        *self | *lists == *self
    }
}

impl<const N: usize> BitOr for Told<N> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(array::from_fn(|asker| self.0[asker] | other.0[asker]))
    }
}

impl<const N: usize> BitOrAssign for Told<N> {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// The lists of `N` askers, looked for together. Letters of ASCII match in either case.
pub struct Words<const N: usize> {
    /// For each character, the place in `groups` of the words that begin with it, from 1; 0 where
    /// none does.
    places: Vec<u16>,
    groups: Vec<Group<N>>,
}

/// The words that begin with a character.
struct Group<const N: usize> {
    /// The lists with the character itself.
    alone: Told<N>,
    /// A bit for the second character of each word, by its last six bits: most texts go on otherwise.
    seconds: u64,
    words: Vec<Word<N>>,
}

/// A word and the lists that hold it.
struct Word<const N: usize> {
    text: &'static str,
    /// Its second character, which tells nearly all words apart.
    second: char,
    lists: Told<N>,
}

impl<const N: usize> Words<N> {
    /// # Panics
    /// For more than 32 lists of an asker, an empty word, or one that begins beyond the table; lists
    /// are fixed.
    pub fn new(askers: [&[List]; N]) -> Self {
        let mut words = Self { places: vec![0; TABLE], groups: Vec::new() };
        for (asker, lists) in askers.into_iter().enumerate() {
            assert!(lists.len() <= 32, "each list is a bit");
            for (nth, list) in lists.iter().enumerate() {
                let mut told = Told::default();
                told.0[asker] = 1 << nth;
                for word in list.iter().flat_map(|part| part.iter()) {
                    let first = word.chars().next().expect("no word is empty");
                    words.add(first.to_ascii_lowercase(), word, told);
                    if first.is_ascii_alphabetic() {
                        words.add(first.to_ascii_uppercase(), word, told);
                    }
                }
            }
        }
        words
    }

    fn add(&mut self, first: char, word: &'static str, lists: Told<N>) {
        let place = &mut self.places[first as usize];
        if *place == 0 {
            self.groups.push(Group { alone: Told::default(), seconds: 0, words: Vec::new() });
            *place = self.groups.len() as u16;
        }
        let Group { alone, seconds, words } = &mut self.groups[usize::from(*place) - 1];
        let Some(second) = word.chars().nth(1).map(|char| char.to_ascii_lowercase()) else {
            *alone |= lists;
            return;
        };
        if let Some(other) = words.iter_mut().find(|other| other.text == word) {
            other.lists |= lists;
        } else {
            *seconds |= bit(second);
            words.push(Word { text: word, second, lists });
        }
    }

    /// A word begins with the character.
    pub fn begin(&self, char: char) -> bool {
        self.places.get(char as usize).is_some_and(|place| *place != 0)
    }

    /// Adds the lists with a word at the start of the text.
    pub fn tell(&self, text: &str, told: &mut Told<N>) {
        let mut chars = text.chars();
        let Some(place) = chars.next().and_then(|first| self.places.get(first as usize)) else {
            return;
        };
        let Some(group) = usize::from(*place).checked_sub(1) else { return };
        let Group { alone, seconds, words } = &self.groups[group];
        *told |= *alone;
        let Some(next) = chars.next().map(|char| char.to_ascii_lowercase()) else { return };
        if seconds & bit(next) == 0 {
            return;
        }
        for Word { text: word, second, lists } in words {
            if *second == next && !told.holds(lists) {
                let head = text.as_bytes().get(..word.len());
                if head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes())) {
                    *told |= *lists;
                }
            }
        }
    }

    /// The lists with a word in the text.
    pub fn told(&self, text: &str) -> Told<N> {
        let mut told = Told::default();
        for (at, _) in text.char_indices().filter(|(_, char)| self.begin(*char)) {
            self.tell(&text[at..], &mut told);
        }
        told
    }
}

/// The bit of a second character.
fn bit(second: char) -> u64 {
    1 << (second as u32 % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_told() {
        let one: [List; 3] = [&[&["仪器", "共用仪器"]], &[], &[&["app", "仪器"], &["器材"]]];
        let other: [List; 1] = [&[&["器"]]];
        let words = Words::new([&one, &other]);
        for (text, expected) in [
            ("三市共用仪器", [0b101, 1]),
            ("下载APP", [0b100, 0]),
            ("下载aPp", [0b100, 0]),
            ("三市", [0, 0]),
            ("仪·器", [0, 1]),
            ("购置器材", [0b100, 1]),
            ("仪", [0, 0]),
            ("𠮷", [0, 0]),
        ] {
            let told = words.told(text);
            assert_eq!([told.by(0), told.by(1)], expected, "{text}");
        }
    }

    #[test]
    fn an_asker_may_take_from_another_text() {
        let lists: [List; 1] = [&[&["仪器"]]];
        let words = Words::new([&lists, &lists]);
        let told = words.told("仪器").with(1, &words.told("儀器"));
        assert_eq!([told.by(0), told.by(1)], [1, 0]);
    }
}
