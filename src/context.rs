//! The surroundings of a piece of evidence: the sentences beside it in its paragraph.

use deltascope_model::{Article, Evidence};
use deltascope_text::sentences;

use crate::reading::in_paragraph;

/// A sentence with its neighbours, as the article reads: without the noise that was cut out.
#[derive(Debug, PartialEq, Eq)]
pub struct Context<'a> {
    /// The sentence before; empty at the start of the paragraph.
    pub before: &'a str,
    /// What states the fact.
    pub stated: &'a str,
    /// The sentence after; empty at the end of the paragraph.
    pub after: &'a str,
}

/// The neighbours of an evidence; none where it is no part of one paragraph.
pub fn context<'a>(article: &'a Article, evidence: &Evidence) -> Option<Context<'a>> {
    let mut places = article.paragraphs.iter().enumerate().filter_map(|(number, text)| {
        let parts = in_paragraph(article, number, evidence.range);
        Some((text, parts.first()?.start(), parts.last()?.end()))
    });
    let (text, start, end) = places.next()?;
    if places.next().is_some() {
        return None;
    }
    let (mut from, mut to) = (0, text.len() as u32);
    for sentence in sentences(text) {
        if sentence.start() < start {
            from = sentence.start();
        }
        if sentence.end() > end {
            to = sentence.end();
            break;
        }
    }
    let part = |from: u32, to: u32| text.get(from as usize..to as usize);
    Some(Context { before: part(from, start)?, stated: part(start, end)?, after: part(end, to)? })
}

#[cfg(test)]
mod tests {
    use deltascope_model::TextRange;

    use super::*;

    /// An article of these paragraphs, ten bytes of the page before each, and noise of six bytes
    /// after the first three bytes of the first.
    fn article(paragraphs: &[&str]) -> Article {
        let mut at = 0;
        let mut spans = Vec::new();
        for (nth, text) in paragraphs.iter().enumerate() {
            at += 10;
            let end = at + text.len() as u32;
            spans.push(if nth == 0 {
                vec![TextRange::new(at, at + 3), TextRange::new(at + 9, end + 6)]
            } else {
                vec![TextRange::new(at, end)]
            });
            at = end + if nth == 0 { 6 } else { 0 };
        }
        Article {
            id: "p.1".into(),
            page: "p".into(),
            paragraphs: paragraphs.iter().map(|text| (*text).to_owned()).collect(),
            spans,
            ..Article::default()
        }
    }

    #[track_caller]
    fn check(range: (u32, u32), expected: Option<[&str; 3]>) {
        let article = article(&["甲。乙。丙。丁。", "戊。"]);
        let range = TextRange::new(range.0, range.1);
        let evidence = Evidence { article: "p.1".into(), range, text: String::new() };
        let found = context(&article, &evidence);
        assert_eq!(found.map(|found| [found.before, found.stated, found.after]), expected);
    }

    #[test]
    fn a_sentence_stands_between_its_neighbours() {
        check((28, 34), Some(["乙。", "丙。", "丁。"]));
        check((34, 40), Some(["丙。", "丁。", ""]));
        check((28, 31), Some(["乙。", "丙", "。"]));
        check((31, 34), Some(["丙", "。", "丁。"]));
    }

    #[test]
    fn noise_inside_it_is_left_out() {
        check((10, 22), Some(["", "甲。", "乙。"]));
    }

    #[test]
    fn what_is_in_no_one_paragraph_has_no_neighbours() {
        check((0, 5), None);
        check((34, 60), None);
    }
}
