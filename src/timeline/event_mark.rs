//! The elements of one event, or of one counted mark: a button. `painter` places it; `hearing`
//! hears it.

use deltascope_model::Basis;

use super::{painter::Painted, prepare::Prepared, shape::Shape};
use crate::{browser::Node, words::words};

/// The classes that draw a shape, after that of its element.
pub fn signs(class: &str, shape: Shape) -> String {
    let mut classes = String::from(class);
    for (on, class) in [
        (shape.is_point(), " point"),
        (shape.open_start, " open-start"),
        (shape.open_end, " open-end"),
        (shape.approximate, " approximate"),
        (shape.basis == Basis::Vague, " vague"),
        (shape.basis == Basis::Inferred, " inferred"),
    ] {
        if on {
            classes.push_str(class);
        }
    }
    classes
}

/// A button for a mark. It is used again for another when its own is out of sight.
pub struct Slot {
    /// The button.
    pub button: Node,
    /// What it shows.
    pub painted: Painted,
    glyph: Node,
    name: Node,
    phase: Node,
}

impl Slot {
    /// A button with a mark's words, made of one that is free where there is one.
    pub fn dressed(free: Option<Self>, painted: Painted, all: &Prepared) -> Self {
        let slot = match free {
            Some(slot) => Self { painted, ..slot },
            None => Self::bare(painted),
        };
        slot.dress(all);
        slot.write();
        slot
    }

    fn dress(&self, all: &Prepared) {
        let stop = self.painted.stop;
        let (Some(mark), Some(event)) = (all.marks.get(stop.mark), all.event(stop.mark)) else {
            return;
        };
        let counted = stop.counted;
        let words = words(all.lang);
        let (name, tag) = all.name(event);
        let button = &self.button;
        button.set("id", Some(&stop.id()));
        button.set("data-testid", Some(if counted { "cluster" } else { "event" }));
        button.set("data-event", (!counted).then_some(&event.id));
        if counted {
            let count = self.painted.count.to_string();
            let before = [&all.lane(mark.lane), words.timeline.comma, &count].concat();
            button.set("class", Some("counted"));
            button.set("data-kind", None);
            button.set("aria-label", Some(&(before + words.timeline.gathered)));
            self.name.text(&["+", &count].concat());
            self.phase.text("");
        } else {
            let named = all.is_named(mark);
            button.set("class", Some(&signs("event", mark.shape)));
            button.set("data-kind", Some(all.kind(event).key()));
            button.set("aria-label", Some(&all.accessible_name(event)));
            self.glyph.set("data-phase", Some(event.phase.key()));
            self.name.set("lang", Some(tag));
            self.name.text(if named { name } else { "" });
            // A blank parts the two words for whoever speaks them.
            let phase = words.facts.phases[event.phase as usize];
            self.phase.text(&[if named { " " } else { "" }, phase].concat());
        }
    }

    /// Puts it where it should be, where that has changed.
    pub fn place(&mut self, painted: Painted, all: &Prepared) {
        if self.painted == painted {
            return;
        }
        let recount = self.painted.count != painted.count;
        self.painted = painted;
        if recount {
            self.dress(all);
        }
        self.write();
    }

    fn write(&self) {
        self.button.style(&self.painted.style());
        for (name, value) in self.painted.signs() {
            self.button.set(name, value);
        }
    }

    fn bare(painted: Painted) -> Self {
        let of = |tag, class| {
            let node = Node::new(tag);
            node.set("class", Some(class));
            node
        };
        let (button, flag) = (Node::new("button"), of("span", "flag"));
        let (glyph, name, phase) = (of("i", "glyph"), of("span", "name"), of("span", "phase"));
        for part in [&glyph, &name, &phase] {
            flag.insert(part, None);
        }
        button.set("type", Some("button"));
        button.insert(&of("span", "bar"), None);
        button.insert(&flag, None);
        Self { button, painted, glyph, name, phase }
    }
}
