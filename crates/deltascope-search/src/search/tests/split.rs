//! A split index answers as the whole one does.

use super::*;
use crate::IndexError;

/// What a split index answers, given the files that it asks for.
fn asked(index: &Index, files: &[(String, Vec<u8>)], text: &str, options: Options) -> Results {
    loop {
        match index.ask(&index.query(text), options) {
            Ok(results) => return results,
            Err(Needs(names)) => {
                for name in names {
                    let (_, bytes) = files.iter().find(|file| file.0 == name).unwrap();
                    index.supply(&name, bytes).unwrap();
                }
            }
        }
    }
}

/// A corpus of these texts, in files as small as they can be, with the index of the whole.
fn split(corpus: &Corpus) -> (Index, Index, Vec<(String, Vec<u8>)>) {
    let whole = Index::build(corpus, Letters::whole(), pinyin);
    let (index, files) = whole.split_by(&corpus.articles, 8);
    let read = Index::from_bytes(&index.to_bytes()).unwrap();
    assert_eq!(read, index);
    (whole, read, files)
}

#[test]
fn a_split_index_knows_its_articles_and_files() {
    let mut corpus = sample();
    let (_, index, files) = split(&corpus);
    assert!(index.is_split() && files.len() > 9);
    assert!(index.files().eq(files.iter().map(|file| file.0.clone())));
    corpus.articles[0].paragraphs.clear();
    assert!(index.belongs_to(&corpus.articles));
    corpus.articles[0].title = None;
    assert!(!index.belongs_to(&corpus.articles));
}

#[test]
fn a_search_of_a_split_index_needs_few_files() {
    let corpus = by_other_names();
    let (_, index, files) = split(&corpus);
    let Err(Needs(names)) = index.ask(&index.query("投入"), Options::default()) else {
        panic!("nothing is there yet");
    };
    assert_eq!(names.len(), 1);
    assert_eq!(ids(&asked(&index, &files, "投入", Options::default())), "adc");
    let other = files.iter().find(|file| file.0 != names[0]).unwrap();
    assert_eq!(index.supply(&names[0], &other.1), Err(IndexError::Damaged));
    assert_eq!(index.supply(&names[0], &[]), Err(IndexError::Empty));
    assert_eq!(index.supply("no name", &other.1), Err(IndexError::Damaged));
}

/// Texts in which the forms of characters and of numbers meet.
fn forms() -> impl Strategy<Value = String> {
    let pieces = vec![
        "联盟",
        "聯",
        "盟",
        "计划",
        "計畫",
        "畫",
        "光子",
        "了解",
        "瞭解",
        "𠮷",
        "，",
        " ",
        "1.8亿",
        "18000万",
        "1，800",
        "一亿八千万",
        "元",
        "人民币",
        "2024",
        "Twin",
    ];
    proptest::collection::vec(proptest::sample::select(pieces), 0..8)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_split_index_finds_what_the_whole_finds(
        texts in proptest::collection::vec(prop_oneof![words(), forms()], 10),
        query in prop_oneof![query(), forms(), (forms(), forms()).prop_map(|(one, two)| format!("{one} {two}"))],
        literal in any::<bool>(),
    ) {
        let mut corpus = sample();
        for (article, text) in corpus.articles.iter_mut().zip(texts.chunks(2)) {
            article.paragraphs = text.to_vec();
        }
        let (whole, index, files) = split(&corpus);
        let options = Options { literal, ..Options::default() };
        let found = asked(&index, &files, &query, options);
        let expected = whole.search(&corpus.articles, &whole.query(&query), options);
        prop_assert_eq!(&found, &expected, "{}", query);
    }
}
