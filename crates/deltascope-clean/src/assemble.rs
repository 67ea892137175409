//! A decoded page → segments that tile it, and its articles.

use memchr::memmem;

use deltascope_model::{Article, CleanedPage, Label, Page, Segment, TextRange, Title};

use crate::block::{self, Block, blocks};
use crate::hints::mark;
use crate::inline::{cuts, is_strewn, keywords};
use crate::pairs::Said;
use crate::repair::{self, pieces};
use crate::rules::{Verdict, verdicts};
use crate::score::{Scale, of_cut, score};
use crate::shifted::Shifted;
use crate::{body, decision, gallery, meta, offer, recipe, split, stacked, verse};

/// Cleans a page that is decoded already; its id, path and hash stand.
pub fn clean_decoded(page: Page) -> CleanedPage {
    let (marks, articles) = read(&page);
    let segments = marks.tile(&page.text, &articles);
    CleanedPage { page, segments, articles, error: None }
}

/// What the pieces of a page are, and its articles.
fn read(page: &Page) -> (Marks, Vec<Article>) {
    let mut blocks = blocks(&page.text);
    mark(&mut blocks, &page.hints);
    let repairs = repair::certain(&page.text);
    repair::read(&mut blocks, &repairs);
    let mut verdicts = verdicts(&blocks);
    gallery::settle(&blocks, &mut verdicts);
    let pulls = body::Pulls::new(&blocks, &verdicts);
    let repeated = block::repeated(&blocks);
    let run = verse::run(&blocks, &verdicts, &page.hints, &repeated, pulls.run());
    let parts = stacked::parts(&page.text, &blocks, &verdicts, &pulls, run.as_ref());
    let mut reading =
        Reading { page, repairs: &repairs, marks: Marks::default(), articles: Vec::new() };
    if parts.len() == 1 {
        reading.part(&blocks, &verdicts, repeated, &pulls, run);
    } else {
        for part in parts {
            let (blocks, verdicts) = (&blocks[part.clone()], &verdicts[part]);
            let pulls = body::Pulls::new(blocks, verdicts);
            reading.part(blocks, verdicts, block::repeated(blocks), &pulls, pulls.run());
        }
    }
    (reading.marks, reading.articles)
}

/// A page as far as it is read.
struct Reading<'a> {
    page: &'a Page,
    repairs: &'a [Shifted],
    marks: Marks,
    articles: Vec<Article>,
}

impl Reading<'_> {
    /// Reads the stories of a part that is a page for itself; `repeated` says which blocks come again.
    fn part(
        &mut self,
        blocks: &[Block],
        verdicts: &[Option<Verdict>],
        mut repeated: Vec<bool>,
        pulls: &body::Pulls,
        mut run: Option<body::Run>,
    ) {
        let decision =
            run.as_ref().and_then(|run| decision::decision(blocks, verdicts, &run.blocks));
        if let Some((run, blocks)) = run.as_mut().zip(decision.as_ref()) {
            // Several judges sign, and an index names the court.
            repeated[blocks.clone()].fill(false);
            run.blocks = blocks.clone();
        }
        let prose = run.as_ref().map(|run| &run.blocks);
        let offer = offer::offer(blocks, verdicts, prose)
            .or_else(|| recipe::recipe(blocks, verdicts, prose));
        if let Some([first, .., last]) = offer.as_deref() {
            let blocks = *first..last + 1;
            run = Some(body::Run { blocks, weight: body::LEAST, lines: false });
        }
        let inside = run.as_ref().map_or(0..0, |run| run.blocks.clone());
        let said = Said::new(blocks, verdicts, inside);
        if let Some(poem) = run.as_ref().filter(|run| run.lines) {
            repeated[poem.blocks.clone()].fill(false);
        }
        let scale = Scale::new(blocks, verdicts, pulls.margins(run.as_ref()), &said, &repeated);
        let from = self.marks.blocks(blocks, verdicts, &scale);
        let Some(run) = run else { return };
        let known = decision.or_else(|| offer.as_ref().map(|_| run.blocks.clone()));
        let whole = known.unwrap_or_else(|| body::whole(blocks, verdicts, &run.blocks));
        let body = offer
            .unwrap_or_else(|| body::paragraphs(blocks, verdicts, &run.blocks, &whole, &repeated));
        let spam = keywords(blocks, &body);
        // What the furniture shows is a part of them.
        let shown = if spam.is_empty() { Vec::new() } else { keywords(blocks, &[]) };
        let reader = Reader {
            page: self.page,
            blocks,
            verdicts,
            scale: &scale,
            said: &said,
            spam: &spam,
            shown: &shown,
            strewn: is_strewn(blocks, &body, &shown),
            repairs: self.repairs,
        };
        let stories = split::stories(blocks, verdicts, &body);
        let count = self.articles.len();
        for (nth, story) in stories.iter().enumerate() {
            let before = nth.checked_sub(1).and_then(|nth| stories[nth].last());
            let gap = before.map(|before| before + 1);
            let next = stories.get(nth + 1).map_or(blocks.len(), |next| next[0]);
            let article = reader.article(self.articles.len(), story, gap, next, &mut self.marks);
            self.articles.push(article);
        }
        // The site that a part names is that of all its stories, and who answers for one for all.
        let own = &mut self.articles[count..];
        let host = own.iter().find_map(|article| article.host.clone());
        let editor = own.iter().find_map(|article| article.editor.clone());
        for article in own {
            article.host = article.host.take().or_else(|| host.clone());
            article.editor = article.editor.take().or_else(|| editor.clone());
        }
        for at in whole {
            self.marks.stray(from + at, body.binary_search(&at).is_ok());
        }
    }
}

/// What the pieces of the page are, as far as decided.
#[derive(Default)]
struct Marks {
    pieces: Vec<Piece>,
}

/// A segment to be.
struct Piece {
    range: TextRange,
    label: Label,
    rule: &'static str,
    /// What speaks for the label, less what speaks against it; see `score`.
    favour: i64,
    /// The story that it belongs to, by number on the page.
    story: Option<usize>,
}

impl Marks {
    /// Adds each block of a part as its own rule has it; gives the number of the first.
    fn blocks(
        &mut self,
        blocks: &[Block],
        verdicts: &[Option<Verdict>],
        scale: &Scale<'_>,
    ) -> usize {
        let piece = |(at, (block, verdict)): (usize, (&Block, &Option<Verdict>))| Piece {
            range: block.range,
            label: verdict.map_or(Label::Noise, |verdict| verdict.label),
            rule: verdict.map_or("outside-story", |verdict| verdict.rule),
            favour: scale.removed(at),
            story: None,
        };
        let from = self.pieces.len();
        self.pieces.extend(blocks.iter().zip(verdicts).enumerate().map(piece));
        from
    }

    /// A block inside the story's run that is no part of it and that no rule knew.
    fn stray(&mut self, nth: usize, kept: bool) {
        let piece = &mut self.pieces[nth];
        if piece.rule == "outside-story" && !kept {
            piece.rule = "stray-line";
        }
    }

    /// Overlays a piece on what was decided: the parts under it give way.
    fn put(
        &mut self,
        range: TextRange,
        label: Label,
        rule: &'static str,
        favour: i64,
        story: usize,
    ) {
        self.pieces.push(Piece { range, label, rule, favour, story: Some(story) });
    }

    /// The segments: later pieces over earlier ones, white space between them.
    fn tile(self, text: &str, articles: &[Article]) -> Vec<Segment> {
        let mut edges: Vec<u32> =
            self.pieces.iter().flat_map(|piece| [piece.range.start(), piece.range.end()]).collect();
        edges.extend([0, TextRange::of(0, text.len()).end()]);
        #[allow(clippy::stable_sort_primitive, reason = "nearly in order, which this sort sees")]
        edges.sort();
        edges.dedup();
        // By number, as pages may have many.
        let mut owners = vec![u32::MAX; edges.len()];
        let mut next = 0;
        for (nth, piece) in self.pieces.iter().enumerate() {
            let (start, end) = (piece.range.start(), piece.range.end());
            // Most pieces begin where the one before ends, or at the edge behind.
            let near = (next..edges.len()).take(2).find(|at| edges[*at] == start);
            let from = near.unwrap_or_else(|| edges.partition_point(|edge| *edge < start));
            let length = edges[from..].iter().take_while(|edge| **edge < end).count();
            next = from + length;
            owners[from..next].fill(nth as u32);
        }
        let owners = owners.iter().map(|nth| self.pieces.get(*nth as usize));
        let segment = |(pair, owner): (&[u32], Option<&Piece>)| Segment {
            range: TextRange::new(pair[0], pair[1]),
            label: owner.map_or(Label::Noise, |piece| piece.label),
            rule: owner.map_or("blank", |piece| piece.rule).into(),
            score: owner.map_or(100, |piece| score(piece.favour)),
            article: owner.and_then(|piece| piece.story).map(|nth| articles[nth].id.clone()),
        };
        edges.windows(2).zip(owners).map(segment).collect()
    }
}

/// Reads one story of a page.
struct Reader<'a> {
    page: &'a Page,
    blocks: &'a [Block<'a>],
    verdicts: &'a [Option<Verdict>],
    scale: &'a Scale<'a>,
    /// What the blocks of the run say.
    said: &'a Said,
    /// The page's spam keywords.
    spam: &'a [String],
    /// Those of them that its furniture shows.
    shown: &'a [String],
    /// They are strewn into the story.
    strewn: bool,
    /// What the page meant to say where it was read one byte late.
    repairs: &'a [Shifted],
}

impl Reader<'_> {
    /// Reads a story, the page's `nth`. Where another one of its part stands before it, `gap` is the
    /// first block behind that one; `next` is the block at which the next one begins.
    fn article(
        &self,
        nth: usize,
        story: &[usize],
        gap: Option<usize>,
        next: usize,
        marks: &mut Marks,
    ) -> Article {
        let mut story = story.to_vec();
        let title = match gap {
            None => self.first_title(&mut story),
            Some(gap) => self.own_title(gap, &mut story),
        };
        let title = title.map(|(title, favour)| {
            marks.put(title.range, Label::Title, "title", favour, nth);
            title
        });
        let story = story.as_slice();
        let mut credits: Vec<String> = Vec::new();
        let name = title.as_ref().map(|title| title.text.as_str());
        let spans = self.spans(nth, story, name, marks, &mut credits);
        let (paragraphs, repairs) = repair::paragraphs(&self.page.text, &spans, self.repairs);
        for repair in &repairs {
            let favour = self.scale.kept(self.block_at(repair.range));
            marks.put(repair.range, Label::Body, "repaired", favour, nth);
        }
        // The page's head tells of its first story.
        let head = if nth == 0 { self.page.head.as_slice() } else { &[] };
        let around = meta::Around {
            blocks: &self.blocks[..next],
            verdicts: &self.verdicts[..next],
            story,
            title: title.as_ref().map(|title| self.block_at(title.range)),
            site: self.page.site.as_deref(),
            head,
            leads: gap.is_none(),
        };
        let about = meta::about(&around, &paragraphs, &credits);
        let dates = about.dates;
        for date in dates.published.iter().chain(&dates.page_date) {
            let favour = self.scale.dated(self.block_at(date.range), date.basis);
            marks.put(date.range, Label::Metadata, "date", favour, nth);
        }
        let body = paragraphs.concat();
        let derived_title = if title.is_none() {
            // What had to be repaired is not literal.
            let mut sound = spans.clone();
            sound.retain(|spans| {
                let is_repaired =
                    |span| repairs.binary_search_by_key(span, |repair| repair.range).is_ok();
                !spans.iter().any(is_repaired)
            });
            meta::derived(&self.page.text, head, &sound)
        } else {
            None
        };
        Article {
            page: self.page.id.clone(),
            title,
            derived_title,
            publisher: about.publisher.map(|name| self.as_written(&name)),
            host: about.host.map(|name| self.as_written(&name)),
            byline: about.byline,
            editor: about.editor,
            newspaper_page: about.newspaper_page,
            dateline: about.dateline,
            published: dates.published,
            page_date: dates.page_date,
            script: deltascope_text::script(&body),
            paragraphs,
            spans,
            continued: Vec::new(),
            repairs,
            id: format!("{}.{}", self.page.id, nth + 1),
        }
    }

    /// A name found in the Simplified text, in the page's own characters.
    fn as_written(&self, name: &str) -> String {
        let finder = memmem::Finder::new(name);
        let found = self.blocks.iter().find_map(|block| {
            let at = finder.find(block.text.as_bytes())?;
            let before = block.text[..at].chars().count();
            Some(block.raw.chars().skip(before).take(name.chars().count()).collect())
        });
        // The head of an HTML page may name the site where its text does not.
        let head = self.page.site.as_deref();
        let head = head.filter(|site| deltascope_text::simplify(site).text() == name);
        found.or(head.map(str::to_owned)).unwrap_or_else(|| name.to_owned())
    }

    /// The block that a range ends in.
    fn block_at(&self, range: TextRange) -> usize {
        self.blocks.partition_point(|block| block.range.end() < range.end())
    }

    /// The title above a story, from block `from` on.
    fn title(&self, from: usize, story: &[usize]) -> Option<(Title, i64)> {
        let (head, start) = (&self.page.head, story[0] - from);
        let said = self.said.by(self.blocks, story);
        let (blocks, verdicts) = (&self.blocks[from..], &self.verdicts[from..]);
        meta::title(&self.page.text, blocks, verdicts, head, start, &said, self.shown)
    }

    /// The title of the first story, which takes the lines between them.
    fn first_title(&self, story: &mut Vec<usize>) -> Option<(Title, i64)> {
        let start = story[0];
        // A headline that asks or calls opens the run as a sentence does.
        let asks = story.len() > 1 && meta::asks(self.blocks, self.verdicts, start, &story[1..]);
        let asked = if asks { self.title(0, &story[1..]) } else { None };
        let is_first = |(title, _): &(Title, i64)| self.block_at(title.range) == start;
        let (title, favour) =
            asked.filter(is_first).or_else(|| self.title(0, story)).or_else(|| {
                let title = if asks {
                    meta::headline(&self.page.text, self.blocks, start, self.shown)
                } else {
                    None
                }?;
                Some((title, self.scale.kept(start)))
            })?;
        let at = self.block_at(title.range);
        if at == start {
            story.remove(0);
        }
        let start = story[0];
        story.splice(..0, body::lead(self.blocks, self.verdicts, at, start));
        Some((title, favour))
    }

    /// The title of a story below another one: it may stand in the gap, or have been taken for a
    /// subhead of the story, and is then taken out of it.
    fn own_title(&self, gap: usize, story: &mut Vec<usize>) -> Option<(Title, i64)> {
        let opens = story.iter().position(|at| !split::is_headline(&self.blocks[*at]))?;
        let found = self.title(gap, &story[opens..]);
        if let Some((title, _)) = &found {
            let at = self.block_at(title.range);
            story.retain(|part| *part > at);
            return found;
        }
        let start = story[0];
        (opens > 0).then(|| story.remove(0))?;
        // What speaks for a short line in the run speaks for one that heads its part of it.
        let favour = self.scale.kept(start);
        meta::headline(&self.page.text, self.blocks, start, self.shown).map(|title| (title, favour))
    }

    /// The paragraphs' ranges, with inline noise cut out; a subhead broken over two lines is one.
    fn spans(
        &self,
        nth: usize,
        story: &[usize],
        title: Option<&str>,
        marks: &mut Marks,
        credits: &mut Vec<String>,
    ) -> Vec<Vec<TextRange>> {
        let mut paragraphs: Vec<Vec<TextRange>> = Vec::new();
        let mut open = false;
        for at in story {
            let block = &self.blocks[*at];
            let from = block.range.start() as usize;
            marks.put(block.range, Label::Body, "story", self.scale.kept(*at), nth);
            let mut spans = Vec::new();
            // The bullet of an entry is no part of what it says.
            let mut kept = block.raw.len() - block.raw.trim_start_matches(['•', ' ']).len();
            for cut in cuts(block, title, self.spam, self.strewn) {
                if cut.label == Label::Metadata {
                    credits.push(block.raw[cut.range.clone()].to_owned());
                }
                marks.put(
                    TextRange::of(from + cut.range.start, from + cut.range.end),
                    cut.label,
                    cut.rule,
                    of_cut(&cut),
                    nth,
                );
                spans.push(kept..cut.range.start.max(kept));
                kept = kept.max(cut.range.end);
            }
            spans.push(kept..block.raw.len());
            let spans = spans.into_iter().filter(|span| !block.raw[span.clone()].trim().is_empty());
            let spans = spans.map(|span| TextRange::of(from + span.start, from + span.end));
            let spans: Vec<TextRange> = spans.flat_map(|span| pieces(span, self.repairs)).collect();
            if spans.is_empty() {
                continue;
            }
            match paragraphs.last_mut().filter(|_| open && !block.is_prose()) {
                Some(last) => last.extend(spans),
                None => paragraphs.push(spans),
            }
            open = !block.is_prose() && block.text.ends_with(['，', ',', '、', '：']);
        }
        paragraphs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, clean};

    pub const PAGE: &str = "江畔网首页 > 要闻 > 正文\n三市共用大型仪器一年记\n2024-06-05 10:12 来源:江畔日报\n\n\u{3000}\u{3000}江畔三市去年起共用大型仪器,一年来企业节省检测费用两千多万元,闲置设备有了去处。\n\n仪器开放,\n【资料图】\n企业受益\n\n\u{3000}\u{3000}科研院所把设备登记到平台,企业在线预约,排队时间缩短一半,小微企业还可领取补助。(江畔日报记者 张三)\n相关阅读\n游园会周末开幕\n";

    fn cleaned(text: &str) -> CleanedPage {
        let record =
            clean(&Input { id: "p", path: "p.txt", bytes: text.as_bytes(), ..Input::default() });
        let tiles: String = record
            .segments
            .iter()
            .map(|segment| segment.range.slice(&record.page.text).unwrap())
            .collect();
        assert_eq!(tiles, record.page.text, "the segments tile the page");
        record
    }

    #[test]
    fn a_page_comes_out_whole() {
        let record = cleaned(PAGE);
        let article = &record.articles[0];
        assert_eq!(article.title.as_ref().unwrap().text, "三市共用大型仪器一年记");
        assert_eq!(article.publisher.as_deref(), Some("江畔日报"));
        assert_eq!(article.host.as_deref(), Some("江畔网"));
        assert_eq!(article.byline, ["张三"]);
        assert_eq!(article.published.as_ref().unwrap().edtf.as_str(), "2024-06-05");
        assert_eq!(article.paragraphs.len(), 3);
        assert_eq!(article.paragraphs[1], "仪器开放,企业受益");
        assert!(article.paragraphs[2].ends_with("补助。"));
    }

    #[test]
    fn a_question_over_the_story_is_its_title() {
        let rest = "江畔三市去年起共用大型仪器,一年来节省检测费用两千多万元,闲置设备有了去处。\n企业在线预约,排队时间缩短一半,小微企业还可领取补助。\n";
        let told = |head: &str| {
            let article = cleaned(&format!("{head}\n{rest}")).articles.remove(0);
            (article.title.map(|title| title.text), article.paragraphs.len())
        };
        let title = "三市共用大型仪器,企业如何预约?";
        assert_eq!(told(title), (Some(title.to_owned()), 2));
        // One on another matter, or one that somebody says, is the story's.
        assert_eq!(told("游园会周末开幕,花车几点出发?"), (None, 3));
        assert_eq!(told("“三市共用大型仪器,企业如何预约?”"), (None, 3));
    }

    #[test]
    fn a_page_of_links_gives_no_article() {
        assert!(cleaned("首页\n要闻").articles.is_empty());
    }

    #[test]
    fn spans_are_the_paragraphs() {
        let record = cleaned(PAGE);
        for article in &record.articles {
            let spans = article.spans.iter();
            let joined: Vec<String> = spans
                .map(|spans| {
                    spans.iter().filter_map(|span| span.slice(&record.page.text)).collect()
                })
                .collect();
            assert_eq!(joined, article.paragraphs);
        }
    }
}
