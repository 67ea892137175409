//! Memos and effects over boxed functions.
//!
//! Leptos compiles each memo and effect for its own closure, and each memo for its type of value. Here
//! every closure is boxed and every memo holds one type, a value that is looked into when it is read:
//! they are compiled once, which keeps the app's code smaller.
//!
//! What reads a memo and another that follows from it reads the first one first. Leptos looks
//! through the sources in this order; where the second is asked first and stays as it is, the change
//! of the first goes unseen.

use std::{any::Any, marker::PhantomData, ops::Deref, sync::Arc};

use leptos::prelude::{Memo as Inner, *};

/// A value worked out from signals, and kept until one of them changes; a handle to copy around.
pub struct Memo<T> {
    kept: Inner<Kept>,
    // Invariant: `kept` holds a `T`; kept by `memo`, the only way in.
    of: PhantomData<fn() -> T>,
}

/// A value of any type, and how two of that type are compared.
#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

/// A value worked out from signals, and kept until one of them changes.
pub fn memo<T>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let work_out = move || Kept { value: Arc::new(work_out()), same: same::<T> };
    Memo { kept: boxed_memo(Box::new(work_out)), of: PhantomData }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

fn boxed_memo(work_out: Box<dyn Fn() -> Kept + Send + Sync>) -> Inner<Kept> {
    Inner::new(move |_| work_out())
}

impl<T: 'static> Memo<T> {
    /// Looks at the value, and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(value(&self.kept.get()))
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(value(&self.kept.get_untracked()))
    }

    /// Follows the value.
    pub fn track(self) {
        self.kept.track();
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value as it is now; none where what it belongs to is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.kept.try_get_untracked().map(|kept| value::<T>(&kept).clone())
    }
}

fn value<T: 'static>(kept: &Kept) -> &T {
    let Some(value) = kept.value.downcast_ref() else {
        unreachable!("a memo holds the type that it was made for")
    };
    value
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A shared value that is equal to itself only, so that a memo over it compares in no time.
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// A value to share.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
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
