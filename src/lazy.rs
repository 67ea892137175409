//! Parts of the app that cross the network when they are first shown.
//!
//! A part is named below with what draws it: a plain function, which is called like any other once it is
//! here. `cargo xtask build` cuts the code that only such functions reach out of the app's wasm, into a
//! file for each part and for what several share (`xtask/src/split.rs`). Built by trunk alone the app is
//! one file, and every part is here from the start.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use deltascope_model::Initiative;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{
        about::About,
        charts, compare,
        failure::{coming, lost},
        first_hits, flows,
        initiative::initiative_page,
        issues::Issues,
        ledger::Ledger,
        network, places,
        reader::Reader,
        report,
        targets::Targets,
    },
    data::{Answers, Data},
    dom::live,
    timeline::{self, Chart},
};

/// Room for the data of the parts, which nothing reads. The cutter gives each part its own data where all take no
/// more room than they did in one; each part's begins at a multiple of the strictest alignment. What nothing
/// reads is left out, and its room is theirs.
#[cfg(feature = "split")]
#[used]
static ROOM: [u8; 1024] = [1; 1024];

/// A part did not come.
pub struct Lost;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Lost {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What a part gives once it is here.
type Coming<T> = Pin<Box<dyn Future<Output = Result<T, Lost>>>>;

/// The parts: `file: what is drawn, what draws it = the same in full`. What has one file comes together.
macro_rules! parts {
    ($($file:ident: $name:ident, $draw:ty = $value:expr;)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($file, fallible)]
        pub fn $name() -> Result<$draw, Lost> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        pub fn $name() -> std::future::Ready<Result<$draw, Lost>> {
            std::future::ready(Ok($value))
        }
    )*};
}

parts! {
    reader: reader, fn(String) -> AnyView = |opened| view! { <Reader opened=opened/> }.into_any();
    hits: first_hits, fn(&Arc<Answers>) -> AnyView = first_hits::first_hits;
    facts: ledger, fn() -> AnyView = || view! { <Ledger/> }.into_any();
    facts: targets, fn() -> AnyView = || view! { <Targets/> }.into_any();
    facts: event_table, fn(Chart) -> AnyView = timeline::table;
    facts: initiative, fn(&Arc<Data>, &Initiative) -> AnyView = initiative_page;
    facts: report, fn(&Arc<Data>) -> AnyView = report::report;
    network: network, fn(&Arc<Data>) -> AnyView = network::network;
    compare: compare, fn(&Arc<Data>) -> AnyView = compare::compare;
    charts: charts, fn(&Arc<Data>) -> AnyView = charts::charts;
    charts: flows, fn(&Arc<Data>) -> AnyView = flows::flows;
    about: places, fn(&Arc<Data>) -> AnyView = places::places;
    about: issues, fn() -> AnyView = || view! { <Issues/> }.into_any();
    about: about, fn() -> AnyView = || view! { <About/> }.into_any();
}

/// What `draw` makes of a part: at once where the part is here. Until then a line says that it is on its
/// way, or that it did not come.
pub fn later<T, F>(part: fn() -> F, draw: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: 'static,
    F: Future<Output = Result<T, Lost>> + 'static,
{
    later_in(|line| line, part, draw)
}

/// As `later`, the line in a frame.
pub fn later_in<T, F>(
    frame: fn(AnyView) -> AnyView,
    part: fn() -> F,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView
where
    T: 'static,
    F: Future<Output = Result<T, Lost>> + 'static,
{
    boxed(frame, Box::new(move || Box::pin(part())), Box::new(draw))
}

fn boxed<T: 'static>(
    frame: fn(AnyView) -> AnyView,
    part: Box<dyn Fn() -> Coming<T> + Send>,
    draw: Box<dyn Fn(T) -> AnyView + Send>,
) -> AnyView {
    let failed = RwSignal::new(false);
    live(move || {
        let again = move || failed.set(false);
        if failed.get() {
            return frame(lost(again));
        }
        let mut asked = part();
        match asked.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(here)) => draw(here),
            Poll::Ready(Err(Lost)) => frame(lost(again)),
            Poll::Pending => {
                spawn_local(async move {
                    let came = asked.await.is_ok();
                    // What asked for it may be gone.
                    let _ = failed.try_set(!came);
                });
                frame(coming())
            }
        }
    })
}
