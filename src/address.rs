//! The query part of an address as pairs, in the form encoding of URLs
//! (`application/x-www-form-urlencoded`): decoded once, never twice.

/// The pairs of a query, without its `?`, in order. Bytes that are no UTF-8 become U+FFFD.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Adds a pair to a query.
pub fn append(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    encode(query, name);
    query.push('=');
    encode(query, value);
}

fn decode(part: &str) -> String {
    let mut out = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (*first, tail) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high * 16 + low);
                    rest = after;
                }
                _ => out.push(b'%'),
            },
            (byte, _) => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => escape(out, byte),
        }
    }
}

/// A byte as an address holds any: `%` and two digits.
pub fn escape(out: &mut String, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    out.push(char::from(HEX[usize::from(byte >> 4)]));
    out.push(char::from(HEX[usize::from(byte & 15)]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[(&str, &str)]) {
        let found = pairs(query);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_query_is_decoded_once() {
        check("q=%2525", &[("q", "%25")]);
        check("q=a+b%20c", &[("q", "a b c")]);
        check("q=%E5%90%88%E8%82%A5&place=340100", &[("q", "合肥"), ("place", "340100")]);
    }

    #[test]
    fn what_is_malformed_stays_readable() {
        check("q=100%", &[("q", "100%")]);
        check("q=%zz&&x", &[("q", "%zz"), ("x", "")]);
        check("q=%E5%90", &[("q", "\u{FFFD}")]);
        check("a=b=c", &[("a", "b=c")]);
        check("", &[]);
    }

    #[test]
    fn what_is_written_reads_back() {
        for value in ["", "合肥 科学岛", "a&b=c#d?%25+", "1.8亿元~", "\u{1F30A}"] {
            let mut query = String::new();
            append(&mut query, "q", value);
            append(&mut query, "名", value);
            check(&query, &[("q", value), ("名", value)]);
        }
    }
}
