//! Sentences out of order: a story that opens with `但是`, sentences that follow on others with
//! which they share no word, quotations torn apart, `第三` before `第一`, a dateline in the middle.
//!
//! Each sign is worth points. Neighbours that are no more alike than any two sentences are a sign
//! too; it is looked for only where another was seen, as it takes each pair of sentences.

use std::collections::BTreeSet;

use deltascope_text::simplify;

use super::{Sign, Story};

/// Fewer sentences have no order that could be told.
const LEAST_SENTENCES: usize = 6;
/// Sentences compared with each other, at most.
const MOST_SENTENCES: usize = 80;
/// So many points show it.
const LEAST: usize = 3;
/// Points that torn quotations are worth, at most.
const MOST_TORN: usize = 3;

/// Sentences before the first that says what the title says, in a story that may be in disorder.
const LATE: usize = 3;
/// A dateline ends within so many bytes of the opening.
const OPENING: usize = 60;

/// Openings of a sentence that lean on the one before.
const LEANING: [&str; 13] = [
    "因此",
    "于是",
    "另有",
    "然而",
    "此外",
    "但是",
    "所以",
    "不过",
    "与此相反",
    "与此同时",
    "对此",
    "为此",
    "随后",
];
/// Openings that a story's first sentence has not.
const NEVER_FIRST: [&str; 16] = [
    "因此",
    "于是",
    "然而",
    "此外",
    "但是",
    "所以",
    "与此同时",
    "对此",
    "其中",
    "另外",
    "同时",
    "但",
    "他说",
    "她说",
    "他还",
    "该公司",
];
/// What comes in this order, where a story counts.
const COUNTED: [[&str; 3]; 4] = [
    ["首先，", "其次，", "最后，"],
    ["一是", "二是", "三是"],
    ["第一，", "第二，", "第三，"],
    ["其一，", "其二，", "其三，"],
];

pub(super) fn sign(story: &Story<'_>) -> Option<Sign> {
    let body = story.paragraphs.join("\n");
    // Not by the rules of sentences: a quotation torn open would swallow those after it.
    let texts: Vec<&str> = body
        .split(['。', '！', '？', '\n'])
        .map(|text| text.trim_matches(|char: char| char.is_whitespace() || char == '”'))
        .filter(|text| !text.is_empty())
        .take(MOST_SENTENCES)
        .collect();
    if texts.len() < LEAST_SENTENCES {
        return None;
    }
    let words: Vec<BTreeSet<[char; 2]>> = texts.iter().map(|text| pairs(text)).collect();
    let mut signs: Vec<(usize, String)> = Vec::new();
    let seen = |signs: &mut Vec<_>, worth: usize, reason: String| {
        if worth > 0 {
            signs.push((worth, reason));
        }
    };
    let opening = NEVER_FIRST.into_iter().find(|word| texts[0].starts_with(word));
    if let Some(word) = opening {
        seen(&mut signs, 2, format!("the story opens with “{word}”"));
    }
    let (torn, paragraph) = torn(&story.paragraphs);
    seen(&mut signs, torn.min(MOST_TORN), format!("{torn} quotations are torn apart"));
    let loose = (1..texts.len())
        .filter(|nth| {
            LEANING.iter().any(|word| texts[*nth].starts_with(word))
                && words[*nth].is_disjoint(&words[nth - 1])
        })
        .count();
    // One in six is more than carelessness.
    let worth = if loose >= 2 && loose * 6 >= texts.len() { LEAST } else { (loose / 2).min(2) };
    seen(
        &mut signs,
        worth,
        format!("{loose} sentences follow on ones that they have nothing to do with"),
    );
    if is_miscounted(&body) {
        seen(&mut signs, 2, "the story counts in a wrong order".to_owned());
    }
    if has_late_dateline(story) {
        seen(&mut signs, 2, "a dateline stands in the middle".to_owned());
    }
    // Stories told from a scene come to the point late too: no sign without another.
    if let Some(title) = story.article.title.as_ref().filter(|_| !signs.is_empty()) {
        let title = pairs(simplify(&title.text).text());
        let told = words.iter().position(|words| words.intersection(&title).count() >= 2);
        let late = told.is_some_and(|nth| nth >= LATE);
        seen(&mut signs, usize::from(late), "what the title says comes late".to_owned());
    }
    let mut points: usize = signs.iter().map(|(worth, _)| worth).sum();
    if (1..LEAST).contains(&points) {
        points += unrelated(&words);
    }
    let reasons: Vec<String> = signs.into_iter().map(|(_, reason)| reason).collect();
    (points >= LEAST).then(|| Sign {
        reason: format!("{}; the order may be wrong, find the original", reasons.join(", ")),
        paragraph: paragraph.unwrap_or(0),
    })
}

/// Two Han characters in a row, each pair once.
fn pairs(text: &str) -> BTreeSet<[char; 2]> {
    let is_han = |char: &char| ('\u{4e00}'..='\u{9fff}').contains(char);
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).filter(|pair| pair.iter().all(is_han)).map(|pair| [pair[0], pair[1]]).collect()
}

/// How many quotations open inside another or end without a beginning, and the first paragraph that
/// shows it. One that goes on over paragraphs opens again in each, and is whole.
fn torn(paragraphs: &[String]) -> (usize, Option<usize>) {
    let mut count = 0;
    let mut first = None;
    for (nth, text) in paragraphs.iter().enumerate() {
        let before = count;
        let mut is_open = false;
        for char in text.chars() {
            match char {
                '“' | '「' => {
                    count += usize::from(is_open);
                    is_open = true;
                }
                '”' | '」' => {
                    count += usize::from(!is_open);
                    is_open = false;
                }
                _ => {}
            }
        }
        if count > before && first.is_none() {
            first = Some(nth);
        }
    }
    (count, first)
}

fn is_miscounted(body: &str) -> bool {
    COUNTED.iter().any(|words| {
        let places: Vec<usize> = words.iter().filter_map(|word| body.find(word)).collect();
        !places.is_sorted()
    })
}

/// The article's own dateline is its opening; another `6月4日电` further down was an opening too.
fn has_late_dateline(story: &Story<'_>) -> bool {
    story.paragraphs.iter().enumerate().any(|(nth, text)| {
        text.match_indices("日电").any(|(at, _)| {
            let before: String = text[..at].chars().rev().take(12).collect();
            let is_credit = ["报本", "社华新", "社新中"].iter().any(|name| before.contains(name));
            let is_opening = nth == 0 && at <= OPENING;
            is_credit && !is_opening && before.starts_with(|char: char| char.is_ascii_digit())
        })
    })
}

/// Points where neighbours are less alike than any two sentences: one, or two where much less.
fn unrelated(words: &[BTreeSet<[char; 2]>]) -> usize {
    let alike = |one: usize, other: usize| {
        let (one, other) = (&words[one], &words[other]);
        let least = one.len().min(other.len()).max(1);
        one.intersection(other).count() * 1000 / least
    };
    let count = words.len();
    let near: usize = (1..count).map(|nth| alike(nth - 1, nth)).sum();
    let all: usize = (0..count)
        .flat_map(|one| (0..one).map(move |other| (one, other)))
        .map(|(one, other)| alike(one, other))
        .sum();
    // Means are compared without dividing: near / (count - 1) beside all / (count (count - 1) / 2).
    let (near, all) = (near * count, all * 2);
    usize::from(near < all) + usize::from(near * 10 < all * 8)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        let page = "桥头昨天站满了前来观礼的居民和远道而来的游客,场面热闹。因此,拆石顺序须与当年砌筑时相反。去年夏天中孔下沉十一厘米。于是大家摆了两桌酒菜庆贺。新石料采自附近的矿山,颜色略浅一些。另有六十四块风化严重,只能更换。";
        check(page, &["shuffled"]);
    }

    #[test]
    fn torn_quotations_are_a_sign() {
        let page = "“桥面下沉十一厘米。石匠们先把整座桥扫描了一遍。“拆的时候要倒着来。”他说,合拢用了七个小时。去年夏天中孔下沉了一截。新石料采自附近的矿山。”大家松了一口气。县里决定落架大修。”桥头站满了人。颜色略浅一些,近看才分得清。";
        check(page, &["shuffled"]);
        check(&page.replace(['“', '”'], ""), &[]);
    }
}
