//! The lines around a story that may say something about it: those between title and story, a few
//! below it, and the head of the page. Teasers, captions, comments and what follows the head of
//! another list are none of them.

use std::ops::Range;

use deltascope_model::{HeadKey, HeadValue};

use crate::block::Block;
use crate::rules::Verdict;

/// How many blocks above the story are looked at where the page gives it no title.
const ABOVE: usize = 16;
/// The furthest that a title may stand above its story, in blocks.
const FURTHEST_TITLE: usize = 40;
/// How many blocks above the title are looked at.
const ABOVE_TITLE: usize = 6;
/// How many blocks below the story are looked at.
const BELOW: usize = 12;
/// A longer line, in characters, is no line of metadata.
const LONGEST: usize = 110;

/// A story's place among the blocks of its page.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The page's blocks.
    pub blocks: &'a [Block<'a>],
    /// What the rules say of each.
    pub verdicts: &'a [Option<Verdict>],
    /// The story's blocks, by number, in order.
    pub story: &'a [usize],
    /// The block of its title, where the page gives one.
    pub title: Option<usize>,
    /// The site's name in the page's head.
    pub site: Option<&'a str>,
    /// What the head of an HTML page says of it.
    pub head: &'a [HeadValue],
    /// It is the first story of its page: the page's own lines are about it.
    pub leads: bool,
}

/// A line that may say something about a story: as written and, with as many characters, in
/// Simplified ones.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// As written.
    pub raw: &'a str,
    /// In Simplified characters.
    pub text: &'a str,
}

impl<'a> Line<'a> {
    /// What stands as written where the Simplified text has `range`.
    pub fn as_written(&self, range: Range<usize>) -> &'a str {
        let at = |end: usize| {
            let chars = self.text[..end].chars().count();
            self.raw.char_indices().nth(chars).map_or(self.raw.len(), |(at, _)| at)
        };
        &self.raw[at(range.start)..at(range.end)]
    }

    /// The Simplified text of what stands as written in `range`.
    pub fn simplified(&self, range: Range<usize>) -> &'a str {
        let at = |end: usize| {
            let chars = self.raw[..end].chars().count();
            self.text.char_indices().nth(chars).map_or(self.text.len(), |(at, _)| at)
        };
        &self.text[at(range.start)..at(range.end)]
    }
}

impl<'a> Around<'a> {
    /// The numbers of the blocks above the story that may be about it, nearest last.
    pub fn above(&self) -> Range<usize> {
        let start = self.start();
        let from = match self.title.filter(|at| *at <= start && start - at <= FURTHEST_TITLE) {
            Some(title) => title.saturating_sub(ABOVE_TITLE).min(start.saturating_sub(ABOVE)),
            None => start.saturating_sub(ABOVE),
        };
        // Above its title stands what the story before it has below.
        let own = self.title.unwrap_or(start.saturating_sub(2)).min(start);
        if self.leads { from..start } else { own..start }
    }

    /// The numbers of the blocks between and below the paragraphs, up to the head of another list.
    pub fn below(&self) -> Range<usize> {
        let after = self.story.last().map_or(0, |last| last + 1);
        let end = (after + BELOW).min(self.blocks.len());
        let foreign = |at: &usize| {
            matches!(
                self.rule(*at),
                Some(
                    "section-head"
                        | "comment-head"
                        | "answer-head"
                        | "comments"
                        | "teaser"
                        | "listing"
                )
            )
        };
        after..(after..end).find(foreign).unwrap_or(end)
    }

    /// The values that the page's head gives.
    pub fn told(&self, key: HeadKey) -> impl Iterator<Item = &'a str> + use<'a> {
        self.head.iter().filter(move |value| value.key == key).map(|value| value.text.as_str())
    }

    /// The number of the story's first block.
    pub fn start(&self) -> usize {
        self.story.first().copied().unwrap_or(0)
    }

    /// The rule that knew a block.
    pub fn rule(&self, at: usize) -> Option<&'static str> {
        self.verdicts.get(at).copied().flatten().map(|verdict| verdict.rule)
    }

    /// Lines of the editor that stand below a line of other stories.
    fn signed_off(&self) -> impl Iterator<Item = usize> + '_ {
        let from = self.below().end;
        let end = (from + BELOW).min(self.blocks.len());
        (from..end).filter(|at| {
            self.rule(*at) == Some("editor-line")
                || self.rule(*at) == Some("source-line") && self.blocks[*at].text.contains("编辑")
        })
    }

    /// Lines that may name people and sources, in the page's order.
    pub fn lines(&self) -> Vec<Line<'a>> {
        let after = self.story.last().map_or(0, |last| last + 1);
        let inside = (self.start()..after).filter(|at| self.story.binary_search(at).is_err());
        let numbers = self.above().chain(inside).chain(self.below()).chain(self.signed_off());
        let ends = self.ends().filter(|at| self.is_credit(*at));
        numbers.filter(|at| self.may_tell(*at)).chain(ends).map(|at| self.line(at)).collect()
    }

    /// The first and the last blocks of the story, where a credit may have been taken for a part.
    fn ends(&self) -> impl Iterator<Item = usize> + '_ {
        let count = self.story.len();
        let is_end = move |nth: usize| nth < 2 || nth + 2 >= count;
        self.story.iter().enumerate().filter(move |(nth, _)| is_end(*nth)).map(|(_, at)| *at)
    }

    fn is_credit(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        block.chars <= 36
            && !block.ends_sentence()
            && !block.text.contains(['，', ',', '“'])
            && ["记者", "通讯员", "采写", "作者", "撰文", "文/", "文／"]
                .iter()
                .any(|role| block.text.contains(role))
    }

    /// A block as a line.
    pub fn line(&self, at: usize) -> Line<'a> {
        Line { raw: self.blocks[at].raw, text: &self.blocks[at].text }
    }

    fn may_tell(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let foreign = matches!(
            self.rule(at),
            Some(
                "teaser"
                    | "listing"
                    | "comments"
                    | "comment-head"
                    | "answer-head"
                    | "caption"
                    | "disclaimer"
                    | "section-head"
            )
        );
        // A line of source with a count of comments behind it is one all the same.
        let sourced = self.rule(at) == Some("comments") && block.text.contains("来源");
        (!foreign || sourced)
            && block.chars <= LONGEST
            && !block.is_prose()
            && Some(at) != self.title
    }
}
