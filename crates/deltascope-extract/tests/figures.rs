//! Quantities, figures and relations of our own articles, against what an analyst lists:
//! `figures/README.md`. With `-- --nocapture` the scores are printed, and what is wrong in `seen.txt`.

#![allow(clippy::print_stdout, reason = "a test that reports scores")]

mod shipped;
mod story;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use deltascope_extract::{Facts, extract, quantities};
use deltascope_model::{Article, CleanedPage, Edtf, Figure, Standing, TextRange};

/// Right, found and marked.
#[derive(Clone, Copy, Default, Debug)]
struct Score([usize; 3]);

impl Score {
    fn add(&mut self, right: usize, found: usize, marked: usize) {
        for (sum, count) in self.0.iter_mut().zip([right, found, marked]) {
            *sum += count;
        }
    }

    fn join(&mut self, other: Self) {
        let Self([right, found, marked]) = other;
        self.add(right, found, marked);
    }

    /// Precision and recall in hundredths, rounded down.
    fn shares(self) -> [usize; 2] {
        let [right, found, marked] = self.0;
        [right * 100 / found.max(1), right * 100 / marked.max(1)]
    }

    #[track_caller]
    fn holds(self, what: &str, floor: [usize; 2]) {
        let shares = self.shares();
        assert!(
            shares[0] >= floor[0] && shares[1] >= floor[1],
            "{what}: precision and recall {shares:?} fell below {floor:?}: {self:?}"
        );
    }
}

/// A figure as marked; names have alternatives.
struct Marked {
    indicators: Vec<String>,
    measure: String,
    as_of: String,
    initiatives: Vec<String>,
    scopes: Vec<String>,
    standing: Standing,
}

#[derive(Default)]
struct Told {
    /// `none` where the page has none.
    date: String,
    publisher: String,
    paragraphs: Vec<String>,
    quantities: Vec<Vec<(TextRange, String)>>,
    figures: Vec<Marked>,
}

#[derive(Default)]
struct Table {
    articles: Vec<Told>,
    relations: Vec<String>,
}

fn read(table: &str) -> Table {
    let mut all = Table::default();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix("== ") {
            let (date, publisher) = head.split_once(" @").unwrap_or((head, ""));
            let [date, publisher] = [date, publisher].map(str::to_owned);
            all.articles.push(Told { date, publisher, ..Told::default() });
        } else if let Some(relation) = line.strip_prefix("~ ") {
            all.relations.push(relation.to_owned());
        } else {
            let told = all.articles.last_mut().expect("a date stands before the first sentence");
            if let Some(figure) = line.strip_prefix("> ") {
                told.figures.push(marked(figure));
            } else {
                let (text, quantities) = paragraph(line);
                told.paragraphs.push(text);
                told.quantities.push(quantities);
            }
        }
    }
    all
}

fn paragraph(line: &str) -> (String, Vec<(TextRange, String)>) {
    let (mut text, mut quantities) = (String::new(), Vec::new());
    for (number, piece) in line.split('{').enumerate() {
        let mut rest = piece;
        if number > 0 {
            let (quantity, behind) = piece.split_once('}').expect("a brace closes");
            let (words, measure) = quantity.split_once('|').expect("a quantity has a value");
            let range = TextRange::of(text.len(), text.len() + words.len());
            let exact = if measure.split(' ').count() == 2 { " exact" } else { "" };
            quantities.push((range, format!("{measure}{exact}")));
            text.push_str(words);
            rest = behind;
        }
        text.push_str(rest);
    }
    (text, quantities)
}

fn marked(line: &str) -> Marked {
    let names = |names: &str| names.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (indicators, rest) = line.split_once(" = ").expect("a figure has a value");
    let (measure, rest) = rest.split_once(" @").expect("a figure has a date");
    let mut words = rest.split(' ');
    let mut figure = Marked {
        indicators: names(indicators),
        measure: measure.to_owned(),
        as_of: words.next().unwrap_or_default().to_owned(),
        initiatives: Vec::new(),
        scopes: Vec::new(),
        standing: Standing::Reported,
    };
    for word in words {
        match word.split_at(1) {
            ("#", initiatives) => figure.initiatives = names(initiatives),
            ("%", scopes) => figure.scopes = names(scopes),
            ("!", "target") => figure.standing = Standing::Target,
            _ => panic!("{line}: {word}"),
        }
    }
    figure
}

fn measure(value: &str, unit: &str, qualifier: &str) -> String {
    format!("{value} {} {qualifier}", if unit.is_empty() { "_" } else { unit })
}

fn page(nth: usize, told: &Told) -> CleanedPage {
    let published = (told.date != "none").then(|| Edtf::new(&told.date).expect("a date is EDTF"));
    let article = Article {
        publisher: Some(told.publisher.clone()).filter(|name| !name.is_empty()),
        paragraphs: told.paragraphs.clone(),
        ..Article::default()
    };
    story::page(&format!("p{nth:02}"), published, article)
}

fn facts(table: &Table) -> Facts {
    let gazetteer = shipped::gazetteer();
    let pages: Vec<_> =
        table.articles.iter().enumerate().map(|(nth, told)| page(nth, told)).collect();
    extract(&pages, &gazetteer)
}

/// The scores of quantities, figures right, figures listed and relations, and what is wrong.
fn scores(table: &str) -> ([Score; 4], String) {
    let table = read(table);
    let facts = facts(&table);
    let mut scores = [Score::default(); 4];
    let mut wrong = String::new();
    let names: BTreeMap<&str, &str> =
        facts.initiatives.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
    for (nth, told) in table.articles.iter().enumerate() {
        for (text, marked) in told.paragraphs.iter().zip(&told.quantities) {
            let found: Vec<_> = quantities(text)
                .into_iter()
                .map(|one| (one.range, measure(&one.value, &one.unit, one.qualifier)))
                .collect();
            let right = found.iter().filter(|one| marked.contains(one)).count();
            scores[0].add(right, found.len(), marked.len());
            let parted = |these: &[(TextRange, String)], those: &[(TextRange, String)]| {
                let rest = these.iter().filter(|one| !those.contains(one));
                rest.map(|(range, one)| format!("{}={one}", range.slice(text).unwrap_or_default()))
                    .collect::<Vec<_>>()
            };
            if found != *marked {
                let (missed, added) = (parted(marked, &found), parted(&found, marked));
                let _ = writeln!(wrong, "{text}\n    missed {missed:?} added {added:?}");
            }
        }
        let article = format!("p{nth:02}.1");
        let found: Vec<&Figure> = facts
            .figures
            .iter()
            .filter(|one| one.evidence.iter().any(|evidence| evidence.article == article))
            .filter(|one| !lacks_its_owner(&told.figures, one))
            .collect();
        let name = |figure: &Figure| {
            figure.initiative.as_ref().map(|id| names.get(id.as_str()).copied().unwrap_or_default())
        };
        let one_of = |names: &[String], name: Option<&str>| match name {
            Some(name) => names.iter().any(|one| one == name),
            None => names.is_empty(),
        };
        let listed = |marked: &Marked, figure: &Figure| {
            let same = measure(&figure.value, &figure.unit, &figure.qualifier);
            same.rsplit_once(' ').map(|pair| pair.0)
                == marked.measure.rsplit_once(' ').map(|pair| pair.0)
                && one_of(&marked.initiatives, name(figure))
        };
        let right = |marked: &Marked, figure: &Figure| {
            listed(marked, figure)
                && measure(&figure.value, &figure.unit, &figure.qualifier) == marked.measure
                && one_of(&marked.indicators, Some(&figure.indicator))
                && one_of(&marked.scopes, figure.scope.as_deref())
                && figure.as_of.as_ref().map_or("", Edtf::as_str) == marked.as_of
                && figure.standing == marked.standing
        };
        // Where an article has more figures of one value than are marked, the others are too many.
        let count = |same: &dyn Fn(&Marked, &Figure) -> bool| {
            let matched = |marked| found.iter().any(|figure| same(marked, figure));
            told.figures.iter().filter(|marked| matched(marked)).count()
        };
        scores[1].add(count(&right), found.len(), told.figures.len());
        scores[2].add(count(&listed), found.len(), told.figures.len());
        for marked in told.figures.iter().filter(|one| !found.iter().any(|two| right(one, two))) {
            let _ = writeln!(
                wrong,
                "{article} missed {} = {} @{} {:?} {:?} {:?}",
                marked.indicators.join("/"),
                marked.measure,
                marked.as_of,
                marked.initiatives,
                marked.scopes,
                marked.standing
            );
        }
        for figure in found.iter().filter(|two| !told.figures.iter().any(|one| right(one, two))) {
            let _ = writeln!(
                wrong,
                "{article} added  {} = {} @{} {:?} {:?} {:?}",
                figure.indicator,
                measure(&figure.value, &figure.unit, &figure.qualifier),
                figure.as_of.as_ref().map_or("", Edtf::as_str),
                name(figure),
                figure.scope,
                figure.standing
            );
        }
    }
    scores[3] = relations(&table, &facts, &mut wrong);
    (scores, wrong)
}

/// Whether a figure that is told of nobody is marked of somebody: it is neither found nor added.
fn lacks_its_owner(marked: &[Marked], figure: &Figure) -> bool {
    let nobody = figure.initiative.is_none() && figure.scope.is_none();
    let same = measure(&figure.value, &figure.unit, &figure.qualifier);
    let owned = |one: &&Marked| !one.initiatives.is_empty() || !one.scopes.is_empty();
    nobody && marked.iter().filter(owned).any(|one| one.measure == same)
}

/// The score of the relations; what is wrong is told.
fn relations(table: &Table, facts: &Facts, wrong: &mut String) -> Score {
    let figures = facts.figures.iter().map(|one| (one.id.as_str(), one.value.as_str()));
    let events = facts.events.iter().map(|one| (one.id.as_str(), one.date.edtf.as_str()));
    let values: BTreeMap<&str, &str> = figures.chain(events).collect();
    let found: Vec<String> = facts
        .relations
        .iter()
        .map(|one| {
            let values: Vec<&str> =
                one.members.iter().filter_map(|id| values.get(id.as_str()).copied()).collect();
            in_order(&format!("{} {}", one.kind, values.join(" ")))
        })
        .collect();
    let marked: Vec<String> = table.relations.iter().map(|one| in_order(one)).collect();
    let right = marked.iter().filter(|marked| found.contains(marked)).count();
    let mut score = Score::default();
    score.add(right, found.len(), marked.len());
    for marked in marked.iter().filter(|one| !found.contains(one)) {
        let _ = writeln!(wrong, "missed relation {marked}");
    }
    for found in found.iter().filter(|one| !marked.contains(one)) {
        let _ = writeln!(wrong, "added relation {found}");
    }
    score
}

/// A relation with its values in one order, where they have none: who agrees or differs.
fn in_order(relation: &str) -> String {
    let mut words: Vec<&str> = relation.split(' ').collect();
    if !matches!(words[0], "evolve" | "scope") {
        words[1..].sort_unstable();
    }
    words.join(" ")
}

/// Precision and recall in hundredths of each score; they rise with the rules and never fall.
#[track_caller]
fn check(table: &str, floors: [[usize; 2]; 4], show: bool) {
    let (scores, wrong) = scores(table);
    let names = ["quantities", "figures right", "figures listed", "relations"];
    let mut report = String::new();
    for (name, score) in names.iter().zip(scores) {
        let _ = writeln!(report, "{name}: {:?} of right, found, marked {score:?}", score.shares());
    }
    println!("{report}");
    if show {
        println!("{wrong}");
    }
    for ((name, score), floor) in names.iter().zip(scores).zip(floors) {
        score.holds(name, floor);
    }
}

#[test]
fn seen_articles_keep_their_scores() {
    check(include_str!("figures/seen.txt"), [[100, 100], [90, 83], [96, 89], [100, 80]], true);
}

#[test]
fn more_seen_articles_keep_their_scores() {
    check(include_str!("figures/seen-more.txt"), [[100, 100], [69, 75], [79, 85], [87, 77]], true);
}

#[test]
fn dated_figures_keep_their_scores() {
    check(include_str!("figures/dated.txt"), [[100, 100], [100, 100], [100, 100], [0, 0]], true);
}

#[test]
fn numbers_of_nothing_and_of_places_keep_their_scores() {
    check(include_str!("figures/apart.txt"), [[100, 100], [100, 100], [100, 100], [0, 0]], true);
}

#[test]
fn what_turns_a_name_keeps_its_scores() {
    check(include_str!("figures/turned.txt"), [[100, 100], [100, 100], [100, 100], [0, 0]], true);
}

#[test]
fn figures_told_in_passing_keep_their_scores() {
    check(include_str!("figures/passing.txt"), [[100, 100], [100, 100], [100, 100], [0, 0]], true);
}

/// The relations of each group of articles, on their own.
#[track_caller]
fn check_groups(name: &str, groups: &str, floor: [usize; 2], show: bool) {
    let mut score = Score::default();
    for group in groups.split("\n=== ").skip(1) {
        let (title, articles) = group.split_once('\n').expect("a group has a name");
        let (table, mut wrong) = (read(articles), String::new());
        score.join(relations(&table, &facts(&table), &mut wrong));
        if show && !wrong.is_empty() {
            println!("{title}\n{wrong}");
        }
    }
    println!("relations of {name}: {:?} of {score:?}", score.shares());
    score.holds(name, floor);
}

#[test]
fn seen_groups_keep_their_score() {
    check_groups("seen groups", include_str!("figures/groups-seen.txt"), [97, 85], true);
}

#[test]
fn opened_groups_keep_their_score() {
    check_groups("opened groups", include_str!("figures/groups-opened.txt"), [100, 68], true);
}

#[test]
fn third_groups_keep_their_score() {
    check_groups("third groups", include_str!("figures/groups-third.txt"), [100, 80], true);
}
