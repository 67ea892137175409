//! `Query`: what the user typed, read as terms.

use deltascope_text::fold_char;

/// A search, parsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Folded texts that must all occur.
    pub(crate) terms: Vec<Vec<char>>,
    /// Folded texts that must not occur.
    pub(crate) excluded: Vec<Vec<char>>,
}

impl Query {
    /// Reads a query. Every text is a query: what is no operator is searched for as it stands.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let folded: Vec<char> = text.chars().map(fold_char).collect();
        let mut rest = &folded[..];
        loop {
            let skip = rest.iter().take_while(|c| c.is_whitespace()).count();
            rest = &rest[skip..];
            if rest.is_empty() {
                return query;
            }
            let (excluded, term, after) = next_term(rest);
            let list = if excluded { &mut query.excluded } else { &mut query.terms };
            if !list.iter().any(|known| known == term) {
                list.push(term.to_vec());
            }
            rest = after;
        }
    }

    /// True where there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.excluded.is_empty()
    }
}

/// The term at the start of a text that opens with one, whether it is excluded, and what follows.
fn next_term(text: &[char]) -> (bool, &[char], &[char]) {
    let signed = text[0] == '-' && text.get(1).is_some_and(|c| !c.is_whitespace());
    let body = if signed { &text[1..] } else { text };
    if body[0] == '"' {
        let inner = &body[1..];
        let len = inner.iter().position(|&c| c == '"').unwrap_or(inner.len());
        if inner[..len].iter().any(|c| !c.is_whitespace()) {
            return (signed, &inner[..len], inner.get(len + 1..).unwrap_or_default());
        }
    }
    let len = body.iter().position(|c| c.is_whitespace()).unwrap_or(body.len());
    (signed, &body[..len], &body[len..])
}
