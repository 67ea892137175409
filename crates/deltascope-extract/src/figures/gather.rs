//! Figures of all pages: what sentences state alike becomes one figure with all its evidence.

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{Basis, Edtf, Evidence, Figure, Initiative, Relation, Standing};

use super::measured::{Alone, Measured};
use super::relate::relate;
use crate::gazetteer::Gazetteer;
use crate::names::Key;

/// Figures that state the same, by what they state.
pub(crate) type Gathered = BTreeMap<Stated, Sentences>;

/// What states a figure.
pub(crate) struct Sentences {
    /// How the surest of them knows as of when.
    basis: Basis,
    evidence: Vec<Evidence>,
}

/// What a figure states.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stated {
    pub(crate) initiative: Option<Key>,
    indicator: String,
    as_of: Option<Edtf>,
    dated: bool,
    scope: Option<String>,
    unit: String,
    value: String,
    qualifier: String,
    standing: Standing,
    rates: bool,
    stands: bool,
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
            rates,
            alone,
            of_another: _,
            evidence,
        } = measured;
        if alone == Alone::Nothing {
            return;
        }
        let basis = as_of.as_ref().map_or(Basis::Stated, |date| date.basis);
        let rates = rates && initiative.is_some();
        let stands = alone == Alone::Figure && initiative.is_some() && !rates;
        let stated = Self {
            initiative,
            indicator,
            dated: as_of.as_ref().is_none_or(|date| date.dated),
            as_of: as_of.map(|date| date.edtf),
            scope,
            unit,
            value,
            qualifier,
            standing,
            rates,
            stands,
        };
        add(gathered, stated, Sentences { basis, evidence: vec![evidence] });
    }

    /// The initiative that something is measured of, rather than how many there are of it.
    pub(crate) fn described(&self) -> Option<&Key> {
        self.initiative.as_ref().filter(|_| self.indicator != "数量")
    }

    /// With the id of its initiative; where the corpus holds none, a figure of its place, if it
    /// rates that, or of nobody, if it stands alone.
    fn settled(self, ids: &BTreeMap<Key, String>) -> Option<(Option<String>, Self)> {
        let id = self.initiative.as_ref().map(|key| ids.get(key));
        match id {
            Some(None) if self.stands => {
                Some((None, Self { initiative: None, scope: None, stands: false, ..self }))
            }
            Some(None) if !self.rates => None,
            None if let Some((id, indicator)) = self.named_with_its_place(ids) => {
                let indicator = indicator.to_owned();
                Some((Some(id.clone()), Self { indicator, scope: None, stands: false, ..self }))
            }
            id => Some((
                id.flatten().cloned(),
                Self { initiative: None, rates: false, stands: false, ..self },
            )),
        }
    }

    /// 三号线总投资 of 甲市, where the corpus knows 甲市三号线.
    fn named_with_its_place<'a>(
        &self,
        ids: &'a BTreeMap<Key, String>,
    ) -> Option<(&'a String, &str)> {
        let scope = self.scope.as_deref()?;
        ids.iter().find_map(|(key, id)| {
            let Key::Named(name) = key else { return None };
            let indicator = self.indicator.strip_prefix(name.strip_prefix(scope)?)?;
            (indicator.chars().count() > 1).then_some((id, indicator))
        })
    }
}

fn add<What: Ord>(all: &mut BTreeMap<What, Sentences>, what: What, more: Sentences) {
    let Sentences { basis, evidence } = more;
    let known = all.entry(what).or_insert(Sentences { basis, evidence: Vec::new() });
    known.basis = known.basis.min(basis);
    known.evidence.extend(evidence);
}

/// The figures with their ids, sorted by id, and their relations. `ids` gives the id of an initiative that
/// the corpus holds; figures of others are left out. What is only known to have been told then is set
/// among the others by that date, and has none.
pub(crate) fn gather(
    gathered: Gathered,
    ids: &BTreeMap<Key, String>,
    initiatives: &[Initiative],
    gazetteer: &Gazetteer,
) -> (Vec<Figure>, Vec<Relation>) {
    let mut settled = BTreeMap::new();
    for (stated, sentences) in gathered {
        if let Some(stated) = stated.settled(ids) {
            add(&mut settled, stated, sentences);
        }
    }
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut undated: BTreeSet<String> = BTreeSet::new();
    let mut figures: Vec<Figure> = settled
        .into_iter()
        .map(|((initiative, stated), Sentences { basis, mut evidence })| {
            evidence.sort_unstable();
            evidence.dedup();
            let whose = initiative.as_deref().unwrap_or("f");
            let stem = format!("{whose}.{}", stated.indicator);
            let number = numbers.entry(stem.clone()).or_default();
            *number += 1;
            let id = format!("{stem}.{number:03}");
            if !stated.dated {
                undated.insert(id.clone());
            }
            Figure {
                id,
                initiative,
                indicator: stated.indicator,
                value: stated.value,
                unit: stated.unit,
                qualifier: stated.qualifier,
                scope: stated.scope,
                as_of: stated.as_of,
                as_of_basis: basis,
                standing: stated.standing,
                evidence,
            }
        })
        .collect();
    // What nobody is told to have is of its article alone: two stories need not mean the same.
    let owned = |figure: &mut Figure| figure.initiative.is_some() || figure.scope.is_some();
    let mut comparable: Vec<Figure> = figures.extract_if(.., owned).collect();
    comparable.sort_by(|one, two| one.id.cmp(&two.id));
    let places = initiatives.iter().map(|one| (one.id.as_str(), one.places.as_slice())).collect();
    let relations = relate(&comparable, gazetteer, &places);
    figures.append(&mut comparable);
    figures.sort_by(|one, two| one.id.cmp(&two.id));
    for figure in figures.iter_mut().filter(|figure| undated.contains(&figure.id)) {
        (figure.as_of, figure.as_of_basis) = (None, Basis::default());
    }
    (figures, relations)
}
