//! Text whose characters are renamed, each by how many are more frequent: those of Chinese text then take
//! one or two bytes and not three, and compressors, which look for bytes, find more alike in less.
//!
//! The form: `deltascope-renamed/1`, a space, how many characters there are, and a line end; these
//! characters, the most frequent first; the text, in which each is the character of its number in that
//! list. All of it is UTF-8, so that hosts which compress text compress it. Measured on texts of 16 MB in
//! packs: by Brotli 11 it takes .94 of what the text itself takes, by Brotli 5 .89, by gzip .85.

use std::cmp::Reverse;

/// Name and version of the form.
const FORMAT: &str = "deltascope-renamed/1";
/// UTF-8 has no characters from here on, so many of them.
const GAP: (u32, u32) = (0xd800, 0x800);

/// The renamed form of a text. Equal texts give equal forms.
pub fn renamed(text: &str) -> String {
    let mut often = vec![0_u32; char::MAX as usize + 1];
    let mut known = Vec::new();
    for c in text.chars() {
        if often[c as usize] == 0 {
            known.push(c);
        }
        often[c as usize] += 1;
    }
    known.sort_unstable_by_key(|&c| (Reverse(often[c as usize]), c));
    let mut names = often;
    for (&c, number) in known.iter().zip(0..) {
        names[c as usize] = if number < GAP.0 { number } else { number + GAP.1 };
    }
    let names = text.chars().filter_map(|c| char::from_u32(names[c as usize]));
    let head = format!("{FORMAT} {}\n", known.len());
    head.chars().chain(known.iter().copied()).chain(names).collect()
}

/// The text of a renamed form; none where it is none.
pub fn restored(form: &str) -> Option<String> {
    let (count, rest) = form.strip_prefix(FORMAT)?.strip_prefix(' ')?.split_once('\n')?;
    let mut rest = rest.chars();
    let known: Vec<char> = rest.by_ref().take(count.parse().ok()?).collect();
    let number = |c: u32| if c < GAP.0 { c } else { c - GAP.1 };
    rest.map(|c| known.get(number(c.into()) as usize).copied()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_most_frequent_characters_take_one_byte() {
        let form = renamed("三市协同，三市三地");
        assert_eq!(
            form,
            "deltascope-renamed/1 6\n三市协同地，\0\u{1}\u{2}\u{3}\u{5}\0\u{1}\0\u{4}"
        );
        assert!(renamed(&"协同创新".repeat(99)).len() < 3 * 99 * 2);
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for form in ["", "三市", "deltascope-renamed/1 6", "deltascope-renamed/2 1\n三\0"] {
            assert_eq!(restored(form), None, "{form}");
        }
        assert_eq!(restored("deltascope-renamed/1 1\n三\0\u{1}"), None, "a name of nothing");
        assert_eq!(restored("deltascope-renamed/1 x\n三\0"), None);
    }

    #[test]
    fn characters_beyond_the_gap_have_names() {
        let all: String = ('\0'..='\u{1ffff}').collect();
        assert_eq!(restored(&renamed(&all)), Some(all));
    }

    proptest! {
        #[test]
        fn what_is_renamed_is_restored(text in any::<String>(), other in "[三市𠮷a,\\PC]{0,80}") {
            for text in [&text, &other, &format!("{other}{text}{other}")] {
                prop_assert_eq!(&restored(&renamed(text)).unwrap_or_default(), text);
            }
        }

        #[test]
        fn no_form_makes_it_panic(form in any::<String>(), count in any::<u16>()) {
            let named = format!("{FORMAT} {count}\n{form}");
            for form in [&form, &named] {
                if let Some(text) = restored(form) {
                    prop_assert_eq!(restored(&renamed(&text)), Some(text));
                }
            }
        }
    }
}
