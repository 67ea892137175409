//! `Places`: where articles hold what lists are of, at hand.
//!
//! A number is a unit of 16 bits, or [`WIDE`] with two more. An article that holds it once has its place;
//! any other how many places, and these. In a file they are gaps, as bits.

use std::ops::Range;

use super::bits::Reader;
use super::block::Spot;

/// Before a number that 16 bits do not hold, or that this is.
const WIDE: u16 = u16::MAX;

/// The places of some articles, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places(Vec<u16>);

impl Places {
    /// Where the next will start.
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    /// Gives memory back that is not needed.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    /// Adds the places of one article.
    pub fn push(&mut self, run: &[Spot]) {
        if run.len() > 1 {
            self.put(run.len() as u32);
        }
        for &spot in run {
            self.put(spot as u32);
        }
    }

    fn put(&mut self, number: u32) {
        match u16::try_from(number) {
            Ok(number) if number < WIDE => self.0.push(number),
            _ => self.0.extend([WIDE, number as u16, (number >> 16) as u16]),
        }
    }

    /// A part of them.
    pub fn part(&self, range: Range<u32>) -> At<'_> {
        At { rest: &self.0[range.start as usize..range.end as usize] }
    }

    /// Reads the places that a file has of an article ([`super::write`]); none where it cannot be read.
    pub fn read(&mut self, k: u32, step: u32, bits: &mut Reader) -> Option<()> {
        let count = match step {
            0 => 1,
            3 => bits.rice(2).checked_add(8)?,
            step => (1 << step) + bits.take(step),
        };
        if bits.left() < count as usize {
            return None;
        }
        if step > 0 {
            self.put(count);
        }
        let (mut next, mut own) = (0_u32, k);
        for _ in 0..count {
            let place = next.checked_add(bits.rice(own))?;
            self.put(place);
            next = place.checked_add(1)?;
            own = k.saturating_sub(step);
        }
        // Past their end, all bits are 0.
        (!bits.is_past()).then_some(())
    }
}

/// A place among the places.
#[derive(Clone, Copy)]
pub(crate) struct At<'p> {
    rest: &'p [u16],
}

impl At<'_> {
    /// No fewer than the numbers that are left.
    pub fn len(self) -> usize {
        self.rest.len()
    }

    /// The next number.
    #[inline]
    pub fn next(&mut self) -> u32 {
        let (&number, rest) = self.rest.split_first().unwrap_or((&0, &[]));
        self.rest = rest;
        if number < WIDE { number.into() } else { self.wide() }
    }

    #[cold]
    fn wide(&mut self) -> u32 {
        let (&[lower, upper], rest) = self.rest.split_first_chunk().unwrap_or((&[0; 2], &[]));
        self.rest = rest;
        u32::from(upper) << 16 | u32::from(lower)
    }
}
