//! Names of what the corpus holds: initiatives, kinds, phases, labels.

use deltascope_model::{Initiative, InitiativeKind, KIND_NAMES, PHASE_NAMES, Phase, Script};

use super::{Lang, words as words_of};

words! {
    /// Names of kinds, phases and the like.
    FactWords {
        /// In the order of `InitiativeKind::ALL`.
        kinds: [&'static str; 12] =
            KIND_NAMES[0], KIND_NAMES[1], KIND_NAMES[2];
        /// In the order of `Phase::ALL`.
        phases: [&'static str; 11] =
            PHASE_NAMES[0], PHASE_NAMES[1], PHASE_NAMES[2];
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

/// An initiative's name; English where the gazetteer knows it.
pub fn initiative(initiative: &Initiative, lang: Lang) -> &str {
    match (&initiative.name_en, lang) {
        (Some(name), Lang::En) => name,
        _ => &initiative.name,
    }
}

/// The language of what [`initiative`] gives.
pub fn initiative_lang(initiative: &Initiative, lang: Lang) -> &'static str {
    if lang == Lang::En && initiative.name_en.is_some() { "en" } else { "zh-Hans" }
}

/// The `lang` of text in a script.
pub fn script_tag(script: Script) -> &'static str {
    match script {
        Script::Hans => "zh-Hans",
        Script::Hant => "zh-Hant",
    }
}
