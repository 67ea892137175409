//! `Values`: which articles hold a number, by its value.
//!
//! Each way of reading the digits is listed, also those that the raw text rules out (a full-width
//! comma parts clauses, and is folded here): whoever asks reads the article's text for certainty.

use crate::numbers::{LEAST, LONGEST, number, starts};

use super::units::Units;

/// The articles of each number of [`LEAST`] or more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values {
    // Invariant: sorted, each pair once: the lower half of the value's bits, and the article.
    pairs: Vec<(u64, u32)>,
}

impl Values {
    /// The numbers in recoded articles.
    pub fn of(units: &Units) -> Self {
        let mut pairs = Vec::new();
        let mut run = Vec::new();
        for article in 0..units.len() {
            let text = units.article(article);
            let mut at = 0;
            while at < text.len() {
                let opens = |unit: &u16| char_of(*unit).is_some_and(starts);
                let Some(ahead) = text[at..].iter().position(opens) else { break };
                at += ahead;
                run.clear();
                run.extend(text[at..].iter().map_while(|unit| char_of(*unit)));
                for from in 0..run.len() {
                    let inside = from > 0 && run[from - 1].is_ascii_digit();
                    if inside || !starts(run[from]) {
                        continue;
                    }
                    let part = &run[from..run.len().min(from + LONGEST)];
                    let value = number(part).map(|(value, _)| value);
                    pairs.extend(
                        value
                            .filter(|&value| value >= LEAST)
                            .map(|value| (value as u64, article as u32)),
                    );
                }
                at += run.len();
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs }
    }

    /// The articles that may hold a value, in order.
    pub fn find(&self, value: u128) -> impl Iterator<Item = usize> {
        let value = value as u64;
        let from = self.pairs.partition_point(|pair| pair.0 < value);
        self.pairs[from..]
            .iter()
            .take_while(move |pair| pair.0 == value)
            .map(|&(_, article)| article as usize)
    }
}

/// The character of a unit, where a number may hold it.
fn char_of(unit: u16) -> Option<char> {
    let c = char::from_u32(u32::from(unit))?;
    (matches!(c, '0'..='9' | ',' | '.')
        || (c >= '\u{3007}' && "〇零一二三四五六七八九十百千万亿两".contains(c)))
    .then_some(c)
}
