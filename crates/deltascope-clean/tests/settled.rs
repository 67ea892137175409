//! Articles of plain prose settle: cleaned once more, they come out as they are. Those of real shape
//! are counted by the suite (`tests/suite/settled.rs`).
#![cfg(not(target_arch = "wasm32"))]

use deltascope_clean::{Input, clean};
use deltascope_model::{Article, CleanedPage};
use proptest::prelude::*;

fn cleaned_text(text: &str) -> CleanedPage {
    clean(&Input { id: "p", path: "p.txt", bytes: text.as_bytes(), ..Input::default() })
}

/// An article as a page: title and paragraphs, a line each.
fn as_page(article: &Article) -> String {
    let title = article.title.iter().map(|title| title.text.as_str());
    let lines: Vec<&str> = title.chain(article.paragraphs.iter().map(String::as_str)).collect();
    lines.join("\n\n") + "\n"
}

/// A sentence of plain news.
fn sentence() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec!["三市", "研究所", "河道管理处", "图书馆", "渔民合作社"]);
    let when = prop::sample::select(vec!["去年起", "上周", "三年来", "入冬以后", "从六月开始"]);
    let what = prop::sample::select(vec![
        "共用大型仪器,费用由双方分担",
        "清理了两岸的旧船,腾出一片芦苇滩",
        "把开放时间延长到晚上十点,读者多了三成",
        "修好了十七座小桥,老人过河不再绕路",
        "试种耐盐的水稻,亩产比往年高出一百多斤",
    ]);
    (who, when, what).prop_map(|(who, when, what)| format!("{who}{when}{what}。"))
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 2..6).prop_map(|sentences| sentences.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn made_articles_come_out_the_same(
        title in prop::sample::select(vec!["三市共用仪器一年记", "十七座小桥", "读者多了三成的图书馆"]),
        body in prop::collection::vec(paragraph(), 1..9),
    ) {
        let page = cleaned_text(&format!("首页 > 要闻\n{title}\n\n{}\n推荐阅读\n游园会周末开幕", body.join("\n\n")));
        prop_assert_eq!(page.articles.len(), 1);
        prop_assert_eq!(&page.articles[0].paragraphs, &body);
        let again = cleaned_text(&as_page(&page.articles[0]));
        prop_assert_eq!(again.articles.len(), 1);
        prop_assert_eq!(&again.articles[0].paragraphs, &body);
    }
}
