//! How the articles are spread over months and publishers, with the gaps, as tables of numbers that
//! lead to what they count.

use crate::dom::{all_of, el, live, none};
use leptos::prelude::*;

use super::control::{link, more};
use crate::{
    coverage::Coverage,
    data::Data,
    state::{Facet, View, ViewState},
    store::{say, say_in, store},
    tiles::Scale,
    words::{count, coverage::CoverageWords, date, fill},
};

/// How many publishers are shown at a time.
const BATCH: usize = 12;

/// A number, and the search that brings it; none where no search does.
type Cell = (usize, Option<String>);

/// The tables below their heading.
pub fn coverage(data: &Data) -> AnyView {
    let words = say_in(CoverageWords::of);
    let found = Coverage::of(&data.corpus.articles);
    let undated = (found.undated > 0)
        .then(|| el("p").class("lead").child(count(words.undated, found.undated)).view());
    let issues = data.count_of_issues();
    let review = (issues > 0).then(|| {
        let name = count(words.review, issues).into_any();
        let there = link("", "review", String::new(), name, |state| state.show(View::Issues));
        el("p").child(there).view()
    });
    let tables = if found.years.is_empty() {
        none()
    } else {
        all_of([gaps(&found), months(&found), publishers(found)])
    };
    el("section")
        .class("coverage")
        .test("coverage")
        .child(el("h3").child(words.name))
        .child(tables)
        .child(undated)
        .child(review)
        .view()
}

/// How many months between the first article and the last have none.
fn gaps(found: &Coverage) -> AnyView {
    let lang = store().lang.get_untracked();
    let Some(span) = found.span() else { return none() };
    let month = |at: usize| date::month(found.first + at as i32 / 12, at as u32 % 12 + 1, lang);
    let empty = span.clone().filter(|&at| found.month(at) == 0).count();
    let all = span.end() - span.start() + 1;
    let values = [month(*span.start()), month(*span.end()), all.to_string(), empty.to_string()];
    let told = values
        .iter()
        .fold(say_in(CoverageWords::of).gaps.to_owned(), |told, value| fill(&told, value));
    el("p").class("lead").test("gaps").child(told).view()
}

/// A row for each year, a column for each month.
fn months(found: &Coverage) -> AnyView {
    let words = say_in(CoverageWords::of);
    let lang = store().lang.get_untracked();
    let names = (1..=12).map(|month| date::month_of_year(month, lang).to_owned());
    let mut columns: Vec<String> = names.collect();
    columns.push(words.no_month.to_owned());
    let rows = found.years.iter().zip(found.first..).map(|(months, year)| {
        let cells = months.iter().zip(1..).map(|(&number, month)| {
            let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            let query = || between((year, month), next);
            (number, (month <= 12).then(query))
        });
        (date::year(year, lang).into_any(), None, cells.collect())
    });
    matrix("months", words.months, words.year, &columns, rows.collect())
}

/// The search for what was published from one month up to another.
fn between(from: (i32, i32), to: (i32, i32)) -> String {
    format!("after:{:04}-{:02} before:{:04}-{:02}", from.0, from.1, to.0, to.1)
}

/// A row for each publisher, a column for each year.
fn publishers(found: Coverage) -> AnyView {
    let words = say();
    let lang = store().lang.get_untracked();
    let years: Vec<i32> = (found.first..).take(found.years.len()).collect();
    let columns: Vec<String> = years.iter().map(|&year| date::year(year, lang)).collect();
    let drawn = RwSignal::new(BATCH);
    live(move || {
        let shown = found.publishers.iter().take(drawn.get());
        let rows = shown.map(|(publisher, numbers)| {
            let name = match publisher {
                Some(name) => el("span").attr("lang", "zh").child(name.clone()).view(),
                None => words.filters.unsigned.into_any(),
            };
            // No search asks for articles without a publisher.
            let cells = numbers.iter().zip(&years).map(|(&number, &year)| {
                (number, publisher.as_ref().map(|_| between((year, 1), (year + 1, 1))))
            });
            (name, publisher.clone(), cells.collect())
        });
        let rows = rows.collect();
        let column = words.filters.facets[Facet::Publisher as usize];
        all_of([
            matrix("publishers", say_in(CoverageWords::of).publishers, column, &columns, rows),
            more("more-publishers", found.publishers.len(), BATCH, drawn),
        ])
    })
}

/// A table of numbers, shaded; each row has a name, the publisher that it is of, and its cells.
fn matrix(
    test: &'static str,
    name: &'static str,
    corner: &'static str,
    columns: &[String],
    rows: Vec<(AnyView, Option<String>, Vec<Cell>)>,
) -> AnyView {
    let most = rows.iter().flat_map(|(.., cells)| cells).map(|(number, _)| *number).max();
    let scale = Scale::of(most.unwrap_or_default());
    let heads = std::iter::once(corner).chain(columns.iter().map(String::as_str));
    let heads = heads.map(|head| el("th").attr("scope", "col").child(head).view());
    let rows = rows.into_iter().map(|(name, publisher, cells)| {
        let cells = cells.into_iter().map(|(number, query)| {
            el("td")
                .attr("data-shade", scale.shade(number).to_string())
                .child(number_view(number, query, publisher.clone()))
                .view()
        });
        el("tr").child(el("th").attr("scope", "row").child(name)).children(cells).view()
    });
    el("div")
        .class("matrix")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .child(
            el("table")
                .test(test)
                .child(el("caption").child(name))
                .child(el("thead").child(el("tr").children(heads)))
                .child(el("tbody").children(rows)),
        )
        .view()
}

/// A number, leading to its articles where a search brings them.
fn number_view(number: usize, query: Option<String>, publisher: Option<String>) -> AnyView {
    let label = number.to_string().into_any();
    let Some(query) = query.filter(|_| number > 0) else { return label };
    link("", "matrix-link", String::new(), label, move |state: &mut ViewState| {
        state.clear();
        state.show(View::Articles);
        state.query.clone_from(&query);
        if let Some(publisher) = &publisher {
            state.toggle(Facet::Publisher, publisher);
        }
    })
}
