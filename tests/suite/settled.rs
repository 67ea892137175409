//! Cleaning settles: a cleaned article, fed back as a page of its own, loses and gains nothing, and
//! the order of pages changes nothing.
//!
//! What an article's text alone does not say, cleaning cannot find again: that cells stood in a row
//! of a table, that an element held a list of short items, that a subtitle stood below the title.
//! Stories that hang on this are few and counted here; the counts only rise.

use deltascope_clean::{Input, clean};
use deltascope_model::{Article, CleanedPage};

use crate::cleaning::{cases, cleaned};
use crate::pages::{corpus, default_corpus, files, root};

fn cleaned_text(text: &str) -> CleanedPage {
    clean(&Input { id: "p", path: "p.txt", bytes: text.as_bytes(), ..Input::default() })
}

/// An article as a page: title and paragraphs, a line each.
fn as_page(article: &Article) -> String {
    let title = article.title.iter().map(|title| title.text.as_str());
    let lines: Vec<&str> = title.chain(article.paragraphs.iter().map(String::as_str)).collect();
    lines.join("\n\n") + "\n"
}

/// The paragraphs of all of a page's stories.
fn paragraphs(page: &CleanedPage) -> Vec<&str> {
    let all = page.articles.iter().flat_map(|article| &article.paragraphs);
    all.map(|text| text.trim()).collect()
}

/// Articles that come out of their own text with the same paragraphs, and those that do so the
/// second time.
fn count<'a>(articles: impl Iterator<Item = &'a Article>) -> [usize; 3] {
    let mut counts = [0; 3];
    for article in articles {
        let own: Vec<&str> = article.paragraphs.iter().map(|text| text.trim()).collect();
        let again = cleaned_text(&as_page(article));
        let thrice = again.articles.first().map(|article| cleaned_text(&as_page(article)));
        let settled = thrice.as_ref().map(paragraphs).unwrap_or_default();
        counts[0] += 1;
        counts[1] += usize::from(paragraphs(&again) == own);
        counts[2] += usize::from(settled == paragraphs(&again));
    }
    counts
}

#[track_caller]
fn check(what: &str, articles: &[Article], least: [usize; 2]) {
    let [all, same, settled] = count(articles.iter());
    println!("{what}: of {all} articles {same} come out the same, {settled} from then on");
    assert!(same >= least[0] && settled >= least[1], "{what}: {same} and {settled} of {all}");
}

#[test]
fn cleaned_articles_come_out_the_same() {
    let of_half = |half: &str| -> Vec<Article> {
        cases(half).iter().flat_map(|case| cleaned(case).articles).collect()
    };
    check("seen", &of_half("seen"), [77, 80]);
    check("held", &of_half("held"), [68, 71]);
    let corpus = default_corpus();
    check("default corpus", &corpus.articles, [6, 6]);
}

#[test]
fn the_order_of_pages_changes_nothing() {
    let folder = root().join("tests/pages/seen");
    let mut pages: Vec<(String, Vec<u8>)> =
        ["txt", "html"].iter().flat_map(|ending| files(&folder, ending)).collect();
    let first = corpus(&pages).to_json();
    pages.reverse();
    assert!(corpus(&pages).to_json() == first, "pages in another order give another corpus");
    // Any order: every third page first.
    let (thirds, others): (Vec<_>, Vec<_>) =
        pages.into_iter().enumerate().partition(|(nth, _)| nth % 3 == 0);
    let mixed: Vec<_> = thirds.into_iter().chain(others).map(|(_, page)| page).collect();
    assert!(corpus(&mixed).to_json() == first, "pages in a mixed order give another corpus");
}
