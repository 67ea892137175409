//! Names that differ in how they are written alone: by the width of brackets, dashes, blanks, case or
//! script. A corpus keeps them all, so that each is found; a reader needs one.

/// The names of a list that are neither the first one's nor each other's spelling, in order; `fold` makes
/// one of the forms of a character.
pub fn distinct<'a>(
    name: &str,
    others: &'a [String],
    fold: impl Fn(&str) -> String,
) -> Vec<&'a String> {
    let key = |name: &str| fold(name).chars().filter(|c| is_letter(*c)).collect::<String>();
    let mut seen = vec![key(name)];
    let mut kept = Vec::new();
    for other in others {
        let key = key(other);
        if !seen.contains(&key) {
            seen.push(key);
            kept.push(other);
        }
    }
    kept
}

/// Whether a folded character is none of the marks, which stand before all Chinese characters.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c >= '\u{3400}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, others: &[&str], expected: &[&str]) {
        let others: Vec<String> = others.iter().map(|&other| other.into()).collect();
        let fold = |name: &str| deltascope_text::fold(name).text().to_owned();
        assert_eq!(distinct(name, &others, fold), expected, "{name}");
    }

    #[test]
    fn spellings_of_one_name_are_one() {
        check(
            "青川三年计划(2024-2026年)",
            &["青川三年计划（2024—2026年）", "青川三年計劃(2024–2026年)"],
            &[],
        );
        check("青川—白石集群", &["白石集群", "白石·集群", "青川 - 白石集群"], &["白石集群"]);
        check("电池平台Avatar", &["电池平台AVATAR", "Avatar"], &["Avatar"]);
    }

    #[test]
    fn other_names_stay() {
        check(
            "青川三年计划",
            &["青川三年计划(2024-2026年)", "三年计划"],
            &["青川三年计划(2024-2026年)", "三年计划"],
        );
        check("一号桥", &["二号桥"], &["二号桥"]);
    }
}
