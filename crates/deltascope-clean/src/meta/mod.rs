//! What the page says about a story: title, publisher, host, byline, editor, newspaper page,
//! dateline, dates.
//!
//! 1. `around`: the lines that may tell, never teasers, captions or comments
//! 2. `dateline`, `byline`, `editor`, `newspaper_page`, `signature`: each from its own form
//! 3. `host`: the site, by votes of the places where it names itself; `masthead`: one at the head
//! 4. `repost`: whether the site copies others under dates of its own
//! 5. `publisher`: from all of these, through `source` and `outlet`
//! 6. `derived`: what stands for a missing title
//! 7. `dates`: from `day`, or `month` where no line has a day, against what the text tells of the
//!    `past`

mod around;
mod byline;
mod dateline;
mod dates;
mod day;
mod derived;
mod digits;
mod editor;
mod host;
mod masthead;
mod month;
mod newspaper_page;
mod outlet;
mod past;
mod person;
mod publisher;
mod repost;
mod signature;
mod site_name;
mod source;
mod title;

use std::borrow::Cow;

use deltascope_model::HeadKey;
use deltascope_text::simplified;

pub use around::Around;
use around::Line;

use crate::decision;
use crate::pattern::Pattern;
pub use dates::Dates;
pub use day::days;
pub use derived::derived;
pub use digits::shapes;
pub use host::WORDS as HOST_WORDS;
pub use month::is_sourced_month;
pub use repost::WORDS as REPOST_WORDS;
pub use signature::signer;
pub use title::{asks, headline, title};

/// How many blocks ahead a paragraph is looked for.
const NEAR: usize = 16;

/// What is known of a story beside its text and title.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Who first published it.
    pub publisher: Option<String>,
    /// The site that the page was saved from.
    pub host: Option<String>,
    /// Reporters and correspondents.
    pub byline: Vec<String>,
    /// The editor.
    pub editor: Option<String>,
    /// The page of the printed newspaper.
    pub newspaper_page: Option<String>,
    /// The opening credit.
    pub dateline: Option<String>,
    /// Its dates.
    pub dates: Dates,
}

/// Reads what the page says about a story with these paragraphs. `credits` were cut out of them.
pub fn about(around: &Around<'_>, paragraphs: &[String], credits: &[String]) -> About {
    let simple_paragraphs = simplified_as(around, paragraphs);
    let simple_credits: Vec<Cow<'_, str>> = credits.iter().map(|text| simplified(text)).collect();
    let body: Vec<Line<'_>> = paired(paragraphs, &simple_paragraphs).collect();
    let mut lines = around.lines();
    let heads = lines.clone();
    lines.extend(paired(credits, &simple_credits));
    lines.extend(body.iter().take(3).filter_map(opening_credit));

    let dateline = dateline::dateline(&body);
    let simple_dateline = dateline.as_deref().map(|text| simplified(text).into_owned());
    let host = host::host(around);
    let reposted = repost::is_repost(around, &heads);
    let signature = signature::signature(around);
    let owners: Vec<&str> = if around.leads { owners(around) } else { Vec::new() };
    let told: Vec<String> =
        around.told(HeadKey::Source).map(|name| simplified(name).into_owned()).collect();
    let publisher = publisher::publisher(&publisher::Sources {
        lines: &lines,
        owners: &owners,
        dateline: simple_dateline.as_deref(),
        host: host.as_deref(),
        reposted,
        signed: signature.name.as_deref(),
        alone: alone(around),
        told: &told,
        court: decision::court(around.blocks, around.story),
    });
    let texts: Vec<&str> = simple_paragraphs.iter().map(|text| &**text).collect();
    let dates = dates::dates(
        around,
        &dates::Known {
            paragraphs: &texts,
            dateline: simple_dateline.as_deref(),
            reposted,
            signed: signature.date.as_ref(),
        },
    );
    let mut byline = byline::byline(&lines, host.as_deref());
    if byline.is_empty() {
        byline = body.last().map(byline::closing).unwrap_or_default();
    }
    if byline.is_empty() && around.leads {
        let others: Vec<&str> =
            [&publisher, &host].into_iter().flatten().map(String::as_str).collect();
        byline = byline::told(&lines, around.told(HeadKey::Author), &others);
    }
    About {
        byline,
        editor: editor::editor(&lines),
        newspaper_page: newspaper_page::newspaper_page(&heads),
        publisher,
        host,
        dateline,
        dates,
    }
}

/// The paragraphs in Simplified characters. Nearly all are blocks of the story, and known so already.
fn simplified_as<'a>(around: &Around<'a>, paragraphs: &'a [String]) -> Vec<Cow<'a, str>> {
    let mut blocks = around.story.iter().map(|at| &around.blocks[*at]);
    let simple = |paragraph: &'a String| {
        let mut near = blocks.clone().take(NEAR);
        match near.position(|block| block.raw == paragraph).and_then(|nth| blocks.nth(nth)) {
            Some(block) => Cow::Borrowed(&*block.text),
            None => simplified(paragraph),
        }
    };
    paragraphs.iter().map(simple).collect()
}

fn paired<'a>(raw: &'a [String], simple: &'a [Cow<'_, str>]) -> impl Iterator<Item = Line<'a>> {
    raw.iter().zip(simple).map(|(raw, text)| Line { raw, text })
}

/// A paper's name as all of a line between title and story, or of the line that opens the story.
fn alone<'a>(around: &Around<'a>) -> Option<&'a str> {
    let between = around.title? + 1..=around.start();
    let mut names = between.map(|at| around.blocks[at].text.trim());
    names.find(|name| outlet::is_paper(name))
}

/// Lines of copyright, which may name the owner.
fn owners<'a>(around: &Around<'a>) -> Vec<&'a str> {
    let blocks = around.blocks.iter().enumerate();
    blocks
        .filter(|(at, _)| around.rule(*at) == Some("disclaimer"))
        .map(|(_, block)| &*block.text)
        .collect()
}

/// An opening without a bracket: `江畔网实习记者张三1月12日报道`.
static OPENING: Pattern = Pattern::new(
    r"^\s*[\p{Han}·]{0,12}((?:记者|通讯员)[\p{Han}、\s]{2,12})\d{1,2}月\d{1,2}日\p{Han}{0,6}(?:报道|电|讯)",
);

/// The bracket with the reporter's name in a dateline: `本报上海8月3日电(记者张三)`.
fn opening_credit<'a>(first: &Line<'a>) -> Option<Line<'a>> {
    let head_end = first.text.char_indices().nth(50).map_or(first.text.len(), |(at, _)| at);
    let head = &first.text[..head_end];
    let may = head.contains("报道") || head.contains(['电', '讯']);
    let opening = if may { OPENING.captures(head) } else { None };
    if let Some(found) = opening.and_then(|found| found.get(1)) {
        return Some(Line { raw: first.as_written(found.range()), text: found.as_str() });
    }
    let open = head.find(['(', '（', '〔'])?;
    let close = open + head[open..].find([')', '）', '〕'])?;
    let inside = &head[open..close];
    let told = ["记者", "通讯员", "作者", "实习生"].iter().any(|role| inside.contains(role));
    let raw = first.as_written(open..close);
    told.then_some(Line { raw, text: inside })
}
