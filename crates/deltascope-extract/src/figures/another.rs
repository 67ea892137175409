//! Who a clause tells of, where that is not what the article has been speaking of.
//!
//! A number whose clause names no initiative goes on about the last one, unless something else was
//! named since as who has or does what is told. That opens a clause and holds until the next such
//! opening:
//!
//! - a place or its authority: `全市规范管理…`, `市财政每年列支…`, `双溪县完成…`, `三地渔船持有…`
//! - somebody, or one of many: `他带着学员…`, `双溪一家企业…`
//! - another thing by its name's last word: `配套的机场快速路全长…`
//! - what the clause before sets up: `设立攻关专项资金,首期规模…`
//!
//! What was told of the initiative before, it may have place by place; so may what is said to be
//! divided.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, Standing, TextRange};

use super::indicator::without_ends;
use super::measured::{Measured, Measuring, is_growing};
use super::scope::is_whole;
use super::when::{AsOf, Number};
use super::whose::behind_by;
use super::words::{LINKS, VERB_ENDS, VERB_WORDS};
use crate::names::{Key, Mention};
use crate::quantities::FoundQuantity;
use crate::rules::name_head::{is_han, opening_name};
use crate::tense::ends_clause;
use crate::words::Words;

/// Wholes of places, beside those that `scope` finds the place of.
static WHOLES: LazyLock<Words> = LazyLock::new(|| {
    let words = "全州 全港 全澳 全台 全镇 全乡 全村 全盟 全旗 全域 市里 省里 县里 州里 区里 县城 城区 老城区 中央和";
    Words::new(words.split_whitespace())
});

/// Ends of authorities, which spend, build and check on their own account; 局 is one too.
static AUTHORITIES: LazyLock<Words> = LazyLock::new(|| {
    let words = "财政 部门 法院 检察院 政府 公安 民政 总会 委员会 卫健委 发改委 改革委 教委 科委 经信委 住建委 执法人员 局";
    Words::new(words.split_whitespace())
});

/// Words that end in 局 and are none.
const NO_AUTHORITIES: [&str; 6] = ["布局", "格局", "结局", "全局", "大局", "开局"];

/// What opens a clause about a person; not 我省.
const PERSONS: [&str; 3] = ["他", "她", "我"];

/// Behind those, what makes another word of them.
const NO_PERSON: [&str; 14] =
    ["们", "省", "市", "县", "区", "州", "国", "校", "院", "馆", "乡", "镇", "人", "方"];

/// Words before one of many.
static ONE_OF_MANY: LazyLock<Words> = LazyLock::new(|| {
    let words =
        "一家 一名 一位 一所 一户 一间 某家 某位 某地 有家 有位 有研究者 有企业 另一家 另一位";
    Words::new(words.split_whitespace())
});

/// Verbs that set something up, which the next clause tells of.
static SETS_UP: LazyLock<Words> =
    LazyLock::new(|| Words::new(["设立", "成立", "组建", "筹建", "建起", "举办", "开展"]));

/// Verbs of papers.
static TELLING: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "提出", "明确", "要求", "规定", "约定", "确定", "显示", "披露", "写明", "指出", "载明",
    ])
});

/// How a sentence says that what it tells of is divided.
const DIVIDED: [&str; 2] = ["分", "按"];

/// A number whose owner is asked for.
pub(super) struct Asked<'a> {
    /// The clauses of its sentence up to its own.
    pub(super) clauses: &'a [TextRange],
    pub(super) quantity: &'a FoundQuantity,
    /// What it measures.
    pub(super) indicator: &'a str,
    /// The places that its clause names.
    pub(super) own: Option<&'a str>,
    /// Whether its clause names no other owner.
    pub(super) free: bool,
    /// The figures before it in its sentence.
    pub(super) found: &'a [Measured],
    /// The first of a change from one value to another.
    pub(super) first_of_change: bool,
    /// What another value is set against.
    pub(super) earlier: bool,
    /// Where the last of those figures stands, unless it is the first of a change.
    pub(super) latest: Option<u32>,
    /// Its date among those that its clause tells of one by one.
    pub(super) own_time: Option<AsOf>,
}

impl Asked<'_> {
    pub(super) fn clause(&self) -> TextRange {
        self.clauses.last().copied().unwrap_or(self.quantity.range)
    }

    /// It, as one of an owner.
    pub(super) fn number<'b>(&'b self, owner: Option<&'b Mention>) -> Number<'b> {
        Number {
            clause: self.clause(),
            range: self.quantity.range,
            first_of_change: self.first_of_change,
            earlier: self.earlier,
            indicator: self.indicator,
            own: self.own_time.as_ref(),
            after_an_aim: self.found.last().map(|last| last.standing == Standing::Target),
            owner,
            latest: self.latest.zip(self.found.last().and_then(|last| last.as_of.as_ref())),
        }
    }

    /// `总投入3亿元,省级财政补助四成`: who pays a part of what the sentence told of the owner.
    fn is_part_of_a_sum(&self, owner: &Mention) -> bool {
        matches!(self.quantity.kind, "money" | "percent" | "ratio")
            && self.found.iter().any(|one| one.initiative.as_ref() == Some(&owner.key))
    }
}

impl Measuring<'_> {
    /// Whether a number is not of `owner`, which its clause does not name.
    pub(super) fn is_of_another(&self, owner: &Mention, asked: &Asked<'_>) -> bool {
        self.tells_of_another(owner, asked) && !self.is_aimed_at(owner, asked)
    }

    /// `到2027年,全市…`: of the plan that the sentence names, or that the one before told a target of.
    fn is_aimed_at(&self, owner: &Mention, asked: &Asked<'_>) -> bool {
        let last = self.thread.last.as_ref();
        let goes_on = || {
            last.is_some_and(|last| {
                last.standing == Standing::Target && last.initiative.as_ref() == Some(&owner.key)
            })
        };
        owner.kind.is_document()
            && (goes_on() || self.names_in_sentence(owner, asked))
            && self
                .when(&asked.number(Some(owner)), is_growing(asked.quantity))
                .is_some_and(|when| when.standing == Standing::Target)
    }

    /// Whether the sentence tells of something else where it comes to the number.
    fn tells_of_another(&self, owner: &Mention, asked: &Asked<'_>) -> bool {
        let number = asked.quantity.range;
        // 规划提出,到2030年,全市…: of what it tells.
        if owner.kind.is_document()
            && self.is_told_by_a_paper(number)
            && self.names_in_sentence(owner, asked)
        {
            return false;
        }
        let mut behind = false;
        for &clause in asked.clauses.iter().rev() {
            let mut named = self.mentions.iter().filter(|one| one.range.start() < number.start());
            if named.any(|one| clause.contains(one.range)) || self.names_again(owner, clause) {
                return false;
            }
            let start = self.opening(clause);
            let words = self.slice(start, clause.end().min(number.start()));
            if self.opens_with_another_whole(start, clause)
                || opens_with_a_person(words)
                || opens_with_an_authority(words) && !asked.is_part_of_a_sum(owner)
                || self.opens_with_one_of_many(start, clause)
                || self.opens_with_its_place(start, clause, owner, asked)
                || opens_with_another_thing(words, owner)
                || behind && sets_up_a_thing(words)
            {
                return true;
            }
            behind = true;
        }
        false
    }

    /// Whether the sentence names an initiative before a number.
    fn names_in_sentence(&self, owner: &Mention, asked: &Asked<'_>) -> bool {
        let number = asked.quantity.range;
        let mut named = self.mentions.iter().filter(|one| one.range.start() < number.start());
        named.any(|mention| mention.key == owner.key)
            || asked.clauses.iter().any(|clause| self.names_again(owner, *clause))
    }

    /// `方案提出`, `白皮书显示`: whether the sentence says before a number what a paper tells.
    fn is_told_by_a_paper(&self, number: TextRange) -> bool {
        let words = self.slice(self.range.start(), number.start());
        behind_by(words).is_some() || TELLING.stand_in(words)
    }

    fn opens_with_another_whole(&self, start: u32, clause: TextRange) -> bool {
        let words = self.slice(start, clause.end());
        words.starts_with(['全', '我']) && self.nation(clause).is_some()
            || is_whole(words)
            || WHOLES.begin(words)
    }

    /// `双溪一家企业`, `一位牧民`: one of many, whom the text does not name.
    fn opens_with_one_of_many(&self, start: u32, clause: TextRange) -> bool {
        let start = self.place_at(start).map_or(start, |place| place.range.end());
        let words = self.slice(start, clause.end());
        let of_many = ONE_OF_MANY.at(words).next().map(|(word, ())| &words[word.len()..]);
        of_many.is_some_and(|rest| rest.starts_with(is_han) && !rest.starts_with("成员"))
    }

    /// `双溪县完成加注…`, `三地渔船持有…`, unless the owner was told to have such before, works in that
    /// place or is divided by places.
    fn opens_with_its_place(
        &self,
        start: u32,
        clause: TextRange,
        owner: &Mention,
        asked: &Asked<'_>,
    ) -> bool {
        let quantity = asked.quantity;
        let told = asked
            .found
            .iter()
            .any(|one| one.initiative.as_ref() == Some(&owner.key) && one.unit == quantity.unit);
        let sentence = self.slice(self.range.start(), self.range.end());
        let divided = DIVIDED.iter().any(|word| sentence.starts_with(word));
        let share = matches!(quantity.kind, "percent" | "ratio" | "rank");
        // A corridor is its places.
        let made_of_places =
            matches!(owner.kind, InitiativeKind::Corridor | InitiativeKind::Cluster);
        let known = matches!(owner.key, Key::Known(_));
        if told || divided || share || known || made_of_places {
            return false;
        }
        let end = clause.end().min(quantity.range.start());
        if let Some(places) = several_places(self.slice(start, end)) {
            return acts_apart(places);
        }
        // 由甲市、乙市组成, 在甲市完成: where, or by whom.
        let ahead = self.slice(clause.start(), start);
        if ahead.ends_with(['由', '从', '在', '据', '到', '至']) {
            return false;
        }
        let place = self.place_at(start);
        let own = |range: TextRange| owner.name.contains(self.slice(range.start(), range.end()));
        place.is_some_and(|place| {
            let behind = self.slice(place.range.end(), end);
            let list = behind.contains('、') || behind.ends_with('的');
            !list && !own(place.range) && acts_apart(behind) && !self.is_organisation(start)
        }) || place.is_none() && self.about(clause).is_some()
    }
}

/// What stands behind several places: `三地船企` → 船企, `三省一市财政` → 财政.
fn several_places(words: &str) -> Option<&str> {
    let group = |words: &str| {
        let rest = words.trim_start_matches(|c| "一两二三四五六七八九".contains(c));
        let rest =
            rest.strip_prefix(['地', '省', '市', '县', '城']).filter(|_| rest.len() < words.len());
        rest.map(|rest| words.len() - rest.len())
    };
    let first = group(words)?;
    let second = group(&words[first..]).unwrap_or(0);
    Some(&words[first + second..])
}

/// Whether places, behind whose names these words stand, are not those that do something together.
fn acts_apart(words: &str) -> bool {
    const TOGETHER: [&str; 30] = [
        "共", "联合", "携手", "合", "将", "还", "已", "也", "都", "均", "各", "相互", "之间", "间",
        "在", "从", "由", "、", "和", "与", "等", "曾", "对", "以", "就", "为", "把", "拟", "正",
        "于",
    ];
    const LEADS: [&str; 8] = ["共同", "联合", "牵头", "承建", "承办", "主办", "发起", "组成"];
    !words.is_empty()
        && !TOGETHER.iter().any(|word| words.starts_with(word))
        && !LEADS.iter().any(|word| words.contains(word))
        && !without_ends(words, &LINKS).is_empty()
}

fn opens_with_a_person(words: &str) -> bool {
    let rest = PERSONS.iter().find_map(|person| words.strip_prefix(person));
    rest.is_some_and(|rest| !NO_PERSON.iter().any(|word| rest.starts_with(word))) && !says(words)
}

/// `市财政每年列支`, `州教育局在…开展`: an authority that does something; not one that is counted.
fn opens_with_an_authority(words: &str) -> bool {
    const LONGEST: usize = 12;
    let Some((at, word, ())) = AUTHORITIES.within(words).next() else { return false };
    let (ahead, behind) = (&words[..at], &words[at + word.len()..]);
    let end = at + word.len();
    // 三省一市财政投入: those who run it together.
    !NO_AUTHORITIES.iter().any(|other| words[..end].ends_with(other))
        && several_places(words).is_none()
        && !(ahead.is_empty() && word == "财政")
        && ahead.chars().count() <= LONGEST
        && ahead.chars().all(is_han)
        && !VERB_WORDS.begin(ahead)
        && !behind.starts_with(['的', '和', '与', '、'])
        && !without_ends(behind, &LINKS).is_empty()
        && !says(behind)
}

/// Whether a clause ends by saying who says what follows.
fn says(words: &str) -> bool {
    let words = words.trim_end_matches(ends_clause);
    [
        "说",
        "称",
        "介绍",
        "表示",
        "显示",
        "统计",
        "通报",
        "透露",
        "获悉",
        "认为",
        "指出",
        "坦言",
        "估计",
        "告诉记者",
    ]
    .iter()
    .any(|verb| words.ends_with(verb))
}

/// `机场快速路全长…` where the article speaks of an airport's works; not what is counted, or done, or
/// pointed at.
fn opens_with_another_thing(words: &str, owner: &Mention) -> bool {
    const NO_NAMES: [char; 7] = ['这', '该', '其', '各', '此', '本', '些'];
    const SAME_TIME: [&str; 4] = ["当年", "当月", "全年", "同年"];
    const MAY_BE_VERBS: [&str; 4] = ["计划", "规划", "合作", "行动"];
    let behind_of = words.split_once('的').map(|(_, behind)| behind);
    [Some(words), behind_of].into_iter().flatten().any(|words| {
        opening_name(words).is_some_and(|(name, kind)| {
            let behind = words[name.len()..].trim_end_matches(ends_clause);
            let name = SAME_TIME.iter().find_map(|time| name.strip_prefix(time)).unwrap_or(name);
            let object = VERB_WORDS.begin(name)
                || without_ends(behind, &LINKS).is_empty()
                || behind.starts_with(|c: char| c.is_ascii_digit())
                || VERB_ENDS.end(without_ends(behind, &LINKS));
            let names_nothing =
                name.starts_with(NO_NAMES) || MAY_BE_VERBS.iter().any(|verb| name.ends_with(verb));
            let own = owner.name.contains(name) || name.contains(&*owner.name);
            !object && !names_nothing && !own && !kind.is_document()
        })
    })
}

/// `三市共同设立攻关专项资金`: a clause that ends in what it sets up, which is neither counted nor named.
fn sets_up_a_thing(words: &str) -> bool {
    const SHORTEST: usize = 4;
    let words = words.trim_end_matches(ends_clause);
    let Some((at, word, ())) = SETS_UP.within(words).last() else { return false };
    let thing = &words[at + word.len()..];
    thing.chars().count() >= SHORTEST && thing.chars().all(is_han)
}
