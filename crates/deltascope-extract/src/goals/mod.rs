//! Whose goal a sentence tells that names nobody: `到2027年,年接单能力达到200项`.
//!
//! The first of these that there is:
//!
//! 1. by whose words it goes: `按照协议,今年要…`, `按联盟的三年安排,…`
//! 2. whose goals the list tells that it goes on with: `…;明年再建30个`
//! 3. for what its speaker speaks: `联盟理事长何平说,…`, further on `何平透露,…`
//! 4. of what its subject is a part: `到2027年,联盟成员…`
//! 5. the plan that the sentence before told of
//! 6. what the sentence before spoke of
//! 7. what the article is about: what more of its sentences have named than anything else
//!
//! Goals of a plan and of a list may stand anywhere in the sentence; others open a clause, and are of nobody
//! where a place, a country or an organisation is to reach them, or where someone only reckons.

mod by;
mod clause;

use deltascope_model::{Edtf, InitiativeKind, Phase, TextRange};

use crate::back::ending;
use crate::bind::{Bound, Sentence};
use crate::course::Told;
use crate::gazetteer::KnownMatch;
use crate::names::Mention;
use crate::people::Found;
use crate::speaker::speaker;
use crate::spots::Text;
use crate::target::OUTCOME_WORDS;
use crate::times::FoundTime;
use crate::triggers::triggers_at;
use by::{by_word, is_by_another, is_decided, is_heading};
use clause::{
    Clause, When, clauses, goes_on, introduces, is_of_others, is_of_those_who_act, item, parts,
    says,
};
pub(crate) use clause::{ends_then, reckons};

/// A sentence of a paragraph, with what stands in it.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    /// The paragraph.
    pub(crate) text: Text<'a>,
    pub(crate) range: TextRange,
    pub(crate) names: &'a [&'a Mention],
    pub(crate) times: &'a [&'a FoundTime],
    /// What the gazetteer knows of it, and the people in it.
    pub(crate) known: &'a [KnownMatch],
    pub(crate) people: &'a [Found],
    pub(crate) reference: Option<&'a Edtf>,
}

/// What an article told so far of plans, and of those who speak for something.
#[derive(Default)]
pub(crate) struct Goals {
    /// The plan whose goals later sentences may tell.
    pub(crate) plan: Option<Told<Mention>>,
    /// Whose goals the list tells that the next sentence goes on with.
    pub(crate) list: Option<Told<Mention>>,
    /// What the article has named but meetings.
    named: Vec<Named>,
    /// People with what they speak for.
    heads: Vec<(String, Mention)>,
    /// What the last speaker of the paragraph speaks for.
    spoke: Option<Mention>,
    /// The paragraph tells what is planned: `下步打算。`
    heading: bool,
}

/// A name of the article.
struct Named {
    name: Mention,
    /// In how many sentences it stands.
    sentences: u32,
    /// Something dated was told of it.
    dated: bool,
}

/// So many things are counted, and so many people.
const MOST: usize = 16;

impl Goals {
    /// At the start of an article whose title names this.
    pub(crate) fn of(title: Option<&Mention>) -> Self {
        let title = title.filter(|name| name.kind != InitiativeKind::Event);
        let named = |name: &Mention| Named { name: name.clone(), sentences: 1, dated: false };
        Self { named: title.map(named).into_iter().collect(), ..Self::default() }
    }

    /// Whose goals the sentence tells, and where their times stand; `topic` is what the one before spoke of.
    pub(crate) fn told<'a>(
        &'a self,
        said: &Said<'_>,
        topic: Option<&'a Told<Mention>>,
    ) -> Option<(&'a Mention, Vec<TextRange>)> {
        self.goals(said, topic).filter(|(owner, _)| self.is_a_name(owner))
    }

    /// True for what surely is a name, or comes again as one.
    fn is_a_name(&self, owner: &Mention) -> bool {
        let again = |one: &Named| one.name.key == owner.key && (one.sentences > 1 || one.dated);
        owner.anchored || self.named.iter().any(again)
    }

    fn goals<'a>(
        &'a self,
        said: &Said<'_>,
        topic: Option<&'a Told<Mention>>,
    ) -> Option<(&'a Mention, Vec<TextRange>)> {
        if !said.names.is_empty() || said.times.is_empty() {
            return None;
        }
        let words = said.range.slice(&said.text)?;
        let mut all: Vec<Clause<'_>> = clauses(said, words).collect();
        let times = |all: &[Clause<'_>]| all.iter().map(|one| one.time).collect();
        all.retain(|one| one.when == When::ToCome || one.opens || one.intends);
        if all.is_empty() {
            return None;
        }
        let by = by_word(words);
        // 条例拟于明年审议;到2025年,全市产值…: of the city, where it is not a plan that lists it.
        let going_on = || {
            let whose = self.list.as_ref().map(|told| &told.what);
            let lists = |name: &Mention| is_plan(name) && name.kind != InitiativeKind::Law;
            let others = all.iter().any(|one| is_of_others(said, words, one));
            whose.filter(|name| !others || lists(name))
        };
        if let Some(plan) = by.and_then(|word| self.ending_as(word)).or_else(going_on) {
            return Some((plan, times(&all)));
        }
        let planned = self.heading || by.is_some();
        all.retain(|one| {
            let this_year = one.when == When::ThisYear;
            let opens = one.opens || self.named_by(one.lead).is_some();
            opens && (!this_year || planned) || this_year && one.intends
        });
        let goal = all.first()?;
        if reckons(words) || is_of_those_who_act(goal.behind) {
            return None;
        }
        let others = is_of_others(said, words, goal);
        if let Some(name) = self.spoken_for(said, goal.time.start()).filter(|_| !others) {
            return Some((name, times(&all)));
        }
        match self.subject(goal, &words[..goal.from]) {
            Subject::Of(name) => return Some((name, times(&all))),
            Subject::OfSeveral => return None,
            Subject::Unsaid => {}
        }
        // 按试验方案: by the words of another than what was spoken of; (三)到2026年: apart from what stands before.
        let apart = by.is_some_and(is_by_another) || item(words).is_some();
        let topic = topic.map(|told| &told.what).filter(|_| !apart);
        let plan = self.plan.as_ref().map(|told| &told.what).filter(|_| !apart);
        let first = introduces(&words[..goal.from]);
        let plan = plan.or(topic.filter(|name| is_plan(name)));
        if let Some(plan) = plan.filter(|_| goal.opens && first) {
            return Some((plan, times(&all)));
        }
        // 一家船厂去年试水,明年扩产; 三地要建一座塔,明年开工: what stands before is another's, or what is begun.
        let other = !first && !goal.part && (lives(goal.behind) || !goes_on(&words[..goal.from]));
        let nobodys = others || other || is_decided(words);
        all.retain(|one| OUTCOME_WORDS.stand_in(one.behind));
        let owner = topic.or_else(|| self.main());
        owner.filter(|_| !nobodys && !all.is_empty()).map(|owner| (owner, times(&all)))
    }

    /// Takes in what a sentence named, and who has an office in it.
    pub(crate) fn take(&mut self, said: &Said<'_>, sentence: &Sentence<'_>, bound: &[Bound]) {
        let words = said.range.slice(&said.text).unwrap_or_default();
        let mut last = None;
        let names = said.names.iter().filter(|name| name.kind != InitiativeKind::Event);
        for name in names.filter(|name| last.replace(&name.key) != Some(&name.key)) {
            let dated = bound.iter().any(|bound| sentence.mentions[bound.mention].key == name.key);
            if let Some(one) = self.named.iter_mut().find(|one| one.name.key == name.key) {
                one.sentences += 1;
                one.dated |= dated;
            } else if self.named.len() < MOST {
                self.named.push(Named { name: (*name).clone(), sentences: 1, dated });
            }
        }
        // What is to be built by then (2026年建成甲库) tells nothing of what the list is of.
        let of_the_list = |bound: &&Bound| {
            let name = sentence.mentions[bound.mention].range;
            bound.phase == Phase::Target && name.end() <= bound.verb.start()
        };
        let goal = bound.iter().rfind(of_the_list).filter(|_| words.ends_with(['；', ';']));
        let start = Some(said.range.start());
        let whose = goal.map(|goal| sentence.mentions[goal.mention].clone());
        self.list = whose.map(|what| Told { start, what });
        self.heading |= is_heading(words);
        for person in said.people {
            let Some(name) = person.name.slice(&said.text) else { continue };
            let of = person
                .offices
                .iter()
                .find_map(|office| self.named_by(office.name.slice(&said.text)?).cloned());
            if let Some(of) = of.filter(|_| self.heads.len() < MOST) {
                self.heads.push((name.to_owned(), of));
            }
            self.spoke = self.spoken_by(name).cloned();
        }
    }

    /// Forgets what holds within a paragraph only.
    pub(crate) fn next_paragraph(&mut self) {
        self.plan.iter_mut().for_each(|told| told.start = None);
        self.list = None;
        self.spoke = None;
        self.heading = false;
    }

    /// The one thing named that ends as these words.
    fn ending_as(&self, word: &str) -> Option<&Mention> {
        let ends = |name: &Mention| ending(&name.name, word) == Some(word.len());
        let mut named = self.named.iter().map(|one| &one.name).filter(|name| ends(name));
        let first = named.next()?;
        named.next().is_none().then_some(first)
    }

    /// The things named of which words begin with the end: `联盟成员`, `联盟理事长`.
    fn beginning(&self, words: &str) -> impl Iterator<Item = &Mention> {
        const NO_ENDS: [&str; 10] =
            ["计划", "合作", "建设", "项目", "工程", "行动", "服务", "发展", "创新", "方案"];
        let ends = move |name: &Mention| {
            let whole = words.starts_with(name.name.as_str()).then_some(name.name.len());
            let end = whole.or_else(|| ending(&name.name, words));
            // 计划投入…, but 计划第二阶段
            let noun = |len: usize| words[len..].starts_with(['第', '一', '二', '三', '首', '的']);
            end.is_some_and(|len| !NO_ENDS.contains(&&words[..len]) || noun(len))
        };
        self.named.iter().map(|one| &one.name).filter(move |name| ends(name))
    }

    /// The one thing of which words begin with the end.
    fn named_by(&self, words: &str) -> Option<&Mention> {
        let mut named = self.beginning(words);
        named.next().filter(|_| named.next().is_none())
    }

    /// What the goal's subject is a part of, behind its time, before it or in the clauses before.
    fn subject(&self, goal: &Clause<'_>, before: &str) -> Subject<'_> {
        let earlier =
            before.split(parts).rev().filter(|clause| !clause.is_empty() && !says(clause));
        for words in [goal.behind, goal.lead].into_iter().chain(earlier) {
            let mut named = self.beginning(words);
            match (named.next(), named.next()) {
                (Some(name), None) => return Subject::Of(name),
                (Some(_), Some(_)) => return Subject::OfSeveral,
                (None, _) => {}
            }
        }
        Subject::Unsaid
    }

    /// For what who says something speaks.
    fn spoken_for(&self, said: &Said<'_>, at: u32) -> Option<&Mention> {
        let who = speaker(&said.text, said.range, at).and_then(|who| who.slice(&said.text));
        let of = |who: &str| {
            let office = self.named_by(who);
            office.or_else(|| self.spoken_by(who))
        };
        let clause = said.range.slice(&said.text)?.split(parts).next()?;
        match who {
            Some(who) => of(who),
            // 他说
            None => {
                self.spoke.as_ref().filter(|_| clause.starts_with(['他', '她']) && says(clause))
            }
        }
    }

    /// For what a person speaks whose name ends these words.
    fn spoken_by(&self, who: &str) -> Option<&Mention> {
        let mut heads = self.heads.iter();
        heads.find(|(name, _)| who.ends_with(name.as_str())).map(|(_, of)| of)
    }

    /// What the article is about.
    fn main(&self) -> Option<&Mention> {
        const LEAST: u32 = 3;
        let main = self.named.iter().max_by_key(|one| one.sentences)?;
        let most = self.named.iter().filter(|one| one.sentences == main.sentences).count();
        (main.sentences >= LEAST && most == 1).then_some(&main.name)
    }
}

/// What a goal's subject is a part of.
enum Subject<'a> {
    Of(&'a Mention),
    OfSeveral,
    Unsaid,
}

/// `明年开工`, `明年启动试点`: a verb of a thing's life stands right behind the time.
fn lives(behind: &str) -> bool {
    triggers_at(behind).next().is_some()
}

/// True for a document that sets goals; who agrees on something sets none.
pub(crate) fn is_plan(name: &Mention) -> bool {
    const AGREED: [&str; 7] = ["协议", "备忘录", "公约", "章程", "协定", "意向书", "条约"];
    name.kind.is_document() && !AGREED.iter().any(|end| name.name.ends_with(end))
}
