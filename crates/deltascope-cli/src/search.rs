//! `deltascope search`: the app's own engine from a shell.

use std::io::{self, BufWriter, Write};

use anyhow::{Context, Result};
use deltascope_model::Article;
use deltascope_search::{Hit, snippets};
use deltascope_text::Letters;
use serde_json::json;

use crate::args::SearchArgs;
use crate::folder;

/// Snippets shown for a hit.
const SNIPPETS: usize = 3;

pub fn run(args: &SearchArgs) -> Result<()> {
    let built = folder::read(&args.dir)?;
    let articles = &built.corpus.articles;
    let letters = built.index.letters();
    let hits = built.index.search(articles, &built.index.query(&args.query));
    let mut out = BufWriter::new(io::stdout().lock());
    for hit in &hits {
        if let Some(article) = articles.iter().find(|article| article.id == hit.article) {
            let line = if args.json {
                as_json(letters, article, hit)
            } else {
                as_text(letters, article, hit)
            };
            writeln!(out, "{line}").context("standard output cannot be written")?;
        }
    }
    if hits.is_empty() && !args.json {
        writeln!(out, "no article holds “{}”", args.query)
            .context("standard output cannot be written")?;
    }
    out.flush().context("standard output cannot be written")
}

fn as_json(letters: &Letters, article: &Article, hit: &Hit) -> String {
    let snippets: Vec<_> = snippets(letters, article, hit, SNIPPETS)
        .into_iter()
        .map(|snippet| json!({ "paragraph": snippet.paragraph, "text": snippet.text, "marks": snippet.marks }))
        .collect();
    json!({ "article": article.id, "title": article.title, "derived_title": article.derived_title, "score": hit.score, "snippets": snippets }).to_string()
}

fn as_text(letters: &Letters, article: &Article, hit: &Hit) -> String {
    let title = match (&article.title, &article.derived_title) {
        (Some(title), _) => title.text.clone(),
        (None, Some(derived)) => format!("(derived) {}", derived.text),
        (None, None) => "(no title)".to_owned(),
    };
    let mut text = format!("{}  {title}", article.id);
    for snippet in snippets(letters, article, hit, SNIPPETS) {
        text.push_str("\n    ");
        text.push_str(&snippet.text);
    }
    text
}
