//! Figures: whose they are, what they measure, and how those of several stories stand to one another.

use deltascope_extract::extract;
use deltascope_model::CleanedPage;

use super::{figures_of, gazetteer, page};

#[track_caller]
fn check_figures(paragraphs: &[&str], expected: &[&str]) {
    let facts = extract(&[page("p1", Some("2025-03-10"), paragraphs)], &gazetteer());
    assert_eq!(figures_of(&facts), expected, "{paragraphs:?}");
    for figure in &facts.figures {
        assert!(!figure.evidence.is_empty(), "{}", figure.id);
    }
}

#[test]
fn figures_hang_on_the_initiative_of_their_clause() {
    check_figures(
        &["青川绿色服务平台已汇聚检测设备超2.3万台(套),总价值达86亿元。"],
        &[
            "green-platform|检测设备|23000 台(套) over|-|2025-03-10",
            "green-platform|检测设备总价值|8600000000 CNY exact|-|2025-03-10",
        ],
    );
    check_figures(
        &["2024年,白石市350家企业申领青川航运券,兑付金额约900万元。"],
        &["voucher|企业|350 家 exact|白石|2024", "voucher|兑付金额|9000000 CNY about|白石|2024"],
    );
    // The paragraph goes on about it.
    check_figures(
        &["青川绿色服务平台于2023年启用。目前,累计服务船舶1200艘。"],
        &["green-platform|船舶|1200 艘 exact|-|2025-03-10"],
    );
    // Another subject.
    check_figures(&["青川绿色服务平台于2023年启用。小城有桥梁12座。"], &[]);
    // What a list of names counts is no figure of the last of them.
    check_figures(&["代表们参观了青川绿色服务平台等8个项目。"], &[]);
}

#[test]
fn a_date_that_was_worked_out_says_so() {
    let told = |published: Option<&str>, paragraph: &str| {
        let facts = extract(&[page("p1", published, &[paragraph])], &gazetteer());
        let dates = facts.figures.iter().map(|figure| {
            let date = figure.as_of.as_ref().map_or("-", |date| date.as_str());
            format!("{} {}", date, figure.as_of_basis.key())
        });
        dates.collect::<Vec<_>>().join(" ")
    };
    let counted = "青川绿色服务平台已服务船舶1200艘。";
    // That a number is of the day of its article is worked out, whoever states that day.
    assert_eq!(told(Some("2025-03-10"), counted), "2025-03-10 inferred");
    assert_eq!(told(Some("2025-03-10"), &format!("2024年,{counted}")), "2024 stated");
    assert_eq!(told(Some("2025-03-10"), &format!("去年,{counted}")), "2024 inferred");
    let credit = "本报白石8月3日电 2024年3月立项的大桥通车。";
    assert_eq!(told(None, &format!("{credit}{counted}")), "2024-08-03 inferred");
    // The day may be any later one.
    assert_eq!(told(None, &format!("2024年3月大桥通车。{counted}")), "- stated");
    // One page states what another's date only implies.
    let stated = page("p2", Some("2025-06-01"), &[&format!("2024年,{counted}")]);
    let pages = [page("p1", Some("2025-03-10"), &[&format!("去年,{counted}")]), stated];
    let facts = extract(&pages, &gazetteer());
    assert_eq!(facts.figures.len(), 1, "{:?}", facts.figures);
    assert_eq!(facts.figures[0].as_of_basis.key(), "stated");
}

#[test]
fn figures_of_a_place_need_an_indicator_that_rates() {
    check_figures(
        &["青川省研发投入强度从2018年的1.9%提高到2023年的2.6%。"],
        &["-|研发投入强度|1.9 % exact|青川|2018", "-|研发投入强度|2.6 % exact|青川|2023"],
    );
    check_figures(&["白石市来了12名游客。"], &[]);
}

#[test]
fn figures_of_nobody_name_what_they_measure() {
    check_figures(
        &["医院里,门诊收入达到9.7亿元,平均候诊时间由48分钟缩短到31分钟。"],
        &[
            "-|平均候诊时间|31 分钟 exact|-|2025-03-10",
            "-|平均候诊时间|48 分钟 exact|-|2025-03-10",
            "-|门诊收入|970000000 CNY exact|-|2025-03-10",
        ],
    );
    // Told and not measured, or perhaps of what the paragraph speaks of.
    check_figures(&["问十个病人,有八个会这样说。这段路我们走了31个月。"], &[]);
    check_figures(&["租楼一平方米每天要6元。"], &[]);
    check_figures(&["青川绿色服务平台于2023年启用。镇上开了监测点46个。"], &[]);
}

#[test]
fn a_figure_goes_back_to_what_its_clause_opens_with() {
    check_figures(
        &["青川绿色服务平台于2023年启用,青川航运券2024年6月上线。", "服务平台入库设备3400台。"],
        &["green-platform|入库设备|3400 台 exact|-|2025-03-10"],
    );
}

#[test]
fn each_of_a_list_of_places_has_its_own() {
    check_figures(
        &["青川绿色服务平台入库设备50台,其中青川省30台、白石市20台。"],
        &[
            "green-platform|入库设备|50 台 exact|-|2025-03-10",
            "green-platform|入库设备|20 台 exact|白石|2025-03-10",
            "green-platform|入库设备|30 台 exact|青川|2025-03-10",
        ],
    );
}

#[test]
fn figures_of_two_stories_stand_side_by_side() {
    let pages = [
        page("p1", Some("2024-12-20"), &["青川绿色服务平台汇聚检测设备23104台。"]),
        page("p2", Some("2024-12-21"), &["青川绿色服务平台汇聚检测设备超2.3万台。"]),
        page("p3", Some("2025-06-20"), &["青川绿色服务平台汇聚检测设备30500台。"]),
        page("p4", Some("2024-12-20"), &["青川绿色服务平台汇聚检测设备19000台。"]),
    ];
    let facts = extract(&pages, &gazetteer());
    let kinds: Vec<&str> = facts.relations.iter().map(|one| one.kind.as_str()).collect();
    // The fourth differs from both of that week.
    assert_eq!(kinds, ["agree", "conflict", "conflict", "evolve"]);
    let pages = [
        page("p1", Some("2024-12-20"), &["截至2024年12月,青川绿色服务平台汇聚检测设备23104台。"]),
        page("p2", Some("2024-12-21"), &["截至2024年底,青川绿色服务平台汇聚检测设备超2.3万台。"]),
    ];
    let kinds: Vec<String> =
        extract(&pages, &gazetteer()).relations.into_iter().map(|one| one.kind).collect();
    assert_eq!(kinds, ["agree"]);
}

#[test]
fn many_figures_of_one_indicator_keep_work_linear() {
    let said: Vec<String> = (0..2000)
        .map(|nth| format!("青川绿色服务平台汇聚检测设备{}台。", 20_000 + nth * 7))
        .collect();
    let pages: Vec<CleanedPage> = said
        .iter()
        .enumerate()
        .map(|(nth, sentence)| page(&format!("p{nth:04}"), Some("2024-12-20"), &[sentence]))
        .collect();
    let facts = extract(&pages, &gazetteer());
    assert_eq!(facts.figures.len(), 2000);
    assert!(facts.relations.len() <= 2000 * 17, "{}", facts.relations.len());
}

/// `indicator value: as of, standing` of each figure of sentences told on 2025-03-10.
#[track_caller]
fn check_standing(paragraphs: &[&str], expected: &[&str]) {
    let facts = extract(&[page("p1", Some("2025-03-10"), paragraphs)], &gazetteer());
    let shown = facts.figures.iter().map(|one| {
        let as_of = one.as_of.as_ref().map_or("-", |date| date.as_str());
        format!("{} {}: {as_of}, {}", one.indicator, one.value, one.standing.key())
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{paragraphs:?}");
}

#[test]
fn what_is_only_expected_is_no_figure() {
    check_standing(&["青川省民宿均价将上涨20%。"], &[]);
    check_standing(&["青川省民宿均价上涨20%。"], &["民宿均价增长 20: 2025-03-10, reported"]);
    check_standing(&["白石市粮食产量可能会达到120万吨。"], &[]);
    check_standing(&["白石市粮食产量将达到120万吨。"], &["粮食产量 1200000: -, target"]);
    check_standing(&["新机组的单位运营成本将下降20%。"], &[]);
    check_standing(&["如果无人接手,馆方将申请清算。届时,馆方将出售藏品1200件。"], &[]);
}

#[test]
fn what_a_plan_brings_is_a_target() {
    check_standing(
        &["未来三年,白石市粮食产量达到120万吨。"],
        &["粮食产量 1200000: 2025/2028, target"],
    );
    check_standing(
        &["今年,白石市将继续扩大试点范围,改造村卫生室1200个。"],
        &["改造村卫生室 1200: 2025, target"],
    );
    check_standing(
        &["今年,白石市将举办论坛,目前已改造村卫生室1200个。"],
        &["改造村卫生室 1200: 2025-03-10, reported"],
    );
    check_standing(&["今年,青川省提出全省参保率保持在96%。"], &["参保率 96: 2025, target"]);
    check_standing(
        &["白石市全年将新建健身房30个。积极推进建设游泳池12个。"],
        &["新增健身房 30: -, target", "游泳池 12: -, target"],
    );
    check_standing(
        &["按照白石市茶业发展规划,在主产区集中建设仓储中心20个。"],
        &["仓储中心 20: -, target"],
    );
    check_standing(
        &["今年白石市将把煤炭消费量从520万吨减少至270万吨。"],
        &["煤炭消费量 5200000: -, reported", "煤炭消费量 2700000: 2025, target"],
    );
}

#[test]
fn times_of_something_else_date_no_number() {
    check_standing(
        &["端午节即将到来,白石市体检门诊量达到1200人次。"],
        &["体检门诊量 1200: 2025-03-10, reported"],
    );
    check_standing(
        &["白石银行售出2027年1月到期债券,平均收益率1.2%。"],
        &["平均收益率 1.2: 2025-03-10, reported"],
    );
    check_standing(&["鼎盛时期,白石市拥有渔船9000艘。"], &["渔船 9000: -, reported"]);
    check_standing(
        &["该站2019年曾开展检测,结果发现在水源样本629份中有杂质。"],
        &["水源样本 629: 2019, reported"],
    );
    check_standing(
        &["2024年,白石市煤炭产量30年来首次降至100万吨以下。"],
        &["煤炭产量 1000000: 2024, reported"],
    );
    check_standing(
        &["今年1月青川省失业率从5.2%降至4.9%。"],
        &["失业率 5.2: 2024-12, reported", "失业率 4.9: 2025-01, reported"],
    );
}

#[test]
fn each_of_several_times_has_its_own() {
    check_standing(
        &["2022年和2023年,白石市分别发放补贴资金1965万元和1834万元。"],
        &["补贴资金 19650000: 2022, reported", "补贴资金 18340000: 2023, reported"],
    );
    check_standing(
        &["2021年到2023年,白石市冰箱销量分别为57万台、80万台和72万台。"],
        &[
            "冰箱销量 570000: 2021, reported",
            "冰箱销量 800000: 2022, reported",
            "冰箱销量 720000: 2023, reported",
        ],
    );
    check_standing(
        &["2021年到2024年,白石市冰箱产量和彩电产量分别为57万台和80万台。"],
        &["冰箱产量 570000: 2021/2024, reported", "彩电产量 800000: 2021/2024, reported"],
    );
}
