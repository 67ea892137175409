//! Targets beside what was reported later, and no verdict on whether they were reached.

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live};
use deltascope_model::Day;
use deltascope_search::Fact;
use leptos::prelude::*;

use super::{
    empty::Empty,
    evidence::source,
    figure::{self, whose},
    kinds::{Kind, kinds, occurring},
    table::table,
};
use crate::{
    browser,
    data::Data,
    figures::targets::{Due, Target},
    found::found,
    naming,
    order::in_order,
    state::View,
    store::{data, say, say_in, store},
    words::{date::date_words, facts, figures::FigureWords},
};

/// How many later reports of one target are listed; its initiative's page has them all.
const REPORTS: usize = 5;

/// The targets.
#[component]
pub fn Targets() -> impl IntoView {
    let data = data();
    let words = say_in(FigureWords::of);
    if data.targets.is_empty() {
        return el("p").class("faint").test("no-targets").child(words.no_targets).view();
    }
    let today = browser::today();
    let selection = found().selection;
    let only = store().part(|from, to| to.only.clone_from(&from.only));
    let source = Arc::clone(&data);
    let choices = live(move || {
        selection.with(|selection| {
            let passed = selection.of(View::Targets as usize);
            kinds(words.kinds, passed.len(), by_due(&source, passed, today))
        })
    });
    let list = live(move || {
        let only = only.with(|state| state.only.clone());
        let mut rows = Vec::new();
        selection.with(|selection| {
            // By where they stand, as the choice lists it.
            for due in Due::ALL {
                if only.as_ref().is_some_and(|only| only != due.key()) {
                    continue;
                }
                let all = selection.of(View::Targets as usize).iter().copied();
                let own = all.filter(|&at| data.targets[at].due(&data.corpus, today) == due);
                let own: Vec<usize> = own.collect();
                // What is due first comes first.
                let last = |at: &usize| data.targets[*at].fact.date(&data.corpus)?.bounds().last;
                let order = in_order(own.iter().map(|at| (last(at).unwrap_or(Day::MAX), 0)));
                let own = order.into_iter().map(|nth| own[nth]);
                rows.extend(own.map(|at| row(&data, at, &data.targets[at], due)));
            }
        });
        if rows.is_empty() {
            return view! { <Empty events=true/> }.into_any();
        }
        let name = say().frame.views[View::Targets as usize].to_owned();
        table("target-table", name, &words.target_columns, rows)
    });
    el("div")
        .class("ledger")
        .test("targets")
        .child(el("p").class("lead").child(words.targets_lead))
        .child(choices)
        .child(list)
        .view()
}

fn by_due(data: &Data, passed: &[usize], today: Day) -> Vec<Kind> {
    let dues = passed.iter().map(|&at| data.targets[at].due(&data.corpus, today));
    let found = occurring(dues.map(Due::key), |_| String::new());
    let named = Due::ALL.into_iter().filter_map(|due| {
        let number = found.iter().find(|(key, ..)| key == due.key())?.2;
        Some((due.key().to_owned(), say_in(FigureWords::of).due[due as usize].to_owned(), number))
    });
    named.collect()
}

fn row(data: &Data, at: usize, target: &Target, due: Due) -> Vec<AnyView> {
    let words = say_in(FigureWords::of);
    let key = ["t", &at.to_string(), "-"].concat();
    let when = el("span").class("when").child(date(data, target.fact)).view();
    let standing = el("span").class("due").attr("data-due", due.key());
    let reports = target.later.iter().take(REPORTS).enumerate().map(|(nth, &fact)| {
        el("li")
            .child(el("span").class("when").child(date(data, fact)))
            .child(what(data, fact))
            .child(stated(data, fact, &[&key, "r", &nth.to_string()].concat()))
            .view()
    });
    let reports = if target.later.is_empty() {
        el("span").class("faint").child(words.no_report).view()
    } else {
        el("ul").class("reports").children(reports).view()
    };
    vec![
        all_of([
            whose(data, target.fact.initiative(&data.corpus), target.fact.evidence(&data.corpus)),
            aim(data, target.fact, &key),
        ]),
        when,
        standing.child(words.due[due as usize]).view(),
        reports,
    ]
}

/// The target in words: the value to be reached, and the sentence that sets it.
fn aim(data: &Data, fact: Fact, key: &str) -> AnyView {
    let value = matches!(fact, Fact::Figure(_)).then(|| what(data, fact));
    let sentence = fact.evidence(&data.corpus).first().map(|found| {
        let article = data.article(&found.article);
        let lang = article.map_or("zh", |article| naming::script_tag(article.script));
        el("p").class("sentence").attr("lang", lang).child(found.text.clone()).view()
    });
    all_of([value.part(), sentence.part(), stated(data, fact, &[key, "a"].concat())])
}

fn date(data: &Data, fact: Fact) -> AnyView {
    let basis = match fact {
        Fact::Event(at) => data.corpus.events[at].date.basis,
        Fact::Figure(at) => data.corpus.figures[at].as_of_basis,
    };
    let words = |edtf| date_words(edtf, basis, store().lang.get_untracked());
    fact.date(&data.corpus).map_or_else(|| "–".to_owned(), words).part()
}

/// An event's phase, or a figure's indicator and value.
fn what(data: &Data, fact: Fact) -> AnyView {
    match fact {
        Fact::Event(at) => {
            facts::phase(data.corpus.events[at].phase, store().lang.get_untracked()).part()
        }
        Fact::Figure(at) => {
            let one = &data.corpus.figures[at];
            let name = el("span").class("indicator").attr("lang", "zh");
            all_of([name.child(one.indicator.clone()).view(), figure::value(one)])
        }
    }
}

/// Who says so.
fn stated(data: &Data, fact: Fact, key: &str) -> AnyView {
    fact.evidence(&data.corpus).first().map(|found| source(data, found, key)).part()
}
