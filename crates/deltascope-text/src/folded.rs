//! `Folded`: a converted text with the way back to the raw one.
//!
//! Both conversions give one character for each raw character, so the map back is a list of the
//! places where the byte lengths part; a text in which they never part has one entry.

use std::borrow::Cow;

use deltascope_model::TextRange;

use crate::letters::{Letters, is_listed};
use crate::width;

/// A converted text and its map back to the raw text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    // Invariant: sorted, starts with (0, 0); between two entries both texts have characters of
    // equal lengths, or there is exactly one character.
    runs: Vec<Run>,
    raw_len: u32,
}

/// A place from which the offsets of both texts advance together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    folded: u32,
    raw: u32,
}

impl Folded {
    /// The converted text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The raw bytes behind a range of the converted text.
    ///
    /// A range that splits a character takes the whole of it; one that passes the end stops there.
    pub fn raw_range(&self, folded: TextRange) -> TextRange {
        let start = floor(&self.text, folded.start());
        let end = if folded.is_empty() { start } else { ceil(&self.text, folded.end()) };
        TextRange::new(self.raw_offset(start), self.raw_offset(end))
    }

    /// The raw offset of a character boundary of the converted text.
    fn raw_offset(&self, folded: u32) -> u32 {
        if folded as usize >= self.text.len() {
            return self.raw_len;
        }
        let next = self.runs.partition_point(|run| run.folded <= folded);
        let run = self.runs[next - 1];
        run.raw + (folded - run.folded)
    }

    /// A text that is converted as it stands.
    #[cfg(feature = "whole")]
    pub(crate) fn same(raw: &str) -> Self {
        let runs = vec![Run { folded: 0, raw: 0 }];
        Self { text: raw.to_owned(), runs, raw_len: TextRange::of(0, raw.len()).end() }
    }

    /// Converts character by character.
    fn by_char(raw: &str, mut convert: impl FnMut(usize, char) -> char) -> Self {
        let mut text = String::with_capacity(raw.len());
        let mut runs = vec![Run { folded: 0, raw: 0 }];
        // True where the offsets advanced differently over the last character.
        let mut parted = false;
        // So much of `raw` is in `text`.
        let mut done = 0;
        for (at, from) in raw.char_indices() {
            let to = convert(at, from);
            if to == from && !parted {
                continue;
            }
            text.push_str(&raw[done..at]);
            done = at + from.len_utf8();
            let parts = from.len_utf8() != to.len_utf8();
            if (parts || parted) && at > 0 {
                runs.push(Run { folded: text.len() as u32, raw: at as u32 });
            }
            parted = parts;
            text.push(to);
        }
        text.push_str(&raw[done..]);
        Self { text, runs, raw_len: TextRange::of(0, raw.len()).end() }
    }
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: u32) -> u32 {
    let mut at = (at as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at as u32
}

/// The first character boundary at or after `at`.
fn ceil(text: &str, at: u32) -> u32 {
    let mut at = (at as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at as u32
}

impl Letters {
    /// One form for everything that a search should treat as equal: half-width letters, digits
    /// and punctuation, one kind of quotation mark, lower case, Simplified Chinese.
    ///
    /// Each character is folded by itself, so any substring of a text folds to a substring of the
    /// folded text.
    pub fn fold(&self, raw: &str) -> Folded {
        Folded::by_char(raw, |_, c| self.fold_char(c))
    }

    /// What [`Letters::fold`] makes of one character.
    pub fn fold_char(&self, c: char) -> char {
        self.readings(c)[0]
    }

    /// The folded forms that a character may stand for: what [`Letters::fold`] makes of it, then
    /// the form that it has in some phrases, or the same again. `畫` is `画`, and `划` in `計畫`.
    ///
    /// Two characters are alike to a search where they share a form: so 计划 finds 計畫 and 画
    /// finds 畫, while 画 does not find 划.
    pub fn readings(&self, c: char) -> [char; 2] {
        if is_listed(c) {
            let letter = self.letter(c);
            return [letter.folded, letter.other];
        }
        [width::narrow(c); 2]
    }

    /// Traditional Chinese read as Simplified; nothing else changes.
    ///
    /// The longest phrase that stands in the table wins (乾隆 stays, 乾淨 → 干净), then the single
    /// character.
    pub fn simplify(&self, raw: &str) -> Folded {
        let mut phrase = "".chars();
        Folded::by_char(raw, |at, c| {
            if let Some(next) = phrase.next() {
                return next;
            }
            if !self.has_forms(c) {
                return c;
            }
            let letter = self.letter(c);
            if let Some((_, longest)) = self.phrases_of(letter, &raw[at..]).last() {
                phrase = longest.simplified.chars();
                return phrase.next().unwrap_or(c);
            }
            letter.simplified
        })
    }

    /// The text of [`Letters::simplify`] without the way back; a Simplified text is not copied,
    /// as a rule.
    pub fn simplified<'a>(&self, raw: &'a str) -> Cow<'a, str> {
        let mut text = String::with_capacity(raw.len());
        // So much of `raw` is in `text`.
        let mut done = 0;
        let mut chars = raw.char_indices();
        while let Some((at, c)) = chars.next() {
            if !self.has_forms(c) {
                continue;
            }
            let letter = self.letter(c);
            if letter.opens_phrases()
                && let Some((_, longest)) = self.phrases_of(letter, &raw[at..]).last()
            {
                text.push_str(&raw[done..at]);
                text.push_str(&longest.simplified);
                done = at + longest.traditional.len();
                longest.traditional.chars().skip(1).for_each(|_| _ = chars.next());
            } else if letter.simplified != c {
                text.push_str(&raw[done..at]);
                text.push(letter.simplified);
                done = at + c.len_utf8();
            }
        }
        if done > 0 {
            text.push_str(&raw[done..]);
            return Cow::Owned(text);
        }
        Cow::Borrowed(raw)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{fold, readings, simplified, simplify};

    #[track_caller]
    fn folds(raw: &str, expected: &str) {
        assert_eq!(fold(raw).text(), expected);
    }

    #[test]
    fn what_differs_only_on_paper_folds_to_one_form() {
        folds("Ｇ６０　科创走廊", "g60 科创走廊");
        folds("（３７％），Ａ：Ｂ；Ｃ！Ｄ？", "(37%),a:b;c!d?");
        folds("完。又、再", "完。又、再");
        folds("“甲”‘乙’「丙」『丁』＂戊＇", "\"甲\"\"乙\"\"丙\"\"丁\"\"戊\"");
        folds("ÉCOLE ΑΩ ГЁЯ ×İ", "école αω гёя ×İ");
        folds("長三角開發區", "长三角开发区");
        folds("İ", "İ");
    }

    #[test]
    fn folding_does_not_look_around() {
        folds("乾隆", "干隆");
        folds("乾淨", "干净");
        folds("著名", "着名");
        folds("薴", "苎");
    }

    #[test]
    fn a_character_with_two_readings_gives_both() {
        assert_eq!(readings('畫'), ['画', '划']);
        assert_eq!(readings('画'), ['画', '画']);
        assert_eq!(readings('Ｚ'), ['z', 'z']);
    }

    #[track_caller]
    fn reads(raw: &str, expected: &str) {
        assert_eq!(simplify(raw).text(), expected);
        assert_eq!(simplified(raw), expected);
    }

    #[test]
    fn traditional_reads_as_simplified() {
        reads("長三角區域協同創新", "长三角区域协同创新");
        reads("產業鏈上遊與下遊籤訂協議", "产业链上游与下游签订协议");
        reads("據瞭解，後續計畫瞭如指掌", "据了解，后续计划了如指掌");
        reads("裡面、裏面、臺灣、台州", "里面、里面、台湾、台州");
        reads("發展與頭髮", "发展与头发");
    }

    #[test]
    fn phrases_win_over_characters_and_the_longest_wins() {
        reads("乾隆年間的乾淨", "乾隆年间的干净");
        reads("著名學者看著專著", "著名学者看着专著");
        reads("憑藉著慰藉著", "凭借着慰藉着");
        reads("象徵與徵收", "象征与征收");
    }

    #[test]
    fn simplified_text_and_everything_else_stay() {
        for text in ["长三角一体化，皇后、乾坤、著名", "Ａ「B」　ａ", "", "\n🙂𠮷"]
        {
            reads(text, text);
        }
    }

    #[track_caller]
    fn maps(folded: &Folded, raw: &str, part: &str, expected: &str) {
        let at = folded.text().find(part).unwrap();
        let range = folded.raw_range(TextRange::of(at, at + part.len()));
        assert_eq!(range.slice(raw), Some(expected));
    }

    #[test]
    fn ranges_lead_back_to_the_raw_bytes() {
        let raw = "　Ｇ６０：長三角（Ａ）ab";
        let folded = fold(raw);
        maps(&folded, raw, " ", "　");
        maps(&folded, raw, "g60", "Ｇ６０");
        maps(&folded, raw, ":长三角(", "：長三角（");
        maps(&folded, raw, ")ab", "）ab");
        maps(&folded, raw, "b", "b");
    }

    #[test]
    fn odd_ranges_still_lead_to_whole_characters() {
        let folded = fold("長Ａ角");
        assert_eq!(folded.raw_range(TextRange::new(1, 2)), TextRange::new(0, 3));
        assert_eq!(folded.raw_range(TextRange::new(3, 3)), TextRange::new(3, 3));
        assert_eq!(folded.raw_range(TextRange::new(7, 99)), TextRange::new(9, 9));
        assert_eq!(folded.raw_range(TextRange::new(5, 99)), TextRange::new(6, 9));
    }

    /// Text of the characters that matter here: every script, width and length in bytes.
    fn text() -> impl Strategy<Value = String> {
        let character = prop_oneof![
            proptest::char::range('\u{4e00}', '\u{9fff}'),
            proptest::sample::select(
                "長乾隆著名畫計薴聯联Ａａ１，。“『　\n🙂İKẞé𠮷aZ'\"".chars().collect::<Vec<_>>()
            ),
            any::<char>(),
        ];
        proptest::collection::vec(character, 0..40).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn every_character_maps_to_its_own(raw in text()) {
            for folded in [fold(&raw), simplify(&raw)] {
                prop_assert_eq!(folded.text().chars().count(), raw.chars().count());
                let raw_at = raw.char_indices();
                for ((at, c), (raw_at, raw_c)) in folded.text().char_indices().zip(raw_at) {
                    prop_assert_eq!(
                        folded.raw_range(TextRange::of(at, at + c.len_utf8())),
                        TextRange::of(raw_at, raw_at + raw_c.len_utf8())
                    );
                }
                let whole = TextRange::of(0, folded.text().len());
                prop_assert_eq!(folded.raw_range(whole), TextRange::of(0, raw.len()));
            }
        }

        #[test]
        fn any_range_leads_to_character_boundaries(raw in text(), start in 0..200_u32, len in 0..200_u32) {
            let range = fold(&raw).raw_range(TextRange::new(start, start + len));
            prop_assert!(range.slice(&raw).is_some());
        }

        #[test]
        fn simplified_text_is_the_same_without_its_map(raw in text()) {
            let folded = simplify(&raw);
            prop_assert_eq!(simplified(&raw), folded.text());
        }

        #[test]
        fn folding_twice_is_folding_once(raw in text()) {
            let once = fold(&raw);
            let twice = fold(once.text());
            prop_assert_eq!(twice.text(), once.text());
        }

        #[test]
        fn a_part_folds_to_a_part(before in text(), part in text(), after in text()) {
            let whole = fold(&format!("{before}{part}{after}"));
            prop_assert!(whole.text().contains(fold(&part).text()));
        }

        #[test]
        fn both_scripts_fold_alike(raw in text()) {
            let simplified = simplify(&raw);
            for (a, b) in raw.chars().zip(simplified.text().chars()) {
                let (a, b) = (readings(a), readings(b));
                prop_assert!(a.iter().any(|form| b.contains(form)), "{:?} {:?}", a, b);
            }
        }
    }
}
