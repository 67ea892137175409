//! Lists of words of which one may stand at the end of a text, by their last character: most texts end
//! in a character that no word ends in.

use crate::words::{Characters, first_key};

/// Words by their last character, in the order in which they were listed, each with what is told of it.
pub(crate) struct Endings<T = ()> {
    lasts: Characters,
    /// The words of each number of a last character.
    words: Vec<Vec<(&'static str, T)>>,
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self::with(words.into_iter().map(|word| (word, ())))
    }
}

impl<T> Endings<T> {
    pub(crate) fn with(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let last = |word: &str| word.chars().next_back().unwrap_or_default();
        let words: Vec<(&'static str, T)> = words.into_iter().collect();
        let lasts = Characters::new(words.iter().map(|(word, _)| last(word)));
        let mut by_last: Vec<Vec<(&'static str, T)>> = Vec::new();
        for (word, told) in words {
            let number = lasts.number(last(word) as usize).unwrap_or_default();
            by_last.resize_with(by_last.len().max(number + 1), Vec::new);
            by_last[number].push((word, told));
        }
        Self { lasts, words: by_last }
    }

    /// The words that a text ends in.
    pub(crate) fn of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let last = text.chars().next_back().and_then(|last| self.lasts.number(last as usize));
        let words = last.map_or(&[][..], |number| &self.words[number]);
        words.iter().map(|(word, _)| *word).filter(move |word| ends(text, word))
    }

    /// True where a text ends in one of the words.
    pub(crate) fn end(&self, text: &str) -> bool {
        self.of(text).next().is_some()
    }

    /// Where the last word of a text ends that fits: asked of each that ends at a place, the last place first,
    /// with what is told of it.
    pub(crate) fn last(
        &self,
        text: &str,
        fits: impl Fn(usize, &'static str, &T) -> bool,
    ) -> Option<usize> {
        let mut before = text;
        loop {
            let end = before.len();
            // Most characters have three bytes, and most end no word.
            let start = match before.as_bytes() {
                [.., 0xe0..=0xef, _, _] => end - 3,
                _ => before.char_indices().next_back()?.0,
            };
            let key = first_key(&before.as_bytes()[start..]);
            let number = key.and_then(|(key, _)| self.lasts.number(key));
            if let Some(number) = number {
                let mut words = self.words[number].iter().filter(|(word, _)| ends(before, word));
                if words.any(|(word, told)| fits(end, word, told)) {
                    return Some(end);
                }
            }
            before = &text[..start];
        }
    }
}

/// True where a text ends in a word, whose last character it ends in as a rule. Mostly the word begins with
/// another character, which is sooner seen here than by the standard library's call.
#[inline]
fn ends(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let text = &text[start..];
    // Chinese characters differ most in their last bytes.
    if let ([_, _, one, ..], [_, _, other, ..]) = (text, word)
        && one != other
    {
        return false;
    }
    text == word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_the_end_and_within() {
        let endings = Endings::new(["建设", "设", "共建", ""]);
        assert_eq!(endings.of("开工建设").collect::<Vec<_>>(), ["建设", "设"]);
        assert_eq!(endings.of("设备").count(), 0);
        assert!(endings.end("共建") && !endings.end("建"));
        let last =
            |fits: &dyn Fn(&str) -> bool| endings.last("共建设备", |_, word, ()| fits(word));
        assert_eq!(last(&|_| true), Some("共建设".len()));
        assert_eq!(last(&|word| word == "共建"), Some("共建".len()));
        assert_eq!(last(&|word| word == "建"), None);
    }
}
