//! `Postings`: which articles hold a term, without reading them all.
//!
//! 1. [`Units`]: the texts, recoded so that comparing is comparing numbers
//! 2. [`Made`]: for each unit and each pair of neighbours, the articles that hold it, and where; in
//!    memory a [`Block`] of bits each, or in [`Files`], of which a search says which it needs
//! 3. [`Values`]: for each number, where it ends
//! 4. [`Postings::find`]: the list of a term of one or two letters is there; a longer one stands where
//!    pairs that cover it stand in a row
//!
//! Pairs need no words, so nothing is missed; and as their places are known, no text is read.

mod among;
mod bits;
mod block;
mod cover;
mod files;
mod grams;
mod groups;
mod list;
mod lists;
mod places;
mod ranks;
mod units;
mod values;
mod write;

use std::{borrow::Cow, cmp::Ordering, sync::OnceLock};

use deltascope_text::Letters;

use crate::matches::{Match, before};
use crate::numbers::Number;
use crate::rank::Counts;
use crate::scan::Letter;
use among::Among;
use block::{Posting, Spot, by_article};
use list::List;
use lists::Made;
use units::{Slot, Units};
use values::{Ending, Values};

pub(crate) use files::{FULL, Files, Missing, Name, Table};
pub(crate) use units::length;

/// What stands where in some texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Postings {
    /// Of texts in memory; the numbers are read when one is first asked for.
    Made(Made, OnceLock<Values>),
    /// In files; the lengths of the titles are the index's.
    Files(Files, Vec<u32>),
}

/// So many places of the texts are listed at once, where it must not take long.
const TOGETHER: usize = 1 << 17;
/// And so many at least of the places of all: each time all texts are looked through, which takes longer than that
/// in large ones, and as often would take the square of their size.
const SHARE: usize = 64;

impl Postings {
    /// Reads the fields of some articles, the title first.
    pub fn of<'t, F>(articles: impl Iterator<Item = F>, letters: &Letters) -> Self
    where
        F: Iterator<Item = &'t str>,
    {
        Self::Made(Made::of(Units::of(articles, letters)), OnceLock::new())
    }

    /// The articles that hold a term, in order, with how often, as [`Postings::find`] tells.
    pub fn count(&self, term: &[Letter], missing: &mut Missing) -> Vec<Match> {
        let count = |found: Posting| {
            let title = u8::from(found.in_title());
            let counts = Counts { title, body: found.count() - title, ..Counts::default() };
            Match { article: found.article(), counts }
        };
        self.find(term, missing).iter().copied().map(count).collect()
    }

    /// The articles that hold a number, in order, with how often.
    pub fn with_value(&self, number: &Number, missing: &mut Missing) -> Vec<Match> {
        let endings = match self {
            Self::Made(made, values) => {
                values.get_or_init(|| Values::of(made.texts())).find(number.value)
            }
            Self::Files(files, _) => files.value(number.value, missing),
        };
        let spot = |ending: &Ending| ending.spot;
        let spots = match &self.slots(number.after)[..] {
            [] => endings.iter().map(spot).collect(),
            [one] => endings.iter().filter(|end| one.contains(&end.next)).map(spot).collect(),
            several => {
                let ends: Vec<Spot> = endings.iter().map(spot).collect();
                common(&ends, &self.starts(several, missing))
            }
        };
        let count = |run: &[Spot]| {
            let other = run.len().min(u8::MAX.into()) as u8;
            Match { article: (run[0] >> 32) as u32, counts: Counts { other, ..Counts::default() } }
        };
        by_article(&spots).map(count).collect()
    }

    /// Makes lists before they are asked for: [`Made::make`]; the numbers last.
    pub fn make(&self, from: usize) -> Option<usize> {
        let Self::Made(made, values) = self else { return None };
        let next = made.make(from, TOGETHER.max(made.texts().all().len() / SHARE));
        if next.is_none() {
            values.get_or_init(|| Values::of(made.texts()));
        }
        next
    }

    /// All lists in files that are `full` with so many bytes, and the table of them.
    pub fn split(self, full: usize) -> (Table, Vec<(Name, Vec<u8>)>) {
        match self {
            Self::Made(made, _) => files::split(&made, full),
            Self::Files(..) => Default::default(),
        }
    }

    /// The names of files that are missing.
    pub fn names_of(&self, missing: &Missing) -> impl Iterator<Item = Name> {
        let names = match self {
            Self::Made(..) => None,
            Self::Files(files, _) => Some(files.table().names()),
        };
        names.into_iter().flatten().zip(0..).filter(|(_, at)| missing.contains(at)).map(|one| one.0)
    }

    /// The articles that hold a term, in their order; none for an empty term.
    ///
    /// Counts are rough ([`crate::rank::STEPS`]).
    fn find(&self, term: &[Letter], missing: &mut Missing) -> Cow<'_, [Posting]> {
        let slots = &self.slots(term)[..];
        if slots.is_empty() {
            return Cow::default();
        }
        if let Some(lists) = self.whole(slots, missing) {
            return union(&lists);
        }
        let posting = |run: &[Spot]| Posting::of(run, self.titles());
        by_article(&self.starts(slots, missing)).map(posting).collect()
    }

    /// The lists that hold all that a term's articles are known for; none where there are none of it.
    fn whole(&self, slots: &[Slot], missing: &mut Missing) -> Option<Vec<List<'_>>> {
        match self {
            Self::Made(made, _) => made.whole(slots),
            Self::Files(files, _) => files.whole(slots, missing),
        }
    }

    /// Where a term of two units or more starts.
    fn starts(&self, slots: &[Slot], missing: &mut Missing) -> Vec<Spot> {
        let mut lists = match self {
            Self::Made(made, _) => made.cover(slots),
            Self::Files(files, _) => files.cover(slots, missing),
        };
        // The rarest first, as the others are then read where it stands.
        lists.sort_by_key(|(_, lists)| size(lists));
        let mut lists = lists.into_iter();
        let Some((at, rarest)) = lists.next() else { return Vec::new() };
        let next = lists.as_slice().first();
        let both = next.and_then(|next| Among::both(&rarest, &next.1, self.titles().len()));
        let mut starts = of_any(&rarest, |list, starts| match &both {
            Some(both) => list.starts_of(both.places(list.postings), at, starts),
            None => list.starts(at, starts),
        });
        for (at, lists) in lists {
            starts = of_any(&lists, |list, kept| list.keep(&starts, at, kept));
        }
        starts
    }

    fn titles(&self) -> &[u32] {
        match self {
            Self::Made(made, _) => made.texts().titles(),
            Self::Files(_, titles) => titles,
        }
    }

    /// The letters of a term as sets of units.
    fn slots(&self, term: &[Letter]) -> Vec<Slot> {
        match self {
            Self::Made(made, _) => made.texts().double().slots(term),
            Self::Files(files, _) => files.double().slots(term),
        }
    }
}

/// What several lists give, in order.
fn of_any<'l>(lists: &[List<'l>], give: impl Fn(&List<'l>, &mut Vec<Spot>)) -> Vec<Spot> {
    let mut spots = Vec::new();
    for list in lists {
        give(list, &mut spots);
    }
    if lists.len() > 1 {
        spots.sort_unstable();
    }
    spots
}

/// How many articles several lists have.
fn size(lists: &[List]) -> usize {
    lists.iter().map(|list| list.postings.len()).sum()
}

/// The articles of several lists, once each.
fn union<'l>(lists: &[List<'l>]) -> Cow<'l, [Posting]> {
    let all = lists.iter().map(|list| Cow::Borrowed(list.postings));
    all.reduce(|all, list| Cow::Owned(merged(&all, &list))).unwrap_or_default()
}

fn merged(mut a: &[Posting], mut b: &[Posting]) -> Vec<Posting> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    while let (Some((one, after_a)), Some((two, after_b))) = (a.split_first(), b.split_first()) {
        let (first, second) = (one.article(), two.article());
        out.push(match first.cmp(&second) {
            Ordering::Less => *one,
            Ordering::Equal => one.or(*two),
            Ordering::Greater => *two,
        });
        if first <= second {
            a = after_a;
        }
        if second <= first {
            b = after_b;
        }
    }
    out.extend_from_slice(a);
    out.extend_from_slice(b);
    out
}

/// What stands in both of two ordered lists.
fn common<T: Copy + Ord>(a: &[T], b: &[T]) -> Vec<T> {
    let (short, mut long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if long.len() / 8 < short.len() {
        // Lists of a size are walked along without a branch that nobody can foretell.
        let (mut one, mut other, mut both) = (0, 0, 0);
        let mut out = short.to_vec();
        while one < short.len() && other < long.len() {
            let (a, b) = (short[one], long[other]);
            out[both] = a;
            both += usize::from(a == b);
            one += usize::from(a <= b);
            other += usize::from(b <= a);
        }
        out.truncate(both);
        return out;
    }
    let mut out = Vec::with_capacity(short.len());
    for one in short {
        long = &long[before(long, |other| other < one)..];
        if long.first() == Some(one) {
            out.push(*one);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scan::find_all;

    fn term(text: &str) -> Vec<Letter> {
        text.chars().map(|c| Letters::whole().readings(c)).collect()
    }

    fn of(articles: &[(&str, &[&str])]) -> Postings {
        let fields = articles.iter().map(|(title, body)| [title].into_iter().chain(*body).copied());
        Postings::of(fields, Letters::whole())
    }

    /// The articles found, how often, and whether in the title.
    #[track_caller]
    fn check(articles: &[(&str, &[&str])], text: &str, expected: &[(u32, u8, bool)]) {
        let postings = of(articles);
        let found = postings.find(&term(text), &mut Missing::new());
        let found: Vec<_> =
            found.iter().map(|found| (found.article(), found.count(), found.in_title())).collect();
        assert_eq!(found, expected, "{text}");
    }

    const NEWS: [(&str, &[&str]); 3] = [
        ("三市計畫", &["三市定下計畫。", "動畫計畫也在內。"]),
        ("两市计划", &["计划没有动画。"]),
        ("G60 走廊", &["科创走廊𠮷祥", "三市"]),
    ];

    #[test]
    fn each_article_comes_once_with_its_count() {
        check(&NEWS, "", &[]);
        check(&NEWS, "市", &[(0, 2, true), (1, 1, true), (2, 1, false)]);
        check(&NEWS, "三市", &[(0, 2, true), (2, 1, false)]);
        check(&NEWS, "计划", &[(0, 2, true), (1, 2, true)]);
        check(&NEWS, "动画", &[(0, 1, false), (1, 1, false)]);
        check(&NEWS, "動畫計", &[(0, 1, false)]);
        check(&NEWS, "画计划", &[(0, 1, false)]);
        check(&NEWS, "G60 走廊", &[(2, 1, true)]);
        check(&NEWS, "廊𠮷祥", &[(2, 1, false)]);
        check(&NEWS, "𠮷", &[(2, 1, false)]);
    }

    #[test]
    fn counts_are_rough_and_long_terms_are_counted_themselves() {
        let often = "甲乙".repeat(9) + "，乙丙丁甲乙，丙丁";
        let news: [(&str, &[&str]); 1] = [("", &[&often])];
        check(&news, "甲乙", &[(0, 8, false)]);
        check(&news, "乙甲乙甲", &[(0, 4, false)]);
        check(&news, "乙丙丁", &[(0, 1, false)]);
        check(&news, "甲乙丙", &[]);
    }

    #[test]
    fn a_term_does_not_run_over_the_end_of_a_field() {
        check(&NEWS, "祥三", &[]);
        check(&NEWS, "走廊科", &[]);
        check(&NEWS, "计划计", &[]);
    }

    fn text(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
        let known = "画畫划劃计計了瞭干乾幹Ａa🙂𠮷\u{ffff}\u{fffe}";
        let one = proptest::sample::select(known.chars().collect::<Vec<_>>());
        proptest::collection::vec(one, length).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn it_finds_what_a_scan_finds(
            texts in proptest::collection::vec([text(0..6), text(0..12), text(0..12)], 0..6), query in text(1..5),
        ) {
            let fields = texts.iter().map(|fields| fields.iter().map(String::as_str));
            let postings = Postings::of(fields, Letters::whole());
            let term = term(&query);
            let found = postings.find(&term, &mut Missing::new());
            let holds = |text: &String| !find_all(Letters::whole(), text, &term).is_empty();
            for (at, fields) in (0..).zip(&texts) {
                let posting = found.iter().find(|posting| posting.article() == at);
                prop_assert_eq!(posting.is_some(), fields.iter().any(holds));
                prop_assert_eq!(posting.is_some_and(|found| found.in_title()), holds(&fields[0]));
            }
            prop_assert!(found.is_sorted_by(|a, b| a.article() < b.article()));
        }

        #[test]
        fn files_tell_what_memory_tells(
            texts in proptest::collection::vec("(计划|甲乙丙|[甲乙丙計畫计划画1万]){0,20}", 1..6),
            queries in proptest::collection::vec("(计划|甲乙|[甲乙丙計畫计划画]){1,5}|1万[甲乙计]{0,4}", 8),
        ) {
            let of = || Postings::of(texts.iter().map(|text| [text.as_str(), text].into_iter()), Letters::whole());
            let made = of();
            let (table, files) = of().split(1);
            prop_assert!(table.is_sound(texts.len()));
            let read = Files::new(table);
            for (name, bytes) in &files {
                read.supply(*name, bytes).unwrap();
            }
            let read = Postings::Files(read, made.titles().to_vec());
            let missing = &mut Missing::new();
            for query in queries {
                let term = term(&query);
                prop_assert_eq!(read.find(&term, missing), made.find(&term, missing), "{}", query);
                if term.len() > 1 {
                    let slots = made.slots(&term);
                    prop_assert_eq!(read.starts(&slots, missing), made.starts(&slots, missing), "{}", query);
                }
                if let Some(number) = Number::read(&term) {
                    prop_assert_eq!(read.with_value(&number, missing), made.with_value(&number, missing));
                }
            }
            prop_assert!(missing.is_empty());
        }
    }
}
