//! GBK text read from the middle of a character: behind a lost byte, shown as `?`, every pair of
//! bytes is read one byte late until the next ASCII character, `。?惫こ淌Υ鞫∷担?` for
//! `。”工程师戴丁说，`.
//!
//! Only what is certain is read back; the page's text stays as it is.

use deltascope_model::TextRange;
use encoding_rs::GB18030;

/// A shorter run proves nothing, in characters.
const LEAST: usize = 5;
/// A longer one is some other damage.
const MOST: usize = 200;
/// The first byte of nearly all Chinese punctuation: what stands before such a run is a mark.
const LOST: u8 = 0xa1;

/// The runs of a text that were read one byte late, each with what it says.
pub fn shifted(text: &str) -> Vec<(TextRange, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('?').map(|at| from + at) {
        let start = at + 1;
        let end =
            text[start..].find(|char: char| char.is_ascii()).map_or(text.len(), |end| start + end);
        if let Some(read) = read_back(&text[start..end]) {
            found.push((TextRange::of(at, end), read));
        }
        from = end.max(start);
    }
    found
}

fn read_back(run: &str) -> Option<String> {
    let chars = run.chars().count();
    if !(LEAST..=MOST).contains(&chars) {
        return None;
    }
    let (bytes, _, unmapped) = GB18030.encode(run);
    if unmapped || bytes.len() != chars * 2 {
        return None;
    }
    let mut late = vec![LOST];
    late.extend_from_slice(&bytes[..bytes.len() - 1]);
    let read = GB18030.decode_without_bom_handling_and_without_replacement(&late)?.into_owned();
    // Honest text read late gives a common character in two of five; to give nothing else, and a
    // mark in front, takes more luck than there is.
    let opens = matches!(late[1], 0xa3 | 0xb1 | 0xaf | 0xbf | 0xb7);
    let certain = opens && common(&late) * 10 >= chars * 9 && common(&bytes) < chars;
    certain.then_some(read)
}

/// How many characters are of the 3,755 common ones, or Chinese punctuation.
fn common(bytes: &[u8]) -> usize {
    let is_common = |pair: &[u8]| match pair {
        [0xb0..=0xd7, second] => *second >= 0xa1,
        [0xa1, 0xa2..=0xbf] | [0xa3, 0xa1 | 0xa8 | 0xa9 | 0xac | 0xba | 0xbb | 0xbf] => true,
        _ => false,
    };
    bytes.chunks_exact(2).filter(|pair| is_common(pair)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = shifted(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(range, read)| (range.slice(text).unwrap(), read.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_was_read_late_is_read_back() {
        let (bytes, _, _) = GB18030.encode("”三市科技部门说仪器共用");
        let late = GB18030.decode_without_bom_handling(&bytes[1..bytes.len() - 1]).0.into_owned();
        check(&format!("费用分担。?{late}? 完"), &[(&format!("?{late}"), "”三市科技部门说仪器共")]);
    }

    #[test]
    fn honest_questions_stay() {
        check("费用由谁分担?三市科技部门上周商定,共用一批大型仪器。", &[]);
        check("為什麼?這是因為儀器閒置,企業卻排不上隊。", &[]);
    }
}
