//! Targets: what is to be reached, beside what was reported later.
//!
//! 1. A target is an event of the phase `target` or one that is announced or demanded, or a figure
//!    that stands as one.
//! 2. A target figure's reports are values of the same initiative and indicator; a target event's
//!    are all events and values of its initiative. A report is later where it is told of a time
//!    after the day on which the target was published, as far as either is known.
//! 3. Whether a target's time is still ahead or over is a matter of dates. Whether it was reached
//!    is left to the reader.

use deltascope_model::{Corpus, Day, Evidence, Standing};
use deltascope_search::Fact;

/// A target with its reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What sets it.
    pub fact: Fact,
    /// What was reported later.
    pub later: Vec<Fact>,
}

/// Where a target stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Its time is over, and nothing was reported later.
    Past,
    /// Its time is to come, or runs, and nothing was reported yet.
    Ahead,
    /// Something was reported later.
    Reported,
    /// It has no time, and nothing was reported later.
    Undated,
}

impl Due {
    /// Every one, in the order in which the app lists them.
    pub const ALL: [Self; 4] = [Self::Past, Self::Ahead, Self::Reported, Self::Undated];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        ["past", "ahead", "reported", "undated"][self as usize]
    }
}

impl Target {
    /// Where it stands on a day.
    pub fn due(&self, corpus: &Corpus, today: Day) -> Due {
        if !self.later.is_empty() {
            return Due::Reported;
        }
        match self.fact.date(corpus).and_then(|date| date.bounds().last) {
            Some(last) if last < today => Due::Past,
            Some(_) => Due::Ahead,
            None => Due::Undated,
        }
    }
}

/// The targets of a corpus, each with its reports.
pub fn targets(corpus: &Corpus) -> Vec<Target> {
    let to_come = |at: &usize| !corpus.events[*at].has_happened();
    let aimed = |at: &usize| corpus.figures[*at].standing == Standing::Target;
    let events = (0..corpus.events.len()).filter(to_come).map(Fact::Event);
    let figures = (0..corpus.figures.len()).filter(aimed).map(Fact::Figure);
    events.chain(figures).map(|fact| Target { fact, later: later(corpus, fact) }).collect()
}

/// What was reported of a target after it was set.
fn later(corpus: &Corpus, target: Fact) -> Vec<Fact> {
    let Some(initiative) = target.initiative(corpus) else { return Vec::new() };
    let set = published(corpus, target.evidence(corpus));
    let told = |fact: &Fact| {
        let dated = fact.date(corpus).and_then(|date| date.bounds().last);
        dated.or_else(|| published(corpus, fact.evidence(corpus)))
    };
    let follows = |fact: &Fact| {
        fact.initiative(corpus) == Some(initiative)
            && set.is_none_or(|set| told(fact).is_some_and(|told| told > set))
            // One sentence may tell what is and what shall be.
            && !fact.evidence(corpus).iter().any(|found| target.evidence(corpus).contains(found))
    };
    let mut found = Vec::new();
    if let Fact::Event(_) = target {
        let done = |at: &usize| corpus.events[*at].has_happened();
        found.extend((0..corpus.events.len()).filter(done).map(Fact::Event).filter(follows));
    }
    let measured = |at: &usize| {
        let figure = &corpus.figures[*at];
        figure.standing == Standing::Reported
            && match target {
                Fact::Event(_) => true,
                Fact::Figure(aim) => {
                    let aim = &corpus.figures[aim];
                    (&aim.indicator, &aim.unit) == (&figure.indicator, &figure.unit)
                }
            }
    };
    found.extend((0..corpus.figures.len()).filter(measured).map(Fact::Figure).filter(follows));
    found
}

/// The last day on which one of the sentences may have been published first.
fn published(corpus: &Corpus, evidence: &[Evidence]) -> Option<Day> {
    let day = |found: &Evidence| {
        let at = corpus.article(&found.article)?;
        corpus.articles[at].published.as_ref()?.edtf.bounds().last
    };
    evidence.iter().filter_map(day).min()
}

#[cfg(test)]
pub mod tests {
    use deltascope_model::{
        Article, Basis, Edtf, Event, EventDate, EventStanding, Figure, PageDate, Phase, Script,
        TextRange,
    };

    use super::{super::ledger::tests::figure, *};

    pub fn article(id: &str, published: &str) -> Article {
        let edtf = Edtf::new(published).ok();
        let published =
            edtf.map(|edtf| PageDate { edtf, basis: Basis::Stated, range: TextRange::new(0, 1) });
        Article {
            id: id.into(),
            page: id.into(),
            title: None,
            derived_title: None,
            publisher: None,
            host: None,
            byline: vec![],
            dateline: None,
            editor: None,
            newspaper_page: None,
            published,
            page_date: None,
            script: Script::Hans,
            paragraphs: vec![],
            spans: vec![],
            continued: vec![],
            repairs: vec![],
        }
    }

    fn evidence(article: &str, at: u32) -> Vec<Evidence> {
        let range = TextRange::new(at, at + 3);
        vec![Evidence { article: article.into(), range, text: "句".into() }]
    }

    fn event(phase: Phase, date: &str, article: &str, at: u32) -> Event {
        Event {
            id: format!("i.{}", phase.key()),
            initiative: "i".into(),
            phase,
            date: EventDate { edtf: Edtf::new(date).unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: vec![],
            actors: vec![],
            places: vec![],
            evidence: evidence(article, at),
        }
    }

    fn stated(figure: Figure, standing: Standing, article: &str, at: u32) -> Figure {
        Figure { standing, evidence: evidence(article, at), ..figure }
    }

    /// An article of March 2024 that sets both targets, and one of 2026.
    fn corpus() -> Corpus {
        Corpus {
            articles: vec![article("a.1", "2024-03-05"), article("b.1", "2026-01-20")],
            events: vec![
                event(Phase::Launched, "2023-05", "b.1", 0),
                event(Phase::Completed, "2025-12", "b.1", 10),
                event(Phase::Target, "2025", "a.1", 0),
            ],
            figures: vec![
                stated(figure("企业", 1, "90", "家", "2026"), Standing::Target, "a.1", 10),
                stated(figure("企业", 2, "60", "家", "2024-01"), Standing::Reported, "a.1", 20),
                stated(figure("企业", 3, "85", "家", "2025-12"), Standing::Reported, "b.1", 20),
                stated(figure("平台", 1, "4", "个", ""), Standing::Reported, "b.1", 30),
                stated(figure("平台", 2, "9", "个", "2030"), Standing::Target, "b.1", 40),
            ],
            ..Corpus::default()
        }
    }

    #[track_caller]
    fn check(corpus: &Corpus, fact: Fact, later: &[Fact]) {
        let all = targets(corpus);
        let target = all.iter().find(|target| target.fact == fact).unwrap();
        assert_eq!(target.later, later);
    }

    #[test]
    fn what_was_told_of_a_later_time_stands_beside_a_target() {
        let corpus = corpus();
        assert_eq!(targets(&corpus).len(), 3);
        check(&corpus, Fact::Event(2), &[Fact::Event(1), Fact::Figure(2), Fact::Figure(3)]);
        check(&corpus, Fact::Figure(0), &[Fact::Figure(2)]);
        check(&corpus, Fact::Figure(4), &[]);
    }

    #[test]
    fn another_initiative_and_the_own_sentence_report_nothing() {
        let mut corpus = corpus();
        corpus.events[1].initiative = "j".into();
        corpus.figures[2].evidence = evidence("a.1", 0);
        check(&corpus, Fact::Event(2), &[Fact::Figure(3)]);
    }

    #[test]
    fn what_is_announced_is_a_target_and_no_report() {
        let mut corpus = corpus();
        corpus.events[1].standing = EventStanding::Announced;
        check(&corpus, Fact::Event(2), &[Fact::Figure(2), Fact::Figure(3)]);
        check(&corpus, Fact::Event(1), &[]);
    }

    #[test]
    fn where_nothing_is_reported_the_date_says_where_it_stands() {
        let corpus = corpus();
        let all = targets(&corpus);
        let due = |nth: usize, day: &str| {
            all[nth].due(&corpus, Edtf::new(day).unwrap().bounds().first.unwrap())
        };
        assert_eq!(due(0, "2024-01-01"), Due::Reported);
        assert_eq!((due(2, "2030-12-31"), due(2, "2031-01-01")), (Due::Ahead, Due::Past));
        let undated = Target { fact: Fact::Figure(3), later: vec![] };
        assert_eq!(undated.due(&corpus, 0), Due::Undated);
    }
}
