//! One story over several saved pages: `第1页/共3页`, `(1/3)`, `上一页 1 2 3 下一页`, `…_2.html`.
//!
//! 1. [`Part::of`]: what a page says of its place among others, in few bytes
//! 2. [`join`]: the parts of one story find each other by site and title, and the first names the rest
//!
//! Every page keeps its own article, as evidence is a range of one page. Where the order is not
//! certain nothing is joined; copies of one page are no parts of each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use deltascope_model::{Article, CleanedPage, Evidence, Issue, Label, TextRange};
use deltascope_text::simplify;
use regex::Regex;
use xxhash_rust::xxh3::xxh3_64;

/// More pages than a story has.
const MOST: u32 = 50;
/// Segments after the body in which its paging may stand.
const NEAR: usize = 4;
/// A shorter title is a section's name, in characters.
const LEAST_TITLE: usize = 5;

static PLACE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"第\s*(\d{1,2})\s*页\s*.?\s*共\s*(\d{1,2})\s*页"));
static PLACE_BACK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"共\s*(\d{1,2})\s*页\s*.?\s*(?:当前)?第\s*(\d{1,2})\s*页"));
static WHOLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"本文共\D{0,3}(\d{1,2})\s*页"));
static SLASHED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[(（\[【]\s*(\d{1,2})\s*[/／]\s*(\d{1,2})\s*[)）\]】]\s*$"));
static TITLE_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*[(（]\s*(\d{1,2})\s*[)）]\s*$"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(.*)[_-](\d{1,2})(\.s?html?)$"));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("fixed")
}

/// What a page says of its place among the pages of one story.
pub struct Part {
    article: String,
    page: String,
    /// Site and title, without the part's number; none where the page has no title.
    story: Option<u64>,
    /// The address without the part's number.
    stem: Option<u64>,
    /// The number in the address.
    address: Option<u32>,
    opening: u64,
    number: Option<u32>,
    count: Option<u32>,
    /// Where the page says so.
    evidence: Option<Evidence>,
}

impl Part {
    /// What a page says; none for one without a story or with several.
    pub fn of(cleaned: &CleanedPage) -> Option<Self> {
        let [article] = cleaned.articles.as_slice() else { return None };
        let url = cleaned.page.url.as_deref();
        let (stem, address) = url.map_or((None, None), |url| match ADDRESS.captures(url) {
            Some(found) => (Some([&found[1], &found[3]].concat()), found[2].parse().ok()),
            None => (Some(url.to_owned()), None),
        });
        let title = article.title.as_ref().map(|title| simplify(&title.text).text().to_owned());
        let mut paging = Paging::default();
        if let Some(found) = title.as_deref().and_then(|title| SLASHED.captures(title)) {
            paging.say(&found[1], Some(&found[2]));
        }
        let evidence = paging.read(cleaned, article).and_then(|range| {
            let text = range.slice(&cleaned.page.text)?.to_owned();
            Some(Evidence { article: article.id.clone(), range, text })
        });
        if paging.number.is_none()
            && let Some(found) = title.as_deref().and_then(|title| TITLE_END.captures(title))
        {
            let number: Option<u32> = found[1].parse().ok();
            // Alone, it counts the stories of a series. Addresses count from nothing or one.
            let near = address
                .zip(number)
                .is_some_and(|(one, other): (u32, u32)| one.abs_diff(other) <= 1);
            paging.number = number.filter(|_| near || paging.count.is_some());
        }
        let base = title.map(|title| {
            let title = SLASHED.replace(&title, "");
            TITLE_END.replace(title.trim(), "").trim().to_owned()
        });
        let site = url.map_or(article.host.as_deref().unwrap_or(""), authority);
        let story = base
            .filter(|title| title.chars().count() >= LEAST_TITLE)
            .map(|title| xxh3_64(format!("{site}\n{title}").as_bytes()));
        Some(Self {
            article: article.id.clone(),
            page: cleaned.page.id.clone(),
            story,
            stem: stem.map(|stem| xxh3_64(stem.as_bytes())),
            address,
            opening: xxh3_64(article.paragraphs.first().map_or("", String::as_str).as_bytes()),
            number: paging.number.filter(|number| (1..=MOST).contains(number)),
            count: paging.count.filter(|count| (2..=MOST).contains(count)),
            evidence,
        })
    }

    fn is_marked(&self) -> bool {
        self.number.is_some() || self.count.is_some() || self.address.is_some()
    }
}

/// The host of an address.
fn authority(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}

/// The number of a part, and how many there are.
#[derive(Default)]
struct Paging {
    number: Option<u32>,
    count: Option<u32>,
}

impl Paging {
    fn say(&mut self, number: &str, count: Option<&str>) {
        self.number = number.parse().ok();
        self.count = count.and_then(|count| count.parse().ok()).or(self.count);
    }

    /// Reads the lines of paging behind an article's body, and tells where they stand.
    fn read(&mut self, cleaned: &CleanedPage, article: &Article) -> Option<TextRange> {
        let end = article.spans.last()?.last()?.end();
        let after = cleaned.segments.iter().filter(|segment| segment.range.start() >= end);
        let near = after.filter(|segment| segment.rule != "blank").take(NEAR);
        near.filter(|segment| segment.label == Label::Noise).find_map(|segment| {
            let text = segment.range.slice(&cleaned.page.text)?;
            self.line(simplify(text).text()).then_some(segment.range)
        })
    }

    /// Reads a line; whether it says anything of parts.
    fn line(&mut self, line: &str) -> bool {
        if let Some(found) = PLACE.captures(line) {
            self.say(&found[1], Some(&found[2]));
        } else if let Some(found) = PLACE_BACK.captures(line) {
            self.say(&found[2], Some(&found[1]));
        } else if let Some(found) = SLASHED.captures(line) {
            self.say(&found[1], Some(&found[2]));
        } else {
            let whole = WHOLE.captures(line);
            let rest = whole.as_ref().and_then(|found| found.get(0)).map_or(0, |all| all.end());
            let count = listed(&line[rest..]);
            let said = whole.as_ref().and_then(|found| found[1].parse().ok());
            let (back, on) = (line.contains("上一页"), line.contains("下一页"));
            if said.is_none() && (count.is_none() || !(back || on)) {
                return false;
            }
            self.count = self.count.or(said).or(count);
            // `1 [2] [3]`: what is no link is the page itself.
            let plain = (1..=count.unwrap_or(0))
                .filter(|number| line.contains('[') && !line.contains(&format!("[{number}]")));
            let plain: Vec<u32> = plain.collect();
            let number = match plain.as_slice() {
                [number] => Some(*number),
                _ if on && !back => Some(1),
                _ if back && !on => self.count,
                _ => None,
            };
            self.number = self.number.or(number);
        }
        true
    }
}

/// How far a list of pages counts, whether set apart or run together: `1 2 3`, `[1][2]`, `123`.
fn listed(line: &str) -> Option<u32> {
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    let mut all = String::from("1");
    (2..=MOST).find(|number| {
        all.push_str(&number.to_string());
        all == digits
    })
}

/// What was found out of the parts of all pages.
#[derive(Default)]
pub struct Joined {
    /// For the first part of a story the others, by id and in order.
    pub continued: BTreeMap<String, Vec<String>>,
    /// The pages of the others.
    pub later: BTreeSet<String>,
    /// Stories that lack parts, without ids.
    pub issues: Vec<Issue>,
}

/// Finds the parts of one story among the parts of all pages, in whatever order they come.
pub fn join(parts: Vec<Part>) -> Joined {
    // A later part may have no title: its address then leads to the story.
    let by_stem: BTreeMap<u64, u64> =
        parts.iter().filter_map(|part| Some((part.stem?, part.story?))).collect();
    let marked: BTreeSet<u64> =
        parts.iter().filter(|part| part.is_marked()).filter_map(|part| part.stem).collect();
    let mut stories: BTreeMap<u64, Vec<Part>> = BTreeMap::new();
    for part in parts {
        // The first page's address may be the bare stem.
        let belongs = part.is_marked() || part.stem.is_some_and(|stem| marked.contains(&stem));
        let story = part.story.or_else(|| by_stem.get(&part.stem?).copied());
        if let Some(story) = story.filter(|_| belongs) {
            stories.entry(story).or_default().push(part);
        }
    }
    let mut joined = Joined::default();
    for parts in stories.into_values() {
        joined.add(parts);
    }
    joined
}

impl Joined {
    fn add(&mut self, parts: Vec<Part>) {
        let Some(parts) = in_order(parts) else { return };
        let Some(((first, lead), rest)) = parts.split_first() else { return };
        let there: BTreeSet<u32> = parts.iter().map(|(number, _)| *number).collect();
        let count = parts.iter().filter_map(|(_, part)| part.count).max().unwrap_or(0);
        let missing: Vec<String> = (1..=count.max(*first))
            .filter(|number| !there.contains(number))
            .map(|number| number.to_string())
            .collect();
        if !missing.is_empty() {
            let known = if count > 0 { format!(" of {count}") } else { String::new() };
            let message = format!(
                "this is part {first}{known} of a story; not among the pages: {}; save the rest too",
                missing.join(", ")
            );
            let evidence = lead.evidence.clone();
            let (page, kind) = (lead.page.clone(), "parts-missing".to_owned());
            self.issues.push(Issue { id: String::new(), page, kind, message, evidence });
        }
        if !rest.is_empty() {
            let others = rest.iter().map(|(_, part)| part.article.clone()).collect();
            self.continued.insert(lead.article.clone(), others);
        }
        // What stands before a later part may be missing; that it is a later part is certain.
        let later = parts.iter().filter(|(number, _)| *number > 1);
        self.later.extend(later.map(|(_, part)| part.page.clone()));
    }
}

/// The parts with their numbers, in order; none where that is not certain.
fn in_order(parts: Vec<Part>) -> Option<Vec<(u32, Part)>> {
    let one_address = parts.iter().all(|part| part.stem.is_some() && part.stem == parts[0].stem);
    let mut numbered: Vec<(u32, Part)> = if parts.iter().all(|part| part.number.is_some()) {
        parts.into_iter().filter_map(|part| Some((part.number?, part))).collect()
    } else if one_address && parts.len() > 1 {
        // Sites count from nothing, one or two; only the order is known.
        let mut parts = parts;
        parts.sort_by_key(|part| part.address.unwrap_or(0));
        if parts.windows(2).any(|pair| pair[0].address == pair[1].address) {
            return None;
        }
        (1..).zip(parts).collect()
    } else {
        parts.into_iter().filter_map(|part| Some((part.number?, part))).collect()
    };
    numbered.sort_by_key(|(number, _)| *number);
    let openings: BTreeSet<u64> = numbered.iter().map(|(_, part)| part.opening).collect();
    let apart = numbered.windows(2).all(|pair| pair[0].0 < pair[1].0);
    (apart && openings.len() == numbered.len()).then_some(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_clean::{Input, clean};

    const BODIES: [&str; 3] = [
        "三市科技部门上周商定共用大型仪器,费用由双方分担,首批开放设备一百二十台,企业在线预约。",
        "排队时间缩短一半,小微企业还可领取补助,科研院所的闲置设备从此有了去处,账目对外公开。",
        "下一步,三市打算把中试车间也放到同一张清单上,价格写明,档期公开,先到的企业先用。",
    ];

    fn page(title: &str, body: &str, paging: &str) -> String {
        format!("{title}\n2024-06-05 10:12 来源:江畔日报\n{body}\n{body}又及。\n{paging}\n")
    }

    /// Checks which pages are joined, by number, and what the issues say.
    #[track_caller]
    fn check(pages: &[(String, Option<&str>)], joined: &[&str], issues: &[&str]) {
        let parts = |order: &mut dyn Iterator<Item = usize>| {
            let part = |nth: usize| {
                let (text, url) = &pages[nth];
                let (id, path) = (format!("p{}", nth + 1), "p.txt");
                let bytes = text.as_bytes();
                Part::of(&clean(&Input { id: &id, path, url: *url, bytes, ..Input::default() }))
            };
            join(order.filter_map(part).collect())
        };
        let found = parts(&mut (0..pages.len()));
        let told = |found: &Joined| -> Vec<String> {
            let others =
                |(first, others): (&String, &Vec<String>)| format!("{first} {}", others.join(" "));
            found.continued.iter().map(others).collect()
        };
        assert_eq!(told(&found), joined);
        let said: Vec<&str> = found.issues.iter().map(|issue| issue.message.as_str()).collect();
        assert_eq!(said.len(), issues.len(), "{said:?}");
        for (said, expected) in said.iter().zip(issues) {
            assert!(said.starts_with(expected), "{said}");
        }
        let backwards = parts(&mut (0..pages.len()).rev());
        assert_eq!(told(&backwards), joined, "in another order");
    }

    #[test]
    fn parts_find_each_other() {
        let title = "三市共用大型仪器一年记";
        let of = |nth: usize, paging: &str| (page(title, BODIES[nth], paging), None);
        let all = [of(1, "第2页/共3页"), of(0, "第1页/共3页"), of(2, "第3页/共3页")];
        check(&all, &["p2.1 p1.1 p3.1"], &[]);
        check(
            &all[..2],
            &["p2.1 p1.1"],
            &["this is part 1 of 3 of a story; not among the pages: 3;"],
        );
        let back = [of(0, "共3页 当前第1页"), of(2, "共3页 当前第3页")];
        check(&back, &["p1.1 p2.1"], &["this is part 1 of 3 of a story; not among the pages: 2;"]);
        check(&all[..1], &[], &["this is part 2 of 3 of a story; not among the pages: 1, 3;"]);
        check(&[of(0, "12下一页"), of(1, "上一页 12")], &["p1.1 p2.1"], &[]);
        check(
            &[of(0, "本文共2页 1 [2] 下一页"), of(1, "本文共2页 [1] 2 上一页")],
            &["p1.1 p2.1"],
            &[],
        );
    }

    #[test]
    fn addresses_give_the_order() {
        let title = "三市共用大型仪器一年记";
        let [first, second, third] = ["", "_2", "_3"]
            .map(|part| format!("https://river.example/2024/content_12345{part}.html"));
        let of = |nth: usize| page(title, BODIES[nth], "");
        check(
            &[(of(2), Some(&third)), (of(0), Some(&first)), (of(1), Some(&second))],
            &["p2.1 p3.1 p1.1"],
            &[],
        );
    }

    #[test]
    fn others_are_not_joined() {
        let title = "三市共用大型仪器一年记";
        let of = |title: &str, nth: usize, paging: &str| (page(title, BODIES[nth], paging), None);
        // Two copies of one part, two stories, a series, and pages that say nothing.
        check(&[of(title, 0, "第1页/共1页"), of(title, 1, "")], &[], &[]);
        check(&[of(title, 0, "第1页/共2页"), of(title, 0, "第2页/共2页")], &[], &[]);
        check(&[of("三市共用大型仪器(1)", 0, ""), of("三市共用大型仪器(2)", 1, "")], &[], &[]);
        check(&[of(title, 0, "上一篇:三市开会"), of(title, 1, "")], &[], &[]);
    }
}
