//! Reads `corpus/key.jsonl`, the only definition of its lines; what the fields mean stands in
//! `corpus/README.md`.

use std::collections::BTreeSet;
use std::fs;

use deltascope_model::{Edtf, InitiativeKind, Phase, Standing};
use serde::Deserialize;

use crate::pages::{default_pages, root};

#[derive(Debug, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
enum Line {
    Page(Header),
    Initiative(Named),
    Phase(Dated),
    Figure(Counted),
}

/// What a page's header says; a title only where the source's own is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    pub page: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<Edtf>,
    pub address: Option<String>,
    /// How many stories it holds; the header is that of the one.
    #[serde(default = "one")]
    pub stories: usize,
}

fn one() -> usize {
    1
}

/// An initiative that the pages name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub initiative: String,
    aliases: Vec<String>,
    pub kind: InitiativeKind,
    pub by_pattern: bool,
}

impl Named {
    /// Its name and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.initiative).chain(&self.aliases).map(String::as_str)
    }
}

/// A phase of an initiative with its date.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    pub initiative: String,
    #[serde(default)]
    pub also: Vec<Option<String>>,
    pub phase: Phase,
    pub date: Edtf,
    pub pages: Vec<String>,
}

/// A figure of an initiative or of a place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    pub initiative: Option<String>,
    #[serde(default)]
    pub also: Vec<Option<String>>,
    pub indicator: String,
    pub value: String,
    pub unit: String,
    pub qualifier: String,
    pub scope: Option<String>,
    pub as_of: Option<Edtf>,
    #[serde(default)]
    pub standing: Standing,
    pub pages: Vec<String>,
}

/// All lines, by kind.
#[derive(Debug, Default)]
pub struct Key {
    pub pages: Vec<Header>,
    pub initiatives: Vec<Named>,
    pub phases: Vec<Dated>,
    pub figures: Vec<Counted>,
}

impl Key {
    pub fn read() -> Self {
        let mut key = Self::default();
        let text = fs::read_to_string(root().join("corpus/key.jsonl")).unwrap();
        for (number, line) in text.lines().enumerate() {
            match serde_json::from_str(line) {
                Ok(Line::Page(page)) => key.pages.push(page),
                Ok(Line::Initiative(initiative)) => key.initiatives.push(initiative),
                Ok(Line::Phase(phase)) => key.phases.push(phase),
                Ok(Line::Figure(figure)) => key.figures.push(figure),
                Err(error) => panic!("line {}: {error}", number + 1),
            }
        }
        key
    }
}

#[test]
fn each_page_has_a_line_and_each_line_leads_to_pages_and_initiatives() {
    let key = Key::read();
    let there = default_pages();
    let there: BTreeSet<&str> = there.iter().map(|(name, _)| name.as_str()).collect();
    let lines: BTreeSet<&str> = key.pages.iter().map(|page| page.page.as_str()).collect();
    assert_eq!(there, lines);
    assert_eq!(lines.len(), key.pages.len(), "a page has two lines");
    let named: BTreeSet<&str> = key.initiatives.iter().map(|one| one.initiative.as_str()).collect();
    let stated = |pages: &[String]| {
        assert!(!pages.is_empty() && pages.iter().all(|page| lines.contains(page.as_str())));
    };
    for phase in &key.phases {
        stated(&phase.pages);
        let mut all = std::iter::once(&phase.initiative).chain(phase.also.iter().flatten());
        assert!(all.all(|name| named.contains(name.as_str())), "{phase:?}");
    }
    for figure in &key.figures {
        stated(&figure.pages);
        let mut all = figure.initiative.iter().chain(figure.also.iter().flatten());
        assert!(all.all(|name| named.contains(name.as_str())), "{figure:?}");
    }
}
