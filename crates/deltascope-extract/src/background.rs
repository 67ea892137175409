//! What the gazetteer says of who is behind an initiative and where it lies, held against what the
//! pages state.
//!
//! An actor counts where a sentence of the initiative names it. A place is needed to find and to draw
//! the initiative, so one that no sentence names stays, and is told apart as background. Where none of
//! its places is named, those of its events are its places too.

use deltascope_model::{Event, Evidence};

use crate::gazetteer::{Gazetteer, InitiativeEntry};

/// Who acts in an initiative and where it lies.
pub(crate) struct Sides {
    pub(crate) actors: Vec<String>,
    pub(crate) places: Vec<String>,
    /// Those of the places that no sentence states.
    pub(crate) background: Vec<String>,
}

/// What is said of an initiative that the gazetteer knows; `evidence` are the sentences that name it.
pub(crate) fn sides(
    entry: &InitiativeEntry,
    gazetteer: &Gazetteer,
    evidence: &[Evidence],
    events: &[Event],
) -> Sides {
    let of_events = events.iter().flat_map(|event| &event.evidence);
    let sentences: Vec<_> = (evidence.iter().chain(of_events))
        .map(|one| deltascope_text::simplified(&one.text))
        .collect();
    let named = |names: Vec<&str>| {
        let mut names = names.into_iter().filter(|name| name.chars().nth(1).is_some());
        names.any(|name| sentences.iter().any(|sentence| sentence.contains(name)))
    };
    let mut actors: Vec<String> = Vec::new();
    let known = entry.actors.iter().filter(|actor| named(gazetteer.names_of_actor(actor)));
    for actor in known.chain(events.iter().flat_map(|event| &event.actors)) {
        if !actors.contains(actor) {
            actors.push(actor.clone());
        }
    }
    let of_events = || events.iter().flat_map(|event| &event.places);
    let stated =
        |id: &&String| of_events().any(|place| place == *id) || named(gazetteer.names_of_place(id));
    let background: Vec<String> = entry.places.iter().filter(|id| !stated(id)).cloned().collect();
    let mut places = entry.places.clone();
    if background.len() == places.len() {
        for place in of_events() {
            if !places.contains(place) {
                places.push(place.clone());
            }
        }
    }
    Sides { actors, places, background }
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, Edtf, EventDate, EventStanding, Phase, TextRange};

    use super::*;

    const FILE: &str = r#"
        [[place]]
        id = "900000"
        name = "青川"
        full = "青川省"
        hant = "青川"
        en = "Qingchuan"
        level = "province"
        aliases = ["川"]

        [[place]]
        id = "900100"
        name = "白石"
        hant = "白石"
        en = "Baishi"
        level = "city"
        parent = "900000"

        [[initiative]]
        id = "bridges"
        name = "桥梁检测联盟"
        en = "Bridges"
        kind = "alliance"
        places = ["900000"]
        actors = ["青川大学", "青川省交通厅"]

        [[organisation]]
        id = "qingchuan-university"
        name = "青川大学"
        aliases = ["川大"]
        en = "Qingchuan University"
    "#;

    fn evidence(text: &str) -> Evidence {
        Evidence { article: "a".into(), range: TextRange::of(0, 1), text: text.into() }
    }

    /// Actors, places and background of the alliance with a sentence, and an event of these places.
    fn check(text: &str, at: &[&str], expected: [&[&str]; 3]) {
        let gazetteer = Gazetteer::parse(&[("a.toml", FILE)]).unwrap();
        let event = |place: &&str| Event {
            id: "e".into(),
            initiative: "bridges".into(),
            phase: Phase::Established,
            date: EventDate { edtf: Edtf::year(2024).unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: vec![],
            actors: vec!["白石市政府".into()],
            places: vec![(*place).into()],
            evidence: vec![],
        };
        let events: Vec<Event> = at.iter().map(event).collect();
        let entry = &gazetteer.initiatives["bridges"];
        let Sides { actors, places, background } =
            sides(entry, &gazetteer, &[evidence(text)], &events);
        assert_eq!([actors, places, background], expected.map(<[&str]>::to_vec), "{text}");
    }

    #[test]
    fn actors_are_those_that_a_sentence_names() {
        let place = &["900000"][..];
        check("桥梁检测联盟有八家单位。", &[], [&[], place, place]);
        check("桥梁检测联盟由川大发起。", &[], [&["青川大学"], place, place]);
        check("青川省交通廳牽頭,橋梁檢測聯盟掛牌。", &[], [&["青川省交通厅"], place, &[]]);
    }

    #[test]
    fn places_that_no_sentence_names_are_background() {
        check("青川的桥梁检测联盟有八家单位。", &[], [&[], &["900000"], &[]]);
        let acts = &["白石市政府"][..];
        let both = &["900000", "900100"][..];
        check("桥梁检测联盟成立。", &["900100"], [acts, both, &["900000"]]);
        check("桥梁检测联盟成立。", &["900000"], [acts, &["900000"], &[]]);
        // A name of one character stands in too many words.
        check("川流不息的桥,桥梁检测联盟都看过。", &[], [&[], &["900000"], &["900000"]]);
    }
}
