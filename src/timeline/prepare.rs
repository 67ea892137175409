//! From the events that pass to marks in the order that the layout wants.

use std::sync::Arc;

use deltascope_model::{Basis, Event};

use super::{
    known::Known,
    lanes::{Lane, lanes},
    layout::{self, Layout, Mark, Rules},
    projection::Extent,
    text_width::{HAN, text_width},
};
use crate::{
    data::Data,
    naming,
    state::{By, Form},
    words::{Lang, date::date_words, words},
};

/// Pixels of an event's label besides its words: padding, glyph and the gap before the phase.
const TRIM: i32 = 37;
/// Pixels of the sign behind a label whose date is approximate or vague: a blank, and as wide as a Han
/// character in the fonts for them.
const SIGN: i32 = 5 + HAN;

/// So many events leave room for longer names.
const FEW: usize = 60;

/// The events as marks on lanes.
pub struct Prepared {
    /// Counts the lists seen so far: a mark's number means nothing in another list.
    pub generation: u32,
    /// The corpus.
    pub data: Arc<Data>,
    /// What is known of its events.
    pub known: Arc<Known>,
    /// The language of all names.
    pub lang: Lang,
    /// What the lanes are.
    pub by: By,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// The marks, by lane and time.
    pub marks: Vec<Mark>,
    /// The events that name a day, in the order of time; in several lanes, still once.
    pub dated: Vec<usize>,
    /// The events that name no day.
    pub undated: Vec<usize>,
    /// The days of all marks; none without marks.
    pub extent: Option<Extent>,
}

impl Prepared {
    /// Lanes and label widths of `events`. On a narrow plot names are cut off earlier; where time does
    /// not run across, no label needs room behind the last event.
    pub fn new(
        data: &Arc<Data>,
        known: &Arc<Known>,
        events: &[usize],
        (by, lang, narrow, form): (By, Lang, bool, Form),
        generation: u32,
    ) -> Self {
        let corpus = &data.corpus;
        let in_time = known.in_time(events);
        let (dated, undated): (Vec<usize>, Vec<usize>) =
            in_time.into_iter().partition(|&event| known.shapes[event].is_some());
        let lanes = lanes(corpus, known, &dated, by);
        let longest = match (narrow, dated.len()) {
            (true, _) => 9 * HAN,
            (false, 0..=FEW) => 21 * HAN,
            (false, _) => 16 * HAN,
        };
        let mut names = vec![0; corpus.initiatives.len()];
        let phases = words(lang).facts.phases.map(text_width);
        let mut width = |event: usize, lane: usize| {
            let name = match known.initiatives[event] {
                _ if !is_named(by, &lanes.heads[lane]) => 0,
                Some(at) if names[at] > 0 => names[at],
                Some(at) => {
                    names[at] = text_width(naming::initiative(&corpus.initiatives[at], lang));
                    names[at]
                }
                None => text_width(&corpus.events[event].initiative),
            };
            let phase = phases[corpus.events[event].phase as usize];
            (name.min(longest) + phase, name + phase)
        };
        let mark = |&(lane, event): &(usize, usize)| {
            let shape = known.shapes[event]?;
            let doubtful = shape.approximate || shape.basis == Basis::Vague;
            let trim = TRIM + if doubtful { SIGN } else { 0 };
            let (text, whole) = width(event, lane);
            Some(Mark { lane, event, shape, text: trim + text, whole: trim + whole })
        };
        let marks: Vec<Mark> = lanes.members.iter().filter_map(mark).collect();
        let extent = Extent::of(&marks).map(|extent| match form {
            Form::Across => extent,
            _ => extent.without_labels(),
        });
        let (data, known) = (Arc::clone(data), Arc::clone(known));
        Self {
            generation,
            data,
            known,
            lang,
            by,
            lanes: lanes.heads,
            marks,
            dated,
            undated,
            extent,
        }
    }

    /// Where everything stands on a plot of so many pixels, at this scale.
    pub fn laid_out(
        &self,
        width: i32,
        scale: f64,
        narrow: bool,
        unfolded: Option<usize>,
    ) -> Layout {
        let Some(extent) = self.extent else { return Layout::default() };
        let rules = Rules {
            extent,
            room: extent.label_room(width),
            scale,
            rows: layout::rows(self.lanes.len()),
            heading: if narrow { layout::HEADING } else { 0 },
            unfolded,
        };
        layout::pack(&self.marks, rules)
    }

    /// The event of a mark.
    pub fn event(&self, mark: usize) -> Option<&Event> {
        self.marks.get(mark).map(|mark| &self.data.corpus.events[mark.event])
    }

    /// True where a mark shows its initiative's name, and not only its phase.
    pub fn is_named(&self, mark: &Mark) -> bool {
        is_named(self.by, &self.lanes[mark.lane])
    }

    /// The name of an event's initiative, with its language.
    pub fn name<'a>(&'a self, event: &'a Event) -> (&'a str, &'static str) {
        match self.data.initiative(&event.initiative) {
            Some(known) => {
                (naming::initiative(known, self.lang), naming::initiative_lang(known, self.lang))
            }
            None => (&event.initiative, "zh"),
        }
    }

    /// The names of an event's places.
    pub fn places(&self, event: &Event) -> String {
        let names: Vec<String> =
            event.places.iter().map(|id| naming::place(&self.data, id, self.lang)).collect();
        names.join(words(self.lang).timeline.and)
    }

    /// The key of an event's kind.
    pub fn kind(&self, event: &Event) -> deltascope_model::InitiativeKind {
        let known = self.data.initiative(&event.initiative);
        known.map_or(deltascope_model::InitiativeKind::Event, |known| known.kind)
    }

    /// The name of a lane.
    pub fn lane(&self, lane: usize) -> String {
        let words = words(self.lang);
        match &self.lanes[lane] {
            Lane::Kind(kind) => words.facts.kinds[*kind as usize].to_owned(),
            Lane::Place(at) => {
                naming::place(&self.data, &self.data.corpus.places[*at].id, self.lang)
            }
            Lane::Pillar(key) => naming::pillar(key, self.lang).to_owned(),
            Lane::Actor(name) => naming::actor(&self.data, name, self.lang).0,
            Lane::Initiative(at) => {
                naming::initiative(&self.data.corpus.initiatives[*at], self.lang).to_owned()
            }
            Lane::Rest => words.timeline.rest[self.by as usize].to_owned(),
        }
    }

    /// The language of a lane's name, where that is a name of the corpus.
    pub fn lane_lang(&self, lane: usize) -> Option<&'static str> {
        match &self.lanes[lane] {
            Lane::Actor(name) => Some(naming::actor(&self.data, name, self.lang).1),
            Lane::Initiative(at) => {
                Some(naming::initiative_lang(&self.data.corpus.initiatives[*at], self.lang))
            }
            _ => None,
        }
    }

    /// The name by which assistive technology knows an event: initiative, phase, date, kind.
    pub fn accessible_name(&self, event: &Event) -> String {
        let (facts, comma) = (&words(self.lang).facts, words(self.lang).timeline.comma);
        let date = date_words(&event.date.edtf, event.date.basis, self.lang);
        let kind = facts.kinds[self.kind(event) as usize];
        let phase = facts.phases[event.phase as usize];
        [self.name(event).0, " ", phase, comma, &date, comma, kind].concat()
    }
}

/// In an initiative's own lane its name stands at the head.
fn is_named(by: By, lane: &Lane) -> bool {
    by != By::Initiative || *lane == Lane::Rest
}
