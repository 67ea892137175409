//! An article: what is the same for all its paragraphs, and what its sentences state.
//!
//! Sentence by sentence: mentions with evidence and bound phases; figures.

use std::cell::{Cell, LazyCell, OnceCell};
use std::collections::BTreeMap;

use deltascope_model::{Article, Edtf, Evidence, Issue, Office, Page, Quantity, TextRange, Time};
use deltascope_text::simplify;

use super::body::Body;
use super::{Dated, Mentions, Named, Undated};
use crate::accounts::Given;
use crate::added::added;
use crate::bind::{Asked, Bound, Sentence, announced, bind};
use crate::circumstances::{Around, with_organisations};
use crate::clause::clause_of;
use crate::context::Context;
use crate::course::{Course, named_in};
use crate::currency::{currency, is_bare};
use crate::figures::{AsOf, Measuring, Thread, measured};
use crate::gazetteer::{Gazetteer, Known, KnownMatch};
use crate::goals::Said;
use crate::names::{Mention, in_full};
use crate::people::{Found, Told};
use crate::quantities::{FoundQuantity, one_name, quantities_beside};
use crate::reference::{Doubt, Paragraph, Reference, day_sent, reference};
use crate::shared_head::shared_head;
use crate::spans::Reading;
use crate::speaker::speaker;
use crate::times::FoundTime;
use crate::undated::undated;

/// The place that a paper calls its own: the gazetteer's, or the one that its name starts with
/// (丙省经济日报).
fn home_of<'a>(publisher: &str, gazetteer: &'a Gazetteer) -> Option<&'a str> {
    let found = gazetteer.find(publisher);
    let known = gazetteer.first_organisation(&found).and_then(|entry| entry.place.as_deref());
    known.or_else(|| {
        let first = found.first().filter(|first| first.range.start() == 0)?;
        let Known::Place(id) = &first.known else { return None };
        gazetteer.places.get(&**id).map(|place| place.id.as_str())
    })
}

/// The one place among what a title names: 本市 is that, where nothing else tells whose the paper is.
fn only_place<'a>(title: &[KnownMatch], gazetteer: &'a Gazetteer) -> Option<&'a str> {
    let mut places = title.iter().filter_map(|found| match &found.known {
        Known::Place(id) => gazetteer.places.get(&**id),
        _ => None,
    });
    let first = places.next()?;
    places.all(|other| other.id == first.id).then_some(first.id.as_str())
}

/// What is the same for all paragraphs of an article.
pub(super) struct ArticleReader<'a> {
    page: &'a Page,
    article: &'a Article,
    pub(super) gazetteer: &'a Gazetteer,
    reference: Reference,
    /// As of when it tells what has no date of its own.
    told_at: Option<AsOf>,
    /// The day of the dateline, where 今天 counts from that.
    sent: Option<Edtf>,
    home: Option<&'a str>,
    /// What a bare 元 of it is, where that is no renminbi.
    currency: Option<&'static str>,
}

/// What a bare 元 is else.
const RENMINBI: &str = "CNY";

impl<'a> ArticleReader<'a> {
    /// Before its date is known, and whose the paper is.
    pub(super) fn new(page: &'a Page, article: &'a Article, gazetteer: &'a Gazetteer) -> Self {
        let reference = Reference::default();
        let currency = currency(article);
        Self {
            page,
            article,
            gazetteer,
            reference,
            told_at: None,
            sent: None,
            home: None,
            currency,
        }
    }

    /// Finds the paper's own place; `title` is what is known of the title.
    pub(super) fn find_home(&mut self, title: &[KnownMatch]) {
        let publisher = self.article.publisher.as_deref().map(simplify);
        let home = publisher.and_then(|publisher| home_of(publisher.text(), self.gazetteer));
        self.home = home.or_else(|| only_place(title, self.gazetteer));
    }

    /// Finds the article's date by all its paragraphs.
    pub(super) fn date(&mut self, body: &[Paragraph<'_>]) {
        self.reference = reference(self.article, self.page, body);
        self.told_at = self.reference.told_at();
        self.sent = day_sent(self.article, body, self.reference.edtf.as_ref());
    }

    /// What its first time counts from.
    pub(super) fn context(&self) -> Context {
        let reference = self.reference.edtf.clone();
        Context { reference, sent: self.sent.clone(), ..Context::default() }
    }

    /// The people of the article, each with all that it tells of them.
    pub(super) fn tell_people(&self, bodies: &[Body], found: &mut Mentions) {
        let mut told: BTreeMap<&str, Told> = BTreeMap::new();
        for Body { reading, people, .. } in bodies {
            let text = reading.text();
            for person in people {
                let Some(name) = person.name.slice(text) else { continue };
                let of = told.entry(name).or_insert_with(|| Told::of(name));
                of.evidence.extend(self.evidence(reading, person.name));
                for office in &person.offices {
                    let words = |range: TextRange| range.slice(text).map(str::to_owned);
                    let both = TextRange::new(
                        office.name.start().min(person.name.start()),
                        office.name.end().max(person.name.end()),
                    );
                    of.offices.extend(words(office.name).zip(self.evidence(reading, both)).map(
                        |(name, evidence)| Office {
                            name,
                            organisation: office.organisation.and_then(words),
                            evidence: vec![evidence],
                        },
                    ));
                }
            }
        }
        found.people.extend(told.into_values().filter(|one| !one.evidence.is_empty()));
    }

    /// True where the title stands in the page as it is.
    pub(super) fn shows_its_title(&self) -> bool {
        let title = self.article.title.as_ref();
        title.is_some_and(|title| title.range.slice(&self.page.text) == Some(&*title.text))
    }

    /// The title names initiatives, of which its verbs date none, and may shorten what the paragraphs name;
    /// the first that it names.
    pub(super) fn title(
        &self,
        title: &Body,
        bodies: &[Body],
        found: &mut Mentions,
    ) -> Option<Mention> {
        let Body { reading, known, names, .. } = title;
        let evidence = self.evidence(reading, TextRange::of(0, reading.text().len()))?;
        let around = self.around(reading, known, &[]);
        let told = || bodies.iter().flat_map(|body| &body.names);
        let in_full = |name: &Mention| {
            let full = in_full(name, told()).unwrap_or(name);
            let told = name.title && name.told;
            Mention { range: name.range, told, ..full.clone() }
        };
        let names: Vec<Mention> = names.iter().map(in_full).collect();
        for name in &names {
            push_named(found, name, &around, &evidence);
        }
        names.into_iter().next()
    }

    fn around<'b>(
        &'b self,
        reading: &'b Reading,
        known: &'b [KnownMatch],
        people: &'b [Found],
    ) -> Around<'b> {
        let (gazetteer, home) = (self.gazetteer, self.home);
        Around { text: reading.noted(), known, gazetteer, home, people }
    }

    /// What a paragraph names, and the dated phases that it states.
    pub(super) fn events(&self, body: &Body, found: &mut Mentions, course: &mut Course) {
        let Body { reading, known, people, times, names, sentences, .. } = body;
        let text = reading.text();
        let mut wider: Option<Vec<KnownMatch>> = None;
        let around = self.around(reading, known, people);
        let organisations = organisations(text, known);
        for (number, &range) in sentences.iter().enumerate() {
            let Some(literal) = reading.literal(&self.page.text, range) else { continue };
            // Most sentences tell nothing.
            let evidence = LazyCell::new(|| literal.evidence(&self.article.id));
            let inside = within(known, range, |known| known.range);
            for (nth, other) in inside.iter().enumerate() {
                let Known::Organisation(id) = &other.known else { continue };
                let shared = shared_head(text, &inside[..=nth], self.gazetteer);
                for id in shared.into_iter().chain([id.to_string()]) {
                    let sentences = found.organisations.entry(id).or_default();
                    if sentences.last() != Some(&*evidence) {
                        sentences.push(evidence.clone());
                    }
                }
            }
            let words = range.slice(text).unwrap_or_default();
            let inside: Vec<&Mention> =
                names.iter().filter(|name| range.contains(name.range)).collect();
            let dates: Vec<&FoundTime> =
                times.iter().filter(|time| range.contains(time.range)).collect();
            let said = Said {
                text: reading.noted(),
                range,
                names: &inside,
                times: &dates,
                known: within(known, range, |known| known.range),
                people: within(people, range, |person| person.name),
                reference: self.reference.edtf.as_ref(),
            };
            let noted = reading.noted().part(range);
            let unsaid = course.unsaid(&said);
            let unsaid_name = unsaid.iter().map(|unsaid| &unsaid.name);
            let goals = unsaid.as_ref().map_or(&[][..], |unsaid| &unsaid.goals);
            let sentence = Sentence {
                text,
                words: noted,
                range,
                mentions: unsaid_name.chain(inside.iter().copied()).collect(),
                times: times
                    .iter()
                    .zip(body.meanings.iter().map(|raw| &raw.meaning))
                    .filter(|(time, _)| range.contains(time.range))
                    .collect(),
                organisations: &organisations,
                reference: self.reference.edtf.as_ref(),
                goals,
                occasion: course.event(noted),
                asked: Asked::default(),
            };
            for mention in named_in(range, &sentence.mentions) {
                push_named(found, mention, &around, &evidence);
            }
            let bound = bind(&sentence);
            found.undated.extend(undated(&sentence).into_iter().map(|(mention, phase)| {
                let key = sentence.mentions[mention].key.clone();
                Undated { key, phase, evidence: evidence.clone() }
            }));
            let told = || TextRange::new(course.start(&sentence, words), range.end());
            if !bound.is_empty()
                && let Some(told) = self.evidence(reading, told())
            {
                let known = wider.get_or_insert_with(|| with_organisations(reading.noted(), known));
                let around = Around { known, ..around };
                self.push_dated(found, reading, &sentence, &bound, &around, &told);
            }
            for Given { name, bound, start } in course.given(&sentence, self.gazetteer) {
                let told = TextRange::new(start, range.end());
                if let Some(evidence) = self.evidence(reading, told) {
                    push_named(found, &name, &around, &evidence);
                    found.phases.push(dated(&name, &bound, &around, &[], None, evidence));
                }
            }
            course.take(&said, &sentence, &bound);
            if let Some(&next) = sentences.get(number + 1)
                && let Some(name) =
                    names.iter().find(|name| name.title && name.range.start() == next.start())
                && let Some(bound) = announced(&sentence)
                && let Some(evidence) =
                    self.evidence(reading, TextRange::new(range.start(), next.end()))
            {
                let said_by = speaker(text, range, bound.verb.start());
                let phase = dated(name, &bound, &around, &[], said_by, evidence);
                let said_by = said_by.and_then(|range| self.evidence(reading, range));
                found.phases.push(Dated { said_by, ..phase });
            }
        }
    }

    /// What a paragraph measures; `last` where no number stands behind it.
    pub(super) fn figures(
        &self,
        body: &Body,
        last: bool,
        found: &mut Mentions,
        thread: &mut Thread,
    ) {
        let Body { reading, known, people, times, quantities, names, .. } = body;
        let last = quantities.last().filter(|_| last).map(|number| number.range);
        let around = self.around(reading, known, people);
        for &range in &body.sentences {
            let Some(literal) = reading.literal(&self.page.text, range) else { continue };
            let measuring = Measuring {
                text: reading.noted(),
                range,
                mentions: named_in(range, names),
                times: within(times, range, |time| time.range),
                around: &Around { known: within(known, range, |known| known.range), ..around },
                reference: self.reference.edtf.as_ref(),
                told_at: self.told_at.as_ref(),
                thread,
                opening: OnceCell::new(),
                clause_opening: Cell::default(),
            };
            let inside = within(quantities, range, |one| one.range);
            let figures = measured(&measuring, inside, || literal.evidence(&self.article.id));
            if last.is_some_and(|number| number.end() <= range.end()) {
                found.figures.extend(figures);
                return;
            }
            let told = measuring.told();
            thread.told(told, &figures);
            found.figures.extend(figures);
        }
    }

    /// The times of a paragraph.
    pub(super) fn push_times(&self, reading: &Reading, times: &[FoundTime], found: &mut Mentions) {
        // The numbers of an article's times go on from paragraph to paragraph.
        let before = found.times.len();
        let placed =
            times.iter().filter_map(|time| Some((time, self.evidence(reading, time.range)?)));
        for (number, (time, evidence)) in (before + 1..).zip(placed) {
            found.times.push(Time {
                id: self.id('t', number),
                text: reading.expression(time.range, &evidence),
                edtf: time.edtf.clone(),
                basis: time.basis,
                anchor: time.anchor.clone(),
                evidence,
            });
        }
    }

    /// The quantities of a paragraph.
    pub(super) fn quantities(
        &self,
        reading: &Reading,
        times: &[FoundTime],
        found: &mut Mentions,
    ) -> Vec<FoundQuantity> {
        let times: Vec<TextRange> = times.iter().map(|time| time.range).collect();
        let mut quantities = quantities_beside(reading.noted(), &times);
        if let Some(currency) = self.currency {
            let money = |one: &&mut FoundQuantity| one.unit.starts_with(RENMINBI);
            for quantity in quantities.iter_mut().filter(money).filter(|one| is_bare(&one.text)) {
                quantity.unit.replace_range(..RENMINBI.len(), currency);
            }
        }
        for quantity in &quantities {
            let Some(evidence) = self.evidence(reading, quantity.range) else { continue };
            let number = found.quantities.len() + 1;
            found.quantities.push(Quantity {
                id: self.id('q', number),
                text: reading.expression(quantity.range, &evidence),
                value: quantity.value.clone(),
                unit: quantity.unit.clone(),
                qualifier: quantity.qualifier.to_owned(),
                kind: quantity.kind.to_owned(),
                evidence,
            });
        }
        // Figures of all articles have one name for a measure, however each spells it.
        for quantity in &mut quantities {
            quantity.unit = one_name(&quantity.unit);
        }
        quantities
    }

    fn push_dated(
        &self,
        found: &mut Mentions,
        reading: &Reading,
        sentence: &Sentence<'_>,
        bound: &[Bound],
        around: &Around<'_>,
        evidence: &Evidence,
    ) {
        let names: Vec<TextRange> = sentence.mentions.iter().map(|name| name.range).collect();
        let mut before: Option<(TextRange, Vec<String>)> = None;
        for bound in bound {
            let mention = sentence.mentions[bound.mention];
            let said_by = speaker(reading.text(), sentence.range, bound.verb.start());
            let mut dated = dated(mention, bound, around, &names, said_by, evidence.clone());
            dated.said_by = said_by.and_then(|range| self.evidence(reading, range));
            // 甲厅印发《乙办法》,设立丙基金: one subject for both.
            if let Some((verb, actors)) = &before
                && dated.actors.is_empty()
                && goes_on(sentence, *verb, bound.verb)
            {
                dated.actors.clone_from(actors);
            }
            before = Some((bound.verb, dated.actors.clone()));
            for actor in added(sentence, bound, around) {
                dated.places.extend(self.gazetteer.place_before(&actor));
                if !dated.actors.contains(&actor) {
                    dated.actors.push(actor);
                }
            }
            dated.places.sort();
            dated.places.dedup();
            for name in
                around.by_pattern().filter(|name| dated.actors.iter().any(|one| one == name))
            {
                found.organisations.entry(name.to_owned()).or_default().push(evidence.clone());
            }
            found.phases.push(dated);
        }
    }

    /// The id of a fact of this kind: `p.1.t0012`.
    fn id(&self, kind: char, number: usize) -> String {
        let article = &self.article.id;
        let mut id = String::with_capacity(article.len() + ".t00000000".len());
        id.push_str(article);
        id.push('.');
        id.push(kind);
        if number < 10_000 {
            let digits = [1000, 100, 10, 1].map(|unit| b'0' + (number / unit % 10) as u8);
            id.extend(digits.map(char::from));
        } else {
            id.push_str(&number.to_string());
        }
        id
    }

    fn evidence(&self, reading: &Reading, range: TextRange) -> Option<Evidence> {
        Some(reading.literal(&self.page.text, range)?.evidence(&self.article.id))
    }

    pub(super) fn doubts(&self, found: &mut Mentions) {
        let used = self.reference.edtf.as_ref().map_or("no date", Edtf::as_str);
        let (kind, message) = match &self.reference.doubt {
            None => return,
            Some(Doubt::Inferred) => (
                "reference-inferred",
                format!(
                    "The page does not say when this article was published; relative dates count \
                     from {used}, worked out from the text and the page's other dates. Check it \
                     against the source."
                ),
            ),
            Some(Doubt::Contradicted { stated, event }) => (
                "reference-contradicted",
                format!(
                    "The page gives {stated} as this article's date, but the text tells “{event}” as \
                     past; relative dates count from {used} instead. Check the date of publishing."
                ),
            ),
        };
        found.issues.push(Issue {
            id: format!("{}.i1", self.article.id),
            page: self.page.id.clone(),
            kind: kind.to_owned(),
            message,
            evidence: None,
        });
    }
}

fn push_named(found: &mut Mentions, mention: &Mention, around: &Around<'_>, evidence: &Evidence) {
    let again = found
        .named
        .iter()
        .rev()
        .take_while(|named| named.evidence == *evidence)
        .any(|named| named.key == mention.key);
    if !again {
        found.named.push(Named {
            key: mention.key.clone(),
            name: mention.name.clone(),
            kind: mention.kind,
            anchored: mention.anchored,
            told: mention.told,
            places: around.places_in(mention.range),
            evidence: evidence.clone(),
        });
    }
}

/// Whether a clause begins with its verb right behind the clause of another.
fn goes_on(sentence: &Sentence<'_>, other: TextRange, verb: TextRange) -> bool {
    let clauses = sentence.clauses();
    let at = clause_of(clauses, verb.start());
    let next = at == clause_of(clauses, other.start()) + 1;
    next && clauses[at].start() == verb.start()
}

fn dated(
    mention: &Mention,
    bound: &Bound,
    around: &Around<'_>,
    names: &[TextRange],
    said_by: Option<TextRange>,
    evidence: Evidence,
) -> Dated {
    let actors = around.actors(bound.scope, bound.verb, names, said_by);
    Dated {
        key: mention.key.clone(),
        phase: bound.phase,
        places: around.places(bound.scope, names, &actors, mention.range),
        actors,
        edtf: bound.edtf.clone(),
        basis: bound.basis,
        standing: bound.standing,
        said_by: None,
        evidence,
    }
}

/// Where organisations are named.
fn organisations(text: &str, known: &[KnownMatch]) -> Vec<TextRange> {
    let named = known.iter().filter(|other| matches!(other.known, Known::Organisation(_)));
    // 在上海发布 names a place and a verb, not the office 上海发布.
    let ranges = named.map(|other| other.range);
    ranges.filter(|name| !text[..name.usize().start].ends_with('在')).collect()
}

/// What of a list in order stands inside a range.
fn within<T>(list: &[T], range: TextRange, of: impl Fn(&T) -> TextRange) -> &[T] {
    let from = list.partition_point(|one| of(one).start() < range.start());
    let inside = list[from..].partition_point(|one| of(one).end() <= range.end());
    &list[from..from + inside]
}
