//! The people in the sentences of an initiative, each with an office, leading to where it stands.

use deltascope_model::{Evidence, Person};
use leptos::prelude::*;

use super::{control::link, evidence::at};
use crate::{data::Data, dom::el, state::ViewState};

/// Those whose names stand in one of these sentences.
pub fn people<'a>(data: &Data, sentences: impl Iterator<Item = &'a Evidence>) -> Vec<AnyView> {
    let mut told: Vec<&Evidence> = sentences.collect();
    told.sort_by_key(|one| &one.article);
    let stands = |name: &&Evidence| {
        let from = told.partition_point(|one| one.article < name.article);
        let own = told[from..].iter().take_while(|one| one.article == name.article);
        own.into_iter().any(|one| one.range.contains(name.range))
    };
    let people = data.corpus.people.iter();
    people.filter_map(|one| Some(person(one, one.evidence.iter().find(stands)?))).collect()
}

/// One of them: 何平 白石市市长.
fn person(person: &Person, stands: &Evidence) -> AnyView {
    // An office that the same article gives, else any.
    let here = |evidence: &Evidence| evidence.article == stands.article;
    let own = person.offices.iter().find(|office| office.evidence.iter().any(here));
    let office = own.or(person.offices.first());
    let (id, place) = (stands.article.clone(), at(stands.range));
    let name = el("span").attr("lang", "zh").child(person.name.clone()).view();
    let read = move |state: &mut ViewState| state.open(&id, Some(place.clone()));
    let office = office.map(|office| el("span").class("faint").child(office.name.clone()).view());
    el("span")
        .attr("lang", "zh")
        .test("person")
        .child(link("person-link", "person-link", String::new(), name, read))
        .child(office)
        .view()
}
