//! What a character is, and which of several lists of words stand in a text, told in one pass over it:
//! the questions to ask before patterns, as most lines hold no word that matters.

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

/// Lists that are looked for together, and what characters are. Letters of ASCII match in either case.
pub struct Words {
    /// For each character its place in `letters`.
    places: Vec<u16>,
    letters: Vec<Letter>,
    classify: fn(char) -> u16,
}

/// A character with which words begin, or all others of one kind.
pub struct Letter {
    /// What it is, as the one who asks has it.
    pub sign: u16,
    /// The lists with the character itself.
    pub alone: Told,
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
    /// Lists alone.
    ///
    /// # Panics
    /// For more than 64 lists, an empty word, or one that begins beyond the table; lists are fixed.
    pub fn new(lists: &[List]) -> Self {
        Self::plain(|_| 0).with(lists)
    }

    /// Lists, and what characters are.
    ///
    /// # Panics
    /// As [`Words::new`] does.
    pub fn with_signs(lists: &[List], classify: fn(char) -> u16) -> Self {
        let (mut words, mut place) = (Self::plain(classify), 0);
        for code in 0..TABLE {
            let sign = char::from_u32(code as u32).map_or(0, classify);
            // Neighbours are alike.
            if words.letters[place].sign != sign {
                place = words.kind(sign).unwrap_or_else(|| words.push(Letter::of(sign)));
            }
            words.places[code] = place as u16;
        }
        words.with(lists)
    }

    /// All characters as the first one.
    fn plain(classify: fn(char) -> u16) -> Self {
        let letters = vec![Letter::of(classify('\0'))];
        Self { places: vec![0; TABLE], letters, classify }
    }

    fn with(mut self, lists: &[List]) -> Self {
        assert!(lists.len() <= 64, "each list is a bit");
        for (nth, list) in lists.iter().enumerate() {
            for word in list.iter().flat_map(|part| part.iter()) {
                let first = word.chars().next().expect("no word is empty");
                self.add(first.to_ascii_lowercase(), word, 1 << nth);
                if first.is_ascii_alphabetic() {
                    self.add(first.to_ascii_uppercase(), word, 1 << nth);
                }
            }
        }
        self
    }

    /// The place of characters of a kind with which no word begins.
    fn kind(&self, sign: u16) -> Option<usize> {
        self.letters.iter().position(|letter| letter.sign == sign && !letter.opens())
    }

    fn push(&mut self, letter: Letter) -> usize {
        self.letters.push(letter);
        self.letters.len() - 1
    }

    fn add(&mut self, first: char, word: &'static str, lists: u64) {
        let mut place = usize::from(self.places[first as usize]);
        if !self.letters[place].opens() {
            place = self.push(Letter::of(self.letters[place].sign));
            self.places[first as usize] = place as u16;
        }
        let Letter { alone, seconds, words, .. } = &mut self.letters[place];
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

    /// What is known of a character.
    #[inline]
    pub fn letter(&self, char: char) -> &Letter {
        match self.places.get(char as usize) {
            Some(place) => &self.letters[usize::from(*place)],
            None => self.beyond(char),
        }
    }

    /// A character beyond the table is of a kind with some in it.
    #[cold]
    fn beyond(&self, char: char) -> &Letter {
        &self.letters[self.kind((self.classify)(char)).unwrap_or(0)]
    }

    /// A walk over a text, character by character.
    pub fn walk<'w, 't>(&'w self, text: &'t str) -> Walk<'w, 't> {
        Walk { words: self, text, last: &self.letters[0], from: 0, told: Told::default() }
    }

    /// The lists with a word in the text.
    pub fn told(&self, text: &str) -> Told {
        let mut walk = self.walk(text);
        for (at, char) in text.char_indices() {
            walk.step(char, at);
        }
        walk.told
    }
}

/// A walk over a text that looks for words.
pub struct Walk<'w, 't> {
    words: &'w Words,
    text: &'t str,
    /// The last character, and where it stands.
    last: &'w Letter,
    from: usize,
    /// The lists with a word so far.
    pub told: Told,
}

impl<'w> Walk<'w, '_> {
    /// Goes on to a character. Adds the lists with it, and those with a longer word that begins with
    /// the one before and goes on with this one.
    #[inline]
    pub fn step(&mut self, char: char, at: usize) -> &'w Letter {
        if self.last.seconds & bit(char) != 0 {
            self.told = self.last.with(self.told, &self.text[self.from..]);
        }
        (self.last, self.from) = (self.words.letter(char), at);
        self.told.0 |= self.last.alone.0;
        self.last
    }
}

impl Letter {
    /// One with which no word begins.
    fn of(sign: u16) -> Self {
        Self { sign, alone: Told(0), seconds: 0, words: Vec::new() }
    }

    /// A word begins with it.
    fn opens(&self) -> bool {
        self.alone.any() || self.seconds != 0
    }

    /// Adds the lists with a word of more than one character at the start of the text.
    #[inline(never)]
    fn with(&self, mut told: Told, text: &str) -> Told {
        let Some(next) = text.chars().nth(1).map(|char| char.to_ascii_lowercase()) else {
            return told;
        };
        for Word { text: word, second, lists } in &self.words {
            if *second == next && told.0 | lists.0 != told.0 {
                let head = text.as_bytes().get(..word.len());
                if head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes())) {
                    told.0 |= lists.0;
                }
            }
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
