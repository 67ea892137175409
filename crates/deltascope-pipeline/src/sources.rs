//! How many stories state what a relation sets side by side: articles of one reprint family are one.

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{Event, Evidence, Family, Figure, Relation};

/// Counts the sources of each relation. That an event is told alike relates nothing where only
/// reprints of one story do so.
pub fn count(
    relations: &mut Vec<Relation>,
    figures: &[Figure],
    events: &[Event],
    families: &[Family],
) {
    let figures = figures.iter().map(|one| (one.id.as_str(), &one.evidence));
    let events = events.iter().map(|one| (one.id.as_str(), &one.evidence));
    let evidence: BTreeMap<&str, &Vec<Evidence>> = figures.chain(events).collect();
    let story: BTreeMap<&str, &str> = families
        .iter()
        .flat_map(|family| family.members.iter().map(|member| (member.as_str(), &*family.id)))
        .collect();
    for relation in relations.iter_mut() {
        let stories: BTreeSet<&str> = relation
            .members
            .iter()
            .filter_map(|member| evidence.get(member.as_str()))
            .flat_map(|said| said.iter())
            .map(|evidence| evidence.article.as_str())
            .map(|article| story.get(article).copied().unwrap_or(article))
            .collect();
        relation.sources = stories.len() as u32;
    }
    relations.retain(|relation| relation.members.len() > 1 || relation.sources > 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Standing, TextRange};

    fn figure(id: &str, articles: &[&str]) -> Figure {
        let evidence = |article: &&str| Evidence {
            article: (*article).into(),
            range: TextRange::of(0, 3),
            text: "一".into(),
        };
        Figure {
            id: id.into(),
            initiative: None,
            indicator: "桥".into(),
            value: "1".into(),
            unit: "座".into(),
            qualifier: "exact".into(),
            scope: None,
            as_of: None,
            as_of_basis: Basis::Stated,
            standing: Standing::Reported,
            evidence: articles.iter().map(evidence).collect(),
        }
    }

    #[test]
    fn reprints_are_one_source() {
        let figures = [figure("f1", &["a", "b"]), figure("f2", &["b", "c"])];
        let members = vec!["f1".into(), "f2".into()];
        let mut relations =
            vec![Relation { kind: "agree".into(), members, note: "value".into(), sources: 0 }];
        count(&mut relations, &figures, &[], &[]);
        assert_eq!(relations[0].sources, 3);
        let family = Family {
            id: "f-a".into(),
            members: vec!["a".into(), "b".into()],
            differences: Vec::new(),
        };
        count(&mut relations, &figures, &[], &[family]);
        assert_eq!(relations[0].sources, 2);
    }
}
