//! The address that a page of HTML gives itself: where a browser saved it from, its canonical link,
//! or `og:url`, in this order.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// How far into a page its head may reach, in bytes.
const REACH: usize = 64 << 10;
/// Longest address that is believed, in bytes.
const LONGEST: usize = 2048;

/// The page's own address, if its head gives one of the web.
pub fn address(html: &str) -> Option<String> {
    let mut tokens = DefaultEmitter::default();
    tokens.naively_switch_states(true);
    let (mut canonical, mut shared) = (None, None);
    for token in Tokenizer::new_with_emitter(head(html), tokens) {
        let Ok(token) = token;
        match token {
            Token::Comment(comment) => {
                if let Some(url) = saved_from(&String::from_utf8_lossy(&comment)) {
                    return Some(url);
                }
            }
            Token::StartTag(tag) => match &tag.name[..] {
                b"body" => break,
                b"link" if attribute(&tag, b"rel").is_some_and(|rel| is_canonical(&rel)) => {
                    canonical = canonical.or_else(|| of_web(&attribute(&tag, b"href")?));
                }
                b"meta" if attribute(&tag, b"property").as_deref() == Some("og:url") => {
                    shared = shared.or_else(|| of_web(&attribute(&tag, b"content")?));
                }
                _ => {}
            },
            _ => {}
        }
    }
    canonical.or(shared)
}

fn head(html: &str) -> &str {
    let mut end = REACH.min(html.len());
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    &html[..end]
}

/// ` saved from url=(0023)https://example.org/a ` → `https://example.org/a`.
fn saved_from(comment: &str) -> Option<String> {
    let (_, rest) = comment.trim().strip_prefix("saved from url=(")?.split_once(')')?;
    of_web(rest)
}

fn is_canonical(rel: &str) -> bool {
    rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("canonical"))
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(value).trim().to_owned())
}

/// An address that leads somewhere from anywhere; `//host/…` takes https.
pub fn of_web(url: &str) -> Option<String> {
    let url = url.trim();
    let url = if url.starts_with("//") { format!("https:{url}") } else { url.to_owned() };
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let sane = url.len() <= LONGEST
        && !host.is_empty()
        && !url.contains(|char: char| char.is_whitespace() || char.is_control());
    sane.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expected: Option<&str>) {
        let html = format!("<!doctype html><html><head>{head}</head><body>三市共用仪器</body>");
        assert_eq!(address(&html).as_deref(), expected);
    }

    #[test]
    fn the_head_gives_the_address() {
        let canonical = "<link rel='shortlink canonical' href='https://example.org/a?b=1&amp;c=2'>";
        let shared = "<meta property=og:url content=' //example.org/b '>";
        check(canonical, Some("https://example.org/a?b=1&c=2"));
        check(shared, Some("https://example.org/b"));
        check(&format!("{shared}{canonical}"), Some("https://example.org/a?b=1&c=2"));
        check(
            &format!("{canonical}<!-- saved from url=(0021)http://example.org/c -->"),
            Some("http://example.org/c"),
        );
    }

    #[test]
    fn what_leads_nowhere_is_none() {
        check("", None);
        check(
            "<link rel=canonical href=/a.html><link rel=stylesheet href=https://example.org/s>",
            None,
        );
        check("<!-- saved from url=(0014)about:internet -->", None);
        check(
            "<link rel=canonical href='javascript:x'><meta property=og:url content='https://'>",
            None,
        );
        check("<script>'<link rel=canonical href=https://example.org/a>'</script>", None);
        let html = "<body><link rel=canonical href=https://example.org/a>";
        assert_eq!(address(html), None);
    }
}
