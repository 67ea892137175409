//! Which articles and events pass the filters, and how many each value of a filter would leave.
//!
//! 1. `Catalogue::of` turns the corpus into rows: one for each event and each figure in each article
//!    that states it, one for each initiative that an article names, and one for the article
//!    itself. A row holds the values that each facet may match.
//! 2. Each view shows subjects: events, stories, entries of the ledger, targets. A subject passes
//!    where one row of it passes every filter and the search, so that `kind` and `year` must hold
//!    of the same fact.
//! 3. A facet's counts are taken with its own filter off: they say what a click would bring. The
//!    reprints of one story are one.
//!
//! A place holds the places inside it (江苏 finds 南京) and a group its members; what is said of
//! a group is said of each member (三省一市 counts for 安徽), and of no smaller place.

use deltascope_model::{Corpus, Edtf, Evidence, InitiativeKind, Phase, circle};

use crate::{
    figures::{
        ledger::Entry,
        targets::{Fact, Target},
    },
    order::in_order,
    state::{Facet, Picks, View},
};

/// The values of each facet as positions in [`Catalogue::keys`], indexed by `Facet as usize`.
type Values = [Vec<usize>; 5];

/// One fact of one article, as the filters see it.
struct Row {
    article: usize,
    /// The event or figure; none for the article itself and for an initiative that it names.
    fact: Option<Fact>,
    values: Values,
}

/// The corpus as the filters see it.
pub struct Catalogue {
    keys: [Vec<String>; 5],
    rows: Vec<Row>,
    /// For each article the first of its family, or itself.
    stories: Vec<usize>,
    // Invariant: for each view, indexed by `View as usize`, its subjects with the rows of each, by
    // position, one subject after another, so that each is counted once.
    subjects: [Vec<(usize, usize)>; View::FILTERED],
}

/// What a search found: whether each is a hit, by position in the corpus.
#[derive(Default)]
pub struct Searched {
    /// Articles.
    pub articles: Vec<bool>,
    /// Events.
    pub events: Vec<bool>,
    /// Figures.
    pub figures: Vec<bool>,
}

impl Searched {
    fn finds(&self, row: &Row) -> bool {
        match row.fact {
            None => self.articles[row.article],
            Some(Fact::Event(at)) => self.events[at],
            Some(Fact::Figure(at)) => self.figures[at],
        }
    }
}

/// How many each value of each facet would leave, by position in [`Catalogue::keys`].
pub type Counts = [Vec<usize>; 5];

/// What passes.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Articles, by position in the corpus; the reprints of one story stand together.
    pub articles: Vec<usize>,
    /// The subjects of each view, by their own positions.
    pub passed: [Vec<usize>; View::FILTERED],
    /// Counts of the subjects of each view.
    pub counts: [Counts; View::FILTERED],
}

impl Selection {
    /// The subjects of a view: events, stories, entries of the ledger, targets.
    pub fn of(&self, view: View) -> &[usize] {
        self.passed.get(view as usize).map_or(&[], Vec::as_slice)
    }
}

impl Catalogue {
    /// Reads the corpus, with its ledger and its targets.
    pub fn of(corpus: &Corpus, ledger: &[Entry], targets: &[Target]) -> Self {
        Writer::new(corpus).write(ledger, targets)
    }

    /// Applies the filters; `searched` is none where there is no search.
    pub fn select(&self, picks: &Picks, searched: Option<&Searched>) -> Selection {
        let picked: Values = std::array::from_fn(|facet| self.positions(facet, &picks[facet]));
        let mut selection = Selection::default();
        for (view, subjects) in self.subjects.iter().enumerate() {
            let stories = view == View::Articles as usize;
            let zeros =
                |value: usize| std::array::from_fn(|facet| vec![value; self.keys[facet].len()]);
            let mut tally = Tally { passed: Vec::new(), counts: zeros(0), last: zeros(usize::MAX) };
            for &(subject, row) in subjects {
                let row = &self.rows[row];
                // An article is found as a whole, whatever of it is a fact.
                let found = searched.is_none_or(|searched| {
                    if stories { searched.articles[row.article] } else { searched.finds(row) }
                });
                if !found {
                    continue;
                }
                let stopped = stopped(row, picks, &picked);
                tally.count(subject, row, stopped);
                if stories && stopped == 0 && selection.articles.last() != Some(&row.article) {
                    selection.articles.push(row.article);
                }
            }
            selection.passed[view] = tally.passed;
            selection.counts[view] = tally.counts;
        }
        selection
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
                (count(&all.counts[1], at), count(&all.counts[0], at))
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

    fn write(self, ledger: &[Entry], targets: &[Target]) -> Catalogue {
        let corpus = self.corpus;
        let mut rows = Vec::new();
        for article in 0..corpus.articles.len() {
            rows.push(Row { article, fact: None, values: self.of_article(article) });
        }
        for initiative in &corpus.initiatives {
            for article in self.articles(&initiative.evidence) {
                let mut values = self.of_article(article);
                self.put_initiative(&mut values, &initiative.id);
                rows.push(Row { article, fact: None, values });
            }
        }
        let events = (0..corpus.events.len()).map(Fact::Event);
        let facts = events.chain((0..corpus.figures.len()).map(Fact::Figure));
        // The rows of each fact, events first.
        let mut of_facts = Vec::new();
        for fact in facts {
            let first = rows.len();
            for article in self.articles(fact.evidence(corpus)) {
                rows.push(Row { article, fact: Some(fact), values: self.of_fact(article, fact) });
            }
            of_facts.push(first..rows.len());
        }
        let of_fact = |fact: Fact| match fact {
            Fact::Event(at) => of_facts[at].clone(),
            Fact::Figure(at) => of_facts[corpus.events.len() + at].clone(),
        };
        let stories = self.stories();
        let by_story =
            in_order(rows.iter().map(|row| (stories[row.article] as i32, row.article as i32)));
        let mut subjects: [Vec<(usize, usize)>; View::FILTERED] = Default::default();
        let [events, articles, entries, aims] = &mut subjects;
        articles.extend(by_story.into_iter().map(|at| (stories[rows[at].article], at)));
        for at in 0..corpus.events.len() {
            events.extend(of_fact(Fact::Event(at)).map(|row| (at, row)));
        }
        for (nth, entry) in ledger.iter().enumerate() {
            for &at in &entry.figures {
                entries.extend(of_fact(Fact::Figure(at)).map(|row| (nth, row)));
            }
        }
        for (nth, target) in targets.iter().enumerate() {
            aims.extend(of_fact(target.fact).map(|row| (nth, row)));
        }
        Catalogue { keys: self.keys, rows, stories, subjects }
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

    fn of_fact(&self, article: usize, fact: Fact) -> Values {
        let mut values = self.of_article(article);
        if let Some(date) = fact.date(self.corpus) {
            values[Facet::Year as usize].clear();
            for year in date.years() {
                self.put(&mut values, Facet::Year, &year.to_string());
            }
        }
        if let Fact::Event(at) = fact {
            let event = &self.corpus.events[at];
            self.put(&mut values, Facet::Phase, event.phase.key());
            self.put_places(&mut values, &event.places);
        }
        if let Some(initiative) = fact.initiative(self.corpus) {
            self.put_initiative(&mut values, initiative);
        }
        values
    }

    fn put_initiative(&self, values: &mut Values, id: &str) {
        let key = |known: &deltascope_model::Initiative| known.id.as_str().cmp(id);
        if let Ok(at) = self.corpus.initiatives.binary_search_by(key) {
            let initiative = &self.corpus.initiatives[at];
            self.put(values, Facet::Kind, initiative.kind.key());
            self.put_places(values, &initiative.places);
        }
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

/// Every year of an article, an event or a figure.
fn years(corpus: &Corpus) -> Vec<i32> {
    let published = corpus.articles.iter().filter_map(|article| article.published.as_ref());
    let dates = corpus.events.iter().map(|event| &event.date.edtf);
    let dates = dates.chain(corpus.figures.iter().filter_map(|figure| figure.as_of.as_ref()));
    let mut years = Vec::new();
    for year in published.map(|date| &date.edtf).chain(dates).flat_map(Edtf::years) {
        add(&mut years, year);
    }
    years
}

#[cfg(test)]
mod tests {
    use deltascope_model::Family;

    use super::*;
    use crate::figures::{ledger, targets::targets};

    /// Two articles: `a.1` states a law of the delta (2024) and a platform in Nanjing (2025);
    /// `b.1` names the platform only.
    fn corpus() -> Corpus {
        let text = r#"{"format":"deltascope-corpus/3","pages":[],"families":[],"times":[],
        "quantities":[],"relations":[],"organisations":[],"issues":[],
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
        "figures":[
          {"id":"f.1","initiative":"law","indicator":"条","value":"40","unit":"条",
           "qualifier":"exact","scope":null,"as_of":"2024","standing":"target",
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"}]},
          {"id":"f.2","initiative":"platform","indicator":"仪器","value":"9","unit":"台",
           "qualifier":"exact","scope":null,"as_of":null,"standing":"reported",
           "evidence":[{"article":"a.1","range":[0,1],"text":"x"},
                       {"article":"b.1","range":[0,1],"text":"x"}]}],
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

    fn catalogue(corpus: &Corpus) -> Catalogue {
        Catalogue::of(corpus, &ledger::entries(corpus), &targets(corpus))
    }

    fn chosen(filters: &[(Facet, &str)]) -> Selection {
        catalogue(&corpus()).select(&picks(filters), None)
    }

    #[track_caller]
    fn check(filters: &[(Facet, &str)], articles: &[usize], events: &[usize]) {
        let selection = chosen(filters);
        assert_eq!(selection.articles, articles, "articles");
        assert_eq!(selection.of(View::Timeline), events, "events");
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
        let catalogue = catalogue(&corpus());
        let selection = catalogue.select(&picks(&[(Facet::Kind, "law")]), None);
        let count = |counts: &Counts, facet: Facet, key: &str| {
            let at = catalogue.keys(facet).iter().position(|known| known == key).unwrap();
            counts[facet as usize][at]
        };
        let articles = |facet, key| count(&selection.counts[1], facet, key);
        let events = |facet, key| count(&selection.counts[0], facet, key);
        assert_eq!((events(Facet::Kind, "law"), events(Facet::Kind, "platform")), (1, 1));
        assert_eq!((articles(Facet::Kind, "law"), articles(Facet::Kind, "platform")), (1, 2));
        assert_eq!((events(Facet::Year, "2024"), events(Facet::Year, "2025")), (1, 0));
        assert_eq!(events(Facet::Kind, "fund"), 0);
    }

    #[test]
    fn the_rail_starts_with_what_holds_most_and_the_latest_year() {
        let catalogue = catalogue(&corpus());
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
        let catalogue = catalogue(&corpus);
        let all = catalogue.select(&Picks::default(), None);
        assert_eq!((&all.articles[..], all.of(View::Articles).len()), (&[0, 1][..], 1));
        assert_eq!((catalogue.story(0), catalogue.story(1)), (1, 1));
        let platform = catalogue.keys(Facet::Kind).iter().position(|key| key == "platform");
        assert_eq!(all.counts[1][Facet::Kind as usize][platform.unwrap()], 1);
    }

    #[test]
    fn a_search_narrows_each_view_by_what_it_shows() {
        let searched = Searched {
            articles: vec![true, false],
            events: vec![false, true],
            figures: vec![true, false],
        };
        let selection = catalogue(&corpus()).select(&Picks::default(), Some(&searched));
        assert_eq!(selection.articles, [0]);
        assert_eq!(selection.of(View::Timeline), [1]);
        assert_eq!(
            (selection.of(View::Figures), selection.of(View::Targets)),
            (&[0][..], &[0][..])
        );
    }

    #[test]
    fn figures_and_targets_pass_by_their_own_time_place_and_kind() {
        let found = |filters: &[(Facet, &str)]| {
            let selection = chosen(filters);
            (selection.of(View::Figures).to_vec(), selection.of(View::Targets).to_vec())
        };
        assert_eq!(found(&[]), (vec![0, 1], vec![0]));
        assert_eq!(found(&[(Facet::Year, "2024")]), (vec![0], vec![0]));
        // Without a time of its own a figure has that of its article.
        assert_eq!(found(&[(Facet::Year, "2025")]), (vec![1], vec![]));
        assert_eq!(found(&[(Facet::Place, "320100")]), (vec![1], vec![]));
        assert_eq!(found(&[(Facet::Publisher, "乙报")]), (vec![1], vec![]));
        assert_eq!(found(&[(Facet::Phase, "adopted")]), (vec![], vec![]));
    }

    #[test]
    fn a_ring_of_parents_ends() {
        let mut corpus = corpus();
        corpus.places[1].parent = Some("320100".into());
        let selection = catalogue(&corpus).select(&picks(&[(Facet::Place, "320000")]), None);
        assert_eq!(selection.of(View::Timeline), [0, 1]);
    }
}
