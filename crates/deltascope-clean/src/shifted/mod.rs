//! GBK text read from the middle of a character: behind a lost or an added byte, every pair of bytes
//! is read one byte late until the next ASCII character or the end of the line:
//! `。”?こ淌Υ鞫∷担?` → `。”?程师戴丁说?`.
//!
//! 1. the text is cut into runs of characters that are two GBK bytes, both beyond ASCII
//! 2. of a run, the stretch is taken that gains most by being read late; characters at its edges
//!    that might be honest are left out
//! 3. the gain is the logarithm of how much likelier the late reading is than what stands there.
//!    Where it is certain that no luck gives it, the stretch is repaired; where it is
//!    only likely, it is told of
//!
//! What is certain: the late reading is e^25 times as likely as the run as it stands, reads like everyday
//! text throughout, and gives the same bytes again. The characters whose other byte is lost stand at
//! the ends; they stay unknown, as the page's own `?` or as `�`, but for a closing quote after a full
//! stop whose opening one stands in the line. The page's text stays as it is.

mod likelihood;

use deltascope_model::TextRange;

use likelihood::{Known, Pair, Placed, TABLE};

/// A shorter stretch proves nothing, in characters read late.
const LEAST: usize = 4;
/// The gain from which a stretch is likely, and that from which it is certain, in tenths of a
/// natural logarithm.
const LIKELY: i32 = 120;
const CERTAIN: i32 = 250;
/// What a character at the edge must gain to be taken as read late.
const EDGE: i32 = 70;
/// What a second lost byte, which ends a stretch before its run, must gain.
const AGAIN: i32 = 60;
/// How far back a quote may have been opened, in characters.
const SAID: usize = 400;
/// Honest text costs no more than this a character; read late, it costs a third more.
const HONEST: i32 = 88;

/// A run of a text that was read one byte late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shifted {
    /// The characters, as they stand.
    pub range: TextRange,
    /// What they say.
    pub text: String,
    /// There is no doubt about it.
    pub certain: bool,
}

/// A character of a run.
struct Late {
    at: usize,
    pair: Pair,
    cost: u8,
    kana: bool,
}

/// The runs of a text that were read one byte late, in order.
pub fn shifted(text: &str) -> Vec<Shifted> {
    let mut found = Vec::new();
    let table = &*TABLE;
    // Where the open run starts, its last character and what that costs; what its best stretch gains
    // so far.
    let (mut start, mut last, mut cost) = (0, Placed::default(), 0);
    let (mut sum, mut best) = (0, 0);
    for (at, char) in text.char_indices() {
        // Nothing of ASCII has a place.
        let this = if char.is_ascii() { Placed::default() } else { table.placed(char) };
        if !this.is_some() {
            // Nearly no run gains enough to be looked at.
            if best >= LIKELY {
                found.extend(stretch(text, start, at));
            }
            (last, best) = (this, 0);
            continue;
        }
        if last.is_some() {
            // Honest text seldom has a pair there.
            sum = sum.max(0) + gain(cost, table.cost(last.late(this)));
            best = best.max(sum);
        } else {
            (start, sum) = (at, 0);
        }
        (last, cost) = (this, table.cost(this));
    }
    if best >= LIKELY {
        found.extend(stretch(text, start, text.len()));
    }
    found
}

/// What reading a pair late gains over the character that it begins in; no pair costs nothing.
fn gain(cost: u8, late: u8) -> i32 {
    if late == 0 { -CERTAIN } else { i32::from(cost) - i32::from(late) }
}

/// The stretch of the run from `start` to `end` that was read late.
fn stretch(text: &str, start: usize, end: usize) -> Option<Shifted> {
    let table = &*TABLE;
    let late = |(at, char)| {
        let placed = Some(table.placed(char)).filter(|placed| placed.is_some())?;
        let kana = matches!(char, '\u{3041}'..='\u{30ff}');
        Some(Late { at: start + at, pair: placed.pair(), cost: table.cost(placed), kana })
    };
    let run: Vec<Late> = text[start..end].char_indices().filter_map(late).collect();
    if run.len() <= LEAST {
        return None;
    }
    // What each pair read late is, and what it gains over the character that it begins in.
    let late: Vec<Option<Known>> =
        run.windows(2).map(|two| table.read([two[0].pair[1], two[1].pair[0]])).collect();
    let gains: Vec<i32> = run
        .iter()
        .zip(&late)
        .map(|(char, late)| gain(char.cost, late.map_or(0, |late| late.cost)))
        .collect();
    let before = text[..run[0].at].chars().next_back();
    let marked = is_marker(before);
    let (from, to) = edges(&gains, marked)?;
    let gain: i32 = gains[from..to].iter().sum();
    let length = to - from;
    let cost: i32 = late[from..to].iter().flatten().map(|known| i32::from(known.cost)).sum();
    let kana = run[from..=to].iter().filter(|char| char.kana).count();
    let reads_well = late[from..to].iter().all(Option::is_some)
        && cost <= HONEST * length as i32
        && kana * 3 <= length;
    if length < LEAST || gain < LIKELY || !reads_well {
        return None;
    }
    let reaches_end = to == gains.len();
    let mut range = run[from].at..if reaches_end { end } else { run[to + 1].at };
    let mut said = String::new();
    // The character before has lost a byte. Where the page shows that, it goes on showing it.
    if !(from == 0 && marked) {
        said.push('\u{fffd}');
    } else if closes_quote(text, run[0].at, run[0].pair[0]) {
        range.start -= 1;
        said.push('”');
    }
    said.extend(late[from..to].iter().flatten().map(|known| known.char));
    let after = text[range.end..].chars().next();
    if let Some((whole, letter)) = after.filter(|_| reaches_end).and_then(swallowed) {
        if let Some(known) = table.read([run[to].pair[1], whole]) {
            said.push(known.char);
            said.push(letter);
            range.end += after.map_or(0, char::len_utf8);
        }
    } else if !(reaches_end && is_marker(after)) {
        said.push('\u{fffd}');
    }
    Some(Shifted {
        range: TextRange::of(range.start, range.end),
        text: said,
        certain: gain >= CERTAIN && length > LEAST,
    })
}

/// The pairs to be read late: the best stretch, without characters at its edges that may be honest.
fn edges(gains: &[i32], marked: bool) -> Option<(usize, usize)> {
    let (mut best, mut from, mut to) = (0, 0, 0);
    let (mut sum, mut start) = (0, 0);
    for (at, gain) in gains.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, at);
        }
        sum += gain;
        if sum > best {
            (best, from, to) = (sum, start, at + 1);
        }
    }
    if best == 0 {
        return None;
    }
    let sum = |from: usize, to: usize| gains[from..to].iter().sum::<i32>();
    // A mark says where it begins, the end of a run where it ends.
    if marked && sum(0, from) >= -AGAIN {
        from = 0;
    } else {
        let mut lead = 0;
        let sure = gains[from..to].iter().position(|gain| {
            lead += gain;
            lead > EDGE
        });
        from += sure?;
    }
    if sum(to, gains.len()) >= -AGAIN {
        to = gains.len();
    } else {
        let mut tail = 0;
        let sure = gains[from..to].iter().rev().position(|gain| {
            tail += gain;
            tail > EDGE
        });
        to -= sure?;
    }
    (from < to).then_some((from, to))
}

/// What stands where a byte was lost.
fn is_marker(char: Option<char>) -> bool {
    matches!(char, Some('?' | '\u{fffd}'))
}

/// The `?` before `at` is the closing quote with this second byte: it follows the end of a clause
/// that was opened in its line.
fn closes_quote(text: &str, at: usize, second: u8) -> bool {
    let Some(said) = text[..at].strip_suffix('?') else { return false };
    let mut back = said.chars().rev().take(SAID);
    let quote = back.find(|char| matches!(char, '“' | '”' | '\n' | '\r'));
    second == 0xb1 && quote == Some('“') && said.ends_with(['。', '，', '！', '？', '…', ','])
}

/// The second byte of the last character, and the ASCII letter that was read with it: `礕` → B5, `G`.
fn swallowed(char: char) -> Option<(u8, char)> {
    let mut text = [0; 4];
    let (bytes, _, unmapped) = encoding_rs::GB18030.encode(char.encode_utf8(&mut text));
    match *bytes {
        [whole @ 0xa1..=0xfe, letter] if !unmapped && letter.is_ascii_alphanumeric() => {
            Some((whole, char::from(letter)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
