//! Pairs of neighbouring characters, which stand for words where one text is compared with another.
//! Those of the story's run are sorted once, for all who ask which of its blocks say what.

use std::ops::Range;

use crate::block::Block;
use crate::rules::Verdict;
use crate::scan::{BLANK, HAN, sign};

/// Two neighbours with a Han character among them, in 42 bits.
pub type Pair = u64;

/// Bits of a character.
const CHAR: u32 = 21;
/// Bits of a block's number, where it stands behind a pair. A run of more blocks, which no limit
/// lets in, has its last ones counted as one.
const BLOCK: u32 = 22;

/// Two characters as a number.
pub fn pair(first: char, second: char) -> Pair {
    u64::from(first) << CHAR | u64::from(second)
}

/// A pair and the number of a block that says it, in the order of the pairs.
pub fn said(pair: Pair, nth: usize) -> u64 {
    pair << BLOCK | (nth as u64).min((1 << BLOCK) - 1)
}

/// The pair and the block of [`said`].
pub fn told(said: u64) -> (Pair, usize) {
    (said >> BLOCK, (said & ((1 << BLOCK) - 1)) as usize)
}

/// The pairs of a text, white space aside.
fn each(text: &str, mut found: impl FnMut(Pair)) {
    let mut last = None::<(char, bool)>;
    for char in text.chars() {
        let sign = sign(char);
        let han = sign & HAN != 0;
        if sign & BLANK != 0 {
            continue;
        }
        if let Some((before, is_one)) = last
            && (han || is_one)
        {
            found(pair(before, char));
        }
        last = Some((char, han));
    }
}

/// The pairs of texts, sorted, each once.
pub fn pairs<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    texts.for_each(|text| each(text, |pair| pairs.push(pair)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The pairs of a run's blocks that no rule knows.
pub struct Said {
    run: Range<usize>,
    /// Of each block of the run whether it is one of those.
    read: Vec<bool>,
    /// As [`said`] has them, the blocks counted from the run's first; sorted, each once.
    pairs: Vec<u64>,
}

impl Said {
    /// Reads the blocks of a run.
    pub fn new(blocks: &[Block], verdicts: &[Option<Verdict>], run: Range<usize>) -> Self {
        let read: Vec<bool> = run.clone().map(|at| verdicts[at].is_none()).collect();
        let most = run.clone().map(|at| blocks[at].chars).sum();
        let mut pairs = Vec::with_capacity(most);
        for (nth, at) in run.clone().enumerate().filter(|(nth, _)| read[*nth]) {
            each(&blocks[at].text, |pair| pairs.push(said(pair, nth)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self { run, read, pairs }
    }

    /// The run.
    pub fn run(&self) -> Range<usize> {
        self.run.clone()
    }

    /// Of each block of the run how many pairs it says, and how many of them another one says too.
    pub fn shared(&self) -> Vec<(usize, usize)> {
        let mut counts = vec![(0, 0); self.run.len()];
        for alike in self.pairs.chunk_by(|one, other| told(*one).0 == told(*other).0) {
            for one in alike {
                let count = &mut counts[told(*one).1];
                count.0 += 1;
                count.1 += usize::from(alike.len() > 1);
            }
        }
        counts
    }

    /// The pairs that these blocks of the page say, sorted, each once.
    pub fn by(&self, blocks: &[Block], asked: &[usize]) -> Vec<Pair> {
        let mut own = vec![false; self.run.len()];
        let mut others = Vec::new();
        for at in asked {
            match at.checked_sub(self.run.start).filter(|nth| self.read.get(*nth) == Some(&true)) {
                Some(nth) => own[nth] = true,
                None => others.push(&*blocks[*at].text),
            }
        }
        let own = self.pairs.iter().map(|one| told(*one)).filter(|(_, nth)| own[*nth]);
        let mut all: Vec<Pair> = own.map(|(pair, _)| pair).collect();
        if !others.is_empty() {
            all.extend(pairs(others.into_iter()));
            all.sort_unstable();
        }
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    #[test]
    fn each_block_is_told_apart() {
        let blocks = blocks("仪器A\n仪 器\n共用仪器");
        let said = Said::new(&blocks, &[None; 3], 0..3);
        assert_eq!(said.shared(), [(2, 1), (1, 1), (3, 1)]);
        assert_eq!(said.by(&blocks, &[0, 1]), pairs(["仪器A"].into_iter()));
        // Blocks outside the run, and those that a rule knows.
        let said = Said::new(&blocks, &[None, known(), None], 1..3);
        assert_eq!(said.shared(), [(0, 0), (3, 0)]);
        assert_eq!(said.by(&blocks, &[0, 1, 2]), pairs(["仪器A", "共用仪器"].into_iter()));
    }

    fn known() -> Option<Verdict> {
        crate::rules::verdicts(&blocks("分享到"))[0]
    }
}
