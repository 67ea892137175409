//! Searches of a small corpus, and the search held against one that knows no short cut.

mod split;

use deltascope_model::{
    Basis, Corpus, Edtf, Event, EventDate, EventStanding, Family, Initiative, InitiativeKind,
    PageDate, Phase, Place,
};
use deltascope_text::{Letters, pinyin};
use proptest::prelude::*;

use super::*;
use crate::query::{Ask, Item, ProblemKind};
use crate::sample::{article, corpus, initiative};
use crate::{Field, Where};

fn place(id: &str, [name, name_hant, name_en]: [&str; 3], parent: Option<&str>) -> Place {
    Place {
        id: id.into(),
        name: name.into(),
        name_hant: name_hant.into(),
        name_en: name_en.into(),
        level: "city".into(),
        parent: parent.map(Into::into),
        point: None,
        tile: None,
        members: Vec::new(),
        aliases: Vec::new(),
    }
}

fn dated(mut article: Article, date: &str, publisher: &str) -> Article {
    let edtf = Edtf::new(date).unwrap();
    article.published = Some(PageDate { edtf, basis: Basis::Stated, range: TextRange::default() });
    article.publisher = Some(publisher.into());
    article
}

fn event(initiative: &Initiative, phase: Phase, places: &[&str]) -> Event {
    Event {
        id: format!("{}-1", initiative.id),
        initiative: initiative.id.clone(),
        phase,
        date: EventDate { edtf: Edtf::new("2024").unwrap(), basis: Basis::Stated },
        standing: EventStanding::Happened,
        said_by: Vec::new(),
        actors: Vec::new(),
        places: places.iter().map(|&place| place.into()).collect(),
        evidence: initiative.evidence.clone(),
    }
}

/// Five articles: an alliance of two cities, its reprint, a law, and two that name nothing.
fn sample() -> Corpus {
    let articles = [
        dated(
            article("a", Some("兩地聯盟成立"), &["青川和白石的联盟今天签约。"]),
            "2024-06-05",
            "青川日报",
        ),
        dated(
            article("b", Some("联盟成立"), &["青川和白石的联盟今天签约。"]),
            "2024-06",
            "白石晚报",
        ),
        dated(
            article("c", Some("协同条例"), &["条例由白石提出，联盟参加。"]),
            "2025-01-02",
            "青川日报网",
        ),
        article("d", None, &["光子产业的消息。光子！"]),
        dated(
            article("e", None, &["很长的消息说到光子，也说到别的许多许多许多许多许多事。"]),
            "2023",
            "甲",
        ),
    ];
    let mut alliance = initiative("alliance", &["两地联盟"], Some("Twin Alliance"), &["a", "b"]);
    alliance.kind = InitiativeKind::Alliance;
    alliance.places = vec!["100".into()];
    let mut law = initiative("law", &["协同条例"], None, &["c"]);
    law.kind = InitiativeKind::Law;
    let events = vec![event(&alliance, Phase::Signed, &[]), event(&law, Phase::Proposed, &["900"])];
    let family =
        Family { id: "f-b".into(), members: vec!["b".into(), "a".into()], differences: vec![] };
    let places = vec![
        place("100", ["青川", "青川", "Qingchuan"], Some("900")),
        place("900", ["江东", "江東", "Jiangdong"], None),
    ];
    Corpus { events, places, families: vec![family], ..corpus(&articles, &[alliance, law]) }
}

fn results(query: &str, options: Options) -> Results {
    let corpus = sample();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    index.search(&corpus.articles, &index.query(query), options)
}

fn ids(results: &Results) -> String {
    results.hits.iter().map(|hit| char::from(b'a' + hit.article as u8)).collect()
}

/// The articles found, best first.
#[track_caller]
fn check(query: &str, expected: &str) {
    assert_eq!(ids(&results(query, Options::default())), expected, "{query}");
}

#[test]
fn one_of_several_is_enough() {
    check("条例 OR 光子", "cde");
    check("联盟 条例|签约", "cba");
    check("联盟 条例 OR -白石", "c");
}

#[test]
fn a_place_finds_what_lies_in_it_by_any_name() {
    check("place:青川", "ab");
    check("place:jiangdong", "cab");
    check("地點：江東", "cab");
    check("place:900 -place:100", "c");
}

#[test]
fn kinds_and_phases_go_by_key_and_by_name() {
    check("kind:law", "c");
    check("类型：法规", "c");
    check("類型：聯盟", "ab");
    check("phase:signed", "ab");
    check("階段：簽署|提出", "cab");
}

#[test]
fn titles_and_publishers_hold_a_part() {
    check("title:条例", "c");
    check("title:聯盟", "ba");
    check("publisher:青川日报", "ca");
    check("-publisher:青川", "bed");
}

#[test]
fn dates_bound_the_day_of_publication() {
    check("after:2025", "c");
    check("before:2024", "e");
    check("after:2024-06 before:2024-07", "ab");
    // Some day of June 2024 may be any of its days; what has no date is never found.
    check("after:2024-06-06", "cb");
    check("before:2024-06-05", "be");
    check("-before:2025", "cd");
}

#[test]
fn results_stand_by_date_where_one_asks() {
    let by_date = Options { sort: Sort::Date, ..Options::default() };
    assert_eq!(ids(&results("条例 OR 光子 OR 联盟", by_date)), "cabed");
}

#[test]
fn the_shorter_text_and_the_title_come_first() {
    check("光子", "de");
    check("条例", "c");
    check("联盟", "bac");
}

#[test]
fn names_are_no_part_of_what_is_quoted() {
    check("twin", "ab");
    check("\"twin\"", "");
    let literal = Options { literal: true, ..Options::default() };
    assert_eq!(ids(&results("twin", literal)), "");
    assert_eq!(ids(&results("联盟", literal)), "bac");
}

#[test]
fn terms_in_a_row_come_first() {
    let articles = [
        article("a", None, &["创新在平台。", "平台"]),
        article("b", None, &["平台和许多别的事。创新平台。"]),
    ];
    let corpus = corpus(&articles, &[]);
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let found = index.search(&articles, &index.query("创新 平台"), Options::default());
    assert_eq!(ids(&found), "ba");
}

#[test]
fn reprints_are_one_story() {
    let found = results("联盟", Options::default());
    let index = Index::build(&sample(), Letters::whole(), pinyin);
    let stories: Vec<Vec<u32>> = index
        .stories(&found, usize::MAX)
        .into_iter()
        .map(|story| story.into_iter().map(|hit| hit.article).collect())
        .collect();
    assert_eq!(stories, [vec![1, 0], vec![2]]);
}

#[test]
fn a_hit_says_why() {
    let text = "联盟 -光子 place:青川 青川|提出";
    let found = results(text, Options::default());
    let corpus = sample();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let first = found.hits.iter().next().unwrap().article;
    let hit = index.hit(&corpus.articles[first as usize], first, &found);
    let reasons: Vec<(&str, Where)> =
        hit.reasons.iter().map(|reason| (reason.term.slice(text).unwrap(), reason.place)).collect();
    let expected = [
        ("联盟", Where::Title),
        ("联盟", Where::Body),
        ("联盟", Where::Name),
        ("place:青川", Where::Field(Field::Place)),
        ("青川", Where::Body),
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn what_names_nothing_is_said_and_the_rest_runs() {
    let text = "条例 place:海底|kind:castle";
    let found = results(text, Options::default());
    let said: Vec<&str> = found
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::UnknownName)
        .map(|problem| problem.range.slice(text).unwrap())
        .collect();
    assert_eq!((said, ids(&found).as_str()), (vec!["place:海底", "kind:castle"], "c"));
}

/// Articles that call a group of two cities by three names, and give one sum in two forms.
fn by_other_names() -> Corpus {
    let articles = [
        article("a", Some("两市联合投入"), &["两市今年投入1.8亿元。"]),
        article("b", None, &["兩市一體化，青白携手。"]),
        article("c", None, &["青白两城投入18000万元，不是11.8亿。"]),
        article("d", None, &["某报消息，投入不多。"]),
    ];
    let mut both = place("both", ["两市", "兩市", "Twin Cities"], None);
    both.aliases = vec!["青白".into(), "两市地区".into(), "双".into()];
    let law = initiative("law", &["长河科创走廊"], None, &["d"]);
    Corpus { places: vec![both], ..corpus(&articles, &[law]) }
}

/// The articles found among those, and what was searched beside the query.
#[track_caller]
fn widened(query: &str, options: Options, expected: &str, also: &[&str]) {
    let corpus = by_other_names();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let found = index.search(&corpus.articles, &index.query(query), options);
    let names: Vec<&str> =
        found.also.iter().flat_map(|also| &also.names).map(String::as_str).collect();
    assert_eq!((ids(&found).as_str(), names.as_slice()), (expected, also), "{query}");
}

#[test]
fn a_whole_name_also_searches_the_others() {
    let plain = Options::default();
    widened("两市", plain, "abc", &["青白"]);
    widened("青白", plain, "bca", &["两市"]);
    widened("twin", plain, "", &[]);
    widened("两", plain, "abc", &[]);
    widened("\"两市\"", plain, "ab", &[]);
    widened("两市", Options { literal: true, ..plain }, "ab", &[]);
    widened("投入 -青白", plain, "ad", &[]);
}

#[test]
fn one_number_is_found_in_all_its_forms() {
    widened("1.8亿", Options::default(), "ac", &[]);
    widened("1.8亿元", Options::default(), "ac", &[]);
    widened("一亿八千万", Options::default(), "ac", &[]);
    widened("\"18000万\"", Options::default(), "c", &[]);
}

#[test]
fn latin_letters_spell_names() {
    widened("liangshi", Options::default(), "ab", &["两市"]);
    widened("qb", Options::default(), "bc", &["青白"]);
    widened("changhe", Options::default(), "", &[]);
    widened("\"qb\"", Options::default(), "", &[]);
}

#[track_caller]
fn suggested(query: &str, expected: Option<&str>) {
    let corpus = by_other_names();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let found = index.search(&corpus.articles, &index.query(query), Options::default());
    assert_eq!(found.suggestion.as_deref(), expected, "{query}");
}

#[test]
fn what_finds_nothing_is_set_right() {
    suggested("两市地域", Some("两市地区"));
    suggested("长河科技走廊", Some("长河科创走廊"));
    suggested("投入 长河科创走郎", Some("投入 长河科创走廊"));
    suggested("两市 海底", Some("两市"));
    suggested("海底 投入 联合 两市", Some("投入 联合 两市"));
    suggested("两市投入不多", Some("投入不多"));
    suggested("海底投入", Some("投入"));
    suggested("青白的投入", Some("青白 投入"));
    suggested("某报海底投入", Some("某报 投入"));
    suggested("\"消息，两城投入\"", Some("两城投入"));
    suggested("两城，投入 18000万元", Some("两城 投入 18000万元"));
    suggested("-两市投入不多", None);
    suggested("海底", None);
    suggested("两市", None);
}

#[test]
fn a_hit_by_another_name_says_so() {
    let corpus = by_other_names();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    let found = index.search(&corpus.articles, &index.query("两市 18000万元"), Options::default());
    assert!(found.hits.iter().any(|hit| hit.article == 2));
    let hit = index.hit(&corpus.articles[2], 2, &found);
    let others: Vec<Option<&str>> =
        hit.reasons.iter().map(|reason| reason.other.as_deref()).collect();
    assert_eq!(others, [Some("青白"), None]);
    let marked: Vec<&str> = hit
        .body
        .iter()
        .map(|place| place.range.slice(&corpus.articles[2].paragraphs[0]).unwrap())
        .collect();
    assert_eq!(marked, ["青白", "18000万元"]);
}

/// Whether an item holds in an article of the sample, by a look at the corpus alone; none where it
/// names nothing.
fn holds(corpus: &Corpus, article: &Article, item: &Item) -> Option<bool> {
    let letters = Letters::whole();
    let term = match &item.ask {
        Ask::Text(term) => term,
        Ask::Before(day) => {
            return Some(
                article
                    .published
                    .as_ref()
                    .is_some_and(|date| date.edtf.bounds().first.unwrap() < *day),
            );
        }
        Ask::After(day) => {
            return Some(
                article
                    .published
                    .as_ref()
                    .is_some_and(|date| date.edtf.bounds().last.unwrap() >= *day),
            );
        }
    };
    let alike = |text: &str, at: usize| {
        let mut chars = text.chars().skip(at).map(|c| letters.readings(c));
        term.iter()
            .all(|want| chars.next().is_some_and(|c| c.iter().any(|form| want.contains(form))))
    };
    let within = |text: &str| (0..text.chars().count()).any(|at| alike(text, at));
    let named: Vec<&Initiative> = corpus
        .initiatives
        .iter()
        .filter(|one| one.evidence.iter().any(|evidence| evidence.article == article.id))
        .collect();
    let title = article.title.as_ref().is_some_and(|title| within(&title.text));
    let name: String = term.iter().map(|letter| letter[0]).collect();
    // The table of the index may not know the characters of a label: then it is its own form.
    let is = |label: &str| label == name.trim() || letters.fold(label).text() == name.trim();
    let known = |all: &[&str]| all.iter().any(|label| is(label));
    let holds = match item.field {
        None => {
            let labels = named
                .iter()
                .flat_map(|one| one.aliases.iter().chain([&one.name]).chain(&one.name_en));
            title
                || article.paragraphs.iter().any(|text| within(text))
                || (!item.quoted && labels.into_iter().any(|name| within(name)))
        }
        Some(Field::Title) => title,
        Some(Field::Publisher) => article.publisher.as_deref().is_some_and(within),
        Some(Field::Kind) if known(&["law", "法规"]) => named.iter().any(|one| one.id == "law"),
        Some(Field::Kind) if known(&["联盟"]) => named.iter().any(|one| one.id == "alliance"),
        Some(Field::Phase) if known(&["signed", "簽署"]) => {
            named.iter().any(|one| one.id == "alliance")
        }
        Some(Field::Place) if known(&["江東"]) => !named.is_empty(),
        Some(Field::Place) if known(&["青川"]) => named.iter().any(|one| one.id == "alliance"),
        _ => return None,
    };
    Some(holds)
}

/// A query with any mixture of terms, fields and operators, and words that the sample holds.
fn query() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(vec![
        "联盟",
        "聯盟",
        "青川",
        "光子",
        "条",
        "条例",
        "twin",
        "的",
        "江東",
        "law",
        "簽署",
        "無",
        "2024",
        "2024-6",
        "2025-01-02",
        "\"联盟 \"",
        "\"兩地联盟\"",
        "\"twin\"",
        "|",
        "OR",
    ]);
    let field = proptest::sample::select(vec![
        "",
        "",
        "",
        "-",
        "title:",
        "-标题：",
        "地點:",
        "kind:",
        "-phase:",
        "publisher:",
        "before:",
        "晚于：",
        "none:",
    ]);
    let between = proptest::sample::select(vec![" ", " ", "　", " OR ", "|", " | "]);
    let item =
        (field, word, between).prop_map(|(field, word, between)| [field, word, between].concat());
    proptest::collection::vec(item, 0..6).prop_map(|items| items.concat())
}

/// Texts from the words of the queries, so that they meet.
fn words() -> impl Strategy<Value = String> {
    let pieces =
        vec!["联盟", "聯", "盟", "青川", "光子", "条", "例", "的", "兩地", "，", " ", "Twin", "无"];
    proptest::collection::vec(proptest::sample::select(pieces), 0..8)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn it_finds_what_a_look_at_every_article_finds(texts in proptest::collection::vec(words(), 10), query in query()) {
        let mut corpus = sample();
        for (article, text) in corpus.articles.iter_mut().zip(texts.chunks(2)) {
            article.paragraphs = text.to_vec();
        }
        let index = Index::build(&corpus, Letters::whole(), pinyin);
        let query = index.query(&query);
        let clauses = query.clauses.iter().map(|clause| {
            let known = |item: &&Item| holds(&corpus, &corpus.articles[0], item).is_some();
            clause.iter().filter(known).collect::<Vec<_>>()
        });
        let clauses: Vec<Vec<&Item>> = clauses.filter(|clause| !clause.is_empty()).collect();
        let passes = |article: &&Article| {
            let holds = |item: &&Item| holds(&corpus, article, item) != Some(item.excluded);
            !clauses.is_empty() && clauses.iter().all(|clause| clause.iter().any(holds))
        };
        let expected: Vec<&str> =
            corpus.articles.iter().filter(passes).map(|article| article.id.as_str()).collect();
        let results = index.search(&corpus.articles, &query, Options::default());
        let id = |hit: &Found| corpus.articles[hit.article as usize].id.as_str();
        let mut found: Vec<&str> = results.hits.iter().map(|found| id(&found)).collect();
        prop_assert!(results.hits.iter().is_sorted_by(|a, b| a.score >= b.score));
        found.sort_unstable();
        prop_assert_eq!(found, expected, "{}", query);
    }
}
