//! Names of what the corpus holds: kinds, phases, bases, labels.

use deltascope_model::{InitiativeKind, Phase};
use deltascope_search::{KINDS, PHASES};

use super::{Lang, words as words_of};

words! {
    /// Names of kinds, phases and the like.
    FactWords {
        /// In the order of `InitiativeKind::ALL`.
        kinds: [&'static str; 12] =
            KINDS[0], KINDS[1], KINDS[2];
        /// In the order of `Phase::ALL`.
        phases: [&'static str; 11] =
            PHASES[0], PHASES[1], PHASES[2];
        /// Labels of segments: title, metadata, body, noise.
        labels: [&'static str; 4] =
            ["标题", "出处", "正文", "已剔除"],
            ["標題", "出處", "正文", "已剔除"],
            ["Title", "Source", "Body", "Removed"];
    }
}

/// The name of a kind of initiative.
pub fn kind(kind: InitiativeKind, lang: Lang) -> &'static str {
    words_of(lang).facts.kinds[kind as usize]
}

/// The name of a phase.
pub fn phase(phase: Phase, lang: Lang) -> &'static str {
    words_of(lang).facts.phases[phase as usize]
}
