//! `Postings`: which articles hold a term, without reading them all.
//!
//! 1. [`Units`]: the texts, recoded so that comparing is comparing numbers
//! 2. [`Lists`]: for each unit, pair of neighbours and frequent three, the articles that hold it
//! 3. [`Values`]: for each number, the articles that may hold it
//! 4. [`Postings::find`]: the list of a term of one or two letters is there; of a longer one, the
//!    articles in the lists of all its parts are candidates. Where the first places of the parts
//!    follow on each other the term stands there; where a part stands once, one place is looked at;
//!    else the text decides
//!
//! Pairs need no words, so nothing is missed: a term stands where all of its pairs do.

mod lists;
mod units;
mod values;

use std::{borrow::Cow, sync::OnceLock};

use deltascope_text::Letters;

use crate::matches::{Match, before};
use crate::rank::Counts;
use crate::scan::Letter;
use lists::{LATE, Lists, Posting};
use units::{Slot, Units};
use values::Values;

/// The texts of a corpus and what stands where in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Postings {
    lists: Lists,
    /// Made when a number is first asked for.
    values: OnceLock<Values>,
}

/// The most articles that a posting can tell apart.
pub(crate) const MOST: usize = 1 << 20;

impl Postings {
    /// Reads the fields of at most [`MOST`] articles, the title first.
    pub fn of<'t, F>(articles: impl Iterator<Item = F>, letters: &Letters) -> Self
    where
        F: Iterator<Item = &'t str>,
    {
        Self { lists: Lists::of(Units::of(articles, letters)), values: OnceLock::new() }
    }

    /// The articles that hold a term, in order, with how often, as [`Postings::find`] tells.
    pub fn count(&self, term: &[Letter]) -> Vec<Match> {
        let count = |found: &Posting| {
            let article = found.article();
            let title = u8::from(self.lists.texts().in_title(article, found.first()));
            let counts = Counts { title, body: found.count() - title, ..Counts::default() };
            Match { article: article as u32, counts }
        };
        self.find(term).iter().map(count).collect()
    }

    /// The articles that may hold a number, in order.
    pub fn with_value(&self, value: u128) -> impl Iterator<Item = usize> {
        self.values().find(value)
    }

    fn values(&self) -> &Values {
        self.values.get_or_init(|| Values::of(self.lists.texts()))
    }

    /// Makes lists before they are asked for: [`Lists::make`]; the numbers last.
    pub fn make(&self, from: usize) -> Option<usize> {
        let next = self.lists.make(from);
        if next.is_none() {
            self.values();
        }
        next
    }

    /// The articles that hold a term, in their order; none for an empty term.
    ///
    /// Counts are rough ([`lists::STEPS`]), and of a term of three letters or more that of its
    /// rarest part.
    fn find(&self, term: &[Letter]) -> Cow<'_, [Posting]> {
        let mut slots = self.lists.texts().slots(term);
        self.drop_unmet(&mut slots);
        match &slots[..] {
            [] => Cow::default(),
            [one] => self.lists.of_unit(one),
            [one, two] => self.lists.of_pair(one, two),
            _ => self.of_long(&slots),
        }
    }

    /// Takes the units from the slots that stand nowhere beside one of the next slot or the one before.
    fn drop_unmet(&self, slots: &mut [Slot]) {
        for at in 1..slots.len() {
            let (before, rest) = slots.split_at_mut(at);
            let (one, two) = (&mut before[at - 1], &mut rest[0]);
            one.retain(|&one| two.iter().any(|&two| self.lists.has_pair(one, two)));
            two.retain(|&two| one.iter().any(|&one| self.lists.has_pair(one, two)));
        }
    }

    /// The articles in which a term of three or more units stands.
    fn of_long(&self, slots: &[Slot]) -> Cow<'_, [Posting]> {
        let mut lists = Vec::new();
        let mut covered = false;
        for (at, pair) in slots.windows(2).enumerate() {
            let three = slots.get(at..at + 3).and_then(|three| self.lists.of_three(three));
            match three {
                Some(list) => lists.push((at, Cow::Borrowed(list))),
                None if covered => {}
                None => lists.push((at, self.lists.of_pair(&pair[0], &pair[1]))),
            }
            covered = three.is_some();
        }
        lists.sort_by_key(|(_, list)| list.len());
        match lists.pop() {
            Some((_, list)) if lists.is_empty() => list,
            last => {
                lists.extend(last);
                Cow::Owned(self.verified(slots, &lists))
            }
        }
    }

    /// The articles of several lists in which a term stands; the lists are of its parts, each with the
    /// part's place in the term, the shortest list first.
    fn verified(&self, slots: &[Slot], lists: &[(usize, Cow<[Posting]>)]) -> Vec<Posting> {
        let Some(((rarest, candidates), others)) = lists.split_first() else { return Vec::new() };
        let pattern = Pattern::new(slots, *rarest);
        let mut passed = vec![0; others.len()];
        let mut found = Vec::new();
        'candidates: for candidate in candidates.iter() {
            let article = candidate.article();
            // Where the term would start, if each pair's first place were its own.
            let start_of = |found: Posting, at: usize| found.first() as isize - at as isize;
            let start = start_of(*candidate, *rarest);
            let (mut earliest, mut latest) = (start, start);
            let mut step = candidate.step();
            let once = |found: Posting| found.step() == 0 && found.first() < LATE;
            let mut only = once(*candidate).then_some(start);
            for ((at, list), passed) in others.iter().zip(&mut passed) {
                *passed += before(&list[*passed..], |other| other.article() < article);
                let Some(other) = list.get(*passed).filter(|other| other.article() == article)
                else {
                    continue 'candidates;
                };
                let start = start_of(*other, *at);
                (earliest, latest) = (earliest.min(start), latest.max(start));
                step = step.min(other.step());
                only = only.or(once(*other).then_some(start));
            }
            // No pair stands before its first place, so neither does the term before the latest start.
            let from = latest.max(0) as usize;
            let text = self.lists.texts().article(article);
            let first = if earliest == latest && latest >= 0 && from + slots.len() <= LATE {
                Some(from)
            } else if let Some(start) = only {
                // A pair that stands once leaves one place to look at.
                let start = usize::try_from(start).ok();
                start.filter(|&start| pattern.stands(text, start))
            } else {
                pattern.find(text, from)
            };
            found.extend(first.map(|first| Posting::new(article, step, first)));
        }
        found
    }
}

/// A term of units to look for in texts.
struct Pattern<'s> {
    slots: &'s [Slot],
    /// Two neighbouring slots of one unit each, by which to leap through a text: the place of the
    /// first, and both.
    lead: Option<(usize, [u16; 2])>,
}

impl<'s> Pattern<'s> {
    /// `rarest` is the place of the part that stands in the fewest articles.
    fn new(slots: &'s [Slot], rarest: usize) -> Self {
        let lead = match (&slots[rarest][..], &slots[rarest + 1][..]) {
            (&[one], &[two]) => Some((rarest, [one, two])),
            _ => None,
        };
        Self { slots, lead }
    }

    /// True where the term stands at a place of a text.
    fn stands(&self, text: &[u16], at: usize) -> bool {
        let part = text.get(at..at + self.slots.len());
        part.is_some_and(|part| self.slots.iter().zip(part).all(|(slot, unit)| slot.contains(unit)))
    }

    /// Where the term first stands in a text, from a place on.
    fn find(&self, text: &[u16], from: usize) -> Option<usize> {
        let ends = text.len().checked_sub(self.slots.len())?;
        let stands = |at: usize| self.stands(text, at);
        let Some((ahead, pair)) = self.lead else { return (from..=ends).find(|&at| stands(at)) };
        let row = &text[ahead..ahead + ends + 2];
        let mut from = from;
        while let Some(next) = row.get(from..).and_then(|row| position(row, pair)) {
            if stands(from + next) {
                return Some(from + next);
            }
            from += next + 1;
        }
        None
    }
}

/// Where two units first stand side by side. Whole blocks are compared at once, which compilers
/// turn into vector instructions.
fn position(row: &[u16], [one, two]: [u16; 2]) -> Option<usize> {
    const BLOCK: usize = 32;
    let is = |(a, b): (&u16, &u16)| (a ^ one) | (b ^ two) == 0;
    let seconds = row.get(1..)?;
    let firsts = &row[..seconds.len()];
    let blocks = firsts.chunks_exact(BLOCK).zip(seconds.chunks_exact(BLOCK));
    let without =
        |(a, b): &(&[u16], &[u16])| !a.iter().zip(*b).fold(false, |found, pair| found | is(pair));
    let passed = BLOCK * blocks.take_while(without).count();
    firsts[passed..].iter().zip(&seconds[passed..]).position(is).map(|at| passed + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scan::find_all;

    fn term(text: &str) -> Vec<Letter> {
        text.chars().map(|c| Letters::whole().readings(c)).collect()
    }

    /// The articles found, with a star where the title holds the term.
    #[track_caller]
    fn check(articles: &[(&str, &[&str])], text: &str, expected: &[(usize, usize)]) {
        let fields = articles.iter().map(|(title, body)| [title].into_iter().chain(*body).copied());
        let postings = Postings::of(fields, Letters::whole());
        let found = postings.find(&term(text));
        let found: Vec<_> = found.iter().map(|found| (found.article(), found.first())).collect();
        assert_eq!(found, expected, "{text}");
    }

    const NEWS: [(&str, &[&str]); 3] = [
        ("三市計畫", &["三市定下計畫。", "動畫計畫也在內。"]),
        ("两市计划", &["计划没有动画。"]),
        ("G60 走廊", &["科创走廊𠮷祥", "三市"]),
    ];

    #[test]
    fn each_article_comes_once_with_its_first_place() {
        check(&NEWS, "", &[]);
        check(&NEWS, "市", &[(0, 1), (1, 1), (2, 17)]);
        check(&NEWS, "三市", &[(0, 0), (2, 16)]);
        check(&NEWS, "计划", &[(0, 2), (1, 2)]);
        check(&NEWS, "动画", &[(0, 13), (1, 9)]);
        check(&NEWS, "動畫計", &[(0, 13)]);
        check(&NEWS, "画计划", &[(0, 14)]);
        check(&NEWS, "G60 走廊", &[(2, 0)]);
        check(&NEWS, "廊𠮷祥", &[(2, 10)]);
        check(&NEWS, "𠮷", &[(2, 11)]);
    }

    #[test]
    fn a_place_far_into_a_text_is_late() {
        let far = "远".repeat(LATE) + "处有一县" + &"近".repeat(9);
        let news: [(&str, &[&str]); 1] = [("", &[&far])];
        check(&news, "远", &[(0, 1)]);
        check(&news, "远处有", &[(0, LATE)]);
        check(&news, "一县近近近", &[(0, LATE)]);
        check(&news, "县近远", &[]);
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
            let found = postings.find(&term);
            let holds = |text: &String| !find_all(Letters::whole(), text, &term).is_empty();
            for (at, fields) in texts.iter().enumerate() {
                let posting = found.iter().find(|posting| posting.article() == at);
                prop_assert_eq!(posting.is_some(), fields.iter().any(holds));
            }
            prop_assert!(found.is_sorted_by(|a, b| a.article() < b.article()));
        }
    }
}
