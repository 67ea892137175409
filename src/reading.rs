//! Between a page's offsets and an article's paragraphs: what the reader marks, and where.
//!
//! An article's paragraph is the concatenation of ranges of its page (`Article::spans`). This
//! module is pure: it cuts a paragraph into runs of characters under the same marks.

use deltascope_model::{Article, TextRange};

/// A mark over text, as the bit it sets in [`Run::marks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A time expression.
    Time = 1,
    /// The name of an initiative.
    Name = 2,
    /// A sentence that states an event.
    Event = 4,
    /// What the search found.
    Hit = 8,
    /// What the address points at.
    Target = 16,
    /// What the page holds otherwise.
    Repair = 32,
}

/// Characters in a row under the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the paragraph.
    pub range: TextRange,
    /// The bits of [`Mark`].
    pub marks: u8,
}

impl Run {
    /// True where the run is under the mark.
    pub fn is(&self, mark: Mark) -> bool {
        self.marks & mark as u8 != 0
    }
}

/// The parts of a paragraph that a range of the page covers, as bytes of the paragraph.
pub fn in_paragraph(article: &Article, paragraph: usize, range: TextRange) -> Vec<TextRange> {
    let mut out: Vec<TextRange> = Vec::new();
    for piece in article.pieces(paragraph) {
        let Some(part) = piece.in_paragraph(range) else { continue };
        match out.last_mut() {
            // Noise was cut out between the two: one stretch of the paragraph.
            Some(last) if last.end() == part.start() => {
                *last = TextRange::new(last.start(), part.end());
            }
            _ => out.push(part),
        }
    }
    out
}

/// A range as it stands in addresses: `start-end`.
pub fn range_of(text: &str) -> Option<TextRange> {
    let (start, end) = text.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    (start < end).then(|| TextRange::new(start, end))
}

/// Cuts a text into runs. Marks beyond its end or inside a character are cut to what is there.
pub fn runs(text: &str, marks: &[(TextRange, Mark)]) -> Vec<Run> {
    let whole = TextRange::of(0, text.len());
    let inside = |at: u32| text.is_char_boundary(at as usize);
    let marks: Vec<(TextRange, Mark)> = marks
        .iter()
        .filter_map(|(range, mark)| Some((range.overlap(whole)?, *mark)))
        .filter(|(range, _)| inside(range.start()) && inside(range.end()))
        .collect();
    let mut cuts: Vec<u32> =
        marks.iter().flat_map(|(range, _)| [range.start(), range.end()]).collect();
    cuts.extend([0, whole.end()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|ends| {
            let range = TextRange::new(ends[0], ends[1]);
            let over = marks.iter().filter(|(mark, _)| mark.contains(range));
            Run { range, marks: over.fold(0, |bits, (_, mark)| bits | *mark as u8) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One paragraph, `ab` + `cd` of the page `..ab××cd..`.
    fn article() -> Article {
        Article {
            id: "p.1".into(),
            page: "p".into(),
            paragraphs: vec!["abcd".into()],
            spans: vec![vec![TextRange::new(2, 4), TextRange::new(8, 10)]],
            ..Article::default()
        }
    }

    #[track_caller]
    fn check(page: (u32, u32), paragraph: &[(u32, u32)]) {
        let range = |(start, end): (u32, u32)| TextRange::new(start, end);
        let expected: Vec<TextRange> = paragraph.iter().copied().map(range).collect();
        assert_eq!(in_paragraph(&article(), 0, range(page)), expected);
    }

    #[test]
    fn a_range_of_the_page_finds_its_paragraph() {
        check((2, 3), &[(0, 1)]);
        check((8, 9), &[(2, 3)]);
        check((4, 8), &[]);
        check((0, 99), &[(0, 4)]);
        check((3, 9), &[(1, 3)]);
    }

    #[test]
    fn runs_tile_the_text_and_marks_add_up() {
        let marks = [(TextRange::new(0, 6), Mark::Event), (TextRange::new(3, 9), Mark::Time)];
        let found: Vec<(u32, u8)> =
            runs("长三角。", &marks).iter().map(|run| (run.range.end(), run.marks)).collect();
        assert_eq!(found, [(3, 4), (6, 5), (9, 1), (12, 0)]);
    }

    #[test]
    fn a_mark_never_splits_a_character() {
        let found = runs("长三", &[(TextRange::new(1, 3), Mark::Hit)]);
        assert_eq!(found, [Run { range: TextRange::new(0, 6), marks: 0 }]);
        assert_eq!(runs("", &[]), []);
    }

    #[test]
    fn a_range_in_an_address_is_two_numbers() {
        assert_eq!(range_of("3-9"), Some(TextRange::new(3, 9)));
        for text in ["9-3", "3", "a-b", "3-3", "law-adopted-1"] {
            assert_eq!(range_of(text), None, "{text}");
        }
    }
}
