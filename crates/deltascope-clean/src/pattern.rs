//! A pattern with a question before it that costs next to nothing: a text without what stands in
//! each of its matches is not looked at any further. Most are such, and the tables of a pattern are
//! long, so that each look drives others' out of the machine's nearest memory.

use std::sync::OnceLock;

use regex::{Captures, Regex};

/// A pattern and its question.
pub struct Pattern {
    source: &'static str,
    /// False only of texts without a match; debug builds look at them all the same.
    may: fn(&str) -> bool,
    regex: OnceLock<Regex>,
}

impl Pattern {
    /// A fixed pattern that is compiled when it is first needed.
    pub const fn new(source: &'static str, may: fn(&str) -> bool) -> Self {
        Self { source, may, regex: OnceLock::new() }
    }

    /// It has a match in the text.
    pub fn is_match(&self, text: &str) -> bool {
        self.asked(text).is_some_and(|regex| regex.is_match(text))
    }

    /// Its first match.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.asked(text)?.captures(text)
    }

    /// Its first match from a place on.
    pub fn captures_at<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        self.asked(text)?.captures_at(text, from)
    }

    fn asked(&self, text: &str) -> Option<&Regex> {
        let may = (self.may)(text);
        debug_assert!(may || !self.regex().is_match(text), "{} in {text}", self.source);
        may.then(|| self.regex())
    }

    fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| Regex::new(self.source).expect("patterns are fixed"))
    }
}

/// The matches of several patterns as if they were one, `a|b|c`: the first that begins, of equals the
/// earlier pattern's; the next one behind it.
pub fn matches_of<'t>(
    patterns: &'static [Pattern],
    text: &'t str,
) -> impl Iterator<Item = Captures<'t>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = patterns.iter().filter_map(|pattern| {
            let found = pattern.captures_at(text, from)?;
            Some((found.get(0)?.range(), found))
        });
        let (range, found) = found.min_by_key(|(range, _)| range.start)?;
        from = range.end;
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_patterns_match_as_one() {
        static PARTS: [Pattern; 3] = [
            Pattern::new(r"仪器(?:共用)?", |text| text.contains("仪器")),
            Pattern::new(r"^三市|共用仪器", |text| text.contains(['市', '共'])),
            Pattern::new(r"器", |text| text.contains('器')),
        ];
        let whole = Regex::new(r"仪器(?:共用)?|(?:^三市|共用仪器)|器").unwrap();
        for text in
            ["三市共用仪器", "仪器共用仪器", "器三市", "共用仪", "仪器器材,共用仪器共用", ""]
        {
            let found: Vec<_> =
                matches_of(&PARTS, text).map(|found| found.get(0).unwrap().range()).collect();
            let expected: Vec<_> = whole.find_iter(text).map(|found| found.range()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
