//! Which places a place stands for: filters and queries count a fact alike.

use crate::Place;

/// The places that a fact at this place counts for, by position: itself, the members of a group,
/// and what those lie in. Some stand more than once.
pub fn circle(places: &[Place], at: usize) -> Vec<usize> {
    let position = |id: &str| places.iter().position(|place| place.id == id);
    let parent = |at: usize| places[at].parent.as_deref().and_then(position);
    let mut circle = Vec::new();
    let mut inside = Some(at);
    // A chain of parents longer than the list of places would be a ring.
    for _ in 0..=places.len() {
        let Some(at) = inside else { break };
        let groups = places.iter().enumerate();
        let groups = groups.filter(|(_, group)| group.members.contains(&places[at].id));
        circle.extend(groups.map(|(group, _)| group).chain([at]));
        inside = parent(at);
    }
    for member in places[at].members.iter().filter_map(|id| position(id)) {
        circle.push(member);
        circle.extend(parent(member));
    }
    circle
}
