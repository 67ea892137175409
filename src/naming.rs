//! Names in the interface's language for what the corpus holds: places, initiatives, facets.

use deltascope_model::{InitiativeKind, Phase};

pub use crate::words::facts::{initiative, initiative_lang, script_tag};
use crate::{
    data::Data,
    state::Facet,
    words::{Lang, date, words},
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

/// The name of someone who acts, with its language: a place's is known, any other's is the sources'.
pub fn actor(data: &Data, name: &str, lang: Lang) -> (String, &'static str) {
    match data.corpus.places.iter().find(|place| place.name == name) {
        Some(known) => (place(data, &known.id, lang), lang.tag()),
        None => (name.to_owned(), "zh"),
    }
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
        Facet::Month => {
            let parts = key.split_once('-').map(|(year, month)| (year.parse(), month.parse()));
            if let Some((Ok(year), Ok(month))) = parts {
                return date::month(year, month, lang);
            }
            None
        }
        Facet::Publisher | Facet::Year => None,
    };
    named.unwrap_or(key).to_owned()
}

/// The one character that stands for a kind, beside its colour, with its language.
pub fn glyph(kind: InitiativeKind, lang: Lang) -> (&'static str, &'static str) {
    const HANS: [&str; 12] =
        ["法", "规", "策", "机", "台", "盟", "基", "廊", "项", "群", "心", "会"];
    const HANT: [&str; 12] =
        ["法", "規", "策", "機", "臺", "盟", "基", "廊", "項", "群", "心", "會"];
    match lang {
        Lang::Hant => (HANT[kind as usize], lang.tag()),
        Lang::Hans | Lang::En => (HANS[kind as usize], Lang::Hans.tag()),
    }
}

/// The same, for a kind's name in addresses.
pub fn glyph_of(key: &str, lang: Lang) -> Option<(&'static str, &'static str)> {
    InitiativeKind::ALL.into_iter().find(|kind| kind.key() == key).map(|kind| glyph(kind, lang))
}
