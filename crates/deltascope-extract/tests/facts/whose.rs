//! Whose a figure is where its clause does not say so: the initiative's that the text goes on about, or
//! another's that has been named since.

use deltascope_extract::extract;

use super::{gazetteer, page};

/// Two sentences that show that a name is one, and then a paragraph; with each figure of that stands
/// its owner's name, or `-`.
#[track_caller]
fn check(paragraph: &str, expected: &[&str]) {
    let opening = "6月25日,长河船用甲醇联合验证平台在白石启用。长河船用甲醇联合验证平台累计接收样品1364批次。";
    let facts = extract(&[page("p1", Some("2025-06-27"), &[opening, paragraph])], &gazetteer());
    let name = |id: &String| {
        let of = facts.initiatives.iter().find(|one| one.id == *id);
        of.map_or("?", |one| one.name.as_str())
    };
    let told = facts.figures.iter().filter(|one| one.value != "1364");
    let mut told: Vec<String> = told
        .map(|one| format!("{} {}", one.value, one.initiative.as_ref().map_or("-", name)))
        .collect();
    told.sort();
    assert_eq!(told, expected, "{paragraph}");
}

const PLATFORM: &str = "长河船用甲醇联合验证平台";

#[test]
fn a_place_has_its_own_figures() {
    check("平台服务企业48家。全市规范管理船舶612艘。", &[&format!("48 {PLATFORM}"), "612 -"]);
    check("平台服务企业48家。市财政每年列支1800万元。", &["18000000 -", &format!("48 {PLATFORM}")]);
    check(
        "平台服务企业48家。三地船企手持订单580艘,比去年增加210艘。",
        &["210 -", &format!("48 {PLATFORM}"), "580 -"],
    );
}

#[test]
fn what_was_told_of_it_may_be_told_place_by_place() {
    check(
        "平台检测样品620批次,其中白石市检测310批次。",
        &[&format!("310 {PLATFORM}"), &format!("620 {PLATFORM}")],
    );
    check(
        "平台检测样品620批次。分市看,白石市检测310批次。",
        &[&format!("310 {PLATFORM}"), &format!("620 {PLATFORM}")],
    );
}

#[test]
fn persons_and_one_of_many_have_their_own() {
    check(
        "平台服务企业48家。白石一家船厂今年前5个月算力开支410万元。",
        &["4100000 -", &format!("48 {PLATFORM}")],
    );
    check(
        "平台服务企业48家。他所在的船厂去年试用燃料140种。",
        &["140 -", &format!("48 {PLATFORM}")],
    );
    // Who speaks tells of it.
    check(
        "平台服务企业48家。他说,已出具报告260份。",
        &[&format!("260 {PLATFORM}"), &format!("48 {PLATFORM}")],
    );
}

#[test]
fn another_thing_has_its_own() {
    check(
        "平台服务企业48家。配套的白石湾快速路全长830公里。",
        &[&format!("48 {PLATFORM}"), "830 白石湾快速路"],
    );
    check(
        "平台服务企业48家。三市共同设立首用风险补偿资金,首期规模6000万元。",
        &[&format!("48 {PLATFORM}"), "60000000 -"],
    );
}

#[test]
fn a_paper_tells_of_places() {
    let plan = "《青川省船用甲醇行动方案(2025—2028年)》今年2月印发。";
    let owner = "青川省船用甲醇行动方案(2025—2028年)";
    check(
        &format!("{plan}按照行动方案,到2028年,全省船舶达到1500艘。"),
        &[&format!("1500 {owner}")],
    );
    check(&format!("{plan}目前,全省船舶只有213艘。"), &["213 -"]);
}
