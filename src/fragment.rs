//! Addresses that lead to a sentence of the original page: text fragments
//! (<https://wicg.github.io/scroll-to-text-fragment/>). A browser that does not know them opens
//! the page at its start.

use crate::address::escape;

/// A text longer than this, in characters, is named by its start and its end.
const WHOLE: usize = 30;
/// So many characters of either.
const END: usize = 12;

/// The address with a text fragment; the text is the page's own, to the letter.
pub fn to_sentence(address: &str, text: &str) -> String {
    let joint = if address.contains('#') { ":~:text=" } else { "#:~:text=" };
    let mut out = [address, joint].concat();
    // What runs over several lines of the saved page is hardly one text of the original.
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let last = lines.next_back().unwrap_or(first);
    if std::ptr::eq(first, last) && first.chars().count() <= WHOLE {
        encode(&mut out, first);
    } else {
        encode(&mut out, first.char_indices().nth(END).map_or(first, |(end, _)| &first[..end]));
        out.push(',');
        let start = last.char_indices().nth_back(END - 1).map_or(0, |(start, _)| start);
        encode(&mut out, &last[start..]);
    }
    out
}

/// In a text fragment a comma, a hyphen and an ampersand have meanings of their own.
fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            escape(out, byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::to_sentence;

    #[track_caller]
    fn check(address: &str, text: &str, expected: &str) {
        assert_eq!(to_sentence(address, text), expected);
    }

    #[test]
    fn a_short_text_is_named_whole() {
        check("https://e.org/a", "A-b, c&d", "https://e.org/a#:~:text=A%2Db%2C%20c%26d");
        check("https://e.org/a#top", " 甲 ", "https://e.org/a#top:~:text=%E7%94%B2");
    }

    #[test]
    fn a_long_text_is_named_by_its_ends() {
        let long = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";
        check("https://e.org", long, "https://e.org#:~:text=abcdefghijkl,EFGHIJKLMNOP");
        check("https://e.org", "ab\n\ncd", "https://e.org#:~:text=ab,cd");
        check("https://e.org", "", "https://e.org#:~:text=");
    }
}
