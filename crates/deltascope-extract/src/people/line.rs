//! The people of a text by itself, for whoever asks for nothing else.

use deltascope_model::TextRange;

use super::in_article;
use crate::spots::Spots;

/// A person in a text, with the offices that the words around the name give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPerson {
    /// Where the name stands.
    pub range: TextRange,
    /// The name, in Simplified Chinese.
    pub text: String,
    /// The offices, in Simplified Chinese, each with the organisation that it names.
    pub offices: Vec<(String, Option<String>)>,
}

/// The people of a text, in order.
pub fn people(text: &str) -> Vec<FoundPerson> {
    let folded = deltascope_text::simplify(text);
    let words = |range: TextRange| range.slice(folded.text()).unwrap_or_default().to_owned();
    let found = in_article(&[Spots::of(folded.text()).text(folded.text())]).into_iter().flatten();
    let person = found.map(|one| FoundPerson {
        range: folded.raw_range(one.name),
        text: words(one.name),
        offices: one
            .offices
            .iter()
            .map(|own| (words(own.name), own.organisation.map(words)))
            .collect(),
    });
    person.collect()
}
