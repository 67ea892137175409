//! Text that was read one byte late, from the bytes of a page to what a user searches and reads.

use deltascope_model::{Corpus, Label};
use deltascope_pipeline::again;
use deltascope_search::{Index, Options, snippets};
use deltascope_text::{Letters, pinyin};
use encoding_rs::GB18030;

use crate::pages::{corpus, default_pages, files, gazetteer, root};

/// A story in GBK. Its second paragraph loses a byte before `省一市`, its third one before `机共用`.
const STORY: &str = "江畔网首页 > 要闻 > 正文
三市共用大型仪器一年记
2024-06-05 10:12 来源:江畔日报

江畔三市去年起共用大型仪器,一年来企业节省检测费用两千多万元,闲置设备有了去处。
2021年6月3日,长三角国家技术创新中心在上海揭牌,三省一市的科技部门共同为它选派了第一批管理人员，任期三年。
平台开放以后,排队时间缩短一半，小微企业可以领取补助，没有机时的高校也可以在网上预约。
科研院所把设备登记到平台,企业在线预约,排队时间缩短一半,小微企业还可领取补助。
";

/// The story's bytes, each paragraph from its lost byte on read one byte late.
fn damaged() -> Vec<u8> {
    let mut bytes = GB18030.encode(STORY).0.into_owned();
    for place in ["机时的", "省一市"] {
        let at = GB18030.encode(&STORY[..STORY.find(place).unwrap()]).0.len();
        bytes.remove(at - 1);
    }
    bytes
}

fn built() -> Corpus {
    corpus(&[("damaged.txt".to_owned(), damaged())])
}

#[test]
fn the_article_reads_as_it_was_meant_and_the_page_as_it_is() {
    let corpus = built();
    let (page, article) = (&corpus.pages[0], &corpus.articles[0]);
    let decoded = GB18030.decode_without_bom_handling(&damaged()).0.into_owned();
    assert_eq!(page.text, decoded);
    assert_eq!(article.repairs.len(), 2);
    let body = article.paragraphs.join("\n");
    assert!(body.contains("科技部门共同为它选派了第一批管理人员，任期三年"), "{body}");
    assert!(body.contains("的高校也可以在网上预约"), "{body}");
    let tiles: String =
        page.segments.iter().filter_map(|segment| segment.range.slice(&page.text)).collect();
    assert_eq!(tiles, decoded);
    for repair in &article.repairs {
        let own = page.segments.iter().find(|segment| segment.range == repair.range).unwrap();
        assert_eq!((own.label, &*own.rule), (Label::Body, "repaired"));
        let paragraph = &article.paragraphs[repair.paragraph as usize];
        assert!(paragraph[repair.at as usize..].starts_with(&repair.text));
    }
    let told = corpus.issues.iter().filter(|issue| issue.kind == "shifted-bytes").count();
    assert_eq!(told, 2, "what is lost at the ends is told of");
}

#[test]
fn a_fact_beside_a_repair_rests_on_what_the_page_holds() {
    let corpus = built();
    let (page, article) = (&corpus.pages[0], &corpus.articles[0]);
    let raw = article.repairs[0].range;
    let opened = corpus.events.iter().flat_map(|event| &event.evidence);
    let touched: Vec<_> = opened.filter(|found| found.range.contains(raw)).collect();
    assert!(!touched.is_empty(), "{:?}", corpus.events);
    for evidence in touched {
        assert_eq!(evidence.range.slice(&page.text), Some(evidence.text.as_str()));
        assert!(evidence.text.starts_with("2021年6月3日,长三角国家技术创新中心在上海揭牌"));
    }
    assert_eq!(again(&corpus.pages, &gazetteer()).to_json(), corpus.to_json());
}

#[test]
fn what_is_repaired_is_found() {
    let corpus = built();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    for query in ["第一批管理人员", "第一批管理人員", "高校也可以", "\"它选派了\""]
    {
        let results = index.search(&corpus.articles, &index.query(query), Options::default());
        assert_eq!(results.hits.len(), 1, "{query}");
        let hit = index.hit(&corpus.articles[0], results.hits.articles().next().unwrap(), &results);
        for place in &hit.body {
            let text = &corpus.articles[0].paragraphs[place.paragraph as usize];
            assert!(place.range.slice(text).is_some_and(|found| !found.is_empty()));
        }
        let shown = snippets(index.letters(), &corpus.articles[0], &hit, 3);
        let marked = shown.iter().flat_map(|one| {
            one.marks.iter().filter_map(|mark| mark.slice(&one.text)).collect::<Vec<_>>()
        });
        let simple = deltascope_text::simplify(query.trim_matches('"'));
        assert_eq!(marked.collect::<Vec<_>>(), [simple.text()]);
    }
}

#[test]
fn no_page_without_such_a_run_is_changed() {
    let mut pages = default_pages();
    for half in ["seen", "held"] {
        for ending in ["txt", "html"] {
            pages.extend(files(&root().join("tests/pages").join(half), ending));
        }
    }
    let corpus = corpus(&pages);
    let mut repaired: Vec<&str> = Vec::new();
    for article in corpus.articles.iter().filter(|article| !article.repairs.is_empty()) {
        let page = corpus.pages.iter().find(|page| page.id == article.page).unwrap();
        repaired.push(&page.path);
    }
    repaired.sort_unstable();
    let known = fixtures();
    assert!(repaired.iter().all(|path| known.iter().any(|one| one == path)), "{repaired:?}");
    assert!(repaired.len() >= 4, "{repaired:?}");
}

/// The pages whose keys say that they hold such a run.
fn fixtures() -> Vec<String> {
    let mut found = Vec::new();
    for half in ["seen", "held"] {
        for (name, key) in files(&root().join("tests/pages").join(half), "toml") {
            if String::from_utf8_lossy(&key).contains("\"shifted-bytes\"") {
                found.push(name.replace(".toml", ".txt"));
            }
        }
    }
    found
}
