//! `clusters`: texts that tell one story, each group around its longest text.
//!
//! 1. articles with equal letters are one text
//! 2. from the longest text to the shortest: a text that is a print of an earlier story joins it,
//!    any other begins a story of its own
//! 3. a story that is an excerpt of a longer one joins that, unless the longer one holds excerpts
//!    of several stories: then it is a digest and tells nothing of them
//!
//! A story is known by its longest text and by up to three prints that differ much from it, its
//! faces. A text must repeat one of them and have a good part of the longest, so stories do not
//! grow together over a chain of likenesses. The order is that of the texts themselves; the order
//! of the articles plays no part.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::Article;

use super::letters::Letters;
use super::sketch::{Index, samples};
use super::verdict::{FEWEST, Story, Tie};

/// Stories that a text is compared with in full, the most promising first.
const TRIALS: usize = 8;
/// Of a text's samples the share that a story must hold to be compared, in percent; well under the
/// half that is asked of the grams, as samples vary.
const PROMISING: u32 = 25;
/// Of the samples that few stories hold, the same, where a text has enough of them to tell.
const PROMISING_OWN: u32 = 30;
/// Texts that a story is known by.
const FACES: usize = 4;
/// A print that holds more of a face, in percent, shows no new one.
const ALIKE: usize = 80;
/// Share of a story, in percent, that a print of another must cover to link the two.
const LINKED: usize = 50;
/// Letters under which equal texts are chance, not reprints.
const SHORTEST: usize = 8;

/// Articles with the same letters.
struct Text {
    /// Their places in the list of articles.
    articles: Vec<usize>,
    digest: u128,
    grams: usize,
}

/// An excerpt: a story and the longer one that contains it, by their numbers.
#[derive(Clone, Copy)]
struct Excerpt {
    short: u32,
    long: u32,
    tie: Tie,
}

/// A story: its texts, the longest first, and how many of them it is known by.
struct Found {
    texts: Vec<usize>,
    faces: usize,
}

/// A text that a story is known by.
struct Face {
    story: u32,
    text: usize,
}

/// The groups of articles that tell one story, as places in the list, singles included.
pub(super) fn clusters(articles: &[Article]) -> Vec<Vec<usize>> {
    let (texts, index) = texts(articles);
    let mut stories = Stories {
        articles,
        texts: &texts,
        found: Vec::new(),
        faces: Vec::new(),
        excerpts: Vec::new(),
        linked: BTreeSet::new(),
    };
    stories.collect(index);
    let joins = stories.joins();
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); stories.found.len()];
    for (nth, story) in stories.found.into_iter().enumerate() {
        for text in story.texts {
            groups[joins[nth]].extend(&texts[text].articles);
        }
    }
    groups
}

/// The texts from the longest to the shortest, and an index with room for all their samples.
fn texts(articles: &[Article]) -> (Vec<Text>, Index) {
    let mut by_letters: BTreeMap<(u128, Option<u128>), Text> = BTreeMap::new();
    let mut all = Vec::new();
    for (nth, article) in articles.iter().enumerate() {
        let letters = Letters::of(article);
        let grams = letters.gram_set();
        let digest = letters.digest();
        // A few words may be equal by chance: the caption of two pictures, a notice of a site.
        let title = if grams.len() >= FEWEST {
            None
        } else if letters.as_slice().len() < SHORTEST {
            Some(nth as u128)
        } else {
            Letters::of_title(article).map(|title| title.digest())
        };
        let text = by_letters.entry((digest, title)).or_insert_with(|| {
            all.extend(samples(&grams));
            Text { articles: Vec::new(), digest, grams: grams.len() }
        });
        text.articles.push(nth);
    }
    let mut texts: Vec<Text> = by_letters.into_values().collect();
    texts.sort_by_key(|text| (Reverse(text.grams), text.digest));
    (texts, Index::new(all))
}

/// The stories met so far.
struct Stories<'a> {
    articles: &'a [Article],
    texts: &'a [Text],
    found: Vec<Found>,
    faces: Vec<Face>,
    excerpts: Vec<Excerpt>,
    /// Pairs of stories of which it is known whether a print links them.
    linked: BTreeSet<(u32, u32)>,
}

impl Stories<'_> {
    /// Takes the texts in their order, each into the story that it is a print of.
    fn collect(&mut self, mut index: Index) {
        for nth in 0..self.texts.len() {
            let text = self.read(nth);
            let ties = self.ties(&text, &index);
            let print = (ties.iter().filter(|(_, tie)| tie.print))
                .max_by_key(|(story, tie)| (tie.shared, Reverse(*story)));
            let (story, is_face) = if let Some((story, tie)) = print {
                let found = &mut self.found[*story as usize];
                found.texts.push(nth);
                let is_new = tie.shared * 100 < text.grams.len() * ALIKE && found.faces < FACES;
                self.link(*story, &ties);
                (*story, is_new)
            } else {
                let short = self.found.len() as u32;
                let excerpts = ties.into_iter().map(|(long, tie)| Excerpt { short, long, tie });
                self.excerpts.extend(excerpts);
                self.found.push(Found { texts: vec![nth], faces: 0 });
                (short, true)
            };
            if is_face {
                self.found[story as usize].faces += 1;
                index.add(self.faces.len() as u32, &text.grams);
                self.faces.push(Face { story, text: nth });
            }
        }
    }

    /// Notes that a print of a story is as much one of others: they may be one story, whose longest
    /// texts differ more from each other than from this one.
    fn link(&mut self, story: u32, ties: &[(u32, Tie)]) {
        for &(other, tie) in ties {
            let (short, long) = (story.max(other), story.min(other));
            let is_new =
                short != long && tie.covered >= LINKED && self.linked.insert((short, long));
            if is_new && self.meet(short, long) {
                self.excerpts.push(Excerpt { short, long, tie });
            }
        }
    }

    /// True where the longest texts of two stories may be of one.
    fn meet(&self, one: u32, other: u32) -> bool {
        let longest = |story: u32| self.read(self.found[story as usize].texts[0]);
        longest(one).meets(&longest(other))
    }

    /// The stories that a text repeats, and how; each once.
    fn ties(&self, text: &Story, index: &Index) -> Vec<(u32, Tie)> {
        let known = index.find(&text.grams, |face| self.faces[face as usize].story);
        // Where a third of the text is its own, that part decides; a passage that stands in many
        // stories is what a site puts under each.
        let tells = known.own * 3 >= known.samples && known.own >= 4;
        let promising = |share: u32, of: u32, percent: u32| share * 100 >= of * percent;
        let mut ties: Vec<(u32, Tie)> = known
            .candidates
            .into_iter()
            .filter(|one| promising(one.samples, known.samples, PROMISING))
            .filter(|one| !tells || promising(one.own, known.own, PROMISING_OWN))
            .take(TRIALS)
            .filter_map(|one| {
                let face = &self.faces[one.face as usize];
                let tie = text.within(&self.read(face.text))?;
                let first = self.found[face.story as usize].texts[0];
                (first == face.text || text.meets(&self.read(first))).then_some((face.story, tie))
            })
            .collect();
        ties.sort_by_key(|(story, tie)| (*story, Reverse(tie.shared)));
        ties.dedup_by_key(|(story, _)| *story);
        ties
    }

    fn read(&self, text: usize) -> Story {
        Story::of(&self.articles[self.texts[text].articles[0]])
    }

    /// For each story the one that it joins, or itself.
    fn joins(&self) -> Vec<usize> {
        let mut joins: Vec<usize> = (0..self.found.len()).collect();
        let mut excerpts = self.excerpts.clone();
        excerpts.sort_by_key(|one| (one.long, Reverse(one.tie.shared), one.short));
        let told = excerpts
            .chunk_by(|one, other| one.long == other.long)
            .filter(|held| !self.is_digest(held));
        let mut told: Vec<Excerpt> = told.flatten().copied().collect();
        // The closest first, so that a story finds its own print before a text that also holds it.
        told.sort_by_key(|one| (Reverse(one.tie.covered), one.long, one.short));
        for one in told {
            let (short, mut long) = (one.short as usize, one.long as usize);
            while joins[long] != long {
                long = joins[long];
            }
            let is_near = long == one.long as usize || self.meet(one.short, long as u32);
            if joins[short] == short && short != long && is_near {
                joins[short] = long;
            }
        }
        // A story that others joined may have joined another itself.
        for nth in 0..joins.len() {
            let mut end = nth;
            while joins[end] != end {
                end = joins[end];
            }
            joins[nth] = end;
        }
        joins
    }

    /// True where the excerpts of one story, the greatest first, tell of several: of three, or of
    /// two that cannot be the beginning and the end of one, as both are printed elsewhere like this
    /// or the whole is not.
    fn is_digest(&self, held: &[Excerpt]) -> bool {
        let mut told: Vec<(u32, Story)> = Vec::new();
        for one in held {
            let excerpt = self.read(self.found[one.short as usize].texts[0]);
            if !told.iter().any(|(_, other)| excerpt.meets(other)) {
                told.push((one.short, excerpt));
            }
            if told.len() > 2 {
                return true;
            }
        }
        let printed = |story: u32| self.found[story as usize].texts.len() > 1;
        told.len() == 2 && (!printed(held[0].long) || told.iter().all(|one| printed(one.0)))
    }
}
