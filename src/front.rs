//! What the head of the front page says of a corpus: the app draws it, and before the app is there it
//! stands in the page, written by xtask.

use deltascope_model::{Corpus, Event, Initiative, Told};

use crate::{order::in_order, words::Lang};

/// How many of the newest events are shown.
const NEWEST: usize = 4;

/// A text of the guide.
pub fn told(told: &Told, lang: Lang) -> &str {
    match lang {
        Lang::Hans => &told.hans,
        Lang::Hant => &told.hant,
        Lang::En => &told.en,
    }
}

/// How much there is: articles, years, initiatives, events, figures.
pub fn numbers(corpus: &Corpus, lang: Lang) -> [String; 5] {
    let dash = if lang == Lang::En { '–' } else { '—' };
    let span = match corpus.years() {
        Some((from, to)) if from < to => format!("{from}{dash}{to}"),
        Some((year, _)) => year.to_string(),
        None => "–".to_owned(),
    };
    [
        corpus.articles.len().to_string(),
        span,
        corpus.initiatives.len().to_string(),
        corpus.events.len().to_string(),
        corpus.figures.len().to_string(),
    ]
}

/// What happened last, newest first.
pub fn newest(corpus: &Corpus) -> impl Iterator<Item = (&Event, &Initiative)> {
    let happened: Vec<&Event> = corpus.events.iter().filter(|one| one.has_happened()).collect();
    let order = in_order(happened.iter().map(|one| one.date.edtf.sort_key()));
    let latest = order.into_iter().rev().map(move |at| happened[at]);
    // Those without any date stand last in time, and are not news.
    let dated = latest.filter(|event| event.date.edtf.bounds().first.is_some());
    dated.take(NEWEST).filter_map(|event| {
        let at = corpus.initiative(&event.initiative)?;
        Some((event, &corpus.initiatives[at]))
    })
}
