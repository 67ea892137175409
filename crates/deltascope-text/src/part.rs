//! The part of a table that some texts need: what an index carries for the app.
//!
//! 1. the forms that the characters of the texts may stand for
//! 2. the pair of each character that shares one of these forms, as a query may hold it
//! 3. the phrases that stand in the texts, for reading; and where a kept character has a second
//!    form, a phrase that tells of it
//! 4. the pairs of these phrases' characters, without which they would be learned otherwise

use std::collections::BTreeSet;

use crate::Letters;
use crate::letters::{FIRST, LAST, is_listed};

impl Letters {
    /// A table of what these texts need, that does for them what this one does, as text for
    /// [`Letters::parse`]. Equal sets of texts give equal tables.
    ///
    /// - any piece of a text is simplified and folded to the same
    /// - of any character outside, the readings meet those of a character of the texts where they
    ///   meet them here, and nowhere else: so any query finds the same
    pub fn part_for<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> String {
        let mut is_inside = vec![false; 1 + u32::from(LAST) as usize];
        let mut phrases = BTreeSet::new();
        for text in texts {
            for (at, c) in text.char_indices().filter(|&(_, c)| is_listed(c)) {
                is_inside[u32::from(c) as usize] = true;
                phrases.extend(self.phrases_of(self.letter(c), &text[at..]).map(|(at, _)| at));
            }
        }
        let inside = (FIRST..=LAST).filter(|&c| is_inside[u32::from(c) as usize]);
        let forms: BTreeSet<char> = inside.flat_map(|c| self.readings(c)).collect();
        let met = |c: &char| self.readings(*c).iter().any(|form| forms.contains(form));
        let mut kept: BTreeSet<char> = self.known().filter(met).collect();
        self.tell_second_forms(&kept, &mut phrases);

        let mut lines = String::new();
        for phrase in phrases.into_iter().map(|at| &self.phrases()[at]) {
            kept.extend(phrase.traditional.chars().chain(phrase.simplified.chars()));
            lines.extend([&*phrase.traditional, " ", &*phrase.simplified, "\n"]);
        }
        let next: Vec<char> = kept.iter().map(|&c| self.letter(c).simplified).collect();
        kept.extend(next);
        let pairs = kept.into_iter().map(|from| (self.letter(from).simplified, from));
        let mut pairs: Vec<(char, char)> = pairs.filter(|(to, from)| to != from).collect();
        // As in the files: compresses best.
        pairs.sort_unstable();
        let pairs: String = pairs.into_iter().flat_map(|(to, from)| [to, from]).collect();
        [&pairs, "\n", &lines].concat()
    }

    /// Adds the places of phrases until each of these characters that has a second form has a
    /// phrase that tells of it.
    fn tell_second_forms(&self, letters: &BTreeSet<char>, phrases: &mut BTreeSet<usize>) {
        let mut untold = letters.clone();
        untold.retain(|&c| self.readings(c)[0] != self.readings(c)[1]);
        let found: Vec<usize> = phrases.iter().copied().collect();
        for at in found.into_iter().chain(0..self.phrases().len()) {
            if untold.is_empty() {
                break;
            }
            for (from, to) in self.spelled(&self.phrases()[at]) {
                if self.letter(to).folded != self.letter(from).folded && untold.remove(&from) {
                    phrases.insert(at);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(texts: &[&str]) -> Letters {
        Letters::parse(&Letters::whole().part_for(texts.iter().copied())).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Letters::whole().part_for([text]), expected);
    }

    #[test]
    fn a_part_holds_what_its_texts_need() {
        check("", "\n");
        check("G60", "\n");
        check("人", "\n");
        check("联", "联聯\n");
        check("聯", "联聯\n");
    }

    #[test]
    fn a_phrase_is_kept_where_it_stands_or_tells_of_a_second_form() {
        assert!(Letters::whole().part_for(["乾隆"]).contains("乾隆 乾隆\n"));
        assert!(!Letters::whole().part_for(["乾"]).contains("乾隆"));
        assert_eq!(part(&["划"]).readings('畫'), ['画', '划']);
        assert_eq!(part(&["画"]).readings('畫'), ['画', '划']);
    }

    #[test]
    fn the_part_for_everything_is_the_whole() {
        let all: String = (FIRST..=LAST).collect();
        let phrases = Letters::whole().phrases().iter().map(|phrase| &*phrase.traditional);
        let part = Letters::parse(&Letters::whole().part_for([&*all].into_iter().chain(phrases)));
        for c in FIRST..=LAST {
            let part = part.as_ref().unwrap();
            assert_eq!(part.readings(c), Letters::whole().readings(c));
        }
    }

    /// Demands what [`Letters::part_for`] promises.
    #[track_caller]
    fn serves(texts: &[&str]) {
        let (whole, part) = (Letters::whole(), part(texts));
        for text in texts {
            assert_eq!(part.simplify(text), whole.simplify(text), "{text}");
            assert_eq!(part.fold(text), whole.fold(text), "{text}");
        }
        let chars = texts.iter().flat_map(|text| text.chars());
        let forms: BTreeSet<char> = chars.flat_map(|c| whole.readings(c)).collect();
        for c in FIRST..=LAST {
            let met = whole.readings(c).iter().any(|form| forms.contains(form));
            if met {
                assert_eq!(part.readings(c), whole.readings(c), "{c} for {texts:?}");
            } else {
                assert!(!part.readings(c).iter().any(|form| forms.contains(form)), "{c}");
            }
        }
    }

    #[test]
    fn every_phrase_is_served() {
        // A stride, as each costs a pass over all characters.
        for phrase in Letters::whole().phrases().iter().step_by(29) {
            serves(&[&phrase.traditional, &phrase.simplified]);
        }
    }

    #[test]
    fn every_character_with_two_readings_is_served() {
        for c in (FIRST..=LAST)
            .filter(|&c| Letters::whole().readings(c)[0] != Letters::whole().readings(c)[1])
        {
            for form in [c].into_iter().chain(Letters::whole().readings(c)) {
                serves(&[&form.to_string()]);
            }
        }
    }

    /// Characters of both scripts and of phrases, in any order.
    fn text() -> impl Strategy<Value = String> {
        let phrases: Vec<&str> =
            Letters::whole().phrases().iter().map(|phrase| &*phrase.traditional).collect();
        let piece = prop_oneof![
            proptest::char::range('\u{4e00}', '\u{9fff}').prop_map(String::from),
            proptest::sample::select(
                "長乾隆著名畫計薴聯联Ａａ，“　\n🙂𠮷".chars().collect::<Vec<_>>()
            )
            .prop_map(String::from),
            proptest::sample::select(phrases).prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn any_texts_are_served(one in text(), other in text()) {
            serves(&[&one, &other]);
        }

        #[test]
        fn a_part_does_not_depend_on_order(one in text(), other in text()) {
            let whole = Letters::whole();
            prop_assert_eq!(whole.part_for([&*one, &*other]), whole.part_for([&*other, &*one]));
        }
    }
}
