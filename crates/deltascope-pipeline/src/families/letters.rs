//! `Letters`: a story as the letters that every print of it shares.
//!
//! Script, width, case, blanks and punctuation are gone: `「三市共用儀器」，Ａ級` →
//! `三市共用仪器a级`. Overlapping runs of five letters, hashed, are its grams.

use deltascope_model::{Article, Piece, Script, TextRange};
use deltascope_text::{fold_char, simplify};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Letters in a gram.
pub(super) const GRAM: usize = 5;

/// The letters of a body, its paragraphs joined.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(Vec<char>);

impl Letters {
    /// The letters of an article's body. The title is no part of them: every site writes its own.
    pub fn of(article: &Article) -> Self {
        let mut letters = Vec::new();
        for paragraph in &article.paragraphs {
            letters.extend(folded(paragraph, article.script).map(|(_, letter)| letter));
        }
        Self(letters)
    }

    /// The letters of a title.
    pub fn of_title(article: &Article) -> Option<Self> {
        let title = article.title.as_ref()?;
        Some(Self(folded(&title.text, article.script).map(|(_, letter)| letter).collect()))
    }

    pub fn as_slice(&self) -> &[char] {
        &self.0
    }

    /// What two stories share when all their letters are equal, and no others do.
    pub fn digest(&self) -> u128 {
        let mut hash = Xxh3::new();
        for letter in &self.0 {
            hash.update(&u32::from(*letter).to_le_bytes());
        }
        hash.digest128()
    }

    /// The grams in the order of the text.
    pub fn grams(&self) -> impl Iterator<Item = u64> {
        self.0.windows(GRAM).map(hashed)
    }

    /// The grams as a set.
    pub fn gram_set(&self) -> Grams {
        Grams::new(self.grams().collect())
    }
}

/// The hash of a few letters.
pub(super) fn hashed(letters: &[char]) -> u64 {
    // Six letters fit: a character takes 21 bits.
    let packed =
        letters.iter().fold(0_u128, |packed, letter| packed << 21 | u128::from(u32::from(*letter)));
    xxh3_64(&packed.to_le_bytes())
}

/// A set of hashed grams.
#[derive(Debug)]
pub(super) struct Grams(
    // Invariant: sorted, without repetition; `new` makes it so.
    Vec<u64>,
);

impl Grams {
    fn new(mut grams: Vec<u64>) -> Self {
        grams.sort_unstable();
        grams.dedup();
        Self(grams)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn contains(&self, gram: u64) -> bool {
        self.0.binary_search(&gram).is_ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = u64> {
        self.0.iter().copied()
    }

    /// How many grams both hold.
    pub fn shared(&self, other: &Self) -> usize {
        let (mut one, mut two, mut count) = (0, 0, 0);
        while let (Some(left), Some(right)) = (self.0.get(one), other.0.get(two)) {
            count += usize::from(left == right);
            one += usize::from(left <= right);
            two += usize::from(right <= left);
        }
        count
    }
}

/// Letters that know their places in the page.
pub(super) struct Placed {
    /// The letters.
    pub letters: Letters,
    /// For each letter its range in the page.
    pub places: Vec<TextRange>,
    /// For each letter the number of the span that it stands in, over all paragraphs.
    pub spans: Vec<u32>,
}

impl Placed {
    /// The letters of an article's body, with their places.
    pub fn of(article: &Article) -> Self {
        let mut placed =
            Self { letters: Letters::default(), places: Vec::new(), spans: Vec::new() };
        let mut nth = 0;
        for (at, paragraph) in article.paragraphs.iter().enumerate() {
            let pieces = article.pieces(at);
            placed.add(folded(paragraph, article.script), &pieces, nth);
            nth += pieces.len() as u32;
        }
        placed
    }

    /// Adds a paragraph, whose first span has the number `first`. The letters of a repair stand
    /// where all of it stands.
    fn add(
        &mut self,
        paragraph: impl Iterator<Item = (TextRange, char)>,
        pieces: &[Piece],
        first: u32,
    ) {
        let mut nth = 0;
        for (at, letter) in paragraph {
            while pieces.get(nth).is_some_and(|piece| at.start() >= piece.at.end()) {
                nth += 1;
            }
            let Some(place) = pieces.get(nth).and_then(|piece| piece.in_page(at)) else { return };
            self.letters.0.push(letter);
            self.places.push(place);
            self.spans.push(first + nth as u32);
        }
    }
}

/// The letters of a text, each with its range in the text.
fn folded(text: &str, script: Script) -> impl Iterator<Item = (TextRange, char)> {
    // In Traditional text phrases come first: 計畫 is 计划 while 畫 is 画. Simplified text has none.
    let simplified = (script == Script::Hant).then(|| simplify(text));
    let letters: Vec<char> =
        simplified.as_ref().map_or(text, |folded| folded.text()).chars().map(fold_char).collect();
    let places = text.char_indices().map(|(at, raw)| TextRange::of(at, at + raw.len_utf8()));
    places.zip(letters).filter(|(_, letter)| letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::families::sample;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut article = sample::article("a", &[text]);
        article.script = deltascope_text::script(text);
        let letters = Letters::of(&article);
        assert_eq!(letters.as_slice().iter().collect::<String>(), expected);
    }

    #[test]
    fn what_differs_only_in_print_is_gone() {
        check("「三市共用儀器」，Ａ級。", "三市共用仪器a级");
        check("按計畫，24.77 米", "按计划2477米");
        check("…… ※", "");
    }

    #[test]
    fn a_text_of_less_than_a_gram_has_none() {
        assert_eq!(Letters::of(&sample::article("a", &["三市共用"])).grams().count(), 0);
        let grams = Letters::of(&sample::article("a", &["三市共用仪器"])).gram_set();
        assert_eq!(grams.len(), 2);
        assert_eq!(grams.shared(&grams), 2);
    }

    #[test]
    fn places_are_those_of_the_page() {
        // Page: “一（广告）二Ａ”, of which the advertisement was cut.
        let mut article = sample::article("a", &["一二Ａ"]);
        article.spans = vec![vec![TextRange::new(0, 3), TextRange::new(15, 21)]];
        let placed = Placed::of(&article);
        assert_eq!(placed.letters, Letters("一二a".chars().collect()));
        assert_eq!(
            placed.places,
            [TextRange::new(0, 3), TextRange::new(15, 18), TextRange::new(18, 21)]
        );
        assert_eq!(placed.spans, [0, 1, 1]);
    }
}
