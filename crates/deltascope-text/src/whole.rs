//! All that is known of Traditional and Simplified, part of the build: for pages not yet seen.
//!
//! The two files of `data/` are read once, at first use. `data/README.md` says where they come
//! from and how they are made. The functions here are those of [`Letters`] on the whole table.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::letters::{FIRST, LAST, is_listed};
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
    // The characters that have a place in the table have three bytes, the first one of these.
    while let [lead, behind @ ..] = rest {
        rest = behind;
        if let (0xe3..=0xe9, [middle, last, behind @ ..]) = (lead, behind) {
            let low = |byte: &u8| u32::from(byte & 63);
            let code = u32::from(lead & 15) << 12 | low(middle) << 6 | low(last);
            if code.checked_sub(FIRST as u32).is_some_and(|at| holds(turning, at as usize)) {
                return true;
            }
            rest = behind;
        }
    }
    false
}

/// Whether a text that holds this character may read otherwise as Simplified: one that holds none
/// such is Simplified as it stands.
pub fn turns(c: char) -> bool {
    (c as usize).checked_sub(FIRST as usize).is_some_and(|at| holds(turning(), at))
}

/// Such characters, a bit for each from the first of the table.
fn turning() -> &'static [u64] {
    static TURNS: OnceLock<Vec<u64>> = OnceLock::new();
    TURNS.get_or_init(|| {
        let whole = Letters::whole();
        let mut bits = vec![0; (LAST as usize - FIRST as usize) / 64 + 1];
        let mut set = |c: char| {
            let at = c as usize - FIRST as usize;
            bits[at / 64] |= 1 << (at % 64);
        };
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

fn holds(turning: &[u64], at: usize) -> bool {
    turning.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
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
