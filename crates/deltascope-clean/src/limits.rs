//! How much one page may cost: what is over a limit becomes a record that says so.
//!
//! Time has no limit here, for this crate has no clock; whoever calls it may stop waiting.

/// Limits of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes, as received and after each unpacking. A news page is a thousandth of the default.
    pub bytes: usize,
    /// Most bytes of text, decoded and without markup.
    pub text: usize,
    /// Most lines, cells and paragraphs of text. Cleaning holds some hundred bytes for each, so that
    /// this bounds the memory. A news page is a thousandth of the default.
    pub lines: usize,
    /// Most wrappings around a page: gzip, MHTML, and the parts of MHTML in one another.
    pub depth: usize,
    /// Most bytes that one packed byte may give, past the first megabyte.
    pub ratio: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 16 << 20, text: 4 << 20, lines: 400_000, depth: 8, ratio: 200 }
    }
}

impl Limits {
    /// Most bytes that so many packed bytes may give by the ratio alone: a short page that repeats
    /// itself packs well and does no harm.
    pub fn unpacked(&self, packed: u64) -> u64 {
        packed.saturating_mul(self.ratio as u64).max(1 << 20)
    }
}
