//! The interface's words in its three languages.
//!
//! Each part of the interface has a struct of words and three constants of it, so that a string
//! missing in one language does not compile. Words from pages never pass through here.

/// A part of the interface's words: for each name the word in Simplified, Traditional, English.
/// Makes the struct and its three constants `HANS`, `HANT` and `EN`.
macro_rules! words {
    ($(#[$about:meta])* $part:ident {
        $($(#[$doc:meta])* $name:ident: $type:ty = $hans:expr, $hant:expr, $en:expr;)*
    }) => {
        $(#[$about])*
        pub struct $part {
            $($(#[$doc])* pub $name: $type,)*
        }
        /// Simplified Chinese.
        pub const HANS: $part = $part { $($name: $hans,)* };
        /// Traditional Chinese.
        pub const HANT: $part = $part { $($name: $hant,)* };
        /// English.
        pub const EN: $part = $part { $($name: $en,)* };
    };
}

/// Words of a view that is loaded when it is first opened: they are no part of [`Words`], which the
/// first view holds whole.
macro_rules! alone {
    ($part:ident) => {
        impl $part {
            /// In a language.
            pub fn of(lang: crate::words::Lang) -> &'static Self {
                match lang {
                    crate::words::Lang::Hans => &HANS,
                    crate::words::Lang::Hant => &HANT,
                    crate::words::Lang::En => &EN,
                }
            }
        }
    };
}

pub mod about;
pub mod charts;
pub mod compare;
pub mod coverage;
pub mod date;
pub mod facts;
pub mod figures;
pub mod filters;
pub mod first_hits;
pub mod flows;
pub mod frame;
pub mod initiative;
pub mod network;
pub mod overview;
pub mod places;
pub mod reader;
pub mod report;
pub mod states;
pub mod timeline;

/// Everything that the interface says, in one language.
pub struct Words {
    /// The frame around the views.
    pub frame: frame::FrameWords,
    /// Filters, chips and results.
    pub filters: filters::FilterWords,
    /// Names of kinds, phases and the like.
    pub facts: facts::FactWords,
    /// Loading, failure, emptiness.
    pub states: states::StateWords,
    /// The page of an initiative.
    pub initiative: initiative::InitiativeWords,
    /// The head of the front page.
    pub overview: overview::OverviewWords,
    /// The timeline.
    pub timeline: timeline::TimelineWords,
}

macro_rules! all {
    ($lang:ident) => {
        Words {
            frame: frame::$lang,
            filters: filters::$lang,
            facts: facts::$lang,
            states: states::$lang,
            initiative: initiative::$lang,
            overview: overview::$lang,
            timeline: timeline::$lang,
        }
    };
}

static HANS: Words = all!(HANS);
static HANT: Words = all!(HANT);
static EN: Words = all!(EN);

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Hans => &HANS,
        Lang::Hant => &HANT,
        Lang::En => &EN,
    }
}

/// Puts a value where the template says `{}`.
pub fn fill(template: &str, value: &str) -> String {
    template.replacen("{}", value, 1)
}

/// A counted thing: the first template for one, the second for any other number.
pub fn count(templates: [&str; 2], number: usize) -> String {
    fill(templates[usize::from(number != 1)], &number.to_string())
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Hans,
    /// Traditional Chinese.
    Hant,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which the switch lists them.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::En];

    /// Its BCP 47 tag, for `lang` attributes and addresses.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hans => "简体",
            Self::Hant => "繁體",
            Self::En => "English",
        }
    }

    /// The language with this tag; `zh`, `zh-CN`, `zh-TW`, `zh-HK` and the like are understood.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "en" => Some(Self::En),
            "zh" => match parts.next() {
                Some("hant" | "tw" | "hk" | "mo") => Some(Self::Hant),
                _ => Some(Self::Hans),
            },
            _ => None,
        }
    }
}
