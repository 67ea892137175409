//! From the items given to the timeline to marks in the order that the layout wants.

use std::sync::Arc;

use deltascope_model::Basis;

use super::{
    TimelineItem,
    layout::Mark,
    projection::Extent,
    shape::Shape,
    text_width::{HAN, text_width},
};
use crate::{
    order::in_order,
    words::{Lang, words},
};

/// Pixels of an event's label besides its words: padding, glyph and the gap before the phase.
const TRIM: i32 = 37;
/// Pixels of the sign behind a label whose date is approximate or vague.
const SIGN: i32 = 12;

/// So many events leave room for longer names.
const FEW: usize = 60;

/// The items as marks.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Counts the lists seen so far: an event's number means nothing in another list.
    pub generation: u32,
    /// The items, as given.
    pub items: Arc<Vec<TimelineItem>>,
    /// For each mark the number of its item.
    pub order: Vec<usize>,
    /// The marks, by lane and time.
    pub marks: Vec<Mark>,
    /// The numbers of the items that name no day.
    pub undated: Vec<usize>,
    /// The days of all marks; none without marks.
    pub extent: Option<Extent>,
}

impl Prepared {
    /// Shapes, lanes and label widths of all items; equal dates stay as they came. On a narrow plot names are cut off earlier.
    pub fn new(items: Arc<Vec<TimelineItem>>, lang: Lang, narrow: bool, generation: u32) -> Self {
        let longest = match (narrow, items.len()) {
            (true, _) => 9 * HAN,
            (false, 0..=FEW) => 21 * HAN,
            (false, _) => 16 * HAN,
        };
        let mut undated = Vec::new();
        let mut drawn: Vec<(Mark, usize)> = Vec::with_capacity(items.len());
        for (number, item) in items.iter().enumerate() {
            let Some(shape) = Shape::of(&item.date) else {
                undated.push(number);
                continue;
            };
            let name = text_width(&item.label).min(longest);
            let doubtful = shape.approximate || shape.basis == Basis::Vague;
            let sign = if doubtful { SIGN } else { 0 };
            let text =
                TRIM + sign + name + text_width(words(lang).facts.phases[item.phase as usize]);
            drawn.push((Mark { lane: item.kind as usize, shape, text }, number));
        }
        let order = in_order(drawn.iter().map(|(mark, _)| mark.sort_key()));
        let (marks, order): (Vec<Mark>, Vec<usize>) = order.into_iter().map(|at| drawn[at]).unzip();
        let extent = Extent::of(&marks);
        Self { generation, items, order, marks, undated, extent }
    }

    /// The item of a mark.
    pub fn item(&self, mark: usize) -> Option<&TimelineItem> {
        self.items.get(*self.order.get(mark)?)
    }
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Edtf, EventDate, InitiativeKind, Phase};

    use super::*;

    fn item(event: &str, kind: InitiativeKind, edtf: &str) -> TimelineItem {
        TimelineItem {
            event: event.into(),
            initiative: "i".into(),
            kind,
            phase: Phase::Issued,
            date: EventDate { edtf: Edtf::new(edtf).unwrap(), basis: Basis::Stated },
            label: "行动方案".into(),
            evidence: String::new(),
            places: Vec::new(),
        }
    }

    fn prepared(items: Vec<TimelineItem>) -> Prepared {
        Prepared::new(Arc::new(items), Lang::Hans, false, 0)
    }

    #[test]
    fn marks_stand_by_kind_then_time_then_as_given() {
        let all = prepared(vec![
            item("d", InitiativeKind::Plan, "2022"),
            item("c", InitiativeKind::Law, "2025"),
            item("a", InitiativeKind::Law, "2024-06"),
            item("b", InitiativeKind::Law, "2024-06"),
        ]);
        let events: String = (0..4).map(|mark| all.item(mark).unwrap().event.clone()).collect();
        assert_eq!(events, "abcd");
    }

    #[test]
    fn what_names_no_day_is_kept_apart() {
        let all = prepared(vec![item("a", InitiativeKind::Law, "XXXX-09-01")]);
        assert_eq!((all.marks.len(), all.undated, all.extent), (0, vec![0], None));
    }
}
