//! A figure in the cells of a table: its value as it is qualified, when, of what, and who says so.

use crate::dom::{Child, all_of, el};
use deltascope_model::{Evidence, Figure, Standing};
use leptos::prelude::*;

use super::{evidence::source, initiative::initiative_link, table::table};
use crate::{
    data::Data,
    figures::amount::{amount, is_nearly, leads, unit},
    listing, naming,
    store::{say_in, store},
    words::{Lang, date::date_words, figures::FigureWords},
};

/// The sources of one figure that a cell names.
const SOURCES: usize = 3;

/// A value in words: 超4.6万台(套), over 46,000 台(套).
pub fn value_words(figure: &Figure, lang: Lang) -> String {
    let number = amount(&figure.value, lang);
    let unit = unit(&figure.unit, lang);
    let before = qualifier(figure);
    if leads(unit, lang) {
        return [before, unit, " ", &number].concat();
    }
    let gap = if lang == Lang::En && !unit.is_empty() && unit != "%" { " " } else { "" };
    [before, &number, gap, unit].concat()
}

fn qualifier(figure: &Figure) -> &'static str {
    let known = ["over", "under", "about"];
    let at = known.iter().position(|known| *known == figure.qualifier);
    let at = at.map(|at| if is_nearly(figure) { known.len() } else { at });
    at.map_or("", |at| say_in(FigureWords::of).qualifiers[at])
}

/// The value, and whether it is still to be reached.
pub fn value(figure: &Figure) -> AnyView {
    let words = value_words(figure, store().lang.get_untracked());
    let aim = (figure.standing == Standing::Target)
        .then(|| el("span").class("tag").child(say_in(FigureWords::of).aim).view());
    el("span").class("value").child(words).child(aim).view()
}

/// As of when.
fn as_of(figure: &Figure) -> AnyView {
    let lang = store().lang.get_untracked();
    let date = figure.as_of.as_ref().map(|edtf| date_words(edtf, figure.as_of_basis, lang));
    date.map_or_else(dash, |date| el("span").class("date").child(date).view())
}

/// Of what whole.
fn scope(data: &Data, figure: &Figure) -> AnyView {
    let Some(scope) = &figure.scope else { return dash() };
    let (name, tag) = naming::actor(data, scope, store().lang.get_untracked());
    el("span").class("scope").attr("lang", tag).child(name).view()
}

/// Whose a figure or a target is: the initiative, leading to its page; where there is none, the title of the
/// article that states it.
pub fn whose(data: &Data, initiative: Option<&str>, evidence: &[Evidence]) -> AnyView {
    if let Some(known) = initiative.and_then(|id| data.initiative(id)) {
        return initiative_link(known, String::new());
    }
    let article = evidence.first().and_then(|found| data.article(&found.article));
    let title = article.and_then(|article| {
        let (_, title) = listing::title(article, store().lang.get_untracked());
        let tag = naming::script_tag(article.script);
        Some(el("span").class("told-in").attr("lang", tag).child(title?.to_owned()).view())
    });
    title.part()
}

/// What is measured: whose it is, and the indicator. A value of a whole says itself whose it is.
pub fn subject(data: &Data, figure: &Figure) -> AnyView {
    let owned = figure.initiative.is_some() || figure.scope.is_none();
    all_of([
        owned.then(|| whose(data, figure.initiative.as_deref(), &figure.evidence)).part(),
        el("span").class("indicator").attr("lang", "zh").child(figure.indicator.clone()).view(),
    ])
}

/// The sentence that states it, with those who say it.
fn sentence(data: &Data, figure: &Figure, key: &str) -> AnyView {
    let first = figure.evidence.first();
    let text = first.map(|found| {
        let article = data.article(&found.article);
        let lang = article.map_or("zh", |article| naming::script_tag(article.script));
        el("p").class("sentence").attr("lang", lang).child(found.text.clone()).view()
    });
    let sources = figure.evidence.iter().take(SOURCES).enumerate();
    let sources = sources.map(|(nth, found)| {
        source(data, found, &[key, &figure.id, "-", &nth.to_string()].concat())
    });
    all_of(text.into_iter().chain(sources))
}

/// A table of figures. `lead` gives the cells before those that every figure has, under `columns`;
/// `key` tells its links from others of the page.
pub fn figure_table(
    data: &Data,
    test: &'static str,
    name: String,
    columns: &[&'static str],
    figures: &[&Figure],
    key: &str,
    lead: impl Fn(&Figure) -> Vec<AnyView>,
) -> AnyView {
    let words = say_in(FigureWords::of);
    let scoped = figures.iter().any(|figure| figure.scope.is_some());
    let rows = figures.iter().map(|figure| {
        let mut cells = lead(figure);
        cells.push(as_of(figure));
        cells.extend(scoped.then(|| scope(data, figure)));
        cells.push(data.sources(&figure.evidence).to_string().part());
        cells.push(sentence(data, figure, key));
        cells
    });
    let rows = rows.collect();
    let [as_of, scope, sources, sentence] = words.columns;
    let mut columns = columns.to_vec();
    columns.push(as_of);
    columns.extend(scoped.then_some(scope));
    columns.extend([sources, sentence]);
    table(test, name, &columns, rows)
}

fn dash() -> AnyView {
    el("span").class("faint").child("–").view()
}
