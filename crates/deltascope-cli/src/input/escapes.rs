//! Halves of characters in JSON: `\ud83d` without its other half, as programs write it that cut a
//! text in the middle of a character. JSON allows the escape and no text can hold it, so the page
//! would be lost for it; what stands for a broken character, U+FFFD, takes its place.

/// The line with U+FFFD for each half that stands alone; none where there is no such half.
pub fn whole(line: &[u8]) -> Option<Vec<u8>> {
    let mut line = line.to_vec();
    let (mut at, mut found) = (0, false);
    while let Some(backslash) = memchr::memchr(b'\\', &line[at..]) {
        at += backslash;
        at += match (half(&line[at..]), line.get(at + 6..).and_then(half)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(_), _) => {
                line[at + 2..at + 6].copy_from_slice(b"fffd");
                found = true;
                6
            }
            // Another escape: its second byte may be a backslash.
            (None, _) => 2,
        };
        at = at.min(line.len());
    }
    found.then_some(line)
}

/// The half of a character at the beginning: `\ud83d…` → 0xd83d.
fn half(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    let code = u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    (0xd800..=0xdfff).contains(&code).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let found = whole(line.as_bytes()).map(|line| String::from_utf8(line).unwrap());
        assert_eq!(found.as_deref(), expected, "{line}");
    }

    #[test]
    fn halves_are_replaced_and_pairs_stay() {
        check(r"三市\ud83d共用", Some(r"三市\ufffd共用"));
        check(r"\uDE00\ud83d\ud83d\ude00", Some(r"\ufffd\ufffd\ud83d\ude00"));
        check(r"三市\ud83d\ude00\u4e09", None);
        check(r"\\ud83d \\\ud83d", Some(r"\\ud83d \\\ufffd"));
        check(r"\ud83", None);
        check(r"\", None);
        check(r"\u三市", None);
    }
}
