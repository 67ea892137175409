//! The choice of another to compare: a box in which one types a name, and the list of what fits.

use std::sync::Arc;

use crate::dom::{Action, all_of, el, live, none, presence, truth, value};
use crate::signals::{Memo, memo};
use deltascope_model::{Initiative, InitiativeKind, Place};
use leptos::{ev, prelude::*, wasm_bindgen::JsCast};

use super::compare::{name, tag, words};
use crate::{
    browser,
    compare::{Act, Subject, act, fitting, join},
    data::Data,
    state::{Facet, View},
    store::{Store, say, store},
    words::{count, facts},
};

/// The id of the box, and of the list.
const BOX: &str = "compare-choice";
const LIST: &str = "compare-options";

/// What can be chosen.
struct Entry {
    /// As an address names it.
    key: String,
    /// Places, or the kind of initiative.
    group: &'static str,
    name: String,
    tag: &'static str,
}

/// The box with its list; a handle to copy around.
#[derive(Clone, Copy)]
struct Choice {
    store: Store,
    entries: StoredValue<Vec<Entry>>,
    /// All names of each entry, folded.
    fits: Memo<Vec<usize>>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    /// The number of the active option in the list.
    active: RwSignal<Option<usize>>,
    composing: StoredValue<bool>,
}

/// The choice of what is not compared yet.
pub fn choice(data: &Arc<Data>, compared: &[String]) -> AnyView {
    let (entries, names): (Vec<Entry>, Vec<String>) = entries(data, compared).into_iter().unzip();
    let typed = RwSignal::new(String::new());
    let folding = Arc::clone(data);
    let fits =
        memo(move || fitting(&names, typed.with(|typed| folding.letters().fold(typed)).text()));
    let choice = Choice {
        store: store(),
        entries: StoredValue::new(entries),
        fits,
        typed,
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        composing: StoredValue::new(false),
    };
    el("div").class("compare-add").child(choice.field()).child(choice.list()).view()
}

/// All that is not compared, with all of its names, folded.
fn entries(data: &Data, compared: &[String]) -> Vec<(Entry, String)> {
    let lang = store().lang.get_untracked();
    let fold = |names: &[&str]| data.letters().fold(&names.join("\n")).text().to_owned();
    let entry = |subject: Subject, group, names: String| {
        let entry =
            Entry { key: subject.key(), group, name: name(data, subject), tag: tag(data, subject) };
        (!compared.contains(&entry.key)).then_some((entry, names))
    };
    let place = |place: &Place| {
        let mut names = vec![&*place.name, &*place.name_hant, &*place.name_en];
        names.extend(place.aliases.iter().map(String::as_str));
        entry(Subject::Place(&place.id), say().initiative.places, fold(&names))
    };
    let initiative = |known: &Initiative| {
        let mut names = vec![&*known.name, known.name_en.as_deref().unwrap_or_default()];
        names.extend(known.aliases.iter().map(String::as_str));
        entry(Subject::Initiative(&known.id), facts::kind(known.kind, lang), fold(&names))
    };
    let counts = data.whole(View::Timeline, Facet::Place);
    let told = data.corpus.places.iter().zip(counts).filter(|&(_, &count)| count > 0);
    let mut entries: Vec<_> = told.filter_map(|(known, _)| place(known)).collect();
    for kind in InitiativeKind::ALL {
        let own = data.corpus.initiatives.iter().filter(|known| known.kind == kind);
        entries.extend(own.filter_map(initiative));
    }
    entries
}

fn id(nth: usize) -> String {
    [LIST, "-", &nth.to_string()].concat()
}

impl Choice {
    fn field(self) -> AnyView {
        let Self { typed, open, active, composing, fits, .. } = self;
        let shows = move || open.get() && fits.with(|fits| !fits.is_empty());
        let put = move |text: String| {
            typed.set(text);
            active.set(None);
            open.set(true);
        };
        el("input")
            .attr("id", BOX)
            .test(BOX)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("aria-label", words().choose)
            .attr("placeholder", words().choose)
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", LIST)
            .attr("aria-expanded", truth(shows))
            .attr("aria-activedescendant", value(move || active.get().map(id)))
            .field("value", value(move || Some(typed.get())))
            .on("input", move |event| {
                if !composing.get_value() {
                    put(event_target_value(&event));
                }
            })
            .on("compositionstart", move |_| composing.set_value(true))
            .on("compositionend", move |event| {
                composing.set_value(false);
                put(event_target_value(&event));
            })
            .on("click", move |_| open.set(true))
            .on("blur", move |_| self.close())
            .on("keydown", self.pressed())
            .view()
    }

    fn pressed(self) -> Action {
        Box::new(move |event| {
            let event: ev::KeyboardEvent = event.unchecked_into();
            // While composing, keys belong to the input method; 229 is how some browsers name such a key.
            let composes =
                self.composing.get_value() || event.is_composing() || event.key_code() == 229;
            if composes || event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let options = self.fits.with_untracked(Vec::len);
            let (open, active) = (self.open.get_untracked(), self.active.get_untracked());
            let Some(act) = act(&event.key(), event.alt_key(), open, active, options) else {
                return;
            };
            event.prevent_default();
            match act {
                Act::Open => self.open.set(true),
                Act::To(option) => {
                    self.open.set(true);
                    self.active.set(Some(option));
                    request_animation_frame(move || browser::show(&id(option)));
                }
                Act::Take(option) => self.take(option),
                Act::Close => self.close(),
                Act::Clear => self.typed.set(String::new()),
            }
        })
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    /// Compares what an option names, and goes on with the next choice where there is room for one.
    fn take(self, option: usize) {
        let at = self.fits.with_untracked(|fits| fits.get(option).copied());
        let key = at.and_then(|at| self.entries.with_value(|all| Some(all.get(at)?.key.clone())));
        if let Some(key) = key {
            self.store.go(|state| join(&mut state.compare, &key));
            request_animation_frame(|| {
                if !browser::focus(BOX) {
                    browser::focus("main");
                }
            });
        }
    }

    fn list(self) -> AnyView {
        let Self { open, fits, .. } = self;
        let options = live(move || if open.get() { self.options() } else { none() });
        let told = live(move || match fits.with(Vec::len) {
            _ if !open.get() => none(),
            0 => words().unfit.into_any(),
            number => el("span").class("unseen").child(count(words().fit, number)).view(),
        });
        all_of([
            el("div")
                .attr("id", LIST)
                .class("options")
                .attr("role", "listbox")
                .attr("aria-label", words().choose)
                .attr("hidden", presence(move || !open.get() || fits.with(Vec::is_empty)))
                // The box keeps the focus.
                .on("mousedown", |event| event.prevent_default())
                .child(options)
                .view(),
            el("p").class("faint").attr("role", "status").child(told).view(),
        ])
    }

    /// The options that fit, under the names of their groups.
    fn options(self) -> AnyView {
        let fits = self.fits.get();
        self.entries.with_value(|entries| {
            let numbered: Vec<(usize, &Entry)> =
                fits.iter().map(|&at| &entries[at]).enumerate().collect();
            all_of(numbered.chunk_by(|(_, one), (_, next)| one.group == next.group).map(|group| {
                let name = group[0].1.group;
                el("div")
                    .attr("role", "group")
                    .attr("aria-label", name)
                    .child(el("p").class("options-name").attr("aria-hidden", "true").child(name))
                    .children(group.iter().map(|&(nth, entry)| self.option(nth, entry)))
                    .view()
            }))
        })
    }

    fn option(self, nth: usize, entry: &Entry) -> AnyView {
        let active = self.active;
        el("div")
            .attr("id", id(nth))
            .class("option")
            .test("compare-option")
            .attr("role", "option")
            .attr("lang", entry.tag)
            .attr("aria-selected", truth(move || active.get() == Some(nth)))
            .on("click", move |_| self.take(nth))
            .child(entry.name.clone())
            .view()
    }
}
