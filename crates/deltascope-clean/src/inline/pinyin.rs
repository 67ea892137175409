//! A pinyin gloss after a character: `创(chuàng)新` → `创新`. It must bear a tone mark, so that a
//! company's short name in brackets stays.

use super::{Cut, noise};
use crate::pattern::Pattern;
use crate::words::captures;

static GLOSS: Pattern =
    Pattern::new(r"\p{Han}([(（]\s*[a-zü]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zü]*\s*[)）])");

pub(super) fn cuts(raw: &str) -> Vec<Cut> {
    // Letters with a tone mark begin with one of these bytes, and hardly any other character does.
    let toned = |piece: &[u8]| piece.iter().fold(false, |found, byte| found | is_toned(*byte));
    let text = if raw.as_bytes().chunks(64).any(toned) { raw } else { "" };
    captures(&GLOSS, text)
        .filter_map(|found| found.get(1))
        .map(|gloss| noise("pinyin-gloss", gloss.range()))
        .collect()
}

fn is_toned(byte: u8) -> bool {
    matches!(byte, 0xc3..=0xc7)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("合作创(chuàng)新,仪器共(gòng )享", &[], "合作创新,仪器共享");
        check("某能源公司(abc)与研究所", &[], "某能源公司(abc)与研究所");
    }
}
