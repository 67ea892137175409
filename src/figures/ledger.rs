//! The ledger: figures side by side, by initiative and indicator.
//!
//! 1. Figures of one initiative, indicator and unit are one entry; so are those of no initiative that say
//!    what whole they are of. Of others an indicator tells too little (死亡人数: of what?): only those of one
//!    story, or that a relation joins, are one.
//! 2. Relations say how the figures of an entry stand to each other. A value that stands for two
//!    different things (`homonym`) belongs to no one indicator: it makes an entry of its own.
//! 3. Entries whose values differ come first, those with one value alone last.

use std::collections::BTreeMap;

use deltascope_model::{Corpus, Figure, Relation};

use crate::order::in_order;

/// The kinds of relation, in the order in which entries are shown.
pub const KINDS: [&str; 5] = ["conflict", "scope", "homonym", "evolve", "agree"];

/// The kinds of entries beside the relations: several values that nothing relates, and one value alone.
pub const SEVERAL: &str = "several";
pub const SINGLE: &str = "single";

/// Figures side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The figures, by position in the corpus, in order of time.
    pub figures: Vec<usize>,
    /// How they stand to each other, each kind once; none for figures that nothing relates.
    pub kinds: Vec<String>,
}

/// The entries of a corpus.
pub fn entries(corpus: &Corpus) -> Vec<Entry> {
    let figures = &corpus.figures;
    let stories = corpus.stories();
    let mut entries: Vec<Entry> = Vec::new();
    let mut entry_of = vec![0; figures.len()];
    let mut known = BTreeMap::new();
    for (at, figure) in figures.iter().enumerate() {
        let told = figure.initiative.is_some() || figure.scope.is_some();
        let story = || corpus.article(&figure.evidence.first()?.article).map(|at| stories[at]);
        let story = if told { None } else { story() };
        let thing = (&figure.initiative, &figure.indicator, &figure.unit, story);
        entry_of[at] = *known.entry(thing).or_insert(entries.len());
        if entry_of[at] == entries.len() {
            entries.push(Entry::default());
        }
        entries[entry_of[at]].figures.push(at);
    }
    // For each figure its entry of things that share a value.
    let mut shared = vec![usize::MAX; figures.len()];
    for relation in &corpus.relations {
        let members = members(figures, relation);
        let Some(&first) = members.first() else { continue };
        if relation.kind != "homonym" {
            let entry = entry_of[first];
            entries[entry].relate(&relation.kind);
            for at in members {
                let from = entry_of[at];
                if from != entry && one_indicator(&figures[first], &figures[at]) {
                    let other = std::mem::take(&mut entries[from]);
                    for &at in &other.figures {
                        entry_of[at] = entry;
                    }
                    entries[entry].take_in(other);
                }
            }
            continue;
        }
        let known = members.iter().map(|&at| shared[at]).find(|&entry| entry != usize::MAX);
        let entry = known.unwrap_or(entries.len());
        if known.is_none() {
            entries.push(Entry::default());
        }
        entries[entry].relate(&relation.kind);
        for at in members {
            if !entries[entry].figures.contains(&at) {
                entries[entry].figures.push(at);
            }
            shared[at] = entry;
        }
    }
    entries.retain(|entry| !entry.figures.is_empty());
    for entry in &mut entries {
        let order = in_order(entry.figures.iter().map(|&at| time(&figures[at])));
        entry.figures = order.into_iter().map(|nth| entry.figures[nth]).collect();
    }
    let of = |entry: &Entry| {
        let kinds = entry.kinds.iter().map(String::as_str).chain(entry.beside());
        kinds.map(rank).min().unwrap_or_default() as i32
    };
    let order = in_order(entries.iter().map(|entry| (of(entry), 0)));
    order.into_iter().map(|at| std::mem::take(&mut entries[at])).collect()
}

impl Entry {
    /// True for an entry whose figures stand so to each other, or that is of the kind beside the relations.
    pub fn is(&self, kind: &str) -> bool {
        self.beside() == Some(kind) || self.kinds.iter().any(|known| known == kind)
    }

    /// [`SINGLE`] or [`SEVERAL`], where it is one.
    pub fn beside(&self) -> Option<&'static str> {
        match self.figures.len() {
            1 => Some(SINGLE),
            _ => self.kinds.is_empty().then_some(SEVERAL),
        }
    }

    fn take_in(&mut self, other: Self) {
        self.figures.extend(other.figures);
        for kind in &other.kinds {
            self.relate(kind);
        }
    }

    fn relate(&mut self, kind: &str) {
        if !self.is(kind) {
            self.kinds.push(kind.to_owned());
        }
    }
}

/// Where a kind of relation stands in [`KINDS`]; [`SEVERAL`] and [`SINGLE`] after those, an unknown one after all.
pub fn rank(kind: &str) -> usize {
    let mut kinds = KINDS.iter().chain(&[SEVERAL, SINGLE]);
    kinds.position(|known| *known == kind).unwrap_or(KINDS.len() + 2)
}

/// The members of a relation that are figures.
fn members(figures: &[Figure], relation: &Relation) -> Vec<usize> {
    let position = |id: &String| figures.binary_search_by(|figure| figure.id.cmp(id)).ok();
    relation.members.iter().filter_map(position).collect()
}

fn one_indicator(one: &Figure, other: &Figure) -> bool {
    (&one.initiative, &one.indicator, &one.unit)
        == (&other.initiative, &other.indicator, &other.unit)
}

/// Where a figure stands in time; one without a time, last.
fn time(figure: &Figure) -> (i32, i32) {
    figure.as_of.as_ref().map_or((i32::MAX, i32::MAX), deltascope_model::Edtf::sort_key)
}

#[cfg(test)]
pub mod tests {
    use deltascope_model::{Basis, Edtf, Evidence, Standing, TextRange};

    use super::*;

    /// A figure of an initiative: indicator, number, value, unit, as of.
    pub fn figure(indicator: &str, nth: u32, value: &str, unit: &str, as_of: &str) -> Figure {
        let range = TextRange::new(0, 3);
        Figure {
            id: format!("i.{indicator}.{nth:03}"),
            initiative: Some("i".into()),
            indicator: indicator.into(),
            value: value.into(),
            unit: unit.into(),
            qualifier: "exact".into(),
            scope: None,
            as_of: Edtf::new(as_of).ok(),
            as_of_basis: Basis::Stated,
            standing: Standing::Reported,
            evidence: vec![Evidence { article: "a.1".into(), range, text: "一".into() }],
        }
    }

    fn relation(kind: &str, members: &[&str]) -> Relation {
        let members = members.iter().map(|id| (*id).to_owned()).collect();
        Relation { kind: kind.into(), members, note: String::new(), sources: 0 }
    }

    /// Entries as positions of figures, with the kinds.
    #[track_caller]
    fn check(figures: Vec<Figure>, relations: Vec<Relation>, expected: &[(&[usize], &[&str])]) {
        let corpus = Corpus { figures, relations, ..Corpus::default() };
        let found = entries(&corpus);
        let found: Vec<(&[usize], Vec<&str>)> = found
            .iter()
            .map(|entry| (&entry.figures[..], entry.kinds.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&[usize], Vec<&str>)> =
            expected.iter().map(|(figures, kinds)| (*figures, kinds.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_indicator_in_one_unit_is_one_entry() {
        check(
            vec![
                figure("仪器", 1, "5", "台", "2025"),
                figure("仪器", 2, "9", "亿元", "2024"),
                figure("仪器", 3, "4", "台", "2024"),
                figure("合同", 1, "7", "项", ""),
            ],
            vec![],
            &[(&[2, 0], &[]), (&[1], &[]), (&[3], &[])],
        );
    }

    #[test]
    fn figures_of_nothing_named_are_one_by_their_whole_their_story_or_a_relation() {
        let of_none = |nth: u32, article: &str, scope: Option<&str>| {
            let evidence = |found: Evidence| Evidence { article: article.into(), ..found };
            let one = figure("伤亡", nth, "5", "人", "2025");
            let evidence = one.evidence.iter().cloned().map(evidence).collect();
            Figure { initiative: None, scope: scope.map(Into::into), evidence, ..one }
        };
        let figures = vec![
            of_none(1, "a.1", None),
            of_none(2, "b.1", None),
            of_none(3, "a.1", None),
            of_none(4, "b.1", Some("甲市")),
            of_none(5, "a.1", Some("乙市")),
            of_none(6, "c.1", None),
        ];
        let articles =
            ["a.1", "b.1", "c.1"].map(|id| super::super::targets::tests::article(id, "2025"));
        let relations = vec![relation("agree", &["i.伤亡.002", "i.伤亡.006"])];
        let corpus = Corpus { articles: articles.into(), figures, relations, ..Corpus::default() };
        let found: Vec<Vec<usize>> =
            entries(&corpus).into_iter().map(|entry| entry.figures).collect();
        assert_eq!(found, [vec![1, 5], vec![0, 2], vec![3, 4]]);
    }

    #[test]
    fn relations_of_an_entry_are_named_once_and_differing_values_come_first() {
        check(
            vec![
                figure("仪器", 1, "5", "台", "2024"),
                figure("仪器", 2, "6", "台", "2025"),
                figure("合同", 1, "7", "项", "2024"),
                figure("合同", 2, "8", "项", "2024"),
            ],
            vec![
                relation("agree", &["i.仪器.001", "i.仪器.002"]),
                relation("agree", &["i.仪器.002", "i.仪器.001"]),
                relation("conflict", &["i.合同.001", "i.合同.002"]),
                relation("evolve", &["no-such-figure"]),
            ],
            &[(&[2, 3], &["conflict"]), (&[0, 1], &["agree"])],
        );
    }

    #[test]
    fn a_value_that_means_two_things_is_an_entry_of_its_own() {
        check(
            vec![
                figure("总投入", 1, "8", "元", "2025"),
                figure("投入", 1, "8", "元", "2024"),
                figure("支出", 1, "8", "元", "2023"),
            ],
            vec![],
            &[(&[0], &[]), (&[1], &[]), (&[2], &[])],
        );
        let mut sorted = vec![
            figure("投入", 1, "8", "元", "2024"),
            figure("支出", 1, "8", "元", "2023"),
            figure("总投入", 1, "8", "元", "2025"),
        ];
        sorted.sort_by(|one, other| one.id.cmp(&other.id));
        let at = |name: &str| sorted.iter().position(|one| one.indicator == name).unwrap();
        let all = [at("支出"), at("投入"), at("总投入")];
        let relations = vec![
            relation("homonym", &["i.投入.001", "i.支出.001"]),
            relation("homonym", &["i.支出.001", "i.总投入.001"]),
        ];
        check(sorted, relations, &[(&all, &["homonym"]), (&[0], &[]), (&[1], &[]), (&[2], &[])]);
    }
}
