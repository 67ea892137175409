//! `Rows`: each fact of each article with the values that each facet may match.

use std::ops::Range;

use deltascope_model::{Corpus, Edtf, Evidence, InitiativeKind, Phase, circle, civil, scoped};

use super::{Facet, fact::Fact};

/// All rows, in one row of values.
pub(super) struct Rows {
    articles: Vec<u32>,
    /// The fact's place, from 1; 0 for the article itself and for an initiative that it names.
    facts: Vec<u32>,
    /// Positions in the keys of the facets.
    values: Vec<u32>,
    // Invariant: for each row and facet the end of its values; the next ones start there.
    ends: Vec<u32>,
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// The article of a row.
    pub fn article(&self, row: usize) -> usize {
        self.articles[row] as usize
    }

    /// The event or figure of a row, by its place among all facts.
    pub fn fact(&self, row: usize) -> Option<usize> {
        (self.facts[row] as usize).checked_sub(1)
    }

    /// The values of a row for a facet, sorted.
    pub fn values(&self, row: usize, facet: usize) -> &[u32] {
        let at = row * Facet::COUNT + facet;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.values[start as usize..self.ends[at] as usize]
    }

    fn push(&mut self, article: usize, fact: Option<usize>, values: Values) {
        self.articles.push(article as u32);
        self.facts.push(fact.map_or(0, |fact| fact as u32 + 1));
        for mut values in values {
            values.sort_unstable();
            values.dedup();
            self.values.append(&mut values);
            self.ends.push(self.values.len() as u32);
        }
    }
}

/// The values of one row, by facet.
type Values = [Vec<u32>; Facet::COUNT];

/// Writes the rows of a corpus.
pub(super) struct Writer<'a> {
    corpus: &'a Corpus,
    pub keys: [Vec<String>; Facet::COUNT],
    /// For each place, by position, the places that a fact there counts for.
    circles: Vec<Vec<u32>>,
}

impl<'a> Writer<'a> {
    /// Gathers the keys.
    pub fn new(corpus: &'a Corpus) -> Self {
        let owned = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        let mut keys: [Vec<String>; Facet::COUNT] = Default::default();
        keys[Facet::Place as usize] = corpus.places.iter().map(|place| place.id.clone()).collect();
        keys[Facet::Kind as usize] = owned(&InitiativeKind::ALL.map(InitiativeKind::key));
        keys[Facet::Phase as usize] = owned(&Phase::ALL.map(Phase::key));
        keys[Facet::Publisher as usize] =
            corpus.articles.iter().filter_map(|article| article.publisher.clone()).collect();
        let published = corpus.articles.iter().filter_map(|article| article.published.as_ref());
        let told = Fact::all(corpus).filter_map(|fact| fact.date(corpus));
        for date in published.map(|date| &date.edtf).chain(told) {
            keys[Facet::Year as usize].extend(years(date));
            keys[Facet::Month as usize].extend(month(date));
        }
        for facet in [Facet::Publisher, Facet::Year, Facet::Month] {
            keys[facet as usize].sort_unstable();
            keys[facet as usize].dedup();
        }
        let around = |at| circle(&corpus.places, at).into_iter().map(|place| place as u32);
        let circles = (0..corpus.places.len()).map(|at| around(at).collect()).collect();
        Self { corpus, keys, circles }
    }

    /// All rows, and those of each fact.
    pub fn rows(&self) -> (Rows, Vec<Range<u32>>) {
        let corpus = self.corpus;
        let (articles, facts, values, ends) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut rows = Rows { articles, facts, values, ends };
        for article in 0..corpus.articles.len() {
            rows.push(article, None, self.of_article(article));
        }
        for initiative in &corpus.initiatives {
            for article in self.articles(&initiative.evidence) {
                let mut values = self.of_article(article);
                self.put_initiative(&mut values, &initiative.id);
                rows.push(article, None, values);
            }
        }
        let mut of_facts = Vec::new();
        for fact in Fact::all(corpus) {
            let first = rows.len() as u32;
            for article in self.articles(fact.evidence(corpus)) {
                rows.push(article, Some(fact.place(corpus)), self.of_fact(article, fact));
            }
            of_facts.push(first..rows.len() as u32);
        }
        (rows, of_facts)
    }

    /// The articles that hold evidence, each once.
    fn articles(&self, evidence: &[Evidence]) -> Vec<usize> {
        let found = evidence.iter().filter_map(|one| self.corpus.article(&one.article));
        let mut found: Vec<usize> = found.collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn of_article(&self, article: usize) -> Values {
        let article = &self.corpus.articles[article];
        let mut values = Values::default();
        if let Some(publisher) = &article.publisher {
            self.put(&mut values, Facet::Publisher, publisher);
        }
        if let Some(date) = &article.published {
            self.put_date(&mut values, &date.edtf);
        }
        values
    }

    fn of_fact(&self, article: usize, fact: Fact) -> Values {
        let mut values = self.of_article(article);
        if let Some(date) = fact.date(self.corpus) {
            values[Facet::Year as usize].clear();
            values[Facet::Month as usize].clear();
            self.put_date(&mut values, date);
        }
        if let Fact::Event(at) = fact {
            let event = &self.corpus.events[at];
            values[Facet::Phase as usize].push(event.phase as u32);
            self.put_places(&mut values, &event.places);
        }
        if let Fact::Figure(at) = fact
            && let Some(scope) = &self.corpus.figures[at].scope
        {
            let around = scoped(&self.corpus.places, scope).into_iter();
            values[Facet::Place as usize].extend(around.flat_map(|at| &self.circles[at]));
        }
        if let Some(initiative) = fact.initiative(self.corpus) {
            self.put_initiative(&mut values, initiative);
        }
        values
    }

    fn put_date(&self, values: &mut Values, date: &Edtf) {
        for year in years(date) {
            self.put(values, Facet::Year, &year);
        }
        if let Some(month) = month(date) {
            self.put(values, Facet::Month, &month);
        }
    }

    fn put_initiative(&self, values: &mut Values, id: &str) {
        if let Some(at) = self.corpus.initiative(id) {
            let initiative = &self.corpus.initiatives[at];
            values[Facet::Kind as usize].push(initiative.kind as u32);
            self.put_places(values, &initiative.places);
        }
    }

    fn put_places(&self, values: &mut Values, places: &[String]) {
        for place in places {
            let at = self.corpus.places.binary_search_by(|known| known.id.cmp(place));
            if let Ok(at) = at {
                values[Facet::Place as usize].extend(&self.circles[at]);
            }
        }
    }

    fn put(&self, values: &mut Values, facet: Facet, key: &str) {
        let at = self.keys[facet as usize].binary_search_by(|known| known.as_str().cmp(key));
        values[facet as usize].extend(at.ok().map(|at| at as u32));
    }
}

/// The years that a date touches.
fn years(date: &Edtf) -> impl Iterator<Item = String> {
    date.years().map(|year| year.to_string())
}

/// The month that a date lies in; none where it may be of several.
fn month(date: &Edtf) -> Option<String> {
    let bounds = date.bounds();
    let (first, last) = (civil(bounds.first?), civil(bounds.last?));
    ((first.0, first.1) == (last.0, last.1)).then(|| format!("{:04}-{:02}", first.0, first.1))
}
