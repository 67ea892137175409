//! Words that go back to what an article has named: short forms that it gives, and 该平台.
//!
//! 1. `《长名》(下称《短名》)`, `甲乙丙联盟(以下简称“联盟”)`: the short form stands for the long one from
//!    there on, in title marks, in quotation marks, or where it opens a clause
//! 2. 《办法》 that nothing introduces: the one title of the article that ends so
//! 3. `该平台`, `这份今年2月出台的方案`: the last name that ends so, behind 该 by one character too (`该网`);
//!    `它`: the last name; `前者`, `后者`: the last two, of one kind
//! 4. `条例自…起施行`, `联盟在甲地成立`, where they open a clause: the one name of the paragraph, else of the
//!    article, that ends so; of documents the last
//!
//! Only what the same article named before is gone back to; where two names fit, the nearest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use crate::names::Mention;
use crate::rules::is_number;
use crate::rules::name_shortened::Shortened;
use crate::rules::name_title::{introduced, without_bracket};
use crate::spots::{List, Text};
use crate::stages::STAGES;
use crate::tense::{ending_marks, ends_clause};
use crate::triggers::{Trigger, triggers, triggers_at, triggers_in};
use crate::words::{Pairs, Words, begins};

/// A shorter title is a short form or an ordinary word.
pub(crate) const LEAST_TITLE: usize = 6;

/// So many of the last names are gone back to, so that work grows with the text.
const REMEMBERED: usize = 64;

/// What an article has called its initiatives so far.
#[derive(Default)]
pub(crate) struct ShortForms {
    /// The names that the article shortens, whatever they end in.
    pub(crate) shortened: Vec<Shortened>,
    /// The long titles that short ones were introduced for.
    pub(crate) introduced: BTreeMap<String, String>,
    /// The long titles of documents.
    pub(crate) long: Vec<String>,
    /// What titles say how to carry out.
    carried_out: Vec<Mention>,
    /// Short forms of names without title marks.
    names: BTreeMap<String, Mention>,
    /// The last mention of each initiative, the latest last.
    named: Vec<Mention>,
    /// The neighbours in all names: an ending of a name begins with two, and at most places of a text none
    /// stand.
    pairs: Pairs,
}

impl ShortForms {
    /// At the start of an article that shortens these names.
    pub(crate) fn of(shortened: Vec<Shortened>) -> Self {
        Self { shortened, ..Self::default() }
    }

    /// The full title behind a title.
    pub(crate) fn full<'a>(&'a self, name: &'a str) -> &'a str {
        if let Some(long) = self.introduced.get(name) {
            return long;
        }
        let mut fitting = self.long.iter().filter(|long| without_bracket(long).ends_with(name));
        match (name.chars().count() < LEAST_TITLE, fitting.next(), fitting.next()) {
            (true, Some(long), None) => long,
            _ => name,
        }
    }

    /// Mentions by words that go back, of a text whose names are found; in order.
    pub(crate) fn back(&mut self, text: Text<'_>, found: &[Mention]) -> Vec<Mention> {
        for name in found {
            self.pairs.take_all(&name.name);
        }
        let mut back = Vec::new();
        let mut noted = 0;
        // Before the first name there is nothing to go back to.
        let first = found.first().map_or(text.len(), |name| name.range.usize().end);
        let none_before = self.named.is_empty() && self.carried_out.is_empty();
        let start = if none_before { first } else { 0 };
        for (mut at, stands) in places(text, start) {
            let ended = found.partition_point(|name| name.range.usize().end <= at);
            found[noted..ended].iter().for_each(|name| self.note(&text, name));
            noted = ended;
            let rest = &text[at..];
            if !self.may_go_back(rest) {
                continue;
            }
            let here = &found[ended.saturating_sub(REMEMBERED)..ended];
            let that = THAT_WORDS.at(rest).next().map(|(word, ())| (word, &rest[word.len()..]));
            let mut its = IT_WORDS.at(rest).map(|(word, ())| word);
            let it = its.find(|word| goes_on_as_subject(&rest[word.len()..]));
            let said = if let Some(it) = it {
                // 写入规划。这件事…: what was entered, not what it was entered into.
                let fits = |name: &&Mention| it == "它" || !name.kind.is_document();
                let mut last = here.iter().rev().chain(self.named.iter().rev()).filter(fits);
                let latest = last.next();
                // Of two things of one kind that were told of last.
                let other = latest.and_then(|latest| last.find(|name| name.key != latest.key));
                let other = other.filter(|other| latest.is_some_and(|one| one.kind == other.kind));
                let last = match it {
                    "前者" => other,
                    "后者" => latest.filter(|_| other.is_some()),
                    _ => latest,
                };
                last.map(|name| (name.clone(), it.len()))
            } else if let Some((word, after)) = that {
                let names = || here.iter().rev().chain(self.named.iter().rev());
                let by_end = || names().find_map(|name| Some((name, ending(&name.name, after)?)));
                let by_class = || {
                    let (len, kinds) = class(after)?;
                    let word = &after[..len];
                    Some((names().find(|name| is_of(name, kinds) && is_phase_of(name, word))?, len))
                };
                let name = by_end().or_else(by_class);
                // 该网自去年上线以来: one character behind such words alone.
                let by_character = || {
                    let last = after.chars().next().filter(|_| BY_CHARACTER.contains(&word))?;
                    let len = last.len_utf8();
                    let fits = goes_on_as_subject(&after[len..]);
                    Some((names().find(|name| fits && name.name.ends_with(last))?, len))
                };
                let name = name.or_else(by_character);
                // 这份今年2月出台的方案: its own verb stands before what it is.
                if name.is_none()
                    && let Some((behind, len, name)) = told_between(after, names())
                {
                    at += word.len() + behind;
                    Some((name.clone(), len))
                } else {
                    name.map(|(name, len)| (name.clone(), word.len() + len))
                }
            } else {
                self.short(rest, stands == Stands::First).or_else(|| match stands {
                    Stands::First if is_another_meeting(&text[..at], rest) => None,
                    Stands::First => self.bare(rest, here),
                    Stands::BehindVerb => self.object(rest, here),
                    Stands::Inside => None,
                })
            };
            let Some((said, len)) = said else { continue };
            let range = TextRange::of(at, at + len);
            let taken = |other: &Mention| other.range.overlap(range).is_some();
            let near = &found[ended..(ended + 1).min(found.len())];
            if !near.iter().chain(back.last()).any(taken) {
                back.push(Mention { range, title: false, ..said });
            }
        }
        found[noted..].iter().for_each(|name| self.note(&text, name));
        back
    }

    /// False where surely no word that goes back stands at the head of a text: at most places.
    fn may_go_back(&self, rest: &str) -> bool {
        self.pairs.may_begin(rest)
            || OWN_WORDS.begin(rest)
            || rest.starts_with([FIRST_PART, '“', '「'])
            || self.names.keys().any(|short| begins(rest, short))
            || self.introduced.keys().take(REMEMBERED).any(|short| begins(rest, short))
    }

    /// Takes in what a title says how to carry out.
    pub(crate) fn carry_out(&mut self, inner: Mention) {
        self.pairs.take_all(&inner.name);
        self.carried_out.push(inner);
    }

    /// Takes in a name that stands in quotation marks alone.
    pub(crate) fn quote(&mut self, name: Option<&Mention>) {
        let known = self.names.len() < REMEMBERED;
        self.names.extend(name.filter(|_| known).map(|name| (name.name.clone(), name.clone())));
    }

    /// Forgets the names that are not such.
    pub(crate) fn keep(&mut self, such: impl Fn(&Mention) -> bool) {
        self.named.retain(such);
    }

    /// What the paragraphs before named, the latest last.
    pub(crate) fn named(&self) -> &[Mention] {
        &self.named
    }

    /// The longer name of which an unknown name is the end: 社区助餐计划 of 甲市社区助餐计划.
    pub(crate) fn longer<'a>(&'a self, name: &str, here: &'a [Mention]) -> Option<&'a Mention> {
        let last = |names: &'a [Mention]| &names[names.len().saturating_sub(REMEMBERED)..];
        let named = self.named.iter().chain(last(&self.carried_out)).chain(last(here));
        named.rev().find(|other| other.name != name && other.name.ends_with(name) && !other.title)
    }

    /// Remembers a name, and the short form behind it.
    fn note(&mut self, text: &str, name: &Mention) {
        self.named.retain(|other| other.key != name.key);
        self.named.push(name.clone());
        if self.named.len() > REMEMBERED {
            self.named.remove(0);
        }
        if !name.title {
            let after = text.get(name.range.usize().end..).unwrap_or_default();
            let short = introduced(after.trim_start_matches(['”', '」', '』']));
            // “江豚回家” of “江豚回家”行动
            let quoted = || Some(name.name.strip_prefix('“')?.split_once('”')?.0);
            let short = short.or_else(quoted).filter(|short| short.chars().count() > 1);
            if let Some(short) = short.filter(|_| self.names.len() < REMEMBERED) {
                self.names.insert(short.to_owned(), name.clone());
            }
        }
    }

    /// A short form that was introduced: in quotation marks, or opening a clause.
    fn short(&self, rest: &str, opens: bool) -> Option<(Mention, usize)> {
        let quoted = rest.strip_prefix(['“', '「']);
        let inside = quoted.unwrap_or(rest);
        let known = self.names.iter().filter(|(short, _)| begins(inside, short));
        let titled = || {
            let short =
                self.introduced.iter().take(REMEMBERED).find(|(short, _)| begins(inside, short))?;
            let name = self.named.iter().rev().find(|one| one.name == *short.1)?;
            Some((short.0.len(), name.clone()))
        };
        let (len, name) = known
            .max_by_key(|(short, _)| short.len())
            .map(|(short, name)| (short.len(), name.clone()))
            .or_else(titled)?;
        let after = &inside[len..];
        match quoted {
            Some(_) if after.starts_with(['”', '」']) => Some((name, '“'.len_utf8() * 2 + len)),
            None if opens && goes_on_as_subject(after) => Some((name, len)),
            _ => None,
        }
    }

    /// 条例, 联盟 where a subject stands. Those named in the same paragraph go before those of the article.
    fn bare(&self, rest: &str, here: &[Mention]) -> Option<(Mention, usize)> {
        let subject = |len: usize| goes_on_as_subject(&rest[len..]).then_some(len);
        let named = || self.only(here, |name| ending(&name.name, rest).and_then(subject));
        self.pairs.may_begin(rest).then(named).flatten().or_else(|| {
            let (len, kinds) = class(rest)?;
            subject(len)?;
            let word = &rest[..len];
            self.only(here, |name| (is_of(name, kinds) && is_phase_of(name, word)).then_some(len))
        })
    }

    /// A longer ending of a name right behind a verb that acts on it: 提出实施联合攻关计划; of a
    /// document also a short one that ends there: 审议了规划的草案.
    fn object(&self, rest: &str, here: &[Mention]) -> Option<(Mention, usize)> {
        const LEAST: usize = 4;
        const DRAFTS: [&str; 4] = ["的草案", "草案", "的送审稿", "的征求意见稿"];
        let fits = |name: &Mention, len: &usize| {
            let behind = &rest[*len..];
            let ends = behind.starts_with(ends_clause)
                || DRAFTS.iter().any(|word| behind.starts_with(word));
            // 批复了示范区总体方案
            let whole = rest[..*len].chars().count() >= LEAST - 1
                && BELONGS.iter().any(|word| behind.starts_with(word));
            rest[..*len].chars().count() >= LEAST || name.title && ends || whole
        };
        if !self.pairs.may_begin(rest) {
            return None;
        }
        let long = |name: &Mention| ending(&name.name, rest).filter(|len| fits(name, len));
        let inner = || {
            let mut inner = self.carried_out.iter().rev().take(REMEMBERED);
            inner.find_map(|name| Some((name.clone(), long(name)?)))
        };
        self.only(here, long).or_else(inner)
    }

    /// The one name of the paragraph, else of the article, that fits; of documents the last.
    fn only(
        &self,
        here: &[Mention],
        fits: impl Fn(&Mention) -> Option<usize>,
    ) -> Option<(Mention, usize)> {
        const SHORTEST_PART: usize = 5;
        let one_of = |names: &mut dyn Iterator<Item = &Mention>| {
            let mut fitting = names.filter_map(|name| Some((name, fits(name)?)));
            let (name, len) = fitting.next()?;
            // 一期工程 is of 甲光源 and not of 甲光源线站工程, its part.
            let whole = |name: &Mention, other: &Mention| other.name.starts_with(&name.name);
            // 种业联合实验室 in a title is the 甲省种业联合实验室 of the text.
            let short = |name: &Mention, other: &Mention| {
                name.name.ends_with(&other.name) && other.name.chars().count() > SHORTEST_PART
            };
            if name.title {
                return Some(Some((name.clone(), len)));
            }
            let (mut name, mut len, mut one) = (name, len, true);
            for (other, other_len) in fitting {
                if whole(other, name) || short(other, name) {
                    (name, len) = (other, other_len);
                }
                one &= whole(name, other) || short(name, other);
            }
            Some(one.then(|| (name.clone(), len)))
        };
        one_of(&mut here.iter().rev()).or_else(|| one_of(&mut self.named.iter().rev())).flatten()
    }
}

/// Where, behind a word that points back and what is told of the thing, an ending of one of the names
/// stands, and how long it is: `今年2月出台的方案`.
fn told_between<'a>(
    after: &str,
    mut names: impl Iterator<Item = &'a Mention>,
) -> Option<(usize, usize, &'a Mention)> {
    const LONGEST: usize = 12;
    // No further is looked, or each 该 would read the rest of its paragraph.
    let (end, _) = after.char_indices().take(LONGEST + 1).find(|(_, c)| *c == '的')?;
    let (told, at) = (&after[..end], end + "的".len());
    if told.contains(ends_clause) || !ends_in_a_verb(told) {
        return None;
    }
    names.find_map(|name| Some((at, ending(&name.name, &after[at..])?, name)))
}

/// Whether words end in a verb of some phase.
fn ends_in_a_verb(words: &str) -> bool {
    triggers(words).any(|(at, trigger)| at + trigger.word.len() == words.len())
}

/// What points at a name before: 该平台, 这一设施.
const THAT: [&str; 22] = [
    "本届", "该届", "这届", "此届", "整套", "整个", "该", "这一", "这座", "这条", "这项", "这个",
    "这台", "这张", "这套", "这家", "这支", "这只", "这份", "这部", "这处", "上述",
];

/// Of these, those behind which one character is enough: 该网, 这张网.
const BY_CHARACTER: [&str; 4] = ["该", "这张", "这条", "这座"];

/// What was just told of, whatever it is: 这件事启动时.
const IT: [&str; 8] = ["前者", "后者", "它", "此事", "这件事", "这项工作", "这一工作", "这项合作"];

/// They, by their first character.
static THAT_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(THAT));
static IT_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(IT));

/// Words for things of a kind, whatever their names end in, and for the parts whose fate is the whole's.
const CLASSES: [(&[&str], &[InitiativeKind]); 6] = [
    (
        &[
            "工程",
            "项目",
            "装置",
            "设施",
            "线路",
            "一期工程",
            "主体工程",
            "首期工程",
            "主体结构",
            "骨干网",
            "项目建议书",
            "可行性研究报告",
            "可研报告",
            "初步设计",
        ],
        &[InitiativeKind::Project, InitiativeKind::Centre],
    ),
    (&["法规", "地方性法规", "地方立法"], &[InitiativeKind::Law]),
    (&["系统", "小程序", "应用"], &[InitiativeKind::Platform]),
    (&["赛事", "展会"], &[InitiativeKind::Event]),
    (&["高新区", "经开区", "开发区", "示范区", "园区"], &[InitiativeKind::Project]),
    (
        &["文件", "政策", "新政"],
        &[
            InitiativeKind::Policy,
            InitiativeKind::Plan,
            InitiativeKind::Law,
            InitiativeKind::Programme,
        ],
    ),
];

/// They, by their first character, each with its kinds.
static CLASS_WORDS: LazyLock<Words<&[InitiativeKind]>> = LazyLock::new(|| {
    Words::with(CLASSES.iter().flat_map(|(words, kinds)| words.iter().map(|word| (*word, *kinds))))
});

/// All that goes back by its own word, whatever names the article has.
static OWN_WORDS: LazyLock<Words> = LazyLock::new(|| {
    let classes = CLASSES.iter().flat_map(|(words, _)| words.iter().copied());
    Words::new(THAT.into_iter().chain(IT).chain(classes))
});

/// True for a thing of one of the kinds; an institute is no 工程 or 装置.
fn is_of(name: &Mention, kinds: &[InitiativeKind]) -> bool {
    const INSTITUTES: [&str; 7] = ["实验室", "研究院", "研究所", "创新院", "大学", "学院", "医院"];
    let institute = INSTITUTES.iter().any(|word| name.name.ends_with(word));
    kinds.contains(&name.kind) && !institute
}

/// 一期工程 is none of 甲二期工程.
fn is_phase_of(name: &Mention, word: &str) -> bool {
    const PHASES: [&str; 3] = ["一期", "二期", "三期"];
    let of = |text: &str| PHASES.iter().position(|phase| text.contains(phase));
    of(word).is_none_or(|phase| of(&name.name).is_none_or(|other| other == phase))
}

/// A word for things of some kinds that the text begins with.
fn class(text: &str) -> Option<(usize, &'static [InitiativeKind])> {
    if let Some(len) = first_part(text) {
        return Some((len, CLASSES[0].1));
    }
    CLASS_WORDS.at(text).next().map(|(word, kinds)| (word.len(), *kinds))
}

/// What the first part of a facility is called by.
const FIRST_PART: char = '首';

/// `首台主机`, `首套设备`: a part by which a facility begins to live.
fn first_part(text: &str) -> Option<usize> {
    const LONGEST: usize = 7;
    text.strip_prefix(FIRST_PART)?.strip_prefix(['台', '套', '条'])?;
    let mut ends = text.char_indices().map(|(at, _)| at).take(LONGEST).skip(3);
    ends.find(|&at| goes_on_as_subject(&text[at..]))
}

/// How a word that goes back may stand at a place of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stands {
    /// At the start of a clause, or behind a time or an adverb there.
    First,
    /// Right behind a verb of some phase.
    BehindVerb,
    /// Elsewhere: only 该平台 and what stands in quotation marks.
    Inside,
}

/// Words behind which a clause goes on as at its start.
const BEFORE: [&str; 17] = [
    "彼时", "届时", "如今", "目前", "当时", "随后", "此后", "现在", "正是", "这时", "同时", "其中",
    "到时", "至此", "早在", "即", "至于",
];

/// They, by their first characters.
pub(crate) static BEFORE_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(BEFORE));

/// What else stands before or at such a place: the end of a clause, a time, or what points back by itself.
pub(crate) fn beside() -> impl Iterator<Item = char> {
    ending_marks().chain("日月年的为".chars()).chain(POINTING)
}

/// What points back wherever it stands.
const POINTING: [char; 8] = ['该', '这', '它', '此', '整', '本', '“', '「'];

/// The places from one on where a word that goes back may stand, in order.
fn places(text: Text<'_>, start: usize) -> Vec<(usize, Stands)> {
    if start == text.len() {
        return Vec::new();
    }
    // Every few characters there is one.
    let mut places = Vec::with_capacity(text.len() / 12);
    let mut take = |at: usize, stands: Stands| {
        if (start..text.len()).contains(&at) {
            places.push((at, stands));
        }
    };
    let behind_verb = |(at, trigger): (usize, &Trigger)| {
        let end = at + trigger.word.len();
        if text[end..].starts_with('了') { end + '了'.len_utf8() } else { end }
    };
    let acted = triggers_in(text).filter(|(_, trigger)| trigger.object).map(behind_verb);
    acted.for_each(|at| take(at, Stands::BehindVerb));
    let opens = |mut at: usize, take: &mut dyn FnMut(usize, Stands)| {
        if !goes_on_as_at_its_start(&text[..at]) {
            return;
        }
        // What is blank changes nothing: a clause goes on behind it as before it.
        while let Some(c) = text[at..].chars().next() {
            take(at, Stands::First);
            if !c.is_whitespace() {
                break;
            }
            at += c.len_utf8();
        }
    };
    opens(0, &mut take);
    for at in text.places(List::Beside) {
        let Some(c) = text[at..].chars().next() else { break };
        if POINTING.contains(&c) {
            take(at, Stands::Inside);
        }
        opens(at + c.len_utf8(), &mut take);
    }
    let behind =
        text.words(List::OpeningWords, &BEFORE_WORDS).map(|(at, word, ())| at + word.len());
    behind.for_each(|at| take(at, Stands::First));
    places.sort_unstable();
    places.dedup_by_key(|(at, _)| *at);
    places
}

/// True where a clause begins behind a text, or goes on as at its start, behind a mark, a time or a particle.
fn goes_on_as_at_its_start(before: &str) -> bool {
    let mut back = before.chars().rev().filter(|c| !c.is_whitespace());
    let last = back.next().unwrap_or('\n');
    match last {
        '日' | '月' | '年' => back.next().is_some_and(|c| {
            is_number(c) || last != '日' && matches!(c, '今' | '去' | '明' | '本' | '上')
        }),
        '的' => is_of_several_places(before) || is_built_together(before),
        '为' => is_for(before),
        _ => ends_clause(last),
    }
}

/// `传达甲工作会议精神。会议强调,…`: the meeting that hears of another is the one that stresses.
fn is_another_meeting(before: &str, rest: &str) -> bool {
    const HEARS: [&str; 4] = ["传达", "学习贯彻", "认真学习", "贯彻落实"];
    rest.starts_with("会议") && HEARS.iter().any(|verb| before.contains(verb))
}

/// `三地为…共同发布`: 为 says for whom.
fn is_for(before: &str) -> bool {
    const WORDS: [&str; 10] =
        ["成为", "作为", "认为", "称为", "列为", "定为", "因为", "名为", "分为", "评为"];
    !WORDS.iter().any(|word| before.ends_with(word))
}

/// `三地的决定`: each has its own of one name.
fn is_of_several_places(before: &str) -> bool {
    let places = before.strip_suffix('的').and_then(|rest| rest.strip_suffix(['地', '市', '省']));
    places.is_some_and(|rest| rest.ends_with(|c| "各两三四五六七八九".contains(c)))
}

/// `九地联手建设的…`
fn is_built_together(before: &str) -> bool {
    const BUILT: [&str; 6] = ["建设的", "建的", "办的", "打造的", "组建的", "设立的"];
    const REACH: usize = 10;
    let near = before.char_indices().rev().nth(REACH - 1).map_or(before, |(at, _)| &before[at..]);
    BUILT.iter().any(|word| near.ends_with(word)) && near.contains(['合', '共', '联', '同', '携'])
}

/// How long an ending of a name, of two characters at least, the text begins with.
pub(crate) fn ending(name: &str, text: &str) -> Option<usize> {
    let name = without_bracket(name).trim_end_matches(['”', '」']);
    let first = text.chars().next()?.len_utf8();
    // Its bytes are gone through, as this is asked of many names: where the first character's last byte
    // stands, the others are compared, and so no place within a character is taken for one.
    let (name, text) = (name.as_bytes(), text.as_bytes());
    let last = text.get(first - 1)?;
    let lasts = name.get(first..name.len().checked_sub(1)?)?.iter().zip(1..);
    let mut starts = lasts.filter(|(byte, _)| *byte == last).map(|(_, at)| at);
    let at = starts.find(|&at| text.starts_with(&name[at..]))?;
    Some(name.len() - at)
}

/// What goes on from a subject: verbs, adverbs and times.
const GOES_ON: &[&str] = &[
    "自",
    "本身",
    "不分",
    "将",
    "共",
    "明确",
    "提出",
    "规定",
    "要求",
    "于",
    "由",
    "对",
    "还",
    "从",
    "指出",
    "强调",
    "在",
    "已",
    "正式",
    "成立",
    "以",
    "计划",
    "首批",
    "是",
    "经",
    "今年",
    "去年",
    "今日",
    "今天",
    "昨日",
    "昨天",
    "上月",
    "本月",
    "当天",
    "当日",
    "同年",
    "次年",
    "年底",
    "应",
    "要",
    "须",
    "有望",
    "力争",
    "如期",
    "也",
    "只",
    "先后",
    "率先",
    "顺利",
    "日前",
    "近日",
    "随即",
    "基本",
    "初步",
    "预计",
    "又",
    "明年",
    "获",
    "写入",
    "拟",
    "设了",
    "把",
    "分为",
    "围绕",
    "聚焦",
    "包括",
    "列出",
    "有",
    "达",
    "被",
    "让",
    "位于",
    "覆盖",
    "面向",
    "汇聚",
    "集聚",
    "吸引",
    "拿到",
    "得到",
    "换",
    "进入",
    "转入",
    "迎来",
    "走过",
    "扩",
    "升",
    "改",
    "叫",
    "定于",
    "落户",
    "坐落",
    "选址",
    "占地",
    "总投资",
    "采用",
    "实行",
    "推出",
    "联合",
    "下设",
    "首次",
    "最早",
    "现有",
    "目前",
    "如今",
    "累计",
    "每年",
    "由此",
    "就此",
    "从此",
    "写",
    "面积",
    "就",
    "共同",
    "英文",
    "简称",
    "全称",
    "又名",
    "从",
    "建设",
    "工期",
    "周期",
    "全长",
    "总长",
    "全线",
    "全程",
    "总库容",
    "总装机",
    "装机",
    "建筑面积",
    "总建筑面积",
    "主体",
    "历时",
    "随后",
    "此后",
    "年初",
    "年内",
    "下月",
    "上周",
    "本周",
];

/// It, by its first character.
static GOES_ON_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(GOES_ON.iter().copied()));

/// What belongs to a thing and is told for it: `枢纽的总体方案…批复`, `它的开工是在…`.
const BELONGS: [&str; 12] = [
    "专责小组",
    "理事会",
    "秘书处",
    "办公室",
    "总体方案",
    "实施方案",
    "建设方案",
    "方案",
    "总部",
    "名单",
    "草案",
    "送审稿",
];

/// True where what follows makes the word before it a subject.
fn goes_on_as_subject(after: &str) -> bool {
    let after = STAGES.iter().find_map(|stage| after.strip_prefix(stage)).unwrap_or(after);
    if let Some(own) = after.strip_prefix('的') {
        return BELONGS.iter().any(|word| own.starts_with(word))
            || triggers_at(own).any(|trigger| trigger.subject);
    }
    GOES_ON_WORDS.begin(after)
        || triggers_at(after).any(|trigger| trigger.subject)
        || after.strip_prefix('到').unwrap_or(after).starts_with(is_digit)
}

fn is_digit(c: char) -> bool {
    crate::numerals::arabic_digit(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::grounds::Places;
    use crate::names::{Key, Patterns, mentions};
    use crate::spots::Spots;

    /// Checks what the second paragraph of an article goes back to.
    #[track_caller]
    fn check(first: &str, second: &str, expected: &[(&str, &str)]) {
        let gazetteer = Gazetteer::parse(&[]).unwrap();
        let mut forms = ShortForms::default();
        let mut names = |text: &str| {
            let (spots, places) = (Spots::of(text), Places::default());
            let text = spots.text(text);
            mentions(text, places, &Patterns::of(text, places), &gazetteer, &mut forms)
        };
        names(first);
        let found = names(second);
        let found: Vec<_> = found
            .iter()
            .map(|name| match &name.key {
                Key::Known(key) | Key::Named(key) => (&second[name.range.usize()], key.as_str()),
            })
            .collect();
        assert_eq!(found, expected, "{second}");
    }

    #[test]
    fn short_forms_are_gone_back_to() {
        let law = "《青川桥梁养护条例》(以下简称“条例”)公布。";
        check(law, "《条例》共九章。", &[("《条例》", "青川桥梁养护条例")]);
        check(law, "去年,“条例”实施。", &[("“条例”", "青川桥梁养护条例")]);
        check(law, "条例自5月1日起施行。", &[("条例", "青川桥梁养护条例")]);
        check(law, "该条例共九章。", &[("该条例", "青川桥梁养护条例")]);
        check(law, "根据条例处罚。", &[]);
        let alliance = "成立四川海缆产业联盟(以下简称“海缆联盟”)。";
        check(alliance, "海缆联盟将于5月换届。", &[("海缆联盟", "四川海缆产业联盟")]);
    }

    #[test]
    fn words_for_a_thing_go_back_whatever_its_name_ends_in() {
        let net = "湖北候鸟联合观测网的服务器设在白石。";
        check(net, "这张网2021年4月建成。", &[("这张网", "湖北候鸟联合观测网")]);
        check(net, "这张图2021年4月建成。", &[]);
        let cloud = "提醒来自“石桥云”。这套系统去年上线。";
        check(cloud, "很多系统今年升级。", &[]);
        check(cloud, "这套系统今年上线。", &[("这套系统", "石桥云")]);
    }

    #[test]
    fn a_bare_head_is_the_only_name_that_ends_so() {
        let one = "去年,四川海缆产业联盟揭牌。";
        check(one, "8月1日,联盟在白石扩容。", &[("联盟", "四川海缆产业联盟")]);
        check(one, "各联盟在白石扩容。", &[]);
        let two = "去年,四川海缆产业联盟、湖南油茶产业创新联盟揭牌。";
        check(two, "8月1日,联盟在白石扩容。", &[]);
        check(two, "这一联盟在白石扩容。", &[("这一联盟", "湖南油茶产业创新联盟")]);
    }
}
