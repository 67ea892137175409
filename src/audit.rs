//! What cleaning removed from a page: by rule, and from place to place.
//!
//! Pure. A stretch is removed segments of one rule in a row; gaps of white space between lines are no
//! removal that anyone could read, and neither start a stretch nor end one.

use deltascope_model::{CorpusPage, Label, TextRange};

use crate::order::in_order;

/// What one rule removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The rule's name, as the corpus has it.
    pub rule: String,
    /// Stretches of the page.
    pub stretches: usize,
    /// Characters, white space aside.
    pub characters: usize,
}

/// A stretch that one rule removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The rule.
    pub rule: &'a str,
    /// Where it stands in the page.
    pub range: TextRange,
}

/// Every stretch, in the order of the page.
pub fn stretches(page: &CorpusPage) -> Vec<Stretch<'_>> {
    let mut out: Vec<Stretch> = Vec::new();
    let mut joins = false;
    for segment in &page.segments {
        if visible(page, segment.range) == 0 {
            continue;
        }
        if segment.label != Label::Noise {
            joins = false;
            continue;
        }
        match out.last_mut() {
            Some(last) if joins && last.rule == segment.rule => {
                last.range = TextRange::new(last.range.start(), segment.range.end());
            }
            _ => out.push(Stretch { rule: &segment.rule, range: segment.range }),
        }
        joins = true;
    }
    out
}

/// The rules that removed something, those with the most characters first.
pub fn removals(page: &CorpusPage) -> Vec<Removal> {
    let mut found: Vec<Removal> = Vec::new();
    for Stretch { rule, range } in stretches(page) {
        let characters = visible(page, range);
        match found.iter_mut().find(|known| known.rule == rule) {
            Some(known) => {
                known.stretches += 1;
                known.characters += characters;
            }
            None => found.push(Removal { rule: rule.to_owned(), stretches: 1, characters }),
        }
    }
    let order = in_order(found.iter().map(|removal| (-(removal.characters as i32), 0)));
    order.into_iter().map(|at| found[at].clone()).collect()
}

/// The stretch after or before the one that starts at `at`, round the page's ends.
pub fn step(ranges: &[TextRange], at: Option<TextRange>, forward: bool) -> Option<TextRange> {
    let place = at.map_or(0, TextRange::start);
    let next = if forward {
        ranges.iter().find(|range| at.is_none() || range.start() > place)
    } else {
        ranges.iter().rev().find(|range| at.is_some() && range.start() < place)
    };
    let end = if forward { ranges.first() } else { ranges.last() };
    next.or(end).copied()
}

/// The characters of a range that can be seen.
pub fn visible(page: &CorpusPage, range: TextRange) -> usize {
    let text = range.slice(&page.text).unwrap_or_default();
    text.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use deltascope_model::Segment;

    use super::*;

    /// A page of lines `label:rule:text`; each line ends with a gap of its own.
    fn page(lines: &[(Label, &str, &str)]) -> CorpusPage {
        let mut text = String::new();
        let mut segments = Vec::new();
        for (label, rule, line) in lines {
            for (label, rule, part) in [(*label, *rule, *line), (Label::Noise, "blank", "\n")] {
                let start = text.len();
                text.push_str(part);
                segments.push(Segment {
                    range: TextRange::of(start, text.len()),
                    label,
                    rule: rule.to_owned().into(),
                    score: 50,
                    article: None,
                });
            }
        }
        CorpusPage {
            id: "p".into(),
            path: "p.txt".into(),
            encoding: "UTF-8".into(),
            text,
            segments,
            ..CorpusPage::default()
        }
    }

    fn sample() -> CorpusPage {
        page(&[
            (Label::Noise, "navigation", "甲 乙"),
            (Label::Noise, "navigation", "丙"),
            (Label::Body, "body", "正文。"),
            (Label::Noise, "navigation", "丁"),
            (Label::Noise, "teaser", "旧闻旧闻旧闻"),
        ])
    }

    #[test]
    fn lines_of_one_rule_in_a_row_are_one_stretch() {
        let page = sample();
        let found: Vec<(&str, &str)> = stretches(&page)
            .iter()
            .map(|stretch| (stretch.rule, stretch.range.slice(&page.text).unwrap()))
            .collect();
        assert_eq!(
            found,
            [("navigation", "甲 乙\n丙"), ("navigation", "丁"), ("teaser", "旧闻旧闻旧闻")]
        );
    }

    #[test]
    fn rules_are_counted_and_the_heaviest_comes_first() {
        let rules = removals(&sample());
        let told: Vec<_> =
            rules.iter().map(|one| (one.rule.as_str(), one.stretches, one.characters)).collect();
        assert_eq!(told, [("teaser", 1, 6), ("navigation", 2, 4)]);
    }

    #[test]
    fn steps_go_round() {
        let ranges = [TextRange::new(0, 2), TextRange::new(5, 6)];
        let [first, last] = ranges;
        assert_eq!(step(&ranges, None, true), Some(first));
        assert_eq!(step(&ranges, None, false), Some(last));
        assert_eq!(step(&ranges, Some(first), true), Some(last));
        assert_eq!(step(&ranges, Some(last), true), Some(first));
        assert_eq!(step(&ranges, Some(first), false), Some(last));
        assert_eq!(step(&ranges, Some(TextRange::new(3, 4)), false), Some(first));
        assert_eq!(step(&[], None, true), None);
    }
}
