//! `simplify` reads every phrase, alone and joined to others, as OpenCC itself does.

use deltascope_text::simplify;
use opencc_fmmseg::{DictionaryMaxlength, OpenCC};

/// A text without the characters that the tables leave out.
fn basic(text: &str) -> bool {
    text.chars().all(|c| c <= '\u{ffff}')
}

#[test]
fn phrases_read_as_opencc_reads_them() {
    let dictionaries = DictionaryMaxlength::new().unwrap();
    let both = dictionaries.st_phrases.iter().map(|(_, to)| to.to_owned());
    let mut phrases: Vec<String> = both.collect();
    phrases.extend(dictionaries.ts_phrases.iter().map(|(from, _)| from.iter().collect()));
    phrases.sort();
    let opencc = OpenCC::new();
    let mut compared = 0;
    // A stride that is prime to the number of phrases joins each to one that is no neighbour.
    for (at, phrase) in phrases.iter().enumerate() {
        let text = format!("{phrase}{}", phrases[(at * 7919 + 1) % phrases.len()]);
        let expected = opencc.t2s(&text, false);
        if basic(&text) && basic(&expected) {
            assert_eq!(simplify(&text).text(), expected, "{text}");
            compared += 1;
        }
    }
    assert!(compared > 40_000, "only {compared} compared");
}
