//! Figures of all pages: what sentences state alike becomes one figure with all its evidence.

use std::collections::BTreeMap;

use deltascope_model::{Edtf, Figure, Standing};

use super::measured::Measured;
use crate::names::Key;

/// Figures that state the same, by what they state.
pub(crate) type Gathered = BTreeMap<Stated, Vec<deltascope_model::Evidence>>;

/// What a figure states.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stated {
    pub(crate) initiative: Option<Key>,
    pub(crate) indicator: String,
    pub(crate) as_of: Option<Edtf>,
    pub(crate) scope: Option<String>,
    pub(crate) unit: String,
    pub(crate) value: String,
    pub(crate) qualifier: String,
    pub(crate) standing: Standing,
}

impl Stated {
    /// Adds what a sentence states.
    pub(crate) fn add(gathered: &mut Gathered, measured: Measured) {
        let Measured {
            initiative,
            indicator,
            value,
            unit,
            qualifier,
            scope,
            as_of,
            standing,
            evidence,
        } = measured;
        let stated = Self { initiative, indicator, as_of, scope, unit, value, qualifier, standing };
        gathered.entry(stated).or_default().push(evidence);
    }
}

/// The figures with their ids, sorted by id. `ids` gives the id of an initiative that the corpus
/// holds; figures of others are left out.
pub(crate) fn gather(gathered: Gathered, ids: &BTreeMap<Key, String>) -> Vec<Figure> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut figures: Vec<Figure> = gathered
        .into_iter()
        .filter_map(|(stated, mut evidence)| {
            let initiative = match &stated.initiative {
                Some(key) => Some(ids.get(key)?.clone()),
                None => None,
            };
            evidence.sort_unstable();
            evidence.dedup();
            let whose = initiative.as_deref().unwrap_or("f");
            let stem = format!("{whose}.{}", stated.indicator);
            let number = numbers.entry(stem.clone()).or_default();
            *number += 1;
            Some(Figure {
                id: format!("{stem}.{number:03}"),
                initiative,
                indicator: stated.indicator,
                value: stated.value,
                unit: stated.unit,
                qualifier: stated.qualifier,
                scope: stated.scope,
                as_of: stated.as_of,
                standing: stated.standing,
                evidence,
            })
        })
        .collect();
    figures.sort_by(|one, two| one.id.cmp(&two.id));
    figures
}
