//! Reasons not to trust a story, a file each. Nothing is repaired here; the reason goes to the reader.
//!
//! A false alarm costs more than a miss: a reader who is warned of honest stories stops reading
//! warnings. So each rule wants several signs at once, none of which says enough alone.

mod doubled;
mod invented;
mod shuffled;
mod spun;
mod stub;
mod swapped;

use deltascope_clean::{Shifted, shifted};
use deltascope_model::{Article, CleanedPage, TextRange};
use deltascope_text::simplify;

/// A suspicion: its kind, the reason in words, and the characters in question.
pub struct Suspicion {
    /// A stable name.
    pub kind: &'static str,
    /// What was seen and what to do.
    pub reason: String,
    /// Where, and in which article.
    pub place: Option<(String, TextRange)>,
}

/// A story as the rules read it.
struct Story<'a> {
    cleaned: &'a CleanedPage,
    article: &'a Article,
    /// The paragraphs in Simplified characters.
    paragraphs: Vec<String>,
}

/// What a rule saw: the reason, and the paragraph that shows it best.
struct Sign {
    reason: String,
    paragraph: usize,
}

/// What a rule says of a story.
type Rule = fn(&Story<'_>) -> Option<Sign>;

/// The rules, by the kind of issue.
const RULES: [(&str, Rule); 5] = [
    ("spun", spun::sign),
    ("shuffled", shuffled::sign),
    ("doubled-punctuation", doubled::sign),
    ("swapped-domain", swapped::sign),
    ("invented", invented::sign),
];

/// All suspicions of a page.
pub fn suspicions(cleaned: &CleanedPage) -> Vec<Suspicion> {
    let mut found = Vec::new();
    found.extend(stub::reason(cleaned).map(|reason| Suspicion {
        kind: "stub",
        reason,
        place: None,
    }));
    for Shifted { range, text, .. } in shifted(&cleaned.page.text) {
        let repaired = cleaned.articles.iter().any(|article| article.repair_of(range).is_some());
        let result = if repaired { "the article gives them as" } else { "they may say" };
        let segments = &cleaned.segments;
        let at = segments.partition_point(|segment| segment.range.end() <= range.start());
        let holder = segments.get(at).and_then(|segment| segment.article.clone());
        let first = || cleaned.articles.first().map(|article| article.id.clone());
        found.push(Suspicion {
            kind: "shifted-bytes",
            reason: format!(
                "these characters were read one byte late; {result} “{text}”, and what stood at the \
                 ends is lost: compare the source"
            ),
            place: holder.or_else(first).map(|id| (id, range)),
        });
    }
    for article in &cleaned.articles {
        let simple = |text: &String| simplify(text).text().to_owned();
        let paragraphs = article.paragraphs.iter().map(simple).collect();
        let story = Story { cleaned, article, paragraphs };
        for (kind, rule) in RULES {
            let Some(sign) = rule(&story) else { continue };
            let span = article.spans.get(sign.paragraph).and_then(|spans| spans.first()).copied();
            let place = span.map(|span| (article.id.clone(), span));
            found.push(Suspicion { kind, reason: sign.reason, place });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_clean::{Input, clean};

    /// Checks the kinds of a page's suspicions.
    #[track_caller]
    pub fn check(page: &str, expected: &[&str]) {
        let input = Input { id: "p", path: "p.txt", bytes: page.as_bytes(), ..Input::default() };
        let found = suspicions(&clean(&input));
        assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), expected);
    }

    pub const STORY: &str = "三市科技部门上周商定共用大型仪器,费用由双方分担,首批开放设备一百二十台。企业在线预约,排队时间缩短一半,小微企业还可领取补助,科研院所的闲置设备有了去处。";

    #[test]
    fn an_honest_story_is_not_suspected() {
        check(STORY, &[]);
        check(&format!("{STORY}不过,{STORY}因此,{STORY}"), &[]);
    }
}
