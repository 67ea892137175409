//! Which places a place, or the scope of a figure, stands for: filters and queries count a fact alike.

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

/// The places that the scope of a figure names, by position: those of a list (`甲省、乙市`), and those
/// that are written as one word, a character each (`甲乙丙`).
pub fn scoped(places: &[Place], scope: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for part in scope.split('、') {
        let whole = named(places, part);
        if whole.is_empty() {
            let each = part.split_inclusive(|_| true).map(|character| named(places, character));
            let each: Vec<Vec<usize>> = each.collect();
            // 丙甲市 is another place, of which nothing is known.
            if each.iter().all(|one| !one.is_empty()) {
                found.extend(each.into_iter().flatten());
            }
        }
        found.extend(whole);
    }
    found
}

/// The places of this name, by position.
fn named(places: &[Place], name: &str) -> Vec<usize> {
    let is = |place: &Place| place.name == name || place.aliases.iter().any(|one| one == name);
    (0..places.len()).filter(|&at| is(&places[at])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, aliases: &[&str]) -> Place {
        Place {
            id: name.to_owned(),
            name: name.to_owned(),
            name_hant: name.to_owned(),
            name_en: name.to_owned(),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            level: "province".to_owned(),
            parent: None,
            point: None,
            members: Vec::new(),
            tile: None,
        }
    }

    #[track_caller]
    fn check(scope: &str, expected: &[&str]) {
        let places =
            [place("云岭", &["云岭省", "云"]), place("海岬", &["岬"]), place("两省", &["云岬湾"])];
        let found: Vec<&str> =
            scoped(&places, scope).into_iter().map(|at| places[at].name.as_str()).collect();
        assert_eq!(found, expected, "{scope}");
    }

    #[test]
    fn a_scope_names_places_in_a_list_or_in_one_word() {
        check("云岭", &["云岭"]);
        check("云岭省、海岬", &["云岭", "海岬"]);
        check("岬云", &["海岬", "云岭"]);
        check("两省、岬", &["两省", "海岬"]);
        // What has a name of its own is not read by the character.
        check("云岬湾", &["两省"]);
    }

    #[test]
    fn what_it_names_beside_is_left_out() {
        check("沙湾、海岬", &["海岬"]);
        check("云岭海岬", &[]);
        check("云湾", &[]);
        check("全国", &[]);
        check("", &[]);
    }
}
