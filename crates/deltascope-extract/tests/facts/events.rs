//! The events that one paragraph states.

use deltascope_extract::extract;

use super::{gazetteer, page, shown};

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
fn a_meeting_that_hears_of_another_is_not_that_one() {
    let told_of = |paragraph: &str| {
        let facts = extract(&[page("p", Some("2025-03-10"), &[paragraph])], &gazetteer());
        let evidence = facts.initiatives.iter().flat_map(|one| &one.evidence);
        evidence.filter(|one| one.text.starts_with("会议强调")).count()
    };
    let held = "3月5日，青川省桥梁工作会议在白石召开。";
    assert_eq!(told_of(&format!("{held}会议强调，要修好每一座桥。")), 1);
    let heard = "3月8日，白石市委举行扩大会议，传达青川省桥梁工作会议精神。";
    assert_eq!(told_of(&format!("{held}{heard}会议强调，要修好每一座桥。")), 0);
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
    check("近日，白石市发布白石港绿色航运倡议。", &["白石港绿色航运倡议 issued ../2025-03-10"]);
    check("近日，白石市发布绿色航运倡议。", &[]);
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
