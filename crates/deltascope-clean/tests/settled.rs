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

/// The paragraphs of a story: each of the same five things of one body, none of them told
/// twice of one time, so that nothing parts them.
fn story() -> impl Strategy<Value = Vec<String>> {
    const WHEN: [&str; 5] = ["去年起", "上周", "三年来", "入冬以后", "从六月开始"];
    const WHAT: [&str; 5] = [
        "给共用仪器添了预约窗口,排队的人少了一半",
        "为共用仪器换上新探头,测一次只要两分钟",
        "请外地渔民来看共用仪器,当天签下七份委托",
        "把共用仪器的账目贴在门口,谁用谁付一目了然",
        "替共用仪器盖起一间恒温屋,夏天不再停机",
    ];
    let who = prop::sample::select(vec!["三市", "研究所", "河道管理处", "图书馆", "渔民合作社"]);
    let order = || Just([0, 1, 2, 3, 4]).prop_shuffle();
    (who, order(), order(), 1_usize..=5).prop_map(|(who, matters, times, paragraphs)| {
        let told = |nth: usize, matter: usize| {
            let when = WHEN[(times[matter] + nth) % WHEN.len()];
            format!("{who}{when}{}。", WHAT[matter])
        };
        (0..paragraphs)
            .map(|nth| matters.iter().map(|&matter| told(nth, matter)).collect())
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn made_articles_come_out_the_same(
        title in prop::sample::select(vec!["三市共用仪器一年记", "共用仪器不再排队", "给共用仪器一间恒温屋"]),
        body in story(),
    ) {
        let page = cleaned_text(&format!("首页 > 要闻\n{title}\n\n{}\n推荐阅读\n游园会周末开幕", body.join("\n\n")));
        prop_assert_eq!(page.articles.len(), 1);
        prop_assert_eq!(&page.articles[0].paragraphs, &body);
        let again = cleaned_text(&as_page(&page.articles[0]));
        prop_assert_eq!(again.articles.len(), 1);
        prop_assert_eq!(&again.articles[0].paragraphs, &body);
    }
}
