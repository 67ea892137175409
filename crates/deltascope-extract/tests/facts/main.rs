//! From whole pages to facts, a file for each kind of them. All sentences and names are made up.

mod circumstances;
mod corrections;
mod events;
mod figures;
mod pages;
mod promises;
mod times;
mod whose;

use deltascope_extract::{Facts, Gazetteer};
use deltascope_model::{Article, Basis, CleanedPage, Edtf, Page, PageDate, TextRange, Title};

const GAZETTEER: &str = r#"
    [[place]]
    id = "900000"
    name = "青川"
    full = "青川省"
    hant = "青川"
    en = "Qingchuan"
    level = "province"
    [[place]]
    id = "900100"
    name = "白石"
    full = "白石市"
    hant = "白石"
    en = "Baishi"
    level = "city"
    parent = "900000"
    [[group]]
    id = "two-cities"
    name = "两城一县"
    hant = "兩城一縣"
    en = "Two cities"
    members = ["900100"]
    [[initiative]]
    id = "green-platform"
    name = "青川绿色服务平台"
    aliases = ["青川绿色平台"]
    en = "Green platform"
    kind = "platform"
    places = ["900000"]
    [[initiative]]
    id = "voucher"
    name = "青川航运券"
    en = "Voucher"
    kind = "programme"
    [[organisation]]
    id = "qingchuan-transport"
    name = "青川省交通厅"
    en = "Transport"
    [[organisation]]
    id = "qingchuan-daily"
    name = "青川日报"
    en = "Daily"
    place = "900000"
"#;

fn gazetteer() -> Gazetteer {
    Gazetteer::parse(&[("test.toml", GAZETTEER)]).expect("the test's gazetteer is sound")
}

/// A page of one article whose paragraphs stand between lines of noise.
fn page(id: &str, published: Option<&str>, paragraphs: &[&str]) -> CleanedPage {
    let mut text = String::from("导航\n");
    let mut spans = Vec::new();
    for paragraph in paragraphs {
        spans.push(vec![TextRange::of(text.len(), text.len() + paragraph.len())]);
        text.push_str(paragraph);
        text.push_str("\n|\n");
    }
    let published = published.map(|edtf| PageDate {
        edtf: Edtf::new(edtf).expect("the test's date is EDTF"),
        basis: Basis::Stated,
        range: TextRange::new(0, 0),
    });
    let article = Article {
        id: format!("{id}.1"),
        page: id.into(),
        title: Some(Title { text: "导航".into(), range: TextRange::of(0, "导航".len()) }),
        publisher: Some("青川日报".into()),
        published,
        paragraphs: paragraphs.iter().map(|&paragraph| paragraph.into()).collect(),
        spans,
        ..Article::default()
    };
    let page =
        Page { id: id.into(), path: id.into(), encoding: "UTF-8".into(), text, ..Page::default() };
    CleanedPage { page, segments: Vec::new(), articles: vec![article], error: None }
}

fn shown(facts: &Facts) -> Vec<String> {
    let events = facts.events.iter().map(|event| {
        let name = facts
            .initiatives
            .iter()
            .find(|one| one.id == event.initiative)
            .expect("an event has its initiative");
        format!("{} {} {}", name.name, event.phase.key(), event.date.edtf)
    });
    events.collect()
}

/// `initiative|indicator|value unit qualifier|scope|as of` of each figure.
fn figures_of(facts: &Facts) -> Vec<String> {
    facts
        .figures
        .iter()
        .map(|one| {
            let whose = one.initiative.as_deref().unwrap_or("-");
            let scope = one.scope.as_deref().unwrap_or("-");
            let as_of = one.as_of.as_ref().map_or("-", Edtf::as_str);
            let (value, unit, qualifier) = (&one.value, &one.unit, &one.qualifier);
            format!("{whose}|{}|{value} {unit} {qualifier}|{scope}|{as_of}", one.indicator)
        })
        .collect()
}
