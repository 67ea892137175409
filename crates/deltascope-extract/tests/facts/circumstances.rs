//! What stands around an event: whether it happened, who says so, actors and places.

use deltascope_extract::extract;
use deltascope_model::EventStanding;

use super::{gazetteer, page};

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
fn who_is_taken_along_acts_too() {
    check_actors(
        "2024年7月，青川省联合白石、青川省交通厅共同发起青川绿色平台建设，青川绿色平台启动。",
        &["青川省", "白石", "青川省交通厅"],
    );
    check_actors("2024年7月，青川省联合白石企业启动青川绿色平台。", &["青川省"]);
}

#[test]
fn an_office_of_so_many_places_is_one_of_each() {
    check_actors(
        "2024年7月，白石和青川两市交通局共同启动青川绿色平台。",
        &["白石市交通局", "青川市交通局"],
    );
    check_actors(
        "2024年7月，青川省交通厅和白石、青川两地交通局共同启动青川绿色平台。",
        &["青川省交通厅", "白石市交通局", "青川省交通局"],
    );
}

#[test]
fn the_papers_own_place_acts() {
    check_actors("去年，我省牵头启动青川绿色平台。", &["青川"]);
    check_actors("去年，青川绿色平台在我省启动。", &[]);
    check_actors("去年，我省码头启动青川绿色平台。", &[]);
}

#[test]
fn clauses_that_begin_with_their_verb_share_a_subject() {
    let acts = |clause: &str| -> usize {
        let text = "去年7月，青川绿色平台上线。同时，青川省交通厅签署《青川航运合作协议》，";
        let facts =
            extract(&[page("p", Some("2025-03-10"), &[&[text, clause].concat()])], &gazetteer());
        facts.events.iter().filter(|event| event.actors == ["青川省交通厅"]).count()
    };
    assert_eq!(acts("启动建立青川航运基金。"), 2);
    assert_eq!(acts("青川航运基金正式成立。"), 1);
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
fn what_is_named_after_a_place_is_not_there() {
    let places = |text: &str| {
        let facts = extract(&[page("p", Some("2025-03-10"), &[text])], &gazetteer());
        facts.events.iter().flat_map(|event| event.places.clone()).collect::<Vec<_>>()
    };
    assert_eq!(places("2024年6月,白石合作组织元首峰会举行。"), Vec::<String>::new());
    assert_eq!(places("2024年6月,白石国际电影节举行。"), ["900100"]);
}
