//! Which lanes there are, and which events each holds.
//!
//! | by | lanes | an event stands in |
//! | --- | --- | --- |
//! | kind | the kinds, in their order | the one of its initiative |
//! | place | groups of provinces, their members, other provinces | each that its places lie in; those of its initiative where it names none |
//! | pillar | the pillars of the Decision | the one of its initiative |
//! | actor | those with several events, who acts most first | each that acts in it |
//! | initiative | those with several events, the earliest first | its own |
//!
//! What belongs to none of them stands in a last lane, so that nothing is lost. A group of smaller
//! places counts for the provinces that these lie in.

use deltascope_model::{Corpus, InitiativeKind, Place};

use super::known::Known;
use crate::{order::in_order, state::By};

/// What a lane holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Initiatives of a kind.
    Kind(InitiativeKind),
    /// A province or a group of provinces, by position.
    Place(usize),
    /// A pillar, by key.
    Pillar(String),
    /// Someone who acts, by name.
    Actor(String),
    /// An initiative, by position.
    Initiative(usize),
    /// What belongs to none of the others.
    Rest,
}

/// The lanes, and what stands in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// The lanes that hold something, from the top.
    pub heads: Vec<Lane>,
    /// Lane and event, by position, lane by lane; in a lane as the events were given.
    pub members: Vec<(usize, usize)>,
}

/// The most lanes of actors; what the others do stands in the last lane.
const ACTORS: usize = 24;

/// Puts `events`, by position, into lanes.
pub fn lanes(corpus: &Corpus, known: &Known, events: &[usize], by: By) -> Lanes {
    let initiative = |event: usize| known.initiatives[event].map(|at| &corpus.initiatives[at]);
    match by {
        By::Kind => {
            let kind = |event| {
                let kind = initiative(event).map_or(InitiativeKind::Event, |known| known.kind);
                vec![kind as usize]
            };
            gather(InitiativeKind::ALL.map(Lane::Kind).into(), events, kind)
        }
        By::Place => {
            let provinces = Provinces::of(&corpus.places);
            let places = |event: usize| {
                let own = &corpus.events[event].places;
                let of_initiative = || initiative(event).map(|known| &known.places);
                let places = if own.is_empty() { of_initiative() } else { Some(own) };
                places.map_or_else(Vec::new, |places| provinces.lanes(places))
            };
            gather(provinces.heads.iter().copied().map(Lane::Place).collect(), events, places)
        }
        By::Pillar => {
            let mut keys: Vec<&String> = Vec::new();
            for key in corpus.initiatives.iter().filter_map(|known| known.pillar.as_ref()) {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            let of = |event| {
                let pillar = initiative(event).and_then(|known| known.pillar.as_ref());
                keys.iter().position(|key| Some(*key) == pillar).into_iter().collect()
            };
            gather(keys.iter().map(|&key| Lane::Pillar(key.clone())).collect(), events, of)
        }
        By::Actor => {
            let names = actors(corpus, events);
            let of = |event: usize| {
                let actors = &corpus.events[event].actors;
                let position = |name| names.iter().position(|known| *known == name);
                actors.iter().filter_map(position).collect()
            };
            gather(names.iter().map(|&name| Lane::Actor(name.clone())).collect(), events, of)
        }
        By::Initiative => {
            // For each initiative how many events it has, and its lane in the order of the first.
            let mut counts = vec![0; corpus.initiatives.len()];
            for at in events.iter().filter_map(|&event| known.initiatives[event]) {
                counts[at] += 1;
            }
            let mut lane = vec![None; counts.len()];
            let mut heads = Vec::new();
            for at in events.iter().filter_map(|&event| known.initiatives[event]) {
                if counts[at] > 1 && lane[at].is_none() {
                    lane[at] = Some(heads.len());
                    heads.push(Lane::Initiative(at));
                }
            }
            let of = |event: usize| {
                known.initiatives[event].and_then(|at| lane[at]).into_iter().collect()
            };
            gather(heads, events, of)
        }
    }
}

/// The events in their lanes; lanes without any are left out, and one is added for the rest.
fn gather(heads: Vec<Lane>, events: &[usize], of: impl Fn(usize) -> Vec<usize>) -> Lanes {
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); heads.len() + 1];
    for &event in events {
        let mut into = of(event);
        if into.is_empty() {
            into.push(heads.len());
        }
        for lane in into {
            held[lane].push(event);
        }
    }
    let mut lanes = Lanes::default();
    for (head, held) in heads.into_iter().chain([Lane::Rest]).zip(held) {
        if !held.is_empty() {
            let lane = lanes.heads.len();
            lanes.members.extend(held.into_iter().map(|event| (lane, event)));
            lanes.heads.push(head);
        }
    }
    lanes
}

/// Those who act in several of the events, who acts most first.
fn actors<'a>(corpus: &'a Corpus, events: &[usize]) -> Vec<&'a String> {
    let mut names: Vec<&String> = Vec::new();
    for &event in events {
        names.extend(&corpus.events[event].actors);
    }
    names.sort_unstable();
    let counted: Vec<(&String, usize)> =
        names.chunk_by(|one, next| one == next).map(|same| (same[0], same.len())).collect();
    let order = in_order(counted.iter().map(|(_, count)| (-(*count as i32), 0)));
    let counted = order.into_iter().map(|at| counted[at]);
    counted.filter(|(_, count)| *count > 1).map(|(name, _)| name).take(ACTORS).collect()
}

/// The lanes of places.
struct Provinces<'a> {
    places: &'a [Place],
    /// By position: groups of provinces, their members, other provinces.
    heads: Vec<usize>,
}

impl<'a> Provinces<'a> {
    fn of(places: &'a [Place]) -> Self {
        let mut all = Self { places, heads: Vec::new() };
        let provinces = (0..places.len()).filter(|&at| all.is_province(at));
        let groups: Vec<usize> = (0..places.len()).filter(|&at| all.holds_provinces(at)).collect();
        let grouped = |at: &usize| {
            groups.iter().any(|&group| places[group].members.contains(&places[*at].id))
        };
        let (members, others): (Vec<usize>, Vec<usize>) = provinces.partition(grouped);
        all.heads = [groups.clone(), members, others].concat();
        all
    }

    fn is_province(&self, at: usize) -> bool {
        self.places[at].level == "province"
    }

    fn holds_provinces(&self, at: usize) -> bool {
        let members = &self.places[at].members;
        members.iter().any(|id| self.position(id).is_some_and(|at| self.is_province(at)))
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.places.binary_search_by(|place| place.id.as_str().cmp(id)).ok()
    }

    /// The lanes of places, by id, each once, in the order of the lanes.
    fn lanes(&self, places: &[String]) -> Vec<usize> {
        let mut lanes = Vec::new();
        for at in places.iter().filter_map(|id| self.position(id)) {
            if self.heads.contains(&at) {
                self.add(at, &mut lanes);
                continue;
            }
            let members = self.places[at].members.iter().filter_map(|id| self.position(id));
            for at in members.chain([at]) {
                if let Some(province) = self.province(at) {
                    self.add(province, &mut lanes);
                }
            }
        }
        lanes.sort_unstable();
        lanes
    }

    fn add(&self, place: usize, lanes: &mut Vec<usize>) {
        if let Some(lane) = self.heads.iter().position(|&head| head == place)
            && !lanes.contains(&lane)
        {
            lanes.push(lane);
        }
    }

    /// The province that a place lies in.
    fn province(&self, mut at: usize) -> Option<usize> {
        // A chain of parents longer than the list of places would be a ring.
        for _ in 0..self.places.len() {
            if self.is_province(at) {
                return Some(at);
            }
            at = self.position(self.places[at].parent.as_deref()?)?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five events: two of a law (adopted, in force), one each of two platforms, one of nothing
    /// that the corpus knows.
    fn corpus() -> Corpus {
        let event = |id: &str, initiative: &str, date: &str, actors: &str, places: &str| {
            format!(
                r#"{{"id":"{id}","initiative":"{initiative}","phase":"held","date":{{"edtf":"{date}","basis":"stated"}},
                "standing":"happened","actors":[{actors}],"places":[{places}],
                "evidence":[{{"article":"a.1","range":[0,1],"text":"x"}}]}}"#
            )
        };
        let initiative = |id: &str, kind: &str, pillar: &str, places: &str| {
            format!(
                r#"{{"id":"{id}","name":"{id}","aliases":[],"name_en":null,"kind":"{kind}","pillar":{pillar},
                "status":null,"actors":[],"places":[{places}],"evidence":[]}}"#
            )
        };
        let place = |id: &str, level: &str, parent: &str, members: &str| {
            format!(
                r#"{{"id":"{id}","name":"{id}","name_hant":"","name_en":"","level":"{level}","parent":{parent},"point":null,"members":[{members}]}}"#
            )
        };
        let events = [
            event("e1", "law", "2024", r#""甲","乙""#, ""),
            event("e2", "law", "2022", r#""甲""#, r#""city""#),
            event("e3", "near", "2023", "", r#""town","far""#),
            event("e4", "far", "2021", r#""丙""#, r#""towns""#),
            event("e5", "unknown", "2020", "", ""),
        ];
        let initiatives = [
            initiative("far", "platform", r#""sharing""#, ""),
            initiative("law", "law", "null", r#""delta""#),
            initiative("near", "platform", r#""firms""#, ""),
        ];
        let places = [
            place("city", "city", r#""south""#, ""),
            place("delta", "group", "null", r#""north","south""#),
            place("east", "province", "null", ""),
            place("far", "city", r#""east""#, ""),
            place("north", "province", "null", ""),
            place("south", "province", "null", ""),
            place("town", "district", r#""city""#, ""),
            place("towns", "group", "null", r#""town","far""#),
        ];
        let text = format!(
            r#"{{"format":"deltascope-corpus/4","pages":[],"articles":[],"families":[],"times":[],
            "quantities":[],"figures":[],"relations":[],"organisations":[],"issues":[],
            "initiatives":[{}],"events":[{}],"places":[{}]}}"#,
            initiatives.join(","),
            events.join(","),
            places.join(",")
        );
        Corpus::parse(text.as_bytes()).unwrap()
    }

    /// Each lane as its name and the numbers of its events, in the order of time.
    #[track_caller]
    fn check(by: By, expected: &[(&str, &[usize])]) {
        let corpus = corpus();
        let known = Known::of(&corpus);
        let events = known.in_time(&[0, 1, 2, 3, 4]);
        let lanes = lanes(&corpus, &known, &events, by);
        let name = |lane: &Lane| match lane {
            Lane::Kind(kind) => kind.key().to_owned(),
            Lane::Place(at) => corpus.places[*at].id.clone(),
            Lane::Pillar(name) | Lane::Actor(name) => name.clone(),
            Lane::Initiative(at) => corpus.initiatives[*at].id.clone(),
            Lane::Rest => "rest".into(),
        };
        let held = |lane: usize| -> Vec<usize> {
            let own = lanes.members.iter().filter(|(of, _)| *of == lane);
            own.map(|(_, event)| event + 1).collect()
        };
        let found: Vec<(String, Vec<usize>)> =
            lanes.heads.iter().enumerate().map(|(at, lane)| (name(lane), held(at))).collect();
        let expected: Vec<(String, Vec<usize>)> =
            expected.iter().map(|(name, held)| ((*name).to_owned(), held.to_vec())).collect();
        assert_eq!(found, expected);
        assert!(lanes.members.is_sorted_by_key(|(lane, _)| *lane));
    }

    #[test]
    fn kinds_stand_in_their_order() {
        check(By::Kind, &[("law", &[2, 1]), ("platform", &[4, 3]), ("event", &[5])]);
    }

    #[test]
    fn an_event_stands_in_each_province_that_its_places_lie_in() {
        // Without a place of its own it has those of its initiative; a group of towns is no lane.
        check(
            By::Place,
            &[("delta", &[1]), ("south", &[4, 2, 3]), ("east", &[4, 3]), ("rest", &[5])],
        );
    }

    #[test]
    fn what_serves_no_pillar_stands_last() {
        check(By::Pillar, &[("sharing", &[4]), ("firms", &[3]), ("rest", &[5, 2, 1])]);
    }

    #[test]
    fn who_acts_once_has_no_lane() {
        check(By::Actor, &[("甲", &[2, 1]), ("rest", &[5, 4, 3])]);
    }

    #[test]
    fn an_initiative_with_a_life_has_a_lane() {
        check(By::Initiative, &[("law", &[2, 1]), ("rest", &[5, 4, 3])]);
    }

    #[test]
    fn without_events_there_is_no_lane() {
        check_empty(By::ALL);
    }

    #[track_caller]
    fn check_empty(all: [By; 5]) {
        let corpus = corpus();
        let known = Known::of(&corpus);
        for by in all {
            assert_eq!(lanes(&corpus, &known, &[], by), Lanes::default());
        }
    }
}
