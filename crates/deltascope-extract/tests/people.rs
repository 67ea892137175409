//! People and their offices in sentences of our own: `people/README.md`.

mod story;

use deltascope_extract::{Gazetteer, extract};
use deltascope_model::{Article, CleanedPage, Person};

/// A story of one line, and the people that it tells of, as the table writes them.
struct Marked {
    text: String,
    listed: Vec<String>,
}

fn read(table: &str) -> Vec<Marked> {
    let mut all: Vec<Marked> = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(person) = line.strip_prefix("> ") {
            let story = all.last_mut().expect("a person stands below a story");
            story.listed.push(person.trim().into());
        } else {
            all.push(Marked { text: line.into(), listed: Vec::new() });
        }
    }
    all
}

fn page(id: &str, text: &str) -> CleanedPage {
    story::page(id, None, Article { paragraphs: vec![text.into()], ..Article::default() })
}

fn people(stories: &[&str]) -> Vec<Person> {
    let pages: Vec<CleanedPage> =
        stories.iter().enumerate().map(|(nth, text)| page(&format!("p{nth}"), text)).collect();
    extract(&pages, &Gazetteer::parse(&[]).expect("nothing is sound")).people
}

/// A person as the tables write it.
fn written(person: &Person) -> String {
    let offices = person.offices.iter().map(|office| {
        let of = office.organisation.iter().map(|name| format!(" @ {name}"));
        office.name.clone() + &of.collect::<String>()
    });
    let offices = offices.collect::<Vec<_>>().join(" ; ");
    format!("{} | {offices}", person.name).trim().into()
}

/// How many people are right, found and listed; what is wrong is printed if that is asked for.
#[expect(clippy::print_stderr, reason = "tells what is wrong where the test fails")]
fn score(table: &str, told: bool) -> [usize; 3] {
    let mut score = [0; 3];
    for Marked { text, listed } in read(table) {
        let found: Vec<String> = people(&[&text]).iter().map(written).collect();
        let right = listed.iter().filter(|one| found.contains(one)).count();
        if told && (right, right) != (found.len(), listed.len()) {
            eprintln!("{text}\n  listed {listed:?}\n  found  {found:?}");
        }
        score[0] += right;
        score[1] += found.len();
        score[2] += listed.len();
    }
    score
}

#[test]
fn every_seen_sentence_is_right() {
    for table in [include_str!("people/seen.txt"), include_str!("people/speakers-seen.txt")] {
        let [right, found, listed] = score(table, true);
        assert_eq!((right, right), (found, listed));
    }
}

#[test]
fn held_sentences_keep_their_score() {
    check_held(include_str!("people/held.txt"), 38, 38);
    check_held(include_str!("people/speakers-held.txt"), 31, 39);
}

/// Holds that no fewer are right, and no more wrong.
#[track_caller]
fn check_held(table: &str, once: usize, once_found: usize) {
    let [right, found, listed] = score(table, false);
    assert!(
        right >= once && found - right <= once_found - once,
        "{right} right of {found} found and {listed} listed, once {once} of {once_found}"
    );
}

#[track_caller]
fn check_joined(stories: &[&str], expected: &[&str]) {
    let people = people(stories);
    let people: Vec<String> =
        people.iter().map(|one| [&one.id, " = ", &written(one)].concat()).collect();
    assert_eq!(people, expected);
}

#[test]
fn a_name_with_an_office_that_agrees_is_one_person() {
    check_joined(
        &["青川省科技厅厅长何平介绍了方案。", "会后,青川省科技厅厅长何平表示,明年再看。"],
        &["h-何平 = 何平 | 青川省科技厅厅长 @ 青川省科技厅"],
    );
    check_joined(
        &["据科技厅厅长何平介绍,方案已定。", "时任青川省科技厅厅长何平出席。", "何平说,还要等。"],
        &[
            "h-何平 = 何平 | 科技厅厅长 @ 科技厅 ; 时任青川省科技厅厅长 @ 青川省科技厅",
            "h-何平.2 = 何平 |",
        ],
    );
}

#[test]
fn namesakes_stay_apart() {
    check_joined(
        &["青川省科技厅厅长何平表示,方案已定。", "白石大学教授何平认为,药价还会跌。"],
        &[
            "h-何平 = 何平 | 青川省科技厅厅长 @ 青川省科技厅",
            "h-何平.2 = 何平 | 白石大学教授 @ 白石大学",
        ],
    );
    // Whose 教授 is not said, and two may be meant.
    check_joined(
        &["白石大学教授何平表示同意。", "临河大学教授何平表示反对。", "教授何平说,不好说。"],
        &[
            "h-何平 = 何平 | 白石大学教授 @ 白石大学",
            "h-何平.2 = 何平 | 临河大学教授 @ 临河大学",
            "h-何平.3 = 何平 | 教授",
        ],
    );
}

#[test]
fn a_name_is_known_again_in_its_article() {
    let people = people(&["白石市市长何平出席。市民问何平何时通车,何平说,明年。"]);
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].evidence.len(), 2);
    assert_eq!(people[0].offices[0].evidence[0].text, "白石市市长何平");
}

#[test]
fn a_sure_name_decides_where_nothing_else_tells() {
    let town = "= 袁柯 | 临河县县长";
    for text in [
        "临河县县长袁柯表示,堤坝月底完工。县长袁柯热烈鼓掌。",
        "临河县县长袁柯热烈鼓掌。散会后,袁柯说,堤坝月底完工。",
        "临河县县长袁柯出席。工人们到齐了,袁柯逐个握手。",
    ] {
        let people = people(&[text]);
        assert_eq!(people.len(), 1, "{text}");
        assert_eq!(people[0].evidence.len(), 2, "{text}");
        assert!(written(&people[0]).starts_with(&town["= ".len()..]), "{text}");
    }
    // 何平安 is what names are made of; that he is 何平 the article says.
    check_joined(
        &["总工程师何平表示,吊索要换。总工程师何平安排了人手。"],
        &["h-何平 = 何平 | 总工程师"],
    );
    // What a body's name begins with is no one.
    let people = people(&["队长金山表示,明天收割。到了秋天,金山区里稻子都黄了。"]);
    assert_eq!(people[0].evidence.len(), 1);
}

#[test]
fn who_only_speaks_is_no_firm() {
    check_joined(&["康明表示,订单满了。康明公司去年成立。"], &[]);
}

#[test]
fn who_acts_is_an_actor_and_who_tells_is_none() {
    let text = "2024年5月6日,白石市市长何平为青川桥梁检测联盟揭牌。";
    let told = "白石市市长何平介绍,青川桥梁检测联盟2024年5月6日成立。";
    for (text, expected) in [(text, &["何平"][..]), (told, &[])] {
        let facts = extract(&[page("p", text)], &Gazetteer::parse(&[]).expect("nothing is sound"));
        let actors: Vec<_> = facts.events.iter().flat_map(|event| &event.actors).collect();
        assert_eq!(actors, expected, "{text}");
    }
}
