//! UTF-16 without the mark that should open it, told by its look: two bytes a character, which in
//! Chinese news are nearly all hanzi, marks of theirs, and ASCII.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How much of a page is looked at, in bytes.
const SAMPLE: usize = 64 << 10;

/// The order of the bytes, where they read as Chinese or English in one.
///
/// `96 62 95 7f` → 院长 in UTF-16BE.
pub fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // Pairs of ASCII letters are hanzi in either order: text with a stray zero is no UTF-16.
    let zeros = memchr::memchr_iter(0, sample).count();
    if zeros * 4 < sample.len() && is_utf8(sample) {
        return None;
    }
    let usual = |unit: fn([u8; 2]) -> u16| {
        let units = sample.as_chunks::<2>().0;
        units.iter().filter(|pair| is_usual(unit(**pair))).count()
    };
    let (little, big) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let encoding = if little >= big { UTF_16LE } else { UTF_16BE };
    (little.max(big) * 20 >= sample.len() / 2 * 19).then_some(encoding)
}

/// But for its end, which may be cut.
fn is_utf8(bytes: &[u8]) -> bool {
    !std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some())
}

fn is_usual(unit: u16) -> bool {
    matches!(
        unit,
        0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x2026 | 0x3000..=0x301f
            | 0x4e00..=0x9fff | 0xff01..=0xff5e
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, GBK};

    const STORY: &str = "江畔三市去年起共用大型仪器,一年来“省下”检测费用2000多万元。\r\n";
    const HTML: &str = "<html><head><title>Shared instruments</title></head><body></body></html>";

    fn units(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&'static Encoding>) {
        assert_eq!(wide(bytes), expected);
    }

    #[test]
    fn both_orders_are_known() {
        for text in [STORY, HTML, "院长。", &[HTML, STORY].concat(), &STORY.repeat(3000)] {
            check(&units(text, u16::to_le_bytes), Some(UTF_16LE));
            check(&units(text, u16::to_be_bytes), Some(UTF_16BE));
        }
        let cut = units(STORY, u16::to_le_bytes);
        check(&cut[..cut.len() - 1], Some(UTF_16LE));
    }

    #[test]
    fn other_bytes_are_not() {
        check(b"a page of letters\0", None);
        // So few characters of ASCII bytes may be either.
        check(&units("江畔", u16::to_le_bytes), None);
        check([STORY, "\0", STORY].concat().as_bytes(), None);
        check(&[&GBK.encode(STORY).0[..], b"\0\0"].concat(), None);
        check(&[&BIG5.encode("沿江三市簽署科研儀器共享協議。").0[..], b"\0"].concat(), None);
        check(&[0; 100], None);
        let noise: Vec<u8> =
            (1..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        check(&noise, None);
    }
}
