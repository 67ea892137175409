//! `Query`: what the user typed, read as terms.
//!
//! - white space stands between terms; all of them must occur: `长三角 平台`
//! - `"…"` holds a phrase with its spaces; any quotation marks do, and the last may be missing
//!   while the user types
//! - `-` before a term excludes it: `基金 -上海`
//!
//! An operator with nothing to work on is dropped, unless it is all there is: then it is searched
//! for as it stands. A quotation mark inside a term (`的“一体化”`) is a character like any other.

use deltascope_text::Letters;

use crate::scan::Letter;

/// A search, parsed; [`crate::Index::query`] makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Texts that must all occur; none is empty.
    pub(crate) terms: Vec<Vec<Letter>>,
    /// Texts that must not occur; none is empty.
    pub(crate) excluded: Vec<Vec<Letter>>,
}

/// One piece of the text of a query.
struct Piece<'t> {
    letters: &'t [Letter],
    excluded: bool,
    /// An operator with nothing to work on.
    bare: bool,
}

impl Query {
    /// Reads a query by the table of the index that it is for. Every text is one.
    pub(crate) fn parse(text: &str, letters: &Letters) -> Self {
        let letters: Vec<Letter> = text.chars().map(|c| letters.readings(c)).collect();
        let mut pieces = Vec::new();
        let mut rest = &letters[..];
        while let Some(start) = rest.iter().position(|&letter| !is_space(letter)) {
            let (piece, after) = next_piece(&rest[start..]);
            pieces.push(piece);
            rest = after;
        }
        if pieces.iter().any(|piece| !piece.bare) {
            pieces.retain(|piece| !piece.bare);
        }
        let mut query = Self::default();
        for piece in pieces {
            let list = if piece.excluded { &mut query.excluded } else { &mut query.terms };
            if !list.iter().any(|known| known == piece.letters) {
                list.push(piece.letters.to_vec());
            }
        }
        query
    }

    /// True where there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.excluded.is_empty()
    }
}

/// The piece that a text starts with, and what follows it.
fn next_piece(text: &[Letter]) -> (Piece<'_>, &[Letter]) {
    let word = &text[..text.iter().position(|&letter| is_space(letter)).unwrap_or(text.len())];
    let signed = is(word.first(), '-');
    let (sign, body) = text.split_at(usize::from(signed));
    let quotes = &word[sign.len()..];
    if quotes.iter().all(|letter| is(Some(letter), '"')) && quotes.len() <= 2 {
        let inner = quoted(body).filter(|(inner, _)| inner.iter().any(|&letter| !is_space(letter)));
        if inner.is_none() {
            // `-`, `"`, `""` or `-"`.
            let piece = Piece { letters: word, excluded: false, bare: true };
            return (piece, &text[word.len()..]);
        }
    }
    let (letters, after) = quoted(body).unwrap_or((quotes, &text[word.len()..]));
    (Piece { letters, excluded: signed, bare: false }, after)
}

/// The phrase in quotation marks that a text starts with, and what follows it. A closing mark in
/// the middle of a word closes no phrase.
fn quoted(text: &[Letter]) -> Option<(&[Letter], &[Letter])> {
    let (_, inner) = text.split_first().filter(|(first, _)| is(Some(first), '"'))?;
    let Some(len) = inner.iter().position(|letter| is(Some(letter), '"')) else {
        return (!inner.is_empty()).then_some((inner, &[]));
    };
    let after = &inner[len + 1..];
    (len > 0 && after.first().is_none_or(|&letter| is_space(letter)))
        .then_some((&inner[..len], after))
}

fn is(letter: Option<&Letter>, c: char) -> bool {
    letter.is_some_and(|letter| letter[0] == c)
}

fn is_space(letter: Letter) -> bool {
    letter[0].is_whitespace()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(list: &[Vec<Letter>]) -> Vec<String> {
        list.iter().map(|term| term.iter().map(|letter| letter[0]).collect()).collect()
    }

    #[track_caller]
    fn check(text: &str, terms: &[&str], excluded: &[&str]) {
        let query = Query::parse(text, Letters::whole());
        assert_eq!(texts(&query.terms), terms, "terms of {text}");
        assert_eq!(texts(&query.excluded), excluded, "exclusions of {text}");
        assert_eq!(query.is_empty(), terms.is_empty() && excluded.is_empty());
    }

    #[test]
    fn white_space_stands_between_terms() {
        check("", &[], &[]);
        check(" \t　", &[], &[]);
        check("長三角　平台 平台", &["长三角", "平台"], &[]);
    }

    #[test]
    fn quotation_marks_hold_a_phrase() {
        check("\"G60 corridor\" 上海", &["g60 corridor", "上海"], &[]);
        check("“G60　走廊”", &["g60 走廊"], &[]);
        check("\"G60 corr", &["g60 corr"], &[]);
        check("-\"新 区\" 上海", &["上海"], &["新 区"]);
    }

    #[test]
    fn quotation_marks_in_a_term_are_characters() {
        check("的“一体化”", &["的\"一体化\""], &[]);
        check("“一体化”和", &["\"一体化\"和"], &[]);
        check("新”，“高", &["新\",\"高"], &[]);
    }

    #[test]
    fn a_minus_excludes() {
        check("基金 -上海", &["基金"], &["上海"]);
        check("－上海", &[], &["上海"]);
        check("沪-苏", &["沪-苏"], &[]);
        check("--", &[], &["-"]);
    }

    #[test]
    fn an_operator_alone_is_text_and_otherwise_dropped() {
        check("-", &["-"], &[]);
        check("“", &["\""], &[]);
        check("”“", &["\"\""], &[]);
        check("基金 -", &["基金"], &[]);
        check("基金 \"", &["基金"], &[]);
        check("基金 -\"", &["基金"], &[]);
        check("基金 - 上海", &["基金", "上海"], &[]);
        check("\" \"", &["\""], &[]);
    }

    proptest! {
        #[test]
        fn no_text_makes_an_empty_term(text in r#"[-"“ a长]{0,12}|\PC{0,12}"#) {
            let query = Query::parse(&text, Letters::whole());
            prop_assert!(query.terms.iter().chain(&query.excluded).all(|term| !term.is_empty()));
            prop_assert_eq!(query.is_empty(), text.chars().all(char::is_whitespace));
        }
    }
}
