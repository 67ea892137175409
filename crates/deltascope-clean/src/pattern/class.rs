//! Which characters stand at one place of a pattern.

/// A set of characters: `[\p{Han}A-Z·]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// All characters but these.
    negated: bool,
    /// Those of ASCII, a bit each, as they are after `negated`.
    ascii: [u64; 2],
    /// The same of the marks that Chinese text has most, a row of 64 characters each.
    marks: [u64; 3],
    /// Whether everyday Han characters are in it, where all of them are alike.
    han: Option<bool>,
    /// The others, as they stand in the source.
    parts: Vec<Part>,
}

/// A part of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All from one to another.
    Range(char, char),
    /// `\s`
    Space,
    /// `\S`
    NoSpace,
    /// `\d`, in either width.
    Digit,
    /// `\w`
    Word,
    /// `\p{Han}`
    Han,
}

/// The everyday Han characters, which no part but a range tells apart.
const HAN: (u32, u32) = (0x4e00, 0x9fff);
/// Rows of 64 characters each: `“”…`, `。、《》【】`, `，：（）`.
const MARKS: [u32; 3] = [0x2000, 0x3000, 0xff00];

/// The capitals of ASCII, a bit each.
const UPPER: u128 = ((1 << 26) - 1) << b'A';

impl Part {
    /// Those of its characters that are ASCII, a bit each.
    fn ascii(self) -> u128 {
        const DIGITS: u128 = ((1 << 10) - 1) << b'0';
        const SPACES: u128 = ((1 << 5) - 1) << b'\t' | 1 << b' ';
        match self {
            Self::Range(first, last) => {
                let bit = |char: char| char.is_ascii().then(|| 1_u128 << (char as u32));
                let below = |char: char| bit(char).map_or(0, u128::wrapping_neg);
                let above = bit(last).map_or(0, |bit| (bit << 1).wrapping_neg());
                below(first) & !above
            }
            Self::Space => SPACES,
            Self::NoSpace => !SPACES,
            Self::Digit => DIGITS,
            Self::Word => UPPER | UPPER << 32 | DIGITS | 1 << b'_',
            Self::Han => 0,
        }
    }

    /// The same of the rows of marks.
    fn marks(self) -> [u64; 3] {
        match self {
            Self::Range(first, last) => MARKS.map(|row| {
                let place = |char: char| i64::from(char as u32) - i64::from(row);
                bits(place(first).max(0), place(last).min(63))
            }),
            Self::Space => [bits(0, 10) | bits(40, 41) | bits(47, 47), bits(0, 0), 0],
            Self::NoSpace => Self::Space.marks().map(|row| !row),
            Self::Digit => [0, 0, bits(16, 25)],
            Self::Word => MARKS.map(|row| {
                let is = |nth: &u32| char::from_u32(row + nth).is_some_and(is_word);
                (0..64).filter(is).fold(0, |set, nth| set | 1 << nth)
            }),
            Self::Han => [0, bits(5, 5) | bits(7, 7) | bits(0x21, 0x29) | bits(0x38, 0x3b), 0],
        }
    }

    #[inline]
    fn has(self, char: char) -> bool {
        match self {
            Self::Range(first, last) => (first..=last).contains(&char),
            Self::Space => char.is_whitespace(),
            Self::NoSpace => !char.is_whitespace(),
            Self::Digit => matches!(char, '0'..='9' | '０'..='９'),
            Self::Word => is_word(char),
            Self::Han => is_han(char),
        }
    }
}

/// The bits of a row from one place to another; none where that comes first.
fn bits(from: i64, to: i64) -> u64 {
    (0..64).filter(|nth| (from..=to).contains(nth)).fold(0, |set, nth| set | 1 << nth)
}

/// Letters and digits of all scripts.
pub fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The script, with its radicals and its marks 々 and 〇.
fn is_han(char: char) -> bool {
    matches!(char,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '々' | '〇' | '\u{3021}'..='\u{3029}'
        | '\u{3038}'..='\u{303b}' | '\u{2e80}'..='\u{2e99}' | '\u{2e9b}'..='\u{2ef3}'
        | '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{fa6d}' | '\u{fa70}'..='\u{fad9}'
        | '\u{20000}'..='\u{3ffff}')
}

impl Class {
    /// The set of these parts, or of all else; `either`: letters of ASCII in either case.
    pub fn new(parts: Vec<Part>, negated: bool, either: bool) -> Self {
        let mut ascii = parts.iter().fold(0, |ascii, part| ascii | part.ascii());
        if either {
            // Both cases stand 32 codes apart.
            let (upper, lower) = (ascii & UPPER, ascii & UPPER << 32);
            ascii |= upper << 32 | lower >> 32;
        }
        let ascii = if negated { !ascii } else { ascii };
        let parts = parts.into_iter().filter(|part| !matches!(part, Part::Range(_, '\0'..='\x7f')));
        let parts: Vec<Part> = parts.collect();
        let parted = |part: &Part| match *part {
            Part::Range(first, last) => (first as u32) <= HAN.1 && HAN.0 <= last as u32,
            _ => false,
        };
        let alike = !parts.iter().any(parted);
        let han = alike.then(|| parts.iter().any(|part| part.has('中')) != negated);
        let ascii = [ascii as u64, (ascii >> 64) as u64];
        let marks = parts.iter().map(|part| part.marks());
        let marks = marks.fold([0; 3], |all, part| [0, 1, 2].map(|row| all[row] | part[row]));
        let marks = if negated { marks.map(|row| !row) } else { marks };
        Self { negated, ascii, marks, han, parts }
    }

    /// The character with this code is in the set.
    #[inline]
    pub fn has(&self, code: u32) -> bool {
        let row = match (code & !63, self.han) {
            (0x4e00..=0x9fc0, Some(han)) => return han,
            (0, _) => self.ascii[0],
            (0x40, _) => self.ascii[1],
            (0x2000, _) => self.marks[0],
            (0x3000, _) => self.marks[1],
            (0xff00, _) => self.marks[2],
            _ => return self.has_other(code),
        };
        row >> (code & 63) & 1 == 1
    }

    fn has_other(&self, code: u32) -> bool {
        let is_in = |char: char| self.parts.iter().any(|part| part.has(char));
        char::from_u32(code).is_some_and(is_in) != self.negated
    }

    /// Its characters.
    pub fn first(&self) -> First {
        let mut first = First::default();
        let ascii = (0..128_u8).filter(|byte| self.has(u32::from(*byte))).map(char::from);
        ascii.for_each(|char| first.add(char));
        for part in &self.parts {
            match part {
                Part::Range(from, to) if !self.negated && *to as u32 - (*from as u32) < 128 => {
                    (*from..=*to).for_each(|char| first.add(char));
                }
                Part::Space if !self.negated => {
                    SPACES.chars().for_each(|char| first.add(char));
                }
                Part::Digit if !self.negated => ('０'..='９').for_each(|char| first.add(char)),
                _ => return first.or(First::BEYOND),
            }
        }
        if self.negated { first.or(First::BEYOND) } else { first }
    }
}

/// White space beyond ASCII.
const SPACES: &str = "\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// What may come next: characters by the low bits of their codes, those of ASCII apart, which tell most
/// others apart; or the end of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct First {
    chars: [u64; 4],
    end: bool,
}

impl First {
    /// All beyond ASCII.
    const BEYOND: Self = Self { chars: [0, 0, u64::MAX, u64::MAX], end: false };
    /// The end of the text.
    pub const END: Self = Self { chars: [0; 4], end: true };
    /// All.
    pub const ANY: Self = Self { chars: [u64::MAX; 4], end: true };

    /// One character.
    pub fn of(char: char) -> Self {
        let mut first = Self::default();
        first.add(char);
        first
    }

    /// With one more character.
    fn add(&mut self, char: char) {
        let low = low(char);
        self.chars[usize::from(low >> 6)] |= 1 << (low & 63);
    }

    /// What either may be.
    pub fn or(self, other: Self) -> Self {
        let chars = [0, 1, 2, 3].map(|part| self.chars[part] | other.chars[part]);
        Self { chars, end: self.end || other.end }
    }

    /// A bit for each six low bits that a character may have, and whether the end may come.
    pub fn lows(&self) -> (u64, bool) {
        (self.chars.iter().fold(0, |all, part| all | part), self.end)
    }

    /// A character with these low bits may come next; none is the end.
    #[inline]
    pub fn may(&self, low: Option<u8>) -> bool {
        let Some(low) = low else { return self.end };
        self.chars[usize::from(low >> 6)] >> (low & 63) & 1 == 1
    }
}

/// The low bits of a character: seven of its code, and one more beyond ASCII.
fn low(char: char) -> u8 {
    if char.is_ascii() { char as u8 } else { BEYOND | (char as u32 % 128) as u8 }
}

/// The bit of what is beyond ASCII.
pub const BEYOND: u8 = 0x80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_as_their_parts_tell_them() {
        use Part::{Digit, Han, NoSpace, Range, Space, Word};
        let ranges =
            [Range('“', '”'), Range('、', '。'), Range('０', '\u{ffff}'), Range('一', '三')];
        for part in [Space, NoSpace, Digit, Word, Han].into_iter().chain(ranges) {
            for negated in [false, true] {
                let class = Class::new(vec![part], negated, false);
                for code in (0x1fc0..0x3100).chain(0x4e00..0x4e10).chain(0xfec0..0x1_0000) {
                    assert_eq!(class.has(code), class.has_other(code), "{part:?} {code:x}");
                }
            }
        }
    }
}
