//! The body of an article, with its facts, the search's hits and the pointed-at sentence marked.
//!
//! Marks are ranges of the page; `reading` brings them into the paragraphs. In Simplified each
//! character stands for one of the original, so the same marks hold.

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live};
use crate::signals::memo;
use deltascope_model::{Article, Evidence, InitiativeKind, Script, TextRange};
use deltascope_text::Letters;
use leptos::prelude::*;

use super::reader::{TARGET, targets};
use crate::{
    data::Data,
    found::found,
    naming,
    reading::{Mark, Run, in_paragraph, runs},
    store::{data, say_in, store},
    words::{Lang, date::date_words, facts, reader::ReaderWords},
};

/// A mark of the page, with what it means.
struct Note {
    range: TextRange,
    mark: Mark,
    meaning: String,
    kind: Option<InitiativeKind>,
}

/// The body of an article.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn ArticleBody(
    /// The article.
    article: Arc<Article>,
    /// It stands beside its raw page or below its first part, which is the one to be pointed at.
    beside: bool,
) -> impl IntoView {
    let store = store();
    let data = data();
    let words = say_in(ReaderWords::of);
    let search = found().search;
    let notes = notes(&data, &article, store.lang.get_untracked());
    let pointed = store.part(|from, to| to.at.clone_from(&from.at));
    let simplified = memo(move || store.state.with(|state| state.simplified));
    let own = Arc::clone(&article);
    let paragraphs = move || {
        let at = pointed.with(|state| state.at.clone());
        let targets = targets(&data, &own.id, at.as_deref());
        let search = search.get();
        let hit = search.as_ref().as_ref().and_then(|search| data.hit(search, &own));
        let convert = simplified.get() && own.script == Script::Hant;
        let mut reached = false;
        let mut out = Vec::with_capacity(own.paragraphs.len());
        for (number, text) in own.paragraphs.iter().enumerate() {
            let here = |range| in_paragraph(&own, number, range);
            let mut local: Vec<(TextRange, Mark, usize)> = notes
                .iter()
                .enumerate()
                .flat_map(|(at, note)| {
                    here(note.range).into_iter().map(move |range| (range, note.mark, at))
                })
                .collect();
            let found = hit.iter().flat_map(|hit| &hit.body);
            let found = found.filter(|body| body.paragraph as usize == number);
            local.extend(found.map(|body| (body.range, Mark::Hit, usize::MAX)));
            let aims: Vec<TextRange> = targets.iter().flat_map(|range| here(*range)).collect();
            local.extend(aims.iter().map(|range| (*range, Mark::Target, usize::MAX)));
            let first = !beside && !reached && !aims.is_empty();
            reached |= first;
            out.push(paragraph(
                &shown(text, convert.then(|| data.letters())),
                text,
                &local,
                &notes,
                first,
            ));
        }
        let lost = (!targets.is_empty() && !reached) || (at.is_some() && targets.is_empty());
        let lost = (lost && !beside).then(|| {
            el("p")
                .class("notice-line")
                .attr("role", "status")
                .test("no-target")
                .child(words.no_target)
                .view()
        });
        let lang = if convert { "zh-Hans" } else { naming::script_tag(own.script) };
        all_of([
            (lost).part(),
            el("div").class("body").attr("lang", lang).test("body").child(out).view(),
        ])
    };
    let none =
        article.paragraphs.is_empty().then(|| el("p").class("faint").child(words.no_body).view());
    all_of([
        el("p")
            .class("legend")
            .attr("aria-label", words.legend)
            .child(el("span").class("m-time").child(words.mark_time))
            .child(el("span").class("m-name").child(words.mark_name))
            .child(el("span").class("m-event m-event-start").child(words.mark_event))
            .view(),
        (none).part(),
        (live(paragraphs)).part(),
    ])
}

/// Where an evidence holds one of the names, as ranges of the page. The longest name wins where
/// several start together.
fn named_in(letters: &Letters, evidence: &Evidence, names: &[&str]) -> Vec<TextRange> {
    let text = letters.fold(&evidence.text);
    let names: Vec<String> =
        names.iter().map(|name| letters.fold(name).text().to_owned()).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.text().get(at..) {
        let found = names.iter().filter(|name| !name.is_empty() && rest.starts_with(name.as_str()));
        if let Some(length) = found.map(String::len).max() {
            let raw = text.raw_range(TextRange::of(at, at + length));
            let start = evidence.range.start();
            out.push(TextRange::new(start + raw.start(), start + raw.end()));
            at += length;
        } else {
            let Some(next) = rest.chars().next() else { break };
            at += next.len_utf8();
        }
    }
    out
}

/// Everything that the reader marks in an article.
fn notes(data: &Data, article: &Article, lang: Lang) -> Vec<Note> {
    let corpus = &data.corpus;
    let own = |found: &&Evidence| found.article == article.id;
    let page = data.page(&article.page);
    let mut notes = Vec::new();
    for repair in &article.repairs {
        let raw = page.and_then(|page| repair.range.slice(&page.text)).unwrap_or_default();
        let meaning = [say_in(ReaderWords::of).repaired, raw].concat();
        notes.push(Note { range: repair.range, mark: Mark::Repair, meaning, kind: None });
    }
    for time in data.times(article) {
        let meaning =
            time.edtf.as_ref().map(|edtf| date_words(edtf, time.basis, lang)).unwrap_or_default();
        notes.push(Note { range: time.evidence.range, mark: Mark::Time, meaning, kind: None });
    }
    for known in &corpus.initiatives {
        let names = std::iter::once(&known.name).chain(&known.aliases);
        let names: Vec<&str> = names.map(String::as_str).collect();
        for range in known
            .evidence
            .iter()
            .filter(own)
            .flat_map(|found| named_in(data.letters(), &found.complete(article), &names))
        {
            let meaning = [facts::kind(known.kind, lang), " · ", naming::initiative(known, lang)];
            notes.push(Note {
                range,
                mark: Mark::Name,
                meaning: meaning.concat(),
                kind: Some(known.kind),
            });
        }
    }
    for event in &corpus.events {
        for found in event.evidence.iter().filter(own) {
            notes.push(Note {
                range: found.range,
                mark: Mark::Event,
                meaning: String::new(),
                kind: None,
            });
        }
    }
    notes
}

/// The characters to show, each with its offset in the raw text; in Simplified where there are
/// letters to convert by.
fn shown(text: &str, letters: Option<&Letters>) -> Vec<(u32, char)> {
    let offsets = text.char_indices().map(|(at, _)| at as u32);
    if let Some(letters) = letters {
        offsets.zip(letters.simplify(text).text().chars()).collect()
    } else {
        offsets.zip(text.chars()).collect()
    }
}

fn paragraph(
    shown: &[(u32, char)],
    raw: &str,
    marks: &[(TextRange, Mark, usize)],
    notes: &[Note],
    holds_target: bool,
) -> AnyView {
    let plain: Vec<(TextRange, Mark)> =
        marks.iter().map(|(range, mark, _)| (*range, *mark)).collect();
    let mut before = Vec::new();
    let mut target = Vec::new();
    let mut after = Vec::new();
    for run in runs(raw, &plain) {
        let view = run_view(shown, &run, marks, notes);
        if run.is(Mark::Target) {
            target.push(view);
        } else if target.is_empty() {
            before.push(view);
        } else {
            after.push(view);
        }
    }
    let target = (!target.is_empty()).then(|| {
        let id = holds_target.then_some(TARGET);
        el("span")
            .class("target")
            .attr("id", id)
            .attr("tabindex", "-1")
            .test("target")
            .child(target)
            .view()
    });
    el("p").child(before).child(target).child(after).view()
}

fn run_view(
    shown: &[(u32, char)],
    run: &Run,
    marks: &[(TextRange, Mark, usize)],
    notes: &[Note],
) -> AnyView {
    let from = shown.partition_point(|(at, _)| *at < run.range.start());
    let to = shown.partition_point(|(at, _)| *at < run.range.end());
    let text: String = shown[from..to].iter().map(|(_, c)| *c).collect();
    let mut class = String::new();
    for (mark, name) in [
        (Mark::Time, "m-time "),
        (Mark::Name, "m-name "),
        (Mark::Event, "m-event "),
        (Mark::Repair, "m-repair "),
    ] {
        if run.is(mark) {
            class.push_str(name);
        }
    }
    let opens = |(range, mark, _): &(TextRange, Mark, usize)| {
        *mark == Mark::Event && range.start() == run.range.start()
    };
    if marks.iter().any(opens) {
        class.push_str("m-event-start");
    }
    let text = if run.is(Mark::Hit) { el("mark").child(text).view() } else { text.into_any() };
    if class.is_empty() {
        return text;
    }
    let over: Vec<&Note> = marks
        .iter()
        .filter(|(range, _, at)| *at != usize::MAX && range.contains(run.range))
        .map(|(_, _, at)| &notes[*at])
        .collect();
    let meaning =
        over.iter().find(|note| !note.meaning.is_empty()).map(|note| note.meaning.clone());
    let kind = over.iter().find_map(|note| note.kind).map(InitiativeKind::key);
    el("span").class(class).attr("title", meaning).attr("data-kind", kind).child(text).view()
}
