//! Reprint families over many articles: how time grows with their number, and how many pairs of
//! reprints are found, beside 64-bit `SimHash`. Run with
//! `cargo bench -p deltascope-pipeline --bench families`; Linux only, for processor time and memory are
//! read from /proc.
//!
//! The stories are strings of words drawn from the first five of `corpus/pages`. A third of the articles are prints
//! of another: sentences dropped, moved, put in, or a word in fifty exchanged. Among the rest are
//! stories that quote another, and notices of one mould with other figures.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads files, prints, and may stop at any fault"
)]

mod memory;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use deltascope_model::{Article, TextRange};
use deltascope_pipeline::families;
use memory::kibibytes;

const COUNTS: [usize; 3] = [1_000, 10_000, 100_000];
/// Up to as many articles every pair is compared by `SimHash`.
const COMPARED: usize = 10_000;
/// Bits that two `SimHash`es of one story may differ in, as is usual.
const DISTANCE: u32 = 3;

fn main() {
    let words = words(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/pages"));
    println!("articles  seconds  for each  memory  recall  precision  SimHash: recall  precision");
    let mut first = None;
    for count in COUNTS {
        let (articles, truth) = Draw { words: &words, state: count as u64 }.articles(count);
        let before = memory();
        let start = seconds();
        let found = families(&articles);
        let taken = seconds() - start;
        let each = taken / count as f64;
        let ratio = each / *first.get_or_insert(each);
        let groups = found.iter().map(|family| family.members.as_slice());
        let (recall, precision) = score(groups, &truth);
        let peer = (count <= COMPARED).then(|| {
            let pairs = alike(&articles);
            score(pairs.iter().map(<[String; 2]>::as_slice), &truth)
        });
        println!(
            "{count:8} {taken:8.2} {ratio:8.2}× {:4} MB {recall:7.3} {precision:10.3} {}",
            (memory() - before) >> 10,
            peer.map_or("-".into(), |(recall, precision)| format!(
                "{recall:16.3} {precision:10.3}"
            ))
        );
    }
}

/// Words of two characters, as often as they follow each other in the first pages.
fn words(pages: &Path) -> Vec<[char; 2]> {
    let mut files: Vec<_> = fs::read_dir(pages).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.file_name().is_some_and(|name| name < OsStr::new("006")));
    files.sort();
    let texts = files.iter().map(|path| fs::read_to_string(path).unwrap());
    let is_han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    texts
        .flat_map(|text| {
            let chars: Vec<char> = text.chars().filter(is_han).collect();
            chars.as_chunks::<2>().0.to_vec()
        })
        .collect()
}

/// Draws articles, the same for the same state.
struct Draw<'a> {
    words: &'a [[char; 2]],
    state: u64,
}

impl Draw<'_> {
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.state >> 33) as usize % bound
    }

    fn sentence(&mut self) -> String {
        let mut sentence = String::new();
        for _ in 0..8 + self.below(12) {
            sentence.extend(self.words[self.below(self.words.len())]);
        }
        sentence + "。"
    }

    fn story(&mut self) -> Vec<String> {
        (0..6 + self.below(30)).map(|_| self.sentence()).collect()
    }

    /// Another print of a story.
    fn print(&mut self, story: &[String]) -> Vec<String> {
        let mut print = story.to_vec();
        match self.below(4) {
            0 => print.truncate(story.len() * 2 / 3),
            1 => print.rotate_left(1 + self.below(story.len() - 1)),
            2 => {
                for _ in 0..story.len() / 4 {
                    let at = self.below(print.len());
                    let noise = self.sentence();
                    print.insert(at, noise);
                }
            }
            _ => {
                for sentence in &mut print {
                    let mut chars: Vec<char> = sentence.chars().collect();
                    for c in &mut chars {
                        if self.below(50) == 0 {
                            *c = self.words[self.below(self.words.len())][0];
                        }
                    }
                    *sentence = chars.into_iter().collect();
                }
            }
        }
        print
    }

    fn notice(&mut self) -> Vec<String> {
        let mut figure = |to: usize| 1 + self.below(to);
        vec![format!(
            "本市今天白天多云，最高气温{}度，夜里最低气温{}度，东北风{}级，相对湿度百分之{}，\
             空气质量指数{}，市气象台请市民注意添减衣物，出行小心路滑。",
            figure(38),
            figure(20),
            figure(9),
            figure(99),
            figure(300)
        )]
    }

    /// Articles, with the number of the story that each tells.
    fn articles(&mut self, count: usize) -> (Vec<Article>, BTreeMap<String, usize>) {
        let (mut articles, mut truth) = (Vec::new(), BTreeMap::new());
        let mut story = self.story();
        for nth in 0..count {
            let told = nth / 3;
            let (tells, text) = match (nth % 3, told % 10) {
                (0 | 1, 0) => (count + nth, self.notice()),
                (0, _) => {
                    let quoted = story[..story.len() / 4].to_vec();
                    story = self.story();
                    let text =
                        if told % 10 == 1 { [&story[..], &quoted].concat() } else { story.clone() };
                    (told, text)
                }
                (1, _) => (told, self.print(&story)),
                _ => (count + nth, self.story()),
            };
            let id = format!("{nth:07}");
            articles.push(article(&id, text));
            truth.insert(id, tells);
        }
        (articles, truth)
    }
}

fn article(id: &str, paragraphs: Vec<String>) -> Article {
    let mut at = 0;
    let spans = paragraphs.iter().map(|paragraph| {
        at += paragraph.len();
        vec![TextRange::of(at - paragraph.len(), at)]
    });
    Article {
        id: id.into(),
        page: id.into(),
        spans: spans.collect(),
        paragraphs,
        ..Article::default()
    }
}

/// Recall and precision of the pairs in some groups.
fn score<'a>(
    groups: impl Iterator<Item = &'a [String]>,
    truth: &BTreeMap<String, usize>,
) -> (f64, f64) {
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    for story in truth.values() {
        *told.entry(*story).or_default() += 1;
    }
    let true_pairs: usize = told.values().map(|prints| prints * (prints - 1) / 2).sum();
    let mut found = BTreeSet::new();
    for group in groups {
        for (nth, one) in group.iter().enumerate() {
            found.extend(group[nth + 1..].iter().map(|other| (one.min(other), one.max(other))));
        }
    }
    let right = found.iter().filter(|(one, other)| truth[*one] == truth[*other]).count() as f64;
    (right / true_pairs as f64, right / found.len().max(1) as f64)
}

/// The pairs whose `SimHash`es over grams of five characters are near.
fn alike(articles: &[Article]) -> Vec<[String; 2]> {
    let hashes: Vec<u64> =
        articles.iter().map(|article| simhash(&article.paragraphs.concat())).collect();
    let mut pairs = Vec::new();
    for (nth, one) in hashes.iter().enumerate() {
        for (other, two) in hashes.iter().enumerate().skip(nth + 1) {
            if (one ^ two).count_ones() <= DISTANCE {
                pairs.push([articles[nth].id.clone(), articles[other].id.clone()]);
            }
        }
    }
    pairs
}

fn simhash(text: &str) -> u64 {
    let chars: Vec<char> = text.chars().collect();
    let mut sums = [0_i32; 64];
    for gram in chars.windows(5) {
        let bytes: Vec<u8> = gram.iter().flat_map(|c| u32::from(*c).to_le_bytes()).collect();
        let hash = xxhash_rust::xxh3::xxh3_64(&bytes);
        for (bit, sum) in sums.iter_mut().enumerate() {
            *sum += if hash >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    sums.iter().enumerate().fold(0, |hash, (bit, sum)| hash | u64::from(*sum > 0) << bit)
}

/// Processor time so far: other work on the machine does not count.
fn seconds() -> f64 {
    let spent = fs::read_to_string("/proc/self/schedstat").unwrap();
    spent.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

/// The most memory held so far, in KiB.
fn memory() -> u64 {
    kibibytes("self", "VmHWM:").unwrap()
}
