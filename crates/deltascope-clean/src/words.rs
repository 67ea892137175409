//! Which of several lists of words stand in a text, told in one pass over it: the question to ask
//! before patterns, as most lines hold no word that matters.

use crate::pattern::{Captures, Pattern};

/// A list of words, in parts, so that it may join lists that a rule has already.
pub type List = &'static [&'static [&'static str]];

/// The matches of a pattern. An empty text has none and is not looked at: it stands for one that
/// lacks the pattern's words, and most do.
pub fn captures<'t>(pattern: &Pattern, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
    let matches = (!text.is_empty()).then(|| pattern.captures_iter(text));
    matches.into_iter().flatten()
}

/// Characters beyond this are outside the table; no word begins with one.
const TABLE: usize = 0x1_0000;

/// Which lists have a word in a text: bit 0 for the first list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told(u64);

impl Told {
    /// What it tells of so many lists from one on: bit 0 for that one.
    pub fn of(self, first: usize, count: usize) -> u32 {
        ((self.0 >> first) & ((1 << count) - 1)) as u32
    }

    /// What `other` tells of so many lists from one on, in the place of what this does.
    pub fn with(self, first: usize, count: usize, other: Self) -> Self {
        let lists = ((1 << count) - 1) << first;
        Self(self.0 & !lists | other.0 & lists)
    }

    /// The list has a word.
    pub fn has(self, list: usize) -> bool {
        self.0 >> list & 1 == 1
    }

    /// Any list has one.
    pub fn any(self) -> bool {
        self.0 != 0
    }
}

/// Lists that are looked for together. Letters of ASCII match in either case.
pub struct Words {
    /// For each character, the place in `groups` of the words that begin with it, from 1; 0 where
    /// none does.
    places: Vec<u16>,
    groups: Vec<Group>,
}

/// The words that begin with a character.
struct Group {
    /// The lists with the character itself.
    alone: Told,
    /// A bit for the second character of each word, in either case, by its last six bits: most texts
    /// go on otherwise.
    seconds: u64,
    words: Vec<Word>,
}

/// A word and the lists that hold it.
struct Word {
    text: &'static str,
    /// Its second character, which tells nearly all words apart.
    second: char,
    lists: Told,
}

impl Words {
    /// # Panics
    /// For more than 64 lists, an empty word, or one that begins beyond the table; lists are fixed.
    pub fn new(lists: &[List]) -> Self {
        assert!(lists.len() <= 64, "each list is a bit");
        let mut words = Self { places: vec![0; TABLE], groups: Vec::new() };
        for (nth, list) in lists.iter().enumerate() {
            for word in list.iter().flat_map(|part| part.iter()) {
                let first = word.chars().next().expect("no word is empty");
                words.add(first.to_ascii_lowercase(), word, 1 << nth);
                if first.is_ascii_alphabetic() {
                    words.add(first.to_ascii_uppercase(), word, 1 << nth);
                }
            }
        }
        words
    }

    fn add(&mut self, first: char, word: &'static str, lists: u64) {
        let place = &mut self.places[first as usize];
        if *place == 0 {
            self.groups.push(Group { alone: Told(0), seconds: 0, words: Vec::new() });
            *place = self.groups.len() as u16;
        }
        let Group { alone, seconds, words } = &mut self.groups[usize::from(*place) - 1];
        let Some(second) = word.chars().nth(1).map(|char| char.to_ascii_lowercase()) else {
            alone.0 |= lists;
            return;
        };
        if let Some(other) = words.iter_mut().find(|other| other.text == word) {
            other.lists.0 |= lists;
        } else {
            *seconds |= bit(second) | bit(second.to_ascii_uppercase());
            words.push(Word { text: word, second, lists: Told(lists) });
        }
    }

    /// A word begins with the character.
    pub fn begin(&self, char: char) -> bool {
        self.places.get(char as usize).is_some_and(|place| *place != 0)
    }

    /// A walk over a text, character by character.
    pub fn walk(&self) -> Walk<'_> {
        Walk { words: self, open: None }
    }

    /// The lists with a word in the text.
    pub fn told(&self, text: &str) -> Told {
        let (mut walk, mut told) = (self.walk(), Told::default());
        for (at, char) in text.char_indices() {
            walk.goes_on(char, text, &mut told);
            walk.opens(char, at, &mut told);
        }
        told
    }
}

/// A walk over a text that looks for words.
pub struct Walk<'w> {
    words: &'w Words,
    /// The words that begin with the last character, and where it stands.
    open: Option<(&'w Group, usize)>,
}

impl Walk<'_> {
    /// Adds the lists with a word that begins with the last character and goes on with this one.
    #[inline]
    pub fn goes_on(&mut self, char: char, text: &str, told: &mut Told) {
        if let Some((group, at)) = self.open.take()
            && group.seconds & bit(char) != 0
        {
            group.tell(&text[at..], told);
        }
    }

    /// Adds the lists with this character, and keeps in mind that longer words may begin with it.
    #[inline]
    pub fn opens(&mut self, char: char, at: usize, told: &mut Told) {
        let place = self.words.places.get(char as usize).copied().unwrap_or_default();
        let Some(group) = usize::from(place).checked_sub(1) else { return };
        let group = &self.words.groups[group];
        told.0 |= group.alone.0;
        self.open = Some((group, at));
    }
}

impl Group {
    /// Adds the lists with a word of more than one character at the start of the text.
    #[inline(never)]
    fn tell(&self, text: &str, told: &mut Told) {
        let Some(next) = text.chars().nth(1).map(|char| char.to_ascii_lowercase()) else { return };
        for Word { text: word, second, lists } in &self.words {
            if *second == next && told.0 | lists.0 != told.0 {
                let head = text.as_bytes().get(..word.len());
                if head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes())) {
                    told.0 |= lists.0;
                }
            }
        }
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
        let words = Words::new(&[
            &[&["仪器", "共用仪器"]],
            &[],
            &[&["app", "仪器"], &["器材"]],
            &[&["器"]],
        ]);
        for (text, expected) in [
            ("三市共用仪器", 0b1101),
            ("下载APP", 0b100),
            ("下载aPp", 0b100),
            ("三市", 0),
            ("仪·器", 0b1000),
            ("购置器材", 0b1100),
            ("仪", 0),
            ("𠮷", 0),
        ] {
            let told = words.told(text);
            assert_eq!(told.of(0, 4), expected, "{text}");
            assert_eq!((told.of(2, 2), told.has(3)), (expected >> 2, expected & 8 != 0), "{text}");
        }
    }

    #[test]
    fn some_lists_may_be_of_another_text() {
        let words = Words::new(&[&[&["仪器"]], &[&["仪器"]], &[&["仪器"]]]);
        let told = words.told("仪器").with(1, 1, words.told("儀器"));
        assert_eq!(told.of(0, 3), 0b101);
    }
}
