//! Lists of words of which one may stand at the end of a text, by their last character: most texts end
//! in a character that no word ends in.

use std::collections::BTreeMap;

use crate::words::Characters;

/// Words by their last character, in the order in which they were listed.
pub(crate) struct Endings {
    lasts: Characters,
    words: BTreeMap<char, Vec<&'static str>>,
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut by_last: BTreeMap<char, Vec<&'static str>> = BTreeMap::new();
        for word in words {
            by_last.entry(word.chars().next_back().unwrap_or_default()).or_default().push(word);
        }
        Self { lasts: Characters::new(by_last.keys().copied()), words: by_last }
    }

    /// The words that a text ends in.
    pub(crate) fn of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let last = text.chars().next_back().filter(|last| self.lasts.may_hold(*last));
        let words = last.and_then(|last| self.words.get(&last)).into_iter().flatten().copied();
        words.filter(move |word| text.ends_with(word))
    }

    /// Where words end in a text, the last first, with each that ends there.
    pub(crate) fn within(&self, text: &str) -> impl Iterator<Item = (usize, &'static str)> {
        let ends = text.char_indices().rev().map(|(at, c)| at + c.len_utf8());
        ends.flat_map(move |end| self.of(&text[..end]).map(move |word| (end, word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_the_end_and_within() {
        let endings = Endings::new(["建设", "设", "共建", ""]);
        assert_eq!(endings.of("开工建设").collect::<Vec<_>>(), ["建设", "设"]);
        assert_eq!(endings.of("设备").count(), 0);
        let within: Vec<_> = endings.within("共建设备").collect();
        assert_eq!(
            within,
            [("共建设".len(), "建设"), ("共建设".len(), "设"), ("共建".len(), "共建")]
        );
    }
}
