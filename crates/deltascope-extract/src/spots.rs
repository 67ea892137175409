//! What may begin where in a text: one pass over its characters for all lists of words and marks.
//!
//! A rule that looks all over a text (for verbs, titles, numbers, marks of clauses) has a [`List`]. For each
//! character a table says which lists a word of it may begin with, which may go on with it as their second
//! character, and which hold it alone. One pass notes each place where some list may begin, with those
//! lists; a rule then looks at the places of its own list only, and a part of a text ([`Text::part`]) has the
//! places of the whole.
//!
//! 1. [`Spots`] notes the places of a text, which it then lends as a [`Text`]
//! 2. [`Text::places`] are those of a list, [`Text::words`] the words of it that stand there
//!
//! A place that is noted may begin nothing: the rules decide. To add a list, name it in [`List`], and say in
//! [`TABLE`] what it consists of.

use std::ops::Deref;
use std::sync::LazyLock;

use deltascope_model::TextRange;

use crate::words::{Words, first_key};

/// What is looked for all over a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Openings of times.
    Times,
    /// Openings of quantities, and what numbers are no quantities in.
    Numbers,
    /// Blanks.
    Blanks,
    /// Verbs of an initiative's life.
    Verbs,
    /// Last words of names.
    Heads,
    /// Last words of names that stand once behind several.
    SharedHeads,
    /// Last words of offices.
    Titles,
    /// Verbs by which people speak.
    Sayings,
    /// Marks of titles, and what ends one without a closing mark.
    TitleMarks,
    /// What stands at or before a word that goes back.
    Beside,
    /// Words behind which a clause goes on as at its start.
    OpeningWords,
    /// Marks that divide clauses, and those of titles.
    ClauseMarks,
    /// Words for the edition before.
    Editions,
    /// Words of doubt.
    Doubts,
    /// Words for accounts that differ.
    Differing,
    /// What a firm is named by: marks before its code, and ends of its full name.
    Firms,
    /// What 我省 and 本市 begin with.
    Own,
    /// Last words of organisations.
    Organisations,
    /// What a round of a plan is called by.
    Rounds,
    /// What stands behind the name of a place.
    Ranks,
    /// What stands behind the number of a year.
    Years,
    /// What documents are named by that have no title marks.
    About,
    /// The mark that opens a quotation.
    Quotations,
    /// Words that introduce short forms.
    Shortening,
    /// Verbs by which things come to life or are held, and what stands behind a sum.
    Framing,
}

impl List {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The lists of a character, a bit for each.
#[derive(Clone, Copy, Default)]
struct Entry {
    /// Which have words that begin with it and go on.
    first: u32,
    /// Which have words with it in the second place.
    second: u32,
    /// Which hold it by itself.
    alone: u32,
}

/// The entries of all characters; those that share the lowest twelve bits share one.
struct Table(Box<[Entry; SLOTS]>);

const SLOTS: usize = 1 << 12;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table(Box::new([Entry::default(); SLOTS]));
    table.take_openings(List::Times, crate::rules::openings_followed());
    table.take_openings(List::Numbers, crate::quantities::openings());
    table.take_characters(List::Blanks, crate::quantities::blanks::BLANKS);
    table.take_characters(List::TitleMarks, crate::rules::name_title::MARKS);
    table.take_characters(List::Beside, crate::back::beside());
    table.take_characters(List::ClauseMarks, crate::clause::marks());
    table.take(List::OpeningWords, &crate::back::BEFORE_WORDS);
    table.take(List::Verbs, &crate::triggers::TRIGGERS);
    table.take(List::Heads, &crate::rules::name_heads::ALL);
    table.take(List::SharedHeads, &crate::names::SHARED_HEADS);
    table.take(List::Titles, &crate::people::TITLES);
    table.take(List::Sayings, &crate::speaker::OF_PEOPLE);
    table.take(List::Editions, &crate::editions::BEFORE_WORDS);
    table.take(List::Doubts, &crate::bind::DOUBTS);
    table.take(List::Differing, &crate::accounts::DIFFERS);
    table.take(List::Firms, &crate::figures::FIRMS);
    table.take_characters(List::Own, crate::circumstances::OWN);
    table.take(List::Organisations, &crate::rules::name_organisation::ALL);
    table.take_characters(List::Rounds, [crate::gazetteer::ROUND]);
    table.take_characters(List::Ranks, crate::grounds::RANKS);
    table.take_characters(List::Years, [crate::rules::republic::YEAR]);
    table.take(List::About, &crate::rules::name_about::ABOUT);
    table.take(List::Shortening, &crate::rules::name_shortened::SHORTENING);
    table.take(List::Framing, &crate::rules::name_framed::FRAMING);
    table.take_characters(List::Quotations, crate::rules::name_defined::OPENING);
    table
});

impl Table {
    fn take<T>(&mut self, list: List, words: &Words<T>) {
        for word in words.all() {
            let mut chars = word.chars();
            let (Some(first), second) = (chars.next(), chars.next()) else { continue };
            match second {
                Some(second) => {
                    self.entry(first).first |= list.bit();
                    self.entry(second).second |= list.bit();
                }
                None => self.entry(first).alone |= list.bit(),
            }
        }
    }

    fn take_characters(&mut self, list: List, characters: impl IntoIterator<Item = char>) {
        for c in characters {
            self.entry(c).alone |= list.bit();
        }
    }

    /// Characters, each with those that can follow it; alone where many can.
    fn take_openings(
        &mut self,
        list: List,
        openings: impl IntoIterator<Item = (char, Option<impl Iterator<Item = char>>)>,
    ) {
        for (first, followers) in openings {
            match followers {
                Some(followers) => {
                    self.entry(first).first |= list.bit();
                    followers.for_each(|second| self.entry(second).second |= list.bit());
                }
                None => self.entry(first).alone |= list.bit(),
            }
        }
    }

    fn entry(&mut self, c: char) -> &mut Entry {
        &mut self.0[c as usize % SLOTS]
    }
}

/// A place of a text, and what may begin there.
#[derive(Clone, Copy, Debug)]
struct Spot {
    at: u32,
    lists: u32,
    /// The keys of its character and of the next one.
    keys: (u16, u16),
}

/// The places of a text, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spots {
    spots: Vec<Spot>,
    // Invariant: the lists of all of them.
    lists: u32,
}

impl Spots {
    pub(crate) fn of(text: &str) -> Self {
        let table = &*TABLE.0;
        let mut rest = text.as_bytes();
        let mut spots = Vec::with_capacity(rest.len() / 4);
        let mut all = 0;
        // The character before: with it, how much of the text is left, its key, and the lists that it may
        // begin, and is.
        let (mut left, mut before, mut first, mut alone) = (0, 0, 0, 0);
        while let Some((key, behind)) = first_key(rest) {
            let key = key % SLOTS;
            let entry = &table[key];
            let lists = alone | first & entry.second;
            if lists != 0 {
                let at = (text.len() - left) as u32;
                spots.push(Spot { at, lists, keys: (before, key as u16) });
                all |= lists;
            }
            (left, before, first, alone) = (rest.len(), key as u16, entry.first, entry.alone);
            rest = behind;
        }
        if alone != 0 {
            spots.push(Spot { at: (text.len() - left) as u32, lists: alone, keys: (before, 0) });
        }
        Self { spots, lists: all | alone }
    }

    /// The text that they are of, with them.
    pub(crate) fn text<'a>(&'a self, text: &'a str) -> Text<'a> {
        Text { whole: text, start: 0, spots: &self.spots, lists: self.lists }
    }
}

/// A text, or a part of one, with its places.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    whole: &'a str,
    /// Where the part starts in the text that the places are of.
    start: u32,
    // Invariant: those of the part.
    spots: &'a [Spot],
    /// The lists of them, and perhaps others.
    lists: u32,
}

impl<'a> Text<'a> {
    pub(crate) fn as_str(self) -> &'a str {
        self.whole
    }

    /// A part of the text; none of it where that is not on character boundaries.
    pub(crate) fn part(self, range: TextRange) -> Self {
        let before = |spots: &[Spot], at| spots.partition_point(|spot| spot.at < self.start + at);
        let spots = &self.spots[before(self.spots, range.start())..];
        let spots = &spots[..before(spots, range.end())];
        let text = range.slice(self.whole).unwrap_or_default();
        Self { whole: text, start: self.start + range.start(), spots, lists: self.lists }
    }

    /// Where a list may begin, in order.
    pub(crate) fn places(self, list: List) -> impl Iterator<Item = usize> + 'a {
        self.spots_of(list).map(move |spot| (spot.at - self.start) as usize)
    }

    /// False where a list surely has no place: most have none in a text.
    pub(crate) fn may_have(self, list: List) -> bool {
        self.lists & list.bit() != 0
    }

    fn spots_of(self, list: List) -> impl Iterator<Item = &'a Spot> {
        let spots = if self.may_have(list) { self.spots } else { &[] };
        spots.iter().filter(move |spot| spot.lists & list.bit() != 0)
    }

    /// The words of a list that stand in the text, also one within another, each with its place, in order.
    pub(crate) fn words<T>(
        self,
        list: List,
        words: &Words<T>,
    ) -> impl Iterator<Item = (usize, &str, &T)> {
        let keys = |spot: &Spot| (usize::from(spot.keys.0), Some(usize::from(spot.keys.1)));
        let here = self.spots_of(list).map(move |spot| (spot.at, keys(spot)));
        let here = here.filter(|(_, (first, second))| words.may_begin_with(*first, *second));
        let here = here.map(|(at, (first, second))| (at, words.begun(first, second)));
        here.flat_map(move |(at, mut begun)| {
            let at = (at - self.start) as usize;
            std::iter::from_fn(move || {
                begun.next(self.whole, at).map(|(word, what)| (at, &**word, what))
            })
        })
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triggers::TRIGGERS;

    #[track_caller]
    fn check(text: &str, part: &str, verbs: &[&str], marks: &str) {
        let spots = Spots::of(text);
        let start = text.find(part).unwrap();
        let part = spots.text(text).part(TextRange::of(start, start + part.len()));
        let found: Vec<_> = part
            .words(List::Verbs, &TRIGGERS)
            .map(|(at, word, _)| &part[at..at + word.len()])
            .collect();
        assert_eq!(found, verbs, "{text}");
        let all = part.places(List::ClauseMarks).filter_map(|at| part[at..].chars().next());
        let known: Vec<_> = crate::clause::marks().collect();
        assert_eq!(all.filter(|c| known.contains(c)).collect::<String>(), marks, "{text}");
    }

    #[test]
    fn words_and_marks_of_a_text_and_of_its_parts() {
        let text = "𠀀桥é开工,乙联盟揭牌。";
        check(text, text, &["开工", "揭牌"], ",。");
        check(text, "乙联盟揭牌", &["揭牌"], "");
        check(text, "𠀀桥é开", &[], "");
        check(text, "牌。", &[], "。");
        check("", "", &[], "");
    }

    #[test]
    fn no_word_of_a_list_is_passed_over() {
        for word in TRIGGERS.all() {
            let spots = Spots::of(word);
            let mut found = spots.text(word).words(List::Verbs, &TRIGGERS);
            assert!(found.any(|(at, found, _)| at == 0 && found == word), "{word}");
        }
    }
}
