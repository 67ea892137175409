//! HTML → the text that a reader sees: what the other steps clean is the same for both.
//!
//! Blocks begin on lines of their own, list entries with a bullet, cells after a tab; scripts,
//! styles and what is hidden by its element are left out. The page's text is then this text. Only
//! tags are read and no tree is built, so that hostile nesting costs nothing; what the tags say of the
//! text is kept as hints (`tags`, `head`).

use deltascope_model::{HeadValue, Hint};
use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::head::Head;
use crate::tags::Tags;

/// Tags that tell a saved page from a text that talks of tags.
const TELLING: [&str; 6] = ["<html", "<!doctype html", "<body", "<head>", "<div", "<p>"];
/// How far into a page the first of them may stand, in bytes.
const REACH: usize = 4096;

/// The text looks like HTML: several telling tags, the first of them early.
pub fn is_html(text: &str) -> bool {
    let mut end = REACH.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if memchr::memchr(b'<', &text.as_bytes()[..end]).is_none() {
        return false;
    }
    let head = text[..end].to_ascii_lowercase();
    let telling = TELLING.iter().filter(|tag| head.contains(*tag)).count();
    telling >= 2 || head.trim_start().starts_with(['<']) && telling >= 1
}

/// An HTML page, flattened.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// Its text.
    pub text: String,
    /// What its tags say of parts of the text.
    pub hints: Vec<Hint>,
    /// What its head says of its story.
    pub head: Vec<HeadValue>,
}

/// Flattens an HTML page.
pub fn flatten(html: &str) -> Flat {
    let mut tokens = DefaultEmitter::default();
    // Scripts and styles are then read to their end tag, whatever they hold.
    tokens.naively_switch_states(true);
    let mut text = String::new();
    let (mut tags, mut head) = (Tags::default(), Head::default());
    let mut unseen: Option<Vec<u8>> = None;
    let mut listings = 0_usize;
    for token in Tokenizer::new_with_emitter(html, tokens) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                if unseen.is_none() && is_unseen(name) && !tag.self_closing {
                    unseen = Some(name.to_vec());
                }
                head.start(&tag);
                listings += usize::from(name == b"pre" && !tag.self_closing);
                if unseen.is_none() {
                    start(&mut text, name);
                    tags.start(&tag, &text);
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                head.end(name);
                listings = listings.saturating_sub(usize::from(name == b"pre"));
                // A forgotten end tag hides no more than its block.
                if unseen.as_deref() == Some(name)
                    || matches!(name, b"div" | b"body" | b"form" | b"table")
                {
                    unseen = None;
                }
                if unseen.is_none() {
                    tags.end(name, &text);
                    if is_block(name) && !waits(&text, name) {
                        end_line(&mut text);
                    }
                }
            }
            Token::String(found) => {
                head.text(&found);
                if unseen.is_none() {
                    push_words(&mut text, &String::from_utf8_lossy(&found), listings > 0);
                }
            }
            _ => {}
        }
    }
    Flat { hints: tags.finish(&text), head: head.finish(), text }
}

/// A bullet waits for the text of its entry, whatever elements open and end before it.
fn waits(text: &str, name: &[u8]) -> bool {
    text.ends_with("\n• ") && !matches!(name, b"li" | b"ul" | b"ol")
}

fn start(text: &mut String, name: &[u8]) {
    if is_block(name) && !waits(text, name) {
        end_line(text);
    }
    match name {
        b"br" => text.push('\n'),
        b"li" => text.push_str("• "),
        b"td" | b"th" if !text.ends_with('\n') => text.push('\t'),
        _ => {}
    }
}

/// Appends words; runs of white space of the source become one blank, ideographic spaces stay, and
/// so do the lines of a listing.
fn push_words(text: &mut String, found: &str, listing: bool) {
    for char in found.chars() {
        if listing && char == '\n' {
            end_line(text);
        } else if matches!(char, ' ' | '\t' | '\n' | '\r' | '\x0c') {
            if !text.is_empty() && !text.ends_with([' ', '\n', '\t']) {
                text.push(' ');
            }
        } else {
            text.push(char);
        }
    }
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

fn is_unseen(name: &[u8]) -> bool {
    matches!(
        name,
        b"head"
            | b"script"
            | b"style"
            | b"noscript"
            | b"template"
            | b"iframe"
            | b"object"
            | b"svg"
            | b"select"
            | b"textarea"
    )
}

fn is_block(name: &[u8]) -> bool {
    const BLOCKS: [&[u8]; 40] = [
        b"address",
        b"article",
        b"aside",
        b"blockquote",
        b"body",
        b"center",
        b"dd",
        b"details",
        b"div",
        b"dl",
        b"dt",
        b"fieldset",
        b"figcaption",
        b"figure",
        b"footer",
        b"form",
        b"h1",
        b"h2",
        b"h3",
        b"h4",
        b"h5",
        b"h6",
        b"header",
        b"hr",
        b"html",
        b"li",
        b"main",
        b"nav",
        b"ol",
        b"p",
        b"pre",
        b"section",
        b"summary",
        b"table",
        b"tbody",
        b"thead",
        b"title",
        b"tr",
        b"ul",
        b"legend",
    ];
    BLOCKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_lists_become_lines() {
        let html = "<!doctype html><html><head><title>t</title><script>x<y</script></head><body>\
            <ul><li><a href=a>首页</a><li>要闻</ul><div>三市\n 共用<b>仪器</b>。<br>费用分担。</div><table><tr><td>甲<td>乙</table></body></html>";
        assert!(is_html(html));
        assert_eq!(flatten(html).text, "• 首页\n• 要闻\n三市 共用仪器。\n费用分担。\n甲\t乙\n");
        let nested =
            "<html><body>要闻<ul><li><i></i><p>首页<li><div><p>三市</p>共用</div></li><li></ul>尾";
        assert_eq!(flatten(nested).text, "要闻\n• 首页\n• 三市\n共用\n• \n尾");
        let code = "<html><body><p>如下\n所示<pre>find(7);\n\n  <b>book</b>(7);\n</pre>三\n市";
        assert_eq!(flatten(code).text, "如下 所示\nfind(7);\nbook(7);\n三 市");
    }

    #[test]
    fn text_that_talks_of_tags_is_text() {
        assert!(!is_html("标签<p>表示段落,三市共用仪器。"));
        assert!(!is_html("三市共用仪器"));
    }

    #[test]
    fn hostile_nesting_ends_well() {
        let deep = format!("<html><body>{}深处{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
        assert!(is_html(&deep));
        assert_eq!(flatten(&deep).text.trim(), "深处");
    }
}
