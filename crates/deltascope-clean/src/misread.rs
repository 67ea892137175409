//! Text saved once too often: bytes of GBK or UTF-8 that were read as Western letters and stored as UTF-8,
//! `ÐÂÎÅÖÐÐÄ` or `æ–°é—»ä¸­å¿ƒ` for 新闻中心.
//!
//! Undone only where nearly all of the text is such letters and reads as Chinese afterwards.

use encoding_rs::{Encoding, GB18030, ISO_8859_15, WINDOWS_1252};

/// Fewer such letters prove nothing.
const LEAST: usize = 40;

/// The text as it was meant, where it was misread.
pub fn undone(text: &str) -> Option<String> {
    // Of Chinese text nearly every letter begins with another byte than these. Each letter has two bytes
    // at least, so that as many others are too many, wherever they stand.
    let opens = |byte: u8| matches!(byte, 0xc2..=0xc6 | 0xe2);
    let too_many = text.len() / 20;
    let others = |byte: u8| byte >= 0xc0 && !opens(byte);
    if counts(text, others).any(|count| count > too_many) {
        return None;
    }
    let count = |is_one: fn(u8) -> bool| counts(text, is_one).last().unwrap_or(0);
    let most = count(opens);
    if most < LEAST || most * 10 < count(|byte| byte >= 0xc0) * 9 {
        return None;
    }
    let other = text.chars().filter(|char| !char.is_ascii()).count();
    let western = text.chars().filter(|char| is_western(*char)).count();
    if western < LEAST || western * 10 < other * 9 {
        return None;
    }
    // Each Chinese character begins with one of these in UTF-8, and few do in GBK.
    let leads = text.chars().filter(|char| ('ã'..='ï').contains(char)).count();
    let utf8 = if leads * 4 >= other { as_utf8(text) } else { None };
    let as_gbk = || [ISO_8859_15, WINDOWS_1252].into_iter().find_map(|one| read_again(text, one));
    utf8.or_else(as_gbk)
}

/// How many bytes of a text are such ones, up to the end of each piece: by the piece, as a machine
/// counts many bytes at once.
fn counts(text: &str, is_one: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    let mut count = 0;
    text.as_bytes().chunks(255).map(move |piece| {
        count += usize::from(piece.iter().map(|byte| u8::from(is_one(*byte))).sum::<u8>());
        count
    })
}

/// Letters and signs of Western Europe, as the encodings have them.
fn is_western(char: char) -> bool {
    const MARKS: &str = "ŒœŠšŽžŸ€ƒˆ˜–—‘’‚“”„†‡•…‰‹›™";
    matches!(char, '\u{80}'..='\u{ff}') || MARKS.contains(char)
}

/// The letters' bytes, each of which was one of UTF-8.
fn as_utf8(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    for char in text.chars() {
        let mut buffer = [0; 4];
        let utf8 = char.encode_utf8(&mut buffer);
        match (char, WINDOWS_1252.encode(utf8)) {
            ('\u{80}'..='\u{ff}', _) => bytes.push(char as u8),
            (_, (encoded, _, false)) => bytes.extend_from_slice(&encoded),
            _ => bytes.extend_from_slice(utf8.as_bytes()),
        }
    }
    let read = String::from_utf8_lossy(&bytes);
    is_chinese(&read).then(|| read.into_owned())
}

fn is_chinese(read: &str) -> bool {
    let han = read.chars().filter(|char| ('\u{4e00}'..='\u{9fff}').contains(char)).count();
    let broken = read.chars().filter(|char| *char == char::REPLACEMENT_CHARACTER).count();
    let other = read.chars().filter(|char| !char.is_ascii()).count();
    han * 10 >= other * 7 && broken * 50 <= han
}

fn read_again(text: &str, encoding: &'static Encoding) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for char in text.chars() {
        if char.is_ascii() {
            bytes.push(char as u8);
            continue;
        }
        let (encoded, _, unmapped) = encoding.encode(char.encode_utf8(&mut buffer));
        match char {
            _ if !unmapped && char != '•' => bytes.extend_from_slice(&encoded),
            '\u{80}'..='\u{9f}' => bytes.push(char as u8),
            // A mark that was put in later, such as a bullet.
            _ => bytes.extend_from_slice(&GB18030.encode(char.encode_utf8(&mut [0; 4])).0),
        }
    }
    let (read, _) = GB18030.decode_without_bom_handling(&bytes);
    is_chinese(&read).then(|| read.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str =
        "沿江三市签署科研仪器共享协议,首批开放设备一百二十台,费用由双方分担,企业在线预约检测。";

    #[test]
    fn chinese_read_as_western_is_undone() {
        for encoding in [ISO_8859_15, WINDOWS_1252] {
            let bytes = GB18030.encode(SAMPLE).0;
            let misread = encoding.decode_without_bom_handling(&bytes).0;
            assert_eq!(undone(&misread).as_deref(), Some(SAMPLE));
            assert_eq!(undone(&format!("• {misread}")), Some(format!("• {SAMPLE}")));
        }
    }

    #[test]
    fn utf8_read_as_western_is_undone() {
        let misread = WINDOWS_1252.decode_without_bom_handling(SAMPLE.as_bytes()).0;
        assert_eq!(undone(&misread).as_deref(), Some(SAMPLE));
        let latin: String = SAMPLE.bytes().map(char::from).collect();
        assert_eq!(undone(&latin).as_deref(), Some(SAMPLE));
        assert_eq!(undone(&format!("title {misread}")), Some(format!("title {SAMPLE}")));
    }

    #[test]
    fn other_texts_stay() {
        assert_eq!(undone(SAMPLE), None);
        assert_eq!(
            undone("Être à Genève, où l'été a déjà commencé, c'est être près de l'eau."),
            None
        );
        assert_eq!(undone(&"Größe, Maß, Übergänge: für Straßen früher üblich. ".repeat(20)), None);
    }
}
