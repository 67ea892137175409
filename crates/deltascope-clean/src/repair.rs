//! Text that was read one byte late, given as it was meant: in what the rules look at, and in the
//! paragraphs of an article. The page's text and its segments keep what stands there.
//!
//! Only what is certain is repaired (`shifted`), and only where it lies wholly in one piece of a
//! paragraph: `会咳。?惫こ淌Υ鞫∷担?` → `会咳。”工程师戴丁说?`.

use deltascope_model::{Repair, TextRange};

use crate::block::Block;
use crate::shifted::{Shifted, shifted};

/// What of a page is repaired, in order.
pub fn certain(page: &str) -> Vec<Shifted> {
    let mut found = shifted(page);
    found.retain(|one| one.certain);
    found
}

/// Has the rules look at what the blocks were meant to say.
pub fn read(blocks: &mut [Block<'_>], repairs: &[Shifted]) {
    for block in blocks {
        let own = inside(block.range, repairs);
        if own.is_empty() {
            continue;
        }
        let (mut text, mut at) = (String::new(), 0);
        for one in own {
            let from = (one.range.start() - block.range.start()) as usize;
            let to = from + one.range.len() as usize;
            text.push_str(&block.raw[at..from]);
            // Rules count characters to find what stands in the page.
            let filled = one.text.chars().chain(std::iter::repeat('\u{fffd}'));
            text.extend(filled.take(block.raw[from..to].chars().count()));
            at = to;
        }
        text.push_str(&block.raw[at..]);
        block.read_as(&text);
    }
}

/// A span of a paragraph, cut where repairs start and end.
pub fn pieces(span: TextRange, repairs: &[Shifted]) -> Vec<TextRange> {
    let mut pieces = Vec::new();
    let mut from = span.start();
    for one in inside(span, repairs) {
        pieces.push(TextRange::new(from, one.range.start()));
        pieces.push(one.range);
        from = one.range.end();
    }
    pieces.push(TextRange::new(from, span.end()));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The texts of paragraphs, given their spans, and what of them is repaired.
pub fn paragraphs(
    page: &str,
    spans: &[Vec<TextRange>],
    repairs: &[Shifted],
) -> (Vec<String>, Vec<Repair>) {
    let mut done = Vec::new();
    let paragraph = |(nth, spans): (usize, &Vec<TextRange>)| {
        let mut at = 0;
        let part = |span: &TextRange| {
            let known = repairs.binary_search_by_key(span, |one| one.range);
            let text = match known {
                Ok(known) => repairs[known].text.as_str(),
                Err(_) => span.slice(page).unwrap_or_default(),
            };
            if known.is_ok() {
                done.push(Repair {
                    range: *span,
                    text: text.to_owned(),
                    paragraph: nth as u32,
                    at,
                });
            }
            at += text.len() as u32;
            text
        };
        // Without room for more: a corpus keeps all of its paragraphs.
        spans.iter().map(part).collect::<Vec<_>>().concat()
    };
    let texts = spans.iter().enumerate().map(paragraph).collect();
    done.sort_by_key(|repair| repair.range);
    (texts, done)
}

/// The repairs that lie wholly in a range.
fn inside(range: TextRange, repairs: &[Shifted]) -> &[Shifted] {
    let from = repairs.partition_point(|one| one.range.start() < range.start());
    let to = repairs.partition_point(|one| one.range.end() <= range.end());
    repairs.get(from..to).unwrap_or_default()
}
