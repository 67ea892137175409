//! `Node`: an element that is drawn by hand. For what is many and changes with each frame, where a
//! signal for each part would cost more than the frame has.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// An element of the page. Text stays text: nothing here parses markup.
pub struct Node(HtmlElement);

impl Node {
    /// A new element with this tag, which stands nowhere yet.
    pub fn new(tag: &str) -> Self {
        let Ok(element) = document().create_element(tag) else {
            unreachable!("only a tag that is no name is refused")
        };
        Self(element.unchecked_into())
    }

    /// The element with this id.
    pub fn find(id: &str) -> Option<Self> {
        document().get_element_by_id(id).map(|element| Self(element.unchecked_into()))
    }

    /// A copy of it with all that it holds, which stands nowhere yet.
    pub fn copy(&self) -> Self {
        let Ok(copy) = self.0.clone_node_with_deep(true) else {
            unreachable!("every element can be copied")
        };
        Self(copy.unchecked_into())
    }

    /// The first element in it.
    pub fn first(&self) -> Option<Self> {
        self.0.first_element_child().map(|element| Self(element.unchecked_into()))
    }

    /// The element after it.
    pub fn next(&self) -> Option<Self> {
        self.0.next_element_sibling().map(|element| Self(element.unchecked_into()))
    }

    /// Puts a child before another, or last. It leaves where it stood.
    pub fn insert(&self, child: &Self, before: Option<&Self>) {
        // Refused only for a neighbour that is no child, which no caller names.
        let _ = self.0.insert_before(&child.0, before.map(|node| node.0.as_ref()));
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Sets or removes an attribute.
    pub fn set(&self, name: &str, value: Option<&str>) {
        super::mark(&self.0, name, value);
    }

    /// Ticks a box, or not.
    pub fn check(&self, ticked: bool) {
        let _ = js_sys::Reflect::set(&self.0, &"checked".into(), &ticked.into());
    }

    /// Gives it this text alone; it holds nothing else. A text that is there is changed in place: for a new one
    /// the browser would work out the style anew.
    pub fn text(&self, text: &str) {
        match self.0.first_child() {
            Some(old) => old.set_node_value(Some(text)),
            None => self.0.set_text_content(Some(text)),
        }
    }

    /// Gives it this style of its own, by script and not by an attribute, which the page's security
    /// policy forbids.
    pub fn style(&self, css: &str) {
        self.0.style().set_css_text(css);
    }
}
