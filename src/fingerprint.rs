//! `fingerprint`: what tells a corpus from another.

use deltascope_model::Corpus;

/// A hash (FNV-1a) of what addresses point at: the articles, whose ids come from their pages' content,
/// and the facts.
pub fn fingerprint(corpus: &Corpus) -> String {
    let mut hash = 0x811c_9dc5_u32;
    let mut add = |id: &str| {
        for byte in id.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    corpus.articles.iter().for_each(|article| add(&article.id));
    corpus.initiatives.iter().for_each(|initiative| add(&initiative.id));
    corpus.events.iter().for_each(|event| add(&event.id));
    corpus.figures.iter().for_each(|figure| add(&figure.id));
    hash.to_string()
}
