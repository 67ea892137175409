//! What a person should look at on a cleaned page: pages without a story, characters that did not
//! decode, stories without a date, dates that are a re-post's, and what `suspicion` finds.

use deltascope_model::{Article, CleanedPage, Evidence, Issue, PageDate, TextRange};

use crate::suspicion::suspicions;

/// The doubts of a page, without ids.
pub fn doubts(cleaned: &CleanedPage) -> Vec<Issue> {
    let page = &cleaned.page;
    let issue = |kind: &str, message: String, evidence: Option<Evidence>| Issue {
        id: String::new(),
        page: page.id.clone(),
        kind: kind.to_owned(),
        message,
        evidence,
    };
    if let Some(error) = &cleaned.error {
        return vec![issue("unreadable", error.clone(), None)];
    }
    let mut found = Vec::new();
    let broken = page.text.matches(char::REPLACEMENT_CHARACTER).count();
    if broken > 0 {
        found.push(issue("undecoded", format!("{broken} characters could not be decoded as {}; save the page again, or compare with the original", page.encoding), None));
    }
    if cleaned.articles.is_empty() {
        found.push(issue(
            "no-story",
            "no running text was found; look at the raw page".to_owned(),
            None,
        ));
    }
    if cleaned.articles.len() > 1 {
        found.push(issue(
            "several-stories",
            format!(
                "{} stories stand on this page; check where they are parted",
                cleaned.articles.len()
            ),
            None,
        ));
    }
    for suspicion in suspicions(cleaned) {
        // A stub is told as such, not as a page without a story.
        if suspicion.kind == "stub" {
            found.retain(|issue| issue.kind != "no-story");
        }
        let evidence = suspicion.place.and_then(|(article, range)| {
            Some(Evidence { article, range, text: range.slice(&page.text)?.to_owned() })
        });
        found.push(issue(suspicion.kind, suspicion.reason, evidence));
    }
    for article in &cleaned.articles {
        let evidence = |range: TextRange| {
            let text = range.slice(&page.text)?.to_owned();
            Some(Evidence { article: article.id.clone(), range, text })
        };
        if article.title.is_none() {
            let derived = article.derived_title.as_ref().map(|derived| derived.range);
            found.push(issue(
                "no-title",
                "the story has no title on its page; what stands for it is derived from its text"
                    .to_owned(),
                derived.or_else(|| first_words(article)).and_then(evidence),
            ));
        }
        match (&article.published, &article.page_date) {
            (None, None) => found.push(issue("no-date", "the page does not say when the story was published; find the original if the day matters".to_owned(), None)),
            (None, Some(PageDate { edtf, range, .. })) => found.push(issue(
                "reposted-date",
                format!("{edtf} is the date of the page, not of the story: the page is a re-post, or the story tells of later events; find the original"),
                evidence(*range),
            )),
            _ => {}
        }
    }
    found
}

/// The story's first span, as a place to look at.
fn first_words(article: &Article) -> Option<TextRange> {
    article.spans.first()?.first().copied()
}
