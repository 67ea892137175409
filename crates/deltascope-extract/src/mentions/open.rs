//! An article while it is read, step by step.

use deltascope_model::{Article, Page, Piece, TextRange};

use super::Mentions;
use super::article::ArticleReader;
use super::body::Body;
use crate::back::ShortForms;
use crate::course::Course;
use crate::figures::Thread;
use crate::gazetteer::Gazetteer;
use crate::grounds::Grounds;
use crate::names::{Key, Mention, Patterns};
use crate::people;
use crate::reference::Paragraph;
use crate::rounds;
use crate::rules::name_shortened::shortened;
use crate::rules::name_title::is_of_this_text;
use crate::rules::republic::is_counted_in;
use crate::times::{resolve_all, scan};

/// An article, and what is found in it so far.
pub(super) struct OpenArticle<'a> {
    reader: ArticleReader<'a>,
    /// Its title, read as a paragraph.
    title: Option<Body>,
    bodies: Vec<Body>,
    grounds: Grounds,
    forms: ShortForms,
    /// What its title names first.
    about: Option<Mention>,
    found: Mentions,
}

impl<'a> OpenArticle<'a> {
    /// What is read one after another, each in all paragraphs.
    pub(super) const STEPS: [fn(&mut Self); 10] = [
        Self::scan,
        Self::date,
        Self::know,
        Self::people,
        Self::times,
        Self::quantities,
        Self::patterns,
        Self::names,
        Self::events,
        Self::figures,
    ];

    /// An article in Simplified characters, of which nothing else is known.
    pub(super) fn new(page: &'a Page, article: &'a Article, gazetteer: &'a Gazetteer) -> Self {
        let title = article.title.as_ref().map(|title| {
            let at = TextRange::of(0, title.text.len());
            Body::new(&title.text, vec![Piece { page: title.range, at, repaired: false }])
        });
        let paragraphs = article.paragraphs.iter().enumerate();
        Self {
            reader: ArticleReader::new(page, article, gazetteer),
            bodies: paragraphs.map(|(nth, text)| Body::new(text, article.pieces(nth))).collect(),
            title,
            grounds: Grounds::default(),
            forms: ShortForms::default(),
            about: None,
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
        for body in self.title.iter_mut().chain(&mut self.bodies) {
            body.know(self.reader.gazetteer);
        }
        self.reader.find_home(self.title.as_ref().map_or(&[], |title| &title.known));
        // Evidence is what the page holds: where that is not the title, it names nothing.
        self.title.take_if(|_| !self.reader.shows_its_title());
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

    fn patterns(&mut self) {
        let known = self.bodies.iter().map(|body| (body.reading.noted(), &body.known[..]));
        self.grounds = Grounds::of(known);
        for body in self.title.iter_mut().chain(&mut self.bodies) {
            body.patterns = Patterns::of(body.reading.noted(), self.grounds.with(&body.known));
        }
        let texts = self.bodies.iter().map(|body| {
            (body.reading.noted(), self.grounds.with(&body.known), &body.sentences[..])
        });
        self.forms = ShortForms::of(shortened(&texts));
    }

    fn names(&mut self) {
        let Self { reader, title, bodies, grounds, forms, .. } = self;
        for title in title.iter_mut() {
            title.name(grounds, reader.gazetteer, forms);
            let text = title.reading.noted();
            let paragraphs = bodies.iter().map(|body| body.reading.text());
            let in_marks = title.names.iter().any(|name| name.title);
            if let Some(kind) = is_of_this_text(&text, paragraphs).filter(|_| !in_marks) {
                title.names = vec![Mention::of_text(text.as_str(), kind)];
            }
        }
        // Paragraphs go back to what is known and to documents; other names the title may shorten.
        forms.keep(|name| name.title || matches!(name.key, Key::Known(_)));
        for body in bodies.iter_mut() {
            body.name(grounds, reader.gazetteer, forms);
        }
        let first = |title| reader.title(title, bodies, &mut self.found);
        self.about = title.as_ref().and_then(first);
    }

    fn events(&mut self) {
        let mut course = Course::of(self.about.as_ref());
        for body in &self.bodies {
            course.next_paragraph();
            self.reader.events(body, &mut self.found, &mut course);
        }
    }

    fn figures(&mut self) {
        let mut thread = Thread::new(self.about.take());
        // Behind the last number nothing is measured.
        let numbered = self.bodies.iter().rposition(|body| !body.quantities.is_empty());
        let measuring = &self.bodies[..numbered.map_or(0, |last| last + 1)];
        for (at, body) in measuring.iter().enumerate() {
            thread.next_paragraph();
            self.reader.figures(body, numbered == Some(at), &mut self.found, &mut thread);
        }
    }
}
