//! What a reprint has and the leading text lacks, and the other way round.
//!
//! A letter is in both texts where it stands in a gram that both hold. So a paragraph that only
//! moved is no difference, and the work grows with the length of the texts, however much they
//! differ: `三市共用仪器，免费` beside `三市共用仪器，收费` → `免` and `收`.

use deltascope_model::{Article, Difference, TextRange};

use super::letters::{GRAM, Grams, Placed, hashed};

/// Letters in a row that are no mere names or phrases.
const WORDS: usize = 16;

/// A family's leading text, ready to be compared with.
pub(super) struct Leading {
    placed: Placed,
    grams: Grams,
}

impl Leading {
    pub fn new(leader: &Article) -> Self {
        let placed = Placed::of(leader);
        Self { grams: placed.letters.gram_set(), placed }
    }

    /// How a member differs; none where its letters are the leader's.
    pub fn difference(&self, member: &Article) -> Option<Difference> {
        let placed = Placed::of(member);
        if placed.letters == self.placed.letters {
            return None;
        }
        let grams = placed.letters.gram_set();
        let ends = Ends::of(placed.letters.as_slice(), self.placed.letters.as_slice());
        let added = outside(&placed, &self.grams, ends);
        let missing = outside(&self.placed, &grams, ends);
        (!added.is_empty() || !missing.is_empty()).then(|| Difference {
            article: member.id.clone(),
            added,
            missing,
        })
    }
}

/// How many letters two texts begin and end with alike: there a change may leave less than a gram.
#[derive(Clone, Copy)]
struct Ends {
    start: usize,
    end: usize,
}

impl Ends {
    fn of(one: &[char], other: &[char]) -> Self {
        let start = one.iter().zip(other).take_while(|(left, right)| left == right).count();
        let (one, other) = (&one[start..], &other[start..]);
        let backwards = one.iter().rev().zip(other.iter().rev());
        Self { start, end: backwards.take_while(|(left, right)| left == right).count() }
    }
}

/// The ranges of the page whose letters stand in none of the grams; a range never leaves its span,
/// so that it holds nothing that cleaning cut out.
fn outside(placed: &Placed, grams: &Grams, ends: Ends) -> Vec<TextRange> {
    let letters = placed.letters.as_slice();
    let mut held = vec![false; letters.len()];
    held[..ends.start].fill(true);
    held[letters.len() - ends.end..].fill(true);
    for (at, gram) in letters.windows(GRAM).enumerate() {
        if grams.contains(hashed(gram)) {
            held[at..at + GRAM].fill(true);
        }
    }
    bridge(&mut held);
    let mut ranges: Vec<TextRange> = Vec::new();
    let mut last = None;
    for (at, range) in placed.places.iter().enumerate().filter(|(at, _)| !held[*at]) {
        match ranges.last_mut() {
            Some(open) if last == Some((at - 1, placed.spans[at])) => {
                *open = TextRange::new(open.start(), range.end());
            }
            _ => ranges.push(*range),
        }
        last = Some((at, placed.spans[at]));
    }
    ranges
}

/// Gives up what is held by a word that merely occurs elsewhere too: few letters between two
/// differences that are longer than it. A sentence that one text lacks is then one difference,
/// whatever names it repeats.
fn bridge(held: &mut [bool]) {
    let mut at = 0;
    // Runs of letters with the same verdict: where they start, and the verdict.
    let runs: Vec<(std::ops::Range<usize>, bool)> = held
        .chunk_by(|one, other| one == other)
        .map(|run| {
            at += run.len();
            (at - run.len()..at, run[0])
        })
        .collect();
    for three in runs.windows(3) {
        let [(before, _), (middle, is_held), (after, _)] = three else { continue };
        if *is_held && middle.len() < WORDS && middle.len() <= before.len() + after.len() {
            held[middle.clone()].fill(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::families::sample;

    /// The texts behind the ranges, joined by a bar: what the member has, then what it lacks.
    #[track_caller]
    fn check(leader: &[&str], member: &[&str], added: &str, missing: &str) {
        let (one, two) = (sample::article("a", leader), sample::article("b", member));
        let found = Leading::new(&one).difference(&two);
        let texts = |article: &[&str], ranges: &[TextRange]| {
            let page = article.concat();
            ranges.iter().map(|range| range.slice(&page).unwrap()).collect::<Vec<_>>().join("|")
        };
        let found = found.map_or((String::new(), String::new()), |found| {
            (texts(member, &found.added), texts(leader, &found.missing))
        });
        assert_eq!((found.0.as_str(), found.1.as_str()), (added, missing));
    }

    #[test]
    fn differences_are_what_only_one_text_has() {
        let text = "三市共用大型仪器，企业预约检测。";
        check(&[text], &["三市共用大型儀器企業預約檢測"], "", "");
        check(&[text], &["三市共用大型仪器，企业免费预约检测。"], "免费", "");
        check(&[text], &["三市共用大型仪器，企业自行检测。"], "自行", "预约");
        check(&[text, "费用由财政补助。"], &[text], "", "费用由财政补助");
    }

    #[test]
    fn a_name_that_occurs_elsewhere_does_not_split_a_difference() {
        let text = "三市共用大型仪器平台，企业预约检测。";
        let more = "去年冬天开始筹备的大型仪器平台有四百台设备可借。";
        check(&[text], &[text, more], "去年冬天开始筹备的大型仪器平台有四百台设备可借", "");
    }

    #[test]
    fn a_moved_paragraph_is_no_difference() {
        check(&["甲乙丙丁戊己", "庚辛壬癸子丑"], &["庚辛壬癸子丑", "甲乙丙丁戊己"], "", "");
    }

    #[test]
    fn a_range_does_not_cross_a_paragraph() {
        check(&["甲乙丙丁戊己"], &["甲乙丙丁戊己天地", "玄黄"], "天地|玄黄", "");
    }
}
