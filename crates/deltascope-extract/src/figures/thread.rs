//! What an article has spoken of so far: whose figures it tells, of which place, as of when.

use deltascope_model::Standing;

use super::measured::Measured;
use super::naming::grown;
use super::when::AsOf;
use crate::names::{Key, Mention};

/// How many paragraphs open an article.
const OPENING: usize = 2;

/// What sentences hand on to the next.
#[derive(Default)]
pub(crate) struct Thread {
    /// What the title names, or else the opening first: the article is about it.
    main: Option<Mention>,
    /// Which paragraph is read, from one.
    paragraph: usize,
    /// What the article has named, each once.
    named: Vec<Mention>,
    /// Indicators and units told, the latest last, with whose they are or of which place.
    measured: Vec<(String, String, Option<Key>, Option<String>)>,
    /// The initiative named last.
    pub(super) topic: Option<Mention>,
    /// Whether the topic was named in this paragraph.
    pub(super) here: bool,
    /// Whether the last sentence told a figure of the topic.
    flows: bool,
    /// The places named last.
    pub(super) places: Option<String>,
    /// Those that the opening named alone, each once, the latest last.
    opened_with: Vec<String>,
    /// The figure told last, in this paragraph.
    pub(super) last: Option<Measured>,
    /// As of when the value is that it was set against in its sentence, where that is the newer one.
    newer: Option<AsOf>,
    /// The one told before it that somebody or some place has, where it is nobody's.
    before_last: Option<Measured>,
    /// As of when the last figure of the paragraph before is.
    pub(super) before: Option<AsOf>,
    /// Whether something else has been told of since the topic was named.
    pub(super) elsewhere: bool,
    /// The place that the sentence before began with.
    pub(super) about: Option<String>,
    /// From when to when a number changed that was told last.
    pub(super) span: Option<(AsOf, AsOf)>,
    /// The firm that was spoken of last.
    pub(super) firm: Option<String>,
    /// The last date of this paragraph, or of the one that it goes on from.
    pub(super) date: Option<AsOf>,
}

impl Thread {
    /// The thread of an article whose title names `main` first.
    pub(crate) fn new(main: Option<Mention>) -> Self {
        Self { topic: main.clone(), main, ..Self::default() }
    }

    /// A new paragraph begins. It goes on about what the last sentence told figures of.
    pub(crate) fn next_paragraph(&mut self) {
        self.paragraph += 1;
        self.here = self.flows;
        self.before = self.last.take().and_then(|last| last.as_of);
        self.before_last = None;
        self.about = None;
        self.date = self.date.take().filter(|_| self.flows);
    }

    /// A sentence is over that told these figures.
    pub(crate) fn told(&mut self, told: Told, figures: &[Measured]) {
        let last_is_of_another = figures.last().map(|last| last.of_another);
        self.elsewhere = last_is_of_another.unwrap_or(self.elsewhere && told.mentions.is_empty());
        for mention in &told.mentions {
            if self.named.iter().all(|other| other.key != mention.key) {
                self.named.push(mention.clone());
            }
        }
        for figure in figures {
            let Measured { indicator, unit, initiative, scope, .. } = figure;
            self.measured.retain(|other| (&other.0, &other.1) != (indicator, unit));
            self.measured.push((
                indicator.clone(),
                unit.clone(),
                initiative.clone(),
                scope.clone(),
            ));
        }
        if let Some(mention) = told.mentions.into_iter().next_back() {
            if self.paragraph <= OPENING {
                self.main.get_or_insert_with(|| mention.clone());
            }
            self.topic = Some(mention);
            self.here = true;
        }
        let change = figures.windows(2).rev().find_map(changed);
        self.span = change.or(self.span.take());
        let last = figures.last();
        let topic = self.topic.as_ref().map(|topic| &topic.key);
        let owned = figures.iter().rfind(|figure| figure.is_owned());
        self.flows = topic.is_some() && owned.map(|last| last.initiative.as_ref()) == Some(topic);
        if let Some(last) = last {
            let before = self.last.take().filter(Measured::is_owned).or(self.before_last.take());
            let nobodys = !last.is_owned();
            self.before_last = if nobodys { owned.cloned().or(before) } else { None };
            self.newer = newer(figures, last);
            self.last = Some(last.clone());
        }
        self.about = told.about;
        self.firm = told.firm.or(self.firm.take());
        if let Some(places) = told.places {
            if self.paragraph <= OPENING && !places.contains('、') {
                self.opened_with.retain(|other| *other != places);
                self.opened_with.push(places.clone());
            }
            self.places = Some(places);
        }
        self.date = told.date.or(self.date.take());
    }

    /// The places named last, or else one that the article opens with, that are such.
    pub(super) fn places_such(&self, such: impl Fn(&String) -> bool) -> Option<&String> {
        self.places.iter().chain(self.opened_with.iter().rev()).find(|places| such(places))
    }

    /// The place whose figures were told last, in this paragraph.
    pub(super) fn scope(&self) -> Option<&String> {
        self.owned()?.scope.as_ref()
    }

    /// The figure told last, in this paragraph, of those that somebody or some place has.
    pub(super) fn owned(&self) -> Option<&Measured> {
        self.last.as_ref().filter(|last| last.is_owned()).or(self.before_last.as_ref())
    }

    /// Whether the article has named nothing yet.
    pub(super) fn names_nothing(&self) -> bool {
        self.named.is_empty()
    }

    /// What the article has named, the latest first; so far back only that work grows with the text.
    pub(super) fn named(&self) -> impl Iterator<Item = &Mention> {
        const REMEMBERED: usize = 32;
        self.named.iter().rev().take(REMEMBERED)
    }

    /// Whether a figure was told by this name in this unit.
    pub(super) fn told_in(&self, indicator: &str, unit: &str) -> bool {
        self.measured.iter().any(|one| (&*one.0, &*one.1) == (indicator, unit))
    }

    /// Whose figure the article told by this name before.
    pub(super) fn owner_of(&self, indicator: &str, unit: &str) -> Option<&Mention> {
        let whole = grown(indicator);
        let told = self.measured.iter().rev().find(|(name, of, key, _)| {
            key.is_some() && name == whole && (whole != indicator || of == unit)
        })?;
        self.named.iter().find(|mention| Some(&mention.key) == told.2.as_ref())
    }

    /// The place whose figure the article told by this name before, and nobody's.
    pub(super) fn place_of(&self, indicator: &str, unit: &str) -> Option<&String> {
        let told = self.measured.iter().find(|one| (&*one.0, &*one.1) == (indicator, unit))?;
        told.3.as_ref().filter(|_| told.2.is_none())
    }

    /// What the whole article is about.
    pub(super) fn main(&self) -> Option<&Mention> {
        self.main.as_ref()
    }

    /// As of when the figure told last in this paragraph is, or the one that its sentence set it against.
    pub(super) fn last_date(&self) -> Option<&AsOf> {
        self.newer.as_ref().or(self.last.as_ref()?.as_of.as_ref())
    }

    /// Whether the figure told last in this paragraph is a target.
    pub(super) fn aims(&self) -> bool {
        self.last.as_ref().is_some_and(|last| last.standing == Standing::Target)
    }

    /// Whether the topic is what the whole article is about.
    pub(super) fn is_on_its_subject(&self) -> bool {
        match (&self.main, &self.topic) {
            (Some(main), Some(topic)) => main.key == topic.key,
            _ => false,
        }
    }
}

/// `为5%,低于11月份的5.3%`: the date of the value of the same indicator that is of later than the last.
fn newer(figures: &[Measured], last: &Measured) -> Option<AsOf> {
    let until = |one: &Measured| one.as_of.as_ref()?.edtf.bounds().last;
    let (_, before) = figures.split_last()?;
    let same = |one: &&Measured| (&one.indicator, &one.unit) == (&last.indicator, &last.unit);
    let one = before.iter().rfind(same).filter(|one| one.as_of != last.as_of)?;
    (until(one)? > until(last)?).then(|| one.as_of.clone())?
}

/// The dates of two values of one indicator.
fn changed(pair: &[Measured]) -> Option<(AsOf, AsOf)> {
    let [one, two] = pair else { return None };
    let same = (&one.indicator, &one.unit) == (&two.indicator, &two.unit);
    let (first, last) = (one.as_of.clone()?, two.as_of.clone()?);
    let grew = first.edtf.bounds().last < last.edtf.bounds().last;
    (same && first.dated && last.dated && grew).then_some((first, last))
}

/// What a sentence named last.
pub(crate) struct Told {
    pub(super) mentions: Vec<Mention>,
    pub(super) places: Option<String>,
    pub(super) about: Option<String>,
    pub(super) firm: Option<String>,
    pub(super) date: Option<AsOf>,
}
