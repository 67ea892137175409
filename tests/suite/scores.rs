//! Scores of segments: those of right labels are higher than those of wrong ones.
//!
//! A label is judged by its text. A body is right where the key's paragraphs hold it, or nearly all of it; a title where
//! it is a title of the key; anything else where it is no paragraph that the cleaner lost. Of `held`
//! only sums are printed, see `cleaning`.

use std::ops::Range;

use deltascope_model::{Label, Segment};

use crate::cleaning::{Case, cases, cleaned};
use crate::measure::{counted, f1};

/// The least length of a removed text, in characters, to be looked for inside paragraphs: a shorter
/// one stands there by chance, and must be a whole one.
const INSIDE: usize = 8;
/// F1 from which on a body is a paragraph of the key, be there noise left in it.
const MOSTLY: f64 = 0.8;
/// The least of scores that are high.
const HIGH: usize = 80;
/// Scores, from 0.
const SCORES: usize = 101;

/// Right and wrong segments of pages, by their score.
struct Tally {
    right: [usize; SCORES],
    wrong: [usize; SCORES],
}

impl Tally {
    fn count(&mut self, segment: &Segment, is_right: bool) {
        let counts = if is_right { &mut self.right } else { &mut self.wrong };
        counts[usize::from(segment.score)] += 1;
    }

    /// How many right and how many wrong ones have such scores.
    fn of(&self, scores: Range<usize>) -> [usize; 2] {
        [&self.right, &self.wrong].map(|counts| counts[scores.clone()].iter().sum())
    }

    /// The share of right ones among such scores.
    fn share(&self, scores: Range<usize>) -> f64 {
        let [right, wrong] = self.of(scores);
        right as f64 / (right + wrong).max(1) as f64
    }

    /// How often a right one scores higher than a wrong one, of all pairs; equal ones count half. It
    /// does not depend on how many there are of either.
    fn order(&self) -> f64 {
        let [right, wrong] = self.of(0..SCORES);
        let higher = |score: usize| {
            let [above, _] = self.of(score + 1..SCORES);
            self.wrong[score] as f64 * (above as f64 + self.right[score] as f64 / 2.0)
        };
        (0..SCORES).map(higher).sum::<f64>() / (right * wrong).max(1) as f64
    }

    /// Mean scores of right and of wrong segments.
    fn means(&self) -> [f64; 2] {
        [&self.right, &self.wrong].map(|counts| {
            let sum: usize = counts.iter().enumerate().map(|(score, count)| score * count).sum();
            sum as f64 / counts.iter().sum::<usize>().max(1) as f64
        })
    }
}

fn text(texts: &[String]) -> String {
    counted(&texts.concat()).into_iter().collect()
}

fn tally(case: &Case, tally: &mut Tally) {
    let record = cleaned(case);
    let stories = &case.key.stories;
    let keys: Vec<String> = stories.iter().flat_map(|story| story.paragraphs.clone()).collect();
    let wanted = text(&keys);
    let found: Vec<String> =
        record.articles.iter().flat_map(|article| article.paragraphs.clone()).collect();
    let found = text(&found);
    let paragraphs: Vec<String> = keys.iter().map(|key| text(std::slice::from_ref(key))).collect();
    let titles: Vec<String> =
        stories.iter().filter_map(|story| Some(text(&[story.title.clone()?]))).collect();
    for segment in record.segments.iter().filter(|segment| segment.rule != "blank") {
        // What was repaired is judged by what it was meant to say.
        let mut repairs = record.articles.iter().flat_map(|article| &article.repairs);
        let repair = repairs.find(|repair| repair.range == segment.range);
        let own = match repair {
            Some(repair) => repair.text.clone(),
            None => segment.range.slice(&record.page.text).unwrap().to_owned(),
        };
        let own = text(&[own]);
        let lost = || {
            !found.contains(&own)
                && (paragraphs.contains(&own)
                    || own.chars().count() >= INSIDE && wanted.contains(&own))
        };
        let is_right = match segment.label {
            Label::Body => wanted.contains(&own) || keys.iter().any(|key| f1(&own, key) >= MOSTLY),
            Label::Title => titles.contains(&own),
            Label::Metadata | Label::Noise => !lost(),
        };
        tally.count(segment, is_right);
    }
}

fn measure(half: &str) -> Tally {
    let mut sum = Tally { right: [0; SCORES], wrong: [0; SCORES] };
    for case in cases(half) {
        tally(&case, &mut sum);
    }
    println!("scores of {half}: right, wrong, share right");
    for from in (0..SCORES - 1).step_by(10) {
        let [right, wrong] = sum.of(from..from + 10);
        println!(
            "{from:>3}–{:<3} {right:>6} {wrong:>4}  {:.3}",
            from + 9,
            sum.share(from..from + 10)
        );
    }
    let [right, wrong] = sum.means();
    println!("means: right {right:.1}, wrong {wrong:.1}; in order {:.3}", sum.order());
    sum
}

#[test]
fn right_labels_score_higher_than_wrong_ones() {
    for half in ["seen", "held"] {
        let sum = measure(half);
        let ([right, wrong], high) = (sum.means(), sum.share(HIGH..SCORES));
        assert!(right >= wrong + 15.0, "scores of {half}: right {right:.1}, wrong {wrong:.1}");
        assert!(sum.order() > 0.8, "scores of {half} in order: {:.3}", sum.order());
        assert!(high > 0.985, "right in {half}: {high:.3} of high ones");
    }
}

#[test]
fn what_is_sure_by_definition_scores_so() {
    for case in cases("seen") {
        let record = cleaned(&case);
        for segment in &record.segments {
            assert!(segment.score <= 100, "{}", case.name);
            let text = segment.range.slice(&record.page.text).unwrap();
            let blank = segment.rule == "blank";
            assert!(!blank || segment.score == 100 && text.trim_matches(is_gap).is_empty());
        }
    }
}

/// White space, and marks of no width.
fn is_gap(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
}
