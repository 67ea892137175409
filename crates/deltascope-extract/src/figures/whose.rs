//! Whose number it is: an initiative's, or none.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use super::another::Asked;
use super::measured::Measuring;
use crate::gazetteer::{Known, plain_name};
use crate::names::{Key, Mention};
use crate::quantities::FoundQuantity;
use crate::rules::name_head::opening_name;
use crate::rules::name_title::without_bracket;
use crate::words::Words;

/// Words before a name that make it one of those who take part.
const BESIDE: [&str; 10] = ["联合", "会同", "携手", "与", "和", "及", "、", "同", "由", "依托"];

/// Words by which a sentence goes on about what was named before it.
const GOES_ON: [&str; 27] = [
    "其中",
    "目前",
    "截至",
    "累计",
    "已",
    "该",
    "其",
    "共",
    "至今",
    "据悉",
    "据介绍",
    "迄今",
    "自",
    "今年",
    "去年",
    "年度",
    "首批",
    "近年来",
    "平台",
    "力争",
    "计划",
    "预计",
    "现有",
    "现已",
    "全年",
    "新增",
    "仅",
];

/// What is told of places, never of what the paragraph spoke of before.
pub(super) const OF_PLACES: [&str; 8] =
    ["研发投入强度", "研发经费", "GDP", "常住人口", "高新技术企业", "技术合同", "专利", "论文"];

/// They, by their first characters.
static OF_PLACES_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(OF_PLACES));

/// Words by which a sentence goes on about a meeting.
const OF_MEETINGS: [&str; 11] =
    ["会场", "会议", "会上", "论坛", "大会", "期间", "会后", "活动", "本届", "展会", "现场"];

/// Words of what meetings have.
const AT_MEETINGS: [&str; 18] = [
    "代表", "参", "展", "签", "观众", "嘉宾", "机构", "对接", "成果", "项目", "企业", "论坛",
    "活动", "合同", "客商", "意向", "摊位", "到场",
];

/// What stands behind the word by which a text is named that something is done by: 按照方案.
pub(super) fn behind_by(words: &str) -> Option<&str> {
    const BY: [&str; 4] = ["按照", "根据", "依照", "依据"];
    BY.iter().find_map(|by| words.strip_prefix(by))
}

/// Characters that may stand before what goes on.
const IDLE: [char; 4] = ['，', ',', '的', '一'];

impl Measuring<'_> {
    /// The initiative whose name stands directly behind a number: 12家创新联合体.
    pub(super) fn counts_named(&self, number: TextRange) -> Option<&Mention> {
        self.mentions.iter().copied().find(|mention| mention.range.start() == number.end())
    }

    /// Whose number it is: what it counts by name, a name before it in its clause, behind it in its
    /// clause, before it in its sentence, or what the paragraph spoke of.
    pub(super) fn owner(&self, clause: TextRange, quantity: &FoundQuantity) -> Option<&Mention> {
        let number = quantity.range;
        if let Some(counted) = self.counts_named(number) {
            return Some(counted);
        }
        // 兑付甲券2100万元: of money it is no thing counted.
        let paid =
            |mention: &&Mention| quantity.kind == "money" && mention.range.end() == number.start();
        let owns = |mention: &&Mention| paid(mention) || self.owns(mention, number);
        let mut before = self.mentions.iter().copied().filter(owns);
        let last = before.rfind(|mention| mention.range.end() <= number.start());
        let behind = self.mentions.iter().copied().find(|mention| {
            clause.contains(mention.range) && mention.range.start() >= number.end()
        });
        let near = last.filter(|mention| clause.contains(mention.range));
        near.or(behind).or(last).or_else(|| self.founded_in(clause))
    }

    /// `9家企业昨日签约,组建甲联盟`: what those of a clause found in the next; `165项任务分得很细:甲计划…`.
    fn founded_in(&self, clause: TextRange) -> Option<&Mention> {
        const FOUNDED: [&str; 6] = ["组建", "成立", "发起", "共建", "结成", "加入"];
        let explains = self.slice(clause.start(), clause.end()).ends_with(['：', ':']);
        let mut named = self.mentions.iter().copied();
        named.find(|mention| {
            let between = self.slice(clause.end(), mention.range.start());
            let between = between.trim_end_matches(['“', '"', '「', '了']);
            mention.range.start() >= clause.end()
                && !between.contains(crate::tense::ends_clause)
                && (between.is_empty() && explains
                    || FOUNDED.iter().any(|verb| between.ends_with(verb)))
        })
    }

    /// Whose a number is that may be `named` in its sentence, and whether the sentence tells of
    /// something else than what could have it.
    pub(super) fn whose<'b>(
        &'b self,
        named: Option<&'b Mention>,
        asked: &Asked<'_>,
    ) -> (Option<&'b Mention>, bool) {
        let mut of_another = false;
        let mut its = |owner: &&Mention| {
            let another = self.is_of_another(owner, asked);
            of_another |= another;
            !another
        };
        let clause = asked.clause();
        let owner = named.filter(|owner| owner.range.start() >= clause.start() || its(owner));
        let owner = owner.or_else(|| self.named_by_its_end(clause).filter(&mut its));
        // What goes on behind a figure of a place is of that place.
        let latest = asked.found.iter().rfind(|last| last.is_owned());
        let placed = latest.is_some_and(|last| last.initiative.is_none());
        let told_of = || self.thread.owner_of(asked.indicator, &asked.quantity.unit);
        let topic = || self.topic(asked).filter(its);
        let owner = owner.or_else(|| told_of().or_else(topic).filter(|_| !placed));
        (owner.map(|owner| self.meant(owner)), of_another)
    }

    /// What the article spoke of before, where the sentence goes on about it.
    fn topic(&self, asked: &Asked<'_>) -> Option<&Mention> {
        let &Asked { indicator, own, free, .. } = asked;
        let (clause, number) = (asked.clause(), asked.quantity.range);
        let topic = self.thread.topic.as_ref()?;
        if self.opens_with_a_whole(clause) {
            return None;
        }
        // 两地签下《甲备忘录》。同年,首批站点试运行: of what the article is about.
        let paper = topic.title && matches!(topic.kind, InitiativeKind::Policy);
        let its = |main: &&Mention| paper && !main.title && main.kind != InitiativeKind::Event;
        let main = self.thread.main().filter(its);
        let topic = main.unwrap_or(topic);
        let rated = || {
            let placed = own.is_some() || self.place_before().is_some();
            placed && OF_PLACES_WORDS.stand_in(indicator)
        };
        let opens_with_a_place = || self.about(clause).is_some();
        // An index rates places; what a clause tells of one is no part of the index.
        let rating = topic.name.ends_with("指数");
        let elsewhere = own.is_some_and(|own| {
            (!self.thread.here || rating) && (opens_with_a_place() || !self.works_in(topic, own))
        });
        let others = self.mentions.iter().all(|mention| !self.owns(mention, number));
        // What goes on behind figures of a place, and says so, is of that place.
        let last = self.thread.owned().filter(|last| last.initiative.is_none());
        let elsewhere = elsewhere
            || own.is_some_and(|own| last.is_some_and(|last| last.scope.as_deref() == Some(own)));
        let of_a_place = others && (elsewhere || rated());
        let near = self.thread.here || main.is_some() || self.thread.is_on_its_subject();
        // What goes on behind a meeting is of it where meetings have such.
        let meeting = topic.kind == InitiativeKind::Event
            && !AT_MEETINGS.iter().any(|word| indicator.contains(word))
            && !self.slice(clause.start(), number.start()).contains("来自");
        let alone = free && others && near && !meeting && !self.names_an_organisation(clause);
        let goes_on = || self.goes_on(topic, self.range) || self.goes_on(topic, clause);
        (!of_a_place && (alone || goes_on())).then_some(topic)
    }

    /// What the clause, or else the sentence, begins with, where that looks like a name: another page may
    /// tell that it is one.
    pub(super) fn opening_name(&self, clause: TextRange) -> Option<Mention> {
        let named = |part: TextRange| {
            let start = self.opening(part);
            let (name, kind) = opening_name(self.slice(start, part.end()))?;
            let range = TextRange::of(start as usize, start as usize + name.len());
            let key = Key::Named(plain_name(name));
            let name = name.to_owned();
            Some(Mention { range, key, name, kind, title: false, anchored: false, told: false })
        };
        named(clause).or_else(|| named(self.range))
    }

    /// Whom a mention means: 它 is what the article speaks of, where a longer name holds that name.
    pub(super) fn meant<'b>(&'b self, mention: &'b Mention) -> &'b Mention {
        let it = self.slice(mention.range.start(), mention.range.end()) == "它";
        let topic = self.thread.topic.as_ref().filter(|_| it);
        topic.filter(|topic| mention.name.contains(&topic.name)).unwrap_or(mention)
    }

    /// `走廊的面积` where the article speaks of 《甲江走廊建设方案》: what the longer name names.
    pub(super) fn named_inside(&self, topic: &Mention, clause: TextRange) -> Option<Mention> {
        let parts = [self.range, clause].into_iter().take(if clause == self.range { 1 } else { 2 });
        // What is named begins with two characters of the longer name, or nothing is.
        let openings = parts.map(|part| self.slice(self.opening(part), self.range.end()));
        let openings: Vec<&str> = openings
            .filter(|words| {
                let two = words.char_indices().nth(2).map_or(words.len(), |(end, _)| end);
                topic.name.contains(&words[..two])
            })
            .collect();
        if openings.is_empty() {
            return None;
        }
        if topic.range.overlap(clause).is_some() && self.mentions.contains(&topic) {
            return None;
        }
        // The two, three or four characters that such a name ends in.
        let starts = openings.iter().flat_map(|words| {
            words.char_indices().skip(1).take(3).map(|(at, c)| &words[..at + c.len_utf8()])
        });
        let ends: Vec<&str> = starts.filter(|end| topic.name.contains(*end)).collect();
        let named = |name: &str| name != topic.name && ends.iter().any(|end| name.ends_with(end));
        let entry = self.around.gazetteer.initiative_within(&topic.name, named)?;
        Some(Mention {
            key: Key::Known(entry.id.clone()),
            name: entry.name.clone(),
            kind: entry.kind,
            ..topic.clone()
        })
    }

    /// Whether places, by name, lie where an initiative works.
    fn works_in(&self, topic: &Mention, places: &str) -> bool {
        let Key::Known(id) = &topic.key else { return false };
        let gazetteer = self.around.gazetteer;
        let Some(entry) = gazetteer.initiatives.get(id) else { return false };
        let wholes = entry.places.iter().filter_map(|id| gazetteer.places.get(id));
        let names: Vec<&str> = wholes.map(|place| place.name.as_str()).collect();
        places.split('、').all(|part| names.iter().any(|whole| gazetteer.lies_in(part, whole)))
    }

    /// Whether a clause begins with who it is about.
    pub(super) fn names_an_organisation(&self, clause: TextRange) -> bool {
        self.is_organisation(self.opening(clause))
    }

    /// Whether an organisation is named at an offset.
    pub(super) fn is_organisation(&self, start: u32) -> bool {
        self.around.known.iter().any(|known| {
            known.range.start() == start && matches!(known.known, Known::Organisation(_))
        })
    }

    /// What the article named whose name ends as the clause, or else the sentence, opens: `站网投资…` of
    /// 甲流域观测站网. None where several end so, or where it may be a verb.
    pub(super) fn named_by_its_end(&self, clause: TextRange) -> Option<&Mention> {
        const VERBS: [&str; 3] = ["计划", "规划", "合作"];
        if self.thread.names_nothing() {
            return None;
        }
        let by_end = |part: TextRange| {
            let words = self.slice(self.opening(part), self.range.end());
            let words = behind_by(words).unwrap_or(words);
            let verb = VERBS.iter().any(|verb| words.starts_with(verb));
            // The two, three or four characters that it opens with.
            let ends = words.char_indices().skip(2).take(3).map(|(at, _)| &words[..at]);
            let mut named = ends.filter(|_| !verb).flat_map(|end| {
                self.thread
                    .named()
                    .filter(move |mention| without_bracket(&mention.name).ends_with(end))
            });
            let first = named.next()?;
            named.all(|other| other.key == first.key).then_some(first)
        };
        let later = clause.start() > self.range.start();
        by_end(clause).or_else(|| later.then(|| by_end(self.range)).flatten())
    }

    /// `会场外设有成果展`, where the article speaks of a meeting.
    pub(super) fn goes_on_about_a_meeting(&self) -> bool {
        let meeting = |topic: &Mention| topic.kind == InitiativeKind::Event;
        let words = self.slice(self.opening(self.range), self.range.end());
        self.thread.topic.as_ref().is_some_and(meeting)
            && OF_MEETINGS.iter().any(|word| words.starts_with(word))
    }

    /// Whether the sentence goes on about `topic`: by 目前, 累计, 该 …, or by a part of its name
    /// (集群, 联合攻关), a date before it left out.
    fn goes_on(&self, mention: &Mention, part: TextRange) -> bool {
        let words = self.slice(self.opening(part), self.range.end());
        let words = words.trim_start_matches(IDLE);
        let whole = self.slice(part.start(), part.end());
        self.names_again(mention, part)
            || self.thread.here
                && GOES_ON.iter().any(|word| words.starts_with(word) || whole.starts_with(word))
            || (self.thread.here || self.thread.is_on_its_subject())
                && mention.kind == InitiativeKind::Event
                && OF_MEETINGS.iter().any(|word| words.starts_with(word))
    }

    /// Whether a part of the sentence opens with a part of a name: 该集群, 联合攻关.
    pub(super) fn names_again(&self, mention: &Mention, part: TextRange) -> bool {
        const PART: usize = 4;
        let whole = mention.name.trim_end_matches(['）', ')']);
        let topic = without_bracket(&mention.name);
        let words = self.slice(self.opening(part), self.range.end());
        let words = words.trim_start_matches(IDLE);
        let words = behind_by(words).unwrap_or(words);
        // 这座电厂, 这些实验室
        let pointed = words.strip_prefix(['该', '这', '此']).map(|rest| {
            rest.strip_prefix(['些', '座', '家', '项', '条', '个', '份', '支', '只'])
                .unwrap_or(rest)
        });
        let named = pointed.unwrap_or(words);
        let part = named.char_indices().nth(PART).map_or(named, |(at, _)| &named[..at]);
        // The two, three or four characters that a name ends in.
        let ends_so = |name: &str| {
            let mut ends = name.char_indices().rev().skip(1).take(3).map(|(at, _)| &name[at..]);
            ends.any(|end| named.starts_with(end))
        };
        part.chars().count() == PART && topic.contains(part)
            || ends_so(topic)
            || whole != topic && ends_so(whole)
    }

    /// Whether a name can own a number behind it: not one that only takes part, and not one of the
    /// things counted (`“甲技术”等42项`).
    fn owns(&self, mention: &Mention, number: TextRange) -> bool {
        let before = self.slice(self.range.start(), mention.range.start());
        let between = self.slice(mention.range.end(), number.start());
        let behind = self.slice(mention.range.end(), self.range.end());
        let counted = mention.range.end() <= number.start()
            && matches!(between.trim_matches(['”', '"', '」', ' ']), "" | "等");
        // 乙省现有产业集群26个,占…: a name that only its number knows.
        let dated = || self.times.iter().any(|time| time.range.start() == mention.range.end());
        let counted = counted
            || matches!(mention.key, Key::Named(_))
                && behind.starts_with(|c: char| c.is_ascii_digit())
                && !dated();
        !counted
            && !BESIDE.iter().any(|word| before.trim_end_matches(['“', '"', '「']).ends_with(word))
    }
}
