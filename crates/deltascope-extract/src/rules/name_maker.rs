//! Whose a plan is that is named by its five years alone: `安徽省3月出台“十四五”种业规划` → `安徽省“十四五”种业规划`.
//!
//! Each place has a plan of such a name, so it is none without the place: that which stands right before it, or
//! the last of its clause that does not say where something happens.

use deltascope_model::TextRange;

use super::name_verb::within_reach;
use crate::gazetteer::{Known, KnownMatch};
use crate::tense::ends_clause;

/// True for a name that begins with a five-year plan's number: “十四五”种业规划.
pub(crate) fn begins_with_years(name: &str) -> bool {
    let inside = name.trim_start_matches(['“', '「', '『']);
    let mut chars = inside.chars();
    chars.next() == Some('十') && chars.nth(1) == Some('五')
}

/// Such a name with the place whose plan it is; none where no place is told.
pub(crate) fn with_its_place(text: &str, name: TextRange, known: &[KnownMatch]) -> Option<String> {
    const WHERE: [char; 4] = ['在', '于', '从', '向'];
    let start = name.usize().start;
    let before = within_reach(text, start);
    let clause = start - before.len() + before.rfind(ends_clause).unwrap_or(0);
    let before = known.partition_point(|one| one.range.usize().end <= start);
    let mut inside =
        known[..before].iter().rev().take_while(|one| one.range.usize().start >= clause);
    let whose = |one: &&KnownMatch| {
        let placed = matches!(one.known, Known::Place(_));
        placed && !text[..one.range.usize().start].ends_with(WHERE)
    };
    Some([inside.find(whose)?.range.slice(text)?, name.slice(text)?].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    #[track_caller]
    fn check(text: &str, name: &str, expected: Option<&str>) {
        let file = r#"place = [{ id = "1", name = "青川", full = "青川省", hant = "", en = "", level = "province" }]"#;
        let gazetteer = Gazetteer::parse(&[("a.toml", file)]).unwrap();
        let start = text.find(name).unwrap();
        let range = TextRange::of(start, start + name.len());
        let found = with_its_place(text, range, &gazetteer.find(text));
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_plan_of_five_years_is_that_of_a_place() {
        let name = "“十四五”种业规划";
        assert!(begins_with_years(name) && !begins_with_years("“十大”种业规划"));
        check("青川省3月出台“十四五”种业规划。", name, Some("青川省“十四五”种业规划"));
        check("青川“十四五”种业规划印发。", name, Some("青川“十四五”种业规划"));
        check("青川省开会,“十四五”种业规划印发。", name, None);
        check("在青川省公布“十四五”种业规划。", name, None);
    }
}
