//! Which articles and events pass the filters, and how many each value of a filter would leave.
//!
//! 1. `Catalogue::of` turns the corpus into rows: one for each event in each article that states
//!    it, one for each initiative that an article names, and one for the article itself. A row
//!    holds the values that each facet may match.
//! 2. `Catalogue::select` keeps the rows that pass every filter and the search. An article or an
//!    event passes where one row of it passes, so that `kind` and `year` must hold of the same
//!    fact.
//! 3. A facet's counts are taken with its own filter off: they say what a click would bring. Articles
//!    are counted by story: the reprints of one are one.
//!
//! A place holds the places inside it (江苏 finds 南京) and a group its members; what is said of
//! a group is said of each member (三省一市 counts for 安徽), and of no smaller place.

use deltascope_model::{Corpus, Edtf, Evidence, InitiativeKind, Phase, Place};

use crate::{
    order::in_order,
    state::{Facet, Picks},
};

/// The values of each facet as positions in [`Catalogue::keys`], indexed by `Facet as usize`.
type Values = [Vec<usize>; 5];

/// One fact of one article, as the filters see it.
struct Row {
    article: usize,
    event: Option<usize>,
    values: Values,
}

/// The corpus as the filters see it.
pub struct Catalogue {
    keys: [Vec<String>; 5],
    rows: Vec<Row>,
    /// For each article the first of its family, or itself.
    stories: Vec<usize>,
    // Invariant: the positions of all rows, sorted by story and then by article, so that the rows of
    // each come one after another and it is counted once.
    by_story: Vec<usize>,
    // Invariant: the same for events, of the rows that hold one.
    by_event: Vec<usize>,
}

/// What a search found: for each article, and for each event, whether it is a hit.
#[derive(Default)]
pub struct Searched {
    /// By position in the corpus.
    pub articles: Vec<bool>,
    /// By position in the corpus.
    pub events: Vec<bool>,
}

/// How many each value of each facet would leave, by position in [`Catalogue::keys`].
pub type Counts = [Vec<usize>; 5];

/// What passes.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Articles, by position in the corpus; the reprints of one story stand together.
    pub articles: Vec<usize>,
    /// How many stories they are.
    pub stories: usize,
    /// Events, by position in the corpus.
    pub events: Vec<usize>,
    /// Counts of stories.
    pub article_counts: Counts,
    /// Counts of events.
    pub event_counts: Counts,
}

impl Catalogue {
    /// Reads the corpus.
    pub fn of(corpus: &Corpus) -> Self {
        Writer::new(corpus).write()
    }

    /// Applies the filters; `searched` is none where there is no search.
    pub fn select(&self, picks: &Picks, searched: Option<&Searched>) -> Selection {
        let picked: Values = std::array::from_fn(|facet| self.positions(facet, &picks[facet]));
        let tally = || Tally {
            passed: Vec::new(),
            counts: std::array::from_fn(|facet| vec![0; self.keys[facet].len()]),
            last: std::array::from_fn(|facet| vec![usize::MAX; self.keys[facet].len()]),
        };
        let mut by_story = tally();
        let mut articles = Vec::new();
        for row in self.by_story.iter().map(|&at| &self.rows[at]) {
            if searched.is_none_or(|searched| searched.articles[row.article]) {
                let stopped = stopped(row, picks, &picked);
                by_story.count(self.stories[row.article], row, stopped);
                if stopped == 0 && articles.last() != Some(&row.article) {
                    articles.push(row.article);
                }
            }
        }
        let mut by_event = tally();
        for row in self.by_event.iter().map(|&at| &self.rows[at]) {
            let Some(event) = row.event else { continue };
            if searched.is_none_or(|searched| searched.events[event]) {
                by_event.count(event, row, stopped(row, picks, &picked));
            }
        }
        Selection {
            articles,
            stories: by_story.passed.len(),
            events: by_event.passed,
            article_counts: by_story.counts,
            event_counts: by_event.counts,
        }
    }

    /// A facet's values, as the address names them.
    pub fn keys(&self, facet: Facet) -> &[String] {
        &self.keys[facet as usize]
    }

    /// The first article of an article's family, or the article itself.
    pub fn story(&self, article: usize) -> usize {
        self.stories[article]
    }

    /// The positions of a facet's values in the order of the rail: places and publishers by what they
    /// hold of the whole corpus, the latest year first, kinds and phases by their own order.
    pub fn order(&self, facet: Facet) -> Vec<usize> {
        let all = self.select(&Picks::default(), None);
        let count = |counts: &Counts, at: usize| -(counts[facet as usize][at] as i32);
        in_order((0..self.keys(facet).len()).map(|at| match facet {
            Facet::Place | Facet::Publisher => {
                (count(&all.article_counts, at), count(&all.event_counts, at))
            }
            Facet::Year => (-(at as i32), 0),
            Facet::Kind | Facet::Phase => (0, 0),
        }))
    }

    fn positions(&self, facet: usize, keys: &[String]) -> Vec<usize> {
        let position = |key| self.keys[facet].iter().position(|known| known == key);
        keys.iter().filter_map(position).collect()
    }
}

/// The facets whose filter stops a row, each as a bit.
fn stopped(row: &Row, picks: &Picks, picked: &Values) -> u8 {
    let mut bits = 0;
    for (facet, values) in row.values.iter().enumerate() {
        let passes =
            picks[facet].is_empty() || values.iter().any(|value| picked[facet].contains(value));
        bits |= u8::from(!passes) << facet;
    }
    bits
}

/// What passes, and how much of it under each value: stories or events, each counted once.
struct Tally {
    passed: Vec<usize>,
    counts: Counts,
    /// For each value the last one counted.
    last: Counts,
}

impl Tally {
    /// Counts a row of `subject`; the rows of one subject come one after another.
    fn count(&mut self, subject: usize, row: &Row, stopped: u8) {
        if stopped == 0 && self.passed.last() != Some(&subject) {
            self.passed.push(subject);
        }
        for (facet, values) in row.values.iter().enumerate() {
            // Its own filter off: only the others may have stopped the row.
            if stopped & !(1 << facet) != 0 {
                continue;
            }
            for &value in values {
                if self.last[facet][value] != subject {
                    self.last[facet][value] = subject;
                    self.counts[facet][value] += 1;
                }
            }
        }
    }
}

/// Writes the rows.
struct Writer<'a> {
    corpus: &'a Corpus,
    keys: [Vec<String>; 5],
    /// For each place, by position, the places that a fact there counts for.
    circles: Vec<Vec<usize>>,
}

impl<'a> Writer<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        let owned = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        let mut keys = Picks::default();
        keys[Facet::Place as usize] = corpus.places.iter().map(|place| place.id.clone()).collect();
        keys[Facet::Kind as usize] = owned(&InitiativeKind::ALL.map(InitiativeKind::key));
        keys[Facet::Phase as usize] = owned(&Phase::ALL.map(Phase::key));
        for publisher in corpus.articles.iter().filter_map(|article| article.publisher.clone()) {
            add(&mut keys[Facet::Publisher as usize], publisher);
        }
        keys[Facet::Year as usize] = years(corpus).iter().map(ToString::to_string).collect();
        let circles = (0..corpus.places.len()).map(|at| circle(&corpus.places, at)).collect();
        Self { corpus, keys, circles }
    }

    fn write(self) -> Catalogue {
        let corpus = self.corpus;
        let mut rows = Vec::new();
        for article in 0..corpus.articles.len() {
            rows.push(Row { article, event: None, values: self.of_article(article) });
        }
        for initiative in &corpus.initiatives {
            for article in self.articles(&initiative.evidence) {
                let mut values = self.of_article(article);
                self.put(&mut values, Facet::Kind, initiative.kind.key());
                self.put_places(&mut values, &initiative.places);
                rows.push(Row { article, event: None, values });
            }
        }
        for (number, event) in corpus.events.iter().enumerate() {
            let initiative = corpus.initiatives.iter().find(|known| known.id == event.initiative);
            for article in self.articles(&event.evidence) {
                let mut values = self.of_article(article);
                values[Facet::Year as usize].clear();
                for year in event.date.edtf.years() {
                    self.put(&mut values, Facet::Year, &year.to_string());
                }
                self.put(&mut values, Facet::Phase, event.phase.key());
                self.put_places(&mut values, &event.places);
                if let Some(initiative) = initiative {
                    self.put(&mut values, Facet::Kind, initiative.kind.key());
                    self.put_places(&mut values, &initiative.places);
                }
                rows.push(Row { article, event: Some(number), values });
            }
        }
        let stories = self.stories();
        let by_story =
            in_order(rows.iter().map(|row| (stories[row.article] as i32, row.article as i32)));
        let mut by_event =
            in_order(rows.iter().map(|row| (row.event.map_or(0, |event| event as i32), 0)));
        by_event.retain(|&at| rows[at].event.is_some());
        Catalogue { keys: self.keys, rows, stories, by_story, by_event }
    }

    /// For each article the first of its family.
    fn stories(&self) -> Vec<usize> {
        let position =
            |id: &String| self.corpus.articles.binary_search_by(|known| known.id.cmp(id)).ok();
        let mut stories: Vec<usize> = (0..self.corpus.articles.len()).collect();
        for family in &self.corpus.families {
            let mut members = Vec::new();
            members.extend(family.members.iter().filter_map(position));
            for &member in &members {
                stories[member] = members[0];
            }
        }
        stories
    }

    /// The articles that hold evidence.
    fn articles(&self, evidence: &[Evidence]) -> Vec<usize> {
        let articles = &self.corpus.articles;
        let mut found = Vec::new();
        for Evidence { article, .. } in evidence {
            if let Ok(at) = articles.binary_search_by(|known| known.id.cmp(article)) {
                add(&mut found, at);
            }
        }
        found
    }

    fn of_article(&self, article: usize) -> Values {
        let article = &self.corpus.articles[article];
        let mut values = Values::default();
        if let Some(publisher) = &article.publisher {
            self.put(&mut values, Facet::Publisher, publisher);
        }
        for year in article.published.iter().flat_map(|date| date.edtf.years()) {
            self.put(&mut values, Facet::Year, &year.to_string());
        }
        values
    }

    fn put(&self, values: &mut Values, facet: Facet, key: &str) {
        if let Some(at) = self.keys[facet as usize].iter().position(|known| known == key) {
            add(&mut values[facet as usize], at);
        }
    }

    fn put_places(&self, values: &mut Values, places: &[String]) {
        for place in places {
            let at = self.keys[Facet::Place as usize].iter().position(|known| known == place);
            for &circle in at.iter().flat_map(|&at| &self.circles[at]) {
                add(&mut values[Facet::Place as usize], circle);
            }
        }
    }
}

/// Puts a value where it belongs in a sorted list, once. A set of each type would be compiled for
/// itself.
fn add<T: Ord>(list: &mut Vec<T>, value: T) {
    if let Err(at) = list.binary_search(&value) {
        list.insert(at, value);
    }
}

/// Every year of an article or an event.
fn years(corpus: &Corpus) -> Vec<i32> {
    let published = corpus.articles.iter().filter_map(|article| article.published.as_ref());
    let dates = corpus.events.iter().map(|event| &event.date.edtf);
    let mut years = Vec::new();
    for year in published.map(|date| &date.edtf).chain(dates).flat_map(Edtf::years) {
        add(&mut years, year);
    }
    years
}

/// The places that a fact at this place counts for: itself, the members of a group, and what
/// those lie in.
fn circle(places: &[Place], at: usize) -> Vec<usize> {
    let position = |id: &str| places.iter().position(|place| place.id == id);
    let mut circle = vec![at];
    let mut inside = at;
    // A chain of parents longer than the list of places would be a ring.
    for _ in 0..places.len() {
        for (group, place) in places.iter().enumerate() {
            if place.members.contains(&places[inside].id) {
                add(&mut circle, group);
            }
        }
        let Some(parent) = places[inside].parent.as_deref().and_then(position) else { break };
        add(&mut circle, parent);
        inside = parent;
    }
    for member in places[at].members.iter().filter_map(|id| position(id)) {
        add(&mut circle, member);
        if let Some(parent) = places[member].parent.as_deref().and_then(position) {
            add(&mut circle, parent);
        }
    }
    circle
}

#[cfg(test)]
mod tests {
    use deltascope_model::Family;

    use super::*;

    /// Two articles: `a.1` states a law of the delta (2024) and a platform in Nanjing (2025);
    /// `b.1` names the platform only.
    fn corpus() -> Corpus {
        let text = r#"{"format":"deltascope-corpus/3","pages":[],"families":[],"times":[],
        "quantities":[],"figures":[],"relations":[],"organisations":[],"issues":[],
        "articles":[
          {"id":"a.1","page":"a","title":null,"publisher":"甲报","host":null,"byline":[],
           "dateline":null,"published":null,"page_date":null,"script":"hans",
           "paragraphs":[],"spans":[]},
          {"id":"b.1","page":"b","title":null,"publisher":"乙报","host":null,"byline":[],
           "dateline":null,"published":{"edtf":"2025-03-10","basis":"stated","range":[0,1]},
           "page_date":null,"script":"hans","paragraphs":[],"spans":[]}],
        "initiatives":[
          {"id":"law","name":"法","aliases":[],"name_en":null,"kind":"law","pillar":null,
           "status":null,"actors":[],"places":["yrd"],
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"}]},
          {"id":"platform","name":"台","aliases":[],"name_en":null,"kind":"platform",
           "pillar":null,"status":null,"actors":[],"places":["320100"],
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"},
                       {"article":"b.1","range":[0,1],"text":"x"}]}],
        "events":[
          {"id":"law-adopted-1","initiative":"law","phase":"adopted",
           "date":{"edtf":"2024-07","basis":"stated"},"standing":"happened","actors":[],"places":[],
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"}]},
          {"id":"platform-launched-1","initiative":"platform","phase":"launched",
           "date":{"edtf":"2025","basis":"stated"},"standing":"happened","actors":[],"places":[],
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"}]}],
        "places":[
          {"id":"310000","name":"上海","name_hant":"上海","name_en":"Shanghai",
           "level":"province","parent":null,"point":null},
          {"id":"320000","name":"江苏","name_hant":"江蘇","name_en":"Jiangsu",
           "level":"province","parent":null,"point":null},
          {"id":"320100","name":"南京","name_hant":"南京","name_en":"Nanjing","level":"city",
           "parent":"320000","point":null},
          {"id":"yrd","name":"长三角","name_hant":"長三角","name_en":"Delta","level":"group",
           "parent":null,"point":null,"members":["310000","320000"]}]}"#;
        Corpus::parse(text.as_bytes()).unwrap()
    }

    fn picks(filters: &[(Facet, &str)]) -> Picks {
        let mut picks = Picks::default();
        for (facet, value) in filters {
            picks[*facet as usize].push((*value).to_owned());
        }
        picks
    }

    #[track_caller]
    fn check(filters: &[(Facet, &str)], articles: &[usize], events: &[usize]) {
        let selection = Catalogue::of(&corpus()).select(&picks(filters), None);
        assert_eq!(selection.articles, articles, "articles");
        assert_eq!(selection.events, events, "events");
    }

    #[test]
    fn without_filters_everything_passes() {
        check(&[], &[0, 1], &[0, 1]);
    }

    #[test]
    fn values_of_a_facet_widen_and_facets_narrow() {
        check(&[(Facet::Kind, "law")], &[0], &[0]);
        check(&[(Facet::Kind, "law"), (Facet::Kind, "platform")], &[0, 1], &[0, 1]);
        check(&[(Facet::Kind, "platform"), (Facet::Publisher, "乙报")], &[1], &[]);
    }

    #[test]
    fn filters_must_hold_of_one_fact() {
        check(&[(Facet::Kind, "law"), (Facet::Year, "2024")], &[0], &[0]);
        check(&[(Facet::Kind, "law"), (Facet::Year, "2025")], &[], &[]);
    }

    #[test]
    fn a_place_holds_what_lies_in_it_and_a_group_speaks_for_its_members() {
        check(&[(Facet::Place, "320100")], &[0, 1], &[1]);
        check(&[(Facet::Place, "320000")], &[0, 1], &[0, 1]);
        check(&[(Facet::Place, "310000")], &[0], &[0]);
        check(&[(Facet::Place, "yrd")], &[0, 1], &[0, 1]);
    }

    #[test]
    fn a_value_that_nothing_has_leaves_nothing() {
        check(&[(Facet::Place, "nowhere")], &[], &[]);
        check(&[(Facet::Year, "1999")], &[], &[]);
    }

    #[test]
    fn counts_say_what_a_click_would_bring() {
        let catalogue = Catalogue::of(&corpus());
        let selection = catalogue.select(&picks(&[(Facet::Kind, "law")]), None);
        let count = |counts: &Counts, facet: Facet, key: &str| {
            let at = catalogue.keys(facet).iter().position(|known| known == key).unwrap();
            counts[facet as usize][at]
        };
        let articles = |facet, key| count(&selection.article_counts, facet, key);
        let events = |facet, key| count(&selection.event_counts, facet, key);
        assert_eq!((events(Facet::Kind, "law"), events(Facet::Kind, "platform")), (1, 1));
        assert_eq!((articles(Facet::Kind, "law"), articles(Facet::Kind, "platform")), (1, 2));
        assert_eq!((events(Facet::Year, "2024"), events(Facet::Year, "2025")), (1, 0));
        assert_eq!(events(Facet::Kind, "fund"), 0);
    }

    #[test]
    fn the_rail_starts_with_what_holds_most_and_the_latest_year() {
        let catalogue = Catalogue::of(&corpus());
        let first = |facet: Facet| catalogue.keys(facet)[catalogue.order(facet)[0]].as_str();
        assert_eq!(first(Facet::Place), "320000");
        assert_eq!(first(Facet::Publisher), "甲报");
        assert_eq!((first(Facet::Year), first(Facet::Kind)), ("2025", "law"));
    }

    #[test]
    fn reprints_are_one_story() {
        let mut corpus = corpus();
        let members = vec!["b.1".into(), "a.1".into()];
        corpus.families.push(Family { id: "f-b.1".into(), members, differences: Vec::new() });
        let catalogue = Catalogue::of(&corpus);
        let all = catalogue.select(&Picks::default(), None);
        assert_eq!((all.articles, all.stories), (vec![0, 1], 1));
        assert_eq!((catalogue.story(0), catalogue.story(1)), (1, 1));
        let platform = catalogue.keys(Facet::Kind).iter().position(|key| key == "platform");
        assert_eq!(all.article_counts[Facet::Kind as usize][platform.unwrap()], 1);
    }

    #[test]
    fn a_search_narrows_articles_and_events_apart() {
        let searched = Searched { articles: vec![true, false], events: vec![false, true] };
        let selection = Catalogue::of(&corpus()).select(&Picks::default(), Some(&searched));
        assert_eq!((selection.articles, selection.events), (vec![0], vec![1]));
    }

    #[test]
    fn a_ring_of_parents_ends() {
        let mut corpus = corpus();
        corpus.places[1].parent = Some("320100".into());
        let selection = Catalogue::of(&corpus).select(&picks(&[(Facet::Place, "320000")]), None);
        assert_eq!(selection.events, [0, 1]);
    }
}
