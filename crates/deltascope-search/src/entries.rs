//! How the index holds the initiatives: column by column, and positions as gaps, so that hosts that compress on the
//! way send little more than the names.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::format::InitiativeEntry;

/// All columns, each with an entry for each initiative.
#[derive(Default, Serialize, Deserialize)]
struct Columns {
    /// How far behind the one before.
    places: Vec<u32>,
    names: Vec<Vec<String>>,
    /// How many articles.
    counts: Vec<u32>,
    /// The articles of all: how far behind the one before in the same initiative.
    articles: Vec<u32>,
}

/// Each of some positions less the one before, and less one where there is one.
fn gaps(positions: impl IntoIterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut next = 0_u32;
    positions
        .into_iter()
        .map(move |at| at.wrapping_sub(std::mem::replace(&mut next, at.wrapping_add(1))))
}

/// The position behind a gap, and the one where the next starts; none where there is no such position.
fn behind(next: &mut u32, gap: u32) -> Option<u32> {
    let at = next.checked_add(gap)?;
    *next = at.checked_add(1)?;
    Some(at)
}

impl Columns {
    fn of(entries: &[InitiativeEntry]) -> Self {
        Self {
            places: gaps(entries.iter().map(|entry| entry.at)).collect(),
            names: entries.iter().map(|entry| entry.names.clone()).collect(),
            counts: entries.iter().map(|entry| entry.articles.len() as u32).collect(),
            articles: entries
                .iter()
                .flat_map(|entry| gaps(entry.articles.iter().copied()))
                .collect(),
        }
    }

    /// The initiatives; none where the columns do not fit.
    fn entries(self) -> Option<Vec<InitiativeEntry>> {
        let Self { places, names, counts, articles } = self;
        let fits = names.len() == places.len() && counts.len() == places.len();
        let (mut next, mut gaps) = (0, articles.into_iter());
        let entry = |((place, names), count): ((u32, Vec<String>), u32)| {
            let at = behind(&mut next, place)?;
            // What is not there is not made room for.
            let (mut own, mut articles) = (0, Vec::new());
            for _ in 0..count {
                articles.push(behind(&mut own, gaps.next()?)?);
            }
            Some(InitiativeEntry { at, names, articles })
        };
        let entries = places.into_iter().zip(names).zip(counts).map(entry).collect::<Option<_>>();
        entries.filter(|_| fits && gaps.next().is_none())
    }
}

/// Writes the columns.
pub(crate) fn serialize<S: Serializer>(
    entries: &[InitiativeEntry],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Columns::of(entries).serialize(serializer)
}

/// Reads them; refuses columns that do not fit.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<InitiativeEntry>, D::Error> {
    let columns = Columns::deserialize(deserializer)?;
    columns.entries().ok_or_else(|| D::Error::custom("the columns do not fit"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entries() -> impl Strategy<Value = Vec<InitiativeEntry>> {
        let positions = || proptest::collection::btree_set(0..u32::MAX, 0..5);
        let own = (positions(), proptest::collection::vec("[甲乙]{0,3}", 0..3));
        proptest::collection::btree_map(0..u32::MAX, own, 0..5).prop_map(|all| {
            let entry = |(at, (articles, names))| InitiativeEntry {
                at,
                names,
                articles: Vec::from_iter(articles),
            };
            all.into_iter().map(entry).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(entries in entries()) {
            prop_assert_eq!(Columns::of(&entries).entries(), Some(entries));
        }
    }

    #[test]
    fn columns_that_do_not_fit_are_refused() {
        let entry = |at| InitiativeEntry { at, names: vec!["甲".into()], articles: vec![4, 9] };
        let refused = |change: fn(&mut Columns)| {
            let mut columns = Columns::of(&[entry(0), entry(7)]);
            change(&mut columns);
            assert_eq!(columns.entries(), None);
        };
        refused(|columns| columns.names.truncate(1));
        refused(|columns| columns.counts.push(0));
        refused(|columns| columns.counts[1] = 3);
        refused(|columns| columns.counts[0] = 1);
        refused(|columns| columns.articles[1] = u32::MAX);
        refused(|columns| columns.places[1] = u32::MAX);
    }
}
