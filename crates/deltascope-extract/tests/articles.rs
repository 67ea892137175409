//! What is found in whole articles, against what a careful reader lists of them: `articles/README.md`.

mod shipped;
mod story;

use std::fmt::{Display, Formatter};

use deltascope_extract::{Facts, Gazetteer, extract};
use deltascope_model::{Article, Edtf, TextRange, Title};
use deltascope_text::simplify;

/// An article with what a reader lists of it, in Simplified characters.
struct Told {
    /// None where the page has no date.
    published: Option<Edtf>,
    publisher: String,
    title: String,
    paragraphs: Vec<String>,
    listed: Listed,
    /// What is right where it is found, and nothing that is missed.
    also: Listed,
}

/// What a reader lists.
#[derive(Default)]
struct Listed {
    initiatives: Vec<String>,
    events: Vec<Event>,
    /// Indicators, each with its value.
    figures: Vec<(String, String)>,
}

impl Listed {
    /// Adds what a line gives behind its mark.
    fn add(&mut self, line: &str) {
        let mut parts = line.split(" | ").map(plain);
        if let (Some(name), Some(phase), Some(date)) = (parts.next(), parts.next(), parts.next()) {
            self.events.push(Event([name, phase, date]));
        } else if let Some((name, value)) = line.split_once(" = ") {
            let value = value.split(' ').next().unwrap_or_default();
            // Figures go by one name, whatever a text calls it.
            let name = plain(name).replace("地区生产总值", "GDP");
            self.figures.push((name, value.into()));
        } else {
            self.initiatives.push(plain(line));
        }
    }
}

/// Initiative, its phase, or several that are as right, and what its date begins with.
struct Event([String; 3]);

fn read(table: &str) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for line in table.lines().skip_while(|line| !line.starts_with("== ")) {
        if let Some((date, publisher)) =
            line.strip_prefix("== ").and_then(|head| head.split_once(" @"))
        {
            all.push(Told {
                published: (date != "none").then(|| Edtf::new(date).expect("a date is EDTF")),
                publisher: publisher.into(),
                title: String::new(),
                paragraphs: Vec::new(),
                listed: Listed::default(),
                also: Listed::default(),
            });
            continue;
        }
        let told = all.last_mut().expect("an article begins with its date");
        if let Some(also) = line.strip_prefix("? ") {
            told.also.add(also);
        } else if let Some(listed) = line.strip_prefix(['#', '!', '>']) {
            told.listed.add(listed.trim_start());
        } else if told.title.is_empty() {
            told.title = line.into();
        } else if !line.is_empty() {
            told.paragraphs.push(line.into());
        }
    }
    all
}

/// A name in Simplified characters, without marks.
fn plain(name: &str) -> String {
    let marks = ['《', '》', '“', '”', '「', '」'];
    simplify(name).text().replace(marks, "")
}

fn facts(told: &Told, gazetteer: &Gazetteer) -> Facts {
    let article = Article {
        title: Some(Title { text: told.title.clone(), range: TextRange::new(0, 0) }),
        publisher: Some(told.publisher.clone()),
        paragraphs: told.paragraphs.clone(),
        ..Article::default()
    };
    extract(&[story::page("p", told.published.clone(), article)], gazetteer)
}

/// How many are right, found and listed.
#[derive(Default)]
struct Score([usize; 3]);

impl Score {
    /// Counts what is found for what is listed, each once, but for what is right all the same.
    fn add<L, F>(&mut self, listed: &[L], also: &[L], found: &[F], same: impl Fn(&L, &F) -> bool) {
        let mut free: Vec<&F> = found.iter().collect();
        let mut right = 0;
        for one in listed {
            if let Some(at) = free.iter().position(|other| same(one, other)) {
                free.swap_remove(at);
                right += 1;
            }
        }
        free.retain(|other| !also.iter().any(|one| same(one, other)));
        self.0[0] += right;
        self.0[1] += right + free.len();
        self.0[2] += listed.len();
    }

    /// Fails where fewer than these are right of a hundred listed, or of a hundred found.
    #[track_caller]
    fn holds(&self, what: &str, recall: usize, precision: usize) {
        let [right, found, listed] = self.0;
        let shares = (right * 100 / listed.max(1), right * 100 / found.max(1));
        assert!(shares.0 >= recall && shares.1 >= precision, "{what}: {self}, {shares:?}");
    }
}

impl Display for Score {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let [right, found, listed] = self.0;
        write!(out, "{right} right of {found} found and {listed} listed")
    }
}

/// One name for one thing: the same, or a part of the other.
fn same_name(listed: &str, found: &str) -> bool {
    const LEAST: usize = 4;
    let long = listed.chars().count().min(found.chars().count()) >= LEAST;
    listed == found || long && (listed.contains(found) || found.contains(listed))
}

/// One date for one day, one being a part of the other: 2025-40 is 2025-01/2025-06.
fn same_date(listed: &str, found: &str) -> bool {
    let bounds = |text: &str| {
        let bounds = Edtf::new(text).ok()?.bounds();
        bounds.first.zip(bounds.last)
    };
    let within = || {
        let ((a, b), (c, d)) = bounds(listed).zip(bounds(found))?;
        Some(a <= c && d <= b || c <= a && b <= d)
    };
    listed == "?"
        || found.starts_with(listed)
        || listed.starts_with(found)
        || within().unwrap_or(false)
}

fn same_event(Event(one): &Event, Event(other): &Event) -> bool {
    let phase = one[1].split('/').any(|phase| phase == other[1]);
    phase && same_name(&one[0], &other[0]) && same_date(&one[2], &other[2])
}

/// One value, as a share or in a hundred, of what is called alike.
fn same_figure(listed: &(String, String), (name, value): &(String, String)) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    let near = |one: f64, other: f64| (one - other).abs() <= other.abs() * 1e-9;
    let ends = |text: &str| text.split('/').map(number).collect::<Option<Vec<_>>>();
    let value = ends(&listed.1).zip(ends(value)).is_some_and(|(one, other)| {
        let scaled = |by: f64| {
            one.len() == other.len()
                && one.iter().zip(&other).all(|(one, other)| near(*one * by, *other))
        };
        [0.01, 1.0, 100.0].into_iter().any(scaled)
    });
    let shared = listed.0.chars().filter(|c| name.contains(*c)).count();
    value && shared * 3 >= listed.0.chars().count().min(name.chars().count())
}

fn measure(table: &str) -> [Score; 3] {
    let gazetteer = shipped::gazetteer();
    let mut scores: [Score; 3] = Default::default();
    for told in read(table) {
        let facts = facts(&told, &gazetteer);
        let name = |id: &str| {
            let of = facts.initiatives.iter().find(|one| one.id == id);
            plain(&of.expect("an event has its initiative").name)
        };
        let names: Vec<String> = facts.initiatives.iter().map(|one| plain(&one.name)).collect();
        let events: Vec<Event> = facts
            .events
            .iter()
            .map(|event| {
                let date = event.date.edtf.as_str().trim_start_matches("../");
                Event([name(&event.initiative), event.phase.key().into(), date.into()])
            })
            .collect();
        let figures: Vec<(String, String)> =
            facts.figures.iter().map(|one| (plain(&one.indicator), one.value.clone())).collect();
        let (listed, also) = (&told.listed, &told.also);
        scores[0].add(&listed.initiatives, &also.initiatives, &names, |one, other| {
            same_name(one, other)
        });
        scores[1].add(&listed.events, &also.events, &events, same_event);
        scores[2].add(&listed.figures, &also.figures, &figures, same_figure);
    }
    scores
}

/// Prints the scores and holds them to recall and precision.
#[expect(clippy::print_stdout, reason = "tells what the documents state")]
fn check(table: &str, floors: [(usize, usize); 3]) {
    let scores = measure(table);
    for ((what, score), (recall, precision)) in
        ["initiatives", "events", "figures"].into_iter().zip(&scores).zip(floors)
    {
        println!("{what}: {score}");
        score.holds(what, recall, precision);
    }
}

#[test]
fn articles_about_the_delta() {
    check(include_str!("articles/delta.txt"), [(81, 91), (71, 92), (58, 96)]);
}

#[test]
fn articles_about_other_regions() {
    check(include_str!("articles/regions.txt"), [(75, 87), (67, 91), (58, 93)]);
}

#[test]
fn articles_of_the_second_set() {
    check(include_str!("articles/second.txt"), [(82, 99), (57, 83), (62, 96)]);
}

#[test]
fn held_articles_of_the_second_set() {
    check(include_str!("articles/second-held.txt"), [(80, 96), (61, 99), (55, 88)]);
}

#[test]
fn articles_of_the_third_set() {
    check(include_str!("articles/third.txt"), [(90, 99), (71, 90), (64, 90)]);
}

#[test]
fn held_articles_of_the_third_set() {
    check(include_str!("articles/third-held.txt"), [(85, 99), (46, 86), (62, 91)]);
}

#[test]
fn articles_of_the_fourth_set() {
    check(include_str!("articles/fourth.txt"), [(91, 97), (56, 78), (65, 90)]);
}

#[test]
fn held_articles_of_the_fourth_set() {
    check(include_str!("articles/fourth-held.txt"), [(90, 99), (64, 91), (74, 91)]);
}

#[test]
fn articles_of_the_fifth_set() {
    check(include_str!("articles/fifth.txt"), [(92, 99), (80, 97), (70, 90)]);
}

#[test]
fn held_articles_of_the_fifth_set() {
    check(include_str!("articles/fifth-held.txt"), [(73, 96), (55, 89), (71, 90)]);
}

#[test]
fn short_items_of_the_sixth_set() {
    check(include_str!("articles/briefs.txt"), [(64, 96), (50, 95), (68, 94)]);
}

#[test]
fn held_short_items_of_the_sixth_set() {
    check(include_str!("articles/briefs-held.txt"), [(59, 96), (34, 81), (65, 92)]);
}

#[test]
fn articles_about_other_subjects() {
    check(include_str!("articles/others.txt"), [(68, 94), (34, 73), (52, 95)]);
}
