//! Elements of one type: a tag, attributes, listeners and children, put together by calls.
//!
//! Leptos' `view!` gives every element a type of its own, and each type its own code to build,
//! update and remove it, which crosses the network; and what erases its types takes several times as
//! long as the browser needs for the element. Here all elements are one type, and `built` makes
//! them. Text stays text: nothing here parses markup.

mod built;

use leptos::{ev, prelude::*, tachys::view::iterators::StaticVec};
use send_wrapper::SendWrapper;

use built::{Given, Kind};

/// A part of a view that follows signals.
pub type Part = Box<dyn Fn() -> AnyView + Send>;

/// An attribute that follows signals; none takes it away.
pub type Value = Box<dyn Fn() -> Option<String> + Send>;

/// What an event does.
pub type Action = Box<dyn FnMut(ev::Event)>;

/// An element that is being put together. Boxed, as each call of a chain hands it on: a pointer
/// takes a tenth of the code that the parts take.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    given: Vec<Given>,
    children: Vec<AnyView>,
}

/// An element with this tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, given: Vec::new(), children: Vec::new() }))
}

/// A part that is built anew whenever a signal that it reads changes.
pub fn live(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let part: Part = Box::new(part);
    part.into_any()
}

/// An attribute that follows signals.
pub fn value(value: impl Fn() -> Option<String> + Send + 'static) -> Value {
    Box::new(value)
}

/// An attribute that is `true` or `false`.
pub fn truth(holds: impl Fn() -> bool + Send + 'static) -> Value {
    Box::new(move || Some(if holds() { "true" } else { "false" }.to_owned()))
}

/// An attribute that is there or not.
pub fn presence(holds: impl Fn() -> bool + Send + 'static) -> Value {
    Box::new(move || holds().then(String::new))
}

/// Views one after another.
pub fn all_of(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    let views: Vec<AnyView> = views.into_iter().collect();
    StaticVec::from(views).into_any()
}

/// Nothing.
pub fn none() -> AnyView {
    all_of([])
}

/// A drawing of SVG paths, each with its class, for those who see it.
pub fn drawing<const N: usize>(
    class: &'static str,
    view_box: &'static str,
    paths: [(&'static str, String); N],
) -> AnyView {
    drawing_of(class, view_box, Vec::from(paths))
}

#[inline(never)]
fn drawing_of(
    class: &'static str,
    view_box: &'static str,
    paths: Vec<(&'static str, String)>,
) -> AnyView {
    let path = |(class, d): (&'static str, String)| el("path").class(class).attr("d", d).view();
    el("svg")
        .class(class)
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .children(paths.into_iter().map(path))
        .view()
}

/// What can stand inside an element.
pub trait Child {
    /// As a view.
    fn part(self) -> AnyView;

    /// Puts it to the other children.
    #[inline(never)]
    fn join(self, children: &mut Vec<AnyView>)
    where
        Self: Sized,
    {
        children.push(self.part());
    }
}

impl Child for AnyView {
    fn part(self) -> AnyView {
        self
    }
}

impl Child for El {
    fn part(self) -> AnyView {
        self.view()
    }
}

impl Child for String {
    fn part(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &str {
    fn part(self) -> AnyView {
        self.to_owned().into_any()
    }
}

impl Child for Vec<AnyView> {
    fn part(self) -> AnyView {
        all_of(self)
    }
}

impl<T: Child> Child for Option<T> {
    fn part(self) -> AnyView {
        self.map_or_else(none, Child::part)
    }
}

/// What an attribute can be: text, text that may be missing, or a [`Value`] that follows signals.
pub trait Set {
    /// Puts the attribute with this name to the others.
    fn set(self, name: &'static str, given: &mut Vec<Given>);
}

impl Set for String {
    #[inline(never)]
    fn set(self, name: &'static str, given: &mut Vec<Given>) {
        given.push(Given::text(name, Kind::Attribute, self));
    }
}

impl Set for &str {
    #[inline(never)]
    fn set(self, name: &'static str, given: &mut Vec<Given>) {
        self.to_owned().set(name, given);
    }
}

impl Set for bool {
    fn set(self, name: &'static str, given: &mut Vec<Given>) {
        self.then_some("").set(name, given);
    }
}

impl Set for Value {
    #[inline(never)]
    fn set(self, name: &'static str, given: &mut Vec<Given>) {
        given.push(Given::value(name, Kind::Attribute, self));
    }
}

impl<T: Set> Set for Option<T> {
    #[inline(never)]
    fn set(self, name: &'static str, given: &mut Vec<Given>) {
        if let Some(value) = self {
            value.set(name, given);
        }
    }
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Set) -> Self {
        value.set(name, &mut self.0.given);
        self
    }

    /// Sets the class.
    pub fn class(self, value: impl Set) -> Self {
        self.attr("class", value)
    }

    /// Sets the name by which browser tests find the element.
    pub fn test(self, value: impl Set) -> Self {
        self.attr("data-testid", value)
    }

    /// Sets a property of the element's own style, by script and not by an attribute, which the
    /// page's security policy forbids.
    #[inline(never)]
    pub fn style(mut self, name: &'static str, value: String) -> Self {
        self.0.given.push(Given::text(name, Kind::Style, value));
        self
    }

    /// Sets a property that is true or false and follows signals, where an attribute would only
    /// set the start.
    pub fn prop(self, name: &'static str, holds: impl Fn() -> bool + Send + 'static) -> Self {
        self.field(name, value(move || holds().then(|| "true".to_owned())))
    }

    /// Sets a property to a text that follows signals; none is false.
    #[inline(never)]
    pub fn field(mut self, name: &'static str, value: Value) -> Self {
        self.0.given.push(Given::value(name, Kind::Property, value));
        self
    }

    /// Listens to an event, by its name in the DOM.
    pub fn on(self, event: &'static str, action: impl FnMut(ev::Event) + 'static) -> Self {
        self.boxed_on(event, Box::new(action))
    }

    #[inline(never)]
    fn boxed_on(mut self, event: &'static str, action: Action) -> Self {
        self.0.given.push(Given::action(event, SendWrapper::new(action)));
        self
    }

    /// Adds a child.
    pub fn child(mut self, child: impl Child) -> Self {
        child.join(&mut self.0.children);
        self
    }

    /// Adds children.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// The finished view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        self.into_any()
    }
}
