//! Ranking: a sum of whole numbers that a user can be told, the same on every machine.
//!
//! For each term: how rare it is, times where and how often it stands. More of the same count less
//! and less, and less in longer texts, as in BM25 (k1 = 1.2, b = 0.75). One in a title of middle
//! length counts more than any number in the body; the name of an initiative stands between.

use serde::{Deserialize, Serialize};

/// Weight of a term in a title, where one in a body of middle length weighs 1.
const TITLE: u32 = 8;
/// Weight of a term in the name of an initiative.
const NAME: u32 = 3;
/// How many parts a weight of 1 has.
const UNIT: u32 = 1 << 10;
/// More of the same do not count.
const MOST: u8 = 64;
/// The counts of what texts hold that are told apart: so often or more.
pub(crate) const STEPS: [u8; 4] = [1, 2, 4, 8];

/// How often a term stands in the fields of an article; many times are as many as can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub title: u8,
    pub names: u8,
    pub body: u8,
    /// What stands for the term, anywhere: another name, the same number.
    pub other: u8,
}

/// About how long a text is, in a byte: what differs by less than an eighth may be the same, and what is below 16 is
/// told exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rough(u8);

/// A length of a text beside that of the text in the middle, as [`damped`] needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length(u32);

/// The texts of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lengths {
    pub title: Length,
    pub body: Length,
}

/// What the order of hits asks of the articles. These are told by their places among the newest, so that
/// lists of them are in the order in which equal hits stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ranking {
    pub weights: Weights,
    /// The positions of the articles, the newest first, those without a date last.
    pub newest: Vec<u32>,
    /// The place among the newest of the article at each position.
    pub age: Vec<u32>,
}

/// What terms weigh in articles, by how often they stand there: worked out once, as a search may ask it of
/// all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weights {
    /// For each of [`STEPS`], in the body alone and in the title too, the weight in each article: a search
    /// that finds much looks at few of these rows.
    own: [[Vec<u16>; 2]; STEPS.len()],
    lengths: Vec<Lengths>,
    /// The greatest weight of what stands in a body alone.
    most_of_body: u16,
}

impl Ranking {
    /// Of the articles at these positions, the newest first, by the lengths of those at all positions.
    pub fn new(lengths: &[Lengths], newest: Vec<u32>) -> Self {
        let mut age = vec![0; newest.len()];
        for (place, &at) in (0..).zip(&newest) {
            age[at as usize] = place;
        }
        let own = newest.iter().map(|&at| lengths[at as usize]).collect();
        Self { weights: Weights::new(own), newest, age }
    }

    /// The places among the newest of the articles at some positions, in order, each once.
    pub fn ages(&self, positions: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut ages: Vec<u32> = positions.map(|at| self.age[at as usize]).collect();
        ages.sort_unstable();
        ages.dedup();
        ages
    }
}

impl Weights {
    /// In articles of these lengths.
    pub fn new(lengths: Vec<Lengths>) -> Self {
        let row = |count: u8, title: u8| {
            let counts = Counts { title, body: count - title, ..Counts::default() };
            let weight = |&own| u16::try_from(counts.weight(own)).unwrap_or(u16::MAX);
            lengths.iter().map(weight).collect()
        };
        let own = STEPS.map(|count| [row(count, 0), row(count, 1)]);
        let bodies = own.iter().flat_map(|[body, _]| body);
        Self { most_of_body: bodies.copied().max().unwrap_or_default(), own, lengths }
    }

    /// What stands in the body of an article alone weighs no more in any.
    pub fn most_of_body(&self) -> u64 {
        self.most_of_body.into()
    }

    /// The weight of a term that stands so often in an article, as far as [`STEPS`] tell that.
    #[inline]
    pub fn of(&self, article: u32, counts: Counts) -> u64 {
        let article = article as usize;
        let own = counts.title + counts.body;
        let mut weight = 0;
        if own > 0 {
            let step = own.ilog2().min(STEPS.len() as u32 - 1);
            weight += u32::from(self.own[step as usize][usize::from(counts.title > 0)][article]);
        }
        if counts.names | counts.other > 0 {
            weight += Counts { title: 0, body: 0, ..counts }.weight(self.lengths[article]);
        }
        weight.into()
    }
}

impl Rough {
    /// So many characters.
    pub fn of(length: u32) -> Self {
        // The place of the highest bit, and the three bits behind it.
        let shift = (length >> 3).max(1).ilog2();
        Self((shift << 3) as u8 + (length >> shift) as u8)
    }

    /// The least length that is the same.
    pub fn about(self) -> u64 {
        let shift = (self.0 >> 3).saturating_sub(1);
        u64::from(self.0 - (shift << 3)) << shift
    }
}

impl Length {
    /// Characters of a text, and of such texts in the middle; texts beyond a thousand times the
    /// middle are as long as these.
    pub fn new(own: u64, middle: u64) -> Self {
        let middle = middle.max(1);
        Self((u64::from(UNIT) * own.min(1000 * middle) / middle) as u32)
    }
}

impl Counts {
    /// True where nothing but what stands for the term was found.
    pub fn is_indirect(self) -> bool {
        self.other > 0 && self.title == 0 && self.names == 0 && self.body == 0
    }

    /// True where nothing was found but in the body.
    pub fn is_of_body(self) -> bool {
        self.title | self.names | self.other == 0
    }

    /// Both together.
    pub fn plus(self, more: Self) -> Self {
        Self {
            title: self.title.saturating_add(more.title),
            names: self.names.saturating_add(more.names),
            body: self.body.saturating_add(more.body),
            other: self.other.saturating_add(more.other),
        }
    }

    /// The term's weight in an article, in 1024ths.
    pub fn weight(self, texts: Lengths) -> u32 {
        TITLE * damped(self.title, texts.title)
            + NAME * UNIT * u32::from(self.names > 0)
            + damped(self.body, texts.body)
            + damped(self.other, texts.body) / 4
    }
}

/// A count that saturates, sooner in a short text.
fn damped(count: u8, Length(length): Length) -> u32 {
    if count == 0 {
        return 0;
    }
    let count = u32::from(count.min(MOST)) * UNIT;
    // k1 + 1 = 2.2 and k1 · (1 - b + b · length) = 0.3 + 0.9 · length, times 10.
    22 * UNIT * count / (10 * count + 3 * UNIT + 9 * length)
}

/// How rare a term is that `holders` of `articles` articles hold: the binary logarithm of
/// 1 + articles / holders, in 256ths, straight between powers of two.
pub(crate) fn rarity(articles: usize, holders: usize) -> u64 {
    let ratio = 256 + 256 * articles as u64 / holders.max(1) as u64;
    let power = u64::from(ratio.ilog2());
    256 * (power - 8) + ((256 * ratio) >> power) - 256
}

#[cfg(test)]
mod tests {
    use super::*;

    fn middle() -> Lengths {
        Lengths { title: Length::new(20, 20), body: Length::new(500, 500) }
    }

    /// Both in a corpus of 100 articles, of which so many hold the term.
    #[track_caller]
    fn better(a: (Counts, usize), b: (Counts, usize)) {
        let score = |(counts, holders): (Counts, usize)| {
            rarity(100, holders) * u64::from(counts.weight(middle()))
        };
        assert!(score(a) > score(b), "{a:?} is no better than {b:?}");
    }

    fn counts(title: u8, names: u8, body: u8) -> Counts {
        Counts { title, names, body, other: 0 }
    }

    #[test]
    fn title_before_name_before_body() {
        better((counts(1, 0, 0), 10), (counts(0, 9, 0), 10));
        better((counts(0, 1, 0), 10), (counts(0, 0, 60), 10));
        better((counts(1, 0, 0), 10), (counts(0, 1, 60), 10));
    }

    #[test]
    fn rarer_and_more_frequent_terms_count_more() {
        better((counts(0, 0, 1), 1), (counts(0, 0, 1), 2));
        better((counts(0, 0, 2), 5), (counts(0, 0, 1), 5));
        let more = |body| counts(0, 0, body).weight(middle());
        assert!(more(8) - more(4) < more(4) - more(0));
    }

    #[test]
    fn a_short_text_is_more_about_its_terms() {
        let body = |own| Lengths { body: Length::new(own, 500), ..middle() };
        let of = |own| counts(0, 0, 3).weight(body(own));
        assert!(of(100) > of(500) && of(500) > of(5000));
        assert_eq!(counts(0, 0, 1).weight(middle()), UNIT);
    }

    #[test]
    fn a_length_is_about_what_it_was() {
        for length in (0..5000).chain([99_999, 1 << 31, u32::MAX]) {
            let about = Rough::of(length).about();
            let length = u64::from(length);
            assert!(about <= length && length - about <= length / 8, "{length}: {about}");
            assert!(length >= 16 || about == length);
        }
        assert_eq!(Rough::default(), Rough::of(0));
    }

    #[test]
    fn weights_are_those_of_the_counts() {
        let weights = Weights::new(vec![Lengths::default(), middle()]);
        for own in STEPS {
            for (title, names, other) in [(0, 0, 0), (1, 0, 0), (0, 1, 3), (1, 2, 1), (1, 0, 9)] {
                let counts = Counts { title, names, body: own - title, other };
                assert_eq!(weights.of(1, counts), u64::from(counts.weight(middle())), "{counts:?}");
            }
        }
        assert_eq!(weights.of(1, Counts::default()), 0);
        // Terms weigh most in the shortest texts.
        assert!(weights.own.as_flattened().iter().all(|row| row[0] < u16::MAX));
    }

    #[test]
    fn rarity_is_a_logarithm() {
        assert_eq!(rarity(100, 100), 256);
        assert_eq!(rarity(3, 1), 512);
        assert_eq!(rarity(7, 1), 768);
        assert!((1..1000).all(|holders| rarity(1000, holders) >= rarity(1000, holders + 1)));
    }
}
