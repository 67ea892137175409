//! What must hold of the facts of any article: evidence is literal.

use std::sync::LazyLock;

use deltascope_extract::{Gazetteer, extract};
use deltascope_model::{Article, Basis, CleanedPage, Edtf, PageDate, TextRange, Title};

use crate::page;

/// The gazetteer of the default corpus.
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let files = [
        ("groups.toml", include_str!("../../corpus/gazetteer/groups.toml")),
        ("initiatives.toml", include_str!("../../corpus/gazetteer/initiatives.toml")),
        ("organisations.toml", include_str!("../../corpus/gazetteer/organisations.toml")),
        ("places.toml", include_str!("../../corpus/gazetteer/places.toml")),
    ];
    Gazetteer::parse(&files).expect("the gazetteer is sound")
});

/// Extracts from an article whose first line is its title, and looks at the evidence.
pub fn extract_and_check(text: &str) {
    let spans: Vec<TextRange> = text
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some(TextRange::of(start, start + line.trim_end_matches('\n').len()))
        })
        .filter(|range| !range.is_empty())
        .collect();
    let slice = |range: &TextRange| range.slice(text).unwrap_or_default().to_owned();
    let article = Article {
        id: "p.1".into(),
        page: "p".into(),
        title: spans.first().map(|&range| Title { text: slice(&range), range }),
        published: Some(PageDate {
            edtf: Edtf::new("2024-03-10").expect("a date"),
            basis: Basis::Stated,
            range: TextRange::new(0, 0),
        }),
        paragraphs: spans.iter().skip(1).map(slice).collect(),
        spans: spans.iter().skip(1).map(|&range| vec![range]).collect(),
        ..Article::default()
    };
    let page = page(text);
    let pages = [CleanedPage { page, segments: Vec::new(), articles: vec![article], error: None }];
    let facts = extract(&pages, &GAZETTEER);
    let times = facts.times.iter().map(|time| &time.evidence);
    let events = facts.events.iter().flat_map(|event| &event.evidence);
    let figures = facts.figures.iter().flat_map(|figure| &figure.evidence);
    let initiatives = facts.initiatives.iter().flat_map(|one| &one.evidence);
    let people = facts.people.iter().flat_map(|one| &one.evidence);
    for one in times.chain(events).chain(figures).chain(initiatives).chain(people) {
        assert_eq!(one.range.slice(text), Some(one.text.as_str()));
    }
}
