//! What the tags of an HTML page say of parts of its text: headings, articles and what stands beside
//! them, by tag, by the words of `class` and `id`, or as what holds several paragraphs; and links that
//! open a line.
//!
//! Only the open elements are known, no tree: a forgotten end tag ends with what it stands in.

use deltascope_model::{Hint, Tag, TextRange};
use html5gum::StartTag;

/// How many open elements an end tag may close, and how deep one may stand that holds paragraphs: more
/// is hostile nesting, or a stray tag.
const REACH: usize = 64;
/// A longer form, in bytes, is the whole page; a shorter one is a poll or a search.
const LONGEST_FORM: usize = 1500;
/// A longer link, in bytes, was never closed.
const LONGEST_LINK: usize = 600;
/// Elements inside one another that are heard; more are hostile nesting.
const DEEPEST: usize = 32;
/// The most marks before a link, in characters.
const MOST_MARKS: usize = 32;
/// Elements whose ends are followed; the others say nothing and are not kept.
const FOLLOWED: [&[u8]; 20] = [
    b"td", b"div", b"section", b"article", b"main", b"nav", b"aside", b"footer", b"header", b"ul",
    b"ol", b"dl", b"table", b"form", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6",
];
/// Words of `class` and `id` that name an article.
const STORY: [&str; 35] = [
    "article",
    "articlebody",
    "artibody",
    "body",
    "content",
    "contents",
    "detail",
    "details",
    "editor",
    "entry",
    "essay",
    "answer",
    "lyric",
    "passage",
    "poem",
    "question",
    "recipe",
    "shici",
    "topic",
    "main",
    "maintext",
    "markdown",
    "neirong",
    "nr",
    "ozoom",
    "post",
    "postmessage",
    "richtext",
    "story",
    "text",
    "txt",
    "zhengwen",
    "正文",
    "newscontent",
    "zoom",
];
/// Names of `class` that a caption has.
const CAPTION: [&str; 3] = ["caption", "captions", "figcaption"];
/// A longer caption, in bytes, was never closed.
const LONGEST_CAPTION: usize = 600;
/// Words of `class` and `id` that name what stands beside an article.
const ASIDE: [&str; 61] = [
    "ad",
    "ads",
    "advert",
    "aside",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "catalog",
    "cmt",
    "cmts",
    "comment",
    "comments",
    "cookie",
    "cookies",
    "copyright",
    "crumb",
    "crumbs",
    "declare",
    "disclaimer",
    "discuss",
    "discussion",
    "disqus",
    "feedback",
    "foot",
    "footer",
    "friendlink",
    "hot",
    "hotnews",
    "latest",
    "links",
    "login",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pager",
    "pagination",
    "popup",
    "praise",
    "qrcode",
    "rank",
    "ranking",
    "recommend",
    "recommendation",
    "recommends",
    "relate",
    "related",
    "reply",
    "reward",
    "share",
    "side",
    "sidebar",
    "similar",
    "statement",
    "subscribe",
    "toc",
    "toolbar",
    "toplist",
    "tuijian",
    "vote",
];

/// As many paragraphs or broken lines right in an element may be an article's.
const PARAGRAPHS: usize = 3;
/// Fewer bytes of text are none.
const LEAST: usize = 200;

/// An open element.
struct Open {
    name: Vec<u8>,
    tag: Option<Tag>,
    from: usize,
    /// How many paragraphs and broken lines stand right in it.
    paragraphs: usize,
}

/// The elements that are open, and what the closed ones said.
#[derive(Default)]
pub struct Tags {
    open: Vec<Open>,
    link: Option<usize>,
    /// Where the last link that opens a line ends.
    last_link: usize,
    /// How many of the open elements say something.
    telling: usize,
    hints: Vec<Hint>,
}

impl Tags {
    /// An element begins after `text`.
    pub fn start(&mut self, tag: &StartTag<()>, text: &str) {
        let name: &[u8] = &tag.name;
        if name == b"a" && !tag.self_closing {
            // What was open before is closed by it.
            self.end(b"a", text);
            let links = tag.attributes.contains_key(&b"href"[..]);
            self.link = (links && opens_line(text, self.last_link)).then_some(text.len());
        }
        if name == b"td" && self.open.last().is_some_and(|open| open.name == b"td") {
            // A cell ends where the next begins.
            self.close(self.open.len() - 1, text);
        }
        if matches!(name, b"p" | b"br")
            && let Some(open) = self.open.last_mut()
        {
            open.paragraphs += 1;
        }
        if name == b"p" && self.open.last().is_some_and(|open| open.name == name) {
            // So does a paragraph.
            self.close(self.open.len() - 1, text);
        }
        // Of these only what a picture is called says something.
        let may_be_caption = matches!(name, b"figcaption" | b"p" | b"span") && is_caption(tag);
        if (FOLLOWED.contains(&name) || may_be_caption) && !tag.self_closing {
            let told = if may_be_caption { Some(Tag::Caption) } else { kind(tag) };
            let tag = told.filter(|_| self.telling < DEEPEST);
            self.telling += usize::from(tag.is_some());
            self.open.push(Open { name: name.to_vec(), tag, from: text.len(), paragraphs: 0 });
        }
    }

    /// An element ends after `text`.
    pub fn end(&mut self, name: &[u8], text: &str) {
        if name == b"a" {
            if let Some(from) = self.link.take() {
                self.add(Tag::Links, from, text);
            }
            return;
        }
        if !FOLLOWED.contains(&name) {
            // What is called a caption, or one that nobody follows.
            if self.open.last().is_some_and(|open| open.name == name) {
                self.close(self.open.len() - 1, text);
            }
            return;
        }
        let near = self.open.len().saturating_sub(REACH);
        if let Some(at) = self.open[near..].iter().rposition(|open| open.name == name) {
            self.close(near + at, text);
        }
    }

    /// What was said, in the order of the text; all that is open ends.
    pub fn finish(mut self, text: &str) -> Vec<Hint> {
        self.end(b"a", text);
        self.close(0, text);
        self.hints.sort_unstable_by_key(|hint| (hint.range.start(), hint.range.end(), hint.tag));
        self.hints.dedup();
        self.hints
    }

    fn close(&mut self, from: usize, text: &str) {
        for (depth, open) in (from..).zip(self.open.split_off(from)) {
            if let Some(tag) = open.tag {
                self.telling -= 1;
                if open.name != b"form" || text.len() - open.from <= LONGEST_FORM {
                    self.add(tag, open.from, text);
                }
            } else if open.paragraphs >= PARAGRAPHS
                && text.len() - open.from >= LEAST
                && depth < REACH
            {
                self.add(Tag::Story, open.from, text);
            }
        }
    }

    fn add(&mut self, tag: Tag, from: usize, text: &str) {
        let inner = &text[from..];
        let start = from + inner.len() - inner.trim_start().len();
        let end = from + inner.trim_end().len();
        let most = match tag {
            Tag::Links => LONGEST_LINK,
            Tag::Caption => LONGEST_CAPTION,
            _ => usize::MAX,
        };
        if start >= end || end - start > most {
            return;
        }
        if tag == Tag::Links {
            self.last_link = end;
        }
        // Links one behind another are one hint.
        if tag == Tag::Links
            && let Some(last) = self.hints.last_mut().filter(|last| {
                last.tag == tag && text[last.range.end() as usize..start].chars().all(parts_links)
            })
        {
            last.range = TextRange::of(last.range.start() as usize, end);
            return;
        }
        self.hints.push(Hint { tag, range: TextRange::of(start, end) });
    }
}

/// Nothing but a few marks, and links up to `link`, stand before the end of a text in its line.
fn opens_line(text: &str, link: usize) -> bool {
    let lead = text.char_indices().rev().take_while(|(at, _)| *at >= link).take(MOST_MARKS);
    let mut lead = lead.map(|(_, char)| char).take_while(|char| !matches!(char, '\n' | '\t'));
    lead.all(parts_links)
}

fn parts_links(char: char) -> bool {
    char.is_whitespace() || "•·|｜/>»-—[]【】、".contains(char)
}

fn kind(tag: &StartTag<()>) -> Option<Tag> {
    match &tag.name[..] {
        b"h1" => return Some(Tag::Headline),
        b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => return Some(Tag::Heading),
        b"nav" | b"aside" | b"footer" | b"form" => return Some(Tag::Aside),
        b"article" => return Some(Tag::Story),
        _ => {}
    }
    if is_hidden(tag) {
        return Some(Tag::Aside);
    }
    if is_caption(tag) {
        return Some(Tag::Caption);
    }
    if tag.attributes.get(&b"itemprop"[..]).is_some_and(|name| name.as_slice() == b"articleBody") {
        return Some(Tag::Story);
    }
    let said = [&b"class"[..], b"id"].into_iter().filter_map(|name| tag.attributes.get(name));
    let mut found = None;
    for value in said {
        let value = String::from_utf8_lossy(value);
        for name in value.split(|char: char| !char.is_alphabetic()) {
            for word in words(name) {
                let word = word.to_ascii_lowercase();
                if ASIDE.contains(&&*word) {
                    return Some(Tag::Aside);
                }
                if STORY.contains(&&*word) {
                    found = Some(Tag::Story);
                }
            }
        }
    }
    found.or((&tag.name[..] == b"main").then_some(Tag::Story))
}

/// A picture's caption by its tag or its names.
fn is_caption(tag: &StartTag<()>) -> bool {
    let named = || {
        let class = tag.attributes.get(&b"class"[..])?;
        memchr::memmem::find(class, b"caption")?;
        let class = std::str::from_utf8(class).ok()?;
        let mut names = class.split(|char: char| !char.is_alphabetic());
        names.any(|name| CAPTION.contains(&name)).then_some(())
    };
    &tag.name[..] == b"figcaption" || named().is_some()
}

/// A name whole, and its words where capitals part it: `articleContent`.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let capital = |at: usize| {
        let bytes = name.as_bytes();
        at > 0 && bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase()
    };
    let cuts = (0..name.len()).filter(move |at| capital(*at));
    let starts = std::iter::once(0).chain(cuts.clone());
    let parts = starts.zip(cuts.clone().chain(std::iter::once(name.len())));
    let parted = cuts.count() > 0;
    std::iter::once(name).chain(parts.filter(move |_| parted).map(|(from, to)| &name[from..to]))
}

/// Its style or an attribute hides an element from the reader, at first or for good.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = tag.attributes.get(&b"style"[..]);
    let none = style.is_some_and(|style| {
        let mut said = style.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
        said.any(|said| said.starts_with(b"display") && said.ends_with(b"none"))
    });
    none || tag.attributes.contains_key(&b"hidden"[..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::flatten;

    #[track_caller]
    fn check(body: &str, expected: &[(Tag, &str)]) {
        let flat = flatten(&format!("<!doctype html><html><body>{body}</body></html>"));
        let found: Vec<(Tag, &str)> = flat
            .hints
            .iter()
            .map(|hint| (hint.tag, hint.range.slice(&flat.text).unwrap()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tags_and_their_names_tell_parts() {
        check(
            "<h1>三市</h1><div class='main-content'>共用</div>",
            &[(Tag::Headline, "三市"), (Tag::Story, "共用")],
        );
        check(
            "<div id=article_comments>好</div><footer>江畔网</footer>",
            &[(Tag::Aside, "好"), (Tag::Aside, "江畔网")],
        );
        check(
            "<article><p>三市<h2>仪器</h2></article>",
            &[(Tag::Story, "三市\n仪器"), (Tag::Heading, "仪器")],
        );
    }

    #[test]
    fn captions_are_told() {
        check(
            "<figure><img><figcaption>三市</figcaption></figure><p>共用</p>",
            &[(Tag::Caption, "三市")],
        );
        check(
            "<p class='wp-caption-text caption'>三市</p><p>共用</p><div class=img_caption>仪器",
            &[(Tag::Caption, "三市"), (Tag::Caption, "仪器")],
        );
        check("<p class=caption>三市<p>共用</p>", &[(Tag::Caption, "三市")]);
        check(&format!("<figcaption>{}", "三市共用仪器。".repeat(40)), &[]);
    }

    #[test]
    fn what_is_hidden_or_a_poll_stands_beside() {
        check(
            "<p>三市</p><div style='color:red; display: none'>扫码</div>",
            &[(Tag::Aside, "扫码")],
        );
        check("<form>你怎么看</form>", &[(Tag::Aside, "你怎么看")]);
        check(&format!("<form>{}</form>", "三市共用仪器。".repeat(80)), &[]);
    }

    #[test]
    fn names_in_capitals_and_cells_are_heard() {
        check("<div class=postContent>三市</div>", &[(Tag::Story, "三市")]);
        check(
            "<table><tr><td id=content>三市<td class=hotNews>热门</table>",
            &[(Tag::Story, "三市"), (Tag::Aside, "热门")],
        );
    }

    #[test]
    fn links_that_open_lines_run_together() {
        check(
            "<p><a href=a>要闻</a> | <a href=b>财经</a></p><p>见<a href=c>此处</a></p>",
            &[(Tag::Links, "要闻 | 财经")],
        );
    }

    #[test]
    fn what_holds_paragraphs_may_be_an_article() {
        let text = "三市共用仪器,企业在线预约,排队时间缩短一半,小微企业还可领取补助。".repeat(2);
        let page = format!("<div>首页<div>{text}<br>{text}<br><br>甲</div></div>");
        check(&page, &[(Tag::Story, &format!("{text}\n{text}\n\n甲"))]);
        check("<div>甲<br>乙<br>丙<br>丁</div>", &[]);
    }

    #[test]
    fn forgotten_and_stray_ends_do_no_harm() {
        check(
            "<div class=content><div>三市</section></h1><aside>热门</div>共用",
            &[(Tag::Story, "三市\n热门\n共用"), (Tag::Aside, "热门")],
        );
    }
}
