//! The first frame: what the page shows before the app is there.
//!
//! 1. the head of the bundle's corpus is read
//! 2. a template for each language of the interface is written into the page: the top bar, the head of the front page
//!    and the list's first [`articles`], and boxes in the places of filters and timeline
//! 3. `public/first.js` shows the one in the reader's language, with what the address asks for, or the bar alone where
//!    that is something else; the app then stands in its place
//!
//! Words and what is said of the corpus are the app's own code. Elements and classes are as `src/components` draws
//! them, so that nothing moves when the app does: `tests/browser/shell.test.mjs` sets one beside the other.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use deltascope_model::{Corpus, Event, Initiative, Story};

use crate::drawings::{GLASS, MARK};
use crate::fingerprint::fingerprint;
use crate::front;
use crate::view::View;
use crate::words::{self, Lang, Words, date::date_words, facts};

mod articles;

/// What the templates stand between.
const BEFORE: &str = "</noscript>";
const AFTER: &str = "<script src=\"./first.js\">";
/// What of a corpus the first frame says nothing of: passed over unread.
const UNSAID: [&str; 8] =
    ["pages", "spans", "times", "quantities", "relations", "organisations", "people", "issues"];

/// Writes the first frame into a bundle's page. The page is left without one where it has no place for it, or the
/// corpus cannot be read: what is wrong with it is for the app to say.
///
/// # Errors
/// Where the page cannot be read or written.
pub fn write(page: &Path, corpus: &Path) -> Result<()> {
    let text =
        fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
    let bytes = fs::read(corpus).unwrap_or_default();
    let templates = Corpus::parse_head(&UNSAID, &bytes).map_or_else(
        |_| String::new(),
        |corpus| Lang::ALL.map(|lang| template(&corpus, lang)).concat(),
    );
    let Some(text) = with(&text, &templates) else { return Ok(()) };
    fs::write(page, text).with_context(|| format!("cannot write {}", page.display()))
}

/// The page with these templates in the place of those that it has.
fn with(page: &str, templates: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEFORE)?;
    let (_, after) = rest.split_once(AFTER)?;
    Some([before, BEFORE, "\n", templates, AFTER, after].concat())
}

fn template(corpus: &Corpus, lang: Lang) -> String {
    let words = words::words(lang);
    let (tag, bar, front) = (lang.tag(), bar(words, lang), front_page(corpus, words, lang));
    let list = articles::articles(corpus, lang).map(|(total, cards)| {
        let list = format!("<ol class=\"results\">{cards}</ol>");
        view(View::Articles, corpus, words, "", &total, &list)
    });
    let (list, loading) = (list.unwrap_or_default(), words.states.loading);
    format!(
        "<template lang=\"{tag}\"><div id=\"shell\" class=\"app\" aria-hidden=\"true\" inert>{bar}{front}{list}\
         <p class=\"state\"><span class=\"pulse\"></span>{loading}</p></div></template>\n"
    )
}

/// The top bar.
fn bar(words: &Words, lang: Lang) -> String {
    let frame = &words.frame;
    let mark = all(MARK.iter().map(|(class, d)| format!("<path class=\"{class}\" d=\"{d}\"/>")));
    let tabs = all(View::ALL.iter().take(View::TABS).map(|&tab| {
        let keys = View::ALL.iter().filter(|view| view.tab() == tab).map(|view| view.key());
        let (keys, name) = (keys.collect::<Vec<_>>().join(" "), frame.views[tab as usize]);
        format!("<span class=\"view-tab\" data-views=\"{keys}\">{name}</span>")
    }));
    let langs = all(Lang::ALL.iter().map(|&one| {
        let selected = if one == lang { " selected" } else { "" };
        format!("<option lang=\"{}\"{selected}>{}</option>", one.tag(), one.name())
    }));
    let themes = ["", "light", "dark"].iter().zip(frame.themes);
    let themes = all(themes.map(|(key, name)| format!("<option value=\"{key}\">{name}</option>")));
    let (tagline, hint) = (frame.tagline, frame.search_hint);
    format!(
        "<header class=\"top\">\
         <a class=\"brand\"><svg class=\"brand-mark\" viewBox=\"0 0 64 64\">{mark}</svg>\
         <span class=\"brand-name\" lang=\"en\">Deltascope</span><span class=\"brand-line\">{tagline}</span></a>\
         <div class=\"search\"><svg class=\"search-icon\" viewBox=\"0 0 20 20\"><path d=\"{GLASS}\"/></svg>\
         <input type=\"search\" autocomplete=\"off\" placeholder=\"{hint}\"><kbd class=\"search-key\">/</kbd></div>\
         <nav class=\"views\">{tabs}</nav>\
         <div class=\"preferences\"><select>{langs}</select><select>{themes}</select></div></header>"
    )
}

/// The front page below the bar.
fn front_page(corpus: &Corpus, words: &Words, lang: Lang) -> String {
    let overview = overview(corpus, words, lang);
    let total = words::count(words.filters.events, corpus.events.len());
    let stand_in = "<div class=\"quiet\"><span class=\"pulse\"></span></div>";
    view(View::Timeline, corpus, words, &overview, &total, stand_in)
}

/// A view of this corpus: what is above the number of what it lists, the number, and the list.
fn view(of: View, corpus: &Corpus, words: &Words, above: &str, total: &str, list: &str) -> String {
    let (key, corpus, filters) = (of.key(), fingerprint(corpus), words.filters.name);
    format!(
        "<div class=\"columns\" data-view=\"{key}\" data-corpus=\"{corpus}\" data-rail=\"true\" aria-hidden=\"true\" inert>\
         <div class=\"rail\"><div class=\"quiet\"></div></div>\
         <div class=\"main\">{above}\
         <div class=\"narrowing\"><span class=\"button open-filters\">{filters}</span><p class=\"total\">{total}</p></div>\
         {list}</div></div>"
    )
}

/// The head of the front page.
fn overview(corpus: &Corpus, words: &Words, lang: Lang) -> String {
    let own = &words.overview;
    let guide = corpus.guide.as_ref();
    let title = guide.map_or(own.title, |guide| front::told(&guide.title, lang));
    let note = guide.map(|guide| {
        format!("<p class=\"overview-note\">{}</p>", escaped(front::told(&guide.note, lang)))
    });
    let numbers = own.numbers.iter().zip(front::numbers(corpus, lang));
    let numbers =
        all(numbers.map(|(name, value)| format!("<div><dt>{name}</dt><dd>{value}</dd></div>")));
    let rows = all(front::newest(corpus).map(|row| newest(row, lang)));
    let newest = list("overview-newest", own.newest, &rows);
    let told = guide.iter().flat_map(|guide| &guide.stories);
    let rows = all(told.map(|one| story(one, lang)));
    let stories = list("overview-stories", own.start, &rows);
    format!(
        "<section class=\"overview\"><div class=\"overview-about\"><h2>{}</h2>{}\
         <dl class=\"overview-numbers\">{numbers}</dl></div>{newest}{stories}</section>",
        escaped(title),
        note.unwrap_or_default()
    )
}

/// A list under its name; nothing where it is empty.
fn list(class: &str, name: &str, rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    format!("<div class=\"{class}\"><h3>{name}</h3><ul>{rows}</ul></div>")
}

fn newest((event, initiative): (&Event, &Initiative), lang: Lang) -> String {
    format!(
        "<li><span class=\"when\">{}</span><a href=\"./\" class=\"initiative-link\"><span lang=\"{}\">{}</span></a>\
         <span class=\"faint\">{}</span></li>",
        date_words(&event.date.edtf, event.date.basis, lang),
        facts::initiative_lang(initiative, lang),
        escaped(facts::initiative(initiative, lang)),
        facts::phase(event.phase, lang)
    )
}

fn story(story: &Story, lang: Lang) -> String {
    format!(
        "<li><a class=\"story\"><strong>{}</strong><span>{}</span></a></li>",
        escaped(front::told(&story.title, lang)),
        escaped(front::told(&story.text, lang))
    )
}

/// Parts one after another.
fn all(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().concat()
}

/// Text of a corpus as text of the page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../../index.html");

    fn corpus(guide: &str) -> Corpus {
        let text = format!(
            r#"{{"format":"{}",{guide}"pages":[],"articles":[],"families":[],"times":[],"quantities":[],
            "initiatives":[{{"id":"i","name":"甲<乙>","aliases":[],"name_en":null,"kind":"law","pillar":null,
            "status":null,"actors":[],"places":[],"evidence":[]}}],
            "events":[{{"id":"e","initiative":"i","phase":"adopted","date":{{"edtf":"2024-07","basis":"stated"}},
            "standing":"happened","actors":[],"places":[],"evidence":[]}}],
            "figures":[],"relations":[],"places":[],"organisations":[],"issues":[]}}"#,
            deltascope_model::CORPUS_FORMAT
        );
        Corpus::parse_head(&UNSAID, text.as_bytes()).unwrap()
    }

    #[test]
    fn the_page_of_this_checkout_has_a_place_for_it() {
        let once = with(PAGE, "<template></template>").unwrap();
        assert_eq!(once.matches("<template>").count(), 1);
        assert_eq!(with(&once, "<template></template>").unwrap(), once);
        assert_eq!(with("<!doctype html>", ""), None);
    }

    #[test]
    fn what_a_corpus_says_is_text() {
        let guide = r#""guide":{"title":{"hans":"甲&乙","hant":"甲&乙","en":"A & B"},
            "note":{"hans":"丙","hant":"丙","en":"C"}},"#;
        let page = template(&corpus(guide), Lang::En);
        assert!(page.contains("<h2>A &amp; B</h2>") && page.contains("甲&lt;乙>"), "{page}");
        assert!(page.contains("Jul 2024") && page.contains("1 event<"), "{page}");
    }

    #[test]
    fn a_corpus_without_a_guide_is_given_no_other_headline() {
        let page = template(&corpus(""), Lang::Hans);
        assert!(page.contains("<h2>这份语料</h2>"), "{page}");
        assert!(!page.contains("overview-note") && !page.contains("overview-stories"));
    }

    #[test]
    fn a_corpus_that_cannot_be_read_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let (page, corpus) = (folder.path().join("index.html"), folder.path().join("corpus.json"));
        fs::write(&page, with(PAGE, "<template></template>").unwrap()).unwrap();
        fs::write(&corpus, "{}").unwrap();
        write(&page, &corpus).unwrap();
        assert!(!fs::read_to_string(&page).unwrap().contains("<template"));
    }
}
