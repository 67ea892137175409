//! Ranking: a sum of whole numbers that a user can be told, the same on every machine.
//!
//! For each term: how rare it is, times where and how often it stands. More of the same count less
//! and less, and less in longer texts, as in BM25 (k1 = 1.2, b = 0.75). One in a title of middle
//! length counts more than any number in the body; the name of an initiative stands between.

/// Weight of a term in a title, where one in a body of middle length weighs 1.
const TITLE: u64 = 8;
/// Weight of a term in the name of an initiative.
const NAME: u64 = 3;
/// How many parts a weight of 1 has.
const UNIT: u64 = 1 << 10;

/// How often a term stands in the fields of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub title: u32,
    pub names: u32,
    pub body: u32,
    /// What stands for the term, anywhere: another name, the same number.
    pub other: u32,
}

/// How long a text is, and such texts in the middle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Length {
    pub own: u64,
    pub middle: u64,
}

impl Counts {
    /// True where nothing but what stands for the term was found.
    pub fn is_indirect(self) -> bool {
        self.other > 0 && self.title + self.names + self.body == 0
    }

    /// The term's weight in an article, in 1024ths.
    pub fn weight(self, title: Length, body: Length) -> u64 {
        TITLE * damped(self.title, title)
            + NAME * UNIT * u64::from(self.names > 0)
            + damped(self.body, body)
            + damped(self.other, body) / 4
    }
}

/// A count that saturates, sooner in a short text.
fn damped(count: u32, Length { own, middle }: Length) -> u64 {
    let (count, middle) = (u64::from(count), middle.max(1));
    // k1 + 1 = 2.2 and k1 · (1 - b + b · own / middle) = 0.3 + 0.9 · own / middle, times 10 · middle.
    UNIT * 22 * count * middle / (10 * count * middle + 3 * middle + 9 * own)
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

    const MIDDLE: Length = Length { own: 500, middle: 500 };

    /// Both in a corpus of 100 articles, of which so many hold the term.
    #[track_caller]
    fn better(a: (Counts, usize), b: (Counts, usize)) {
        let score = |(counts, holders): (Counts, usize)| {
            rarity(100, holders) * counts.weight(MIDDLE, MIDDLE)
        };
        assert!(score(a) > score(b), "{a:?} is no better than {b:?}");
    }

    fn counts(title: u32, names: u32, body: u32) -> Counts {
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
        let more = |body| counts(0, 0, body).weight(MIDDLE, MIDDLE);
        assert!(more(8) - more(4) < more(4) - more(0));
    }

    #[test]
    fn a_short_text_is_more_about_its_terms() {
        let of = |own| counts(0, 0, 3).weight(MIDDLE, Length { own, middle: 500 });
        assert!(of(100) > of(500) && of(500) > of(5000));
        assert_eq!(counts(0, 0, 1).weight(MIDDLE, MIDDLE), UNIT);
    }

    #[test]
    fn rarity_is_a_logarithm() {
        assert_eq!(rarity(100, 100), 256);
        assert_eq!(rarity(3, 1), 512);
        assert_eq!(rarity(7, 1), 768);
        assert!((1..1000).all(|holders| rarity(1000, holders) >= rarity(1000, holders + 1)));
    }
}
