//! One article in the list: title, who and when, and what was found in it.

use deltascope_model::{Article, TextRange};
use deltascope_search::{Hit, snippets};
use leptos::prelude::*;

use super::{control::link, marked::marked};
use crate::{
    data::Data,
    naming,
    store::{Store, say},
    words::{count, date::date_words, fill},
};

/// Snippets of one card, and the characters of an opening where there is no search.
const SNIPPETS: usize = 3;
const OPENING: usize = 96;
/// Characters of the opening that stand in for a missing title.
const HEADING: usize = 22;
/// Names of initiatives on one card.
const NAMES: usize = 3;

/// One article in the list.
pub fn result_card(data: &Data, store: Store, at: usize, hit: Option<&Hit>) -> AnyView {
    let article = &data.corpus.articles[at];
    let lang = naming::script_tag(article.script);
    let words = &say().filters;
    let title = match &article.title {
        Some(title) => marked(&title.text, hit.map_or(&[], |hit| hit.title.as_slice())),
        None => view! {
            <span class="faint" lang=store.lang.get_untracked().tag()>{words.untitled}</span>
            {opening(article, HEADING)}
        }
        .into_any(),
    };
    let publisher = match &article.publisher {
        Some(name) => view! { <span lang=lang>{name.clone()}</span> }.into_any(),
        None => view! { <span class="faint">{words.unsigned}</span> }.into_any(),
    };
    let when = match &article.published {
        Some(dated) => {
            let words = date_words(&dated.edtf, dated.basis, store.lang.get_untracked());
            view! { <time datetime=dated.edtf.to_string()>{words}</time> }.into_any()
        }
        None => view! { <span class="faint">{words.undated}</span> }.into_any(),
    };
    let stated = data
        .corpus
        .events
        .iter()
        .filter(|event| event.evidence.iter().any(|found| found.article == article.id))
        .count();
    let stated_count = (stated > 0)
        .then(|| view! { <span class="stated">{count(words.stated, stated)}</span> }.into_any());
    let id = article.id.clone();
    view! {
        <li class="card" data-testid="result" data-article=article.id.clone()>
            <h2 lang=lang>
                {link("result-link", "result-link", ["r-", &article.id].concat(), title, move |state| state.open(&id, None))}
            </h2>
            <p class="card-source">{publisher}{when}{stated_count}</p>
            <div class="card-text" lang=lang>{text(article, hit)}</div>
            {names(data, store, hit)}
        </li>
    }
    .into_any()
}

/// The sentences with hits, or the article's opening.
fn text(article: &Article, hit: Option<&Hit>) -> AnyView {
    let found = hit.map(|hit| snippets(article, hit, SNIPPETS)).unwrap_or_default();
    if found.is_empty() {
        return view! { <p>{opening(article, OPENING)}</p> }.into_any();
    }
    let lines = found.iter().map(|snippet| {
        let marks: &[TextRange] = &snippet.marks;
        view! { <p class="snippet" data-testid="snippet">{marked(snippet.text.trim(), marks)}</p> }
            .into_any()
    });
    lines.collect_view().into_any()
}

/// The first characters of the body.
fn opening(article: &Article, characters: usize) -> String {
    let text = article.paragraphs.first().map_or("", String::as_str);
    match text.char_indices().nth(characters) {
        Some((end, _)) => [&text[..end], "……"].concat(),
        None => text.to_owned(),
    }
}

/// The initiatives by whose name the search found the article.
fn names(data: &Data, store: Store, hit: Option<&Hit>) -> AnyView {
    let lang = store.lang.get_untracked();
    let all = hit.map_or(0, |hit| hit.names.len());
    let found: Vec<AnyView> = hit
        .iter()
        .flat_map(|hit| &hit.names)
        .take(NAMES)
        .filter_map(|name| data.initiative(&name.initiative))
        .map(|initiative| {
            let tag = naming::initiative_lang(initiative, lang);
            let name = naming::initiative(initiative, lang).to_owned();
            view! { <li lang=tag>{name}</li> }.into_any()
        })
        .collect();
    if found.is_empty() {
        return ().into_any();
    }
    let rest = all.saturating_sub(NAMES);
    let rest = (rest > 0).then(|| {
        view! { <li class="faint">{fill(say().filters.more, &rest.to_string())}</li> }.into_any()
    });
    view! { <div class="card-names"><span>{say().filters.by_name}</span><ul>{found}{rest}</ul></div> }
        .into_any()
}
