//! `compare`: whether a text repeats a longer one, from the whole of both.
//!
//! It does where at least half of its grams stand in the longer one, unless
//!
//! - its figures are others: notices of one mould (weather, stocks) share all but the figures
//! - only its end is shared: what a site puts under every story
//! - it is short beside the other and comes from its midst: a digest that quotes a story
//!
//! Two texts that cover most of each other are prints of one story; a text that covers a small part
//! of a longer one is an excerpt, and what that proves is weighed in `clusters`.

use deltascope_model::Article;

use super::letters::{GRAM, Grams, Letters, hashed};

/// Share of the shorter text that must stand in the longer one, in percent.
const CONTAINED: usize = 50;
/// Share of the longer text that a print covers, in percent. Two texts that cover so much of a third
/// share at least a fifth of it, so stories that merely stand on one page do not meet in it.
const COVERED: usize = 60;
/// An excerpt that covers less of the longer text, in percent, must come from its beginning.
const BRIEF: usize = 25;
/// Where a beginning ends, in percent of the text.
const BEGINNING: usize = 10;
/// Up to this share, in percent, a third of the text at its start must be shared too.
const DOUBTFUL: usize = 60;
/// A text with fewer grams is a print only of one with the same letters.
pub(super) const FEWEST: usize = 32;
/// Letters before a figure that tell which figure it is.
const CONTEXT: usize = 4;

/// A text with what is compared of it.
pub(super) struct Story {
    letters: Letters,
    pub grams: Grams,
    // Invariant: sorted.
    figures: Vec<Figure>,
}

/// A run of digits, after the letters that lead to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Figure {
    context: u64,
    digits: u64,
}

/// How a text stands in a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// Grams that both hold.
    pub shared: usize,
    /// Share of the longer text that they are, in percent.
    pub covered: usize,
    /// False for an excerpt.
    pub print: bool,
}

impl Story {
    pub fn of(article: &Article) -> Self {
        let letters = Letters::of(article);
        Self { grams: letters.gram_set(), figures: figures(letters.as_slice()), letters }
    }

    /// Whether this text repeats a longer one.
    pub fn within(&self, long: &Self) -> Option<Tie> {
        if self.grams.len() < FEWEST {
            return None;
        }
        let shared = self.grams.shared(&long.grams);
        let percent = |of: usize| shared * 100 / of.max(1);
        let (contained, covered) = (percent(self.grams.len()), percent(long.grams.len()));
        if contained < CONTAINED
            || self.contradicts(long)
            || (contained < DOUBTFUL && !self.starts_in(long))
            || (covered < BRIEF && !self.begins(long))
        {
            return None;
        }
        Some(Tie { shared, covered, print: covered >= COVERED })
    }

    /// True where two texts have enough in common to be about one story.
    pub fn meets(&self, other: &Self) -> bool {
        self.grams.shared(&other.grams) * 4 >= self.grams.len().min(other.grams.len())
    }

    /// True where figures after the same words differ, two and more, and a third of all that can be
    /// compared: `最高气温12度` beside `最高气温9度`. A later version with a new toll passes.
    fn contradicts(&self, long: &Self) -> bool {
        let (mut equal, mut other) = (0, 0);
        for figure in &self.figures {
            let from = long.figures.partition_point(|one| one.context < figure.context);
            let mut same = long.figures[from..]
                .iter()
                .take_while(|one| one.context == figure.context)
                .peekable();
            if same.peek().is_some() {
                let found = same.any(|one| one.digits == figure.digits);
                equal += usize::from(found);
                other += usize::from(!found);
            }
        }
        other >= 2 && other * 2 > equal
    }

    /// True where a tenth of the text's first third stands in the longer one.
    fn starts_in(&self, long: &Self) -> bool {
        let third = (self.letters.as_slice().len() / 3).max(1);
        let shared = self.letters.grams().take(third).filter(|gram| long.grams.contains(*gram));
        shared.count() * 10 >= third
    }

    /// True where what is shared begins where the longer text does.
    fn begins(&self, long: &Self) -> bool {
        let first = long.letters.grams().position(|gram| self.grams.contains(gram));
        let beginning = long.letters.as_slice().len() * BEGINNING / 100 + FEWEST;
        first.is_some_and(|first| first <= beginning)
    }
}

/// The figures of a text, sorted.
fn figures(letters: &[char]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut context: Vec<char> = Vec::new();
    for run in letters.chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit()) {
        if run[0].is_ascii_digit() {
            // A long run is a serial number; its end tells it from others.
            let digits = hashed(&run[run.len().saturating_sub(GRAM)..]);
            figures.push(Figure { context: hashed(&context), digits });
        } else {
            context.extend(&run[run.len().saturating_sub(CONTEXT)..]);
            context.drain(..context.len().saturating_sub(CONTEXT));
        }
    }
    figures.sort_unstable();
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::families::sample;

    #[track_caller]
    fn check(short: &[&str], long: &[&str], expected: Option<bool>) {
        let story = |text| Story::of(&sample::article("a", text));
        let tie = story(short).within(&story(long));
        assert_eq!(tie.map(|tie| tie.print), expected);
    }

    const LEAD: &str = "三市共用大型仪器的平台今天开通，企业在网上预约检测，费用由三市财政各自补助一半，\
        首批入网的设备来自高校和研究所。";
    const MIDDLE: &str = "以前借一台电镜要跑几个部门，现在从提出申请到拿到数据只要两天，排队时间比去年短了许多，\
        闲置的设备也有了去处。";
    const END: &str = "平台的负责人说，下一步要把维修和培训也搬到网上，让偏远县城的小企业同样用得起好设备，\
        具体办法正在商量。";
    const OTHER: &str = "省气象台预计，未来三天沿江地区多云转阴，有零星小雨，早晨局部有雾，出行请注意交通安全，\
        山区夜间气温较低。";

    #[test]
    fn a_print_may_lose_and_gain_paragraphs() {
        check(&[LEAD, MIDDLE, END], &[LEAD, MIDDLE, END], Some(true));
        check(&[LEAD, MIDDLE], &[LEAD, MIDDLE, END], Some(true));
        check(&[LEAD, MIDDLE, OTHER], &[LEAD, MIDDLE, END], Some(true));
        check(&[END, LEAD], &[LEAD, MIDDLE, END], Some(true));
        check(&[LEAD], &[LEAD, MIDDLE, END], Some(false));
        check(&[OTHER], &[LEAD, MIDDLE, END], None);
    }

    #[test]
    fn a_shared_end_alone_proves_nothing() {
        check(&[OTHER, END], &[LEAD, MIDDLE, END], None);
    }

    #[test]
    fn a_small_part_from_the_midst_is_a_quotation() {
        // Letters in the order of their code, which no story shares.
        let rest: String = ('\u{4e00}'..'\u{4fff}').collect();
        check(&[LEAD], &[LEAD, &rest], Some(false));
        check(&[LEAD], &[&rest, LEAD], None);
        check(&[LEAD, MIDDLE, END], &[&rest[..600], LEAD, MIDDLE, END], Some(false));
    }

    #[test]
    fn a_mould_with_other_figures_is_another_story() {
        let weather = |high: u32, low: u32, wind: u32| {
            format!(
                "市气象台今天早晨发布天气预报，白天到夜里多云，最高气温{high}度，最低气温{low}度，\
                 东北风{wind}级，请市民注意添减衣物"
            )
        };
        check(&[&weather(12, 3, 4)], &[&weather(12, 3, 4)], Some(true));
        check(&[&weather(12, 3, 4)], &[&weather(9, 2, 4)], None);
        // One figure of many: a later version.
        check(&[&weather(12, 3, 4)], &[&weather(12, 3, 5)], Some(true));
    }

    #[test]
    fn a_very_short_text_is_not_compared() {
        check(&["三市共用仪器，费用分担。"], &[LEAD], None);
    }
}
