//! Bits: numbers in as few bits as their like need, written and read from the lower end of each byte.
//!
//! A number is written by Rice's code: its upper part as so many ones and a zero, then its `k` lower
//! bits. [`ESCAPE`] ones stand for a number whose upper part would be longer; all its bits follow.

/// Writes bits.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    // Invariant: the bits that are not in `bytes` yet, and how many: fewer than eight.
    open: u64,
    length: u32,
}

/// Reads bits. Past their end, all are 0.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

/// So many ones start a number that is written whole.
const ESCAPE: u32 = 20;
/// The bits of such a number.
const WHOLE: u32 = 32;
/// The greatest `k`: what a look reads holds a number and four bits behind it.
pub(crate) const GREATEST_K: u32 = 31;

impl Writer {
    /// How many bits are written.
    pub fn len(&self) -> usize {
        8 * self.bytes.len() + self.length as usize
    }

    /// Writes the lower bits of a number, at most 56.
    pub fn put(&mut self, bits: u64, length: u32) {
        self.open |= bits << self.length;
        self.length += length;
        while self.length >= 8 {
            self.bytes.push(self.open as u8);
            self.open >>= 8;
            self.length -= 8;
        }
    }

    /// Writes a number.
    pub fn rice(&mut self, number: u32, k: u32) {
        let upper = number >> k;
        if upper < ESCAPE {
            let lower = u64::from(number) & ((1 << k) - 1);
            self.put((1 << upper) - 1, upper + 1);
            self.put(lower, k);
        } else {
            self.put((1 << ESCAPE) - 1, ESCAPE);
            self.put(u64::from(number), WHOLE);
        }
    }

    /// The bytes; the bits behind the last are 0.
    pub fn finish(mut self) -> Vec<u8> {
        if self.length > 0 {
            self.bytes.push(self.open as u8);
        }
        self.bytes
    }
}

impl<'b> Reader<'b> {
    /// Reads from a bit on.
    pub fn new(bytes: &'b [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The next bit's place.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many bits are left.
    pub fn left(&self) -> usize {
        (8 * self.bytes.len()).saturating_sub(self.at)
    }

    /// The next bits, at least 57 of them.
    #[inline]
    fn look(&self) -> u64 {
        let byte = self.at / 8;
        let word = match self.bytes.get(byte..).and_then(|rest| rest.first_chunk()) {
            Some(bytes) => *bytes,
            None => std::array::from_fn(|at| self.bytes.get(byte + at).copied().unwrap_or(0)),
        };
        u64::from_le_bytes(word) >> (self.at % 8)
    }

    /// Reads so many bits, at most 32.
    pub fn take(&mut self, length: u32) -> u32 {
        let bits = self.look() & ((1 << length) - 1);
        self.at += length as usize;
        bits as u32
    }

    /// Reads a number.
    pub fn rice(&mut self, k: u32) -> u32 {
        let (number, length, _) = rice(self.look(), k);
        self.at += length as usize;
        number
    }

    /// Reads a number, and what stands behind it: a 0, or a 1 with three bits.
    pub fn rice_and_more(&mut self, k: u32) -> (u32, u32) {
        let (number, length, rest) = rice(self.look(), k);
        let more = rest as u32 & 1;
        self.at += (length + 1 + 3 * more) as usize;
        (number, (rest as u32 >> 1) & (7 * more))
    }
}

/// The number that bits start with, its length, and the bits behind it.
#[inline]
fn rice(bits: u64, k: u32) -> (u32, u32, u64) {
    let upper = bits.trailing_ones();
    if upper < ESCAPE {
        let rest = bits >> (upper + 1);
        let lower = rest & ((1 << k) - 1);
        return (upper << k | lower as u32, upper + 1 + k, rest >> k);
    }
    let rest = bits >> ESCAPE;
    (rest as u32, ESCAPE + WHOLE, rest >> WHOLE)
}

/// The `k` for numbers that are so great in the middle.
pub(crate) fn k_for(mean: u64) -> u32 {
    // Best where one half of the numbers have no upper part: ln 2 is about 11/16.
    (mean * 11 / 16).max(1).ilog2().min(GREATEST_K)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_reads_back(numbers in proptest::collection::vec((0..40_u32, any::<u32>(), 0..=GREATEST_K), 0..50)) {
            let mut writer = Writer::default();
            for &(shift, number, k) in &numbers {
                writer.rice(number >> shift.min(31), k);
                writer.put(u64::from(number & 7), 3);
                writer.rice(number >> shift.min(31), k);
                writer.put(u64::from(number & 7) << 1 | 1, 4);
                writer.rice(number >> shift.min(31), k);
                writer.put(0, 1);
            }
            let length = writer.len();
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes, 0);
            for &(shift, number, k) in &numbers {
                prop_assert_eq!(reader.rice(k), number >> shift.min(31));
                prop_assert_eq!(reader.take(3), number & 7);
                prop_assert_eq!(reader.rice_and_more(k), (number >> shift.min(31), number & 7));
                prop_assert_eq!(reader.rice_and_more(k), (number >> shift.min(31), 0));
            }
            prop_assert_eq!(reader.at(), length);
        }
    }

    #[test]
    fn past_the_end_all_bits_are_0() {
        let mut reader = Reader::new(&[0xff], 0);
        assert_eq!((reader.take(4), reader.rice(2), reader.rice(2)), (15, 4 << 2, 0));
    }
}
