//! How `deltascope clean` writes a page: the line that `serde_json` would give, for a third of the
//! time, as nearly all of it beside the text are segments with the same few words.

use crate::{CleanedPage, Segment};

/// A segment takes about so many bytes.
const SEGMENT: usize = 96;

impl CleanedPage {
    /// The page as a line of JSON, without the line's end.
    ///
    /// # Panics
    /// Never: a vector takes every byte, and the keys of all records are strings.
    pub fn to_json(&self) -> Vec<u8> {
        let Self { page, segments, articles, error } = self;
        let mut out = Vec::with_capacity(page.text.len() * 3 + segments.len() * SEGMENT);
        out.extend_from_slice(b"{\"page\":");
        value(&mut out, page);
        out.extend_from_slice(b",\"segments\":[");
        for (nth, one) in segments.iter().enumerate() {
            out.extend_from_slice(if nth == 0 { b"" } else { b"," });
            segment(&mut out, one);
        }
        out.extend_from_slice(b"],\"articles\":");
        value(&mut out, articles);
        out.extend_from_slice(b",\"error\":");
        value(&mut out, error);
        out.push(b'}');
        out
    }
}

fn segment(out: &mut Vec<u8>, Segment { range, label, rule, score, article }: &Segment) {
    out.extend_from_slice(b"{\"range\":");
    value(out, range);
    out.extend_from_slice(b",\"label\":");
    text(out, label.key());
    out.extend_from_slice(b",\"rule\":");
    text(out, rule);
    out.extend_from_slice(b",\"score\":");
    value(out, score);
    out.extend_from_slice(b",\"article\":");
    match article {
        Some(id) => text(out, id),
        None => out.extend_from_slice(b"null"),
    }
    out.push(b'}');
}

/// Names of rules and ids seldom hold a character that must be escaped.
fn text(out: &mut Vec<u8>, text: &str) {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.')) {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    } else {
        value(out, text);
    }
}

fn value(out: &mut Vec<u8>, value: &(impl serde::Serialize + ?Sized)) {
    serde_json::to_writer(out, value).expect("a record is always JSON");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Label, Page, TextRange};

    #[test]
    fn a_page_is_written_as_its_record_is() {
        let text = "首页\n三市“共用”仪器\u{1}\\";
        let segment = |range, label, rule: &'static str, article: Option<&str>| Segment {
            range,
            label,
            rule: rule.into(),
            score: 87,
            article: article.map(str::to_owned),
        };
        let page = Page {
            id: "a\"b".into(),
            path: "p/甲.txt".into(),
            encoding: "UTF-8".into(),
            url: Some("https://example.org/?a=1&b".into()),
            text: text.into(),
            ..Page::default()
        };
        let segments = vec![
            segment(TextRange::new(0, 6), Label::Noise, "link-list", None),
            segment(TextRange::new(6, 7), Label::Noise, "blank", Some("a1.2")),
            segment(TextRange::new(7, 33), Label::Body, "a \"rule\"", Some("甲\n.1")),
        ];
        let mut cleaned =
            CleanedPage { page, segments, articles: Vec::new(), error: Some("\t".into()) };
        let check = |cleaned: &CleanedPage| {
            assert_eq!(cleaned.to_json(), serde_json::to_vec(cleaned).unwrap());
        };
        check(&cleaned);
        cleaned.segments.truncate(1);
        cleaned.error = None;
        check(&cleaned);
        cleaned.segments.clear();
        check(&cleaned);
    }
}
