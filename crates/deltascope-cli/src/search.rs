//! `deltascope search`: the app's own engine from a shell.
//!
//! Hits go to standard output, story by story. What is wrong with the query, with a caret under the
//! place, and what was searched for beside it go to standard error.

use std::io::{self, BufWriter, Write};

use anyhow::{Context, Result};
use deltascope_model::{Article, TextRange};
use deltascope_search::{
    Field, Found, Hit, Options, ProblemKind, Reason, Results, Snippet, Sort, Where, snippets,
};
use serde_json::{Value, json};

use crate::args::{Order, SearchArgs};
use crate::searched::Searched;

/// Snippets shown for a hit.
const SNIPPETS: usize = 3;

pub fn run(args: &SearchArgs) -> Result<()> {
    let mut searched = Searched::read(&args.dir)?;
    let sort = match args.sort {
        Order::Relevance => Sort::Relevance,
        Order::Date => Sort::Date,
    };
    let query = searched.index.query(&args.query);
    let options = Options { sort, literal: args.literal };
    let results = searched.search(&query, options)?;
    remark(&args.query, &results).context("standard error cannot be written")?;
    let stories = searched.index.stories(&results, args.limit.unwrap_or(usize::MAX));
    let mut out = BufWriter::new(io::stdout().lock());
    let unwritten = "standard output cannot be written";
    for story in &stories {
        // The text output shows the first of a story alone.
        let shown = if args.json { story.len() } else { 1 };
        for found in &story[..shown] {
            let article = searched.article(found.article)?.clone();
            let index = &searched.index;
            let hit = index.hit(&article, found.article, &results);
            let shown = snippets(index.letters(), &article, &hit, SNIPPETS);
            if args.json {
                let story = searched.id(index.story(found.article));
                let names = searched.named(&hit);
                let hit = (&hit, names);
                writeln!(out, "{}", as_json(&article, *found, hit, story, &shown, &args.query))
            } else {
                writeln!(out, "{}", as_text(&article, &shown, story.len() - 1))
            }
            .context(unwritten)?;
        }
    }
    if stories.is_empty() && !args.json {
        writeln!(out, "no article holds “{}”", args.query).context(unwritten)?;
    }
    out.flush().context(unwritten)
}

/// Says what of a query does not mean what it seems to, what was searched for beside it, and what
/// to ask where it finds nothing.
fn remark(query: &str, results: &Results) -> io::Result<()> {
    let mut out = io::stderr().lock();
    for problem in &results.problems {
        writeln!(out, "deltascope: {}\n{}", advice(problem.kind), pointed(query, problem.range))?;
    }
    for also in &results.also {
        let term = also.term.slice(query).unwrap_or_default();
        writeln!(out, "deltascope: for {term} also searched: {}", also.names.join(" "))?;
    }
    if let Some(suggestion) = &results.suggestion {
        writeln!(out, "deltascope: nothing found; this finds something: {suggestion}")?;
    }
    Ok(())
}

/// A query on one line with carets below a part of it.
fn pointed(query: &str, range: TextRange) -> String {
    let line = |text: &str| text.replace(char::is_control, " ");
    // Chinese characters take two columns.
    let columns = |text: &str| text.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum();
    let before: usize = columns(&query[..range.start() as usize]);
    let under: usize = columns(range.slice(query).unwrap_or_default());
    format!("  {}\n  {}{}", line(query), " ".repeat(before), "^".repeat(under))
}

fn advice(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::UnknownField => {
            "no field has this name; it is searched as text (fields: title, place, kind, publisher, \
             phase, before, after)"
        }
        ProblemKind::NoValue => {
            "left out: write the value right behind the field, as in place:合肥"
        }
        ProblemKind::NoDate => {
            "left out: give a date such as 2024, 2024-06, 2024-06-30 or 2024年6月"
        }
        ProblemKind::UnknownName => "left out: nothing in the corpus has this name",
        ProblemKind::Operator => "left out: it has nothing to work on",
        ProblemKind::OpenQuote => "this quotation mark is not closed; it holds to the end",
    }
}

fn as_json(
    article: &Article,
    found: Found,
    (hit, names): (&Hit, Vec<&str>),
    story: &str,
    shown: &[Snippet],
    query: &str,
) -> Value {
    let snippet =
        |one: &Snippet| json!({ "paragraph": one.paragraph, "text": one.text, "marks": one.marks });
    let reason = |reason: &Reason| json!({ "term": reason.term.slice(query), "in": place(reason.place), "other": reason.other });
    json!({
        "article": article.id,
        "title": article.title,
        "derived_title": article.derived_title,
        "story": story,
        "score": found.score,
        "reasons": hit.reasons.iter().map(reason).collect::<Vec<_>>(),
        "names": names,
        "snippets": shown.iter().map(snippet).collect::<Vec<_>>(),
    })
}

fn place(place: Where) -> &'static str {
    match place {
        Where::Title => "title",
        Where::Body => "body",
        Where::Name => "name",
        Where::Field(field) => Field::key(field),
    }
}

fn as_text(article: &Article, shown: &[Snippet], reprints: usize) -> String {
    let title = match (&article.title, &article.derived_title) {
        (Some(title), _) => title.text.clone(),
        (None, Some(derived)) => format!("(derived) {}", derived.text),
        (None, None) => "(no title)".to_owned(),
    };
    let more = match reprints {
        0 => String::new(),
        1 => "  (1 reprint)".to_owned(),
        more => format!("  ({more} reprints)"),
    };
    let mut text = format!("{}  {title}{more}", article.id);
    for snippet in shown {
        text.push_str("\n    ");
        text.push_str(&snippet.text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_below_the_place() {
        let query = "平台 before:abc";
        let range = TextRange::of("平台 ".len(), query.len());
        assert_eq!(pointed(query, range), "  平台 before:abc\n       ^^^^^^^^^^");
        assert_eq!(pointed("标题：", TextRange::of(0, 9)), "  标题：\n  ^^^^^^");
    }
}
