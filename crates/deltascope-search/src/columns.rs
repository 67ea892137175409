//! How the index holds what is known of the articles: column by column, so that like stands by like and hosts
//! that compress on the way send half. Days are cut into bytes, and these stand apart too: the upper ones hardly
//! differ.
//!
//! - a length is a byte ([`Rough`])
//! - a date is its first day, and how many days it covers; what it lacks is told by a mark
//! - a story is told by how far its leading article stands before: by 0 where it is the article itself

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::facts::{ArticleFacts, Published};
use crate::rank::Rough;

/// A date is there; it has a first day; it has a last day.
const MARKS: [u8; 3] = [1, 2, 4];

/// A number of each article: first all lowest bytes, then the next ones.
#[derive(Default, Serialize, Deserialize)]
struct Bytes([Vec<u8>; 4]);

impl Bytes {
    fn push(&mut self, number: u32) {
        for (column, byte) in self.0.iter_mut().zip(number.to_le_bytes()) {
            column.push(byte);
        }
    }

    fn get(&self, at: usize) -> Option<u32> {
        let [a, b, c, d] = &self.0;
        Some(u32::from_le_bytes([*a.get(at)?, *b.get(at)?, *c.get(at)?, *d.get(at)?]))
    }
}

/// All columns, each with an entry for each article.
#[derive(Default, Serialize, Deserialize)]
struct Columns {
    places: Vec<Vec<u32>>,
    kinds: Vec<u16>,
    phases: Vec<u16>,
    lengths: Vec<Rough>,
    titles: Vec<u32>,
    marks: Vec<u8>,
    days: Bytes,
    covered: Vec<u32>,
    /// 0 for none.
    publishers: Vec<u32>,
    stories: Vec<u32>,
}

impl Columns {
    fn push(&mut self, at: u32, facts: &ArticleFacts) {
        self.places.push(facts.places.clone());
        self.kinds.push(facts.kinds);
        self.phases.push(facts.phases);
        self.lengths.push(facts.length);
        self.titles.push(facts.title);
        let date = facts.published;
        let (first, last) = (date.and_then(|date| date.first), date.and_then(|date| date.last));
        let there = [date.is_some(), first.is_some(), last.is_some()];
        self.marks.push(MARKS.iter().zip(there).map(|(mark, there)| mark * u8::from(there)).sum());
        let day = first.or(last).unwrap_or_default();
        self.days.push(day.cast_unsigned());
        self.covered.push(last.map_or(0, |last| last.wrapping_sub(day).cast_unsigned()));
        self.publishers.push(facts.publisher.map_or(0, |publisher| publisher.wrapping_add(1)));
        self.stories.push(at.wrapping_sub(facts.story));
    }

    /// What is known of the article at a position; none where a column is too short.
    fn get(&self, at: usize) -> Option<ArticleFacts> {
        let marks = *self.marks.get(at)?;
        let [there, first, last] = MARKS.map(|mark| marks & mark != 0);
        let day = self.days.get(at)?.cast_signed();
        let covered = self.covered.get(at)?.cast_signed();
        let published = Published {
            first: first.then_some(day),
            last: last.then_some(day.wrapping_add(covered)),
        };
        Some(ArticleFacts {
            places: self.places.get(at)?.clone(),
            kinds: *self.kinds.get(at)?,
            phases: *self.phases.get(at)?,
            length: *self.lengths.get(at)?,
            title: *self.titles.get(at)?,
            published: there.then_some(published),
            publisher: self.publishers.get(at)?.checked_sub(1),
            story: (at as u32).wrapping_sub(*self.stories.get(at)?),
        })
    }
}

/// Writes the columns.
pub(crate) fn serialize<S: Serializer>(
    articles: &[ArticleFacts],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut columns = Columns::default();
    for (at, facts) in (0..).zip(articles) {
        columns.push(at, facts);
    }
    columns.serialize(serializer)
}

/// Reads them; refuses a column that is too short.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<ArticleFacts>, D::Error> {
    let columns = Columns::deserialize(deserializer)?;
    let all = (0..columns.marks.len()).map(|at| columns.get(at)).collect::<Option<Vec<_>>>();
    all.ok_or_else(|| D::Error::custom("a column is too short"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::Facts;

    fn published() -> impl Strategy<Value = Option<Published>> {
        let day = || proptest::option::of(prop_oneof![any::<i32>(), 16_000..20_000]);
        let both = (day(), day()).prop_map(|(first, last)| Published { first, last });
        proptest::option::of(both)
    }

    prop_compose! {
        fn facts()(
            places in proptest::collection::vec(any::<u32>(), 0..3),
            (kinds, phases, length, title) in any::<(u16, u16, u32, u32)>(),
            published in published(),
            publisher in proptest::option::of(0..u32::MAX),
            story in any::<u32>(),
        ) -> ArticleFacts {
            let length = Rough::of(length);
            ArticleFacts { places, kinds, phases, length, title, published, publisher, story }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(articles in proptest::collection::vec(facts(), 0..6)) {
            let facts = Facts { places: Vec::new(), articles };
            let bytes = postcard::to_allocvec(&facts).expect("plain lists");
            prop_assert_eq!(postcard::from_bytes::<Facts>(&bytes), Ok(facts));
        }
    }

    #[test]
    fn a_column_that_is_too_short_is_refused() {
        let mut columns = Columns::default();
        columns.push(0, &ArticleFacts::default());
        columns.titles.clear();
        let bytes = postcard::to_allocvec(&columns).expect("plain lists");
        let mut reader = postcard::Deserializer::from_bytes(&bytes);
        assert!(deserialize(&mut reader).is_err());
    }
}
