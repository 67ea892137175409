//! All that is known of Traditional and Simplified, part of the build: for pages not yet seen.
//!
//! The two files of `data/` are read once, at first use. `data/README.md` says where they come
//! from and how they are made. The functions here are those of [`Letters`] on the whole table.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::letters::is_listed;
use crate::{Folded, Letters};

/// Pairs; those whose Simplified character Traditional text writes too come after a bar.
pub(crate) const CHARACTERS: &str = include_str!("../data/characters.txt");
const PHRASES: &str = include_str!("../data/phrases.txt");

impl Letters {
    /// The whole table.
    ///
    /// # Panics
    /// Never: the files are part of the build, and the tests read them.
    pub fn whole() -> &'static Self {
        static WHOLE: OnceLock<Letters> = OnceLock::new();
        WHOLE.get_or_init(|| {
            // The bar is for `script`.
            let text = [&CHARACTERS.replace('|', ""), PHRASES].concat();
            Self::parse(&text).expect("the files of the build are sound")
        })
    }
}

/// [`Letters::fold`].
pub fn fold(raw: &str) -> Folded {
    Letters::whole().fold(raw)
}

/// [`Letters::fold_char`].
pub fn fold_char(c: char) -> char {
    Letters::whole().fold_char(c)
}

/// [`Letters::readings`].
pub fn readings(c: char) -> [char; 2] {
    Letters::whole().readings(c)
}

/// [`Letters::simplify`].
pub fn simplify(raw: &str) -> Folded {
    if may_turn(raw) { Letters::whole().simplify(raw) } else { Folded::same(raw) }
}

/// [`Letters::simplified`].
pub fn simplified(raw: &str) -> Cow<'_, str> {
    if may_turn(raw) { Letters::whole().simplified(raw) } else { Cow::Borrowed(raw) }
}

/// False where a text is Simplified as it stands.
fn may_turn(raw: &str) -> bool {
    let turning = turning();
    let mut rest = raw.as_bytes();
    loop {
        // Most characters have three bytes, and only such ones turn.
        while let [lead @ 0xe0..=0xef, middle, last, behind @ ..] = rest {
            let word = turning[usize::from(lead & 15) << 6 | usize::from(middle & 63)];
            if word >> (last & 63) & 1 == 1 {
                return true;
            }
            rest = behind;
        }
        let [_, behind @ ..] = rest else { return false };
        rest = behind;
    }
}

/// Whether a text that holds this character may read otherwise as Simplified: one that holds none
/// such is Simplified as it stands.
pub fn turns(c: char) -> bool {
    is_listed(c) && turning()[c as usize / 64] >> (c as usize % 64) & 1 == 1
}

/// Such characters, a bit for each of the basic plane: the first two bytes of three tell the word, the last
/// the bit.
fn turning() -> &'static [u64; 1024] {
    static TURNS: OnceLock<Box<[u64; 1024]>> = OnceLock::new();
    TURNS.get_or_init(|| {
        let whole = Letters::whole();
        let mut bits = Box::new([0; 1024]);
        let mut set = |c: char| bits[c as usize / 64] |= 1 << (c as usize % 64);
        whole.known().filter(|&c| whole.letter(c).simplified != c).for_each(&mut set);
        // A phrase stands only where each of its characters does, so one of them tells: the last
        // that changes, for 新 of 新抱 stands everywhere.
        for phrase in whole.phrases() {
            let pairs = phrase.traditional.chars().zip(phrase.simplified.chars());
            let last = pairs.filter(|(from, to)| from != to).last();
            last.into_iter().filter(|&(c, _)| is_listed(c)).for_each(|(c, _)| set(c));
        }
        bits
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::{FIRST, LAST};

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

    #[test]
    fn what_does_not_turn_reads_as_it_stands() {
        let whole = Letters::whole();
        let letters = (FIRST..=LAST).map(String::from);
        let phrases = whole.phrases().iter().map(|phrase| phrase.traditional.to_string());
        for text in letters.chain(phrases) {
            assert_eq!(simplified(&text), whole.simplified(&text), "{text}");
        }
        assert!(!"新合一大年上海".contains(turns));
    }
}
