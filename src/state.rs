//! `ViewState`: everything that the user sees, as the query of the address.
//!
//! The address is the single source of what is shown: a copied one reopens the same view. Reading
//! is lenient: what is not understood is left out with a [`Notice`]; parameters of others are kept
//! as they are. This module is pure; `browser.rs` reads and writes the address itself.

use deltascope_model::{Day, Edtf, InitiativeKind, Phase};
use deltascope_search::Sort;
pub use deltascope_search::{Facet, Picks};

pub use crate::view::View;
use crate::{
    address,
    compare::{MOST, Subject},
    figures::{
        ledger::{KINDS, SEVERAL, SINGLE},
        targets::Due,
    },
    network::{ACTORS, PLACES},
    words::Lang,
};

/// The parameter that names the corpus that an address was made with.
pub const CORPUS: &str = "corpus";

/// What the lanes of the timeline are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Kinds of initiative.
    #[default]
    Kind,
    /// Provinces.
    Place,
    /// Pillars of the Decision.
    Pillar,
    /// Who acts.
    Actor,
    /// Initiatives: each lane is the life of one.
    Initiative,
}

impl By {
    /// Every kind of lane, in the order of the control.
    pub const ALL: [Self; 5] =
        [Self::Kind, Self::Place, Self::Pillar, Self::Actor, Self::Initiative];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Place => "place",
            Self::Pillar => "pillar",
            Self::Actor => "actor",
            Self::Initiative => "initiative",
        }
    }
}

/// How the timeline is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Time runs to the right.
    Across,
    /// Time runs down.
    Down,
    /// A table.
    Table,
}

impl Form {
    /// Every rendering, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Across, Self::Down, Self::Table];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Across => "across",
            Self::Down => "down",
            Self::Table => "table",
        }
    }
}

/// A chosen colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// Both schemes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in addresses and in the document.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// True for a kind that the list of a view may be narrowed to. Kinds of issue are the build's to name.
fn lists(view: View, kind: &str) -> bool {
    match view {
        View::Figures | View::Charts => KINDS.contains(&kind) || [SEVERAL, SINGLE].contains(&kind),
        View::Network => kind == ACTORS || kind == PLACES,
        View::Targets => Due::ALL.iter().any(|due| due.key() == kind),
        View::Issues => true,
        _ => false,
    }
}

/// False for a value that a facet can never have.
fn accepts(facet: Facet, value: &str) -> bool {
    match facet {
        Facet::Place | Facet::Publisher => !value.is_empty(),
        Facet::Kind => InitiativeKind::ALL.iter().any(|kind| kind.key() == value),
        Facet::Phase => Phase::ALL.iter().any(|phase| phase.key() == value),
        Facet::Year => value.len() == 4 && value.parse::<i32>().is_ok(),
        Facet::Month => value.len() == 7 && Edtf::new(value).is_ok(),
    }
}

/// Everything that the user sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// What the main area shows.
    pub view: View,
    /// The view whose list is counted by place.
    pub of: View,
    /// What is compared, as [`Subject::parse`] reads it.
    pub compare: Vec<String>,
    /// Who or what is chosen in the network, by key.
    pub node: Option<String>,
    /// Whom it is shown together with.
    pub with: Option<String>,
    /// The kind that a list of the view is narrowed to.
    pub only: Option<String>,
    /// The initiative whose page stands in the view's place, by id.
    pub initiative: Option<String>,
    /// The search, as typed.
    pub query: String,
    /// The order of what a search finds.
    pub sort: Sort,
    /// The filters.
    pub picks: Picks,
    /// The open article, by id.
    pub article: Option<String>,
    /// What is pointed at in it: an event's id, or a range of the page as `start-end`.
    pub at: Option<String>,
    /// The open article shows its whole page with what was removed.
    pub raw: bool,
    /// The rule whose removals stand out in the raw page.
    pub rule: Option<String>,
    /// A Traditional article is shown in Simplified.
    pub simplified: bool,
    /// The language asked for in the address.
    pub lang: Option<Lang>,
    /// The scheme asked for in the address.
    pub theme: Option<Theme>,
    /// Shown inside another page: no chrome, nothing stored.
    pub embed: bool,
    /// The days that the timeline shows.
    pub window: Option<(Day, Day)>,
    /// What its lanes are.
    pub by: By,
    /// How it is rendered; none leaves it to the room there is.
    pub form: Option<Form>,
    /// The fingerprint of the corpus that the address was made with.
    pub corpus: Option<String>,
    /// Parameters of others, kept.
    pub extra: Vec<(String, String)>,
}

/// A part of an address that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The parameter.
    pub name: String,
    /// Its value.
    pub value: String,
}

impl ViewState {
    /// True where a search of articles is all that is shown: no filters, and nothing beside the list.
    pub fn searches_alone(&self) -> bool {
        let beside = self.initiative.is_some() || self.article.is_some();
        let narrows = beside || self.picks.iter().any(|picked| !picked.is_empty());
        self.view == View::Articles && !self.query.trim().is_empty() && !narrows
    }

    /// Reads the query of an address, without its `?`.
    pub fn parse(query: &str) -> (Self, Vec<Notice>) {
        let mut state = Self::default();
        let mut notices = Vec::new();
        let mut ends = (None, None);
        for (name, value) in address::pairs(query) {
            let day = || Edtf::new(value.as_str()).ok().map(|edtf| edtf.bounds());
            let understood = match name.as_str() {
                "t0" => set(&mut ends.0, day().and_then(|bounds| bounds.first)),
                "t1" => set(&mut ends.1, day().and_then(|bounds| bounds.last)),
                _ => state.read(&name, &value),
            };
            if !understood {
                notices.push(Notice { name, value });
            }
        }
        if let Some(only) = state.only.take_if(|only| !lists(state.view, only)) {
            notices.push(Notice { name: "only".into(), value: only });
        }
        if let (Some(first), Some(last)) = ends
            && first < last
        {
            state.window = Some((first, last));
        }
        (state, notices)
    }

    /// Takes in one parameter; false where its value means nothing.
    fn read(&mut self, name: &str, value: &str) -> bool {
        match name {
            "view" => {
                let view = View::ALL.into_iter().find(|view| view.key() == value);
                self.view = view.unwrap_or_default();
                view.is_some()
            }
            "of" => {
                let of = View::COUNTED.into_iter().find(|view| view.key() == value);
                self.of = of.unwrap_or_default();
                of.is_some()
            }
            "q" => {
                value.clone_into(&mut self.query);
                true
            }
            "compare" => {
                let known = Subject::parse(value).is_some() && self.compare.len() < MOST;
                listed(&mut self.compare, value, known)
            }
            CORPUS => named(&mut self.corpus, value),
            "node" => named(&mut self.node, value),
            "with" => named(&mut self.with, value),
            "only" => named(&mut self.only, value),
            "initiative" => named(&mut self.initiative, value),
            "article" => named(&mut self.article, value),
            "at" => named(&mut self.at, value),
            "raw" => flag(&mut self.raw, value),
            "rule" => named(&mut self.rule, value),
            "embed" => flag(&mut self.embed, value),
            "sort" => {
                self.sort = if value == "date" { Sort::Date } else { Sort::Relevance };
                matches!(value, "date" | "relevance")
            }
            "script" => {
                self.simplified = value == "hans";
                matches!(value, "hans" | "original")
            }
            "lanes" => {
                let by = By::ALL.into_iter().find(|by| by.key() == value);
                self.by = by.unwrap_or_default();
                by.is_some()
            }
            "as" => set(&mut self.form, Form::ALL.into_iter().find(|form| form.key() == value)),
            "lang" => set(&mut self.lang, Lang::from_tag(value)),
            "theme" => {
                set(&mut self.theme, Theme::ALL.into_iter().find(|theme| theme.key() == value))
            }
            _ => self.read_pick(name, value),
        }
    }

    fn read_pick(&mut self, name: &str, value: &str) -> bool {
        let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == name) else {
            self.extra.push((name.to_owned(), value.to_owned()));
            return true;
        };
        if accepts(facet, value) && !self.has(facet, value) {
            self.toggle(facet, value);
        }
        accepts(facet, value)
    }

    /// The query of the address that shows this, without `?`; empty for the plain start.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut add = |name: &str, value: &str| address::append(&mut query, name, value);
        if self.view != View::default() {
            add("view", self.view.key());
        }
        if self.of != View::default() {
            add("of", self.of.key());
        }
        for value in &self.compare {
            add("compare", value);
        }
        let named = [
            ("node", &self.node),
            ("with", &self.with),
            ("only", &self.only),
            ("initiative", &self.initiative),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                add(name, value);
            }
        }
        if !self.query.is_empty() {
            add("q", &self.query);
        }
        for facet in Facet::ALL {
            for value in &self.picks[facet as usize] {
                add(facet.key(), value);
            }
        }
        if self.by != By::default() {
            add("lanes", self.by.key());
        }
        if let Some(form) = self.form {
            add("as", form.key());
        }
        if let Some((first, last)) = self.window {
            for (name, day) in [("t0", first), ("t1", last)] {
                if let Some(edtf) = Edtf::from_day(day) {
                    add(name, edtf.as_str());
                }
            }
        }
        for (name, value) in [("article", &self.article), ("at", &self.at), ("rule", &self.rule)] {
            if let Some(value) = value {
                add(name, value);
            }
        }
        for (name, on, value) in [
            ("sort", self.sort == Sort::Date, "date"),
            ("raw", self.raw, "1"),
            ("script", self.simplified, "hans"),
            ("embed", self.embed, "1"),
        ] {
            if on {
                add(name, value);
            }
        }
        if let Some(lang) = self.lang {
            add("lang", lang.tag());
        }
        if let Some(theme) = self.theme {
            add("theme", theme.key());
        }
        for (name, value) in &self.extra {
            add(name, value);
        }
        // The plain start means the same in every corpus.
        if let Some(corpus) = self.corpus.as_ref().filter(|_| !query.is_empty()) {
            address::append(&mut query, CORPUS, corpus);
        }
        query
    }

    /// True where the facet's filter holds the value.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.picks[facet as usize].iter().any(|pick| pick == value)
    }

    /// Puts a value into a facet's filter, or takes it out.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let picks = &mut self.picks[facet as usize];
        match picks.iter().position(|pick| pick == value) {
            Some(at) => {
                picks.remove(at);
            }
            None => picks.push(value.to_owned()),
        }
    }

    /// Takes away the search and every filter.
    pub fn clear(&mut self) {
        self.query.clear();
        self.picks = Picks::default();
    }

    /// The view whose list search and filters narrow, where what is shown follows them.
    pub fn list(&self) -> Option<View> {
        match self.view {
            _ if self.initiative.is_some() => None,
            View::Places => Some(self.of),
            View::Network | View::Compare => Some(View::Timeline),
            View::Charts | View::Flows => Some(View::Figures),
            view => ((view as usize) < View::LISTS).then_some(view),
        }
    }

    /// Copies what [`ViewState::list`] depends on.
    pub fn copy_list(from: &Self, to: &mut Self) {
        (to.view, to.of) = (from.view, from.of);
        to.initiative.clone_from(&from.initiative);
    }

    /// True on the front page: the first view with nothing chosen, and no embed.
    pub fn is_front(&self) -> bool {
        self.view == View::default()
            && self.initiative.is_none()
            && self.query.is_empty()
            && self.picks.iter().all(Vec::is_empty)
            && !self.embed
    }

    /// Shows a view.
    pub fn show(&mut self, view: View) {
        let kept = self.view.tab() == view.tab();
        self.only.take_if(|only| !kept || !lists(view, only));
        self.view = view;
        self.initiative = None;
    }

    /// Opens the page of an initiative.
    pub fn open_initiative(&mut self, id: &str) {
        // On a narrow screen the reader covers everything.
        self.close();
        self.initiative = Some(id.to_owned());
    }

    /// Opens an article, at a sentence where one is named.
    pub fn open(&mut self, article: &str, at: Option<String>) {
        if self.article.as_deref() != Some(article) {
            self.simplified = false;
        }
        self.article = Some(article.to_owned());
        self.at = at;
        self.rule = None;
        self.raw = false;
    }

    /// Closes the reader.
    pub fn close(&mut self) {
        self.article = None;
        self.at = None;
        self.rule = None;
        self.raw = false;
        self.simplified = false;
    }
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let understood = value.is_some();
    *slot = value;
    understood
}

/// Takes in an id or a name.
fn named(slot: &mut Option<String>, value: &str) -> bool {
    set(slot, (!value.is_empty()).then(|| value.to_owned()))
}

/// Takes in one of several values, each once, where it is one that means something.
fn listed(list: &mut Vec<String>, value: &str, means: bool) -> bool {
    let known = list.iter().any(|one| one == value);
    if means && !known {
        list.push(value.to_owned());
    }
    means || known
}

fn flag(slot: &mut bool, value: &str) -> bool {
    *slot = matches!(value, "1" | "true" | "");
    *slot || matches!(value, "0" | "false")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn round_trip(query: &str) {
        let (state, notices) = ViewState::parse(query);
        assert_eq!(notices, []);
        assert_eq!(state.to_query(), query);
    }

    #[test]
    fn an_address_reopens_its_view() {
        round_trip("");
        round_trip("view=articles&q=%E5%90%88%E8%82%A5+%E5%85%89&place=340100&kind=law");
        round_trip("place=310000&place=yrd&year=2024&year=2025&phase=in_force");
        round_trip("t0=2024-01-01&t1=2025-06-30&article=p.1&at=decision-adopted-1");
        round_trip("article=p.1&rule=share-widget&raw=1&script=hans&embed=1&lang=en&theme=dark");
        round_trip("view=figures&only=conflict&initiative=yrd-plan&article=p.1&at=3-9");
        round_trip("lanes=place&as=down&t0=2024-01-01&t1=2025-06-30");
        round_trip("view=places&of=articles&place=320100&year=2024");
        round_trip("view=compare&compare=initiative.yrd-plan&compare=place.340100&year=2024");
        round_trip("view=network&node=a.x&with=i.y&only=actors");
        round_trip("view=charts&only=evolve&place=320000");
        round_trip("view=trail&corpus=0a1b2c3d");
        round_trip("utm=x&lane=kind");
    }

    #[track_caller]
    fn noticed(query: &str, name: &str, left: &str) {
        let (state, notices) = ViewState::parse(query);
        let names: Vec<&str> = notices.iter().map(|notice| notice.name.as_str()).collect();
        assert_eq!(names, [name]);
        assert_eq!(state.to_query(), left);
    }

    #[test]
    fn what_means_nothing_is_left_out_and_said() {
        noticed("view=map&q=a", "view", "q=a");
        noticed("kind=castle", "kind", "");
        noticed("compare=river.1&compare=place.1&compare=place.1", "compare", "compare=place.1");
        noticed("view=network&only=agree", "only", "view=network");
        noticed("view=places&of=issues", "of", "view=places");
        noticed("year=24&year=2024", "year", "year=2024");
        noticed("lang=fr", "lang", "");
        noticed("lanes=colour", "lanes", "");
        noticed("as=globe&lanes=actor", "as", "lanes=actor");
        noticed("raw=maybe", "raw", "");
        noticed("t0=soon&t1=2024", "t0", "");
        noticed("view=figures&only=past", "only", "view=figures");
        noticed("only=past&view=timeline", "only", "");
    }

    #[test]
    fn a_window_may_be_given_by_coarse_dates() {
        let (state, _) = ViewState::parse("t0=2024&t1=2024-06");
        assert_eq!(state.to_query(), "t0=2024-01-01&t1=2024-06-30");
        let (backwards, _) = ViewState::parse("t0=2025&t1=2024");
        assert_eq!(backwards.window, None);
    }

    #[test]
    fn no_more_is_compared_than_fits() {
        let keys: Vec<String> = (0..5).map(|nth| format!("compare=place.{nth}")).collect();
        noticed(&keys.join("&"), "compare", &keys[..4].join("&"));
    }

    #[test]
    fn a_face_of_the_figures_keeps_the_kind_that_it_lists() {
        let (mut state, _) = ViewState::parse("view=figures&only=agree");
        state.show(View::Charts);
        assert_eq!(state.to_query(), "view=charts&only=agree");
        assert_eq!(state.list(), Some(View::Figures));
        state.show(View::Flows);
        assert_eq!(state.to_query(), "view=flows");
    }

    #[test]
    fn the_plain_start_names_no_corpus() {
        let (state, notices) = ViewState::parse("corpus=0a1b2c3d");
        assert_eq!((state.to_query().as_str(), notices.len()), ("", 0));
    }

    #[test]
    fn a_value_twice_is_one_filter() {
        let (state, _) = ViewState::parse("place=310000&place=310000");
        assert_eq!(state.to_query(), "place=310000");
    }

    #[test]
    fn opening_another_article_starts_at_its_own_script() {
        let mut state = ViewState::default();
        state.open("a.1", Some("e".into()));
        state.simplified = true;
        state.raw = true;
        state.open("a.1", None);
        assert_eq!(state.to_query(), "article=a.1&script=hans");
        state.open("a.2", None);
        assert_eq!(state.to_query(), "article=a.2");
        state.close();
        assert_eq!(state, ViewState::default());
    }

    #[test]
    fn a_view_starts_whole_and_takes_the_place_of_an_initiative() {
        let (mut state, _) = ViewState::parse("view=figures&only=agree&article=p.1&raw=1");
        assert_eq!(state.list(), Some(View::Figures));
        state.open_initiative("i");
        assert_eq!(state.to_query(), "view=figures&only=agree&initiative=i");
        assert_eq!(state.list(), None);
        state.show(View::Figures);
        assert_eq!(state.to_query(), "view=figures&only=agree");
        state.show(View::Issues);
        assert_eq!(state.to_query(), "view=issues");
        assert_eq!(state.list(), None);
    }

    #[test]
    fn clearing_leaves_the_place_one_reads_at() {
        let (mut state, _) = ViewState::parse("q=x&kind=law&article=p.1&t0=2024&t1=2025");
        state.clear();
        assert_eq!(state.to_query(), "t0=2024-01-01&t1=2025-12-31&article=p.1");
    }
}
