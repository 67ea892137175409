//! One page by itself: its times, the initiatives it names, and the dated phases it states.
//!
//! 1. the reference date of each article
//! 2. known words, times and quantities of all paragraphs, then names
//! 3. sentence by sentence: mentions with evidence and bound phases; then, of all again, figures
//! 4. what a person corrected
//!
//! Pages never see each other here, so that they can be read in parallel.

use std::cell::{Cell, LazyCell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{
    Article, Basis, CleanedPage, Edtf, EventStanding, Evidence, InitiativeKind, Issue, Office,
    Page, Phase, Piece, Quantity, TextRange, Time,
};
use deltascope_text::sentences;

use crate::accounts::Given;
use crate::added::added;
use crate::back::ShortForms;
use crate::bind::{Asked, Bound, Sentence, announced, bind};
use crate::circumstances::{Around, with_organisations};
use crate::clause::clause_of;
use crate::context::Context;
use crate::corrections;
use crate::course::{Course, named_in};
use crate::figures::{AsOf, Measured, Measuring, Thread, measured};
use crate::gazetteer::{Gazetteer, Known, KnownMatch};
use crate::goals::Said;
use crate::grounds::Grounds;
use crate::names::{Key, Mention, in_full, mentions as names_of};
use crate::people::{self, Found, Told};
use crate::quantities::{FoundQuantity, one_name, quantities_beside};
use crate::reference::{Doubt, Paragraph, Reference, day_sent, reference};
use crate::rounds;
use crate::rules::name_shortened::shortened;
use crate::rules::republic::is_counted_in;
use crate::shared_head::shared_head;
use crate::spans::Reading;
use crate::speaker::speaker;
use crate::tense::ends_clause;
use crate::times::{FoundTime, RawTime, resolve_all, scan};
use crate::undated::undated;

/// No sentence is longer, in bytes: about a thousand characters.
const LONGEST_SENTENCE: usize = 3000;

/// What one page mentions; input of [`Assembly`](crate::Assembly).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    pub(crate) times: Vec<Time>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) named: Vec<Named>,
    pub(crate) phases: Vec<Dated>,
    pub(crate) undated: Vec<Undated>,
    pub(crate) figures: Vec<Measured>,
    /// The corrections of the gazetteer that met a fact of the page, by number.
    pub(crate) corrected: BTreeSet<usize>,
    /// Organisations by id, those that the gazetteer lacks by name, each with its sentences.
    pub(crate) organisations: BTreeMap<String, Vec<Evidence>>,
    pub(crate) people: Vec<Told>,
    pub(crate) issues: Vec<Issue>,
}

/// A sentence that names an initiative.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) key: Key,
    pub(crate) name: String,
    pub(crate) kind: InitiativeKind,
    pub(crate) anchored: bool,
    pub(crate) told: bool,
    /// Places inside the name.
    pub(crate) places: Vec<String>,
    pub(crate) evidence: Evidence,
}

/// A sentence that dates a phase of an initiative.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dated {
    pub(crate) key: Key,
    pub(crate) phase: Phase,
    pub(crate) edtf: Edtf,
    pub(crate) basis: Basis,
    pub(crate) standing: EventStanding,
    /// Who says so, by name in the page.
    pub(crate) said_by: Option<Evidence>,
    pub(crate) actors: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) evidence: Evidence,
}

/// A sentence that says of an initiative, without a date, that something was done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Undated {
    pub(crate) key: Key,
    pub(crate) phase: Phase,
    pub(crate) evidence: Evidence,
}

impl Mentions {
    /// Takes the page's times and quantities out, sorted by id. Nothing on other pages changes them,
    /// so they need not wait for [`Assembly::finish`](crate::Assembly::finish), whose lists are then
    /// those of the other pages.
    pub fn take_final(&mut self) -> (Vec<Time>, Vec<Quantity>) {
        let mut times = std::mem::take(&mut self.times);
        times.sort_by(|one, two| one.id.cmp(&two.id));
        let mut quantities = std::mem::take(&mut self.quantities);
        quantities.sort_by(|one, two| one.id.cmp(&two.id));
        (times, quantities)
    }
}

/// Reads one page by itself.
pub fn mentions(page: &CleanedPage, gazetteer: &Gazetteer) -> Mentions {
    let mut found = Mentions::default();
    for article in &page.articles {
        ArticleReader::new(&page.page, article, gazetteer).read(&mut found);
    }
    corrections::apply(&page.page, gazetteer, &mut found);
    found
}

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

/// The one place that a title names: 本市 is that, where nothing else tells whose the paper is.
fn only_place<'a>(title: &str, gazetteer: &'a Gazetteer) -> Option<&'a str> {
    let mut places = gazetteer.find(title).into_iter().filter_map(|found| match found.known {
        Known::Place(id) => gazetteer.places.get(&*id),
        _ => None,
    });
    let first = places.next()?;
    places.all(|other| other.id == first.id).then_some(first.id.as_str())
}

/// A paragraph, and what is found in it before its sentences are read one by one.
struct Body<'a> {
    reading: &'a Reading,
    people: &'a [Found],
    known: Vec<KnownMatch>,
    times: Vec<FoundTime>,
    // Invariant: those of the times, one by one.
    meanings: Vec<RawTime>,
    quantities: Vec<FoundQuantity>,
    names: Vec<Mention>,
    sentences: Vec<TextRange>,
}

impl<'a> Body<'a> {
    /// A paragraph with its sentences and what the gazetteer knows of it.
    fn new(reading: &'a Reading, people: &'a [Found], gazetteer: &Gazetteer) -> Self {
        let text = reading.text();
        let sentences = sentences(text)
            .into_iter()
            .flat_map(|range| pieces(text, range))
            .map(|range| trimmed(text, range))
            .collect();
        Self {
            reading,
            people,
            known: gazetteer.find_in(reading.noted()),
            times: Vec::new(),
            meanings: Vec::new(),
            quantities: Vec::new(),
            names: Vec::new(),
            sentences,
        }
    }
}

/// A title with what is found in it.
struct TitleTold {
    reading: Reading,
    known: Vec<KnownMatch>,
    names: Vec<Mention>,
}

/// What is the same for all paragraphs of an article.
struct ArticleReader<'a> {
    page: &'a Page,
    article: &'a Article,
    gazetteer: &'a Gazetteer,
    readings: Vec<Reading>,
    /// The time expressions of each reading.
    scans: Vec<Vec<RawTime>>,
    reference: Reference,
    /// As of when it tells what has no date of its own.
    told_at: Option<AsOf>,
    /// The day of the dateline, where 今天 counts from that.
    sent: Option<Edtf>,
    home: Option<&'a str>,
    /// The people of each reading.
    people: Vec<Vec<Found>>,
}

impl<'a> ArticleReader<'a> {
    fn new(page: &'a Page, article: &'a Article, gazetteer: &'a Gazetteer) -> Self {
        let readings: Vec<_> = article
            .paragraphs
            .iter()
            .enumerate()
            .map(|(nth, paragraph)| Reading::new(paragraph, article.pieces(nth)))
            .collect();
        let republic = readings.iter().any(|reading| is_counted_in(reading.noted()));
        let scans: Vec<_> =
            readings.iter().map(|reading| scan(reading.noted(), republic)).collect();
        let body: Vec<Paragraph<'_>> = (readings.iter().zip(&scans))
            .map(|(reading, times)| Paragraph { text: reading.noted(), times })
            .collect();
        let reference = reference(article, page, &body);
        let sent = day_sent(article, &body, reference.edtf.as_ref());
        let publisher = article.publisher.as_deref().map(deltascope_text::simplify);
        let title = article.title.as_ref().map(|title| deltascope_text::simplify(&title.text));
        let home = (publisher.as_ref())
            .and_then(|publisher| home_of(publisher.text(), gazetteer))
            .or_else(|| only_place(title.as_ref()?.text(), gazetteer));
        let texts: Vec<_> = readings.iter().map(Reading::noted).collect();
        let people = people::in_article(&texts);
        let told_at = reference.told_at();
        Self { page, article, gazetteer, readings, scans, reference, told_at, sent, home, people }
    }

    /// One thing is read at a time, in all paragraphs: what reads it is long, and would make room for the
    /// next in the machine's nearest memory.
    fn read(&self, found: &mut Mentions) {
        let mut bodies = self.bodies(found);
        let grounds =
            Grounds::of(bodies.iter().map(|body| (body.reading.noted(), &body.known[..])));
        let texts = (bodies.iter())
            .map(|body| (body.reading.noted(), grounds.with(&body.known), &body.sentences[..]));
        let mut forms = ShortForms::of(shortened(&texts));
        let title = self.title_told(&grounds, &mut forms);
        for body in &mut bodies {
            let text = body.reading.noted();
            body.names = names_of(text, grounds.with(&body.known), self.gazetteer, &mut forms);
        }
        let title = title.and_then(|title| self.title(title, &bodies, found));
        let mut course = Course::of(title.as_ref());
        for body in &bodies {
            course.next_paragraph();
            self.events(body, found, &mut course);
        }
        let mut thread = Thread::new(title);
        // Behind the last number nothing is measured.
        let numbered = bodies.iter().rposition(|body| !body.quantities.is_empty());
        for (at, body) in bodies.iter().enumerate().take(numbered.map_or(0, |last| last + 1)) {
            thread.next_paragraph();
            self.figures(body, numbered == Some(at), found, &mut thread);
        }
        self.people(found);
        self.doubts(found);
    }

    /// The paragraphs with their times and quantities.
    fn bodies(&self, found: &mut Mentions) -> Vec<Body<'_>> {
        let reference = self.reference.edtf.clone();
        let mut context = Context { reference, sent: self.sent.clone(), ..Context::default() };
        let others = (found.times.len(), found.quantities.len());
        let mut bodies: Vec<Body<'_>> = (self.readings.iter().zip(&self.people))
            .map(|(reading, people)| Body::new(reading, people, self.gazetteer))
            .collect();
        for (body, scan) in bodies.iter_mut().zip(&self.scans) {
            body.meanings.clone_from(scan);
            rounds::add(&mut body.meanings, body.reading.text(), &body.known, self.gazetteer);
            body.times = resolve_all(body.reading.noted(), &mut body.meanings, &mut context);
            self.push_times(body.reading, &body.times, found, others.0);
        }
        for body in &mut bodies {
            body.quantities = self.quantities(body.reading, &body.times, found, others.1);
        }
        bodies
    }

    /// The people of the article, each with all that it tells of them.
    fn people(&self, found: &mut Mentions) {
        let mut told: BTreeMap<&str, Told> = BTreeMap::new();
        for (reading, people) in self.readings.iter().zip(&self.people) {
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

    /// The title, where it stands in the page as it is, and what it names. Of that the paragraphs go back to
    /// what is known and to documents; other names it shortens.
    fn title_told(&self, grounds: &Grounds, forms: &mut ShortForms) -> Option<TitleTold> {
        let title = self.article.title.as_ref()?;
        let literal = title.range.slice(&self.page.text) == Some(title.text.as_str());
        let whole = TextRange::of(0, title.text.len());
        let piece = Piece { page: title.range, at: whole, repaired: false };
        let reading = literal.then(|| Reading::new(&title.text, vec![piece]))?;
        let known = self.gazetteer.find_in(reading.noted());
        let names = names_of(reading.noted(), grounds.with(&known), self.gazetteer, forms);
        forms.keep(|name| name.title || matches!(name.key, Key::Known(_)));
        Some(TitleTold { reading, known, names })
    }

    /// The title names initiatives, of which its verbs date none, and may shorten what the paragraphs name;
    /// the first that it names.
    fn title(
        &self,
        title: TitleTold,
        bodies: &[Body<'_>],
        found: &mut Mentions,
    ) -> Option<Mention> {
        let TitleTold { reading, known, names } = title;
        let evidence = self.evidence(&reading, TextRange::of(0, reading.text().len()))?;
        let around = self.around(&reading, &known, &[]);
        let told = || bodies.iter().flat_map(|body| &body.names);
        let in_full = |name: Mention| {
            let full = in_full(&name, told()).unwrap_or(&name);
            Mention { range: name.range, told: false, ..full.clone() }
        };
        let names: Vec<Mention> = names.into_iter().map(in_full).collect();
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
    fn events(&self, body: &Body<'_>, found: &mut Mentions, course: &mut Course) {
        let Body { reading, known, times, names, sentences, .. } = body;
        let text = reading.text();
        let mut wider: Option<Vec<KnownMatch>> = None;
        let around = self.around(reading, known, body.people);
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
                people: within(body.people, range, |person| person.name),
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
    fn figures(&self, body: &Body<'_>, last: bool, found: &mut Mentions, thread: &mut Thread) {
        let Body { reading, known, times, quantities, names, .. } = body;
        let last = quantities.last().filter(|_| last).map(|number| number.range);
        let around = self.around(reading, known, body.people);
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

    /// The times of a paragraph; `others` were found before the article.
    fn push_times(
        &self,
        reading: &Reading,
        times: &[FoundTime],
        found: &mut Mentions,
        others: usize,
    ) {
        // The numbers of an article's times go on from paragraph to paragraph.
        let before = found.times.len() - others;
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

    /// The quantities of a paragraph; `others` were found before the article.
    fn quantities(
        &self,
        reading: &Reading,
        times: &[FoundTime],
        found: &mut Mentions,
        others: usize,
    ) -> Vec<FoundQuantity> {
        let times: Vec<TextRange> = times.iter().map(|time| time.range).collect();
        let mut quantities = quantities_beside(reading.noted(), &times);
        for quantity in &quantities {
            let Some(evidence) = self.evidence(reading, quantity.range) else { continue };
            let number = found.quantities.len() - others + 1;
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

    fn doubts(&self, found: &mut Mentions) {
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

/// A sentence, cut at its clauses where it is longer than any sentence: a page may be one line
/// without a full stop, and each fact of it would hold the whole.
fn pieces(text: &str, sentence: TextRange) -> impl Iterator<Item = TextRange> {
    let end = sentence.usize().end;
    let mut next = Some(sentence.usize().start);
    std::iter::from_fn(move || {
        let start = next.take()?;
        if end - start <= LONGEST_SENTENCE {
            return Some(TextRange::of(start, end));
        }
        let reach = text.floor_char_boundary(start + LONGEST_SENTENCE);
        let clause = text[start..reach].rfind(ends_clause);
        let mark = |at: usize| text[start + at..].chars().next().map_or(0, char::len_utf8);
        let cut = clause.map_or(reach, |at| start + at + mark(at));
        next = Some(cut);
        Some(TextRange::of(start, cut))
    })
}

/// What of a list in order stands inside a range.
fn within<T>(list: &[T], range: TextRange, of: impl Fn(&T) -> TextRange) -> &[T] {
    let from = list.partition_point(|one| of(one).start() < range.start());
    let inside = list[from..].partition_point(|one| of(one).end() <= range.end());
    &list[from..from + inside]
}

/// A range without blanks at its ends.
fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.slice(text).unwrap_or_default();
    let start = range.usize().start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    TextRange::of(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let pieces: Vec<_> = pieces(text, TextRange::of(0, text.len())).collect();
        let lengths: Vec<usize> = pieces.iter().map(|piece| piece.usize().len()).collect();
        assert_eq!(lengths, expected);
        assert!(pieces.iter().all(|piece| piece.slice(text).is_some()));
    }

    #[test]
    fn endless_sentences_are_cut_at_clauses() {
        check("三市共用仪器。", &[21]);
        check(&"市".repeat(1000), &[3000]);
        check(&"市".repeat(1001), &[3000, 3]);
        check(&format!("三市,{}", "市".repeat(1000)), &[7, 3000]);
    }
}
