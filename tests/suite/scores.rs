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
/// Scores by ten, from 0.
const BUCKETS: usize = 10;

/// Right and wrong segments of pages, by the bucket of their score.
#[derive(Default)]
struct Tally {
    right: [usize; BUCKETS],
    wrong: [usize; BUCKETS],
    /// Sums of the scores of both.
    sums: [usize; 2],
}

impl Tally {
    fn count(&mut self, segment: &Segment, is_right: bool) {
        let bucket = (usize::from(segment.score) / 10).min(BUCKETS - 1);
        let counts = if is_right { &mut self.right } else { &mut self.wrong };
        counts[bucket] += 1;
        self.sums[usize::from(!is_right)] += usize::from(segment.score);
    }

    /// The share of right ones in buckets.
    fn share(&self, buckets: Range<usize>) -> f64 {
        let sum = |counts: &[usize; BUCKETS]| counts[buckets.clone()].iter().sum::<usize>();
        let (right, wrong) = (sum(&self.right), sum(&self.wrong));
        right as f64 / (right + wrong).max(1) as f64
    }

    /// Mean scores of right and of wrong segments.
    fn means(&self) -> [f64; 2] {
        let counts = [&self.right, &self.wrong].map(|counts| counts.iter().sum::<usize>());
        [0, 1].map(|side| self.sums[side] as f64 / counts[side].max(1) as f64)
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
        let own = text(&[segment.range.slice(&record.page.text).unwrap().to_owned()]);
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

/// Mean scores of right and of wrong segments; shares of right ones below 50 and from 80 on.
fn measure(half: &str) -> ([f64; 2], [f64; 2]) {
    let mut sum = Tally::default();
    for case in cases(half) {
        tally(&case, &mut sum);
    }
    println!("scores of {half}: right, wrong, share right");
    for bucket in 0..BUCKETS {
        let (right, wrong) = (sum.right[bucket], sum.wrong[bucket]);
        let share = sum.share(bucket..bucket + 1);
        println!("{:>3}–{:<3} {right:>6} {wrong:>4}  {share:.3}", bucket * 10, bucket * 10 + 9);
    }
    let [right, wrong] = sum.means();
    println!("means: right {right:.1}, wrong {wrong:.1}");
    (sum.means(), [sum.share(0..5), sum.share(8..BUCKETS)])
}

#[test]
fn right_labels_score_higher_than_wrong_ones() {
    for half in ["seen", "held"] {
        let ([right, wrong], [low, high]) = measure(half);
        assert!(right >= wrong + 15.0, "scores of {half}: right {right:.1}, wrong {wrong:.1}");
        assert!(
            low < 0.85 && high > 0.985,
            "right in {half}: {low:.3} of low ones, {high:.3} of high"
        );
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
