//! Which characters stand at one place of a pattern.

/// A set of characters: `[\p{Han}A-Z·]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// All characters but these.
    negated: bool,
    /// Those of ASCII, a bit each, as they are after `negated`.
    ascii: u128,
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
        Self { negated, ascii, parts: parts.collect() }
    }

    /// The character is in the set.
    #[inline]
    pub fn has(&self, char: char) -> bool {
        if char.is_ascii() {
            return self.ascii >> (char as u32) & 1 == 1;
        }
        self.parts.iter().any(|part| part.has(char)) != self.negated
    }

    /// Its characters.
    pub fn first(&self) -> First {
        let mut first = First::default();
        let ascii = (0..128_u8).filter(|byte| self.ascii >> byte & 1 == 1).map(char::from);
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
                _ => return First::CHAR,
            }
        }
        if self.negated { First::CHAR } else { first }
    }
}

/// White space beyond ASCII.
const SPACES: &str = "\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// What may come next: characters by the low bits of their codes, which tell most others apart, or
/// the end of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct First {
    chars: u128,
    end: bool,
}

impl First {
    /// All characters.
    pub const CHAR: Self = Self { chars: u128::MAX, end: false };
    /// The end of the text.
    pub const END: Self = Self { chars: 0, end: true };
    /// All.
    pub const ANY: Self = Self { chars: u128::MAX, end: true };

    /// One character.
    pub fn of(char: char) -> Self {
        Self { chars: 1 << (char as u32 % 128), end: false }
    }

    /// With one more character.
    fn add(&mut self, char: char) {
        self.chars |= Self::of(char).chars;
    }

    /// What either may be.
    pub fn or(self, other: Self) -> Self {
        Self { chars: self.chars | other.chars, end: self.end || other.end }
    }

    /// The character, or the end, may come next.
    #[inline]
    pub fn may(&self, char: Option<char>) -> bool {
        char.map_or(self.end, |char| self.chars >> (char as u32 % 128) & 1 == 1)
    }

    /// A character with these low seven bits may come next.
    #[inline]
    pub fn may_low(&self, bits: u8) -> bool {
        self.chars >> (bits & 127) & 1 == 1
    }
}
