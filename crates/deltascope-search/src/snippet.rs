//! Snippets: the sentences of an article that hold the hits, with marks.
//!
//! 1. each sentence with a hit gives a window, more than one where it is long
//! 2. windows that show what no earlier one shows come first, up to the number asked for
//! 3. an article found by its title or a name alone shows how its body begins
//!
//! A snippet is raw text, cut and never changed: whoever shows it sees from `range` whether it
//! starts or stops within a paragraph.

use deltascope_model::{Article, TextRange};
use deltascope_text::{Letters, sentences};

use crate::hit::Hit;

/// Longest snippet, in characters.
const WINDOW: usize = 120;
/// How many characters before the first mark a window may start.
const LEAD: usize = 40;

/// A piece of a paragraph to show under a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The paragraph, counted from 0.
    pub paragraph: u32,
    /// Where the piece stands in the paragraph's raw text.
    pub range: TextRange,
    /// The piece, raw.
    pub text: String,
    /// Ranges of `text` to mark, in order, without overlaps.
    pub marks: Vec<TextRange>,
}

/// At most `max` snippets of an article for a hit, in reading order; `letters` are those of the
/// index that gave the hit.
pub fn snippets(letters: &Letters, article: &Article, hit: &Hit, max: usize) -> Vec<Snippet> {
    let windows = article.paragraphs.iter().zip(0..).flat_map(|(text, paragraph)| {
        let hits = hit.body.iter().filter(|hit| hit.paragraph == paragraph);
        let marks: Vec<TextRange> = hits.map(|hit| hit.range).collect();
        windows(text, &marks).into_iter().map(move |range| snippet(text, paragraph, range, &marks))
    });
    let found: Vec<Snippet> = windows.collect();
    if found.is_empty() {
        return opening(article).into_iter().take(max).collect();
    }
    choose(letters, found, max)
}

/// The snippet of a window.
fn snippet(text: &str, paragraph: u32, range: TextRange, marks: &[TextRange]) -> Snippet {
    let inside = |mark: &TextRange| mark.overlap(range);
    let from_window =
        |mark: TextRange| TextRange::new(mark.start() - range.start(), mark.end() - range.start());
    Snippet {
        paragraph,
        range,
        text: range.slice(text).unwrap_or_default().to_owned(),
        marks: marks.iter().filter_map(inside).map(from_window).collect(),
    }
}

/// The windows of a paragraph that show its marks, each mark in one of them.
fn windows(text: &str, marks: &[TextRange]) -> Vec<TextRange> {
    let mut out: Vec<TextRange> = Vec::new();
    if marks.is_empty() {
        return out;
    }
    let sentences = sentences(text);
    for &mark in marks {
        let shown = out.last().is_some_and(|window| window.end() > mark.start());
        let sentence = sentences.iter().find(|sentence| sentence.end() > mark.start());
        if let (false, Some(sentence)) = (shown, sentence) {
            // Two windows of one sentence share no text.
            let start = out.last().map_or(0, |window| window.end()).max(sentence.start());
            out.extend(window(text, TextRange::new(start, sentence.end()), mark));
        }
    }
    out
}

/// The window of a sentence for a mark that starts in it; none where the mark is not of this text.
fn window(text: &str, sentence: TextRange, mark: TextRange) -> Option<TextRange> {
    let sentence = trimmed(text, sentence)?;
    let whole = sentence.slice(text)?;
    if whole.chars().count() <= WINDOW {
        return Some(sentence);
    }
    let before = text.get(sentence.start() as usize..mark.start() as usize)?;
    let start = mark.start() as usize - lead(before).len();
    let after = text.get(start..sentence.end() as usize)?;
    let end = after.char_indices().nth(WINDOW).map_or(after.len(), |(at, _)| at);
    trimmed(text, TextRange::of(start, start + end))
}

/// The end of the text before a mark that goes into a window: from a clause where one starts near.
fn lead(before: &str) -> &str {
    let far = before.char_indices().rev().nth(LEAD - 1).map_or(0, |(at, _)| at);
    let near = &before[far..];
    if far == 0 {
        return near;
    }
    near.find(['，', '、', '；', '：', ',', ';', ':', ' ']).map_or(near, |at| {
        let mark = near[at..].chars().next().map_or(0, char::len_utf8);
        &near[at + mark..]
    })
}

/// A range without the white space at its ends; none where nothing is left.
fn trimmed(text: &str, range: TextRange) -> Option<TextRange> {
    let part = range.slice(text)?;
    let start = range.start() as usize + part.len() - part.trim_start().len();
    let trimmed = part.trim();
    (!trimmed.is_empty()).then(|| TextRange::of(start, start + trimmed.len()))
}

/// At most `max` windows in reading order: those with something new to show, then the earlier ones.
fn choose(letters: &Letters, found: Vec<Snippet>, max: usize) -> Vec<Snippet> {
    let mut seen = Vec::new();
    let news: Vec<bool> =
        found.iter().map(|snippet| shows_news(letters, snippet, &mut seen)).collect();
    let mut new_places = max.min(news.iter().filter(|&&new| new).count());
    let mut other_places = max - new_places;
    let mut take = |new: bool| {
        let places = if new { &mut new_places } else { &mut other_places };
        let taken = *places > 0;
        *places -= usize::from(taken);
        taken
    };
    found.into_iter().zip(news).filter_map(|(snippet, new)| take(new).then_some(snippet)).collect()
}

/// True where a snippet marks a text that none before it did; remembers what it marks.
fn shows_news(letters: &Letters, snippet: &Snippet, seen: &mut Vec<String>) -> bool {
    let known = seen.len();
    for mark in snippet.marks.iter().filter_map(|mark| mark.slice(&snippet.text)) {
        let folded = letters.fold(mark);
        if !seen.iter().any(|seen| seen == folded.text()) {
            seen.push(folded.text().to_owned());
        }
    }
    seen.len() > known
}

/// How the body begins: its first sentence, without marks.
fn opening(article: &Article) -> Option<Snippet> {
    let mut paragraphs = article.paragraphs.iter().zip(0..);
    paragraphs.find_map(|(text, paragraph)| {
        let sentence = sentences(text).into_iter().find_map(|range| trimmed(text, range))?;
        let start = TextRange::new(sentence.start(), sentence.start());
        let range = window(text, sentence, start)?;
        Some(snippet(text, paragraph, range, &[]))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::{article, corpus};
    use crate::{Index, Options};
    use deltascope_text::pinyin;

    /// The snippets of one paragraph for a query, marks between bars.
    #[track_caller]
    fn check(paragraphs: &[&str], query: &str, max: usize, expected: &[&str]) {
        let articles = [article("a.1", Some("平台"), paragraphs)];
        let index = Index::build(&corpus(&articles, &[]), Letters::whole(), pinyin);
        let shown: Vec<String> =
            snippets(index.letters(), &articles[0], &hit(&index, &articles, query), max)
                .into_iter()
                .map(|snippet| barred(&snippet))
                .collect();
        assert_eq!(shown, expected);
    }

    /// The first hit of a query.
    fn hit(index: &Index, articles: &[Article], query: &str) -> Hit {
        let results = index.search(articles, &index.query(query), Options::default());
        index.hit(&articles[0], results.hits.articles().next().unwrap(), &results)
    }

    fn barred(snippet: &Snippet) -> String {
        let mut text = snippet.text.clone();
        for mark in snippet.marks.iter().rev() {
            text.insert(mark.end() as usize, '|');
            text.insert(mark.start() as usize, '|');
        }
        text
    }

    #[test]
    fn the_sentence_around_a_hit_is_shown_with_marks() {
        check(&["前一句。聯盟成立，聯盟壯大。后一句。"], "联盟", 3, &["|聯盟|成立，|聯盟|壯大。"]);
        check(&["　　基金设立。", "没有。", "基金\n续期"], "基金", 3, &["|基金|设立。", "|基金|"]);
    }

    #[test]
    fn windows_with_something_new_come_first_and_stand_in_reading_order() {
        check(&["甲来。甲走。", "甲停。", "乙来。"], "甲 乙", 2, &["|甲|来。", "|乙|来。"]);
        check(&["甲来。甲走。"], "甲", 0, &[]);
    }

    #[test]
    fn an_article_found_by_its_title_shows_how_it_begins() {
        check(&[" ", "　第一句。第二句。"], "平台", 3, &["第一句。"]);
        check(&[], "平台", 3, &[]);
    }

    #[test]
    fn a_long_sentence_is_cut_at_a_clause_before_the_mark() {
        let far = "协同".repeat(60);
        let near = "创新".repeat(10);
        let text = format!("{far}，{near}平台{far}平台{far}。");
        let articles = [article("a.1", None, &[&text])];
        let index = Index::build(&corpus(&articles, &[]), Letters::whole(), pinyin);
        let hit = hit(&index, &articles, "平台");
        let found = snippets(index.letters(), &articles[0], &hit, 9);
        let starts: Vec<&str> = found.iter().map(|one| one.text.get(..6).unwrap()).collect();
        assert_eq!(starts, ["创新", "协同"]);
        assert!(found.iter().all(|one| one.marks.len() == 1 && one.text.chars().count() <= WINDOW));
    }

    proptest! {
        #[test]
        fn a_snippet_is_a_piece_of_its_paragraph(
            text in "[甲乙。，“” \n🙂a]{1,40}|([甲乙，]{60}){1,6}", query in "[甲乙]{1,2}( [甲乙a])?",
        ) {
            let articles = [article("a.1", Some("甲"), &[&text])];
            let index = Index::build(&corpus(&articles, &[]), Letters::whole(), pinyin);
            let results = index.search(&articles, &index.query(&query), Options::default());
            for found in results.hits.iter() {
                let hit = index.hit(&articles[0], found.article, &results);
                let mut end = 0;
                for snippet in snippets(index.letters(), &articles[0], &hit, 9) {
                    prop_assert_eq!(snippet.range.slice(&text), Some(snippet.text.as_str()));
                    prop_assert!(snippet.range.start() >= end, "windows overlap");
                    end = snippet.range.end();
                    prop_assert!(snippet.text.chars().count() <= WINDOW);
                    for mark in &snippet.marks {
                        prop_assert!(mark.slice(&snippet.text).is_some_and(|mark| !mark.is_empty()));
                    }
                    prop_assert!(hit.body.is_empty() || !snippet.marks.is_empty());
                }
            }
        }
    }
}
