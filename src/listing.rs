//! The list of articles as it stands without a search, and what its cards say: the app draws it, and before
//! the app is there its first cards stand in the page, written by xtask.

use deltascope_model::{Article, Corpus, Initiative};

use crate::{
    order::in_order,
    words::{Lang, words},
};

/// The characters of an opening.
const OPENING: usize = 96;
/// Names of initiatives on one card.
pub const NAMES: usize = 3;
/// Reprints that a card names at first.
pub const REPRINTS: usize = 6;

/// These articles, newest first and undated last.
pub fn by_date(corpus: &Corpus, articles: &[usize]) -> Vec<usize> {
    let keys = articles.iter().map(|&at| {
        let published = corpus.articles[at].published.as_ref();
        published
            .map(|date| date.edtf.sort_key())
            .map_or((i32::MAX, 0), |(first, last)| (-first, -last))
    });
    in_order(keys).into_iter().map(|at| articles[at]).collect()
}

/// The articles of the first stories, each story where its first article stands. `story` names the story of
/// an article by one of all its articles.
pub fn stories(
    ranked: &[usize],
    first: usize,
    all: usize,
    story: impl Fn(usize) -> usize,
) -> Vec<Vec<usize>> {
    let mut stories: Vec<Vec<usize>> = Vec::new();
    let mut met = 0;
    // The place of each story that was met, by the article that names it.
    let mut places = vec![usize::MAX; all];
    for &at in ranked {
        let place = &mut places[story(at)];
        if *place == usize::MAX {
            *place = met;
            met += 1;
            if met <= first {
                stories.push(Vec::new());
            }
        }
        if let Some(story) = stories.get_mut(*place) {
            story.push(at);
        }
    }
    stories
}

/// An article's title; where the page states none, the sign of what stands in for it comes before what
/// could be derived.
pub fn title(article: &Article, lang: Lang) -> (Option<&'static str>, Option<&str>) {
    let filters = &words(lang).filters;
    match (&article.title, &article.derived_title) {
        (Some(title), _) => (None, Some(&title.text)),
        (None, Some(derived)) => (Some(filters.derived), Some(&derived.text)),
        (None, None) => (Some(filters.untitled), None),
    }
}

/// The first characters of the body.
pub fn opening(article: &Article) -> String {
    let text = article.paragraphs.first().map_or("", String::as_str);
    match text.char_indices().nth(OPENING) {
        Some((end, _)) => [&text[..end], "……"].concat(),
        None => text.to_owned(),
    }
}

/// The initiatives with these ids, each once.
pub fn named<'a>(corpus: &'a Corpus, ids: impl Iterator<Item = &'a String>) -> Vec<&'a Initiative> {
    let mut named: Vec<&Initiative> = Vec::new();
    for at in ids.filter_map(|id| corpus.initiative(id)) {
        let known = &corpus.initiatives[at];
        if !named.iter().any(|other| other.id == known.id) {
            named.push(known);
        }
    }
    named
}

/// Whose page an article is: its publisher, or the site.
pub fn source(article: &Article) -> Option<&String> {
    article.publisher.as_ref().or(article.host.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_stands_where_its_first_article_does() {
        let story = |at: usize| [0, 1, 0, 3, 1][at];
        assert_eq!(stories(&[3, 4, 2, 1, 0], 2, 5, story), [vec![3], vec![4, 1]]);
        assert_eq!(stories(&[3, 4, 2, 1, 0], 9, 5, story), [vec![3], vec![4, 1], vec![2, 0]]);
        assert!(stories(&[], 2, 0, story).is_empty());
    }
}
