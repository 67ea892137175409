//! Initiatives and events of our own articles, against what a careful analyst lists:
//! `names/README.md`.

mod shipped;
mod story;

use deltascope_extract::{Facts, extract};
use deltascope_model::{Article, CleanedPage, Edtf, Figure, Initiative};

/// What stands for the kind of an owner of figures that is a place.
const PLACE: &str = "place";

/// An article with what an analyst lists of it.
struct Marked {
    published: Edtf,
    publisher: String,
    paragraphs: Vec<String>,
    listed: Vec<Listed>,
    /// Names that may be found or not.
    allowed: Vec<String>,
}

struct Listed {
    kind: String,
    name: String,
    events: Vec<ListedEvent>,
    /// Value and unit.
    figures: Vec<String>,
}

struct ListedEvent {
    /// Phase, date and standing.
    said: [String; 3],
    places: Vec<String>,
    actors: Vec<String>,
}

fn read(table: &str) -> Vec<Marked> {
    let mut articles: Vec<Marked> = Vec::new();
    let words = |part: &str| part.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some((date, publisher)) = line.strip_prefix("= ").and_then(|one| one.split_once(' '))
        {
            articles.push(Marked {
                published: Edtf::new(date).expect("a date is EDTF"),
                publisher: publisher.into(),
                paragraphs: Vec::new(),
                listed: Vec::new(),
                allowed: Vec::new(),
            });
            continue;
        }
        let article = articles.last_mut().expect("an article begins with its date");
        if let Some((kind, name)) = line.strip_prefix("> ").and_then(|one| one.split_once(' ')) {
            let (kind, name) = (kind.into(), plain(name));
            article.listed.push(Listed { kind, name, events: Vec::new(), figures: Vec::new() });
        } else if let Some(name) = line.strip_prefix("~ ") {
            article.allowed.push(plain(name));
        } else if let Some(figure) = line.strip_prefix("  = ") {
            let listed = article.listed.last_mut().expect("a figure has its initiative");
            listed.figures.push(figure.into());
        } else if let Some(event) = line.strip_prefix("  ") {
            let parts: Vec<_> = event.split('|').map(words).collect();
            let [said, places, actors] = &parts[..] else { panic!("no event: {line}") };
            let event = ListedEvent {
                said: said.clone().try_into().expect("phase, date and standing"),
                places: places.clone(),
                actors: actors.clone(),
            };
            article.listed.last_mut().expect("an event has its initiative").events.push(event);
        } else {
            article.paragraphs.push(line.into());
        }
    }
    articles
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).map(|c| if c == '－' { '-' } else { c }).collect()
}

fn page(marked: &Marked) -> CleanedPage {
    let article = Article {
        publisher: Some(marked.publisher.clone()),
        paragraphs: marked.paragraphs.clone(),
        ..Article::default()
    };
    story::page("p", Some(marked.published.clone()), article)
}

/// How much of one kind of fact is right.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    listed: usize,
}

impl Score {
    fn recall(&self) -> usize {
        self.right * 100 / self.listed.max(1)
    }

    fn precision(&self) -> usize {
        self.right * 100 / self.found.max(1)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { right, found, listed } = self;
        write!(out, "{right} right of {found} found and {listed} listed")
    }
}

/// The scores of a table.
#[derive(Default)]
struct Scores {
    initiatives: Score,
    events: Score,
    /// Of the events that are right.
    places: Score,
    actors: Score,
    figures: Score,
    /// What is missing, with `-`, and what is wrong, with `+`.
    faults: Vec<String>,
}

fn measure(table: &str) -> Scores {
    let gazetteer = shipped::gazetteer();
    let mut scores = Scores::default();
    for marked in read(table) {
        let facts = extract(&[page(&marked)], &gazetteer);
        scores.add(&marked, &facts);
    }
    scores
}

impl Scores {
    fn add(&mut self, marked: &Marked, facts: &Facts) {
        let allowed = |name: &str| marked.allowed.iter().any(|one| one == name);
        self.figures(marked, facts);
        for one in marked.listed.iter().filter(|one| one.kind != PLACE) {
            self.initiatives.listed += 1;
            self.events.listed += one.events.len();
            let found = facts.initiatives.iter().find(|found| {
                std::iter::once(&found.name)
                    .chain(&found.aliases)
                    .any(|name| plain(name) == one.name)
            });
            let Some(found) = found.filter(|found| found.kind.key() == one.kind) else {
                let kind = found.map_or("", |found| found.kind.key());
                self.faults.push(format!("- {} {} {kind}", one.kind, one.name));
                continue;
            };
            self.initiatives.right += 1;
            for event in &one.events {
                let [phase, date, standing] = &event.said;
                let right = facts.events.iter().find(|other| {
                    other.initiative == found.id
                        && other.phase.key() == phase
                        && other.date.edtf.as_str() == date
                        && other.standing.key() == standing
                });
                let Some(right) = right else {
                    self.faults.push(format!("-   {} {phase} {date} {standing}", one.name));
                    continue;
                };
                self.events.right += 1;
                let names: Vec<String> = right
                    .places
                    .iter()
                    .filter_map(|id| facts.places.iter().find(|place| place.id == *id))
                    .map(|place| place.name.clone())
                    .collect();
                let about = format!("{} {phase}", one.name);
                compare(&mut self.places, &event.places, &names, &about, &mut self.faults);
                compare(&mut self.actors, &event.actors, &right.actors, &about, &mut self.faults);
            }
        }
        for found in &facts.initiatives {
            let name = plain(&found.name);
            if allowed(&name) {
                continue;
            }
            self.initiatives.found += 1;
            let one = marked.listed.iter().find(|one| {
                one.name == name || found.aliases.iter().any(|alias| plain(alias) == one.name)
            });
            if one.is_none() {
                self.faults.push(format!("+ {} {}", found.kind.key(), found.name));
            }
            for event in facts.events.iter().filter(|event| event.initiative == found.id) {
                self.events.found += 1;
                let said = [event.phase.key(), event.date.edtf.as_str(), event.standing.key()];
                if !one.is_some_and(|one| one.events.iter().any(|other| other.said == said)) {
                    self.faults.push(format!("+   {} {}", found.name, said.join(" ")));
                }
            }
        }
    }
}

impl Scores {
    /// Counts the figures by owner, value and unit.
    fn figures(&mut self, marked: &Marked, facts: &Facts) {
        let names = |figure: &Figure| match &figure.initiative {
            None => vec![PLACE.to_owned()],
            Some(id) => {
                let owner = facts.initiatives.iter().find(|one| one.id == *id);
                let names = |one: &Initiative| {
                    std::iter::once(&one.name).chain(&one.aliases).map(|name| plain(name)).collect()
                };
                owner.map_or_else(Vec::new, names)
            }
        };
        let found: Vec<_> = facts
            .figures
            .iter()
            .map(|one| (names(one), format!("{} {}", one.value, one.unit), one))
            .filter(|(names, ..)| !names.iter().any(|name| marked.allowed.contains(name)))
            .filter(|(_, value, one)| !lacks_its_owner(marked, one, value))
            .collect();
        self.figures.found += found.len();
        let mut right = vec![false; found.len()];
        for one in &marked.listed {
            let owner = if one.kind == PLACE { PLACE } else { &one.name };
            for figure in &one.figures {
                self.figures.listed += 1;
                let same = found.iter().enumerate().find(|(nth, (names, value, _))| {
                    !right[*nth] && value == figure && names.iter().any(|name| name == owner)
                });
                match same {
                    Some((nth, _)) => {
                        right[nth] = true;
                        self.figures.right += 1;
                    }
                    None => self.faults.push(format!("-   {} = {figure}", one.name)),
                }
            }
        }
        for ((names, value, figure), _) in found.iter().zip(right).filter(|(_, right)| !right) {
            let owner = names.first().map_or("", String::as_str);
            self.faults.push(format!("+   {owner} {} = {value}", figure.indicator));
        }
    }
}

/// Whether a figure that is told of nobody is listed of somebody: it is neither found nor added.
fn lacks_its_owner(marked: &Marked, figure: &Figure, value: &String) -> bool {
    let nobody = figure.initiative.is_none() && figure.scope.is_none();
    nobody && marked.listed.iter().any(|one| one.kind != PLACE && one.figures.contains(value))
}

/// Counts what of a list was found, where the list asks for anything.
fn compare(
    score: &mut Score,
    listed: &[String],
    found: &[String],
    about: &str,
    faults: &mut Vec<String>,
) {
    if listed.is_empty() {
        return;
    }
    let right = listed.iter().filter(|one| found.contains(one)).count();
    score.right += right;
    score.listed += listed.len();
    score.found += found.len();
    if right != listed.len() || found.len() != listed.len() {
        faults.push(format!("±   {about}: {} for {}", found.join(" "), listed.join(" ")));
    }
}

/// Recall and precision may rise and never fall.
#[track_caller]
fn check(what: &str, score: &Score, recall: usize, precision: usize) {
    assert!(
        score.recall() >= recall && score.precision() >= precision,
        "{what}: {score}, recall {} precision {}",
        score.recall(),
        score.precision()
    );
}

#[test]
fn seen_articles_keep_their_score() {
    let scores = measure(include_str!("names/seen.txt"));
    let faults = scores.faults.join("\n");
    println!(
        "initiatives {}\nevents {}\nplaces {}\nactors {}\n{faults}",
        scores.initiatives, scores.events, scores.places, scores.actors
    );
    check("initiatives", &scores.initiatives, 97, 98);
    check("events", &scores.events, 98, 99);
    check("places", &scores.places, 100, 100);
    check("actors", &scores.actors, 100, 100);
}

#[test]
fn held_articles_keep_their_score() {
    let scores = measure(include_str!("names/held.txt"));
    println!(
        "initiatives {}\nevents {}\nplaces {}\nactors {}",
        scores.initiatives, scores.events, scores.places, scores.actors
    );
    check("initiatives", &scores.initiatives, 97, 100);
    check("events", &scores.events, 98, 100);
    check("places", &scores.places, 100, 100);
    check("actors", &scores.actors, 100, 100);
}

#[test]
fn seen_shapes_of_sentences_keep_their_score() {
    let scores = measure(include_str!("names/shapes-seen.txt"));
    let faults = scores.faults.join("\n");
    println!("initiatives {}\nevents {}\n{faults}", scores.initiatives, scores.events);
    check("initiatives", &scores.initiatives, 98, 100);
    check("events", &scores.events, 98, 100);
}

#[test]
fn held_shapes_of_sentences_keep_their_score() {
    let scores = measure(include_str!("names/shapes-held.txt"));
    println!("initiatives {}\nevents {}", scores.initiatives, scores.events);
    check("initiatives", &scores.initiatives, 92, 100);
    check("events", &scores.events, 92, 97);
}

#[test]
fn cooperation_elsewhere_keeps_its_score() {
    let tables = [
        ("first", include_str!("cooperation/first.txt"), [68, 97], [85, 91]),
        ("second", include_str!("cooperation/second.txt"), [66, 90], [65, 78]),
        ("third", include_str!("cooperation/third.txt"), [100, 100], [100, 100]),
    ];
    for (name, table, least_events, least_figures) in tables {
        let Scores { initiatives, events, figures, faults, .. } = measure(table);
        let faults = faults.join("\n");
        println!("{name}\ninitiatives {initiatives}\nevents {events}\nfigures {figures}\n{faults}");
        check("events", &events, least_events[0], least_events[1]);
        check("figures", &figures, least_figures[0], least_figures[1]);
    }
}
