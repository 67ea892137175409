//! `Letters`: Traditional and Simplified characters, as OpenCC pairs them.
//!
//! Read from text into a table with a direct place for each character. A line of the text is
//! either pairs, the Simplified character first (`汉漢计計`), or a phrase: Traditional, space,
//! Simplified (`計畫 计划`); the phrases are sorted.
//!
//! Builds read all that is known, `Letters::whole`; an app reads the part that its corpus needs.

/// First and last character that has a place in the table: CJK extension A to the unified block.
pub(crate) const FIRST: char = '\u{3400}';
pub(crate) const LAST: char = '\u{9fff}';

/// What is known of the characters that the two scripts write differently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// For each character from `FIRST`, its place in `forms`, from 1; 0 is no place.
    places: Vec<u16>,
    forms: Vec<Letter>,
    // Invariant: a bit for each character from `FIRST`, set where it has a place. Nearly all
    // characters of a Simplified text end there.
    known: Vec<u64>,
    // Invariant: sorted by the Traditional text, each once; both sides have as many characters.
    phrases: Vec<Phrase>,
}

/// What the table knows of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its Simplified form, read by itself.
    pub simplified: char,
    /// The form that a search compares: Simplified, and never itself Traditional for another.
    pub folded: char,
    /// The form that it takes in some phrases (瞭 is 瞭 by itself and 了 in 瞭解); `folded` where
    /// there is none.
    pub other: char,
    /// The place of the first phrase that starts with it, from 1; 0 where none does.
    phrases: u16,
}

/// A phrase that reads otherwise than character by character, or shelters one that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub traditional: Box<str>,
    pub simplified: Box<str>,
}

/// True for a character that can have a place in the table.
pub(crate) fn is_listed(c: char) -> bool {
    (FIRST..=LAST).contains(&c)
}

impl Letters {
    /// Reads a table; none where the text is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let places = vec![0; LAST as usize - FIRST as usize + 1];
        let known = vec![0; places.len().div_ceil(64)];
        let mut table = Self { places, known, ..Self::default() };
        for line in text.lines() {
            match line.split_once(' ') {
                Some((from, to)) => table.read_phrase(from, to)?,
                None => table.read_pairs(line)?,
            }
        }
        table.fold_chains();
        // From the last, so that a character keeps the place of its first phrase.
        let phrases = std::mem::take(&mut table.phrases);
        for (phrase, place) in phrases.iter().zip(1..=u16::MAX).rev() {
            table.learn_phrase(phrase, place);
        }
        table.phrases = phrases;
        Some(table)
    }

    /// What is known of a character; one that is not known stands for itself.
    pub(crate) fn letter(&self, c: char) -> Letter {
        let place = (c as usize).checked_sub(FIRST as usize).and_then(|at| self.places.get(at));
        match place {
            None | Some(0) => Letter::plain(c),
            Some(&place) => self.forms[place as usize - 1],
        }
    }

    /// Something is known of a character: it may not stand for itself.
    pub(crate) fn has_forms(&self, c: char) -> bool {
        let Some(at) = (c as usize).checked_sub(FIRST as usize) else { return false };
        self.known.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    /// All characters of which something is known, in order.
    pub(crate) fn known(&self) -> impl Iterator<Item = char> {
        (FIRST..=LAST).zip(&self.places).filter(|&(_, &place)| place > 0).map(|(c, _)| c)
    }

    /// All phrases, sorted.
    pub(crate) fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The phrases that a text starts with, the shortest first, each with its place; `first` is
    /// the text's first character.
    pub(crate) fn phrases_of(
        &self,
        first: Letter,
        text: &str,
    ) -> impl Iterator<Item = (usize, &Phrase)> {
        let from = (first.phrases as usize).checked_sub(1).unwrap_or(self.phrases.len());
        let c = text.chars().next().unwrap_or_default();
        let own = move |(_, phrase): &(usize, &Phrase)| phrase.traditional.starts_with(c);
        // A phrase sorts after every phrase that it starts with.
        let phrases = self.phrases.iter().enumerate().skip(from).take_while(own);
        phrases.filter(move |(_, phrase)| text.starts_with(&*phrase.traditional))
    }

    /// The characters of a phrase, each with what it is there. None where every character changes,
    /// as in 新抱 → 媳妇: that is another word, not another way of writing it.
    pub(crate) fn spelled(&self, phrase: &Phrase) -> Vec<(char, char)> {
        let pairs = phrase.traditional.chars().zip(phrase.simplified.chars());
        let mut pairs: Vec<(char, char)> = pairs.filter(|&(from, _)| from >= FIRST).collect();
        if pairs.iter().all(|&(from, to)| self.letter(from).simplified != to) {
            pairs.clear();
        }
        pairs
    }

    /// The letter to change, given a place if it has none.
    fn letter_mut(&mut self, c: char) -> Option<&mut Letter> {
        let at = (c as usize).checked_sub(FIRST as usize)?;
        let place = self.places.get_mut(at)?;
        if *place == 0 {
            self.known[at / 64] |= 1 << (at % 64);
            self.forms.push(Letter::plain(c));
            *place = self.forms.len() as u16;
        }
        self.forms.get_mut(*place as usize - 1)
    }

    fn read_pairs(&mut self, line: &str) -> Option<()> {
        let mut chars = line.chars();
        while let Some(to) = chars.next() {
            let letter = self.letter_mut(chars.next()?)?;
            letter.simplified = to;
        }
        Some(())
    }

    fn read_phrase(&mut self, from: &str, to: &str) -> Option<()> {
        let in_order = self.phrases.last().is_none_or(|last| *last.traditional < *from);
        let alike = from.chars().count() == to.chars().count();
        let fits = self.phrases.len() < u16::MAX as usize;
        self.phrases.push(Phrase { traditional: from.into(), simplified: to.into() });
        (in_order && alike && fits).then_some(())
    }

    /// Folds to the end where a Simplified character is another's Traditional one (薴 → 苧 → 苎),
    /// so that folding twice is folding once.
    fn fold_chains(&mut self) {
        for at in 0..self.forms.len() {
            let next = self.forms[at].simplified;
            let end = self.letter(next).simplified;
            self.forms[at].folded = end;
            self.forms[at].other = end;
        }
    }

    /// Learns the phrase at a place: which of its characters have another reading.
    fn learn_phrase(&mut self, phrase: &Phrase, place: u16) {
        let first = phrase.traditional.chars().next();
        if let Some(letter) = first.and_then(|first| self.letter_mut(first)) {
            letter.phrases = place;
        }
        for (from, to) in self.spelled(phrase) {
            let reading = self.letter(to).folded;
            if let Some(letter) = self.letter_mut(from)
                && from != to
                && letter.simplified != to
            {
                letter.other = reading;
            }
        }
    }
}

impl Letter {
    /// A phrase starts with it.
    pub(crate) fn opens_phrases(&self) -> bool {
        self.phrases > 0
    }

    fn plain(c: char) -> Self {
        Self { simplified: c, folded: c, other: c, phrases: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(c: char, simplified: char, folded: char, other: char) {
        let letter = Letters::whole().letter(c);
        assert_eq!((letter.simplified, letter.folded, letter.other), (simplified, folded, other));
    }

    #[test]
    fn a_letter_knows_its_forms() {
        check('聯', '联', '联', '联');
        check('联', '联', '联', '联');
        check('人', '人', '人', '人');
        check('后', '后', '后', '后');
        check('後', '后', '后', '后');
        check('乾', '干', '干', '干');
        check('畫', '画', '画', '划');
        check('鍊', '炼', '炼', '链');
        check('瞭', '瞭', '瞭', '了');
        check('薴', '苧', '苎', '苎');
        check('新', '新', '新', '新');
        check('A', 'A', 'A', 'A');
    }

    #[test]
    fn a_character_has_one_other_reading_at_most() {
        let whole = Letters::whole();
        let mut readings: std::collections::BTreeMap<char, char> =
            std::collections::BTreeMap::new();
        for (from, to) in whole.phrases.iter().flat_map(|phrase| whole.spelled(phrase)) {
            let reading = whole.letter(to).folded;
            if from != to && whole.letter(from).simplified != to {
                assert_eq!(*readings.entry(from).or_insert(reading), reading, "{from}");
            }
        }
        assert!(readings.len() > 15);
    }

    #[track_caller]
    fn refused(text: &str) {
        assert_eq!(Letters::parse(text), None, "{text}");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        refused("汉漢计");
        refused("aA");
        refused("計畫 计");
        refused("計畫 计划\n乾隆 乾隆");
        refused("乾隆 乾隆\n乾隆 干隆");
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let empty = Letters::parse("").unwrap();
        assert_eq!(empty.simplify("計畫").text(), "計畫");
        assert_eq!(empty.fold("計畫Ａ").text(), "計畫a");
        assert_eq!(Letters::default().fold("計畫Ａ").text(), "計畫a");
    }
}
