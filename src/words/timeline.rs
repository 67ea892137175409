//! The timeline's words.

/// What the timeline says, in one language.
#[derive(Clone, Copy)]
pub struct TimelineWords {
    /// The region's accessible name.
    pub name: &'static str,
}

/// Simplified Chinese.
pub const HANS: TimelineWords = TimelineWords { name: "时间线" };
/// Traditional Chinese.
pub const HANT: TimelineWords = TimelineWords { name: "時間線" };
/// English.
pub const EN: TimelineWords = TimelineWords { name: "Timeline" };
