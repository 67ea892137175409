//! Bytes → text: byte-order mark, UTF-8 where it is valid, else the likeliest Chinese encoding.
//!
//! What a page declares is one voice only, for pages often declare wrongly: bytes that read well
//! as declared are believed, others are judged by their own look, those of UTF-16 by `wide`. `misread`
//! undoes what was decoded wrongly before it was saved.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8};

use crate::misread::undone;
use crate::wide::wide;

/// How far into a page its declaration may stand, in bytes.
const REACH: usize = 4096;
/// How much of a page is looked at to judge an encoding, in bytes.
const SAMPLE: usize = 64 << 10;
/// Bytes beyond ASCII that the detector needs; of 2000 cuts of news it then misses none. Of shorter
/// cuts the shares of everyday characters miss fewer: at ten characters 1 of 100, the detector 5.
const ENOUGH: usize = 200;
/// What a declaration weighs, in characters.
const DECLARED: usize = 2;
/// One control character in so many bytes is a slip; more are no text.
const SLIPS: usize = 500;

/// First bytes of files that some save in the place of a page.
const FOREIGN: [(&[u8], &str); 10] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"bplist00", "a web archive of Safari"),
];

/// A page's text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The encoding, by its WHATWG name.
    pub encoding: &'static str,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// No bytes, or only white space.
    #[error("the page is empty; save it again from the browser")]
    Empty,
    /// A file of another kind.
    #[error("this is {0}, not a page; save the page as HTML or text")]
    Foreign(&'static str),
    /// Not text.
    #[error(
        "this is not text (byte {byte:#04x} at offset {offset}); save the page as HTML or text"
    )]
    Binary {
        /// The first byte that no text holds.
        byte: u8,
        /// Where it stands.
        offset: usize,
    },
}

/// Decodes a page. `charset` is the encoding that its container names.
///
/// # Errors
/// Says why the bytes are no text.
pub fn decode(bytes: &[u8], charset: Option<&str>) -> Result<Decoded, DecodeError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DecodeError::Empty);
    }
    if let Some((_, kind)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(DecodeError::Foreign(kind));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let decoded = read(&bytes[mark..], encoding);
        if decoded.text.trim().is_empty() {
            return Err(DecodeError::Empty);
        }
        // Each character of UTF-16 counts as one byte here: enough to say where.
        return no_binary(decoded.text.as_bytes()).map(|()| decoded);
    }
    if let Err(error) = no_binary(bytes) {
        let decoded = wide(bytes).map(|encoding| read(bytes, encoding));
        return decoded.filter(|it| no_binary(it.text.as_bytes()).is_ok()).ok_or(error);
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(match undone(&text) {
            Some(text) => Decoded { text, encoding: GB18030.name() },
            None => Decoded { text: text.into_owned(), encoding: UTF_8.name() },
        });
    }
    let as_utf8 = read(bytes, UTF_8);
    // A UTF-8 page with a few broken bytes stays UTF-8: a wrong guess would garble all of it.
    let other_bytes = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if broken(&as_utf8.text) * 20 < other_bytes {
        return Ok(as_utf8);
    }
    let declared = charset.map(str::as_bytes).or_else(|| declared(bytes));
    Ok(read(bytes, likeliest(bytes, declared.and_then(Encoding::for_label))))
}

/// No zero byte, and no more than a slip of other control characters.
fn no_binary(bytes: &[u8]) -> Result<(), DecodeError> {
    // By the piece, as a machine tells many bytes at once.
    let clean = |piece: &[u8]| !piece.iter().fold(false, |found, byte| found | is_binary(*byte));
    if bytes.chunks(4096).all(clean) {
        return Ok(());
    }
    let mut controls = bytes.iter().enumerate().filter(|(_, byte)| is_binary(**byte));
    let Some((offset, &byte)) = controls.next() else { return Ok(()) };
    if bytes.contains(&0) || (controls.count() + 1) * SLIPS > bytes.len() {
        return Err(DecodeError::Binary { byte, offset });
    }
    Ok(())
}

/// Control characters that texts are not made of: all but tab, line ends, form feed and escape.
fn is_binary(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x1b)
}

/// The label after the first `charset=` or `encoding=` near the top of the page.
fn declared(bytes: &[u8]) -> Option<&[u8]> {
    let head = &bytes[..bytes.len().min(REACH)];
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = head
            .windows(key.len())
            .position(|window| window.eq_ignore_ascii_case(key.as_bytes()))?;
        let label = head[at + key.len()..].trim_ascii_start();
        let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
        let end = label
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte))
            .unwrap_or(label.len());
        Some(&label[..end])
    })
}

/// The encoding by the look of the bytes; what is declared tips the scale where they are few.
fn likeliest(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if sample.iter().filter(|byte| !byte.is_ascii()).count() >= ENOUGH {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(sample, true);
        let guessed = detector.guess(None, Utf8Detection::Deny);
        // These pages are Chinese, or their neighbours'; a Western guess is a miss.
        if guessed == GBK {
            // GBK pages may hold the four-byte characters of its superset.
            return GB18030;
        }
        if ["Big5", "Shift_JIS", "EUC-JP", "EUC-KR"].contains(&guessed.name()) {
            return guessed;
        }
    }
    let says_big5 = declared == Some(BIG5);
    let says_gb = declared == Some(GBK) || declared == Some(GB18030);
    let gb = rare(sample, is_everyday_gb) + if says_big5 { DECLARED } else { 0 };
    let big5 = rare(sample, is_everyday_big5) + if says_gb { DECLARED } else { 0 };
    if big5 < gb { BIG5 } else { GB18030 }
}

/// How many two-byte characters are not among those that news is written in.
fn rare(sample: &[u8], is_everyday: fn(u8, u8) -> bool) -> usize {
    let (mut at, mut rare) = (0, 0);
    while at < sample.len() {
        let (lead, trail) = (sample[at], sample.get(at + 1).copied().unwrap_or(0));
        if lead.is_ascii() {
            at += 1;
        } else {
            rare += usize::from(!is_everyday(lead, trail));
            at += 2;
        }
    }
    rare
}

/// GB 2312: marks and letters, and the hanzi of its first level.
fn is_everyday_gb(lead: u8, trail: u8) -> bool {
    matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7) && trail >= 0xa1
}

/// Big5: marks, and the hanzi of its first level.
fn is_everyday_big5(lead: u8, trail: u8) -> bool {
    matches!(lead, 0xa1..=0xc6) && matches!(trail, 0x40..=0x7e | 0xa1..=0xfe)
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
    const TRADITIONAL: &str = "沿江三市簽署科研儀器共享協議,首批開放設備一百二十台。";

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn undeclared_encodings_are_found() {
        check(SAMPLE.as_bytes(), "UTF-8", SAMPLE);
        check(&GB18030.encode(SAMPLE).0, "gb18030", SAMPLE);
        check(&GB18030.encode(TRADITIONAL).0, "gb18030", TRADITIONAL);
        check(&BIG5.encode(TRADITIONAL).0, "Big5", TRADITIONAL);
        let long = TRADITIONAL.repeat(5);
        check(&BIG5.encode(&long).0, "Big5", &long);
        check(&GB18030.encode(&long).0, "gb18030", &long);
        check(&[b"\xef\xbb\xbf", SAMPLE.as_bytes()].concat(), "UTF-8", SAMPLE);
        check(b"\xff\xfe\x5f\x6c", "UTF-16LE", "江");
        check(b"\x62\x96\x7f\x95\x02\x30", "UTF-16LE", "院长。");
        check(b"\x96\x62\x95\x7f\x30\x02\x00\n", "UTF-16BE", "院长。\n");
    }

    #[test]
    fn wrong_declarations_are_not_believed() {
        for charset in ["utf-8", "iso-8859-1", "big5", "gb2312", "no-such"] {
            let page =
                |text: &str| format!("<html><meta charset=\"{charset}\"><p>{text}</p></html>");
            let (simplified, traditional) = (page(SAMPLE), page(TRADITIONAL));
            check(simplified.as_bytes(), "UTF-8", &simplified);
            check(&GB18030.encode(&simplified).0, "gb18030", &simplified);
            check(&BIG5.encode(&traditional).0, "Big5", &traditional);
        }
    }

    #[test]
    fn declarations_help_where_bytes_are_few() {
        // The same two bytes are everyday in both.
        let as_read = |charset| decode(b"\xb0\xb2", charset).unwrap().encoding;
        assert_eq!((as_read(None), as_read(Some("big5"))), ("gb18030", "Big5"));
        let page = b"<?xml encoding='Big5'?>\xb0\xb2";
        assert_eq!(decode(page, None).unwrap().encoding, "Big5");
    }

    #[test]
    fn a_cut_off_page_stays_utf8() {
        let bytes = &SAMPLE.as_bytes()[..SAMPLE.len() - 1];
        let decoded = decode(bytes, None).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.text.starts_with("沿江三市") && decoded.text.ends_with('\u{fffd}'));
    }

    #[test]
    fn what_is_no_page_says_why() {
        let error = |bytes: &[u8]| decode(bytes, None).unwrap_err();
        assert_eq!(error(b""), DecodeError::Empty);
        assert_eq!(error(b" \n"), DecodeError::Empty);
        assert_eq!(error(b"\xef\xbb\xbf \n"), DecodeError::Empty);
        assert_eq!(error(b"%PDF-1.7\n"), DecodeError::Foreign("a PDF document"));
        assert_eq!(error(b"page\x00"), DecodeError::Binary { byte: 0, offset: 4 });
        assert_eq!(error(b"page\x08"), DecodeError::Binary { byte: 8, offset: 4 });
        let long = format!("{}\u{8}", SAMPLE.repeat(10));
        check(long.as_bytes(), "UTF-8", &long);
        assert_eq!(
            error(format!("{long}\0").as_bytes()),
            DecodeError::Binary { byte: 8, offset: long.len() - 1 }
        );
    }
}
