//! Which of several lists of words stand in a text, told in one pass over it: the question to ask
//! before patterns, as most lines hold no word that matters.

/// A list of words, in parts, so that it may join lists that a rule has already.
pub type List = &'static [&'static [&'static str]];

/// Characters beyond this are outside the table; no word begins with one.
const TABLE: usize = 0x1_0000;

/// Lists of words that are looked for together. Letters of ASCII match in either case.
pub struct Words {
    /// For each character whether a word begins with it, as bits: so small that it stays at hand,
    /// for nearly all characters end there.
    firsts: Vec<u64>,
    /// For each character, the place in `groups` of the words that begin with it, from 1; 0 where
    /// none does.
    places: Vec<u16>,
    groups: Vec<Vec<Word>>,
}

/// A word and the lists that hold it, as bits.
struct Word {
    word: &'static [u8],
    lists: u32,
}

impl Words {
    /// # Panics
    /// For more than 32 lists, an empty word, or one that begins beyond the table; lists are fixed.
    pub fn new(lists: &[List]) -> Self {
        assert!(lists.len() <= 32, "each list is a bit");
        let mut words =
            Self { firsts: vec![0; TABLE / 64], places: vec![0; TABLE], groups: Vec::new() };
        for (nth, list) in lists.iter().enumerate() {
            for word in list.iter().flat_map(|part| part.iter()) {
                let first = word.chars().next().expect("no word is empty");
                words.add(first.to_ascii_lowercase(), word, 1 << nth);
                if first.is_ascii_alphabetic() {
                    words.add(first.to_ascii_uppercase(), word, 1 << nth);
                }
            }
        }
        words
    }

    fn add(&mut self, first: char, word: &'static str, list: u32) {
        self.firsts[first as usize / 64] |= 1 << (first as usize % 64);
        let place = &mut self.places[first as usize];
        if *place == 0 {
            self.groups.push(Vec::new());
            *place = self.groups.len() as u16;
        }
        let group = &mut self.groups[usize::from(*place) - 1];
        match group.iter_mut().find(|other| other.word == word.as_bytes()) {
            Some(other) => other.lists |= list,
            None => group.push(Word { word: word.as_bytes(), lists: list }),
        }
    }

    /// The lists with a word in the text: bit 0 for the first list.
    pub fn told(&self, text: &str) -> u32 {
        let mut told = 0;
        for (at, char) in text.char_indices() {
            let bits = self.firsts.get(char as usize / 64).copied().unwrap_or(0);
            if bits >> (char as usize % 64) & 1 == 0 {
                continue;
            }
            let rest = &text.as_bytes()[at..];
            for Word { word, lists } in &self.groups[usize::from(self.places[char as usize]) - 1] {
                let news = told & lists != *lists;
                if news
                    && rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
                {
                    told |= lists;
                }
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_told() {
        let words = Words::new(&[&[&["仪器", "共用仪器"]], &[], &[&["app", "仪器"], &["器材"]]]);
        for (text, expected) in [
            ("三市共用仪器", 0b101),
            ("下载APP", 0b100),
            ("三市", 0),
            ("仪·器", 0),
            ("购置器材", 0b100),
            ("仪", 0),
            ("𠮷", 0),
        ] {
            assert_eq!(words.told(text), expected, "{text}");
        }
    }
}
