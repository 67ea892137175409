//! Which script a text is written in.

use deltascope_model::Script;

use crate::han;

/// The script of a text, by counting the characters that only one script writes; a tie is
/// Simplified.
pub fn script(text: &str) -> Script {
    let balance: i64 = text
        .chars()
        .map(|c| match han::letter(c).only {
            Some(Script::Hant) => 1,
            Some(Script::Hans) => -1,
            None => 0,
        })
        .sum();
    if balance > 0 { Script::Hant } else { Script::Hans }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Script) {
        assert_eq!(script(text), expected, "{text}");
    }

    #[test]
    fn the_script_is_that_of_most_characters() {
        check("", Script::Hans);
        check("上海 Shanghai 2024", Script::Hans);
        check("长三角科技创新共同体", Script::Hans);
        check("長三角科技創新共同體", Script::Hant);
        check("長三角科技創新共同體（长三角）", Script::Hant);
        check("长三角科技创新共同体，即長江三角洲", Script::Hans);
    }

    #[test]
    fn characters_of_both_scripts_decide_nothing() {
        check("皇后著名乾坤", Script::Hans);
        check("公里", Script::Hans);
        // 征 is both, 收 too: the one 稅 decides.
        check("征收公里稅", Script::Hant);
    }

    #[test]
    fn a_tie_is_simplified() {
        check("长長", Script::Hans);
    }
}
