//! An article told by its paragraphs, as the page it would have been cleaned from.

use deltascope_model::{Article, Basis, CleanedPage, Edtf, Page, PageDate, TextRange};

/// The page `id`, a line for each of the article's paragraphs; `published` is stated.
pub fn page(id: &str, published: Option<Edtf>, article: Article) -> CleanedPage {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for paragraph in &article.paragraphs {
        spans.push(vec![TextRange::of(text.len(), text.len() + paragraph.len())]);
        text.push_str(paragraph);
        text.push('\n');
    }
    let published =
        published.map(|edtf| PageDate { edtf, basis: Basis::Stated, range: TextRange::new(0, 0) });
    let article = Article { id: format!("{id}.1"), page: id.into(), published, spans, ..article };
    let page =
        Page { id: id.into(), path: id.into(), encoding: "UTF-8".into(), text, ..Page::default() };
    CleanedPage { page, segments: Vec::new(), articles: vec![article], error: None }
}
