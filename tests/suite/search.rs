//! Search misses nothing: every run of characters of every body is found in its article, as
//! written and in the other script.

use deltascope_search::{Index, Options};
use deltascope_text::{Letters, pinyin, simplify};

use crate::pages::default_corpus;

#[test]
fn every_substring_finds_its_article() {
    let corpus = default_corpus();
    let index =
        Index::from_bytes(&Index::build(corpus, Letters::whole(), pinyin).to_bytes()).unwrap();
    for article in &corpus.articles {
        for paragraph in &article.paragraphs {
            let chars: Vec<char> = paragraph.chars().collect();
            for (from, length) in (0..chars.len()).step_by(17).zip([1, 2, 3, 5, 8].iter().cycle()) {
                let run: String = chars[from..chars.len().min(from + length)].iter().collect();
                // What the query language gives a meaning of its own is searched in quotes, and
                // quotes themselves cannot be.
                if run.trim() != run
                    || run.is_empty()
                    || run.contains(['"', '“', '”', '「', '」', '『', '』'])
                {
                    continue;
                }
                for query in [format!("\"{run}\""), format!("\"{}\"", simplify(&run).text())] {
                    let hits = index
                        .search(&corpus.articles, &index.query(&query), Options::default())
                        .hits;
                    assert!(
                        hits.iter()
                            .any(|hit| corpus.articles[hit.article as usize].id == article.id),
                        "{query} misses {}",
                        article.id
                    );
                }
            }
        }
    }
}

#[test]
fn a_hit_is_the_text_that_was_asked_for() {
    let corpus = default_corpus();
    let index = Index::build(corpus, Letters::whole(), pinyin);
    let results = index.search(&corpus.articles, &index.query("协同创新"), Options::default());
    let mut scripts = std::collections::BTreeSet::new();
    for found in results.hits.iter() {
        let article = &corpus.articles[found.article as usize];
        for body in index.hit(article, found.article, &results).body {
            let text = body.range.slice(&article.paragraphs[body.paragraph as usize]).unwrap();
            assert_eq!(simplify(text).text(), "协同创新");
            scripts.insert(text.to_owned());
        }
    }
    assert!(scripts.contains("协同创新") && scripts.contains("協同創新"), "{scripts:?}");
}
