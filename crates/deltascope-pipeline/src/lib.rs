//! Pages and a gazetteer → [`Corpus`], as pure functions.
//!
//! 1. [`read`]: one page cleaned and its mentions found; pages may be read in parallel
//! 2. [`assemble`]: the pages' mentions joined into facts, doubts listed, every list sorted
//! 3. [`again`]: the same from a corpus's own pages, which must give the same corpus
//!
//! The result does not depend on the order of the pages. This crate never reads a file or a clock.

mod doubts;
mod families;

pub use families::families;

use deltascope_clean::{Input, clean, clean_decoded};
use deltascope_extract::{Gazetteer, Mentions, mentions};
use deltascope_model::{CORPUS_FORMAT, CleanedPage, Corpus, CorpusPage, Issue, Page};

/// A page, cleaned, with what it mentions.
pub struct ReadPage {
    cleaned: CleanedPage,
    mentions: Mentions,
}

impl ReadPage {
    /// Finds the mentions of a cleaned page, or of one that could not be read.
    pub fn new(cleaned: CleanedPage, gazetteer: &Gazetteer) -> Self {
        let mentions = mentions(&cleaned, gazetteer);
        Self { cleaned, mentions }
    }
}

/// Cleans a page and finds its mentions.
pub fn read(input: &Input<'_>, gazetteer: &Gazetteer) -> ReadPage {
    ReadPage::new(clean(input), gazetteer)
}

/// Joins pages into a corpus. Their ids must be distinct.
pub fn assemble(mut pages: Vec<ReadPage>, gazetteer: &Gazetteer) -> Corpus {
    pages.sort_by(|one, other| one.cleaned.page.id.cmp(&other.cleaned.page.id));
    let mut corpus = Corpus { format: CORPUS_FORMAT.into(), ..Corpus::default() };
    let mut all_mentions = Vec::with_capacity(pages.len());
    for ReadPage { cleaned, mentions } in pages {
        corpus.issues.extend(doubts::doubts(&cleaned));
        all_mentions.push(mentions);
        corpus.articles.extend(cleaned.articles);
        corpus.pages.push(CorpusPage::new(cleaned.page, cleaned.segments, cleaned.error));
    }
    let facts = deltascope_extract::assemble(all_mentions, gazetteer);
    corpus.articles.sort_by(|one, other| one.id.cmp(&other.id));
    corpus.families = families(&corpus.articles);
    corpus.times = facts.times;
    corpus.initiatives = facts.initiatives;
    corpus.events = facts.events;
    corpus.places = facts.places;
    corpus.organisations = facts.organisations;
    corpus.issues.extend(facts.issues);
    corpus.issues = numbered(corpus.issues);
    corpus
}

/// Builds once more from the decoded pages of a corpus. Where the corpus was built by this version
/// with the same gazetteer, the result is equal to it.
pub fn again(pages: &[CorpusPage], gazetteer: &Gazetteer) -> Corpus {
    let read = pages.iter().rev().map(|page| {
        let decoded = Page {
            id: page.id.clone(),
            path: page.path.clone(),
            sha256: page.sha256.clone(),
            encoding: page.encoding.clone(),
            url: page.url.clone(),
            accessed: page.accessed.clone(),
            text: page.text.clone(),
        };
        let cleaned = match &page.error {
            None => clean_decoded(decoded),
            Some(_) => CleanedPage {
                page: decoded,
                segments: Vec::new(),
                articles: Vec::new(),
                error: page.error.clone(),
            },
        };
        ReadPage::new(cleaned, gazetteer)
    });
    assemble(read.collect(), gazetteer)
}

/// The issues with their ids: the page's, and a number in the order of kind and place.
fn numbered(mut issues: Vec<Issue>) -> Vec<Issue> {
    issues.sort_by(|one, other| {
        let key = |issue: &Issue| {
            (
                issue.page.clone(),
                issue.evidence.as_ref().map(|evidence| evidence.range),
                issue.kind.clone(),
                issue.message.clone(),
            )
        };
        key(one).cmp(&key(other))
    });
    let mut number = 0;
    for nth in 0..issues.len() {
        let same_page = nth > 0 && issues[nth - 1].page == issues[nth].page;
        number = if same_page { number + 1 } else { 1 };
        issues[nth].id = format!("{}.i{number:04}", issues[nth].page);
    }
    issues.sort_by(|one, other| one.id.cmp(&other.id));
    issues
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(order: &[usize]) -> Corpus {
        let pages = [
            "三市共用仪器,企业预约检测,费用由财政补助,排队时间比去年短了一半。".repeat(3),
            "首页\n要闻".into(),
            String::new(),
        ];
        let gazetteer = Gazetteer::parse(&[]).unwrap();
        let read = order.iter().map(|nth| {
            let (id, path) = (format!("p{nth}"), format!("{nth}.txt"));
            read(
                &Input {
                    id: &id,
                    path: &path,
                    url: None,
                    accessed: None,
                    bytes: pages[*nth].as_bytes(),
                },
                &gazetteer,
            )
        });
        assemble(read.collect(), &gazetteer)
    }

    #[test]
    fn every_page_leaves_an_article_or_an_issue() {
        let corpus = corpus(&[0, 1, 2]);
        assert_eq!(corpus.pages.len(), 3);
        for page in &corpus.pages {
            let told = corpus.articles.iter().any(|article| article.page == page.id)
                || corpus.issues.iter().any(|issue| issue.page == page.id);
            assert!(told, "{} vanished", page.id);
        }
        assert!(corpus.pages[2].error.is_some());
    }

    #[test]
    fn the_order_of_pages_does_not_matter() {
        assert_eq!(corpus(&[0, 1, 2]).to_json(), corpus(&[2, 0, 1]).to_json());
    }

    #[test]
    fn a_second_build_gives_the_same_bytes() {
        let first = corpus(&[0, 1, 2]);
        let second = again(&first.pages, &Gazetteer::parse(&[]).unwrap());
        assert_eq!(first.to_json(), second.to_json());
    }
}
