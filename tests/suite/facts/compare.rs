//! Sets a corpus of the key’s pages beside the key.
//!
//! What is counted is the statement: a fact on a page. A phase is found where an event of that
//! initiative, phase and date has evidence on the page; a figure where one of that initiative,
//! value and unit has. What a corpus states on a page and the key does not is added; a figure of nobody
//! whose value the key has there is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use deltascope_model::{Basis, Corpus, Edtf, Evidence, Figure};

use super::key::{Counted, Dated, Key};
use crate::measure::counted;

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    pub right: usize,
    pub of: usize,
}

impl Share {
    /// Takes in one more.
    pub fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = 100.0 * self.right as f64 / self.of.max(1) as f64;
        write!(f, "{} of {} ({percent:.1}%)", self.right, self.of)
    }
}

/// What all pages give.
#[derive(Debug, Default)]
pub struct Report {
    pub initiatives: Share,
    pub phases: Share,
    pub figures: Share,
    /// Of the figures found, those whose qualifier, standing and date are right too.
    pub figures_whole: Share,
    /// Statements that the key does not have, of all events and figures that are found.
    pub added: Share,
    /// What is missing and what is added, a line each.
    pub lines: Vec<String>,
}

/// Sets a corpus beside the key.
pub fn compare(key: &Key, corpus: &Corpus) -> Report {
    let (known, mut report) = (Known::new(key, corpus), Report::default());
    initiatives(key, corpus, &known, &mut report);
    events(key, corpus, &known, &mut report);
    figures(key, corpus, &known, &mut report);
    report
}

/// Who is who: names to initiatives of the corpus, articles to pages.
struct Known<'a> {
    /// The corpus's initiatives by the names of the key.
    ids: BTreeMap<&'a str, BTreeSet<&'a str>>,
    pages: BTreeMap<&'a str, &'a str>,
}

impl<'a> Known<'a> {
    fn new(key: &'a Key, corpus: &'a Corpus) -> Self {
        let mut by_name: BTreeMap<Vec<char>, BTreeSet<&str>> = BTreeMap::new();
        for one in &corpus.initiatives {
            for name in std::iter::once(&one.name).chain(&one.aliases) {
                by_name.entry(counted(name)).or_default().insert(&one.id);
            }
        }
        let of = |name| by_name.get(&counted(name)).into_iter().flatten().copied();
        let ids = key.initiatives.iter().map(|one| {
            (one.initiative.as_str(), one.names().flat_map(of).collect::<BTreeSet<&str>>())
        });
        let path = |id: &str| corpus.pages.iter().find(|page| page.id == id).unwrap().path.as_str();
        let pages = corpus.articles.iter().map(|one| (one.id.as_str(), path(&one.page)));
        Self { ids: ids.collect(), pages: pages.collect() }
    }

    /// The initiatives of the corpus to which a line of the key may count; none is a place.
    fn wanted(&self, name: Option<&str>, also: &'a [Option<String>]) -> BTreeSet<Option<&'a str>> {
        std::iter::once(name)
            .chain(also.iter().map(Option::as_deref))
            .flat_map(|name| match name {
                Some(name) => self.ids[name].iter().copied().map(Some).collect(),
                None => vec![None],
            })
            .collect()
    }

    /// The pages that a fact's sentences stand on.
    fn pages(&self, evidence: &[Evidence]) -> BTreeSet<&'a str> {
        evidence.iter().map(|one| self.pages[one.article.as_str()]).collect()
    }
}

fn initiatives(key: &Key, corpus: &Corpus, known: &Known<'_>, report: &mut Report) {
    for one in &key.initiatives {
        let found = !known.ids[one.initiative.as_str()].is_empty();
        report.initiatives.count(found);
        if !found {
            report.lines.push(format!("− {:?} {}", one.kind, one.initiative));
        }
    }
    let right: BTreeSet<&str> = known.ids.values().flatten().copied().collect();
    // Who is in the gazetteer is no invention, whether or not the key lists it.
    let made = corpus.initiatives.iter().filter(|one| one.id.starts_with("n-"));
    for one in made.filter(|one| !right.contains(one.id.as_str())) {
        report.lines.push(format!("+ {:?} {}", one.kind, one.name));
    }
}

fn events(key: &Key, corpus: &Corpus, known: &Known<'_>, report: &mut Report) {
    let mut right: BTreeSet<(&str, &str)> = BTreeSet::new();
    for line in &key.phases {
        let wanted = known.wanted(Some(&line.initiative), &line.also);
        for page in &line.pages {
            let found = corpus.events.iter().filter(|event| {
                wanted.contains(&Some(event.initiative.as_str()))
                    && event.phase == line.phase
                    && dated(key, line, &event.date.edtf)
                    && known.pages(&event.evidence).contains(page.as_str())
            });
            let found: Vec<_> = found.map(|event| (event.id.as_str(), page.as_str())).collect();
            report.phases.count(!found.is_empty());
            right.extend(found.iter().copied());
            if found.is_empty() {
                let Dated { initiative, phase, date, .. } = line;
                report.lines.push(format!("− {page}: {initiative} {phase:?} {date}"));
            }
        }
    }
    for event in &corpus.events {
        for page in known.pages(&event.evidence) {
            let wrong = !right.contains(&(event.id.as_str(), page));
            report.added.count(wrong);
            if wrong {
                let (who, what, when) = (&event.initiative, event.phase, &event.date.edtf);
                let text = sentence(&event.evidence, page, known);
                report.lines.push(format!("+ {page}: {who} {what:?} {when} “{text}”"));
            }
        }
    }
}

/// The date found is the line's: the same; with `~` any that lies in the month or ends in it; or a
/// finer one, that another page states of the same phase.
fn dated(key: &Key, line: &Dated, found: &Edtf) -> bool {
    let (right, found) = (line.date.as_str(), found.as_str());
    if let Some(about) = right.strip_suffix('~') {
        let month = about.get(..7).unwrap_or(about);
        return found.strip_prefix("../").unwrap_or(found).starts_with(month);
    }
    let said = |other: &&Dated| {
        (&other.initiative, other.phase) == (&line.initiative, line.phase)
            && other.date.as_str() == found
    };
    right == found || found.starts_with(right) && key.phases.iter().any(|other| said(&other))
}

fn figures(key: &Key, corpus: &Corpus, known: &Known<'_>, report: &mut Report) {
    let mut right: BTreeSet<(&str, &str)> = BTreeSet::new();
    for line in &key.figures {
        let wanted = known.wanted(line.initiative.as_deref(), &line.also);
        for page in &line.pages {
            let found: Vec<_> = corpus
                .figures
                .iter()
                .filter(|figure| {
                    wanted.contains(&figure.initiative.as_deref())
                        && (&figure.value, &figure.unit) == (&line.value, &line.unit)
                        && known.pages(&figure.evidence).contains(page.as_str())
                })
                .collect();
            right.extend(found.iter().map(|figure| (figure.id.as_str(), page.as_str())));
            report.figures.count(!found.is_empty());
            if found.is_empty() {
                let Counted { initiative, indicator, value, unit, scope, .. } = line;
                let who = initiative.as_ref().or(scope.as_ref()).map_or("", String::as_str);
                report.lines.push(format!("− {page}: {who} {indicator} {value}{unit}"));
            } else {
                let whole = |figure: &&_| whole(line, figure);
                report.figures_whole.count(found.iter().any(whole));
            }
        }
    }
    for figure in &corpus.figures {
        for page in known.pages(&figure.evidence) {
            if lacks_its_owner(figure, page, key) {
                continue;
            }
            let wrong = !right.contains(&(figure.id.as_str(), page));
            report.added.count(wrong);
            if wrong {
                let who = figure.initiative.as_deref().or(figure.scope.as_deref()).unwrap_or("");
                let (what, value, unit) = (&figure.indicator, &figure.value, &figure.unit);
                let text = sentence(&figure.evidence, page, known);
                report.lines.push(format!("+ {page}: {who} {what} {value}{unit} “{text}”"));
            }
        }
    }
}

/// Whether a figure that is told of nobody states what the key tells of somebody on that page: it is neither
/// found nor added.
fn lacks_its_owner(figure: &Figure, page: &str, key: &Key) -> bool {
    let nobody = figure.initiative.is_none() && figure.scope.is_none();
    let told = |line: &Counted| {
        (&line.value, &line.unit) == (&figure.value, &figure.unit)
            && line.pages.iter().any(|other| other == page)
    };
    nobody && key.figures.iter().any(told)
}

/// Qualifier, standing and date are the line's too; of two dates the coarser decides. What the page does not
/// date, and the corpus only by an inferred day, is as the line says.
fn whole(line: &Counted, figure: &Figure) -> bool {
    let text = |date: &Option<Edtf>| date.as_ref().map_or(String::new(), Edtf::to_string);
    let (right, found) = (text(&line.as_of), text(&figure.as_of));
    figure.qualifier == line.qualifier
        && figure.standing == line.standing
        && (right.is_empty() == found.is_empty() || figure.as_of_basis == Basis::Inferred)
        && (right.starts_with(&found) || found.starts_with(&right))
}

/// The sentence on that page.
fn sentence<'a>(evidence: &'a [Evidence], page: &str, known: &Known<'_>) -> &'a str {
    let one = evidence.iter().find(|one| known.pages[one.article.as_str()] == page);
    one.map_or("", |one| one.text.trim())
}
