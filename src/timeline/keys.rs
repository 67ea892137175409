//! What each key does, on the plot and on an event of it.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show earlier days.
    PanBack,
    /// Show later days.
    PanOn,
    /// Closer.
    ZoomIn,
    /// Further away.
    ZoomOut,
    /// Everything in view.
    Fit,
    /// To the first event.
    First,
    /// To the last event.
    Last,
    /// To the event before.
    Previous,
    /// To the event after.
    Next,
    /// To the nearest event of the lane above.
    Above,
    /// To the nearest event of the lane below.
    Below,
    /// From an event to the plot.
    Leave,
    /// From an event to its initiative.
    Initiative,
}

/// The action of a key, by its DOM name; `on_event` is true where an event has the focus.
pub fn action(key: &str, on_event: bool) -> Option<Action> {
    Some(match (key, on_event) {
        ("ArrowLeft", false) => Action::PanBack,
        ("ArrowRight", false) => Action::PanOn,
        ("ArrowLeft", true) => Action::Previous,
        ("ArrowRight", true) => Action::Next,
        ("ArrowUp", true) => Action::Above,
        ("ArrowDown", true) => Action::Below,
        ("Escape", true) => Action::Leave,
        ("i" | "I", true) => Action::Initiative,
        ("+" | "=", _) => Action::ZoomIn,
        ("-" | "_" | "−", _) => Action::ZoomOut,
        ("0", _) => Action::Fit,
        ("Home", _) => Action::First,
        ("End", _) => Action::Last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_pan_the_plot_and_walk_its_events() {
        assert_eq!(action("ArrowLeft", false), Some(Action::PanBack));
        assert_eq!(action("ArrowLeft", true), Some(Action::Previous));
        assert_eq!(action("ArrowDown", true), Some(Action::Below));
    }

    #[test]
    fn the_plot_leaves_vertical_arrows_and_tab_to_the_page() {
        for key in ["ArrowUp", "ArrowDown", "Tab", "Enter", " ", "Escape", "a"] {
            assert_eq!(action(key, false), None, "{key}");
        }
        assert_eq!(action("Enter", true), None);
    }

    #[test]
    fn zoom_needs_no_shift() {
        assert_eq!(action("=", false), action("+", false));
        assert_eq!(action("-", true), Some(Action::ZoomOut));
    }
}
