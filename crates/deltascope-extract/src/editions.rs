//! The editions of a meeting that comes again: `2023年度甲座谈会`, `第二届乙论坛`.
//!
//! - the meeting without its edition is the one edition that the paragraph names
//! - `上一届论坛` is the edition before the one named
//!
//! This module knows names only; whose they are is `names`' to say.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use crate::names::Mention;
use crate::numerals::small;
use crate::spots::{List, Text};
use crate::words::Words;

/// Words for the edition before.
const BEFORE: [&str; 2] = ["上一届", "上届"];

/// They, by their first characters.
pub(crate) static BEFORE_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(BEFORE));

/// So many editions are looked at, so that work grows with the text.
const MOST: usize = 16;

/// The names of a paragraph that are of an edition.
pub(crate) fn editions(found: &[Mention]) -> Vec<Mention> {
    let meetings = found.iter().filter(|name| name.kind == InitiativeKind::Event);
    meetings.filter(|name| plain(&name.name).is_some()).take(MOST).cloned().collect()
}

/// The one edition in the list of which a meeting's plain name is said: 甲座谈会 of 2023年度甲座谈会.
pub(crate) fn edition_of<'a>(name: &Mention, found: &'a [Mention]) -> Option<&'a Mention> {
    let editions = || {
        found.iter().filter(|other| plain(&other.name).is_some_and(|(_, plain)| plain == name.name))
    };
    let first = editions().next().filter(|_| name.kind == InitiativeKind::Event)?;
    editions().all(|other| other.key == first.key).then_some(first)
}

/// Where the edition before is spoken of, and its name: `上一届论坛` beside 第三届甲论坛 is 第二届甲论坛.
pub(crate) fn edition_before(text: Text<'_>, named: &[Mention]) -> Option<(TextRange, String)> {
    text.words(List::Editions, &BEFORE_WORDS).next()?;
    let (at, word) = BEFORE.iter().find_map(|word| Some((text.find(word)?, *word)))?;
    let rest = &text[at + word.len()..];
    named.iter().rev().find_map(|name| {
        let (number, plain) = plain(&name.name)?;
        let before = numbered(number?.checked_sub(1)?)?;
        let ends = plain.char_indices().skip(1).map(|(at, _)| &plain[at..]);
        let end = ends.chain([plain]).filter(|end| end.chars().count() > 1);
        let end = end.filter(|end| rest.starts_with(end)).max_by_key(|end| end.len())?;
        let range = TextRange::of(at, at + word.len() + end.len());
        Some((range, format!("{before}{plain}")))
    })
}

/// 甲论坛 of 第二届甲论坛.
pub(crate) fn without_edition(name: &str) -> Option<&str> {
    plain(name).map(|(_, plain)| plain)
}

/// A name without its edition, and the number of that where it has one.
fn plain(name: &str) -> Option<(Option<u32>, &str)> {
    if let Some(rest) = name.strip_prefix('第') {
        let number = small(rest)?;
        return Some((Some(number.value), rest[number.len..].strip_prefix('届')?));
    }
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let year = name.len() - rest.len() == 4;
    let rest = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年')).unwrap_or(rest);
    year.then_some((None, rest))
}

/// `首届`, `第二届`
fn numbered(edition: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];
    match edition {
        0 => None,
        1 => Some("首届".to_owned()),
        _ => DIGITS.get(edition as usize - 2).map(|digit| format!("第{digit}届")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Key;
    use crate::spots::Spots;

    fn meeting(name: &str) -> Mention {
        Mention {
            range: TextRange::new(0, 0),
            key: Key::Named(name.into()),
            name: name.into(),
            kind: InitiativeKind::Event,
            title: false,
            anchored: true,
            told: false,
        }
    }

    #[test]
    fn a_plain_name_is_of_the_one_edition() {
        let named = [meeting("2023年度白石茶农座谈会")];
        let found = edition_of(&meeting("白石茶农座谈会"), &named);
        assert_eq!(found, Some(&named[0]));
        assert_eq!(edition_of(&meeting("茶农座谈会"), &named), None);
        let two = [meeting("2023年度白石茶农座谈会"), meeting("2024年度白石茶农座谈会")];
        assert_eq!(edition_of(&meeting("白石茶农座谈会"), &two), None);
    }

    #[test]
    fn the_edition_before() {
        for (name, text, expected) in [
            ("第二届白石茶产业论坛", "上一届论坛在南屏举行", Some("首届白石茶产业论坛")),
            ("第五届白石茶产业论坛", "上届茶产业论坛", Some("第四届白石茶产业论坛")),
            ("2025白石茶产业论坛", "上一届论坛", None),
            ("首届白石茶产业论坛", "上一届论坛", None),
            ("第二届白石茶产业论坛", "上一届委员", None),
        ] {
            let found = edition_before(Spots::of(text).text(text), &[meeting(name)]);
            assert_eq!(found.map(|(_, name)| name).as_deref(), expected, "{text}");
        }
    }
}
