//! All names of the gazetteer, looked for at once.
//!
//! The longest name that starts first counts, whatever it names: in 上海国际科技创新中心 the city is
//! part of the name. A name of one character counts only beside another such name (沪浙皖), as it
//! is part of too many words by itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use deltascope_model::TextRange;

use super::Gazetteer;
use crate::words::Words;

/// What a name of the gazetteer names, by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    Place(Arc<str>),
    Initiative(Arc<str>),
    Organisation(Arc<str>),
}

/// A known name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownMatch {
    pub(crate) range: TextRange,
    pub(crate) known: Known,
}

/// The names, and the initiatives by their plain names.
#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    /// What each name names, and whether it is of one character.
    names: Option<Words<(Known, bool)>>,
    /// The ids of places by their names of several characters.
    places: Option<Words<String>>,
    /// The ids of initiatives by their names.
    initiative_names: Option<Words<String>>,
    /// The same by their plain names.
    initiatives: BTreeMap<String, String>,
}

impl Matcher {
    pub(super) fn new(gazetteer: &Gazetteer) -> Self {
        let mut names: BTreeMap<String, Known> = BTreeMap::new();
        // Earlier kinds win a name that several bear; within a kind the earlier id.
        for (id, entry) in &gazetteer.initiatives {
            for name in [&entry.name].into_iter().chain(&entry.aliases) {
                names.entry(name.clone()).or_insert_with(|| Known::Initiative(id.as_str().into()));
            }
        }
        let initiatives = || {
            names.iter().filter_map(|(name, known)| match known {
                Known::Initiative(id) => Some((name.as_str(), id.to_string())),
                _ => None,
            })
        };
        let initiative_names = Some(Words::with(initiatives()));
        let initiatives = initiatives().map(|(name, id)| (plain_name(name), id)).collect();
        for (id, entry) in &gazetteer.organisations {
            for name in [&entry.name].into_iter().chain(&entry.aliases) {
                names
                    .entry(name.clone())
                    .or_insert_with(|| Known::Organisation(id.as_str().into()));
            }
        }
        let mut places: BTreeMap<&str, String> = BTreeMap::new();
        for (id, entry) in &gazetteer.places {
            for name in [&entry.name].into_iter().chain(&entry.full).chain(&entry.aliases) {
                names.entry(name.clone()).or_insert_with(|| Known::Place(id.as_str().into()));
                places.insert(name, id.clone());
            }
        }
        places.retain(|name, _| name.chars().nth(1).is_some());
        let known = names.into_iter().map(|(name, known)| {
            let short = name.chars().nth(1).is_none();
            (name, (known, short))
        });
        Self {
            names: Some(Words::with(known)),
            places: Some(Words::with(places)),
            initiative_names,
            initiatives,
        }
    }

    pub(super) fn find(&self, text: &str) -> Vec<KnownMatch> {
        let Some(names) = &self.names else { return Vec::new() };
        let mut found: Vec<(TextRange, &(Known, bool))> = Vec::new();
        let mut within = names.within(text);
        while let Some((at, name, known)) = within.next() {
            within.pass_to(at + name.len());
            found.push((TextRange::of(at, at + name.len()), known));
        }
        let beside = |at: usize| {
            let range = found[at].0;
            let short = |other: Option<&(TextRange, &(Known, bool))>,
                         touches: fn(TextRange, TextRange) -> bool| {
                other.is_some_and(|(other, (_, short))| *short && touches(*other, range))
            };
            short(at.checked_sub(1).and_then(|at| found.get(at)), |other, range| {
                other.end() == range.start()
            }) || short(found.get(at + 1), |other, range| other.start() == range.end())
        };
        (0..found.len())
            .filter(|&at| !found[at].1.1 || beside(at))
            .map(|at| KnownMatch { range: found[at].0, known: found[at].1.0.clone() })
            .collect()
    }

    /// The plain names of the initiatives that end so, with their ids.
    pub(super) fn initiatives_ending(&self, end: &str) -> Vec<(&str, &str)> {
        let end = plain_name(end);
        let all = self.initiatives.iter().map(|(name, id)| (name.as_str(), id.as_str()));
        all.filter(|(name, _)| name.ends_with(&end)).collect()
    }

    /// The place that a name starts with; of several the longest.
    pub(super) fn place_before(&self, name: &str) -> Option<&str> {
        self.places.as_ref()?.at(name).next().map(|(_, id)| id.as_str())
    }

    /// The initiatives whose names stand within a text, by name and id.
    pub(super) fn initiatives_within(&self, text: &str) -> impl Iterator<Item = (&str, &str)> {
        let names = self.initiative_names.iter().flat_map(move |names| names.within(text));
        names.map(|(_, name, id)| (name, id.as_str()))
    }

    pub(super) fn initiative_named(&self, name: &str) -> Option<&str> {
        self.initiatives.get(&plain_name(name)).map(String::as_str)
    }
}

/// A name without what varies between texts: blanks, width of brackets, kind of dash, title marks.
pub(crate) fn plain_name(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let varied = name.chars().filter(|c| !c.is_whitespace() && !is_mark(*c));
    plain.extend(varied.map(|c| match c {
        '—' | '–' | '－' | '―' | '~' | '～' | '至' => '-',
        '·' | '•' | '・' => '·',
        _ => deltascope_text::fold_char(c),
    }));
    plain
}

fn is_mark(c: char) -> bool {
    matches!(c, '《' | '》' | '〈' | '〉' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '"')
}
