//! Lists of words of which one may stand at the end of a text, by their last character: most texts end
//! in a character that no word ends in.

use crate::words::Characters;

/// Words by their last character, in the order in which they were listed.
pub(crate) struct Endings {
    lasts: Characters,
    /// The words of each number of a last character.
    words: Vec<Vec<&'static str>>,
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let last = |word: &str| word.chars().next_back().unwrap_or_default();
        let words: Vec<&'static str> = words.into_iter().collect();
        let lasts = Characters::new(words.iter().map(|word| last(word)));
        let mut by_last: Vec<Vec<&'static str>> = Vec::new();
        for word in words {
            let number = lasts.number(last(word) as usize).unwrap_or_default();
            by_last.resize_with(by_last.len().max(number + 1), Vec::new);
            by_last[number].push(word);
        }
        Self { lasts, words: by_last }
    }

    /// The words that a text ends in.
    pub(crate) fn of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let last = text.chars().next_back().and_then(|last| self.lasts.number(last as usize));
        let words = last.map_or(&[][..], |number| &self.words[number]).iter().copied();
        words.filter(move |word| ends(text, word))
    }

    /// True where a text ends in one of the words.
    pub(crate) fn end(&self, text: &str) -> bool {
        self.of(text).next().is_some()
    }

    /// Where words end in a text, the last first, with each that ends there.
    pub(crate) fn within(&self, text: &str) -> impl Iterator<Item = (usize, &'static str)> {
        let places = text
            .char_indices()
            .rev()
            .filter_map(|(at, c)| Some((at + c.len_utf8(), self.lasts.number(c as usize)?)));
        places.flat_map(move |(end, number)| {
            let words = self.words[number].iter().copied();
            words.filter(move |word| ends(&text[..end], word)).map(move |word| (end, word))
        })
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
        let within: Vec<_> = endings.within("共建设备").collect();
        assert_eq!(
            within,
            [("共建设".len(), "建设"), ("共建设".len(), "设"), ("共建".len(), "共建")]
        );
    }
}
