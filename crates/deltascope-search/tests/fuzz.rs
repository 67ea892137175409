//! The fuzz targets of `fuzz/` for search, over texts and bytes made by chance: the same ones each time.
//!
//! `DELTASCOPE_FUZZ=100000 cargo test -p deltascope-search --test fuzz` makes more of them.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../../fuzz/src/search.rs"]
#[allow(clippy::unwrap_used, reason = "what does not hold is to stop the run")]
mod targets;

/// What queries, names and numbers are made of, so that chance meets what the readers look for.
const PIECES: [&str; 40] = [
    "河湾",
    "河灣",
    "实验馆",
    "實驗館",
    "计划",
    "計畫",
    "畫",
    "投入",
    "1.8亿",
    "18000万",
    "１８０",
    ",000",
    "，",
    "元",
    "G60",
    "Ｇ６０",
    "hwsyg",
    "bend hall",
    "\"",
    "“",
    "”",
    "-",
    " OR ",
    "|",
    "title:",
    "place:",
    "kind:law",
    "类型：",
    "before:",
    "after:2024-06",
    "-13",
    "202",
    ":",
    " ",
    "\u{3000}",
    "\n",
    "🙂",
    "𠮷",
    "\u{0}",
    "\u{ffff}",
];

/// Numbers that look like chance (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below a bound.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 16) as usize % bound
    }

    /// A text of pieces, and now and then of any character.
    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(12) {
            match self.below(8) {
                0 => text.extend(char::from_u32(self.below(0x11_0000) as u32)),
                _ => text.push_str(PIECES[self.below(PIECES.len())]),
            }
        }
        text
    }

    /// Any bytes, few or the bytes of a text.
    fn bytes(&mut self) -> Vec<u8> {
        if self.below(4) == 0 {
            return self.text().into_bytes();
        }
        (0..self.below(24)).map(|_| self.next() as u8).collect()
    }
}

/// Gives a target so many inputs, as `DELTASCOPE_FUZZ` says or as is usual.
fn each<T>(seed: u64, usual: usize, made: fn(&mut Chance) -> T, target: impl Fn(&T)) {
    let mut chance = Chance(seed);
    let count = std::env::var_os("DELTASCOPE_FUZZ");
    for _ in 0..count.and_then(|count| count.to_str()?.parse().ok()).unwrap_or(usual) {
        target(&made(&mut chance));
    }
}

#[test]
fn any_text_is_a_query() {
    each(1, 2000, Chance::text, |text| targets::ask(text));
}

#[test]
fn any_text_folds() {
    each(2, 2000, Chance::text, |text| targets::fold_and_check(text));
}

#[test]
fn no_bytes_are_a_wrong_index() {
    each(3, 2000, Chance::bytes, |bytes| targets::read_index(bytes));
}

#[test]
fn no_bytes_are_a_wrong_file() {
    each(4, 100, Chance::bytes, |bytes| targets::read_files(bytes));
}
