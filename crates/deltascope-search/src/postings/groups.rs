//! `Groups`: spots, grouped by a unit that stands at each.

use super::block::Spot;

/// How many units there are.
pub(crate) const ALL: usize = 1 << 16;

/// Groups one list of spots after another, in memory of its own.
pub(crate) struct Groups {
    // Invariant: all 0 between two lists. For each unit how often it stands there, then where its next
    // spot goes.
    ends: Vec<u32>,
    /// The units of a list and where the spots of each end.
    found: Vec<(u16, u32)>,
    spots: Vec<Spot>,
}

impl Default for Groups {
    fn default() -> Self {
        Self { ends: vec![0; ALL], found: Vec::new(), spots: Vec::new() }
    }
}

impl Groups {
    /// The spots of each unit, in the order of the units; the spots of one in their order.
    pub fn of(
        &mut self,
        spots: impl Iterator<Item = (u16, Spot)> + Clone,
    ) -> impl Iterator<Item = (u16, &[Spot])> {
        self.found.clear();
        let mut all = 0;
        for (unit, _) in spots.clone() {
            let count = &mut self.ends[unit as usize];
            if *count == 0 {
                self.found.push((unit, 0));
            }
            *count += 1;
            all += 1;
        }
        self.found.sort_unstable();
        let mut end = 0;
        for (unit, _) in &self.found {
            let count = &mut self.ends[*unit as usize];
            end += std::mem::replace(count, end);
        }
        self.spots.resize(all, 0);
        for (unit, spot) in spots {
            let end = &mut self.ends[unit as usize];
            self.spots[*end as usize] = spot;
            *end += 1;
        }
        for (unit, end) in &mut self.found {
            *end = std::mem::take(&mut self.ends[*unit as usize]);
        }
        let (spots, mut start) = (&self.spots, 0);
        self.found.iter().map(move |&(unit, end)| {
            (unit, &spots[std::mem::replace(&mut start, end) as usize..end as usize])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spots_keep_their_order_within_a_group() {
        let mut groups = Groups::default();
        for spots in [[(7, 1), (3, 2), (7, 5), (9, 6)], [(3, 8), (3, 9), (0, 9), (u16::MAX, 9)]] {
            let found: Vec<(u16, Vec<Spot>)> =
                groups.of(spots.into_iter()).map(|(unit, own)| (unit, own.to_vec())).collect();
            let mut expected: Vec<(u16, Vec<Spot>)> = Vec::new();
            for unit in 0..=u16::MAX {
                let own = spots.iter().filter(|spot| spot.0 == unit).map(|spot| spot.1);
                let own: Vec<Spot> = own.collect();
                if !own.is_empty() {
                    expected.push((unit, own));
                }
            }
            assert_eq!(found, expected);
        }
    }
}
