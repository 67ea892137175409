//! What an article has spoken of so far: whose figures it tells, of which place, as of when.

use deltascope_model::Edtf;

use super::measured::Measured;
use crate::names::Mention;

/// What sentences hand on to the next.
#[derive(Default)]
pub(crate) struct Thread {
    /// What the title names, or else the body first: the article is about it.
    main: Option<Mention>,
    /// The initiative named last.
    pub(super) topic: Option<Mention>,
    /// Whether the topic was named in this paragraph.
    pub(super) here: bool,
    /// Whether the last sentence told a figure of the topic.
    flows: bool,
    /// The places named last.
    pub(super) places: Option<String>,
    /// The place whose figures were told last, in this paragraph.
    pub(super) scope: Option<String>,
    /// The place that the sentence before began with.
    pub(super) about: Option<String>,
    /// The date of the last figure, in this paragraph.
    pub(super) as_of: Option<Edtf>,
    /// The last date of this paragraph.
    pub(super) date: Option<Edtf>,
}

impl Thread {
    /// The thread of an article whose title names `main` first.
    pub(crate) fn new(main: Option<Mention>) -> Self {
        Self { topic: main.clone(), main, ..Self::default() }
    }

    /// A new paragraph begins. It goes on about what the last sentence told figures of.
    pub(crate) fn next_paragraph(&mut self) {
        self.here = self.flows;
        self.scope = None;
        self.about = None;
        self.as_of = None;
        self.date = None;
    }

    /// A sentence is over that told these figures.
    pub(crate) fn told(&mut self, told: Told, figures: &[Measured]) {
        if let Some(mention) = told.mention {
            self.main.get_or_insert_with(|| mention.clone());
            self.topic = Some(mention);
            self.here = true;
        }
        let last = figures.last();
        let topic = self.topic.as_ref().map(|topic| &topic.key);
        self.flows = topic.is_some() && last.map(|last| last.initiative.as_ref()) == Some(topic);
        if let Some(last) = last {
            self.scope.clone_from(&last.scope);
            self.as_of.clone_from(&last.as_of);
        }
        self.about = told.about;
        self.places = told.places.or(self.places.take());
        self.date = told.date.or(self.date.take());
    }

    /// Whether the topic is what the whole article is about.
    pub(super) fn is_on_its_subject(&self) -> bool {
        match (&self.main, &self.topic) {
            (Some(main), Some(topic)) => main.key == topic.key,
            _ => false,
        }
    }
}

/// What a sentence named last.
pub(crate) struct Told {
    pub(super) mention: Option<Mention>,
    pub(super) places: Option<String>,
    pub(super) about: Option<String>,
    pub(super) date: Option<Edtf>,
}
