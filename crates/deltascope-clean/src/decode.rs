//! Bytes → text: byte-order mark, UTF-8 where it is valid, else the likeliest Chinese encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// Largest page that is read, in bytes. A news page is a thousandth of it.
pub const MAX_BYTES: usize = 16 << 20;

/// A page's text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The encoding, by its WHATWG name.
    pub encoding: &'static str,
}

/// Why bytes are no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// No bytes, or only white space.
    #[error("the page is empty; save it again from the browser")]
    Empty,
    /// Over [`MAX_BYTES`].
    #[error("the page is larger than {MAX_BYTES} bytes; split it or leave it out")]
    TooLarge,
    /// Not text.
    #[error("this is not text (byte {byte:#04x} at offset {offset}); save the page as text")]
    Binary {
        /// The first byte that no text holds.
        byte: u8,
        /// Where it stands.
        offset: usize,
    },
}

/// Decodes a page.
///
/// # Errors
/// Says why the bytes are no page.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DecodeError::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(read(&bytes[mark..], encoding));
    }
    if let Some(offset) = bytes.iter().position(|byte| is_binary(*byte)) {
        return Err(DecodeError::Binary { byte: bytes[offset], offset });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.into(), encoding: UTF_8.name() });
    }
    let as_utf8 = read(bytes, UTF_8);
    // A UTF-8 page with a few broken bytes stays UTF-8: a wrong guess would garble all of it.
    let other_bytes = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if broken(&as_utf8.text) * 20 < other_bytes {
        Ok(as_utf8)
    } else {
        Ok(read(bytes, guess(bytes)))
    }
}

/// Control characters that no page holds: all but tab, line ends, form feed and escape.
fn is_binary(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x1b)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    // GBK pages may hold the four-byte characters of its superset.
    if encoding == GBK || !encoding.name().starts_with("Big5") && !is_east_asian(encoding) {
        GB18030
    } else {
        encoding
    }
}

fn is_east_asian(encoding: &'static Encoding) -> bool {
    ["Shift_JIS", "EUC-JP", "EUC-KR"].contains(&encoding.name())
}

fn read(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name() }
}

fn broken(text: &str) -> usize {
    text.chars().filter(|char| *char == char::REPLACEMENT_CHARACTER).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "沿江三市签署科研仪器共享协议,首批开放设备一百二十台。";

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn undeclared_encodings_are_found() {
        let traditional = "沿江三市簽署科研儀器共享協議,首批開放設備一百二十台。";
        check(SAMPLE.as_bytes(), "UTF-8", SAMPLE);
        check(&GB18030.encode(SAMPLE).0, "gb18030", SAMPLE);
        check(&encoding_rs::BIG5.encode(traditional).0, "Big5", traditional);
        check(&[b"\xef\xbb\xbf", SAMPLE.as_bytes()].concat(), "UTF-8", SAMPLE);
        check(b"\xff\xfe\x5f\x6c", "UTF-16LE", "江");
    }

    #[test]
    fn a_cut_off_page_stays_utf8() {
        let bytes = &SAMPLE.as_bytes()[..SAMPLE.len() - 1];
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.text.starts_with("沿江三市") && decoded.text.ends_with('\u{fffd}'));
    }

    #[test]
    fn what_is_no_page_says_why() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b" \n"), Err(DecodeError::Empty));
        assert_eq!(decode(b"GIF\x00"), Err(DecodeError::Binary { byte: 0, offset: 3 }));
        let large = vec![b'a'; MAX_BYTES + 1];
        assert_eq!(decode(&large), Err(DecodeError::TooLarge));
    }
}
