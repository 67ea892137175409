//! `Store`: the app's live state, and the only way to change it.
//!
//! 1. `Store::new` reads the address and the stored preferences.
//! 2. `go` shows something else as a new entry of the history; `adjust` changes what is shown in
//!    place (typing, panning), with the address written when the hand rests.
//! 3. Back and Forward bring an address, which replaces the state whole.

use std::{sync::Arc, time::Duration};

use crate::signals::{Memo, memo};
use deltascope_search::Prepared;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use crate::{
    browser,
    data::{self, Answers, Data, LoadError},
    state::{CORPUS, Notice, Theme, ViewState},
    words::{self, Lang, Words},
};

/// How long the hand rests before the address follows: longer than between two keys of who types on. Browsers
/// limit how often it may change, and work out the style of all links anew.
const REST: Duration = Duration::from_millis(300);

/// How long a view takes at most to draw itself anew for another width.
const SETTLED: Duration = Duration::from_millis(150);

/// Between two parts of work in the background: a frame and a bit.
const PAUSE: Duration = Duration::from_millis(20);

/// Where the corpus is.
#[derive(Clone)]
pub enum Load {
    /// On its way.
    Loading,
    /// On its way; searches are answered already.
    Answering(Arc<Answers>),
    /// Not to be had.
    Failed(LoadError),
    /// Here.
    Ready(Arc<Data>),
}

/// The live state; a handle to copy around.
#[derive(Clone, Copy)]
pub struct Store {
    /// What is shown. Read it here; change it by `go` and `adjust`.
    pub state: RwSignal<ViewState>,
    /// Parts of the address that were not understood.
    pub notices: RwSignal<Vec<Notice>>,
    /// The corpus.
    pub load: RwSignal<Load>,
    /// The language of the interface.
    pub lang: Memo<Lang>,
    /// The scheme, where one is chosen.
    pub theme: Memo<Option<Theme>>,
    /// The filters' drawer is open, on a narrow screen.
    pub drawer: RwSignal<bool>,
    /// The preferences, as a state with nothing else in it: a signal of a type that is there anyway.
    saved: RwSignal<ViewState>,
    /// How much of the first view is drawn.
    turns: RwSignal<usize>,
    unwritten: StoredValue<Option<TimeoutHandle>>,
    opener: StoredValue<Option<String>>,
    /// Changes whenever a part of the corpus arrives.
    news: RwSignal<usize>,
    /// Changes whenever the address is that of what is shown: not with each key, but when the hand rests.
    written: RwSignal<usize>,
}

/// The store, from the context that `App` gives.
pub fn store() -> Store {
    expect_context()
}

/// The corpus, from the context below `Observatory`.
pub fn data() -> Arc<Data> {
    expect_context()
}

/// The words of the language at hand. Everything below `App` is built anew for another language,
/// so this need not be tracked.
pub fn say() -> &'static Words {
    words::words(store().lang.get_untracked())
}

/// Words of a view that are no part of [`Words`], in the language at hand.
pub fn say_in<T>(words: fn(Lang) -> &'static T) -> &'static T {
    words(store().lang.get_untracked())
}

/// What is drawn one after another, so that no task is long.
#[derive(Clone, Copy)]
pub enum Turn {
    /// What is above the list; of the front page it comes behind the head, and both are then shown.
    Head = 1,
    /// The rail of filters, in a frame of its own.
    Rail,
    /// The timeline, likewise.
    Timeline,
}

/// Prepares the search of a large corpus, a part after each pause.
fn prepare(data: Arc<Data>, from: Prepared) {
    set_timeout(
        move || {
            if let Some(next) = data.prepare(from) {
                prepare(data, next);
            }
        },
        PAUSE,
    );
}

impl Store {
    /// Reads the address and the preferences, and follows Back and Forward from now on.
    pub fn new() -> Self {
        let (state, notices) = ViewState::parse(&browser::query());
        let stored = |name| if state.embed { None } else { browser::stored(name) };
        let lang = stored("lang").as_deref().and_then(Lang::from_tag);
        let theme = stored("theme");
        let theme = Theme::ALL.into_iter().find(|known| Some(known.key()) == theme.as_deref());
        let lang = lang.or_else(browser::preferred_language);
        let saved = RwSignal::new(ViewState { lang, theme, ..ViewState::default() });
        let state = RwSignal::new(state);
        let lang = |state: &ViewState| state.lang;
        let theme = |state: &ViewState| state.theme;
        let lang = memo(move || state.with(lang).or(saved.with(lang)).unwrap_or_default());
        let theme = memo(move || state.with(theme).or(saved.with(theme)));
        let store = Self {
            state,
            notices: RwSignal::new(notices),
            load: RwSignal::new(Load::Loading),
            lang,
            theme,
            drawer: RwSignal::new(false),
            saved,
            turns: RwSignal::new(0),
            unwritten: StoredValue::new(None),
            opener: StoredValue::new(None),
            news: RwSignal::new(0),
            written: RwSignal::new(0),
        };
        browser::on_navigation(move |query| store.arrive(&query));
        store
    }

    /// A part of what is shown, as a state with nothing else in it: it changes only where the part does.
    /// `take` copies the part.
    pub fn part(
        self,
        take: impl Fn(&ViewState, &mut ViewState) + Send + Sync + 'static,
    ) -> Memo<ViewState> {
        memo(move || {
            let mut part = ViewState::default();
            self.state.with(|state| take(state, &mut part));
            part
        })
    }

    /// Fetches the corpus, again where it failed.
    pub fn load(self) {
        self.load.set(Load::Loading);
        spawn_local(async move {
            let answering = move |answers| self.load.set(Load::Answering(answers));
            self.load.set(match data::load(self.news, answering).await {
                Ok(data) => {
                    let data = Arc::new(data);
                    prepare(Arc::clone(&data), Prepared::default());
                    self.settle(&data);
                    Load::Ready(data)
                }
                Err(error) => {
                    browser::remove(browser::FIRST);
                    Load::Failed(error)
                }
            });
        });
    }

    /// True once it is a part's turn to be drawn.
    pub fn has_turn(self, turn: Turn) -> Memo<bool> {
        memo(move || self.turns.get() >= turn as usize)
    }

    /// Begins the turns, once for all. The head of the front page takes the place of the page's first frame.
    pub fn take_turns(self) {
        let next = move || self.turns.update(|turns| *turns += 1);
        let is_before = move |turn| self.turns.get_untracked() < turn as usize;
        if is_before(Turn::Head) && !self.state.with_untracked(ViewState::is_front) {
            next();
        }
        spawn_local(async move {
            if is_before(Turn::Head) {
                browser::breathe().await;
                next();
            }
            browser::remove(browser::FIRST);
            while is_before(Turn::Timeline) {
                browser::frame().await;
                next();
            }
        });
    }

    /// Shows something else, as a new entry of the history.
    pub fn go(self, change: impl FnOnce(&mut ViewState)) {
        let mut next = self.state.get_untracked();
        change(&mut next);
        self.enter(next);
    }

    fn enter(self, mut next: ViewState) {
        next.corpus = self.state.with_untracked(|state| state.corpus.clone());
        if self.state.with_untracked(|state| *state == next) {
            return;
        }
        if next.article.is_some() && self.state.with_untracked(|state| state.article.is_none()) {
            self.opener.set_value(browser::focused());
        }
        self.write_now();
        // Inside another page, the history is that page's: leave its Back button alone.
        browser::write_query(&next.to_query(), !next.embed);
        self.state.set(next);
        self.written.update(|times| *times += 1);
    }

    /// Changes what is shown in place.
    pub fn adjust(self, change: impl FnOnce(&mut ViewState)) {
        let mut next = self.state.get_untracked();
        change(&mut next);
        if self.state.with_untracked(|state| *state == next) {
            return;
        }
        self.state.set(next);
        if let Some(handle) = self.unwritten.get_value() {
            handle.clear();
        }
        let handle = set_timeout_with_handle(move || self.write_now(), REST).ok();
        self.unwritten.set_value(handle);
    }

    /// Writes an address that is still behind.
    fn write_now(self) {
        if let Some(handle) = self.unwritten.get_value() {
            handle.clear();
            self.unwritten.set_value(None);
            browser::write_query(&self.query(), false);
            self.written.update(|times| *times += 1);
        }
    }

    /// The query of what is shown, without tracking.
    fn query(self) -> String {
        self.state.with_untracked(ViewState::to_query)
    }

    fn arrive(self, query: &str) {
        if let Some(handle) = self.unwritten.get_value() {
            handle.clear();
            self.unwritten.set_value(None);
        }
        let (state, notices) = ViewState::parse(query);
        self.notices.set(notices);
        self.state.set(state);
        self.written.update(|times| *times += 1);
        if let Load::Ready(data) = self.load.get_untracked() {
            self.settle(&data);
        }
    }

    /// From now on addresses name this corpus; says so where the present one names another.
    fn settle(self, data: &Data) {
        let named = self.state.with_untracked(|state| state.corpus.clone());
        if named.as_ref() == Some(&data.fingerprint) {
            return;
        }
        if let Some(value) = named {
            self.notices.update(|notices| notices.push(Notice { name: CORPUS.into(), value }));
        }
        self.state.update(|state| state.corpus = Some(data.fingerprint.clone()));
        self.written.update(|times| *times += 1);
    }

    /// Opens an article in the reader.
    pub fn open(self, article: &str, at: Option<String>) {
        self.go(|state| state.open(article, at));
    }

    /// Opens the page of an initiative.
    pub fn open_initiative(self, id: &str) {
        self.go(|state| state.open_initiative(id));
        browser::scroll_up();
    }

    /// Says that a part of the address means nothing in this corpus, and leaves it out.
    pub fn refuse(self, name: &str, value: String, leave_out: impl FnOnce(&mut ViewState)) {
        self.notices.update(|notices| notices.push(Notice { name: name.to_owned(), value }));
        self.adjust(leave_out);
    }

    /// Closes the reader, and gives the focus back.
    pub fn close(self) {
        self.go(ViewState::close);
        let opener = self.opener.get_value();
        request_animation_frame(move || {
            if !opener.is_some_and(|id| browser::focus(&id)) {
                browser::focus("main");
            }
        });
        // The view beside it may draw itself anew for its new width, and lose what had the focus.
        set_timeout(
            || {
                if browser::nothing_has_focus() {
                    browser::focus("main");
                }
            },
            SETTLED,
        );
    }

    /// Closes the drawer of filters, and gives the focus back to what opened it.
    pub fn close_drawer(self) {
        self.drawer.set(false);
        browser::focus("open-filters");
    }

    /// Chooses the language: in the address where it names one, else as a preference.
    pub fn choose_lang(self, lang: Lang) {
        self.saved.update(|saved| saved.lang = Some(lang));
        self.remember("lang", Some(lang.tag()), |state| {
            if state.embed || state.lang.is_some() {
                state.lang = Some(lang);
            }
        });
    }

    /// Chooses the scheme: in the address where it names one, else as a preference.
    pub fn choose_theme(self, theme: Option<Theme>) {
        self.saved.update(|saved| saved.theme = theme);
        self.remember("theme", theme.map(Theme::key), |state| {
            if state.embed || state.theme.is_some() {
                state.theme = theme;
            }
        });
    }

    fn remember(self, name: &str, value: Option<&str>, change: impl FnOnce(&mut ViewState)) {
        if !self.state.with_untracked(|state| state.embed) {
            browser::store(name, value);
        }
        self.adjust(change);
    }

    /// The address of what a change would show. Links follow it once what is shown rests: there are
    /// hundreds of them, and a key has a frame.
    pub fn address(self, change: impl FnOnce(&mut ViewState)) -> String {
        self.written.track();
        let mut next = self.state.get_untracked();
        let corpus = next.corpus.take();
        change(&mut next);
        next.corpus = corpus;
        ["?", &next.to_query()].concat()
    }
}
