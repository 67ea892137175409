//! One walk over a line: its pieces, what their characters are, and which words stand in them that
//! any later step asks for, so that no step walks over the page again.
//!
//! A table tells at once what a character is; nearly all are Han characters and no more than that.

use std::sync::LazyLock;

use deltascope_text::turns;

use crate::words::{List, Told, Words};
use crate::{inline, meta, rules};

/// A Han character, extension A included.
pub const HAN: u16 = 1;
/// It ends a sentence.
const END: u16 = 1 << 1;
/// A comma of either kind.
const COMMA: u16 = 1 << 2;
/// A closing quote or bracket.
const CLOSING: u16 = 1 << 3;
/// White space as pages use it.
pub const BLANK: u16 = 1 << 4;
/// White space by Unicode.
const SPACE: u16 = 1 << 5;
/// It may read otherwise as Simplified.
const TURNS: u16 = 1 << 6;
/// A colon of either width.
pub const COLON: u16 = 1 << 7;
/// A digit of either width.
pub const DIGIT: u16 = 1 << 8;
/// A comma or a sentence end right behind another.
pub const TWICE: u16 = 1 << 9;

/// Who asks for words of a block, in the order of [`WORDS`].
#[derive(Clone, Copy, Debug)]
pub enum Asker {
    /// The rules, each with a list; as all but `Inline` of the Simplified text.
    Rules,
    /// The rules that know some words to tell alone.
    Sure,
    /// `meta::host`.
    Host,
    /// `meta::repost`.
    Repost,
    /// `inline`, of the text as written.
    Inline,
}

impl Asker {
    /// How many lists each asker has.
    const COUNTS: [usize; 5] = [
        rules::COUNT,
        rules::SURE.len(),
        meta::HOST_WORDS.len(),
        meta::REPOST_WORDS.len(),
        inline::WORDS.len(),
    ];

    /// The first of the asker's lists, and how many there are.
    fn lists(self) -> (usize, usize) {
        let asker = self as usize;
        (Self::COUNTS[..asker].iter().sum(), Self::COUNTS[asker])
    }

    /// Which of the asker's lists have a word: bit 0 for the first list.
    pub fn told(self, told: Told) -> u32 {
        let (first, count) = self.lists();
        told.of(first, count)
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lists: [&[List]; 5] =
        [&rules::lists(), &rules::SURE, &meta::HOST_WORDS, &meta::REPOST_WORDS, &inline::WORDS];
    Words::with_signs(&lists.concat(), classify)
});

/// What a character is, all its signs together.
#[inline]
pub fn sign(char: char) -> u16 {
    WORDS.letter(char).sign
}

fn classify(char: char) -> u16 {
    match char {
        _ if is_han(char) => HAN | if turns(char) { TURNS } else { 0 },
        '。' | '！' | '？' | '；' | '!' | '?' | ';' | '…' => END,
        '，' | '、' | ',' => COMMA,
        ':' | '：' => COLON,
        '0'..='9' | '０'..='９' => DIGIT,
        _ if is_closing(char) => CLOSING,
        _ if char.is_whitespace() => SPACE | BLANK,
        _ if is_blank(char) => BLANK,
        _ => 0,
    }
}

/// Han characters, extension A included.
pub fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// White space as pages use it: zero-width characters and stray marks included.
pub fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
}

/// A closing quote or bracket.
pub fn is_closing(char: char) -> bool {
    matches!(char, '”' | '’' | '」' | '』' | '）' | ')' | '】' | '》' | ']' | '"')
}

/// The words of all askers that stand in a text; those that are looked for as written stand in
/// another one.
pub fn told(text: &str, written: Told) -> Told {
    let told = WORDS.told(text);
    let (first, count) = Asker::Inline.lists();
    told.with(first, count, written)
}

/// A run of a line without the white space around it, and what stands in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Piece {
    /// Where it starts, in bytes of the line.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Characters that are not white space.
    pub chars: usize,
    /// Han characters.
    pub han: usize,
    /// Sentence ends (。！？；).
    pub ends: usize,
    /// Commas right behind a word.
    pub commas: usize,
    /// What its characters are, all signs together.
    pub signs: u16,
    /// Words as written.
    pub told: Told,
}

impl Piece {
    /// It may read otherwise as Simplified.
    pub fn turns(&self) -> bool {
        self.signs & TURNS != 0
    }

    fn at(start: usize) -> Self {
        Self { start, end: start, ..Self::default() }
    }

    /// A text as one piece.
    pub fn whole(text: &str) -> Self {
        let mut piece = Self { end: text.len(), ..Self::default() };
        text.char_indices().for_each(|(at, char)| piece.take(sign(char), text, at));
        piece
    }

    /// Counts a character at a place of a text.
    fn take(&mut self, sign: u16, text: &str, at: usize) {
        self.signs |= sign;
        self.chars += usize::from(sign & SPACE == 0);
        self.han += usize::from(sign & HAN != 0);
        self.ends += usize::from(sign & END != 0);
        if sign & (COMMA | END) != 0 {
            let before = text[..at].chars().next_back().map_or(0, self::sign);
            self.commas += usize::from(sign & COMMA != 0 && before & SPACE == 0);
            self.signs |= if before & (COMMA | END) == 0 { 0 } else { TWICE };
        }
    }

    /// Counts characters that are plain.
    fn add(&mut self, plain: Plain) {
        self.signs |= plain.signs;
        self.chars += plain.chars;
        self.han += plain.han;
    }
}

/// Characters of which nothing is asked but whether they are Han characters: most are such.
#[derive(Clone, Copy, Default)]
struct Plain {
    chars: usize,
    han: usize,
    signs: u16,
}

impl Plain {
    /// What such a character is not.
    const NOT: u16 = END | COMMA | BLANK | SPACE;
}

/// A headline of two halves is no longer than this, in bytes.
const HEADLINE: usize = 120;

/// A line's pieces: between tabs, at a double ideographic space, and after a sentence end that
/// white space follows. A short line without a full stop may be a headline of two halves
/// (`游园会人多吗? 早到的不用排队`) and stays whole after `？` and `！`.
pub fn pieces(line: &str, mut found: impl FnMut(Piece)) {
    let (mut walk, mut piece) = (WORDS.walk(line), Piece::at(0));
    // Between pieces; in white space, with the piece's characters before it.
    let (mut outside, mut resting, mut chars) = (true, true, 0);
    let (mut last, mut plain) = (0, Plain::default());
    for (at, char) in line.char_indices() {
        let letter = walk.step(char, at);
        let sign = letter.sign;
        if !resting && sign & Plain::NOT == 0 {
            plain.chars += 1;
            plain.han += usize::from(sign & HAN);
            plain.signs |= sign;
            last = sign;
            continue;
        }
        if outside && sign & BLANK != 0 {
            continue;
        }
        piece.add(std::mem::take(&mut plain));
        if sign & BLANK == 0 {
            resting = false;
            if outside {
                (piece, outside, walk.told) = (Piece::at(at), false, letter.alone);
            }
        } else {
            if !resting {
                resting = true;
                (piece.end, chars) = (at, piece.chars);
            }
            let may = char == '\t' || last & (END | CLOSING | BLANK) != 0;
            if may && parts(line, at, char) {
                found(Piece { chars, told: walk.told, ..piece });
                outside = true;
            }
        }
        last = sign;
        piece.take(sign, line, at);
    }
    piece.add(plain);
    if !resting {
        (piece.end, chars) = (line.len(), piece.chars);
    }
    if !outside {
        found(Piece { chars, told: walk.told, ..piece });
    }
}

/// A blank ends the piece before it.
fn parts(line: &str, at: usize, blank: char) -> bool {
    let before = &line[..at];
    let headline = || line.len() <= HEADLINE && !line.contains('。');
    blank == '\t' || blank == '\u{3000}' && before.ends_with('\u{3000}') || {
        let core = before.trim_end_matches(|char| is_closing(char) || is_blank(char));
        core.ends_with('。') || core.ends_with(['！', '？']) && !headline()
    }
}
