//! Everything that passes search and filters as one table, for a report: events, figures and articles, a row
//! each, with the sentence and where it stands. `public/table.js` saves it.

use std::sync::Arc;

use crate::dom::el;
use crate::signals::effect;
use deltascope_model::{Article, Evidence, Standing, TextRange};
use leptos::prelude::*;

use super::{
    evidence::{at, original_address},
    figure::value_words,
};
use crate::{
    browser,
    data::Data,
    found::found,
    listing, naming,
    order::in_order,
    state::View,
    store::{say, say_in, store},
    words::{date::date_words, facts, report::ReportWords},
};

/// The id of what holds the table.
const REPORT: &str = "report";
/// Between two rows, and between two cells, as ASCII has signs for both.
const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';

/// A row, in the order of the columns.
type Line = [String; 11];

/// Hands the table over to be saved; nothing is seen of it.
pub fn report(data: &Arc<Data>) -> AnyView {
    let head = say_in(ReportWords::of).columns.map(str::to_owned);
    // Neither sign means anything in a text of a page.
    let cell = |cell: &String| cell.replace([ROW, CELL], " ");
    let row = |line: &Line| line.iter().map(cell).collect::<Vec<_>>().join(&CELL.to_string());
    let rows: Vec<String> =
        std::iter::once(head).chain(lines(data)).map(|line| row(&line)).collect();
    effect(|| request_animation_frame(|| browser::hand_over(REPORT, "CSV")));
    el("p").attr("id", REPORT).attr("hidden", true).child(rows.join(&ROW.to_string())).view()
}

/// Events in the order of time, figures as the ledger has them, and articles, newest first.
fn lines(data: &Data) -> Vec<Line> {
    let selection = found().selection.get_untracked();
    let events = selection.of(View::Timeline as usize);
    let order = in_order(events.iter().map(|&at| data.corpus.events[at].date.edtf.sort_key()));
    let mut lines: Vec<Line> = order.into_iter().map(|at| event(data, events[at])).collect();
    for &entry in selection.of(View::Figures as usize) {
        lines.extend(data.ledger[entry].figures.iter().map(|&at| figure(data, at)));
    }
    let articles = listing::by_date(&data.corpus, &selection.articles);
    lines.extend(articles.into_iter().map(|at| article(data, &data.corpus.articles[at])));
    lines
}

fn event(data: &Data, at: usize) -> Line {
    let lang = store().lang.get_untracked();
    let event = &data.corpus.events[at];
    let places = event.places.iter().map(|id| naming::place(data, id, lang));
    let stated = event.evidence.first();
    let cells = [
        say_in(ReportWords::of).kinds[0].to_owned(),
        date_words(&event.date.edtf, event.date.basis, lang),
        initiative(data, &event.initiative),
        facts::phase(event.phase, lang).to_owned(),
        String::new(),
        places.collect::<Vec<_>>().join(say().timeline.and),
        sentence(stated),
    ];
    line(data, cells, stated)
}

fn figure(data: &Data, at: usize) -> Line {
    let lang = store().lang.get_untracked();
    let figure = &data.corpus.figures[at];
    let is_target = figure.standing == Standing::Target;
    let when = figure.as_of.as_ref().map(|edtf| date_words(edtf, figure.as_of_basis, lang));
    let stated = figure.evidence.first();
    let cells = [
        say_in(ReportWords::of).kinds[if is_target { 2 } else { 1 }].to_owned(),
        when.unwrap_or_default(),
        figure.initiative.as_deref().map(|id| initiative(data, id)).unwrap_or_default(),
        figure.indicator.clone(),
        value_words(figure, lang),
        figure.scope.clone().unwrap_or_default(),
        sentence(stated),
    ];
    line(data, cells, stated)
}

fn article(data: &Data, article: &Article) -> Line {
    let (sign, title) = listing::title(article, store().lang.get_untracked());
    let name: Vec<&str> = sign.into_iter().chain(title).collect();
    let none = String::new;
    let cells = [
        say_in(ReportWords::of).kinds[3].to_owned(),
        published(article),
        name.join(" "),
        none(),
        none(),
        none(),
        none(),
    ];
    let range = article.title.as_ref().map_or(TextRange::new(0, 0), |title| title.range);
    let text = title.unwrap_or_default().to_owned();
    line(data, cells, Some(&Evidence { article: article.id.clone(), range, text }))
}

fn initiative(data: &Data, id: &str) -> String {
    let lang = store().lang.get_untracked();
    data.initiative(id).map_or(id, |known| naming::initiative(known, lang)).to_owned()
}

fn sentence(stated: Option<&Evidence>) -> String {
    stated.map(|stated| stated.text.clone()).unwrap_or_default()
}

fn published(article: &Article) -> String {
    let date = article.published.as_ref();
    let lang = store().lang.get_untracked();
    date.map(|date| date_words(&date.edtf, date.basis, lang)).unwrap_or_default()
}

/// A row from what it says, and who states it where.
fn line(data: &Data, cells: [String; 7], stated: Option<&Evidence>) -> Line {
    let article = stated.and_then(|stated| data.article(&stated.article));
    let source = article.and_then(listing::source).cloned();
    let open = |stated: &Evidence| {
        store().address(|state| state.open(&stated.article, Some(at(stated.range))))
    };
    let original = |(stated, article)| original_address(data, article, stated);
    let [kind, when, name, what, value, place, sentence] = cells;
    [
        kind,
        when,
        name,
        what,
        value,
        place,
        sentence,
        source.unwrap_or_default(),
        article.map(published).unwrap_or_default(),
        stated.map(open).unwrap_or_default(),
        stated.zip(article).and_then(original).unwrap_or_default(),
    ]
}
