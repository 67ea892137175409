//! From the mentions of all pages to facts: one initiative for all its mentions, one event for all
//! the sentences that agree on a phase and a date.
//!
//! A name that the gazetteer does not know becomes an initiative only where it earns it: an event, a verb of
//! its life right beside it, two sentences of which one shows it to be a name (it starts with a place, is a
//! title, or has a figure), or one sentence that shows it and has a figure other than how many there are. A
//! name seen once without a date is as often a class of things as a thing.

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{
    CleanedPage, Event, Evidence, Figure, Initiative, InitiativeKind, Issue, Link, Organisation,
    Person, Phase, Place, Quantity, Relation, Time,
};

use crate::background::{Sides, sides};
use crate::figures;
use crate::gazetteer::{Correction, Gazetteer};
use crate::mentions::{Dated, Mentions, Undated, mentions};
use crate::merge::{Merged, merge};
use crate::names::Key;
use crate::people::People;
use crate::relate_events::relate_events;
use crate::status::{Status, status};

/// Everything found, every list sorted by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Time expressions.
    pub times: Vec<Time>,
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// Dated phases.
    pub events: Vec<Event>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// How figures, and how events, stand to each other.
    pub relations: Vec<Relation>,
    /// Places that the facts name, with the places they lie in.
    pub places: Vec<Place>,
    /// Organisations that the facts name.
    pub organisations: Vec<Organisation>,
    /// People with their offices.
    pub people: Vec<Person>,
    /// Doubts.
    pub issues: Vec<Issue>,
}

/// Facts of all pages: [`mentions`] of each, then [`assemble`].
pub fn extract(pages: &[CleanedPage], gazetteer: &Gazetteer) -> Facts {
    assemble(mentions(pages, gazetteer), gazetteer)
}

/// All that is said of one initiative. Plain lists, as most names are said once: a tree of one
/// sentence takes the room of eleven.
#[derive(Default)]
struct Gathered {
    /// Its spellings, which differ in marks only and are few, each with how often it stands.
    names: Vec<(String, usize)>,
    kind: Option<InitiativeKind>,
    anchored: bool,
    told: bool,
    places: BTreeSet<String>,
    evidence: Vec<Evidence>,
    phases: Vec<Dated>,
    /// What was done, each with the sentence that says so without a date.
    stated: Vec<(Phase, Evidence)>,
}

impl Gathered {
    /// True for an office by its names, which has figures as an actor has them.
    fn is_an_office(&self) -> bool {
        const OFFICES: [&str; 3] = ["办公室", "服务中心", "研究中心"];
        self.names.iter().any(|(name, _)| OFFICES.iter().any(|end| name.ends_with(end)))
    }
}

/// Joins the mentions of all pages, in whatever order they come.
pub fn assemble(pages: Vec<Mentions>, gazetteer: &Gazetteer) -> Facts {
    let mut assembly = Assembly::default();
    for page in pages {
        assembly.add(page);
    }
    assembly.finish(gazetteer)
}

/// The mentions of the pages so far, by what they speak of; pages may come in any order.
#[derive(Default)]
pub struct Assembly {
    times: Vec<Time>,
    quantities: Vec<Quantity>,
    issues: Vec<Issue>,
    gathered: BTreeMap<Key, Gathered>,
    organisations: BTreeMap<String, Vec<Evidence>>,
    people: People,
    figures: figures::Gathered,
    corrected: BTreeSet<usize>,
}

impl Assembly {
    /// Adds the mentions of a page.
    pub fn add(&mut self, page: Mentions) {
        self.times.extend(page.times);
        self.quantities.extend(page.quantities);
        self.issues.extend(page.issues);
        for named in page.named {
            let all = self.gathered.entry(named.key).or_default();
            match all.names.iter_mut().find(|(name, _)| *name == named.name) {
                Some((_, count)) => *count += 1,
                None => all.names.push((named.name, 1)),
            }
            all.kind = all.kind.max(Some(named.kind));
            all.anchored |= named.anchored;
            all.told |= named.told;
            all.places.extend(named.places);
            all.evidence.push(named.evidence);
        }
        for dated in page.phases {
            self.gathered.entry(dated.key.clone()).or_default().phases.push(dated);
        }
        for Undated { key, phase, evidence } in page.undated {
            self.gathered.entry(key).or_default().stated.push((phase, evidence));
        }
        self.corrected.extend(page.corrected);
        for measured in page.figures {
            figures::Stated::add(&mut self.figures, measured);
        }
        for (id, evidence) in page.organisations {
            self.organisations.entry(id).or_default().extend(evidence);
        }
        page.people.into_iter().for_each(|told| self.people.add(told));
    }

    /// The facts of all pages added.
    pub fn finish(self, gazetteer: &Gazetteer) -> Facts {
        let mut facts = Facts {
            times: self.times,
            quantities: self.quantities,
            issues: self.issues,
            ..Facts::default()
        };
        let measured: BTreeSet<&Key> =
            self.figures.keys().filter_map(|stated| stated.initiative.as_ref()).collect();
        let described: BTreeSet<&Key> =
            self.figures.keys().filter_map(figures::Stated::described).collect();
        let mut ids = BTreeMap::new();
        for (key, mut all) in self.gathered {
            all.evidence = distinct(all.evidence);
            let shown = all.anchored || measured.contains(&key) && !all.is_an_office();
            let earned = !all.phases.is_empty()
                || all.told
                || shown && all.evidence.len() > 1
                || all.anchored && described.contains(&key);
            if (matches!(key, Key::Known(_)) || earned)
                && let Some(id) = add(&mut facts, &key, all, gazetteer)
            {
                ids.insert(key, id);
            }
        }
        keep_links_within(&mut facts.initiatives);
        (facts.figures, facts.relations) =
            figures::gather(self.figures, &ids, &facts.initiatives, gazetteer);
        facts.organisations = self
            .organisations
            .into_iter()
            .map(|(id, evidence)| {
                let known = gazetteer.organisations.get(&id);
                let name = known.map_or_else(|| id.clone(), |entry| entry.name.clone());
                let aliases = known.map_or_else(Vec::new, |entry| entry.aliases.clone());
                Organisation { id: format!("o-{id}"), name, aliases, evidence: distinct(evidence) }
            })
            .collect();
        facts.people = self.people.finish();
        facts.places = places(&facts, gazetteer);
        facts.times.sort_by(|one, two| one.id.cmp(&two.id));
        facts.quantities.sort_by(|one, two| one.id.cmp(&two.id));
        facts.initiatives.sort_by(|one, two| one.id.cmp(&two.id));
        facts.events.sort_by(|one, two| one.id.cmp(&two.id));
        facts.relations.extend(relate_events(&facts.events, &facts.initiatives));
        facts
            .relations
            .sort_by(|one, two| (&one.kind, &one.members).cmp(&(&two.kind, &two.members)));
        let corrections = gazetteer.corrections.iter().enumerate();
        let stale = corrections.filter(|(number, _)| !self.corrected.contains(number));
        facts.issues.extend(stale.map(|(_, correction)| unmet(correction)));
        facts.issues.sort_by(|one, two| one.id.cmp(&two.id));
        facts
    }
}

/// Takes away what leads to initiatives that no page names.
fn keep_links_within(initiatives: &mut [Initiative]) {
    let ids: BTreeSet<String> = initiatives.iter().map(|one| one.id.clone()).collect();
    for one in initiatives {
        one.links.retain(|link| ids.contains(&link.to));
    }
}

/// A correction that met no fact.
fn unmet(correction: &Correction) -> Issue {
    let Correction { text, reason, place: (file, nth), .. } = correction;
    Issue {
        id: String::new(),
        page: "corrections".to_owned(),
        kind: "correction-unmet".to_owned(),
        message: format!(
            "{file}, correction {nth}: no fact rests on “{text}” any more ({reason}). Its page may \
             have changed or gone, or the fact is read rightly now. Remove the correction, or name \
             the words that state the fact."
        ),
        evidence: None,
    }
}

/// Each sentence once, in order.
fn distinct(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    evidence.sort_unstable();
    evidence.dedup();
    evidence.shrink_to_fit();
    evidence
}

/// Adds one initiative and its events; its id.
fn add(facts: &mut Facts, key: &Key, all: Gathered, gazetteer: &Gazetteer) -> Option<String> {
    let known = match key {
        Key::Known(id) => gazetteer.initiatives.get(id),
        Key::Named(_) => None,
    };
    let id = match key {
        Key::Known(id) => id.clone(),
        Key::Named(name) => format!("n-{:012x}", name_hash(name) >> 16),
    };
    let mut events: Vec<Event> = Vec::new();
    let mut phases: BTreeMap<Phase, Vec<Dated>> = BTreeMap::new();
    for dated in all.phases {
        phases.entry(dated.phase).or_default().push(dated);
    }
    for (phase, dated) in phases {
        for (number, merged) in merge(dated).into_iter().enumerate() {
            let Merged { date, standing, said_by, actors, places, evidence } = merged;
            events.push(Event {
                id: format!("{id}.{}.{}", phase.key(), number + 1),
                initiative: id.clone(),
                phase,
                date,
                standing,
                said_by,
                actors,
                places,
                evidence,
            });
        }
    }
    // Of equally frequent spellings the first in order.
    let spelling = all.names.iter().max_by(|one, two| one.1.cmp(&two.1).then(two.0.cmp(&one.0)));
    let name = known.map(|entry| entry.name.clone()).or(spelling.map(|(name, _)| name.clone()));
    let name = name?;
    let unique = |lists: Vec<&Vec<String>>| {
        let mut seen: Vec<String> = Vec::new();
        for item in lists.into_iter().flatten() {
            if !seen.contains(item) {
                seen.push(item.clone());
            }
        }
        seen
    };
    let Sides { actors, places, background } = if let Some(entry) = known {
        sides(entry, gazetteer, &all.evidence, &events)
    } else {
        let in_name = all.places.into_iter().collect();
        let of_events = events.iter().map(|event| &event.places);
        let places = unique(std::iter::once(&in_name).chain(of_events).collect());
        let actors = unique(events.iter().map(|event| &event.actors).collect());
        Sides { actors, places, background: Vec::new() }
    };
    let added = id.clone();
    let kind = known.map(|entry| entry.kind).or(all.kind).unwrap_or(InitiativeKind::Programme);
    let Status { phase: status, evidence: status_evidence } =
        status(&events, all.stated, kind, &name);
    facts.initiatives.push(Initiative {
        aliases: known.map(|entry| entry.aliases.clone()).unwrap_or_default(),
        name_en: known.map(|entry| entry.en.clone()),
        kind,
        pillar: known.and_then(|entry| entry.pillar.clone()),
        status,
        status_evidence,
        links: known.map_or_else(Vec::new, |entry| entry.links.iter().map(Link::from).collect()),
        evidence: all.evidence,
        id,
        name,
        actors,
        places,
        background,
    });
    facts.events.extend(events);
    Some(added)
}

/// FNV-1a: the same on every machine, and short.
fn name_hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The places that facts name, the members of their groups, and all that they lie in; where one of
/// them has a tile, the other tiles of the grid too, so that it shows where nothing is said to be.
fn places(facts: &Facts, gazetteer: &Gazetteer) -> Vec<Place> {
    let mut wanted: Vec<&String> = facts
        .initiatives
        .iter()
        .flat_map(|initiative| &initiative.places)
        .chain(facts.events.iter().flat_map(|event| &event.places))
        .collect();
    let mut found: BTreeMap<&String, Place> = BTreeMap::new();
    let mut tiled = false;
    while let Some(id) = wanted.pop() {
        let Some(entry) = gazetteer.places.get(id).filter(|_| !found.contains_key(id)) else {
            continue;
        };
        wanted.extend(entry.parent.iter().chain(&entry.members));
        if entry.tile.is_some() && !tiled {
            tiled = true;
            let others = gazetteer.places.iter().filter(|(_, other)| other.tile.is_some());
            wanted.extend(others.map(|(id, _)| id));
        }
        let place = Place {
            id: entry.id.clone(),
            name: entry.name.clone(),
            name_hant: entry.hant.clone(),
            name_en: entry.en.clone(),
            level: entry.level.clone(),
            parent: entry.parent.clone(),
            point: entry.point,
            tile: entry.tile,
            members: entry.members.clone(),
            aliases: entry.full.iter().chain(&entry.aliases).cloned().collect(),
        };
        found.insert(id, place);
    }
    found.into_values().collect()
}
