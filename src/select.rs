//! Which articles and events pass the filters, and how many each value of a filter would leave.
//!
//! 1. `Catalogue::of` turns the corpus into rows: one for each event in each article that states
//!    it, one for each initiative that an article names, and one for the article itself. A row
//!    holds the values that each facet may match.
//! 2. `Catalogue::select` keeps the rows that pass every filter and the search. An article or an
//!    event passes where one row of it passes, so that `kind` and `year` must hold of the same
//!    fact.
//! 3. A facet's counts are taken with its own filter off: they say what a click would bring.
//!
//! A place holds the places inside it (江苏 finds 南京) and a group its members; what is said of
//! a group is said of each member (三省一市 counts for 安徽), and of no smaller place.

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{Corpus, Edtf, InitiativeKind, Phase, Place};

use crate::state::{Facet, Picks};

/// The values of each facet as positions in [`Catalogue::keys`], indexed by `Facet as usize`.
type Values = [BTreeSet<usize>; 5];

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
}

/// What a search found: for each article, and for each event, whether it is a hit.
#[derive(Default)]
pub struct Searched {
    /// By position in the corpus.
    pub articles: Vec<bool>,
    /// By position in the corpus.
    pub events: Vec<bool>,
}

/// A facet's values, by key, with the number that each would leave.
pub type Counts = [Vec<(String, usize)>; 5];

/// What passes.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Articles, by position in the corpus.
    pub articles: Vec<usize>,
    /// Events, by position in the corpus.
    pub events: Vec<usize>,
    /// Counts of articles.
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
        let mut articles = BTreeSet::new();
        let mut events = BTreeSet::new();
        let mut found: [[BTreeMap<usize, BTreeSet<usize>>; 5]; 2] = Default::default();
        for row in &self.rows {
            let failed: Vec<usize> = (0..5)
                .filter(|&facet| {
                    !picks[facet].is_empty() && row.values[facet].is_disjoint(&picked[facet])
                })
                .collect();
            let article = searched.is_none_or(|searched| searched.articles[row.article]);
            let event =
                row.event.filter(|&event| searched.is_none_or(|searched| searched.events[event]));
            if failed.is_empty() {
                articles.extend(article.then_some(row.article));
                events.extend(event);
            }
            for (facet, values) in row.values.iter().enumerate() {
                // Its own filter off: only the others may have stopped the row.
                if !failed.iter().all(|&other| other == facet) {
                    continue;
                }
                for &value in values {
                    if article {
                        found[0][facet].entry(value).or_default().insert(row.article);
                    }
                    if let Some(event) = event {
                        found[1][facet].entry(value).or_default().insert(event);
                    }
                }
            }
        }
        let [article_counts, event_counts] = found.map(|facets| self.counts(&facets, picks));
        Selection {
            articles: articles.into_iter().collect(),
            events: events.into_iter().collect(),
            article_counts,
            event_counts,
        }
    }

    fn positions(&self, facet: usize, keys: &[String]) -> BTreeSet<usize> {
        let position = |key| self.keys[facet].iter().position(|known| known == key);
        let mut positions = BTreeSet::new();
        positions.extend(keys.iter().filter_map(position));
        positions
    }

    /// The values that leave something, and the chosen ones even where they leave nothing.
    fn counts(&self, found: &[BTreeMap<usize, BTreeSet<usize>>; 5], picks: &Picks) -> Counts {
        std::array::from_fn(|facet| {
            let count = |at: usize| found[facet].get(&at).map_or(0, BTreeSet::len);
            self.keys[facet]
                .iter()
                .enumerate()
                .map(|(at, key)| (key.clone(), count(at)))
                .filter(|(key, count)| *count > 0 || picks[facet].contains(key))
                .collect()
        })
    }
}

/// Writes the rows.
struct Writer<'a> {
    corpus: &'a Corpus,
    keys: [Vec<String>; 5],
    /// For each place, by position, the places that a fact there counts for.
    circles: Vec<BTreeSet<usize>>,
}

impl<'a> Writer<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        let owned = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        let mut keys = Picks::default();
        keys[Facet::Place as usize] = corpus.places.iter().map(|place| place.id.clone()).collect();
        keys[Facet::Kind as usize] = owned(&InitiativeKind::ALL.map(InitiativeKind::key));
        keys[Facet::Phase as usize] = owned(&Phase::ALL.map(Phase::key));
        // Collecting into a set would compile a sort for its type; `extend` inserts one by one.
        let mut publishers = BTreeSet::new();
        publishers.extend(corpus.articles.iter().filter_map(|article| article.publisher.clone()));
        keys[Facet::Publisher as usize] = publishers.into_iter().collect();
        keys[Facet::Year as usize] = years(corpus).iter().map(ToString::to_string).collect();
        let circles = (0..corpus.places.len()).map(|at| circle(&corpus.places, at)).collect();
        Self { corpus, keys, circles }
    }

    fn write(self) -> Catalogue {
        let corpus = self.corpus;
        let mut rows = Vec::new();
        let position = |id: &str| corpus.articles.binary_search_by(|a| a.id.as_str().cmp(id)).ok();
        for article in 0..corpus.articles.len() {
            rows.push(Row { article, event: None, values: self.of_article(article) });
        }
        for initiative in &corpus.initiatives {
            let mut named = BTreeSet::new();
            named.extend(initiative.evidence.iter().filter_map(|found| position(&found.article)));
            for article in named {
                let mut values = self.of_article(article);
                self.put(&mut values, Facet::Kind, initiative.kind.key());
                self.put_places(&mut values, &initiative.places);
                rows.push(Row { article, event: None, values });
            }
        }
        for (number, event) in corpus.events.iter().enumerate() {
            let initiative = corpus.initiatives.iter().find(|known| known.id == event.initiative);
            let mut stated = BTreeSet::new();
            stated.extend(event.evidence.iter().filter_map(|found| position(&found.article)));
            for article in stated {
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
        Catalogue { keys: self.keys, rows }
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
        values[facet as usize].extend(self.keys[facet as usize].iter().position(|k| k == key));
    }

    fn put_places(&self, values: &mut Values, places: &[String]) {
        for place in places {
            let at = self.keys[Facet::Place as usize].iter().position(|known| known == place);
            for &circle in at.iter().flat_map(|&at| &self.circles[at]) {
                values[Facet::Place as usize].insert(circle);
            }
        }
    }
}

/// Every year of an article or an event.
fn years(corpus: &Corpus) -> BTreeSet<i32> {
    let published = corpus.articles.iter().filter_map(|article| article.published.as_ref());
    let dates = corpus.events.iter().map(|event| &event.date.edtf);
    let mut years = BTreeSet::new();
    years.extend(published.map(|date| &date.edtf).chain(dates).flat_map(Edtf::years));
    years
}

/// The places that a fact at this place counts for: itself, the members of a group, and what
/// those lie in.
fn circle(places: &[Place], at: usize) -> BTreeSet<usize> {
    let position = |id: &str| places.iter().position(|place| place.id == id);
    let mut circle: BTreeSet<usize> = BTreeSet::new();
    circle.insert(at);
    let mut inside = at;
    // A chain of parents longer than the list of places would be a ring.
    for _ in 0..places.len() {
        for (group, place) in places.iter().enumerate() {
            if place.members.contains(&places[inside].id) {
                circle.insert(group);
            }
        }
        let Some(parent) = places[inside].parent.as_deref().and_then(position) else { break };
        circle.insert(parent);
        inside = parent;
    }
    for member in places[at].members.iter().filter_map(|id| position(id)) {
        circle.insert(member);
        circle.extend(places[member].parent.as_deref().and_then(position));
    }
    circle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two articles: `a.1` states a law of the delta (2024) and a platform in Nanjing (2025);
    /// `b.1` names the platform only.
    fn corpus() -> Corpus {
        let text = r#"{"format":"deltascope-corpus/1","pages":[],"families":[],"times":[],
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
           "date":{"edtf":"2024-07","basis":"stated"},"actors":[],"places":[],
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"}]},
          {"id":"platform-launched-1","initiative":"platform","phase":"launched",
           "date":{"edtf":"2025","basis":"stated"},"actors":[],"places":[],
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
        let pair = |key: &str, count| (key.to_owned(), count);
        let kind = Facet::Kind as usize;
        assert_eq!(selection.event_counts[kind], [pair("law", 1), pair("platform", 1)]);
        assert_eq!(selection.article_counts[kind], [pair("law", 1), pair("platform", 2)]);
        assert_eq!(selection.event_counts[Facet::Year as usize], [pair("2024", 1)]);
    }

    #[test]
    fn a_chosen_value_stays_listed_when_it_leaves_nothing() {
        let catalogue = Catalogue::of(&corpus());
        let chosen = picks(&[(Facet::Kind, "law"), (Facet::Year, "2025")]);
        let selection = catalogue.select(&chosen, None);
        let years = &selection.event_counts[Facet::Year as usize];
        assert_eq!(*years, [("2024".to_owned(), 1), ("2025".to_owned(), 0)]);
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
