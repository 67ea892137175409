//! What the sentences of an article told so far, for those that go on from it.
//!
//! - `…大会举行。会上,…发布《甲办法》。`: what a sentence without a time tells of was done at that meeting, or
//!   then (同时)
//! - `《甲方案》印发。到2027年,…`: whose goal a sentence without a name tells is for [`Goals`] to say
//! - `甲装置位于乙市。2004年12月动工,2010年建成。`: a sentence without a subject goes on speaking of what the
//!   one before spoke of
//!
//! - `首批8座站点投用`, `去年的12家是6月授的牌`: what counts among it stands for it ([`subject_left_out`])
//! - `…论坛6日签约9个项目。最大的一项是…签署协议`: what is signed was signed there
//!
//! A meeting is gone back to from later paragraphs too (座谈会上), and at the start of a paragraph what the
//! article speaks of, where it has named one thing only; all else holds for the sentence right behind.

use std::borrow::Borrow;

use deltascope_model::{Edtf, EventStanding, InitiativeKind, Phase, TextRange};

use crate::accounts::{Accounts, Given};
use crate::bind::{Bound, Sentence, is_later, met_then, set_then, signed_then};
use crate::gazetteer::Gazetteer;
use crate::goals::{Goals, Said, is_plan};
use crate::names::Mention;
use crate::spots::Text;
use crate::stages::STAGES;
use crate::subject::subject_left_out;
use crate::tense::ends_clause;
use crate::triggers::{triggers_at, triggers_in};

/// What was told before a sentence.
#[derive(Default)]
pub(crate) struct Course {
    /// The event that the next sentence may go on from.
    event: Option<Told<Bound>>,
    /// The last meetings, the latest last, each with its name.
    meetings: Vec<Told<(String, Bound)>>,
    /// Plans, and who speaks for what.
    goals: Goals,
    /// The one initiative that the sentence before spoke of.
    topic: Option<Told<Mention>>,
    /// What the article has named but meetings: the first, and whether it is all.
    sole: Option<(Mention, bool)>,
    /// The last sentence that told of a signing or a meeting.
    signing: Option<Told<Bound>>,
    /// How many sentences there were since.
    since_signing: u32,
    /// What was done last, each with its verb.
    done: Vec<(String, Told<Bound>)>,
    /// The day at which a sentence of no more than that and a place sets the next one.
    setting: Option<Told<Bound>>,
    /// What accounts differ on the date of.
    accounts: Accounts,
}

/// Something told, and where its sentence starts, if in this paragraph.
#[derive(Clone)]
pub(crate) struct Told<T> {
    pub(crate) start: Option<u32>,
    pub(crate) what: T,
}

/// The name that stands unsaid in a sentence.
pub(crate) struct Unsaid {
    pub(crate) name: Mention,
    /// Where the times of its goals stand that the sentence tells.
    pub(crate) goals: Vec<TextRange>,
}

/// So many meetings are gone back to.
const MEETINGS: usize = 4;

/// So many sentences behind a meeting or a signing tell what was signed there.
const SIGNED_WITHIN: u32 = 3;

impl Course {
    /// At the start of an article whose title names this.
    pub(crate) fn of(title: Option<&Mention>) -> Self {
        Self { goals: Goals::of(title), ..Self::default() }
    }

    /// The name that stands unsaid in a sentence: whose goal it tells, or what the sentence before spoke of.
    pub(crate) fn unsaid(&self, said: &Said<'_>) -> Option<Unsaid> {
        let at = |name: &Mention, at: u32| Mention {
            range: TextRange::new(at, at),
            title: false,
            ..name.clone()
        };
        let start = said.range.start();
        let told = self.goals.told(said, self.topic.as_ref());
        if let Some((owner, goals)) = told {
            return Some(Unsaid { name: at(owner, start), goals });
        }
        let topic = &self.topic.as_ref()?.what;
        let words = said.range.slice(&said.text)?;
        let step = said.names.is_empty() && tells_a_step(words);
        let left_out = || subject_left_out(said.text, said.range, said.names, said.times, topic);
        let place = step.then_some(start).or_else(left_out)?;
        Some(Unsaid { name: at(topic, place), goals: Vec::new() })
    }

    /// The event that a sentence goes on from.
    pub(crate) fn event(&self, sentence: Text<'_>) -> Option<Bound> {
        let at_meeting = self.meeting(&sentence).map(|told| told.what.1.clone());
        let then = || self.event.as_ref().filter(|_| is_then(&sentence));
        let near = self.since_signing <= SIGNED_WITHIN;
        let there = || {
            let ceremony = self.done.iter().rfind(|(verb, _)| is_at_its_ceremony(&sentence, verb));
            ceremony.map(|(_, told)| told).or(self.setting.as_ref())
        };
        let signed = || self.signing.as_ref().filter(|_| near && tells_of_signing(sentence));
        at_meeting.or_else(|| then().or_else(there).or_else(signed).map(|told| told.what.clone()))
    }

    /// The dates that a sentence gives of what accounts differ on.
    pub(crate) fn given(&mut self, sentence: &Sentence<'_>, gazetteer: &Gazetteer) -> Vec<Given> {
        self.accounts.given(sentence, gazetteer)
    }

    /// Where the words start that state what a sentence tells: those that it goes on from count.
    pub(crate) fn start(&self, sentence: &Sentence<'_>, words: &str) -> u32 {
        let occasion = sentence.occasion.as_ref();
        let meeting = occasion.and_then(|_| self.meeting(words)).map(|told| told.start);
        let event = self.event.as_ref().filter(|_| occasion.is_some()).map(|told| told.start);
        let unsaid = sentence.mentions.first().filter(|name| name.range.is_empty());
        let of = |told: &Option<Told<Mention>>| {
            let told = told.as_ref()?;
            unsaid.is_some_and(|name| name.key == told.what.key).then_some(told.start)
        };
        let named =
            of(&self.goals.plan).or_else(|| of(&self.goals.list)).or_else(|| of(&self.topic));
        let signing = self.signing.as_ref().filter(|_| occasion.is_some()).map(|told| told.start);
        let starts = [meeting.or(event).or(signing), named].into_iter().flatten().flatten();
        starts.min().unwrap_or(sentence.range.start())
    }

    /// Forgets where sentences start: the next ones are of another paragraph.
    pub(crate) fn next_paragraph(&mut self) {
        self.event = None;
        self.setting = None;
        self.done.iter_mut().for_each(|(_, told)| told.start = None);
        self.accounts.next_paragraph();
        self.meetings.iter_mut().for_each(|told| told.start = None);
        self.goals.next_paragraph();
        self.topic.iter_mut().for_each(|told| told.start = None);
        if let (None, Some((sole, true))) = (&self.topic, &self.sole) {
            self.topic = Some(Told { start: None, what: sole.clone() });
        }
        self.signing.iter_mut().for_each(|told| told.start = None);
    }

    /// Takes in what a sentence told.
    pub(crate) fn take(&mut self, said: &Said<'_>, sentence: &Sentence<'_>, bound: &[Bound]) {
        let start = Some(sentence.range.start());
        let own = named_in(sentence.range, &sentence.mentions);
        self.goals.take(said, sentence, bound);
        let told = |name: &Mention| Told { start, what: name.clone() };
        if let Some(plan) = own.iter().find(|name| is_plan(name)) {
            self.goals.plan = Some(told(plan));
        } else if !own.is_empty() || sentence.mentions.is_empty() {
            self.goals.plan = None;
        }
        let unsaid = sentence.mentions.first().is_some_and(|name| name.range.is_empty());
        let mut names = own.iter().filter(|name| name.kind != InitiativeKind::Event);
        for name in names.clone() {
            let (first, all) = self.sole.get_or_insert_with(|| ((**name).clone(), true));
            *all &= first.key == name.key;
        }
        match (names.next(), unsaid) {
            // “…。”甲介绍。: who says so changes nothing, nor does what a stage of it costs.
            (None, _)
                if self.topic.is_some()
                    && sentence.mentions.is_empty()
                    && (only_says(&sentence.words) || measures_it(&sentence.words)) => {}
            // 明年设立甲中心;到2027年,…: what is yet to be there has no goals in the list.
            (Some(_), _) if lists_what_is_to_be_made(sentence, bound) => self.topic = None,
            (Some(first), _) if names.all(|other| other.key == first.key) => {
                self.topic = Some(told(first));
            }
            (None, true) if own.is_empty() => {}
            _ => self.topic = None,
        }
        for held in bound.iter().filter(|bound| bound.phase == Phase::Held) {
            let name = sentence.mentions[held.mention].name.clone();
            self.meetings.push(Told { start, what: (name, held.clone()) });
            if self.meetings.len() > MEETINGS {
                self.meetings.remove(0);
            }
        }
        for one in bound {
            self.accounts.take(one.phase, sentence.mentions[one.mention]);
        }
        let held = bound.iter().find(|bound| bound.phase == Phase::Held);
        if let Some(met) = met_then(sentence).filter(|_| held.is_none()) {
            self.meetings.push(Told { start, what: ("会议".to_owned(), met) });
            self.meetings.drain(..self.meetings.len().saturating_sub(MEETINGS));
        }
        self.since_signing += 1;
        if let Some(signing) = signed_then(sentence).or(held.cloned()) {
            self.signing = Some(Told { start, what: signing });
            self.since_signing = 0;
        }
        let happened = bound.iter().filter(|bound| bound.standing == EventStanding::Happened);
        for event in happened {
            let verb = event.verb.slice(sentence.text).unwrap_or_default().to_owned();
            self.done.push((verb, Told { start, what: event.clone() }));
        }
        self.done.drain(..self.done.len().saturating_sub(MEETINGS));
        self.setting = set_then(sentence).map(|what| Told { start, what });
        // 备忘录去年5月签署,今年7月获批。同时公布…: not in May of last year.
        let passed = |event: &Bound| {
            let after = |date: &Edtf| {
                is_later(date, Some(&event.edtf)) && !is_later(date, sentence.reference)
            };
            sentence.times.iter().any(|(time, _)| time.edtf.as_ref().is_some_and(after))
        };
        let last = bound.iter().rfind(|bound| bound.standing == EventStanding::Happened);
        let last = last.filter(|event| !passed(event));
        if let Some(event) = held.or(last) {
            self.event = Some(Told { start, what: event.clone() });
        } else if sentence.occasion.is_none() {
            self.event = None;
        }
    }

    /// The meeting that a sentence speaks of by 会上, 座谈会上 or 会议审议.
    fn meeting(&self, sentence: &str) -> Option<&Told<(String, Bound)>> {
        const ANY: [&str; 9] =
            ["发布会", "会", "会议", "大会", "活动", "仪式", "启动仪式", "开幕式", "闭幕式"];
        self.meetings.last()?;
        let word = meeting_word(sentence)?;
        // 对话会 of 甲圆桌对话
        let short = word.strip_suffix('会').filter(|short| short.chars().count() > 1);
        let named = |told: &&Told<(String, Bound)>| {
            let name = &told.what.0;
            name.ends_with(word) || short.is_some_and(|short| name.ends_with(short))
        };
        let latest = self.meetings.last().filter(|_| ANY.contains(&word));
        latest.or_else(|| self.meetings.iter().rfind(named))
    }
}

/// The names that stand in a sentence itself, of several.
pub(crate) fn named_in<M: Borrow<Mention>>(sentence: TextRange, names: &[M]) -> Vec<&Mention> {
    let names = names.iter().map(Borrow::borrow);
    names.filter(|name| sentence.contains(name.range) && !name.range.is_empty()).collect()
}

/// `四市还计划明年设立甲中心;`: a sentence that a list goes on from acts on a name at a time to come.
fn lists_what_is_to_be_made(sentence: &Sentence<'_>, bound: &[Bound]) -> bool {
    let made = |bound: &Bound| {
        let name = sentence.mentions[bound.mention].range;
        bound.phase == Phase::Target && bound.verb.end() <= name.start()
    };
    sentence.words.ends_with(['；', ';']) && bound.iter().any(made)
}

/// `市长甲介绍。`, `甲说。`: no more than who says what stands before.
fn only_says(sentence: &str) -> bool {
    const LONGEST: usize = 30;
    const SAYS: [&str; 9] =
        ["说", "介绍", "表示", "坦言", "透露", "解释", "回忆", "告诉记者", "指出"];
    let words = sentence.trim_end_matches(ends_clause);
    SAYS.iter().any(|word| words.ends_with(word))
        && !words.contains(ends_clause)
        && words.chars().count() <= LONGEST
}

/// `一期投资3.8亿元;`, `总投资2亿元。`: no more than what there is of it, or of a stage of it.
fn measures_it(sentence: &str) -> bool {
    const MEASURED: [&str; 8] =
        ["总投资", "投资", "占地", "总建筑面积", "建筑面积", "总规模", "全长", "总长"];
    let stage = STAGES.iter().rev().find_map(|stage| sentence.strip_prefix(stage));
    let words = stage.unwrap_or(sentence);
    MEASURED.iter().any(|word| words.starts_with(word))
}

/// `第二步到2030年,…`: a step towards what the sentence before spoke of.
fn tells_a_step(sentence: &str) -> bool {
    let start = sentence.trim_start();
    ["第一步", "第二步", "第三步"].iter().any(|step| start.starts_with(step))
}

/// The word that a sentence opens with for the meeting at which it sets what it tells: 座谈会 of
/// `座谈会上,…`, 会议 of `会议审议通过…`.
fn meeting_word(sentence: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    const ENDS: [&str; 7] = ["会", "会议", "论坛", "仪式", "活动", "开幕式", "闭幕式"];
    const THERE: [&str; 4] = ["上", "现场", "期间", "当天"];
    const ACTS: [&str; 7] = ["还", "审议", "通过", "表决", "提出", "明确", "决定"];
    const DOES: [&str; 8] = ["还", "发布", "公布", "揭晓", "宣布", "启动", "集中", "现场"];
    const STAGES: [&str; 9] =
        ["论坛", "大会", "峰会", "座谈会", "对话会", "研讨会", "博览会", "推介会", "交流会"];
    // 名单在论坛上公布: there, wherever in the sentence it is said.
    let there = sentence.split_once('在').and_then(|(_, after)| {
        let mut ends = ENDS.iter();
        let word = ends.find(|word| {
            after.strip_prefix(**word).is_some_and(|behind| behind.starts_with('上'))
        })?;
        Some(&after[..word.len()])
    });
    if there.is_some() {
        return there;
    }
    let start = sentence.trim_start();
    let start = start.strip_prefix("在").unwrap_or(start);
    let start = start.strip_prefix(['本', '该', '此', '这']).unwrap_or(start);
    let ends = start.char_indices().skip(1).take(LONGEST).map(|(at, _)| at);
    ends.filter(|&at| ENDS.iter().any(|end| start[..at].ends_with(end)))
        .find(|&at| {
            let after = &start[at..];
            THERE.iter().any(|word| after.starts_with(word))
                || start.starts_with("会议") && ACTS.iter().any(|word| after.starts_with(word))
                || STAGES.contains(&&start[..at]) && DOES.iter().any(|word| after.starts_with(word))
        })
        .map(|at| &start[..at])
}

/// `投产仪式上,…`, where 投产 was told of.
fn is_at_its_ceremony(sentence: &str, verb: &str) -> bool {
    let start = sentence.trim_start();
    let start = start.strip_prefix('在').unwrap_or(start);
    let behind = start.strip_prefix(verb);
    behind.is_some_and(|behind| {
        ["仪式上", "仪式现场", "现场"].iter().any(|word| behind.starts_with(word))
    })
}

/// True where a sentence tells what was done when an event was: 同时.
fn is_then(sentence: &str) -> bool {
    let acts = |rest: &str| triggers_at(rest).next().is_some();
    let start = sentence.trim_start();
    ["同时,", "同时，", "与此同时", "同场"].iter().any(|word| start.starts_with(word))
        || sentence.split_once("同时").is_some_and(|(_, rest)| acts(rest))
}

/// True where a sentence tells of something signed, and not of another time.
fn tells_of_signing(sentence: Text<'_>) -> bool {
    const OTHER_TIMES: [&str; 7] = ["曾", "此前", "将", "拟", "计划", "准备", "早"];
    triggers_in(sentence).any(|(_, trigger)| trigger.phase == Phase::Signed)
        && !OTHER_TIMES.iter().any(|word| sentence.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_are_gone_back_to_by_their_word() {
        for (sentence, word) in [
            ("会上,三市签约。", Some("会")),
            ("座谈会上，四地商定共建。", Some("座谈会")),
            ("在论坛期间,发布指数。", Some("论坛")),
            ("会议审议通过了方案。", Some("会议")),
            ("会议室不大。", None),
            ("会议还公布了名单。", Some("会议")),
            ("常委会还很忙。", None),
            ("名单在论坛上公布。", Some("论坛")),
            ("联盟成立。", None),
        ] {
            assert_eq!(meeting_word(sentence), word, "{sentence}");
        }
    }
}
