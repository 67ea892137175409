//! What must hold of queries, of the index and of folding.

use std::sync::LazyLock;

use deltascope_model::{Article, CORPUS_FORMAT, Corpus, Initiative, InitiativeKind, TextRange};
use deltascope_search::{Index, IndexError, Needs, Options, snippets};
use deltascope_text::{Letters, pinyin};

/// A corpus of a few articles in both scripts, with its index.
static WORLD: LazyLock<(Corpus, Index, Vec<u8>)> = LazyLock::new(|| {
    let article = |id: &str, text: &str| Article {
        id: id.into(),
        page: id.into(),
        paragraphs: text.lines().map(Into::into).collect(),
        ..Article::default()
    };
    let initiative = Initiative {
        id: "hall".into(),
        name: "河湾实验馆".into(),
        aliases: vec!["实验馆".into()],
        name_en: Some("Bend Hall".into()),
        kind: InitiativeKind::Centre,
        pillar: None,
        status: None,
        status_evidence: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        background: Vec::new(),
        links: Vec::new(),
        evidence: Vec::new(),
    };
    let articles = vec![
        article("a.1", "河湾实验馆今年投入1.8亿元。\n計畫與動畫都在內，Ｇ６０也在。"),
        article("b.1", "河灣實驗館投入18000万元，-不是- \"别的\"。"),
    ];
    let corpus = Corpus {
        format: CORPUS_FORMAT.into(),
        articles,
        initiatives: vec![initiative],
        ..Corpus::default()
    };
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let bytes = index.to_bytes();
    (corpus, index, bytes)
});

/// Asks any text: printed it reads back the same, and its hits are literal.
pub fn ask(text: &str) {
    let (corpus, index, _) = &*WORLD;
    let query = index.query(text);
    assert_eq!(index.query(&query.to_string()).to_string(), query.to_string());
    for problem in query.problems() {
        assert!(problem.range.slice(text).is_some(), "a problem stands in the query");
    }
    let results = index.search(&corpus.articles, &query, Options::default());
    for found in results.hits.iter() {
        let article = &corpus.articles[found.article as usize];
        let hit = index.hit(article, found.article, &results);
        for place in &hit.body {
            let text = &article.paragraphs[place.paragraph as usize];
            assert!(place.range.slice(text).is_some_and(|part| !part.is_empty()));
        }
        for snippet in snippets(index.letters(), article, &hit, 3) {
            let text = &article.paragraphs[snippet.paragraph as usize];
            assert_eq!(snippet.range.slice(text), Some(snippet.text.as_str()));
        }
    }
}

/// Reads any bytes as an index, and a whole one with bytes changed at places that they name.
pub fn read_index(bytes: &[u8]) {
    let (_, index, whole) = &*WORLD;
    _ = Index::from_bytes(bytes);
    let mut changed = whole.clone();
    for pair in bytes.chunks_exact(3) {
        let at = u16::from_le_bytes([pair[0], pair[1]]) as usize % changed.len();
        changed[at] ^= pair[2];
    }
    match Index::from_bytes(&changed) {
        Ok(read) => assert!(changed == *whole && read == Index::from_bytes(whole).unwrap()),
        Err(error) => assert_ne!(error, IndexError::Empty),
    }
    let cut = bytes.len() % whole.len();
    assert!(Index::from_bytes(&whole[..cut]).is_err(), "{cut} bytes of {index:?}");
}

/// Reads any bytes as a file of a split index, and whole files with bytes changed at places that they
/// name; then asks, and finds what the whole index finds or is refused.
pub fn read_files(bytes: &[u8]) {
    let (corpus, whole, _) = &*WORLD;
    let (index, files) = whole.split(&corpus.articles);
    for (name, file) in &files {
        assert!(index.supply(name, bytes).is_err());
        let mut changed = file.clone();
        for pair in bytes.chunks_exact(3) {
            let at = u16::from_le_bytes([pair[0], pair[1]]) as usize % changed.len();
            changed[at] ^= pair[2];
        }
        assert_eq!(index.supply(name, &changed).is_ok(), changed == *file);
        assert!(index.supply(name, &file[..bytes.len() % file.len()]).is_err());
    }
    let text = String::from_utf8_lossy(bytes);
    let query = index.query(&text);
    while let Err(Needs(names)) = index.ask(&query, Options::default()) {
        for name in names {
            let (_, file) = files.iter().find(|file| file.0 == name).expect("one of its files");
            index.supply(&name, file).expect("the file of this name");
        }
    }
    let found = index.ask(&query, Options::default()).expect("all is there").hits;
    assert_eq!(found, whole.search(&corpus.articles, &query, Options::default()).hits);
}

/// Folds any text.
pub fn fold_and_check(text: &str) {
    let letters = Letters::whole();
    for folded in [letters.fold(text), letters.simplify(text)] {
        assert_eq!(folded.text().chars().count(), text.chars().count());
        assert_eq!(folded.raw_range(TextRange::of(0, folded.text().len())).slice(text), Some(text));
    }
    let once = letters.fold(text);
    assert_eq!(letters.fold(once.text()).text(), once.text());
    assert_eq!(letters.simplified(text), letters.simplify(text).text());
}
