//! The rows of a facet, drawn by hand.
//!
//! A corpus has hundreds of values, most of them months and places that a short list leaves out. A
//! row is made when it is first shown, and stays; what search and filters change is written, and
//! nothing else of the page.

use crate::{browser::Node, data::Data, naming, state::Facet, words::Lang};

/// How a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// How much it would leave.
    pub count: usize,
    /// It is chosen.
    pub chosen: bool,
    /// It is on the list.
    pub shown: bool,
}

/// The id of the list of a facet.
pub fn list(facet: Facet) -> String {
    ["values-", facet.key()].concat()
}

/// The rows of a facet, in the order of the rail.
pub struct Rows {
    facet: Facet,
    keys: Vec<String>,
    drawn: Vec<Option<Drawn>>,
}

/// A row on the page.
struct Drawn {
    item: Node,
    input: Node,
    count: Node,
    /// As it was last written.
    row: Option<Row>,
}

impl Rows {
    /// Rows of these values, none of them drawn.
    pub fn new(facet: Facet, keys: Vec<String>) -> Self {
        let drawn = keys.iter().map(|_| None).collect();
        Self { facet, keys, drawn }
    }

    /// Makes the list show how the values stand.
    pub fn write(&mut self, data: &Data, lang: Lang, rows: &[Row]) {
        let Some(list) = Node::find(&list(self.facet)) else { return };
        // From the last, so that a new row finds the one that it stands before.
        let mut next = None;
        for (at, &row) in rows.iter().enumerate().rev() {
            if row.shown && self.drawn[at].is_none() {
                let made = self.make(at, data, lang);
                let before = next.and_then(|next: usize| self.drawn[next].as_ref());
                list.insert(&made.item, before.map(|drawn| &drawn.item));
                self.drawn[at] = Some(made);
            }
            if let Some(drawn) = &mut self.drawn[at] {
                drawn.write(row);
                next = Some(at);
            }
        }
    }

    fn make(&self, at: usize, data: &Data, lang: Lang) -> Drawn {
        let (facet, key) = (self.facet, &self.keys[at]);
        let part = |parent: &Node, tag, class| {
            let node = Node::new(tag);
            node.set("class", Some(class));
            parent.insert(&node, None);
            node
        };
        let id = [facet.key(), "-", key].concat();
        let item = Node::new("li");
        let label = part(&item, "label", "facet-value");
        label.set("data-testid", Some(&["filter-", facet.key()].concat()));
        label.set("data-value", Some(&id));
        let input = Node::new("input");
        input.set("type", Some("checkbox"));
        input.set("id", Some(&["filter-", &id].concat()));
        input.set("value", Some(key));
        label.insert(&input, None);
        if facet == Facet::Kind
            && let Some((glyph, tag)) = naming::glyph_of(key, lang)
        {
            let node = part(&label, "span", "kind-glyph");
            node.set("lang", Some(tag));
            node.set("data-kind", Some(key));
            node.set("aria-hidden", Some("true"));
            node.text(glyph);
        }
        let name = part(&label, "span", "facet-name");
        // Publishers have no other name.
        name.set("lang", (facet == Facet::Publisher && lang == Lang::En).then_some("zh"));
        name.text(&naming::value(data, facet, key, lang));
        let count = part(&label, "span", "count");
        Drawn { item, input, count, row: None }
    }
}

impl Drawn {
    /// Writes what differs. The count of a row that leaves the list is written when it is back.
    fn write(&mut self, mut row: Row) {
        let old = self.row;
        if !row.shown {
            row.count = old.map_or(row.count, |old| old.count);
        }
        self.row = Some(row);
        if old.map(|old| old.count) != Some(row.count) {
            self.count.text(&row.count.to_string());
        }
        if old.map(|old| old.shown) != Some(row.shown) {
            self.item.set("hidden", (!row.shown).then_some(""));
        }
        if old.map(|old| old.chosen) != Some(row.chosen) {
            self.input.check(row.chosen);
        }
    }
}
