//! Ranking: a plain sum that a user can be told.
//!
//! For each term: how rare it is, times where and how often it stands. A title counts most, then
//! a name of an initiative, then the body; more of the same counts less and less. Square roots
//! rather than logarithms, as IEEE 754 defines them to the last bit: the browser and the command
//! line rank alike.

/// Weight of an occurrence in the title.
const TITLE: f32 = 8.0;
/// Weight of an occurrence in the name of an initiative.
const NAME: f32 = 4.0;

/// How often a term stands in the fields of an article.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub title: usize,
    pub names: usize,
    pub body: usize,
}

impl Counts {
    /// True where the term stands nowhere.
    pub fn is_zero(self) -> bool {
        self.title + self.names + self.body == 0
    }

    /// The term's part of the score, where `holders` of `articles` articles hold it.
    pub fn score(self, articles: usize, holders: usize) -> f32 {
        let rarity = (articles as f32 / holders.max(1) as f32).sqrt();
        let damped = |count: usize| (count as f32).sqrt();
        rarity * (TITLE * damped(self.title) + NAME * damped(self.names) + damped(self.body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both in a corpus of 100 articles, of which so many hold the term.
    #[track_caller]
    fn better(a: (Counts, usize), b: (Counts, usize)) {
        let score = |(counts, holders): (Counts, usize)| counts.score(100, holders);
        assert!(score(a) > score(b), "{a:?} is no better than {b:?}");
    }

    fn counts(title: usize, names: usize, body: usize) -> Counts {
        Counts { title, names, body }
    }

    #[test]
    fn title_before_name_before_body() {
        better((counts(1, 0, 0), 10), (counts(0, 1, 0), 10));
        better((counts(0, 1, 0), 10), (counts(0, 0, 1), 10));
        better((counts(1, 0, 0), 10), (counts(0, 0, 60), 10));
    }

    #[test]
    fn rarer_and_more_frequent_terms_count_more() {
        better((counts(0, 0, 1), 1), (counts(0, 0, 1), 2));
        better((counts(0, 0, 2), 5), (counts(0, 0, 1), 5));
        // Damped: the second four add less than the first four.
        let more = |body| counts(0, 0, body).score(100, 5);
        assert!(more(8) - more(4) < more(4) - more(0));
    }
}
