//! What the head of an HTML page says of its story: `<title>`, `og:` and `article:` values, `author`,
//! `source`, `publishdate`, and JSON-LD. None of it is text that a reader sees; it only confirms what
//! stands there.

use std::collections::BTreeSet;

use deltascope_model::{HeadKey, HeadValue};
use html5gum::StartTag;
use serde_json::Value;

use crate::meta::days;

/// A longer value, in characters, is none.
const LONGEST: usize = 120;
/// More JSON-LD than this, in bytes, is not read.
const MOST_JSON: usize = 256 << 10;
/// More values than this are not kept.
const MOST: usize = 24;

/// What JSON-LD calls the values.
const JSON: [(&str, HeadKey); 7] = [
    ("headline", HeadKey::Title),
    ("title", HeadKey::Title),
    ("datePublished", HeadKey::Date),
    ("pubDate", HeadKey::Date),
    ("author", HeadKey::Author),
    ("publisher", HeadKey::Source),
    ("sourceOrganization", HeadKey::Source),
];

/// What was read so far.
#[derive(Default)]
pub struct Head {
    inside: Option<Inside>,
    text: String,
    has_title: bool,
    times: BTreeSet<String>,
    values: Vec<HeadValue>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Title,
    Json,
}

impl Head {
    /// An element begins.
    pub fn start(&mut self, tag: &StartTag<()>) {
        let value = |name: &[u8]| {
            tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
        };
        match &tag.name[..] {
            b"title" if !self.has_title => {
                self.has_title = true;
                self.inside = Some(Inside::Title);
            }
            b"script" if value(b"type").is_some_and(|kind| kind.contains("ld+json")) => {
                self.inside = Some(Inside::Json);
            }
            b"meta" => {
                let name = [&b"property"[..], b"name", b"itemprop"].into_iter().find_map(value);
                let key = name.and_then(|name| of_name(&name.to_ascii_lowercase()));
                if let Some((key, content)) = key.zip(value(b"content")) {
                    self.add(key, &content);
                }
            }
            b"time" => self.times.extend(value(b"datetime").and_then(|time| day(&time))),
            _ => {}
        }
    }

    /// Text of the page, seen or not.
    pub fn text(&mut self, text: &[u8]) {
        if self.inside.is_some() && self.text.len() + text.len() <= MOST_JSON {
            self.text.push_str(&String::from_utf8_lossy(text));
        }
    }

    /// An element ends.
    pub fn end(&mut self, name: &[u8]) {
        match (self.inside, name) {
            (Some(Inside::Title), b"title" | b"head") => {
                let text = std::mem::take(&mut self.text);
                self.add(HeadKey::Title, &text);
            }
            (Some(Inside::Json), b"script") => {
                let text = std::mem::take(&mut self.text);
                if let Ok(value) = serde_json::from_str(&text) {
                    self.json(&value);
                }
            }
            _ => return,
        }
        self.inside = None;
    }

    /// The values, each once.
    pub fn finish(mut self) -> Vec<HeadValue> {
        // Of several times on a page nobody knows which is the story's.
        if self.times.len() == 1 && !self.values.iter().any(|value| value.key == HeadKey::Date) {
            for time in std::mem::take(&mut self.times) {
                self.add(HeadKey::Date, &time);
            }
        }
        self.values
    }

    fn add(&mut self, key: HeadKey, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = if key == HeadKey::Date { day(&text).unwrap_or_default() } else { text };
        let value = HeadValue { key, text };
        let fits = !value.text.is_empty() && value.text.chars().count() <= LONGEST;
        if fits && self.values.len() < MOST && !self.values.contains(&value) {
            self.values.push(value);
        }
    }

    /// An object of JSON-LD that tells of an article, alone or in a list.
    fn json(&mut self, value: &Value) {
        match value {
            Value::Array(all) => all.iter().for_each(|one| self.json(one)),
            Value::Object(object) => {
                if let Some(all) = object.get("@graph") {
                    self.json(all);
                }
                for (name, key) in JSON {
                    if let Some(inner) =
                        object.get(name).filter(|_| is_article(object.get("@type")))
                    {
                        self.named(key, inner);
                    }
                }
            }
            _ => {}
        }
    }

    /// A value that is a text, an object with a name, or a list of these.
    fn named(&mut self, key: HeadKey, value: &Value) {
        match value {
            Value::String(text) => self.add(key, text),
            Value::Array(all) => all.iter().for_each(|one| self.named(key, one)),
            Value::Object(object) => {
                if let Some(Value::String(name)) = object.get("name") {
                    self.add(key, name);
                }
            }
            _ => {}
        }
    }
}

fn of_name(name: &str) -> Option<HeadKey> {
    Some(match name {
        "og:title" | "twitter:title" | "headline" | "articletitle" => HeadKey::Title,
        "article:published_time"
        | "og:published_time"
        | "og:release_date"
        | "publishdate"
        | "pubdate"
        | "datepublished"
        | "firstpublishedtime" => HeadKey::Date,
        "author" | "article:author" | "og:article:author" => HeadKey::Author,
        "source" | "contentsource" | "mediaid" => HeadKey::Source,
        _ => return None,
    })
}

/// An article of any kind; search engines take objects without a type for one.
fn is_article(kind: Option<&Value>) -> bool {
    let told = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            ["Article", "Posting", "Report", "WebPage"].iter().any(|end| kind.ends_with(end))
        })
    };
    match kind {
        None => true,
        Some(Value::Array(kinds)) => kinds.iter().any(told),
        Some(kind) => told(kind),
    }
}

/// The day of a time: `2024-06-05T10:12:00+08:00`, `20240605`, `2024年6月5日`.
fn day(text: &str) -> Option<String> {
    let digits = text.get(..8).filter(|head| head.bytes().all(|byte| byte.is_ascii_digit()));
    let spread = digits.map(|head| format!("{}-{}-{}", &head[..4], &head[4..6], &head[6..]));
    let text = spread.as_deref().unwrap_or(text).replace('T', " ");
    days(&text).into_iter().next().map(|day| day.edtf.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::flatten;

    #[track_caller]
    fn check(head: &str, expected: &[(HeadKey, &str)]) {
        let html = format!("<!doctype html><html><head>{head}</head><body>三市</body></html>");
        let found = flatten(&html).head;
        let found: Vec<(HeadKey, &str)> =
            found.iter().map(|value| (value.key, value.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_and_meta_values() {
        check(
            "<title>三市\n共用_江畔网</title><meta property=og:title content=三市共用>",
            &[(HeadKey::Title, "三市 共用_江畔网"), (HeadKey::Title, "三市共用")],
        );
        check(
            "<meta name=publishdate content=20240605><meta name=author content=张三>",
            &[(HeadKey::Date, "2024-06-05"), (HeadKey::Author, "张三")],
        );
        check(
            "<meta property='article:published_time' content='2024-06-05T10:12:00+08:00'>",
            &[(HeadKey::Date, "2024-06-05")],
        );
    }

    #[test]
    fn json_ld_of_articles() {
        let json = r#"{"@graph":[{"@type":"Organization","name":"江畔网"},
            {"@type":"NewsArticle","headline":"三市共用","datePublished":"2024-06-05",
             "author":[{"name":"张三"}],"publisher":{"name":"江畔日报"}}]}"#;
        check(
            &format!("<script type='application/ld+json'>{json}</script>"),
            &[
                (HeadKey::Title, "三市共用"),
                (HeadKey::Date, "2024-06-05"),
                (HeadKey::Author, "张三"),
                (HeadKey::Source, "江畔日报"),
            ],
        );
        check("<script type='application/ld+json'>{\"headline\":\"三市</script>", &[]);
    }

    #[test]
    fn one_time_of_the_page_is_its_day() {
        check("<time datetime=2024-06-05>昨天</time>", &[(HeadKey::Date, "2024-06-05")]);
        check("<time datetime=2024-06-05></time><time datetime=2024-06-06></time>", &[]);
    }
}
