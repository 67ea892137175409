//! Builds elements on the page, and changes them in place where the part of a view that they stand in
//! is built anew.
//!
//! 1. What an element is given is written once; what follows signals, whenever these change.
//! 2. Anew, an element of the same tag stays: what differs is written, what is not given any more is
//!    taken away, and children are compared one by one.

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{
            CastFrom, RemoveEventHandler, Rndr,
            types::{Element, Node},
        },
        view::{Mountable, Position, PositionState, any_view::AnyViewState},
    },
    wasm_bindgen::{JsCast, JsValue},
};
use send_wrapper::SendWrapper;

use super::{Action, El, Parts, Value};

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Attribute,
    Property,
    Style,
    Event,
}

/// What an element is given under a name.
pub struct Given {
    name: &'static str,
    kind: Kind,
    what: What,
}

enum What {
    Text(String),
    Value(Value),
    Action(Owner, SendWrapper<Action>),
}

impl Given {
    /// A text that stays.
    pub fn text(name: &'static str, kind: Kind, text: String) -> Self {
        Self { name, kind, what: What::Text(text) }
    }

    /// A text that follows signals.
    pub fn value(name: &'static str, kind: Kind, value: Value) -> Self {
        Self { name, kind, what: What::Value(value) }
    }

    /// What an event does, with what the part of the view around it provides.
    pub fn action(name: &'static str, action: SendWrapper<Action>) -> Self {
        let owner = Owner::current().unwrap_or_default();
        Self { name, kind: Kind::Event, what: What::Action(owner, action) }
    }
}

/// What an element was given.
struct Held {
    name: &'static str,
    kind: Kind,
    how: How,
}

enum How {
    Text(String),
    Follows(RenderEffect<Option<String>>),
    /// Goes when it is dropped.
    Listens(#[expect(dead_code, reason = "held until it goes")] RemoveEventHandler<Element>),
}

/// An element on the page.
pub struct Built {
    tag: &'static str,
    element: Element,
    held: Vec<Held>,
    children: Vec<AnyViewState>,
}

impl Built {
    fn give(&mut self, Given { name, kind, what }: Given, old: Option<How>) {
        let element = &self.element;
        let how = match (what, old) {
            (What::Text(new), old) => {
                if !matches!(old, Some(How::Text(old)) if old == new) {
                    write(element, kind, name, Some(&new));
                }
                How::Text(new)
            }
            (What::Value(value), old) => {
                let old = match old {
                    Some(How::Follows(effect)) => effect.take_value().flatten(),
                    Some(How::Text(text)) => Some(text),
                    _ => None,
                };
                How::Follows(follow(element.clone(), kind, name, value, old))
            }
            (What::Action(owner, action), old) => {
                drop(old);
                let mut action = action.take();
                let act = move |event: JsValue| owner.with(|| action(event.unchecked_into()));
                How::Listens(Rndr::add_event_listener(element, name, Box::new(act)))
            }
        };
        self.held.push(Held { name, kind, how });
    }

    fn add(&mut self, child: AnyView) {
        let mut child = child.build();
        child.mount(&self.element, None);
        self.children.push(child);
    }
}

/// Writes a value now, where it is not the old one, and whenever it changes.
fn follow(
    element: Element,
    kind: Kind,
    name: &'static str,
    value: Value,
    old: Option<String>,
) -> RenderEffect<Option<String>> {
    let follow = move |old: Option<_>| {
        let new = value();
        if old.flatten() != new {
            write(&element, kind, name, new.as_deref());
        }
        new
    };
    RenderEffect::new_with_value(follow, Some(old))
}

/// Writes what stands under a name, or takes it away.
fn write(element: &Element, kind: Kind, name: &str, value: Option<&str>) {
    match (kind, value) {
        (Kind::Attribute, Some(value)) => Rndr::set_attribute(element, name, value),
        (Kind::Attribute, None) => Rndr::remove_attribute(element, name),
        (Kind::Style, value) => {
            Rndr::set_css_property(&Rndr::style(element), name, value.unwrap_or_default());
        }
        (Kind::Property, value) => {
            let value = value.map_or(JsValue::FALSE, JsValue::from_str);
            Rndr::set_property(element, name, &value);
        }
        (Kind::Event, _) => {}
    }
}

fn namespace(tag: &str) -> Option<&'static str> {
    matches!(tag, "svg" | "path").then_some("http://www.w3.org/2000/svg")
}

impl Render for El {
    type State = Built;

    fn build(self) -> Built {
        let Parts { tag, given, children } = *self.0;
        let element = Rndr::create_element(tag, namespace(tag));
        let mut built = Built { tag, element, held: Vec::new(), children: Vec::new() };
        for given in given {
            built.give(given, None);
        }
        for child in children {
            built.add(child);
        }
        built
    }

    fn rebuild(self, built: &mut Built) {
        if self.0.tag != built.tag {
            let mut new = self.build();
            built.insert_before_this(&mut new);
            built.unmount();
            *built = new;
            return;
        }
        let Parts { given, children, .. } = *self.0;
        let mut held = std::mem::take(&mut built.held);
        for given in given {
            let same = |held: &Held| (held.name, held.kind) == (given.name, given.kind);
            let old = held.iter().position(same).map(|at| held.swap_remove(at).how);
            built.give(given, old);
        }
        for Held { name, kind, .. } in held {
            write(&built.element, kind, name, None);
        }
        for mut gone in built.children.drain(children.len().min(built.children.len())..) {
            gone.unmount();
        }
        let mut children = children.into_iter();
        for (old, new) in built.children.iter_mut().zip(children.by_ref()) {
            new.rebuild(old);
        }
        for child in children {
            built.add(child);
        }
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, before);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element).and_then(Element::cast_from);
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.element));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

// What Leptos wants besides of whatever it draws; the app is drawn in the browser alone.
impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
