//! Makes the tables of `deltascope-text` from OpenCC's dictionaries, or tells that they differ.
//!
//! 1. characters: the pairs of `TSCharacters`, ordered by the Simplified one, which compresses
//!    best; first those whose Simplified character no Traditional text writes, then the others
//! 2. phrases: those of `TSPhrases` that read otherwise than character by character, and those
//!    that keep such a phrase from being found inside them
//!
//! `cargo run` compares; with `DELTASCOPE_REWRITE=1` in the environment it writes. Nothing is
//! edited by hand in the files it makes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use opencc_fmmseg::{DictMaxLen, DictionaryMaxlength};

/// Pairs on a line of the characters' file, so that a change shows as a line.
const PAIRS_A_LINE: usize = 40;

/// Traditional → Simplified.
type Characters = BTreeMap<char, char>;
/// Traditional → Simplified.
type Phrases = BTreeMap<String, String>;

fn main() -> Result<()> {
    let dictionaries = DictionaryMaxlength::new().context("the crate's own dictionaries")?;
    let characters = characters(&dictionaries.ts_characters);
    let phrases = phrases(&dictionaries.ts_phrases);
    let traditional = written_in_traditional(&dictionaries);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    settle(&data.join("characters.txt"), &characters_file(&characters, &traditional))?;
    settle(&data.join("phrases.txt"), &phrases_file(&phrases, &characters))
}

/// Writes the file where the environment asks for it, and otherwise demands that it is the same.
#[expect(clippy::disallowed_methods, reason = "a maker of files is an edge")]
fn settle(path: &Path, made: &str) -> Result<()> {
    if env::var_os("DELTASCOPE_REWRITE").is_some() {
        return fs::write(path, made).with_context(|| format!("writing {}", path.display()));
    }
    let kept = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    if kept != made {
        bail!("{} differs; look at it and run again with DELTASCOPE_REWRITE=1", path.display());
    }
    Ok(())
}

/// True for a character of the Basic Multilingual Plane. The rarer planes are left out: few
/// systems have fonts for the Simplified characters there, and they would double the table.
fn basic(c: char) -> bool {
    c <= '\u{ffff}'
}

fn characters(dictionary: &DictMaxLen) -> Characters {
    dictionary
        .iter()
        .filter_map(|(from, to)| {
            let (&[from], Ok(to)) = (from, to.parse::<char>()) else { return None };
            (from != to && basic(from) && basic(to)).then_some((from, to))
        })
        .collect()
}

fn phrases(dictionary: &DictMaxLen) -> Phrases {
    dictionary
        .iter()
        .map(|(from, to)| (from.iter().collect::<String>(), to.to_owned()))
        .filter(|(from, to)| from.chars().count() == to.chars().count())
        .filter(|(from, to)| from.chars().chain(to.chars()).all(basic))
        .collect()
}

/// The characters of Traditional writing, as the other direction's dictionaries know them.
fn written_in_traditional(dictionaries: &DictionaryMaxlength) -> BTreeSet<char> {
    let both = [&dictionaries.st_characters, &dictionaries.st_phrases];
    both.into_iter().flat_map(DictMaxLen::iter).flat_map(|(_, to)| to.chars()).collect()
}

/// `長` under `长` as `长長`: forty pairs a line, a bar between the two kinds.
fn characters_file(characters: &Characters, traditional: &BTreeSet<char>) -> String {
    let mut pairs: Vec<(char, char)> = characters.iter().map(|(&from, &to)| (to, from)).collect();
    pairs.sort_unstable();
    let (shared, own): (Vec<_>, Vec<_>) =
        pairs.into_iter().partition(|(to, _)| traditional.contains(to));
    format!("{}|\n{}", lines(&own), lines(&shared))
}

fn lines(pairs: &[(char, char)]) -> String {
    let line = |pairs: &[(char, char)]| {
        pairs.iter().flat_map(|&(to, from)| [to, from]).chain(['\n']).collect::<String>()
    };
    pairs.chunks(PAIRS_A_LINE).map(line).collect()
}

/// `乾隆 乾隆`, a phrase a line, sorted.
fn phrases_file(phrases: &Phrases, characters: &Characters) -> String {
    let by_character =
        |text: &str| text.chars().map(|c| *characters.get(&c).unwrap_or(&c)).collect::<String>();
    let (exceptions, regular): (Vec<_>, Vec<_>) =
        phrases.iter().partition(|(from, to)| by_character(from) != **to);
    let starts = |rest: &str| {
        exceptions.iter().any(|(from, _)| rest.starts_with(*from) || from.starts_with(rest))
    };
    let guards = regular
        .into_iter()
        .filter(|(from, _)| from.char_indices().any(|(at, _)| starts(&from[at..])));
    let mut kept: Vec<_> = exceptions.iter().copied().chain(guards).collect();
    kept.sort_unstable();
    kept.into_iter().flat_map(|(from, to)| [from, " ", to, "\n"]).collect()
}
