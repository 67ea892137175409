//! What several sentences, articles or pages tell together.

use deltascope_extract::{assemble, extract, mentions};
use deltascope_model::CleanedPage;

use super::{gazetteer, page, shown};

#[test]
fn pages_that_agree_make_one_event() {
    let one = page("a", Some("2025-03-10"), &["去年，青川绿色平台上线。"]);
    let two = page("b", Some("2025-01-02"), &["2024年8月，青川绿色服务平台上线。"]);
    let facts = extract(&[one.clone(), two.clone()], &gazetteer());
    assert_eq!(shown(&facts), ["青川绿色服务平台 launched 2024-08"]);
    assert_eq!(facts.events[0].evidence.len(), 2);
    let turned = mentions(&[two, one], &gazetteer());
    assert_eq!(assemble(turned, &gazetteer()), facts, "the order of pages changed the facts");
}

#[test]
fn pages_read_together_are_read_each_by_itself() {
    let pages = [
        page("a", Some("2025-03-10"), &["去年，青川绿色平台上线。", "平台已有12家用户。"]),
        page("b", None, &[]),
        page("c", Some("2024-01-02"), &["平台去年有8家用户。同年，王宁局长到访。"]),
    ];
    let alone = |page: &CleanedPage| mentions(std::slice::from_ref(page), &gazetteer());
    let alone: Vec<_> = pages.iter().flat_map(alone).collect();
    assert_eq!(mentions(&pages, &gazetteer()), alone);
    assert!(alone[0] != alone[1] && alone[2] != alone[1]);
}

#[test]
fn names_seen_once_without_a_date_are_left_out() {
    let facts = extract(
        &[page(
            "p",
            Some("2025-03-10"),
            &["四川海缆检测中心服务企业。", "贵州桥梁数据平台运行良好。贵州桥梁数据平台有用户。"],
        )],
        &gazetteer(),
    );
    let names: Vec<_> = facts.initiatives.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["贵州桥梁数据平台"]);
}

#[test]
fn an_office_with_figures_is_an_actor() {
    let names = |name: &str| {
        let told = format!("石湾的{name}服务企业48家。{name}有员工65名。");
        let facts = extract(&[page("p", Some("2025-03-10"), &[&told])], &gazetteer());
        facts.initiatives.iter().map(|one| one.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("四川海缆检测中心"), ["四川海缆检测中心"]);
    assert!(names("四川海缆租赁服务中心").is_empty());
    assert!(names("四川海缆委员会办公室").is_empty());
}

#[test]
fn traditional_pages_join_simplified_ones() {
    let simplified = page("a", Some("2025-03-10"), &["去年8月，青川绿色服务平台上线。"]);
    let traditional = page("b", Some("2025-03-10"), &["去年8月，青川綠色服務平臺上線。"]);
    let facts = extract(&[simplified, traditional], &gazetteer());
    assert_eq!(facts.events.len(), 1);
    let texts: Vec<_> = facts.events[0].evidence.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["去年8月，青川绿色服务平台上线。", "去年8月，青川綠色服務平臺上線。"]);
}

#[test]
fn doubts_about_the_reference_are_issues() {
    let facts = extract(
        &[page("p", Some("2025-03-10"), &["今年6月，青川绿色平台正式上线。"])],
        &gazetteer(),
    );
    assert_eq!(facts.issues[0].kind, "reference-contradicted");
    assert_eq!(shown(&facts), ["青川绿色服务平台 launched 2024-06"]);
}
