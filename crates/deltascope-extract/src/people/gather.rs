//! From mentions to people: one for all its mentions in an article, and across articles where name and
//! office agree.
//!
//! A namesake is as likely as the same person: a name alone joins nothing. Offices agree where one is
//! the end of the other and names an organisation or a place (科技部部长, 原科技部部长); a bare title
//! (部长) agrees with the office of the only one of that name whose office ends so.

use std::collections::BTreeMap;

use deltascope_model::{Evidence, Office, Person};

use super::titles::ends_in_title;

/// What an article tells of a person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    pub(crate) name: String,
    /// By name; one sentence may state several.
    pub(crate) offices: Vec<Office>,
    pub(crate) evidence: Vec<Evidence>,
}

impl Told {
    /// Nothing yet of a person.
    pub(crate) fn of(name: &str) -> Self {
        Self { name: name.to_owned(), offices: Vec::new(), evidence: Vec::new() }
    }
}

/// What articles tell of people, in whatever order they come.
#[derive(Default)]
pub(crate) struct People {
    named: BTreeMap<String, Vec<Told>>,
}

impl People {
    pub(crate) fn add(&mut self, told: Told) {
        self.named.entry(told.name.clone()).or_default().push(told);
    }

    /// Everyone, sorted by id.
    pub(crate) fn finish(self) -> Vec<Person> {
        let all = self.named.into_iter().flat_map(|(name, told)| {
            let people = joined(told).into_iter().enumerate();
            people.map(move |(nth, one)| {
                let number = if nth == 0 { String::new() } else { format!(".{}", nth + 1) };
                person(format!("h-{name}{number}"), one)
            })
        });
        let mut all: Vec<Person> = all.collect();
        all.sort_by(|one, other| one.id.cmp(&other.id));
        all
    }
}

/// What is told of people of one name, joined where their offices agree.
fn joined(mut told: Vec<Told>) -> Vec<Told> {
    told.sort_by(|one, other| one.evidence.cmp(&other.evidence));
    let mut people: Vec<Told> = Vec::new();
    for one in told {
        join(&mut people, one, agree);
    }
    // What has bare titles only waits for those who have more.
    let (bare, mut people): (Vec<Told>, Vec<Told>) =
        people.into_iter().partition(|one| one.offices.iter().all(|office| is_bare(&office.name)));
    for one in bare {
        let same = |other: &Told| one.offices.iter().any(|office| ends_so(other, &office.name));
        if people.iter().filter(|other| same(other)).count() == 1 {
            let title = |own: &Office, other: &Office| other.name.ends_with(&own.name);
            join(&mut people, one, |other, own| title(own, other));
        } else {
            people.push(one);
        }
    }
    people.sort_by(|one, other| one.evidence.cmp(&other.evidence));
    people
}

/// Adds one to those with whom an office agrees, who are then one.
fn join(people: &mut Vec<Told>, mut one: Told, agree: impl Fn(&Office, &Office) -> bool) {
    let same = |other: &mut Told| {
        let pairs = other
            .offices
            .iter()
            .flat_map(|office| one.offices.iter().map(move |own| (office, own)));
        pairs.into_iter().any(|(office, own)| agree(office, own))
    };
    let others: Vec<Told> = people.extract_if(.., same).collect();
    for other in others {
        one.offices.extend(other.offices);
        one.evidence.extend(other.evidence);
    }
    one.evidence.sort_unstable();
    people.push(one);
}

fn agree(one: &Office, other: &Office) -> bool {
    let (long, short) = if one.name.len() < other.name.len() { (other, one) } else { (one, other) };
    long.name.ends_with(&short.name) && !is_bare(&short.name)
}

fn ends_so(person: &Told, title: &str) -> bool {
    person.offices.iter().any(|office| office.name.ends_with(title))
}

/// Whether an office is a title alone.
fn is_bare(office: &str) -> bool {
    ends_in_title(office.trim_start_matches("副")).is_none_or(|start| start == 0)
}

fn person(id: String, told: Told) -> Person {
    let mut offices: Vec<Office> = Vec::new();
    for office in told.offices {
        match offices.iter_mut().find(|known| known.name == office.name) {
            Some(known) => known.evidence.extend(office.evidence),
            None => offices.push(office),
        }
    }
    for office in &mut offices {
        office.evidence.sort_unstable();
        office.evidence.dedup();
    }
    offices.sort_by(|one, other| one.evidence.cmp(&other.evidence));
    let mut evidence = told.evidence;
    evidence.sort_unstable();
    evidence.dedup();
    Person { id, name: told.name, offices, evidence }
}
