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

impl Part {
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
        let has = |byte: u8| parts.iter().any(|part| part.has(char::from(byte)));
        let in_either = |byte: u8| has(byte.to_ascii_lowercase()) || has(byte.to_ascii_uppercase());
        let is_in = |byte: &u8| (has(*byte) || either && in_either(*byte)) != negated;
        let ascii = (0..128).filter(is_in).map(|byte| 1 << byte).sum();
        let parts = parts.into_iter().filter(|part| !matches!(part, Part::Range(_, '\0'..='\x7f')));
        Self { negated, ascii, parts: parts.collect() }
    }

    /// The character is in the set.
    pub fn has(&self, char: char) -> bool {
        if char.is_ascii() {
            return self.ascii >> (char as u32) & 1 == 1;
        }
        self.parts.iter().any(|part| part.has(char)) != self.negated
    }

    /// What its characters may begin with.
    pub fn first(&self) -> First {
        let ascii = (0..128_u8).filter(|byte| self.ascii >> byte & 1 == 1).map(char::from);
        let mut first = First::default();
        ascii.for_each(|char| first.add(char));
        for part in &self.parts {
            match part {
                _ if self.negated => return First::ANY,
                Part::Range(from, to) if *to as u32 - (*from as u32) < 64 => {
                    (*from..=*to).for_each(|char| first.add(char));
                }
                Part::Space => ('\u{80}'..='\u{3000}')
                    .filter(|char| char.is_whitespace())
                    .for_each(|char| first.add(char)),
                Part::Digit => ('０'..='９').for_each(|char| first.add(char)),
                Part::Range(..) | Part::NoSpace | Part::Word | Part::Han => return First::ANY,
            }
        }
        if self.negated { First::ANY } else { first }
    }
}

/// Which characters may come first, by the low bits of their codes: most others are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct First([u64; 4]);

impl First {
    /// All characters, and none.
    pub const ANY: Self = Self([u64::MAX; 4]);

    /// With one more character.
    pub fn add(&mut self, char: char) {
        self.0[char as usize >> 6 & 3] |= 1 << (char as u32 & 63);
    }

    /// With those of another.
    pub fn join(&mut self, other: Self) {
        for (bits, more) in self.0.iter_mut().zip(other.0) {
            *bits |= more;
        }
    }

    /// The character, or the end of the text, may come first.
    pub fn may(&self, char: Option<char>) -> bool {
        match char {
            Some(char) => self.0[char as usize >> 6 & 3] >> (char as u32 & 63) & 1 == 1,
            None => *self == Self::ANY,
        }
    }
}
