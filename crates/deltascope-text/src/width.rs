//! Width, case and quotation marks: characters that differ on paper and not in meaning.
//!
//! 　Ａ１（“『 → ␠a1("" one for one. The full stop 。 and the enumeration comma 、 stay: they have
//! no half-width twin with the same use.

/// First of the full-width forms of printable ASCII.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '！'..='～';
/// Distance of a full-width form from its ASCII character.
const FULL_TO_HALF: u32 = '！' as u32 - '!' as u32;

/// The half-width, lower-case form of a character.
pub(crate) fn narrow(c: char) -> char {
    let half = match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '“' | '”' | '„' | '「' | '」' | '『' | '』' | '«' | '»' | '〝' | '〞' | '‘' | '’'
        | '\'' => '"',
        c if FULL_WIDTH.contains(&c) => char::from_u32(c as u32 - FULL_TO_HALF)
            .map_or(c, |half| if half == '\'' { '"' } else { half }),
        c => c,
    };
    let mut lower = half.to_lowercase();
    // A lower case of two characters (İ) would break one for one; such a letter stays.
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => half,
    }
}
