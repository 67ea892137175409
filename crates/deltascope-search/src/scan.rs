//! Scanning: where a term stands in a raw text.
//!
//! Folding is one character for one, so raw characters are folded as they are compared: no copy
//! of the text, and the ranges are raw from the start.

use deltascope_model::TextRange;
use deltascope_text::Letters;

/// A character of a term: the folded forms that it may stand for.
pub(crate) type Letter = [char; 2];

/// The places of a term in a raw text, left to right, without overlaps.
pub(crate) fn find_all(letters: &Letters, raw: &str, term: &[Letter]) -> Vec<TextRange> {
    let mut found = Vec::new();
    let Some((&first, others)) = term.split_first() else { return found };
    let mut rest = raw.char_indices();
    while let Some((start, c)) = rest.next() {
        if !alike(first, letters.readings(c)) {
            continue;
        }
        let mut ahead = rest.clone();
        let mut next_is =
            |want| ahead.next().is_some_and(|(_, c)| alike(want, letters.readings(c)));
        if others.iter().all(|&want| next_is(want)) {
            found.push(TextRange::of(start, ahead.offset()));
            rest = ahead;
        }
    }
    found
}

/// True where the term stands in the text.
pub(crate) fn holds(letters: &Letters, raw: &str, term: &[Letter]) -> bool {
    !find_all(letters, raw, term).is_empty()
}

/// True where two characters share a folded form.
pub(crate) fn alike(a: Letter, b: Letter) -> bool {
    a[0] == b[0] || a[1] == b[0] || a[0] == b[1] || a[1] == b[1]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn find(raw: &str, text: &str) -> Vec<TextRange> {
        let letters = Letters::whole();
        let term: Vec<Letter> = text.chars().map(|c| letters.readings(c)).collect();
        find_all(letters, raw, &term)
    }

    #[track_caller]
    fn check(raw: &str, text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            find(raw, text).into_iter().map(|range| range.slice(raw).unwrap()).collect();
        assert_eq!(found, expected, "{text} in {raw}");
    }

    #[test]
    fn either_script_and_width_finds_the_other() {
        check("長三角與长三角", "长三角", &["長三角", "长三角"]);
        check("長三角與长三角", "長三角", &["長三角", "长三角"]);
        check("Ｇ６０与g60", "G60", &["Ｇ６０", "g60"]);
        check("“一体化”「一體化」", "\"一体化\"", &["“一体化”", "「一體化」"]);
        check("甲，乙", ",", &["，"]);
    }

    #[test]
    fn a_character_with_two_readings_is_found_by_both_and_joins_nothing_else() {
        check("計畫與動畫", "计划", &["計畫"]);
        check("計畫與動畫", "画", &["畫", "畫"]);
        check("计划与动画", "画", &["画"]);
        check("据了解", "據瞭解", &["据了解"]);
        check("提炼创新链", "链", &["链"]);
    }

    #[test]
    fn places_do_not_overlap_and_ends_do_not_matter() {
        check("哈哈哈哈哈", "哈哈", &["哈哈", "哈哈"]);
        check("创创新", "创新", &["创新"]);
        check("创", "创新", &[]);
        check("", "创", &[]);
    }

    proptest! {
        #[test]
        fn every_substring_is_found_where_it_stands(
            raw in "[長长三角Ａa1，。 計畫计划\n🙂]{1,30}", from in 0..30_usize, len in 1..6_usize,
        ) {
            let chars: Vec<(usize, char)> = raw.char_indices().collect();
            let part: String = chars.iter().skip(from).take(len).map(|&(_, c)| c).collect();
            if !part.is_empty() {
                let at = chars[from].0;
                let found = find(&raw, &part);
                let place = TextRange::of(at, at + part.len());
                prop_assert!(found.iter().any(|range| range.overlap(place).is_some()));
                for range in found {
                    prop_assert_eq!(range.slice(&raw).unwrap().chars().count(), part.chars().count());
                }
            }
        }
    }
}
