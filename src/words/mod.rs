//! The interface's words in its three languages.
//!
//! Each part of the interface has a struct of words and three constants of it, so that a string
//! missing in one language does not compile. Words from pages never pass through here.

pub mod date;
pub mod facts;
pub mod timeline;

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
