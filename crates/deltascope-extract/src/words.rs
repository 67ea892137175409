//! Lists of words, by the character that they begin with: at most places of a text no word begins.

/// A set of characters in 640 bytes, which takes some others for its own.
#[derive(Clone, Debug)]
pub(crate) struct Characters {
    bits: [u64; 64],
    // Invariant: how many bits are set in all words before each.
    before: [u16; 64],
}

impl Characters {
    pub(crate) fn new(characters: impl IntoIterator<Item = char>) -> Self {
        let (mut bits, mut before) = ([0_u64; 64], [0; 64]);
        for c in characters {
            bits[c as usize >> 6 & 63] |= 1 << (c as usize & 63);
        }
        for at in 1..bits.len() {
            before[at] = before[at - 1] + bits[at - 1].count_ones() as u16;
        }
        Self { bits, before }
    }

    /// False where the set surely lacks the character.
    pub(crate) fn may_hold(&self, c: char) -> bool {
        self.bits[c as usize >> 6 & 63] >> (c as usize & 63) & 1 == 1
    }

    /// The number of the character among those of the set; some share one.
    fn number(&self, c: char) -> Option<usize> {
        let (at, bit) = (c as usize >> 6 & 63, c as usize & 63);
        let lower = self.bits[at] & ((1 << bit) - 1);
        self.may_hold(c).then(|| usize::from(self.before[at]) + lower.count_ones() as usize)
    }
}

/// Words, each with what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Words<T = ()> {
    firsts: Characters,
    /// Where the words begin of each number of a first character, and where the last end.
    starts: Vec<usize>,
    // Invariant: sorted by that number, among equal ones the longest word first.
    sorted: Vec<(Box<str>, T)>,
}

impl Words {
    pub(crate) fn new(words: impl IntoIterator<Item: Into<Box<str>>>) -> Self {
        Self::with(words.into_iter().map(|word| (word, ())))
    }
}

impl<T> Words<T> {
    pub(crate) fn with(words: impl IntoIterator<Item = (impl Into<Box<str>>, T)>) -> Self {
        let words = words.into_iter().map(|(word, what)| (word.into(), what));
        let mut words: Vec<(Box<str>, T)> = words.filter(|(word, _)| !word.is_empty()).collect();
        let firsts = Characters::new(words.iter().filter_map(|(word, _)| word.chars().next()));
        let number = |word: &str| word.chars().next().and_then(|first| firsts.number(first));
        words.sort_by_key(|(word, _)| (number(word), std::cmp::Reverse(word.len())));
        let mut starts = vec![0];
        for (at, (word, _)) in words.iter().enumerate() {
            starts.resize(number(word).unwrap_or_default() + 1, at);
        }
        starts.push(words.len());
        Self { firsts, starts, sorted: words }
    }

    /// The words that a text begins with, the longest first.
    pub(crate) fn at<'a>(&'a self, text: &str) -> impl Iterator<Item = (&'a str, &'a T)> {
        self.beginning(text.chars().next(), text)
    }

    /// True where a text begins with one of the words.
    pub(crate) fn begin(&self, text: &str) -> bool {
        self.at(text).next().is_some()
    }

    /// Where words stand in a text, also one within another, each with its place, in order.
    pub(crate) fn within<'a>(
        &'a self,
        text: &str,
    ) -> impl Iterator<Item = (usize, &'a str, &'a T)> {
        let places = text.char_indices().filter(|&(_, c)| self.firsts.may_hold(c));
        places.flat_map(move |(at, c)| {
            self.beginning(Some(c), &text[at..]).map(move |(word, what)| (at, word, what))
        })
    }

    fn beginning<'a>(
        &'a self,
        first: Option<char>,
        text: &str,
    ) -> impl Iterator<Item = (&'a str, &'a T)> {
        let number = first.and_then(|first| self.firsts.number(first));
        let own = number.map_or(&[][..], |at| &self.sorted[self.starts[at]..self.starts[at + 1]]);
        own.iter().filter(|(word, _)| begins(text, word)).map(|(word, what)| (&**word, what))
    }
}

/// True where a text begins with a word. Mostly the first bytes tell that it does not, which is sooner
/// seen here than by the standard library's call.
#[inline]
pub(crate) fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let mut at = 0;
    while at < word.len() && at < text.len() && text[at] == word[at] {
        at += 1;
    }
    at == word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at_its_head: &[&str], within: &[(usize, &str)]) {
        let words = Words::new(["建", "建设", "开工建设", "设备", "G60", "仺溪"]);
        assert_eq!(
            words.at(text).map(|(word, ())| word).collect::<Vec<_>>(),
            at_its_head,
            "{text}"
        );
        assert_eq!(words.begin(text), !at_its_head.is_empty(), "{text}");
        let found: Vec<_> = words.within(text).map(|(at, word, ())| (at, word)).collect();
        assert_eq!(found, within, "{text}");
    }

    #[test]
    fn words_at_the_head_and_within() {
        check("建设备", &["建设", "建"], &[(0, "建设"), (0, "建"), (3, "设备")]);
        check("由G60开工", &[], &[(3, "G60")]);
        check("开工建", &[], &[(6, "建")]);
        // 建 and 仺 share a number.
        check("仺溪建", &["仺溪"], &[(0, "仺溪"), (6, "建")]);
        check("", &[], &[]);
    }

    #[test]
    fn a_set_holds_its_characters() {
        let set = Characters::new("年月日".chars());
        assert!("年月日".chars().all(|c| set.may_hold(c)));
        assert!(!"中a。".chars().any(|c| set.may_hold(c)));
    }
}
