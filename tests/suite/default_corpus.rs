//! The promises on the pages of this project.

use std::fs;

use deltascope_extract::Gazetteer;
use deltascope_model::{Corpus, Label, Script, TitleBasis};
use deltascope_pipeline::again;

use crate::pages::{corpus, default_corpus, default_pages, first_pages, gazetteer, of_page, root};

fn first_corpus() -> Corpus {
    corpus(&first_pages())
}

#[test]
fn every_page_is_read_and_gives_a_story() {
    let corpus = default_corpus();
    assert!(corpus.pages.len() > 100);
    for page in &corpus.pages {
        assert!(page.error.is_none(), "{}: {:?}", page.path, page.error);
        assert!(!of_page(corpus, &page.path).is_empty(), "{}", page.path);
    }
}

#[test]
fn the_first_five_pages_give_six_articles() {
    let corpus = first_corpus();
    assert_eq!((corpus.pages.len(), corpus.articles.len()), (5, 6));
    assert!(corpus.pages.iter().all(|page| page.error.is_none()));
    let stacked = of_page(&corpus, "005-decision-and-cluster.txt");
    assert!(
        stacked.iter().all(|article| article.script == Script::Hant && article.title.is_none())
    );
    let derived: Vec<(&str, TitleBasis)> = stacked
        .iter()
        .filter_map(|article| article.derived_title.as_ref())
        .map(|derived| (derived.text.as_str(), derived.basis))
        .collect();
    assert_eq!(
        derived,
        [
            ("《關於促進長三角科技創新協同發展的決定》", TitleBasis::Document),
            ("上海市經信委近日公示2025年上海市中小企業特色產業集群名單", TitleBasis::Opening),
        ]
    );
    assert_eq!(stacked[0].dateline.as_deref(), Some("本報上海8月3日電"));
}

#[test]
fn titles_publishers_and_dates_are_what_the_first_pages_say() {
    let corpus = first_corpus();
    let about = |path: &str| {
        let article = of_page(&corpus, path)[0];
        let title = article.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
        let date = |date: &Option<deltascope_model::PageDate>| {
            date.as_ref().map(|date| date.edtf.to_string())
        };
        (
            title,
            article.publisher.clone().unwrap_or_default(),
            date(&article.published),
            date(&article.page_date),
        )
    };
    let row = |title: &str, publisher: &str, published: Option<&str>, page: Option<&str>| {
        (
            title.to_owned(),
            publisher.to_owned(),
            published.map(str::to_owned),
            page.map(str::to_owned),
        )
    };
    assert_eq!(
        about("001-huning-belt.txt"),
        row(
            "上海普陀携手沿沪宁七市一区 共同探索跨区域协同创新路径",
            "光明日报客户端",
            Some("2025-03-10"),
            None
        )
    );
    assert_eq!(
        about("002-shanghai-centre.txt"),
        row("上海国际科创中心开启区域协同时代", "财联社", None, None)
    );
    assert_eq!(
        about("003-innovation-community.txt"),
        row(
            "扎实推进长三角一体化高质量发展 | 长三角合力构建科创共同体",
            "新华日报·交汇点",
            Some("2023-06-01"),
            None
        )
    );
    assert_eq!(
        about("004-press-conference.txt"),
        row(
            "长三角科技创新共同体建设进展如何?这场发布会给出详细解答",
            "第一财经",
            None,
            Some("2025-01-22")
        )
    );
}

#[test]
fn segments_tile_and_evidence_is_literal() {
    let corpus = default_corpus();
    for page in &corpus.pages {
        let tiles: String =
            page.segments.iter().map(|segment| segment.range.slice(&page.text).unwrap()).collect();
        assert_eq!(tiles, page.text);
        assert!(page.segments.iter().any(|segment| segment.label == Label::Body));
    }
    assert!(corpus.events.len() >= 10, "a timeline of {} events is none", corpus.events.len());
    for evidence in corpus.events.iter().flat_map(|event| &event.evidence) {
        let article =
            corpus.articles.iter().find(|article| article.id == evidence.article).unwrap();
        let page = corpus.pages.iter().find(|page| page.id == article.page).unwrap();
        assert_eq!(evidence.range.slice(&page.text), Some(evidence.text.as_str()));
    }
}

#[test]
fn each_story_of_the_guide_leads_to_what_the_corpus_has() {
    let text = fs::read_to_string(root().join("corpus/guide.toml")).unwrap();
    let guide = Gazetteer::parse(&[("guide.toml", &text)]).unwrap().guide().unwrap().clone();
    assert!((5..=8).contains(&guide.stories.len()));
    let corpus = default_corpus();
    for story in &guide.stories {
        for (name, value) in story.query.split('&').filter_map(|part| part.split_once('=')) {
            let known = match name {
                "initiative" => corpus.initiatives.iter().any(|one| one.id == value),
                "kind" => corpus.initiatives.iter().any(|one| one.kind.key() == value),
                "place" => corpus.places.iter().any(|one| one.id == value),
                "compare" => {
                    let id = value.strip_prefix("initiative.");
                    id.is_some_and(|id| corpus.initiatives.iter().any(|one| one.id == id))
                }
                _ => true,
            };
            assert!(known, "{}: {name}={value}", story.query);
        }
    }
}

#[test]
fn two_builds_are_the_same_bytes() {
    let mut pages = default_pages();
    let first = corpus(&pages).to_json();
    pages.reverse();
    assert_eq!(corpus(&pages).to_json(), first);
    let from_decoded = again(&Corpus::parse(&first).unwrap().pages, &gazetteer());
    assert_eq!(from_decoded.to_json(), first);
}
