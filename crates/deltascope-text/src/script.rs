//! Which script a text is written in.

use std::sync::OnceLock;

use deltascope_model::Script;

use crate::Letters;
use crate::letters::{FIRST, LAST, is_listed};
use crate::whole::CHARACTERS;

/// The script of a text, by counting the characters that only one script writes; a tie is
/// Simplified.
pub fn script(text: &str) -> Script {
    static WRITERS: OnceLock<Writers> = OnceLock::new();
    let writers = WRITERS.get_or_init(Writers::read);
    let balance: i64 = text
        .chars()
        .map(|c| match writers.only(c) {
            Some(Script::Hant) => 1,
            Some(Script::Hans) => -1,
            None => 0,
        })
        .sum();
    if balance > 0 { Script::Hant } else { Script::Hans }
}

/// For each character from `FIRST`, the script that alone writes it.
struct Writers(Vec<Option<Script>>);

impl Writers {
    fn read() -> Self {
        let mut writers = Self(vec![None; LAST as usize - FIRST as usize + 1]);
        let (own, shared) = CHARACTERS.split_once('|').unwrap_or((CHARACTERS, ""));
        writers.read_pairs(own, Some(Script::Hans));
        writers.read_pairs(shared, None);
        let whole = Letters::whole();
        for (from, to) in whole.phrases().iter().flat_map(|phrase| whole.spelled(phrase)) {
            if from == to {
                // 乾 in 乾隆: Simplified text writes it too.
                writers.set(from, None);
            }
        }
        writers
    }

    /// Reads pairs whose Simplified character is written by `only` alone.
    fn read_pairs(&mut self, pairs: &str, only: Option<Script>) {
        let mut chars = pairs.chars().filter(|&c| is_listed(c));
        while let (Some(to), Some(from)) = (chars.next(), chars.next()) {
            self.set(from, Some(Script::Hant));
            if only.is_some() {
                self.set(to, only);
            }
        }
    }

    fn set(&mut self, c: char, only: Option<Script>) {
        if is_listed(c) {
            self.0[c as usize - FIRST as usize] = only;
        }
    }

    fn only(&self, c: char) -> Option<Script> {
        if is_listed(c) { self.0[c as usize - FIRST as usize] } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Script) {
        assert_eq!(script(text), expected, "{text}");
    }

    #[test]
    fn the_script_is_that_of_most_characters() {
        check("", Script::Hans);
        check("上海 Shanghai 2024", Script::Hans);
        check("长三角科技创新共同体", Script::Hans);
        check("長三角科技創新共同體", Script::Hant);
        check("長三角科技創新共同體（长三角）", Script::Hant);
        check("长三角科技创新共同体，即長江三角洲", Script::Hans);
    }

    #[test]
    fn characters_of_both_scripts_decide_nothing() {
        check("皇后著名乾坤", Script::Hans);
        check("公里", Script::Hans);
        // 征 is both, 收 too: the one 稅 decides.
        check("征收公里稅", Script::Hant);
    }

    #[test]
    fn a_tie_is_simplified() {
        check("长長", Script::Hans);
    }
}
