//! The table of the comparison: a column for each subject, a row for what each is, for each phase,
//! for each indicator, and for who and where. What more than one has stands first.

use crate::dom::{Child, all_of, el, none};
use deltascope_model::{Edtf, Evidence, Figure, Phase};
use deltascope_search::Selection;
use leptos::prelude::*;

use super::{
    compare::{name, tag, words},
    control::link,
    evidence::at,
    figure,
    initiative::initiative_link,
    places::level,
    table,
};
use crate::{
    compare::{Row, Subject, Within, rows},
    data::Data,
    naming,
    order::in_order,
    state::{Facet, Picks, View, ViewState},
    store::{say, say_in, store},
    words::{date::date_words, facts, fill, places::PlaceWords},
};

/// How much of one thing a cell holds.
const SHOWN: usize = 6;
/// How many indicators that one subject alone has are listed.
const OWN: usize = 12;

/// What is known of one subject, by position in the corpus.
pub struct Side {
    /// Its name in the interface's language.
    pub name: String,
    /// The language of the name.
    pub tag: &'static str,
    /// The kind of an initiative; empty for a place.
    pub kind: &'static str,
    /// Its events.
    pub events: Vec<usize>,
    key: String,
    figures: Vec<usize>,
    actors: Vec<String>,
    places: Vec<String>,
}

impl Side {
    /// What passes of a subject.
    pub fn of(data: &Data, subject: Subject, passed: &Selection) -> Self {
        let corpus = &data.corpus;
        let within = match subject {
            Subject::Place(id) => Within::of(corpus, id),
            Subject::Initiative(_) => None,
        };
        let events = passed.of(View::Timeline as usize).iter().copied().filter(|&at| {
            let event = &corpus.events[at];
            match (&within, subject) {
                (Some(within), _) => within.has_event(event),
                (None, Subject::Initiative(id) | Subject::Place(id)) => event.initiative == id,
            }
        });
        let entries = passed.of(View::Figures as usize).iter();
        let mut figures: Vec<usize> = Vec::new();
        for &at in entries.flat_map(|&entry| &data.ledger[entry].figures) {
            let one = &corpus.figures[at];
            let own = match (&within, subject) {
                (Some(within), _) => within.has_figure(one),
                (None, Subject::Initiative(id) | Subject::Place(id)) => {
                    one.initiative.as_deref() == Some(id)
                }
            };
            if own && !figures.contains(&at) {
                figures.push(at);
            }
        }
        let events: Vec<usize> = events.collect();
        let initiative = match subject {
            Subject::Initiative(id) => data.initiative(id),
            Subject::Place(_) => None,
        };
        let mut actors = initiative.map_or_else(Vec::new, |known| known.actors.clone());
        for actor in events.iter().flat_map(|&at| &corpus.events[at].actors) {
            if !actors.contains(actor) {
                actors.push(actor.clone());
            }
        }
        let places = match subject {
            Subject::Initiative(_) => initiative.map_or_else(Vec::new, |one| one.places.clone()),
            Subject::Place(id) => data.place(id).map_or_else(Vec::new, |place| {
                place.parent.iter().chain(&place.members).cloned().collect()
            }),
        };
        Self {
            name: name(data, subject),
            tag: tag(data, subject),
            kind: initiative.map_or("", |known| known.kind.key()),
            key: subject.key(),
            events,
            figures,
            actors,
            places,
        }
    }

    fn subject(&self) -> Option<Subject<'_>> {
        Subject::parse(&self.key)
    }
}

/// A name with its language.
type Name = (String, &'static str);

/// The table.
pub fn table(data: &Data, sides: &[Side]) -> AnyView {
    let say = say();
    let lang = store().lang.get_untracked();
    let mut all: Vec<Vec<AnyView>> = Vec::new();
    let mut row = |name: AnyView, cells: Vec<AnyView>| {
        all.push(std::iter::once(name).chain(cells).collect());
    };
    let what = sides.iter().map(|side| what(data, side)).collect();
    row(words().what.part(), what);
    for phase in Phase::ALL {
        let cells: Vec<Vec<AnyView>> = sides.iter().map(|side| steps(data, side, phase)).collect();
        if cells.iter().any(|steps| !steps.is_empty()) {
            let glyph = el("i").class("glyph").attr("data-phase", phase.key());
            let name = all_of([glyph.view(), facts::phase(phase, lang).part()]);
            row(name, cells.into_iter().map(cell).collect());
        }
    }
    let figures: Vec<Vec<usize>> = sides.iter().map(|side| side.figures.clone()).collect();
    let several = sides.len() > 1;
    let (shared, own): (Vec<Row>, Vec<Row>) =
        rows(&data.corpus.figures, &figures).into_iter().partition(|row| row.shared() > 1);
    let rest = own.len().saturating_sub(OWN);
    for one in shared.iter().chain(own.iter().take(OWN)) {
        let known = one.cells.iter().flatten().next().map(|&at| &data.corpus.figures[at]);
        let indicator = known.map(|one| el("span").attr("lang", "zh").child(one.indicator.clone()));
        let tag =
            (several && one.shared() > 1).then(|| el("span").class("tag").child(words().shared));
        let cells = one.cells.iter().zip(sides);
        let cells =
            cells.map(|(own, side)| cell(own.iter().map(|&at| value(data, side, at)).collect()));
        row(all_of([indicator.part(), " ".part(), tag.part()]), cells.collect());
    }
    let names = |own: &dyn Fn(&Side) -> Vec<Name>| -> Vec<AnyView> {
        let lists: Vec<Vec<Name>> = sides.iter().map(own).collect();
        let often = |name: &Name| lists.iter().filter(|list| list.contains(name)).count() > 1;
        let cells = lists.iter().map(|list| {
            // What another has too comes first.
            let order = in_order(list.iter().map(|name| (i32::from(!often(name)), 0)));
            let spelt = order.into_iter().map(|at| {
                let (name, tag) = &list[at];
                let name = el("span").attr("lang", *tag).child(name.clone()).view();
                if often(&list[at]) {
                    el("strong").class("in-both").child(name).view()
                } else {
                    name
                }
            });
            cell(spelt.collect())
        });
        cells.collect()
    };
    let acting =
        |side: &Side| side.actors.iter().map(|name| naming::actor(data, name, lang)).collect();
    row(say.initiative.actors.part(), names(&acting));
    let place = |id: &String| (naming::place(data, id, lang), lang.tag());
    let spelt = |side: &Side| side.places.iter().map(place).collect();
    let only_places = sides.iter().all(|side| matches!(side.subject(), Some(Subject::Place(_))));
    let label = if only_places { words().region } else { say.initiative.places };
    row(label.part(), names(&spelt));
    row(words().articles.part(), sides.iter().map(|side| stories(data, side)).collect());
    let columns: Vec<&str> = std::iter::once(words().aspect)
        .chain(sides.iter().map(|side| side.name.as_str()))
        .collect();
    let more = (rest > 0)
        .then(|| el("p").class("faint").child(fill(words().rest, &rest.to_string())).view());
    let table = table::table("compare-table", words().table.to_owned(), &columns, all);
    el("div").class("compare-table").child(table).child(more).view()
}

/// What a subject is, leading to more of it.
fn what(data: &Data, side: &Side) -> AnyView {
    let lang = store().lang.get_untracked();
    match side.subject() {
        Some(Subject::Initiative(id)) => data.initiative(id).map_or_else(none, |known| {
            let page = say().initiative.page.part();
            let id = known.id.clone();
            let open = move |state: &mut ViewState| state.open_initiative(&id);
            let status = known.status.map(|phase| facts::phase(phase, lang));
            let pillar = known.pillar.as_deref().map(|key| naming::pillar(key, lang));
            let told = [Some(facts::kind(known.kind, lang)), pillar, status];
            let told: Vec<&str> = told.into_iter().flatten().collect();
            all_of([
                el("p").child(told.join(" · ")).view(),
                link("", "compare-page", String::new(), page, open),
            ])
        }),
        Some(Subject::Place(id)) => {
            let level = data.place(id).map(|place| el("p").child(level(place)));
            let label =
                fill(say_in(PlaceWords::of).list, say().frame.views[View::Timeline as usize])
                    .part();
            let there = there(id, View::Timeline);
            all_of([level.part(), link("", "compare-place", String::new(), label, there)])
        }
        None => none(),
    }
}

/// Shows what there is of a place.
fn there(id: &str, view: View) -> impl Fn(&mut ViewState) + Send + Sync + 'static {
    let id = id.to_owned();
    move |state| {
        state.clear();
        state.show(view);
        state.toggle(Facet::Place, &id);
    }
}

/// The events of a phase in order of time, each leading to its sentence.
fn steps(data: &Data, side: &Side, phase: Phase) -> Vec<AnyView> {
    let lang = store().lang.get_untracked();
    let events = side.events.iter().map(|&at| &data.corpus.events[at]);
    let own: Vec<_> = events.filter(|event| event.phase == phase).collect();
    let order = in_order(own.iter().map(|event| event.date.edtf.sort_key()));
    let step = |at: usize| {
        let event = own[at];
        let when = date_words(&event.date.edtf, event.date.basis, lang).part();
        let id = ["c-", &side.key, "-", &event.id].concat();
        let when = event.evidence.first().map(|found| {
            let (article, event) = (found.article.clone(), event.id.clone());
            link("when", "compare-event", id, when, move |state| {
                state.open(&article, Some(event.clone()));
            })
        });
        // Of a place, whose step it is.
        let whose = match side.subject() {
            Some(Subject::Place(_)) => data.initiative(&event.initiative),
            _ => None,
        };
        let whose = whose.map(|known| initiative_link(known, String::new()));
        all_of([when.part(), " ".part(), whose.part()])
    };
    order.into_iter().map(step).collect()
}

/// A value with its time and its whole, leading to its sentence.
fn value(data: &Data, side: &Side, position: usize) -> AnyView {
    let one: &Figure = &data.corpus.figures[position];
    let id = ["v-", &side.key, "-", &one.id].concat();
    let open = |found: &Evidence| {
        let (article, at) = (found.article.clone(), at(found.range));
        move |state: &mut ViewState| state.open(&article, Some(at.clone()))
    };
    let shown = match one.evidence.first() {
        Some(found) => link("", "compare-figure", id, figure::value(one), open(found)),
        None => figure::value(one),
    };
    let lang = store().lang.get_untracked();
    let told = |edtf: &Edtf| date_words(edtf, one.as_of_basis, lang);
    let when = one.as_of.as_ref().map(|edtf| el("span").class("faint").child(told(edtf)));
    let scope = one.scope.as_ref().map(|scope| {
        let (name, tag) = naming::actor(data, scope, lang);
        el("span").class("faint").attr("lang", tag).child(name)
    });
    let whose = match side.subject() {
        Some(Subject::Place(_)) => one.initiative.as_ref().and_then(|id| data.initiative(id)),
        _ => None,
    };
    let whose = whose.map(|known| initiative_link(known, String::new()));
    all_of([shown, " ".part(), when.part(), " ".part(), scope.part(), whose.part()])
}

/// How many stories name it.
fn stories(data: &Data, side: &Side) -> AnyView {
    match side.subject() {
        Some(Subject::Initiative(id)) => {
            let known = data.initiative(id);
            known.map_or(0, |known| data.sources(&known.evidence)).to_string().part()
        }
        Some(Subject::Place(id)) => {
            let mut picks = Picks::default();
            picks[Facet::Place as usize].push(id.to_owned());
            let number = data.facets.select(&picks, None).of(View::Articles as usize).len();
            let label = number.to_string().part();
            link("", "compare-stories", String::new(), label, there(id, View::Articles))
        }
        None => none(),
    }
}

/// What a cell holds, the rest of it folded away.
fn cell(mut parts: Vec<AnyView>) -> AnyView {
    if parts.is_empty() {
        return el("span").class("faint").child("–").view();
    }
    let rest = parts.split_off(parts.len().min(SHOWN));
    let list = |parts: Vec<AnyView>| {
        let items = parts.into_iter().map(|part| el("li").child(part).view());
        el("ul").class("compared").children(items)
    };
    let number = rest.len().to_string();
    let rest = (!rest.is_empty()).then(|| {
        el("details")
            .class("more-evidence")
            .child(el("summary").child(fill(words().more, &number)))
            .child(list(rest))
    });
    el("div").child(list(parts)).child(rest).view()
}
