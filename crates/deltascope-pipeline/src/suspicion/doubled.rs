//! Marks of punctuation that stand twice: `免费，,开放。。` A program joined what it had cut.

use super::{Sign, Story};

/// Fewer may be slips.
const LEAST: usize = 2;

pub(super) fn sign(story: &Story<'_>) -> Option<Sign> {
    let counts: Vec<usize> = story.article.paragraphs.iter().map(|text| doubled(text)).collect();
    let count: usize = counts.iter().sum();
    (count >= LEAST).then(|| Sign {
        reason: format!(
            "{count} marks of punctuation stand twice; the text went through a program, find the original"
        ),
        paragraph: counts.iter().position(|count| *count > 0).unwrap_or(0),
    })
}

fn doubled(text: &str) -> usize {
    let is_mark = |char: char| matches!(char, '，' | ',' | '。');
    let mut last = ' ';
    let mut count = 0;
    for char in text.chars() {
        count += usize::from(is_mark(char) && is_mark(last));
        last = char;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STORY, check};

    #[test]
    fn cases() {
        check(&STORY.replace(',', ",,"), &["doubled-punctuation"]);
        check(&STORY.replacen(',', ",,", 1), &[]);
    }
}
