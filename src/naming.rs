//! Names in the interface's language for what the corpus holds: places, initiatives, facets.

use deltascope_model::{InitiativeKind, Phase};

pub use crate::words::facts::{initiative, initiative_lang, script_tag};
use crate::{
    data::Data,
    state::Facet,
    words::{Lang, words},
};

/// The gazetteer's names of the pillars of the Decision.
const PILLARS: [&str; 5] =
    ["strategic-strength", "platforms", "joint-research", "sharing", "firms"];

/// A pillar's name.
pub fn pillar(key: &str, lang: Lang) -> &str {
    let at = PILLARS.iter().position(|known| *known == key);
    at.map_or(key, |at| words(lang).initiative.pillars[at])
}

/// A place's name.
pub fn place(data: &Data, id: &str, lang: Lang) -> String {
    let name = data.place(id).map(|place| match lang {
        Lang::Hans => &place.name,
        Lang::Hant => &place.name_hant,
        Lang::En => &place.name_en,
    });
    name.filter(|name| !name.is_empty()).map_or(id, String::as_str).to_owned()
}

/// The name of a facet's value.
pub fn value(data: &Data, facet: Facet, key: &str, lang: Lang) -> String {
    let facts = &words(lang).facts;
    let named = match facet {
        Facet::Place => return place(data, key, lang),
        Facet::Kind => {
            InitiativeKind::ALL.iter().position(|kind| kind.key() == key).map(|at| facts.kinds[at])
        }
        Facet::Phase => {
            Phase::ALL.iter().position(|phase| phase.key() == key).map(|at| facts.phases[at])
        }
        Facet::Publisher | Facet::Year | Facet::Month => None,
    };
    named.unwrap_or(key).to_owned()
}

/// The one character that stands for a kind, beside its colour.
pub fn glyph(kind: InitiativeKind) -> &'static str {
    const GLYPHS: [&str; 12] =
        ["法", "规", "策", "机", "台", "盟", "基", "廊", "项", "群", "心", "会"];
    GLYPHS[kind as usize]
}

/// The same, for a kind's name in addresses.
pub fn glyph_of(key: &str) -> Option<&'static str> {
    InitiativeKind::ALL.into_iter().find(|kind| kind.key() == key).map(glyph)
}
