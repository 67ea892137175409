//! Bits: numbers in as few bits as their like need, written and read from the lower end of each byte.
//!
//! A number is written by Rice's code: its upper part as so many ones and a zero, then its `k` lower
//! bits. [`ESCAPE`] ones stand for a number whose upper part would be longer; all its bits follow.

/// Writes bits.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    // Invariant: the bits that are not in `bytes` yet, and how many: fewer than 64.
    open: u64,
    length: u32,
}

/// Reads bits. Past their end, all are 0.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    /// The byte behind those that are in `open`.
    next: usize,
    // Invariant: the next bits, the first lowest, and how many: those above are 0. As they need not be
    // looked up for each number, one does not wait for the one before.
    open: u64,
    length: u32,
}

/// So many ones start a number that is written whole.
const ESCAPE: u32 = 20;
/// The bits of such a number.
const WHOLE: u32 = 32;
/// The greatest `k`.
pub(crate) const GREATEST_K: u32 = 31;

impl Writer {
    /// Writes so many bits, at most 63; those above are 0.
    #[inline]
    pub fn put(&mut self, bits: u64, length: u32) {
        self.open |= bits << self.length;
        self.length += length;
        if self.length >= 64 {
            self.bytes.extend_from_slice(&self.open.to_le_bytes());
            self.length -= 64;
            // None of the bits where all of them went.
            self.open = (bits >> 1) >> (length - self.length - 1);
        }
    }

    /// Writes a number, and bits behind it, at most four.
    #[inline]
    pub fn rice(&mut self, number: u32, k: u32, more: u64, length: u32) {
        let upper = number >> k;
        if upper < ESCAPE {
            let lower = u64::from(number) & ((1 << k) - 1);
            let bits = ((1 << upper) - 1) | (lower | more << k) << (upper + 1);
            self.put(bits, upper + 1 + k + length);
        } else {
            let number = u64::from(number) | more << WHOLE;
            self.put(((1 << ESCAPE) - 1) | number << ESCAPE, ESCAPE + WHOLE + length);
        }
    }

    /// The bytes; the bits behind the last are 0.
    pub fn finish(mut self) -> Vec<u8> {
        let left = self.length.div_ceil(8) as usize;
        self.bytes.extend_from_slice(&self.open.to_le_bytes()[..left]);
        self.bytes
    }
}

impl<'b> Reader<'b> {
    /// Reads from a bit on.
    pub fn new(bytes: &'b [u8], at: usize) -> Self {
        let mut reader = Self { bytes, next: at / 8, open: 0, length: 0 };
        reader.fill();
        reader.pass((at % 8) as u32);
        reader
    }

    /// The next bit's place.
    fn at(&self) -> usize {
        8 * self.next - self.length as usize
    }

    /// True where more was read than there is.
    pub fn is_past(&self) -> bool {
        self.at() > 8 * self.bytes.len()
    }

    /// How many bits are left.
    pub fn left(&self) -> usize {
        (8 * self.bytes.len()).saturating_sub(self.at())
    }

    /// Has 56 bits open or more: as many as a number and what stands behind it may have.
    #[inline]
    fn fill(&mut self) {
        let word = match self.bytes.get(self.next..).and_then(|rest| rest.first_chunk()) {
            Some(bytes) => *bytes,
            None => std::array::from_fn(|at| self.bytes.get(self.next + at).copied().unwrap_or(0)),
        };
        // Whole bytes, so many as there is room for.
        let bytes = (63 - self.length) / 8;
        self.open |= u64::from_le_bytes(word) << self.length;
        self.next += bytes as usize;
        self.length += 8 * bytes;
        self.open &= u64::MAX >> (64 - self.length);
    }

    /// Leaves open bits behind, fewer than 64.
    #[inline]
    fn pass(&mut self, length: u32) {
        self.open >>= length;
        self.length -= length;
    }

    /// Reads so many bits, at most 32.
    #[inline]
    pub fn take(&mut self, length: u32) -> u32 {
        if self.length < length {
            self.fill();
        }
        let bits = self.open & ((1 << length) - 1);
        self.pass(length);
        bits as u32
    }

    /// The number that comes next, its length, and the bits behind it, of which so many are open.
    #[inline]
    fn look(&mut self, k: u32, behind: u32) -> (u32, u32, u64) {
        let found = rice(self.open, k);
        if found.1 + behind <= self.length {
            return found;
        }
        self.fill();
        rice(self.open, k)
    }

    /// Reads a number.
    #[inline]
    pub fn rice(&mut self, k: u32) -> u32 {
        let (number, length, _) = self.look(k, 0);
        self.pass(length);
        number
    }

    /// Reads a number, and what stands behind it: a 0, or a 1 with three bits.
    #[inline]
    pub fn rice_and_more(&mut self, k: u32) -> (u32, u32) {
        let (number, length, rest) = self.look(k, 4);
        let more = rest as u32 & 1;
        self.pass(length + 1 + 3 * more);
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
                let three = u64::from(number & 7);
                writer.rice(number >> shift.min(31), k, 0, 0);
                writer.put(three, 3);
                writer.rice(number >> shift.min(31), k, three << 1 | 1, 4);
                writer.rice(number >> shift.min(31), k, 0, 1);
                writer.put(u64::MAX >> 1 >> (number % 63), 63 - number % 63);
            }
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes, 0);
            for &(shift, number, k) in &numbers {
                prop_assert_eq!(reader.rice(k), number >> shift.min(31));
                prop_assert_eq!(reader.take(3), number & 7);
                prop_assert_eq!(reader.rice_and_more(k), (number >> shift.min(31), number & 7));
                prop_assert_eq!(reader.rice_and_more(k), (number >> shift.min(31), 0));
                for _ in 0..63 - number % 63 {
                    prop_assert_eq!(reader.take(1), 1);
                }
            }
            prop_assert!(!reader.is_past() && reader.left() < 8);
        }
    }

    #[test]
    fn past_the_end_all_bits_are_0() {
        let mut reader = Reader::new(&[0xff], 0);
        assert_eq!((reader.take(4), reader.rice(2), reader.rice(2)), (15, 4 << 2, 0));
    }
}
