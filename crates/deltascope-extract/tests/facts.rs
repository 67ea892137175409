//! From whole pages to facts: events that sentences state, references, merging, and promises that
//! hold for any text. All sentences and names are made up.

use deltascope_extract::{Facts, Gazetteer, assemble, extract, mentions, times};
use deltascope_model::{
    Article, Basis, CleanedPage, Edtf, EventStanding, Page, PageDate, TextRange, Title,
};
use proptest::prelude::*;

const GAZETTEER: &str = r#"
    [[place]]
    id = "900000"
    name = "青川"
    full = "青川省"
    hant = "青川"
    en = "Qingchuan"
    level = "province"
    [[place]]
    id = "900100"
    name = "白石"
    full = "白石市"
    hant = "白石"
    en = "Baishi"
    level = "city"
    parent = "900000"
    [[group]]
    id = "two-cities"
    name = "两城一县"
    hant = "兩城一縣"
    en = "Two cities"
    members = ["900100"]
    [[initiative]]
    id = "green-platform"
    name = "青川绿色服务平台"
    aliases = ["青川绿色平台"]
    en = "Green platform"
    kind = "platform"
    places = ["900000"]
    [[initiative]]
    id = "voucher"
    name = "青川航运券"
    en = "Voucher"
    kind = "programme"
    [[organisation]]
    id = "qingchuan-transport"
    name = "青川省交通厅"
    en = "Transport"
    [[organisation]]
    id = "qingchuan-daily"
    name = "青川日报"
    en = "Daily"
    place = "900000"
"#;

fn gazetteer() -> Gazetteer {
    Gazetteer::parse(&[("test.toml", GAZETTEER)]).expect("the test's gazetteer is sound")
}

/// A page of one article whose paragraphs stand between lines of noise.
fn page(id: &str, published: Option<&str>, paragraphs: &[&str]) -> CleanedPage {
    let mut text = String::from("导航\n");
    let mut spans = Vec::new();
    for paragraph in paragraphs {
        spans.push(vec![TextRange::of(text.len(), text.len() + paragraph.len())]);
        text.push_str(paragraph);
        text.push_str("\n|\n");
    }
    let published = published.map(|edtf| PageDate {
        edtf: Edtf::new(edtf).expect("the test's date is EDTF"),
        basis: Basis::Stated,
        range: TextRange::new(0, 0),
    });
    let article = Article {
        id: format!("{id}.1"),
        page: id.into(),
        title: Some(Title { text: "导航".into(), range: TextRange::of(0, "导航".len()) }),
        publisher: Some("青川日报".into()),
        published,
        paragraphs: paragraphs.iter().map(|&paragraph| paragraph.into()).collect(),
        spans,
        ..Article::default()
    };
    let page =
        Page { id: id.into(), path: id.into(), encoding: "UTF-8".into(), text, ..Page::default() };
    CleanedPage { page, segments: Vec::new(), articles: vec![article], error: None }
}

fn shown(facts: &Facts) -> Vec<String> {
    let events = facts.events.iter().map(|event| {
        let name = facts
            .initiatives
            .iter()
            .find(|one| one.id == event.initiative)
            .expect("an event has its initiative");
        format!("{} {} {}", name.name, event.phase.key(), event.date.edtf)
    });
    events.collect()
}

/// Checks the events of one paragraph published on 2025-03-10.
#[track_caller]
fn check(paragraph: &str, expected: &[&str]) {
    let facts = extract(&[page("p", Some("2025-03-10"), &[paragraph])], &gazetteer());
    assert_eq!(shown(&facts), expected, "{paragraph}");
}

#[test]
fn what_points_back_is_dated_by_what_many_do() {
    check(
        "采样属于湖北水鸟保护联合攻关计划。该计划2023年10月由湖北、湖南、江西三省和武汉市、长沙市科技局在岳阳共同启动。",
        &["湖北水鸟保护联合攻关计划 launched 2023-10"],
    );
    check(
        "检查的是去年3月1日施行的《湖北水鸟保护条例》。这部法规共六章，于2022年12月由省人大常委会通过。",
        &["湖北水鸟保护条例 adopted 2022-12", "湖北水鸟保护条例 in_force 2024-03-01"],
    );
    check(
        "离《湖北水鸟保护方案》的要求还差得远。这份今年1月出台的方案提出，湖面要扩大。",
        &["湖北水鸟保护方案 issued 2025-01"],
    );
    check(
        "生意在湖北水鸟标本共享网上谈成。该网自2019年11月上线以来没有停过。",
        &["湖北水鸟标本共享网 launched 2019-11"],
    );
    check(
        "3月8日，随着最后一爆，全长4.6公里的石湾隧道贯通。白青高铁石湾至东关段正线长65公里，2019年12月开工，全线41座隧道已贯通33座。",
        &["石湾隧道 completed 2025-03-08", "白青高铁石湾至东关段 launched 2019-12"],
    );
    check(
        "1月9日，两市签署《湖北水鸟保护合作安排》，自4月1日起同步施行。",
        &["湖北水鸟保护合作安排 in_force 2025-04-01", "湖北水鸟保护合作安排 signed 2025-01-09"],
    );
}

#[test]
fn verbs_date_their_names() {
    check("去年8月，青川绿色平台正式上线。", &["青川绿色服务平台 launched 2024-08"]);
    check(
        "2月20日，白石市成立海缆检测产业联盟，共有30家企业加入。",
        &["海缆检测产业联盟 established 2025-02-20"],
    );
    check(
        "青川省交通厅近日印发《青川航运券管理办法》。",
        &["青川航运券管理办法 issued ../2025-03-10"],
    );
    // 这几年 and 目前 are no time when something happened.
    for span in ["这几年", "近年来", "多年来", "目前", "几年前"] {
        check(&format!("{span}，白石市成立海缆检测产业联盟，共有30家企业加入。"), &[]);
    }
    check(
        "《青川航运券管理办法》自今年4月1日起施行。",
        &["青川航运券管理办法 in_force 2025-04-01"],
    );
    check("青川桥梁论坛5日在白石举行。", &["青川桥梁论坛 held 2025-03-05"]);
    check("自2022年初开展青川航运券试点以来，成效明显。", &["青川航运券 launched 2022-01~"]);
    check("去年，青川航运券开始通用通兑。", &["青川航运券 launched 2024"]);
    check("2023年，两县一起编制《青川航运规划纲要》。", &["青川航运规划纲要 issued 2023"]);
    check("近日，白石市发布白石港绿色航运倡议。", &[]);
    check("近日，白石市发布《白石港绿色航运倡议》。", &["白石港绿色航运倡议 issued ../2025-03-10"]);
    check("四川海缆检测中心成立于2021年。", &["四川海缆检测中心 established 2021"]);
    check("2023年，《青川桥梁条例》经表决通过。", &["青川桥梁条例 adopted 2023"]);
    check(
        "去年，两城一县签署《青川航运合作协议》和《白石码头共享协议》。",
        &["青川航运合作协议 signed 2024", "白石码头共享协议 signed 2024"],
    );
    check(
        "2024年6月，“白石海缆及配件集群”入选国家级名单。",
        &["白石海缆及配件集群 listed 2024-06"],
    );
    check("2024年底，青川绿色平台建成。", &["青川绿色服务平台 completed 2024-12~"]);
    check(
        "上月1日，青川首部桥梁立法正式施行。《青川桥梁条例》由两城一县起草。",
        &["青川桥梁条例 in_force 2025-02-01"],
    );
}

#[test]
fn what_is_told_of_a_meeting_has_its_date() {
    check(
        "3月5日，青川桥梁论坛在白石举行。会上，青川省交通厅发布《青川桥梁检测导则》。",
        &["青川桥梁检测导则 issued 2025-03-05", "青川桥梁论坛 held 2025-03-05"],
    );
    check("在3月5日的青川桥梁论坛上，代表很多。", &["青川桥梁论坛 held 2025-03-05"]);
    check("会上，青川省交通厅发布《青川桥梁检测导则》。", &[]);
    // A meeting without a name of its own.
    check(
        "3月5日，桥梁工作组召开第三次会议。会议审议通过《青川桥梁检测办法》。",
        &["青川桥梁检测办法 adopted 2025-03-05"],
    );
    // What a name holds is no wish.
    check("3月5日，青川油茶研究院揭牌。", &["青川油茶研究院 established 2025-03-05"]);
    // 一期 is not 二期.
    check("青川码头二期工程开工在即。一期工程2020年建成。", &[]);
}

#[test]
fn a_goal_without_a_name_is_the_plans() {
    let plan = "2月20日，青川省印发《青川航运规划纲要》。";
    check(
        &format!("{plan}到2027年，码头全部建成。到2030年，基本形成两条航线。"),
        &[
            "青川航运规划纲要 issued 2025-02-20",
            "青川航运规划纲要 target 2027",
            "青川航运规划纲要 target 2030",
        ],
    );
    check(
        &format!("{plan}会议气氛热烈。到2027年，码头全部建成。"),
        &["青川航运规划纲要 issued 2025-02-20"],
    );
    check(
        &format!("{plan}同时，启动青川绿色平台。"),
        &["青川绿色服务平台 launched 2025-02-20", "青川航运规划纲要 issued 2025-02-20"],
    );
}

#[test]
fn what_a_sentence_leaves_unsaid_is_what_the_one_before_spoke_of() {
    let centre = "湖南油茶创新中心受到关注。";
    check(
        &format!("{centre}2019年4月动工，2021年建成。"),
        &["湖南油茶创新中心 completed 2021", "湖南油茶创新中心 launched 2019-04"],
    );
    check(&format!("{centre}2018年，青川大学提出设想。"), &["湖南油茶创新中心 proposed 2018"]);
    check(&format!("{centre}会议很短。2019年4月动工。"), &[]);
    check(&format!("{centre}2019年4月，大桥动工。"), &[]);
}

#[test]
fn a_thing_is_called_by_its_class_or_by_a_part() {
    let project = "2月20日，白青铁路工程获批。";
    let adopted = "白青铁路工程 adopted 2025-02-20";
    check(&format!("{project}项目去年开工。"), &[adopted, "白青铁路工程 launched 2024"]);
    check(&format!("{project}一期工程2019年通过验收。"), &[adopted, "白青铁路工程 completed 2019"]);
    check(
        &format!("{project}湖南海缆试验装置同日获批。项目去年开工。"),
        &[adopted, "湖南海缆试验装置 adopted 2025-02-20"],
    );
}

#[test]
fn what_is_done_to_its_papers_is_done_to_it() {
    for (text, fact) in [
        ("1月，两市签署湖南油茶走廊合作备忘录。", "湖南油茶走廊 signed 2025-01"),
        ("1月，两市签署协议，合力建设湖南油茶走廊。", "湖南油茶走廊 signed 2025-01"),
        ("3月5日，第二批四川海缆创新联合体名单公布。", "四川海缆创新联合体 listed 2025-03-05"),
        ("3月5日公布的第二批四川海缆创新联合体有九家。", "四川海缆创新联合体 listed 2025-03-05"),
        ("1月，青川省批复湖南海缆试验装置的可行性研究报告。", "湖南海缆试验装置 adopted 2025-01"),
    ] {
        check(text, &[fact]);
    }
    check("1月，两市签署湖南油茶走廊企业购销合同。", &[]);
}

#[test]
fn a_time_is_the_verbs_and_not_a_things() {
    check(
        "湖南油茶创新中心自2018年4月27日开工，工期六年。",
        &["湖南油茶创新中心 launched 2018-04-27"],
    );
    check(
        "3月5日，会议部署2026年的任务，提出建设湖南油茶走廊。",
        &["湖南油茶走廊 proposed 2025-03-05"],
    );
    check("去年，两省主要领导提出组建四川海缆产业联盟。", &["四川海缆产业联盟 proposed 2024"]);
    check(
        "2021年5月首批揭牌时，四川海缆产业联盟共有四家。",
        &["四川海缆产业联盟 established 2021-05"],
    );
}

#[test]
fn an_attribute_a_ceremony_or_a_noun_may_hold_the_verb() {
    let centre = "湖南油茶创新中心";
    for (text, fact) in [
        ("2021年6月3日揭牌的湖南油茶创新中心，如今很忙。", "established 2021-06-03"),
        ("湖南油茶创新中心启动仪式3月6日举行。", "launched 2025-03-06"),
        ("湖南油茶创新中心落成典礼3月3日举行。", "completed 2025-03-03"),
        ("湖南油茶创新中心建设3月6日启动。", "launched 2025-03-06"),
        ("湖南油茶创新中心挂牌的日子是去年12月30日。", "established 2024-12-30"),
        ("湖南油茶创新中心可行性研究报告3月3日获批复。", "adopted 2025-03-03"),
        ("3月6日，两块牌子同时挂出：湖南油茶创新中心和另一家。", "established 2025-03-06"),
        ("湖南油茶创新中心定于3月20日揭牌。", "target 2025-03-20"),
        ("湖南油茶创新中心，本月3日在白石正式成立。", "established 2025-03-03"),
    ] {
        check(text, &[&format!("{centre} {fact}")]);
    }
    check(
        &format!("2018年，{centre}揭牌，2020年扩为三处，2023年通过验收。"),
        &["湖南油茶创新中心 completed 2023", "湖南油茶创新中心 established 2018"],
    );
    check(
        "湖南油茶走廊不长。2016年5月，它由白石区率先提出。白石区去年提出，要修路。",
        &["湖南油茶走廊 proposed 2016-05"],
    );
}

#[test]
fn a_vote_is_no_way_and_a_draft_no_issue() {
    check("去年，青川省通过《青川桥梁条例》。", &["青川桥梁条例 adopted 2024"]);
    check("去年，青川省通过《青川桥梁条例》的实施改善了路况。", &[]);
    check("去年，青川省公布《青川桥梁条例（草案）》。", &["青川桥梁条例（草案） proposed 2024"]);
}

#[test]
fn where_something_is_is_not_what_is_founded() {
    check("去年，四川海缆产业联盟在湖南油茶创新中心成立。", &["四川海缆产业联盟 established 2024"]);
    check("湖南蚕桑苗圃建于1958年，占地百亩。", &[]);
    check("湖南蚕桑博物馆建于1958年，占地百亩。", &["湖南蚕桑博物馆 established 1958"]);
}

#[test]
fn what_is_to_come_is_a_target() {
    check("到2027年底，青川绿色平台将基本建成。", &["青川绿色服务平台 target 2027-12~"]);
    check(
        "《青川航运规划纲要》要求，2026年底前建成青川绿色平台。",
        &["青川绿色服务平台 target ../2026-12~"],
    );
    check("青川绿色平台将于年内上线。", &["青川绿色服务平台 target 2025"]);
    check("青川绿色平台计划于2026年6月上线。", &["青川绿色服务平台 target 2026-06"]);
    check("力争2030年前全面建成青川绿色平台。", &["青川绿色服务平台 target ../2030"]);
    // As of when something is told, and what begins to hold.
    let undated = "青川绿色平台运行平稳,截至5月31日,访问量突破40万次。";
    assert_eq!(extract(&[page("p", None, &[undated])], &gazetteer()).events, []);
    check(
        "省里将自4月15日起施行新修订的《青川航运券管理办法》。",
        &["青川航运券管理办法 in_force 2025-04-15"],
    );
    check(
        "青川绿色平台去年3月开工、今年1月15日投用。",
        &["青川绿色服务平台 launched 2024-03", "青川绿色服务平台 launched 2025-01-15"],
    );
    // The airport's line is not the airport.
    check("青川机场的邮包航线去年8月18日开航。", &[]);
}

/// Checks standing and speaker of the event of a sentence.
#[track_caller]
fn check_standing(text: &str, standing: EventStanding, said_by: &[&str]) {
    let facts = extract(&[page("p", Some("2025-03-10"), &[text])], &gazetteer());
    let event = &facts.events[0];
    let speakers: Vec<_> = event.said_by.iter().map(|speaker| speaker.text.as_str()).collect();
    assert_eq!((event.standing, &speakers[..]), (standing, said_by), "{text}");
}

#[test]
fn what_happened_is_told_from_what_is_said_or_asked() {
    use EventStanding::{Announced, Demanded, Happened};
    check_standing("去年8月，青川绿色平台正式上线。", Happened, &[]);
    check_standing("白石市市长何平介绍，青川绿色平台去年8月上线。", Happened, &["白石市市长何平"]);
    check_standing("据白石市介绍，青川绿色平台拟于2026年6月上线。", Announced, &["白石市"]);
    check_standing("《青川航运券管理办法》自今年4月1日起施行。", Announced, &[]);
    check_standing(
        "《青川航运规划纲要》提出，到2027年底建成青川绿色平台。",
        Demanded,
        &["《青川航运规划纲要》"],
    );
}

#[test]
fn doubtful_sentences_state_no_event() {
    for paragraph in [
        "青川绿色平台正式上线。",
        "去年，白石市支持组建海缆检测产业联盟。",
        "2024年，青川绿色平台启动了三项检测任务。",
        "2024年，白石举行青川绿色平台新闻发布会。",
        "今年是青川绿色平台成立五周年。",
        "去年，青川绿色平台主任出席桥梁论坛开幕式并致辞。",
        "近三年，青川绿色平台服务企业300家。",
        "《青川航运发展报告》去年发布。",
        "去年，白石市发布青川绿色平台使用指数。",
        "去年，桥梁论坛在白石举行，参与组建的有青川绿色平台。",
        "去年，青川省交通厅启动编制《青川航运规划纲要》。",
    ] {
        check(paragraph, &[]);
    }
}

#[test]
fn actors_and_places_stand_around_the_verb() {
    let text = "去年，青川省交通厅会同白石市政府共同印发《青川航运券管理办法》，我省码头率先试用。";
    let facts = extract(&[page("p", Some("2025-03-10"), &[text])], &gazetteer());
    let event = &facts.events[0];
    assert_eq!(event.actors, ["青川省交通厅", "白石市政府"]);
    assert_eq!(event.places, ["900000", "900100"]);
    assert_eq!(event.evidence[0].text, text);
    let own = "去年，我省启动青川绿色平台。";
    let facts = extract(&[page("p", Some("2025-03-10"), &[own])], &gazetteer());
    assert_eq!(facts.events[0].places, ["900000"]);
}

/// The actors of the first event of a sentence.
#[track_caller]
fn check_actors(text: &str, expected: &[&str]) {
    let facts = extract(&[page("p", Some("2025-03-10"), &[text])], &gazetteer());
    assert_eq!(facts.events.first().expect("an event").actors, expected, "{text}");
}

#[test]
fn an_added_clause_gives_its_subject_to_the_event() {
    check_actors(
        "2024年7月，青川省人大常委会表决通过《关于保护候鸟的决定》，白石市人大常委会亦在当月通过。",
        &["青川省人大常委会", "白石市人大常委会"],
    );
    check_actors(
        "2024年9月3日，青川省政府与白石市政府共同签署《渔船安全备忘录》，青川省交通厅也于同日签署。",
        &["青川省政府", "白石市政府", "青川省交通厅"],
    );
    check_actors(
        "2024年5月，青川省交通厅等分别印发《校车接送办法》，同时白石市政府印发。",
        &["青川省交通厅", "白石市政府"],
    );
    check_actors(
        "2024年7月，青川省人大常委会分别通过《关于扶持戏班的决定》，白石市同时通过，青川省交通厅也已通过了。",
        &["青川省人大常委会", "白石市", "青川省交通厅"],
    );
}

#[test]
fn who_did_something_else_is_not_added() {
    let own = &["青川省人大常委会"];
    for behind in [
        "白石市人大常委会也通过《关于保护湿地的决定》",
        "白石市人大常委会也在8月通过",
        "白石市人大常委会也将通过",
        "白石市人大常委会也未通过",
        "白石市人大常委会也参与起草",
        "代表们也希望白石市政府通过",
        "白石市政府也表示欢迎",
    ] {
        check_actors(
            &format!("2024年7月，青川省人大常委会表决通过《关于保护候鸟的决定》，{behind}。"),
            own,
        );
    }
    // What is founded is no one who founds, and a law with a place's name is that place's.
    check_actors("2024年7月，白石市政府组建绿色护林联盟，青川省交通厅也组建。", &["白石市政府"]);
    check_actors(
        "2024年7月，白石市人大常委会通过《白石市候鸟保护条例》，青川省人大常委会也通过。",
        &["白石市人大常委会"],
    );
}

#[test]
fn pages_that_agree_make_one_event() {
    let one = page("a", Some("2025-03-10"), &["去年，青川绿色平台上线。"]);
    let two = page("b", Some("2025-01-02"), &["2024年8月，青川绿色服务平台上线。"]);
    let facts = extract(&[one.clone(), two.clone()], &gazetteer());
    assert_eq!(shown(&facts), ["青川绿色服务平台 launched 2024-08"]);
    assert_eq!(facts.events[0].evidence.len(), 2);
    let turned: Vec<_> = [two, one].iter().map(|page| mentions(page, &gazetteer())).collect();
    assert_eq!(assemble(turned, &gazetteer()), facts, "the order of pages changed the facts");
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

#[track_caller]
fn dates(text: &str, expected: &[(&str, &str)]) {
    let reference = Edtf::new("2025-03-10").expect("EDTF");
    let found = times(text, Some(&reference));
    let found: Vec<_> = found
        .iter()
        .map(|time| (time.text.as_str(), time.edtf.as_ref().map_or("", Edtf::as_str)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn times_of_running_text() {
    dates("占比从2018年的2％升至2023年的3％。", &[("2018年", "2018"), ("2023年", "2023")]);
    dates(
        "2024年6月5日至6日开会，7日闭幕。",
        &[("2024年6月5日至6日", "2024-06-05/2024-06-06"), ("7日", "2024-06-07")],
    );
    dates(
        "12月12日开会，此前一天已结束。",
        &[("12月12日", "2024-12-12"), ("此前一天", "2024-12-11")],
    );
    dates("2024年6月启动。同年12月成立。", &[("2024年6月", "2024-06"), ("同年12月", "2024-12")]);
    dates(
        "今年前三季度、上半年和一季度",
        &[("今年前三季度", "2025-01/2025-09"), ("上半年", "2025-40"), ("一季度", "2025-33")],
    );
    dates(
        "自2021年初以来，近5年来和近三年",
        &[("自2021年初以来", "2021-01~/.."), ("近5年来", "2020/2025"), ("近三年", "2022/2025")],
    );
    dates(
        "二〇二五年，“十四五”收官，2020年代过半",
        &[("二〇二五年", "2025"), ("“十四五”", "2021/2025"), ("2020年代", "202X")],
    );
    dates(
        "（2022—2025年）3月20日截止，5月1日起施行",
        &[("2022—2025年", "2022/2025"), ("3月20日", "2025-03-20"), ("5月1日", "2025-05-01")],
    );
    dates("目前和近日", &[("目前", "../2025-03-10"), ("近日", "../2025-03-10")]);
    dates("到2027年底建成", &[("2027年底", "2027-12~")]);
}

#[test]
fn what_is_no_time() {
    dates(
        "一总三分，1-5年期，未来网络，光明日报，G60走廊，24小时，点击次数85，第三方，三年行动计划",
        &[],
    );
    dates("电话021-22002972，代码300750，版本2.0，60.5%，GB/T 2260—2007", &[]);
}

proptest! {
    #[test]
    fn any_text_gives_literal_evidence_and_no_panic(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("去年"), Just("2024年"), Just("6月"), Just("5日"), Just("至"), Just("《"), Just("》"),
                Just("“"), Just("”"), Just("（"), Just("）"), Just("成立"), Just("平台"), Just("四川海缆检测中心"),
                Just("，"), Just("。"), Just("该平台"), Just("下称"), Just("十四五"), Just("自"), Just("以来"),
                Just("青川绿色平台"), Just("99"), Just("9999年"), Just("前"), Just("近"), Just("當日"), Just("\u{301}"),
                Just("è"), Just("2024-02-30"), Just("02-30 10:10"), Just("-"), Just("和"), Just("31日"), Just("此前一天"),
            ],
            0..24,
        ),
        noise in ".{0,40}",
        published in prop_oneof![Just(None), Just(Some("2025-03-31")), Just(Some("2025")), Just(Some("../2024-02"))],
    ) {
        let text = pieces.concat();
        let pages = [page("p", published, &[&text, &noise])];
        let facts = extract(&pages, &gazetteer());
        let page_text = &pages[0].page.text;
        let evidence = facts
            .times
            .iter()
            .map(|time| &time.evidence)
            .chain(facts.events.iter().flat_map(|event| &event.evidence))
            .chain(facts.initiatives.iter().flat_map(|one| &one.evidence))
            .chain(facts.organisations.iter().flat_map(|one| &one.evidence))
            .chain(facts.people.iter().flat_map(|one| &one.evidence))
            .chain(facts.people.iter().flat_map(|one| &one.offices).flat_map(|one| &one.evidence));
        for one in evidence {
            prop_assert_eq!(one.range.slice(page_text), Some(one.text.as_str()));
        }
        let mut last = 0;
        for time in times(&text, None) {
            prop_assert!(time.range.start() >= last);
            last = time.range.end();
        }
    }
}

/// `initiative|indicator|value unit qualifier|scope|as of` of each figure.
fn figures_of(facts: &Facts) -> Vec<String> {
    facts
        .figures
        .iter()
        .map(|one| {
            let whose = one.initiative.as_deref().unwrap_or("-");
            let scope = one.scope.as_deref().unwrap_or("-");
            let as_of = one.as_of.as_ref().map_or("-", Edtf::as_str);
            let (value, unit, qualifier) = (&one.value, &one.unit, &one.qualifier);
            format!("{whose}|{}|{value} {unit} {qualifier}|{scope}|{as_of}", one.indicator)
        })
        .collect()
}

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

fn corrected(corrections: &str) -> Result<Gazetteer, String> {
    Gazetteer::parse(&[("test.toml", GAZETTEER), ("corrections.toml", corrections)])
        .map_err(|error| error.to_string())
}

#[test]
fn a_correction_rejects_or_changes_what_its_words_state() {
    let gazetteer = corrected(
        r#"
        [[correction]]
        fact = "event"
        text = "2023年6月青川绿色服务平台启用"
        initiative = "green-platform"
        date = "2022-06"
        reason = "a misprint"
        [[correction]]
        fact = "figure"
        text = "汇聚检测设备超2.3万台"
        indicator = "检测设备"
        value = "23104"
        qualifier = "exact"
        reason = "the platform's own count"
        [[correction]]
        fact = "quantity"
        text = "另有观众30人"
        expression = "30人"
        reject = true
        reason = "not of the project"
        [[correction]]
        fact = "event"
        text = "此句已不在"
        reject = true
        reason = "an old page"
        "#,
    )
    .expect("the corrections are sound");
    let pages = [
        page(
            "p1",
            Some("2025-03-10"),
            &["2023年6月青川绿色服务平台启用。目前,平台汇聚检测设备超2.3万台。"],
        ),
        page("p2", Some("2025-03-10"), &["另有观众30人,记者5人。"]),
    ];
    let facts = extract(&pages, &gazetteer);
    let dates: Vec<&str> = facts.events.iter().map(|event| event.date.edtf.as_str()).collect();
    assert_eq!(dates, ["2022-06"]);
    assert_eq!(figures_of(&facts), ["green-platform|检测设备|23104 台 exact|-|2025-03-10"]);
    let people: Vec<&str> = facts
        .quantities
        .iter()
        .filter(|one| one.evidence.article.starts_with("p2"))
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(people, ["5人"]);
    let unmet: Vec<&str> = facts
        .issues
        .iter()
        .filter(|issue| issue.kind == "correction-unmet")
        .map(|issue| issue.message.as_str())
        .collect();
    let named = |message: &str| {
        message.starts_with("corrections.toml, correction 4:") && message.contains("此句已不在")
    };
    assert!(unmet.len() == 1 && named(unmet[0]), "{unmet:?}");
}

#[test]
fn a_correction_takes_a_person_out() {
    let entry = "[[correction]]\nfact = \"person\"\ntext = \"院长何平\"\nreject = true\nreason = \"a ship\"";
    let gazetteer = corrected(entry).expect("the correction is sound");
    let told = ["青川医院院长何平出席。", "青川省科技厅厅长周立介绍了方案。"];
    let facts = extract(&[page("p1", Some("2025-03-10"), &told)], &gazetteer);
    let names: Vec<&str> = facts.people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["周立"]);
    assert!(facts.issues.iter().all(|issue| issue.kind != "correction-unmet"));
}

#[test]
fn a_correction_that_cannot_be_done_is_refused() {
    let refused = |fields: &str, why: &str| {
        let entry = format!("[[correction]]\ntext = \"某句\"\n{fields}");
        let message = corrected(&entry).expect_err(fields);
        assert!(message.contains("corrections.toml") && message.contains(why), "{message}");
    };
    refused("fact = \"event\"\nreject = true\nreason = \"\"", "no `reason`");
    refused("fact = \"event\"\nreason = \"a\"", "either");
    refused("fact = \"event\"\nreason = \"a\"\nreject = true\ndate = \"2024\"", "either");
    refused("fact = \"initiative\"\nreason = \"a\"\nvalue = \"2\"", "`value`, which no initiative");
    refused("fact = \"event\"\nreason = \"a\"\nvalue = \"2\"", "`value`, which no event");
    refused("fact = \"time\"\nreason = \"a\"\nphase = \"held\"", "`phase`, which no time");
    refused("fact = \"quantity\"\nreason = \"a\"\nscope = \"b\"", "`scope`, which no quantity");
    refused("fact = \"figure\"\nreason = \"a\"\nstanding = \"b\"", "standing");
    refused("fact = \"figure\"\nreason = \"a\"\nvalue = \"many\"", "no decimal");
    refused("fact = \"rumour\"\nreason = \"a\"\nreject = true", "rumour");
    refused("fact = \"event\"\nreason = \"a\"\ndate = \"soon\"", "soon");
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
