//! The name of its site that the head of an HTML page gives: `og:site_name`, a `SiteName`, or the
//! part of `<title>` that is no headline, as in `三市共用仪器_要闻_江畔网`.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::block::is_han;

/// How far into a page its head may reach, in bytes.
const REACH: usize = 64 << 10;
/// Longest name, in characters.
const LONGEST: usize = 12;
/// Names of elements of the head that hold a site's name.
const NAMES: [&str; 5] = ["og:site_name", "sitename", "site_name", "application-name", "copyright"];
/// Endings by which a part of a title shows that it is a site's name.
const ENDINGS: [&str; 16] = [
    "网",
    "網",
    "报",
    "報",
    "在线",
    "论坛",
    "社区",
    "站",
    "财经",
    "新闻",
    "政府",
    "社",
    "时空",
    "客户端",
    "日报",
    "电子版",
];

/// Endings of the names of columns, which stand where a site's name does.
const COLUMNS: [&str; 6] = ["新闻", "新聞", "公报", "公報", "频道", "頻道"];

/// The name, if the head of the page gives one.
pub fn site(html: &str) -> Option<String> {
    let mut tokens = DefaultEmitter::default();
    tokens.naively_switch_states(true);
    let mut end = REACH.min(html.len());
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let (mut title, mut in_title) = (String::new(), false);
    for token in Tokenizer::new_with_emitter(&html[..end], tokens) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => match &tag.name[..] {
                b"body" => break,
                b"title" => in_title = title.is_empty(),
                b"meta" => {
                    if let Some(name) = of_meta(&tag) {
                        return Some(name);
                    }
                }
                _ => {}
            },
            Token::EndTag(tag) if &tag.name[..] == b"title" => in_title = false,
            Token::String(text) if in_title => title.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    of_title(&title)
}

fn of_meta(tag: &StartTag<()>) -> Option<String> {
    let key = [&b"property"[..], b"name"].into_iter().find_map(|key| tag.attributes.get(key))?;
    let key = String::from_utf8_lossy(key).to_ascii_lowercase();
    if !NAMES.contains(&key.as_str()) {
        return None;
    }
    let name = String::from_utf8_lossy(tag.attributes.get(&b"content"[..])?).trim().to_owned();
    is_name(&name).then_some(name)
}

/// The last part of a title, or its first where only that one ends as sites' names do.
fn of_title(title: &str) -> Option<String> {
    let parts: Vec<&str> = title
        .split(['_', '|', '｜', '－', '–', '—', '-', '丨'])
        .map(str::trim)
        .filter(|part| part.chars().any(is_han))
        .collect();
    let (first, last) = (parts.first()?, parts.last()?);
    let ends = |part: &str| ENDINGS.iter().any(|ending| part.ends_with(ending));
    let names_column = COLUMNS.iter().any(|column| last.ends_with(column));
    let name = if (names_column || !ends(last)) && ends(first) { first } else { last };
    (parts.len() >= 2 && is_name(name)).then(|| (*name).to_owned())
}

fn is_name(name: &str) -> bool {
    let chars = name.chars().count();
    (2..=LONGEST).contains(&chars)
        && name.chars().any(is_han)
        && !name
            .contains(|char: char| char.is_whitespace() || "，。！？：,!?:“”《》".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expected: Option<&str>) {
        let html = format!("<!doctype html><html><head>{head}</head><body>三市</body></html>");
        assert_eq!(site(&html).as_deref(), expected);
    }

    #[test]
    fn the_head_names_the_site() {
        check("<title>三市共用仪器_要闻_江畔网</title>", Some("江畔网"));
        check("<title>三市共用仪器 - 江畔论坛 - Powered by Forum!</title>", Some("江畔论坛"));
        check("<title>江畔日報 - 三市共用一批儀器,企業受益</title>", Some("江畔日報"));
        check("<title>江畔资讯网 - 新聞公報</title>", Some("江畔资讯网"));
        check(
            "<title>三市共用仪器</title><meta property='og:site_name' content='江畔在线'>",
            Some("江畔在线"),
        );
        check("<meta name=SiteName content=江畔市人民政府>", Some("江畔市人民政府"));
    }

    #[test]
    fn a_headline_is_no_site() {
        check("<title>三市共用仪器</title>", None);
        check("<title>一年省了多少?—三市共用仪器的账,企业怎么算</title>", None);
        check("", None);
    }
}
