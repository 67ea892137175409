//! What a person corrected: facts rejected or changed by the words that state them.
//!
//! A correction (its shape is the gazetteer's) names words of a page, never an id or a place in a list, so
//! that it survives a rebuild, a new page and a new rule. It acts on a page's mentions, before they are
//! joined with others: status, merging and relations follow. One that meets no fact any more is told of.

use deltascope_model::{Basis, Evidence, Page, Phase, TextRange};

use crate::figures::AsOf;
use crate::gazetteer::{Correction, Fact, Gazetteer};
use crate::mentions::Mentions;
use crate::names::Key;

/// Applies the corrections to what a page mentions; notes which met a fact.
pub(crate) fn apply(page: &Page, gazetteer: &Gazetteer, found: &mut Mentions) {
    for (number, correction) in gazetteer.corrections.iter().enumerate() {
        let at: Vec<TextRange> = page
            .text
            .match_indices(correction.text.as_str())
            .map(|(at, words)| TextRange::of(at, at + words.len()))
            .collect();
        if at.is_empty() {
            continue;
        }
        let stated = |evidence: &Evidence| {
            at.iter().any(|place| place.contains(evidence.range) || evidence.range.contains(*place))
        };
        if act(correction, &stated, gazetteer, found) {
            found.corrected.insert(number);
        }
    }
}

/// Whether the correction is about an initiative; one that names none is about any.
fn is_of(correction: &Correction, key: Option<&Key>, gazetteer: &Gazetteer) -> bool {
    let Some(meant) = &correction.initiative else { return true };
    match key {
        Some(Key::Known(id)) => {
            id == meant || gazetteer.initiatives.get(id).is_some_and(|entry| entry.name == *meant)
        }
        Some(key @ Key::Named(name)) => name == meant || *key == Key::of_document(meant),
        None => false,
    }
}

/// Applies one correction where `stated` says that the words are its; whether it met a fact.
fn act(
    correction: &Correction,
    stated: &dyn Fn(&Evidence) -> bool,
    gazetteer: &Gazetteer,
    found: &mut Mentions,
) -> bool {
    let mut met = false;
    let is_of = |key: Option<&Key>| is_of(correction, key, gazetteer);
    match correction.fact {
        Fact::Time => found.times.retain_mut(|time| {
            let meant = stated(&time.evidence) && correction.means(&time.text);
            met |= meant;
            if meant && let Some(date) = &correction.date {
                time.edtf = Some(date.clone());
            }
            !(meant && correction.reject)
        }),
        Fact::Quantity => found.quantities.retain_mut(|one| {
            let meant = stated(&one.evidence) && correction.means(&one.text);
            met |= meant;
            if meant {
                set(&mut one.value, correction.value.as_ref());
                set(&mut one.unit, correction.unit.as_ref());
                set(&mut one.qualifier, correction.qualifier.as_ref());
            }
            !(meant && correction.reject)
        }),
        Fact::Initiative => found.named.retain(|named| {
            let meant = stated(&named.evidence) && is_of(Some(&named.key));
            met |= meant;
            !meant
        }),
        Fact::Event => {
            let of = |phase: Phase| correction.phase.is_none_or(|meant| meant == phase);
            found.phases.retain_mut(|event| {
                let meant = stated(&event.evidence) && is_of(Some(&event.key)) && of(event.phase);
                met |= meant;
                if meant && let Some(date) = &correction.date {
                    event.edtf = date.clone();
                }
                !(meant && correction.reject)
            });
            // What it says without a date goes with it.
            found.undated.retain(|one| {
                let meant = stated(&one.evidence) && is_of(Some(&one.key)) && of(one.phase);
                met |= meant && correction.reject;
                !(meant && correction.reject)
            });
        }
        Fact::Figure => found.figures.retain_mut(|figure| {
            let indicator =
                correction.indicator.as_ref().is_none_or(|named| *named == figure.indicator);
            let meant = stated(&figure.evidence) && is_of(figure.initiative.as_ref()) && indicator;
            met |= meant;
            if meant {
                set(&mut figure.value, correction.value.as_ref());
                set(&mut figure.unit, correction.unit.as_ref());
                set(&mut figure.qualifier, correction.qualifier.as_ref());
                set(&mut figure.indicator, correction.name.as_ref());
                figure.scope = correction.scope.clone().or(figure.scope.take());
                let corrected = |edtf| AsOf { edtf, basis: Basis::Stated, dated: true };
                figure.as_of = correction.date.clone().map(corrected).or(figure.as_of.take());
                figure.standing = correction.standing.unwrap_or(figure.standing);
            }
            !(meant && correction.reject)
        }),
        Fact::Person => found.people.retain_mut(|person| {
            let mut kept = |evidence: &Evidence| {
                let meant = stated(evidence);
                met |= meant;
                !meant
            };
            person.evidence.retain(&mut kept);
            person.offices.retain(|office| office.evidence.iter().all(&mut kept));
            !person.evidence.is_empty()
        }),
    }
    met
}

fn set(field: &mut String, value: Option<&String>) {
    if let Some(value) = value {
        field.clone_from(value);
    }
}
