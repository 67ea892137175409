//! All that is known of Traditional and Simplified, part of the build: for pages not yet seen.
//!
//! The two files of `data/` are read once, at first use. `data/README.md` says where they come
//! from and how they are made. The functions here are those of [`Letters`] on the whole table.

use std::borrow::Cow;
use std::sync::OnceLock;

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
    Letters::whole().simplify(raw)
}

/// [`Letters::simplified`].
pub fn simplified(raw: &str) -> Cow<'_, str> {
    Letters::whole().simplified(raw)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::is_listed;

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
}
