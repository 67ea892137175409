//! Memos and effects over boxed functions.
//!
//! Leptos compiles each memo and effect for its own closure. Boxed first, they are compiled once for
//! each type of value, which keeps the app's code smaller.

use leptos::prelude::*;

/// A value worked out from signals, and kept until one of them changes.
pub fn memo<T>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    boxed_memo(Box::new(work_out))
}

fn boxed_memo<T>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| work_out())
}

/// Does something now and whenever a signal that it reads changes.
pub fn effect(act: impl Fn() + 'static) {
    boxed_effect(Box::new(act));
}

/// Does something whenever a signal that it reads changes, and now: it is told whether it is the
/// first time.
pub fn effect_from(act: impl Fn(bool) + 'static) {
    let first = StoredValue::new(true);
    effect(move || {
        act(first.get_value());
        first.set_value(false);
    });
}

fn boxed_effect(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}
