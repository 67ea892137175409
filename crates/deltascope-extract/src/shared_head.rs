//! Organisations whose last word a list shares: 甲省、乙省人大常委会 names two.

use crate::gazetteer::{Gazetteer, Known, KnownMatch};

/// What joins the places of a list.
const JOINS: [&str; 4] = ["、", "和", "与", "及"];

/// The organisations, by id or by name, that the places before a known one share its last word with;
/// `known` are the names of a text up to that one.
pub(crate) fn shared_head(text: &str, known: &[KnownMatch], gazetteer: &Gazetteer) -> Vec<String> {
    let Some((last, before)) = known.split_last() else { return Vec::new() };
    let mut start = last.range.start();
    let mut places: Vec<&str> = Vec::new();
    for place in before.iter().rev() {
        let between = text.get(place.range.usize().end..start as usize);
        let joined = between.is_some_and(|words| JOINS.contains(&words));
        if !joined || !matches!(place.known, Known::Place(_)) {
            break;
        }
        places.extend(place.range.slice(text));
        start = place.range.start();
    }
    if places.is_empty() {
        return Vec::new();
    }
    let head = last.range.slice(text).and_then(|name| gazetteer.behind_place(name));
    let names = head
        .into_iter()
        .flat_map(|head| places.iter().rev().map(move |place| [place, head].concat()));
    names.map(|name| id_of(name, gazetteer)).collect()
}

/// The id of an organisation, or its name where the gazetteer does not know it.
fn id_of(name: String, gazetteer: &Gazetteer) -> String {
    let known = gazetteer.find(&name).into_iter().find_map(|one| match one.known {
        Known::Organisation(id) if one.range.usize().len() == name.len() => Some(id.to_string()),
        _ => None,
    });
    known.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        place = [
            { id = "1", name = "甲省", hant = "", en = "", level = "province" },
            { id = "2", name = "乙省", hant = "", en = "", level = "province" },
            { id = "3", name = "丙市", hant = "", en = "", level = "city" },
        ]
        organisation = [
            { id = "one", name = "甲省人大常委会", en = "One" },
            { id = "two", name = "乙省人大常委会", en = "Two" },
            { id = "four", name = "人大常委会", en = "Four" },
        ]
    "#;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let gazetteer = Gazetteer::parse(&[("a.toml", FILE)]).unwrap();
        assert_eq!(shared_head(text, &gazetteer.find(text), &gazetteer), expected, "{text}");
    }

    #[test]
    fn places_of_a_list_share_the_last_word() {
        check("由甲省、丙市和乙省人大常委会", &["one", "丙市人大常委会"]);
    }

    #[test]
    fn other_places_do_not() {
        check("在甲省,乙省人大常委会", &[]);
        check("甲省学者、乙省人大常委会", &[]);
        check("甲省、人大常委会", &[]);
        check("甲省、乙省", &[]);
    }
}
