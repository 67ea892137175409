//! Which verb of a sentence dates which initiative.
//!
//! 1. each trigger verb of the sentence, outside names
//! 2. its initiative: the first name behind it, or the last before it, in the same clause, with
//!    nothing heavy between
//! 3. its time: the last before it in its clause, else in an earlier clause; 成立于2021年 behind it;
//!    a vague time only where the sentence has no other; with no time there is no event
//! 4. 会上, 同时 and the like without a time: that of the event told of right before
//! 5. meetings that stand beside or about an initiative ([`gatherings`])
//! 6. documents by their numbers ([`issued`])
//! 7. wishes and duties (支持组建) are no events; what is yet to come is a target, but the first day
//!    of a law stays one
//!
//! This module works on one sentence and knows nothing of articles.

use std::cell::OnceCell;
use std::sync::LazyLock;

use deltascope_model::{Basis, Edtf, EventStanding, InitiativeKind, Phase, TextRange};

use crate::attach::named_by;
use crate::clause::{clause_of, clauses};
use crate::gatherings::gatherings;
use crate::meaning::Meaning;
use crate::names::Mention;
use crate::papers::through_papers;
use crate::phases::told_of;
use crate::serials::issued;
use crate::spots::{List, Text};
use crate::standing::standing;
use crate::tense::{ends_clause, intends};
use crate::times::FoundTime;
use crate::triggers::{
    NO_WISHES, NOT_YET, Trigger, begins_longer_word, is_anniversary, is_empty_of, triggers,
    triggers_in,
};
use crate::words::Words;

/// A sentence with what was found in it.
pub(crate) struct Sentence<'a> {
    /// The paragraph.
    pub(crate) text: &'a str,
    pub(crate) range: TextRange,
    /// The sentence by itself.
    pub(crate) words: Text<'a>,
    /// The initiatives named in the sentence.
    pub(crate) mentions: Vec<&'a Mention>,
    /// Where organisations of the gazetteer are named.
    pub(crate) organisations: &'a [TextRange],
    /// The times of the sentence.
    pub(crate) times: Vec<(&'a FoundTime, &'a Meaning)>,
    pub(crate) reference: Option<&'a Edtf>,
    /// The times of the goals that it tells of the unsaid name at its start.
    pub(crate) goals: &'a [TextRange],
    /// The event of the sentence before, where this one opens with 会上 or 同时.
    pub(crate) occasion: Option<Bound>,
    pub(crate) asked: Asked,
}

/// What is found in a sentence once it is asked for.
#[derive(Default)]
pub(crate) struct Asked {
    verbs: OnceCell<Vec<(TextRange, &'static Trigger)>>,
    clauses: OnceCell<Vec<TextRange>>,
}

impl Sentence<'_> {
    /// The trigger verbs of the sentence outside its names, in order.
    pub(crate) fn verbs(&self) -> &[(TextRange, &'static Trigger)] {
        self.asked.verbs.get_or_init(|| verbs(self))
    }

    /// True where no verb of it can have a time.
    fn has_no_time(&self) -> bool {
        self.times.is_empty() && self.occasion.is_none()
    }

    /// The clauses of the sentence, tiling it.
    pub(crate) fn clauses(&self) -> &[TextRange] {
        self.asked.clauses.get_or_init(|| clauses(self.words, self.range.usize().start))
    }
}

/// An initiative's phase with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    /// Number of the mention in [`Sentence::mentions`].
    pub(crate) mention: usize,
    pub(crate) phase: Phase,
    pub(crate) edtf: Edtf,
    pub(crate) basis: Basis,
    pub(crate) standing: EventStanding,
    /// Where the verb stands; for a target, where its time stands.
    pub(crate) verb: TextRange,
    /// From the time to the verb and the name: where actors and places are looked for.
    pub(crate) scope: TextRange,
}

/// The dated phases that a sentence states.
pub(crate) fn bind(sentence: &Sentence<'_>) -> Vec<Bound> {
    let mut bound = by_times(sentence);
    for numbered in issued(sentence) {
        let told =
            |other: &Bound| (other.mention, other.phase) == (numbered.mention, numbered.phase);
        if !bound.iter().any(told) {
            bound.push(numbered);
        }
    }
    bound
}

/// Those that its times date.
fn by_times(sentence: &Sentence<'_>) -> Vec<Bound> {
    if sentence.mentions.is_empty() || sentence.has_no_time() || is_hearsay(sentence.words) {
        return Vec::new();
    }
    let clauses = sentence.clauses();
    let mut bound: Vec<Bound> = Vec::new();
    for &(verb, trigger) in sentence.verbs() {
        for found in happened(sentence, clauses, verb, trigger) {
            let same = |other: &Bound| {
                (other.mention, other.phase, &other.edtf)
                    == (found.mention, found.phase, &found.edtf)
            };
            if !bound.iter().any(same) {
                bound.push(found);
            }
        }
    }
    for held in gatherings(sentence, clauses) {
        let told = |other: &Bound| {
            let kind = sentence.mentions[held.mention].kind;
            other.mention == held.mention
                && (other.phase == Phase::Held || kind == InitiativeKind::Event)
        };
        if !bound.iter().any(told) {
            bound.push(held);
        }
    }
    for target in crate::target::targets(sentence, clauses) {
        if !bound.iter().any(|other| other.mention == target.mention && other.edtf == target.edtf) {
            bound.push(target);
        }
    }
    bound
}

/// Words by which nobody vouches for what is told.
pub(crate) static DOUBTS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "未能证实",
        "未经证实",
        "无法证实",
        "尚未证实",
        "未获证实",
        "有待证实",
        "据传",
        "传闻",
    ])
});

/// True where a sentence says itself that nobody vouches for it.
pub(crate) fn is_hearsay(sentence: Text<'_>) -> bool {
    sentence.words(List::Doubts, &DOUBTS).next().is_some()
}

/// The first day of a law that a sentence tells of without its name, the name opening the next
/// sentence: `9月1日,全国首部桥梁立法正式施行。《桥梁条例》由…`.
pub(crate) fn announced(sentence: &Sentence<'_>) -> Option<Bound> {
    const DOCUMENTS: [&str; 9] =
        ["立法", "条例", "法规", "办法", "决定", "规定", "法律", "规章", "政策"];
    if !sentence.mentions.is_empty() {
        return None;
    }
    let clauses = sentence.clauses();
    let &(verb, trigger) =
        sentence.verbs().iter().find(|(_, trigger)| trigger.phase == Phase::InForce)?;
    let at = clause_of(clauses, verb.start());
    let before = slice(sentence.text, clauses.get(at)?.start(), verb.start());
    let told = DOCUMENTS.iter().any(|word| before.contains(word));
    let (edtf, basis, _) = time_of(sentence, clauses, at, verb).filter(|_| told)?;
    let later = is_later(&edtf, sentence.reference);
    let standing = if later { EventStanding::Announced } else { EventStanding::Happened };
    let (phase, scope) = (trigger.phase, sentence.range);
    Some(Bound { mention: 0, phase, edtf, basis, standing, verb, scope })
}

/// A signing of whatever it was, for the sentences that go on to tell of it: `6日,论坛上签约9个项目`.
pub(crate) fn signed_then(sentence: &Sentence<'_>) -> Option<Bound> {
    done_then(sentence, |_, trigger| trigger.phase == Phase::Signed)
}

/// A meeting without a name, for the sentences that tell of it: `28日,甲委员会举行第三次会议`.
pub(crate) fn met_then(sentence: &Sentence<'_>) -> Option<Bound> {
    const MOST_OBJECT: usize = 16;
    done_then(sentence, |verb, trigger| {
        let object = slice(sentence.text, verb.end(), sentence.range.end());
        let object = object.split(ends_clause).next().unwrap_or_default();
        // 总结会在甲市举行
        let before = slice(sentence.text, sentence.range.start(), verb.start());
        let at = before.rfind(['在', '于']).map_or(before, |at| &before[..at]);
        let subject = object.is_empty() && at.ends_with(['会', '式']);
        trigger.phase == Phase::Held
            && matches!(trigger.word, "举行" | "召开")
            && (subject || object.ends_with(['会', '议']) && object.chars().count() <= MOST_OBJECT)
    })
}

/// The day of a sentence that is no more than that and a place: `11月26日,九江八里湖。`
pub(crate) fn set_then(sentence: &Sentence<'_>) -> Option<Bound> {
    const MOST_BEHIND: usize = 12;
    let [(time, meaning)] = sentence.times[..] else { return None };
    let opens = time.range.start() == sentence.range.start();
    let behind = slice(sentence.text, time.range.end(), sentence.range.end());
    let bare = opens && behind.ends_with('。') && behind.starts_with(ends_clause);
    if !bare {
        return None;
    }
    let place = behind.trim_matches(ends_clause);
    let short = (1..=MOST_BEHIND).contains(&place.chars().count()) && !place.contains(ends_clause);
    let edtf = time.edtf.clone().filter(|edtf| edtf.bounds().first == edtf.bounds().last)?;
    let free = sentence.mentions.is_empty() && sentence.verbs().is_empty();
    let day = short && free && dates_an_event(meaning);
    (day && !is_later(&edtf, sentence.reference)).then_some(Bound {
        mention: 0,
        phase: Phase::Held,
        edtf,
        basis: time.basis,
        standing: EventStanding::Happened,
        verb: time.range,
        scope: sentence.range,
    })
}

/// The first verb of a sentence that is such, with its time, whatever it acts on.
fn done_then(sentence: &Sentence<'_>, such: impl Fn(TextRange, &Trigger) -> bool) -> Option<Bound> {
    if sentence.has_no_time() {
        return None;
    }
    let mut verbs = sentence.verbs().iter();
    let &(verb, trigger) = verbs.find(|(verb, trigger)| such(*verb, trigger))?;
    let clauses = sentence.clauses();
    let at = clause_of(clauses, verb.start());
    let (edtf, basis, _) = time_of(sentence, clauses, at, verb)?;
    let (phase, standing, scope) = (trigger.phase, EventStanding::Happened, sentence.range);
    (!is_later(&edtf, sentence.reference)).then_some(Bound {
        mention: 0,
        phase,
        edtf,
        basis,
        standing,
        verb,
        scope,
    })
}

/// The trigger verbs of a sentence outside its names, in order.
fn verbs(sentence: &Sentence<'_>) -> Vec<(TextRange, &'static Trigger)> {
    let start = sentence.range.usize().start;
    let mut found: Vec<(TextRange, &Trigger)> = triggers_in(sentence.words)
        .map(|(at, trigger)| (TextRange::of(start + at, start + at + trigger.word.len()), trigger))
        .filter(|(range, _)| {
            sentence.mentions.iter().all(|mention| mention.range.overlap(*range).is_none())
                && sentence.organisations.iter().all(|name| name.overlap(*range).is_none())
                && !in_longer_word(sentence.text, *range)
        })
        .filter(|(range, trigger)| {
            !is_empty_of(trigger, slice(sentence.text, range.end(), sentence.range.end()))
        })
        .collect();
    found.sort_by_key(|(range, _)| (range.start(), std::cmp::Reverse(range.end())));
    let mut free_from = 0;
    found.retain(|(range, _)| {
        let free = range.start() >= free_from;
        if free {
            free_from = range.end();
        }
        free
    });
    found
}

/// True where the verb is part of a noun or of an anniversary.
fn in_longer_word(text: &str, verb: TextRange) -> bool {
    let rest = text.get(verb.usize().start..).unwrap_or_default();
    let after = text.get(verb.usize().end..).unwrap_or_default();
    let before = text.get(..verb.usize().start).unwrap_or_default();
    // 成立以来 is a length of time, 2016年成立以来 has a date.
    let since =
        after.starts_with("以来") && !before.ends_with(['年', '月', '日', '初', '底', '末']);
    // 启用满一年
    let since = since || after.starts_with('满') || after.starts_with("已满");
    // 召开三周年发布会 is a meeting held.
    let held = ["召开", "举行", "举办"].iter().any(|word| rest.starts_with(word));
    begins_longer_word(rest) || since || !held && is_anniversary(after)
}

/// The phases that one verb dates.
fn happened(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    verb: TextRange,
    trigger: &Trigger,
) -> Vec<Bound> {
    let clause_at = clause_of(clauses, verb.start());
    let Some(&clause) = clauses.get(clause_at) else { return Vec::new() };
    let begins = matches!(trigger.phase, Phase::Established | Phase::Launched | Phase::InForce);
    let begun = || begun_then(sentence, clauses, clause_at).filter(|_| begins);
    let time = time_of(sentence, clauses, clause_at, verb).or_else(begun);
    let Some(time) = time else { return Vec::new() };
    let told: Vec<(usize, Phase)> =
        match through_papers(sentence, clauses, clause_at, verb, trigger) {
            Some(told) => vec![told],
            None => named_by(sentence, clauses, clause_at, verb, trigger)
                .into_iter()
                .filter_map(|index| Some((index, told_of(trigger, sentence.mentions[index])?)))
                .collect(),
        };
    if is_wish(sentence, clause, verb) || is_suggested(sentence, clause) {
        return Vec::new();
    }
    // 去年9月起实施, 今年1月起正式运行: 起 alone says when it began.
    let ahead = !trigger.word.starts_with('起') && outside_names(sentence, clause).any(intends);
    let later = is_later(&time.0, sentence.reference);
    // 今年将举办, 今日将开园, and not 今年举办的展览将…: what is left of the year, or of the day.
    let up_to_verb = TextRange::new(clause.start(), verb.end());
    let meant = || outside_names(sentence, up_to_verb).any(intends);
    let yet = !later && ahead && is_not_over(&time.0, sentence.reference) && meant();
    let phase_of = |mention: usize, told| match (told, ahead, later) {
        (Phase::InForce, _, _) => Some(Phase::InForce),
        (phase, false, false) => Some(phase),
        (_, _, true) => Some(Phase::Target),
        // Said to be coming, and dated before: not sure what it says but of what has a name of its own.
        (_, true, false) => (yet && sentence.mentions[mention].anchored).then_some(Phase::Target),
    };
    let (edtf, basis, stands) = time;
    // 自9月15日起施行新修订的《甲办法》: the day is the other verb's.
    let attribute = slice(sentence.text, verb.end(), sentence.range.end()).starts_with('的');
    let others = || {
        sentence.verbs().iter().any(|(other, _)| {
            stands.end() <= other.start() && other.end() <= verb.start() && clause.contains(*other)
        })
    };
    if attribute && clause.contains(stands) && others() || was_meant_for(sentence.text, stands) {
        return Vec::new();
    }
    told.into_iter()
        .filter_map(|(mention, told)| Some((mention, phase_of(mention, told)?)))
        .map(|(mention, phase)| {
            let standing = standing(sentence, clause, verb.start(), phase, later);
            let name = sentence.mentions[mention].range;
            let start = stands.start().min(name.start()).min(verb.start());
            let end = stands.end().max(name.end()).max(verb.end());
            let first = clauses[clause_of(clauses, start)].start();
            let last = clauses[clause_of(clauses, end.saturating_sub(1))].end();
            let draft = is_a_draft(&sentence.mentions[mention].name);
            // 公示名单: a list is published by being shown.
            let shown = trigger.word == "公示" && sentence.mentions[mention].name.ends_with("名单");
            let phase = match phase {
                Phase::Issued if draft => Phase::Proposed,
                Phase::Listed if shown => Phase::Issued,
                phase => phase,
            };
            Bound {
                mention,
                phase,
                edtf: edtf.clone(),
                basis,
                standing,
                verb,
                scope: TextRange::new(first, last.max(first)),
            }
        })
        .collect()
}

/// What a clause says outside the names of initiatives: 甲伙伴计划 plans nothing.
fn outside_names<'a>(
    sentence: &'a Sentence<'_>,
    clause: TextRange,
) -> impl Iterator<Item = &'a str> {
    let inside = sentence.mentions.iter().filter(move |name| clause.contains(name.range));
    let ends = inside.clone().map(|name| name.range.start()).chain([clause.end()]);
    let starts = std::iter::once(clause.start()).chain(inside.map(|name| name.range.end()));
    starts.zip(ends).map(|(start, end)| slice(sentence.text, start, end))
}

/// True for a draft, which is put forward by being published.
fn is_a_draft(name: &str) -> bool {
    name.contains("征求意见稿") || name.contains("草案")
}

/// The text between two offsets.
pub(crate) fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}

/// `原定去年12月上线的甲网`: when something was to be done, which it was not.
fn was_meant_for(text: &str, time: TextRange) -> bool {
    const MEANT: [&str; 9] =
        ["原定", "原订", "原计划", "原拟", "原本计划", "原本定", "本应", "本拟", "本该"];
    let before = slice(text, 0, time.start()).trim_end_matches(['于', '在']);
    MEANT.iter().any(|word| before.ends_with(word))
}

/// Words of what is not done yet, by their first character.
static WISHES: LazyLock<Words> = LazyLock::new(|| Words::new(NOT_YET));

/// `他建议参考《甲指引》,在乙区试行`: what someone would like goes on behind.
fn is_suggested(sentence: &Sentence<'_>, clause: TextRange) -> bool {
    const SUGGESTS: [&str; 5] = ["建议", "呼吁", "主张", "倡导", "期望"];
    const NEAR: usize = 12;
    let start = sentence.range.start();
    let words = slice(sentence.text, start, clause.start());
    let opening = words.split(ends_clause).next().unwrap_or_default();
    let mut near = opening.char_indices().take(NEAR);
    let suggests = |at: usize| {
        let rest = &opening[at..];
        SUGGESTS.iter().any(|word| rest.starts_with(word)) && !rest.starts_with("建议书")
    };
    near.any(|(at, _)| suggests(at))
        && !words.contains(['；', ';'])
        && sentence.times.iter().all(|(time, _)| !clause.contains(time.range))
}

/// True where a wish, a duty or a plan governs the verb; a name (甲研究院) is none.
pub(crate) fn is_wish(sentence: &Sentence<'_>, clause: TextRange, verb: TextRange) -> bool {
    const NEAR: usize = 5;
    let before = slice(sentence.text, clause.start(), verb.start());
    let near = before.char_indices().rev().nth(NEAR - 1).map_or(before, |(at, _)| &before[at..]);
    let start = verb.usize().start - near.len();
    let inside = |at: usize| {
        NO_WISHES.iter().any(|longer| {
            let mut found = near.match_indices(longer);
            found.any(|(start, _)| (start..start + longer.len()).contains(&at))
        })
    };
    let named =
        |at: usize| sentence.mentions.iter().any(|name| name.range.usize().contains(&(start + at)));
    // 去年由三省推动组建: by whose doing.
    let done = |word: &str| matches!(word, "推动" | "推进") && before.contains('由');
    WISHES.within(near).any(|(at, word, ())| !inside(at) && !named(at) && !done(word))
}

/// Between a time from which on something holds and its verb, in characters.
const MOST_BEHIND_SINCE: usize = 8;

/// A time with its basis and where it stands.
type Time = (Edtf, Basis, TextRange);

/// The time of a verb.
pub(crate) fn time_of(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    clause_at: usize,
    verb: TextRange,
) -> Option<Time> {
    let clause = clauses.get(clause_at)?;
    let usable = |found: &&(&FoundTime, &Meaning)| {
        dates_an_event(found.1)
            && !is_as_of(sentence.text, found.0.range)
            && !is_attribute(sentence.text, found.0.range)
            && (!is_a_year_of(sentence.text, found.0, found.1)
                || slice(sentence.text, verb.end(), found.0.range.start()) == "于")
            && sentence
                .mentions
                .iter()
                .all(|mention| mention.range.overlap(found.0.range).is_none())
    };
    let taken =
        |(time, _): &(&FoundTime, &Meaning)| Some((time.edtf.clone()?, time.basis, time.range));
    let before = || sentence.times.iter().filter(|(time, _)| time.range.end() <= verb.start());
    // 甲明年上线,乙力争2030年前建成: the second has a time of its own.
    let own = before().rfind(|(time, _)| clause.contains(time.range));
    let sure = before()
        .rfind(usable)
        .filter(|sure| clause.contains(sure.0.range) || own.is_none_or(|own| !sets_a_limit(own.1)));
    let here = sure.filter(|sure| clause.contains(sure.0.range));
    let sure =
        sure.filter(|sure| here.is_some() || !is_learned_then(sentence, clauses, sure.0, *clause));
    let behind = || {
        // 印发时间在2018年至2019年之间
        let spans = |found: &&(&FoundTime, &Meaning)| {
            let before = slice(sentence.text, verb.end(), found.0.range.start());
            matches!(found.1, Meaning::Span(..)) && before.starts_with("时间")
        };
        sentence.times.iter().filter(|found| usable(found) || spans(found)).find(|(time, _)| {
            clause.contains(time.range)
                && time.range.start() >= verb.end()
                && match slice(sentence.text, verb.end(), time.range.start()) {
                    "于" | "在" | "时间为" => true,
                    "" => ends_with_at(sentence.text, verb),
                    between => is_told_by_day(between) || is_ceremony(between),
                }
        })
    };
    let since = || {
        // 自今年1月1日起适用: 起 is the time's and the verb's.
        let shared = if slice(sentence.text, verb.start(), verb.end()).starts_with('起') {
            '起'.len_utf8() as u32
        } else {
            0
        };
        let until = verb.start() + shared;
        let mut before = sentence.times.iter().filter(|(time, _)| time.range.end() <= until);
        let (time, _) = before.rfind(|(time, meaning)| {
            let between = slice(sentence.text, time.range.end(), verb.start());
            let near = between.chars().count() <= MOST_BEHIND_SINCE && !between.contains("以来");
            matches!(meaning, Meaning::Since(_)) && near && clause.contains(time.range)
        })?;
        let first = Edtf::new(time.edtf.as_ref()?.as_str().split('/').next()?).ok()?;
        Some((first, time.basis, time.range))
    };
    let told = || time_told_behind(sentence, clauses, clause_at);
    let vague = || before().rfind(|(_, meaning)| **meaning == Meaning::Lately);
    let there = || {
        // What is done already (已发布) was done some time before.
        let before = clause.slice(sentence.text).is_some_and(|words| words.contains('已'));
        let timed = sentence.times.iter().any(|(time, _)| time.range.end() <= verb.start());
        let event = sentence.occasion.as_ref().filter(|_| !timed && !before)?;
        Some((event.edtf.clone(), event.basis.max(Basis::Inferred), verb))
    };
    since()
        .or_else(|| here.or_else(behind).or(sure).or_else(told).or_else(vague).and_then(taken))
        .or_else(there)
}

/// `2022年起,三省设立甲专项`: a clause that says no more than from when on.
fn begun_then(sentence: &Sentence<'_>, clauses: &[TextRange], clause_at: usize) -> Option<Time> {
    let before = clauses.get(clause_at.checked_sub(1)?)?;
    let (time, _) = sentence.times.iter().find(|(time, meaning)| {
        let tail = slice(sentence.text, time.range.end(), before.end());
        matches!(meaning, Meaning::Since(_))
            && before.contains(time.range)
            && time.text.ends_with('起')
            && tail.trim_end_matches(ends_clause).is_empty()
    })?;
    let first = Edtf::new(time.edtf.as_ref()?.as_str().split('/').next()?).ok()?;
    Some((first, time.basis, time.range))
}

/// `7日,记者从甲市获悉,两地日前成立…`: the day is of those who learned it.
fn is_learned_then(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    time: &FoundTime,
    clause: TextRange,
) -> bool {
    let at = clause_of(clauses, time.range.start());
    let next = clauses.get(at + 1).map_or(sentence.range.end(), |next| next.end());
    let learned = ["获悉", "了解到", "得知"]
        .iter()
        .any(|word| slice(sentence.text, time.range.end(), next).contains(word));
    let lately = sentence
        .times
        .iter()
        .any(|(time, meaning)| **meaning == Meaning::Lately && clause.contains(time.range));
    learned && lately
}

/// `…的正是甲大学,时间是2006年`: the clause behind tells when.
fn time_told_behind<'a, 'b>(
    sentence: &'b Sentence<'a>,
    clauses: &[TextRange],
    clause_at: usize,
) -> Option<&'b (&'a FoundTime, &'a Meaning)> {
    const TELLS: [&str; 8] =
        ["时间是", "时间为", "时间在", "日期是", "日期为", "日子是", "年份是", "时间定在"];
    let next = clauses.get(clause_at + 1)?;
    let words = next.slice(sentence.text)?;
    let word = TELLS.iter().find(|word| words.starts_with(**word))?;
    let at = next.start() + word.len() as u32;
    let mut times = sentence.times.iter();
    times.find(|(time, meaning)| time.range.start() == at && dates_an_event(meaning))
}

/// `截至4月底,已验收19个`: when something is told of.
fn is_as_of(text: &str, time: TextRange) -> bool {
    ["截至", "截止", "截止到"].iter().any(|word| slice(text, 0, time.start()).ends_with(word))
}

/// True for times by which something is to be done.
fn sets_a_limit(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Before(_) | Meaning::Next(..) | Meaning::VagueAhead)
}

/// True for 建于 and the like, right behind which the time stands.
fn ends_with_at(text: &str, verb: TextRange) -> bool {
    verb.slice(text).is_some_and(|word| word.ends_with('于'))
}

/// No verb is longer, in bytes.
const LONGEST_VERB: usize = 24;

/// True where a time right behind a verb belongs to what the verb acts on: 公示2025年名单.
fn is_attribute(text: &str, time: TextRange) -> bool {
    // 揭牌当天
    if time.slice(text).is_some_and(|time| time.starts_with(['当', '同'])) {
        return false;
    }
    let before = slice(text, 0, time.start());
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST_VERB))..];
    triggers(near).any(|(at, trigger)| trigger.object && at + trigger.word.len() == near.len())
}

/// `施行日期是9月1日`, `挂牌的日子是去年12月30日`, `揭牌是在6月`
fn is_told_by_day(between: &str) -> bool {
    let between = between.strip_prefix('的').unwrap_or(between);
    let said = between.strip_suffix(['是', '为', '在', '于']);
    let said = said.map(|said| said.strip_suffix(['是', '定']).unwrap_or(said));
    said.is_some_and(|said| ["", "日期", "时间", "日子", "时候", "那天", "那年"].contains(&said))
}

/// `启动仪式3月6日举行`
fn is_ceremony(between: &str) -> bool {
    const MOST_BETWEEN: usize = 6;
    ["仪式", "典礼", "大会", "活动"].iter().any(|word| between.starts_with(word))
        && between.chars().count() <= MOST_BETWEEN
}

/// True for the year of a thing: 部署2026年的任务. What is done on a day may be told so (6日的会上).
pub(crate) fn is_a_year_of(text: &str, time: &FoundTime, meaning: &Meaning) -> bool {
    let year = matches!(meaning, Meaning::Point(point) if point.month == crate::meaning::Field::Open
        && point.day == crate::meaning::Field::Open);
    let after = slice(text, time.range.end(), text.len() as u32);
    year && (after.starts_with('的') || time.text.ends_with("年度"))
}

/// True for times that can be an event's own date: no plan's period, no length.
pub(crate) fn dates_an_event(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Point(_)
        | Meaning::Ago(..)
        | Meaning::Later(..)
        | Meaning::Week(_)
        | Meaning::Weekdays(..)
        | Meaning::Weekday(_)
        | Meaning::SameDay
        | Meaning::Hour
        | Meaning::Feast(..)
        | Meaning::Lunar(..) => true,
        // 2035年前后
        Meaning::About(inner) => matches!(**inner, Meaning::Point(_)),
        // 昨今两天 has days and no month.
        Meaning::Span(first, _) => {
            first.month != crate::meaning::Field::Open || first.day != crate::meaning::Field::Open
        }
        Meaning::Since(_)
        | Meaning::Before(_)
        | Meaning::Fixed(_)
        | Meaning::Known(_)
        | Meaning::Last(..)
        | Meaning::Next(..)
        | Meaning::Around(..)
        | Meaning::SamePeriod(_)
        | Meaning::Undated
        | Meaning::PartOfYear(..)
        | Meaning::Lately
        | Meaning::Vague
        | Meaning::VagueAhead => false,
    }
}

/// True where a date surely reaches to the reference or behind it.
fn is_not_over(edtf: &Edtf, reference: Option<&Edtf>) -> bool {
    let last = edtf.bounds().last;
    let told = reference.and_then(|reference| reference.bounds().last);
    matches!((last, told), (Some(last), Some(told)) if last >= told)
}

/// True where a date surely lies after the reference.
pub(crate) fn is_later(edtf: &Edtf, reference: Option<&Edtf>) -> bool {
    let first = edtf.bounds().first;
    let last = reference.and_then(|reference| reference.bounds().last);
    matches!((first, last), (Some(first), Some(last)) if first > last)
}
