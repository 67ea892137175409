//! Traditional and Simplified characters, as OpenCC pairs them.
//!
//! The two files of `data/` are read once, at first use, into a table with a direct place for each
//! character. `data/README.md` says where they come from and how they are made.

use std::sync::OnceLock;

use deltascope_model::Script;

/// Pairs, the Simplified character first; see `data/README.md`.
const CHARACTERS: &str = include_str!("../data/characters.txt");
/// A phrase a line: Traditional, space, Simplified.
const PHRASES: &str = include_str!("../data/phrases.txt");

/// First and last character that has a place in the table: CJK extension A to the unified block.
const FIRST: char = '\u{3400}';
const LAST: char = '\u{9fff}';

/// What the table knows of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its Simplified form, read by itself.
    pub simplified: char,
    /// The form that a search compares: Simplified, and never itself Traditional for another.
    pub folded: char,
    /// The form that it takes in some phrases (瞭 is 瞭 by itself and 了 in 瞭解); `folded` where
    /// there is none.
    pub other: char,
    /// The script that alone writes it.
    pub only: Option<Script>,
    /// The place of the first phrase that starts with it, from 1; 0 where none does.
    phrases: u16,
}

/// Both files, read.
struct Table {
    /// For each character from `FIRST`, its place in `letters`; 0 is no place.
    places: Vec<u16>,
    /// Letters from place 1.
    letters: Vec<Letter>,
    // Invariant: sorted by the Traditional text; the generator sorts the file.
    phrases: Vec<(&'static str, &'static str)>,
}

/// True for a character that has a place in the table.
pub(crate) fn is_listed(c: char) -> bool {
    (FIRST..=LAST).contains(&c)
}

/// What the table knows of a character; one that it does not know stands for itself.
pub(crate) fn letter(c: char) -> Letter {
    table().letter(c)
}

/// The Simplified form of the longest phrase of the table that a text starts with; `first` is the
/// text's first character.
pub(crate) fn phrase(first: Letter, text: &str) -> Option<&'static str> {
    let (from, c) = (first.phrases.checked_sub(1)?, text.chars().next()?);
    table().phrases[from as usize..]
        .iter()
        .take_while(|(phrase, _)| phrase.starts_with(c))
        .filter(|(phrase, _)| text.starts_with(phrase))
        // The longest comes last: a phrase sorts after every phrase that it starts with.
        .last()
        .map(|&(_, simplified)| simplified)
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

impl Letter {
    fn plain(c: char) -> Self {
        Self { simplified: c, folded: c, other: c, only: None, phrases: 0 }
    }
}

impl Table {
    fn read() -> Self {
        let places = vec![0; LAST as usize - FIRST as usize + 1];
        let mut table = Self { places, letters: Vec::new(), phrases: Vec::new() };
        let (own, shared) = CHARACTERS.split_once('|').unwrap_or((CHARACTERS, ""));
        table.read_pairs(own, Some(Script::Hans));
        table.read_pairs(shared, None);
        table.phrases = PHRASES.lines().filter_map(|line| line.split_once(' ')).collect();
        table.fold_chains();
        // From the last, so that a character keeps the place of its first phrase.
        for at in (0..table.phrases.len()).rev() {
            let (from, to) = table.phrases[at];
            table.learn_phrase(at, from, to);
        }
        table
    }

    fn letter(&self, c: char) -> Letter {
        let place = (c as usize).checked_sub(FIRST as usize).and_then(|at| self.places.get(at));
        match place {
            None | Some(0) => Letter::plain(c),
            Some(&place) => self.letters[place as usize - 1],
        }
    }

    /// The letter to change, given a place if it has none.
    fn letter_mut(&mut self, c: char) -> Option<&mut Letter> {
        let place = self.places.get_mut((c as usize).checked_sub(FIRST as usize)?)?;
        if *place == 0 {
            self.letters.push(Letter::plain(c));
            *place = self.letters.len() as u16;
        }
        self.letters.get_mut(*place as usize - 1)
    }

    /// Reads pairs whose Simplified character is written by `only` alone.
    fn read_pairs(&mut self, pairs: &str, only: Option<Script>) {
        let mut chars = pairs.chars().filter(|&c| c != '\n');
        while let (Some(to), Some(from)) = (chars.next(), chars.next()) {
            if let Some(letter) = self.letter_mut(from) {
                letter.simplified = to;
                letter.folded = to;
                letter.other = to;
                letter.only = Some(Script::Hant);
            }
            if let (Some(only), Some(letter)) = (only, self.letter_mut(to)) {
                letter.only = Some(only);
            }
        }
    }

    /// Folds to the end where a Simplified character is another's Traditional one (薴 → 苧 → 苎),
    /// so that folding twice is folding once.
    fn fold_chains(&mut self) {
        for at in 0..self.letters.len() {
            let next = self.letters[at].simplified;
            let end = self.letter(next).simplified;
            self.letters[at].folded = end;
            self.letters[at].other = end;
        }
    }

    /// Learns the phrase at a place: which of its characters have another reading, and which stay.
    fn learn_phrase(&mut self, at: usize, from: &str, to: &str) {
        if let Some(letter) = from.chars().next().and_then(|first| self.letter_mut(first)) {
            letter.phrases = at as u16 + 1;
        }
        // 新抱 → 媳妇 changes every character: another word, not another way of writing it.
        let pairs = || from.chars().zip(to.chars()).filter(|&(from, _)| from >= FIRST);
        if pairs().all(|(from, to)| self.letter(from).simplified != to) {
            return;
        }
        for (from, to) in pairs() {
            let known = self.letter(from);
            let reading = self.letter(to).folded;
            let Some(letter) = self.letter_mut(from) else { continue };
            if from == to {
                // 乾 in 乾隆: Simplified text writes it too.
                letter.only = None;
            } else if known.simplified != to {
                letter.other = reading;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_whole() {
        let pairs = CHARACTERS.chars().filter(|&c| is_listed(c)).count();
        assert_eq!(pairs % 2, 0, "a character without its pair");
        assert!(pairs / 2 > 2_900, "only {} pairs", pairs / 2);
        let others: String = CHARACTERS.chars().filter(|&c| !is_listed(c) && c != '\n').collect();
        assert_eq!(others, "|");
        assert!(PHRASES.lines().is_sorted());
        for line in PHRASES.lines() {
            let (from, to) = line.split_once(' ').unwrap();
            assert_eq!(from.chars().count(), to.chars().count(), "{line}");
        }
    }

    #[track_caller]
    fn check(c: char, simplified: char, folded: char, other: char, only: Option<Script>) {
        let letter = letter(c);
        assert_eq!(
            (letter.simplified, letter.folded, letter.other, letter.only),
            (simplified, folded, other, only)
        );
    }

    #[test]
    fn a_letter_knows_its_forms_and_its_script() {
        check('聯', '联', '联', '联', Some(Script::Hant));
        check('联', '联', '联', '联', Some(Script::Hans));
        check('人', '人', '人', '人', None);
        check('后', '后', '后', '后', None);
        check('後', '后', '后', '后', Some(Script::Hant));
        check('乾', '干', '干', '干', None);
        check('畫', '画', '画', '划', Some(Script::Hant));
        check('鍊', '炼', '炼', '链', Some(Script::Hant));
        check('瞭', '瞭', '瞭', '了', None);
        check('薴', '苧', '苎', '苎', Some(Script::Hant));
        check('新', '新', '新', '新', None);
        check('A', 'A', 'A', 'A', None);
    }

    #[test]
    fn a_character_has_one_other_reading_at_most() {
        let mut readings: std::collections::BTreeMap<char, char> =
            std::collections::BTreeMap::new();
        for (from, to) in table().phrases.iter().flat_map(|(from, to)| from.chars().zip(to.chars()))
        {
            let alone = letter(from);
            if from != to && alone.simplified != to && alone.other != alone.folded {
                assert_eq!(*readings.entry(from).or_insert(to), to, "{from}");
            }
        }
        assert!(readings.len() > 15);
    }
}
