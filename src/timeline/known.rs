//! `Known`: what the timeline knows of every event, worked out once for a corpus.
//!
//! What is drawn of a date, whose event it is, and the order of time: filters, lanes and zoom then
//! only pick from it.

use deltascope_model::{Corpus, Event};

use super::shape::Shape;
use crate::order::in_order;

/// What is known of the events of a corpus, by position.
pub struct Known {
    /// What is drawn; none where the date names no day.
    pub shapes: Vec<Option<Shape>>,
    /// The initiative of each, by position; none where the corpus has no such initiative.
    pub initiatives: Vec<Option<usize>>,
    /// The place of each in the order of time: first day, last day, position. Undated ones come
    /// last.
    pub ranks: Vec<usize>,
}

impl Known {
    /// Looks at every event once.
    pub fn of(corpus: &Corpus) -> Self {
        let shapes: Vec<Option<Shape>> =
            corpus.events.iter().map(|event| Shape::of(&event.date)).collect();
        let key = |shape: &Option<Shape>| {
            shape.map_or((i32::MAX, i32::MAX), |shape| (shape.first, shape.last))
        };
        let mut ranks = vec![0; shapes.len()];
        for (rank, at) in in_order(shapes.iter().map(key)).into_iter().enumerate() {
            ranks[at] = rank;
        }
        let initiative = |event: &Event| corpus.initiative(&event.initiative);
        let initiatives = corpus.events.iter().map(initiative).collect();
        Self { shapes, initiatives, ranks }
    }

    /// Events in the order of time.
    pub fn in_time(&self, events: &[usize]) -> Vec<usize> {
        let mut by_rank = vec![usize::MAX; self.ranks.len()];
        for &event in events {
            by_rank[self.ranks[event]] = event;
        }
        by_rank.retain(|&event| event != usize::MAX);
        by_rank
    }
}
