//! The engine in a browser, where the app runs it: from the bytes of `index.bin` to marks.
#![cfg(target_arch = "wasm32")]

use deltascope_model::{Article, CORPUS_FORMAT, Corpus};
use deltascope_search::{Found, Index, IndexError, Options, snippets};
use deltascope_text::{Letters, pinyin};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn article(id: &str, paragraph: &str) -> Article {
    Article {
        id: id.into(),
        page: id.into(),
        paragraphs: vec![paragraph.into()],
        ..Article::default()
    }
}

fn corpus() -> Corpus {
    let articles =
        vec![article("a.1", "两地共建光子实验室。"), article("b.1", "兩地簽署協議，共建實驗室。")];
    Corpus { format: CORPUS_FORMAT.into(), articles, ..Corpus::default() }
}

/// What the query finds: each article with the marked pieces of its snippets.
#[track_caller]
fn check(query: &str, expected: &[(&str, &[&str])]) {
    let corpus = corpus();
    let index =
        Index::from_bytes(&Index::build(&corpus, Letters::whole(), pinyin).to_bytes()).unwrap();
    assert!(index.belongs_to(&corpus.articles));
    let mut found = Vec::new();
    let results = index.search(&corpus.articles, &index.query(query), Options::default());
    for Found { article: at, .. } in results.hits.iter() {
        let article = &corpus.articles[at as usize];
        let hit = index.hit(article, at, &results);
        let marked: Vec<String> = snippets(index.letters(), article, &hit, 9)
            .iter()
            .flat_map(|snippet| {
                snippet.marks.iter().filter_map(|mark| mark.slice(&snippet.text)).map(str::to_owned)
            })
            .collect();
        found.push((article.id.clone(), marked));
    }
    found.sort();
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(id, marks)| ((*id).into(), marks.iter().map(|&mark| mark.into()).collect()))
        .collect();
    assert_eq!(found, expected);
}

#[wasm_bindgen_test]
fn either_script_finds_both() {
    check("实验室", &[("a.1", &["实验室"]), ("b.1", &["實驗室"])]);
    check("實驗室", &[("a.1", &["实验室"]), ("b.1", &["實驗室"])]);
}

#[wasm_bindgen_test]
fn one_character_is_enough() {
    check("光", &[("a.1", &["光"])]);
    check("协", &[("b.1", &["協"])]);
}

#[wasm_bindgen_test]
fn what_is_in_no_article_is_not_found() {
    check("走廊", &[]);
    check("", &[]);
}

#[wasm_bindgen_test]
fn wrong_bytes_are_refused() {
    let whole = Index::build(&corpus(), Letters::whole(), pinyin).to_bytes();
    assert!(matches!(Index::from_bytes(&[]), Err(IndexError::Empty)));
    assert!(Index::from_bytes(&whole[..whole.len() - 1]).is_err());
}
