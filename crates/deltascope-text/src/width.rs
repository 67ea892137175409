//! Width, case and quotation marks: characters that differ on paper and not in meaning.
//!
//! `　Ａ１（“『` → ` a1(""`, one for one. The full stop 。 and the enumeration comma 、 stay: they
//! have no half-width twin with the same use.

/// Distance of a full-width form from its ASCII character.
const FULL_TO_HALF: u32 = '！' as u32 - '!' as u32;

/// The half-width, lower-case form of a character, with one kind of quotation mark.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '〝' | '〞' | '„' | '«' | '»' => {
            '"'
        }
        '！'..='～' => char::from_u32(c as u32 - FULL_TO_HALF).map_or(c, narrow_ascii),
        c if c.is_ascii() => narrow_ascii(c),
        c => lower(c),
    }
}

/// [`narrow`] for ASCII.
pub(crate) fn narrow_ascii(c: char) -> char {
    if c == '\'' { '"' } else { c.to_ascii_lowercase() }
}

/// Lower case of the alphabets that Chinese pages set: Latin, Greek and Cyrillic, without the rarer
/// letters of each. The standard library knows them all, and its table weighs more than ours.
fn lower(c: char) -> char {
    let distance = match c {
        '×' | '\u{3a2}' => 0,
        'À'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    char::from_u32(c as u32 + distance).unwrap_or(c)
}
