//! Deltascope in the browser: an observatory of clean articles and dated facts.
//!
//! - `view`, `state`, `order`, `front`, `drawings`, `naming`, `figures`, `reading`, `context`, `audit`, `address`, `fragment`,
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
mod flows;
mod found;
mod fragment;
mod front;
mod lazy;
mod naming;
mod network;
mod order;
mod reading;
mod signals;
mod state;
mod store;
mod tiles;
mod timeline;
mod view;
mod words;

fn main() {
    leptos::mount::mount_to_body(app::App);
    browser::take_over();
}
