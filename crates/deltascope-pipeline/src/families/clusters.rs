//! `clusters`: texts that tell one story, each group around its longest text.
//!
//! 1. articles with equal letters are one text
//! 2. from the longest text to the shortest: a text that is a print of an earlier story joins it,
//!    any other begins a story of its own
//! 3. a story that is an excerpt of a longer one joins that, unless the longer one holds excerpts
//!    of several stories: then it is a digest and tells nothing of them
//!
//! Every text is held against the story's own first text, never against another member, so stories
//! do not grow together over a chain of likenesses. The order is that of the texts themselves;
//! the order of the articles plays no part.

use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// The groups of articles that tell one story, as places in the list, singles included.
pub(super) fn clusters(articles: &[Article]) -> Vec<Vec<usize>> {
    let (texts, index) = texts(articles);
    let mut stories = Stories { articles, texts: &texts, found: Vec::new(), excerpts: Vec::new() };
    stories.collect(index);
    let joins = stories.joins();
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); stories.found.len()];
    for (nth, story) in stories.found.into_iter().enumerate() {
        for text in story {
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
    /// For each story its texts, the longest first.
    found: Vec<Vec<usize>>,
    excerpts: Vec<Excerpt>,
}

impl Stories<'_> {
    /// Takes the texts in their order, each into the story that it is a print of.
    fn collect(&mut self, mut index: Index) {
        for nth in 0..self.texts.len() {
            let text = self.read(nth);
            let ties = self.ties(&text, &index);
            let print = ties
                .iter()
                .filter(|(_, tie)| tie.print)
                .max_by_key(|(story, tie)| (tie.shared, Reverse(*story)));
            if let Some((story, _)) = print {
                self.found[*story as usize].push(nth);
                continue;
            }
            let short = self.found.len() as u32;
            self.excerpts.extend(ties.into_iter().map(|(long, tie)| Excerpt { short, long, tie }));
            self.found.push(vec![nth]);
            index.add(short, &text.grams);
        }
    }

    /// The stories that a text repeats, and how.
    fn ties(&self, text: &Story, index: &Index) -> Vec<(u32, Tie)> {
        let known = index.find(&text.grams);
        // Where a third of the text is its own, that part decides; a passage that stands in many
        // stories is what a site puts under each.
        let tells = known.own * 3 >= known.samples && known.own >= 4;
        let promising = |share: u32, of: u32, percent: u32| share * 100 >= of * percent;
        known
            .candidates
            .into_iter()
            .filter(|one| promising(one.samples, known.samples, PROMISING))
            .filter(|one| !tells || promising(one.own, known.own, PROMISING_OWN))
            .take(TRIALS)
            .filter_map(|one| {
                let first = self.read(self.found[one.story as usize][0]);
                Some((one.story, text.within(&first)?))
            })
            .collect()
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
        // Longer stories first: when a story's turn comes, it is known where the longer one went.
        told.sort_by_key(|one| (one.short, Reverse(one.tie.shared), one.long));
        for one in told {
            let (short, long) = (one.short as usize, one.long as usize);
            if joins[short] == short && joins[long] == long {
                joins[short] = long;
            }
        }
        joins
    }

    /// True where the excerpts of one story, the greatest first, tell of several.
    fn is_digest(&self, held: &[Excerpt]) -> bool {
        let first = |one: &Excerpt| self.read(self.found[one.short as usize][0]);
        let Some((greatest, others)) = held.split_first() else { return false };
        let greatest = first(greatest);
        others.iter().any(|one| !first(one).meets(&greatest))
    }
}
