//! What the corpus knows of its articles beside their words: places, kinds, phases, length, story.
//!
//! An article has the kind and the places of each initiative that it names, the phase and the places
//! of each event that it dates, and the places that the scope of a figure names. A place counts for
//! all that it lies in ([`circle`]).

use deltascope_model::{
    Bounds, Corpus, Day, Evidence, InitiativeKind, KIND_NAMES, PHASE_NAMES, Phase, Place, circle,
    scoped,
};
use deltascope_text::Letters;
use serde::{Deserialize, Serialize};

use crate::postings;
use crate::rank::Rough;

/// What is known of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// The id of each place, then its names.
    pub places: Vec<Vec<String>>,
    /// In the order of the index's articles.
    #[serde(with = "crate::columns")]
    pub articles: Vec<ArticleFacts>,
}

/// What is known of one article; how the index holds it is in [`crate::columns`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArticleFacts {
    /// Positions in [`Facts::places`], sorted.
    pub places: Vec<u32>,
    /// A bit for each kind.
    pub kinds: u16,
    /// A bit for each phase.
    pub phases: u16,
    /// Characters of the body, about.
    pub length: Rough,
    /// Units of the title.
    pub title: u32,
    /// When it was published.
    pub published: Option<Published>,
    /// A position among the names of publishers.
    pub publisher: Option<u32>,
    /// The leading article of its family, or itself: a position among the articles.
    pub story: u32,
}

/// The days that a date covers, as [`Bounds`] has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Published {
    pub first: Option<Day>,
    pub last: Option<Day>,
}

impl Published {
    /// Where it stands in time order, as `Edtf::sort_key` says.
    pub fn sort_key(self) -> (Day, Day) {
        let first = self.first.or(self.last).unwrap_or(Day::MAX);
        (first, self.last.unwrap_or(Day::MAX))
    }
}

/// A fact that a field of a query names, as positions and bits of [`ArticleFacts`].
pub(crate) enum Wanted {
    Places(Vec<u32>),
    Kinds(u16),
    Phases(u16),
}

impl Facts {
    /// The facts of a corpus for the articles with these ids, and these publishers, both sorted.
    pub fn of(corpus: &Corpus, ids: &[&str], publishers: &[String]) -> Self {
        let at = |id: &str| ids.binary_search(&id).ok();
        let mut facts: Vec<ArticleFacts> = (0..ids.len() as u32)
            .map(|story| ArticleFacts { story, ..Default::default() })
            .collect();
        let around = |at| circle(&corpus.places, at).into_iter().map(|place| place as u32);
        let circles: Vec<Vec<u32>> =
            (0..corpus.places.len()).map(|at| around(at).collect()).collect();
        let mut state = |evidence: &[Evidence], places: &[usize], kind: u16, phase: u16| {
            for article in evidence.iter().filter_map(|evidence| at(&evidence.article)) {
                let known = &mut facts[article];
                known.kinds |= kind;
                known.phases |= phase;
                known.places.extend(places.iter().flat_map(|&place| &circles[place]));
            }
        };
        for one in &corpus.initiatives {
            state(&one.evidence, &positions(&corpus.places, &one.places), 1 << one.kind as u16, 0);
        }
        for one in &corpus.events {
            state(&one.evidence, &positions(&corpus.places, &one.places), 0, 1 << one.phase as u16);
        }
        for one in &corpus.figures {
            let scope = one.scope.as_deref().unwrap_or_default();
            state(&one.evidence, &scoped(&corpus.places, scope), 0, 0);
        }
        for known in &mut facts {
            known.places.sort_unstable();
            known.places.dedup();
        }
        for article in &corpus.articles {
            let Some(known) = at(&article.id).map(|at| &mut facts[at]) else { continue };
            let length = article.paragraphs.iter().map(|text| text.chars().count()).sum::<usize>();
            known.length = Rough::of(length as u32);
            let title = article.title.as_ref().map_or(0, |title| postings::length(&title.text));
            known.title = title as u32;
            known.published = article.published.as_ref().map(|date| {
                let Bounds { first, last, .. } = date.edtf.bounds();
                Published { first, last }
            });
            let publisher = article.publisher.as_ref();
            let publisher = publisher.and_then(|name| publishers.binary_search(name).ok());
            known.publisher = publisher.map(|at| at as u32);
        }
        for family in &corpus.families {
            let members: Vec<usize> = family.members.iter().filter_map(|id| at(id)).collect();
            for &member in &members {
                facts[member].story = members[0] as u32;
            }
        }
        Self { places: corpus.places.iter().map(place_names).collect(), articles: facts }
    }

    /// True where every position is one.
    pub fn is_sound(&self, publishers: usize) -> bool {
        let sound = |known: &ArticleFacts| {
            (known.story as usize) < self.articles.len()
                && known.places.iter().all(|&place| (place as usize) < self.places.len())
                && known.publisher.is_none_or(|at| (at as usize) < publishers)
        };
        self.articles.iter().all(sound)
    }

    /// The places with this name.
    pub fn places_named(&self, letters: &Letters, name: &str) -> Wanted {
        let named =
            |names: &&Vec<String>| names.iter().any(|known| letters.fold(known).text() == name);
        let all = (0..).zip(&self.places);
        Wanted::Places(all.filter(|(_, names)| named(names)).map(|(at, _)| at).collect())
    }
}

impl Wanted {
    /// The kinds with this name.
    pub fn kinds(letters: &Letters, name: &str) -> Self {
        let keys = InitiativeKind::ALL.map(InitiativeKind::key);
        Self::Kinds(named(letters, name, &keys, &KIND_NAMES))
    }

    /// The phases with this name.
    pub fn phases(letters: &Letters, name: &str) -> Self {
        Self::Phases(named(letters, name, &Phase::ALL.map(Phase::key), &PHASE_NAMES))
    }

    /// True where nothing bears the name.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Places(places) => places.is_empty(),
            Self::Kinds(bits) | Self::Phases(bits) => *bits == 0,
        }
    }

    /// True where an article has one of them.
    pub fn holds(&self, known: &ArticleFacts) -> bool {
        match self {
            Self::Places(places) => {
                places.iter().any(|place| known.places.binary_search(place).is_ok())
            }
            Self::Kinds(bits) => known.kinds & bits != 0,
            Self::Phases(bits) => known.phases & bits != 0,
        }
    }
}

/// A bit for each of the keys and labels that is this name.
fn named<const N: usize>(
    letters: &Letters,
    name: &str,
    keys: &[&str],
    labels: &[[&str; N]],
) -> u16 {
    let is = |label: &str| letters.fold(label).text() == name;
    let bit =
        |at: usize| u16::from(is(keys[at]) || labels.iter().any(|labels| is(labels[at]))) << at;
    (0..N).map(bit).fold(0, |all, bit| all | bit)
}

fn place_names(place: &Place) -> Vec<String> {
    let Place { id, name, name_hant, name_en, aliases, .. } = place;
    [id, name, name_hant, name_en].into_iter().chain(aliases).cloned().collect()
}

fn positions(places: &[Place], ids: &[String]) -> Vec<usize> {
    ids.iter().filter_map(|id| places.iter().position(|place| place.id == *id)).collect()
}
