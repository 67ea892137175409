//! The box in which one names what to compare, and the list below it: what fits what was typed, and what
//! each key does. Keys are those that the ARIA practices give an editable box with a list.

/// The most that the list holds: who types on sees the rest.
const MOST: usize = 60;

/// The entries of which some name holds what was typed, by position. `names` are all names of each entry,
/// both folded.
pub fn fitting(names: &[String], typed: &str) -> Vec<usize> {
    let fits = |at: &usize| names[*at].contains(typed.trim());
    (0..names.len()).filter(fits).take(MOST).collect()
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Shows the list.
    Open,
    /// Leads to an option of the list, which is shown.
    To(usize),
    /// Takes an option.
    Take(usize),
    /// Puts the list away.
    Close,
    /// Empties the box.
    Clear,
}

/// What a key does in the box where the list has so many options, is open or not, and one of them is active.
/// What is none of these moves in the text, types or leaves, as in any box.
pub fn act(key: &str, alt: bool, open: bool, active: Option<usize>, options: usize) -> Option<Act> {
    let last = options.checked_sub(1);
    match key {
        "ArrowDown" if alt => (!open).then_some(Act::Open),
        "ArrowUp" if alt => open.then_some(Act::Close),
        "ArrowDown" => {
            last.map(|last| Act::To(active.filter(|&at| at < last).map_or(0, |at| at + 1)))
        }
        "ArrowUp" => {
            last.map(|last| Act::To(active.and_then(|at| at.checked_sub(1)).unwrap_or(last)))
        }
        "Enter" if open => active.map(Act::Take),
        "Escape" if open => Some(Act::Close),
        "Escape" => Some(Act::Clear),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stands_in_some_name() {
        let names = ["甲计划\nplan a", "乙联盟\nalliance b", "丙计划"].map(str::to_owned);
        assert_eq!(fitting(&names, ""), [0, 1, 2]);
        assert_eq!(fitting(&names, "计划"), [0, 2]);
        assert_eq!(fitting(&names, " alliance "), [1]);
        assert!(fitting(&names, "丁").is_empty());
        assert_eq!(fitting(&vec![String::new(); 200], "").len(), MOST);
    }

    #[test]
    fn keys_do_what_the_practices_say() {
        let closed = |key, alt| act(key, alt, false, None, 3);
        let open = |key, active| act(key, false, true, active, 3);
        assert_eq!(closed("ArrowDown", false), Some(Act::To(0)));
        assert_eq!(closed("ArrowUp", false), Some(Act::To(2)));
        assert_eq!(closed("ArrowDown", true), Some(Act::Open));
        assert_eq!(closed("ArrowUp", true), None);
        assert_eq!(closed("Enter", false), None);
        assert_eq!(closed("Escape", false), Some(Act::Clear));
        assert_eq!(open("ArrowDown", Some(0)), Some(Act::To(1)));
        assert_eq!(open("ArrowDown", Some(2)), Some(Act::To(0)));
        assert_eq!(open("ArrowUp", Some(0)), Some(Act::To(2)));
        assert_eq!(open("ArrowUp", Some(2)), Some(Act::To(1)));
        assert_eq!(open("Enter", Some(1)), Some(Act::Take(1)));
        assert_eq!(open("Enter", None), None);
        assert_eq!(open("Escape", Some(1)), Some(Act::Close));
        assert_eq!(act("ArrowUp", true, true, Some(1), 3), Some(Act::Close));
        for key in ["Home", "End", "ArrowLeft", "a", "Tab"] {
            assert_eq!(open(key, Some(1)), None, "{key}");
        }
    }

    #[test]
    fn an_empty_list_leads_nowhere() {
        for key in ["ArrowDown", "ArrowUp", "Enter"] {
            assert_eq!(act(key, false, true, None, 0), None, "{key}");
        }
    }
}
