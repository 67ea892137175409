//! The elements of one event, or of one counted mark: a button. `painter` places it; `hearing`
//! hears it.

use deltascope_model::Basis;

use super::{
    painter::{Look, Painted},
    prepare::Prepared,
    shape::Shape,
};
use crate::{
    browser::Node,
    words::{Lang, words},
};

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
    /// What its words are of; none where it has none yet.
    words: Option<Words>,
    /// As it was last written.
    look: Look,
    bar: Node,
    flag: Node,
    glyph: Node,
    name: Node,
    phase: Node,
}

/// What the words of a mark follow from.
#[derive(PartialEq)]
struct Words {
    event: usize,
    lang: Lang,
    /// It shows its initiative's name, and not only its phase.
    named: bool,
    /// Of a counted mark, its lane and how many events it stands for.
    gathered: Option<(String, usize)>,
}

impl Slot {
    /// Makes it show a mark. What it shows already is not written again.
    pub fn show(&mut self, painted: Painted, all: &Prepared) {
        if self.words.is_some() && self.painted == painted {
            return;
        }
        let stop = painted.stop;
        let Some(mark) = all.marks.get(stop.mark) else { return };
        let words = Words {
            event: mark.event,
            lang: all.lang,
            named: all.is_named(mark),
            gathered: stop.counted.then(|| (all.lane(mark.lane), painted.count)),
        };
        let id = stop.id();
        if self.words.is_none() || self.painted.stop.id() != id {
            self.button.set("id", Some(&id));
        }
        self.painted = painted;
        if self.words.as_ref() != Some(&words) {
            self.dress(&words, all);
            self.words = Some(words);
        }
        self.write();
    }

    fn dress(&self, of: &Words, all: &Prepared) {
        let event = &all.data.corpus.events[of.event];
        let words = words(all.lang);
        let (name, tag) = all.name(event);
        let button = &self.button;
        let counted = of.gathered.is_some();
        button.set("data-testid", Some(if counted { "cluster" } else { "event" }));
        button.set("data-event", (!counted).then_some(&event.id));
        if let Some((lane, count)) = &of.gathered {
            let count = count.to_string();
            let before = [lane, words.timeline.comma, &count].concat();
            button.set("class", Some("counted"));
            button.set("data-kind", None);
            button.set("aria-label", Some(&(before + words.timeline.gathered)));
            self.name.text(&["+", &count].concat());
            self.phase.text("");
        } else {
            let shape = all.known.shapes[of.event];
            let classes = shape.map_or_else(String::new, |shape| signs("event", shape));
            button.set("class", Some(&classes));
            button.set("data-kind", Some(all.kind(event).key()));
            button.set("aria-label", Some(&all.accessible_name(event)));
            self.glyph.set("data-phase", Some(event.phase.key()));
            self.name.set("lang", Some(tag));
            self.name.text(if of.named { name } else { "" });
            // A blank parts the two words for whoever speaks them.
            let phase = words.facts.phases[event.phase as usize];
            self.phase.text(&[if of.named { " " } else { "" }, phase].concat());
        }
    }

    /// Writes what differs from what was written.
    fn write(&mut self) {
        let look = self.painted.look();
        let nodes = [&self.button, &self.bar, &self.flag];
        for (node, (new, old)) in nodes.into_iter().zip(look.styles.iter().zip(&self.look.styles)) {
            if new != old {
                node.style(new);
            }
        }
        for (&(name, new), (_, old)) in look.signs.iter().zip(self.look.signs) {
            if new != old {
                self.button.set(name, new);
            }
        }
        self.look = look;
    }

    /// A button without words, a copy of [`model`], to show a mark.
    pub fn copy(model: &Node, painted: Painted) -> Option<Self> {
        let button = model.copy();
        let bar = button.first()?;
        let flag = bar.next()?;
        let glyph = flag.first()?;
        let name = glyph.next()?;
        let phase = name.next()?;
        let look = Look::default();
        Some(Self { button, painted, words: None, look, bar, flag, glyph, name, phase })
    }
}

/// What all buttons are copies of: made part by part, each would cost several times as much.
pub fn model() -> Node {
    let button = Node::new("button");
    button.set("type", Some("button"));
    let part = |parent: &Node, tag, class| {
        let node = Node::new(tag);
        node.set("class", Some(class));
        parent.insert(&node, None);
        node
    };
    part(&button, "span", "bar");
    let flag = part(&button, "span", "flag");
    for (tag, class) in [("i", "glyph"), ("span", "name"), ("span", "phase")] {
        part(&flag, tag, class);
    }
    button
}
