//! Phases that sentences state, shape by shape, each with sentences that look alike and state none. All
//! names and happenings are made up; the day of publishing is 2025-03-10.

mod shipped;
mod story;

use deltascope_extract::extract;
use deltascope_model::{Article, Edtf};

/// Checks all events of an article with these paragraphs, in order of their names and phases.
#[track_caller]
fn check(paragraphs: &[&str], expected: &[&str]) {
    check_on("2025-03-10", paragraphs, expected);
}

/// The same of an article of another date.
#[track_caller]
fn check_on(published: &str, paragraphs: &[&str], expected: &[&str]) {
    let paragraphs = paragraphs.iter().map(|&text| text.to_owned()).collect();
    let article = Article { paragraphs, ..Article::default() };
    let published = Edtf::new(published).ok();
    let facts = extract(&[story::page("p", published, article)], &shipped::gazetteer());
    let name = |id: &str| facts.initiatives.iter().find(|one| one.id == id).map(|one| &one.name);
    let mut found: Vec<String> = facts
        .events
        .iter()
        .filter_map(|event| {
            let name = name(&event.initiative)?;
            Some(format!("{name} {} {}", event.phase.key(), event.date.edtf.as_str()))
        })
        .collect();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn the_kind_of_a_thing_tells_what_its_verb_means() {
    check(&["四川至湖北铁路去年9月26日通车。"], &["四川至湖北铁路 completed 2024-09-26"]);
    check(&["湖北茶业论坛3月6日启幕。"], &["湖北茶业论坛 held 2025-03-06"]);
    check(&["湖北茶业振兴计划去年年底收官。"], &["湖北茶业振兴计划 completed 2024-12~"]);
    check(
        &["2021年实施的“石湾良种苗木繁育项目”供苗不少。"],
        &["石湾良种苗木繁育项目 launched 2021"],
    );
    check(&["《湖北茶业促进条例》去年3月1日实施。"], &["湖北茶业促进条例 in_force 2024-03-01"]);
    check(&["《湖北茶业促进条例》实施方案去年3月1日定稿。"], &[]);
}

#[test]
fn what_was_meant_for_a_day_did_not_happen_then() {
    check(
        &["原定去年6月上线的湖北茶业数据平台，今年3月4日终于上线。"],
        &["湖北茶业数据平台 launched 2025-03-04"],
    );
    check(&["《湖北茶业管理办法》原计划于去年9月施行。"], &[]);
    check(&["湖北茶业论坛原定地点不变，3月6日开幕。"], &["湖北茶业论坛 held 2025-03-06"]);
}

#[test]
fn what_is_still_to_come_of_a_day_or_a_year_is_a_target() {
    check(&["“湖北茶博会公园”今日将在石湾正式开园。"], &["湖北茶博会公园 target 2025-03-10"]);
    check(&["湖北将在今年创办首届“石湾运动会”。"], &["石湾运动会 target 2025"]);
    check(&["今年全省的任务就是将举办湖北茶业论坛。"], &["湖北茶业论坛 target 2025"]);
    // Over, told of by another verb, or of no one thing.
    check(&["“湖北茶博会公园”昨日将在石湾正式开园。"], &[]);
    check(&["湖北茶业论坛今年3月举办，将吸引茶农。"], &["湖北茶业论坛 held 2025-03"]);
    check(&["今年将举办茶农推介会。"], &[]);
    // Of an article of whatever day of a year none of that year is surely to come.
    check_on("2025", &["3月19日，湖北将举办首届“石湾运动会”。"], &[]);
}

#[test]
fn a_document_is_of_the_year_of_its_number() {
    check(
        &["依据《湖北茶园巡检办法》（鄂农发〔2019〕6号）开展巡检。"],
        &["湖北茶园巡检办法 issued 2019"],
    );
    check(
        &["2019年5月印发《湖北茶园巡检办法》（鄂农发〔2019〕6号）。"],
        &["湖北茶园巡检办法 issued 2019-05"],
    );
    check(&["依据《湖北茶园巡检办法》（见〔2019〕页）开展巡检。"], &[]);
}

#[test]
fn a_meeting_at_which_something_is_told_was_held() {
    check(
        &["日前，在2025年湖北省茶业工作会议上，厅长提出目标。"],
        &["湖北省茶业工作会议 held ../2025-03-10"],
    );
    check(
        &["3月6日，在湖北省茶业工作会议上，厅长提出目标。"],
        &["湖北省茶业工作会议 held 2025-03-06"],
    );
    check(&["日前，湖北省茶业工作会议的材料公开。"], &[]);
}

#[test]
fn a_ceremony_of_a_meeting_is_the_meeting() {
    check(
        &["3月6日，“石湾年度茶农评选”提名奖揭晓仪式在石湾举行。"],
        &["石湾年度茶农评选 held 2025-03-06"],
    );
    check(&["3月6日，“石湾年度茶农评选”的茶艺表演在石湾举行。"], &[]);
    check(&["第八届湖北茶文学奖3月6日揭晓。"], &["第八届湖北茶文学奖 held 2025-03-06"]);
}

#[test]
fn a_short_form_in_wide_brackets_parts_no_verb_from_its_name() {
    check(
        &["2023年5月，我省启动山茶良种互换行动（以下简称互换行动）。"],
        &["山茶良种互换行动 launched 2023-05"],
    );
    check(&["2023年5月，我省启动山茶良种互换行动的筹备会（以下简称筹备会）。"], &[]);
}

#[test]
fn who_grants_it_is_no_subject_of_the_next_clause() {
    check(
        &["山茶物流创新联合体，日前获湖北省科技厅批复。"],
        &["山茶物流创新联合体 adopted ../2025-03-10"],
    );
    check(&["山茶物流创新联合体很忙，日前湖北省科技厅获批复。"], &[]);
    check(
        &["湖北山茶防治中心，则在3月6日先行揭牌。"],
        &["湖北山茶防治中心 established 2025-03-06"],
    );
}

#[test]
fn sites_of_a_hospital_and_what_runs_on_a_phone_are_names() {
    check(&["湖北省山茶医院城北院区3月6日启用。"], &["湖北省山茶医院城北院区 launched 2025-03-06"]);
    check(&["湖北省山茶医院的院区很大，3月6日启用。"], &[]);
    check(
        &["“山茶办”App去年11月上线。该应用今年1月入选全省优秀应用名单。"],
        &["“山茶办”App launched 2024-11", "“山茶办”App listed 2025-01"],
    );
    check(&["湖北非遗展示馆去年国庆开馆。"], &["湖北非遗展示馆 launched 2024-10-01"]);
    check(&["湖北轻轨石湾延伸线3月6日开工。"], &["湖北轻轨石湾延伸线 launched 2025-03-06"]);
}

#[test]
fn two_verbs_may_end_a_clause() {
    check(
        &["《湖北茶业条例》去年12月经省人大常委会通过并开始实施。"],
        &["湖北茶业条例 adopted 2024-12", "湖北茶业条例 in_force 2024-12"],
    );
    check(&["湖北茶业博览园3月6日奠基并开讲。"], &["湖北茶业博览园 launched 2025-03-06"]);
    check(&["湖北去年试办山茶采收照护计划。"], &["山茶采收照护计划 launched 2024"]);
    check(&["湖北去年有意试办。山茶采收照护计划很好。"], &[]);
    check(&["“湖北山茶嘉年华”3月6日起跑。"], &["湖北山茶嘉年华 held 2025-03-06"]);
}

#[test]
fn at_the_same_time_is_not_when_something_before_was_done() {
    check(
        &[
            "石湾河口研究院的合作备忘录去年5月签署，今年2月获得批文。院方同时公布《湖北茶园巡检办法》。",
        ],
        &[
            "湖北茶园巡检办法 issued 2025-02",
            "石湾河口研究院 adopted 2025-02",
            "石湾河口研究院 signed 2024-05",
        ],
    );
    check(
        &[
            "石湾河口研究院的合作备忘录去年5月签署，今年2月选好了址。院方同时公布《湖北茶园巡检办法》。",
        ],
        &["石湾河口研究院 signed 2024-05"],
    );
}

#[test]
fn a_name_may_stand_behind_what_is_told_of_it() {
    check(&["由老粮仓改建的湖北非遗展示馆3月3日开馆。"], &["湖北非遗展示馆 launched 2025-03-03"]);
    check(&["由老粮仓改建的展示馆3月3日开馆。"], &[]);
    check(&["第六届“石湾杯”龙舟赛3月3日举行。"], &["“石湾杯”龙舟赛 held 2025-03-03"]);
    check(&["“石湾杯”龙舟赛的奖品3月3日送达。"], &[]);
    check(
        &["由石湾等5市发起的山地物流创新联合体3月3日获省科技厅批复。"],
        &["山地物流创新联合体 adopted 2025-03-03"],
    );
    check(&["山地物流创新联合体3月3日通过了章程。"], &[]);
}

#[test]
fn who_does_it_is_not_what_it_is_done_to() {
    check(&["合作备忘录去年5月由石湾茶叶研究中心签署。"], &[]);
    check(
        &["湖北茶业联盟去年5月由石湾茶叶研究中心发起成立。"],
        &["湖北茶业联盟 established 2024-05"],
    );
}

#[test]
fn drafts_are_put_forward() {
    check(
        &["《湖北茶业促进条例（草案）》去年8月公开征求意见。"],
        &["湖北茶业促进条例（草案） proposed 2024-08"],
    );
    check(
        &["《湖北茶园布局规划》去年8月上报国务院，尚待批复。"],
        &["湖北茶园布局规划 proposed 2024-08"],
    );
    check(&["去年8月，专家看了《湖北茶业促进条例》征求意见稿。"], &[]);
}

#[test]
fn a_thing_that_two_have_built_is_founded() {
    check(
        &["港务局去年10月与法院共建的海上纠纷联合调处中心收案296件。"],
        &["海上纠纷联合调处中心 established 2024-10"],
    );
    check(
        &["今年1月，六家公司共组“兰花单价提升联盟”。"],
        &["兰花单价提升联盟 established 2025-01"],
    );
    check(&["去年，两市共建共享海上纠纷联合调处中心的数据。"], &[]);
}

#[test]
fn what_is_done_with_a_part_finishes_nothing() {
    check(&["湖北古桥修缮工程去年10月全部完成。"], &["湖北古桥修缮工程 completed 2024-10"]);
    check(&["湖北古桥修缮工程去年10月完成吊装。"], &[]);
}

#[test]
fn editions_are_named_by_one_character() {
    check(&["第二届湖北蚕桑文化节2月8日在石湾开幕。"], &["第二届湖北蚕桑文化节 held 2025-02-08"]);
    check(&["首届湖北蚕桑节去年举行。本届蚕桑节有三个展区。"], &["首届湖北蚕桑节 held 2024"]);
    check(&["湖北国际兰展昨日在石湾闭幕。"], &["湖北国际兰展 held 2025-03-09"]);
    check(&["第二届湖北蚕桑文化节目去年举行首演。"], &[]);
    check(&["湖北一处兰展去年举行。"], &[]);
}

#[test]
fn a_stage_is_told_of_as_the_whole() {
    let first = "去年6月，湖北航运联合测试场在石湾挂牌。";
    check(
        &[first, "按计划，测试场二期今年10月开工，2027年6月建成。"],
        &[
            "湖北航运联合测试场 established 2024-06",
            "湖北航运联合测试场 target 2025-10",
            "湖北航运联合测试场 target 2027-06",
        ],
    );
    check(
        &[first, "据介绍，二期工程计划今年10月开工。"],
        &["湖北航运联合测试场 established 2024-06", "湖北航运联合测试场 target 2025-10"],
    );
    check(&[first, "石湾机场旁的二期厂房去年动工。"], &["湖北航运联合测试场 established 2024-06"]);
}

#[test]
fn days_to_come_are_targets_where_a_verb_follows() {
    let first = "湖北绿道示范工程2023年5月开工。";
    check(
        &[&format!("{first}按照工期安排，2026年底前完工。")],
        &["湖北绿道示范工程 launched 2023-05", "湖北绿道示范工程 target ../2026-12~"],
    );
    check(
        &[&format!("{first}按照工期安排，2026年的资金已经到位。")],
        &["湖北绿道示范工程 launched 2023-05"],
    );
    // What others only use has no goal of its own.
    check(&["三市争取接入湖北航运数据平台，力争到2026年底联网率达到九成。"], &[]);
}

#[test]
fn goals_go_back_to_what_was_spoken_of() {
    let first = "湖北航运数据平台去年5月上线。";
    let launched = "湖北航运数据平台 launched 2024-05";
    check(
        &[&format!("{first}到2027年，接入船舶达到8000艘。")],
        &[launched, "湖北航运数据平台 target 2027"],
    );
    check(&[&format!("{first}到2027年，全省船舶达到8000艘。")], &[launched]);
    // Who says so changes nothing.
    let draft = "《湖北茶业促进条例》共九章。”局长何平介绍。";
    check(
        &[&format!("“{draft}去年3月，草案首次提请审议。")],
        &["湖北茶业促进条例 proposed 2024-03"],
    );
}

const LAUNCHED: &str = "湖北航运数据平台去年5月上线。";

/// Checks the goals that sentences behind the launch of a platform tell of it.
#[track_caller]
fn check_goals(rest: &str, goals: &[&str]) {
    let mut expected = vec!["湖北航运数据平台 launched 2024-05".to_owned()];
    expected.extend(goals.iter().map(|date| format!("湖北航运数据平台 target {date}")));
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check(&[&format!("{LAUNCHED}{rest}")], &expected);
}

#[test]
fn goals_go_by_what_words_name() {
    check_goals("按照平台的三年安排，2026年接入船舶5000艘；2027年增至8000艘。", &["2026", "2027"]);
    check_goals("根据平台的三年安排，今年要新增港口两个。", &["2025"]);
    check_goals("根据平台的三年安排，已新增港口两个。", &[]);
    check(
        &[
            "去年6月，两市签署《石湾航运协作协议（2024—2027年）》。",
            "按照协议，2026年建成航标200座。",
        ],
        &[
            "石湾航运协作协议（2024—2027年） signed 2024-06",
            "石湾航运协作协议（2024—2027年） target 2026",
        ],
    );
    // By the words of another plan than anything named.
    check_goals("按疏浚方案，2026年再挖航道三条。", &[]);
}

#[test]
fn goals_of_a_list_go_on() {
    let plan = "《湖北航标更新方案》去年6月印发。";
    let issued = "湖北航标更新方案 issued 2024-06";
    let target = |year: &str| format!("湖北航标更新方案 target {year}");
    check(
        &[plan, "方案要求，5月底前完成普查，2026年6月底前换灯900盏；今年先换150盏。"],
        &[issued, &target("../2025-05"), &target("../2026-06"), &target("2025")],
    );
    check(
        &[plan, "方案要求，2026年6月底前换灯900盏。", "今年的江面很静。"],
        &[issued, &target("../2026-06")],
    );
    // What is built by then has its own deadline, and lends it to nobody.
    check(
        &["会议议定：", "（一）2026年6月底前建成湖北航标数据平台；", "（二）2027年，换灯900盏。"],
        &["湖北航标数据平台 target ../2026-06"],
    );
}

#[test]
fn who_speaks_for_a_thing_tells_its_goals() {
    let head = "平台负责人何平很忙。江面很静。";
    check_goals(&format!("{head}何平透露，到2026年要新增港口两个。"), &["2026"]);
    check_goals(&format!("{head}他说，到2026年要新增港口两个。"), &["2026"]);
    check_goals("江面很静。渔民何平透露，到2026年要新增港口两个。", &[]);
    check_goals(&format!("{head}何平透露，苏州到2026年要新增港口两个。"), &[]);
}

#[test]
fn goals_are_of_what_their_subject_is_a_part_of() {
    check_goals("江面很静。到2027年，平台用户增加到8000户。", &["2027"]);
    check_goals("江面很静。到2027年，用户增加到8000户。", &[]);
    check_goals("目前，已有港口12个，2027年增至20个。", &["2027"]);
    check_goals("三地还要建一座航标塔，2027年开工。", &[]);
    check_goals("专家测算，到2027年，船舶增加到8000艘。", &[]);
    check_goals("县政府明确，6月底前完成清淤。", &[]);
    check_goals("石湾一家船厂去年试水，力争2027年增至20条船。", &[]);
    check_goals("展台开放至8月20日结束。", &[]);
}

#[test]
fn goals_lie_ahead_of_the_day_that_they_are_told() {
    check(
        &["湖北航运数据平台已接入港口46个，今年计划再建30个。"],
        &["湖北航运数据平台 target 2025"],
    );
    check(&["湖北航运数据平台已接入港口46个，今年再看。"], &[]);
    check(
        &["《湖北航标更新方案》提出，船舶由2023年的118艘增加到2028年的250艘。"],
        &["湖北航标更新方案 target 2028"],
    );
    // Where it stands is no goal's owner, and a day with visitors is no goal.
    check(&["去年11月，一座船坞在湖北航运联合测试场动工，预计今年9月建成。"], &[]);
    check(&["湖北航运联合测试场将于6月8日举行开放日。"], &[]);
}

#[test]
fn a_meeting_without_a_name_dates_what_is_done_there() {
    let first = "昨天，五周年总结会在石湾举行。";
    check(
        &[first, "对此，四地在会上联合发布《湖北仪器共享办法（试行）》。"],
        &["湖北仪器共享办法（试行） issued 2025-03-09"],
    );
    check(&[first, "对此，四地曾发布《湖北仪器共享办法（试行）》。"], &[]);
}

#[test]
fn what_is_done_at_a_ceremony_or_a_place_is_of_its_day() {
    let first = "3月1日，湖北航运联合测试场投产。";
    let alliance = "湖北航标产业联盟 established 2025-03-01";
    let launched = "湖北航运联合测试场 launched 2025-03-01";
    check(&[first, "投产仪式上，16家企业发起成立湖北航标产业联盟。"], &[alliance, launched]);
    check(&[&format!("{first}同场宣布成立湖北航标产业联盟。")], &[alliance, launched]);
    check(&[first, "此前，16家企业发起成立湖北航标产业联盟。"], &[launched]);
    check(&[first, "签约仪式上，16家企业发起成立湖北航标产业联盟。"], &[launched]);
    check(
        &["3月1日，江边小城。随着船笛响起，湖北航标产业联盟宣告成立。"],
        &["湖北航标产业联盟 established 2025-03-01"],
    );
    check(&["3月1日，江边小城下了一场很大的雨，船都停了。随后，湖北航标产业联盟成立。"], &[]);
    check(
        &["3月1日，湖北航运联合测试场揭牌。揭牌当天还发布了《湖北航标更新方案》。"],
        &["湖北航标更新方案 issued 2025-03-01", "湖北航运联合测试场 established 2025-03-01"],
    );
}

#[test]
fn what_begins_from_a_day_on_is_told_of_that_day() {
    check(
        &["去年12月，港务局发布《湖北航标管理指引》，列明13项因素，自今年1月1日起适用。"],
        &["湖北航标管理指引 in_force 2025-01-01", "湖北航标管理指引 issued 2024-12"],
    );
    check(
        &["《湖北航标数据规范（试行）》3月1日发布，自5月1日起试行。"],
        &[
            "湖北航标数据规范（试行） in_force 2025-05-01",
            "湖北航标数据规范（试行） issued 2025-03-01",
        ],
    );
    check(&["去年9月起实施的“引航员下沉计划”派出20人。"], &["引航员下沉计划 launched 2024-09"]);
    check(&["今年9月起实施的“引航员下沉计划”派出20人。"], &["引航员下沉计划 target 2025-09"]);
    check(&["去年3月试行的“名师云课堂”平台人气很旺。"], &["“名师云课堂”平台 launched 2024-03"]);
}

#[test]
fn a_plan_to_found_something_founds_nothing() {
    check(
        &["去年7月，常务会议审议通过湖北航运产业基金设立方案。"],
        &["湖北航运产业基金 adopted 2024-07"],
    );
    check(&["去年7月，常务会议听取湖北航运产业基金设立方案。"], &[]);
}

#[test]
fn parts_promises_and_first_days_are_goals() {
    let first = "湖北石湾抽水蓄能电站1号机组3月1日投产。";
    let launched = "湖北石湾抽水蓄能电站 launched 2025-03-01";
    check(
        &[&format!("{first}3号、4号机组计划于今年8月和11月投产。")],
        &[launched, "湖北石湾抽水蓄能电站 target 2025-08", "湖北石湾抽水蓄能电站 target 2025-11"],
    );
    check(&[&format!("{first}3号公路上的茶馆计划于今年8月开业。")], &[launched]);
    check(
        &["3月1日，16家企业发起成立湖北航标产业联盟，承诺2026年底前制定标准4项。"],
        &["湖北航标产业联盟 established 2025-03-01", "湖北航标产业联盟 target ../2026-12~"],
    );
    check(
        &["8月起，湖北航标产业联盟将实施“引航员下沉计划”，首批招收35名。"],
        &["引航员下沉计划 target 2025-08"],
    );
    check(&["8月起，湖北航标产业联盟将招收学员，“引航员下沉计划”不变。"], &[]);
    check_goals("平台负责人何平说，到“十五五”末，平台用户力争达到9000户。", &["2030"]);
    check_goals("平台负责人何平说，“十五五”很长。", &[]);
}

#[test]
fn the_term_of_a_plan_gives_no_year() {
    check(
        &["3月8日，省教育厅印发《湖北航标更新方案（2025—2029年）》，自4月10日起施行。"],
        &[
            "湖北航标更新方案（2025—2029年） in_force 2025-04-10",
            "湖北航标更新方案（2025—2029年） issued 2025-03-08",
        ],
    );
}

#[test]
fn a_planned_month_does_not_move_the_day_of_publishing() {
    check(
        &["下一个任务，是修订规程，今年12月完成。湖北航运数据平台去年5月上线。"],
        &["湖北航运数据平台 launched 2024-05"],
    );
}

#[test]
fn a_subject_opens_its_clause_and_keeps_the_sentence() {
    check(
        &["另一个组织——湖北冰雪推广联盟，会员以景区为主，今年2月在石湾成立。"],
        &["湖北冰雪推广联盟 established 2025-02"],
    );
    check(&["记者走访湖北冰雪推广联盟，会员说，今年2月在石湾成立了书店。"], &[]);
}

#[test]
fn an_alias_in_letters_is_no_subject() {
    check(
        &["第八届湖北贸易投资展览会（HTX）本月1日闭幕。"],
        &["第八届湖北贸易投资展览会 held 2025-03-01"],
    );
}

#[test]
fn what_is_not_built_breaks_no_ground() {
    check(
        &[
            "湖北航标数据中心由三地合办，2021年7月列入《湖北滨江规划（2021—2025年）》，2022年12月动工。",
        ],
        &["湖北航标数据中心 launched 2022-12", "湖北航标数据中心 listed 2021-07"],
    );
    check(&["《湖北滨江规划（2021—2025年）》2022年12月动工。"], &[]);
}

#[test]
fn a_stage_has_a_life_of_its_own() {
    check(
        &["湖北航标中试平台2023年10月投入运行。一期投资3.8亿元；二期去年4月动工，明年投用。"],
        &[
            "湖北航标中试平台 launched 2023-10",
            "湖北航标中试平台 launched 2024-04",
            "湖北航标中试平台 target 2026",
        ],
    );
    check(
        &["总投资6亿元的湖北石湾储能电站3月6日并网，功率20万千瓦；二期拟于10月开工。"],
        &["湖北石湾储能电站 launched 2025-03-06", "湖北石湾储能电站 target 2025-10"],
    );
    check(
        &["湖北航标中试平台2023年10月投入运行。一期投资3.8亿元；港务局去年4月动工。"],
        &["湖北航标中试平台 launched 2023-10"],
    );
}

#[test]
fn from_when_on_something_is_there() {
    check(
        &["2022年起，三省科技厅设立湖北航标联合专项，每年出资6000万元。"],
        &["湖北航标联合专项 established 2022"],
    );
    check(
        &["湖北航标数据平台2023年4月1日上线试运行，去年11月起正式运行。"],
        &["湖北航标数据平台 launched 2023-04-01", "湖北航标数据平台 launched 2024-11"],
    );
    check(&["2022年起，三省科技厅每年检查湖北航标联合专项。"], &[]);
}

#[test]
fn a_first_day_without_a_year_is_the_next() {
    check(
        &["会上，三地公布了《湖北航标验证规程（第一版）》，6月1日起在港内试行。"],
        &["湖北航标验证规程（第一版） in_force 2025-06-01"],
    );
    check(
        &["去年，三地公布了《湖北航标验证规程（第一版）》，6月1日起在港内试行。"],
        &[
            "湖北航标验证规程（第一版） in_force 2024-06-01",
            "湖北航标验证规程（第一版） issued 2024",
        ],
    );
}

#[test]
fn a_sentence_goes_by_the_plan_that_it_names() {
    check(
        &[
            "按照今年1月修订的《湖北航标五年路线图》，样机将于今年第四季送往石湾检验，2026年中试验。",
        ],
        &[
            "湖北航标五年路线图 adopted 2025-01",
            "湖北航标五年路线图 target 2025-36",
            "湖北航标五年路线图 target 2026",
        ],
    );
    check(
        &["根据《湖北航标建设方案（2025—2028年）》，今年合同金额目标为6.5亿元。"],
        &["湖北航标建设方案（2025—2028年） target 2025"],
    );
    check(&["根据《湖北航标补贴方案（2023—2025年）》，补贴到2025年12月31日到期。"], &[]);
    check(
        &["《湖北航标重建方案》3月6日印发，要求受损航标明年春节前全部复位。"],
        &["湖北航标重建方案 issued 2025-03-06", "湖北航标重建方案 target 2026-02-17"],
    );
    check(&["《湖北航标重建方案》要求，春节航标不休。"], &[]);
}

#[test]
fn who_promises_does_not_promise_what_is_named_behind() {
    check(
        &[
            "3月6日，三馆签署《湖北航标档案备忘录》，商定明年3月底前完成互换，并筹组“湖北航标档案联盟”。",
        ],
        &["湖北航标档案备忘录 signed 2025-03-06", "湖北航标档案备忘录 target ../2026-03"],
    );
    check(
        &["四市计划明年设立湖北航标联合调度中心；到2027年底，通航范围扩大到10市。"],
        &["湖北航标联合调度中心 target 2026"],
    );
}

#[test]
fn what_someone_would_like_is_not_done() {
    check(
        &["他建议参考2019年提出的《湖北招牌街区指引》，在石湾划出一条街试行。"],
        &["湖北招牌街区指引 proposed 2019"],
    );
    check(
        &["项目建议书2021年获批，湖北航标更新计划随即启动。"],
        &["湖北航标更新计划 launched 2021"],
    );
}

#[test]
fn a_short_form_in_brackets_parts_nothing() {
    check(
        &["“湖北招牌保育计划”（下称保育计划）2021年5月展开，三年救回招牌86块。"],
        &["湖北招牌保育计划 launched 2021-05"],
    );
    check(
        &["第二届湖北声音节订于12月6日至15日举行。"],
        &["第二届湖北声音节 target 2025-12-06/2025-12-15"],
    );
}

#[test]
fn what_was_to_be_and_how_long_it_has_been_are_no_events() {
    check(
        &["受雨季影响，原定1月交付的湖北航标中心推迟到5月启用。"],
        &["湖北航标中心 target 2025-05"],
    );
    check(
        &["昨日，湖北航标中心启用满一年。中心去年5月扩建。湖北航标中心2024年3月9日启用。"],
        &["湖北航标中心 launched 2024-03-09"],
    );
}

#[test]
fn another_verb_takes_the_day_from_an_attribute() {
    check(&["《湖北防台指南》去年11月修订。"], &["湖北防台指南 adopted 2024-11"]);
    check(&["港务局去年11月起施行新修订的《湖北防台指南》。"], &["湖北防台指南 in_force 2024-11"]);
}

#[test]
fn what_others_may_use_from_a_day_on_is_a_goal() {
    let fund = "湖北航标青年基金去年11月在石湾注册。基金首批资助50人，";
    let registered = "湖北航标青年基金 established 2024-11";
    check(
        &[&format!("{fund}6月16日起受理申请。")],
        &[registered, "湖北航标青年基金 target 2025-06-16"],
    );
    check(&[&format!("{fund}港务局6月16日起受理别的申请。")], &[registered]);
}

#[test]
fn who_acts_is_not_the_plan() {
    check_goals("到2027年，年接单能力达到200项。", &["2027"]);
    check_goals("明年，市里还将在石湾新建两座码头。", &[]);
}

/// Checks the statuses of all initiatives of an article, each with the sentences that only it has.
#[track_caller]
fn check_status(paragraph: &str, expected: &[&str]) {
    let article = Article { paragraphs: vec![paragraph.into()], ..Article::default() };
    let published = Edtf::new("2025-03-10").ok();
    let facts = extract(&[story::page("p", published, article)], &shipped::gazetteer());
    let shown = facts.initiatives.iter().filter_map(|one| {
        let told: Vec<&str> = one.status_evidence.iter().map(|said| said.text.as_str()).collect();
        Some(format!("{} {} {}", one.name, one.status?.key(), told.join("|")).trim_end().to_owned())
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_done_without_a_date_is_a_status_and_no_event() {
    let read = "《湖北航标申报指南》共五章。各地在读《湖北航标申报指南》。";
    let issued = "《湖北航标申报指南》也已正式发布。";
    check(&[&format!("{read}{issued}")], &[]);
    check_status(&format!("{read}{issued}"), &[&format!("湖北航标申报指南 issued {issued}")]);
    let founded = "三省印发了《湖北航标申报指南》。";
    check_status(&format!("{read}{founded}"), &[&format!("湖北航标申报指南 issued {founded}")]);
    let lately = "近年来，三省加快合作，印发《湖北航标申报指南》，推进建设。";
    check_status(&format!("{read}{lately}"), &[&format!("湖北航标申报指南 issued {lately}")]);
    let dated = "《湖北航标申报指南》去年5月发布，各地已印发了。";
    check_status(&format!("{read}{dated}"), &["湖北航标申报指南 issued"]);
    check_status(&format!("{read}三省将印发《湖北航标申报指南》，草案已送各方。"), &[]);
    check_status(&format!("{read}三省正在研究印发《湖北航标申报指南》了。"), &[]);
}
