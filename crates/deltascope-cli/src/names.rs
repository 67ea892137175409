//! `deltascope names`: the people of text lines with their offices, a JSON line for each.

use anyhow::Result;
use deltascope_extract::people;
use serde_json::{Value, json};

use crate::lines;

pub fn run() -> Result<()> {
    lines::answer("names", |line| {
        let found = people(line).into_iter();
        found
            .map(|person| {
                let offices: Vec<Value> = person
                    .offices
                    .iter()
                    .map(|(name, organisation)| json!({ "name": name, "organisation": organisation }))
                    .collect();
                json!({ "range": person.range, "text": person.text, "kind": "person", "offices": offices })
            })
            .collect()
    })
}
