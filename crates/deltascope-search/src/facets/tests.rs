//! Filters of a small corpus, and counts held against what a click brings.

use deltascope_model::{Corpus, Family};
use deltascope_text::{Letters, pinyin};
use proptest::prelude::*;

use super::*;
use crate::Options;

/// Two articles: `a.1` states a law of the delta (2024) and a platform in Nanjing (2025);
/// `b.1` names the platform only.
fn corpus() -> Corpus {
    let text = r#"{"format":"deltascope-corpus/4","pages":[],"families":[],"times":[],
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

/// Lists of events, stories and figures.
fn facets(corpus: &Corpus) -> (Facets, Index) {
    let index = Index::build(corpus, Letters::whole(), pinyin);
    let events = (0..corpus.events.len()).map(|at| vec![Fact::Event(at)]).collect();
    let figures = (0..corpus.figures.len()).map(|at| vec![Fact::Figure(at)]).collect();
    let lists = [Subjects::Facts(events), Subjects::Stories, Subjects::Facts(figures)];
    (Facets::of(corpus, &lists), index)
}

fn chosen(filters: &[(Facet, &str)]) -> Selection {
    facets(&corpus()).0.select(&picks(filters), None)
}

#[track_caller]
fn check(filters: &[(Facet, &str)], articles: &[usize], events: &[usize]) {
    let selection = chosen(filters);
    assert_eq!(selection.articles, articles, "articles");
    assert_eq!(selection.passed[0], events, "events");
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
    let catalogue = facets(&corpus()).0;
    let counts = |list| catalogue.counts(list, &picks(&[(Facet::Kind, "law")]), None);
    let count = |counts: &Counts, facet: Facet, key: &str| {
        let at = catalogue.keys(facet).iter().position(|known| known == key).unwrap();
        counts[facet as usize][at]
    };
    let articles = |facet, key| count(&counts(1), facet, key);
    let events = |facet, key| count(&counts(0), facet, key);
    assert_eq!((events(Facet::Kind, "law"), events(Facet::Kind, "platform")), (1, 1));
    assert_eq!((articles(Facet::Kind, "law"), articles(Facet::Kind, "platform")), (1, 2));
    assert_eq!((events(Facet::Year, "2024"), events(Facet::Year, "2025")), (1, 0));
    assert_eq!(events(Facet::Kind, "fund"), 0);
}

#[test]
fn reprints_are_one_story() {
    let mut corpus = corpus();
    let members = vec!["b.1".into(), "a.1".into()];
    corpus.families.push(Family { id: "f-b.1".into(), members, differences: Vec::new() });
    let catalogue = facets(&corpus).0;
    let all = catalogue.select(&Picks::default(), None);
    assert_eq!((&all.articles[..], &all.passed[1][..]), (&[0, 1][..], &[1][..]));
    let platform = catalogue.keys(Facet::Kind).iter().position(|key| key == "platform");
    let counts = catalogue.counts(1, &Picks::default(), None);
    assert_eq!(counts[Facet::Kind as usize][platform.unwrap()], 1);
}

/// The articles, events and figures that a search leaves.
#[track_caller]
fn search(query: &str, articles: &[usize], events: &[usize], figures: &[usize]) {
    let mut corpus = corpus();
    let article = |at: usize, text: &str| vec![format!("{text}{at}号。甲台。")];
    corpus.articles[0].paragraphs = article(0, "青川定法，");
    corpus.articles[1].paragraphs = article(1, "白石看见");
    corpus.events[0].evidence[0].text = "青川定法，".into();
    corpus.events[1].evidence[0].text = "甲台。".into();
    corpus.figures[0].evidence[0].text = "投入1.8亿元".into();
    let (facets, index) = facets(&corpus);
    let results = index.search(&corpus.articles, &index.query(query), Options::default());
    let searched = facets.searched(&corpus, &index, &results);
    let selection = facets.select(&Picks::default(), Some(&searched));
    assert_eq!(selection.articles, articles, "articles of {query}");
    assert_eq!((&selection.passed[0][..], &selection.passed[2][..]), (events, figures), "{query}");
}

#[test]
fn a_search_narrows_each_list_by_what_it_shows() {
    search("青川", &[0], &[0], &[]);
    search("甲台", &[0, 1], &[1], &[]);
    // The name of an initiative is all of its facts.
    search("台", &[0, 1], &[1], &[1]);
    search("法", &[0], &[0], &[0]);
    // A field asks for no text.
    search("publisher:甲报", &[0], &[0, 1], &[0, 1]);
    search("publisher:甲报 青川", &[0], &[0], &[]);
    search("title:青川", &[], &[], &[]);
    search("海底", &[], &[], &[]);
}

#[test]
fn figures_pass_by_their_own_time_place_and_kind() {
    let found = |filters: &[(Facet, &str)]| {
        let selection = chosen(filters);
        selection.passed[2].clone()
    };
    assert_eq!(found(&[]), vec![0, 1]);
    assert_eq!(found(&[(Facet::Year, "2024")]), vec![0]);
    // Without a time of its own a figure has that of its article.
    assert_eq!(found(&[(Facet::Year, "2025")]), vec![1]);
    assert_eq!(found(&[(Facet::Place, "320100")]), vec![1]);
    assert_eq!(found(&[(Facet::Publisher, "乙报")]), vec![1]);
    assert_eq!(found(&[(Facet::Phase, "adopted")]), [0_usize; 0]);
}

#[test]
fn a_figure_is_where_its_scope_says_and_where_its_initiative_is() {
    #[track_caller]
    fn check(initiative: Option<&str>, scope: Option<&str>, expected: &[&str]) {
        let mut corpus = corpus();
        corpus.figures[0].initiative = initiative.map(str::to_owned);
        corpus.figures[0].scope = scope.map(str::to_owned);
        let catalogue = facets(&corpus).0;
        let passes = |place: &&&str| {
            let selection = catalogue.select(&picks(&[(Facet::Place, place)]), None);
            selection.passed[2].contains(&0)
        };
        let found: Vec<&str> =
            ["310000", "320000", "320100", "yrd"].iter().filter(passes).copied().collect();
        assert_eq!(found, expected, "{initiative:?} {scope:?}");
    }
    check(None, None, &[]);
    check(None, Some("上海"), &["310000", "yrd"]);
    check(None, Some("南京"), &["320000", "320100", "yrd"]);
    check(None, Some("长三角"), &["310000", "320000", "yrd"]);
    check(None, Some("上海、南京"), &["310000", "320000", "320100", "yrd"]);
    check(None, Some("北海"), &[]);
    check(Some("platform"), Some("上海"), &["310000", "320000", "320100", "yrd"]);
    check(Some("platform"), None, &["320000", "320100", "yrd"]);
}

#[test]
fn a_field_asks_the_scope_of_figures_as_the_filter_does() {
    let mut corpus = corpus();
    let found = |corpus: &Corpus, query: &str| -> Vec<u32> {
        let index = Index::build(corpus, Letters::whole(), pinyin);
        let results = index.search(&corpus.articles, &index.query(query), Options::default());
        results.hits.iter().map(|hit| hit.article).collect()
    };
    assert_eq!(found(&corpus, "place:上海"), [0]);
    corpus.figures[1].scope = Some("上海".into());
    assert_eq!(found(&corpus, "place:上海 publisher:乙报"), [1]);
    let filters = picks(&[(Facet::Place, "310000"), (Facet::Publisher, "乙报")]);
    assert_eq!(facets(&corpus).0.select(&filters, None).articles, [1]);
}

#[test]
fn a_ring_of_parents_ends() {
    let mut corpus = corpus();
    corpus.places[1].parent = Some("320100".into());
    let selection = facets(&corpus).0.select(&picks(&[(Facet::Place, "320000")]), None);
    assert_eq!(selection.passed[0], [0, 1]);
}

#[test]
fn months_stand_in_the_order_of_time_and_a_year_is_none() {
    let (facets, _) = facets(&corpus());
    assert_eq!(facets.keys(Facet::Month), ["2024-07", "2025-03"]);
    check(&[(Facet::Month, "2024-07")], &[0], &[0]);
    check(&[(Facet::Month, "2025-03")], &[1], &[]);
}

proptest! {
    #[test]
    fn a_count_is_what_a_click_brings(
        chosen in proptest::collection::vec((0..Facet::COUNT, 0..12_usize), 0..5),
        articles in [any::<bool>(); 2], facts in [any::<bool>(); 4], narrowed in any::<bool>(),
    ) {
        let (facets, _) = facets(&corpus());
        let mut picks = Picks::default();
        for (facet, at) in chosen {
            picks[facet].extend(facets.keys[facet].get(at).cloned());
        }
        let searched = Searched { articles: articles.to_vec(), facts: facts.to_vec() };
        let searched = narrowed.then_some(&searched);
        let counts = [0, 1, 2].map(|list| facets.counts(list, &picks, searched));
        for facet in 0..Facet::COUNT {
            for (at, key) in facets.keys[facet].iter().enumerate() {
                // The facet's own filter off, and this value chosen.
                let mut clicked = picks.clone();
                clicked[facet] = vec![key.clone()];
                let passed = facets.select(&clicked, searched).passed;
                prop_assert_eq!(passed.len(), counts.len());
                for (counts, passed) in counts.iter().zip(passed) {
                    prop_assert_eq!(counts[facet][at], passed.len(), "{} of {:?}", key, picks);
                }
            }
        }
    }
}
