//! The first cards of the list of articles, as `src/components/result_card.rs` draws them without a search.

use deltascope_model::{Article, Corpus, Event};

use super::{all, escaped};
use crate::listing::{self, NAMES, REPRINTS};
use crate::words::{Lang, count, date::date_words, facts, fill, words};

/// How many: they fill a phone's screen.
const FIRST: usize = 3;

/// The number of articles, and the first cards; none where the corpus holds no texts.
pub fn articles(corpus: &Corpus, lang: Lang) -> Option<(String, String)> {
    let known = corpus.stories();
    let every: Vec<usize> = (0..known.len()).collect();
    let ranked = listing::by_date(corpus, &every);
    let stories = listing::stories(&ranked, every.len(), every.len(), |at| known[at] as usize);
    let first = &stories[..stories.len().min(FIRST)];
    let is_here = |story: &Vec<usize>| !corpus.articles[story[0]].paragraphs.is_empty();
    if first.is_empty() || !first.iter().all(is_here) {
        return None;
    }
    let told = &words(lang).filters;
    let mut total = count(told.articles, stories.len());
    let reprints = every.len() - stories.len();
    if reprints > 0 {
        total.push_str(&fill(told.with_reprints, &reprints.to_string()));
    }
    Some((total, all(first.iter().map(|story| card(corpus, story, lang)))))
}

/// One story: the article that stands for it, and others that reprint it.
fn card(corpus: &Corpus, story: &[usize], lang: Lang) -> String {
    let article = &corpus.articles[story[0]];
    let is_stated = |event: &&Event| event.evidence.iter().any(|one| one.article == article.id);
    let stated: Vec<&Event> = corpus.events.iter().filter(is_stated).collect();
    let tag = facts::script_tag(article.script);
    format!(
        "<li class=\"card\"><h2 lang=\"{tag}\"><a href=\"./\" class=\"result-link\">{}</a></h2>\
         <p class=\"card-source\">{}</p><div class=\"card-text\" lang=\"{tag}\"><p>{}</p></div>{}{}</li>",
        title(article, lang),
        source(article, stated.len(), lang),
        escaped(&listing::opening(article)),
        initiatives(corpus, &stated, lang),
        reprints(corpus, &story[1..], lang)
    )
}

fn title(article: &Article, lang: Lang) -> String {
    let (sign, text) = listing::title(article, lang);
    let sign = sign.map(|sign| format!("<span class=\"stand-in\">{sign}</span>"));
    sign.into_iter().chain(text.map(escaped)).collect()
}

/// Who published it and when, and how many events it states.
fn source(article: &Article, stated: usize, lang: Lang) -> String {
    let filters = &words(lang).filters;
    let publisher = match &article.publisher {
        Some(name) => {
            let tag = facts::script_tag(article.script);
            format!("<span lang=\"{tag}\">{}</span>", escaped(name))
        }
        None => format!("<span class=\"faint\">{}</span>", filters.unsigned),
    };
    let when = match &article.published {
        Some(date) => format!("<time>{}</time>", date_words(&date.edtf, date.basis, lang)),
        None => format!("<span class=\"faint\">{}</span>", filters.undated),
    };
    let number = count(filters.stated, stated);
    let number =
        if stated == 0 { String::new() } else { format!("<span class=\"stated\">{number}</span>") };
    [publisher, when, number].concat()
}

fn initiatives(corpus: &Corpus, stated: &[&Event], lang: Lang) -> String {
    let known = listing::named(corpus, stated.iter().map(|event| &event.initiative));
    let names = known.iter().take(NAMES).map(|one| {
        let tag = facts::initiative_lang(one, lang);
        let name = escaped(facts::initiative(one, lang));
        format!("<a href=\"./\" class=\"initiative-link\"><span lang=\"{tag}\">{name}</span></a>")
    });
    let rest = known.len().saturating_sub(NAMES);
    let more = (rest > 0).then(|| fill(words(lang).filters.more, &rest.to_string()));
    list(words(lang).filters.by_name, names.chain(more))
}

/// The other articles of the story, by their publishers.
fn reprints(corpus: &Corpus, others: &[usize], lang: Lang) -> String {
    let filters = &words(lang).filters;
    let sources = others.iter().take(REPRINTS).map(|&at| {
        let source = listing::source(&corpus.articles[at]).map(|name| escaped(name));
        let source = source.unwrap_or_else(|| filters.unsigned.to_owned());
        format!("<a href=\"./\" class=\"more-link\">{source}</a>")
    });
    let rest = others.len().saturating_sub(REPRINTS);
    let more = (rest > 0).then(|| {
        let more = fill(filters.more, &rest.to_string());
        format!("<button class=\"button more-results\">{more}</button>")
    });
    list(&count(filters.reprints, others.len()), sources.chain(more))
}

/// A list behind its name; nothing where it is empty.
fn list(name: &str, rows: impl Iterator<Item = String>) -> String {
    let rows = all(rows.map(|row| format!("<li>{row}</li>")));
    if rows.is_empty() {
        return rows;
    }
    format!("<div class=\"card-names\"><span>{name}</span><ul>{rows}</ul></div>")
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, Edtf, Family, PageDate, TextRange};

    use super::*;

    /// Three articles, the second a reprint of the first.
    fn corpus() -> Corpus {
        let article = |id: &str, publisher: &str, day: &str, text: &str| Article {
            id: id.into(),
            publisher: (!publisher.is_empty()).then(|| publisher.into()),
            published: Edtf::new(day).ok().map(|edtf| PageDate {
                edtf,
                basis: Basis::Stated,
                range: TextRange::new(0, 3),
            }),
            paragraphs: vec![text.into()],
            ..Article::default()
        };
        Corpus {
            articles: vec![
                article("a", "甲报", "2024-07-01", "开<篇>。"),
                article("b", "乙网", "2024-07-03", "转载。"),
                article("c", "", "", "没有日期。"),
            ],
            families: vec![Family {
                id: "a".into(),
                members: vec!["a".into(), "b".into()],
                differences: vec![],
            }],
            ..Corpus::default()
        }
    }

    #[test]
    fn stories_stand_newest_first_with_their_reprints() {
        let (total, cards) = articles(&corpus(), Lang::Hans).unwrap();
        assert_eq!(total, "2篇文章，另有转载1篇");
        let stories: Vec<&str> = cards.split("<li class=\"card\">").skip(1).collect();
        let [first, last] = stories[..] else { panic!("{cards}") };
        assert!(
            first.contains("转载。") && first.contains("另有1篇转载") && first.contains("甲报")
        );
        assert!(
            last.contains("没有日期。")
                && last.contains("未注明日期")
                && last.contains("（无标题）")
        );
    }

    #[test]
    fn what_an_article_says_is_text() {
        let mut corpus = corpus();
        corpus.families.clear();
        let (_, cards) = articles(&corpus, Lang::En).unwrap();
        assert!(cards.contains("开&lt;篇>。"), "{cards}");
    }

    #[test]
    fn a_corpus_without_texts_has_none() {
        let mut corpus = corpus();
        corpus.articles.iter_mut().for_each(|article| article.paragraphs.clear());
        assert!(articles(&corpus, Lang::Hans).is_none());
        assert!(articles(&Corpus::default(), Lang::Hans).is_none());
    }
}
