//! Deltascope in the browser: an observatory of clean articles and dated facts.
//!
//! - `view`, `state`, `order`, `front`, `listing`, `fingerprint`, `drawings`, `naming`, `figures`, `reading`, `context`, `audit`, `address`, `fragment`,
//!   `tiles`, `coverage`, `compare`, `network`, `flows`: pure, tested natively
//! - `data`: the only file that fetches; `browser`: the only one that touches the browser
//! - `lazy`: parts of the app that come when they are first shown
//! - `store`: the live state; `found`: what passes search and filters; `components`: what is drawn from it; `words`: what it says
//! - `timeline`: the timeline of initiatives

mod address;
mod app;
mod audit;
mod browser;
mod compare;
mod components;
mod context;
mod coverage;
mod data;
mod dom;
mod drawings;
mod figures;
mod fingerprint;
mod flows;
mod found;
mod fragment;
mod front;
mod lazy;
mod listing;
mod naming;
mod network;
mod order;
mod reading;
mod signals;
mod spellings;
mod state;
mod store;
mod tiles;
mod timeline;
mod view;
mod words;

use any_spawner::Executor;
use leptos::{
    prelude::*,
    tachys::{dom::body, view::Mountable},
    task::spawn_local,
};

fn main() {
    // It fails where it has been done before, and nothing has.
    let _ = Executor::init_wasm_bindgen();
    spawn_local(start());
}

/// Puts the app on the page, as `leptos::mount` does, with the browser's turn between its steps: the code of
/// each is compiled when it first runs, which takes longer than the step.
async fn start() {
    browser::breathe().await;
    let owner = Owner::new();
    owner.with(app::begin);
    browser::breathe().await;
    let app = owner.with(app::App);
    browser::breathe().await;
    let mut drawn = owner.with(|| app.into_view().build());
    browser::breathe().await;
    drawn.mount(&body(), None);
    browser::take_over();
    // The app lives as long as its document.
    std::mem::forget((owner, drawn));
}
