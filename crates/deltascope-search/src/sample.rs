//! Small corpora for this crate's tests.

use deltascope_model::{
    Article, CORPUS_FORMAT, Corpus, Evidence, Initiative, InitiativeKind, TextRange, Title,
};

/// An article with nothing but texts.
pub(crate) fn article(id: &str, title: Option<&str>, paragraphs: &[&str]) -> Article {
    let range = TextRange::default();
    Article {
        id: id.into(),
        page: id.into(),
        title: title.map(|text| Title { text: text.into(), range }),
        paragraphs: paragraphs.iter().map(|&text| text.into()).collect(),
        ..Article::default()
    }
}

/// An initiative with a name and aliases, and evidence in these articles.
pub(crate) fn initiative(
    id: &str,
    names: &[&str],
    name_en: Option<&str>,
    articles: &[&str],
) -> Initiative {
    let evidence = |&article: &&str| Evidence {
        article: article.into(),
        range: TextRange::default(),
        text: String::new(),
    };
    Initiative {
        id: id.into(),
        name: names[0].into(),
        aliases: names[1..].iter().map(|&alias| alias.into()).collect(),
        name_en: name_en.map(Into::into),
        kind: InitiativeKind::Corridor,
        pillar: None,
        status: None,
        status_evidence: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        background: Vec::new(),
        links: Vec::new(),
        evidence: articles.iter().map(evidence).collect(),
    }
}

/// A corpus of these.
pub(crate) fn corpus(articles: &[Article], initiatives: &[Initiative]) -> Corpus {
    Corpus {
        format: CORPUS_FORMAT.into(),
        articles: articles.to_vec(),
        initiatives: initiatives.to_vec(),
        ..Corpus::default()
    }
}
