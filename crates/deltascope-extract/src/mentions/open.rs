//! An article while it is read, step by step.

use deltascope_model::{Article, Page};

use super::Mentions;
use super::article::ArticleReader;
use super::body::Body;
use crate::back::ShortForms;
use crate::course::Course;
use crate::figures::Thread;
use crate::gazetteer::Gazetteer;
use crate::grounds::Grounds;
use crate::names::{Mention, mentions as names_of};
use crate::people;
use crate::reference::Paragraph;
use crate::rounds;
use crate::rules::name_shortened::shortened;
use crate::rules::republic::is_counted_in;
use crate::times::{resolve_all, scan};

/// An article, and what is found in it so far.
pub(super) struct OpenArticle<'a> {
    reader: ArticleReader<'a>,
    bodies: Vec<Body>,
    /// What its title names first.
    title: Option<Mention>,
    found: Mentions,
}

impl<'a> OpenArticle<'a> {
    /// What is read one after another, each in all paragraphs.
    pub(super) const STEPS: [fn(&mut Self); 9] = [
        Self::scan,
        Self::date,
        Self::know,
        Self::people,
        Self::times,
        Self::quantities,
        Self::names,
        Self::events,
        Self::figures,
    ];

    /// An article in Simplified characters, of which nothing else is known.
    pub(super) fn new(page: &'a Page, article: &'a Article, gazetteer: &'a Gazetteer) -> Self {
        let paragraphs = article.paragraphs.iter().enumerate();
        Self {
            reader: ArticleReader::new(page, article, gazetteer),
            bodies: paragraphs.map(|(nth, text)| Body::new(text, article.pieces(nth))).collect(),
            title: None,
            found: Mentions::default(),
        }
    }

    /// What it mentions, with the people that it tells of, and doubts about its date.
    pub(super) fn close(mut self) -> Mentions {
        self.reader.tell_people(&self.bodies, &mut self.found);
        self.reader.doubts(&mut self.found);
        self.found
    }

    fn scan(&mut self) {
        let republic = self.bodies.iter().any(|body| is_counted_in(body.reading.noted()));
        for body in &mut self.bodies {
            body.meanings = scan(body.reading.noted(), republic);
        }
    }

    fn date(&mut self) {
        let paragraphs: Vec<_> = (self.bodies.iter())
            .map(|body| Paragraph { text: body.reading.noted(), times: &body.meanings })
            .collect();
        self.reader.date(&paragraphs);
    }

    fn know(&mut self) {
        for body in &mut self.bodies {
            body.know(self.reader.gazetteer);
        }
    }

    fn people(&mut self) {
        let texts: Vec<_> = self.bodies.iter().map(|body| body.reading.noted()).collect();
        let people = people::in_article(&texts);
        for (body, people) in self.bodies.iter_mut().zip(people) {
            body.people = people;
        }
    }

    fn times(&mut self) {
        let mut context = self.reader.context();
        for Body { reading, known, meanings, times, .. } in &mut self.bodies {
            rounds::add(meanings, reading.text(), known, self.reader.gazetteer);
            *times = resolve_all(reading.noted(), meanings, &mut context);
            self.reader.push_times(reading, times, &mut self.found);
        }
    }

    fn quantities(&mut self) {
        for body in &mut self.bodies {
            body.quantities = self.reader.quantities(&body.reading, &body.times, &mut self.found);
        }
    }

    fn names(&mut self) {
        let Self { reader, bodies, .. } = self;
        let known = bodies.iter().map(|body| (body.reading.noted(), &body.known[..]));
        let grounds = Grounds::of(known);
        let texts = (bodies.iter())
            .map(|body| (body.reading.noted(), grounds.with(&body.known), &body.sentences[..]));
        let mut forms = ShortForms::of(shortened(&texts));
        let title = reader.title_told(bodies, &grounds, &mut forms);
        for body in &mut *bodies {
            let text = body.reading.noted();
            body.names = names_of(text, grounds.with(&body.known), reader.gazetteer, &mut forms);
        }
        self.title = title.and_then(|title| reader.title(title, bodies, &mut self.found));
    }

    fn events(&mut self) {
        let mut course = Course::of(self.title.as_ref());
        for body in &self.bodies {
            course.next_paragraph();
            self.reader.events(body, &mut self.found, &mut course);
        }
    }

    fn figures(&mut self) {
        let mut thread = Thread::new(self.title.take());
        // Behind the last number nothing is measured.
        let numbered = self.bodies.iter().rposition(|body| !body.quantities.is_empty());
        let measuring = &self.bodies[..numbered.map_or(0, |last| last + 1)];
        for (at, body) in measuring.iter().enumerate() {
            thread.next_paragraph();
            self.reader.figures(body, numbered == Some(at), &mut self.found, &mut thread);
        }
    }
}
