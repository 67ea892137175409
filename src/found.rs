//! `Found`: what the search and the filters leave, worked out once for each change of either.

use std::sync::Arc;

use crate::signals::{Memo, Shared, memo};
use leptos::prelude::*;

use deltascope_search::{Counts, Facet, Selection};

use crate::{
    data::{Arrival, Data, Search},
    state::ViewState,
    store::Store,
};

/// What the search and the filters leave; a handle to copy around.
#[derive(Clone, Copy)]
pub struct Found {
    /// What the search found; none without a search. While another is under way, what the last one
    /// found.
    pub search: Memo<Shared<Option<Search>>>,
    /// The search that is under way, or failed.
    pub under_way: Memo<Option<Arrival<()>>>,
    /// What passes search and filters.
    pub selection: Memo<Shared<Selection>>,
    /// How much of the list that is shown each value of each facet would leave.
    pub counts: Memo<Shared<Counts>>,
}

/// What is found, from the context below `Observatory`.
pub fn found() -> Found {
    expect_context()
}

/// What the search found, and the search that is under way or failed, as [`Found`] has them.
type Asked = (Memo<Shared<Option<Search>>>, Memo<Option<Arrival<()>>>);

/// Follows a search.
pub fn searched(ask: Box<dyn Fn() -> Arrival<Option<Search>> + Send + Sync>) -> Asked {
    let last = StoredValue::new(Shared::new(None));
    let asked = memo(move || match ask() {
        Arrival::Here(found) => {
            last.set_value(Shared::new(found));
            (last.get_value(), None)
        }
        Arrival::Coming => (last.get_value(), Some(Arrival::Coming)),
        Arrival::Failed(error) => (last.get_value(), Some(Arrival::Failed(error))),
    });
    let search = memo(move || asked.with(|(found, _)| found.clone()));
    let under_way = memo(move || asked.with(|(_, under_way)| under_way.clone()));
    (search, under_way)
}

impl Found {
    /// Follows the store.
    pub fn new(store: Store, data: &Arc<Data>) -> Self {
        let query = store.part(|from, to| to.query.clone_from(&from.query));
        let picks = store.part(|from, to| to.picks.clone_from(&from.picks));
        let (searching, selecting) = (Arc::clone(data), Arc::clone(data));
        let ask = move || query.with(|state| searching.search(&state.query));
        let (search, under_way) = searched(Box::new(ask));
        let selection = memo(move || {
            let search = search.get();
            let searched = search.as_ref().and_then(|search| search.searched.as_ref());
            let select = |state: &ViewState| selecting.facets.select(&state.picks, searched);
            Shared::new(picks.with(select))
        });
        let counting = Arc::clone(data);
        let shown = store.part(ViewState::copy_list);
        let counts = memo(move || {
            let search = search.get();
            let searched = search.as_ref().and_then(|search| search.searched.as_ref());
            // The rail goes with its view, a moment later.
            let view = shown.with(ViewState::list).unwrap_or_default() as usize;
            Shared::new(picks.with(|state| counting.facets.counts(view, &state.picks, searched)))
        });
        Self { search, under_way, selection, counts }
    }

    /// What passes with the filter of places off: for views in which a place is something else.
    pub fn of_all_places(self, store: Store, data: &Arc<Data>) -> Memo<Shared<Selection>> {
        let data = Arc::clone(data);
        let picks = store.part(|from, to| {
            to.picks.clone_from(&from.picks);
            to.picks[Facet::Place as usize].clear();
        });
        memo(move || {
            let search = self.search.get();
            let searched = search.as_ref().and_then(|search| search.searched.as_ref());
            Shared::new(picks.with(|state| data.facets.select(&state.picks, searched)))
        })
    }
}
