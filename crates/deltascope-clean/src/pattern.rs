//! Patterns of text, in the syntax of the crate `regex` as far as this crate writes it (`parse`).
//!
//! A page is asked for some hundred patterns, each a few times. `regex` finds fast what it has found
//! often, by tables that it builds as it goes; building them takes longer than such a page, and they
//! are longer than a machine's nearest memory, so that each pattern drives out the others'. Here a
//! pattern is a short row of steps (`program`) that are tried (`search`): it is ready at once, and
//! nearly all of its looks end at the first character. Tests of this crate ask `regex` each time as
//! well, and hold that it says the same.

mod class;
mod lead;
mod parse;
mod program;
mod search;

use std::ops::{Index, Range};
use std::sync::OnceLock;

use program::Program;
use search::{NOWHERE, Search};

/// A fixed pattern.
pub struct Pattern {
    source: Source,
    program: OnceLock<Program>,
    #[cfg(test)]
    regex: OnceLock<regex::Regex>,
}

/// What a pattern is made of.
enum Source {
    Syntax(&'static str),
    Words(&'static [&'static str]),
}

/// A match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

/// A match with the places of its groups.
#[derive(Clone, Debug)]
pub struct Captures<'t> {
    text: &'t str,
    slots: Vec<usize>,
}

impl Pattern {
    /// A pattern that is read when it is first needed.
    pub const fn new(source: &'static str) -> Self {
        Self::from(Source::Syntax(source))
    }

    /// Any of these words, the first before the others.
    pub const fn of(words: &'static [&'static str]) -> Self {
        Self::from(Source::Words(words))
    }

    const fn from(source: Source) -> Self {
        Self {
            source,
            program: OnceLock::new(),
            #[cfg(test)]
            regex: OnceLock::new(),
        }
    }

    /// It has a match in the text.
    pub fn is_match(&self, text: &str) -> bool {
        self.find_at(text, 0).is_some()
    }

    /// Its first match.
    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.find_at(text, 0)
    }

    /// Its matches, one behind the other.
    pub fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let found = self.find_at(text, from?)?;
            from = found.behind();
            Some(found)
        })
    }

    /// Its first match with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_at(text, 0)
    }

    /// Its matches with their groups, one behind the other.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let found = self.captures_at(text, from?)?;
            from = found.get(0)?.behind();
            Some(found)
        })
    }

    /// Its first match from a place on, with its groups.
    pub fn captures_at<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        let mut search = Search::new(self.program(), text, true);
        let found = search.find(from).map(|(start, end)| {
            let mut slots = search.slots();
            (slots[0], slots[1]) = (start, end);
            Captures { text, slots }
        });
        #[cfg(test)]
        self.check(text, from, found.as_ref().map(|found| found.slots.as_slice()));
        found
    }

    fn find_at<'t>(&self, text: &'t str, from: usize) -> Option<Match<'t>> {
        let found = Search::new(self.program(), text, false).find(from);
        #[cfg(test)]
        self.check(text, from, found.map(|(start, end)| [start, end]).as_ref().map(|it| &it[..]));
        found.map(|(start, end)| Match { text, start, end })
    }

    fn program(&self) -> &Program {
        self.program.get_or_init(|| match self.source {
            Source::Syntax(source) => Program::new(source),
            Source::Words(words) => Program::of(words),
        })
    }

    /// The crate `regex` finds the same.
    #[cfg(test)]
    fn check(&self, text: &str, from: usize, found: Option<&[usize]>) {
        let source = match self.source {
            Source::Syntax(source) => source.to_owned(),
            Source::Words(words) => {
                words.iter().map(|word| regex::escape(word)).collect::<Vec<_>>().join("|")
            }
        };
        let regex = self.regex.get_or_init(|| regex::Regex::new(&source).unwrap());
        let expected = regex.captures_at(text, from).map(|found| {
            let place = |nth| found.get(nth).map_or([NOWHERE; 2], |at| [at.start(), at.end()]);
            (0..found.len()).flat_map(place).collect::<Vec<_>>()
        });
        let expected = expected
            .as_deref()
            .zip(found)
            .map(|(all, found)| &all[..found.len()])
            .or(expected.as_deref());
        assert_eq!(found, expected, "{source} in {text:?} from {from}");
    }
}

impl<'t> Match<'t> {
    /// Where it starts, in bytes of the text.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where it ends.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Both.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What it matches.
    pub fn as_str(&self) -> &'t str {
        &self.text[self.range()]
    }

    /// Where the next one may begin; an empty one moves on by a character.
    fn behind(&self) -> Option<usize> {
        if self.end > self.start {
            return Some(self.end);
        }
        self.text[self.end..].chars().next().map(|char| self.end + char.len_utf8())
    }
}

impl<'t> Captures<'t> {
    /// A group, from 1, where it is part of the match; 0 is the match.
    pub fn get(&self, nth: usize) -> Option<Match<'t>> {
        let (start, end) = (self.slots[2 * nth], self.slots[2 * nth + 1]);
        (start != NOWHERE).then_some(Match { text: self.text, start, end })
    }
}

/// The text of a group that is part of each match.
impl Index<usize> for Captures<'_> {
    type Output = str;

    fn index(&self, nth: usize) -> &str {
        &self.text[self.slots[2 * nth]..self.slots[2 * nth + 1]]
    }
}

/// The matches of several patterns as if they were one, `a|b|c`: the first that begins, of equals the
/// earlier pattern's; the next one behind it.
pub fn matches_of(
    patterns: impl Iterator<Item = &'static Pattern> + Clone,
    text: &str,
) -> impl Iterator<Item = Captures<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = patterns.clone().filter_map(|pattern| {
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
    use regex::Regex;

    use super::*;

    /// Asks for the groups too; each look is held against `regex`.
    fn look(pattern: &Pattern, text: &str) -> usize {
        let found = pattern.find_iter(text).count();
        assert_eq!(found, pattern.captures_iter(text).count());
        found
    }

    #[test]
    fn all_of_the_syntax_means_the_same() {
        static PATTERNS: [Pattern; 15] = [
            Pattern::new(r"仪器(?:共用|一年)?记"),
            Pattern::new(r"^[\s•]*(甲|乙丙)+\s*[:：]\s*$"),
            Pattern::new(r"(?i)app\s*下载|Powered (by)"),
            Pattern::new(r"a(?i:b|C)d"),
            Pattern::new(r"(\p{Han}{2,4}?)(?:网|报社)(?:$|[^\p{Han}])"),
            Pattern::new(r"[^。，]{0,3}。"),
            Pattern::new(r"\b(\d{1,2})[-/月](\d{1,2})(?:日|\b)"),
            Pattern::new(r"(?:(甲)|(乙)){1,3}丙?"),
            Pattern::new(r"(?:甲{2}|甲乙*?)+丙"),
            Pattern::new(r"\u{3000}?[\[\]\-—_]\S\w{0,2}"),
            Pattern::new(r".{2,3}$"),
            Pattern::new(r"[^乙]{2,}$|(?:甲乙){2,}"),
            Pattern::new(r"甲*?乙|丙+?丁??"),
            Pattern::new(r"(?:甲(?:\s*乙)?)*"),
            Pattern::of(&["甲乙", "甲", "乙丙丁"]),
        ];
        let texts = [
            "",
            "三市仪器共用记、仪器一年记、仪器记",
            " • 甲乙丙甲： ",
            "甲乙",
            "下载APP 下载,powered BY aBd acd Abd",
            "江畔新闻网 江畔报社。江畔网络,某报社",
            "一,二三四。五，六。。",
            "1-2 12月31日 3/45 x1-2 1月2x",
            "甲乙丙乙甲甲乙乙丙",
            "甲甲甲乙乙丙丁丁甲 乙甲",
            "\u{3000}—三四五 [a_1二 -\n",
            "一\n二三\n四",
        ];
        let found: usize =
            PATTERNS.iter().flat_map(|pattern| texts.map(|text| look(pattern, text))).sum();
        assert!(found > 200, "{found}");
    }

    #[test]
    fn a_hostile_text_takes_time_of_its_length() {
        static BLANKS: Pattern = Pattern::new(r"\s*(?:\s甲|[\s，]*乙)+\s*$");
        for text in [" ".repeat(100_000), "， ".repeat(50_000), " 甲".repeat(50_000) + "丙"] {
            assert_eq!(look(&BLANKS, &text), 0);
        }
        assert_eq!(look(&BLANKS, &(" 甲".repeat(50_000) + &" ".repeat(50_000))), 1);
    }

    #[test]
    fn several_patterns_match_as_one() {
        static PARTS: [Pattern; 3] =
            [Pattern::new(r"仪器(?:共用)?"), Pattern::new(r"^三市|共用仪器"), Pattern::new(r"器")];
        let whole = Regex::new(r"仪器(?:共用)?|(?:^三市|共用仪器)|器").unwrap();
        for text in
            ["三市共用仪器", "仪器共用仪器", "器三市", "共用仪", "仪器器材,共用仪器共用", ""]
        {
            let found: Vec<_> =
                matches_of(PARTS.iter(), text).map(|found| found.get(0).unwrap().range()).collect();
            let expected: Vec<_> = whole.find_iter(text).map(|found| found.range()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
