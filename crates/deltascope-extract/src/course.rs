//! What the sentences of a paragraph told so far, for those that go on from it.
//!
//! - `…大会举行。会上,…发布《甲办法》。`: what a sentence without a time tells of was done at that meeting, or
//!   then (同时)
//! - `《甲方案》印发。到2027年,…`: a goal without a name is the plan's
//!
//! Each holds for the sentences right behind only.

use deltascope_model::{EventStanding, InitiativeKind, Phase};

use crate::bind::{Bound, Sentence};
use crate::names::Mention;

/// What was told before a sentence.
#[derive(Default)]
pub(crate) struct Course<'a> {
    /// The event that later sentences may go on from, and where its sentence starts.
    event: Option<(u32, Bound)>,
    /// The plan whose goals later sentences may tell, and where its sentence starts.
    plan: Option<(u32, &'a Mention)>,
}

impl<'a> Course<'a> {
    /// The plan of a sentence that names nothing and tells a goal.
    pub(crate) fn plan(&self, sentence: &str) -> Option<&'a Mention> {
        self.plan.filter(|_| opens_with_deadline(sentence)).map(|(_, plan)| plan)
    }

    /// The event that a sentence goes on from.
    pub(crate) fn event(&self, sentence: &str) -> Option<Bound> {
        let (_, event) = self.event.as_ref()?;
        goes_on_from(event, sentence).then(|| event.clone())
    }

    /// Where the words start that state what a sentence tells: those that it goes on from count.
    pub(crate) fn start(&self, sentence: &Sentence<'_>) -> u32 {
        let event = self.event.as_ref().filter(|_| sentence.occasion.is_some());
        let of_plan = sentence.mentions.iter().any(|name| !sentence.range.contains(name.range));
        let plan = self.plan.filter(|_| of_plan);
        let starts = event.map(|(start, _)| *start).into_iter().chain(plan.map(|(start, _)| start));
        starts.min().unwrap_or(sentence.range.start())
    }

    /// Takes in what a sentence told.
    pub(crate) fn take(&mut self, sentence: &Sentence<'a>, bound: &[Bound]) {
        let start = sentence.range.start();
        let own = named_in(sentence);
        if let Some(plan) = own.iter().find(|name| is_plan(name)) {
            self.plan = Some((start, plan));
        } else if sentence.mentions.is_empty() || !own.is_empty() {
            self.plan = None;
        }
        let held = bound.iter().find(|bound| bound.phase == Phase::Held);
        let last = bound.iter().rfind(|bound| bound.standing == EventStanding::Happened);
        if let Some(event) = held.or(last) {
            self.event = Some((start, event.clone()));
        } else if sentence.occasion.is_none() {
            self.event = None;
        }
    }
}

/// The names that stand in a sentence itself.
pub(crate) fn named_in<'a>(sentence: &Sentence<'a>) -> Vec<&'a Mention> {
    let inside = |name: &&Mention| sentence.range.contains(name.range);
    sentence.mentions.iter().copied().filter(inside).collect()
}

/// True for a document that sets goals.
fn is_plan(name: &Mention) -> bool {
    matches!(name.kind, InitiativeKind::Law | InitiativeKind::Plan | InitiativeKind::Policy)
}

/// `到2027年,…`, `力争到2030年,…`
fn opens_with_deadline(sentence: &str) -> bool {
    let words = sentence.strip_prefix("力争").or_else(|| sentence.strip_prefix("其中,"));
    let words = words.unwrap_or(sentence).strip_prefix(['到', '至']);
    words.is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric()))
}

/// True where a sentence tells what was done when an event was: at that meeting (会上), or then.
fn goes_on_from(event: &Bound, sentence: &str) -> bool {
    const THERE: [&str; 15] = [
        "会上",
        "大会上",
        "会议上",
        "论坛上",
        "峰会上",
        "开幕式上",
        "闭幕式上",
        "仪式上",
        "启动仪式上",
        "活动上",
        "活动现场",
        "会议期间",
        "大会期间",
        "论坛期间",
        "会议还",
    ];
    const THEN: [&str; 3] = ["同时,", "同时，", "与此同时"];
    let start = sentence.trim_start();
    let start = start.strip_prefix("在").unwrap_or(start);
    let begins = |words: &[&str]| words.iter().any(|word| start.starts_with(word));
    begins(&THEN) || event.phase == Phase::Held && begins(&THERE)
}
